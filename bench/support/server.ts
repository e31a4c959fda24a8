import { buildApp } from "../../server/app.ts";
import { openDatabases } from "../../server/platform/db/index.ts";
import { DEFAULT_LIMITS } from "../../server/platform/http/index.ts";

// A server process of its own for a bench: `node --import tsx bench/support/server.ts CONFIG`, told where its database is.
const { app: appRole, auth, job, secret } = JSON.parse(process.argv[2]!);
const databases = openDatabases({ app: appRole, auth, job, appConnections: 10 });
const app = await buildApp({
  databases,
  secret,
  logger: { level: "error", file: "/dev/stderr" } as never,
  limits: { ...DEFAULT_LIMITS, requestsPerMinute: 10_000_000 },
});
await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
process.stdout.write(`${JSON.stringify({ port: typeof address === "object" ? address?.port : 0 })}\n`);
process.on(
  "SIGTERM",
  () =>
    void app
      .close()
      .then(() => databases.close())
      .then(() => process.exit(0)),
);
