import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import { byProductUpTo } from "./by-product.ts";
import { type StandIn, withStandIns } from "./stand-ins.ts";

const to = (componentItemId: string, quantity: string, validFrom: string | null = null, good = "1") => ({
  componentItemId,
  yield: decimal(good),
  quantity: decimal(quantity),
  scrapRate: decimal(0),
  validFrom,
  validTo: null,
  unitDecimals: 0,
  isBackflushed: true,
});
const standIn = (free: string, ...lines: StandIn["lines"]): StandIn => ({ free: decimal(free), ownDecimals: 0, lines });
const material = (itemId: string, required: string) => ({
  itemId,
  operationNumber: 10,
  required: decimal(required),
  isBackflushed: true,
});
const told = (materials: readonly { itemId: string; required: Decimal }[]) =>
  materials.map(({ itemId, required }) => `${itemId} ${required.toFixed()}`);

describe("what stands in for a material", () => {
  test("a phantom gives its stock, then its components; a successor the rest of those", () => {
    const standIns = new Map([
      ["KIT", standIn("2", to("PIN", "3"), to("OLD", "1"))],
      ["OLD", standIn("1", to("NEW", "0.5"))],
    ]);
    const free = new Map<string, Decimal>();
    expect(told(withStandIns([material("KIT", "5"), material("PIN", "1")], standIns, free, "2026-11-24"))).toEqual([
      "KIT 2",
      "PIN 10",
      "OLD 1",
      "NEW 1",
    ]);
    // A second order made at once finds nothing of it any more.
    expect(told(withStandIns([material("KIT", "1")], standIns, free, "2026-11-24"))).toEqual(["PIN 3", "NEW 1"]);
  });

  test("of a phantom that does not come out whole, so many more whole ones are begun", () => {
    const standIns = new Map([["KIT", standIn("0", to("PIN", "3", null, "0.9"))]]);
    expect(told(withStandIns([material("KIT", "5")], standIns, new Map(), "2026-11-24"))).toEqual(["PIN 18"]);
  });

  test("a successor waits for its day, and a circle ends where it comes round", () => {
    const later = new Map([["OLD", standIn("1", to("NEW", "1", "2027-04-01"))]]);
    expect(told(withStandIns([material("OLD", "4")], later, new Map(), "2027-03-31"))).toEqual(["OLD 4"]);
    expect(told(withStandIns([material("OLD", "4")], later, new Map(), "2027-04-01"))).toEqual(["OLD 1", "NEW 3"]);
    const round = new Map([
      ["A", standIn("1", to("B", "1"))],
      ["B", standIn("0", to("A", "1"))],
    ]);
    expect(told(withStandIns([material("A", "4")], round, new Map(), "2027-04-01"))).toEqual(["A 4"]);
  });
});

describe("a by-product", () => {
  test("comes in parts that add up to what the pieces started with give, rounded down once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 20 }),
        (parts, perMille, lost) => {
          const quantity = decimal(parts.reduce((sum, part) => sum + part, 0));
          const order = { per: decimal(perMille).div(1000), unitDecimals: 1, started: quantity.plus(lost), quantity };
          let completed = decimal(0);
          let came = decimal(0);
          for (const part of parts) {
            const before = byProductUpTo(order, completed, false);
            completed = completed.plus(part);
            const comes = byProductUpTo(order, completed, false).minus(before);
            expect(comes.isNegative()).toBe(false);
            came = came.plus(comes);
          }
          expect(came.toFixed()).toBe(order.started.times(order.per).toDecimalPlaces(1, Decimal.ROUND_DOWN).toFixed());
          expect(byProductUpTo(order, decimal(1), true).toFixed()).toBe(came.toFixed());
        },
      ),
    );
  });
});
