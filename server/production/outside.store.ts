import type { ItemCategory } from "../../domain/inventory/index.ts";
import type { OperationState } from "../../domain/production/index.ts";
import { type Decimal, decimal } from "../../domain/shared/index.ts";
import { camel, execute, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import type { StockThere } from "./order-stock.store.ts";

export async function partnerIsLinked(tx: Tx, partnerId: string): Promise<boolean> {
  const [row] = await query<{ linked: boolean }>(
    tx,
    {
      name: "wo.partner.linked",
      text: "select linked_company_id is not null linked from app.partner where company_id = $1 and id = $2",
    },
    [tx.companyId, partnerId],
  );
  return row?.linked ?? false;
}

/** Says on my face of a bought line that it is outside processing for an order. */
export async function markOutsideLine(tx: Tx, tradeId: string, lineNumber: number, workOrderId: string): Promise<void> {
  await execute(
    tx,
    {
      name: "wo.outside.mark",
      text: "update app.trade_line_face set purpose = 'outside_processing', work_order_id = $4 where company_id = $1 and trade_id = $2 and line_number = $3",
    },
    [tx.companyId, tradeId, lineNumber, workOrderId],
  );
}

/** Names the goods handed over for a trade's work in words both sides read. Named once: later parts of the same goods keep them. */
export async function nameSupplied(tx: Tx, tradeId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await execute(
    tx,
    {
      name: "wo.supplied.name",
      text: `insert into app.supplied_item (trade_id, item_id, seller_id, buyer_id, code, description, unit)
        select t.id, i.id, t.seller_id, t.buyer_id, i.code, i.name, i.unit from app.trade t join app.item i on i.company_id = $1 and i.id = any($3::uuid[]) where t.id = $2
        on conflict (trade_id, item_id) do nothing`,
    },
    [tx.companyId, tradeId, itemIds],
  );
}

/** The delivered lines of a delivery: which trade line each belongs to. */
export async function loadDeliveryLines(
  tx: Tx,
  deliveryId: string,
): Promise<readonly { lineNumber: number; tradeId: string; tradeLineNumber: number }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.delivery.lines",
      text: "select line_number, trade_id, trade_line_number from app.delivery_line where delivery_id = $1 order by line_number",
    },
    [deliveryId],
  );
  return rows.map((row) => camel(row));
}

/** A seller's order of processing with what it holds; its company's door is open, or it is the acting one. */
export interface ProcessingOrder {
  readonly companyId: string;
  readonly workOrderId: string;
  readonly number: string;
  readonly tradeId: string;
  readonly tradeLineNumber: number;
  readonly quantity: Decimal;
  readonly delivered: Decimal;
  readonly accepted: Decimal;
  readonly materialYen: bigint;
  readonly conversionYen: bigint;
}

export async function lockProcessingOrders(tx: Tx, tradeIds: readonly string[]): Promise<ProcessingOrder[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.processing.lock",
      text: "select company_id, work_order_id, number, trade_id, trade_line_number, quantity, delivered, accepted, material_yen, conversion_yen from guard.lock_processing_orders($1::uuid[])",
    },
    [tradeIds],
  );
  return rows.map((row) => camel<ProcessingOrder>(row));
}

export async function deliverProcessing(
  tx: Tx,
  changes: readonly { readonly companyId: string; readonly workOrderId: string; readonly quantity: Decimal }[],
): Promise<void> {
  if (changes.length === 0) return;
  await query(tx, { name: "wo.processing.deliver", text: "select guard.deliver_processing($1::jsonb)" }, [
    toJson(
      changes.map((one) => ({ company_id: one.companyId, work_order_id: one.workOrderId, quantity: one.quantity })),
    ),
  ]);
}

export interface OutsideMaterial {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly category: ItemCategory;
  readonly decimals: number;
  readonly required: Decimal;
  readonly issued: Decimal;
  readonly freeIssued: Decimal;
}
/** A buyer's operation that a trade carries out. */
export interface OutsideOperation {
  readonly companyId: string;
  readonly workOrderId: string;
  readonly number: string;
  readonly operationNumber: number;
  readonly tradeId: string;
  readonly tradeLineNumber: number;
  readonly good: Decimal;
  readonly lineQuantity: Decimal;
  readonly accepted: Decimal;
  readonly placeId: string | null;
  readonly productionPlaceId: string | null;
  readonly materials: readonly OutsideMaterial[];
}

export async function lockOutsideOperations(tx: Tx, tradeIds: readonly string[]): Promise<OutsideOperation[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.outside.lock",
      text: "select company_id, work_order_id, number, operation_number, trade_id, trade_line_number, good, line_quantity, accepted, place_id, production_place_id, materials from guard.lock_outside_operations($1::uuid[])",
    },
    [tradeIds],
  );
  return rows.map((row) => {
    const operation = camel<OutsideOperation>(row);
    const materials = (row["materials"] as readonly Record<keyof OutsideMaterial, string>[]).map((one) => ({
      lineNumber: Number(one.lineNumber),
      itemId: one.itemId,
      category: one.category as ItemCategory,
      decimals: Number(one.decimals),
      required: decimal(one.required),
      issued: decimal(one.issued),
      freeIssued: decimal(one.freeIssued),
    }));
    return { ...operation, materials };
  });
}

/** What of items stands at places of partners; for the acting company and those whose door is open. */
export async function loadStockAtPartners(
  tx: Tx,
  placeIds: readonly string[],
): Promise<readonly (StockThere & { readonly ownerId: string })[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.outside.there",
      text: "select owner_id, item_id, place_id, nullif(lot_id, '00000000-0000-0000-0000-000000000000') lot_id, keeper_id, quantity from app.stock_balance where place_id = any($1::uuid[]) and quantity > 0 order by owner_id, item_id, lot_id",
    },
    [placeIds],
  );
  return rows.map((row) => camel(row));
}

export interface OutsideChange {
  readonly companyId: string;
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly reportId: string;
  readonly quantity: Decimal;
  readonly isDone: boolean;
  readonly share: Decimal;
  readonly materials: readonly { readonly lineNumber: number; readonly quantity: Decimal }[];
}

export async function reportOutside(tx: Tx, changes: readonly OutsideChange[]): Promise<void> {
  if (changes.length === 0) return;
  await query(tx, { name: "wo.outside.report", text: "select guard.report_outside($1::jsonb)" }, [
    toJson(
      changes.map((one) => ({
        company_id: one.companyId,
        work_order_id: one.workOrderId,
        operation_number: one.operationNumber,
        report_id: one.reportId,
        quantity: one.quantity,
        is_done: one.isDone,
        share: one.share,
        materials: one.materials.map((part) => ({ line_number: part.lineNumber, quantity: part.quantity })),
      })),
    ),
  ]);
}

export interface OperationProgressRow {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly plannedQuantity: Decimal;
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly state: OperationState;
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
}

export async function loadOutsideProgress(tx: Tx, orderIds: readonly string[]): Promise<OperationProgressRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.outside.progress",
      text: "select work_order_id, operation_number, planned_quantity, good, scrap, state, setup_minutes, run_minutes_per_unit from guard.outside_progress($1::uuid[])",
    },
    [orderIds],
  );
  return rows.map((row) => camel<OperationProgressRow>(row));
}
