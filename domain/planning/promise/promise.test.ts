import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, decimal } from "../../shared/index.ts";
import { freeCapacity } from "./free-capacity.ts";
import { freeSupply } from "./free-supply.ts";
import {
  askPromise,
  lackingItem,
  openPromises,
  type PromiseFacts,
  type PromiseItem,
  type PromiseState,
  takeUses,
} from "./index.ts";

const TODAY = "2026-12-01";
const DAYS = 120;
const item = (id: string, more: Partial<PromiseItem> = {}): PromiseItem => ({
  id,
  code: id,
  supply: "make",
  decimals: 0,
  leadTimeDays: 0,
  yield: "1",
  lotMinimum: null,
  lotMultiple: null,
  calendarId: null,
  ...more,
});
const operation = (itemId: string, workCenterId: string | null, minutesPerUnit: number, more = {}) => ({
  itemId,
  operationNumber: 10,
  workCenterId,
  setupMinutes: 0,
  minutesPerUnit,
  subcontractDays: 0,
  ...more,
});
/** Every day is worked unless said otherwise. */
function factory(more: Partial<PromiseFacts>): PromiseFacts {
  return {
    today: TODAY,
    horizonDays: DAYS,
    calendars: new Map([["always", new Uint8Array(DAYS).fill(1)]]),
    companyCalendarId: "always",
    items: [],
    bomLines: [],
    operations: [],
    workCenters: [],
    supplies: [],
    demands: [],
    work: [],
    ...more,
  };
}
const center = (
  id: string,
  minutes = 480,
  machineCount = 1,
  alternatives: { workCenterId: string; timeFactor: number }[] = [],
) => ({
  id,
  code: id,
  machineCount,
  hasCalendar: true,
  capacityMinutes: new Int32Array(DAYS).fill(minutes),
  alternatives,
});
const on = (day: number) => addDays(TODAY, day);
function ask(state: PromiseState, itemId: string, quantity: number | string, wantedDay: number) {
  const answer = askPromise(state, { itemId, quantity: decimal(quantity), wantedOn: on(wantedDay) });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value;
}

