import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** Own days of calendars in files: closures and extra working days. */
export const calendarDayTable = defineTable({
  name: both("休業日", "calendar days"),
  naturalKey: ["calendarCode", "onDate"],
  columns: [
    {
      key: "calendarCode",
      kind: "code",
      required: true,
      header: both("カレンダーコード", "Calendar code"),
      aliases: ["カレンダー"],
      description: both("登録済みの稼働カレンダー", "a calendar that exists"),
      example: "STD",
    },
    {
      key: "onDate",
      kind: "date",
      required: true,
      header: both("日付", "Date"),
      description: both("曜日や祝日と異なる日", "a day that differs from the week and the holidays"),
      example: "2026/12/29",
    },
    {
      key: "isWorking",
      kind: "boolean",
      required: true,
      header: both("稼働", "Works"),
      aliases: ["稼働日", "出勤"],
      description: both("× 休業、○ 稼働", "no: closed; yes: worked"),
      example: "×",
    },
    {
      key: "reason",
      kind: "text",
      maxLength: 200,
      header: both("理由", "Reason"),
      description: both("画面に出る理由", "the reason shown"),
      example: "年末年始休業",
    },
  ],
});
export type CalendarDayTableRow = TableRowOf<typeof calendarDayTable>;
