import { join } from "node:path";
import { wireReactions } from "../../server/app.ts";
import type { Databases } from "../../server/platform/index.ts";
import {
  buildProcessingSample,
  buildRegionSample,
  loadSample,
  type RegionSample,
  readAdventureWorks,
} from "../index.ts";
import { createLoadTarget } from "./load-target.ts";

/**
 * Both samples as of a day.
 * @param folder of the source tables, `sample/adventureworks`
 * @param today newest order is of the day before
 */
export function buildSamples(folder: string, today: string): RegionSample[] {
  return [buildRegionSample(readAdventureWorks(folder), today), buildProcessingSample(today)];
}

/** The source tables under the root of the program. */
export function sourceFolder(root: string): string {
  return join(root, "sample/adventureworks");
}

/**
 * Loads samples into an installation, one after the other. Called again after an interruption it goes on where it ended: each
 * task is one transaction that notes itself.
 *
 * @param log told of progress, a line per company and kind of work
 * @throws when the product refuses a row: a sample is a promise, and half of one is none
 */
export async function loadSamples(
  databases: Databases,
  samples: readonly RegionSample[],
  log: (line: string) => void,
): Promise<void> {
  wireReactions();
  for (const sample of samples) {
    const target = createLoadTarget(databases, sample);
    let said = -1;
    await loadSample(sample, target, ({ doneRows, totalRows, ja, en }) => {
      const percent = Math.floor((doneRows * 100) / totalRows);
      // Every fifth part of the way is enough to see that it goes on.
      if (percent < said + 5 && doneRows < totalRows) return;
      said = percent;
      log(`${sample.name} ${String(percent).padStart(3)} %  ${ja} / ${en}`);
    });
    await target.finish();
  }
}