describe("when can it be there", () => {
  test("today, of what is free; what others need is not", () => {
    const facts = factory({
      items: [item("A", { supply: "buy", leadTimeDays: 9 })],
      supplies: [{ itemId: "A", onDate: TODAY, quantity: "10" }],
      demands: [{ itemId: "A", onDate: on(30), quantity: "4" }],
    });
    const state = openPromises(facts);
    expect(ask(state, "A", 6, 0)).toMatchObject({ readyOn: TODAY, isInTime: true, binding: { code: "STOCK" } });
    expect(ask(state, "A", 7, 5)).toMatchObject({
      readyOn: on(9),
      isInTime: false,
      binding: { code: "BUY", itemCode: "A", leadTimeDays: 9 },
      alternatives: [{ kind: "split", quantity: "6", readyOn: TODAY, restReadyOn: on(9) }],
    });
  });

  test("what comes before it could be made is used", () => {
    const state = openPromises(
      factory({
        items: [item("A", { supply: "buy", leadTimeDays: 20 })],
        supplies: [{ itemId: "A", onDate: on(5), quantity: "10" }],
      }),
    );
    expect(ask(state, "A", 8, 5)).toMatchObject({ readyOn: on(5), binding: { code: "RECEIPT" } });
    expect(ask(state, "A", 12, 5).readyOn).toBe(on(20));
  });

  test("material first, then the work centre's free minutes day by day; the full work centre is the reason", () => {
    const facts = factory({
      items: [item("A"), item("B", { supply: "buy", leadTimeDays: 3 })],
      bomLines: [{ parentItemId: "A", componentItemId: "B", quantity: "2", scrapRate: "0" }],
      operations: [operation("A", "W", 48)],
      workCenters: [center("W", 480, 1, [{ workCenterId: "V", timeFactor: 1.5 }]), center("V")],
      work: [{ workCenterId: "W", from: TODAY, to: on(9), minutes: 4800 }],
    });
    const state = openPromises(facts);
    const answer = ask(state, "A", 15, 6);
    // Material on day 3; W is full until day 9, then 480 + 240 minutes.
    expect(answer).toMatchObject({
      readyOn: on(11),
      binding: { code: "CAPACITY", workCenterCode: "W", itemCode: "A", waitDays: 7 },
      chain: [
        { itemCode: "A", code: "CAPACITY" },
        { itemCode: "B", code: "BUY" },
      ],
    });
    expect(answer.uses.capacity).toEqual([
      { workCenterId: "W", onDate: on(10), minutes: 480 },
      { workCenterId: "W", onDate: on(11), minutes: 240 },
    ]);
    // Elsewhere 1,080 minutes from day 3 on: ready on day 5.
    expect(answer.alternatives).toContainEqual({
      kind: "other_work_center",
      workCenterId: "W",
      otherWorkCenterId: "V",
      readyOn: on(5),
    });
    expect(answer.alternatives.map((one) => one.kind)).toContain("overtime");
    const elsewhere = askPromise(state, {
      itemId: "A",
      quantity: decimal(15),
      wantedOn: on(6),
      instead: { W: "V" },
    });
    expect(elsewhere).toMatchObject({ ok: true, value: { readyOn: on(5), isInTime: true } });
  });

  test("a structure that contains itself is named; the rest is answered", () => {
    const state = openPromises(
      factory({
        items: [item("A"), item("B"), item("C", { supply: "buy", leadTimeDays: 1 })],
        bomLines: [
          { parentItemId: "A", componentItemId: "B", quantity: "1", scrapRate: "0" },
          { parentItemId: "B", componentItemId: "A", quantity: "1", scrapRate: "0" },
        ],
        operations: [operation("A", "W", 1), operation("B", "W", 1)],
        workCenters: [center("W")],
      }),
    );
    const question = { itemId: "A", quantity: decimal(1), wantedOn: TODAY };
    expect(askPromise(state, question)).toMatchObject({
      ok: false,
      refusals: [{ code: "BOM_CYCLIC", values: { chain: "A → B → A" } }],
    });
    expect(ask(state, "C", 1, 1).readyOn).toBe(on(1));
  });

  test.each([
    { name: "no routing", more: { operations: [] }, code: "NO_ROUTING" },
    {
      name: "no bill though it is made of something",
      more: { items: [item("A", { lacksBill: true })] },
      code: "NO_BILL",
    },
    {
      name: "a phantom of nothing",
      more: { items: [item("A", { isPhantom: true })], operations: [] },
      code: "NO_BILL",
    },
  ])("what no work order can be made of is not promised beyond stock and receipts: $name", ({ more, code }) => {
    const given = factory({
      items: [item("A")],
      operations: [operation("A", "W", 1)],
      workCenters: [center("W")],
      supplies: [
        { itemId: "A", onDate: TODAY, quantity: "2" },
        { itemId: "A", onDate: on(4), quantity: "3" },
      ],
      ...more,
    });
    const state = openPromises(given);
    expect([ask(state, "A", 2, 0).readyOn, ask(state, "A", 5, 9).readyOn]).toEqual([TODAY, on(4)]);
    const refusals = [{ code, field: "itemId", values: { item: "A", itemId: "A" } }];
    expect(askPromise(state, { itemId: "A", quantity: decimal(6), wantedOn: on(9) })).toMatchObject({ refusals });
    // It is named as well where it is only a part of what is asked for.
    const within = openPromises({
      ...given,
      items: [...given.items, item("TOP")],
      bomLines: [{ parentItemId: "TOP", componentItemId: "A", quantity: "1", scrapRate: "0" }],
      operations: [...given.operations, operation("TOP", "W", 1)],
    });
    expect(ask(within, "TOP", 5, 9).readyOn).toBe(on(4));
    expect(askPromise(within, { itemId: "TOP", quantity: decimal(6), wantedOn: on(9) })).toMatchObject({ refusals });
  });

  test.each([
    { name: "no calendar", more: { hasCalendar: false }, code: "CENTER_WITHOUT_CALENDAR" },
    { name: "no minutes on any day", more: {}, code: "CENTER_WITHOUT_CAPACITY" },
  ])("a work centre that gives nothing is named, and the rest is answered: $name", ({ more, code }) => {
    const state = openPromises(
      factory({
        items: [item("A"), item("B")],
        operations: [operation("A", "W", 1), operation("B", "V", 1)],
        workCenters: [{ ...center("W", 0), ...more }, center("V")],
        supplies: [{ itemId: "A", onDate: TODAY, quantity: "2" }],
      }),
    );
    expect(askPromise(state, { itemId: "A", quantity: decimal(3), wantedOn: TODAY })).toMatchObject({
      refusals: [{ code, field: "itemId", values: { center: "W", workCenterId: "W" } }],
    });
    expect([ask(state, "A", 2, 0).readyOn, ask(state, "B", 1, 0).readyOn]).toEqual([TODAY, TODAY]);
  });

  test("not within the horizon, no such item, no quantity, part of a piece, a day gone by: a sentence each", () => {
    const state = openPromises(
      factory({
        items: [item("A"), item("KG", { decimals: 1 })],
        operations: [operation("A", "W", 480), operation("KG", "W", 1)],
        workCenters: [center("W")],
      }),
    );
    const question = { itemId: "A", quantity: decimal(1), wantedOn: TODAY };
    expect(askPromise(state, { ...question, quantity: decimal(DAYS + 1) })).toMatchObject({
      refusals: [{ code: "NO_DATE_IN_HORIZON", values: { item: "A", center: "W", days: DAYS } }],
    });
    expect(askPromise(state, { ...question, quantity: decimal("1.5") })).toMatchObject({
      refusals: [{ code: "QUANTITY_TOO_FINE", field: "quantity", values: { decimals: 0 } }],
    });
    expect(askPromise(state, { ...question, itemId: "KG", quantity: decimal("1.5") })).toMatchObject({ ok: true });
    expect(askPromise(state, { ...question, wantedOn: on(-1) })).toMatchObject({
      refusals: [{ code: "WANTED_IN_PAST", field: "wantedOn", values: { today: TODAY } }],
    });
    expect(askPromise(state, { ...question, itemId: "X" })).toMatchObject({
      refusals: [{ code: "PLAN_ITEM_UNKNOWN" }],
    });
    expect(askPromise(state, { ...question, quantity: decimal(0) })).toMatchObject({
      refusals: [{ code: "QUANTITY_NOT_POSITIVE" }],
    });
  });
});

