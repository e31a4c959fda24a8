import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Stock a company brings along, in files 期首在庫: what stands where, in which lot, and what it is worth. */
export const openingStockTable = defineTable({
  name: both("期首在庫", "opening stock"),
  naturalKey: ["item", "place", "lot"],
  columns: [
    {
      key: "item",
      kind: "code",
      required: true,
      header: both("品目コード", "Item"),
      aliases: ["品番", "品目", "item_code"],
      description: both("登録済みの在庫品目", "a stocked item that exists"),
      example: "BOLT-M6",
    },
    {
      key: "place",
      kind: "code",
      required: true,
      header: both("置き場コード", "Place"),
      aliases: ["置き場", "倉庫", "place_code"],
      description: both("登録済みの倉庫・受入場・預け先", "a storage or receiving place, or one at a partner"),
      example: "MAIN",
    },
    {
      key: "lot",
      kind: "text",
      maxLength: 60,
      header: both("ロット", "Lot"),
      aliases: ["ロット番号", "lot_code"],
      description: both("ロット管理品は必須", "needed for items tracked by lot"),
      example: "2026-04-01A",
    },
    {
      key: "quantity",
      kind: "decimal",
      decimals: 6,
      moreThan: "0",
      required: true,
      header: both("数量", "Quantity"),
      aliases: ["在庫数"],
      description: both("品目の在庫単位で", "in the item's own unit"),
      example: "1200",
    },
    {
      key: "valueYen",
      kind: "yen",
      min: "0",
      required: true,
      header: both("金額(円)", "Value (yen)"),
      aliases: ["金額", "在庫金額", "value"],
      description: both("その数量全体の帳簿価額、税抜", "what all of it is worth in the books, without tax"),
      example: "14400",
    },
    {
      key: "openedOn",
      kind: "date",
      header: both("期首日", "Opening day"),
      aliases: ["日付", "date"],
      description: both("空欄は最初の開いている会計月の初日", "empty: the first day of the first open month"),
      example: "2026-04-01",
    },
  ],
});
export type OpeningStockRow = TableRowOf<typeof openingStockTable>;
