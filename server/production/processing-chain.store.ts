import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A processing ordered of a member along a chain, and the own items whose routing has it done. */
export interface ChainProcessing {
  readonly tradeId: string;
  readonly lineNumber: number;
  /** In the unit of what comes out of it. */
  readonly quantity: Decimal;
  readonly dueOn: PlainDate;
  readonly outputIds: readonly string[];
}

/** Processing of a chain the acting company has ordered, with what it owns after each. */
export async function loadChainProcessing(tx: Tx, tradeIds: readonly string[]): Promise<ChainProcessing[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.processing",
      text: `select f.trade_id, f.line_number, f.quantity * f.factor quantity, coalesce(f.promised_on, f.wanted_on) due_on,
          array(select distinct r.item_id from app.routing_operation r where r.company_id = $1 and r.subcontract_item_id = f.item_id and (r.valid_to is null or r.valid_to >= coalesce(f.promised_on, f.wanted_on))) output_ids
        from app.trade_line_face f join app.trade t on t.id = f.trade_id
        where f.company_id = $1 and f.side = 'B' and f.trade_id = any($2::uuid[]) and t.form = 'processing' and f.item_id is not null`,
    },
    [tx.companyId, tradeIds],
  );
  return rows.map((row) => camel<ChainProcessing>(row));
}

/** What goes into these items. */
export async function loadComponents(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const rows = await query<{ parent: string; component: string }>(
    tx,
    {
      name: "wo.chain.components",
      text: "select parent_item_id parent, component_item_id component from app.bill_of_material_line where company_id = $1 and parent_item_id = any($2::uuid[])",
    },
    [tx.companyId, itemIds],
  );
  const components = new Map<string, Set<string>>();
  for (const { parent, component } of rows)
    components.set(parent, (components.get(parent) ?? new Set()).add(component));
  return components;
}

/** The line of a chain that already orders this processing and no work order has taken yet: of the usual partner and in this quantity first. */
export async function findChainLine(
  tx: Tx,
  asked: { readonly chainId: string; readonly itemId: string; readonly partnerId: string; readonly quantity: Decimal },
): Promise<{ tradeId: string; lineNumber: number; number: string; state: string; partnerId: string } | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.line",
      text: `select f.trade_id, f.line_number, t.own_number number, f.state, f.partner_id from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id
        where f.company_id = $1 and f.side = 'B' and f.chain_id = $2 and f.item_id = $3 and t.form = 'processing' and f.state in ('placed', 'countered', 'confirmed') and f.partner_id is not null
          and not exists (select from app.work_order_operation o where o.company_id = f.company_id and o.trade_id = f.trade_id and o.trade_line_number = f.line_number)
        order by f.partner_id <> $4, f.quantity * f.factor <> $5, f.wanted_on, f.trade_id, f.line_number limit 1`,
    },
    [tx.companyId, asked.chainId, asked.itemId, asked.partnerId, asked.quantity],
  );
  return row && camel(row);
}

/** The member the chain gave the step to does it, whoever the routing names. */
export async function changePartner(
  tx: Tx,
  orderId: string,
  operationNumber: number,
  partnerId: string,
): Promise<void> {
  await execute(
    tx,
    {
      name: "wo.operation.partner",
      text: "update app.work_order_operation set subcontract_partner_id = $4, version = version + 1 where company_id = $1 and work_order_id = $2 and operation_number = $3",
    },
    [tx.companyId, orderId, operationNumber, partnerId],
  );
}
