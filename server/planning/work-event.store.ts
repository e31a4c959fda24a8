import type { WorkEvent } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

interface EventRow {
  readonly order: string;
  readonly itemId: string;
  readonly orderQuantity: number;
  readonly operationNumber: number;
  readonly workCenterId: string;
  readonly personId: string | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly good: number;
  readonly rejected: number;
}

/** Minutes from the first of 2000, by the clock of the works. */
export const minutes = (moment: string) => `(extract(epoch from ${moment} - timestamp '2000-01-01') / 60)::float8`;
const REPORTED = "(r.reported_at at time zone 'Asia/Tokyo')";

/**
 * What the floor measured: reports with their minutes, of operations that are done and that somebody began with "start". Without a
 * start the minutes are the routing's own, which would teach nothing. Rework is not how an item is usually made.
 */
const REPORTS = `select w.number "order", w.item_id "itemId", w.quantity::float8 "orderQuantity", r.operation_number "operationNumber", o.at_work_center_id "workCenterId", r.person_id "personId",
    ${minutes(REPORTED)} - coalesce(r.minutes, 0)::float8 "startAt", ${minutes(REPORTED)} "endAt", case when r.kind = 'good' then r.quantity::float8 else 0 end good, case when r.kind = 'scrap' then r.quantity::float8 else 0 end rejected
  from app.work_report r join app.work_order w on w.company_id = r.company_id and w.id = r.work_order_id
  join app.work_order_operation o on o.company_id = r.company_id and o.work_order_id = r.work_order_id and o.operation_number = r.operation_number
  where r.company_id = $1 and r.reported_at >= ($2::date)::timestamp at time zone 'Asia/Tokyo' and ($3::uuid is null or w.item_id = $3) and o.state = 'done' and o.at_work_center_id is not null and not w.is_rework
    and (r.minutes > 0 or r.quantity > 0)
    and exists (select from app.work_report s where s.company_id = r.company_id and s.work_order_id = r.work_order_id and s.operation_number = r.operation_number and s.kind = 'start')`;
const IMPORTED = `select e.order_number "order", e.item_id "itemId", sum(e.good) over (partition by e.order_number, e.item_id, e.operation_number)::float8 "orderQuantity", e.operation_number "operationNumber", e.work_center_id "workCenterId",
    null::uuid "personId", ${minutes("e.started_at")} "startAt", ${minutes("e.finished_at")} "endAt", e.good::float8 good, e.rejected::float8 rejected
  from app.production_event e where e.company_id = $1 and e.finished_at >= $2::date and ($3::uuid is null or e.item_id = $3)`;

/** Names an operation of an item within what is learned; the machine is its work centre. */
export function operationName(itemId: string, operationNumber: number): string {
  return JSON.stringify([itemId, operationNumber]);
}

export interface WorkEvents {
  readonly reports: readonly WorkEvent[];
  readonly imported: readonly WorkEvent[];
}

/** Reports of work since a day, of one item or all; the two sources apart. Orders of another system never meet own ones of the same number. */
export async function loadWorkEvents(tx: Tx, since: PlainDate, itemId: string | null): Promise<WorkEvents> {
  const values = [tx.companyId, since, itemId];
  const reports = await query<EventRow>(tx, REPORTS, values);
  const imported = await query<EventRow>(tx, IMPORTED, values);
  const event = (row: EventRow, source: string): WorkEvent => ({
    order: `${source} ${row.order} ${row.itemId}`,
    part: row.itemId,
    orderQuantity: row.orderQuantity,
    operation: operationName(row.itemId, row.operationNumber),
    machine: row.workCenterId,
    person: row.personId,
    startAt: row.startAt,
    endAt: row.endAt,
    good: row.good,
    rejected: row.rejected,
  });
  return {
    reports: reports.map((row) => event(row, "own")),
    imported: imported.map((row) => event(row, "log")),
  };
}

/** Own orders that are finished since a day, named as in their events: the others' lead times are not known yet. */
export async function finishedOrders(tx: Tx, since: PlainDate): Promise<ReadonlySet<string>> {
  const rows = await query<{ number: string; itemId: string }>(
    tx,
    `select distinct w.number, w.item_id "itemId" from app.work_order w join app.work_report r on r.company_id = w.company_id and r.work_order_id = w.id and r.reported_at >= ($2::date)::timestamp at time zone 'Asia/Tokyo'
      where w.company_id = $1 and w.state in ('completed', 'closed') and not w.is_rework`,
    [tx.companyId, since],
  );
  return new Set(rows.map(({ number, itemId }) => `own ${number} ${itemId}`));
}
