import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type RunningTestCluster, startTestCluster } from "./cluster.ts";
import { CLUSTER_VARIABLE } from "./database.ts";

/**
 * Lends one database server to all workers of a test run. It starts when the first test asks for a database, so a run
 * of pure calculations starts none.
 */
export default async function setup(): Promise<() => Promise<void>> {
  let starting: Promise<RunningTestCluster> | undefined;
  let running: RunningTestCluster | undefined;
  const lender = createServer((_request, response) => {
    starting ??= startTestCluster();
    starting.then(
      (started) => {
        running = started;
        response.end(JSON.stringify(started.cluster));
      },
      (error) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => lender.listen(0, "127.0.0.1", resolve));
  process.env[CLUSTER_VARIABLE] = `http://127.0.0.1:${(lender.address() as AddressInfo).port}/`;

  // Told to end, vitest does so without tearing down; the server would stay behind.
  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      running?.abandon();
      process.exit(1);
    });
  }

  return async () => {
    lender.close();
    lender.closeAllConnections();
    await (await starting?.catch(() => undefined))?.stop();
  };
}
