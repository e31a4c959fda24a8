import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Units in files 単位. */
export const unitTable = defineTable({
  name: both("単位", "units"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "text",
      maxLength: 20,
      required: true,
      header: both("単位", "Unit"),
      aliases: ["単位コード", "コード"],
      description: both("画面と帳票に出る記号", "the sign on screens and papers"),
      example: "kg",
    },
    {
      key: "nameJa",
      kind: "text",
      maxLength: 200,
      header: both("日本語名", "Japanese name"),
      description: both("空欄は記号と同じ", "empty: the sign itself"),
      example: "キログラム",
    },
    {
      key: "nameEn",
      kind: "text",
      maxLength: 200,
      header: both("英語名", "English name"),
      description: both("空欄は記号と同じ", "empty: the sign itself"),
      example: "kilogram",
    },
    {
      key: "decimals",
      kind: "integer",
      min: "0",
      max: "6",
      header: both("小数桁", "Decimals"),
      description: both("数量の小数の桁数（0〜6）", "decimals of a quantity, 0 to 6"),
      example: "3",
    },
  ],
});
export type UnitTableRow = TableRowOf<typeof unitTable>;

/** Conversions in files: one unit is so much of the item's own unit. */
export const unitConversionTable = defineTable({
  name: both("単位換算", "unit conversions"),
  naturalKey: ["itemCode", "unit"],
  columns: [
    {
      key: "itemCode",
      kind: "code",
      required: true,
      header: both("品目コード", "Item code"),
      description: both("登録済みの品目", "an item that exists"),
      example: "ST-100",
    },
    {
      key: "unit",
      kind: "text",
      maxLength: 20,
      required: true,
      header: both("単位", "Unit"),
      description: both("登録済みの単位", "a unit that exists"),
      example: "箱",
    },
    {
      key: "factor",
      kind: "decimal",
      moreThan: "0",
      required: true,
      header: both("換算数", "Factor"),
      aliases: ["入数", "換算係数"],
      description: both("この単位 1 が在庫単位でいくつか", "how many of the item's own unit one is"),
      example: "24",
    },
  ],
});
export type UnitConversionTableRow = TableRowOf<typeof unitConversionTable>;
