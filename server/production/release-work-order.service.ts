import type { Shortage } from "../../domain/production/index.ts";
import { Decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { toShortage } from "./issue-material.service.ts";
import { loadFreeStock } from "./order-stock.store.ts";
import { type OutsideOrder, type OutsideRefusal, sendOutside } from "./outside-processing.service.ts";
import { changeOperations, changeWorkOrder, lockWorkOrder, type WorkOrderFile } from "./work-order.store.ts";

export interface Released {
  /** Material that is not there yet; it forbids nothing. */
  readonly shortages: readonly Shortage[];
  readonly outsideOrders: readonly OutsideOrder[];
}

/**
 * Lets the floor begin: the first operation becomes ready, outside operations are ordered of their partners and their material is
 * issued free, and what lacks is said.
 */
export async function releaseWorkOrder(
  tx: Tx,
  workOrderId: string,
  version: number,
  today: PlainDate,
): Promise<Outcome<Released, "NOT_FOUND" | "STALE_VERSION" | "WORK_ORDER_STATE" | OutsideRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  const found = requireVersion(file?.order, version);
  if (!found.ok) return found;
  if (found.value.state !== "planned") return refuse("WORK_ORDER_STATE", { state: found.value.state });
  const released: WorkOrderFile = { ...file!, order: { ...file!.order, state: "released" } };
  await settleAll([
    changeWorkOrder(tx, workOrderId, { state: "released", isReleased: true }),
    changeOperations(tx, workOrderId, [
      { operationNumber: released.operations[0]!.operationNumber, state: "ready" as const },
    ]),
  ]);
  const outsideOrders: OutsideOrder[] = [];
  const shortages: Shortage[] = [];
  for (const operation of released.operations.filter((one) => one.subcontractPartnerId)) {
    const sent = await sendOutside(tx, released, operation.operationNumber, today);
    if (!sent.ok) return sent;
    outsideOrders.push(sent.value.order);
    shortages.push(...sent.value.shortages);
  }
  shortages.push(...(await findShortages(tx, released)));
  await settleAll([
    audit(tx, [
      {
        command: "production.released",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { number: released.order.number },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return ok({ shortages, outsideOrders });
}

/** Material of own operations that free stock does not cover now; lines of one item share what is there. */
export async function findShortages(tx: Tx, file: WorkOrderFile): Promise<Shortage[]> {
  const outside = new Set(file.operations.filter((one) => one.subcontractPartnerId).map((one) => one.operationNumber));
  const open = file.materials.filter(
    (one) => !outside.has(one.operationNumber ?? 0) && one.required.greaterThan(one.issued),
  );
  if (open.length === 0) return [];
  const free = new Map(await loadFreeStock(tx, [...new Set(open.map((one) => one.itemId))]));
  return open.flatMap((material) => {
    const wanted = material.required.minus(material.issued);
    const there = Decimal.max(free.get(material.itemId) ?? 0, 0);
    const taken = Decimal.min(there, wanted);
    free.set(material.itemId, there.minus(taken));
    return taken.lessThan(wanted) ? [toShortage(material, wanted, wanted.minus(taken))] : [];
  });
}

/** Releases several orders, all or none. */
export async function releaseWorkOrders(
  tx: Tx,
  orders: readonly { readonly id: string; readonly version: number }[],
  today: PlainDate,
): Promise<Outcome<Released, "NOT_FOUND" | "STALE_VERSION" | "WORK_ORDER_STATE" | OutsideRefusal>> {
  const shortages: Shortage[] = [];
  const outsideOrders: OutsideOrder[] = [];
  for (const [index, order] of [...orders].sort((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    const released = await releaseWorkOrder(tx, order.id, order.version, today);
    if (!released.ok) return refuse(released.refusals[0].code, released.refusals[0].values, `orders.${index}`);
    shortages.push(...released.value.shortages);
    outsideOrders.push(...released.value.outsideOrders);
  }
  return ok({ shortages, outsideOrders });
}
