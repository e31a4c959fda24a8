import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sumOf = (name: string) =>
  createHash("sha256")
    .update(readFileSync(`db/migrations/${name}`))
    .digest("hex");

/** A database that has applied one refuses to start when it was edited (server/platform/db/migrate.ts). Each release adds its own lines. */
test("released migrations stand as they were released", () => {
  const released = readFileSync("db/released-migrations.sha256", "utf8").trim().split("\n");
  expect(released.length).toBeGreaterThan(0);
  for (const line of released) {
    const [sum, name] = line.split("  ");
    expect([name, sumOf(name!)]).toEqual([name, sum]);
  }
});
