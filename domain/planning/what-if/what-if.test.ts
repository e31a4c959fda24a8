import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, decimal } from "../../shared/index.ts";
import { planFromRecords } from "../plan-from-records.ts";
import type { PlanInput, PlanResult } from "../plan-records.ts";
import { bom, input, item, purchase, sale, TODAY } from "../sample-plan.test-data.ts";
import { applyChanges, type WhatIfCapacity, type WhatIfChange } from "./changes.ts";
import type { Works } from "./compare-load.ts";
import { compareWhatIf, type WhatIfComparison } from "./compare-what-if.ts";

/** A pump of a shaft and two seals; the shaft is turned of a bar. An order of 10 on the 20th, and the bar is on its way. */
const pump = input({
  items: [
    item("PUMP", { supply: "make", leadTimeDays: 3 }),
    item("SHAFT", { supply: "make", leadTimeDays: 2, onHand: "4" }),
    item("SEAL", { supply: "buy", leadTimeDays: 5, onHand: "100", safetyStock: "10" }),
    item("BAR", { supply: "buy", leadTimeDays: 30 }),
  ],
  bomLines: [bom("PUMP", "SHAFT", "1"), bom("PUMP", "SEAL", "2"), bom("SHAFT", "BAR", "1")],
  demands: [sale("PUMP", "10", "2026-04-20", { id: "SO-1" })],
  receipts: [purchase("BAR", "6", "2026-04-10", { id: "PO-1" })],
});
const records = [purchase("BAR", "6", "2026-04-10", { id: "PO-1" })].map(({ id, line }) => ({
  kind: "purchase" as const,
  id,
  line,
}));
const later = (daysLater: number, quantity: string | null = null): WhatIfChange => ({
  ...{ kind: "receipt", record: records[0]!, daysLater, quantity },
});
const need = (itemId: string, quantity: string, neededOn: string): WhatIfChange => ({
  ...{ kind: "need", itemId, quantity, neededOn, partnerId: null },
});

function compared(of: PlanInput, changes: readonly WhatIfChange[], works?: Works): WhatIfComparison {
  const outcome = compareWhatIf(of, changes, { ...(works && { works }), most: 100_000 });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

function refusals(of: PlanInput, ...changes: WhatIfChange[]) {
  const outcome = compareWhatIf(of, changes);
  return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => `${code} ${field}`);
}

