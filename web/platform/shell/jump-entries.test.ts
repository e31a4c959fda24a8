import { expect, test } from "vitest";
import { findEntries, foldForSearch } from "./jump-entries.ts";

const entries = [
  { text: "受注一覧", keywords: "じゅちゅう sales order" },
  { text: "在庫一覧", keywords: "ざいこ stock" },
  { text: "新しい受注" },
];

test.each([
  { typed: "受注", found: ["受注一覧", "新しい受注"] },
  { typed: "ジュチュウ", found: ["受注一覧"] },
  { typed: "ＳＴＯＣＫ", found: ["在庫一覧"] },
  { typed: "請求", found: [] },
])("looking for '$typed' finds $found", ({ typed, found }) =>
  expect(findEntries(entries, typed).map(({ text }) => text)).toEqual(found),
);

test("half-width kana, wide letters and spaces read the same", () =>
  expect(foldForSearch("ｻﾞｲｺ Ａ１")).toBe(foldForSearch("ざいこa1")));
