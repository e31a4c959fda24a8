import type { PlainDate } from "../shared/index.ts";

/** From the first day to the last, both counted; null is without end on that side. */
export interface Validity {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

export function isValidOn({ validFrom, validTo }: Validity, date: PlainDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}

/** True when some day lies in both. */
export function validitiesOverlap(a: Validity, b: Validity): boolean {
  const before = (one: Validity, other: Validity) =>
    one.validTo !== null && other.validFrom !== null && one.validTo < other.validFrom;
  return !before(a, b) && !before(b, a);
}

/** The last day lies before the first. */
export function isTurnedRound({ validFrom, validTo }: Validity): boolean {
  return validFrom !== null && validTo !== null && validTo < validFrom;
}
