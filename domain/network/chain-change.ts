import { Decimal, type Outcome, ok, type PlainDate, refuse, roundUpToUnit } from "../shared/index.ts";
import type { DispatchForm } from "./dispatch-rule.ts";
import { type DeliveryDays, planStepDates } from "./step-dates.ts";
import { inputFor, splitQuantity, sum } from "./step-quantities.ts";

/** A step of a chain line as it stands. */
export interface StepNow {
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly quantity: Decimal;
  /** Already on its way or delivered; cannot be changed away. */
  readonly shipped: Decimal;
  readonly yield: Decimal;
  readonly quantityPer: Decimal;
  readonly unitDecimals: number;
  readonly leadTimeDays: number;
  readonly wantedOn: PlainDate;
}

/** What the maker wants of one line of its order. */
export interface WantedChange {
  readonly isCancel: boolean;
  /** In the window's stock unit. */
  readonly newQuantity: Decimal | null;
  readonly newWantedOn: PlainDate | null;
}

/** What that means for a step; only what differs is set. */
export interface StepChange {
  readonly stepNumber: number;
  readonly part: number;
  readonly isCancel: boolean;
  readonly newQuantity: Decimal | null;
  readonly newWantedOn: PlainDate | null;
}

export interface LineChange {
  readonly steps: readonly StepChange[];
  /** The date the chain can promise after the change; null for a cancelled line. */
  readonly promisedOn: PlainDate | null;
  readonly isLate: boolean;
}

export type ChangeRefusal = "CHANGE_NOTHING" | "CHANGE_BELOW_SHIPPED";

/**
 * Carries a change of one origin line back along its chain. Quantities go from the end to the beginning with the yields and units the
 * line was dispatched with, split over the parts of a step as they are split now; what has been shipped stays (a step is never cut
 * below it, and one that has shipped is closed at what it shipped when the line is cancelled). Dates are planned anew from today for
 * the steps that have not delivered yet.
 *
 * Refuses CHANGE_BELOW_SHIPPED when the last step has already sent more than is wanted now.
 */
export function changeAlongChain(
  steps: readonly StepNow[],
  wanted: WantedChange,
  context: {
    readonly today: PlainDate;
    /** What is promised now: it stands while no date is changed. */
    readonly promisedOn: PlainDate;
    readonly form: DispatchForm;
    /** What was taken from the window's own stock, in its stock unit: the steps make only the rest. */
    readonly fromStock?: Decimal;
    readonly days: DeliveryDays;
  },
): Outcome<LineChange, ChangeRefusal> {
  if (!wanted.isCancel && wanted.newQuantity === null && wanted.newWantedOn === null) return refuse("CHANGE_NOTHING");
  const lasts = steps.filter((step) => step.feedsStepNumber === null);
  const sent = sum(lasts.map((step) => step.shipped));
  if (wanted.isCancel)
    return sent.greaterThan(0)
      ? refuse("CHANGE_BELOW_SHIPPED", { shipped: sent.toFixed() })
      : ok({ steps: steps.flatMap(closeStep), promisedOn: null, isLate: false });

  const quantities = wanted.newQuantity
    ? newQuantities(steps, Decimal.max(wanted.newQuantity.minus(context.fromStock ?? 0), 0), context.form)
    : new Map(steps.map((step) => [keyOf(step), step.quantity]));
  for (const last of lasts)
    if (quantities.get(keyOf(last))!.lessThan(last.shipped))
      return refuse("CHANGE_BELOW_SHIPPED", { shipped: last.shipped.toFixed() });

  const dates = wanted.newWantedOn ? newDates(steps, wanted.newWantedOn, context) : null;
  const changes = steps.flatMap((step): StepChange[] => {
    const quantity = Decimal.max(quantities.get(keyOf(step))!, step.shipped);
    const isDone = step.shipped.greaterThanOrEqualTo(quantity);
    const on = isDone ? undefined : dates?.wantedOn.get(step.stepNumber);
    // Stock covers the line now: nobody has to make anything for it.
    if (quantity.isZero())
      return [{ stepNumber: step.stepNumber, part: step.part, isCancel: true, newQuantity: null, newWantedOn: null }];
    const newQuantity = quantity.equals(step.quantity) ? null : quantity;
    const newWantedOn = on === undefined || on === step.wantedOn ? null : on;
    return newQuantity || newWantedOn
      ? [{ stepNumber: step.stepNumber, part: step.part, isCancel: false, newQuantity, newWantedOn }]
      : [];
  });
  return ok({ steps: changes, promisedOn: dates?.promisedOn ?? context.promisedOn, isLate: dates?.isLate ?? false });
}

const keyOf = (step: { readonly stepNumber: number; readonly part: number }) => `${step.stepNumber}/${step.part}`;

function closeStep(step: StepNow): StepChange[] {
  const { stepNumber, part, shipped } = step;
  if (shipped.isZero()) return [{ stepNumber, part, isCancel: true, newQuantity: null, newWantedOn: null }];
  return shipped.lessThan(step.quantity)
    ? [{ stepNumber, part, isCancel: false, newQuantity: shipped, newWantedOn: null }]
    : [];
}

function newQuantities(steps: readonly StepNow[], ordered: Decimal, form: DispatchForm): Map<string, Decimal> {
  const result = new Map<string, Decimal>();
  const share = (parts: readonly StepNow[], total: Decimal) => {
    const split = splitQuantity(
      total,
      parts.map((part) => part.quantity),
      parts[0]!.unitDecimals,
    );
    for (const [index, part] of parts.entries()) result.set(keyOf(part), split[index]!);
  };
  const partsOf = (stepNumber: number) => steps.filter((step) => step.stepNumber === stepNumber);
  const visit = (stepNumber: number) => {
    const own = partsOf(stepNumber);
    const made = new Map<string, Decimal>();
    for (const part of own) {
      const maker = form === "processing" ? "" : part.sellerId;
      made.set(maker, (made.get(maker) ?? new Decimal(0)).plus(result.get(keyOf(part))!));
    }
    const fed = [
      ...new Set(steps.filter((step) => step.feedsStepNumber === stepNumber).map((step) => step.stepNumber)),
    ];
    for (const number of fed) {
      for (const [maker, quantity] of made) {
        const parts = partsOf(number).filter((part) => form === "processing" || part.buyerId === maker);
        if (parts.length > 0) share(parts, inputFor(quantity, own[0]!, parts[0]!));
      }
      visit(number);
    }
  };
  for (const number of new Set(steps.filter((step) => step.feedsStepNumber === null).map((step) => step.stepNumber))) {
    const parts = partsOf(number);
    share(parts, roundUpToUnit(ordered.times(parts[0]!.quantityPer), parts[0]!.unitDecimals));
    visit(number);
  }
  return result;
}

/** Steps that have delivered everything take no more time: what they feed can begin today. */
function newDates(
  steps: readonly StepNow[],
  wantedOn: PlainDate,
  context: { readonly today: PlainDate; readonly days: DeliveryDays },
) {
  const isOpen = (stepNumber: number) =>
    steps.some((step) => step.stepNumber === stepNumber && step.shipped.lessThan(step.quantity));
  const open = [...new Map(steps.map((step) => [step.stepNumber, step])).values()].filter((step) =>
    isOpen(step.stepNumber),
  );
  return planStepDates(open, { from: context.today, wantedOn }, context.days);
}
