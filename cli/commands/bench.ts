import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../server/platform/embedded/index.ts";
import type { Command } from "../command.ts";

export const benchCommand: Command = {
  name: "bench",
  summary: { ja: "性能を測ります", en: "measure a figure" },
  usage: "NAME",
  run(args) {
    // Benches are run from their source: they are no part of the built server.
    const child = spawn(process.execPath, ["--import", "tsx", join(projectRoot(), "bench/run.ts"), ...args], {
      stdio: "inherit",
      cwd: projectRoot(),
    });
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 1));
    });
  },
};
