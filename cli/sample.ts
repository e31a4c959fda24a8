import { representatives } from "../sample/load/representatives.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import type { Databases } from "../server/platform/index.ts";
import type { Sample } from "./sample-hook.ts";

/** The two sample regions of this build, loaded at the first start and by `musubi sample`. */
export const sample: Sample = {
  users: representatives,
  load: ({ databases, log }) => loadRegions(databases, log),
};

/** Loads both regions; what does so is read only then, because the next start has no use for it. */
export async function loadRegions(databases: Databases, log: (line: string) => void): Promise<void> {
  const { buildSamples, loadSamples, sourceFolder } = await import("../sample/load/index.ts");
  await loadSamples(databases, buildSamples(sourceFolder(projectRoot()), todayInJapan()), log);
}

/** The newest order of the sample is of yesterday, as people in Japan count their days. */
function todayInJapan(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
}
