import type { UnmadeLine, WorkOrderRow } from "../../domain/production/index.ts";
import { type Decimal, decimal, type PlainDate } from "../../domain/shared/index.ts";
import { camel, fetchAll, q, query } from "../platform/db/index.ts";
import type { Sort, Tx } from "../platform/index.ts";

export type WorkOrderSort = "dueOn" | "startOn" | "number";
export interface WorkOrderFilter {
  readonly state?: string;
  readonly itemId?: string;
  readonly workCenterId?: string;
  readonly dueFrom?: PlainDate;
  readonly dueTo?: PlainDate;
  readonly isLate?: boolean;
  readonly search?: string;
}

const COLUMNS = { dueOn: "due_on", startOn: "start_on", number: "number" } as const;

/** A page of orders, one row more than asked for. */
export async function listWorkOrders(
  tx: Tx,
  filter: WorkOrderFilter,
  sort: Sort<WorkOrderSort>,
  after: readonly (string | null)[] | null,
  limit: number,
  today: PlainDate,
): Promise<WorkOrderRow[]> {
  const values: unknown[] = [tx.companyId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ["w.company_id = $1"];
  if (filter.state === "open") where.push("w.state in ('planned', 'released', 'started')");
  else if (filter.state) where.push(`w.state = ${bind(filter.state)}`);
  if (filter.itemId) where.push(`w.item_id = ${bind(filter.itemId)}`);
  if (filter.dueFrom) where.push(`w.due_on >= ${bind(filter.dueFrom)}`);
  if (filter.dueTo) where.push(`w.due_on <= ${bind(filter.dueTo)}`);
  if (filter.isLate) where.push(`w.due_on < ${bind(today)} and w.state in ('planned', 'released', 'started')`);
  if (filter.workCenterId)
    where.push(
      `exists (select from app.work_order_operation o where o.company_id = $1 and o.work_order_id = w.id and o.at_work_center_id = ${bind(filter.workCenterId)})`,
    );
  if (filter.search) {
    const number = filter.search.normalize("NFKC").toUpperCase();
    where.push(
      `(w.number collate "C" >= ${bind(number)} and w.number collate "C" < ${bind(`${number}\uffff`)} or w.item_id in (select i.id from app.item i where i.company_id = $1 and position(${bind(filter.search.normalize("NFKC").toLowerCase())} in lower(normalize(concat_ws(' ', i.code, i.name, i.kana, i.name_en), NFKC))) > 0))`,
    );
  }
  const column = `w.${COLUMNS[sort.column]}`;
  const direction = sort.descending ? "desc" : "asc";
  if (after) {
    const type = sort.column === "number" ? "text" : "date";
    where.push(
      `(${column}, w.id) ${sort.descending ? "<" : ">"} (${bind(after[0])}::${type}, ${bind(after[1])}::uuid)`,
    );
  }
  const rows = await query<Record<string, unknown>>(
    tx,
    `select w.id, w.number, w.item_id, i.code item_code, i.name item_name, i.unit, w.quantity, w.completed, w.scrapped, w.state, w.start_on, w.due_on, w.due_on < ${bind(today)} and w.state in ('planned', 'released', 'started') is_late, w.progress_share share,
        f.own_number trade_number, p.name partner_name, w.is_rework, w.version
      from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id
      left join app.trade_face f on f.company_id = w.company_id and f.trade_id = w.trade_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id
      where ${where.join(" and ")} order by ${column} ${direction}, w.id ${direction} limit ${bind(limit)}`,
    values,
  );
  return rows.map(toRow);
}

function toRow(row: Record<string, unknown>): WorkOrderRow {
  const texts = Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null && "toFixed" in value ? (value as Decimal).toFixed() : value,
    ]),
  );
  return camel<WorkOrderRow>(texts);
}

export interface OrderHead extends WorkOrderRow {
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
  readonly chainId: string | null;
  readonly lotCode: string;
  readonly isLotTracked: boolean;
  readonly needsInspection: boolean;
  readonly category: string;
  readonly note: string;
  readonly originId: string | null;
  readonly originNumber: string | null;
  readonly releasedAt: string | null;
  readonly closedAt: string | null;
}

