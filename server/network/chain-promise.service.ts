import {
  type ChainConfirmInput,
  type ChainHoldInput,
  chainReadyOn,
  partKey,
  windowOrderShape,
} from "../../domain/network/index.ts";
import { maxDate, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { confirmPromises, openChainQuestions, promiseStatesOf, releasePromises } from "../planning/index.ts";
import { announce, audit, newId, nextNumber, type Tx } from "../platform/index.ts";
import {
  type ChainPromise,
  type ChainPromiseRow,
  endChainPromise,
  findChainPromise,
  type HeldStep,
  insertChainPromise,
  loadPlacedSteps,
} from "./chain-promise.store.ts";
import {
  askAlong,
  type ChainPlan,
  type ChainQuestionRefusal,
  planChain,
  type StepAnswer,
  stepWords,
} from "./chain-promise-ask.service.ts";
import { dispatchOrder } from "./dispatch.service.ts";
import { enterWindowOrder } from "./window-order.service.ts";

export type ChainHoldRefusal =
  | ChainQuestionRefusal
  | "CHAIN_STEP_IMPOSSIBLE"
  | "CHAIN_STEP_FULL"
  | "CHAIN_NOBODY_ANSWERS"
  | "CHAIN_PROMISE_LATER"
  | "CHAIN_PROMISE_TAKEN";
export type ChainOverRefusal =
  | "CHAIN_PROMISE_EXPIRED"
  | "CHAIN_PROMISE_RELEASED"
  | "CHAIN_PROMISE_CONFIRMED"
  | "CHAIN_PROMISE_OVERTAKEN"
  | "CHAIN_STEP_GIVEN_BACK";

/** Another may take what was free between the answers and the hold; asked again that often. */
const ATTEMPTS = 5;

/**
 * Holds the chain's earliest day: one promise at every company whose plan answers, at all or at none, until they run out together.
 * Steps of members that answer by a person are part of the day, and held by nobody.
 *
 * Refuses CHAIN_STEP_IMPOSSIBLE and CHAIN_STEP_FULL (too many open promises there) at their step, CHAIN_PROMISE_LATER when the day asked
 * for cannot be kept, CHAIN_PROMISE_TAKEN when others were faster every time.
 */
export async function holdChain(
  tx: Tx,
  input: ChainHoldInput,
  today: PlainDate,
  nowMs: number,
): Promise<Outcome<ChainPromiseRow, ChainHoldRefusal>> {
  const planned = await planChain(tx, input, today);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const id = newId();
  const expiresAt = new Date(nowMs + input.hours * 3_600_000).toISOString();
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const questions = openChainQuestions(tx, today, { chainPromiseId: id, expiresAt });
    let refused: ReturnType<typeof checkHold>;
    try {
      const answers = await askAlong(tx, plan, questions, today);
      refused = checkHold(answers, input.latestOn ?? null);
      if (!refused && (await questions.hold())) return ok(await writeHold(tx, input, plan, answers, { id, expiresAt }));
    } catch (error) {
      questions.drop();
      throw error;
    }
    if (refused) {
      questions.drop();
      return refused;
    }
  }
  return refuse("CHAIN_PROMISE_TAKEN");
}

function checkHold(answers: readonly StepAnswer[], latestOn: PlainDate | null) {
  const impossible = answers.find((one) => one.answer === "impossible");
  if (impossible) {
    const values = { step: impossible.step.processName };
    return impossible.isFull ? refuse("CHAIN_STEP_FULL", values) : refuse("CHAIN_STEP_IMPOSSIBLE", values);
  }
  if (!answers.some((one) => one.promiseId !== null)) return refuse("CHAIN_NOBODY_ANSWERS");
  const readyOn = chainReadyOn(answers)!;
  if (latestOn === null || readyOn <= latestOn) return null;
  const late = answers.find((one) => one.readyOn! > one.step.wantedOn) ?? answers.at(-1)!;
  return refuse("CHAIN_PROMISE_LATER", { readyOn, step: late.step.processName }, "latestOn");
}

async function writeHold(
  tx: Tx,
  input: ChainHoldInput,
  plan: ChainPlan,
  answers: readonly StepAnswer[],
  { id, expiresAt }: { readonly id: string; readonly expiresAt: string },
): Promise<ChainPromiseRow> {
  const promisedOn = chainReadyOn(answers)!;
  await insertChainPromise(tx, {
    id,
    number: await nextNumber(tx, "cp"),
    itemId: input.itemId,
    quantity: input.quantity,
    wantedOn: input.wantedOn,
    promisedOn,
    expiresAt,
    ruleId: plan.rule.id,
    members: plan.members.map((one) => ({
      stepNumber: one.stepNumber,
      members: one.members.map(({ memberId, sharePercent }) => ({ memberId, sharePercent: sharePercent.toFixed() })),
    })),
    steps: answers.map((one) => ({
      ...stepWords(tx, plan, one),
      buyerId: one.step.buyerId,
      promiseId: one.promiseId,
    })),
  });
  await audit(tx, [
    { command: "network.datesHeld", subjectKind: "chain_promise", subjectId: id, details: { promisedOn } },
  ]);
  await announce(tx, [{ kind: "network.chainPromise", subjectId: id }]);
  return (await findChainPromise(tx, id))!;
}

type Standing = "held" | "confirmed" | "released" | "expired" | "done";

