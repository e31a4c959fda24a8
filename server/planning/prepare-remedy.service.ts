import { permissionsOf } from "../../domain/companies/index.ts";
import {
  changedQuantity,
  customersWaiting,
  movedDates,
  type Remedy,
  type RemedyChoice,
} from "../../domain/planning/index.ts";
import { mayMoveWorkOrder } from "../../domain/production/index.ts";
import { type Decimal, decimal, maxDate, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadTradeLines } from "../trade/index.ts";
import { delayedByOrder } from "./delay.service.ts";
import { earliestByLeadTimes } from "./earliest.service.ts";
import { adviceOn, loadResting } from "./exception.service.ts";
import { type ExceptionRow, findExceptions } from "./exception.store.ts";
import { needsOf } from "./exception-need.service.ts";
import { findSupplied } from "./exception-need.store.ts";
import type { PlannedOrderChange } from "./planned-order.service.ts";
import { loadPlannedOrders, loadUnitDecimals, type PlannedOrderRow } from "./planned-order.store.ts";
import { loadMovableOrders, type MovableOrder } from "./remedy.store.ts";

export type RemedyRefusal =
  | "EXCEPTION_GONE"
  | "EXCEPTION_CHANGED"
  | "EXCEPTION_APPLIED"
  | "EXCEPTION_WITHOUT_REMEDY"
  | "REMEDY_DAY_PAST"
  | "REMEDY_DAY_MISSING"
  | "REMEDY_LEAVES_NOTHING"
  | "CUSTOMER_NOT_LATE"
  | "PERMISSION_MISSING"
  | "NOT_FOUND"
  | "WORK_ORDER_STATE"
  | "QUANTITY_RELEASED"
  | "QUANTITY_ORDERED"
  | "COMPLETED_PIECES"
  | "PLANNED_ORDER_UNKNOWN"
  | "PLANNED_ORDER_CONVERTED"
  | "LINE_UNKNOWN";

/** A change of one line, as the trade area is asked for it. */
export interface WantedLine {
  readonly lineNumber: number;
  readonly seenRevision: number;
  readonly isCancel?: boolean;
  readonly quantity?: Decimal;
  readonly wantedOn?: PlainDate;
  readonly promisedOn?: PlainDate;
}

/** What is to be done, with what it is done to as it stands. */
export type RemedyStep =
  | {
      readonly kind: "edit_order";
      readonly order: MovableOrder;
      readonly quantity: Decimal;
      readonly startOn: PlainDate;
      readonly dueOn: PlainDate;
    }
  | { readonly kind: "cancel_order"; readonly order: MovableOrder }
  | {
      readonly kind: "edit_planned";
      readonly order: PlannedOrderRow;
      readonly change: PlannedOrderChange;
    }
  | { readonly kind: "give_back"; readonly order: PlannedOrderRow }
  | {
      readonly kind: "change_trade";
      readonly tradeId: string;
      readonly side: "S" | "B";
      readonly line: WantedLine;
      readonly before: { readonly quantity: Decimal; readonly unit: string; readonly on: PlainDate };
    }
  | {
      readonly kind: "start";
      readonly runId: string;
      readonly choice: { readonly seq: number; readonly startOn: PlainDate; readonly dueOn: PlainDate };
      readonly supply: "make" | "buy" | "subcontract";
      readonly before: { readonly startOn: PlainDate; readonly dueOn: PlainDate };
    }
  | { readonly kind: "ask_delivery"; readonly tradeId: string; readonly lineNumber: number }
  | { readonly kind: "count_stock"; readonly itemId: string };

export interface PreparedRemedy {
  readonly exception: ExceptionRow;
  readonly remedy: Remedy["kind"];
  readonly step: RemedyStep;
  /** The day the remedy takes, where it takes one. */
  readonly on: PlainDate | null;
  /** It settles the exception; a customer that is told does not begin what should have begun. */
  readonly isSettling: boolean;
}

/** One request, all or none: a trade has one change on the table, and what is bought of one supplier is one order. */
export function groupOf(step: RemedyStep, place: number): string {
  if (step.kind === "change_trade") return `trade ${step.tradeId}`;
  return step.kind === "start" ? "start" : `row ${place}`;
}

