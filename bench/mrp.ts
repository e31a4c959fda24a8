import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { type PlanData, planRequirements } from "../domain/planning/index.ts";
import { openEmbedded, projectRoot } from "../server/platform/embedded/index.ts";
import { checkPlan } from "./mrp/checker.ts";
import { DAY_COUNT, type Factory, HISTORY_DAYS, makeCalendars, makeFactory, planData } from "./mrp/factory.ts";
import { countPlan, readFactory, writeFactory, writePlan } from "./mrp/storage.ts";

const SEED = 20_261_123;
/** The first two warm the compiler up, since a planner runs for months; of the others the middle one counts. */
const RUNS = 5;
const WARM_UP = 2;

interface MrpFigures extends Record<string, unknown> {
  readonly items: number;
  readonly bomLines: number;
  readonly demands: number;
  readonly plannedOrders: number;
  readonly pegs: number;
  readonly calcMs: number;
  readonly limitMs: number;
  readonly limitPlannedCells: number;
  readonly totalMs: number;
  readonly rssMb: number;
}

/**
 * Requirements planning of a large factory: calculation alone (`calcMs`), and loading from PostgreSQL, planning and saving orders
 * and pegs durably (`totalMs`), beside the yardstick on the same data. Every run's plan is the same; the saved one is checked.
 */
export async function run(): Promise<MrpFigures> {
  const bareNetting = await yardstick();
  const dataDir = await mkdtemp(join(tmpdir(), "musubi-bench-mrp-"));
  await chmod(dataDir, 0o755); // run by root, the database has another user
  const database = await openEmbedded({ dataDir, log: () => {} });
  const clients = [new pg.Client(database.admin), new pg.Client(database.admin)] as const;
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const settings = await clients[0].query(
      "select current_setting('fsync') f, current_setting('synchronous_commit') s",
    );
    console.log(`fsync ${settings.rows[0].f}, synchronous_commit ${settings.rows[0].s}`);
    const factory = makeFactory(SEED);
    await writeFactory(clients[0], factory);

    const limits = Array.from({ length: RUNS }, () => bareNetting(limitData(factory)));
    const limit = { ...limits[0]!, ms: median(limits.map((result) => result.ms)) };
    console.log(`yardstick: ${Math.round(limit.ms)} ms, ${limit.plannedCells} planned cells`);
    const measured: { calcMs: number; totalMs: number }[] = [];
    let last: { factory: Factory; plan: ReturnType<typeof calculate>["plan"] } | undefined;
    for (let number = 1; number <= RUNS; number++) {
      const startedAt = performance.now();
      const loaded = await readFactory(clients[0]);
      const loadedAt = performance.now();
      const { plan, ms } = calculate(planData(loaded));
      const plannedAt = performance.now();
      await writePlan(clients, number, plan);
      const endedAt = performance.now();
      const times = `load ${round(loadedAt - startedAt)}, calculate ${round(ms)}, save ${round(endedAt - plannedAt)}`;
      console.log(
        `run ${number}: ${times}, in all ${round(endedAt - startedAt)} ms${number <= WARM_UP ? " (warm-up)" : ""}`,
      );
      if (number > WARM_UP) measured.push({ calcMs: ms, totalMs: endedAt - startedAt });
      last = { factory: loaded, plan };
    }
    const { plan } = last!;
    const saved = await countPlan(clients[0], RUNS);
    if (saved.orders !== plan.orders.count || saved.pegs !== plan.pegs.count)
      throw new Error("not everything was saved");
    const report = checkPlan(
      { ...last!.factory, dayCount: DAY_COUNT, historyDays: HISTORY_DAYS, calendars: makeCalendars() },
      plan,
    );
    console.log(
      `checker: ${report.stockDays} stock days, ${report.orders} orders, ${report.pegs} pegs in order; ${report.pastDueOrders} orders past due`,
    );
    return {
      items: last!.factory.items.on_hand.length,
      bomLines: last!.factory.bom.parent.length,
      demands: last!.factory.demands.item.length,
      plannedOrders: plan.orders.count,
      pegs: plan.pegs.count,
      calcMs: round(median(measured.map((times) => times.calcMs))),
      limitMs: round(limit.ms),
      limitPlannedCells: limit.plannedCells,
      totalMs: round(median(measured.map((times) => times.totalMs))),
      rssMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function calculate(data: PlanData) {
  const startedAt = performance.now();
  const outcome = planRequirements(data);
  const ms = performance.now() - startedAt;
  if (!outcome.ok) throw new Error(`the bill of material contains itself: ${outcome.cycle.join(" → ")}`);
  return { plan: outcome.plan, ms };
}

interface LimitData {
  readonly itemCount: number;
  readonly dayCount: number;
  readonly parent: Uint32Array;
  readonly child: Uint32Array;
  readonly per: Float32Array;
  readonly demandItem: Uint32Array;
  readonly demandDay: Uint16Array;
  readonly demandQuantity: Float32Array;
  readonly onHand: Float32Array;
  readonly leadDays: Uint8Array;
}
type BareNetting = (data: LimitData) => { ms: number; plannedCells: number };

/** The fixed measure beside this checkout; never rewritten, so that figures of different days can be compared. */
async function yardstick(): Promise<BareNetting> {
  const file = join(dirname(projectRoot()), "shared/bench/mrp-limit.mjs");
  if (!existsSync(file)) throw new Error(`The yardstick is missing: ${file}. Without it the figure says nothing.`);
  const { bareNetting } = (await import(pathToFileURL(file).href)) as { bareNetting: BareNetting };
  return bareNetting;
}

function limitData({ items, bom, demands }: Factory): LimitData {
  return {
    itemCount: items.on_hand.length,
    dayCount: DAY_COUNT,
    parent: Uint32Array.from(bom.parent),
    child: Uint32Array.from(bom.child),
    per: Float32Array.from(bom.per),
    demandItem: Uint32Array.from(demands.item),
    demandDay: Uint16Array.from(demands.day),
    demandQuantity: Float32Array.from(demands.quantity),
    onHand: Float32Array.from(items.on_hand),
    leadDays: Uint8Array.from(items.lead_days),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(ms: number): number {
  return Math.round(ms);
}
