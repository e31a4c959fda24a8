import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/index.ts";
import { type HeldForLine, type LineToPromise, misfitOf } from "./fit-line.ts";

const PROMISE: HeldForLine = {
  itemId: "frame",
  itemCode: "FRAME",
  quantity: "12",
  promisedOn: "2026-04-10",
  partnerId: "window",
};
const LINE: LineToPromise = {
  itemId: "frame",
  itemCode: "FRAME",
  partnerId: "window",
  state: "placed",
  itemQuantity: "12.000000",
  shipped: "0.000000",
  wantedOn: "2026-04-10",
  promisedOn: null,
  isDispatched: false,
  promiseNumber: null,
  workOrderNumber: null,
};

describe("a held promise and a line of an order", () => {
  const cases: [string, Partial<LineToPromise>, Partial<HeldForLine>, string | null][] = [
    ["as ordered, on the last day wanted", {}, {}, null],
    ["confirmed for a later day than wanted", { state: "confirmed", promisedOn: "2026-04-12" }, {}, null],
    ["held for nobody in particular", {}, { partnerId: null }, null],
    ["another item", { itemId: "bike" }, {}, "PROMISE_LINE_OTHER_ITEM"],
    ["an item of the customer's own", { itemId: null }, {}, "PROMISE_LINE_OTHER_ITEM"],
    ["another customer", { partnerId: "other" }, {}, "PROMISE_LINE_OTHER_PARTNER"],
    ["an answer waits for the customer", { state: "countered" }, {}, "PROMISE_LINE_NOT_OPEN"],
    ["a part was sent", { state: "confirmed", shipped: "1" }, {}, "PROMISE_LINE_NOT_OPEN"],
    ["ordered on along a chain", { isDispatched: true }, {}, "PROMISE_LINE_DISPATCHED"],
    ["promised before", { promiseNumber: "PR-1" }, {}, "PROMISE_LINE_PROMISED"],
    ["made already", { workOrderNumber: "WO-1" }, {}, "PROMISE_LINE_MADE"],
    ["one more than held", { itemQuantity: "13" }, {}, "PROMISE_LINE_QUANTITY"],
    ["wanted a day sooner", { wantedOn: "2026-04-09" }, {}, "PROMISE_AFTER_WANTED"],
    [
      "placed: an earlier answer counts for nothing",
      { promisedOn: "2026-04-12", wantedOn: "2026-04-09" },
      {},
      "PROMISE_AFTER_WANTED",
    ],
    ["confirmed for a day sooner", { state: "confirmed", promisedOn: "2026-04-09" }, {}, "PROMISE_AFTER_CONFIRMED"],
  ];
  test.each(cases)("%s", (_, line, promise, code) => {
    expect(misfitOf({ ...PROMISE, ...promise }, { ...LINE, ...line })?.code ?? null).toBe(code);
  });

  test("it fits by its day exactly where the customer is told no later one", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-04-01", days));
    fc.assert(
      fc.property(day, day, fc.option(day), fc.constantFrom("placed", "confirmed"), (on, wantedOn, answered, state) => {
        const told = state === "placed" ? wantedOn : (answered ?? wantedOn);
        const misfit = misfitOf({ ...PROMISE, promisedOn: on }, { ...LINE, state, wantedOn, promisedOn: answered });
        expect(misfit === null).toBe(on <= told);
      }),
    );
  });

  test("no other quantity fits, however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (held, ordered) => {
        const line = { ...LINE, itemQuantity: (ordered / 100).toFixed(6) };
        const misfit = misfitOf({ ...PROMISE, quantity: String(held / 100) }, line);
        expect(misfit === null).toBe(held === ordered);
      }),
    );
  });
});
