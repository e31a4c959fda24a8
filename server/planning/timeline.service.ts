import {
  type DemandKind,
  type ItemTimelineAnswer,
  itemTimeline,
  type ReceiptKind,
  type RecordRef,
  type StockEvent,
} from "../../domain/planning/index.ts";
import { addDays, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadPlannedItem } from "./peg.store.ts";
import { currentRunId } from "./plan-run.store.ts";
import {
  loadByProductOrders,
  loadPlannedOrders,
  loadPlannedOrdersOfItem,
  type PlannedOrderRow,
} from "./planned-order.store.ts";
import { findItemName, nameRecords } from "./record-names.store.ts";

interface Source {
  readonly order: PlannedOrderRow | null;
  readonly record: RecordRef<DemandKind | ReceiptKind> | null;
}

/** What comes and goes of an item by the current plan, each with its order, and the stock after it. */
export async function timelineOf(
  tx: Tx,
  itemId: string,
): Promise<Outcome<ItemTimelineAnswer, "NOT_FOUND" | "NO_PLAN">> {
  const item = await findItemName(tx, itemId);
  if (!item) return refuse("NOT_FOUND");
  const runId = await currentRunId(tx);
  if (runId === undefined) return refuse("NO_PLAN");
  const planned = await loadPlannedItem(tx, runId, itemId);
  const head = { itemId, itemCode: item.code, itemName: item.name, unit: item.unit };
  if (!planned) return refuse("NO_PLAN");
  const own = await loadPlannedOrdersOfItem(tx, itemId);
  const byProducts = await loadByProductOrders(tx, itemId);
  const parents = await loadPlannedOrders(
    tx,
    planned.needs.map((need) => need.seq),
  );
  const standing = own.filter((order) => order.state !== "discarded");
  const parentOf = new Map(parents.map((order) => [order.seq, order]));
  const record = ({ kind, id, line }: RecordRef<DemandKind | ReceiptKind>): Source => ({
    order: null,
    record: { kind, id, line },
  });
  const events: StockEvent<Source>[] = [
    ...planned.receipts.map((one) => ({ ...one, what: "receipt" as const, source: record(one) })),
    ...planned.demands.map((one) => ({ ...one, what: "demand" as const, source: record(one) })),
    ...standing.map((order) => ({
      onDate: order.dueOn,
      what: "planned_receipt" as const,
      quantity: order.expectedQuantity,
      source: { order, record: null },
    })),
    ...byProducts.map((order) => ({
      onDate: order.dueOn,
      what: "planned_receipt" as const,
      quantity: order.byProduct,
      source: { order, record: null },
    })),
    ...planned.needs.map((need) => ({
      onDate: need.onDate,
      what: "planned_need" as const,
      quantity: need.quantity,
      source: { order: parentOf.get(need.seq) ?? null, record: null },
    })),
  ];
  const rows = itemTimeline(planned.onHand, events);
  const nameOf = await nameRecords(
    tx,
    rows.flatMap((row) => (row.source.record ? [row.source.record] : [])),
  );
  return ok({
    ...head,
    planFrom: planned.planFrom,
    planTo: addDays(planned.planFrom, planned.horizonDays - 1),
    onHand: planned.onHand,
    safetyStock: planned.safetyStock,
    events: rows.map(({ onDate, what, signed, balance, source: { order, record } }) => ({
      onDate,
      what,
      quantity: signed,
      balance,
      seq: order?.seq ?? null,
      orderItemCode: order?.itemCode ?? null,
      record: record && { ...record, ...nameOf(record.id) },
    })),
    releases: standing.map(({ seq, startOn, quantity, dueOn }) => ({ seq, onDate: startOn, quantity, dueOn })),
  });
}
