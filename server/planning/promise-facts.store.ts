import type {
  CenterWork,
  ItemDay,
  PromiseBomLine,
  PromiseItem,
  PromiseOperation,
} from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { COMES_ON } from "./comes-on.store.ts";
import { LEFT_MINUTES } from "./load.store.ts";

/*
 * What a company's due dates are answered from. Everything is asked either for the whole company, or again for the items and work
 * centres a change has touched (`only`).
 */

export interface DayRow extends ItemDay {
  readonly isDemand: boolean;
}
export interface AlternativeRow {
  readonly workCenterId: string;
  readonly alternativeId: string;
  readonly timeFactor: number;
}

export async function loadPromiseMasters(tx: Tx, today: PlainDate) {
  const values = [tx.companyId, today];
  const [items, bomLines, operations, alternatives] = await settleAll([
    query<PromiseItem>(
      tx,
      `select i.id, i.code, case when ${RUNS_OUT("i", "$2")} then 'make' else i.supply end supply, u.decimals, i.lead_time_days "leadTimeDays", i.is_phantom or ${RUNS_OUT("i", "$2")} "isPhantom", not ${RUNS_OUT("i", "$2")} and i.category <> 'processing' and not exists (select from app.bill_of_material_line b where b.company_id = $1 and b.parent_item_id = i.id and b.kind = 'component'
            and (b.valid_from is null or b.valid_from <= $2) and (b.valid_to is null or b.valid_to >= $2)) "lacksBill", case when ${RUNS_OUT("i", "$2")} then '1' else trim_scale(i.yield)::text end "yield", case i.lot_rule when 'min_max' then trim_scale(i.lot_minimum)::text end "lotMinimum",
          case i.lot_rule when 'min_max' then trim_scale(i.lot_multiple)::text when 'fixed' then trim_scale(i.lot_fixed)::text end "lotMultiple", null "calendarId"
        from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.is_active order by i.id`,
      values,
    ),
    query<PromiseBomLine>(tx, BOM_LINES, values),
    query<PromiseOperation>(
      tx,
      `select distinct on (r.item_id, r.operation_number) r.item_id "itemId", r.operation_number "operationNumber", r.work_center_id "workCenterId", r.setup_minutes::float8 "setupMinutes",
          r.run_minutes_per_unit::float8 "minutesPerUnit", r.subcontract_lead_time_days "subcontractDays"
        from app.routing_operation r where r.company_id = $1 and (r.valid_from is null or r.valid_from <= $2) and (r.valid_to is null or r.valid_to >= $2)
        order by r.item_id, r.operation_number, r.valid_from desc nulls last`,
      values,
    ),
    query<AlternativeRow>(
      tx,
      `select work_center_id "workCenterId", alternative_id "alternativeId", time_factor::float8 "timeFactor" from app.alternative_work_center where company_id = $1 order by 1, 2`,
      [tx.companyId],
    ),
  ] as const);
  return { items, bomLines, operations, alternatives };
}

/** Its successor has taken over: what it has is used up, and the rest is the successor's. */
const RUNS_OUT = (item: string, today: string) =>
  `(${item}.successor_item_id is not null and coalesce(${item}.successor_from, ${today}::date) <= ${today}::date)`;

/** Goods of the window that pass through a processing are no material of it. What comes out beside an item is nothing it needs. */
const BOM_LINES = `select b.parent_item_id "parentItemId", b.component_item_id "componentItemId", trim_scale(b.quantity)::text quantity, trim_scale(b.scrap_rate)::text "scrapRate"
  from app.bill_of_material_line b join app.item p on p.company_id = b.company_id and p.id = b.parent_item_id join app.item c on c.company_id = b.company_id and c.id = b.component_item_id
  where b.company_id = $1 and b.kind = 'component' and not ${RUNS_OUT("p", "$2")} and (b.valid_from is null or b.valid_from <= $2) and (b.valid_to is null or b.valid_to >= $2) and c.is_stocked and c.is_active and not (p.category = 'processing' and (c.category = 'stage' or c.is_order_bound))
  union all select i.id, i.successor_item_id, trim_scale(i.successor_ratio)::text, '0' from app.item i where i.company_id = $1 and ${RUNS_OUT("i", "$2")}
  order by 1, 2`;

