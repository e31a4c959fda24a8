import type {
  FirmOrder,
  Forecast,
  LotRule,
  OrderedQuantity,
  PlanBomLine,
  PlanRequest,
} from "../../domain/planning/index.ts";

import type { CalendarDay } from "../../domain/resources/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { COMES_ON } from "./comes-on.store.ts";

/*
 * What a plan is made of, read as text: a large company has hundreds of thousands of rows, and only their calculation needs numbers.
 */

export interface ItemRow {
  readonly id: string;
  readonly code: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly category: string;
  readonly unit: string;
  readonly leadTimeDays: number;
  readonly safetyStock: string;
  readonly lotRule: LotRule;
  readonly lotFixed: string | null;
  readonly lotPeriodDays: number | null;
  readonly lotMinimum: string | null;
  readonly lotMaximum: string | null;
  readonly lotMultiple: string | null;
  readonly setupCostYen: string | null;
  readonly holdingCostYenPerYear: string | null;
  readonly isPhantom: boolean;
  readonly fenceDays: number;
  readonly yield: string;
  readonly isOrderBound: boolean;
  readonly isStocked: boolean;
  readonly isActive: boolean;
  readonly partnerId: string | null;
  readonly onHand: string;
}

export interface RoutingRow {
  readonly itemId: string;
  readonly operationNumber: number;
  readonly yield: string;
  /** Of its work centre. */
  readonly calendarId: string | null;
}

export interface SalesRow {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
  /** The value chain this line belongs to: as a step sold to the next, or as an origin that has been dispatched. */
  readonly chainId: string | null;
  readonly isOrigin: boolean;
}

export interface PurchaseRow {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly dueOn: PlainDate;
  readonly chainId: string | null;
}

export interface WorkOrderRow {
  readonly id: string;
  readonly itemId: string;
  readonly quantity: string;
  readonly dueOn: PlainDate;
  readonly chainId: string | null;
  readonly tradeId: string | null;
  readonly tradeLine: number | null;
}

/** What open work orders bring beside their item, one row an order and by-product. */
export interface ByProductRow {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly dueOn: PlainDate;
  readonly per: string;
  readonly unitDecimals: number;
  readonly started: string;
  readonly quantity: string;
  readonly completed: string;
}

export interface MaterialRow {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
  readonly chainId: string | null;
}

/** What a held date takes of an item's stock and supply, by the day that is there. `line` tells what one promise takes apart. */
export interface HeldSupplyRow {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
}

export interface ReservedRow {
  readonly itemId: string;
  readonly quantity: string;
  readonly tradeId: string | null;
  readonly tradeLine: number | null;
  readonly workOrderId: string | null;
}

/** Goods that came or were made for a chain and are still here, reserved or not. */
export interface StandingRow {
  readonly itemId: string;
  readonly chainId: string;
  readonly quantity: string;
}

export interface CalendarRow {
  readonly id: string;
  readonly worksOn: readonly number[];
  readonly keepsPublicHolidays: boolean;
  readonly days: readonly CalendarDay[];
}

export interface PlanRows {
  readonly units: readonly { readonly code: string; readonly decimals: number }[];
  readonly items: readonly ItemRow[];
  readonly bomLines: readonly PlanBomLine[];
  readonly routing: readonly RoutingRow[];
  /** The first is the company's own. */
  readonly calendars: readonly CalendarRow[];
  readonly sales: readonly SalesRow[];
  readonly purchases: readonly PurchaseRow[];
  readonly processedGoods: readonly PurchaseRow[];
  readonly workOrders: readonly WorkOrderRow[];
  readonly byProducts: readonly ByProductRow[];
  readonly materials: readonly MaterialRow[];
  readonly heldSupply: readonly HeldSupplyRow[];
  readonly reserved: readonly ReservedRow[];
  readonly standing: readonly StandingRow[];
  readonly forecasts: readonly Forecast[];
  readonly ordered: readonly OrderedQuantity[];
  readonly requests: readonly PlanRequest[];
  /** Proposals of the current plan that a person has set by hand. */
  readonly firm: readonly FirmOrder[];
}

