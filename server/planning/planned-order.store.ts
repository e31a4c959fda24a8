import type { ItemSupply } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { camel, execute, type Filter, listPage, type Page, query, searchFilter, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export type PlannedOrderState = "proposed" | "edited" | "converted" | "discarded";

export interface PlannedOrderRow {
  readonly runId: string;
  readonly seq: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly supply: ItemSupply;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly quantity: string;
  readonly expectedQuantity: string;
  readonly unit: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly wantedStartOn: PlainDate;
  readonly isPastDue: boolean;
  readonly orderKey: string | null;
  readonly state: PlannedOrderState;
  readonly convertedKind: "work_order" | "trade" | null;
  readonly convertedId: string | null;
  readonly version: number;
}

const SELECT = `o.run_id, o.seq, o.item_id, i.code item_code, i.name item_name, o.supply, o.partner_id, p.name partner_name, trim_scale(o.quantity)::text quantity, trim_scale(o.expected_quantity)::text expected_quantity,
  i.unit, o.start_on, o.due_on, o.wanted_start_on, o.is_past_due, o.order_key, o.state, o.converted_kind, o.converted_id, o.version`;
const NAMES = `join app.item i on i.company_id = o.company_id and i.id = o.item_id left join app.partner p on p.company_id = o.company_id and p.id = o.partner_id`;

export interface PlannedOrderQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly sort?: string | undefined;
  readonly search?: string | undefined;
  readonly supply?: ItemSupply | undefined;
  readonly itemId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly isPastDue?: boolean | undefined;
  readonly state: PlannedOrderState | "open" | "all";
  readonly startFrom?: PlainDate | undefined;
  readonly startTo?: PlainDate | undefined;
}

/** Proposals of the current plan, by their start unless told otherwise. */
export function listPlannedOrders(
  tx: Tx,
  asked: PlannedOrderQuery,
): Promise<Outcome<Page<PlannedOrderRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<PlannedOrderRow>(
    tx,
    {
      select: SELECT,
      from: `app.planned_order o ${NAMES}`,
      where:
        "o.company_id = $1 and o.run_id = (select r.id from app.plan_run r where r.company_id = $1 and r.is_current)",
      sorts: {
        seq: { sql: "o.seq", kind: "integer" },
        startOn: { sql: "o.start_on", kind: "date" },
        dueOn: { sql: "o.due_on", kind: "date" },
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
      },
      otherwise: "startOn",
      tie: [{ sql: "o.seq", kind: "integer" }],
    },
    asked,
    [
      ...stateFilter(asked.state),
      ...when(asked.supply, "o.supply = ?"),
      ...when(asked.itemId, "o.item_id = ?"),
      ...when(asked.partnerId, "o.partner_id = ?"),
      ...when(asked.isPastDue, "o.is_past_due = ?"),
      ...when(asked.startFrom, "o.start_on >= ?"),
      ...when(asked.startTo, "o.start_on <= ?"),
      ...searchFilter(asked.search, "item", "o.item_id"),
    ],
  );
}

function stateFilter(state: PlannedOrderQuery["state"]): Filter[] {
  if (state === "all") return [];
  return [{ sql: "o.state = any (?)", values: [state === "open" ? ["proposed", "edited"] : [state]] }];
}

/**
 * Planned orders of the current plan by their numbers; a number that is missing is no longer proposed.
 *
 * @param lock holds them, and the plan as the current one, until the transaction ends
 */
export async function loadPlannedOrders(tx: Tx, seqs: readonly number[], lock = false): Promise<PlannedOrderRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${SELECT} from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id ${NAMES}
      where r.company_id = $1 and r.is_current and o.seq = any ($2::int[]) order by o.seq ${lock ? "for share of r for update of o" : ""}`,
    [tx.companyId, seqs],
  );
  return rows.map((row) => camel<PlannedOrderRow>(row));
}

/** Numbers of an item's proposals in the current plan, firm ones too. */
const SEQS_OF = (item: string) => `(
         select unnest(x.order_seqs) seq from app.plan_item x where x.company_id = $1 and x.run_id = r.id and x.item_id = ${item}
         union select f.seq from app.planned_order f where f.company_id = $1 and f.run_id = r.id and f.item_id = ${item} and f.state = 'edited')`;

/** All proposals of an item in the current plan, firm ones too; those that were converted are records by now. */
export async function loadPlannedOrdersOfItem(tx: Tx, itemId: string): Promise<PlannedOrderRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${SELECT} from app.plan_run r cross join lateral ${SEQS_OF("$2")} s
       join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.seq = s.seq ${NAMES}
      where r.company_id = $1 and r.is_current and o.state <> 'converted' order by o.due_on, o.seq`,
    [tx.companyId, itemId],
  );
  return rows.map((row) => camel<PlannedOrderRow>(row));
}

