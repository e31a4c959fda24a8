import {
  appliedCostYen,
  backflushQuantity,
  isWorkable,
  judgeReport,
  minutesWhereDone,
  type OperationState,
  progressShare,
  type ReportKind,
  type Shortage,
  type WorkOrderState,
  workedMinutes,
} from "../../domain/production/index.ts";
import { Decimal, decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { type CompleteRefusal, needsFinalInspection, takeOutput } from "./complete-work-order.service.ts";
import { type IssueRefusal, takeMaterial } from "./issue-material.service.ts";
import { bookOrderCosts } from "./order-cost.store.ts";
import { eventHead, tellEvents } from "./order-event.ts";
import { findLastReport, findPerson, insertReport, openFinalInspection } from "./report.store.ts";
import {
  changeOperations,
  changeWorkOrder,
  lockWorkOrder,
  type Operation,
  type OperationChange,
  type WorkOrderFile,
} from "./work-order.store.ts";

export interface ReportInput {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly kind: ReportKind;
  readonly quantity?: Decimal;
  readonly reason?: string;
  /** Worked time as somebody says; absent: measured on the floor, or as planned. */
  readonly minutes?: Decimal;
  readonly personId?: string;
  readonly reportedOn: PlainDate;
  readonly allowsOver?: boolean;
}

export type ReportWorkRefusal =
  | "NOT_FOUND"
  | "WORK_ORDER_STATE"
  | "OPERATION_UNKNOWN"
  | "OPERATION_OUTSIDE"
  | "OPERATION_STATE"
  | "PERSON_UNKNOWN"
  | "QUANTITY_NOT_POSITIVE"
  | "QUANTITY_TOO_FINE"
  | "QUANTITY_ABOVE_PLAN"
  | "QUANTITY_ABOVE_PREVIOUS"
  | "REASON_MISSING"
  | IssueRefusal
  | CompleteRefusal;

export interface Reported {
  readonly operationState: OperationState;
  readonly orderState: WorkOrderState;
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly completed: Decimal;
  /** Backflushed material the ledger does not have: to be issued once stock is put right. */
  readonly shortages: readonly Shortage[];
}

/**
 * Takes what the floor says of an operation: pieces, time and state; material is backflushed, work applied at the work centre's
 * rates, and good pieces of the last operation go into stock (or wait for their final inspection).
 */
export async function reportWork(tx: Tx, input: ReportInput): Promise<Outcome<Reported, ReportWorkRefusal>> {
  const file = await lockWorkOrder(tx, input.workOrderId);
  if (!file) return refuse("NOT_FOUND");
  const { order, operations } = file;
  if (!isWorkable(order.state)) return refuse("WORK_ORDER_STATE", { state: order.state });
  const index = operations.findIndex((one) => one.operationNumber === input.operationNumber);
  const operation = operations[index];
  if (!operation) return refuse("OPERATION_UNKNOWN", { operation: input.operationNumber }, "operationNumber");
  if (operation.subcontractPartnerId && input.kind !== "done")
    return refuse("OPERATION_OUTSIDE", { operation: operation.name }, "operationNumber");
  if (input.quantity && input.quantity.decimalPlaces() > order.unitDecimals)
    return refuse("QUANTITY_TOO_FINE", { decimals: order.unitDecimals }, "quantity");
  if (input.personId && !(await findPerson(tx, input.personId))) return refuse("PERSON_UNKNOWN", undefined, "personId");
  const previous = operations[index - 1];
  const judged = judgeReport(
    { ...operation, previousGood: previous ? previous.good : null },
    {
      kind: input.kind,
      quantity: input.quantity ?? null,
      reason: input.reason ?? "",
      allowsOver: input.allowsOver ?? false,
    },
  );
  if (!judged.ok) return judged;

  const quantity = input.kind === "good" || input.kind === "scrap" ? input.quantity! : new Decimal(0);
  const minutes = await minutesOf(tx, input, operation, quantity);
  const after = { ...operation, ...judged.value };
  const worked = after.good.plus(after.scrap);
  const limit = previous ? (previous.state === "done" ? previous.good : null) : operation.plannedQuantity;
  // All pieces are through: nobody has to press "done" as well.
  if (after.state === "running" && limit !== null && quantity.greaterThan(0) && worked.greaterThanOrEqualTo(limit))
    after.state = "done";
  const reportId = newId();
  const next = operations[index + 1];
  const changes: OperationChange[] = [
    {
      operationNumber: operation.operationNumber,
      state: after.state,
      good: after.good,
      scrap: after.scrap,
      workedMinutes: operation.workedMinutes.plus(minutes),
      ...(input.kind === "rework" && { rework: operation.rework.plus(input.quantity!) }),
    },
  ];
  if (next?.state === "waiting" && after.good.greaterThan(0))
    changes.push({ operationNumber: next.operationNumber, state: "ready" });
  const current = operations.map((one, at): Operation => (at === index ? { ...after } : one));
  const state: WorkOrderState = order.state === "released" ? "started" : order.state;
  await settleAll([
    insertReport(tx, {
      id: reportId,
      workOrderId: order.id,
      operationNumber: operation.operationNumber,
      personId: input.personId ?? null,
      kind: input.kind,
      quantity: input.quantity ?? null,
      reason: input.reason ?? "",
      minutes,
    }),
    changeOperations(tx, order.id, changes),
    changeWorkOrder(tx, order.id, {
      state,
      progressShare: progressOf(current),
      ...(input.kind === "scrap" && { scrapped: order.scrapped.plus(quantity) }),
    }),
    audit(tx, [
      {
        command: `production.reported.${input.kind}`,
        subjectKind: "work_order",
        subjectId: order.id,
        details: {
          operation: operation.operationNumber,
          ...(input.quantity && { quantity: input.quantity.toFixed() }),
        },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: order.id }]),
  ]);
  const now: WorkOrderFile = { ...file, order: { ...order, state }, operations: current };
  const applied = await applyWork(tx, now, operation, minutes, reportId, input.reportedOn);
  if (!applied.ok) return applied;
  const flushed = quantity.greaterThan(0)
    ? await takeMaterial(
        tx,
        now,
        now.materials
          .filter((one) => one.isBackflushed && one.operationNumber === operation.operationNumber)
          .map((material) => ({
            material,
            quantity: backflushQuantity(material, worked, operation.plannedQuantity),
          })),
        input.reportedOn,
        "available",
      )
    : ok({ costYen: 0n, shortages: [] });
  if (!flushed.ok) return flushed;
  // The cost of finished pieces looks at what was issued, so the order is read again with this report's backflush in it.
  const isOutput = index === operations.length - 1 && input.kind === "good";
  const put = await afterLastOperation(
    tx,
    isOutput ? (await lockWorkOrder(tx, order.id))! : now,
    index,
    input,
    quantity,
  );
  if (!put.ok) return put;
  return ok({
    operationState: after.state,
    orderState: put.value.state,
    good: after.good,
    scrap: after.scrap,
    completed: put.value.completed,
    shortages: flushed.value.shortages,
  });
}

/** Share of the order's work that is done. */
export function progressOf(
  operations: readonly Pick<
    Operation,
    "plannedQuantity" | "good" | "scrap" | "state" | "setupMinutes" | "runMinutesPerUnit"
  >[],
): Decimal {
  return progressShare(
    operations.map((one) => ({
      plannedQuantity: one.plannedQuantity,
      good: one.good,
      scrap: one.scrap,
      isDone: one.state === "done",
      plannedMinutes: one.setupMinutes.plus(one.runMinutesPerUnit.times(one.plannedQuantity)),
    })),
  );
}

async function minutesOf(tx: Tx, input: ReportInput, operation: Operation, quantity: Decimal): Promise<Decimal> {
  if (input.minutes) return input.minutes;
  const isFirst = operation.good.plus(operation.scrap).isZero() && operation.workedMinutes.isZero();
  const { setupMinutes, runMinutesPerUnit } = minutesWhereDone(operation);
  const standard = runMinutesPerUnit.times(quantity).plus(isFirst ? setupMinutes : 0);
  const last = await findLastReport(tx, input.workOrderId, input.operationNumber, input.personId ?? null);
  return workedMinutes(input.kind, last, standard.toDecimalPlaces(3));
}

/** Labour and machine at the work centre's rates go into the order. */
async function applyWork(
  tx: Tx,
  file: WorkOrderFile,
  operation: Operation,
  minutes: Decimal,
  reportId: string,
  on: PlainDate,
): Promise<Outcome<null, ReportWorkRefusal>> {
  if (!minutes.greaterThan(0)) return ok(null);
  const labourYen = appliedCostYen(minutes, operation.laborYenPerHour ?? decimal(0));
  const machineYen = appliedCostYen(minutes, operation.machineYenPerHour ?? decimal(0));
  if (labourYen === 0n && machineYen === 0n) return ok(null);
  const cost = {
    workOrderId: file.order.id,
    portion: "conversion",
    sourceId: reportId,
    happenedOn: on,
    note: operation.name,
  } as const;
  await bookOrderCosts(tx, [
    { ...cost, kind: "labor", amountYen: labourYen },
    { ...cost, kind: "machine", amountYen: machineYen },
  ]);
  const told = await tellEvents(tx, [{ kind: "work_applied", ...eventHead(tx, file, on), labourYen, machineYen }]);
  return told.ok ? ok(null) : (told as Outcome<never, ReportWorkRefusal>);
}

/** Good pieces of the last operation go into stock, or wait for inspection; "done" there ends the order. */
async function afterLastOperation(
  tx: Tx,
  file: WorkOrderFile,
  index: number,
  input: ReportInput,
  quantity: Decimal,
): Promise<Outcome<{ readonly state: WorkOrderState; readonly completed: Decimal }, ReportWorkRefusal>> {
  const { order, operations } = file;
  const last = operations.at(-1)!;
  const unchanged = ok({ state: order.state, completed: order.completed });
  if (index !== operations.length - 1) return unchanged;
  if (input.kind === "good") {
    if (needsFinalInspection(file)) {
      await openFinalInspection(tx, order, last.operationNumber, quantity);
      return unchanged;
    }
    const ready = last.good.minus(order.completed);
    const output = await takeOutput(tx, file, { quantity: ready, completedOn: input.reportedOn });
    if (!output.ok) return output;
    const completed = order.completed.plus(ready);
    const isOver = completed.greaterThanOrEqualTo(order.quantity) || last.state === "done";
    return ok({ state: isOver ? "completed" : order.state, completed });
  }
  if (last.state !== "done" || last.good.greaterThan(order.completed)) return unchanged;
  await changeWorkOrder(tx, order.id, { state: "completed", progressShare: decimal(1) });
  return ok({ state: "completed", completed: order.completed });
}

/**
 * Reports good pieces of the whole order at once, operation after operation, with the planned times: for firms that report only
 * what is finished.
 */
export async function reportThrough(
  tx: Tx,
  input: Pick<ReportInput, "workOrderId" | "reportedOn" | "personId"> & { readonly quantity: Decimal },
): Promise<Outcome<Reported, ReportWorkRefusal>> {
  const file = await lockWorkOrder(tx, input.workOrderId);
  if (!file) return refuse("NOT_FOUND");
  const target = file.operations.at(-1)!.good.plus(input.quantity);
  let result: Outcome<Reported, ReportWorkRefusal> = refuse("QUANTITY_NOT_POSITIVE", undefined, "quantity");
  for (const operation of file.operations) {
    const quantity = target.minus(operation.good);
    if (!quantity.greaterThan(0)) continue;
    result = await reportWork(tx, { ...input, operationNumber: operation.operationNumber, kind: "good", quantity });
    if (!result.ok) return result;
  }
  return result;
}
