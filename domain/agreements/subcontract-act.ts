import {
  addDays,
  addMonths,
  assert,
  type Decimal,
  daysBetween,
  decimal,
  type PlainDate,
  roundYen,
} from "../shared/index.ts";
import { type ClosingAndDue, closingAndDueDate, type IsBankHoliday, isJapaneseBankHoliday } from "./closing.ts";
import type { PaymentKind, PaymentTerms } from "./terms.ts";

/** The act on subcontract payments (中小受託取引適正化法, 取適法) is in force for orders from this day. */
export const ACT_IN_FORCE_FROM: PlainDate = "2026-01-01";

export interface CompanySize {
  /** Whole yen; null when not known. */
  readonly capitalYen: bigint | null;
  /** 常時使用する従業員数; null when not known. */
  readonly employeeCount: number | null;
  /** 個人事業者: has no capital, counts as below every limit. */
  readonly isSoleProprietor?: boolean;
}

/** 対象, 対象外, 不明. */
export type ActApplicability = "applies" | "does_not_apply" | "unknown";

/**
 * Whether the act protects the seller of manufacturing or repair work (製造委託・修理委託, moulds included).
 *
 * Applies when one of three holds: buyer's capital above 300 million yen and seller's up to it; buyer's above 10 million up to 300
 * million and seller's up to 10 million; buyer's employees above 300 and seller's up to 300. Unknown when a missing figure could decide.
 * Source: docs/rules/agreements.md, "Act on subcontract payments".
 */
export function actApplicability(buyer: CompanySize, seller: CompanySize): ActApplicability {
  const answers = [
    ...CAPITAL_LIMITS.map(([above, upTo, sellerUpTo]) =>
      both(isWithin(capitalOf(buyer), above, upTo), isWithin(capitalOf(seller), -1n, sellerUpTo)),
    ),
    both(isWithin(countOf(buyer), 300n, null), isWithin(countOf(seller), -1n, 300n)),
  ];
  if (answers.includes(true)) return "applies";
  return answers.includes(null) ? "unknown" : "does_not_apply";
}

const CAPITAL_LIMITS: readonly (readonly [above: bigint, upTo: bigint | null, sellerUpTo: bigint])[] = [
  [300_000_000n, null, 300_000_000n],
  [10_000_000n, 300_000_000n, 10_000_000n],
];

function capitalOf(size: CompanySize): bigint | null {
  return size.isSoleProprietor ? 0n : size.capitalYen;
}
function countOf(size: CompanySize): bigint | null {
  return size.employeeCount === null ? null : BigInt(size.employeeCount);
}
function isWithin(value: bigint | null, above: bigint, upTo: bigint | null): boolean | null {
  if (value === null) return null;
  return value > above && (upTo === null || value <= upTo);
}
/** And of three values: a false decides, an unknown does not. */
function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** Last lawful payment day: the 60th day, the receipt counted as the first. */
export function sixtiethDay(receivedOn: PlainDate): PlainDate {
  return addDays(receivedOn, 59);
}

/** `strict` counts 60 days; `two_months` takes a monthly closing as two months (the authority's practice, unconfirmed). */
export type SixtyDayMode = "strict" | "two_months";

export interface SixtyDayFinding {
  readonly isLawful: boolean;
  readonly lastLawfulOn: PlainDate;
}

/**
 * Tests one payment day against the 60-day rule.
 *
 * `two_months`: two months from the first day of the closing period; a bank holiday may shift the payment up to two days beyond
 * when agreed in writing. Source: docs/rules/agreements.md, "Sixty days".
 *
 * @param receivedOn day of receipt, not of inspection
 */
export function checkSixtyDays(
  receivedOn: PlainDate,
  dates: ClosingAndDue,
  mode: SixtyDayMode,
  holidayShiftAgreedInWriting: boolean,
): SixtyDayFinding {
  if (mode === "strict") {
    const lastLawfulOn = sixtiethDay(receivedOn);
    return { isLawful: dates.dueOn <= lastLawfulOn, lastLawfulOn };
  }
  const limitOn = addDays(addMonths(dates.periodFrom, 2), -1);
  const lastLawfulOn = holidayShiftAgreedInWriting ? addDays(limitOn, 2) : limitOn;
  return { isLawful: dates.agreedDueOn <= limitOn && dates.dueOn <= lastLawfulOn, lastLawfulOn };
}

/**
 * Tests payment terms as such, on the receipt that waits longest in each closing of a year.
 *
 * @param from first day of the year looked at
 * @returns the first receipt day whose payment would be late, or null
 */
export function firstUnlawfulReceipt(
  terms: PaymentTerms,
  mode: SixtyDayMode,
  from: PlainDate,
  isBankHoliday: IsBankHoliday = isJapaneseBankHoliday,
): { readonly receivedOn: PlainDate; readonly dueOn: PlainDate; readonly lastLawfulOn: PlainDate } | null {
  let receivedOn = closingAndDueDate(terms, from, isBankHoliday).periodFrom;
  const until = addMonths(from, 12);
  while (receivedOn < until) {
    const dates = closingAndDueDate(terms, receivedOn, isBankHoliday);
    const finding = checkSixtyDays(receivedOn, dates, mode, terms.holidayShiftAgreedInWriting);
    if (!finding.isLawful) return { receivedOn, dueOn: dates.dueOn, lastLawfulOn: finding.lastLawfulOn };
    receivedOn = addDays(dates.closingOn, 1);
  }
  return null;
}

/** Payment day the law puts in place of what was agreed: the day of receipt when nothing was, the 60th day when it is later. */
export function lawfulDueDate(receivedOn: PlainDate, agreedDueOn: PlainDate | null): PlainDate {
  if (agreedDueOn === null) return receivedOn;
  const last = sixtiethDay(receivedOn);
  return agreedDueOn < last ? agreedDueOn : last;
}

/** Late interest in whole yen: 14.6 % a year from the 61st day after receipt until the payment, rounded down. */
export function lateInterestYen(amountYen: bigint, receivedOn: PlainDate, paidOn: PlainDate): bigint {
  assert(amountYen >= 0n, "interest runs on what is owed");
  const lateDays = daysBetween(sixtiethDay(receivedOn), paidOn);
  if (lateDays <= 0) return 0n;
  return roundYen(decimal(amountYen).times(YEARLY_RATE).times(lateDays).dividedBy(365), "down");
}
const YEARLY_RATE: Decimal = decimal("0.146");

export type PaymentKindFinding = "ok" | "PROMISSORY_NOTE_FORBIDDEN" | "CLAIM_MATURES_AFTER_DUE_DATE";

/**
 * Whether a payment kind may be used for an order the act protects: notes (手形) no more, electronically recorded claims only when
 * they can be cashed in full by the due date.
 */
export function checkPaymentKind(
  kind: PaymentKind,
  orderedOn: PlainDate,
  dueOn: PlainDate,
  maturesOn: PlainDate | null,
): PaymentKindFinding {
  if (orderedOn < ACT_IN_FORCE_FROM) return "ok";
  if (kind === "promissory_note") return "PROMISSORY_NOTE_FORBIDDEN";
  return kind === "claim" && maturesOn !== null && maturesOn > dueOn ? "CLAIM_MATURES_AFTER_DUE_DATE" : "ok";
}
