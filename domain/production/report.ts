import { Decimal, type Outcome, ok, refuse } from "../shared/index.ts";
import { type OperationState, type ReportKind, stateAfterReport } from "./work-order.ts";

export interface ReportedOperation {
  readonly state: OperationState;
  readonly plannedQuantity: Decimal;
  readonly good: Decimal;
  readonly scrap: Decimal;
  /** Good pieces of the operation before; `null` for the first. */
  readonly previousGood: Decimal | null;
}

export interface Report {
  readonly kind: ReportKind;
  /** Pieces, for good, scrap and rework. */
  readonly quantity: Decimal | null;
  readonly reason: string;
  /** More than planned was made on purpose; only the desk says so. */
  readonly allowsOver: boolean;
}

export type ReportRefusal =
  | "OPERATION_STATE"
  | "QUANTITY_NOT_POSITIVE"
  | "QUANTITY_ABOVE_PLAN"
  | "QUANTITY_ABOVE_PREVIOUS"
  | "REASON_MISSING";

/**
 * Judges one report of the floor. Good and scrap of an operation never exceed what the operation before gave; at the first they
 * exceed the plan only on purpose.
 *
 * @returns the operation's new state and sums, or why the report is not taken
 */
export function judgeReport(
  operation: ReportedOperation,
  report: Report,
): Outcome<{ readonly state: OperationState; readonly good: Decimal; readonly scrap: Decimal }, ReportRefusal> {
  const state = stateAfterReport(operation.state, report.kind);
  if (state === null) return refuse("OPERATION_STATE", { state: operation.state }, "kind");
  const counts = report.kind === "good" || report.kind === "scrap" || report.kind === "rework";
  const quantity = report.quantity ?? new Decimal(0);
  if (counts && !quantity.greaterThan(0)) return refuse("QUANTITY_NOT_POSITIVE", undefined, "quantity");
  if ((report.kind === "scrap" || report.kind === "pause") && !report.reason.trim())
    return refuse("REASON_MISSING", undefined, "reason");
  const good = report.kind === "good" ? operation.good.plus(quantity) : operation.good;
  const scrap = report.kind === "scrap" ? operation.scrap.plus(quantity) : operation.scrap;
  if (counts) {
    const open = (limit: Decimal) => Decimal.max(limit.minus(operation.good).minus(operation.scrap), 0);
    if (operation.previousGood !== null) {
      if (quantity.greaterThan(open(operation.previousGood)))
        return refuse("QUANTITY_ABOVE_PREVIOUS", { open: open(operation.previousGood).toFixed() }, "quantity");
    } else if (!report.allowsOver && quantity.greaterThan(open(operation.plannedQuantity)))
      return refuse("QUANTITY_ABOVE_PLAN", { open: open(operation.plannedQuantity).toFixed() }, "quantity");
  }
  return ok({ state, good, scrap });
}

/** A person's last word at an operation: whether it began (or went on) without pausing since, and how long ago it was. */
export interface LastReport {
  readonly isAtWork: boolean;
  readonly minutesAgo: Decimal;
}

/** A stretch longer than this was no work: somebody forgot to press pause. */
export const LONGEST_STRETCH_MINUTES = 720;

/**
 * Minutes a report adds for its person: measured since the person's last report while at work; as planned when pieces come in
 * without any start, or after a stretch nobody works through.
 *
 * @param last the person's last report at this operation; `null` when there is none
 * @param standardMinutes what the reported pieces take by the routing
 */
export function workedMinutes(kind: ReportKind, last: LastReport | null, standardMinutes: Decimal): Decimal {
  if (kind === "start" || kind === "resume") return new Decimal(0);
  const counts = kind === "good" || kind === "scrap";
  if (!last?.isAtWork) return counts ? standardMinutes : new Decimal(0);
  if (last.minutesAgo.greaterThan(LONGEST_STRETCH_MINUTES)) return counts ? standardMinutes : new Decimal(0);
  return Decimal.max(last.minutesAgo, 0).toDecimalPlaces(3);
}
