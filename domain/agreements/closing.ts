import { isBankDay } from "../resources/index.ts";
import { addDays, addMonths, assert, lastDayOfMonth, type PlainDate } from "../shared/index.ts";
import type { DayOfMonth, HolidayShift, PaymentTerms } from "./terms.ts";

/** True when banks are closed on a day: weekends, public holidays and the turn of the year. */
export type IsBankHoliday = (date: PlainDate) => boolean;

/** The calendar of Japan's banks, for callers that have no other. */
export const isJapaneseBankHoliday: IsBankHoliday = (date) => !isBankDay(date);

/** A day of the month a date lies in; a day the month does not have is its last. */
export function dayInMonth(date: PlainDate, day: DayOfMonth): PlainDate {
  const last = lastDayOfMonth(date);
  assert(Number.isInteger(day) && day >= 1 && day <= 31, "a day of the month");
  const wanted = `${date.slice(0, 8)}${String(day).padStart(2, "0")}`;
  return wanted < last ? wanted : last;
}

/** The day itself, or the nearest earlier or later day on which banks are open. */
export function shiftToBankDay(date: PlainDate, shift: HolidayShift, isBankHoliday: IsBankHoliday): PlainDate {
  if (shift === "none") return date;
  let day = date;
  while (isBankHoliday(day)) day = addDays(day, shift === "previous" ? -1 : 1);
  return day;
}

/** The day of a delivery that counts for the closing; null while an acceptance that counts has not happened. */
export function countingDate(
  terms: Pick<PaymentTerms, "closingCountsBy">,
  delivery: { readonly receivedOn: PlainDate; readonly acceptedOn: PlainDate | null },
): PlainDate | null {
  return terms.closingCountsBy === "receipt" ? delivery.receivedOn : delivery.acceptedOn;
}

export interface ClosingAndDue {
  /** First and last day of the period whose invoice holds the delivery. */
  readonly periodFrom: PlainDate;
  readonly closingOn: PlainDate;
  /** Payment day as the terms name it. */
  readonly agreedDueOn: PlainDate;
  /** Payment day after the shift for bank holidays. */
  readonly dueOn: PlainDate;
}

/**
 * Closing day and payment day of a delivery.
 *
 * @param date the day that counts by the terms (receipt or acceptance)
 */
export function closingAndDueDate(
  terms: Pick<PaymentTerms, "closingDay" | "paymentMonthOffset" | "paymentDay" | "holidayShift">,
  date: PlainDate,
  isBankHoliday: IsBankHoliday = isJapaneseBankHoliday,
): ClosingAndDue {
  const thisMonth = dayInMonth(date, terms.closingDay);
  const closingOn = date <= thisMonth ? thisMonth : dayInMonth(nextMonth(date, 1), terms.closingDay);
  const periodFrom = addDays(dayInMonth(nextMonth(closingOn, -1), terms.closingDay), 1);
  const agreedDueOn = dayInMonth(nextMonth(closingOn, terms.paymentMonthOffset), terms.paymentDay);
  return { periodFrom, closingOn, agreedDueOn, dueOn: shiftToBankDay(agreedDueOn, terms.holidayShift, isBankHoliday) };
}

/** First of the month so many months away: safe to look up a day in. */
function nextMonth(date: PlainDate, months: number): PlainDate {
  return addMonths(`${date.slice(0, 8)}01`, months);
}
