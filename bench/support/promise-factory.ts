import type { BenchDatabase } from "./bench-database.ts";
import { connect } from "./live-database.ts";
import { companyId, partnerId } from "./region.ts";
import { countFilledTables } from "./statistics.ts";

export interface PromiseFactory {
  /** Items customers order. */
  readonly endItems: readonly string[];
  readonly customerId: string;
}

export interface FactoryShape {
  /** Company of the planted region, with `items` items. */
  readonly company: number;
  readonly items: number;
  /** Half of them customers' orders, half the work orders that make them. */
  readonly openOrders: number;
  readonly machines: number;
  /** Share of the machines' minutes that the work orders take, from today on. */
  readonly load: number;
}

/** Calendar days over which the open orders lie. */
const SPREAD_DAYS = 360;
const MINUTES_PER_DAY = 480;

/**
 * Makes a company of a planted region a factory with work: three levels of items, machines of one shift on weekdays, customers' orders
 * and their work orders, whose minutes fill the machines to the wanted share.
 */
export async function plantFactory(database: BenchDatabase, shape: FactoryShape): Promise<PromiseFactory> {
  const client = await connect(database);
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  const company = companyId(shape.company);
  const customerId = partnerId(shape.company, 999);
  const item = (n: string) =>
    `('01900002-0000-7000-8000-' || lpad(to_hex(${shape.company} * 100000 + (${n})), 12, '0'))::uuid`;
  const center = (n: string) =>
    `('0190000b-0000-7000-8000-' || lpad(to_hex(${shape.company} * 1000 + (${n})), 12, '0'))::uuid`;
  const ends = Math.floor(shape.items * 0.3);
  const made = Math.floor(shape.items * 0.3);
  const bought = shape.items - ends - made;
  const orders = Math.floor(shape.openOrders / 2);
  await run("set session_replication_role = replica");
  await run(
    "insert into app.partner (company_id, id, code, name, is_customer, promise_limit) values ($1, $2, 'CUSTOMER', '得意先', true, 1000)",
    [company, customerId],
  );
  await run(
    "insert into app.calendar (company_id, id, code, name, works_on, keeps_public_holidays) values ($1, gen_random_uuid(), '01', '本社', '{1,2,3,4,5}', false)",
    [company],
  );
  await run(
    `insert into app.work_center (company_id, id, code, name, machine_count, minutes_per_day) select $1::uuid, ${center("n")}, 'M' || lpad(n::text, 3, '0'), '機械' || n, 1, ${MINUTES_PER_DAY} from generate_series(1, $2) n`,
    [company, shape.machines],
  );
  await run(
    `update app.item i set supply = case when x.n > $2 then 'buy' else 'make' end, category = case when x.n > $2 then 'part' when x.n > $3 then 'assembly' else 'finished' end, lead_time_days = case when x.n > $2 then 3 + x.n % 15 else 0 end
      from (select ${item("n")} id, n from generate_series(1, $4::int) n) x where i.company_id = $1 and i.id = x.id`,
    [company, ends + made, ends, shape.items],
  );
  await run(
    `insert into app.bill_of_material_line (company_id, id, parent_item_id, component_item_id, quantity)
     select $1::uuid, gen_random_uuid(), ${item("n")}, ${item(`${ends} + 1 + (n * 7 + k * 131) % ${made}`)}, 1 + k % 2 from generate_series(1, $2::int) n, generate_series(1, 2) k
     union all select $1::uuid, gen_random_uuid(), ${item(`${ends} + n`)}, ${item(`${ends + made} + 1 + (n * 11 + k * 173) % ${bought}`)}, 1 + k % 3 from generate_series(1, $3::int) n, generate_series(1, 2) k`,
    [company, ends, made],
  );
  await run(
    `insert into app.routing_operation (company_id, id, item_id, operation_number, name, work_center_id, setup_minutes, run_minutes_per_unit)
     select $1::uuid, gen_random_uuid(), ${item("n")}, k * 10, '工程' || k, ${center(`1 + (n * 13 + k * 29) % ${shape.machines}`)}, 10 + n % 20, 1 + n % 3 from generate_series(1, $2::int) n, generate_series(1, 2) k`,
    [company, ends + made],
  );
  // Half of the bought parts stand in stock, and some of everything else.
  await run(
    `insert into app.item_stock (company_id, item_id, on_hand) select $1::uuid, ${item("n")}, case when n > $2 then (n % 2) * 4000 else (n % 4) * 10 end from generate_series(1, $3::int) n`,
    [company, ends + made, shape.items],
  );
  const day = `current_date + (t * 7919 % ${SPREAD_DAYS})::int`;
  const trade = `('0190000c-0000-7000-8000-' || lpad(to_hex(t + ${shape.company} * 1000000), 12, '0'))::uuid`;
  const order = `('0190000d-0000-7000-8000-' || lpad(to_hex(t + ${shape.company} * 1000000), 12, '0'))::uuid`;
  const sold = item(`1 + (t * 7) % ${ends}`);
  const minutes = (shape.machines * MINUTES_PER_DAY * SPREAD_DAYS * (5 / 7) * shape.load) / (orders * 2);
  await run(
    `insert into app.trade (id, seller_id, outside_partner_id, number, first_state, ordered_on, wanted_on, total_yen) select ${trade}, $1::uuid, $2::uuid, 'SO-' || t, 'confirmed', current_date, ${day}, 1000 from generate_series(1, $3::int) t`,
    [company, customerId, orders],
  );
  await run(
    `insert into app.trade_face (company_id, trade_id, side, partner_id, number, own_number, outside_number, state, form, ordered_on, wanted_on, total_yen, is_history) select $1::uuid, ${trade}, 'S', $2::uuid, 'SO-' || t, 'SO-' || t, '', 'confirmed', 'goods', current_date, ${day}, 1000, false from generate_series(1, $3::int) t`,
    [company, customerId, orders],
  );
  await run(
    `insert into app.trade_line (trade_id, line_number, seller_id, code, description, seller_item_id, quantity, unit, unit_price, amount_yen, wanted_on, promised_on, state) select ${trade}, 1, $1::uuid, 'I', '品目', ${sold}, 20, '個', 1000, 20000, ${day}, ${day}, 'confirmed' from generate_series(1, $2::int) t`,
    [company, orders],
  );
  await run(
    `insert into app.trade_line_face (company_id, trade_id, line_number, side, partner_id, item_id, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, promised_on, state, is_open, is_history) select $1::uuid, ${trade}, 1, 'S', $2::uuid, ${sold}, 'I', '品目', 20, '個', 1, 1000, 20000, ${day}, ${day}, 'confirmed', true, false from generate_series(1, $3::int) t`,
    [company, customerId, orders],
  );
  await run(
    `insert into app.work_order (company_id, id, number, item_id, quantity, state, start_on, due_on, trade_id, trade_line_number) select $1::uuid, ${order}, 'WO-' || t, ${sold}, 20, 'planned', ${day}, ${day}, ${trade}, 1 from generate_series(1, $2::int) t`,
    [company, orders],
  );
  await run(
    `insert into app.work_order_operation (company_id, work_order_id, operation_number, name, work_center_id, setup_minutes, run_minutes_per_unit, planned_start_on, planned_finish_on, planned_quantity)
     select $1::uuid, ${order}, k * 10, '工程' || k, ${center(`1 + (t * 17 + k * 23) % ${shape.machines}`)}, 0, ${(minutes / 20).toFixed(6)}, ${day}, ${day} + 7, 20 from generate_series(1, $2::int) t, generate_series(1, 2) k`,
    [company, orders],
  );
  await run("set session_replication_role = origin");
  await countFilledTables(client);
  await run("checkpoint");
  const { rows } = await client.query<{ id: string }>(
    `select ${item("n")}::text id from generate_series(1, $1::int) n`,
    [ends],
  );
  await client.end();
  return { endItems: rows.map((row) => row.id), customerId };
}

