import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";

/**
 * Where a worker thread's code is. Built, every `NAME.worker.ts` stands beside the server as `workers/NAME.worker.js`; from source
 * the thread starts a small `.dev.mjs` that loads the TypeScript.
 *
 * @param name `table.worker`
 * @param fromSource the `.dev.mjs` beside the worker's source
 */
function workerFile(name: string, fromSource: URL): string {
  for (const folder of ["./workers/", "../workers/"]) {
    const built = new URL(`${folder}${name}.js`, import.meta.url);
    if (existsSync(fileURLToPath(built))) return built.href;
  }
  return fromSource.href;
}

/** Threads that reckon beside the server: begun with the first job, ended when idle. */
export interface WorkerPool<Job, Answer> {
  readonly open: () => Piscina<Job, Answer>;
  /** Ends the workers. For the server's stop, and for tests; the next job begins new ones. */
  readonly close: () => Promise<void>;
}

/**
 * @param name `table.worker`
 * @param fromSource the `.dev.mjs` beside the worker's source
 * @param memoryMb above it a worker ends, and its job with it
 */
export function workerPool<Job, Answer>(
  name: string,
  fromSource: URL,
  {
    memoryMb,
    threads = 1,
    idleMs = 60_000,
  }: { readonly memoryMb: number; readonly threads?: number; readonly idleMs?: number },
): WorkerPool<Job, Answer> {
  let workers: Piscina<Job, Answer> | undefined;
  return {
    open() {
      workers ??= new Piscina<Job, Answer>({
        filename: workerFile(name, fromSource),
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: idleMs,
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      // Without a listener an error while no job runs would end the server.
      if (workers.listenerCount("error") === 0) workers.on("error", () => {});
      return workers;
    },
    async close() {
      const closing = workers;
      workers = undefined;
      await closing?.destroy();
    },
  };
}
