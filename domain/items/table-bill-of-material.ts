import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Bills of material in files 部品表, one row per component. */
export const billOfMaterialTable = defineTable({
  name: both("部品表", "bill of material"),
  naturalKey: ["itemCode", "componentCode", "operationNumber", "validFrom"],
  columns: [
    {
      key: "itemCode",
      kind: "code",
      required: true,
      header: both("親品目コード", "Parent code"),
      aliases: ["品目コード", "親品番"],
      description: both("登録済みの品目", "an item that exists"),
      example: "BK-R50R-44",
    },
    {
      key: "componentCode",
      kind: "code",
      required: true,
      header: both("子品目コード", "Component code"),
      aliases: ["子品番", "構成品目"],
      description: both("登録済みの品目", "an item that exists"),
      example: "FR-R38R-44",
    },
    {
      key: "operationNumber",
      kind: "integer",
      min: "1",
      max: "9999",
      header: both("工程番号", "Operation"),
      description: both("使う工程。空欄は最初の工程", "the operation that consumes it; empty: the first"),
      example: "10",
    },
    {
      key: "validFrom",
      kind: "date",
      header: both("適用開始日", "Valid from"),
      description: both("空欄はずっと前から", "empty: always"),
      example: "2026/04/01",
    },
    {
      key: "validTo",
      kind: "date",
      header: both("適用終了日", "Valid to"),
      description: both("この日まで。空欄は終わりなし", "the last day; empty: no end"),
      example: "",
    },
    {
      key: "quantity",
      kind: "decimal",
      required: true,
      moreThan: "0",
      header: both("員数", "Quantity"),
      aliases: ["数量", "必要数"],
      description: both("親 1 に必要な数量（子の在庫単位）", "needed per parent, in the component’s unit"),
      example: "1",
    },
    {
      key: "kind",
      kind: "enum",
      words: {
        component: { ...both("構成部品", "component"), aliases: ["部品"] },
        by_product: both("副産物", "by-product"),
      },
      header: both("種類", "Kind"),
      description: both(
        "オーダーから一緒に出てくるものは副産物。空欄は構成部品",
        "by-product: comes out of the parent’s order; empty: component",
      ),
      example: "構成部品",
    },
    {
      key: "scrapRate",
      kind: "decimal",
      min: "0",
      max: "0.999999",
      header: both("減損率", "Scrap rate"),
      aliases: ["ロス率", "不良率"],
      description: both("失われる割合（0 以上 1 未満）", "share lost, from 0 to below 1"),
      example: "0.02",
    },
    {
      key: "note",
      kind: "text",
      maxLength: 400,
      header: both("備考", "Note"),
      description: both("備考", "a note"),
      example: "",
    },
  ],
});
export type BillOfMaterialTableRow = TableRowOf<typeof billOfMaterialTable>;