const facts = fc
  .record({
    supply: fc.array(fc.constantFrom("make", "buy", "subcontract"), { minLength: 6, maxLength: 6 }),
    lead: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }),
    lines: fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 8,
    }),
    work: fc.array(fc.tuple(fc.nat(1), fc.nat(60), fc.nat(20), fc.nat(5000)), { maxLength: 12 }),
    supplies: fc.array(fc.tuple(fc.nat(5), fc.nat(40), fc.nat(30)), { maxLength: 10 }),
    demands: fc.array(fc.tuple(fc.nat(5), fc.nat(60), fc.nat(20)), { maxLength: 10 }),
    minutes: fc.array(fc.nat(90), { minLength: 6, maxLength: 6 }),
    yieldOf: fc.constantFrom("1", "0.9", "0.5"),
  })
  .map((given): PromiseFacts => {
    const ids = ["A", "B", "C", "D", "E", "F"];
    const week = Uint8Array.from({ length: DAYS }, (_, day) => (day % 7 < 5 ? 1 : 0));
    const lines = new Map(
      given.lines.map(([parent, step, quantity]) => {
        const child = Math.min(5, parent + step);
        return [`${parent}/${child}`, { parent, child, quantity }];
      }),
    );
    return factory({
      calendars: new Map([["always", week]]),
      items: ids.map((id, at) =>
        item(id, { supply: given.supply[at] as "make", leadTimeDays: given.lead[at]!, yield: given.yieldOf }),
      ),
      bomLines: [...lines.values()].map(({ parent, child, quantity }) => ({
        parentItemId: ids[parent]!,
        componentItemId: ids[child]!,
        quantity: String(quantity),
        scrapRate: "0",
      })),
      operations: ids.map((id, at) => operation(id, at % 3 === 2 ? null : ["W", "V"][at % 2]!, given.minutes[at]!)),
      workCenters: [center("W"), center("V", 960, 2)].map((one) => ({
        ...one,
        capacityMinutes: one.capacityMinutes.map((minutes, day) => minutes * week[day]!),
      })),
      work: given.work.map(([at, from, days, minutes]) => ({
        workCenterId: ["W", "V"][at]!,
        from: on(from),
        to: on(from + days),
        minutes,
      })),
      supplies: given.supplies.map(([at, day, quantity]) => ({
        itemId: ids[at]!,
        onDate: on(day),
        quantity: String(quantity),
      })),
      demands: given.demands.map(([at, day, quantity]) => ({
        itemId: ids[at]!,
        onDate: on(day),
        quantity: String(quantity),
      })),
    });
  });
const snapshot = (state: PromiseState) =>
  JSON.stringify([state.items.map((one) => [...one.supply.free]), state.centers.map((one) => [...one.free])]);
const questions = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 });

