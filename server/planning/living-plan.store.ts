import type { StoredOrder } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { execute, query, toJson } from "../platform/db/index.ts";
import { readMark, type Tx } from "../platform/index.ts";

/** Who keeps the acting company's plan current, and how far what happened is in it. */
export interface PlannerRow {
  readonly runId: string;
  readonly nextSeq: number;
  readonly version: number;
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
}

export async function findPlanner(tx: Tx): Promise<PlannerRow | undefined> {
  const rows = await query<PlannerRow>(
    tx,
    {
      name: "planning.planner",
      text: `select p.run_id "runId", p.next_seq "nextSeq", p.version, r.planned_from "planFrom", r.horizon_days "horizonDays"
        from app.planner p join app.plan_run r on r.company_id = p.company_id and r.id = p.run_id and r.is_current where p.company_id = $1`,
    },
    [tx.companyId],
  );
  return rows[0];
}

/** Notes a plan made as a whole as the one that is kept. Whoever kept the one before finds another version. */
export async function keepPlan(
  tx: Tx,
  kept: { readonly runId: string; readonly readMark: bigint; readonly nextSeq: number; readonly holder: string | null },
): Promise<number> {
  const [row] = await query<{ version: number }>(
    tx,
    `insert into app.planner as p (company_id, run_id, holder, read_mark, next_seq, leased_until) values ($1, $2, $3, $4::xid8, $5, case when $3::uuid is null then '-infinity' else clock_timestamp() + interval '10 seconds' end)
       on conflict (company_id) do update set run_id = excluded.run_id, holder = coalesce(excluded.holder, p.holder), leased_until = greatest(p.leased_until, excluded.leased_until), attempts = 0, not_before = '-infinity', read_mark = excluded.read_mark, next_seq = greatest(p.next_seq, excluded.next_seq), version = p.version + 1, followed_at = clock_timestamp()
       returning version`,
    [tx.companyId, kept.runId, kept.holder, String(kept.readMark), kept.nextSeq],
  );
  return row!.version;
}

/**
 * A plan is about to be made anew by itself. What did not succeed before, so many times on end, is left alone for a while after this attempt; a person may
 * ask for it all the same.
 */
export async function noteAttempt(tx: Tx, most: number, restMinutes: number): Promise<void> {
  await execute(
    tx,
    `update app.planner set attempts = attempts + 1, not_before = case when attempts + 1 >= $2 then clock_timestamp() + make_interval(mins => $3) else not_before end
      where company_id = $1`,
    [tx.companyId, most, restMinutes],
  );
}

/**
 * Moves a kept plan on, and holds its row until the transaction ends.
 *
 * @returns false: another keeps it, or it was changed beside the one who asks; nothing may be written then
 */