describe("what if", () => {
  test("a bar that comes nine days later makes the pump's customer wait, by the shaft and the pump's lead times", () => {
    const { demands, orders, sums } = compared(pump, [later(9)]);
    // In time: bar on the 10th, needed for the shafts on the 15th. Nine days later it is the 19th, four days after they should begin.
    expect(demands.rows.map(({ id, lateDaysBefore, lateDaysAfter }) => [id, lateDaysBefore, lateDaysAfter])).toEqual([
      ["SO-1", 0, 4],
    ]);
    expect([demands.worseIds, demands.better, orders.total]).toEqual([["SO-1"], 0, 0]);
    expect([sums.before.lateDemands, sums.after.lateDemands]).toEqual([0, 1]);
  });

  test("what a phantom and an item that runs out hand on is late by what comes instead, and not uncovered", () => {
    const kit = input({
      items: [
        item("PUMP", { supply: "make", leadTimeDays: 3 }),
        item("KIT", { supply: "make", isPhantom: true }),
        item("OLD", { supply: "buy", leadTimeDays: 5, onHand: "4" }),
        item("NEW", { supply: "buy", leadTimeDays: 5 }),
      ],
      bomLines: [
        bom("PUMP", "KIT", "1"),
        bom("KIT", "OLD", "1"),
        bom("OLD", "NEW", "0.5", { isSuccessor: true, validFrom: TODAY }),
      ],
      demands: [
        sale("PUMP", "10", "2026-04-20", { id: "SO-1" }),
        sale("OLD", "2", "2026-04-24", { id: "SO-2" }),
        sale("KIT", "1", "2026-04-27", { id: "SO-3" }),
      ],
      receipts: [purchase("NEW", "9", "2026-04-10", { id: "PO-1" })],
    });
    const { demands, sums } = compared(kit, [later(9)]);
    // The order of pumps begins on the 17th, what is to come instead of the old ones on the 19th.
    expect(sums.before.lateDemands).toBe(0);
    expect(demands.rows.map(({ id, lateDaysBefore, lateDaysAfter }) => [id, lateDaysBefore, lateDaysAfter])).toEqual([
      ["SO-1", 0, 2],
    ]);
  });

  test("a receipt that comes with less leads to an order that cannot come in time", () => {
    const { orders, demands, exceptions } = compared(pump, [later(0, "2")]);
    expect(orders.rows).toMatchObject([
      { itemId: "BAR", was: null, now: { quantity: "4", startOn: TODAY, dueOn: "2026-04-15", isPastDue: true } },
    ]);
    expect(demands.rows).toMatchObject([{ id: "SO-1", lateDaysBefore: 0, lateDaysAfter: 16 }]);
    expect(exceptions.rows.map(({ becomes, kind, itemId }) => [becomes, kind, itemId])).toEqual([
      ["comes", "raise", "BAR"],
      ["comes", "past_due_start", "BAR"],
    ]);
  });

  test("a late customer's order is in time again when the supplier comes earlier", () => {
    const late = { ...pump, receipts: [{ ...pump.receipts[0]!, dueOn: "2026-04-19" }] };
    const { demands, exceptions } = compared(late, [later(-5)]);
    expect(demands.rows).toMatchObject([{ lateDaysBefore: 4, lateDaysAfter: 0 }]);
    expect([demands.worseIds, demands.better]).toEqual([[], 1]);
    expect(exceptions.rows).toMatchObject([{ becomes: "goes", kind: "expedite" }]);
  });

  test("an additional need says when it can be there, and what it asks of all levels", () => {
    const { needs, orders, stocks } = compared(pump, [need("PUMP", "5", "2026-04-25")]);
    expect(orders.rows.map(({ itemId, was, now }) => [itemId, was?.quantity, now?.quantity])).toEqual([
      ["BAR", undefined, "5"],
      ["SHAFT", undefined, "5"],
      ["PUMP", undefined, "5"],
    ]);
    // The bar takes thirty days from today, then two for the shaft and three for the pump.
    expect(needs).toEqual([{ change: 0, lateDays: daysBetween("2026-04-25", "2026-05-06") }]);
    expect(stocks[0]).toMatchObject({ itemId: "PUMP", before: [{ onDate: TODAY, balance: "0" }, {}] });
    expect(stocks[0]!.after.at(-1)).toEqual({ onDate: "2026-04-25", balance: "0" });
  });

  test("an item with another lot rule is ordered otherwise: the order of the same day stands in the place of the old one", () => {
    const { orders, sums } = compared(pump, [
      { kind: "item", itemId: "PUMP", parameters: { lotRule: "fixed", lotFixed: "25" } },
    ]);
    const [change] = orders.rows.filter(({ itemId }) => itemId === "PUMP");
    expect(change).toMatchObject({ was: { quantity: "10" }, now: { quantity: "25" } });
    expect([orders.comes + orders.goes + orders.changes, sums.after.orders.make]).toEqual([orders.total, 2]);
  });

  test("safety stock that is raised shows in the projected stock of the item", () => {
    const { stocks } = compared(pump, [{ kind: "item", itemId: "SEAL", parameters: { safetyStock: "90" } }]);
    expect(stocks[0]).toMatchObject({ itemId: "SEAL", safetyStock: { before: "10", after: "90" } });
    const last = (points: readonly { balance: string }[]) => points.at(-1)!.balance;
    expect([last(stocks[0]!.before), last(stocks[0]!.after)]).toEqual(["80", "90"]);
  });

  test("an exception of a firm planned order names it by its number; one of a proposal names none", () => {
    const firm = { kind: "firm" as const, id: "7", line: null };
    const records: PlanInput = {
      ...pump,
      receipts: [...pump.receipts, { ...firm, itemId: "SHAFT", quantity: "5", dueOn: "2026-04-25", orderKey: null }],
    };
    const { exceptions } = compared(records, [need("PUMP", "12", "2026-04-18")]);
    const told = exceptions.rows.map(({ becomes, kind, itemId, subject }) => [becomes, kind, itemId, subject]);
    expect(told.filter(([, kind]) => kind === "expedite")).toEqual([
      ["changed", "expedite", "SHAFT", { kind: "planned", seq: 7 }],
    ]);
    expect(told.filter(([, kind]) => kind === "past_due_start").map(([, , , subject]) => subject)).toEqual([null]);
  });

  test("a lot rule is checked as the item's own form checks it", () => {
    const lots = (parameters: (WhatIfChange & { kind: "item" })["parameters"]) =>
      refusals(pump, { kind: "item", itemId: "PUMP", parameters });
    expect(lots({ lotRule: "period", lotPeriodDays: 0 })).toEqual([
      "LOT_PERIOD_MISSING changes.0.parameters.lotPeriodDays",
    ]);
    expect(lots({ lotRule: "min_max", lotMinimum: "8", lotMaximum: "5" })).toEqual([
      "LOT_MAXIMUM_BELOW_MINIMUM changes.0.parameters.lotMaximum",
    ]);
    expect(lots({ lotRule: "economic", setupCostYen: "8000" })).toEqual([
      "LOT_HOLDING_COST_MISSING changes.0.parameters.holdingCostYenPerYear",
    ]);
    expect(lots({ lotRule: "wagner_whitin" })).toEqual([
      "LOT_SETUP_COST_MISSING changes.0.parameters.setupCostYen",
      "LOT_HOLDING_COST_MISSING changes.0.parameters.holdingCostYenPerYear",
    ]);
  });

  test("lots that weigh set-up against holding put several days' needs into one order", () => {
    const twice = { ...pump, demands: [...pump.demands, sale("PUMP", "4", "2026-04-22", { id: "SO-2" })] };
    const { orders } = compared(twice, [
      {
        ...{ kind: "item", itemId: "PUMP" },
        parameters: { lotRule: "wagner_whitin", setupCostYen: "8000", holdingCostYenPerYear: "100" },
      },
    ]);
    const pumps = orders.rows.filter(({ itemId }) => itemId === "PUMP");
    expect(pumps.map(({ was, now }) => [was?.quantity, now?.quantity])).toEqual([
      ["10", "14"],
      ["4", undefined],
    ]);
  });

  test("refuses at the field that is wrong", () => {
    expect(refusals(pump, need("NONE", "5", "2026-04-25"))).toEqual(["PLAN_ITEM_UNKNOWN changes.0.itemId"]);
    expect(refusals(pump, need("PUMP", "1.5", "2026-03-31"))).toEqual([
      "PLANNED_QUANTITY_TOO_FINE changes.0.quantity",
      "WHAT_IF_DAY_PAST changes.0.neededOn",
    ]);
    expect(refusals(pump, need("PUMP", "1", "2027-03-31"))).toEqual(["WHAT_IF_DAY_BEYOND changes.0.neededOn"]);
    const gone: WhatIfChange = { ...later(3), record: { kind: "purchase", id: "PO-9", line: 1 } } as WhatIfChange;
    expect(refusals(pump, later(1), gone)).toEqual(["WHAT_IF_RECEIPT_GONE changes.1.record"]);
    expect(refusals(pump, later(1), later(2))).toEqual(["WHAT_IF_TWICE changes.1.record"]);
    expect(refusals(pump, later(0))).toEqual(["WHAT_IF_SAYS_NOTHING changes.0.daysLater"]);
    expect(refusals(pump, later(-10))).toEqual(["WHAT_IF_DAY_PAST changes.0.daysLater"]);
    expect(refusals(pump, later(0, "-1"))).toEqual(["QUANTITY_NOT_POSITIVE changes.0.quantity"]);
    const lead = (leadTimeDays: number): WhatIfChange => ({
      kind: "item",
      itemId: "PUMP",
      parameters: { leadTimeDays },
    });
    expect(refusals(pump, lead(-1))).toEqual(["PLAN_LEAD_TIME_INVALID changes.0.parameters.leadTimeDays"]);
    expect(refusals(pump, { kind: "item", itemId: "PUMP", parameters: {} })).toEqual([
      "WHAT_IF_SAYS_NOTHING changes.0.itemId",
    ]);
    expect(refusals(pump, { kind: "item", itemId: "PUMP", parameters: { lotRule: "fixed" } })).toEqual([
      "LOT_FIXED_MISSING changes.0.parameters.lotFixed",
    ]);
    const lots = { lotRule: "min_max" as const, lotMaximum: "2", lotMultiple: "5" };
    expect(refusals(pump, { kind: "item", itemId: "PUMP", parameters: lots })).toEqual([
      "LOT_YIELDS_NOTHING changes.0.parameters.lotRule",
    ]);
  });
});