/** Supplies and demands by item and day, as records have them: stock and what is on its way; what is sold, and what work orders use. */
export function loadItemDays(tx: Tx, today: PlainDate, only: readonly string[] | null): Promise<DayRow[]> {
  return query<DayRow>(
    tx,
    {
      // Planned once: planning takes longer than reading a few items.
      name: only ? "planning.daysOfItems" : "planning.days",
      text: `with d as (
        select s.item_id, false demand, $2::date on_date, s.on_hand - s.kept_elsewhere q from app.item_stock s where s.company_id = $1 ${ofItems("s.item_id", only)}
        union all select f.item_id, false, coalesce(f.promised_on, f.wanted_on), (f.quantity - f.accepted + f.returned) * f.factor from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id
          where f.company_id = $1 and f.side = 'B' and f.is_open and not f.is_history and f.item_id is not null and f.state in ('placed', 'confirmed', 'countered') and f.purpose in ('material', 'merchandise') and t.form = 'goods' ${ofItems("f.item_id", only)}
        union all select w.item_id, false, ${COMES_ON}, w.quantity - w.completed from app.work_order w where w.company_id = $1 and w.state in ('planned', 'released', 'started') ${ofItems("w.item_id", only)}
        union all select f.item_id, true, coalesce(f.promised_on, f.wanted_on), (f.quantity - f.shipped) * f.factor from app.trade_line_face f
          where f.company_id = $1 and f.side = 'S' and f.is_open and not f.is_history and f.item_id is not null and f.state in ('placed', 'confirmed') ${ofItems("f.item_id", only)}
        union all select m.item_id, true, coalesce(o.planned_start_on, w.start_on), m.required - m.issued - m.free_issued from app.work_order_material m join app.work_order w on w.company_id = $1 and w.id = m.work_order_id
          left join app.work_order_operation o on o.company_id = $1 and o.work_order_id = m.work_order_id and o.operation_number = m.operation_number
          where m.company_id = $1 and w.state in ('planned', 'released', 'started') ${ofItems("m.item_id", only)})
      select d.item_id "itemId", d.demand "isDemand", d.on_date "onDate", trim_scale(round(sum(d.q), 6))::text quantity from d where d.q > 0 group by 1, 2, 3 order by 1, 2, 3`,
    },
    only ? [tx.companyId, today, only] : [tx.companyId, today],
  );
}

const ofItems = (column: string, only: readonly string[] | null) => (only ? `and ${column} = any ($3)` : "");

/** Numbers of the open proposals of some items: those the plan may change, and firm ones. `r` is the current run. */
export const SEQS_OF = (items: string) =>
  `array(select unnest(x.order_seqs) from r join app.plan_item x on x.company_id = $1 and x.run_id = r.id and x.item_id in (${items})
    union select f.seq from r join app.planned_order f on f.company_id = $1 and f.run_id = r.id and f.state = 'edited' and f.item_id in (${items}))`;

/**
 * What the current plan proposes to make and buy, with what comes out beside it, and what that uses: by the plan's pegs, which also say what a phantom
 * or an item that runs out handed on to another.
 */