/** Proposals of other items that give this one as a by-product, with how much of it comes on their due date. */
export async function loadByProductOrders(
  tx: Tx,
  itemId: string,
): Promise<(PlannedOrderRow & { byProduct: string })[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${SELECT}, trim_scale(trunc(o.quantity * b.quantity / (1 - b.scrap_rate), u.decimals))::text by_product
       from app.plan_run r join app.bill_of_material_line b on b.company_id = $1 and b.component_item_id = $2 and b.kind = 'by_product'
       join app.item c on c.company_id = $1 and c.id = $2 join app.unit u on u.company_id = $1 and u.code = c.unit
       cross join lateral ${SEQS_OF("b.parent_item_id")} s
       join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.seq = s.seq ${NAMES}
      where r.company_id = $1 and r.is_current and o.state in ('proposed', 'edited') and o.supply <> 'buy'
        and (b.valid_from is null or b.valid_from <= o.start_on) and (b.valid_to is null or b.valid_to >= o.start_on) order by o.due_on, o.seq`,
    [tx.companyId, itemId],
  );
  return rows.map((row) => camel<PlannedOrderRow & { byProduct: string }>(row));
}

export interface PlannedOrderEdit {
  readonly quantity: string;
  readonly expectedQuantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly partnerId: string | null;
}

/** Sets a proposal by hand: it is a firm planned order from then on. Returns 0 when somebody else was faster. */
export function updatePlannedOrder(
  tx: Tx,
  { runId, seq }: Pick<PlannedOrderRow, "runId" | "seq">,
  seen: number,
  edit: PlannedOrderEdit,
): Promise<number> {
  return execute(
    tx,
    `update app.planned_order set quantity = $5, expected_quantity = $6, start_on = $7, due_on = $8, partner_id = $9, state = 'edited', kept_early_for = case when due_on = $8 then kept_early_for end, version = version + 1
      where company_id = $1 and run_id = $2 and seq = $3 and version = $4 and state in ('proposed', 'edited')`,
    [tx.companyId, runId, seq, seen, edit.quantity, edit.expectedQuantity, edit.startOn, edit.dueOn, edit.partnerId],
  );
}

/** Of these, those that are open. */
export function discardPlannedOrders(tx: Tx, runId: string, seqs: readonly number[]): Promise<number> {
  return execute(
    tx,
    "update app.planned_order set state = 'discarded', version = version + 1 where company_id = $1 and run_id = $2 and seq = any ($3::int[]) and state in ('proposed', 'edited')",
    [tx.companyId, runId, seqs],
  );
}

/** Of these, those that were set by hand or discarded. */
export function restorePlannedOrders(tx: Tx, runId: string, seqs: readonly number[]): Promise<number> {
  return execute(
    tx,
    "update app.planned_order set state = 'proposed', kept_early_for = null, version = version + 1 where company_id = $1 and run_id = $2 and seq = any ($3::int[]) and state in ('edited', 'discarded')",
    [tx.companyId, runId, seqs],
  );
}

/** Says that people changed proposals of these items: of them and of what they use, the plan says otherwise. */
export async function touchPlan(tx: Tx, runId: string, itemIds: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update app.plan_item x set changed_by = pg_current_xact_id() where x.company_id = $1 and x.run_id = $2
       and x.item_id = any (array(select unnest($3::uuid[]) union select b.component_item_id from app.bill_of_material_line b where b.company_id = $1 and b.parent_item_id = any ($3::uuid[])))`,
    [tx.companyId, runId, itemIds],
  );
}

export interface Converted {
  readonly seq: number;
  readonly kind: "work_order" | "trade";
  readonly id: string;
}

export async function markConverted(tx: Tx, runId: string, converted: readonly Converted[]): Promise<void> {
  await execute(
    tx,
    `update app.planned_order o set state = 'converted', converted_kind = x.kind, converted_id = x.id, version = o.version + 1
       from unnest($3::int[], $4::text[], $5::uuid[]) x (seq, kind, id) where o.company_id = $1 and o.run_id = $2 and o.seq = x.seq`,
    [
      tx.companyId,
      runId,
      converted.map((one) => one.seq),
      converted.map((one) => one.kind),
      converted.map((one) => one.id),
    ],
  );
}

/** How the items are made or bought, as conversion needs to know it. */
export interface ConvertedItem {
  readonly id: string;
  readonly category: string;
  readonly purchaseUnit: string | null;
  readonly hasRouting: boolean;
  readonly decimals: number;
}

export async function loadConvertedItems(tx: Tx, itemIds: readonly string[]): Promise<Map<string, ConvertedItem>> {
  const rows = await query<ConvertedItem>(
    tx,
    `select i.id, i.category, i.purchase_unit "purchaseUnit", u.decimals, exists (select from app.routing_operation r where r.company_id = $1 and r.item_id = i.id) "hasRouting"
       from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.id = any ($2::uuid[])`,
    [tx.companyId, itemIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function loadUnitDecimals(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ code: string; decimals: number }>(
    tx,
    "select code, decimals from app.unit where company_id = $1",
    [tx.companyId],
  );
  return new Map(rows.map((row) => [row.code, row.decimals]));
}

/** What a run reckoned an item's yield from, and how finely its unit is counted. */
export async function loadYields(
  tx: Tx,
  runId: string,
  itemId: string,
): Promise<{
  readonly item: { readonly supply: ItemSupply; readonly yield: string };
  readonly operationYields: readonly string[];
  readonly decimals: number;
}> {
  const [row] = await query<{ supply: ItemSupply; yield: string; operationYields: string[]; decimals: number }>(
    tx,
    `select i.supply, trim_scale(i.yield)::text "yield", u.decimals,
       array(select trim_scale(o.yield)::text from (select distinct on (r.operation_number) r.operation_number, r.yield
           from app.routing_operation r where r.company_id = $1 and r.item_id = i.id and (r.valid_from is null or r.valid_from <= p.planned_from)
             and (r.valid_to is null or r.valid_to >= p.planned_from) order by r.operation_number, r.valid_from desc nulls last) o
         order by o.operation_number) "operationYields"
     from app.item i join app.unit u on u.company_id = $1 and u.code = i.unit join app.plan_run p on p.company_id = $1 and p.id = $2
     where i.company_id = $1 and i.id = $3`,
    [tx.companyId, runId, itemId],
  );
  const { supply, yield: share, operationYields, decimals } = row!;
  return { item: { supply, yield: share }, operationYields, decimals };
}

export async function partnerExists(tx: Tx, id: string): Promise<boolean> {
  const rows = await query(tx, "select 1 from app.partner where company_id = $1 and id = $2 and is_active", [
    tx.companyId,
    id,
  ]);
  return rows.length > 0;
}