/** Each choice with what would be done for it, or why that cannot be. Reads only. */
export async function prepareRemedies(
  tx: Tx,
  choices: readonly RemedyChoice[],
  today: PlainDate,
): Promise<Outcome<PreparedRemedy, RemedyRefusal>[]> {
  const found = await findExceptions(tx, choices);
  const resting = await loadResting(tx, today);
  const prepared: Outcome<PreparedRemedy, RemedyRefusal>[] = [];
  for (const [n, choice] of choices.entries()) {
    const exception = found[n];
    if (!exception) {
      prepared.push(refuse("EXCEPTION_GONE"));
      continue;
    }
    const care = resting.get(exception.seq);
    // A customer may be told of what somebody has begun meanwhile.
    if (care?.state === "applied" && !choice.customer) {
      prepared.push(refuse("EXCEPTION_APPLIED", { by: care.by, number: care.documentNumber }));
      continue;
    }
    prepared.push(
      isAsSeen(exception, choice) ? await prepare(tx, exception, choice, today) : refuse("EXCEPTION_CHANGED"),
    );
  }
  return prepared;
}

function isAsSeen(now: ExceptionRow, { seen }: RemedyChoice): boolean {
  return (
    decimal(now.quantity).equals(seen.quantity) && now.onDate === seen.onDate && now.wantedDate === seen.wantedDate
  );
}

async function prepare(
  tx: Tx,
  exception: ExceptionRow,
  { on, customer }: RemedyChoice,
  today: PlainDate,
): Promise<Outcome<PreparedRemedy, RemedyRefusal>> {
  const remedy = customer ? ({ kind: "promise_new_date" } as const) : adviceOn(exception).remedy;
  if (!remedy) return refuse("EXCEPTION_WITHOUT_REMEDY");
  if (on !== undefined && on < today) return refuse("REMEDY_DAY_PAST", undefined, "on");
  const step = customer
    ? await customerStep(tx, exception, customer, on, today)
    : await stepOf(tx, exception, remedy as Remedy, on, today);
  if (!step.ok) return step;
  const permission = missingPermission(tx, step.value);
  if (permission) return refuse("PERMISSION_MISSING", { permission });
  return ok({
    exception,
    remedy: remedy.kind,
    step: step.value,
    on: dayOf(step.value),
    isSettling: customer === undefined,
  });
}

function dayOf(step: RemedyStep): PlainDate | null {
  if (step.kind === "edit_order") return step.dueOn === step.order.comesOn ? null : step.dueOn;
  if (step.kind === "edit_planned") return step.change.dueOn === step.order.dueOn ? null : step.change.dueOn;
  if (step.kind === "change_trade") return step.line.wantedOn ?? step.line.promisedOn ?? null;
  return step.kind === "start" ? step.choice.dueOn : null;
}

/** The permission of the work a remedy does, where the person lacks it. */
function missingPermission(tx: Tx, step: RemedyStep): string | undefined {
  const may = permissionsOf(tx.roles);
  const needed =
    step.kind === "edit_order" || step.kind === "cancel_order"
      ? ["production.write"]
      : step.kind === "change_trade"
        ? [step.side === "S" ? "sales.confirm" : "purchasing.order"]
        : step.kind === "edit_planned" || step.kind === "give_back"
          ? ["planning.plan"]
          : step.kind === "start"
            ? ["planning.plan", step.supply === "make" ? "production.write" : "purchasing.order"]
            : [step.kind === "ask_delivery" ? "purchasing.order" : "inventory.adjust"];
  return needed.find((permission) => !may.has(permission));
}

async function stepOf(
  tx: Tx,
  exception: ExceptionRow,
  remedy: Remedy,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const { record, itemId, plannedSeq } = exception;
  if (remedy.kind === "count_stock") return ok({ kind: "count_stock", itemId });
  if (remedy.kind === "start_now") return startStep(tx, exception, plannedSeq!, on, today);
  if (plannedSeq !== null) return firmStep(tx, exception, plannedSeq, remedy, on, today);
  if (!record) return refuse("EXCEPTION_WITHOUT_REMEDY");
  if (record.kind === "work_order") return orderStep(tx, record.id, remedy, on, today);
  if (record.kind === "purchase" || record.kind === "sales") return tradeStep(tx, exception, remedy, on, today);
  return refuse("EXCEPTION_WITHOUT_REMEDY");
}

