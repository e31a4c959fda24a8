import { defineConfig } from "vitest/config";

/** The stories people walk, in a real browser on the built program. One after the other: two cores. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
    pool: "forks",
  },
});
