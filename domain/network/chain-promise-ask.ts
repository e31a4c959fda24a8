import { addDays, type Decimal, maxDate, type PlainDate } from "../shared/index.ts";
import type { PlannedStep } from "./dispatch.ts";
import type { DispatchForm } from "./dispatch-rule.ts";
import type { DeliveryDays } from "./step-dates.ts";

/**
 * What is known of a step's date. `date`: its company's plan says so. `person`: somebody there has to be asked; the day is by lead
 * times. `impossible`: it cannot be done so. `unknown`: a step before it cannot. `inside`: part of the same company's next step.
 */
export const STEP_DATE_ANSWERS = ["date", "person", "impossible", "unknown", "inside"] as const;
export type StepDateAnswer = (typeof STEP_DATE_ANSWERS)[number];

/** A step of a chain with the date that was answered for it. */
export interface DatedAnswer {
  readonly step: PlannedStep;
  readonly answer: StepDateAnswer;
  readonly notBefore: PlainDate | null;
  readonly readyOn: PlainDate | null;
}

/** Goods a step gets from the steps before it. */
export interface StepArrival {
  readonly sellerId: string;
  readonly code: string;
  readonly quantity: Decimal;
  readonly onDate: PlainDate;
}

/** Who is asked of a step: its seller, unless it belongs to what the same company does next. */
export function isAsked(step: PlannedStep, form: DispatchForm): boolean {
  if (step.kind === "trade") return true;
  return step.kind === "own_work" && (form === "processing" || step.feedsStepNumber === null);
}

/**
 * What a step begins with: the day what feeds it is ready (a working day, and not before today), the day it may begin on, and, in relay,
 * the goods that come. A step inside its company hands on what came to it.
 *
 * What another company finishes on a day is begun on the next one: it has to be brought over, and a day is all a member tells.
 *
 * @param answered every step that feeds it, and what feeds those
 * @returns null when a step before it has no day
 */
export function inputsOf(
  step: PlannedStep,
  form: DispatchForm,
  answered: readonly DatedAnswer[],
  today: PlainDate,
  days: Pick<DeliveryDays, "onOrAfter">,
): { readonly notBefore: PlainDate; readonly beginsOn: PlainDate; readonly arrivals: readonly StepArrival[] } | null {
  const feeding = answered.filter(
    (one) =>
      one.step.feedsStepNumber === step.stepNumber && (form === "processing" || one.step.buyerId === step.sellerId),
  );
  if (feeding.some((one) => one.readyOn === null)) return null;
  const notBefore = feeding.map((one) => days.onOrAfter(one.readyOn!)).reduce(maxDate, days.onOrAfter(today));
  const broughtOver = feeding
    .filter((one) => one.step.sellerId !== step.sellerId)
    .map((one) => days.onOrAfter(addDays(one.readyOn!, 1)));
  const beginsOn = broughtOver.reduce(maxDate, notBefore);
  return {
    notBefore,
    beginsOn,
    arrivals: form === "processing" ? [] : feeding.flatMap((one) => arrivalsFrom(one, answered)),
  };
}

function arrivalsFrom({ step, readyOn }: DatedAnswer, answered: readonly DatedAnswer[]): StepArrival[] {
  if (step.kind === "trade")
    return [{ sellerId: step.sellerId, code: step.code, quantity: step.quantity, onDate: readyOn! }];
  return answered
    .filter((one) => one.step.feedsStepNumber === step.stepNumber && one.step.buyerId === step.sellerId)
    .flatMap((one) => arrivalsFrom(one, answered));
}

/** The day without a plan's answer: after the rule's lead time from what feeds it, and not within the agreed lead time from today. */
export function readyByLeadTime(
  step: Pick<PlannedStep, "leadTimeDays">,
  notBefore: PlainDate,
  agreed: { readonly from: PlainDate; readonly leadTimeDays: number },
  days: Pick<DeliveryDays, "onOrAfter">,
): PlainDate {
  return days.onOrAfter(maxDate(addDays(notBefore, step.leadTimeDays), addDays(agreed.from, agreed.leadTimeDays)));
}

/** The day the whole is ready: its last steps. Null when one of them has none. */
export function chainReadyOn(answered: readonly DatedAnswer[]): PlainDate | null {
  const lasts = answered.filter((one) => one.step.feedsStepNumber === null).map((one) => one.readyOn);
  return lasts.reduce<PlainDate | null>(
    (latest, on) => (latest === null || on === null ? null : maxDate(latest, on)),
    lasts[0] ?? null,
  );
}