/** A held chain with how each step stands at its company by now: a member may have given its part back. */
export async function readChainPromise(tx: Tx, id: string) {
  const found = await findChainPromise(tx, id);
  if (!found) return refuse("NOT_FOUND");
  const standings = new Map((await promiseStatesOf(tx, idsOf(found.steps))).map((one) => [one.id, one.state]));
  return ok({
    ...found,
    steps: found.steps.map((step) => ({
      ...step,
      standing: ((step.promiseId && standings.get(step.promiseId)) || null) as Standing | null,
    })),
  });
}

const idsOf = (steps: readonly HeldStep[]) => steps.flatMap((one) => one.promiseId ?? []);

/** Gives a held chain back before its time, at all companies. */
export async function releaseChain(
  tx: Tx,
  id: string,
): Promise<Outcome<ChainPromiseRow, "NOT_FOUND" | ChainOverRefusal>> {
  const found = await findChainPromise(tx, id, true);
  if (!found) return refuse("NOT_FOUND");
  const over = overOf(found);
  if (over) return over;
  await releasePromises(tx, idsOf(found.steps));
  await endChainPromise(tx, id, { state: "released" });
  await audit(tx, [{ command: "network.datesReleased", subjectKind: "chain_promise", subjectId: id, details: {} }]);
  await announce(tx, [{ kind: "network.chainPromise", subjectId: id }]);
  return ok((await findChainPromise(tx, id))!);
}

function overOf({ state, number }: ChainPromiseRow) {
  switch (state) {
    case "held":
      return null;
    case "expired":
      return refuse("CHAIN_PROMISE_EXPIRED", { number });
    case "released":
      return refuse("CHAIN_PROMISE_RELEASED", { number });
    case "confirmed":
      return refuse("CHAIN_PROMISE_CONFIRMED", { number });
  }
}

/**
 * Makes a held chain the maker's order, dispatched along the same members with the days they hold, and every member's promise the
 * order of its step: in this transaction, or nothing. Of two at once one wins. What ran out or was given back is refused.
 */
export async function confirmChain(tx: Tx, id: string, input: ChainConfirmInput, today: PlainDate) {
  const found = await findChainPromise(tx, id, true);
  if (!found) return refuse("NOT_FOUND");
  const over = overOf(found) ?? (await givenBack(tx, found));
  if (over) return over;
  const entered = await enterWindowOrder(
    tx,
    windowOrderShape.parse({
      partnerId: input.partnerId,
      outsideNumber: input.outsideNumber,
      deliverTo: input.deliverTo,
      dispatch: "never",
      lines: [
        {
          item: found.itemId,
          quantity: found.quantity,
          wantedOn: maxDate(found.wantedOn, today),
          ...(input.unitPrice !== undefined && { unitPrice: input.unitPrice }),
        },
      ],
    }),
    today,
  );
  if (!entered.ok) return entered;
  const { tradeId, number } = entered.value;
  const heldOn = new Map(found.steps.map((step) => [partKey(step), maxDate(step.readyOn!, today)] as const));
  const dispatched = await dispatchOrder(
    tx,
    tradeId,
    { byHand: [{ lineNumber: 1, ruleId: found.ruleId, members: found.members, heldOn }] },
    today,
  );
  if (!dispatched.ok) return dispatched;
  const { chainId, chainNumber, tradeCount, waitingCount, promisedOn } = dispatched.value;
  const confirmed = await tradesOf(tx, found, chainId, tradeId);
  if (!confirmed.ok) return confirmed;
  await confirmPromises(tx, confirmed.value);
  await endChainPromise(tx, id, { state: "confirmed", tradeId, chainId });
  await audit(tx, [
    { command: "network.datesConfirmed", subjectKind: "chain_promise", subjectId: id, details: { number } },
  ]);
  await announce(tx, [{ kind: "network.chainPromise", subjectId: id }]);
  return ok({ tradeId, number, chainId, chainNumber, tradeCount, waitingCount, promisedOn });
}

/** Told before anything is written; the database asks once more. */
async function givenBack(tx: Tx, { steps, number }: ChainPromise) {
  const standings = new Map((await promiseStatesOf(tx, idsOf(steps))).map((one) => [one.id, one.state]));
  const gone = steps.find((step) => step.promiseId && standings.get(step.promiseId) !== "held");
  return gone ? refuse("CHAIN_STEP_GIVEN_BACK", { number, step: gone.processName }) : null;
}

/** The trade each held step became. Another rule than when it was held gives other steps: then it is asked anew. */
async function tradesOf(tx: Tx, found: ChainPromise, chainId: string, originTradeId: string) {
  const placed = new Map((await loadPlacedSteps(tx, chainId)).map((step) => [partKey(step), step]));
  const isSame = found.steps.every((step) => {
    const now = placed.get(partKey(step));
    return now && now.sellerId === step.sellerId && now.buyerId === step.buyerId && now.quantity.equals(step.quantity);
  });
  if (!isSame || placed.size !== found.steps.length) return refuse("CHAIN_PROMISE_OVERTAKEN", { number: found.number });
  return ok(
    found.steps.flatMap((step) => {
      if (step.promiseId === null) return [];
      const { tradeId, lineNumber } = placed.get(partKey(step))!;
      // The window's own work is for the maker's order itself.
      return [{ id: step.promiseId, tradeId: tradeId ?? originTradeId, lineNumber: lineNumber ?? 1 }];
    }),
  );
}
