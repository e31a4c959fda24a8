import type { InspectionKind, InspectionState, JudgedReading, Verdict } from "../../domain/quality/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  insertAll,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  searchFilter,
  toJson,
  when,
} from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface Waiting {
  readonly deliveryId: string;
  readonly lineNumber: number;
  readonly ownNumber: string;
  readonly number: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly receivedOn: PlainDate;
  readonly tradeId: string;
  readonly tradeNumber: string;
  readonly itemId: string | null;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly unitPrice: Decimal;
  readonly lotCode: string;
  readonly quantity: Decimal;
  readonly toJudge: Decimal;
  readonly hasPlan: boolean;
  readonly needsInspection: boolean;
}

/** Delivered to me, received, and not judged: the face says which deliveries, the shared events how much of each line. */
const WAITING: ListSql = {
  select: `f.delivery_id, l.line_number, f.own_number, f.number, f.partner_id, coalesce(p.name, '') partner_name, f.received_on, l.trade_id, t.own_number trade_number, x.item_id, x.code, x.description, x.unit, x.unit_price,
    l.lot_code, l.quantity, e.to_judge, coalesce(i.needs_inspection, false) needs_inspection,
    exists (select from app.inspection_plan q where q.company_id = f.company_id and q.item_id = x.item_id and q.kind = 'receiving' and q.sampling <> 'skip') has_plan`,
  from: `app.delivery_face f join app.delivery_line l on l.delivery_id = f.delivery_id join app.trade_line_face x on x.company_id = f.company_id and x.trade_id = l.trade_id and x.line_number = l.trade_line_number
    join app.trade_face t on t.company_id = f.company_id and t.trade_id = l.trade_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.item i on i.company_id = f.company_id and i.id = x.item_id
    cross join lateral (select coalesce(sum(case when v.kind = 'received' then v.quantity when v.kind in ('accepted', 'specially_accepted', 'rejected') then -v.quantity else 0 end), 0) to_judge
      from app.delivery_event v where v.delivery_id = l.delivery_id and v.line_number = l.line_number) e`,
  where: "f.company_id = $1 and f.side = 'B' and f.state = 'received' and e.to_judge > 0",
  sorts: {
    receivedOn: { sql: "f.received_on", kind: "date" },
    code: { sql: "x.code", kind: "text" },
    partnerName: { sql: "coalesce(p.name, '')", kind: "text" },
  },
  otherwise: "receivedOn",
  tie: [
    { sql: "f.delivery_id", kind: "uuid" },
    { sql: "l.line_number", kind: "integer" },
  ],
};

export function listWaiting(
  tx: Tx,
  asked: ListQuery & {
    search?: string;
    itemId?: string;
    partnerId?: string;
    deliveryId?: string;
    lineNumber?: number;
  },
): Promise<Outcome<Page<Waiting>>> {
  return listPage<Waiting>(tx, WAITING, asked, [
    ...when(asked.itemId, "x.item_id = ?"),
    ...when(asked.partnerId, "f.partner_id = ?"),
    ...when(asked.deliveryId, "f.delivery_id = ?"),
    ...when(asked.lineNumber, "l.line_number = ?"),
    ...searchFilter(asked.search, "item", "x.item_id"),
  ]);
}

export async function findWaiting(tx: Tx, deliveryId: string, lineNumber: number): Promise<Waiting | undefined> {
  const page = await listWaiting(tx, { limit: 1, deliveryId, lineNumber });
  return page.ok ? page.value.rows[0] : undefined;
}

export interface NewInspection extends Verdict {
  readonly id: string;
  readonly number: string;
  readonly kind: InspectionKind;
  readonly itemId: string | null;
  readonly description: string;
  readonly lotId: string | null;
  readonly deliveryId: string;
  readonly lineNumber: number;
  readonly state: InspectionState;
  readonly readings: readonly JudgedReading[];
  readonly reason: string;
  readonly inspectedOn: PlainDate;
}

/** Writes a judged inspection. `accepted` of the row counts what was taken specially too, as making counts its good pieces. */
export async function insertInspection(tx: Tx, one: NewInspection): Promise<void> {
  const accepted = one.accepted.plus(one.special);
  await insertAll(tx, "inspection", [
    {
      company_id: tx.companyId,
      id: one.id,
      number: one.number,
      kind: one.kind,
      item_id: one.itemId,
      description: one.description,
      lot_id: one.lotId,
      delivery_id: one.deliveryId,
      delivery_line_number: one.lineNumber,
      quantity: accepted.plus(one.rejected),
      accepted,
      special: one.special,
      rejected: one.rejected,
      state: one.state,
      measurements: one.readings,
      reason: one.reason,
      inspected_on: one.inspectedOn,
      inspected_by: tx.userId,
    },
  ]);
}

