import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** An operation of a work order that is not finished, with what was reported of it. */
export interface OpenOperationRow {
  readonly workOrderId: string;
  readonly orderState: "planned" | "released" | "started";
  readonly orderQuantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly operationNumber: number;
  readonly workCenterId: string | null;
  readonly partnerId: string | null;
  readonly state: "waiting" | "ready" | "running" | "paused" | "done";
  readonly quantity: string;
  readonly good: string;
  readonly scrap: string;
  readonly setupMinutes: string;
  readonly minutesPerUnit: string;
  /** Working days its partner takes for it. */
  readonly leadTimeDays: number;
  /** Days until its partner's date, of an order that is placed. */
  readonly daysToPartner: number | null;
}

/**
 * Open work orders with all their operations, by order and number; an order whose operations are all done is not among them. What runs is at the work
 * centre it was given to, with the times there; all else at its own, so that the schedule chooses again among that one and those that stand in for it.
 */
export function loadOpenOperations(tx: Tx, today: PlainDate): Promise<OpenOperationRow[]> {
  return query<OpenOperationRow>(
    tx,
    `select w.id "workOrderId", w.state "orderState", trim_scale(w.quantity)::text "orderQuantity", w.start_on "startOn", w.due_on "dueOn", o.operation_number "operationNumber", case when x.runs then o.at_work_center_id else o.work_center_id end "workCenterId", o.subcontract_partner_id "partnerId",
        o.state, trim_scale(case when o.planned_quantity > 0 then o.planned_quantity else w.quantity end)::text quantity, trim_scale(o.good)::text good, trim_scale(o.scrap)::text scrap,
        trim_scale(o.setup_minutes * x.factor)::text "setupMinutes", trim_scale(o.run_minutes_per_unit * x.factor)::text "minutesPerUnit",
        greatest(coalesce(r.days, o.planned_finish_on - o.planned_start_on, 1), 1) "leadTimeDays", case when f.due is not null then greatest(f.due - $2::date, 1) end "daysToPartner"
       from app.work_order w join app.work_order_operation o on o.company_id = $1 and o.work_order_id = w.id
       cross join lateral (select o.state in ('running', 'paused') runs, case when o.state in ('running', 'paused') then o.time_factor else 1 end factor) x
       left join lateral (select r.subcontract_lead_time_days days from app.routing_operation r where r.company_id = $1 and r.item_id = w.item_id and r.operation_number = o.operation_number and r.subcontract_partner_id is not null
           and coalesce(r.valid_from, w.start_on) <= w.start_on and coalesce(r.valid_to, w.start_on) >= w.start_on limit 1) r on o.subcontract_partner_id is not null
       left join lateral (select coalesce(f.promised_on, f.wanted_on) due from app.trade_line_face f where f.company_id = $1 and f.side = 'B' and f.trade_id = o.trade_id and f.line_number = o.trade_line_number and f.is_open) f on o.trade_id is not null
      where w.company_id = $1 and w.state in ('planned', 'released', 'started') and exists (select from app.work_order_operation x where x.company_id = $1 and x.work_order_id = w.id and x.state <> 'done') order by w.due_on, w.id, o.operation_number`,
    [tx.companyId, today],
  );
}

/** A work centre that can do the work of another one, and how many times as long it takes. */
export interface AlternativeRow {
  readonly workCenterId: string;
  readonly alternativeId: string;
  readonly timeFactor: string;
}

/** Work centres in use that stand in for others, the quickest first. */
export function loadAlternativeCenters(tx: Tx): Promise<AlternativeRow[]> {
  return query<AlternativeRow>(
    tx,
    `select a.work_center_id "workCenterId", a.alternative_id "alternativeId", trim_scale(a.time_factor)::text "timeFactor"
       from app.alternative_work_center a join app.work_center w on w.company_id = $1 and w.id = a.alternative_id and w.is_active where a.company_id = $1 order by a.time_factor, w.code`,
    [tx.companyId],
  );
}

/** A work order that makes what another one needs; `operationNumber` of the one that needs it, 0: from its beginning. */
export interface OrderTieRow {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly feederId: string;
  readonly itemId: string;
}

/**
 * Which open work orders feed each other, as the current plan pegs them; proposals that became work orders since count as those. What is issued already
 * waits for nobody. Arrays are unnested once an item: an element taken from a long one would read all of it each time.
 */
export function loadOrderTies(tx: Tx): Promise<OrderTieRow[]> {
  return query<OrderTieRow>(
    tx,
    `with r as materialized (select id from app.plan_run where company_id = $1 and is_current),
      w as materialized (select id, item_id from app.work_order where company_id = $1 and state in ('planned', 'released', 'started')),
      c as materialized (select o.seq, o.converted_id from r join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.state = 'converted' and o.converted_kind = 'work_order'),
      x as (select distinct p.item_id, coalesce(rc.id, cs.converted_id) feeder, coalesce(dm.id, cd.converted_id) consumer
        from r join app.plan_item p on p.company_id = $1 and p.run_id = r.id and p.item_id = any (array(select item_id from w))
        cross join lateral unnest(p.peg_supply, p.peg_demand) y (supply, demand)
        left join lateral unnest(p.receipt_kind, p.receipt_id) with ordinality rc (kind, id, n) on rc.n = -1 - y.supply and rc.kind = 1
        left join lateral unnest(p.demand_kind, p.demand_id) with ordinality dm (kind, id, n) on dm.n = -1 - y.demand and dm.kind = 2
        left join c cs on cs.seq = y.supply left join c cd on cd.seq = y.demand
        where y.supply <> -1 and y.demand <> -1)
     select x.consumer "workOrderId", coalesce(m.operation_number, 0) "operationNumber", x.feeder "feederId", x.item_id "itemId"
       from x join w f on f.id = x.feeder join w k on k.id = x.consumer
       cross join lateral (select min(coalesce(m.operation_number, 0)) filter (where m.required > m.issued + m.free_issued) operation_number, count(*) lines from app.work_order_material m where m.company_id = $1 and m.work_order_id = x.consumer and m.item_id = x.item_id) m
      where x.feeder <> x.consumer and (m.lines = 0 or m.operation_number is not null) order by 1, 2, 3, 4`,
    [tx.companyId],
  );
}

/** Where what runs now stands on the board people work with; one that the board has at another work centre than it is done at is not among them. */
export function loadRunningPlaces(tx: Tx): Promise<
  {
    readonly workOrderId: string;
    readonly operationNumber: number;
    readonly workCenterId: string;
    readonly machine: number;
  }[]
> {
  return query(
    tx,
    `select s.work_order_id "workOrderId", s.operation_number "operationNumber", s.work_center_id "workCenterId", s.machine_number machine
       from app.schedule d join app.schedule_operation s on s.company_id = $1 and s.schedule_id = d.id and s.work_center_id is not null
       join app.work_order_operation o on o.company_id = $1 and o.work_order_id = s.work_order_id and o.operation_number = s.operation_number and o.state in ('running', 'paused') and o.at_work_center_id = s.work_center_id
      where d.company_id = $1 and d.is_current order by s.starts_at, s.work_order_id, s.operation_number`,
    [tx.companyId],
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
