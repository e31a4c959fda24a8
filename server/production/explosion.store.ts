import type { ItemCategory } from "../../domain/inventory/index.ts";
import type { BomLine, RoutingOperation, StandIn, StandInLine } from "../../domain/production/index.ts";
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
          where b.company_id = $1 and b.parent_item_id = any($2::uuid[]) and b.kind = 'component' order by b.operation_number nulls first, i.code, b.id`,
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

/**
 * What stands in for materials of these items that are never ordered again: phantoms and items that run out, through all levels. What is
 * free of one is its stock less what customers' lines hold and what other open orders still take.
 *
 * @param exceptOrderId its own materials are made anew
 */
export async function loadStandIns(
  tx: Tx,
  itemIds: readonly string[],
  exceptOrderId: string | null = null,
): Promise<ReadonlyMap<string, StandIn>> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.standIns",
      text: `with recursive e (above, below, quantity, yield, scrap_rate, valid_from, valid_to) as (
            select b.parent_item_id, b.component_item_id, b.quantity, p.yield, b.scrap_rate, b.valid_from, least(b.valid_to, p.successor_from - 1)
              from app.item p join app.bill_of_material_line b on b.company_id = $1 and b.parent_item_id = p.id and b.kind = 'component'
              where p.company_id = $1 and p.is_phantom and (p.successor_item_id is null or p.successor_from is not null)
            union all select i.id, i.successor_item_id, i.successor_ratio, 1, 0, i.successor_from, null from app.item i where i.company_id = $1 and i.successor_item_id is not null),
          s (id) as (select component_item_id from app.bill_of_material_line where company_id = $1 and parent_item_id = any($2::uuid[]) and kind = 'component' union select e.below from s join e on e.above = s.id)
        select e.above item_id, e.below component_item_id, e.quantity, e.yield, e.scrap_rate, e.valid_from, e.valid_to, u.decimals unit_decimals, v.decimals own_decimals, i.is_backflushed,
            greatest(0, coalesce((select t.on_hand - t.kept_elsewhere from app.item_stock t where t.company_id = $1 and t.item_id = e.above), 0)
              - coalesce((select sum(r.allocated) from app.reservation r where r.company_id = $1 and r.item_id = e.above and r.state = 'open' and r.trade_id is not null), 0)
              - coalesce((select sum(greatest(m.required - m.issued - m.free_issued, 0)) from app.work_order_material m join app.work_order w on w.company_id = $1 and w.id = m.work_order_id
                  where m.company_id = $1 and m.item_id = e.above and w.state in ('planned', 'released', 'started') and w.id is distinct from $3), 0)) free
          from s join e on e.above = s.id join app.item i on i.company_id = $1 and i.id = e.below join app.unit u on u.company_id = $1 and u.code = i.unit
            join app.item a on a.company_id = $1 and a.id = e.above join app.unit v on v.company_id = $1 and v.code = a.unit order by e.above, i.code`,
    },
    [tx.companyId, itemIds, exceptOrderId],
  );
  const found = new Map<string, { free: Decimal; ownDecimals: number; lines: StandInLine[] }>();
  for (const row of rows) {
    const { itemId, free, ownDecimals, ...line } = camel<
      StandInLine & { itemId: string; free: Decimal; ownDecimals: number }
    >(row);
    const known = found.get(itemId);
    if (known) known.lines.push(line);
    else found.set(itemId, { free, ownDecimals, lines: [line] });
  }
  return found;
}

/** What comes out of an item's orders beside it, as its bill holds on a day. */
export interface ByProduct {
  readonly itemId: string;
  readonly per: Decimal;
  readonly unitDecimals: number;
  readonly standardCost: Decimal;
}

export async function loadByProducts(tx: Tx, itemId: string, on: PlainDate): Promise<ByProduct[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.byProducts",
      text: `select b.component_item_id item_id, sum(b.quantity) per, u.decimals unit_decimals, i.standard_cost
          from app.bill_of_material_line b join app.item i on i.company_id = b.company_id and i.id = b.component_item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
          where b.company_id = $1 and b.parent_item_id = $2 and b.kind = 'by_product' and i.is_active and i.is_stocked and (b.valid_from is null or b.valid_from <= $3) and (b.valid_to is null or b.valid_to >= $3)
          group by b.component_item_id, u.decimals, i.standard_cost, i.code order by i.code`,
    },
    [tx.companyId, itemId, on],
  );
  return rows.map((row) => camel<ByProduct>(row));
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
