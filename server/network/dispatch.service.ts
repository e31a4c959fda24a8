import { type DispatchPlan, type DispatchRefusal, startQuantity } from "../../domain/network/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import { checkProcessing, type ProcessingRefusal, prepareProcessing } from "../production/index.ts";
import {
  type AskedStep,
  askSteps,
  confirmOrigin,
  type DispatchFacts,
  insertChain,
  insertChainSteps,
  loadDispatchFacts,
  loadOrigin,
  type NewChainStep,
  type Origin,
  type PlacedStepLine,
  placeSteps,
  reservePlaced,
  type StepTerms,
  type StepToPlace,
} from "./dispatch.store.ts";
import { checkTaken, linesTaken, loadHeld, NOTHING_HELD, neededOn, type TakeRefusal } from "./from-stock.service.ts";
import { takeFromStock } from "./from-stock.store.ts";
import { askedSteps, byHandOf, type DispatchOptions, fromStockOf, planOrder, reasonOf } from "./plan-order.ts";

export type DispatchOrderRefusal =
  | DispatchRefusal
  | "NOT_FOUND"
  | "NOTHING_TO_DISPATCH"
  | "LINE_ALREADY_DISPATCHED"
  | "LINE_UNKNOWN"
  | TakeRefusal
  | StepRefusal
  | ProcessingRefusal
  | "MIXED_GROUPS";

/** Why a step cannot be placed, as the guard says it: shared facts only. */
export type StepRefusal =
  | "STEP_NO_AGREEMENT"
  | "STEP_DISPATCH_NOT_SIGNED"
  | "STEP_ITEM_NOT_MAPPED"
  | "STEP_OTHER_FORM"
  | "STEP_NOT_BY_WEIGHT"
  | "STEP_NO_PRICE"
  | "STEP_BELOW_MINIMUM"
  | "STEP_LEAD_TIME_SHORT";

export interface DispatchResult {
  readonly chainId: string;
  readonly chainNumber: string;
  readonly tradeCount: number;
  readonly stepCount: number;
  /** Steps that wait for a person at their member. */
  readonly waitingCount: number;
  readonly promisedOn: PlainDate;
}

/** Lines of an order that can be dispatched now. */
function openLines(
  origin: Origin,
  options: DispatchOptions,
): Outcome<Origin["lines"], "NOTHING_TO_DISPATCH" | "LINE_ALREADY_DISPATCHED" | "LINE_UNKNOWN"> {
  const wanted = options.lineNumbers;
  const refusals = (wanted ?? []).flatMap((number): Refusal<"LINE_ALREADY_DISPATCHED" | "LINE_UNKNOWN">[] => {
    const line = origin.lines.find((one) => one.lineNumber === number);
    if (!line) return [{ code: "LINE_UNKNOWN", values: { line: number }, field: "lineNumbers" }];
    return line.isDispatched
      ? [{ code: "LINE_ALREADY_DISPATCHED", values: { line: number }, field: "lineNumbers" }]
      : [];
  });
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const open = origin.lines.filter(
    (line) =>
      line.itemId !== null &&
      !line.isDispatched &&
      (line.state === "placed" || line.state === "confirmed") &&
      (!wanted || wanted.includes(line.lineNumber)),
  );
  return open.length > 0 ? ok(open) : refuse("NOTHING_TO_DISPATCH");
}

function toDispatch(line: Origin["lines"][number], facts: DispatchFacts, options: DispatchOptions) {
  const item = facts.itemGroups.get(line.itemId!);
  const fromStock = fromStockOf(options, line);
  return {
    ...(fromStock && { fromStock }),
    lineNumber: line.lineNumber,
    itemId: line.itemId!,
    itemCode: item?.code ?? line.code,
    itemGroupCode: item?.groupCode ?? "",
    quantity: line.quantity.times(line.factor),
    amountYen: line.amountYen,
    wantedOn: line.wantedOn,
    ...byHandOf(options, line.lineNumber),
  };
}

