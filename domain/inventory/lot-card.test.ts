import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLotCard, type LotCard } from "./index.ts";

const arriving = (more: object = {}) => ({
  supplierId: "S1",
  supplierLotCode: "L-7",
  deliveryNumber: "DN-1",
  deliveryLineNumber: 2,
  ...more,
});
const card = (more: object = {}): LotCard => ({
  id: "c",
  code: "L-7",
  supplierId: "S1",
  supplierLotCode: "L-7",
  ...more,
});

test.each([
  ["a first delivery takes the supplier's number", {}, [], { kind: "new", code: "L-7" }],
  ["a later part of the lot goes on the same card", {}, [card({ code: "X" })], { kind: "known", id: "c" }],
  ["the number of another supplier is another lot", {}, [card({ supplierId: "S2" })], { kind: "new", code: "L-7-2" }],
  [
    "a card opened by hand that names the supplier's lot is that lot",
    {},
    [card({ code: "OLD", supplierId: null })],
    { kind: "known", id: "c" },
  ],
  [
    "an own lot of that number stays its own",
    {},
    [card({ supplierId: null, supplierLotCode: "" })],
    { kind: "new", code: "L-7-2" },
  ],
  ["goods without a number go by the delivery", { supplierLotCode: "" }, [], { kind: "new", code: "DN-1-2" }],
  [
    "and so do their later parts",
    { supplierLotCode: "" },
    [card({ code: "DN-1-2", supplierLotCode: "" })],
    { kind: "known", id: "c" },
  ],
])("%s", (_name, more, cards, choice) => {
  expect(chooseLotCard(arriving(more), cards)).toEqual(choice);
});

test("whatever arrives in whatever order: no number twice, one card per supplier's lot, never a card of somebody else", () => {
  const arrival = fc.record({
    supplierId: fc.constantFrom("S1", "S2", "S3"),
    supplierLotCode: fc.constantFrom("", "A", "A-2", "B", "DN-1-1"),
    deliveryNumber: fc.constantFrom("DN-1", "A"),
    deliveryLineNumber: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 30 }), (arrivals) => {
      const cards: LotCard[] = [];
      const placed = new Map<string, string>();
      for (const one of arrivals) {
        const choice = chooseLotCard(one, cards);
        const id = choice.kind === "known" ? choice.id : `card${cards.length}`;
        if (choice.kind === "new")
          cards.push({ id, code: choice.code, supplierId: one.supplierId, supplierLotCode: one.supplierLotCode });
        expect(cards.find((other) => other.id === id)?.supplierId).toBe(one.supplierId);
        if (!one.supplierLotCode) continue;
        const key = `${one.supplierId}/${one.supplierLotCode}`;
        expect(placed.get(key) ?? id).toBe(id);
        placed.set(key, id);
      }
      expect(new Set(cards.map((one) => one.code)).size).toBe(cards.length);
    }),
  );
});
