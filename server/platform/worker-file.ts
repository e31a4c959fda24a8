import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Where a worker thread's code is. Built, every `NAME.worker.ts` stands beside the server as `workers/NAME.worker.js`; from source
 * the thread starts a small `.dev.mjs` that loads the TypeScript.
 *
 * @param name `table.worker`
 * @param fromSource the `.dev.mjs` beside the worker's source
 */
export function workerFile(name: string, fromSource: URL): string {
  for (const folder of ["./workers/", "../workers/"]) {
    const built = new URL(`${folder}${name}.js`, import.meta.url);
    if (existsSync(fileURLToPath(built))) return built.href;
  }
  return fromSource.href;
}
