import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, decimal } from "../../shared/index.ts";
import { askWithArrivals, claimsOf, openPromises, type PromiseState } from "./index.ts";

const TODAY = "2026-12-01";
const DAYS = 90;
const on = (day: number) => addDays(TODAY, day);
const item = { decimals: 0, leadTimeDays: 0, yield: "1", lotMinimum: null, lotMultiple: null, calendarId: null };

/** A painter: a painted frame of one raw frame, ten minutes each; raw frames would take a month to buy. */
function painter(stock: number): PromiseState {
  return openPromises({
    ...{ today: TODAY, horizonDays: DAYS, companyCalendarId: "always", demands: [], work: [] },
    calendars: new Map([["always", new Uint8Array(DAYS).fill(1)]]),
    items: [
      { ...item, id: "PAINTED", code: "PAINTED", supply: "make" },
      { ...item, id: "RAW", code: "RAW", supply: "buy", leadTimeDays: 30 },
    ],
    bomLines: [{ parentItemId: "PAINTED", componentItemId: "RAW", quantity: "1", scrapRate: "0" }],
    operations: [
      {
        ...{ itemId: "PAINTED", operationNumber: 10, workCenterId: "BOOTH", setupMinutes: 0, minutesPerUnit: 10 },
        subcontractDays: 0,
      },
    ],
    workCenters: [
      {
        ...{ id: "BOOTH", code: "BOOTH", machineCount: 1, hasCalendar: true, alternatives: [] },
        capacityMinutes: new Int32Array(DAYS).fill(480),
      },
    ],
    supplies: stock > 0 ? [{ itemId: "RAW", onDate: TODAY, quantity: String(stock) }] : [],
  });
}
const ask = (state: PromiseState, quantity: number, day: number, arriving: number) => {
  const question = { itemId: "PAINTED", quantity: decimal(quantity), wantedOn: on(80), notBefore: on(day) };
  const answer = askWithArrivals(state, question, [{ itemId: "RAW", quantity: decimal(arriving), onDate: on(day) }]);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value;
};
const seen = (state: PromiseState) =>
  JSON.stringify([state.items.map((one) => [[...one.supply.day], [...one.supply.free]]), [...state.centers[0]!.free]]);

describe("goods that come with the order", () => {
  test("are not bought, and nothing of them is held", () => {
    const state = painter(0);
    expect(ask(state, 48, 5, 48)).toMatchObject({ readyOn: on(5), uses: { supply: [] } });
    expect(ask(state, 96, 5, 96).readyOn).toBe(on(6));
    // Half of it comes: the rest is bought.
    expect(ask(state, 48, 5, 24).readyOn).toBe(on(35));
  });

  test("part of a piece, as an agreement's unit gives it, is a piece", () => {
    const question = { itemId: "PAINTED", quantity: decimal("2.4"), wantedOn: on(80) };
    expect(askWithArrivals(painter(9), question, [])).toMatchObject({ ok: true, value: { quantity: "3" } });
  });

  test("what is taken of one's own stock beside them is held", () => {
    const { uses } = ask(painter(30), 48, 5, 20);
    expect(uses.supply).toEqual([{ itemId: "RAW", onDate: TODAY, quantity: "28" }]);
  });

  test("the state is as before, and what is held can be claimed of it", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(20),
        fc.nat(70),
        (stock, quantity, day, arriving) => {
          const state = painter(stock);
          const before = seen(state);
          const { uses } = ask(state, quantity, day, arriving);
          expect(seen(state)).toBe(before);
          for (const claim of claimsOf(state, uses))
            expect(Number(claim.amount)).toBeLessThanOrEqual(Number(claim.free));
          const held = uses.supply.reduce((sum, one) => sum + Number(one.quantity), 0);
          expect(held).toBeLessThanOrEqual(Math.max(0, quantity - arriving) + 0);
        },
      ),
    );
  });
});