async function startStep(
  tx: Tx,
  { runId, kind, wantedDate, itemCode }: ExceptionRow,
  seq: number,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const found = await openOrder(tx, seq, itemCode);
  if (!found.ok) return found;
  const order = found.value;
  // What the fence held back is begun today after all, and ready as much sooner, though not before anybody needs it.
  const days = movedDates({ ...order, state: "planned" }, on ?? order.dueOn, today);
  const isHeld = kind === "inside_fence" && on === undefined;
  const sooner =
    isHeld && wantedDate ? movedDates({ ...order, state: "planned" }, maxDate(wantedDate, today), today) : days;
  const startOn = maxDate(sooner.startOn, today);
  const choice = { seq, startOn, dueOn: maxDate(sooner.dueOn, startOn) };
  return ok({ kind: "start", runId, choice, supply: order.supply, before: order });
}

/** A proposal that still waits to be converted. */
async function openOrder(
  tx: Tx,
  seq: number,
  itemCode: string,
): Promise<Outcome<PlannedOrderRow, "PLANNED_ORDER_UNKNOWN" | "PLANNED_ORDER_CONVERTED" | "EXCEPTION_GONE">> {
  const [order] = await loadPlannedOrders(tx, [seq]);
  if (!order) return refuse("PLANNED_ORDER_UNKNOWN", { seq, item: itemCode });
  if (order.state === "converted") return refuse("PLANNED_ORDER_CONVERTED", { seq, item: order.itemCode });
  return order.state === "discarded" ? refuse("EXCEPTION_GONE") : ok(order);
}

/** A firm planned order is planning's own: it is set anew, or given back. */
async function firmStep(
  tx: Tx,
  { itemCode }: ExceptionRow,
  seq: number,
  remedy: Remedy,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const found = await openOrder(tx, seq, itemCode);
  if (!found.ok) return found;
  const order = found.value;
  // Given back, or proposed anew under its number: what was said of the firm one holds no more.
  if (order.state !== "edited") return refuse("EXCEPTION_GONE");
  const { version, quantity, partnerId } = order;
  if (remedy.kind === "give_back") return ok({ kind: "give_back", order });
  if (remedy.kind === "move_receipt") {
    const days = movedDates({ ...order, state: "planned" }, on ?? maxDate(remedy.to, today), today);
    return ok({ kind: "edit_planned", order, change: { version, quantity, partnerId, ...days } });
  }
  if (remedy.kind !== "change_quantity") return refuse("EXCEPTION_WITHOUT_REMEDY");
  const decimals = (await loadUnitDecimals(tx)).get(order.unit) ?? decimal(quantity).decimalPlaces();
  const share = decimal(order.expectedQuantity).dividedBy(quantity);
  const changed = changedQuantity(decimal(quantity), decimal(remedy.by), share, decimals);
  if (!changed.greaterThan(0)) return refuse("REMEDY_LEAVES_NOTHING");
  const { startOn, dueOn } = order;
  return ok({
    kind: "edit_planned",
    order,
    change: { version, quantity: changed.toFixed(), partnerId, startOn, dueOn },
  });
}

/**
 * A customer whose line waits for what should have begun is given the day the plan can keep: when the delay reaches it through all levels, and not
 * before the lead times of what is only proposed for it.
 */
async function customerStep(
  tx: Tx,
  exception: ExceptionRow,
  customer: NonNullable<RemedyChoice["customer"]>,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const { kind, runId, plannedSeq, seq, onDate } = exception;
  const needs = (await needsOf(tx, [exception])).get(seq) ?? [];
  const waits = needs.some(({ id, line }) => id === customer.id && (line ?? 0) === (customer.line ?? 0));
  if (!waits || customersWaiting(kind, needs).length === 0) return refuse("EXCEPTION_CHANGED");
  const line = (await loadTradeLines(tx, [customer.id])).find((one) => one.lineNumber === customer.line);
  if (!line) return refuse("LINE_UNKNOWN");
  const before = { quantity: line.quantity, unit: line.unit, on: line.promisedOn ?? line.wantedOn };
  const days = on
    ? [on]
    : [
        plannedSeq === null
          ? undefined
          : (await delayedByOrder(tx, runId, plannedSeq, onDate)).get(`${customer.id}/${customer.line ?? 0}`),
        await possibleDay(tx, runId, line.sellerItemId!, customer, today),
      ].flatMap((day) => day ?? []);
  if (days.length === 0) return refuse("REMEDY_DAY_MISSING", undefined, "on");
  const promisedOn = days.reduce(maxDate, today);
  if (on === undefined && promisedOn <= before.on) return refuse("CUSTOMER_NOT_LATE");
  const change = { lineNumber: line.lineNumber, seenRevision: line.revision, promisedOn };
  return ok({ kind: "change_trade", tradeId: customer.id, side: "S", before, line: change });
}

