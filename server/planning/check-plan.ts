import { columnsOf, type FirmOrder, openLivingPlan, type PlanColumns } from "../../domain/planning/index.ts";
import { Decimal } from "../../domain/shared/index.ts";
import { type Databases, inJob, type Tx } from "../platform/index.ts";
import { isFollowed, loadStoredPlan, type StoredPlan } from "./check-plan.store.ts";
import { findPlanner } from "./living-plan.store.ts";
import { loadPlanRows } from "./plan-input.store.ts";
import { planInputOf } from "./plan-input.ts";

/** Reading and planning a whole company takes longer than a page view may. */
const PATIENCE_SECONDS = 600;
const MOST_EXAMPLES = 5;

/** How many items of kept plans were compared with a plan made anew from the same records, and which differ. */
export interface PlanCheck {
  readonly compared: number;
  readonly different: readonly string[];
}

/**
 * For `doctor`: plans every company anew beside its kept plan and compares both, item by item. Writes no plan; companies whose plan has not
 * followed all that happened are passed over.
 *
 * @param isSettled as `checkPlan`
 * @returns ids of items only
 */
export async function examinePlans(databases: Pick<Databases, "job">, isSettled = false) {
  const jobs = await databases.job.query<{ job: string }>("select guard.open_plan_checks() job");
  let compared = 0;
  let broken = 0;
  const examples: string[] = [];
  for (const { job } of jobs.rows) {
    try {
      const check = await inJob(databases, job, (tx) => checkPlan(tx, isSettled), {
        patienceSeconds: PATIENCE_SECONDS,
      });
      compared += check.compared;
      broken += check.different.length;
      examples.push(...check.different.slice(0, MOST_EXAMPLES - examples.length));
    } finally {
      await databases.job.query("select guard.end_job($1)", [job]);
    }
  }
  return { invariant: "plans_are_current", compared, broken, examples };
}

/**
 * Compares the acting company's kept plan with one made anew from its records.
 *
 * @param isSettled the caller knows that all that happened was followed; else a plan is passed over whose mark does not show it yet
 */
export async function checkPlan(tx: Tx, isSettled = false): Promise<PlanCheck> {
  const planner = await findPlanner(tx);
  if (!planner || !(isSettled || (await isFollowed(tx)))) return { compared: 0, different: [] };
  const { planFrom, horizonDays, nextSeq } = planner;
  const stored = wordsOfStored(await loadStoredPlan(tx));
  const rows = await loadPlanRows(tx, planFrom);
  const planned = openLivingPlan(planInputOf(rows, planFrom, horizonDays), [], nextSeq);
  // What makes planning impossible now has failed a run, and people see why there.
  if (!planned.ok) return { compared: 0, different: [] };
  const now = wordsOfColumns(columnsOf(planned.value), rows.firm);
  const different = [...new Set([...stored.keys(), ...now.keys()])].filter(
    (item) => (stored.get(item) ?? QUIET) !== (now.get(item) ?? QUIET),
  );
  return { compared: now.size, different: different.sort() };
}

/** Of an item nobody needs: there may be a row or none. */
const QUIET = "";

/** Of such an item there may be a row or none. */
function isQuiet({ onHand, receipts, demands, pegSupply }: StoredPlan["items"][number]): boolean {
  return onHand === 0n && receipts.length === 0 && demands.length === 0 && pegSupply.length === 0;
}

/** What a plan says of each item; proposals by what they are, since plans number them differently. */
function wordsOfStored({ items, orders, exceptions }: StoredPlan): Map<string, string> {
  const nameOf = new Map(orders.map((order) => [order.seq, `${order.itemId} ${order.words}`]));
  const words = new Map<string, string[]>();
  for (const item of items) {
    const { receipts, demands } = item;
    const supply = (code: number) =>
      code >= 0 ? nameOf.get(code) : code === -1 ? "stock" : `receipt ${receipts[-2 - code]}`;
    const demand = (code: number) =>
      code >= 0 ? nameOf.get(code) : code === -1 ? "safety" : `demand ${demands[-2 - code]}`;
    words.set(item.itemId, [
      ...(item.onHand === 0n ? [] : [`on hand ${item.onHand}`]),
      ...(isQuiet(item) ? [] : [`safety stock ${item.safetyStock}`]),
      ...receipts.map((one) => `receipt ${one}`),
      ...demands.map((one) => `demand ${one}`),
      ...item.orderSeqs.map((seq) => `order ${nameOf.get(seq)}`),
      ...item.pegSupply.map(
        (code, at) =>
          `peg ${supply(code)} for ${demand(item.pegDemand[at]!)}: ${item.pegQuantity[at]} on ${item.pegDay[at]}`,
      ),
    ]);
  }
  return joined(words, exceptions, nameOf);
}

