import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../server/platform/embedded/index.ts";

/** `npm run bench -- NAME`: runs bench/NAME.ts, whose `run` prints lines for people and returns the figures. */
type Bench = { run(args: string[]): Promise<Record<string, unknown>> };

const folder = join(projectRoot(), "bench");
const [name, ...args] = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== "run.ts")
  .map((file) => file.slice(0, -3));

if (name === undefined || !names.includes(name) || !existsSync(join(folder, `${name}.ts`))) {
  process.stderr.write(`Usage: npm run bench -- NAME, where NAME is one of: ${names.join(", ")}\n`);
  process.exitCode = 2;
} else {
  const bench = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Bench;
  const figures = await bench.run(args);
  // Always the last line, for programs that read it.
  process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`);
}
