import type { ItemCategory } from "../../domain/inventory/index.ts";
import type { BomLine, RoutingOperation } from "../../domain/production/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** An item as orders are made of it. */
export interface MadeItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly category: ItemCategory;
  readonly unitDecimals: number;
  readonly yield: Decimal;
  readonly leadTimeDays: number;
  readonly isActive: boolean;
  readonly bomLines: readonly BomLine[];
  readonly operations: readonly RoutingOperation[];
}

/** Items with their bills of materials and routings, by id. */
export async function loadMadeItems(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, MadeItem>> {
  const values = [tx.companyId, itemIds];
  const [items, lines, operations] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.items",
        text: "select i.id, i.code, i.name, i.supply, i.category, u.decimals unit_decimals, i.yield, i.lead_time_days, i.is_active from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.id = any($2::uuid[])",
      },
      values,
    ),
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.bom",
        text: `select b.parent_item_id, b.component_item_id, b.operation_number, b.quantity, b.scrap_rate, b.valid_from, b.valid_to, u.decimals unit_decimals, i.is_backflushed
          from app.bill_of_material_line b join app.item i on i.company_id = b.company_id and i.id = b.component_item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
          where b.company_id = $1 and b.parent_item_id = any($2::uuid[]) order by b.operation_number nulls first, i.code, b.id`,
      },
      values,
    ),
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.routing",
        text: `select item_id, operation_number, name, work_center_id, setup_minutes, run_minutes_per_unit, yield, needs_inspection, subcontract_partner_id, subcontract_item_id, subcontract_lead_time_days, valid_from, valid_to
          from app.routing_operation where company_id = $1 and item_id = any($2::uuid[]) order by operation_number`,
      },
      values,
    ),
  ]);
  const bom = lines.map((row) => camel<BomLine & { parentItemId: string }>(row));
  const routing = operations.map((row) => camel<RoutingOperation & { itemId: string }>(row));
  return new Map(
    items.map((row) => {
      const item = camel<Omit<MadeItem, "bomLines" | "operations">>(row);
      return [
        item.id,
        {
          ...item,
          bomLines: bom.filter((line) => line.parentItemId === item.id),
          operations: routing.filter((operation) => operation.itemId === item.id),
        },
      ];
    }),
  );
}

/** A sold line an order is to be made for. */
export interface SoldLine {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly itemId: string | null;
  readonly state: string;
  readonly chainId: string | null;
  readonly dueOn: PlainDate;
  readonly quantity: Decimal;
}

/** Own sold lines by trade, in the item's own unit. */
export async function loadSoldLines(tx: Tx, tradeIds: readonly string[]): Promise<SoldLine[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.sold",
      text: `select trade_id, line_number, item_id, state, chain_id, coalesce(promised_on, wanted_on) due_on, quantity * factor quantity from app.trade_line_face where company_id = $1 and trade_id = any($2::uuid[]) and side = 'S'`,
    },
    [tx.companyId, tradeIds],
  );
  return rows.map((row) => camel<SoldLine>(row));
}
