import fc from "fast-check";
import type { DemandRow, LineRow, ReceiptRow, ReservationRow } from "./changed-rows.ts";
import { LOT_RULE, NO_GROUP, outsideCode, type Plan, type PlanData, SUPPLY } from "./plan-data.ts";
import type { ItemChange, ItemParameters } from "./plan-state.ts";

/*
 * Random small factories, kept as plain lists item by item beside the planner's own blocks: what a change does to them is written here
 * a second time, as simply as possible.
 */

export const DAY_COUNT = 60;
const HISTORY_DAYS = 40;
const FOR_EVER = 100_000;

interface ModelItem {
  parameters: ItemParameters;
  demands: DemandRow[];
  receipts: ReceiptRow[];
  reservations: ReservationRow[];
  lines: LineRow[];
}

export type Model = ModelItem[];

/** One change as drawn: which item, which list, and the new list. Row ids are given when it is applied. */
export interface DrawnChange {
  readonly item: number;
  readonly kind: "demands" | "receipts" | "reservations" | "lines" | "parameters";
  readonly drawn: DrawnItem;
}

export interface DrawnItem {
  readonly parameters: ItemParameters;
  readonly demands: readonly Omit<DemandRow, "id">[];
  readonly receipts: readonly Omit<ReceiptRow, "id">[];
  readonly reservations: readonly { quantity: number; demandAt: number; group: number }[];
  readonly lines: readonly (Omit<LineRow, "child"> & { step: number })[];
}

/** Gives out ids of rows. */
export class Ids {
  private next = 0;
  take(): number {
    return this.next++;
  }
}

/**
 * Components lie so many items further on; where `mayTurn` the count goes round, so that bills of material may contain themselves.
 * Items without a step left have no lines.
 */
function linesOf(drawn: DrawnItem, item: number, count: number, mayTurn: boolean): LineRow[] {
  const lines = drawn.lines.flatMap(({ step, ...line }) => {
    const child = item + step;
    if (child < count) return [{ ...line, child }];
    return mayTurn ? [{ ...line, child: child % count }] : [];
  });
  // A successor stays one for ever and gives something for what it takes the place of; there is one of them.
  const first = lines.findIndex((line) => line.isSuccessor);
  return lines.map((line, at) =>
    at === first ? { ...line, numerator: Math.abs(line.numerator), toDay: FOR_EVER } : { ...line, isSuccessor: false },
  );
}

const reservationsOf = (drawn: DrawnItem, demands: readonly DemandRow[]): ReservationRow[] =>
  drawn.reservations.map(({ demandAt, ...row }) => ({ ...row, demand: demands[demandAt]?.id ?? -1 }));

