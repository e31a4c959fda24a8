import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,server,web,cli,sample,bench,checks,tests}/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "node_modules/**"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
