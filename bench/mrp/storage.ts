import type pg from "pg";
import type { Plan } from "../../domain/planning/index.ts";
import { type Column, copyIn, copyOut } from "./binary-copy.ts";
import type { Factory } from "./factory.ts";

/*
 * The tables of the `mrp` figure, durable (logged) and with their keys. Quantities are whole numbers of the unit's smallest
 * part, as the calculation has them. Pegs stand as arrays in one row per supply: a row each would be 2 million row heads and
 * index entries, most of the time of a save. Both questions stay one look-up: what a supply is for is its row; what a demand
 * gets is among the rows of its item.
 */
const TABLES = `
  create schema mrp_bench;
  create table mrp_bench.item (
    item int4 primary key, lead_days int4 not null, calendar int4 not null, supply int4 not null, safety_stock int8 not null, lot_rule int4 not null,
    lot_fixed int8 not null, lot_period_days int4 not null, lot_minimum int8 not null, lot_maximum int8 not null, lot_multiple int8 not null,
    yield_percent int4 not null, on_hand int8 not null);
  create table mrp_bench.bom_line (parent int4 not null, child int4 not null, per int4 not null, primary key (parent, child));
  create table mrp_bench.demand (demand int4 primary key, item int4 not null, day int4 not null, quantity int8 not null);
  create table mrp_bench.planned_order (
    run int4 not null, seq int4 not null, item int4 not null, quantity int8 not null, output int8 not null, start_day int4 not null, due_day int4 not null,
    wanted_start_day int4 not null, primary key (run, seq));
  create table mrp_bench.plan_peg (
    run int4 not null, item int4 not null, supply int4 not null, demand int4[] not null, quantity int8[] not null, day int4[] not null,
    primary key (run, item, supply));
`;

const ITEM_COLUMNS = [
  "lead_days",
  "calendar",
  "supply",
  "safety_stock",
  "lot_rule",
  "lot_fixed",
  "lot_period_days",
  "lot_minimum",
  "lot_maximum",
  "lot_multiple",
  "yield_percent",
  "on_hand",
] as const;

/** Makes the tables and fills in the factory. */
export async function writeFactory(client: pg.Client, factory: Factory): Promise<void> {
  await client.query(TABLES);
  const { items, bom, demands } = factory;
  await copyIn(client, "mrp_bench.item", [
    numbered("item", items.on_hand.length),
    ...ITEM_COLUMNS.map((name) => column(name, items[name])),
  ]);
  await copyIn(client, "mrp_bench.bom_line", [
    column("parent", bom.parent),
    column("child", bom.child),
    column("per", bom.per),
  ]);
  await copyIn(client, "mrp_bench.demand", [
    numbered("demand", demands.item.length),
    column("item", demands.item),
    column("day", demands.day),
    column("quantity", demands.quantity),
  ]);
  await client.query("analyze mrp_bench.item, mrp_bench.bom_line, mrp_bench.demand");
}

/** Reads the factory back into typed arrays. */
export async function readFactory(client: pg.Client): Promise<Factory> {
  const { rows } = await client.query<{ items: number; lines: number; demands: number }>(
    `select (select count(*)::int4 from mrp_bench.item) items, (select count(*)::int4 from mrp_bench.bom_line) lines,
            (select count(*)::int4 from mrp_bench.demand) demands`,
  );
  const counts = rows[0]!;
  const types = ITEM_COLUMNS.map((name) => (WIDE.has(name) ? "int8" : "int4"));
  const items = await copyOut(
    client,
    `select ${ITEM_COLUMNS.join(", ")} from mrp_bench.item order by item`,
    types,
    counts.items,
  );
  const bom = await copyOut(
    client,
    "select parent, child, per from mrp_bench.bom_line order by parent, child",
    ["int4", "int4", "int4"],
    counts.lines,
  );
  const demands = await copyOut(
    client,
    "select item, day, quantity from mrp_bench.demand order by demand",
    ["int4", "int4", "int8"],
    counts.demands,
  );
  return {
    items: Object.fromEntries(ITEM_COLUMNS.map((name, at) => [name, items[at]!])) as unknown as Factory["items"],
    bom: { parent: bom[0] as Int32Array, child: bom[1] as Int32Array, per: bom[2] as Int32Array },
    demands: { item: demands[0] as Int32Array, day: demands[1] as Int32Array, quantity: demands[2] as Float64Array },
  };
}

/** Replaces the plan by a new run's, in one transaction on each of two connections. */
export async function writePlan(clients: readonly [pg.Client, pg.Client], run: number, plan: Plan): Promise<void> {
  const { orders, pegs } = plan;
  const firstOf = supplyRows(pegs);
  const ofRow = (values: Uint32Array | Int32Array) => Int32Array.from(firstOf.subarray(0, -1), (peg) => values[peg]!);
  await Promise.all([
    copyIn(clients[0], "mrp_bench.planned_order", [
      column("run", new Int32Array(orders.count).fill(run)),
      numbered("seq", orders.count),
      column("item", orders.item),
      column("quantity", orders.quantity),
      column("output", orders.output),
      column("start_day", orders.startDay),
      column("due_day", orders.dueDay),
      column("wanted_start_day", orders.wantedStartDay),
    ]),
    copyIn(clients[1], "mrp_bench.plan_peg", [
      column("run", new Int32Array(firstOf.length - 1).fill(run)),
      column("item", ofRow(pegs.item)),
      column("supply", ofRow(pegs.supply)),
      { ...column("demand", pegs.demand), firstOf },
      { ...column("quantity", pegs.quantity), firstOf },
      { ...column("day", pegs.day), firstOf },
    ]),
  ]);
}

/** The pegs of one supply stand next to each other: where each supply's begin, and the end. */
function supplyRows({ count, item, supply }: Plan["pegs"]): Uint32Array {
  const first = new Uint32Array(count + 1);
  let rows = 0;
  for (let peg = 0; peg < count; peg++) {
    if (peg === 0 || supply[peg] !== supply[peg - 1] || item[peg] !== item[peg - 1]) first[rows++] = peg;
  }
  first[rows] = count;
  return first.slice(0, rows + 1);
}

/** What the database holds of a run: the bench compares it with what was planned. */
export async function countPlan(client: pg.Client, run: number): Promise<{ orders: number; pegs: number }> {
  const { rows } = await client.query<{ orders: number; pegs: number }>(
    `select (select count(*)::int4 from mrp_bench.planned_order where run = $1) orders,
            (select sum(cardinality(demand))::int4 from mrp_bench.plan_peg where run = $1) pegs`,
    [run],
  );
  return rows[0]!;
}

const WIDE = new Set<string>([
  "safety_stock",
  "lot_fixed",
  "lot_minimum",
  "lot_maximum",
  "lot_multiple",
  "on_hand",
  "quantity",
  "output",
]);

function column(name: string, values: Column["values"]): Column {
  return { name, type: WIDE.has(name) ? "int8" : "int4", values };
}

function numbered(name: string, count: number): Column {
  return { name, type: "int4", values: Int32Array.from({ length: count }, (_, at) => at) };
}
