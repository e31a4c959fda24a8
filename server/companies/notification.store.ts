import type { NewsSide } from "../../domain/companies/index.ts";
import { execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Kinds of events somebody is told of, with the sides as which. */
export type Told = readonly { readonly kind: string; readonly sides: readonly NewsSide[] }[];

/** How far a person has read. Without a mark nothing is. */
export interface Mark {
  readonly xid: string;
  readonly since: string | null;
}

export interface NewsRow {
  readonly id: string;
  readonly kind: string;
  readonly side: NewsSide;
  readonly at: string;
  readonly targetId: string;
  readonly number: string | null;
  readonly partnerName: string | null;
  readonly count: number | null;
  readonly isRead: boolean;
}

/** The bell looks back this far; what is older stands in the lists. */
const DAYS = 60;

/**
 * The record an event is about, as the reader's own company has it: side, number, partner. By the first word of the kind. Rows whose
 * matter is over (an overdue invoice that was paid, exceptions of an old plan, a link that was answered) are no news any more.
 */
const RECORDS = {
  trade: `select f.side, f.own_number number, f.partner_id, f.trade_id target, null::int count from app.trade_face f where f.company_id = $1 and f.trade_id = o.subject_id`,
  delivery: `select f.side, f.own_number number, f.partner_id, f.delivery_id target, null::int count from app.delivery_face f where f.company_id = $1 and f.delivery_id = o.subject_id`,
  invoice: `select f.side, f.number, f.partner_id, f.invoice_id target, null::int count from app.invoice_face f
    where f.company_id = $1 and f.invoice_id = o.subject_id and (o.kind <> 'invoice.overdue' or f.state <> 'settled')`,
  payment: `select f.side, f.number, f.partner_id, f.payment_id target, null::int count from app.payment_face f where f.company_id = $1 and f.payment_id = o.subject_id`,
  agreements: `select case when a.seller_id = $1 then 'S' else 'B' end side, a.name number, p.id partner_id, a.id target, null::int count from app.agreement a
    left join app.partner p on p.company_id = $1 and p.linked_company_id = case when a.seller_id = $1 then a.buyer_id else a.seller_id end
    where a.id = o.subject_id and $1 in (a.seller_id, a.buyer_id) limit 1`,
  network: `select 'O' side, v.number, null::uuid partner_id, v.id target, null::int count from app.value_chain v where v.company_id = $1 and v.id = o.subject_id
    union all select 'O', v.number, null, v.id, null from app.chain_change c join app.value_chain v on v.company_id = $1 and v.id = c.chain_id where c.company_id = $1 and c.id = o.subject_id
    union all select 'S', null, p.id, k.chain_change_id, null from app.chain_change_consent k left join app.partner p on p.company_id = $1 and p.linked_company_id = k.window_id
      where k.member_id = $1 and k.chain_change_id = o.subject_id
    union all select case when r.window_id = $1 then 'O' else 'S' end, f.own_number, f.partner_id, r.id, null from app.far_end_report r join app.delivery_face f on f.company_id = $1 and f.delivery_id = r.delivery_id
      where o.kind = 'network.farEnd' and r.id = o.subject_id and $1 in (r.member_id, r.window_id) and (r.state in ('applied', 'corrected', 'overtaken', 'declined') or r.state = 'reported' and f.state <> 'judged') and (r.state = 'reported') = (r.window_id = $1)`,
  planning: `select 'O' side, r.number, null::uuid partner_id, r.id target, (r.summary ->> 'exceptionCount')::int count from app.plan_run r where r.company_id = $1 and r.id = o.subject_id and r.is_current`,
  accounting: `select 'O' side, m.month number, null::uuid partner_id, o.subject_id target, null::int count from app.period m where m.company_id = $1 and m.closed_at is null and guard.month_id(m.month) = o.subject_id
    union all select case when i.seller_id = $1 then 'S' else 'B' end, i.number, p.id, i.id, null from app.opening_item i
      left join app.partner p on p.company_id = $1 and p.linked_company_id = case when i.seller_id = $1 then i.buyer_id else i.seller_id end where i.id = o.subject_id and $1 in (i.seller_id, i.buyer_id)`,
  parties: `select 'O' side, coalesce(nullif(case when l.from_company_id = $1 then c.name else l.from_name end, ''), p.name) number, null::uuid partner_id, l.id target, null::int count from app.partner_link l
    left join app.company_profile c on c.id = l.to_company_id left join app.partner p on p.company_id = $1 and p.id = case when l.from_company_id = $1 then l.from_partner_id else l.to_partner_id end
    where l.id = o.subject_id and $1 in (l.from_company_id, l.to_company_id) and (o.kind <> 'parties.partner_link.proposed' or l.state = 'proposed')`,
} as const;
type RecordKind = keyof typeof RECORDS;
const recordOf = (kind: string): RecordKind => {
  const word = kind.split(".")[0]!;
  return word === "partnerPage" ? "trade" : (word as RecordKind);
};

/** How far the acting person has read in the acting company. */
export async function loadMark(tx: Tx): Promise<Mark> {
  const [row] = await query<{ xid: string; since: string }>(
    tx,
    "select xid::text, since from app.notification_mark where company_id = $1 and user_id = $2",
    [tx.companyId, tx.userId],
  );
  return row ?? { xid: "0", since: null };
}

/**
 * A person's news, newest first, taken kind by kind from the index of events so that a busy kind nobody told of costs nothing.
 *
 * @param mark what lies below it is read
 * @param after the place of the last row shown: `at` and id
 */
export async function listNews(
  tx: Tx,
  told: Told,
  mark: Mark,
  asked: { readonly limit: number; readonly unread: boolean; readonly after?: readonly [string, string] },
): Promise<NewsRow[]> {
  const groups = new Map<RecordKind, { kinds: string[]; sides: string[] }>();
  for (const { kind, sides } of told) {
    const record = recordOf(kind);
    const group = groups.get(record) ?? { kinds: [], sides: [] };
    group.kinds.push(kind);
    group.sides.push(sides.join(""));
    groups.set(record, group);
  }
  if (groups.size === 0) return [];
  const values: unknown[] = [tx.companyId, tx.userId, mark.xid];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const read = `(o.xid < $3::xid8 or exists (select from app.notification_read r where r.company_id = $1 and r.user_id = $2 and r.outbox_id = o.id))`;
  const where = [
    "o.company_id = $1 and not o.is_own and o.kind = k.kind",
    `o.at > clock_timestamp() - interval '${DAYS} days'`,
    "strpos(k.sides, f.side) > 0",
    ...(asked.after ? [`(o.at, o.id) < (${bind(asked.after[0])}::timestamptz, ${bind(asked.after[1])}::uuid)`] : []),
    ...(asked.unread ? [`not ${read}`] : []),
    ...(asked.unread && mark.since ? [`o.at > ${bind(mark.since)}::timestamptz`] : []),
  ].join(" and ");
  const parts = [...groups].map(
    ([record, { kinds, sides }]) =>
      `select x.* from unnest(${bind(kinds)}::text[], ${bind(sides)}::text[]) k (kind, sides) cross join lateral (
         select o.id, o.kind, o.at, o.xid, f.side, f.number, f.partner_id, f.target, f.count from app.outbox o cross join lateral (${RECORDS[record]}) f
          where ${where} order by o.at desc, o.id desc limit ${asked.limit}) x`,
  );
  return query<NewsRow>(
    tx,
    `select o.id, o.kind, o.side, o.at, o.number, p.name "partnerName", o.target "targetId", o.count, ${read} "isRead"
       from (${parts.join(" union all ")}) o left join app.partner p on p.company_id = $1 and p.id = o.partner_id
      order by o.at desc, o.id desc limit ${asked.limit}`,
    values,
  );
}

/**
 * Notes these as read; twice is once.
 *
 * @returns how many of them are news of the company at all
 */
export async function markRead(tx: Tx, ids: readonly string[]): Promise<number> {
  const [row] = await query<{ count: number }>(
    tx,
    `with o as (select o.company_id, o.id, o.at from app.outbox o where o.company_id = $1 and o.id = any ($2::uuid[]) and not o.is_own),
      w as (insert into app.notification_read (company_id, outbox_id, at) select * from o on conflict do nothing)
     select count(*)::int count from o`,
    [tx.companyId, ids],
  );
  return row!.count;
}

/**
 * Everything committed up to now is read. The mark is of transactions, not of the clock: a row that a slower transaction is still
 * writing will be news when it comes.
 */
export async function moveMark(tx: Tx): Promise<Mark> {
  const [row] = await query<{ xid: string; since: string }>(
    tx,
    `insert into app.notification_mark (company_id, xid, since) values ($1, pg_snapshot_xmin(pg_current_snapshot()), clock_timestamp() - interval '1 hour')
     on conflict (company_id, user_id) do update set xid = greatest(app.notification_mark.xid, excluded.xid), since = greatest(app.notification_mark.since, excluded.since)
     returning xid::text, since`,
    [tx.companyId],
  );
  await execute(tx, "delete from app.notification_read where company_id = $1 and user_id = $2 and at < $3", [
    tx.companyId,
    tx.userId,
    row!.since,
  ]);
  return row!;
}
