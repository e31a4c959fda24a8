import { mayMoveWorkOrder } from "../../domain/production/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { bringBack, type IssueRefusal } from "./issue-material.service.ts";
import { bookOrderCosts, loadHeldCost } from "./order-cost.store.ts";
import { eventHead, tellEvents } from "./order-event.ts";
import { changeWorkOrder, lockWorkOrder, type WorkOrderFile } from "./work-order.store.ts";
import { loadDelivered, loadOpenOutsideOrders } from "./work-order-list.store.ts";

export type CloseRefusal =
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "WORK_ORDER_STATE"
  | "MATERIAL_AT_PARTNER"
  | "OUTSIDE_ORDER_OPEN"
  | "PIECES_NOT_IN_STOCK"
  | "SALE_NOT_ACCEPTED"
  | "COMPLETED_PIECES"
  | IssueRefusal;

/**
 * Ends an order early: nothing more will be made. What is good and in stock stays; the order waits for its closing.
 */
export async function endWorkOrder(tx: Tx, workOrderId: string, version: number): Promise<Outcome<null, CloseRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  const found = requireVersion(file?.order, version);
  if (!found.ok) return found;
  if (found.value.state === "planned" || !mayMoveWorkOrder(found.value.state, "completed"))
    return refuse("WORK_ORDER_STATE", { state: found.value.state });
  await changeWorkOrder(tx, workOrderId, { state: "completed" });
  await tellOf(tx, file!, "production.ended");
  return ok(null);
}

/**
 * Finishes an order's books: what it still holds belongs to no piece any more and becomes a loss. Nothing of it may stand at a
 * subcontractor or wait to go into stock; a processing order waits until the customer accepted.
 */
export async function closeWorkOrder(
  tx: Tx,
  workOrderId: string,
  version: number,
  on: PlainDate,
): Promise<Outcome<{ readonly lossYen: bigint }, CloseRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  const found = requireVersion(file?.order, version);
  if (!found.ok) return found;
  const { order, operations, materials } = file!;
  if (!mayMoveWorkOrder(order.state, "closed")) return refuse("WORK_ORDER_STATE", { state: order.state });
  if (materials.some((one) => one.freeIssued.greaterThan(0))) return refuse("MATERIAL_AT_PARTNER");
  const [open] = await loadOpenOutsideOrders(tx, workOrderId);
  if (open) return refuse("OUTSIDE_ORDER_OPEN", { number: open.number });
  const last = operations.at(-1)!;
  if (last.good.greaterThan(order.completed))
    return refuse("PIECES_NOT_IN_STOCK", { quantity: last.good.minus(order.completed).toFixed() });
  const held = await loadHeldCost(tx, workOrderId);
  const lossYen = held.materialYen + held.conversionYen;
  if (
    order.category === "processing" &&
    order.tradeId &&
    lossYen > 0n &&
    order.completed.greaterThan(0) &&
    !(await isDelivered(tx, file!))
  )
    return refuse("SALE_NOT_ACCEPTED");
  const lost = (portion: "material" | "conversion", yen: bigint) => ({
    workOrderId,
    kind: "loss" as const,
    portion,
    amountYen: -yen,
    sourceId: workOrderId,
    happenedOn: on,
  });
  await bookOrderCosts(tx, [lost("material", held.materialYen), lost("conversion", held.conversionYen)]);
  if (lossYen !== 0n) {
    const told = await tellEvents(tx, [{ kind: "scrap_beyond_normal", ...eventHead(tx, file!, on), lossYen }]);
    if (!told.ok) return told as Outcome<never, CloseRefusal>;
  }
  await changeWorkOrder(tx, workOrderId, { state: "closed", isClosed: true });
  await tellOf(tx, file!, "production.closed", { lossYen: lossYen.toString() });
  return ok({ lossYen });
}

async function isDelivered(tx: Tx, { order }: WorkOrderFile): Promise<boolean> {
  return (await loadDelivered(tx, order.id)).greaterThanOrEqualTo(order.completed);
}

/** Calls an order off before anything was finished: issued material goes back to where it came from; work already applied is a loss. */
export async function cancelWorkOrder(
  tx: Tx,
  workOrderId: string,
  version: number,
  on: PlainDate,
): Promise<Outcome<{ readonly lossYen: bigint }, CloseRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  const found = requireVersion(file?.order, version);
  if (!found.ok) return found;
  const { order, materials } = file!;
  if (!mayMoveWorkOrder(order.state, "cancelled")) return refuse("WORK_ORDER_STATE", { state: order.state });
  if (materials.some((one) => one.freeIssued.greaterThan(0))) return refuse("MATERIAL_AT_PARTNER");
  const [open] = await loadOpenOutsideOrders(tx, workOrderId);
  if (open) return refuse("OUTSIDE_ORDER_OPEN", { number: open.number });
  return callOff(tx, file!, on);
}

/**
 * What a cancel does to an order that is locked and may be cancelled. Material that stands at a subcontractor stays there, visible on the
 * cancelled order, until it is taken back or given up.
 */
export async function callOff(
  tx: Tx,
  file: WorkOrderFile,
  on: PlainDate,
): Promise<Outcome<{ readonly lossYen: bigint }, CloseRefusal>> {
  const { order, materials } = file;
  const workOrderId = order.id;
  if (order.completed.greaterThan(0)) return refuse("COMPLETED_PIECES", { quantity: order.completed.toFixed() });
  const issued = materials.filter((one) => one.issued.greaterThan(0));
  if (issued.length > 0) {
    const back = await bringBack(
      tx,
      file,
      issued.map((one) => ({ lineNumber: one.lineNumber, quantity: one.issued })),
      on,
    );
    if (!back.ok) return back;
  }
  const held = await loadHeldCost(tx, workOrderId);
  const lossYen = held.materialYen + held.conversionYen;
  if (lossYen !== 0n) {
    await bookOrderCosts(tx, [
      {
        workOrderId,
        kind: "loss",
        portion: "material",
        amountYen: -held.materialYen,
        sourceId: workOrderId,
        happenedOn: on,
      },
      {
        workOrderId,
        kind: "loss",
        portion: "conversion",
        amountYen: -held.conversionYen,
        sourceId: workOrderId,
        happenedOn: on,
      },
    ]);
    const told = await tellEvents(tx, [{ kind: "scrap_beyond_normal", ...eventHead(tx, file, on), lossYen }]);
    if (!told.ok) return told as Outcome<never, CloseRefusal>;
  }
  await changeWorkOrder(tx, workOrderId, { state: "cancelled", isClosed: true });
  await tellOf(tx, file, "production.cancelled", { lossYen: lossYen.toString() });
  return ok({ lossYen });
}

async function tellOf(tx: Tx, file: WorkOrderFile, command: string, details: Record<string, string> = {}) {
  await settleAll([
    audit(tx, [
      {
        command,
        subjectKind: "work_order",
        subjectId: file.order.id,
        details: { number: file.order.number, ...details },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: file.order.id }]),
  ]);
}
