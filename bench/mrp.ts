import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { type Plan, type PlanData, planRequirements } from "../domain/planning/index.ts";
import { planOutOfRequest, runPlan } from "../server/planning/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { inTransaction, openDatabases } from "../server/platform/index.ts";
import { checkPlan } from "./mrp/checker.ts";
import {
  type Factory,
  type FactorySize,
  FIRST_DAY,
  HISTORY_DAYS,
  makeCalendars,
  makeFactory,
  planData,
  USUAL_SIZE,
} from "./mrp/factory.ts";
import { measureNetChange } from "./mrp/net-change.ts";
import { checkSavedTotals, plantFactory, readSavedPlan } from "./mrp/storage.ts";
import { durability, openBenchDatabase } from "./support/bench-database.ts";

const SEED = 20_261_123;
/** The process that keeps the plan. */
const HOLDER = randomUUID();
/** The first two warm the compiler up, since a planner runs for months; of the others the middle one counts. */
const RUNS = 5;
const WARM_UP = 2;
/** A factory beyond this runs less often: its loops are warm within one run. */
const LARGE = 50_000;
const RUNS_OF_LARGE = 3;
const WARM_UP_OF_LARGE = 1;

interface MrpFigures extends Record<string, unknown> {
  readonly items: number;
  readonly bomLines: number;
  readonly demands: number;
  readonly plannedOrders: number;
  readonly pegs: number;
  readonly calcMs: number;
  /** `null` where the yardstick is missing. */
  readonly limitMs: number | null;
  readonly limitPlannedCells: number | null;
  readonly totalMs: number;
  readonly rssMb: number;
}

/** `--items`, `--bom-lines`, `--demands` and `--days`; a factory of another size than the usual has 548 days unless told. */
function sizeOf(args: readonly string[]): FactorySize {
  const { values } = parseArgs({
    args: [...args],
    options: {
      items: { type: "string" },
      "bom-lines": { type: "string" },
      demands: { type: "string" },
      days: { type: "string" },
    },
  });
  const days = Number(values.days ?? (args.length > 0 ? 548 : USUAL_SIZE.days));
  return {
    items: Number(values.items ?? USUAL_SIZE.items),
    bomLines: Number(values["bom-lines"] ?? USUAL_SIZE.bomLines),
    demands: Number(values.demands ?? USUAL_SIZE.demands),
    days,
  };
}

/**
 * Requirements planning of a large factory: calculation alone (`calcMs`, beside the yardstick on the same data), and the product's own
 * run on its own tables (`totalMs`): load under row-level security, plan, save orders, pegs and exceptions durably, make it the
 * current plan. The saved plan is read back and checked; that of a large factory in memory, and saved totals against it. Then orders
 * change one by one (`netChange…Ms`).
 */
export async function run(args: readonly string[]): Promise<MrpFigures> {
  const size = sizeOf(args);
  const isLarge = size.items > LARGE;
  const runs = isLarge ? RUNS_OF_LARGE : RUNS;
  const warmUp = isLarge ? WARM_UP_OF_LARGE : WARM_UP;
  const bareNetting = await yardstick();
  const factory = makeFactory(SEED, size);
  const database = await openBenchDatabase();
  const databases = openDatabases(database);
  const admin = new pg.Client(database.admin);
  try {
    await admin.connect();
    console.log(await durability(database.admin));
    const acting = await foundCompany(admin);
    await plantFactory(admin, acting.companyId, factory);

    const limit = bareNetting ? limitOf(bareNetting, factory, runs) : null;
    const calcMs: number[] = [];
    const totalMs: number[] = [];
    const loadMs: number[] = [];
    const saveMs: number[] = [];
    let most = 0;
    for (let number = 1; number <= runs; number++) {
      const calculated = calculate(planData(factory));
      const begun = await inTransaction(databases, acting, (tx) =>
        planOutOfRequest(tx, { planFrom: FIRST_DAY, horizonDays: size.days }),
      );
      if (!begun.ok) throw new Error(begun.refusals[0].code);
      // As the server's worker does: the plan stays in memory, and the next one gives proposals the numbers they have there.
      const times = await runPlan(databases, begun.value.jobEntryId, begun.value.runId, HOLDER);
      const total = times.loadMs + times.planMs + times.saveMs;
      const parts = `load ${round(times.loadMs)}, plan ${round(times.planMs)} (of it calculate ${round(calculated)}), save ${round(times.saveMs)}`;
      console.log(`run ${number}: ${parts}, in all ${round(total)} ms${number <= warmUp ? " (warm-up)" : ""}`);
      if (number <= warmUp) continue;
      calcMs.push(calculated);
      totalMs.push(total);
      loadMs.push(times.loadMs);
      saveMs.push(times.saveMs);
      most = Math.max(most, process.memoryUsage().rss);
    }
    // Of a large factory the most this process ever held, everything in it.
    const rssMb = Math.round(isLarge ? process.resourceUsage().maxRSS / 1024 : most / 1024 / 1024);
    const plan = isLarge
      ? withItems(planRequirements(planData(factory)))
      : await readSavedPlan(admin, acting.companyId);
    if (isLarge) await checkSavedTotals(admin, acting.companyId, plan);
    const report = checkPlan(
      { ...factory, dayCount: size.days, historyDays: HISTORY_DAYS, calendars: makeCalendars(size.days) },
      plan,
    );
    const netChange = measureNetChange(factory);
    console.log(
      `checker, ${isLarge ? "on the plan in memory (saved totals are the same)" : "on what was saved"}: ${report.stockDays} stock days, ${report.orders} orders, ${report.pegs} pegs in order; ${report.pastDueOrders} orders past due`,
    );
    return {
      items: factory.items.on_hand.length,
      bomLines: factory.bom.parent.length,
      demands: factory.demands.item.length,
      plannedOrders: plan.orders.count,
      pegs: plan.pegs.count,
      calcMs: round(median(calcMs)),
      limitMs: limit && round(limit.ms),
      limitPlannedCells: limit?.plannedCells ?? null,
      ratioToLimit: limit && Math.round((median(calcMs) / limit.ms) * 100) / 100,
      loadMs: round(median(loadMs)),
      saveMs: round(median(saveMs)),
      totalMs: round(median(totalMs)),
      rssMb,
      ...netChange,
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

/** The plan with the item of every peg, as the checker reads it. */
function withItems({ orders, pegs }: Plan) {
  const item = new Uint32Array(pegs.count);
  pegs.first.forEach((first, of) => {
    item.fill(of, first, pegs.end[of]);
  });
  return { orders, pegs: { ...pegs, item } };
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
async function yardstick(): Promise<BareNetting | null> {
  const file = join(dirname(projectRoot()), "shared/bench/mrp-limit.mjs");
  if (!existsSync(file)) {
    console.log(`the yardstick is missing (${file}): nothing to compare the calculation with`);
    return null;
  }
  const { bareNetting } = (await import(pathToFileURL(file).href)) as { bareNetting: BareNetting };
  return bareNetting;
}

function limitOf(bareNetting: BareNetting, factory: Factory, runs: number): { ms: number; plannedCells: number } {
  const data = limitData(factory);
  const limits = Array.from({ length: runs }, () => bareNetting(data));
  const limit = { ...limits[0]!, ms: median(limits.map((result) => result.ms)) };
  console.log(`yardstick: ${Math.round(limit.ms)} ms, ${limit.plannedCells} planned cells`);
  return limit;
}

function limitData({ size, items, bom, demands }: Factory): LimitData {
  return {
    itemCount: items.on_hand.length,
    dayCount: size.days,
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
