import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** An operation of a work order that is not finished, with what is left of it. */
export interface OpenOperationRow {
  readonly workOrderId: string;
  readonly orderState: "planned" | "released" | "started";
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly operationNumber: number;
  readonly workCenterId: string | null;
  readonly partnerId: string | null;
  readonly isBegun: boolean;
  /** It runs, or stands still with its set-up done. */
  readonly isUnderWay: boolean;
  readonly setupMinutes: string;
  readonly runMinutes: string;
  /** Working days its partner takes for it. */
  readonly leadTimeDays: number;
  /** Days until its partner's date, of an order that is placed. */
  readonly daysToPartner: number | null;
}

/** Open work orders with their open operations, by order and number; an order whose operations are all done is not among them. */
export function loadOpenOperations(tx: Tx, today: PlainDate): Promise<OpenOperationRow[]> {
  return query<OpenOperationRow>(
    tx,
    `select w.id "workOrderId", w.state "orderState", w.start_on "startOn", w.due_on "dueOn", o.operation_number "operationNumber", o.work_center_id "workCenterId", o.subcontract_partner_id "partnerId",
        o.good + o.scrap > 0 "isBegun", o.state in ('running', 'paused') "isUnderWay",
        trim_scale(case when o.state in ('waiting', 'ready') and o.good + o.scrap = 0 then o.setup_minutes else 0 end)::text "setupMinutes",
        trim_scale(o.run_minutes_per_unit * greatest(case when o.planned_quantity > 0 then o.planned_quantity else w.quantity end - o.good - o.scrap, 0))::text "runMinutes",
        greatest(coalesce(r.days, o.planned_finish_on - o.planned_start_on, 1), 1) "leadTimeDays", case when f.due is not null then greatest(f.due - $2::date, 1) end "daysToPartner"
       from app.work_order w join app.work_order_operation o on o.company_id = $1 and o.work_order_id = w.id
       left join lateral (select r.subcontract_lead_time_days days from app.routing_operation r where r.company_id = $1 and r.item_id = w.item_id and r.operation_number = o.operation_number and r.subcontract_partner_id is not null
           and coalesce(r.valid_from, w.start_on) <= w.start_on and coalesce(r.valid_to, w.start_on) >= w.start_on limit 1) r on o.subcontract_partner_id is not null
       left join lateral (select coalesce(f.promised_on, f.wanted_on) due from app.trade_line_face f where f.company_id = $1 and f.side = 'B' and f.trade_id = o.trade_id and f.line_number = o.trade_line_number and f.is_open) f on o.trade_id is not null
      where w.company_id = $1 and w.state in ('planned', 'released', 'started') and o.state <> 'done' order by w.due_on, w.id, o.operation_number`,
    [tx.companyId, today],
  );
}

/** The clock of the works at this moment. */
export async function worksClock(tx: Tx): Promise<string> {
  const rows = await query<{ now: string }>(
    tx,
    `select to_char(statement_timestamp() at time zone 'Asia/Tokyo', 'YYYY-MM-DD"T"HH24:MI') now`,
  );
  return rows[0]!.now;
}
