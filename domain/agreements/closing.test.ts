import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "../shared/index.ts";
import { closingAndDueDate, countingDate, isJapaneseBankHoliday } from "./closing.ts";
import type { PaymentTerms } from "./terms.ts";

type Terms = Pick<PaymentTerms, "closingDay" | "paymentMonthOffset" | "paymentDay" | "holidayShift">;
const monthEnd: Terms = { closingDay: 31, paymentMonthOffset: 1, paymentDay: 31, holidayShift: "previous" };
const twentieth: Terms = { closingDay: 20, paymentMonthOffset: 1, paymentDay: 31, holidayShift: "previous" };

describe("closing and payment days", () => {
  const cases = [
    {
      name: "月末締め翌月末, the year's last day is no bank day: the day before",
      terms: monthEnd,
      date: "2026-11-10",
      closing: "2026-11-30",
      agreed: "2026-12-31",
      due: "2026-12-30",
    },
    {
      name: "the same, shifted to the next bank day",
      terms: { ...monthEnd, holidayShift: "next" as const },
      date: "2026-11-10",
      closing: "2026-11-30",
      agreed: "2026-12-31",
      due: "2027-01-04",
    },
    {
      name: "the same, as it falls",
      terms: { ...monthEnd, holidayShift: "none" as const },
      date: "2026-11-10",
      closing: "2026-11-30",
      agreed: "2026-12-31",
      due: "2026-12-31",
    },
    {
      name: "20日締め翌月末, the day after closing: the Friday before a Sunday",
      terms: twentieth,
      date: "2026-11-21",
      closing: "2026-12-20",
      agreed: "2027-01-31",
      due: "2027-01-29",
    },
    {
      name: "the same, shifted to Monday",
      terms: { ...twentieth, holidayShift: "next" as const },
      date: "2026-11-21",
      closing: "2026-12-20",
      agreed: "2027-01-31",
      due: "2027-02-01",
    },
    {
      name: "the closing day itself belongs to the closing",
      terms: twentieth,
      date: "2026-11-20",
      closing: "2026-11-20",
      agreed: "2026-12-31",
      due: "2026-12-30",
    },
    {
      name: "three holidays in a row are passed over",
      terms: { closingDay: 20, paymentMonthOffset: 1, paymentDay: 22, holidayShift: "next" as const },
      date: "2026-08-20",
      closing: "2026-08-20",
      agreed: "2026-09-22",
      due: "2026-09-24",
    },
    {
      name: "締め20日 当月末払い",
      terms: { ...twentieth, paymentMonthOffset: 0 },
      date: "2026-06-05",
      closing: "2026-06-20",
      agreed: "2026-06-30",
      due: "2026-06-30",
    },
    {
      name: "月末締め翌々月10日",
      terms: { ...monthEnd, paymentMonthOffset: 2, paymentDay: 10 },
      date: "2026-03-31",
      closing: "2026-03-31",
      agreed: "2026-05-10",
      due: "2026-05-08",
    },
    {
      name: "month ends of different lengths",
      terms: monthEnd,
      date: "2027-01-31",
      closing: "2027-01-31",
      agreed: "2027-02-28",
      due: "2027-02-26",
    },
  ];
  test.each(cases)("$name", ({ terms, date, closing, agreed, due }) =>
    expect(closingAndDueDate(terms, date)).toMatchObject({
      closingOn: closing,
      agreedDueOn: agreed,
      dueOn: due,
    }),
  );

  test("a calendar of the caller's own may be given", () =>
    expect(closingAndDueDate(monthEnd, "2026-11-10", () => false).dueOn).toBe("2026-12-31"));

  test("the day that counts is the receipt or the acceptance", () => {
    const delivery = { receivedOn: "2026-11-20", acceptedOn: "2026-11-24" };
    expect(countingDate({ closingCountsBy: "receipt" }, delivery)).toBe("2026-11-20");
    expect(countingDate({ closingCountsBy: "acceptance" }, delivery)).toBe("2026-11-24");
    expect(countingDate({ closingCountsBy: "acceptance" }, { ...delivery, acceptedOn: null })).toBeNull();
  });

  test("every day lies in exactly one closing period, and periods follow on each other", () => {
    const anyTerms = fc.record({
      closingDay: fc.integer({ min: 1, max: 31 }),
      paymentMonthOffset: fc.integer({ min: 1, max: 3 }),
      paymentDay: fc.integer({ min: 1, max: 31 }),
      holidayShift: fc.constantFrom("previous" as const, "next" as const, "none" as const),
    });
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 1500 }), (terms, days) => {
        const date = addDays("2025-01-01", days);
        const dates = closingAndDueDate(terms, date);
        expect(dates.periodFrom <= date && date <= dates.closingOn).toBe(true);
        expect(closingAndDueDate(terms, dates.periodFrom).closingOn).toBe(dates.closingOn);
        expect(closingAndDueDate(terms, addDays(dates.closingOn, 1)).periodFrom).toBe(addDays(dates.closingOn, 1));
        expect(dates.agreedDueOn > dates.closingOn || terms.paymentMonthOffset === 0).toBe(true);
        expect(addMonths(dates.closingOn, terms.paymentMonthOffset).slice(0, 7)).toBe(dates.agreedDueOn.slice(0, 7));
        if (terms.holidayShift !== "none") expect(isJapaneseBankHoliday(dates.dueOn)).toBe(false);
      }),
    );
  });
});
