import { defineTable, type TableRowOf } from "../shared/index.ts";

const both = (ja: string, en: string) => ({ ja, en });
const day = <Key extends string>(key: Key, ja: string, en: string) => ({
  key,
  kind: "boolean" as const,
  header: both(ja, en),
  description: both(`○ は${ja}曜日に稼働`, `yes: works on ${en}s`),
  example: ja === "土" || ja === "日" ? "×" : "○",
});

/** Working calendars in files 稼働カレンダー: the week and the public holidays; closures and shifts are tables of their own. */
export const calendarTable = defineTable({
  name: both("稼働カレンダー", "calendars"),
  naturalKey: ["code"],
  columns: [
    {
      key: "code",
      kind: "code",
      required: true,
      header: both("カレンダーコード", "Calendar code"),
      aliases: ["コード"],
      description: both("重複しないコード", "a code of its own"),
      example: "STD",
    },
    {
      key: "name",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("名称", "Name"),
      description: both("カレンダーの名前", "the name"),
      example: "標準",
    },
    day("monday", "月", "Monday"),
    day("tuesday", "火", "Tuesday"),
    day("wednesday", "水", "Wednesday"),
    day("thursday", "木", "Thursday"),
    day("friday", "金", "Friday"),
    day("saturday", "土", "Saturday"),
    day("sunday", "日", "Sunday"),
    {
      key: "keepsPublicHolidays",
      kind: "boolean",
      header: both("祝日休業", "Closed on public holidays"),
      aliases: ["祝日"],
      description: both("○ は国民の祝日に休業", "yes: closed on public holidays"),
      example: "○",
    },
  ],
});
export type CalendarTableRow = TableRowOf<typeof calendarTable>;

/** Shifts of calendars in files シフト. */
export const shiftTable = defineTable({
  name: both("シフト", "shifts"),
  naturalKey: ["calendarCode", "code"],
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
      key: "code",
      kind: "code",
      required: true,
      header: both("シフトコード", "Shift code"),
      aliases: ["コード"],
      description: both("カレンダーの中で重複しないコード", "a code of its own within the calendar"),
      example: "DAY",
    },
    {
      key: "name",
      kind: "text",
      maxLength: 200,
      required: true,
      header: both("名称", "Name"),
      description: both("シフトの名前", "the name"),
      example: "日勤",
    },
    {
      key: "startsAt",
      kind: "code",
      maxLength: 8,
      required: true,
      header: both("開始", "Starts at"),
      aliases: ["開始時刻"],
      description: both("08:30 のように", "such as 08:30"),
      example: "08:30",
    },
    {
      key: "endsAt",
      kind: "code",
      maxLength: 8,
      required: true,
      header: both("終了", "Ends at"),
      aliases: ["終了時刻"],
      description: both("開始より早い時刻は翌日", "earlier than the start: the next day"),
      example: "17:30",
    },
    {
      key: "breakMinutes",
      kind: "integer",
      min: "0",
      max: "720",
      header: both("休憩（分）", "Break (minutes)"),
      aliases: ["休憩"],
      description: both("休憩の合計", "all breaks together"),
      example: "60",
    },
  ],
});
export type ShiftTableRow = TableRowOf<typeof shiftTable>;

/** A time of a file as `HH:MM`; null when it is none. Excel writes 8:30 and 08:30:00 too. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text.normalize("NFKC"));
  if (!match || Number(match[1]) > 23) return null;
  return `${match[1]!.padStart(2, "0")}:${match[2]}`;
}
