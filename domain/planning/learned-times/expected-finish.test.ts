import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectFinish, leadTimeHistory } from "./expected-finish.ts";
import type { WorkedOrder } from "./learn-times.ts";

const DAY = 1440;
const order = (part: string, startDay: number, days: number): WorkedOrder => ({
  order: `${part} ${startDay} ${days}`,
  part,
  quantity: 10,
  firstOperation: "turn",
  startAt: startDay * DAY + 480,
  endAt: (startDay + days) * DAY + 480,
});
const ask = (startAt: number, knownAt: number) => ({
  part: "shaft",
  quantity: 10,
  firstOperation: "turn",
  startAt,
  knownAt,
});

describe("the expected finish", () => {
  const history = leadTimeHistory(
    [2, 3, 4, 5, 10].map((days) => order("shaft", 10, days)),
    100 * DAY,
  );

  test("is the start and what half of the part's orders took; eight of ten are done later", () => {
    expect(expectFinish(history, ask(200 * DAY, 150 * DAY))).toEqual({
      kind: "expected",
      lowAt: 202 * DAY,
      likelyAt: 204 * DAY,
      mostAt: 205 * DAY,
      orderCount: 5,
    });
    expect(history.startMinute).toBe(480);
  });

  test("of an order under way rests on those that took longer, and of one beyond all of them nothing is known", () => {
    expect(expectFinish(history, ask(200 * DAY, 204.5 * DAY))).toMatchObject({
      likelyAt: 205 * DAY,
      mostAt: 210 * DAY,
    });
    expect(expectFinish(history, ask(200 * DAY, 210 * DAY))).toEqual({ kind: "overrun", orderCount: 5 });
  });

  test("is not told of fewer than five orders of the part, however many there are of others", () => {
    const few = [1, 2, 3, 4].map((days) => order("shaft", 10, days));
    const others = [1, 2, 3, 4, 5, 6, 7].map((days) => order("frame", 10, days));
    expect(expectFinish(leadTimeHistory([...few, ...others], 100 * DAY), ask(200 * DAY, 200 * DAY))).toBeNull();
  });

  test("is not decided by the last order alone, however seldom the part is made", () => {
    const monthly = [9, 8, 7, 6, 2].map((days, at) => order("shaft", 30 * at, days));
    const told = expectFinish(leadTimeHistory(monthly, 200 * DAY), ask(200 * DAY, 200 * DAY));
    expect(told).toMatchObject({ kind: "expected", likelyAt: 207 * DAY, mostAt: 208 * DAY });
  });

  const orders = fc.array(
    fc.record({ part: fc.constantFrom("shaft", "frame"), start: fc.nat(80), days: fc.integer({ min: 0, max: 40 }) }),
    { maxLength: 40 },
  );
  const historyOf = (list: readonly { part: string; start: number; days: number }[]) =>
    leadTimeHistory(
      list.map(({ part, start, days }) => order(part, start, days)),
      100 * DAY,
    );

  test("is never in the past, nor before what fewer of ten keep", () => {
    fc.assert(
      fc.property(orders, fc.nat(60), (list, soFar) => {
        const asked = ask(200 * DAY, (200 + soFar) * DAY);
        const told = expectFinish(historyOf(list), asked);
        if (told?.kind !== "expected") return;
        expect(told.lowAt).toBeGreaterThanOrEqual(asked.knownAt);
        expect(told.likelyAt).toBeGreaterThanOrEqual(told.lowAt);
        expect(told.mostAt).toBeGreaterThanOrEqual(told.likelyAt);
      }),
    );
  });

  test("moves back, never up, as an order takes longer", () => {
    fc.assert(
      fc.property(orders, fc.nat(40), fc.nat(40), (list, soFar, more) => {
        const history = historyOf(list);
        const now = expectFinish(history, ask(200 * DAY, (200 + soFar) * DAY));
        const later = expectFinish(history, ask(200 * DAY, (200 + soFar + more) * DAY));
        if (now?.kind === "overrun") expect(later?.kind).toBe("overrun");
        if (now?.kind !== "expected" || later?.kind !== "expected") return;
        expect(later.likelyAt).toBeGreaterThanOrEqual(now.likelyAt);
        expect(later.mostAt).toBeGreaterThanOrEqual(now.mostAt);
      }),
    );
  });

  test("does not depend on other parts, on the order of the orders, nor on what ended after it was asked", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 120 }), (list, at) => {
        const asked = ask(at * DAY, at * DAY);
        const told = expectFinish(historyOf(list), asked);
        const own = list.filter(({ part }) => part === "shaft");
        expect(expectFinish(historyOf(own.toReversed()), asked)).toEqual(told);
        const before = own.filter(({ start, days }) => (start + days) * DAY + 480 < at * DAY);
        expect(expectFinish(historyOf(before), asked)).toEqual(told);
      }),
    );
  });
});
