import {
  type Decimal,
  daysBetween,
  decimal,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
  roundUpToUnit,
} from "../shared/index.ts";
import { checkRule, chooseRule, type DispatchForm, type DispatchRule } from "./dispatch-rule.ts";
import { type FromStockRefusal, splitLine } from "./from-stock.ts";
import { type DeliveryDays, planStepDates } from "./step-dates.ts";
import { earningsByWeight } from "./step-earnings.ts";
import { type GroupProcess, type MembersByHand, type MembersRefusal, membersOf } from "./step-members.ts";
import { type AssignedStep, flowQuantities, type StepFlow } from "./step-quantities.ts";

/** A line of the origin order, in the window's own stock unit. */
export interface LineToDispatch {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemGroupCode: string;
  readonly quantity: Decimal;
  readonly amountYen: bigint;
  readonly wantedOn: PlainDate;
  /** What a person chose to take from the window's own stock, in its stock unit. */
  readonly fromStock?: Decimal;
  /** A rule and members a person named for this line. */
  readonly byHand?: {
    readonly ruleId?: string;
    readonly members?: readonly MembersByHand[];
    /** The days members hold for their parts, by `partKey`: they stand in place of what lead times give. */
    readonly heldOn?: ReadonlyMap<string, PlainDate>;
  };
}

export const partKey = (step: { readonly stepNumber: number; readonly part: number }) =>
  `${step.stepNumber}/${step.part}`;

export interface DispatchTerms {
  readonly windowId: string;
  readonly orderedOn: PlainDate;
  readonly rules: readonly DispatchRule[];
  readonly members: readonly GroupProcess[];
  readonly days: DeliveryDays;
}

/** One step of a line between two companies (or within one), with everything a trade line and the chain picture need. */
export interface PlannedStep extends StepFlow {
  readonly feedsStepNumber: number | null;
  readonly processCode: string;
  readonly processName: string;
  readonly code: string;
  readonly yield: Decimal;
  readonly quantityPer: Decimal;
  readonly unitDecimals: number;
  readonly leadTimeDays: number;
  readonly startsOn: PlainDate;
  readonly wantedOn: PlainDate;
  /** Price by weights; null where the agreement's price holds. */
  readonly amountYen: bigint | null;
  readonly earningYen: bigint | null;
  /** trade: between two companies. own_work: the window's own work order. inside: a member goes on with its own goods. */
  readonly kind: "trade" | "own_work" | "inside";
}

export interface LinePlan {
  readonly lineNumber: number;
  /** None where stock covers the line: nobody is asked, so no rule is needed. */
  readonly ruleId: string | null;
  readonly ruleName: string;
  readonly groupId: string;
  readonly isAutomatic: boolean;
  readonly form: DispatchForm;
  /** What stands ready in the window's stock, and what the steps have still to make. */
  readonly taken: Decimal;
  readonly made: Decimal;
  readonly feeYen: bigint | null;
  readonly promisedOn: PlainDate;
  readonly isLate: boolean;
  /** From the beginning of the work to its end; none where stock covers the line. */
  readonly steps: readonly PlannedStep[];
}

export interface StepTradeLine {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  readonly code: string;
  readonly quantity: Decimal;
  readonly wantedOn: PlainDate;
  readonly amountYen: bigint | null;
}

/** All lines one company sells to one other, in one form. */
export interface StepTrade {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly form: "goods" | "processing";
  readonly lines: readonly StepTradeLine[];
}

export interface DispatchPlan {
  readonly lines: readonly LinePlan[];
  readonly trades: readonly StepTrade[];
}

export type DispatchRefusal = "NO_RULE" | "RULE_UNKNOWN" | "RULE_UNFIT" | MembersRefusal | FromStockRefusal;

/**
 * Splits an order along the chain: for every line the steps of its rule with who, how much, by when and for what, and the trades they
 * become. Repeatable: the same order and rules give the same plan.
 *
 * Refuses, at the line: NO_RULE (a person must take it), a rule that is broken (a cycle, shares that are not 100), a step nobody or
 * more than one member can take.
 */
export function dispatch(
  lines: readonly LineToDispatch[],
  terms: DispatchTerms,
): Outcome<DispatchPlan, DispatchRefusal> {
  const refusals: Refusal<DispatchRefusal>[] = [];
  const planned: LinePlan[] = [];
  const places = [...lines].sort((a, b) => Number(isCovered(a)) - Number(isCovered(b)));
  // What has to be made first: a line that stock covers goes with its group.
  for (const line of places) {
    const outcome = coveredLine(line, planned[0], terms) ?? dispatchLine(line, terms);
    if (outcome.ok) planned.push(outcome.value);
    else refusals.push(...outcome.refusals.map((one) => ({ ...one, field: `lines.${line.lineNumber - 1}` })));
  }
  const inOrder = lines.flatMap((line) => planned.find((one) => one.lineNumber === line.lineNumber) ?? []);
  return refuseAll(refusals) ?? ok({ lines: inOrder, trades: groupTrades(inOrder) });
}

const isCovered = (line: LineToDispatch) => line.fromStock?.equals(line.quantity) ?? false;

/**
 * A line stock covers whole needs no rule, and one that is broken does not hold it up: there is nobody to find. It goes with what is
 * made beside it, else with its rule's group, else with the first of the window's groups.
 */
