import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,server,web,cli,sample,bench,checks,tests}/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "node_modules/**"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ["tests/support/begin-file.ts"],
    // Files share a worker's process: starting one anew for each file took as long as all the tests.
    isolate: false,
    maxWorkers: 2,
    pool: "forks",
  },
});
