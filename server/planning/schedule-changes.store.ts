import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/**
 * Open work orders with what the schedule takes of them in two short sums: what is asked for, and what was reported. Begun and paused are the same to it,
 * released and started as well. Where an operation is done counts only while it runs: before, the schedule says so.
 */
const SUMS = `select w.id, w.number,
    left(md5(concat_ws('/', w.state = 'planned', w.start_on, w.due_on, string_agg(concat_ws(' ', o.operation_number, o.work_center_id, o.subcontract_partner_id, trim_scale(o.planned_quantity), trim_scale(o.setup_minutes), trim_scale(o.run_minutes_per_unit)), ',' order by o.operation_number))), 8)
    || left(md5(string_agg(concat_ws(' ', case o.state when 'paused' then 'running' when 'ready' then 'waiting' else o.state end, trim_scale(o.good), trim_scale(o.scrap), case when o.state in ('running', 'paused') and o.assigned_work_center_id is not null then o.assigned_work_center_id || ' ' || trim_scale(o.time_factor) end), ',' order by o.operation_number)), 8) sum
  from app.work_order w join app.work_order_operation o on o.company_id = $1 and o.work_order_id = w.id
  where w.company_id = $1 and w.state in ('planned', 'released', 'started') group by w.id, w.number, w.state, w.start_on, w.due_on having bool_or(o.state <> 'done')`;
const ASKED = 8;

/** What a schedule made now would see of each work order. */
export async function loadSeen(tx: Tx): Promise<Record<string, string>> {
  const rows = await query<{ id: string; sum: string }>(tx, `select id, sum from (${SUMS}) n`, [tx.companyId]);
  return Object.fromEntries(rows.map(({ id, sum }) => [id, sum]));
}

export interface ScheduleChangeRow {
  readonly workOrderId: string;
  readonly number: string;
  /** `gone`: finished, cancelled or closed; `progressed`: only reported on. */
  readonly kind: "added" | "changed" | "gone" | "progressed";
  /** Of all of its kind. */
  readonly count: number;
}

/** Work orders that came, changed or went since the schedule was made, so many of each kind by number. One made before sums were kept only knows which it had. */
export function listChangedSince(tx: Tx, scheduleId: string, most: number): Promise<ScheduleChangeRow[]> {
  return query<ScheduleChangeRow>(
    tx,
    `with s as (select seen, left_out from app.schedule where company_id = $1 and id = $2),
      b as (select e.key::uuid id, e.value sum from s, jsonb_each_text(s.seen) e
        union all select d.work_order_id, null from s join app.schedule_order d on d.company_id = $1 and d.schedule_id = $2 where s.seen is null
        union all select unnest(s.left_out), null from s where s.seen is null),
      c as (select coalesce(n.id, b.id) id, n.number,
          case when b.id is null then 'added' when n.id is null then 'gone' when left(b.sum, ${ASKED}) <> left(n.sum, ${ASKED}) then 'changed' else 'progressed' end kind
        from (${SUMS}) n full join b on b.id = n.id where b.id is null or n.id is null or b.sum <> n.sum),
      r as (select c.id, coalesce(c.number, w.number) number, c.kind, count(*) over (partition by c.kind)::int count, row_number() over (partition by c.kind order by coalesce(c.number, w.number) desc) n
        from c left join app.work_order w on w.company_id = $1 and w.id = c.id and c.number is null)
     select id "workOrderId", coalesce(number, '') "number", kind, count from r where n <= $3 order by kind, n`,
    [tx.companyId, scheduleId, most],
  );
}
