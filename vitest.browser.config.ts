import { defineConfig } from "vitest/config";

/** The stories people walk, in a real browser on the built program, each on one of its own. Two at once: two cores. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: ["tests/support/running-program.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
