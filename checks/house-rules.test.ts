import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOUSE_RULES } from "./house-rules.ts";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path && existsSync(join(root, path)));

/** For each rule a piece of bad code it must catch and a good one it must let pass. */
const planted: Record<string, { path: string; bad: string; good: string }> = {
  "no-skipped-test": {
    path: "domain/x.test.ts",
    bad: ["test", "skip('x', () => {})"].join("."),
    good: "test('x', () => {})",
  },
  "no-unfinished-work": { path: "server/x.ts", bad: `// ${"TO"}DO later`, good: "// why it is so" },
  "no-value-in-sql": {
    path: "server/x.store.ts",
    bad: ["text: `select 1 where id = '", "{id}'`"].join("$"),
    good: "text: `select 1 where id = $1`",
  },
  "no-cursor-with-hold": {
    path: "server/x.ts",
    bad: `declare c cursor ${"with"} hold for select 1`,
    good: "declare c cursor for select 1",
  },
  "no-float-money": {
    path: "domain/x.ts",
    bad: "const p = { totalYen: number }".replace("const p = { ", "interface P { "),
    good: "interface P { totalYen: bigint }",
  },
  "no-clock-in-domain": { path: "domain/x.ts", bad: "const r = Math.random()", good: "const r = seed" },
  "migration-sets-its-role": {
    path: "db/migrations/0001_x.sql",
    bad: "create table app.x ();",
    good: "set role musubi_owner;\ncreate table app.x ();\nreset role;",
  },
};

describe.each(HOUSE_RULES)("$name", (rule) => {
  test("catches a planted violation and lets good code pass", () => {
    const { path, bad, good } = planted[rule.name]!;
    expect(rule.applies(path)).toBe(true);
    expect(rule.find(bad)).not.toEqual([]);
    expect(rule.find(good)).toEqual([]);
  });
  test(`holds everywhere: ${rule.why}`, () => {
    const hits = files
      .filter((path) => rule.applies(path))
      .flatMap((path) =>
        rule.find(readFileSync(join(root, path), "utf8")).map((hit) => `${path}:${hit.line} ${hit.text}`),
      );
    expect(hits).toEqual([]);
  });
});

describe("import borders", () => {
  /** Small trees, each with one import that must not be. */
  const violations = [
    {
      rule: "trade-imports-only-listed-areas",
      files: { "domain/trade/a.ts": 'import "../planning/index.ts";', "domain/planning/index.ts": "" },
    },
    {
      rule: "area-through-its-index",
      files: { "domain/sales/a.ts": 'import "../trade/inner.ts";', "domain/trade/inner.ts": "" },
    },
    { rule: "domain-is-pure", files: { "domain/trade/a.ts": 'import "node:fs";' } },
    {
      rule: "domain-through-its-index",
      files: { "server/trade/a.ts": 'import "../../domain/trade/inner.ts";', "domain/trade/inner.ts": "" },
    },
    {
      rule: "web-not-server",
      files: { "web/trade/a.ts": 'import "../../server/trade/index.ts";', "server/trade/index.ts": "" },
    },
    {
      rule: "server-not-web",
      files: { "server/trade/a.ts": 'import "../../web/trade/index.ts";', "web/trade/index.ts": "" },
    },
    {
      rule: "sql-only-in-stores",
      files: { "server/trade/a.service.ts": 'import "../platform/db/index.ts";', "server/platform/db/index.ts": "" },
    },
    { rule: "no-cycle", files: { "domain/trade/a.ts": 'import "./b.ts";', "domain/trade/b.ts": 'import "./a.ts";' } },
    {
      rule: "listed-areas-only",
      files: { "domain/gossip/a.ts": 'import "../shared/index.ts";', "domain/shared/index.ts": "" },
    },
    { rule: "resolves", files: { "domain/trade/a.ts": 'import "./gone.ts";' } },
  ];
  test.each(violations)("$rule is caught", ({ rule, files: tree }) => {
    const folder = mkdtempSync(join(tmpdir(), "musubi-borders-"));
    try {
      for (const [path, text] of Object.entries(tree)) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), `${text}\nexport {};\n`);
      }
      for (const name of ["checks/areas.cjs", ".dependency-cruiser.cjs", "tsconfig.json"])
        cpSync(join(root, name), join(folder, name));
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
      const { stdout } = spawnSync(
        join(root, "node_modules/.bin/depcruise"),
        ["--config", ".dependency-cruiser.cjs", "."],
        { cwd: folder, encoding: "utf8" },
      );
      expect(stdout).toContain(rule);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
