import type { DatedOrder } from "../../domain/planning/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** The calendar an item `i` is made by, as planning takes it (plan-input.ts): that of its first operation on a day. */
const CALENDAR_OF = (day: string) =>
  `(case when i.supply <> 'buy' then (select c.calendar_id from app.routing_operation r left join app.work_center c on c.company_id = $1 and c.id = r.work_center_id
      where r.company_id = $1 and r.item_id = i.id and (r.valid_from is null or r.valid_from <= ${day}) and (r.valid_to is null or r.valid_to >= ${day}) order by r.operation_number, r.valid_from desc nulls last limit 1) end)`;

/** Proposals of a run by their number. One that a person set keeps the time between its days. */
export async function loadProposalDays(
  tx: Tx,
  runId: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, DatedOrder>> {
  if (seqs.length === 0) return new Map();
  const rows = await query<DatedOrder & { readonly seq: number }>(
    tx,
    `select o.seq, o.start_on "startOn", o.due_on "dueOn", case when o.state = 'proposed' then i.lead_time_days end "leadTimeDays", ${CALENDAR_OF("n.planned_from")} "calendarId"
       from app.plan_run n join app.planned_order o on o.company_id = $1 and o.run_id = n.id join app.item i on i.company_id = $1 and i.id = o.item_id
      where n.company_id = $1 and n.id = $2 and o.seq = any ($3::int[])`,
    [tx.companyId, runId, [...new Set(seqs)]],
  );
  return new Map(rows.map(({ seq, ...days }) => [seq, days]));
}

/** Work orders by their id, with what they make. They keep the time between their days. */
export async function loadWorkOrderDays(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DatedOrder & { readonly itemId: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await query<DatedOrder & { readonly id: string; readonly itemId: string }>(
    tx,
    `select w.id, w.item_id "itemId", w.start_on "startOn", w.due_on "dueOn", null::int "leadTimeDays", ${CALENDAR_OF("w.start_on")} "calendarId"
       from app.work_order w join app.item i on i.company_id = $1 and i.id = w.item_id where w.company_id = $1 and w.id = any ($2::uuid[])`,
    [tx.companyId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...order }) => [id, order]));
}
