import { addDays, maxDate, type PlainDate } from "../shared/index.ts";
import type { DatedStep, DeliveryDays } from "./step-dates.ts";

/** A step with the day its member promised; its planned day while it waits or is the window's own work. */
export interface PromisedStep extends DatedStep {
  readonly part: number;
  readonly promisedOn: PlainDate;
}

/**
 * The day a chain line can be delivered once all its members have answered: every step on the day it promised, and not before what it
 * waits for is there and its lead time has passed. Members who keep the planned dates give back the wanted date.
 *
 * The database follows members' answers by the same rule (guard.chain_ready); a test compares both.
 *
 * @param steps at least one; a forest without cycle
 */
export function chainPromise(
  steps: readonly PromisedStep[],
  wantedOn: PlainDate,
  days: Pick<DeliveryDays, "onOrAfter">,
): PlainDate {
  const readyOf = (stepNumber: number): PlainDate => {
    const own = steps.filter((one) => one.stepNumber === stepNumber);
    const fed = new Set(steps.filter((one) => one.feedsStepNumber === stepNumber).map((one) => one.stepNumber));
    const begins = [...fed].map((number) => days.onOrAfter(addDays(readyOf(number), own[0]!.leadTimeDays)));
    return [...own.map((one) => one.promisedOn), ...begins].reduce(maxDate);
  };
  const lasts = new Set(steps.filter((one) => one.feedsStepNumber === null).map((one) => one.stepNumber));
  return [...lasts].map(readyOf).reduce(maxDate, wantedOn);
}