/** The head of an order's document. */
export async function findOrderHead(tx: Tx, id: string, today: PlainDate): Promise<OrderHead | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.head",
      text: `select w.id, w.number, w.item_id, i.code item_code, i.name item_name, i.unit, w.quantity, w.completed, w.scrapped, w.state, w.start_on, w.due_on, w.due_on < $3 and w.state in ('planned', 'released', 'started') is_late, w.progress_share share,
          f.own_number trade_number, p.name partner_name, w.is_rework, w.version, w.trade_id, w.trade_line_number, w.chain_id, w.lot_code, i.is_lot_tracked, i.needs_inspection, i.category, w.note, o.id origin_id, o.number origin_number,
          to_char(w.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') released_at, to_char(w.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') closed_at
        from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id left join app.work_order o on o.company_id = w.company_id and o.id = w.origin_work_order_id
        left join app.trade_face f on f.company_id = w.company_id and f.trade_id = w.trade_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id where w.company_id = $1 and w.id = $2`,
    },
    [tx.companyId, id, today],
  );
  return row && (toRow(row) as OrderHead);
}

/** People who are at work at operations right now: their last word was not pause or done. */
export async function loadPeopleAtWork(
  tx: Tx,
  orderIds: readonly string[],
): Promise<readonly { workOrderId: string; operationNumber: number; personId: string; name: string }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.people",
      text: `select x.work_order_id, x.operation_number, x.person_id, p.name from (
          select distinct on (r.work_order_id, r.operation_number, r.person_id) r.work_order_id, r.operation_number, r.person_id, r.kind from app.work_report r
           where r.company_id = $1 and r.work_order_id = any($2::uuid[]) and r.person_id is not null and r.kind in ('start', 'resume', 'pause', 'done') order by r.work_order_id, r.operation_number, r.person_id, r.reported_at desc, r.id desc) x
        join app.floor_person p on p.company_id = $1 and p.id = x.person_id join app.work_order_operation o on o.company_id = $1 and o.work_order_id = x.work_order_id and o.operation_number = x.operation_number
        where x.kind not in ('pause', 'done') and o.state <> 'done' order by p.name`,
    },
    [tx.companyId, orderIds],
  );
  return rows.map((row) => camel(row));
}

export interface OutsideState {
  readonly operationNumber: number;
  readonly workOrderId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tradeId: string | null;
  readonly tradeNumber: string | null;
  readonly state: string | null;
  readonly wantedOn: PlainDate | null;
  readonly promisedOn: PlainDate | null;
  readonly shipped: Decimal | null;
  readonly accepted: Decimal | null;
  readonly share: Decimal | null;
}

/** How outside operations of orders stand at their partners. */
export async function loadOutsideStates(tx: Tx, orderIds: readonly string[]): Promise<OutsideState[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.outside.states",
      text: `select o.work_order_id, o.operation_number, p.id partner_id, p.name partner_name, o.trade_id, f.own_number trade_number, l.state, l.wanted_on, l.promised_on, l.shipped, l.accepted, g.share
        from app.work_order_operation o join app.partner p on p.company_id = o.company_id and p.id = o.subcontract_partner_id
        left join app.trade_face f on f.company_id = o.company_id and f.trade_id = o.trade_id
        left join app.trade_line_face l on l.company_id = o.company_id and l.trade_id = o.trade_id and l.line_number = o.trade_line_number
        left join guard.trade_progress(array(select t.trade_id from app.work_order_operation t where t.company_id = $1 and t.work_order_id = any($2::uuid[]) and t.trade_id is not null)) g on g.trade_id = o.trade_id and g.line_number = o.trade_line_number
        where o.company_id = $1 and o.work_order_id = any($2::uuid[]) order by o.work_order_id, o.operation_number`,
    },
    [tx.companyId, orderIds],
  );
  return rows.map((row) => camel<OutsideState>(row));
}

/** Orders of outside operations that are still running at their partners. */
export async function loadOpenOutsideOrders(tx: Tx, workOrderId: string): Promise<{ number: string }[]> {
  return query<{ number: string }>(
    tx,
    {
      name: "wo.outside.open",
      text: `select f.own_number number from app.work_order_operation o join app.trade_line_face l on l.company_id = o.company_id and l.trade_id = o.trade_id and l.line_number = o.trade_line_number
        join app.trade_face f on f.company_id = o.company_id and f.trade_id = o.trade_id where o.company_id = $1 and o.work_order_id = $2 and l.is_open`,
    },
    [tx.companyId, workOrderId],
  );
}

