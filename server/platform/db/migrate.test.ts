import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { migrate } from "./migrate.ts";
import { derivePasswords, parseDatabaseUrl, roleConfig, withRolePrefix } from "./roles.ts";
import { scramVerifier } from "./scram.ts";

const quiet = () => {};
let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "musubi-migrate-test-"));
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(config: pg.ClientConfig, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a database that is up to date is left as it is", async () => {
  expect(await migrate(db.admin, { log: quiet })).toEqual({ applied: [] });
});

test("a program that knows fewer migrations than the database refuses it", async () => {
  await expect(migrate(db.admin, { log: quiet, folder })).rejects.toMatchObject({ code: "DATABASE_NEWER" });
});

describe("migration files", () => {
  // Beside the real ones, in a database of their own.
  const admin = () => ({ ...db.admin, database: `${db.name}_files` });
  const run = () => migrate(admin(), { log: quiet, folder });
  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
  beforeEach(async () => {
    await ask(db.admin, `drop database if exists ${db.name}_files with (force)`);
    await ask(db.admin, `create database ${db.name}_files template template0`);
    rmSync(folder, { recursive: true });
    renameSync(mkdtempSync(join(tmpdir(), "musubi-migrate-test-")), folder);
    write("0001_first.sql", "set role musubi_owner; create schema app; create table app.one (n int); reset role;");
    write("0002_second.sql", "set role musubi_owner; create table app.two (n int); reset role;");
  });
  afterAll(() => ask(db.admin, `drop database if exists ${db.name}_files with (force)`));

  test("are applied once and in order, and what they make belongs to the owner", async () => {
    expect(await run()).toEqual({ applied: ["0001_first.sql", "0002_second.sql"] });
    expect(await run()).toEqual({ applied: [] });
    write("0003_third.sql", "select 1");
    expect(await run()).toEqual({ applied: ["0003_third.sql"] });
    const owners = await ask(admin(), "select distinct tableowner from pg_tables where schemaname = 'app'");
    expect(owners).toEqual([{ tableowner: "musubi_owner" }]);
  });

  test("applied by two programs at once are applied once", async () => {
    const results = await Promise.all([run(), run()]);
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 2]);
  });

  test("edited after they were applied are refused", async () => {
    await run();
    write("0002_second.sql", "select 2");
    await expect(run()).rejects.toMatchObject({ code: "MIGRATION_EDITED" });
  });

  test("whose line ends git changed are the same files", async () => {
    write("0003_lines.sql", "select 1;\nselect 2;\n");
    await run();
    write("0003_lines.sql", "select 1;\r\nselect 2;\r\n");
    expect(await run()).toEqual({ applied: [] });
  });

  test("put in before an applied one are refused", async () => {
    await run();
    await ask(admin(), "delete from musubi_meta.migration where name like '0001%'");
    await expect(run()).rejects.toMatchObject({ code: "MIGRATION_OUT_OF_ORDER" });
  });

  test("that fail change nothing, name the line, and can be put right", async () => {
    write(
      "0002_second.sql",
      "set role musubi_owner;\ncreate table app.two (n int);\nselect no_such_column;\nreset role;",
    );
    await expect(run()).rejects.toThrow(/0002_second\.sql, line 3: .*no_such_column/);
    expect(await ask(admin(), "select to_regclass('app.two') as two")).toEqual([{ two: null }]);
    write("0002_second.sql", "set role musubi_owner; create table app.two (n int); reset role;");
    expect(await run()).toEqual({ applied: ["0002_second.sql"] });
  });

  test("that end in another role are refused", async () => {
    write("0002_second.sql", "set role musubi_owner; create table app.two (n int);");
    await expect(run()).rejects.toThrow(/reset role/);
  });

  test.each([
    ["2_short.sql", /named NNNN_words/],
    ["0001_twin.sql", /Two migrations have the number 0001/],
  ])("named %s are refused", async (name, message) => {
    write(name, "select 1");
    await expect(run()).rejects.toThrow(message);
  });
});

describe("roles", () => {
  test("the server's own role is refused as the one that migrates", async () => {
    await expect(migrate(db.app, { log: quiet })).rejects.toMatchObject({ code: "SERVER_LOGS_IN_AS_OWNER" });
  });

  test("an owner without CREATEROLE may migrate once the DBA has made the roles", async () => {
    const user = `${db.name}_dba`;
    const config = { ...db.admin, user, password: "of this test", database: `${db.name}_owned` };
    await ask(db.admin, `create role ${user} login password '${scramVerifier("of this test")}'`);
    try {
      await ask(db.admin, `create database ${db.name}_owned owner ${user} template template0 encoding 'UTF8'`);
      await expect(migrate(config, { log: quiet })).rejects.toMatchObject({ code: "ROLES_MISSING" });
      await ask(db.admin, `grant musubi_owner, musubi_guard to ${user}`);
      expect((await migrate(config, { log: quiet })).applied.length).toBeGreaterThan(5);
    } finally {
      await ask(db.admin, `drop database if exists ${db.name}_owned with (force)`);
      await ask(db.admin, `drop role ${user}`);
    }
  });

  test("a second installation on the same server has roles and passwords of its own", async () => {
    const rolePrefix = db.name;
    const passwords = derivePasswords("another installation");
    const admin = { ...db.admin, database: `${db.name}_second` };
    await ask(db.admin, `create database ${db.name}_second template template0 encoding 'UTF8'`);
    try {
      await migrate(admin, { log: quiet, rolePrefix, passwords });
      const app = roleConfig(admin, "app", passwords, rolePrefix);
      expect(await ask(app, "select current_user as me")).toEqual([{ me: `${rolePrefix}_app` }]);
      await expect(ask({ ...db.app, database: `${db.name}_second` }, "select 1")).rejects.toThrow(/permission denied/);
    } finally {
      await ask(db.admin, `drop database if exists ${db.name}_second with (force)`);
      const roles = ["owner", "guard", "app", "auth", "job"].map((role) => `${rolePrefix}_${role}`);
      await ask(db.admin, `drop role if exists ${roles.join(", ")}`);
    }
  });

  test("role names are changed as whole words, settings are not", () => {
    const sql = "grant x to musubi_app, musubi_owner; select set_config('musubi.acting', 'musubi_application')";
    expect(withRolePrefix(sql, "kawa")).toBe(
      "grant x to kawa_app, kawa_owner; select set_config('musubi.acting', 'musubi_application')",
    );
  });

  test("a password is stored as RFC 7677 computes it", () => {
    // The example of RFC 7677, section 3: user "user", password "pencil", 4096 rounds.
    const verifier = scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"));
    expect(verifier).toBe(
      "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
    );
  });

  test.each([
    [
      "postgres://u:p%40ss@db.example:6000/erp",
      { host: "db.example", port: 6000, user: "u", password: "p@ss", database: "erp" },
    ],
    ["postgres://u@/erp?host=/var/run/postgresql", { host: "/var/run/postgresql", user: "u", database: "erp" }],
  ])("the address %s is read into its parts", (url, expected) => {
    expect(parseDatabaseUrl(url)).toMatchObject(expected);
  });
});
