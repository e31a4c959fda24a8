import { describe, expect, test } from "vitest";
import type { GridRow } from "../platform/index.ts";
import { balancingCells, entryTotals, rowsFromEntry } from "./manual-entry.ts";

const row = (key: string, debitYen = "", creditYen = ""): GridRow => ({ key, cells: { debitYen, creditYen } });

describe("an entry as it is typed", () => {
  test("adds up both sides, and what is no amount yet counts as nothing", () => {
    expect(entryTotals([row("1", "1000"), row("2", "", "400"), row("3", "12,", "x")])).toEqual({
      debitYen: 1000n,
      creditYen: 400n,
      differenceYen: 600n,
    });
  });
  const cases = [
    {
      name: "a credit balances what is debited",
      rows: [row("1", "1000"), row("2", "", "400")],
      expected: { creditYen: "600" },
    },
    { name: "a debit balances what is credited", rows: [row("1", "", "50")], expected: { debitYen: "50" } },
    { name: "nothing is offered when it balances", rows: [row("1", "5"), row("2", "", "5")], expected: null },
  ];
  test.each(cases)("$name", ({ rows, expected }) => {
    const blank = row("new");
    expect(balancingCells([...rows, blank], blank)).toEqual(expected);
  });
  test("a row that has an amount keeps it", () => {
    const typed = row("new", "1");
    expect(balancingCells([row("1", "1000"), typed], typed)).toBeNull();
  });
  test("a copy has the lines, each account already found, and no partner", () => {
    const [first] = rowsFromEntry([
      { accountCode: "7390", accountNameJa: "雑費", debitYen: "500", creditYen: null, taxCode: null, note: "11月" },
    ]);
    expect(first).toMatchObject({
      cells: { account: "7390", debitYen: "500", creditYen: "", taxCode: "", note: "11月" },
      hits: { account: { id: "7390" } },
    });
  });
});