/** What says how things are made, and when is worked: it changes seldom. */
export type PlanMasters = Pick<PlanRows, "units" | "bomLines" | "routing" | "calendars">;

/** Everything one company's plan is made of. */
export async function loadPlanRows(tx: Tx, planFrom: PlainDate): Promise<PlanRows> {
  const [masters, rows] = await settleAll([
    loadPlanMasters(tx, planFrom),
    loadPlanRecords(tx, planFrom, null),
  ] as const);
  return { ...masters, ...rows };
}

async function loadPlanMasters(tx: Tx, planFrom: PlainDate): Promise<PlanMasters> {
  const [units, bomLines, routing, calendars] = await settleAll([
    query<PlanRows["units"][number]>(tx, "select code, decimals from app.unit where company_id = $1", [tx.companyId]),
    query<PlanBomLine>(tx, BOM_LINES, [tx.companyId, planFrom]),
    query<RoutingRow>(tx, ROUTING, [tx.companyId, planFrom]),
    query<CalendarRow>(tx, CALENDARS, [tx.companyId, planFrom]),
  ] as const);
  return { units, bomLines, routing, calendars };
}

/**
 * What comes and goes, and what items have at hand.
 *
 * @param only of these items all of it; of sold lines also those that work and stock of these items are bound to. `null`: of all items
 */
export async function loadPlanRecords(
  tx: Tx,
  planFrom: PlainDate,
  only: readonly string[] | null,
): Promise<Omit<PlanRows, keyof PlanMasters>> {
  const ask = <T>(name: string, text: (of: (column: string) => string) => string, from: readonly PlainDate[] = []) =>
    query<T>(
      tx,
      {
        // Of a few items it is asked again and again: planning it takes longer than reading.
        name: only ? `planning.${name}Of` : `planning.${name}`,
        text: text((column) => (only ? `and ${column} = any ($${from.length + 2}::uuid[])` : "")),
      },
      [tx.companyId, ...from, ...(only ? [only] : [])],
    );
  const [items, sales, purchases, processedGoods, workOrders, materials, reserved, standing] = await settleAll([
    ask<ItemRow>("items", (of) => `${ITEMS} ${of("i.id")}`),
    ask<SalesRow>("sales", () => SALES(only ? SOLD_OR_BOUND : "")),
    ask<PurchaseRow>("purchases", (of) => `${PURCHASES} ${of("f.item_id")}`),
    ask<PurchaseRow>("processedGoods", (of) => `${PROCESSED_GOODS} ${of("o.item_id")}`),
    ask<WorkOrderRow>("workOrders", (of) => `${WORK_ORDERS} ${of("w.item_id")}`),
    ask<MaterialRow>("materials", (of) => `${MATERIALS} ${of("m.item_id")}`),
    ask<ReservedRow>("reserved", (of) => `${RESERVED} ${of("item_id")}`),
    ask<StandingRow>("standing", (of) => STANDING(of("m.item_id"))),
  ] as const);
  const [heldSupply, forecasts, ordered, requests, byProducts, firm] = await settleAll([
    ask<HeldSupplyRow>("heldSupply", (of) => HELD_SUPPLY(of("u.subject_id")), [planFrom]),
    ask<Forecast>("forecasts", (of) => `${FORECASTS} ${of("item_id")}`, [planFrom]),
    ask<OrderedQuantity>("ordered", (of) => ORDERED(of("f.item_id"), of("p.item_id")), [planFrom]),
    ask<PlanRequest>("requests", (of) => REQUESTS(of("i.id"))),
    ask<ByProductRow>("byProducts", (of) => BY_PRODUCTS(of("b.component_item_id"))),
    query<FirmOrder>(tx, { name: "planning.firm", text: FIRM }, [tx.companyId]),
  ] as const);
  return {
    items,
    sales,
    purchases,
    processedGoods,
    workOrders,
    byProducts,
    materials,
    heldSupply,
    reserved,
    standing,
    forecasts,
    ordered,
    requests,
    firm,
  };
}

