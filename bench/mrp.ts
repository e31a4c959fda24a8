import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { type PlanData, planRequirements } from "../domain/planning/index.ts";
import { planOutOfRequest, runPlan } from "../server/planning/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { inTransaction, openDatabases } from "../server/platform/index.ts";
import { checkPlan } from "./mrp/checker.ts";
import {
  DAY_COUNT,
  type Factory,
  FIRST_DAY,
  HISTORY_DAYS,
  makeCalendars,
  makeFactory,
  planData,
} from "./mrp/factory.ts";
import { plantFactory, readSavedPlan } from "./mrp/storage.ts";
import { durability, openBenchDatabase } from "./support/bench-database.ts";

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
 * Requirements planning of a large factory: calculation alone (`calcMs`, beside the yardstick on the same data), and the product's own
 * run on its own tables (`totalMs`): load under row-level security, plan, save orders, pegs and exceptions durably, make it the
 * current plan. The saved plan is read back and checked.
 */
export async function run(): Promise<MrpFigures> {
  const bareNetting = await yardstick();
  const factory = makeFactory(SEED);
  const database = await openBenchDatabase();
  const databases = openDatabases(database);
  const admin = new pg.Client(database.admin);
  try {
    await admin.connect();
    console.log(await durability(database.admin));
    const acting = await foundCompany(admin);
    await plantFactory(admin, acting.companyId, factory);

    const limits = Array.from({ length: RUNS }, () => bareNetting(limitData(factory)));
    const limit = { ...limits[0]!, ms: median(limits.map((result) => result.ms)) };
    console.log(`yardstick: ${Math.round(limit.ms)} ms, ${limit.plannedCells} planned cells`);
    const calcMs: number[] = [];
    const totalMs: number[] = [];
    for (let number = 1; number <= RUNS; number++) {
      const calculated = calculate(planData(factory));
      const begun = await inTransaction(databases, acting, (tx) =>
        planOutOfRequest(tx, { planFrom: FIRST_DAY, horizonDays: DAY_COUNT }),
      );
      if (!begun.ok) throw new Error(begun.refusals[0].code);
      const times = await runPlan(databases, begun.value.jobEntryId, begun.value.runId);
      const total = times.loadMs + times.planMs + times.saveMs;
      const parts = `load ${round(times.loadMs)}, plan ${round(times.planMs)} (of it calculate ${round(calculated)}), save ${round(times.saveMs)}`;
      console.log(`run ${number}: ${parts}, in all ${round(total)} ms${number <= WARM_UP ? " (warm-up)" : ""}`);
      if (number <= WARM_UP) continue;
      calcMs.push(calculated);
      totalMs.push(total);
    }
    const rssMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
    const plan = await readSavedPlan(admin, acting.companyId);
    const report = checkPlan(
      { ...factory, dayCount: DAY_COUNT, historyDays: HISTORY_DAYS, calendars: makeCalendars() },
      plan,
    );
    console.log(
      `checker, on what was saved: ${report.stockDays} stock days, ${report.orders} orders, ${report.pegs} pegs in order; ${report.pastDueOrders} orders past due`,
    );
    return {
      items: factory.items.on_hand.length,
      bomLines: factory.bom.parent.length,
      demands: factory.demands.item.length,
      plannedOrders: plan.orders.count,
      pegs: plan.pegs.count,
      calcMs: round(median(calcMs)),
      limitMs: round(limit.ms),
      limitPlannedCells: limit.plannedCells,
      totalMs: round(median(totalMs)),
      rssMb,
    };
  } finally {
    await admin.end();
    await databases.close();
    await database.stop();
  }
}

/** A company with one user and a session of it. */
async function foundCompany(admin: pg.Client): Promise<{ companyId: string; token: string }> {
  const [companyId, userId, token] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.query("select guard.found_company($1, 'M001', '計画製作所', 'Planning Works', '', false)", [companyId]);
  await admin.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [
    userId,
    "計画",
    "plan@bench.example",
  ]);
  await admin.query(
    "insert into auth.session (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')",
    [randomUUID(), userId, token],
  );
  await admin.query("select guard.found_member($1, $2, $3)", [userId, companyId, ["president"]]);
  return { companyId, token };
}

function calculate(data: PlanData): number {
  const startedAt = performance.now();
  const outcome = planRequirements(data);
  const ms = performance.now() - startedAt;
  if (outcome.cycles.length > 0)
    throw new Error(`the bill of material contains itself: ${outcome.cycles[0]!.join(" → ")}`);
  return ms;
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