describe("the load", () => {
  const week = (from: string, to: string) => ({ from, to });
  const works: Works = {
    // A Wednesday to a Sunday, then whole weeks.
    weeks: [week(TODAY, "2026-04-05"), week("2026-04-06", "2026-04-12"), week("2026-04-13", "2026-04-19")],
    centers: [{ id: "LATHE", machineCount: 2, minutesPerDay: 480, calendarId: null }],
    calendars: [{ id: "ALL", worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: false, days: [], shifts: [] }],
    routing: [
      {
        ...{ itemId: "SHAFT", operationNumber: 10, workCenterId: "LATHE", setupMinutes: 30, runMinutesPerUnit: 20 },
        ...{ outsideDays: 0, validFrom: null, validTo: null },
      },
    ],
    orderWork: { before: [], after: [] },
  };
  const sum = (weeks: readonly { planMinutes: number }[]) => weeks.reduce((all, one) => all + one.planMinutes, 0);
  const capacity = (overtimeMinutes: number | null): WhatIfCapacity => ({
    ...{ kind: "capacity", workCenterId: "LATHE", from: "2026-04-07", to: "2026-04-08", overtimeMinutes },
  });

  test("of what is planned changes with the plan", () => {
    const { load } = compared(pump, [need("SHAFT", "7", "2026-04-19")], works);
    const [lathe] = load!.centers;
    expect([sum(lathe!.before), sum(lathe!.after)]).toEqual([30 + 6 * 20, 2 * 30 + 13 * 20]);
  });

  test("has less room when days are lost and more with overtime; the plan stays as it is", () => {
    const closed = compared(pump, [capacity(null)], works);
    const given = (answer: WhatIfComparison) => answer.load!.centers[0]!.after.map((one) => one.capacityMinutes);
    expect(given(closed)).toEqual([2880, 3 * 960, 4800]);
    expect(given(compared(pump, [capacity(60)], works))).toEqual([2880, 4800 + 2 * 120, 4800]);
    // On a day that is closed nobody works longer.
    expect(given(compared(pump, [capacity(60), capacity(null)], works))).toEqual([2880, 3 * 960, 4800]);
    expect([closed.orders.total, closed.exceptions.total, closed.demands.total]).toEqual([0, 0, 0]);
  });
});