/** Sold lines of these items, and of trades that their work orders and stock are bound to. */
const SOLD_OR_BOUND = `and (f.item_id = any ($2::uuid[])
    or f.trade_id in (select w.trade_id from app.work_order w where w.company_id = $1 and w.item_id = any ($2::uuid[]) and w.trade_id is not null and w.state in ('planned', 'released', 'started', 'completed')
      union select r.trade_id from app.reservation r where r.company_id = $1 and r.item_id = any ($2::uuid[]) and r.state = 'open' and r.trade_id is not null))`;

const FIRM = `select o.seq, o.item_id "itemId", trim_scale(o.quantity)::text quantity, trim_scale(o.expected_quantity)::text "expectedQuantity", o.start_on "startOn", o.due_on "dueOn", o.order_key "orderKey", o.kept_early_for "keptEarlyFor"
  from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id and o.state = 'edited' where r.company_id = $1 and r.is_current order by o.seq`;

/** What stands at partners is not at hand: material given to a subcontractor belongs to its work order. */
const ITEMS = `select i.id, i.code, i.supply, i.category, i.unit, i.lead_time_days "leadTimeDays", trim_scale(i.safety_stock)::text "safetyStock", i.lot_rule "lotRule",
    trim_scale(i.lot_fixed)::text "lotFixed", i.lot_period_days "lotPeriodDays", trim_scale(i.lot_minimum)::text "lotMinimum", trim_scale(i.lot_maximum)::text "lotMaximum",
    trim_scale(i.lot_multiple)::text "lotMultiple", i.setup_cost_yen::text "setupCostYen", trim_scale(i.holding_cost_yen_per_year)::text "holdingCostYenPerYear", i.is_phantom "isPhantom", i.fence_days "fenceDays", trim_scale(i.yield)::text "yield", i.is_order_bound or i.category = 'stage' "isOrderBound", i.is_stocked "isStocked",
    i.is_active "isActive", i.purchase_partner_id "partnerId", trim_scale(coalesce(s.on_hand - s.kept_elsewhere, 0))::text "onHand"
  from app.item i left join app.item_stock s on s.company_id = i.company_id and s.item_id = i.id where i.company_id = $1`;

/** Lines that are over can never be used again; an item that runs out has one more, to its successor. Goods of the window that pass through a processing are no material of it. */
const BOM_LINES = `select b.parent_item_id "parentItemId", b.component_item_id "componentItemId", trim_scale(case b.kind when 'by_product' then -b.quantity else b.quantity end)::text quantity, trim_scale(b.scrap_rate)::text "scrapRate",
    b.valid_from "validFrom", b.valid_to "validTo", false "isSuccessor"
  from app.bill_of_material_line b join app.item p on p.company_id = b.company_id and p.id = b.parent_item_id join app.item c on c.company_id = b.company_id and c.id = b.component_item_id
  where b.company_id = $1 and (b.valid_to is null or b.valid_to >= $2) and c.is_stocked and not (p.category = 'processing' and (c.category = 'stage' or c.is_order_bound))
  union all select i.id, i.successor_item_id, trim_scale(i.successor_ratio)::text, '0', i.successor_from, null, true from app.item i where i.company_id = $1 and i.successor_item_id is not null
  order by "parentItemId", "componentItemId", "validFrom" nulls first`;

const ROUTING = `select distinct on (r.item_id, r.operation_number) r.item_id "itemId", r.operation_number "operationNumber", trim_scale(r.yield)::text "yield", w.calendar_id "calendarId"
  from app.routing_operation r left join app.work_center w on w.company_id = r.company_id and w.id = r.work_center_id
  where r.company_id = $1 and (r.valid_from is null or r.valid_from <= $2) and (r.valid_to is null or r.valid_to >= $2) order by r.item_id, r.operation_number, r.valid_from desc nulls last`;

/** The company's calendar is its first. Starts before today are reckoned too, so days of past years count. */
const CALENDARS = `select c.id, c.works_on "worksOn", c.keeps_public_holidays "keepsPublicHolidays",
    coalesce((select jsonb_agg(jsonb_build_object('onDate', d.on_date, 'isWorking', d.is_working, 'reason', d.reason)) from app.calendar_day d
      where d.company_id = $1 and d.calendar_id = c.id and d.on_date > $2::date - 1100), '[]') days
  from app.calendar c where c.company_id = $1 order by c.code`;

