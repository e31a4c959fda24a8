import { describe, expect, test } from "vitest";
import type { GridColumn, GridRow } from "./grid-columns.ts";
import { plainText, readGridCell, shownText } from "./grid-columns.ts";
import { chooseHit, clearBlock, copyBlock, fillDown, filledRows, pasteCells } from "./grid-rows.ts";

const columns: readonly GridColumn[] = [
  { id: "item", header: "品目", kind: "lookup", required: true, lookup: async () => [] },
  { id: "quantity", header: "数量", kind: "decimal", required: true, moreThan: "0" },
  { id: "amount", header: "金額", kind: "computed", show: () => null },
  { id: "dueOn", header: "納期", kind: "date", initial: "previous" },
  {
    id: "way",
    header: "便",
    kind: "choice",
    options: [
      { value: "truck", label: "トラック" },
      { value: "mail", label: "宅配" },
    ],
  },
];
let count = 0;
const context = { columns, locale: "ja" as const, today: "2026-11-23", newKey: () => `new-${++count}` };
const row = (cells: Record<string, string>): GridRow => ({ key: "r", cells });
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe("pasting into a grid", () => {
  test("reads numbers, days and words as people write them and asks for the items", () => {
    const pasted = pasteCells([row({})], at(0, 0), [["A-100", "1,200", "x", "12/1", "宅配"]], context);
    expect(pasted.rows[0]!.cells).toEqual({ item: "A-100", quantity: "1200", dueOn: "2026-12-01", way: "mail" });
    expect(pasted.lookUp).toEqual([{ row: 0, column: 0 }]);
  });
  test("grows the grid downwards and passes over what takes no input", () => {
    const pasted = pasteCells(
      [row({})],
      at(0, 1),
      [
        ["1", "9"],
        ["2", "9"],
        ["3", "9"],
      ],
      context,
    );
    expect(pasted.rows.map(({ cells }) => cells)).toEqual([{ quantity: "1" }, { quantity: "2" }, { quantity: "3" }]);
  });
  test("leaves a new row its usual values where nothing was pasted, and takes days from the row above", () => {
    const usual: readonly GridColumn[] = [
      { id: "code", header: "品目", kind: "code", required: true },
      { id: "factor", header: "係数", kind: "decimal", required: true, initial: "1" },
      { id: "from", header: "適用日", kind: "date", required: true, initial: "previous" },
      { id: "price", header: "単価", kind: "decimal", required: true },
    ];
    const inThem = { ...context, columns: usual };
    const blankLast = [row({ code: "A", factor: "2", from: "2026-12-01", price: "9" }), row({})];
    const pasted = pasteCells(blankLast, at(1, 0), [["B"], ["C"]], inThem);
    expect(pasted.rows.slice(1).map(({ cells }) => cells)).toEqual([
      { code: "B", factor: "1", from: "2026-12-01" },
      { code: "C", factor: "1", from: "2026-12-01" },
    ]);
    // What was typed before, and cleared, stays as it is.
    const cleared = pasteCells([row({ code: "A", factor: "" })], at(0, 3), [["5"]], inThem);
    expect(cleared.rows[0]!.cells).toEqual({ code: "A", factor: "", price: "5" });
  });
  test("fills a larger selection by repeating", () => {
    const rows = [row({}), row({}), row({}), row({})];
    const pasted = pasteCells(rows, at(0, 1, 3, 1), [["5"], ["6"]], context);
    expect(pasted.rows.map(({ cells }) => cells["quantity"])).toEqual(["5", "6", "5", "6"]);
  });
  test("says how many columns lay beyond the right edge", () =>
    expect(pasteCells([row({})], at(0, 4), [["宅配", "a", "b"]], context).droppedColumns).toBe(2));
  test("keeps what it cannot read where it was pasted, with the reason", () => {
    const pasted = pasteCells([row({})], at(0, 1), [["二十"]], context);
    expect(readGridCell(columns[1]!, pasted.rows[0]!, "ja")).toEqual({
      ok: false,
      problem: { code: "NUMBER_INVALID" },
    });
  });
});

describe("a cell", () => {
  test("without the item it needs says so, and one that names no item too", () => {
    expect(readGridCell(columns[0]!, row({}), "ja")).toMatchObject({ problem: { code: "CELL_REQUIRED" } });
    expect(readGridCell(columns[0]!, row({ item: "?" }), "ja")).toMatchObject({
      problem: { code: "LOOKUP_NOT_FOUND" },
    });
  });
  test("of a quantity must be above zero", () =>
    expect(readGridCell(columns[1]!, row({ quantity: "0" }), "ja")).toMatchObject({
      problem: { code: "NUMBER_NOT_MORE" },
    }));
  test("is shown with separators, weekday and word", () => {
    const shown = row({ quantity: "1200.5", dueOn: "2026-12-01", way: "mail" });
    expect([1, 3, 4].map((at) => shownText(columns[at]!, shown, "ja"))).toEqual(["1,200.5", "2026/12/01(火)", "宅配"]);
  });
  test("keeps unreadable text as typed", () => expect(plainText(columns[3]!, "来週", "ja", "2026-11-23")).toBe("来週"));
});

describe("rows of a grid", () => {
  test("fill down from the first selected row, items with what they point at", () => {
    const hit = { id: "1", code: "A", name: "軸" };
    const rows = [{ ...row({ item: "A", quantity: "3" }), hits: { item: hit } }, row({ item: "B" }), row({})];
    const filled = fillDown(rows, at(0, 0, 2, 1), columns);
    expect(filled.map(({ cells, hits }) => [cells["item"], cells["quantity"], hits?.["item"]])).toEqual([
      ["A", "3", hit],
      ["A", "3", hit],
      ["A", "3", hit],
    ]);
  });
  test("fill a single row from the one above", () =>
    expect(fillDown([row({ quantity: "3" }), row({})], at(1, 1), columns)[1]!.cells["quantity"]).toBe("3"));
  test("are cleared only where they take input", () =>
    expect(clearBlock([row({ quantity: "3", dueOn: "2026-12-01" })], at(0, 1, 0, 2), columns)[0]!.cells).toEqual({
      quantity: "",
      dueOn: "2026-12-01",
    }));
  test("that are blank are not sent, even with the day they began with", () =>
    expect(filledRows(columns, [row({ quantity: "1" }), row({ dueOn: "2026-12-01" }), row({})])).toHaveLength(1));
  test("copy as plain figures, days and words", () =>
    expect(copyBlock([row({ quantity: "1200", dueOn: "2026-12-01", way: "mail" })], at(0, 1, 0, 4), columns)).toEqual([
      ["1200", "", "2026/12/01", "宅配"],
    ]));
});

describe("a text typed for an item", () => {
  const hits = [
    { code: "A-1", name: "軸" },
    { code: "A-10", name: "軸受" },
    { code: "B-1", name: "軸" },
  ];
  test.each([
    { text: "a-1", found: hits[0] },
    { text: "Ａ－１０", found: hits[1] },
    { text: "軸受", found: hits[1] },
    { text: "軸", found: "several" },
    { text: "A-1 軸", found: hits[0] },
  ])("'$text' means the one whose code or name it is, or several", ({ text, found }) =>
    expect(chooseHit(text, hits)).toEqual(found),
  );
  test("of which there is no other means that one", () => expect(chooseHit("受", [hits[1]!])).toBe(hits[1]));
  test("that finds nothing means none", () => expect(chooseHit("x", [])).toBe("none"));
});