function joined(
  words: Map<string, string[]>,
  exceptions: StoredPlan["exceptions"],
  nameOf: ReadonlyMap<number, string>,
): Map<string, string> {
  for (const { itemId, seq, words: told } of exceptions) {
    const list = words.get(itemId) ?? [];
    list.push(`exception ${told} ${seq === null ? "" : nameOf.get(seq)}`);
    words.set(itemId, list);
  }
  return new Map([...words].map(([item, list]) => [item, list.sort().join("\n")]));
}

function wordsOfColumns(columns: PlanColumns, firmOrders: readonly FirmOrder[]): Map<string, string> {
  const { items, orders, receipts, demands, pegs, orderKeys } = columns;
  const key = (group: number) => (group < 0 ? undefined : orderKeys[group]);
  const text = (...parts: readonly unknown[]) => parts.filter((part) => part !== undefined && part !== null).join(" ");
  const amount = (value: number, item: number) =>
    new Decimal(value).dividedBy(new Decimal(10).pow(items.decimals[item]!)).toFixed();
  const record = (of: PlanColumns["receipts"], at: number) =>
    text(of.kind[at], of.id[at], of.line[at], of.day[at], of.quantity[at], key(of.group[at]!));
  const list = (of: PlanColumns["receipts"], item: number) =>
    Array.from({ length: of.first[item + 1]! - of.first[item]! }, (_, n) => record(of, of.first[item]! + n));
  const stored: StoredPlan["orders"][number][] = Array.from({ length: orders.count }, (_, at) => ({
    seq: orders.seq[at]!,
    itemId: items.id[orders.item[at]!]!,
    words: text(
      amount(orders.quantity[at]!, orders.item[at]!),
      amount(orders.output[at]!, orders.item[at]!),
      orders.startDay[at],
      orders.dueDay[at],
      orders.wantedStartDay[at],
      key(orders.group[at]!),
    ),
  }));
  const seqsOf = new Map<string, number[]>();
  for (const { itemId, seq } of stored) {
    const seqs = seqsOf.get(itemId);
    if (seqs) seqs.push(seq);
    else seqsOf.set(itemId, [seq]);
  }
  const firm = firmOrders.map(({ seq, itemId }) => ({ seq, itemId, words: `firm ${seq}` }));
  return wordsOfStored({
    orders: [...stored, ...firm],
    items: items.id.map((itemId, at) => ({
      itemId,
      onHand: BigInt(items.onHand[at]!),
      safetyStock: BigInt(items.safetyStock[at]!),
      orderSeqs: seqsOf.get(itemId) ?? [],
      receipts: list(receipts, at),
      demands: list(demands, at),
      pegSupply: [...pegs.supply.subarray(pegs.first[at], pegs.end[at])],
      pegDemand: [...pegs.demand.subarray(pegs.first[at], pegs.end[at])],
      pegQuantity: [...pegs.quantity.subarray(pegs.first[at], pegs.end[at])].map(String),
      pegDay: [...pegs.day.subarray(pegs.first[at], pegs.end[at])],
    })),
    exceptions: columns.exceptions.map((one) => ({
      itemId: one.itemId,
      seq: one.subject && "seq" in one.subject ? one.subject.seq : null,
      words: text(
        one.kind,
        one.subject && "id" in one.subject ? one.subject.id : undefined,
        one.subject && "line" in one.subject ? one.subject.line : undefined,
        one.orderKey,
        new Decimal(one.quantity).toFixed(),
        one.onDate,
        one.wantedDate,
      ),
    })),
  });
}