/** What a dispatch would do: each line planned by itself, so that one bad line does not hide the others. Asked on record. */
export async function previewDispatch(tx: Tx, tradeId: string, options: DispatchOptions, today: PlainDate) {
  const origin = await loadOrigin(tx, tradeId, false);
  if (!origin) return refuse("NOT_FOUND");
  const lines = openLines(origin, options);
  if (!lines.ok) return lines;
  const facts = await loadDispatchFacts(
    tx,
    lines.value.map((line) => line.itemId!),
    [],
    today,
  );
  const held = await loadHeld(tx, tradeId, lines.value, false);
  const taken = checkTaken(held, lines.value, options);
  if (!taken.ok) return taken;
  const planned = lines.value.map((line) => ({
    line,
    plan: planOrder(tx, [toDispatch(line, facts, options)], facts, origin.orderedOn),
  }));
  const asked = planned.map(({ plan }) => (plan.ok ? askedSteps(plan.value, origin.orderedOn) : []));
  const all = asked.flat().map((step, ref) => ({ ...step, ref }));
  const answers = new Map((await askSteps(tx, all, true)).map((terms) => [terms.ref, terms]));
  const unmade = await checkWork(
    tx,
    planned.flatMap(({ plan }) => (plan.ok ? plan.value.lines : [])),
    itemsOf(lines.value),
    today,
  );
  let next = 0;
  const answered = asked.map((steps) => steps.map((step) => ({ step, terms: answers.get(next++)! })));
  return ok({
    origin,
    facts,
    lines: planned.map(({ line, plan }, index) => ({
      line,
      plan,
      stock: held.stock.get(line.itemId!),
      allocated: held.allocated.get(line.lineNumber),
      answers: stepAnswers(plan, answered[index]!),
      unmade: unmade.filter((one) => one.lineNumber === line.lineNumber),
    })),
  });
}

type Answered = { readonly step: AskedStep; readonly terms: StepTerms };

/** Each planned step with the guard's answer; steps without a trade have none to ask. */
function stepAnswers(plan: Outcome<DispatchPlan, DispatchRefusal>, answered: readonly Answered[]) {
  if (!plan.ok) return [];
  const byPart = new Map<string, Answered>();
  let index = 0;
  for (const trade of plan.value.trades)
    for (const line of trade.lines)
      byPart.set(`${line.chainLineNumber}/${line.stepNumber}/${line.part}`, answered[index++]!);
  return plan.value.lines.flatMap((line) =>
    line.steps.map((step) => {
      const one = byPart.get(`${line.lineNumber}/${step.stepNumber}/${step.part}`);
      return {
        step,
        startQuantity: startQuantity(step),
        answer: one ? one.terms.answer : ("own" as const),
        reason: one && one.terms.reason !== "" ? reasonOf(one.terms, one.step) : null,
      };
    }),
  );
}

/**
 * Splits an order of the window along its chain: every member has its order, every step its trade, in this one transaction. Lines of
 * the origin whose steps are all confirmed, or that stock covers, are confirmed to the maker with the date the chain can keep; the rest
 * wait for the members. What is taken from stock is promised to the line at once.
 *
 * Refuses when a line has no rule, a step nobody to do it, or is not possible under its agreement (each at its line).
 */
