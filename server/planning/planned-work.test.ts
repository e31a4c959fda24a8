import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RoutedOperation, workOf } from "../../domain/planning/index.ts";
import { addDays, daysBetween, type PlainDate } from "../../domain/shared/index.ts";
import { createWorld, type World } from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { loadPlannedCenterWork, loadPlannedWork } from "./planned-work.store.ts";
import { loadRoutedOperations } from "./what-if.store.ts";

/* The database shares the days of proposals out among their operations as the domain does, on any routing. */

let world: World;
let factory: Factory;
const { plantFactory } = factoriesIn(() => world);
beforeAll(async () => {
  world = await createWorld();
  factory = await plantFactory("負荷");
});
afterAll(() => world.close());

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));
const decimals = (places: number, max: number) =>
  fc.integer({ min: 0, max }).map((value) => (value / 10 ** places).toFixed(places));
const item = fc.constantFrom("BIKE", "FRAME");
const operation = fc.record({
  item,
  place: fc.integer({ min: 1, max: 9 }),
  setup: fc.oneof(decimals(0, 500), decimals(3, 500_000)),
  run: fc.oneof(decimals(0, 90), decimals(6, 90_000_000)),
  outsideDays: fc.option(fc.integer({ min: 0, max: 9 })),
  // Another way of doing it from this day on.
  changesOn: fc.option(day(0, 60)),
});
const proposal = fc.record({
  item,
  quantity: decimals(2, 30_000).filter((text) => Number(text) > 0),
  startOn: day(0, 80),
  days: fc.integer({ min: 0, max: 30 }),
  state: fc.constantFrom("proposed", "edited", "converted", "discarded"),
});

test("what the database sums up is what the domain says of each proposal", async () => {
  const run = { id: newId(), number: "MRP-1", planned_from: TODAY, horizon_days: 365, state: "done", is_current: true };
  await world.as(factory.company, (tx) => insertAll(tx, "plan_run", [{ company_id: tx.companyId, ...run }]));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(operation, { selector: (one) => `${one.item} ${one.place}`, maxLength: 12 }),
      fc.array(proposal, { maxLength: 30 }),
      (operations, proposals) =>
        world.as(factory.company, async (tx) => {
          await query(tx, "delete from app.routing_operation where company_id = $1", [tx.companyId]);
          await query(tx, "delete from app.planned_order where company_id = $1", [tx.companyId]);
          await insertAll(tx, "routing_operation", operations.flatMap(rowsOf(tx.companyId)));
          await insertAll(
            tx,
            "planned_order",
            proposals.map(({ item: code, quantity, startOn, days, state }, seq) => ({
              ...{ company_id: tx.companyId, run_id: run.id, seq, item_id: factory.items[code], supply: "make", state },
              ...{ quantity, expected_quantity: quantity, start_on: startOn, due_on: addDays(startOn, days) },
              ...{ wanted_start_on: startOn, is_past_due: false },
            })),
          );
          await plantPlanItems(tx, run.id);
          const until = addDays(TODAY, 60);
          const told = await expected(tx, run.id, addDays(TODAY, 365));
          expect(sums(await loadPlannedWork(tx, until))).toEqual(sums(await expected(tx, run.id, until)));
          expect(await loadPlannedCenterWork(tx, null)).toEqual(inWholeMinutes(told));
          expect(await loadPlannedCenterWork(tx, [factory.workCenter])).toEqual(inWholeMinutes(told));
        }),
    ),
    { numRuns: 60 },
  );
});

type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never;

function rowsOf(companyId: string) {
  return ({ item: code, place, setup, run, outsideDays, changesOn }: Operation) => {
    const row = {
      ...{ company_id: companyId, item_id: factory.items[code], operation_number: place * 10, name: `${place}` },
      ...{ setup_minutes: setup, run_minutes_per_unit: run, subcontract_lead_time_days: outsideDays ?? 0 },
      work_center_id: outsideDays === null ? factory.workCenter : null,
      subcontract_partner_id: outsideDays === null ? null : factory.supplier,
    };
    const before = { ...row, id: newId(), valid_from: null, valid_to: changesOn && addDays(changesOn, -1) };
    return changesOn === null
      ? [before]
      : [before, { ...row, id: newId(), valid_from: changesOn, valid_to: null, setup_minutes: "7" }];
  };
}

/** Which proposals the plan may change stands with each item. */
async function plantPlanItems(tx: Tx, runId: string) {
  await query(tx, "delete from app.plan_item where company_id = $1", [tx.companyId]);
  const none = ["kind", "id", "line", "day", "quantity", "group"];
  const columns = ["receipt", "demand"].flatMap((of) => none.map((what) => `${of}_${what}`));
  const arrays = [...columns, "peg_supply", "peg_demand", "peg_quantity", "peg_day"];
  await query(
    tx,
    `insert into app.plan_item (company_id, run_id, item_id, decimals, on_hand, safety_stock, order_seqs, ${arrays.join(", ")})
      select $1, $2, o.item_id, 0, 0, 0, array_agg(o.seq), ${arrays.map(() => "'{}'").join(", ")} from app.planned_order o where o.company_id = $1 and o.run_id = $2 group by o.item_id`,
    [tx.companyId, runId],
  );
}

/** Each open proposal that starts until a day, by the domain. */
async function expected(tx: Tx, runId: string, until: PlainDate) {
  const routing = new Map<string, RoutedOperation[]>();
  const operations = await loadRoutedOperations(tx);
  for (const one of operations.toSorted((a, b) => a.operationNumber - b.operationNumber))
    routing.set(one.itemId, [...(routing.get(one.itemId) ?? []), one]);
  const orders = await query<{ itemId: string; quantity: number; startOn: PlainDate; dueOn: PlainDate }>(
    tx,
    `select item_id "itemId", quantity::float8 quantity, start_on "startOn", due_on "dueOn" from app.planned_order
      where company_id = $1 and run_id = $2 and state in ('proposed', 'edited') and start_on <= $3`,
    [tx.companyId, runId, until],
  );
  return orders.flatMap(({ itemId, quantity, startOn, dueOn }) =>
    workOf(routing.get(itemId) ?? [], quantity, startOn, daysBetween(startOn, dueOn)),
  );
}

interface Piece {
  readonly workCenterId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutes: number;
}

/** By work centre and days. The domain adds up binary fractions, the database decimal ones: they have eight decimals at most. */
function sums(pieces: readonly Piece[]): [string, string][] {
  const found = new Map<string, number>();
  for (const { workCenterId, from, to, minutes } of pieces) {
    const key = `${workCenterId} ${from} ${to}`;
    found.set(key, (found.get(key) ?? 0) + minutes);
  }
  return [...found].map(([key, minutes]): [string, string] => [key, minutes.toFixed(8)]).sort();
}

function inWholeMinutes(pieces: readonly Piece[]): Piece[] {
  return sums(pieces).flatMap(([key, minutes]): Piece[] => {
    const [workCenterId, from, to] = key.split(" ") as [string, PlainDate, PlainDate];
    return Number(minutes) > 0 ? [{ workCenterId, from, to, minutes: Math.ceil(Number(minutes)) }] : [];
  });
}
