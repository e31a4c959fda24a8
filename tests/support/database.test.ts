import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database.ts";

async function ask<R extends pg.QueryResultRow>(config: pg.ClientConfig, sql: string): Promise<R[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a test database", () => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(async () => {
    await one.drop();
    await other.drop();
  });

  test("is migrated and separate from every other", async () => {
    await ask(one.admin, "create table public.mark (n int)");
    const tables = "select to_regclass('app.company') is not null as migrated, to_regclass('public.mark') as mark";
    expect(await ask(one.admin, tables)).toEqual([{ migrated: true, mark: "mark" }]);
    expect(await ask(other.admin, tables)).toEqual([{ migrated: true, mark: null }]);
  });

  test.each(["app", "auth", "job"] as const)("lets role %s log in with no more than it is given", async (role) => {
    const rows = await ask(
      one[role],
      `select current_user as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
              has_database_privilege(current_database(), 'temp') as temp,
              pg_has_role('musubi_owner', 'member') or pg_has_role('musubi_guard', 'member') as owner,
              current_setting('statement_timeout') <> '0' as bounded
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ name: `musubi_${role}`, mighty: false, temp: false, owner: false, bounded: true }]);
  });

  test("is gone when dropped, even while somebody is connected", async () => {
    const brief = await createTestDatabase();
    const client = new pg.Client(brief.app);
    client.on("error", () => {});
    await client.connect();
    await brief.drop();
    const left = await ask(one.admin, `select from pg_database where datname = '${brief.name}'`);
    expect(left).toHaveLength(0);
    await client.end().catch(() => {});
  });
});
