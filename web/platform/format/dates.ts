import { dayOfWeek, daysBetween, isPlainDate, parseDate } from "../../../domain/shared/index.ts";
import type { Locale } from "../i18n/i18n.ts";

const WEEKDAYS = { ja: "月火水木金土日", en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] } as const;

/** A day, `2026/11/23(月)` or `2026/11/23 (Mon)`. Text that is no day is shown as it is. */
export function formatDate(date: string, locale: Locale): string {
  if (!isPlainDate(date)) return date;
  const weekday = WEEKDAYS[locale][dayOfWeek(date) - 1]!;
  return locale === "ja" ? `${date.replaceAll("-", "/")}(${weekday})` : `${date.replaceAll("-", "/")} (${weekday})`;
}

/** A day without its weekday, for narrow columns: `11/23`, with the year when it is another than today's. */
export function formatShortDate(date: string, today: string): string {
  if (!isPlainDate(date)) return date;
  const [year, month, day] = date.split("-");
  return `${date.slice(0, 4) === today.slice(0, 4) ? "" : `${year}/`}${Number(month)}/${Number(day)}`;
}

/** A month, `2026-11` as `2026年11月` or `2026/11`. */
export function formatMonth(month: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})/.exec(month);
  if (!match) return month;
  return locale === "ja" ? `${match[1]}年${Number(match[2])}月` : `${match[1]}/${match[2]}`;
}

/** A moment in Japan's time, `2026/11/23 10:02`. */
export function formatInstant(instant: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  return new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(time);
}

/** How far a day is from another: key of the sentence and its number. Within two weeks days help, beyond weeks do. */
export function relativeDay(date: string, today: string): { key: string; count: number } | null {
  if (!isPlainDate(date) || !isPlainDate(today)) return null;
  const days = daysBetween(today, date);
  if (days === 0) return { key: "platform.date.today", count: 0 };
  if (days === 1) return { key: "platform.date.tomorrow", count: 1 };
  if (days === -1) return { key: "platform.date.yesterday", count: 1 };
  const count = Math.abs(days);
  if (count <= 14) return { key: days > 0 ? "platform.date.inDays" : "platform.date.daysAgo", count };
  if (count <= 60)
    return { key: days > 0 ? "platform.date.inWeeks" : "platform.date.weeksAgo", count: Math.round(count / 7) };
  return null;
}

const ERAS = [
  { first: "2019-05-01", name: "令和", yearZero: 2018 },
  { first: "1989-01-08", name: "平成", yearZero: 1988 },
  { first: "1926-12-25", name: "昭和", yearZero: 1925 },
] as const;

/** A day by the Japanese era, `令和8年11月23日`; earlier days by the western year. */
export function formatEraDate(date: string): string {
  if (!isPlainDate(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  const era = ERAS.find(({ first }) => date >= first);
  const years = era ? `${era.name}${year! - era.yearZero === 1 ? "元" : year! - era.yearZero}` : `${year}`;
  return `${years}年${month}月${day}日`;
}

/**
 * A day as somebody types it: every form `parseDate` knows, `11/23` (the nearest such day, up to two months back),
 * `23` (the next such day of the month), `+3` (days from today).
 */
export function parseTypedDate(text: string, today: string): string | null {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return null;
  const offset = /^([+-])(\d{1,3})$/.exec(typed);
  if (offset) return addTo(today, Number(`${offset[1]}${offset[2]}`));
  const monthDay = /^(\d{1,2})[/.-](\d{1,2})$/.exec(typed);
  const [year, month] = today.split("-").map(Number);
  if (monthDay) {
    const inYear = (y: number) => dayOf(y, Number(monthDay[1]), Number(monthDay[2]));
    const candidates = [inYear(year!), inYear(year! + 1)].filter((date) => date !== null);
    return candidates.find((date) => daysBetween(today, date) >= -60) ?? null;
  }
  const dayOnly = /^\d{1,2}$/.exec(typed);
  if (dayOnly) {
    const here = dayOf(year!, month!, Number(typed));
    if (here !== null && here >= today) return here;
    return month === 12 ? dayOf(year! + 1, 1, Number(typed)) : dayOf(year!, month! + 1, Number(typed));
  }
  const withoutWeekday = typed.replace(/\s*\((Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)$/i, "");
  return parseDate(withoutWeekday);
}

function dayOf(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isPlainDate(text) ? text : null;
}

function addTo(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** Today in Japan. */
export function todayInJapan(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date());
}