export function loadPlannedDays(tx: Tx, only: readonly string[] | null): Promise<DayRow[]> {
  const ofItems = (items: string) => (only ? `and p.seq = any (${SEQS_OF(items)})` : "");
  return query<DayRow>(
    tx,
    {
      name: only ? "planning.plannedDaysOfItems" : "planning.plannedDays",
      text: `with r as materialized (select r.id, r.planned_from from app.plan_run r where r.company_id = $1 and r.is_current),
      h as (select h.item_id, h.decimals, h.demand_kind, h.demand_id, h.demand_line, x.demand, x.quantity, r.id run_id, r.planned_from + x.day on_date
        from r join app.plan_item h on h.company_id = $1 and h.run_id = r.id ${only ? "and h.item_id = any ($2)" : ""} cross join lateral unnest(h.peg_demand, h.peg_quantity, h.peg_day) x (demand, quantity, day) where x.demand <> -1),
      d as (select p.item_id, false demand, p.due_on on_date, p.expected_quantity q from r join app.planned_order p on p.company_id = $1 and p.run_id = r.id and p.state in ('proposed', 'edited') ${ofItems("select unnest($2::uuid[])")}
        union all select b.component_item_id, false, p.due_on, p.quantity * b.quantity / (1 - b.scrap_rate) from app.bill_of_material_line b join r on true
          join app.planned_order p on p.company_id = $1 and p.run_id = r.id and p.item_id = b.parent_item_id and p.state in ('proposed', 'edited') and p.supply <> 'buy' ${ofItems("select y.parent_item_id from app.bill_of_material_line y where y.company_id = $1 and y.kind = 'by_product' and y.component_item_id = any ($2)")}
            and (b.valid_from is null or b.valid_from <= p.start_on) and (b.valid_to is null or b.valid_to >= p.start_on) where b.company_id = $1 and b.kind = 'by_product' ${only ? "and b.component_item_id = any ($2)" : ""}
        union all select h.item_id, true, h.on_date, h.quantity / 10::numeric ^ h.decimals from h join app.planned_order o on o.company_id = $1 and o.run_id = h.run_id and o.seq = h.demand and o.state in ('proposed', 'edited') where h.demand >= 0
        union all select h.item_id, true, h.on_date, h.quantity / 10::numeric ^ h.decimals from h
          left join app.trade_line_face f on f.company_id = $1 and h.demand_kind[-1 - h.demand] in (0, 3) and f.trade_id = h.demand_id[-1 - h.demand] and f.line_number = h.demand_line[-1 - h.demand] and f.side = 'S'
          left join app.work_order_material m on m.company_id = $1 and h.demand_kind[-1 - h.demand] = 2 and m.work_order_id = h.demand_id[-1 - h.demand] and m.line_number = h.demand_line[-1 - h.demand]
          left join lateral (select x.subject_id, row_number() over (order by x.subject_id, x.on_date) line from app.promise_use x where x.company_id = $1 and x.promise_id = h.demand_id[-1 - h.demand] and x.kind = 'supply') u
            on h.demand_kind[-1 - h.demand] = 4 and u.line = h.demand_line[-1 - h.demand]
          where h.demand < -1 and (f.item_id <> h.item_id or m.item_id <> h.item_id or u.subject_id <> h.item_id)
            and (h.item_id in (select i.successor_item_id from app.item i where i.company_id = $1 and i.successor_item_id is not null)
              or h.item_id in (select b.component_item_id from app.bill_of_material_line b join app.item k on k.company_id = $1 and k.id = b.parent_item_id and k.is_phantom where b.company_id = $1 and b.kind = 'component')))
      select d.item_id "itemId", d.demand "isDemand", d.on_date "onDate", trim_scale(round(sum(d.q), 6))::text quantity from d where d.q > 0 group by 1, 2, 3 order by 1, 2, 3`,
    },
    only ? [tx.companyId, only] : [tx.companyId],
  );
}

/**
 * What the current plan says otherwise since a mark: items whose rows were written by transactions from it on.
 *
 * @returns undefined without a plan
 */
export async function findChangedPlan(
  tx: Tx,
  mark: bigint,
): Promise<{ readonly runId: string; readonly itemIds: readonly string[] } | undefined> {
  const rows = await query<{ runId: string; itemIds: string[] }>(
    tx,
    {
      name: "planning.changedPlan",
      text: `select r.id "runId", array(select x.item_id from app.plan_item x where x.company_id = $1 and x.run_id = r.id and x.changed_by >= $2::xid8) "itemIds" from app.plan_run r where r.company_id = $1 and r.is_current`,
    },
    [tx.companyId, String(mark)],
  );
  return rows[0];
}

/** Work of orders by the work centre they are done at, but for orders whose minutes a confirmed promise holds. */
export function loadCenterWork(tx: Tx, only: readonly string[] | null): Promise<CenterWork[]> {
  return query<CenterWork>(
    tx,
    {
      name: only ? "planning.workOfCenters" : "planning.work",
      text: `select o.at_work_center_id "workCenterId", coalesce(o.planned_start_on, w.start_on) "from", coalesce(o.planned_finish_on, w.due_on) "to",
        ceil(sum(${LEFT_MINUTES}))::float8 minutes
      from app.work_order_operation o join app.work_order w on w.company_id = $1 and w.id = o.work_order_id
      where o.company_id = $1 and w.state in ('planned', 'released', 'started') and o.state <> 'done' and ${only ? "o.at_work_center_id = any ($2)" : "o.at_work_center_id is not null"} and not ${IS_PROMISED}
      group by 1, 2, 3 order by 1, 2, 3`,
    },
    only ? [tx.companyId, only] : [tx.companyId],
  );
}

