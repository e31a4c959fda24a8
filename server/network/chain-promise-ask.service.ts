import {
  type ChainAnswer,
  type ChainAnswerStep,
  type ChainQuestion,
  chainReadyOn,
  type DatedAnswer,
  type DispatchRefusal,
  type DispatchRule,
  inputsOf,
  isAsked,
  type LinePlan,
  type MembersByHand,
  membersOf,
  type PlannedStep,
  partKey,
  readyByLeadTime,
} from "../../domain/network/index.ts";
import { decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { openChainQuestions, type StepDate } from "../planning/index.ts";
import type { Tx } from "../platform/index.ts";
import { findItemWords, findOwnItem } from "./chain-promise.store.ts";
import { askSteps, type DispatchFacts, loadDispatchFacts, type StepTerms } from "./dispatch.store.ts";
import { deliveryDays, planOrder, reasonOf } from "./plan-order.ts";

export type ChainQuestions = ReturnType<typeof openChainQuestions>;
export type ChainQuestionRefusal = DispatchRefusal | "NOT_FOUND" | "QUANTITY_TOO_FINE" | "WANTED_IN_PAST";

/** A chain for an order nobody has placed: its one line, planned as it would be dispatched. */
export interface ChainPlan {
  readonly line: LinePlan;
  readonly rule: DispatchRule;
  readonly members: readonly MembersByHand[];
  readonly facts: DispatchFacts;
  readonly item: { readonly id: string; readonly code: string; readonly name: string; readonly unit: string };
}

/** A step's answer as the window learns it, with the promise that holds it. */
export interface StepAnswer extends DatedAnswer {
  readonly leadTimeDays: number | null;
  readonly reason: { readonly code: string; readonly values: Record<string, string | number> } | null;
  readonly promiseId: string | null;
  /** As many promises as it may have are open there. */
  readonly isFull: boolean;
}

/** When the whole chain can have so much of an item. Every question stands on record at the company that was asked; nothing is held. */
export async function askChain(
  tx: Tx,
  question: ChainQuestion,
  today: PlainDate,
): Promise<Outcome<ChainAnswer, ChainQuestionRefusal>> {
  const planned = await planChain(tx, question, today);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const answers = await askAlong(tx, plan, openChainQuestions(tx, today, null), today);
  const steps: ChainAnswerStep[] = [];
  for (const one of answers) {
    const others = question.compare ? await askOthers(tx, question, plan, one, answers, today) : [];
    steps.push({ ...stepWords(tx, plan, one), others });
  }
  const readyOn = chainReadyOn(answers);
  return ok({
    itemId: question.itemId,
    itemCode: plan.item.code,
    itemName: plan.item.name,
    unit: plan.item.unit,
    quantity: question.quantity,
    wantedOn: question.wantedOn,
    ruleName: plan.rule.name,
    form: plan.line.form,
    readyOn,
    isInTime: readyOn !== null && readyOn <= question.wantedOn,
    personCount: answers.filter((one) => one.answer === "person").length,
    steps,
  });
}

type Asked = Pick<ChainQuestion, "itemId" | "quantity" | "wantedOn" | "members">;

/** The steps as a dispatch would plan them today, with the members the rule or a person names. */
export async function planChain(
  tx: Tx,
  { itemId, quantity, wantedOn, members: named }: Asked,
  today: PlainDate,
): Promise<Outcome<ChainPlan, ChainQuestionRefusal>> {
  const facts = await loadDispatchFacts(tx, [itemId], [], today);
  const item = await findItemWords(tx, itemId);
  const known = facts.itemGroups.get(itemId);
  if (!item || !known) return refuse("NOT_FOUND", undefined, "itemId");
  const { decimals } = item;
  if (decimal(quantity).decimalPlaces() > decimals) return refuse("QUANTITY_TOO_FINE", { decimals }, "quantity");
  if (wantedOn < today) return refuse("WANTED_IN_PAST", { today }, "wantedOn");
  const byHand = named.map((one) => ({
    stepNumber: one.stepNumber,
    members: one.members.map(({ memberId, sharePercent }) => ({ memberId, sharePercent: decimal(sharePercent) })),
  }));
  const order = {
    lineNumber: 1,
    itemId,
    itemCode: known.code,
    itemGroupCode: known.groupCode,
    quantity: decimal(quantity),
    amountYen: 0n,
    wantedOn,
    byHand: { members: byHand },
  };
  const plan = planOrder(tx, [order], facts, today);
  if (!plan.ok) return { ...plan, refusals: plan.refusals.map((one) => ({ ...one, field: "itemId" })) as never };
  const line = plan.value.lines[0]!;
  const rule = facts.rules.find((one) => one.id === line.ruleId)!;
  const members = rule.steps.map((step): MembersByHand => {
    const chosen = membersOf(rule, step, byHand, facts.members, tx.companyId);
    return { stepNumber: step.stepNumber, members: chosen.ok ? chosen.value : [] };
  });
  return ok({ line, rule, members, facts, item: { ...item, id: itemId } });
}

/** Asks every step in its order, each from the day the steps before it are ready. */
export async function askAlong(
  tx: Tx,
  plan: ChainPlan,
  questions: ChainQuestions,
  today: PlainDate,
): Promise<StepAnswer[]> {
  const { steps } = plan.line;
  const terms = await termsOf(tx, plan, steps, today);
  const answers: StepAnswer[] = [];
  for (const step of steps) answers.push(await askStep(tx, plan, step, terms, answers, questions, today));
  return answers;
}

const NOTHING = { leadTimeDays: null, reason: null, promiseId: null, isFull: false };

async function askStep(
  tx: Tx,
  { line, facts, item }: ChainPlan,
  step: PlannedStep,
  terms: ReadonlyMap<string, StepTerms>,
  before: readonly DatedAnswer[],
  questions: ChainQuestions,
  today: PlainDate,
): Promise<StepAnswer> {
  const days = deliveryDays(facts);
  const inputs = inputsOf(step, line.form, before, today, days);
  if (!inputs) return { ...NOTHING, step, answer: "unknown", notBefore: null, readyOn: null };
  const { notBefore, beginsOn, arrivals } = inputs;
  if (!isAsked(step, line.form)) return { ...NOTHING, step, answer: "inside", notBefore, readyOn: notBefore };
  const agreed = terms.get(partKey(step));
  if (agreed && isImpossible(agreed))
    return { ...NOTHING, step, answer: "impossible", notBefore, readyOn: null, reason: reasonOf(agreed, step) };
  const leadTimeDays = agreed?.leadTimeDays ?? 0;
  const ownItemId =
    step.kind === "own_work" ? await findOwnItem(tx, step, { form: line.form, itemId: item.id }) : undefined;
  const isOwnUnknown = step.kind === "own_work" && ownItemId === undefined;
  const date: StepDate = isOwnUnknown
    ? { kind: "person" }
    : await questions.ask({
        sellerId: step.sellerId,
        buyerId: step.buyerId,
        code: step.code,
        ...(ownItemId && { ownItemId }),
        quantity: step.quantity,
        wantedOn: step.wantedOn,
        notBefore: beginsOn,
        arrivals,
      });
  const common = { ...NOTHING, step, notBefore };
  switch (date.kind) {
    case "date":
      return {
        ...common,
        notBefore: beginsOn,
        answer: "date",
        readyOn: days.onOrAfter(date.readyOn),
        promiseId: date.promiseId,
      };
    case "person": {
      const readyOn = readyByLeadTime(step, notBefore, { from: today, leadTimeDays }, days);
      return { ...common, answer: "person", readyOn, leadTimeDays: Math.max(leadTimeDays, step.leadTimeDays) };
    }
    default:
      return {
        ...common,
        answer: "impossible",
        readyOn: null,
        isFull: date.kind === "full",
        reason: { code: "STEP_NO_DATE", values: { item: step.code } },
      };
  }
}

/** A lead time too short is no refusal here: it is what the question is about. */
const isImpossible = (terms: StepTerms) => terms.answer === "impossible" && terms.reason !== "LEAD_TIME_SHORT";

/** What the agreements say of the steps; wanted today, so that the agreed lead time is told. */
async function termsOf(
  tx: Tx,
  plan: ChainPlan,
  steps: readonly PlannedStep[],
  today: PlainDate,
): Promise<ReadonlyMap<string, StepTerms>> {
  const trades = steps.filter((step) => step.kind === "trade");
  const form = plan.line.form === "processing" ? ("processing" as const) : ("goods" as const);
  const asked = trades.map(({ sellerId, buyerId, code, quantity, amountYen }, ref) => {
    return { ref, sellerId, buyerId, form, code, quantity, amountYen, wantedOn: today, orderedOn: today };
  });
  return new Map((await askSteps(tx, asked, false)).map((one) => [partKey(trades[one.ref]!), one]));
}

/** The other members of the group that have a step's process, each asked as if it did the step. */
async function askOthers(
  tx: Tx,
  question: ChainQuestion,
  plan: ChainPlan,
  own: StepAnswer,
  answers: readonly StepAnswer[],
  today: PlainDate,
): Promise<ChainAnswerStep["others"]> {
  const { step } = own;
  if (step.kind !== "trade" || own.answer === "unknown" || step.part > 1) return [];
  const doing = new Set(
    answers.filter((one) => one.step.stepNumber === step.stepNumber).map((one) => one.step.sellerId),
  );
  const able = plan.facts.members.filter(
    (one) =>
      one.groupId === plan.rule.groupId &&
      one.companyId !== tx.companyId &&
      !doing.has(one.companyId) &&
      one.processCodes.includes(step.processCode),
  );
  const found: ChainAnswerStep["others"] = [];
  for (const { companyId, name } of able) {
    const members = plan.members.map((one) => ({
      stepNumber: one.stepNumber,
      members:
        one.stepNumber === step.stepNumber
          ? [{ memberId: companyId, sharePercent: "100" }]
          : one.members.map((member) => ({ memberId: member.memberId, sharePercent: member.sharePercent.toFixed() })),
    }));
    const other = await planChain(tx, { ...question, members }, today);
    const itsStep = other.ok ? other.value.line.steps.find((one) => one.stepNumber === step.stepNumber) : undefined;
    if (!other.ok || !itsStep) continue;
    const steps = other.value.line.steps.filter(
      (one) => one.stepNumber === step.stepNumber || one.feedsStepNumber === step.stepNumber,
    );
    const terms = await termsOf(tx, other.value, steps, today);
    const fed = answers.flatMap((one): DatedAnswer[] => {
      const now = other.value.line.steps.find((two) => partKey(two) === partKey(one.step));
      return now ? [{ ...one, step: now }] : [];
    });
    const refused = [...terms.values()].find(isImpossible);
    const answer = refused
      ? { ...NOTHING, answer: "impossible" as const, readyOn: null, reason: reasonOf(refused, step) }
      : await askStep(tx, other.value, itsStep, terms, fed, openChainQuestions(tx, today, null), today);
    found.push({ memberId: companyId, memberName: name, ...dateWords(answer, step) });
  }
  return found;
}

function dateWords(
  one: Pick<StepAnswer, "answer" | "readyOn" | "leadTimeDays" | "reason">,
  step: PlannedStep,
): Pick<ChainAnswerStep, "answer" | "readyOn" | "isInTime" | "leadTimeDays" | "reason"> {
  const { answer, readyOn, leadTimeDays, reason } = one;
  return { answer, readyOn, isInTime: readyOn !== null && readyOn <= step.wantedOn, leadTimeDays, reason };
}

/** A step in the words of the screen: nothing but what the window may know. */
export function stepWords(
  tx: Tx,
  { facts }: Pick<ChainPlan, "facts">,
  one: StepAnswer,
): Omit<ChainAnswerStep, "others"> {
  const { stepNumber, part, feedsStepNumber, processName, code, sellerId, buyerId, quantity, wantedOn } = one.step;
  const nameOf = (id: string) =>
    id === tx.companyId ? "" : (facts.members.find((member) => member.companyId === id)?.name ?? "");
  return {
    ...dateWords(one, one.step),
    stepNumber,
    part,
    feedsStepNumber,
    processName,
    code,
    sellerId,
    sellerName: nameOf(sellerId),
    buyerName: nameOf(buyerId),
    quantity: quantity.toFixed(),
    notBefore: one.notBefore,
    wantedOn,
  };
}
