import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { areLarge, queryLarge } from "./large-query.ts";

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.admin);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const large = Buffer.alloc(3_000_000, "結");

describe("a statement with large values", () => {
  test("gets every value as it was given, whether planned anew or known by its name", async () => {
    const statement = {
      name: "large",
      text: "select md5($1::bytea) sum, $2::text words, $3::int count, $4::text nothing, octet_length($5::bytea) bytes",
    };
    const values = [large, "結び 'x'", 42, null, Buffer.alloc(0)];
    expect(areLarge(values)).toBe(true);
    const { rows } = await client.query("select md5($1::bytea) sum", [large]);
    for (let time = 0; time < 2; time++)
      expect((await queryLarge(client, statement, values)).rows).toEqual([
        { ...rows[0], words: "結び 'x'", count: 42, nothing: null, bytes: 0 },
      ]);
    expect((await queryLarge(client, { text: "select octet_length($1::bytea) n" }, [large])).rows).toEqual([
      { n: 3_000_000 },
    ]);
  });

  test("says what the database refuses, and the connection goes on", async () => {
    const bad = queryLarge(client, { text: "select 1 / ($2::int - octet_length($1::bytea))" }, [large, 3_000_000]);
    await expect(bad).rejects.toMatchObject({ code: "22012" });
    expect((await client.query("select 1 n")).rows).toEqual([{ n: 1 }]);
    expect((await queryLarge(client, { text: "select octet_length($1::bytea) n" }, [large])).rows).toEqual([
      { n: 3_000_000 },
    ]);
  });

  test("small ones, and those of forms with rules of their own, go pg's way", () => {
    expect(areLarge([Buffer.alloc(10), "x"])).toBe(false);
    expect(areLarge([large, ["a", "b"]])).toBe(false);
    expect(areLarge([large, new Date(0)])).toBe(false);
  });
});