export async function loadDelivered(tx: Tx, workOrderId: string): Promise<Decimal> {
  const [row] = await query<{ delivered: Decimal }>(
    tx,
    { name: "wo.delivered", text: "select delivered from app.work_order where company_id = $1 and id = $2" },
    [tx.companyId, workOrderId],
  );
  return row?.delivered ?? decimal(0);
}

export async function loadReports(tx: Tx, workOrderId: string) {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.reports",
      text: `select r.id, r.operation_number, r.kind, r.quantity, r.reason, p.name person_name, r.minutes, to_char(r.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') reported_at
        from app.work_report r left join app.floor_person p on p.company_id = r.company_id and p.id = r.person_id where r.company_id = $1 and r.work_order_id = $2 order by r.reported_at desc, r.id desc limit 500`,
    },
    [tx.companyId, workOrderId],
  );
  return rows.map((row) => camel<Record<string, unknown>>(row));
}

export async function loadCosts(tx: Tx, workOrderId: string) {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.costs",
      text: "select kind, sum(amount_yen)::bigint amount_yen, happened_on, note from app.work_order_cost where company_id = $1 and work_order_id = $2 group by kind, happened_on, note order by happened_on, min(id::text), kind, note",
    },
    [tx.companyId, workOrderId],
  );
  return rows.map((row) => camel<{ kind: string; amountYen: bigint; happenedOn: string; note: string }>(row));
}

/** Names of work centres, by id. */
export async function loadWorkCenterNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await fetchAll(
    tx,
    q
      .selectFrom("work_center")
      .select(["id", "name"])
      .where("company_id", "=", tx.companyId)
      .where("id", "in", ids.length > 0 ? [...ids] : [tx.companyId]),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Confirmed sold lines of made items that work orders do not cover yet. */
export async function listUnmadeLines(tx: Tx): Promise<UnmadeLine[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.unmade",
      text: `select l.trade_id, l.line_number, f.own_number trade_number, coalesce(p.name, '') partner_name, l.item_id, i.code item_code, i.name item_name, i.unit, l.quantity * l.factor - greatest(l.accepted, l.shipped) * l.factor quantity, coalesce(w.quantity, 0) ordered, coalesce(l.promised_on, l.wanted_on) due_on
        from app.trade_line_face l join app.trade_face f on f.company_id = l.company_id and f.trade_id = l.trade_id join app.item i on i.company_id = l.company_id and i.id = l.item_id and i.supply in ('make', 'subcontract')
        left join app.partner p on p.company_id = l.company_id and p.id = l.partner_id
        left join lateral (select sum(x.quantity) quantity from app.work_order x where x.company_id = l.company_id and x.trade_id = l.trade_id and x.trade_line_number = l.line_number and x.state <> 'cancelled') w on true
        left join app.reservation r on r.company_id = l.company_id and r.trade_id = l.trade_id and r.trade_line_number = l.line_number and r.state = 'open'
        where l.company_id = $1 and l.side = 'S' and l.state = 'confirmed' and l.is_open and l.shipped < l.quantity and coalesce(w.quantity, 0) < (l.quantity - l.shipped) * l.factor and coalesce(r.allocated, 0) < (l.quantity - l.shipped) * l.factor
        order by due_on, l.trade_id, l.line_number limit 500`,
    },
    [tx.companyId],
  );
  return rows.map((row) => toRow(row) as unknown as UnmadeLine);
}

/** Own items that can be made, by code, name or kana; the most recently made first when nothing is typed. */
export async function findMadeItems(
  tx: Tx,
  typed: string,
): Promise<{ id: string; code: string; name: string; unit: string }[]> {
  const text = typed.normalize("NFKC").toLowerCase().trim();
  return query(
    tx,
    {
      name: "wo.made.items",
      text: `select i.id, i.code, i.name, i.unit from app.item i where i.company_id = $1 and i.is_active and i.supply in ('make', 'subcontract') and exists (select from app.routing_operation r where r.company_id = i.company_id and r.item_id = i.id)
          and ($2 = '' or position($2 in lower(normalize(concat_ws(' ', i.code, i.name, i.kana, i.name_en), NFKC))) > 0) order by lower(i.code) <> $2, i.code limit 20`,
    },
    [tx.companyId, text],
  );
}
