import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A processing ordered of a member along a chain, and the own items whose routing has it done. */
export interface ChainProcessing {
  readonly tradeId: string;
  readonly lineNumber: number;
  /** In the unit of what comes out of it. */
  readonly quantity: Decimal;
  readonly dueOn: PlainDate;
  readonly itemId: string;
  readonly partnerId: string | null;
  readonly outputIds: readonly string[];
}

/** Processing of a chain the acting company has ordered, with what it owns after each. */
export async function loadChainProcessing(tx: Tx, tradeIds: readonly string[]): Promise<ChainProcessing[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.processing",
      text: `select f.trade_id, f.line_number, f.quantity * f.factor quantity, coalesce(f.promised_on, f.wanted_on) due_on, f.item_id, f.partner_id,
          array(select distinct r.item_id from app.routing_operation r where r.company_id = $1 and r.subcontract_item_id = f.item_id and (r.valid_to is null or r.valid_to >= coalesce(f.promised_on, f.wanted_on))) output_ids
        from app.trade_line_face f join app.trade t on t.id = f.trade_id
        where f.company_id = $1 and f.side = 'B' and f.trade_id = any($2::uuid[]) and t.form = 'processing' and f.item_id is not null`,
    },
    [tx.companyId, tradeIds],
  );
  return rows.map((row) => camel<ChainProcessing>(row));
}

/** What goes into these items, and into that, as far as it goes. */
export async function loadComponents(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const rows = await query<{ parent: string; component: string }>(
    tx,
    {
      name: "wo.chain.components",
      text: `with recursive b as (select parent_item_id parent, component_item_id component from app.bill_of_material_line where company_id = $1 and parent_item_id = any($2::uuid[]) and kind = 'component'
          union select l.parent_item_id, l.component_item_id from b join app.bill_of_material_line l on l.company_id = $1 and l.parent_item_id = b.component and l.kind = 'component') select parent, component from b`,
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

/** Open orders of a chain with an outside operation no trade is on. */
export async function findUnorderedOfChain(tx: Tx, chainId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    {
      name: "wo.chain.unordered",
      text: `select w.id from app.work_order w where w.company_id = $1 and w.chain_id = $2 and w.state in ('planned', 'released', 'started')
          and exists (select from app.work_order_operation o where o.company_id = $1 and o.work_order_id = w.id and o.subcontract_partner_id is not null and o.trade_id is null) order by w.id`,
    },
    [tx.companyId, chainId],
  );
  return rows.map((row) => row.id);
}

/** Own orders nobody released yet that these trades work for. */
export async function findPlannedFor(tx: Tx, tradeIds: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    {
      name: "wo.chain.planned",
      text: `select w.id from app.work_order w where w.company_id = $1 and w.state = 'planned'
          and w.id in (select o.work_order_id from app.work_order_operation o where o.company_id = $1 and o.trade_id = any($2::uuid[])) order by w.id`,
    },
    [tx.companyId, tradeIds],
  );
  return rows.map((row) => row.id);
}

/** A line of a chain whose work an own order's operation has done, as the line stands now. */
export interface OrderedOperation {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly tradeId: string;
  readonly lineNumber: number;
  /** In the unit of what comes out of it. */
  readonly quantity: Decimal;
  readonly factor: Decimal;
  readonly dueOn: PlainDate;
}

export async function loadOrderedOperations(
  tx: Tx,
  lines: readonly { readonly tradeId: string; readonly lineNumber: number }[],
): Promise<OrderedOperation[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.operations",
      text: `select o.work_order_id, o.operation_number, o.trade_id, f.line_number, f.quantity * f.factor quantity, f.factor, coalesce(f.promised_on, f.wanted_on) due_on
        from jsonb_to_recordset($2::jsonb) x (t uuid, n int) join app.work_order_operation o on o.company_id = $1 and o.trade_id = x.t and o.trade_line_number = x.n
        join app.trade_line_face f on f.company_id = $1 and f.side = 'B' and f.trade_id = o.trade_id and f.line_number = o.trade_line_number order by o.work_order_id, o.operation_number`,
    },
    [tx.companyId, toJson(lines.map((line) => ({ t: line.tradeId, n: line.lineNumber })))],
  );
  return rows.map((row) => camel<OrderedOperation>(row));
}

/** A bought line as it stands: its number, of whom, and whether it is still ordered. */
export async function findBoughtLine(
  tx: Tx,
  tradeId: string,
  lineNumber: number,
): Promise<{ number: string; state: string; partnerId: string | null } | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.bought",
      text: `select t.own_number number, f.state, f.partner_id from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id
        where f.company_id = $1 and f.side = 'B' and f.trade_id = $2 and f.line_number = $3`,
    },
    [tx.companyId, tradeId, lineNumber],
  );
  return row && camel(row);
}

/** What a step would be ordered as: the window's own item for it, and what that work gives by its routings. */
export interface StepItem {
  readonly sellerId: string;
  readonly code: string;
  readonly factor: Decimal;
  readonly outputIds: readonly string[];
}

/** The items agreements name for steps not ordered yet; none where no agreement does. */
export async function loadStepItems(
  tx: Tx,
  steps: readonly { readonly sellerId: string; readonly code: string }[],
  today: PlainDate,
): Promise<StepItem[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.chain.items",
      text: `select x.s seller_id, x.c code, i.buyer_factor factor, array(select distinct r.item_id from app.routing_operation r where r.company_id = $1 and r.subcontract_item_id = i.buyer_item_id and (r.valid_to is null or r.valid_to >= $3)) output_ids
        from (select distinct s, c from jsonb_to_recordset($2::jsonb) x (s uuid, c text)) x
        cross join lateral (select i.buyer_item_id, i.buyer_factor from app.agreement_item i join app.agreement g on g.id = i.agreement_id and g.state = 'active'
           where i.seller_id = x.s and i.buyer_id = $1 and i.code = x.c and i.buyer_item_id is not null order by g.valid_from desc limit 1) i`,
    },
    [tx.companyId, toJson(steps.map((step) => ({ s: step.sellerId, c: step.code }))), today],
  );
  return rows.map((row) => camel<StepItem>(row));
}
