import { type Decimal, decimal, type Outcome, ok, type Refusal, refuseAll } from "../shared/index.ts";
import type {
  PlanBomLine,
  PlanDemand,
  PlanInput,
  PlanItem,
  PlanReceipt,
  PlanReservation,
  RecordRef,
} from "./plan-records.ts";
import { largestLot } from "./requirements/index.ts";
import { scaled } from "./scaled-quantity.ts";

export type PlanRefusal =
  | "PLAN_ITEM_UNKNOWN"
  | "PLAN_UNIT_UNKNOWN"
  | "UNIT_WITHOUT_CONVERSION"
  | "PLAN_CALENDAR_UNKNOWN"
  | "PLAN_LEAD_TIME_INVALID"
  | "PLAN_CALENDAR_NEVER_WORKED"
  | "LOT_RULE_INCOMPLETE"
  | "LOT_YIELDS_NOTHING"
  | "QUANTITY_TOO_LARGE"
  | "PLAN_TOO_LARGE";

/** Working days; more is a slip of the pen, and no calendar reaches back so far. */
const MOST_LEAD_DAYS = 1000;

/** Records in an order of their own, whatever order they came in, so that the same records give the same plan. */
export interface RecordIndex {
  readonly items: readonly PlanItem[];
  readonly itemIndex: ReadonlyMap<string, number>;
  /** Decimals of each item's unit, in the order of `items`. */
  readonly decimals: readonly number[];
  readonly calendarIndex: ReadonlyMap<string, number>;
  readonly bomLines: readonly PlanBomLine[];
  readonly receipts: readonly PlanReceipt[];
  readonly demands: readonly PlanDemand[];
  readonly reservations: readonly PlanReservation[];
  readonly orderKeys: readonly string[];
  /** A quantity in any unit of an item, in the item's own unit. */
  inOwnUnit(itemId: string, quantity: string, unit: string | undefined): Decimal;
}

export function refKey(ref: RecordRef<string>): string {
  return `${ref.kind} ${ref.id} ${ref.line ?? ""}`;
}

