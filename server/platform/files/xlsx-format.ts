import { addDays } from "../../../domain/shared/index.ts";

/** Built-in number formats that show a day; 27–36 and 50–58 are the Japanese ones. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN_DAYS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const BUILT_IN_TIMES = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47];

/** What a cell's number means by the format it is shown in. */
export type Shown = "number" | "day" | "time";

/**
 * @param id `numFmtId` of the style
 * @param code the file's own format code of that id, when it has one
 */
export function shownAs(id: number, code: string | undefined): Shown {
  if (code === undefined) return BUILT_IN_DAYS.includes(id) ? "day" : BUILT_IN_TIMES.includes(id) ? "time" : "number";
  // What stands in quotes or behind a backslash is shown as it is, brackets hold colours and languages (but [h] is hours); only the first of up to four sections counts.
  const bare = code
    .replace(/"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\.|_.|\*./gi, "")
    .split(";")[0]!
    .replace(/general|g\/標準|標準/gi, "")
    .toLowerCase();
  if (/[yd]|g{1,3}e|e{1,2}[^+-]*m|aaa/.test(bare)) return "day";
  if (/h|s/.test(bare)) return "time";
  return bare.includes("m") ? "day" : "number";
}

/**
 * A stored number as the text a person sees: 15 significant digits, as Excel shows them, so that 0.30000000000000004 is 0.3;
 * never in scientific notation. A day is `YYYY/MM/DD`, with ` HH:MM:SS` behind it when it is no midnight.
 *
 * @param is1904 the workbook counts days from 1904, as old ones from a Mac do
 */
export function numberText(stored: string, shown: Shown, is1904: boolean): string {
  // Almost every cell: a plain number of few digits stands there as it is.
  if (shown === "number" && /^-?\d{1,15}$/.test(stored)) return stored;
  const number = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(number)) return stored;
  if (shown === "number" || number < 0 || number >= 2_958_466) return plainDigits(number);
  const seconds = Math.round((number % 1) * 86_400);
  const days = Math.floor(number) + (is1904 ? 1462 : 0) + (seconds === 86_400 ? 1 : 0);
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (days === 0 || shown === "time")
    return days === 0 ? time : `${days * 24 + Number(time.slice(0, 2))}${time.slice(2)}`;
  // Excel has a 29 February 1900; before it the count is one day ahead.
  const date = addDays("1899-12-30", days < 60 ? days + 1 : days).replaceAll("-", "/");
  return seconds % 86_400 === 0 ? date : `${date} ${time}`;
}

function plainDigits(number: number): string {
  const [mantissa = "", exponent = "0"] = number.toPrecision(15).toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  let point = whole.length + Number(exponent);
  let digits = whole + fraction;
  if (point <= 0) {
    digits = "0".repeat(1 - point) + digits;
    point = 1;
  }
  digits = digits.padEnd(point, "0");
  const decimals = digits.slice(point).replace(/0+$/, "");
  const size = digits.slice(0, point).replace(/^0+(?=\d)/, "") + (decimals === "" ? "" : `.${decimals}`);
  return number < 0 && size !== "0" ? `-${size}` : size;
}
