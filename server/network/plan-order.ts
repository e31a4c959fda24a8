import {
  type DispatchPlan,
  type DispatchRefusal,
  dispatch,
  type LineToDispatch,
  type MembersByHand,
} from "../../domain/network/index.ts";
import { workingDayOnOrAfter, workingDayOnOrBefore, workingDays } from "../../domain/resources/index.ts";
import { type Decimal, decimal, type Outcome, type PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import type { AskedStep, DispatchFacts, StepTerms } from "./dispatch.store.ts";

/** Which lines, and what a person decided about them, in the form of the request. */
export interface DispatchOptions {
  readonly lineNumbers?: readonly number[];
  /** How much of a line is taken from the window's own stock, in the order's unit. */
  readonly fromStock?: readonly { readonly lineNumber: number; readonly quantity: string }[];
  readonly byHand: readonly {
    readonly lineNumber: number;
    readonly ruleId?: string;
    readonly members: readonly {
      readonly stepNumber: number;
      readonly members: readonly { readonly memberId: string; readonly sharePercent: string }[];
    }[];
    readonly heldOn?: ReadonlyMap<string, PlainDate>;
  }[];
}

export function byHandOf(options: DispatchOptions, lineNumber: number): Pick<LineToDispatch, "byHand"> {
  const one = options.byHand.find((entry) => entry.lineNumber === lineNumber);
  if (!one) return {};
  const members: MembersByHand[] = one.members.map((step) => ({
    stepNumber: step.stepNumber,
    members: step.members.map((member) => ({
      memberId: member.memberId,
      sharePercent: decimal(member.sharePercent),
    })),
  }));
  const { ruleId, heldOn } = one;
  return { byHand: { members, ...(ruleId && { ruleId }), ...(heldOn && { heldOn }) } };
}

/** What is taken from stock for a line, in the window's stock unit; undefined where nobody said. */
export function fromStockOf(
  options: DispatchOptions,
  line: { readonly lineNumber: number; readonly factor: Decimal },
): Decimal | undefined {
  const one = options.fromStock?.find((entry) => entry.lineNumber === line.lineNumber);
  return one && decimal(one.quantity).times(line.factor);
}

/** The pure dispatch with the window's rules, members and working days. */
export function planOrder(
  tx: Tx,
  lines: readonly LineToDispatch[],
  facts: DispatchFacts,
  orderedOn: PlainDate,
): Outcome<DispatchPlan, DispatchRefusal> {
  return dispatch(lines, {
    windowId: tx.companyId,
    orderedOn,
    rules: facts.rules,
    members: facts.members,
    days: deliveryDays(facts),
  });
}

export function deliveryDays(facts: Pick<DispatchFacts, "calendar">) {
  const days = workingDays(facts.calendar);
  return {
    onOrBefore: (date: PlainDate) => workingDayOnOrBefore(days, date),
    onOrAfter: (date: PlainDate) => workingDayOnOrAfter(days, date),
  };
}

/** The steps of a plan the guard is asked about, numbered trade by trade. */
export function askedSteps(plan: DispatchPlan, orderedOn: PlainDate): AskedStep[] {
  let ref = 0;
  return plan.trades.flatMap((trade) =>
    trade.lines.map((line) => ({
      ref: ref++,
      sellerId: trade.sellerId,
      buyerId: trade.buyerId,
      form: trade.form,
      code: line.code,
      quantity: line.quantity,
      wantedOn: line.wantedOn,
      amountYen: line.amountYen,
      orderedOn,
    })),
  );
}

/** A reason as refusals carry it, `STEP_NO_AGREEMENT` and so on, with what both sides may know of it. */
export function reasonOf(
  terms: Pick<StepTerms, "reason" | "minimumQuantity" | "leadTimeDays">,
  step: Pick<AskedStep, "code">,
): { code: string; values: Record<string, string | number> } {
  return {
    code: `STEP_${terms.reason}`,
    values: {
      item: step.code,
      ...(terms.minimumQuantity && { least: terms.minimumQuantity.toFixed() }),
      ...(terms.leadTimeDays !== null && { days: terms.leadTimeDays }),
    },
  };
}