/** What is confirmed and still to be sent, or waits for members of its chain while work for it is prepared; of processing, what the buyer has not accepted yet. */
const SALES = (
  of: string,
) => `select f.trade_id id, f.line_number line, f.item_id "itemId", trim_scale(x.open * f.factor)::text quantity, coalesce(f.promised_on, f.wanted_on) "neededOn",
    coalesce(f.chain_id, v.id) "chainId", v.id is not null "isOrigin"
  from app.trade_line_face f join app.item i on i.company_id = f.company_id and i.id = f.item_id
  left join app.value_chain v on v.company_id = $1 and v.origin_trade_id = f.trade_id and exists (select from app.chain_step s where s.company_id = $1 and s.chain_id = v.id and s.chain_line_number = f.line_number)
  cross join lateral (select case when i.category = 'processing' then f.quantity - f.accepted + f.returned else f.quantity - f.shipped end open) x
  where f.company_id = $1 and f.side = 'S' and (f.state = 'confirmed' or f.state = 'placed' and exists (select from app.work_order w where w.company_id = $1 and w.trade_id = f.trade_id and w.trade_line_number = f.line_number and w.state <> 'cancelled')) and f.is_open and not f.is_history and (i.is_stocked or i.category = 'processing') and x.open > 0 ${of} order by "neededOn", f.trade_id, f.line_number`;

/**
 * Ordered goods until they are accepted, also before the seller has answered. Of a living chain also what is delivered or was refused, as 0:
 * the step was dispatched, and who does it now is the window's to decide.
 */
const PURCHASES = `select f.trade_id id, f.line_number line, f.item_id "itemId", trim_scale(case when f.state in ('placed', 'confirmed', 'countered') then greatest(f.quantity - f.accepted + f.returned, 0) * f.factor else 0 end)::text quantity, coalesce(f.promised_on, f.wanted_on) "dueOn", f.chain_id "chainId"
  from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id join app.item i on i.company_id = f.company_id and i.id = f.item_id
  where f.company_id = $1 and f.side = 'B' and not f.is_history and f.purpose in ('material', 'merchandise') and t.form = 'goods' and i.is_stocked
    and (f.is_open and f.state in ('placed', 'confirmed', 'countered') or f.chain_id in (select o.chain_id from app.trade_line_face o where o.company_id = $1 and o.is_open and o.chain_id is not null))`;

/** In a chain of processing the goods are the window's: the last step brings them, as the item its customer ordered, unless a work order says so already. */
const PROCESSED_GOODS = `select s.trade_id id, s.trade_line_number line, o.item_id "itemId", trim_scale(greatest(f.quantity - f.accepted + f.returned, 0) * o.factor)::text quantity, coalesce(f.promised_on, f.wanted_on) "dueOn", v.id "chainId"
  from app.value_chain v join app.chain_step s on s.company_id = v.company_id and s.chain_id = v.id and s.feeds_step_number is null and s.trade_id is not null
  join app.trade_face t on t.company_id = v.company_id and t.trade_id = s.trade_id and t.form = 'processing'
  join app.trade_line_face o on o.company_id = v.company_id and o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number and o.item_id is not null
  join app.trade_line_face f on f.company_id = v.company_id and f.trade_id = s.trade_id and f.line_number = s.trade_line_number and f.side = 'B' and f.state in ('placed', 'confirmed', 'countered')
  where v.company_id = $1 and o.is_open
    and not exists (select from app.work_order w where w.company_id = $1 and w.chain_id = v.id and w.item_id = o.item_id and w.state <> 'cancelled')`;

