import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  eventsFromLog,
  expectFinish,
  leadTimeHistory,
  learnTimes,
  median,
  predictLeadTime,
} from "../domain/planning/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { readWorkLog } from "./lead-times/work-log-file.ts";

/**
 * How well lead times are predicted from a real production log: learned from the part of the log until half of its work orders were finished, asked for
 * every order that began later, each with what was known at its start. Naive is the median of the same part over the learned part of the log.
 *
 * @param args `--file F` (default: the published log beside the project), `--share 0.5`: how much of the log is learned first
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: string) => (args.includes(name) ? args[args.indexOf(name) + 1]! : otherwise);
  const file = option("--file", join(projectRoot(), "../shared/data/job-shop-production-log/production_events.csv"));
  if (!existsSync(file)) throw new Error(`${file} is not here: name a production log with --file`);
  const events = eventsFromLog(readWorkLog(readFileSync(file, "utf8")));
  if (!events.ok) throw new Error(`the log: ${JSON.stringify(events.refusals.slice(0, 5))}`);
  const { orders } = learnTimes(events.value);
  const ends = orders.map(({ endAt }) => endAt).sort((a, b) => a - b);
  const learnedUntil = ends[Math.floor(ends.length * Number(option("--share", "0.5")))]!;
  const learned = learnTimes(events.value.filter(({ endAt }) => endAt <= learnedUntil));
  // An order still under way is no finished one, however far the log has seen it.
  const finished = new Set(orders.filter(({ endAt }) => endAt <= learnedUntil).map(({ order }) => order));
  const known = learned.orders.filter(({ order }) => finished.has(order));
  const days = (order: { startAt: number; endAt: number }) => (order.endAt - order.startAt) / 1440;
  const errors: number[] = [];
  const naiveErrors: number[] = [];
  let inSpread = 0;
  // What the screens tell: of its own item alone, once five of it are finished.
  const ownErrors: number[] = [];
  let byMost = 0;
  for (const order of orders) {
    if (order.startAt <= learnedUntil) continue;
    const predicted = predictLeadTime(orders, order)!;
    errors.push(Math.abs(predicted.days.median - days(order)));
    if (predicted.days.low <= days(order) && days(order) <= predicted.days.high) inSpread++;
    const finish = expectFinish(leadTimeHistory(orders, order.startAt), { ...order, knownAt: order.startAt });
    if (finish?.kind === "expected") {
      ownErrors.push(Math.abs(finish.likelyAt - order.endAt) / 1440);
      if (order.endAt <= finish.mostAt) byMost++;
    }
    const same = known.filter(({ part }) => part === order.part);
    naiveErrors.push(Math.abs(median((same.length > 0 ? same : known).map(days)) - days(order)));
  }
  const share = (inSpread / errors.length) * 100;
  console.log(
    `${learned.operations.length} standard times, ${learned.queues.length} queues and ${known.length} finished orders learned; ${errors.length} orders predicted, ${share.toFixed(0)} % of them within the spread told (80 % would be exact)`,
  );
  console.log(
    `${ownErrors.length} of them expected from orders of their own item, ${((byMost / ownErrors.length) * 100).toFixed(0)} % finished by the day told for eight of ten`,
  );
  return {
    cases: errors.length,
    medianAbsErrorDays: round(median(errors)),
    naiveMedianAbsErrorDays: round(median(naiveErrors)),
    expectedCases: ownErrors.length,
    expectedMedianAbsErrorDays: round(median(ownErrors)),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
