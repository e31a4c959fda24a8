import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCursor, readSort, toPage, writeCursor } from "./cursor.ts";

const ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

describe("a cursor", () => {
  test("brings back the sort key of the last row shown", () => {
    const cursor = writeCursor("-orderedOn", ["2026-11-23", 12, null, ID]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor, "-orderedOn", ["date", "integer", "text", "uuid"])).toEqual({
      ok: true,
      value: ["2026-11-23", "12", null, ID],
    });
  });

  test("is no more than a first page when there is none", () => {
    expect(readCursor(undefined, "name", ["text"])).toEqual({ ok: true, value: null });
  });

  const refused = [
    { name: "of another sort", cursor: writeCursor("name", ["2026-11-23", ID]) },
    { name: "with a value of another kind", cursor: writeCursor("-orderedOn", ["2026-13-40", ID]) },
    { name: "with SQL in it", cursor: writeCursor("-orderedOn", ["2026-11-23", "'; drop table app.trade --"]) },
    { name: "with a value too few", cursor: writeCursor("-orderedOn", ["2026-11-23"]) },
    { name: "cut short", cursor: writeCursor("-orderedOn", ["2026-11-23", ID]).slice(0, 20) },
    { name: "with an object inside", cursor: Buffer.from('["-orderedOn",{"a":1},"b"]').toString("base64url") },
    { name: "that is no cursor", cursor: "page=2" },
  ];
  test.each(refused)("$name is refused", ({ cursor }) => {
    const outcome = readCursor(cursor, "-orderedOn", ["date", "uuid"]);
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: "CURSOR_INVALID", field: "query.cursor" }] });
  });

  test("survives any text as a key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        expect(readCursor(writeCursor("name", [text]), "name", ["text"])).toEqual({ ok: true, value: [text] });
      }),
    );
  });
});

test("pages by cursor show every row once, in order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 })), fc.integer({ min: 1, max: 7 }), (numbers, limit) => {
      const all = numbers.toSorted((a, b) => a - b);
      const shown: number[] = [];
      let cursor: string | undefined;
      do {
        const after = readCursor(cursor, "number", ["integer"]);
        const from = after.ok && after.value ? Number(after.value[0]) : -1;
        const page = toPage(all.filter((number) => number > from).slice(0, limit + 1), limit, "number", (number) => [
          number,
        ]);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        shown.push(...page.rows);
        cursor = page.nextCursor;
      } while (cursor);
      expect(shown).toEqual(all);
    }),
  );
});

describe("a sort", () => {
  test("is one of the list's own columns, turned round by a minus", () => {
    expect(readSort("-number", ["number", "orderedOn"], "orderedOn")).toEqual({
      ok: true,
      value: { column: "number", descending: true, text: "-number" },
    });
    expect(readSort(undefined, ["number", "orderedOn"], "-orderedOn")).toMatchObject({
      value: { column: "orderedOn", descending: true },
    });
  });

  test("by anything else is refused", () => {
    expect(readSort("1; drop table", ["number"], "number")).toMatchObject({ refusals: [{ code: "SORT_UNKNOWN" }] });
  });
});