/* Random small factories and questions. */
const CODES = ["A", "B", "C", "D", "E", "F"];
const day = fc.integer({ min: 0, max: 80 }).map((days) => addDays(TODAY, days));
const count = (min: number, max: number) => fc.integer({ min, max }).map(String);
const someItem = fc.constantFrom(...CODES);
const factory: fc.Arbitrary<PlanInput> = fc
  .record({
    items: fc.tuple(
      ...CODES.map((code) =>
        fc
          .record({
            supply: fc.constantFrom("make" as const, "buy" as const),
            leadTimeDays: fc.integer({ min: 0, max: 12 }),
            safetyStock: fc.constantFrom("0", "0", "7"),
            lotRule: fc.constantFrom("lot_for_lot" as const, "fixed" as const, "period" as const),
            lotFixed: count(1, 40),
            lotPeriodDays: fc.integer({ min: 1, max: 15 }),
            yield: fc.constantFrom("1", "0.9"),
            onHand: count(0, 20),
          })
          .map((changes) => item(code, changes)),
      ),
    ),
    bomLines: fc.uniqueArray(
      fc
        .record({ parent: fc.integer({ min: 0, max: 4 }), step: fc.integer({ min: 1, max: 5 }), quantity: count(1, 3) })
        .map(({ parent, step, quantity }) => bom(CODES[parent]!, CODES[Math.min(5, parent + step)]!, quantity)),
      { maxLength: 9, selector: (line) => `${line.parentItemId} ${line.componentItemId}` },
    ),
    demands: fc.array(fc.record({ itemId: someItem, quantity: count(1, 30), neededOn: day }), { maxLength: 8 }),
    receipts: fc.array(fc.record({ itemId: someItem, quantity: count(1, 30), dueOn: day }), { maxLength: 6 }),
  })
  .map(({ demands, receipts, ...rest }) =>
    input({
      ...rest,
      demands: demands.map((one, at) => sale(one.itemId, one.quantity, one.neededOn, { id: `SO-${at}` })),
      receipts: receipts.map((one, at) => purchase(one.itemId, one.quantity, one.dueOn, { id: `PO-${at}` })),
    }),
  );
