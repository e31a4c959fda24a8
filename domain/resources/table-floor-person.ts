import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** People on the floor in files. A PIN is read and never written: exports leave its column empty. */
export const floorPersonTable = defineTable({
  name: both("作業者", "floor people"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "code",
      required: true,
      header: both("作業者コード", "Person code"),
      aliases: ["社員番号", "コード"],
      description: both("重複しないコード", "a code of its own"),
      example: "P001",
    },
    {
      key: "name",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("氏名", "Name"),
      description: both("氏名", "the name"),
      example: "佐藤 花子",
    },
    {
      key: "kana",
      kind: "text",
      maxLength: 200,
      header: both("フリガナ", "Reading"),
      description: both("並べ替えに使う読み", "the reading, for sorting"),
      example: "サトウ ハナコ",
    },
    {
      key: "pin",
      kind: "code",
      maxLength: 8,
      header: both("暗証番号", "PIN"),
      aliases: ["PIN"],
      description: both(
        "数字 4〜8 桁。新しい作業者には必須。空欄は変更なし",
        "4 to 8 digits; needed for a new person, empty keeps it",
      ),
      example: "2580",
    },
    {
      key: "isActive",
      kind: "boolean",
      header: both("使用中", "In use"),
      description: both("× にすると作業報告に使えなくなります", "no: can no longer report work"),
      example: "○",
    },
  ],
});
export type FloorPersonTableRow = TableRowOf<typeof floorPersonTable>;