export async function dispatchOrder(
  tx: Tx,
  tradeId: string,
  options: DispatchOptions,
  today: PlainDate,
): Promise<Outcome<DispatchResult, DispatchOrderRefusal>> {
  const origin = await loadOrigin(tx, tradeId, true);
  if (!origin) return refuse("NOT_FOUND");
  const lines = openLines(origin, options);
  if (!lines.ok) return lines;
  const facts = await loadDispatchFacts(
    tx,
    lines.value.map((line) => line.itemId!),
    [],
    today,
  );
  const wanted = linesTaken(lines.value, options);
  const held = wanted.length > 0 ? await loadHeld(tx, tradeId, wanted, true) : NOTHING_HELD;
  const taken = checkTaken(held, lines.value, options);
  if (!taken.ok) return taken;
  const plan = planOrder(
    tx,
    lines.value.map((line) => toDispatch(line, facts, options)),
    facts,
    origin.orderedOn,
  );
  if (!plan.ok) return plan;
  const items = itemsOf(lines.value);
  const unmade = await checkWork(tx, plan.value.lines, items, today);
  const refused = refuseAll(unmade.map(({ lineNumber, ...one }) => ({ ...one, field: `lines.${lineNumber - 1}` })));
  if (refused) return refused;
  const placed = await placePlan(tx, plan.value, origin.chainId ?? newId(), origin.orderedOn);
  if (!placed.ok) return placed;
  const chainNumber = origin.chainNumber ?? (await nextNumber(tx, "vc"));
  const chain = { ...placed.value, number: chainNumber, originTradeId: tradeId, isNew: origin.chainId === null };
  const sure = confirmedLines(plan.value, placed.value);
  const open = lines.value.filter((line) => line.state === "placed" && sure.has(line.lineNumber));
  await settleAll([
    ...writeChain(tx, chain),
    confirmOrigin(
      tx,
      tradeId,
      open.map((line) => ({ ...line, promise: sure.get(line.lineNumber)! })),
    ),
  ]);
  const prepared = await prepareWork(tx, placed.value, tradeId, items, today);
  if (!prepared.ok) return prepared;
  await takeFromStock(tx, chain.chainId, tradeId, neededOn(taken.value, lines.value, sure));
  return ok(resultOf(plan.value, placed.value, chainNumber));
}

const itemsOf = (lines: Origin["lines"]) => new Map(lines.map((line) => [line.lineNumber, line.itemId!]));

/** What keeps the window's own work orders for a chain of processing from being prepared; nothing for a relay. */
export async function checkWork(
  tx: Tx,
  lines: DispatchPlan["lines"],
  orderedItems: ReadonlyMap<number, string>,
  today: PlainDate,
): ReturnType<typeof checkProcessing> {
  const steps = lines
    .filter((line) => line.form === "processing")
    .flatMap((line) => line.steps.map((step) => ({ ...step, chainLineNumber: line.lineNumber })));
  return steps.length > 0 ? checkProcessing(tx, steps, orderedItems, today) : [];
}

/** In a chain of processing the window makes the goods, out of house: its work orders for what comes out of every step it ordered. */
export async function prepareWork(
  tx: Tx,
  { chainId, plan, steps }: PlacedPlan,
  originTradeId: string,
  orderedItems: ReadonlyMap<number, string>,
  today: PlainDate,
): Promise<Outcome<null, ProcessingRefusal>> {
  if (plan.lines[0]?.form !== "processing") return ok(null);
  const own = steps.filter((step) => step.buyerId === tx.companyId);
  const prepared = await prepareProcessing(tx, { id: chainId, originTradeId }, own, orderedItems, today);
  return prepared.ok ? ok(null) : prepared;
}

export interface PlacedPlan {
  readonly chainId: string;
  readonly plan: DispatchPlan;
  readonly tradeIds: readonly string[];
  readonly lines: readonly PlacedStepLine[];
  readonly steps: readonly NewChainStep[];
}

