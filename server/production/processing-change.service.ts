import { isWorkable, planDates, type Rescaled, rescaleOrder } from "../../domain/production/index.ts";
import {
  addDays,
  type Decimal,
  daysBetween,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
} from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { type CloseRefusal, callOff } from "./close-work-order.service.ts";
import { nameSupplied } from "./outside.store.ts";
import { orderedBy } from "./outside-processing.service.ts";
import { findBoughtLine, loadOrderedOperations, type OrderedOperation } from "./processing-chain.store.ts";
import { progressOf } from "./report-work.service.ts";
import {
  changeMaterials,
  changeOperations,
  changeWorkOrder,
  findWorkOrder,
  lockWorkOrder,
  type WorkOrderFile,
} from "./work-order.store.ts";

/** What a change along a chain does to a line the window ordered; only what differs is set. */
export interface ChangedLine {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly isCancel: boolean;
  /** In the line's unit. */
  readonly newQuantity: Decimal | null;
  readonly newWantedOn: PlainDate | null;
}

export type FollowRefusal = "WORK_REPORTED_ABOVE" | "WORK_ORDER_CLOSED" | CloseRefusal;

type Change = OrderedOperation & Pick<ChangedLine, "isCancel">;
interface ChangedOrder {
  readonly file: WorkOrderFile;
  /** What is ordered of members for it, the last operation last. */
  readonly changes: readonly Change[];
}

/**
 * The window's work orders follow a change of the orders its members got: quantity, dates, operations and what is needed of material; a
 * cancelled line calls its order off. Material already handed to a member stays there, visible on the order.
 *
 * Refuses what was made already and cannot be changed away. In the transaction that changes the trades, so that all of it fails with it.
 */
export async function followChainChange(
  tx: Tx,
  lines: readonly ChangedLine[],
  today: PlainDate,
): Promise<Outcome<null, FollowRefusal>> {
  for (const order of await loadChanged(tx, lines, lockWorkOrder)) {
    const done = isCalledOff(order) ? await cancel(tx, order, today) : await rescale(tx, order, today);
    if (!done.ok) return done;
  }
  return ok(null);
}

/** Whether the work orders could follow such a change, before anybody is asked to agree to it. Writes nothing. */
export async function checkChainChange(
  tx: Tx,
  lines: readonly ChangedLine[],
): Promise<Outcome<null, "WORK_REPORTED_ABOVE" | "WORK_ORDER_CLOSED">> {
  for (const order of await loadChanged(tx, lines, findWorkOrder)) {
    if (isCalledOff(order)) continue;
    const plan = planRescale(order);
    if (!plan.ok) return plan;
  }
  return ok(null);
}

async function loadChanged(
  tx: Tx,
  lines: readonly ChangedLine[],
  load: (tx: Tx, id: string) => Promise<WorkOrderFile | undefined>,
): Promise<ChangedOrder[]> {
  if (lines.length === 0) return [];
  const operations = (await loadOrderedOperations(tx, lines)).map((operation): Change => {
    const line = lines.find((one) => one.tradeId === operation.tradeId && one.lineNumber === operation.lineNumber)!;
    return {
      ...operation,
      isCancel: line.isCancel,
      quantity: line.newQuantity?.times(operation.factor) ?? operation.quantity,
      dueOn: line.newWantedOn ?? operation.dueOn,
    };
  });
  const orders: ChangedOrder[] = [];
  for (const id of [...new Set(operations.map((one) => one.workOrderId))].sort()) {
    const file = await load(tx, id);
    if (file && file.order.state !== "cancelled")
      orders.push({ file, changes: operations.filter((one) => one.workOrderId === id) });
  }
  return orders;
}

/** Nothing comes out of it any more. */
function isCalledOff({ changes }: ChangedOrder): boolean {
  return changes.at(-1)!.isCancel;
}

async function cancel(tx: Tx, { file }: ChangedOrder, today: PlainDate): Promise<Outcome<null, FollowRefusal>> {
  // Ended by hand before: it waits for its closing, with nothing more to come.
  if (file.order.state === "completed" || file.order.state === "closed") return ok(null);
  const done = await callOff(tx, file, today);
  return done.ok ? ok(null) : done;
}

function planRescale({ file, changes }: ChangedOrder): Outcome<Rescaled, "WORK_REPORTED_ABOVE" | "WORK_ORDER_CLOSED"> {
  const { order, operations, materials } = file;
  const { quantity } = changes.at(-1)!;
  if (order.state === "closed" && !quantity.equals(order.quantity))
    return refuse("WORK_ORDER_CLOSED", { number: order.number });
  return rescaleOrder({ ...order, operations, materials }, quantity);
}