export async function movePlanner(
  tx: Tx,
  moved: { readonly holder: string; readonly version: number; readonly readMark: bigint; readonly nextSeq: number },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update app.planner set read_mark = $4::xid8, next_seq = $5, version = version + 1, followed_at = clock_timestamp()
      where company_id = $1 and holder = $2 and version = $3`,
    [tx.companyId, moved.holder, moved.version, String(moved.readMark), moved.nextSeq],
  );
  return count === 1;
}

/**
 * Proposals of the current plan that planning may change.
 *
 * @param seqs of these numbers; `null`: all
 */
export function loadProposals(tx: Tx, seqs: readonly number[] | null): Promise<StoredOrder[]> {
  return query<StoredOrder>(
    tx,
    `select o.seq, o.item_id "itemId", trim_scale(o.quantity)::text quantity, o.due_on "dueOn", o.order_key "orderKey"
       from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id and o.state in ('proposed', 'discarded')
      where r.company_id = $1 and r.is_current and ($2::int[] is null or o.seq = any ($2)) order by o.seq`,
    [tx.companyId, seqs],
  );
}

/** Numbers of the current plan's proposals that a person has set or converted: no other proposal may get them. */
export async function loadSetSeqs(tx: Tx): Promise<Set<number>> {
  const rows = await query<{ seq: number }>(
    tx,
    {
      name: "planning.setSeqs",
      text: `select o.seq from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id and o.state in ('edited', 'converted') where r.company_id = $1 and r.is_current`,
    },
    [tx.companyId],
  );
  return new Set(rows.map((row) => row.seq));
}

/**
 * What people did with the proposals of the current plan goes on in the next one: those they set, discarded, or converted the same day, and how
 * often each was changed. The current plan is held until the transaction ends, so that nobody changes it meanwhile.
 */
export async function carryOver(tx: Tx, runId: string): Promise<void> {
  const [before] = await query<{ id: string; isSameDay: boolean }>(
    tx,
    `select a.id, a.planned_from = (select b.planned_from from app.plan_run b where b.company_id = $1 and b.id = $2) "isSameDay"
       from app.plan_run a where a.company_id = $1 and a.is_current and a.id <> $2 for update`,
    [tx.companyId, runId],
  );
  if (!before) return;
  const values = [tx.companyId, runId, before.id];
  const isSame = "o.quantity = n.quantity and o.due_on = n.due_on and o.start_on = n.start_on";
  // A proposal that was set or converted while the next plan was made stands in both.
  await execute(
    tx,
    `delete from app.planned_order n using app.planned_order o
      where n.company_id = $1 and n.run_id = $2 and o.company_id = $1 and o.run_id = $3 and o.seq = n.seq and o.state in ('edited', 'converted')`,
    values,
  );
  await execute(
    tx,
    `insert into app.planned_order (company_id, run_id, seq, item_id, supply, quantity, expected_quantity, start_on, due_on, wanted_start_on, is_past_due, state, partner_id, order_key, converted_kind, converted_id, version, kept_early_for)
       select company_id, $2, seq, item_id, supply, quantity, expected_quantity, start_on, due_on, wanted_start_on, is_past_due, state, partner_id, order_key, converted_kind, converted_id, version, kept_early_for
         from app.planned_order where company_id = $1 and run_id = $3 and (state = 'edited' or state = 'converted' and $4::boolean)`,
    [...values, before.isSameDay],
  );
  await execute(
    tx,
    `update app.planned_order n set state = case when o.state = 'discarded' and ${isSame} then 'discarded' else n.state end, version = case when ${isSame} then o.version else greatest(n.version, o.version + 1) end
       from app.planned_order o where n.company_id = $1 and n.run_id = $2 and o.company_id = $1 and o.run_id = $3 and o.seq = n.seq and o.state in ('proposed', 'discarded') and o.version > 1`,
    values,
  );
}

/** Something that happened and that a plan is made of. `xid` is the transaction that did it. */
export interface PlanNews {
  readonly outboxId: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly xid: bigint;
}

/** What concerns the plan in transactions from a mark on, in commit order; and the mark to read from next time. At most `most`. */
export async function findNews(tx: Tx, mark: bigint, most: number): Promise<{ news: PlanNews[]; mark: bigint }> {
  const next = await readMark(tx);
  const news = await query<PlanNews>(
    tx,
    {
      name: "planning.news",
      text: `select o.id "outboxId", o.kind, o.subject_id "subjectId", o.xid::text::bigint xid from app.outbox o
        where o.company_id = $1 and o.xid >= $2::xid8 and guard.concerns_plan(o.kind) order by o.xid, o.id limit $3`,
    },
    [tx.companyId, String(mark), most],
  );
  return { news, mark: next };
}

/**
 * The items whose records a change may have touched: those of the trades, deliveries, work orders, chains, forecasts, promises and inspections named, of
 * all that belongs to the same chains, and of what a drafted order asks for.
 */
export function findTouchedItems(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<{ itemId: string; subjectId: string }[]> {
  return query(
    tx,
    {
      name: "planning.touchedItems",
      text: `with s as (select unnest($2::uuid[]) id),
      d as (select l.delivery_id id, l.trade_id from app.delivery_line l where l.delivery_id in (select id from s)),
      q as (select i.id, i.item_id, i.delivery_id, i.work_order_id from app.inspection i where i.company_id = $1 and i.id in (select id from s)),
      t as (select id, id trade_id from s union select id, trade_id from d union select q.id, l.trade_id from q join app.delivery_line l on l.delivery_id = q.delivery_id
        union select w.id, w.trade_id from app.work_order w where w.company_id = $1 and w.id in (select id from s) and w.trade_id is not null),
      c as (select s.id, v.id chain_id from s join app.value_chain v on v.company_id = $1 and v.id = s.id
        union select t.id, v.id from t join app.value_chain v on v.company_id = $1 and v.origin_trade_id = t.trade_id
        union select s.id, g.chain_id from s join app.chain_change g on g.id = s.id
        union select t.id, f.chain_id from t join app.trade_line_face f on f.company_id = $1 and f.trade_id = t.trade_id where f.chain_id is not null
        union select w.id, w.chain_id from app.work_order w where w.company_id = $1 and w.id in (select id from s) and w.chain_id is not null),
      w as (select w.id, w.id work_order_id, w.item_id from app.work_order w where w.company_id = $1 and w.id in (select id from s)
        union select q.id, w.id, w.item_id from q join app.work_order w on w.company_id = $1 and w.id = q.work_order_id
        union select t.id, w.id, w.item_id from t join app.work_order w on w.company_id = $1 and w.trade_id = t.trade_id
        union select c.id, w.id, w.item_id from c join app.work_order w on w.company_id = $1 and w.chain_id = c.chain_id)
      select "itemId", min("subjectId"::text)::uuid "subjectId" from (
        select f.item_id "itemId", t.id "subjectId" from t join app.trade_line_face f on f.company_id = $1 and f.trade_id = t.trade_id
        union all select f.item_id, c.id from c join app.trade_line_face f on f.company_id = $1 and f.chain_id = c.chain_id
        union all select f.item_id, c.id from c join app.value_chain v on v.company_id = $1 and v.id = c.chain_id join app.trade_line_face f on f.company_id = $1 and f.trade_id = v.origin_trade_id
        union all select w.item_id, w.id from w
        union all select b.component_item_id, w.id from w join app.bill_of_material_line b on b.company_id = $1 and b.parent_item_id = w.item_id and b.kind = 'by_product'
        union all select x.item_id, w.id from w join app.stock_move_face x on x.company_id = $1 and x.work_order_id = w.work_order_id
        union all select m.item_id, w.id from w join app.work_order_material m on m.company_id = $1 and m.work_order_id = w.work_order_id
        union all select q.item_id, q.id from q
        union all select x.item_id, x.id from app.forecast x where x.company_id = $1 and x.id in (select id from s)
        union all select p.item_id, p.id from app.promise p where p.company_id = $1 and p.id in (select id from s)
        union all select u.subject_id, u.promise_id from app.promise_use u where u.company_id = $1 and u.promise_id in (select id from s) and u.kind = 'supply'
        union all select r.item_id, r.id from app.reservation r where r.company_id = $1 and r.id in (select id from s)
        union all select i.id, d.id from app.draft d cross join lateral jsonb_array_elements(case jsonb_typeof(d.body->'lines') when 'array' then d.body->'lines' else '[]' end) l (line) join app.item i on i.company_id = $1 and i.code = l.line->>'item'
          where d.company_id = $1 and d.id in (select id from s) and d.kind in ('purchase_request', 'purchase_order')
        union all select i.id, i.id from app.item i where i.company_id = $1 and i.id in (select id from s)) u where "itemId" is not null group by 1`,
    },
    [tx.companyId, subjectIds],
  );
}

/**
 * The figures of the plan as it stands, and the orders (chains) that supply and demand are bound to where new ones came.
 *
 * @param moreExceptions by how many they became more
 */
export async function updateRun(
  tx: Tx,
  runId: string,
  orderKeys: readonly string[] | null,
  figures: Readonly<Record<string, number>>,
  moreExceptions: number,
): Promise<void> {
  await execute(
    tx,
    `update app.plan_run set order_keys = coalesce($3::uuid[], order_keys), summary = summary || $4::jsonb || jsonb_build_object('exceptionCount', coalesce((summary ->> 'exceptionCount')::int, 0) + $5::int)
      where company_id = $1 and id = $2 and is_current`,
    [tx.companyId, runId, orderKeys, toJson(figures), moreExceptions],
  );
}
