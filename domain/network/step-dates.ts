import { addDays, maxDate, type PlainDate } from "../shared/index.ts";

/** The step as its date needs it. */
export interface DatedStep {
  readonly stepNumber: number;
  readonly feedsStepNumber: number | null;
  readonly leadTimeDays: number;
}

/** The window's working days: work begins and goods move on them. */
export interface DeliveryDays {
  onOrBefore(date: PlainDate): PlainDate;
  onOrAfter(date: PlainDate): PlainDate;
}

export interface StepDates {
  /** When a step's goods are wanted by whom it feeds. */
  readonly wantedOn: ReadonlyMap<number, PlainDate>;
  /** When its work has to begin at the latest: a working day, never before what feeds it is there or work can begin at all. */
  readonly startsOn: ReadonlyMap<number, PlainDate>;
  /** The wanted date of the order when it fits, else the first day the chain can make. */
  readonly promisedOn: PlainDate;
  readonly isLate: boolean;
}

/**
 * Dates by lead times: backwards from the wanted date; a step that would have to begin before the order is moved to its earliest day,
 * and with it everything after it, so that the promised date comes out later instead of a date nobody can keep.
 *
 * @param steps a forest without cycle
 * @param from the first day work can begin (the order's date)
 */
export function planStepDates(
  steps: readonly DatedStep[],
  order: { readonly from: PlainDate; readonly wantedOn: PlainDate },
  days: DeliveryDays,
): StepDates {
  const wantedOn = new Map<number, PlainDate>();
  const startsOn = new Map<number, PlainDate>();
  const firstDay = days.onOrAfter(order.from);
  const fedBy = (step: DatedStep) => steps.filter((one) => one.feedsStepNumber === step.stepNumber);
  const visit = (step: DatedStep, latest: PlainDate): PlainDate => {
    const due = days.onOrBefore(latest);
    const ready = fedBy(step).map((one) => visit(one, addDays(due, -step.leadTimeDays)));
    const begins = ready.reduce(maxDate, firstDay);
    const earliest = days.onOrAfter(addDays(begins, step.leadTimeDays));
    // What the children could not keep moves this step; otherwise the backward date stands.
    const on = maxDate(due, earliest);
    wantedOn.set(step.stepNumber, on);
    startsOn.set(step.stepNumber, days.onOrBefore(addDays(on, -step.leadTimeDays)));
    return on;
  };
  const lasts = steps.filter((one) => one.feedsStepNumber === null).map((step) => visit(step, order.wantedOn));
  const ready = lasts.reduce(maxDate, order.from);
  const isLate = ready > order.wantedOn;
  return { wantedOn, startsOn, promisedOn: isLate ? ready : order.wantedOn, isLate };
}