/**
 * Lets the members of a planted window's chains answer its questions, and makes what they sell to each other on their machines.
 *
 * @param machines of each member, planted before by `plantFactory`
 */
export async function letMembersAnswer(database: BenchDatabase, members: number, machines: number): Promise<void> {
  const client = await connect(database);
  for (let member = 1; member <= members; member++) {
    await client.query(
      "update app.partner set answers_dates = true, promise_limit = 1000 where company_id = $1 and linked_company_id = $2",
      [companyId(member), companyId(0)],
    );
    await client.query(
      `insert into app.routing_operation (company_id, id, item_id, operation_number, name, work_center_id, setup_minutes, run_minutes_per_unit)
       select $1::uuid, gen_random_uuid(), i.id, k * 10, '工程' || k, w.id, 15, 2 from (select id, row_number() over (order by id) n from app.item where company_id = $1::uuid and category = 'stage' and code not like '%-IN') i
       cross join generate_series(1, 2) k join (select id, row_number() over (order by code) n from app.work_center where company_id = $1::uuid) w on w.n = 1 + (i.n * 3 + k * 5) % $2`,
      [companyId(member), machines],
    );
    // What no work order could be made of is not promised: each is made of the bought part that comes soonest.
    await client.query(
      `insert into app.bill_of_material_line (company_id, id, parent_item_id, component_item_id, quantity)
       select $1::uuid, gen_random_uuid(), i.id, (select b.id from app.item b where b.company_id = $1::uuid and b.supply = 'buy' and b.category = 'part' order by b.lead_time_days, b.id limit 1), 1
       from app.item i where i.company_id = $1::uuid and i.category = 'stage' and i.code not like '%-IN'
         and not exists (select from app.bill_of_material_line l where l.company_id = $1::uuid and l.parent_item_id = i.id)`,
      [companyId(member)],
    );
  }
  await client.end();
}