/** Judges an inspection that was opened for made goods. How many rows changed: 0 when somebody else was faster. */
export function saveVerdict(
  tx: Tx,
  id: string,
  one: Verdict & Pick<NewInspection, "state" | "readings" | "reason" | "inspectedOn">,
  version: number,
): Promise<number> {
  return execute(
    tx,
    `update app.inspection set accepted = $3, special = $4, rejected = $5, state = $6, measurements = $7::jsonb, reason = $8, inspected_on = $9, inspected_by = $10, version = version + 1
      where company_id = $1 and id = $2 and version = $11 and state = 'open'`,
    [
      tx.companyId,
      id,
      one.accepted.plus(one.special),
      one.special,
      one.rejected,
      one.state,
      toJson(one.readings),
      one.reason,
      one.inspectedOn,
      tx.userId,
      version,
    ],
  );
}

export interface InspectionRow {
  readonly id: string;
  readonly number: string;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly itemId: string | null;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly accepted: Decimal;
  readonly special: Decimal;
  readonly rejected: Decimal;
  readonly inspectedOn: PlainDate | null;
  readonly inspectedBy: string | null;
  readonly partnerName: string | null;
  readonly deliveryId: string | null;
  readonly deliveryNumber: string | null;
  readonly lineNumber: number | null;
  readonly workOrderId: string | null;
  readonly workOrderNumber: string | null;
  readonly lotCode: string;
  readonly reason: string;
  readonly measurements: JudgedReading[];
  readonly version: number;
}

const INSPECTIONS: ListSql = {
  select: `q.id, q.number, q.kind, q.state, q.item_id, coalesce(i.code, '') code, coalesce(i.name, q.description) name, coalesce(i.unit, '') unit, q.quantity, q.accepted, q.special, q.rejected, q.inspected_on,
    m.name inspected_by, p.name partner_name, q.delivery_id, f.own_number delivery_number, q.delivery_line_number line_number, q.work_order_id, w.number work_order_number, coalesce(l.code, d.lot_code, w.lot_code, '') lot_code, q.reason, q.measurements, q.version`,
  from: `app.inspection q left join app.item i on i.company_id = q.company_id and i.id = q.item_id left join app.delivery_face f on f.company_id = q.company_id and f.delivery_id = q.delivery_id
    left join app.partner p on p.company_id = q.company_id and p.id = f.partner_id left join app.work_order w on w.company_id = q.company_id and w.id = q.work_order_id
    left join app.lot l on l.company_id = q.company_id and l.id = q.lot_id left join guard.members() m on m.user_id = q.inspected_by left join app.delivery_line d on d.delivery_id = q.delivery_id and d.line_number = q.delivery_line_number`,
  where: "q.company_id = $1",
  sorts: {
    number: { sql: "q.number", kind: "text" },
    inspectedOn: { sql: "coalesce(q.inspected_on, '9999-12-31')", kind: "date" },
  },
  otherwise: "-inspectedOn",
  tie: [{ sql: "q.id", kind: "uuid" }],
};

export function listInspections(
  tx: Tx,
  asked: ListQuery & {
    search?: string;
    kind?: string;
    state?: string;
    itemId?: string;
    inspectedFrom?: string;
    inspectedTo?: string;
  },
): Promise<Outcome<Page<InspectionRow>>> {
  return listPage<InspectionRow>(tx, INSPECTIONS, asked, [
    ...when(asked.kind, "q.kind = ?"),
    ...when(asked.state, "q.state = ?"),
    ...when(asked.itemId, "q.item_id = ?"),
    ...when(asked.inspectedFrom, "q.inspected_on >= ?"),
    ...when(asked.inspectedTo, "q.inspected_on <= ?"),
    ...searchFilter(asked.search, "item", "q.item_id"),
  ]);
}

export async function findInspection(tx: Tx, id: string, lock = false): Promise<InspectionRow | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select ${INSPECTIONS.select} from ${INSPECTIONS.from} where q.company_id = $1 and q.id = $2 ${lock ? "for update of q" : ""}`,
    [tx.companyId, id],
  );
  return row && camel<InspectionRow>(row);
}