/** Places all steps of a plan in one statement, whatever the number of trades; none of them when one is impossible. */
export async function placePlan(
  tx: Tx,
  plan: DispatchPlan,
  chainId: string,
  orderedOn: PlainDate,
): Promise<Outcome<PlacedPlan, StepRefusal | "MIXED_GROUPS">> {
  if (new Set(plan.lines.map((line) => line.groupId)).size > 1) return refuse("MIXED_GROUPS", undefined, "lines");
  const planned = plan.trades.flatMap((trade) => trade.lines);
  const asked = askedSteps(plan, orderedOn).map(
    (step): StepToPlace => ({
      ...step,
      id: newId(),
      chainLineNumber: planned[step.ref]!.chainLineNumber,
      chainStepNumber: planned[step.ref]!.stepNumber,
    }),
  );
  const answers = await placeSteps(tx, chainId, asked);
  const refused = refuseAll(
    answers
      .filter((one) => one.answer === "impossible")
      .map((one): Refusal<StepRefusal> => {
        const step = asked[one.ref]!;
        const { code, values } = reasonOf(one, step);
        return {
          code: code as StepRefusal,
          values: { ...values, step: step.chainStepNumber },
          field: `lines.${step.chainLineNumber - 1}`,
        };
      }),
  );
  if (refused) return refused;
  const places = new Map(
    answers.map((one) => {
      const { chainLineNumber, stepNumber, part } = planned[one.ref]!;
      return [`${chainLineNumber}/${stepNumber}/${part}`, one];
    }),
  );
  const steps = plan.lines.flatMap((line) =>
    line.steps.map((step): NewChainStep => {
      const place = places.get(`${line.lineNumber}/${step.stepNumber}/${step.part}`);
      return {
        ...step,
        chainLineNumber: line.lineNumber,
        ruleId: line.ruleId,
        tradeId: place?.tradeId ?? null,
        tradeLineNumber: place?.lineNumber ?? null,
      };
    }),
  );
  return ok({ chainId, plan, tradeIds: [...new Set(answers.map((one) => one.tradeId))], lines: answers, steps });
}

/** Everything that follows placing, which opened the members' doors, as statements to be sent together: chain, steps, their reservations, records and screens. */
export function writeChain(
  tx: Tx,
  chain: PlacedPlan & { readonly number: string; readonly originTradeId: string; readonly isNew: boolean },
): Promise<unknown>[] {
  const { chainId, plan, lines, steps } = chain;
  const companies = [
    ...new Set([tx.companyId, ...steps.flatMap((step) => (step.tradeId ? [step.sellerId, step.buyerId] : []))]),
  ];
  const details = { number: chain.number };
  return [
    chain.isNew
      ? insertChain(tx, {
          id: chainId,
          number: chain.number,
          groupId: plan.lines[0]!.groupId,
          originTradeId: chain.originTradeId,
          form: plan.lines[0]!.form,
        })
      : Promise.resolve(),
    insertChainSteps(tx, chainId, steps),
    reservePlaced(tx, lines),
    audit(
      tx,
      companies.map((companyId) => ({
        companyId,
        command: "network.dispatched",
        subjectKind: "chain",
        subjectId: chainId,
        details,
      })),
    ),
    // A member hears of the order it got, the dispatcher of its chain.
    announce(tx, [{ kind: "network.chain", subjectId: chainId }, ...soldByOthers(tx, steps)]),
  ];
}

/** The orders members got: one row for each. */
function soldByOthers(tx: Tx, steps: readonly NewChainStep[]) {
  const sellers = new Map(steps.flatMap((step) => (step.tradeId ? [[step.tradeId, step.sellerId] as const] : [])));
  return [...sellers].flatMap(([subjectId, companyId]) =>
    companyId === tx.companyId ? [] : [{ companyId, kind: "trade.placed", subjectId }],
  );
}

/** Lines of the origin all of whose steps are confirmed, with the date the chain keeps. */
export function confirmedLines(plan: DispatchPlan, placed: PlacedPlan): ReadonlyMap<number, PlainDate> {
  const waiting = new Set(
    placed.lines.filter((line) => line.state === "placed").map((line) => `${line.tradeId}/${line.lineNumber}`),
  );
  return new Map(
    plan.lines
      .filter(
        (line) =>
          !placed.steps.some(
            (step) =>
              step.chainLineNumber === line.lineNumber && waiting.has(`${step.tradeId}/${step.tradeLineNumber}`),
          ),
      )
      .map((line) => [line.lineNumber, line.promisedOn]),
  );
}

export function resultOf(plan: DispatchPlan, placed: PlacedPlan, chainNumber: string): DispatchResult {
  return {
    chainId: placed.chainId,
    chainNumber,
    tradeCount: placed.tradeIds.length,
    stepCount: placed.steps.length,
    waitingCount: placed.lines.filter((line) => line.state === "placed").length,
    promisedOn: plan.lines
      .map((line) => line.promisedOn)
      .sort()
      .at(-1)!,
  };
}
