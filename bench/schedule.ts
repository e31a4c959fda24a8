import { existsSync } from "node:fs";
import { join } from "node:path";
import { jobShop, lowerBound, solveJobShop } from "../domain/planning/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { faultOfJobShop, readJobShops } from "./schedule/job-shop-files.ts";

/**
 * How near the scheduler comes to the best known makespans of published job shops: `seconds` for each instance and seed, on one core; the checker of
 * every schedule shares no code with the scheduler.
 *
 * @param args `--dir D` (default: the published ones beside the project), `--seconds S`, `--seeds 1,2,3`
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: string) => (args.includes(name) ? args[args.indexOf(name) + 1]! : otherwise);
  const folder = option("--dir", join(projectRoot(), "../shared/data/jobshop"));
  if (!existsSync(folder)) throw new Error(`${folder} is not here: name a folder of job shops with --dir`);
  const seconds = Number(option("--seconds", "10"));
  const seeds = option("--seeds", "1,2,3,4,5").split(",").map(Number);
  const instances = [];
  for (const instance of readJobShops(folder)) {
    const shop = jobShop(instance.machineCount, instance.jobs);
    const makespans: number[] = [];
    let iterations = 0;
    for (const seed of seeds) {
      const until = performance.now() + seconds * 1000;
      const found = solveJobShop(shop, seed, () => performance.now() >= until);
      const fault = faultOfJobShop(instance, found.start, found.makespan);
      if (fault) throw new Error(`${instance.name}, seed ${seed}: ${fault}`);
      makespans.push(found.makespan);
      iterations += found.iterations;
    }
    const bestKnown = instance.bestKnown ?? lowerBound(shop);
    const meanGap = round(makespans.reduce((sum, makespan) => sum + makespan / bestKnown - 1, 0) / makespans.length);
    const against = instance.bestKnown === null ? "lower bound" : "best known";
    console.log(
      `${instance.name}: ${makespans.join(" ")} (${against} ${bestKnown}), gap ${(meanGap * 100).toFixed(2)} %, ${Math.round(iterations / seeds.length / 1000)} thousand moves a seed`,
    );
    instances.push({ name: instance.name, bestKnown, makespans, meanGap });
  }
  const meanGap = round(instances.reduce((sum, instance) => sum + instance.meanGap, 0) / Math.max(1, instances.length));
  return { instances, meanGap };
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