/** A work order made of a confirmed promise, or made for the line it became or was attached to. */
const IS_PROMISED = `(exists (select from app.promise p where p.company_id = $1 and p.trade_id = w.trade_id and coalesce(p.trade_line_number, w.trade_line_number) = w.trade_line_number and p.state = 'confirmed')
  or exists (select from app.promise_order y join app.promise p on p.company_id = $1 and p.id = y.promise_id and p.state = 'confirmed' where y.company_id = $1 and y.work_order_id = w.id))`;

/** The same of one order, looked up by itself: for a few of them nobody should read all promises. */
const IS_ONE_PROMISED = `(coalesce((select true from app.promise p where p.company_id = $1 and p.trade_id = w.trade_id and coalesce(p.trade_line_number, w.trade_line_number) = w.trade_line_number and p.state = 'confirmed' limit 1), false)
  or coalesce((select p.state = 'confirmed' from app.promise_order y join app.promise p on p.company_id = $1 and p.id = y.promise_id where y.company_id = $1 and y.work_order_id = w.id), false))`;

export interface HeldRow {
  readonly kind: "capacity" | "supply";
  readonly subjectId: string;
  readonly onDate: PlainDate;
  readonly amount: string;
}

/** What promises hold from today on: of supply what is held, of work centres also what is confirmed. What ran out holds nothing. */
export function loadHeld(
  tx: Tx,
  today: PlainDate,
  only: readonly string[] | null,
  without: readonly string[],
): Promise<HeldRow[]> {
  return query<HeldRow>(
    tx,
    {
      name: "planning.held",
      text: `select u.kind, u.subject_id "subjectId", u.on_date "onDate", trim_scale(sum(u.amount))::text amount from app.promise p join app.promise_use u on u.company_id = $1 and u.promise_id = p.id
      where p.company_id = $1 and (p.state = 'held' and p.expires_at > clock_timestamp() or p.state = 'confirmed' and u.kind = 'capacity') and (u.kind = 'supply' or u.on_date >= $2) and ($3::uuid[] is null or u.subject_id = any ($3)) and p.id <> all ($4)
      group by 1, 2, 3`,
    },
    [tx.companyId, today, only, without],
  );
}

export interface TouchedRow {
  readonly kind: "item" | "center" | "nothing";
  readonly id: string;
  readonly subjectId: string;
}

/**
 * The items and work centres a record touches: trades by their lines, work orders by item, material and operations, deliveries by their lines,
 * promises by what they hold, a work centre itself. The work of a promised order is what its promise holds: its operations touch nothing.
 *
 * @param own promises whose minutes the state holds already: to be confirmed changes nothing of them
 */
export function findTouched(tx: Tx, subjectIds: readonly string[], own: readonly string[]): Promise<TouchedRow[]> {
  return query<TouchedRow>(
    tx,
    {
      name: "planning.touched",
      text: `select 'item' kind, f.item_id id, f.trade_id "subjectId" from app.trade_line_face f where f.company_id = $1 and f.trade_id = any ($2) and f.item_id is not null
     union select 'item', f.item_id, l.delivery_id from app.delivery_line l join app.trade_line_face f on f.company_id = $1 and f.trade_id = l.trade_id and f.line_number = l.trade_line_number where l.delivery_id = any ($2) and f.item_id is not null
     union select 'item', w.item_id, w.id from app.work_order w where w.company_id = $1 and w.id = any ($2)
     union select 'item', m.item_id, m.work_order_id from app.work_order_material m where m.company_id = $1 and m.work_order_id = any ($2)
     union select 'center', c.id, c.id from app.work_center c where c.company_id = $1 and c.id = any ($2)
     union select 'center', o.at_work_center_id, w.id from app.work_order w join app.work_order_operation o on o.company_id = $1 and o.work_order_id = w.id where w.company_id = $1 and w.id = any ($2) and o.at_work_center_id is not null and not ${IS_ONE_PROMISED}
     union select case when u.kind = 'supply' then 'item' when p.state = 'confirmed' and p.id = any ($3) then 'nothing' else 'center' end, u.subject_id, u.promise_id
       from app.promise p join app.promise_use u on u.company_id = $1 and u.promise_id = p.id where p.company_id = $1 and p.id = any ($2)`,
    },
    [tx.companyId, subjectIds, own],
  );
}

/** Held promises whose time is over. */
export async function findLapsed(tx: Tx): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    {
      name: "planning.lapsed",
      text: "select id from app.promise where company_id = $1 and state = 'held' and expires_at <= clock_timestamp()",
    },
    [tx.companyId],
  );
  return rows.map((row) => row.id);
}