/** Of a processing order the pieces the buyer has not accepted: they never stand in a stock of one's own. */
const WORK_ORDERS = `select w.id, w.item_id "itemId", trim_scale(case when i.category = 'processing' then w.quantity - w.delivered else w.quantity - w.completed end)::text quantity, ${COMES_ON} "dueOn", w.chain_id "chainId", w.trade_id "tradeId", w.trade_line_number "tradeLine"
  from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id
  where w.company_id = $1 and (w.state in ('planned', 'released', 'started') or w.state = 'completed' and i.category = 'processing')
    and case when i.category = 'processing' then w.quantity - w.delivered else w.quantity - w.completed end > 0`;

const BY_PRODUCTS = (
  of: string,
) => `select w.id, (row_number() over (partition by w.id order by b.component_item_id))::int line, b.component_item_id "itemId", ${COMES_ON} "dueOn", trim_scale(sum(b.quantity))::text per, u.decimals "unitDecimals",
    trim_scale(o.planned_quantity)::text started, trim_scale(w.quantity)::text quantity, trim_scale(w.completed)::text completed
  from app.work_order w join app.bill_of_material_line b on b.company_id = w.company_id and b.parent_item_id = w.item_id and b.kind = 'by_product' and (b.valid_from is null or b.valid_from <= w.start_on) and (b.valid_to is null or b.valid_to >= w.start_on)
  join app.item i on i.company_id = b.company_id and i.id = b.component_item_id and i.is_stocked and i.is_active join app.unit u on u.company_id = i.company_id and u.code = i.unit
  join lateral (select p.planned_quantity from app.work_order_operation p where p.company_id = w.company_id and p.work_order_id = w.id order by p.operation_number limit 1) o on true
  where w.company_id = $1 and w.state in ('planned', 'released', 'started') and not w.is_rework ${of}
  group by w.id, b.component_item_id, w.due_on, u.decimals, o.planned_quantity, w.quantity, w.completed`;

const MATERIALS = `select w.id, m.line_number line, m.item_id "itemId", trim_scale(m.required - m.issued - m.free_issued)::text quantity, coalesce(o.planned_start_on, w.start_on) "neededOn",
    case when i.is_order_bound or i.category = 'stage' then w.chain_id end "chainId"
  from app.work_order w join app.work_order_material m on m.company_id = w.company_id and m.work_order_id = w.id join app.item i on i.company_id = m.company_id and i.id = m.item_id
  left join app.work_order_operation o on o.company_id = m.company_id and o.work_order_id = m.work_order_id and o.operation_number = m.operation_number
  where w.company_id = $1 and w.state in ('planned', 'released', 'started') and i.is_stocked and m.required > m.issued + m.free_issued`;

/**
 * What dates held at this moment take. A confirmed one takes nothing here: its order and work orders ask. The day is that of the supply it was
 * promised from, which somebody may keep for weeks: a day that is over is the plan's first.
 */
const HELD_SUPPLY = (
  of: string,
) => `select p.id, u.line, u.subject_id "itemId", trim_scale(u.amount)::text quantity, greatest(u.on_date, $2::date) "neededOn"
  from app.promise p cross join lateral (select x.subject_id, x.on_date, x.amount, (row_number() over (order by x.subject_id, x.on_date))::int line
    from app.promise_use x where x.company_id = $1 and x.promise_id = p.id and x.kind = 'supply') u
  where p.company_id = $1 and p.state = 'held' and p.expires_at > clock_timestamp() ${of}`;

/** Purchase requests and drafts of purchase orders as they were typed; a line that cannot be read yet asks for nothing. */
const REQUESTS = (
  of: string,
) => `select case d.kind when 'purchase_request' then 'request' else 'order_draft' end kind, d.id, l.n::int line, i.id "itemId",
    trim_scale(r.quantity * coalesce(u.factor, 1))::text quantity, r.wanted_on "wantedOn"
  from app.draft d cross join lateral jsonb_array_elements(d.body->'lines') with ordinality l (line, n)
  join app.item i on i.company_id = d.company_id and i.code = l.line->>'item'
  left join app.item_unit u on u.company_id = i.company_id and u.item_id = i.id and u.unit = l.line->>'unit'
  cross join lateral (select case when l.line->>'quantity' ~ '^[0-9]{1,11}([.][0-9]{1,6})?$' then (l.line->>'quantity')::numeric end quantity,
    case when l.line->>'wantedOn' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then l.line->>'wantedOn' end wanted_on) r
  where d.company_id = $1 and d.kind in ('purchase_request', 'purchase_order') and d.state in ('draft', 'approved') and r.quantity > 0
    and (coalesce(l.line->>'unit', '') in ('', i.unit) or u.factor is not null) ${of} order by d.id, l.n`;

