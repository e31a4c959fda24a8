import { defineTable, MOST_QUANTITY, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Forecasts (内示) in files: one line for an item, a customer and a stretch of days. */
export const forecastTable = defineTable({
  name: both("内示", "forecasts"),
  naturalKey: ["itemCode", "partnerCode", "periodFrom"],
  columns: [
    {
      key: "itemCode",
      kind: "code",
      required: true,
      header: both("品目コード", "Item code"),
      aliases: ["品目", "品番"],
      description: both("登録済みの品目", "an item that exists"),
      example: "BK-R93R-62",
    },
    {
      key: "partnerCode",
      kind: "code",
      header: both("得意先コード", "Customer code"),
      aliases: ["得意先", "取引先コード"],
      description: both("空欄は特定の得意先なし", "empty: no customer in particular"),
      example: "C001",
    },
    {
      key: "periodFrom",
      kind: "date",
      required: true,
      header: both("期間開始日", "From"),
      aliases: ["開始日"],
      description: both("この日から", "first day of the period"),
      example: "2026/12/01",
    },
    {
      key: "periodTo",
      kind: "date",
      required: true,
      header: both("期間終了日", "To"),
      aliases: ["終了日"],
      description: both("この日まで", "last day of the period"),
      example: "2026/12/31",
    },
    {
      key: "quantity",
      kind: "decimal",
      decimals: 6,
      moreThan: "0",
      max: MOST_QUANTITY,
      required: true,
      header: both("数量", "Quantity"),
      description: both("在庫単位の数量", "in the item's own unit"),
      example: "120",
    },
    {
      key: "isFirm",
      kind: "boolean",
      header: both("確定", "Firm"),
      aliases: ["確定内示"],
      description: both("○ 引取りの約束がある内示", "yes: the customer is bound to it"),
      example: "×",
    },
  ],
});
export type ForecastTableRow = TableRowOf<typeof forecastTable>;
