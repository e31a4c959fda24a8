import type { WorkOrderDocument } from "../../domain/production/index.ts";
import { type Decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { findReplaceable } from "./assign-work-center.store.ts";
import { loadHeldCost } from "./order-cost.store.ts";
import { loadFreeStock } from "./order-stock.store.ts";
import { findWorkOrder } from "./work-order.store.ts";
import {
  findOrderHead,
  loadCosts,
  loadOutsideStates,
  loadPeopleAtWork,
  loadReports,
  loadWorkCenterNames,
} from "./work-order-list.store.ts";

const text = (value: Decimal | null | undefined) => (value ? value.toFixed() : "0");

/** All of an order for its page: operations at home and outside, materials, reports, cost. */
export async function readWorkOrder(
  tx: Tx,
  id: string,
  today: PlainDate,
): Promise<Outcome<WorkOrderDocument, "NOT_FOUND">> {
  const [head, file, people, outside, reports, costs, held] = await settleAll([
    findOrderHead(tx, id, today),
    findWorkOrder(tx, id),
    loadPeopleAtWork(tx, [id]),
    loadOutsideStates(tx, [id]),
    loadReports(tx, id),
    loadCosts(tx, id),
    loadHeldCost(tx, id),
  ]);
  if (!head || !file) return refuse("NOT_FOUND");
  const ownCenters = file.operations.flatMap((one) => one.workCenterId ?? []);
  const [free, withOthers, centers] = await settleAll([
    loadFreeStock(tx, [...new Set(file.materials.map((one) => one.itemId))]),
    findReplaceable(tx, ownCenters),
    loadWorkCenterNames(tx, [
      ...new Set([...ownCenters, ...file.operations.flatMap((one) => one.atWorkCenterId ?? [])]),
    ]),
  ]);
  const { originId, originNumber, category, ...row } = head;
  const nameOf = (centerId: string | null) => (centerId === null ? null : (centers.get(centerId) ?? null));
  const last = file.operations.at(-1);
  return ok({
    ...row,
    isProcessing: category === "processing",
    originWorkOrder: originId ? { id: originId, number: originNumber! } : null,
    readyToComplete: last ? text(last.good.minus(file.order.completed)) : "0",
    heldYen: (held.materialYen + held.conversionYen).toString(),
    operations: file.operations.map((one) => {
      const state = outside.find((row) => row.operationNumber === one.operationNumber);
      return {
        operationNumber: one.operationNumber,
        name: one.name,
        workCenterId: one.atWorkCenterId,
        workCenterName: nameOf(one.atWorkCenterId),
        standsInFor: one.assignedWorkCenterId ? nameOf(one.workCenterId) : null,
        timeFactor: text(one.timeFactor),
        hasChoice: one.workCenterId !== null && (withOthers.has(one.workCenterId) || one.assignedWorkCenterId !== null),
        setupMinutes: text(one.setupMinutes),
        runMinutesPerUnit: text(one.runMinutesPerUnit),
        plannedQuantity: text(one.plannedQuantity),
        good: text(one.good),
        scrap: text(one.scrap),
        workedMinutes: text(one.workedMinutes),
        needsInspection: one.needsInspection,
        state: one.state,
        plannedStartOn: one.plannedStartOn,
        plannedFinishOn: one.plannedFinishOn,
        people: people.filter((row) => row.operationNumber === one.operationNumber).map((row) => row.name),
        outside: state
          ? {
              partnerId: state.partnerId,
              partnerName: state.partnerName,
              tradeId: state.tradeId,
              tradeNumber: state.tradeNumber,
              state: state.state,
              wantedOn: state.wantedOn,
              promisedOn: state.promisedOn,
              shipped: text(state.shipped),
              accepted: text(state.accepted),
              share: state.share ? state.share.toFixed() : null,
            }
          : null,
      };
    }),
    materials: file.materials.map((one) => ({
      lineNumber: one.lineNumber,
      itemId: one.itemId,
      itemCode: one.itemCode,
      itemName: one.itemName,
      unit: one.unit,
      operationNumber: one.operationNumber,
      required: text(one.required),
      issued: text(one.issued),
      freeIssued: text(one.freeIssued),
      free: text(free.get(one.itemId)),
      isBackflushed: one.isBackflushed,
    })),
    reports: reports.map((one) => ({
      ...one,
      quantity: one["quantity"] ? (one["quantity"] as Decimal).toFixed() : null,
      minutes: one["minutes"] ? (one["minutes"] as Decimal).toFixed() : null,
    })) as WorkOrderDocument["reports"],
    costs: costs.map((one) => ({
      ...one,
      amountYen: one.amountYen.toString(),
    })) as WorkOrderDocument["costs"],
  });
}
