import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, plantItems, type TestCompany, type World } from "../../../tests/support/world.ts";
import { type ListSql, listPage, searchFilter, when } from "./list.ts";

let world: World;
let mine: TestCompany;
beforeAll(async () => {
  world = await createWorld();
  mine = await world.company("丸山製作所");
  const other = await world.company("よその会社");
  await world.as(other, (tx) => plantItems(tx, [{ code: "X-1", name: "鋼材" }]));
  const names = ["鋼材 丸", "鋼材 角", "軸受", "鋳物", "合鋼"];
  await world.as(mine, (tx) =>
    plantItems(
      tx,
      names.map((name, i) => ({ code: `A-${i}`, name })),
    ),
  );
});
afterAll(() => world.close());

const list: ListSql = {
  select: "i.id, i.code, i.name",
  from: "app.item i",
  where: "i.company_id = $1",
  sorts: { code: { sql: "i.code", kind: "text" }, name: { sql: "i.name", kind: "text" } },
  otherwise: "code",
  tie: [{ sql: "i.id", kind: "uuid" }],
};
const page = (asked: { cursor?: string; limit: number; sort?: string }, filters: Parameters<typeof listPage>[3] = []) =>
  world.as(mine, async (tx) => {
    const outcome = await listPage<{ code: string }>(tx, list, asked, filters);
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    return outcome.value;
  });

describe("a list", () => {
  test("pages through all rows once, in either direction, and shows no other company's", async () => {
    for (const sort of ["code", "-code"]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const one = await page({ limit: 2, sort, ...(cursor ? { cursor } : {}) });
        seen.push(...one.rows.map((row) => row.code));
        cursor = one.nextCursor;
      } while (cursor);
      expect(seen).toEqual(sort === "code" ? ["A-0", "A-1", "A-2", "A-3", "A-4"] : ["A-4", "A-3", "A-2", "A-1", "A-0"]);
    }
  });
  test("finds a two-character Japanese word anywhere, and only it", async () => {
    expect((await page({ limit: 9 }, searchFilter("鋼材", "item", "i.id"))).rows.map((row) => row.code)).toEqual([
      "A-0",
      "A-1",
    ]);
    expect((await page({ limit: 9 }, searchFilter("鋼材 角", "item", "i.id"))).rows.map((row) => row.code)).toEqual(
      ["A-0", "A-1"].slice(0, 2),
    );
    expect((await page({ limit: 9 }, searchFilter("a", "item", "i.id"))).rows.length).toBe(5);
  });
  test("filters by what is asked for and by nothing else", async () => {
    expect(
      (await page({ limit: 9 }, [...when("A-2", "i.code = ?"), ...when(undefined, "i.name = ?")])).rows.map(
        (row) => row.code,
      ),
    ).toEqual(["A-2"]);
  });
  test("refuses a sort it does not have and a cursor of another sort", async () => {
    await expect(page({ limit: 2, sort: "price; drop table" })).rejects.toThrow("SORT_UNKNOWN");
    const { nextCursor } = await page({ limit: 2, sort: "code" });
    await expect(page({ limit: 2, sort: "name", cursor: nextCursor! })).rejects.toThrow("CURSOR_INVALID");
  });
});
