import { addDays, dayOfWeek, type PlainDate } from "../shared/index.ts";

/** Money that is to come in (plus) or go out (minus) on a day. `isUnbilled`: accepted, its invoice is still to be written. */
export interface CashItem {
  readonly dueOn: PlainDate;
  readonly amountYen: bigint;
  readonly side: "S" | "B";
  readonly isUnbilled: boolean;
}

export interface CashWeek {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly isOverdue: boolean;
  readonly inYen: bigint;
  readonly inUnbilledYen: bigint;
  readonly outYen: bigint;
  readonly outUnbilledYen: bigint;
  /** Cash after the week. */
  readonly balanceYen: bigint;
}

/**
 * Cash by weeks (Monday to Sunday) from what is owed and when it falls due. What is overdue stands in a week of its own before the
 * first: it is expected now, but nobody knows the day. Amounts owed are plus on both sides; a credit note is minus.
 *
 * @param weekCount weeks after the overdue one, the first holds `today`
 */
export function cashForecast(
  cashYen: bigint,
  items: readonly CashItem[],
  today: PlainDate,
  weekCount: number,
): { readonly weeks: readonly CashWeek[]; readonly laterInYen: bigint; readonly laterOutYen: bigint } {
  const monday = addDays(today, 1 - dayOfWeek(today));
  const ranges = [
    { startsOn: addDays(today, -1), endsOn: addDays(today, -1), isOverdue: true },
    ...Array.from({ length: weekCount }, (_, i) => ({
      startsOn: i === 0 ? today : addDays(monday, 7 * i),
      endsOn: addDays(monday, 7 * i + 6),
      isOverdue: false,
    })),
  ];
  let balanceYen = cashYen;
  const weeks = ranges.map((range) => {
    const within = items.filter((item) =>
      range.isOverdue ? item.dueOn < today : range.startsOn <= item.dueOn && item.dueOn <= range.endsOn,
    );
    const sum = (side: "S" | "B", isUnbilled: boolean) =>
      within.reduce(
        (total, item) => (item.side === side && item.isUnbilled === isUnbilled ? total + item.amountYen : total),
        0n,
      );
    const week = {
      ...range,
      inYen: sum("S", false),
      inUnbilledYen: sum("S", true),
      outYen: sum("B", false),
      outUnbilledYen: sum("B", true),
    };
    balanceYen += week.inYen + week.inUnbilledYen - week.outYen - week.outUnbilledYen;
    return { ...week, balanceYen };
  });
  const end = ranges.at(-1)!.endsOn;
  const later = (side: "S" | "B") =>
    items.reduce((total, item) => (item.side === side && item.dueOn > end ? total + item.amountYen : total), 0n);
  return { weeks, laterInYen: later("S"), laterOutYen: later("B") };
}
