import { columnsOf, followRecords, type LivingPlan } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { announce, type Databases, inJob, type Tx } from "../platform/index.ts";
import { planOutOfRequest } from "./begin-plan.service.ts";
import {
  findNews,
  findPlanner,
  findTouchedItems,
  loadProposals,
  loadSetSeqs,
  movePlanner,
  noteAttempt,
  type PlanNews,
  type PlannerRow,
  updateRun,
} from "./living-plan.store.ts";
import { forgetPlan, type KeptPlan, keptPlan } from "./living-plans.ts";
import { loadPlanRecords, loadPlanRows, type PlanRows } from "./plan-input.store.ts";
import { planInputOf } from "./plan-input.ts";
import { endLapsedPromises, settlePromises } from "./promise.store.ts";
import { runPlan } from "./run-plan.ts";
import { replacePlanItems } from "./save-plan.store.ts";

/** Reading a whole company's records takes longer than a page view may. */
const PATIENCE_SECONDS = 120;
/** From here on reading everything is not slower than reading each. */
const MOST_TOUCHED = 300;

/** A plan that cannot be made, say by a wrong master, is not tried with every change. */
const MOST_ATTEMPTS = 3;
const REST_MINUTES = 1;
/** No row of the planner has it. */
const NO_VERSION = -1;

/** What became of one look at what happened. */
export type Following = "followed" | "nothing" | "made anew" | "not mine";

/** Kinds of news that name what they are about by an id whose items can be found, now or as they were. */
const NAMED =
  /^(trade|delivery|production|quality\.inspection|network\.chain(Change)?$|partnerPage|draft|inventory\.reservation|planning\.(forecast|firm|promise))/;
/** More happened than is worth looking at one by one. */
const MOST_NEWS = 500;

/**
 * Brings a company's plan up to what is committed by now: reads what happened since its mark, plans again what that touches, and writes
 * what is another than before, all that belongs together in one transaction. A plan that is not in this thread's memory, whose day is over or that
 * cannot be followed item by item is made anew.
 *
 * @param jobEntryId by which the job enters the company
 * @param holder the process that leased the company; who lost the lease writes nothing
 */
export async function followPlan(
  databases: Pick<Databases, "job">,
  jobEntryId: string,
  holder: string,
  today: PlainDate,
): Promise<Following> {
  const as = <T>(work: (tx: Tx) => Promise<T>) =>
    inJob(databases, jobEntryId, work, { patienceSeconds: PATIENCE_SECONDS });
  const read = await as(async (tx) => ({ companyId: tx.companyId, found: await readNews(tx, today) }));
  const { companyId, found } = read;
  if (found.kind === "none") return "nothing";
  if (found.kind === "follow") {
    try {
      const outcome = await as((tx) => write(tx, found, holder));
      if (outcome !== "reopen") return outcome;
    } catch (error) {
      // The memory is ahead of the store now.
      forgetPlan(companyId);
      throw error;
    }
  }
  const cause = found.kind === "anew" ? found.cause : "change";
  // A new day takes the numbers of proposals from the plan as it is kept.
  if (cause === "change") forgetPlan(companyId);
  const begun = await as(async (tx) => {
    const planner = (await findPlanner(tx))!;
    const planFrom = planner.planFrom < today ? today : planner.planFrom;
    const begun = await planOutOfRequest(tx, { planFrom, horizonDays: planner.horizonDays, cause });
    if (begun.ok) await noteAttempt(tx, MOST_ATTEMPTS, REST_MINUTES);
    return begun;
  });
  // A person's run is on its way: it carries the change.
  if (!begun.ok) return "nothing";
  await runPlan(databases, begun.value.jobEntryId, begun.value.runId, holder);
  return "made anew";
}

type News =
  | { readonly kind: "none" }
  | { readonly kind: "anew"; readonly cause: "day" | "change" }
  | {
      readonly kind: "follow";
      readonly kept: KeptPlan;
      readonly planner: PlannerRow;
      readonly told: readonly PlanNews[];
      readonly mark: bigint;
      /** Ids of touched items; `null`: anything may be another. */
      readonly only: ReadonlySet<string> | null;
      readonly rows: PlanRows;
      readonly returned: Awaited<ReturnType<typeof loadProposals>>;
      /** Numbers no proposal may have. */
      readonly taken: ReadonlySet<number>;
    };

