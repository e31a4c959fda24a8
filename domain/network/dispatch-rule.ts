import { type Decimal, decimal, type Outcome, ok, type Refusal, refuseAll } from "../shared/index.ts";

export const FORMS = ["relay", "processing"] as const;
/** relay: every step buys from the step before and sells on. processing: the window owns the goods, a step sells only its work. */
export type DispatchForm = (typeof FORMS)[number];

export const EARNINGS = ["agreed_price", "weights"] as const;
/** What a step earns (取り分): its agreed price, or a share of the origin price by weights, window fee first. */
export type Earning = (typeof EARNINGS)[number];

export const CHOICES = ["by_process", "by_item", "fixed_shares", "by_hand"] as const;
/** Who gets a step: whoever has the process; the member the rule names; members by fixed shares; whom a person names each time. */
export type Choice = (typeof CHOICES)[number];

export interface StepMember {
  readonly memberId: string;
  /** Per cent of the step's quantity; all of a step add up to 100. */
  readonly sharePercent: Decimal;
}

/** One step of the routing between companies. Its goods feed the step it names, or the window where it names none. */
export interface DispatchStep {
  readonly stepNumber: number;
  readonly feedsStepNumber: number | null;
  /** Pieces of this step's goods in one piece of what it feeds. */
  readonly quantityPer: Decimal;
  readonly processCode: string;
  readonly processName: string;
  /** Code in the agreements; `{item}` stands for the ordered item's code. */
  readonly code: string;
  readonly unitDecimals: number;
  /** Good pieces out per piece in, above 0 and at most 1. */
  readonly yield: Decimal;
  /** Calendar days from the goods of the step before to the goods of this one. */
  readonly leadTimeDays: number;
  readonly weight: bigint;
  /** Empty: found by process, or named by a person. */
  readonly members: readonly StepMember[];
}

export interface DispatchRule {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  /** The item it is for; null: every item of `itemGroupCode`, and with that empty every item. */
  readonly itemId: string | null;
  readonly itemGroupCode: string;
  /** Rules are tried from the lowest number on. */
  readonly priority: number;
  readonly form: DispatchForm;
  readonly earning: Earning;
  readonly choice: Choice;
  /** The window's fee of the origin price. By weights it is taken first; at agreed prices they already leave it to the window. */
  readonly feePercent: Decimal;
  /** True: an order it covers cascades with no person at the window. */
  readonly isAutomatic: boolean;
  readonly isActive: boolean;
  readonly steps: readonly DispatchStep[];
}

export type RuleRefusal =
  | "RULE_WITHOUT_STEPS"
  | "STEP_TWICE"
  | "STEP_FEEDS_UNKNOWN"
  | "STEP_CYCLE"
  | "SHARES_NOT_HUNDRED"
  | "MEMBER_TWICE"
  | "MEMBERS_MISSING"
  | "WEIGHTS_MISSING"
  | "HAND_IS_NOT_AUTOMATIC";

/** Refuses a rule that could not dispatch anything: all mistakes at once, each at its step. */
export function checkRule(
  rule: Pick<DispatchRule, "earning" | "choice" | "isAutomatic" | "steps">,
): Outcome<null, RuleRefusal> {
  const refusals: Refusal<RuleRefusal>[] = [];
  if (rule.steps.length === 0) refusals.push({ code: "RULE_WITHOUT_STEPS", field: "steps" });
  const numbers = new Set<number>();
  for (const [index, step] of rule.steps.entries()) {
    const at = (name: string) => `steps.${index}.${name}`;
    const values = { step: step.stepNumber };
    if (numbers.has(step.stepNumber)) refusals.push({ code: "STEP_TWICE", values, field: at("stepNumber") });
    numbers.add(step.stepNumber);
    if (step.feedsStepNumber !== null && !rule.steps.some((other) => other.stepNumber === step.feedsStepNumber))
      refusals.push({
        code: "STEP_FEEDS_UNKNOWN",
        values: { ...values, feeds: step.feedsStepNumber },
        field: at("feedsStepNumber"),
      });
    if (isInCycle(step, rule.steps)) refusals.push({ code: "STEP_CYCLE", values, field: at("feedsStepNumber") });
    refusals.push(...checkMembers(step, at("members")));
    if (step.members.length === 0 && (rule.choice === "by_item" || rule.choice === "fixed_shares"))
      refusals.push({ code: "MEMBERS_MISSING", values, field: at("members") });
  }
  if (rule.earning === "weights" && !rule.steps.some((step) => step.weight > 0n))
    refusals.push({ code: "WEIGHTS_MISSING", field: "steps" });
  if (rule.choice === "by_hand" && rule.isAutomatic)
    refusals.push({ code: "HAND_IS_NOT_AUTOMATIC", field: "isAutomatic" });
  return refuseAll(refusals) ?? ok(null);
}

/** Shares of a step's members: each member once, together exactly 100. */
export function checkMembers(
  step: Pick<DispatchStep, "stepNumber" | "members">,
  field: string,
): Refusal<"SHARES_NOT_HUNDRED" | "MEMBER_TWICE">[] {
  if (step.members.length === 0) return [];
  const values = { step: step.stepNumber };
  const refusals: Refusal<"SHARES_NOT_HUNDRED" | "MEMBER_TWICE">[] = [];
  const sum = step.members.reduce((total, member) => total.plus(member.sharePercent), decimal(0));
  if (!sum.equals(100)) refusals.push({ code: "SHARES_NOT_HUNDRED", values: { ...values, sum: sum.toFixed() }, field });
  if (new Set(step.members.map((member) => member.memberId)).size < step.members.length)
    refusals.push({ code: "MEMBER_TWICE", values, field });
  return refusals;
}

/** True when following what a step feeds comes back to it. */
function isInCycle(step: DispatchStep, steps: readonly DispatchStep[]): boolean {
  const seen = new Set<number>();
  let next = step.feedsStepNumber;
  while (next !== null && !seen.has(next)) {
    if (next === step.stepNumber) return true;
    seen.add(next);
    next = steps.find((other) => other.stepNumber === next)?.feedsStepNumber ?? null;
  }
  return false;
}

/**
 * The rule for an ordered item: the first active one, by priority, that names the item, its group or nothing. At one priority the
 * narrower rule wins. Undefined: no rule covers it, and it goes to a person.
 */
export function chooseRule(
  rules: readonly DispatchRule[],
  item: { readonly itemId: string; readonly itemGroupCode: string },
): DispatchRule | undefined {
  return rules
    .filter(
      (rule) =>
        rule.isActive &&
        (rule.itemId === item.itemId ||
          (rule.itemId === null && (rule.itemGroupCode === "" || rule.itemGroupCode === item.itemGroupCode))),
    )
    .sort((a, b) => a.priority - b.priority || narrowness(b) - narrowness(a) || (a.id < b.id ? -1 : 1))[0];
}

const narrowness = (rule: DispatchRule) => (rule.itemId !== null ? 2 : rule.itemGroupCode !== "" ? 1 : 0);