const RESERVED = `select item_id "itemId", trim_scale(allocated)::text quantity, trade_id "tradeId", trade_line_number "tradeLine", work_order_id "workOrderId"
  from app.reservation where company_id = $1 and state = 'open' and allocated > 0`;

/** What stands here for a living chain: bought or made for it, less what went into its work orders or was sent on. */
const STANDING = (
  of: string,
) => `with c as (select distinct o.chain_id id from app.trade_line_face o where o.company_id = $1 and o.is_open and o.chain_id is not null
    union select v.id from app.value_chain v join app.trade_line_face o on o.company_id = v.company_id and o.trade_id = v.origin_trade_id and o.is_open where v.company_id = $1),
  w as (select w.id, w.item_id, w.completed, coalesce(w.chain_id, t.chain_id) chain_id from app.work_order w left join app.trade_face t on t.company_id = w.company_id and t.trade_id = w.trade_id where w.company_id = $1),
  m as (select f.item_id, f.chain_id, (f.accepted - f.returned) * f.factor q from app.trade_line_face f where f.company_id = $1 and f.side = 'B' and f.chain_id in (select id from c) and f.item_id is not null and f.purpose in ('material', 'merchandise')
    union all select w.item_id, w.chain_id, w.completed from w where w.chain_id in (select id from c)
    union all select x.item_id, w.chain_id, -x.issued from w join app.work_order_material x on x.company_id = $1 and x.work_order_id = w.id where w.chain_id in (select id from c)
    union all select f.item_id, coalesce(f.chain_id, v.id), -f.shipped * f.factor from app.trade_line_face f left join app.value_chain v on v.company_id = $1 and v.origin_trade_id = f.trade_id
      where f.company_id = $1 and f.side = 'S' and f.item_id is not null and coalesce(f.chain_id, v.id) in (select id from c))
  select m.item_id "itemId", m.chain_id "chainId", trim_scale(sum(m.q))::text quantity from m join app.item i on i.company_id = $1 and i.id = m.item_id and i.is_stocked and i.category <> 'processing' ${of} group by 1, 2 having sum(m.q) > 0`;

const FORECASTS = `select id, item_id "itemId", partner_id "partnerId", trim_scale(quantity)::text quantity, period_from "periodFrom", period_to "periodTo"
  from app.forecast where company_id = $1 and period_to >= $2`;

/**
 * Orders that use up a forecast: whole, also what of them is delivered. A held date uses it up as the order it may become; held for nobody
 * named yet, only what any customer may order.
 */
const ORDERED = (
  ofSold: string,
  ofHeld: string,
) => `select f.trade_id id, f.line_number line, f.item_id "itemId", f.partner_id::text "partnerId", trim_scale(f.quantity * f.factor)::text quantity, coalesce(f.promised_on, f.wanted_on) "neededOn"
  from app.trade_line_face f where f.company_id = $1 and f.side = 'S' and f.state = 'confirmed' and not f.is_history and f.partner_id is not null ${ofSold}
    and exists (select from app.forecast c where c.company_id = $1 and c.item_id = f.item_id and c.period_to >= $2 and coalesce(f.promised_on, f.wanted_on) between c.period_from and c.period_to)
  union all select p.id, 0, p.item_id, coalesce(p.partner_id::text, ''), trim_scale(p.quantity)::text, p.promised_on
  from app.promise p where p.company_id = $1 and p.state = 'held' and p.expires_at > clock_timestamp() ${ofHeld}
    and exists (select from app.forecast c where c.company_id = $1 and c.item_id = p.item_id and c.period_to >= $2 and p.promised_on between c.period_from and c.period_to)`;