async function rescale(tx: Tx, changed: ChangedOrder, today: PlainDate): Promise<Outcome<null, FollowRefusal>> {
  const { file, changes } = changed;
  const { order } = file;
  const plan = planRescale(changed);
  if (!plan.ok) return plan;
  if (order.state === "closed") return ok(null);
  const { quantity, dueOn: wanted } = changes.at(-1)!;
  const dueOn = wanted > today ? wanted : today;
  const startOn = newStart(file, dueOn, today);
  const planned = plan.value.operations;
  const dates = planDates(
    file.operations.map((one, index) => ({ ...one, ...planned[index]!, subcontractLeadTimeDays: 0 })),
    startOn,
    dueOn,
  );
  const operations = file.operations.map((one, index) => {
    const line = changes.find((change) => change.operationNumber === one.operationNumber);
    const isDone = line && one.good.greaterThan(0) && one.good.greaterThanOrEqualTo(line.quantity);
    const isOpenAgain =
      one.state === "done" && quantity.greaterThan(order.quantity) && one.good.lessThan(line?.quantity ?? 0);
    const state = isDone ? ("done" as const) : isOpenAgain ? ("running" as const) : one.state;
    return { ...one, ...planned[index]!, ...dates[index]!, state };
  });
  const isAllIn = order.completed.greaterThan(0) && order.completed.greaterThanOrEqualTo(quantity);
  const state =
    isWorkable(order.state) && isAllIn ? "completed" : order.state === "completed" && !isAllIn ? "started" : null;
  await settleAll([
    changeWorkOrder(tx, order.id, {
      ...{ quantity, startOn, dueOn, progressShare: isAllIn ? decimal(1) : progressOf(operations) },
      ...(state && { state }),
    }),
    changeOperations(
      tx,
      order.id,
      operations.map(({ operationNumber, plannedQuantity, plannedStartOn, plannedFinishOn, state }) => ({
        ...{ operationNumber, plannedQuantity, plannedStartOn, plannedFinishOn, state },
      })),
    ),
    changeMaterials(tx, order.id, plan.value.materials),
    audit(tx, [
      {
        command: "production.edited",
        subjectKind: "work_order",
        subjectId: order.id,
        details: { quantity: quantity.toFixed(), dueOn },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: order.id }]),
  ]);
  return ok(null);
}

/** An order nobody began moves with its due day and keeps its length, but not into the past; one under way began when it did. */
function newStart({ order }: WorkOrderFile, dueOn: PlainDate, today: PlainDate): PlainDate {
  const start =
    order.state === "planned" ? addDays(dueOn, -Math.max(daysBetween(order.startOn, order.dueOn), 0)) : order.startOn;
  const earliest = order.state === "planned" && start < today ? today : start;
  return earliest > dueOn ? dueOn : earliest;
}

/**
 * A step was asked for again: the operation it carries out is ordered by the new trade from now on. Material that stands at a member
 * stays its issue where the same member is asked; for another one it has to come back first.
 */
export async function followStepAgain(
  tx: Tx,
  before: { readonly tradeId: string; readonly lineNumber: number },
  next: { readonly tradeId: string; readonly lineNumber: number },
): Promise<Outcome<null, "MATERIAL_AT_MEMBER">> {
  const [operation] = await loadOrderedOperations(tx, [before]);
  if (!operation) return ok(null);
  const file = await lockWorkOrder(tx, operation.workOrderId);
  const at = file?.operations.find((one) => one.operationNumber === operation.operationNumber);
  const partnerId = (await findBoughtLine(tx, next.tradeId, next.lineNumber))?.partnerId;
  if (!file || !at || !partnerId) return ok(null);
  const there = file.materials.filter(
    (one) => one.operationNumber === at.operationNumber && one.freeIssued.greaterThan(0),
  );
  const [first] = there;
  if (first && partnerId !== at.subcontractPartnerId)
    return refuse("MATERIAL_AT_MEMBER", {
      number: file.order.number,
      item: first.itemCode,
      quantity: first.freeIssued.toFixed(),
    });
  await orderedBy(tx, file.order.id, at.operationNumber, { ...next, partnerId });
  await settleAll([
    nameSupplied(tx, next.tradeId, [...new Set(there.map((one) => one.itemId))]),
    announce(tx, [{ kind: "production.order", subjectId: file.order.id }]),
  ]);
  return ok(null);
}
