import type { Readable } from "node:stream";
import { defineTable, type TableRowOf } from "../../../domain/shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** A table with a column of every kind. */
export const partTable = defineTable({
  name: both("部品", "parts"),
  columns: [
    {
      key: "code",
      kind: "code",
      header: both("品目コード", "Item code"),
      required: true,
      description: both("重複しない番号", "a number of its own"),
      example: "FR-100",
    },
    {
      key: "name",
      kind: "text",
      header: both("品名", "Name"),
      required: true,
      description: both("名前", "the name"),
      example: "フレーム",
    },
    {
      key: "note",
      kind: "text",
      multiline: true,
      header: both("備考", "Note"),
      description: both("改行できます", "may have line breaks"),
      example: "",
    },
    {
      key: "weight",
      kind: "decimal",
      header: both("重量（kg）", "Weight (kg)"),
      description: both("kg", "kg"),
      example: "1.25",
    },
    { key: "costYen", kind: "yen", header: both("原価", "Cost"), description: both("円", "yen"), example: "1200" },
    { key: "days", kind: "integer", header: both("日数", "Days"), description: both("日", "days"), example: "5" },
    {
      key: "validOn",
      kind: "date",
      header: both("適用日", "Valid from"),
      description: both("日付", "a date"),
      example: "2026/11/23",
    },
    {
      key: "isLot",
      kind: "boolean",
      header: both("ロット", "Lot"),
      description: both("○か×", "yes or no"),
      example: "○",
    },
    {
      key: "supply",
      kind: "enum",
      words: { make: both("内作", "make"), buy: both("購入", "buy") },
      header: both("手配", "Supply"),
      description: both("手配区分", "how it is procured"),
      example: "内作",
    },
  ],
  naturalKey: ["code"],
});
export type Part = TableRowOf<typeof partTable>;

/** A row with the values given, all else empty. */
export function part(code: string, values: Partial<Part> = {}): Part {
  const empty = { note: null, weight: null, costYen: null, days: null, validOn: null, isLot: null, supply: null };
  return { code, name: `部品 ${code}`, ...empty, ...values };
}

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
