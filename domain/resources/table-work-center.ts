import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Work centres in files 作業区. */
export const workCenterTable = defineTable({
  name: both("作業区", "work centres"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "code",
      required: true,
      header: both("作業区コード", "Work centre code"),
      aliases: ["コード"],
      description: both("重複しないコード", "a code of its own"),
      example: "WC10",
    },
    {
      key: "name",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("作業区名", "Name"),
      aliases: ["名称"],
      description: both("名称", "the name"),
      example: "フレーム加工",
    },
    {
      key: "nameEn",
      kind: "text",
      maxLength: 200,
      header: both("英語名", "English name"),
      description: both("英語の画面での名前", "the name on English pages"),
      example: "Frame forming",
    },
    {
      key: "calendarCode",
      kind: "code",
      header: both("カレンダーコード", "Calendar code"),
      description: both(
        "登録済みの稼働カレンダー。空欄は会社の稼働カレンダー（コード順で最初）",
        "a calendar that exists; empty: the company's, the first by code",
      ),
      example: "STD",
    },
    {
      key: "machineCount",
      kind: "integer",
      min: "1",
      max: "10000",
      header: both("台数", "Machines"),
      description: both("同時に作業できる機械・作業台の数", "machines or benches that work at once"),
      example: "2",
    },
    {
      key: "minutesPerDay",
      kind: "integer",
      min: "1",
      max: "1440",
      header: both("1日の稼働分", "Minutes per day"),
      description: both(
        "シフトを決めないときの 1 台・1 日の稼働時間（分）",
        "minutes a machine works on a day without shifts",
      ),
      example: "480",
    },
    {
      key: "laborYenPerHour",
      kind: "decimal",
      min: "0",
      header: both("労務費（円/時）", "Labour (yen/hour)"),
      description: both("1 時間当たりの労務費", "labour cost of an hour"),
      example: "2400",
    },
    {
      key: "machineYenPerHour",
      kind: "decimal",
      min: "0",
      header: both("機械費（円/時）", "Machine (yen/hour)"),
      description: both("1 時間当たりの機械費", "machine cost of an hour"),
      example: "1800",
    },
    {
      key: "isActive",
      kind: "boolean",
      header: both("使用中", "In use"),
      description: both("× にすると選べなくなります", "no: it can no longer be chosen"),
      example: "○",
    },
  ],
});
export type WorkCenterTableRow = TableRowOf<typeof workCenterTable>;