describe("in any factory", () => {
  test("a question leaves no trace, and what promises take is never more than there is", () => {
    fc.assert(
      fc.property(facts, questions, (given, asked) => {
        const state = openPromises(given);
        const undo: (() => void)[] = [];
        for (const [at, quantity] of asked) {
          const before = snapshot(state);
          const answer = askPromise(state, {
            itemId: "ABCDEF"[at]!,
            quantity: decimal(quantity),
            wantedOn: on(20),
          });
          expect(snapshot(state)).toBe(before);
          if (!answer.ok) continue;
          undo.push(takeUses(state, answer.value.uses));
          for (const one of state.items) expect(Math.min(0, ...one.supply.free)).toBe(0);
          for (const one of state.centers) expect(Math.min(0, ...one.free)).toBe(0);
        }
        for (const giveBack of undo) giveBack();
        expect(snapshot(state)).toBe(snapshot(openPromises(given)));
      }),
    );
  });

  test("whatever days supply moves to, what is held of it is free for nobody", () => {
    const day = fc.integer({ min: -3, max: 30 });
    const quantity = fc.integer({ min: 1, max: 50 });
    const pairs = fc.array(fc.tuple(day, quantity), { maxLength: 8 });
    const dated = (all: readonly (readonly [number, number])[]) =>
      all.map(([at, many]) => ({ itemId: "A", onDate: on(at), quantity: String(many) }));
    const sum = (all: Iterable<number>) => [...all].reduce((total, one) => total + one, 0);
    fc.assert(
      fc.property(pairs, pairs, pairs, (supplies, demands, uses) => {
        const state = openPromises(factory({ items: [item("A")], supplies: dated(supplies), demands: dated(demands) }));
        const before = snapshot(state);
        const { supply, unheld } = state.items[0]!;
        const [free, room] = [sum(supply.free), [...unheld]];
        const giveBack = takeUses(state, { capacity: [], supply: dated(uses) });
        expect(sum(supply.free)).toBe(Math.max(0, free - sum(uses.map(([, many]) => many))));
        for (const [at, left] of supply.free.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(unheld[at]!).toBeGreaterThanOrEqual(left);
        }
        giveBack();
        expect([snapshot(state), [...unheld]]).toEqual([before, room]);
      }),
    );
  });

  test("nothing is promised before what it uses is there", () => {
    fc.assert(
      fc.property(facts, fc.nat(5), fc.integer({ min: 1, max: 40 }), (given, at, quantity) => {
        const state = openPromises(given);
        const answer = askPromise(state, { itemId: "ABCDEF"[at]!, quantity: decimal(quantity), wantedOn: on(20) });
        if (!answer.ok) return;
        const { uses, readyOn, chain } = answer.value;
        for (const { onDate } of [...uses.capacity, ...uses.supply]) expect(onDate <= readyOn).toBe(true);
        for (const link of chain) expect(link.readyOn !== null && link.readyOn <= readyOn).toBe(true);
        expect(chain[0]!.itemCode).toBe("ABCDEF"[at]);
      }),
    );
  });

  test("what no work order can be made of stands in no promise as something to make", () => {
    fc.assert(
      fc.property(facts, fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 40 }), (given, lacking, at, quantity) => {
        const id = "ABCDEF"[lacking]!;
        const operations = given.operations.filter(({ itemId }) => itemId !== id);
        const question = { itemId: "ABCDEF"[at]!, quantity: decimal(quantity), wantedOn: on(20) };
        const answer = askPromise(openPromises({ ...given, operations }), question);
        if (answer.ok) expect(answer.value.orders.map(({ itemId }) => itemId)).not.toContain(id);
        else if (askPromise(openPromises(given), question).ok)
          expect(answer.refusals[0]).toMatchObject({ code: "NO_ROUTING", values: { item: id } });
      }),
    );
  });

  test("what is already promised never makes a later promise earlier", () => {
    fc.assert(
      fc.property(facts, questions, fc.nat(5), fc.integer({ min: 1, max: 20 }), (given, before, at, quantity) => {
        // Made of work alone: with material a promise may free nothing but may move another to a cheaper way.
        const bare = { ...given, bomLines: [], supplies: [], demands: [] };
        const state = openPromises(bare);
        const question = { itemId: "ABCDEF"[at]!, quantity: decimal(quantity), wantedOn: on(20) };
        const alone = askPromise(state, question);
        for (const [other, many] of before) {
          const answer = askPromise(state, { itemId: "ABCDEF"[other]!, quantity: decimal(many), wantedOn: on(20) });
          if (answer.ok) takeUses(state, answer.value.uses);
        }
        const after = askPromise(state, question);
        if (alone.ok && after.ok) expect(after.value.readyOn >= alone.value.readyOn).toBe(true);
        else expect(after.ok && !alone.ok).toBe(false);
      }),
    );
  });
});

