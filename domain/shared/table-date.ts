import { addDays, dayOfWeek, isPlainDate, type PlainDate } from "./dates.ts";

/**
 * Eras with their first day. A date before the first day is refused (there is no 令和元年1月); one after the last is
 * accepted, because papers written before a change of era name years that never came (平成35年).
 */
const ERAS = [
  { names: ["令和", "r"], first: "2019-05-01", yearZero: 2018 },
  { names: ["平成", "h"], first: "1989-01-08", yearZero: 1988 },
  { names: ["昭和", "s"], first: "1926-12-25", yearZero: 1925 },
  { names: ["大正", "t"], first: "1912-07-30", yearZero: 1911 },
  { names: ["明治", "m"], first: "1873-01-01", yearZero: 1867 },
] as const;

const WEEKDAYS = "月火水木金土日";
const WESTERN = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const WESTERN_WORDS = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ERA = /^(令和|平成|昭和|大正|明治|[rhstm])(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|([-/.])(\d{1,2})\5(\d{1,2}))$/;
/** Midnight that spreadsheets put behind a day. */
const MIDNIGHT = /[ t]0?0:00(:00(\.0+)?)?z?$/;
const WEEKDAY = /\(([月火水木金土日])(?:曜日?)?\)$/;

/**
 * A day as Japanese offices write it: 2026/11/23, 2026-11-23, 2026年11月23日, 20261123, 令和8年11月23日, R8.11.23,
 * with 2026/11/23(月) or 0:00 behind it, or a spreadsheet's day number of five digits (46349).
 * Two-digit years and 11/23/2026 have several readings and are not guessed.
 *
 * @returns the day, or null when it is none (also when the day of the week named is another)
 */
export function parseDate(text: string): PlainDate | null {
  let rest = text.normalize("NFKC").trim().toLowerCase();
  rest = rest.replace(MIDNIGHT, "");
  const weekday = WEEKDAY.exec(rest)?.[1];
  if (weekday) rest = rest.replace(WEEKDAY, "").trim();
  const date = /^\d{5}$/.test(rest) ? dateOfSerial(Number(rest)) : parseDay(rest.replace(/\s/g, ""));
  if (date !== null && weekday && WEEKDAYS[dayOfWeek(date) - 1] !== weekday) return null;
  return date;
}

/**
 * The day behind a spreadsheet's day number (1 = 1900-01-01, counting the 29 February 1900 that never was).
 *
 * @param serial whole number of 61 or more: below it programs disagree
 */
export function dateOfSerial(serial: number): PlainDate {
  return addDays("1899-12-30", serial);
}

function parseDay(text: string): PlainDate | null {
  const western = WESTERN.exec(text);
  if (western) return dayOf(Number(western[1]), western[3]!, western[4]!);
  const plain = WESTERN_WORDS.exec(text) ?? COMPACT.exec(text);
  if (plain) return dayOf(Number(plain[1]), plain[2]!, plain[3]!);
  const era = ERA.exec(text);
  if (!era) return null;
  const found = ERAS.find(({ names }) => (names as readonly string[]).includes(era[1]!))!;
  const yearOfEra = era[2] === "元" ? 1 : Number(era[2]);
  const date = yearOfEra < 1 ? null : dayOf(found.yearZero + yearOfEra, (era[3] ?? era[6])!, (era[4] ?? era[7])!);
  return date !== null && date >= found.first ? date : null;
}

function dayOf(year: number, month: string, day: string): PlainDate | null {
  const text = `${String(year).padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(text) ? text : null;
}
