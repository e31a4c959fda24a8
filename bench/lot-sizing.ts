import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planCapacitatedLots, sequencePieces, wagnerWhitin } from "../domain/planning/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { costOfLots, parseCapacitated } from "./lot-sizing/capacitated-files.ts";
import { costOfPieces, parsePieces } from "./lot-sizing/piece-files.ts";

/**
 * Lots with changeovers on one machine against the published costs, the textbook case of lots without capacity, and lots within capacity against the
 * bounds below which no plan can be. The cost of each plan is
 * counted again by code that shares nothing with the search. (The cost published with pigment15c is not that of the file: it has ten types' changeovers for
 * eight types of pieces; as it stands, a dynamic programme over all states gives 1370 as its optimum.)
 *
 * @param args `--dir D`, `--trigeiro-dir D` (default: the published ones beside the project), `--seconds S` and `--trigeiro-seconds S` for each
 * instance, `--only trigeiro` leaves out the pieces
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: string) => (args.includes(name) ? args[args.indexOf(name) + 1]! : otherwise);
  const folder = option("--dir", join(projectRoot(), "../shared/data/lotsizing-psp"));
  if (!existsSync(folder)) throw new Error(`${folder} is not here: name a folder of instances with --dir`);
  const seconds = Number(option("--seconds", "10"));
  textbook();
  const instances = [];
  const isTrigeiroOnly = args.includes("--only") && option("--only", "") === "trigeiro";
  for (const name of isTrigeiroOnly ? [] : readdirSync(folder).sort()) {
    if (!/\.(psp|txt)$/.test(name) || name === "format.txt") continue;
    const { problem, bestKnown } = parsePieces(readFileSync(join(folder, name), "utf8"));
    const until = performance.now() + seconds * 1000;
    const found = sequencePieces(problem, 1, () => performance.now() >= until);
    if (!found.ok)
      throw new Error(`${name}: more is due by period ${found.refusals[0].values?.["period"]} than can be made`);
    const counted = costOfPieces(problem, found.value.periods);
    if (counted !== found.value.cost) throw new Error(`${name}: costs ${counted}, not ${found.value.cost}`);
    const gap = bestKnown === null ? null : Math.round((counted / bestKnown - 1) * 1e5) / 1e5;
    console.log(
      `${name}: ${counted}${gap === null ? "" : `, best known ${bestKnown}, gap ${(gap * 100).toFixed(2)} %`}`,
    );
    instances.push({ name, cost: counted, bestKnown, gap });
  }
  const known = instances.filter(({ gap }) => gap !== null);
  const meanGap = Math.round((known.reduce((sum, { gap }) => sum + gap!, 0) / Math.max(1, known.length)) * 1e5) / 1e5;
  const trigeiro = capacitated(
    option("--trigeiro-dir", join(projectRoot(), "../shared/data/lotsizing-trigeiro")),
    Number(option("--trigeiro-seconds", "5")),
  );
  return { instances, meanGap, trigeiro };
}

/** The instances of Trigeiro, Thomas and McClain, for which no optimum is published: the gap is to our own lower bound. */
function capacitated(folder: string, seconds: number) {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: name a folder of capacitated instances with --trigeiro-dir`);
    return [];
  }
  return readdirSync(folder)
    .filter((name) => /\.dat$/i.test(name))
    .sort()
    .map((name) => {
      const problem = parseCapacitated(readFileSync(join(folder, name), "utf8"));
      const until = performance.now() + seconds * 1000;
      const found = planCapacitatedLots(problem, 1, () => performance.now() >= until);
      if (!found.ok) {
        console.log(`${name}: ${found.refusals[0].code}`);
        return { name, cost: null, bound: null, gap: null, feasible: false };
      }
      const { cost, lowerBound, uncapacitatedCost, quantity } = found.value;
      const counted = costOfLots(problem, quantity);
      if (Math.abs(counted - cost) > 1e-3) throw new Error(`${name}: costs ${counted}, not ${cost}`);
      const gap = Math.round((counted / lowerBound - 1) * 1e5) / 1e5;
      console.log(
        `${name}: ${counted.toFixed(1)}; bounds: ${uncapacitatedCost.toFixed(1)} without capacity, ${lowerBound.toFixed(1)} with prices on it; gap ${(gap * 100).toFixed(2)} %`,
      );
      return { name, cost: round(counted), bound: round(lowerBound), gap, feasible: true };
    });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Wagner and Whitin's own case, when it is beside the project. */
function textbook(): void {
  const path = join(projectRoot(), "../shared/data/lotsizing-textbook/cases.json");
  if (!existsSync(path)) {
    console.log("the textbook case is not beside the project");
    return;
  }
  const cases = JSON.parse(readFileSync(path, "utf8")) as {
    name: string;
    demand: number[];
    setupCost: number[];
    holdingCostPerUnitPeriod: number;
    optimalCost: number;
  }[];
  for (const { name, demand, setupCost, holdingCostPerUnitPeriod, optimalCost } of cases) {
    const { cost } = wagnerWhitin({ demand, setupCost, holdingCost: demand.map(() => holdingCostPerUnitPeriod) });
    console.log(`${name}: ${cost}, published ${optimalCost}`);
    if (cost !== optimalCost) throw new Error(`${name}: ${cost} is not the optimum`);
  }
}
