import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface JobShopInstance {
  readonly name: string;
  /** The best makespan anybody published; null when the folder does not say. */
  readonly bestKnown: number | null;
  readonly machineCount: number;
  readonly jobs: readonly { readonly machine: number; readonly duration: number }[][];
}

/**
 * The job shops of a folder in the usual form: comment lines with `#`, `jobs machines`, then a line per job of machine and time in turn.
 * `instances.json` (name, path, optimum or bounds) tells the best known makespans; without it every file is an instance.
 */
export function readJobShops(folder: string): JobShopInstance[] {
  const list = join(folder, "instances.json");
  if (existsSync(list)) {
    const entries = JSON.parse(readFileSync(list, "utf8")) as {
      name: string;
      path?: string;
      optimum?: number | null;
      bounds?: { upper?: number } | null;
    }[];
    return entries.map((entry) => ({
      ...parseJobShop(readFileSync(join(folder, entry.path ?? join("instances", entry.name)), "utf8")),
      name: entry.name,
      bestKnown: entry.optimum ?? entry.bounds?.upper ?? null,
    }));
  }
  const inner = existsSync(join(folder, "instances")) ? join(folder, "instances") : folder;
  return readdirSync(inner)
    .filter((name) => statSync(join(inner, name)).isFile() && !/\.(md|json)$/i.test(name))
    .sort()
    .map((name) => ({ ...parseJobShop(readFileSync(join(inner, name), "utf8")), name, bestKnown: null }));
}

/** @throws when the numbers do not make whole jobs */
export function parseJobShop(text: string): Pick<JobShopInstance, "machineCount" | "jobs"> {
  const numbers = text
    .split("\n")
    .filter((line) => !line.trim().startsWith("#"))
    .join(" ")
    .trim()
    .split(/\s+/)
    .map(Number);
  const [jobCount, machineCount, ...rest] = numbers;
  if (!jobCount || !machineCount || rest.length < jobCount * machineCount * 2 || rest.some(Number.isNaN))
    throw new Error("this is no job shop: expected jobs, machines, and for each job pairs of machine and time");
  const jobs = Array.from({ length: jobCount }, (_, job) =>
    Array.from({ length: machineCount }, (_, step) => {
      const at = (job * machineCount + step) * 2;
      return { machine: rest[at]!, duration: rest[at + 1]! };
    }),
  );
  return { machineCount, jobs };
}

/**
 * What is wrong with the starts of a job shop, or nothing; shares no code with the scheduler.
 * @param starts one per operation, job by job
 */
export function faultOfJobShop(
  { jobs, machineCount }: Pick<JobShopInstance, "machineCount" | "jobs">,
  starts: ArrayLike<number>,
  makespan: number,
): string | null {
  const onMachine: [from: number, to: number][][] = Array.from({ length: machineCount }, () => []);
  let at = 0;
  let last = 0;
  for (const job of jobs) {
    let ready = 0;
    for (const { machine, duration } of job) {
      const start = starts[at++]!;
      if (start < ready) return `operation ${at - 1} starts at ${start}, before the one before it ends at ${ready}`;
      ready = start + duration;
      onMachine[machine]!.push([start, ready]);
      last = Math.max(last, ready);
    }
  }
  for (const [machine, spans] of onMachine.entries()) {
    spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (let next = 1; next < spans.length; next++)
      if (spans[next]![0] < spans[next - 1]![1]) return `machine ${machine} does two operations at ${spans[next]![0]}`;
  }
  return last === makespan ? null : `the makespan is ${last}, not ${makespan}`;
}
