// `npm test`: everything that must hold, in the order that fails soonest. `--static` stops before the tests that run code.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const isStatic = process.argv.includes("--static");
const results = "test-output/results.json";
const browserResults = "test-output/browser-results.json";
mkdirSync("test-output", { recursive: true });
for (const file of [results, browserResults]) rmSync(file, { force: true });

const bin = (name) => `node_modules/.bin/${name}`;
const steps = [
  ["format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]],
  ["types", bin("tsc"), ["--noEmit", "-p", "tsconfig.json"]],
  ["types of the pure domain", bin("tsc"), ["--noEmit", "-p", "domain/tsconfig.json"]],
  ["import borders", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "domain", "server", "web"]],
  ["dead code", bin("knip"), []],
  ["API description and client are current", bin("tsx"), ["server/platform/http/generate-client.ts", "--check"]],
];
const running = [
  ["tests", bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`]],
  ["build", "node", ["cli/build.mjs"]],
  [
    "browser tests",
    bin("vitest"),
    [
      "run",
      "--config",
      "vitest.browser.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${browserResults}`,
    ],
  ],
];

const startedAt = Date.now();
const failed = [];
for (const [name, command, args] of isStatic ? steps : [...steps, ...running]) {
  const at = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, FORCE_COLOR: "0" } });
  if (status !== 0) failed.push(name);
  process.stdout.write(
    `── ${name}: ${status === 0 ? "passed" : "FAILED"} (${((Date.now() - at) / 1000).toFixed(1)} s)\n`,
  );
}

// Named again at the very end, because the first of several failures is the one that explains the others and stands far above.
const failures = [];
let passedCount = steps.length - failed.filter((name) => steps.some(([step]) => step === name)).length;
let failedCount = failed.filter((name) => steps.some(([step]) => step === name)).length;
if (!isStatic) {
  for (const file of [results, browserResults]) {
    try {
      const report = JSON.parse(readFileSync(file, "utf8"));
      passedCount += report.numPassedTests;
      failedCount += report.numFailedTests;
      for (const { name, assertionResults } of report.testResults)
        for (const { status, fullName, failureMessages } of assertionResults)
          if (status === "failed")
            failures.push(
              `✗ ${name.replace(`${process.cwd()}/`, "")} › ${fullName}\n${(failureMessages ?? []).join("\n").slice(0, 1500)}`,
            );
    } catch {
      failedCount += 1;
    }
  }
}
for (const failure of failures.slice(0, 12)) process.stdout.write(`\n${failure}\n`);
process.stdout.write(
  `\n${failed.length === 0 ? "all held" : `FAILED: ${failed.join(", ")}`} in ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n${passedCount} passed, ${failedCount} failed\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
