import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAIR_COLUMNS, TABLE_CLASSES } from "../db/table-classes.ts";
import { areas } from "../server/app.ts";
import { generateTypes } from "../server/platform/db/generate-types.ts";
import { createTestDatabase, type TestDatabase } from "./support/database.ts";

const { AREAS } = createRequire(import.meta.url)("../checks/areas.cjs") as { AREAS: Record<string, string[]> };
const BUSINESS_AREAS = Object.keys(AREAS).filter((area) => area !== "shared" && area !== "platform");
const root = join(import.meta.dirname, "..");

let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.admin);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});
const ask = async (sql: string, values: unknown[] = []) => (await admin.query(sql, values)).rows;

describe("every table", () => {
  test("has a class, and every class names a table that exists", async () => {
    const tables = (
      await ask("select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')")
    ).map((row) => row.relname as string);
    expect(tables.filter((table) => !TABLE_CLASSES[table])).toEqual([]);
    expect(Object.keys(TABLE_CLASSES).filter((table) => !tables.includes(table))).toEqual([]);
  });
  test("but platform ones enables and forces row-level security with a policy", async () => {
    const open = await ask(
      `select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
        and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
      [Object.keys(TABLE_CLASSES).filter((table) => TABLE_CLASSES[table] === "platform")],
    );
    expect(open).toEqual([]);
  });
  test("of the platform class has no company column", async () => {
    const tables = Object.keys(TABLE_CLASSES).filter((table) => TABLE_CLASSES[table] === "platform");
    expect(
      await ask(
        "select table_name, column_name from information_schema.columns where table_schema = 'app' and table_name = any($1) and column_name like '%company_id'",
        [tables],
      ),
    ).toEqual([]);
  });
  test("of the private or face class leads with its company, and the key begins with it", async () => {
    const tables = Object.keys(TABLE_CLASSES).filter(
      (table) => TABLE_CLASSES[table] === "private" || TABLE_CLASSES[table] === "face",
    );
    const keyed = await ask(
      `select c.relname, array_agg(a.attname order by k.n) key from pg_index i join pg_class c on c.oid = i.indrelid cross join lateral unnest(i.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where c.relnamespace = 'app'::regnamespace and i.indisprimary and c.relname = any($1) group by 1`,
      [tables],
    );
    const wrong = keyed.filter((row) => !/^\{?company_id/.test(String(row.key)) && row.relname !== "membership");
    expect(wrong).toEqual([]);
  });
  test("of the pair class has its two company columns, and no grant to change them", async () => {
    for (const table of Object.keys(TABLE_CLASSES).filter((name) => TABLE_CLASSES[name] === "pair")) {
      const pair = PAIR_COLUMNS[table] ?? ["seller_id", "buyer_id"];
      const found = await ask(
        "select column_name from information_schema.columns where table_schema = 'app' and table_name = $1 and column_name = any($2)",
        [table, pair],
      );
      expect([table, found.length]).toEqual([table, 2]);
      const granted = await ask(
        "select column_name from information_schema.column_privileges where table_schema = 'app' and table_name = $1 and column_name = any($2) and privilege_type = 'UPDATE' and grantee in ('musubi_app', 'musubi_job')",
        [table, pair],
      );
      expect([table, granted]).toEqual([table, []]);
    }
  });
  test("is known to the generated types as it is in the database", async () => {
    const now = await generateTypes(database.admin);
    const squeeze = (text: string) => text.replace(/[\s;,]+/g, " ").replaceAll('"', "");
    expect(squeeze(readFileSync(join(root, "server/platform/db/types.generated.ts"), "utf8"))).toBe(squeeze(now));
  });
});

describe.each(BUSINESS_AREAS)("area %s", (area) => {
  test("has an index in the domain and a page that explains it", () => {
    expect(existsSync(join(root, "domain", area, "index.ts"))).toBe(true);
    expect(existsSync(join(root, "domain", area, "README.md"))).toBe(true);
  });
  test("has the same message keys in Japanese and in English, none empty", () => {
    const read = (locale: string): Record<string, string> => {
      const path = join(root, "web", area, `messages.${locale}.json`);
      return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
    };
    const [ja, en] = [read("ja"), read("en")];
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries({ ...ja, ...en }).filter(([, text]) => !text.trim())).toEqual([]);
  });
});

describe("every route", () => {
  test("names who may use it", () => {
    const unnamed = areas.flatMap((area) =>
      area.routes.filter((route) => !route.access).map((route) => `${route.method} ${route.url}`),
    );
    expect(unnamed).toEqual([]);
  });
});

describe("every refusal", () => {
  test("named in a service or rule has its sentence in both languages", () => {
    const texts = new Set<string>();
    const collect = (path: string) => {
      if (!existsSync(path)) return;
      for (const key of Object.keys(JSON.parse(readFileSync(path, "utf8"))))
        if (key.startsWith("refusals.")) texts.add(key.slice("refusals.".length));
    };
    for (const area of BUSINESS_AREAS) collect(join(root, "web", area, "messages.ja.json"));
    collect(join(root, "web/platform/messages.ja.json"));
    collect(join(root, "server/platform/messages.ja.json"));
    collect(join(root, "server/platform/files/messages.ja.json"));
    const missing = new Set<string>();
    for (const file of sources(["domain", "server"])) {
      const text = readFileSync(file, "utf8");
      for (const match of text.matchAll(/refuse\(\s*"([A-Z_]+)"/g)) if (!texts.has(match[1]!)) missing.add(match[1]!);
    }
    expect([...missing].sort()).toEqual([]);
  });
  test("of a rule has its sentence on the screen too: a preview names codes, and no detail", () => {
    const texts = new Set(
      [...BUSINESS_AREAS, "platform"].flatMap((area) => {
        const path = join(root, "web", area, "messages.ja.json");
        return existsSync(path) ? Object.keys(JSON.parse(readFileSync(path, "utf8"))) : [];
      }),
    );
    const codes = sources(["domain"]).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"/g)].map((match) => match[1]!),
    );
    expect(codes.length).toBeGreaterThan(100);
    expect([...new Set(codes)].filter((code) => !texts.has(`refusals.${code}`)).sort()).toEqual([]);
  });
});

describe("every blank of a refusal's sentence", () => {
  const blanksOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!).sort();
  const files = [
    ...[...BUSINESS_AREAS, "platform"].map((area) => `web/${area}`),
    "server/platform",
    "server/platform/files",
  ].flatMap((folder) => ["ja", "en"].map((locale) => `${folder}/messages.${locale}.json`));
  const sentences = files
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, string>)
        .filter(([key]) => key.startsWith("refusals."))
        .map(([key, text]) => ({ code: key.slice("refusals.".length), file, blanks: blanksOf(text).join() })),
    );
  const blanks = new Map(sentences.map(({ code, blanks }) => [code, blanks.split(",").filter((name) => name)]));

  test("is the same in all areas and languages: of several texts under one code only one is shown", () => {
    const first = new Map(sentences.map((one) => [one.code, one.blanks]));
    expect(sentences.filter((one) => one.blanks !== first.get(one.code))).toEqual([]);
  });

  test("is filled by whoever raises the refusal", () => {
    const empty = sources(["domain", "server"])
      .filter((file) => !FILLED_BY_CALLER.includes(relative(root, file)))
      .flatMap((file) =>
        unfilled(readFileSync(file, "utf8"), blanks).map((what) => `${relative(root, file)}: ${what}`),
      );
    expect(empty).toEqual([]);
  });
  test.each([
    ['refuse("LATE")', 1],
    ['refuse("LATE", undefined, "day")', 1],
    ['refuse("LATE", { other: 1 }, "day")', 1],
    ['refuse("LATE", { day }, "day")', 0],
    ['refuse("LATE", { ...more })', 0],
    ['[{ code: "LATE", field: "day" }]', 1],
    ['[{ code: "LATE", values: { day: on }, field: "day" }]', 0],
    ['[{ code: "LATE", values, field: "day" }]', 0],
  ])("is looked for in %s", (code, found) => {
    expect(unfilled(code, new Map([["LATE", ["day"]]]))).toHaveLength(found);
  });
});

/** Pure rules whose one caller adds the values it alone knows, such as the item's code. */
const FILLED_BY_CALLER = [
  "domain/accounting/account.ts",
  "domain/planning/preview-conversion.ts",
  "domain/production/explode.ts",
];

/** Refusals in a source text that leave a blank of their sentence empty, as far as the text itself shows. */
function unfilled(source: string, blanks: ReadonlyMap<string, readonly string[]>): string[] {
  const lacks = (code: string, values: string) =>
    values.includes("...")
      ? []
      : (blanks.get(code) ?? []).filter((name) => !new RegExp(`[{,]\\s*${name}\\b`).test(values));
  const calls = [...source.matchAll(/refuse\(\s*"([A-Z0-9_]+)"\s*([,)])\s*/g)].flatMap((match) => {
    const rest = match[2] === "," ? source.slice(match.index + match[0].length) : "";
    // Values that come as a variable are whatever the variable holds.
    if (rest && !rest.startsWith("{") && !rest.startsWith("undefined") && !rest.startsWith(")")) return [];
    return lacks(match[1]!, rest.startsWith("{") ? braced(rest, 0) : "").map((name) => `${match[1]} ${name}`);
  });
  const literals = [...source.matchAll(/\bcode: "([A-Z0-9_]+)"/g)].flatMap((match) => {
    const whole = braced(source, source.lastIndexOf("{", match.index));
    return /\bvalues\s*[,}]/.test(whole) ? [] : lacks(match[1]!, whole).map((name) => `${match[1]} ${name}`);
  });
  return [...calls, ...literals];
}

function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}

function sources(folders: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.ts$/.test(name) && !/\.test\.ts$/.test(name)) found.push(path);
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return found;
}