const question = (records: PlanInput): fc.Arbitrary<WhatIfChange[]> => {
  const needs = fc.record({ itemId: someItem, quantity: count(1, 30), neededOn: day }).map((one) => ({
    ...({ kind: "need", partnerId: null } as const),
    ...one,
  }));
  const items = fc
    .record({ itemId: someItem, leadTimeDays: fc.integer({ min: 0, max: 15 }), safetyStock: count(0, 12) })
    .map(({ itemId, ...parameters }): WhatIfChange => ({ kind: "item", itemId, parameters }));
  const receipts = fc
    .record({
      at: fc.nat({ max: Math.max(0, records.receipts.length - 1) }),
      daysLater: fc.integer({ min: 1, max: 20 }),
      quantity: fc.option(count(0, 30)),
    })
    .filter(() => records.receipts.length > 0)
    .map(({ at, ...rest }): WhatIfChange => {
      const { kind, id, line } = records.receipts[at]!;
      return { kind: "receipt", record: { kind: kind as "purchase" | "step", id, line }, ...rest };
    });
  const any = records.receipts.length > 0 ? fc.oneof(needs, items, receipts) : fc.oneof(needs, items);
  const selector = (one: WhatIfChange) =>
    one.kind === "receipt"
      ? one.record.id
      : one.kind === "need"
        ? `${one.itemId} ${one.neededOn}`
        : one.kind === "item"
          ? one.itemId
          : "";
  return fc.uniqueArray<WhatIfChange, string>(any, { minLength: 1, maxLength: 4, selector });
};
const asked = factory.chain((records) => question(records).map((changes) => ({ records, changes })));

