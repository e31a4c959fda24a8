import { defineTable, type TableRowOf } from "../shared/index.ts";

const columns = (number: { ja: string; en: string }, partner: { ja: string; en: string }) =>
  [
    {
      key: "outsideNumber",
      kind: "code",
      maxLength: 60,
      required: true,
      header: number,
      description: { ja: "同じ番号の行が1つの注文になります。", en: "Rows with one number become one order." },
      example: "PO-2026-0815",
    },
    {
      key: "lineNumber",
      kind: "integer",
      min: "1",
      max: "9999",
      required: true,
      header: { ja: "行番号", en: "Line" },
      aliases: ["明細番号", "行"],
      description: { ja: "注文の中の行番号です。", en: "Line number within the order." },
      example: "1",
    },
    {
      key: "partnerCode",
      kind: "code",
      required: true,
      header: partner,
      aliases: ["取引先コード", "partner"],
      description: { ja: "取引先マスタのコードです。", en: "Code of the partner card." },
      example: "C001",
    },
    {
      key: "orderedOn",
      kind: "date",
      required: true,
      header: { ja: "注文日", en: "Ordered on" },
      aliases: ["受注日", "発注日"],
      description: { ja: "注文の日付です。", en: "Day of the order." },
      example: "2026-11-24",
    },
    {
      key: "item",
      kind: "code",
      maxLength: 60,
      required: true,
      header: { ja: "品目コード", en: "Item code" },
      aliases: ["品番", "item"],
      description: { ja: "自社の品目コード、または契約の品目コードです。", en: "Own item code, or the agreement's." },
      example: "SHAFT-1",
    },
    {
      key: "quantity",
      kind: "decimal",
      decimals: 6,
      moreThan: "0",
      required: true,
      header: { ja: "数量", en: "Quantity" },
      description: { ja: "単位あたりの数量です。", en: "In the unit of the line." },
      example: "100",
    },
    {
      key: "unit",
      kind: "code",
      header: { ja: "単位", en: "Unit" },
      description: { ja: "空欄のときは品目または契約の単位です。", en: "Empty: the item's or the agreement's unit." },
      example: "個",
    },
    {
      key: "unitPrice",
      kind: "decimal",
      decimals: 6,
      min: "0",
      header: { ja: "単価", en: "Unit price" },
      description: { ja: "空欄のときは契約または品目の単価です。", en: "Empty: the agreed or the item's price." },
      example: "1200.5",
    },
    {
      key: "wantedOn",
      kind: "date",
      required: true,
      header: { ja: "納期", en: "Wanted on" },
      aliases: ["希望納期"],
      description: { ja: "希望する納期です。", en: "The day it is wanted." },
      example: "2026-12-10",
    },
    {
      key: "description",
      kind: "text",
      maxLength: 200,
      header: { ja: "品名", en: "Description" },
      aliases: ["品目名"],
      description: { ja: "空欄のときは品目の名称です。", en: "Empty: the item's name." },
      example: "軸 20x300",
    },
    {
      key: "title",
      kind: "text",
      maxLength: 200,
      header: { ja: "件名", en: "Title" },
      description: { ja: "注文の件名です(先頭の行の値を使います)。", en: "Title of the order, from its first row." },
      example: "12月分",
    },
  ] as const;

/** Lines of sales orders as a file: the customer's order number and line find them again. */
export const salesOrderTable = defineTable({
  name: { ja: "受注", en: "sales-orders" },
  columns: columns({ ja: "客先注文番号", en: "Customer's order number" }, { ja: "得意先コード", en: "Customer code" }),
  naturalKey: ["partnerCode", "outsideNumber", "lineNumber"],
});
/** Lines of purchase orders as a file: the order number and line find them again. */
export const purchaseOrderTable = defineTable({
  name: { ja: "発注", en: "purchase-orders" },
  columns: columns({ ja: "注文番号", en: "Order number" }, { ja: "仕入先コード", en: "Supplier code" }),
  naturalKey: ["partnerCode", "outsideNumber", "lineNumber"],
});
export type OrderTableRow = TableRowOf<typeof salesOrderTable>;