describe("what a hold stands on", () => {
  const supply = (quantity: number, day: number) => ({ itemId: "BOLT", quantity: String(quantity), onDate: on(day) });
  const stateWith = (...supplies: [quantity: number, day: number][]) =>
    openPromises(
      factory({
        items: [item("BOLT", { supply: "buy" })],
        supplies: supplies.map(([quantity, day]) => ({ ...supply(quantity, day), isDemand: false })),
      }),
    );
  const held = { capacity: [], supply: [supply(8, 5), supply(2, 0)] };
  const lackingIn = (state: PromiseState) => lackingItem(state, held, held);

  test("called off or moved behind its day it is lacking; sooner, or made up for by what nobody holds, it is not", () => {
    expect(lackingIn(stateWith([2, 0], [8, 5]))).toBeUndefined();
    expect(lackingIn(stateWith([2, 0]))).toBe("BOLT");
    expect(lackingIn(stateWith([2, 0], [8, 6]))).toBe("BOLT");
    expect(lackingIn(stateWith([2, 0], [7, 5]))).toBe("BOLT");
    expect(lackingIn(stateWith([2, 0], [8, 4]))).toBeUndefined();
    expect(lackingIn(stateWith([10, 0]))).toBeUndefined();
    expect(lackingIn(stateWith([1, 0], [9, 5]))).toBe("BOLT");
    // Another holds one more of the two that are there now.
    const both = { capacity: [], supply: [...held.supply, supply(1, 0)] };
    expect(lackingItem(stateWith([2, 0], [8, 5]), held, both)).toBe("BOLT");
    expect(lackingItem(stateWith([3, 0], [8, 5]), held, both)).toBeUndefined();
  });

  test("is never lacking right after it was found, whatever else is held", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 }),
        (supplies, quantities) => {
          const state = stateWith(...supplies);
          const all = quantities.flatMap((quantity) => {
            const answer = askPromise(state, { itemId: "BOLT", quantity: decimal(quantity), wantedOn: on(3) });
            if (!answer.ok) return [];
            takeUses(state, answer.value.uses);
            return [answer.value.uses];
          });
          const held = { capacity: [], supply: all.flatMap(({ supply }) => supply) };
          expect(all.map((uses) => lackingItem(state, uses, held))).toEqual(all.map(() => undefined));
        },
      ),
    );
  });
});

describe("what is free", () => {
  const pairs = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 50 })), { maxLength: 12 });
  test("supply less need, as late as the need allows, and never below nothing", () => {
    fc.assert(
      fc.property(pairs, pairs, (supplies, demands) => {
        const { day, free } = freeSupply(supplies, demands);
        const sum = (all: readonly (readonly [number, number])[], until = Number.POSITIVE_INFINITY) =>
          all.reduce((total, [on, quantity]) => total + (on <= until ? quantity : 0), 0);
        const left = free.reduce((total, one) => total + one, 0);
        expect(left).toBe(Math.max(0, sum(supplies) - sum(demands)));
        for (const [at, one] of day.entries()) {
          expect(free[at]!).toBeGreaterThanOrEqual(0);
          // What is free until a day is never more than what is there then and not needed before it.
          const until = free.slice(0, at + 1).reduce((total, more) => total + more, 0);
          expect(until).toBeLessThanOrEqual(Math.max(0, sum(supplies, one)));
        }
      }),
    );
  });

  test("work beyond a day's minutes goes on the next; none is lost while there is room", () => {
    const work = fc.array(
      fc.record({ from: fc.nat(20), days: fc.nat(5), minutes: fc.nat(900) }).map(({ from, days, minutes }) => ({
        from,
        to: from + days,
        minutes,
      })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(work, (pieces) => {
        const capacity = new Int32Array(100).fill(480);
        const free = freeCapacity(capacity, pieces);
        const given = pieces.reduce((sum, one) => sum + one.minutes, 0);
        expect(free.reduce((sum, one) => sum + one, 0)).toBe(480 * 100 - given);
        expect([...free].every((one) => one >= 0)).toBe(true);
        expect([...freeCapacity(capacity, pieces.toReversed())]).toEqual([...free]);
      }),
    );
  });
});