function planOf(records: PlanInput): PlanResult {
  const outcome = planFromRecords(records);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const texts = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
/** What of `a` is not in `b`, each row as often as it is there once more. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** By following the pegs from each demand down, a promise at a time: how a person would look it up. */
function lateByHand(records: PlanInput, plan: PlanResult): Map<string, number> {
  const readyOrder = new Map<number, string>();
  const readySupply = ({ supply }: PlanResult["pegs"][number]): string => {
    if (supply.kind === "stock") return TODAY;
    if (supply.kind !== "planned") return records.receipts.find((one) => one.id === supply.id)!.dueOn;
    const known = readyOrder.get(supply.seq);
    if (known) return known;
    const order = plan.orders[supply.seq]!;
    const waits = plan.pegs
      .filter(({ demand }) => demand.kind === "planned" && demand.seq === order.seq)
      .map((one) => daysBetween(one.neededOn, readySupply(one)));
    const wait = Math.max(0, ...waits);
    const lead = records.items.find((one) => one.id === order.itemId)!.leadTimeDays;
    const last = addDays(TODAY, records.horizonDays - 1);
    const start = addDays(order.startOn, wait);
    // Every day is worked in these factories.
    const anew = addDays([start, last].sort()[0]!, lead);
    const beyond = addDays(TODAY, records.horizonDays);
    const ready = wait === 0 && !order.isPastDue ? order.dueOn : [order.dueOn, [anew, beyond].sort()[0]!].sort()[1]!;
    readyOrder.set(supply.seq, ready);
    return ready;
  };
  const late = new Map<string, number>();
  for (const one of plan.pegs) {
    if (one.demand.kind !== "sales") continue;
    const days = Math.max(0, daysBetween(one.neededOn, readySupply(one)));
    late.set(one.demand.id, Math.max(days, late.get(one.demand.id) ?? 0));
  }
  return late;
}

describe("any factory and any question", () => {
  test("without a change nothing differs", () => {
    fc.assert(
      fc.property(factory, (records) => {
        const { orders, exceptions, demands, needs, stocks, sums } = compared(records, []);
        expect([orders.total, exceptions.total, demands.total, needs, stocks]).toEqual([0, 0, 0, [], []]);
        expect(sums.after).toEqual(sums.before);
      }),
      { numRuns: 40 },
    );
  });

  test("the comparison is that of two plans made on their own, row by row", () => {
    fc.assert(
      fc.property(asked, ({ records, changes }) => {
        const changed = applyChanges(records, changes);
        if (!changed.ok) throw new Error(JSON.stringify(changed.refusals));
        const answer = compared(records, changes);
        const [before, after] = [planOf(records), planOf(changed.value.input)];

        const order = (one: PlanResult["orders"][number]) => ({
          ...{ itemId: one.itemId, quantity: one.quantity, startOn: one.startOn },
          ...{ dueOn: one.dueOn, isPastDue: one.isPastDue },
        });
        const [oldOrders, newOrders] = [texts(before.orders.map(order)), texts(after.orders.map(order))];
        const told = (side: "was" | "now") =>
          texts(answer.orders.rows.flatMap(({ itemId, [side]: one }) => (one ? [{ itemId, ...one }] : [])));
        expect(told("was")).toEqual(without(oldOrders, newOrders));
        expect(told("now")).toEqual(without(newOrders, oldOrders));

        const exception = ({ kind, itemId, quantity, onDate, wantedDate }: PlanResult["exceptions"][number]) => ({
          ...{ kind, itemId, quantity, onDate, wantedDate },
        });
        const [oldOnes, newOnes] = [texts(before.exceptions.map(exception)), texts(after.exceptions.map(exception))];
        const come = answer.exceptions.rows.filter(({ becomes }) => becomes !== "goes").map(exception as never);
        expect(come.length - answer.exceptions.rows.filter(({ becomes }) => becomes === "goes").length).toBe(
          newOnes.length -
            oldOnes.length +
            answer.exceptions.rows.filter(({ becomes }) => becomes === "changed").length,
        );
        expect(without(newOnes, oldOnes).every((one) => texts(come).includes(one))).toBe(true);

        const [lateBefore, lateAfter] = [lateByHand(records, before), lateByHand(changed.value.input, after)];
        const differing = records.demands
          .filter(({ id }) => lateBefore.get(id) !== lateAfter.get(id))
          .map(({ id }) => `${id} ${lateBefore.get(id)} ${lateAfter.get(id)}`);
        expect(answer.demands.rows.map((one) => `${one.id} ${one.lateDaysBefore} ${one.lateDaysAfter}`).sort()).toEqual(
          differing.sort(),
        );
        for (const { change, lateDays } of answer.needs)
          expect(lateDays).toBe(lateAfter.get(changed.value.needIds[change]!));

        for (const { itemId, after: points } of answer.stocks) {
          const at = (to: string) =>
            after.orders
              .filter((one) => one.itemId === itemId && one.dueOn <= to)
              .reduce(
                (sum, one) => sum.plus(one.expectedQuantity),
                decimal(records.items.find((x) => x.id === itemId)!.onHand),
              );
          const { onDate, balance } = points.at(-1)!;
          const receipts = changed.value.input.receipts.filter((one) => one.itemId === itemId && one.dueOn <= onDate);
          const needs = after.pegs.filter(
            ({ itemId: of, demand }) => of === itemId && (demand.kind === "planned" || demand.kind === "sales"),
          );
          const expected = receipts
            .reduce((sum, one) => sum.plus(one.quantity), at(onDate))
            .minus(needs.reduce((sum, one) => sum.plus(one.quantity), decimal(0)));
          expect(balance).toBe(expected.toFixed());
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the order of the changes does not matter, and neither do the records' own", () => {
    fc.assert(
      fc.property(asked, ({ records, changes }) => {
        const [one, other] = [compared(records, changes), compared(records, changes.toReversed())];
        expect(other).toEqual({
          ...one,
          needs: one.needs
            .map(({ change, ...rest }) => ({ change: changes.length - 1 - change, ...rest }))
            .sort((a, b) => a.change - b.change),
        });
        const mixed = { ...records, items: records.items.toReversed(), demands: records.demands.toReversed() };
        expect(compared(mixed, changes)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
