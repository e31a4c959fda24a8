import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { buildApp, permissionsByRole } from "../../app.ts";
import { openDatabases } from "../db/index.ts";
import { projectRoot } from "../embedded/index.ts";
import { permissionsPage } from "./route-list.ts";

/**
 * `npm run api:types`: writes what follows from the routes (the specification, the web client's types, the page of
 * permissions). With `--check` nothing is written, and the command fails when a file is out of date.
 */
const root = projectRoot();
const check = process.argv.includes("--check");
const nowhere = { host: "127.0.0.1", port: 1 };
// Built, not started: no connection is ever opened.
const databases = openDatabases({ app: nowhere, auth: nowhere, job: nowhere });
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const app = await buildApp({ databases, secret: "x".repeat(32), version });
await app.ready();
const specification = JSON.stringify(app.swagger(), null, 2);
const files: Readonly<Record<string, string>> = {
  "docs/openapi.json": `${specification}\n`,
  "docs/permissions.md": permissionsPage(app.routeList, permissionsByRole),
  "web/platform/api.generated.d.ts": `// Written by "npm run api:types".\n${astToString(await openapiTS(specification))}`,
};
await app.close();
await databases.close();

const stale = Object.entries(files).filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
for (const [path, text] of stale) if (!check) writeFileSync(join(root, path), text);
const names = stale.map(([path]) => path).join(", ");
if (check && stale.length > 0) {
  process.stderr.write(`Out of date: ${names}. Run "npm run api:types" and commit the files.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(stale.length > 0 ? `Written: ${names}\n` : "Up to date.\n");
}