async function orderStep(
  tx: Tx,
  id: string,
  remedy: Remedy,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const order = (await loadMovableOrders(tx, [id])).get(id);
  if (!order) return refuse("NOT_FOUND");
  if (order.state === "completed" || order.state === "closed" || order.state === "cancelled")
    return refuse("WORK_ORDER_STATE", { state: order.state });
  if (remedy.kind === "cancel") {
    if (!mayMoveWorkOrder(order.state, "cancelled")) return refuse("WORK_ORDER_STATE", { state: order.state });
    if (order.completed.greaterThan(0)) return refuse("COMPLETED_PIECES", { quantity: order.completed.toFixed() });
    return ok({ kind: "cancel_order", order });
  }
  if (remedy.kind === "move_receipt") {
    const days = movedDates(order, on ?? maxDate(remedy.to, today), today);
    return ok({ kind: "edit_order", order, quantity: order.quantity, ...days });
  }
  if (remedy.kind !== "change_quantity") return refuse("EXCEPTION_WITHOUT_REMEDY");
  if (order.state !== "planned" || order.isRework) return refuse("QUANTITY_RELEASED");
  if (order.isOutside) return refuse("QUANTITY_ORDERED");
  const quantity = changedQuantity(order.quantity, decimal(remedy.by), order.goodRate, order.unitDecimals);
  if (!quantity.greaterThan(0)) return refuse("REMEDY_LEAVES_NOTHING");
  return ok({ kind: "edit_order", order, quantity, startOn: order.startOn, dueOn: order.dueOn });
}

async function tradeStep(
  tx: Tx,
  { record, runId, itemId }: ExceptionRow,
  remedy: Remedy,
  on: PlainDate | undefined,
  today: PlainDate,
): Promise<Outcome<RemedyStep, RemedyRefusal>> {
  const { id: tradeId, line: lineNumber } = record!;
  const line = (await loadTradeLines(tx, [tradeId])).find((one) => one.lineNumber === lineNumber);
  if (!line) return refuse("LINE_UNKNOWN");
  if (remedy.kind === "ask_for_delivery") return ok({ kind: "ask_delivery", tradeId, lineNumber: line.lineNumber });
  const side = record!.kind === "sales" ? ("S" as const) : ("B" as const);
  const asked = { lineNumber: line.lineNumber, seenRevision: line.revision };
  const before = { quantity: line.quantity, unit: line.unit, on: line.promisedOn ?? line.wantedOn };
  const change = (wanted: Omit<WantedLine, keyof typeof asked>) =>
    ok({ kind: "change_trade" as const, tradeId, side, before, line: { ...asked, ...wanted } });
  switch (remedy.kind) {
    case "cancel":
      return change({ isCancel: true });
    case "move_receipt":
      return change({ wantedOn: on ?? maxDate(remedy.to, today) });
    case "promise_new_date": {
      const found = on ?? (await possibleDay(tx, runId, itemId, { id: tradeId, line: lineNumber }, today));
      return found ? change({ promisedOn: maxDate(found, today) }) : refuse("REMEDY_DAY_MISSING", undefined, "on");
    }
    case "change_quantity": {
      const decimals = (await loadUnitDecimals(tx)).get(line.unit) ?? line.quantity.decimalPlaces();
      const factor = side === "B" ? line.buyerFactor : line.sellerFactor;
      const quantity = changedQuantity(line.quantity, decimal(remedy.by), factor, decimals);
      return quantity.greaterThan(0) ? change({ quantity }) : refuse("REMEDY_LEAVES_NOTHING");
    }
    default:
      return refuse("EXCEPTION_WITHOUT_REMEDY");
  }
}

/** The day the plan can keep: when what is there and ordered comes, and for what is only proposed the lead times of all below it. */
async function possibleDay(
  tx: Tx,
  runId: string,
  itemId: string,
  demand: { readonly id: string; readonly line: number | null },
  today: PlainDate,
): Promise<PlainDate | null> {
  const supplied = await findSupplied(tx, runId, itemId, demand);
  if (!supplied) return null;
  if (supplied.proposed.isZero()) return supplied.lastOn;
  const earliest = await earliestByLeadTimes(tx, itemId, supplied.proposed, today);
  return earliest.ok ? maxDate(supplied.lastOn, earliest.value.readyOn) : null;
}
