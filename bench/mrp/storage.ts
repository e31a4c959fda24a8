import type pg from "pg";
import type { CheckedPlan } from "./checker.ts";
import { CLOSED_DAYS, COMPANY_CALENDAR, type Factory, FIRST_DAY, WORKS_ON } from "./factory.ts";

/*
 * The factory of the `mrp` figure in the product's own tables, and the plan read back from them. It is planted as superuser;
 * loading and saving, which count, go as the product's own role through its policies.
 */

const uuid = (kind: string, number: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const ITEM = (number: string) => uuid("2", number);
const TRADE = (demand: string) => uuid("3", `(${demand}) / 100`);
const CALENDAR = (number: string) => uuid("8", number);
const WORKS = (number: string) => uuid("9", number);
const LOT_RULES = ["lot_for_lot", "fixed", "period", "min_max"];

/** A company with the factory: items, bills of material, works, stock, and 1,000 orders of 100 lines. */
export async function plantFactory(client: pg.Client, company: string, factory: Factory): Promise<void> {
  const run = (text: string, ...values: unknown[]) => client.query(text, [company, ...values]);
  await run("insert into app.unit (company_id, code, name_ja, name_en) values ($1, '個', '個', 'pcs')");
  await run(
    `insert into app.partner (company_id, id, code, name, is_customer) values ($1, ${uuid("5", "1")}, 'C1', '得意先', true)`,
  );
  for (const [works, days] of WORKS_ON.entries()) {
    // The company's own calendar is the first by code.
    const code = works === COMPANY_CALENDAR ? "A" : `B${works}`;
    await run(
      `insert into app.calendar (company_id, id, code, name, works_on, keeps_public_holidays) values ($1, ${CALENDAR("$2::int")}, $3, $3, $4, false)`,
      works,
      code,
      days,
    );
    await run(
      `insert into app.work_center (company_id, id, code, name, calendar_id) values ($1, ${WORKS("$2::int")}, $3, $3, ${CALENDAR("$2::int")})`,
      works,
      code,
    );
  }
  await run(
    `insert into app.calendar_day (company_id, calendar_id, on_date, is_working) select $1, ${CALENDAR("2")}, $2::date + d, false from unnest($3::int[]) d`,
    FIRST_DAY,
    CLOSED_DAYS,
  );
  await plantItems(run, factory.items);
  const { bom, demands } = factory;
  await run(
    `insert into app.bill_of_material_line (company_id, id, parent_item_id, component_item_id, quantity)
       select $1, gen_random_uuid(), ${ITEM("parent")}, ${ITEM("child")}, per from unnest($2::int[], $3::int[], $4::int[]) t (parent, child, per)`,
    Array.from(bom.parent),
    Array.from(bom.child),
    Array.from(bom.per),
  );
  // Straight into shared records and faces: no superuser may place an order, so what the triggers do is written out here.
  await client.query("set session_replication_role = replica");
  await run(
    `with t as (select t from generate_series(0, ($3::int - 1) / 100) t),
       x as (insert into app.trade (id, seller_id, outside_partner_id, number, first_state, ordered_on, total_yen) select ${TRADE("t * 100")}, $1, ${uuid("5", "1")}, 'SO-' || t, 'confirmed', $2, 0 from t)
     insert into app.trade_face (company_id, trade_id, side, partner_id, number, own_number, outside_number, state, form, ordered_on, total_yen, is_history)
       select $1, ${TRADE("t * 100")}, 'S', ${uuid("5", "1")}, 'SO-' || t, 'SO-' || t, '', 'confirmed', 'goods', $2, 0, false from t`,
    FIRST_DAY,
    demands.item.length,
  );
  await run(
    `with t as (select (n - 1)::int n, item, $2::date + day wanted, quantity from unnest($3::int[], $4::int[], $5::int8[]) with ordinality t (item, day, quantity, n)),
       x as (insert into app.trade_line (trade_id, line_number, seller_id, code, description, seller_item_id, quantity, unit, unit_price, amount_yen, wanted_on, promised_on, state)
         select ${TRADE("n")}, n % 100 + 1, $1, 'I' || item, '', ${ITEM("item")}, quantity, '個', 0, 0, wanted, wanted, 'confirmed' from t)
     insert into app.trade_line_face (company_id, trade_id, line_number, side, partner_id, item_id, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, promised_on, state, is_open, is_history)
       select $1, ${TRADE("n")}, n % 100 + 1, 'S', ${uuid("5", "1")}, ${ITEM("item")}, 'I' || item, '', quantity, '個', 1, 0, 0, wanted, wanted, 'confirmed', true, false from t`,
    FIRST_DAY,
    Array.from(demands.item),
    Array.from(demands.day),
    Array.from(demands.quantity),
  );
  await client.query("set session_replication_role = origin");
  await client.query("analyze");
}

async function plantItems(
  run: (text: string, ...values: unknown[]) => Promise<unknown>,
  items: Factory["items"],
): Promise<void> {
  const columns = [
    items.lead_days,
    items.supply,
    items.safety_stock,
    items.lot_rule.map((rule) => rule + 1),
    items.lot_fixed,
    items.lot_period_days,
    items.lot_minimum,
    items.lot_maximum,
    items.lot_multiple,
    items.yield_percent,
    items.on_hand,
    items.calendar,
  ].map((values) => Array.from(values));
  const rows = `unnest($2::int[], $3::int[], $4::int8[], $5::int[], $6::int8[], $7::int[], $8::int8[], $9::int8[], $10::int8[], $11::int[], $12::int8[], $13::int[])
    with ordinality t (lead, supply, safety, rule, fixed, period, least, most, multiple, good, stock, works, n)`;
  await run(
    `with t as (select * from ${rows}),
       i as (insert into app.item (company_id, id, code, name, supply, category, unit, lead_time_days, safety_stock, lot_rule, lot_fixed, lot_period_days, lot_minimum, lot_maximum, lot_multiple, yield)
         select $1, ${ITEM("n - 1")}, 'I' || lpad((n - 1)::text, 5, '0'), '品目' || n, case supply when 1 then 'buy' else 'make' end, 'part', '個', lead, safety, ($14::text[])[rule],
           nullif(fixed, 0), nullif(period, 0), nullif(least, 0), nullif(most, 0), nullif(multiple, 0), good / 100.0 from t),
       r as (insert into app.routing_operation (company_id, id, item_id, operation_number, name, work_center_id)
         select $1, gen_random_uuid(), ${ITEM("n - 1")}, 10, '加工', ${WORKS("works")} from t where supply = 0)
     insert into app.item_stock (company_id, item_id, on_hand) select $1, ${ITEM("n - 1")}, stock from t where stock > 0`,
    ...columns,
    LOT_RULES,
  );
}

/** A saved plan in numbers again, as the checker takes it. */
export interface SavedPlan {
  readonly orders: Record<"item" | "quantity" | "output" | "startDay" | "dueDay" | "wantedStartDay", number[]> & {
    count: number;
  };
  readonly pegs: Record<"item" | "supply" | "demand" | "quantity" | "day", number[]> & { count: number };
}

/** Reads what the database holds as the company's current plan. */
export async function readSavedPlan(client: pg.Client, company: string): Promise<SavedPlan> {
  const orders: SavedPlan["orders"] = {
    count: 0,
    item: [],
    quantity: [],
    output: [],
    startDay: [],
    dueDay: [],
    wantedStartDay: [],
  };
  const found = await client.query<Record<string, string | number>>(
    `select right(o.item_id::text, 12) item, o.seq, o.quantity::int8::text quantity, o.expected_quantity::int8::text output, o.start_on - r.planned_from start, o.due_on - r.planned_from due, o.wanted_start_on - r.planned_from wanted
       from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id where r.company_id = $1 and r.is_current order by o.seq`,
    [company],
  );
  for (const row of found.rows) {
    if (row["seq"] !== orders.count) throw new Error(`order ${orders.count} is not there`);
    orders.count++;
    orders.item.push(itemOf(row["item"]));
    orders.quantity.push(Number(row["quantity"]));
    orders.output.push(Number(row["output"]));
    orders.startDay.push(Number(row["start"]));
    orders.dueDay.push(Number(row["due"]));
    orders.wantedStartDay.push(Number(row["wanted"]));
  }
  return { orders, pegs: await readPegs(client, company) };
}

async function readPegs(client: pg.Client, company: string): Promise<SavedPlan["pegs"]> {
  const pegs: SavedPlan["pegs"] = { count: 0, item: [], supply: [], demand: [], quantity: [], day: [] };
  const { rows } = await client.query<Record<string, string>>(
    `select right(p.item_id::text, 12) item, array_to_string(p.peg_supply, ',') supply, array_to_string(p.peg_demand, ',') demand, array_to_string(p.peg_quantity, ',') quantity, array_to_string(p.peg_day, ',') "day",
            (select string_agg((('x' || lpad(right(d.id::text, 12), 16, '0'))::bit(64)::int8 * 100 + d.line - 1)::text, ',' order by d.n) from unnest(p.demand_id, p.demand_line) with ordinality d (id, line, n)) lines
       from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id where r.company_id = $1 and r.is_current`,
    [company],
  );
  const numbers = (text: string | null | undefined) => (text ? text.split(",").map(Number) : []);
  for (const row of rows) {
    const lines = numbers(row["lines"]);
    const demand = numbers(row["demand"]);
    const [supply, quantity, day] = [numbers(row["supply"]), numbers(row["quantity"]), numbers(row["day"])];
    for (let at = 0; at < supply.length; at++) {
      pegs.item.push(itemOf(row["item"]));
      pegs.supply.push(supply[at]!);
      // The item's own demand, counted within it, back to the row of the factory.
      pegs.demand.push(demand[at]! < -1 ? -2 - lines[-2 - demand[at]!]! : demand[at]!);
      pegs.quantity.push(quantity[at]!);
      pegs.day.push(day[at]!);
    }
    pegs.count += supply.length;
  }
  return pegs;
}

/**
 * Whether what was saved adds up to the plan: orders, pegs, and the sums of their quantities and days.
 *
 * @throws Error when it does not
 */
export async function checkSavedTotals(
  client: pg.Client,
  company: string,
  { orders, pegs }: CheckedPlan,
): Promise<void> {
  const sum = (values: ArrayLike<number>) => {
    let total = 0n;
    for (let at = 0; at < values.length; at++) total += BigInt(values[at]!);
    return String(total);
  };
  const of = "r.company_id = $1 and r.is_current";
  const savedOrders = await client.query<Record<string, string>>(
    `select count(*)::text n, sum(o.quantity)::int8::text quantity, sum(o.expected_quantity)::int8::text output, sum(o.due_on - r.planned_from)::text due
       from app.plan_run r join app.planned_order o on o.company_id = r.company_id and o.run_id = r.id where ${of}`,
    [company],
  );
  const savedPegs = await client.query<Record<string, string>>(
    `select sum(cardinality(p.peg_supply))::text n, sum((select sum(q) from unnest(p.peg_quantity) q))::text quantity
       from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id where ${of}`,
    [company],
  );
  const wanted = [
    { n: String(orders.count), quantity: sum(orders.quantity), output: sum(orders.output), due: sum(orders.dueDay) },
    { n: String(pegs.count), quantity: sum(pegs.quantity) },
  ];
  const found = [savedOrders.rows[0], savedPegs.rows[0]];
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`saved ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
}

function itemOf(text: string | number | undefined): number {
  return Number.parseInt(String(text), 16);
}