export function modelOf(items: readonly DrawnItem[], demandIds: Ids, receiptIds: Ids, mayTurn: boolean): Model {
  return items.map((drawn, item) => {
    const demands = drawn.demands.map((row) => ({ ...row, id: demandIds.take() }));
    return {
      parameters: drawn.parameters,
      demands,
      receipts: drawn.receipts.map((row) => ({ ...row, id: receiptIds.take() })),
      reservations: reservationsOf(drawn, demands),
      lines: linesOf(drawn, item, items.length, mayTurn),
    };
  });
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const group = fc.constantFrom(NO_GROUP, NO_GROUP, NO_GROUP, 0, 1);
const YIELDS = [
  [1, 1],
  [19, 20],
  [1, 3],
] as const;

export const drawnItem: fc.Arbitrary<DrawnItem> = fc.record({
  parameters: fc
    .record({
      supply: fc.constantFrom(SUPPLY.make, SUPPLY.make, SUPPLY.make, SUPPLY.buy, SUPPLY.subcontract, SUPPLY.phantom),
      leadDays: whole(0, 9),
      calendar: whole(0, 1),
      safetyStock: fc.constantFrom(0, 0, 7),
      lotRule: fc.constantFrom(...Object.values(LOT_RULE)),
      lotFixed: whole(1, 40),
      lotPeriodDays: whole(1, 15),
      lotMinimum: fc.constantFrom(0, 8),
      lotMaximum: fc.constantFrom(0, 25),
      lotMultiple: fc.constantFrom(0, 3),
      yield: fc.constantFrom(...YIELDS),
      isOrderBound: whole(0, 1),
      setupCost: fc.constantFrom(0, 5, 400),
      holdingCost: fc.constantFrom(0, 0.1, 2),
      fenceDays: fc.constantFrom(0, 0, 0, 12),
      onHand: whole(0, 30),
    })
    .map(({ yield: [yieldNumerator, yieldDenominator], ...rest }) => ({ ...rest, yieldNumerator, yieldDenominator })),
  demands: fc.array(fc.record({ day: whole(-4, DAY_COUNT - 1), quantity: whole(1, 30), group }), { maxLength: 4 }),
  receipts: fc.array(
    fc.record({ day: whole(-4, DAY_COUNT + 5), quantity: whole(0, 30), group, isStep: fc.boolean() }),
    { maxLength: 2 },
  ),
  reservations: fc.array(fc.record({ quantity: whole(1, 20), demandAt: whole(0, 7), group }), { maxLength: 2 }),
  lines: fc.array(
    fc.record({
      step: whole(1, 4),
      numerator: fc.constantFrom(1, 2, 7, 1, 2, -1),
      denominator: fc.constantFrom(1, 1, 3),
      fromDay: fc.constantFrom(-1000, -1000, 20),
      toDay: fc.constantFrom(1000, 1000, 30),
      offsetDays: fc.constantFrom(0, 0, 2),
      isSuccessor: fc.constantFrom(false, false, false, false, true),
    }),
    { maxLength: 3 },
  ),
});

/** Factories of a few items. */
export const drawnItems = fc.array(drawnItem, { minLength: 5, maxLength: 9 });

/** The same, none of whose bills of material contains itself. */
export const models = drawnItems.map((items) => modelOf(items, new Ids(), new Ids(), false));

/** Does a change to the model, and says it as the planner takes it. */
export function applyToModel(
  model: Model,
  { item: drawnNumber, kind, drawn }: DrawnChange,
  demandIds: Ids,
  receiptIds: Ids,
  mayTurn: boolean,
): ItemChange {
  const item = drawnNumber % model.length;
  const of = model[item]!;
  if (kind === "parameters") {
    of.parameters = drawn.parameters;
    return { item, parameters: drawn.parameters };
  }
  if (kind === "demands") {
    // The first stays what it is; reservations of those that go stand for nobody.
    of.demands = [...of.demands.slice(0, 1), ...drawn.demands.map((row) => ({ ...row, id: demandIds.take() }))];
    of.reservations = of.reservations.filter(
      (row) => row.demand < 0 || of.demands.some((demand) => demand.id === row.demand),
    );
    return { item, demands: of.demands, reservations: of.reservations };
  }
  if (kind === "receipts") of.receipts = drawn.receipts.map((row) => ({ ...row, id: receiptIds.take() }));
  else if (kind === "reservations") of.reservations = reservationsOf(drawn, of.demands);
  else of.lines = linesOf(drawn, item, model.length, mayTurn);
  return { item, [kind]: of[kind] };
}

/** The model as data of its own, and what its rows are called. */
export function dataOf(model: Model): { data: PlanData; demandIds: number[]; receiptIds: number[] } {
  const rows = <T>(of: (item: ModelItem) => readonly T[]) =>
    model.flatMap((entry, item) => of(entry).map((row) => ({ ...row, item })));
  const demands = rows((entry) => entry.demands);
  const receipts = rows((entry) => entry.receipts);
  const reservations = rows((entry) => entry.reservations);
  const lines = rows((entry) => entry.lines);
  const demandIds = demands.map((row) => row.id);
  const names = Object.keys(model[0]!.parameters) as (keyof ItemParameters)[];
  const columns = Object.fromEntries(
    names.map((name) => [name, Float64Array.from(model, (entry) => entry.parameters[name])]),
  ) as unknown as Omit<PlanData["items"], "count">;
  const calendar = (isWorked: (day: number) => boolean) =>
    Uint8Array.from({ length: HISTORY_DAYS + DAY_COUNT }, (_, at) => (isWorked(at) ? 1 : 0));
  const data: PlanData = {
    dayCount: DAY_COUNT,
    calendars: [calendar(() => true), calendar((day) => day % 7 < 5)],
    historyDays: HISTORY_DAYS,
    expediteWithinDays: 10,
    delayToleranceDays: 3,
    items: { count: model.length, ...columns },
    bom: {
      parent: Uint32Array.from(lines, (row) => row.item),
      child: Uint32Array.from(lines, (row) => row.child),
      numerator: Float64Array.from(lines, (row) => row.numerator),
      denominator: Float64Array.from(lines, (row) => row.denominator),
      fromDay: Int32Array.from(lines, (row) => row.fromDay),
      toDay: Int32Array.from(lines, (row) => row.toDay),
      offsetDays: Uint16Array.from(lines, (row) => row.offsetDays),
      isSuccessor: Uint8Array.from(lines, (row) => (row.isSuccessor ? 1 : 0)),
    },
    receipts: {
      item: Uint32Array.from(receipts, (row) => row.item),
      day: Int32Array.from(receipts, (row) => row.day),
      quantity: Float64Array.from(receipts, (row) => row.quantity),
      group: Int32Array.from(receipts, (row) => row.group),
      isStep: Uint8Array.from(receipts, (row) => (row.isStep ? 1 : 0)),
    },
    demands: {
      item: Uint32Array.from(demands, (row) => row.item),
      day: Int32Array.from(demands, (row) => row.day),
      quantity: Float64Array.from(demands, (row) => row.quantity),
      group: Int32Array.from(demands, (row) => row.group),
    },
    reservations: {
      item: Uint32Array.from(reservations, (row) => row.item),
      quantity: Float64Array.from(reservations, (row) => row.quantity),
      demand: Int32Array.from(reservations, (row) => demandIds.indexOf(row.demand)),
      group: Int32Array.from(reservations, (row) => row.group),
    },
  };
  return { data, demandIds, receiptIds: receipts.map((row) => row.id) };
}

/** A plan as text, its demands and receipts called by their ids: two plans that say the same are the same text. */
export function planText(
  plan: Plan,
  isOrderSubject: (kind: number) => boolean,
  demandIds?: readonly number[],
  receiptIds?: readonly number[],
): string {
  const demand = (code: number) => (code < -1 && demandIds ? outsideCode(demandIds[outsideCode(code)]!) : code);
  const receipt = (code: number) => (code < -1 && receiptIds ? outsideCode(receiptIds[outsideCode(code)]!) : code);
  const { orders, pegs, exceptions, cycles } = plan;
  return JSON.stringify({
    orders: Object.entries(orders).map(([name, column]) => [name, typeof column === "number" ? column : [...column]]),
    pegs: {
      first: [...pegs.first],
      end: [...pegs.end],
      rows: Array.from({ length: pegs.count }, (_, at) => [
        receipt(pegs.supply[at]!),
        demand(pegs.demand[at]!),
        pegs.quantity[at],
        pegs.day[at],
      ]),
    },
    exceptions: Array.from({ length: exceptions.count }, (_, at) => [
      exceptions.kind[at],
      exceptions.item[at],
      isOrderSubject(exceptions.kind[at]!) || exceptions.subject[at]! < 0 || !receiptIds
        ? exceptions.subject[at]
        : receiptIds[exceptions.subject[at]!],
      exceptions.group[at],
      exceptions.quantity[at],
      exceptions.day[at],
      exceptions.wantedDay[at],
    ]),
    cycles,
  });
}

/** The pegs of a plan as rows, with the item of each. */
export function pegRows({ pegs }: Plan) {
  const rows: { item: number; supply: number; demand: number; quantity: number; day: number }[] = [];
  pegs.first.forEach((first, item) => {
    for (let at = first; at < pegs.end[item]!; at++) {
      rows.push({
        item,
        supply: pegs.supply[at]!,
        demand: pegs.demand[at]!,
        quantity: pegs.quantity[at]!,
        day: pegs.day[at]!,
      });
    }
  });
  return rows;
}