async function readNews(tx: Tx, today: PlainDate): Promise<News> {
  const planner = await findPlanner(tx);
  if (!planner) return { kind: "none" };
  // What a promise took is in the plan until its end is news, and nobody else may be there to write it.
  await endLapsedPromises(tx);
  if (planner.planFrom < today) return { kind: "anew", cause: "day" };
  const kept = keptPlan(tx.companyId);
  if (!kept || kept.runId !== planner.runId || kept.version !== planner.version)
    return { kind: "anew", cause: "change" };
  const { news, mark } = await findNews(tx, kept.mark, MOST_NEWS + 1);
  const fresh = news.filter((row) => !kept.told.has(row.outboxId));
  // All of it is in the plan already: an older transaction is still open.
  if (fresh.length === 0 && news.length <= MOST_NEWS) return { kind: "none" };
  const only = news.length <= MOST_NEWS ? await touchedBy(tx, kept, fresh) : null;
  const { planFrom } = planner;
  const rows = only
    ? { ...kept.masters, ...(await loadPlanRecords(tx, planFrom, [...only])) }
    : await loadPlanRows(tx, planFrom);
  const firm = new Set(rows.firm.map((order) => order.seq));
  const lost = [...kept.firm.keys()].filter((seq) => !firm.has(seq));
  const returned = lost.length > 0 ? await loadProposals(tx, lost) : [];
  const taken = await loadSetSeqs(tx);
  return { kind: "follow", kept, planner, told: news, mark, only, rows, returned, taken };
}

/** The items that these news touch; `null` when that cannot be said. */
async function touchedBy(
  tx: Tx,
  { masters, plan }: KeptPlan,
  fresh: readonly PlanNews[],
): Promise<ReadonlySet<string> | null> {
  if (fresh.some((row) => row.subjectId === null || !NAMED.test(row.kind))) return null;
  const subjectIds = [...new Set(fresh.map((row) => row.subjectId!))];
  const touched = await findTouchedItems(tx, subjectIds);
  // A draft may ask for nothing any more, and most ask for nothing at all: what it asked for before is known.
  const drafts = new Set(fresh.filter((row) => row.kind.startsWith("draft")).map((row) => row.subjectId!));
  const named = new Set([...touched.map((row) => row.subjectId), ...drafts]);
  // Of a record nobody knows the items of (a forecast that was removed), anything may have changed.
  if (subjectIds.some((id) => !named.has(id))) return null;
  const items = new Set(touched.map((row) => row.itemId));
  // What a record asked of an item before, it may ask no more: material that another takes the place of, a forecast that was removed.
  const subjects = new Set(subjectIds);
  for (const record of [...plan.demandById, ...plan.receiptById]) if (subjects.has(record.id)) items.add(record.itemId);
  for (const [item, requests] of plan.besides.requests)
    if (requests.some((request) => drafts.has(request.id))) items.add(plan.index.items[item]!.id);
  // A firm planned order asks its components.
  const firm = new Set(fresh.filter((row) => row.kind === "planning.firm").map((row) => row.subjectId!));
  if (firm.size > 0)
    for (const line of masters.bomLines) if (firm.has(line.parentItemId)) items.add(line.componentItemId);
  return items.size > MOST_TOUCHED ? null : items;
}

async function write(
  tx: Tx,
  { kept, planner, told, mark, only, rows, returned, taken }: Extract<News, { kind: "follow" }>,
  holder: string,
): Promise<"followed" | "not mine" | "reopen"> {
  const { plan, runId, version } = kept;
  const { planFrom, horizonDays } = planner;
  const input = planInputOf(rows, planFrom, horizonDays, only ? plan.index.items : undefined);
  const keys = plan.orderKeys.length;
  // Should this transaction be tried again, the memory is ahead of the store: with this version nothing can be written.
  kept.version = NO_VERSION;
  const followed = followRecords(plan, input, only, returned, taken);
  if (!followed) return "reopen";
  // The row stays held, so nobody else can write this plan until this transaction has ended.
  if (!(await movePlanner(tx, { holder, version, readMark: mark, nextSeq: plan.nextSeq }))) {
    forgetPlan(tx.companyId);
    return "not mine";
  }
  const { items, gone } = followed;
  if (items.length > 0) {
    const more = await replacePlanItems(tx, runId, planFrom, columnsOf(plan, items), gone);
    await updateRun(tx, runId, plan.orderKeys.length > keys ? plan.orderKeys : null, figuresOf(plan), more);
    await announce(tx, [{ kind: "planning.order", subjectId: null }]);
  }
  await settlePromises(tx);
  kept.version = version + 1;
  kept.mark = mark;
  for (const row of told) kept.told.set(row.outboxId, row.xid);
  for (const [id, xid] of kept.told) if (xid < mark) kept.told.delete(id);
  kept.firm = new Map(rows.firm.map((order) => [order.seq, order.itemId]));
  if (!only) {
    const { units, bomLines, routing, calendars } = rows;
    kept.masters = { units, bomLines, routing, calendars };
  }
  return "followed";
}

function figuresOf({ state, index }: LivingPlan): { orderCount: number; pastDueCount: number; pegCount: number } {
  const { orders, pegs } = state.planner;
  const { wantedStartDay } = orders.columns;
  const figures = { orderCount: 0, pastDueCount: 0, pegCount: 0 };
  for (const item of index.items.keys()) {
    figures.orderCount += orders.end(item) - orders.first(item);
    figures.pegCount += pegs.end(item) - pegs.first(item);
    for (let at = orders.first(item); at < orders.end(item); at++) if (wantedStartDay[at]! < 0) figures.pastDueCount++;
  }
  return figures;
}