/** Sorts the records and refuses those that name what does not exist: item, unit, conversion, calendar; and impossible lots. */
export function indexRecords(input: PlanInput): Outcome<RecordIndex, PlanRefusal> {
  const items = input.items.toSorted((a, b) => byText(a.code, b.code) || byText(a.id, b.id));
  const itemIndex = new Map(items.map((item, index) => [item.id, index]));
  const unitDecimals = new Map(input.units.map((unit) => [unit.code, unit.decimals]));
  const factors = new Map(
    input.unitConversions.map(({ itemId, unit, factor }) => [`${itemId} ${unit}`, decimal(factor)]),
  );
  const calendarIndex = new Map(input.calendars.map((calendar, index) => [calendar.id, index]));
  const refusals: Refusal<PlanRefusal>[] = [];
  const refuse = (code: PlanRefusal, field: string, values: Refusal["values"]) =>
    refusals.push({ code, field, values });

  const checkItem = (itemId: string, unit: string | undefined, field: string): void => {
    const index = itemIndex.get(itemId);
    if (index === undefined) {
      refuse("PLAN_ITEM_UNKNOWN", field, { item: itemId });
      return;
    }
    const { code, unit: own } = items[index]!;
    if (unit !== undefined && unit !== own && !factors.has(`${itemId} ${unit}`)) {
      refuse("UNIT_WITHOUT_CONVERSION", field, { item: code, unit, ownUnit: own });
    }
  };
  if (!calendarIndex.has(input.companyCalendarId)) {
    refuse("PLAN_CALENDAR_UNKNOWN", "companyCalendarId", { calendar: input.companyCalendarId });
  }
  input.calendars.forEach(({ id, calendar }, at) => {
    const isWorked = calendar.worksOn.length > 0 || calendar.days.some((day) => day.isWorking);
    if (!isWorked) refuse("PLAN_CALENDAR_NEVER_WORKED", `calendars.${at}`, { calendar: id });
  });
  input.items.forEach((item, at) => {
    const decimals = unitDecimals.get(item.unit);
    if (decimals === undefined) refuse("PLAN_UNIT_UNKNOWN", `items.${at}.unit`, { item: item.code, unit: item.unit });
    else checkLots(item, decimals, `items.${at}.lotRule`, refuse);
    if (!(Number.isInteger(item.leadTimeDays) && item.leadTimeDays >= 0 && item.leadTimeDays <= MOST_LEAD_DAYS)) {
      refuse("PLAN_LEAD_TIME_INVALID", `items.${at}.leadTimeDays`, { item: item.code, days: item.leadTimeDays });
    }
    if (item.calendarId !== null && !calendarIndex.has(item.calendarId)) {
      refuse("PLAN_CALENDAR_UNKNOWN", `items.${at}.calendarId`, { calendar: item.calendarId });
    }
  });
  input.bomLines.forEach((line, at) => {
    checkItem(line.parentItemId, undefined, `bomLines.${at}.parentItemId`);
    checkItem(line.componentItemId, line.unit, `bomLines.${at}.componentItemId`);
  });
  for (const [at, { itemId, unit }] of input.receipts.entries()) checkItem(itemId, unit, `receipts.${at}.itemId`);
  for (const [at, { itemId, unit }] of input.demands.entries()) checkItem(itemId, unit, `demands.${at}.itemId`);
  for (const [at, { itemId }] of input.reservations.entries()) {
    checkItem(itemId, undefined, `reservations.${at}.itemId`);
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;

  const keys = [...input.receipts, ...input.demands, ...input.reservations].map((record) => record.orderKey);
  return ok({
    items,
    itemIndex,
    decimals: items.map((item) => unitDecimals.get(item.unit)!),
    calendarIndex,
    bomLines: sortedBy(input.bomLines, [
      (line) => line.parentItemId,
      (line) => line.componentItemId,
      (line) => line.validFrom ?? "",
      (line) => line.validTo ?? "",
      (line) => String(line.operationOffsetDays ?? 0).padStart(6, "0"),
      (line) => line.quantity,
      (line) => line.scrapRate,
      (line) => line.unit ?? "",
      (line) => (line.isSuccessor ? "1" : "0"),
    ]),
    receipts: sortedBy(input.receipts, [
      (row) => row.dueOn,
      (row) => row.kind,
      (row) => row.id,
      lineText,
      (row) => row.itemId,
      (row) => row.quantity,
    ]),
    demands: sortedBy(input.demands, [
      (row) => row.neededOn,
      (row) => DEMAND_RANK[row.kind],
      (row) => row.id,
      lineText,
      (row) => row.itemId,
      (row) => row.quantity,
    ]),
    reservations: sortedBy(input.reservations, [
      (row) => row.itemId,
      (row) => (row.demand ? `0 ${refKey(row.demand)}` : `1 ${row.orderKey ?? "~"}`),
      (row) => row.quantity,
    ]),
    orderKeys: [...new Set(keys.filter((key) => key !== null))].sort(byText),
    inOwnUnit: (itemId, quantity, unit) => {
      const factor = unit === undefined ? undefined : factors.get(`${itemId} ${unit}`);
      return factor && items[itemIndex.get(itemId)!]!.unit !== unit
        ? decimal(quantity).times(factor)
        : decimal(quantity);
    },
  });
}

/** On one day an order comes before a forecast: who has ordered gets the earlier supply. */
const DEMAND_RANK = { step: "0", sales: "1", work_order: "2", firm: "2", promise: "3", forecast: "4" } as const;

function checkLots(
  item: PlanItem,
  decimals: number,
  field: string,
  refuse: (code: PlanRefusal, field: string, values: Refusal["values"]) => void,
): void {
  const size = (text: string | null) => scaled(decimal(text ?? "0"), decimals, "up");
  const values = { item: item.code };
  if (item.lotRule === "fixed" && !((size(item.lotFixed) ?? 0) > 0)) refuse("LOT_RULE_INCOMPLETE", field, values);
  if (item.lotRule === "period" && !((item.lotPeriodDays ?? 0) > 0)) refuse("LOT_RULE_INCOMPLETE", field, values);
  if (item.lotRule !== "min_max") return;
  const most = largestLot(size(item.lotMaximum) ?? 0, Math.max(1, size(item.lotMultiple) ?? 1));
  const good = Number.isFinite(most) ? decimal(item.yield).times(most).floor() : decimal(1);
  if (good.lessThan(1)) refuse("LOT_YIELDS_NOTHING", field, values);
}

function lineText(ref: RecordRef<string>): string {
  return String(ref.line ?? 0).padStart(9, "0");
}

/** By the first key that differs. Keys are made when they are compared: records mostly come sorted already, and then few are. */
function sortedBy<T>(rows: readonly T[], keys: readonly ((row: T) => string)[]): T[] {
  return rows.toSorted((a, b) => {
    for (const key of keys) {
      const order = byText(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
