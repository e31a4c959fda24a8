import { planFromRecords } from "./plan-from-records.ts";
import type {
  PlanBomLine,
  PlanDemand,
  PlanInput,
  PlanItem,
  PlanReceipt,
  PlanReservation,
  PlanResult,
} from "./plan-records.ts";

/** A Wednesday; the next national holiday is 2026-04-29. */
export const TODAY = "2026-04-01";

const ITEM: Omit<PlanItem, "id" | "code"> = {
  supply: "make",
  unit: "個",
  leadTimeDays: 0,
  calendarId: null,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  lotFixed: null,
  lotPeriodDays: null,
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  yield: "1",
  isOrderBound: false,
  onHand: "0",
  partnerId: null,
};

/** An item whose id is its code. Bought unless told otherwise, so that it needs no bill of material. */
export function item(code: string, changes: Partial<PlanItem> = {}): PlanItem {
  return { ...ITEM, supply: "buy", id: code, code, ...changes };
}

export function made(code: string, changes: Partial<PlanItem> = {}): PlanItem {
  return item(code, { supply: "make", ...changes });
}

export function bom(
  parent: string,
  component: string,
  quantity = "1",
  changes: Partial<PlanBomLine> = {},
): PlanBomLine {
  const validity = { validFrom: null, validTo: null };
  return { parentItemId: parent, componentItemId: component, quantity, scrapRate: "0", ...validity, ...changes };
}

/** An order of a customer, `SO-1` unless told otherwise. */
export function sale(
  itemId: string,
  quantity: string,
  neededOn: string,
  changes: Partial<PlanDemand> = {},
): PlanDemand {
  return { kind: "sales", id: "SO-1", line: 1, itemId, quantity, neededOn, orderKey: null, ...changes };
}

export function purchase(
  itemId: string,
  quantity: string,
  dueOn: string,
  changes: Partial<PlanReceipt> = {},
): PlanReceipt {
  return { kind: "purchase", id: "PO-1", line: 1, itemId, quantity, dueOn, orderKey: null, ...changes };
}

export function reserved(itemId: string, quantity: string, changes: Partial<PlanReservation> = {}): PlanReservation {
  return { itemId, quantity, demand: null, orderKey: null, ...changes };
}

/** Ninety days from `TODAY`, every day worked; calendar `WEEK` keeps Saturdays, Sundays and national holidays. */
export function input(changes: Partial<PlanInput>): PlanInput {
  return {
    planFrom: TODAY,
    horizonDays: 90,
    units: [
      { code: "個", decimals: 0 },
      { code: "kg", decimals: 3 },
      { code: "箱", decimals: 0 },
    ],
    unitConversions: [],
    calendars: [
      { id: "ALL", calendar: { worksOn: [1, 2, 3, 4, 5, 6, 7], keepsPublicHolidays: false, days: [] } },
      { id: "WEEK", calendar: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] } },
    ],
    companyCalendarId: "ALL",
    items: [],
    bomLines: [],
    receipts: [],
    demands: [],
    reservations: [],
    ...changes,
  };
}

/** The plan, or an error that prints the refusals. */
export function planned(changes: Partial<PlanInput>): PlanResult {
  const outcome = planFromRecords(input(changes));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Orders as a planner would note them: `A 100 04-06→04-10`, with `!` when past due and the good quantity where it differs. */
export function orderNotes(plan: PlanResult): string[] {
  return plan.orders.map((order) => {
    const good = order.expectedQuantity === order.quantity ? "" : ` (${order.expectedQuantity})`;
    const late = order.isPastDue ? "!" : "";
    return `${order.itemCode} ${order.quantity}${good} ${order.startOn.slice(5)}→${order.dueOn.slice(5)}${late}`;
  });
}

/** Exceptions as `expedite A 10 04-20→04-10`. */
export function exceptionNotes(plan: PlanResult): string[] {
  return plan.exceptions.map(({ kind, itemCode, quantity, onDate, wantedDate }) => {
    return `${kind} ${itemCode} ${quantity} ${onDate.slice(5)}→${wantedDate?.slice(5) ?? ""}`;
  });
}

/** Pegs as `A 10 stock→SO-1`, planned orders by `#seq`. */
export function pegNotes(plan: PlanResult): string[] {
  const end = (of: { kind: string; seq?: number; id?: string }) =>
    of.seq !== undefined ? `#${of.seq}` : (of.id ?? of.kind);
  return plan.pegs.map(({ itemId, quantity, supply, demand }) => `${itemId} ${quantity} ${end(supply)}→${end(demand)}`);
}
