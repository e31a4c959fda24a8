import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { itemTimeline, type StockEvent } from "./item-timeline.ts";

const event = (onDate: string, what: StockEvent<null>["what"], quantity: string): StockEvent<null> => ({
  onDate,
  what,
  quantity,
  source: null,
});

test("goods that come and goods that go on one day: the stock does not seem to run out in between", () => {
  const rows = itemTimeline("2", [
    event("2026-04-03", "demand", "5"),
    event("2026-04-02", "planned_need", "1.5"),
    event("2026-04-03", "planned_receipt", "5"),
  ]);
  expect(rows.map((row) => [row.onDate, row.signed, row.balance])).toEqual([
    ["2026-04-02", "-1.5", "0.5"],
    ["2026-04-03", "5", "5.5"],
    ["2026-04-03", "-5", "0.5"],
  ]);
});

test("the last balance is the stock plus all that comes less all that goes, in whatever order it is told", () => {
  const one = fc.record({
    onDate: fc.constantFrom("2026-04-01", "2026-04-02", "2026-05-01"),
    what: fc.constantFrom("receipt", "demand", "planned_receipt", "planned_need") as fc.Arbitrary<
      StockEvent<null>["what"]
    >,
    quantity: fc.integer({ min: 1, max: 1_000_000 }).map((n) => decimal(n).dividedBy(1000).toFixed()),
    source: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (events) => {
      const sum = events.reduce(
        (total, { what, quantity }) => (what.endsWith("receipt") ? total.plus(quantity) : total.minus(quantity)),
        decimal("10"),
      );
      expect(itemTimeline("10", events).at(-1)!.balance).toBe(sum.toFixed());
    }),
  );
});