function coveredLine(
  line: LineToDispatch,
  beside: LinePlan | undefined,
  terms: DispatchTerms,
): Outcome<LinePlan, DispatchRefusal> | null {
  if (!isCovered(line)) return null;
  const leader = beside ?? chooseRule(terms.rules, line);
  const groupId = leader?.groupId ?? terms.members[0]?.groupId;
  if (groupId === undefined) return null;
  const isLate = line.wantedOn < terms.orderedOn;
  return ok({
    lineNumber: line.lineNumber,
    ruleId: null,
    ruleName: "",
    groupId,
    isAutomatic: false,
    form: leader?.form ?? "relay",
    taken: line.quantity,
    made: decimal(0),
    feeYen: null,
    promisedOn: isLate ? terms.orderedOn : line.wantedOn,
    isLate,
    steps: [],
  });
}

function dispatchLine(line: LineToDispatch, terms: DispatchTerms): Outcome<LinePlan, DispatchRefusal> {
  const values = { item: line.itemCode };
  const { byHand, lineNumber } = line;
  const rule = byHand?.ruleId ? terms.rules.find((one) => one.id === byHand.ruleId) : chooseRule(terms.rules, line);
  if (!rule) return byHand?.ruleId ? refuse("RULE_UNKNOWN", values) : refuse("NO_RULE", values);
  if (!checkRule(rule).ok) return refuse("RULE_UNFIT", { ...values, rule: rule.name });
  const split = splitLine(line, line.fromStock);
  if (!split.ok) return split;
  const { taken, made, madeYen } = split.value;
  const steps: AssignedStep[] = [];
  const refusals: Refusal<DispatchRefusal>[] = [];
  for (const step of rule.steps) {
    const members = membersOf(rule, step, byHand?.members ?? [], terms.members, terms.windowId);
    if (members.ok) steps.push({ ...step, members: members.value });
    else refusals.push(...members.refusals.map((one) => ({ ...one, values: { ...values, ...one.values } })));
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;

  const { form } = rule;
  const flows = flowQuantities(steps, { quantity: made, windowId: terms.windowId, form });
  const dates = planStepDates(steps, { from: terms.orderedOn, wantedOn: line.wantedOn }, terms.days);
  const { heldOn } = byHand ?? {};
  const amounts = rule.earning === "weights" ? earningsByWeight(madeYen, rule.feePercent, steps, flows, form) : null;
  const plannedSteps = flows.map((flow, index): PlannedStep => {
    const step = steps.find((one) => one.stepNumber === flow.stepNumber)!;
    const wantedOn = heldOn?.get(partKey(flow)) ?? dates.wantedOn.get(step.stepNumber)!;
    return {
      ...flow,
      feedsStepNumber: step.feedsStepNumber,
      processCode: step.processCode,
      processName: step.processName,
      code: step.code.replaceAll("{item}", line.itemCode),
      yield: step.yield,
      quantityPer: step.quantityPer,
      unitDecimals: step.unitDecimals,
      leadTimeDays: step.leadTimeDays,
      startsOn: dates.startsOn.get(step.stepNumber)!,
      wantedOn,
      amountYen: amounts?.amountYen[index] ?? null,
      earningYen: amounts?.earningYen[index] ?? null,
      kind: flow.sellerId !== flow.buyerId ? "trade" : flow.sellerId === terms.windowId ? "own_work" : "inside",
    };
  });
  const withHeldDays = heldOn ? plannedSteps.map((step) => withHeldLead(step, plannedSteps)) : plannedSteps;
  const held = plannedSteps.filter((step) => step.feedsStepNumber === null).map((step) => step.wantedOn);
  const readyOn = heldOn ? held.reduce(maxDate, line.wantedOn) : dates.promisedOn;
  return ok({
    lineNumber,
    ruleId: rule.id,
    ruleName: rule.name,
    groupId: rule.groupId,
    isAutomatic: rule.isAutomatic && !byHand,
    form,
    taken,
    made,
    feeYen: amounts?.feeYen ?? null,
    promisedOn: readyOn,
    isLate: readyOn > line.wantedOn,
    steps: withHeldDays.reverse(),
  });
}

/** A day its member holds may be sooner than the rule's lead time: the chain then counts on what is held. */
function withHeldLead(step: PlannedStep, steps: readonly PlannedStep[]): PlannedStep {
  const fed = steps.filter((one) => one.feedsStepNumber === step.stepNumber).map((one) => one.wantedOn);
  if (fed.length === 0) return step;
  const days = Math.max(0, daysBetween(fed.reduce(maxDate), step.wantedOn));
  return days < step.leadTimeDays ? { ...step, leadTimeDays: days } : step;
}

/** One trade per pair of companies and form, in the order the work goes. A company never trades with itself. */
function groupTrades(lines: readonly LinePlan[]): StepTrade[] {
  const trades = new Map<
    string,
    { sellerId: string; buyerId: string; form: StepTrade["form"]; lines: StepTradeLine[] }
  >();
  for (const line of lines)
    for (const step of line.steps) {
      if (step.kind !== "trade") continue;
      const form = line.form === "processing" ? "processing" : "goods";
      const key = `${step.sellerId}/${step.buyerId}/${form}`;
      const trade = trades.get(key) ?? { sellerId: step.sellerId, buyerId: step.buyerId, form, lines: [] };
      trades.set(key, trade);
      const { stepNumber, part, code, quantity, wantedOn, amountYen } = step;
      trade.lines.push({ chainLineNumber: line.lineNumber, stepNumber, part, code, quantity, wantedOn, amountYen });
    }
  return [...trades.values()];
}

/** Pieces a step begins with so that, by its yield, it delivers its quantity; whole in its unit. */
export function startQuantity(step: Pick<PlannedStep, "quantity" | "yield" | "unitDecimals">): Decimal {
  return roundUpToUnit(step.quantity.dividedBy(step.yield).toDecimalPlaces(12), step.unitDecimals);
}
