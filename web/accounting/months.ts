/** First and last day of a month: `2026-11` → 2026-11-01, 2026-11-30. */
export function daysOfMonth(month: string): { first: string; last: string } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return { first: `${month}-01`, last: `${month}-${length}` };
}

/** The month before: `2026-01` → `2025-12`. */
export function monthBefore(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}
