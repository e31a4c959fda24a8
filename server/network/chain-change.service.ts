import { type ChangeRefusal, changeAlongChain } from "../../domain/network/index.ts";
import {
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { announce, audit, enterCounterparties, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import { checkChainChange, type FollowRefusal, followChainChange, takeAllFromChain } from "../production/index.ts";
import { type ChainLineView, type ChainStepRow, findChain, loadChainSteps, loadOriginLines } from "./chain.store.ts";
import {
  answerChainChange,
  type ChainChangeState,
  type ChangeRequestRow,
  changeChainSteps,
  finishChainChange,
  followReservations,
  insertChainChange,
  loadChainChanges,
  loadOwed,
  proposeToAll,
  type StoredStepChange,
} from "./chain-change.store.ts";
import { loadDispatchFacts } from "./dispatch.store.ts";
import { HOLIDAYS } from "./follow-chain.service.ts";
import { followChain } from "./follow-chain.store.ts";
import { keepTakenWithinOrder, loadTaken } from "./from-stock.store.ts";
import { deliveryDays } from "./plan-order.ts";

export interface ChainChangeInput {
  readonly reason: string;
  readonly expiresOn?: PlainDate | undefined;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly isCancel: boolean;
    /** In the order's unit. */
    readonly newQuantity?: string | undefined;
    readonly newWantedOn?: PlainDate | undefined;
  }[];
}

export type ChainChangeRefusal =
  | ChangeRefusal
  | "NOT_FOUND"
  | "LINE_UNKNOWN"
  | "LINE_NOT_DISPATCHED"
  | "CHANGE_OVERTAKEN"
  | "LINE_CLOSED"
  | "LINE_FROM_STOCK"
  | "STEP_IS_STUCK"
  | "CHAIN_CHANGE_PENDING"
  | "CHANGE_NOT_AGREED"
  | "CHANGE_EXPIRED"
  | "CHANGE_CLOSED"
  | "EXPIRES_IN_PAST"
  | FollowRefusal;

/** One step's change beside what it is now, for the preview and the proposal. */
export interface PlannedStepChange {
  readonly step: ChainStepRow;
  readonly isCancel: boolean;
  readonly newQuantity: string | null;
  readonly newWantedOn: PlainDate | null;
}
interface PlannedChange {
  readonly chainId: string;
  readonly originTradeId: string;
  readonly steps: readonly PlannedStepChange[];
  readonly originLines: ChangeRequestRow["lines"];
  readonly promisedOn: PlainDate | null;
  readonly isLate: boolean;
}

/** What a change of the maker's order means for every step. Writes nothing. */
export async function planChainChange(
  tx: Tx,
  chainId: string,
  input: ChainChangeInput,
  today: PlainDate,
): Promise<Outcome<PlannedChange, ChainChangeRefusal>> {
  const chain = await findChain(tx, chainId);
  if (!chain) return refuse("NOT_FOUND");
  const [lines, steps, facts, taken] = await settleAll([
    loadOriginLines(tx, chain.tradeId),
    loadChainSteps(tx, chainId),
    loadDispatchFacts(tx, [], [], today),
    loadTaken(tx, chainId),
  ]);
  const changes: PlannedStepChange[] = [];
  const originLines: ChangeRequestRow["lines"][number][] = [];
  const refusals: Refusal<ChainChangeRefusal>[] = [];
  const promised: PlainDate[] = [];
  let isLate = false;
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`;
    const line = lines.find((one) => one.lineNumber === wanted.lineNumber);
    const all = steps.filter((step) => step.chainLineNumber === wanted.lineNumber);
    const own = all.filter((step) => !isClosed(step));
    const fromStock = taken.get(wanted.lineNumber) ?? decimal(0);
    const isCovered = line !== undefined && fromStock.greaterThanOrEqualTo(line.quantity.times(line.factor));
    const refusal = checkLine(line, isCovered ? [] : all, isCovered, wanted);
    if (refusal || !line) {
      refusals.push({ code: refusal ?? "LINE_UNKNOWN", values: { line: wanted.lineNumber }, field });
      continue;
    }
    // Stock stands for as much as it covers; nobody makes anything for this line any more.
    if (isCovered && wanted.newQuantity && decimal(wanted.newQuantity).greaterThan(line.quantity)) {
      refusals.push({
        code: "LINE_FROM_STOCK",
        values: { line: line.lineNumber, most: line.quantity.toFixed() },
        field,
      });
      continue;
    }
    const change = changeAlongChain(
      own,
      {
        isCancel: wanted.isCancel,
        newQuantity: wanted.newQuantity ? decimal(wanted.newQuantity).times(line.factor) : null,
        newWantedOn: wanted.newWantedOn ?? null,
      },
      {
        today,
        promisedOn: line.promisedOn ?? line.wantedOn,
        form: chain.form,
        days: deliveryDays(facts),
        fromStock,
      },
    );
    if (!change.ok) {
      refusals.push(...change.refusals.map((one) => ({ ...one, field })));
      continue;
    }
    for (const one of change.value.steps)
      changes.push({
        step: own.find((step) => step.stepNumber === one.stepNumber && step.part === one.part)!,
        isCancel: one.isCancel,
        newQuantity: one.newQuantity?.toFixed() ?? null,
        newWantedOn: one.newWantedOn,
      });
    if (change.value.promisedOn) promised.push(change.value.promisedOn);
    isLate ||= change.value.isLate;
    originLines.push({
      lineNumber: line.lineNumber,
      isCancel: wanted.isCancel,
      newQuantity: wanted.isCancel || !wanted.newQuantity ? null : decimal(wanted.newQuantity),
      newWantedOn: wanted.isCancel ? null : (wanted.newWantedOn ?? null),
      newPromisedOn: wanted.newWantedOn ? change.value.promisedOn : null,
    });
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;
  // The window's own orders have to be able to follow: nobody is asked for what they refuse.
  if (chain.form === "processing") {
    const follows = await checkChainChange(tx, changedLines(changes));
    if (!follows.ok) return follows;
  }
  return ok({
    chainId,
    originTradeId: chain.tradeId,
    steps: changes,
    originLines,
    promisedOn: promised.sort().at(-1) ?? null,
    isLate,
  });
}

/** The lines the window ordered that a change touches. */
function changedLines(
  changes: readonly Pick<PlannedStepChange, "step" | "isCancel" | "newQuantity" | "newWantedOn">[],
) {
  return changes.flatMap(({ step, isCancel, newQuantity, newWantedOn }) =>
    step.tradeId && step.tradeLineNumber
      ? [
          {
            ...{ tradeId: step.tradeId, lineNumber: step.tradeLineNumber, isCancel, newWantedOn },
            newQuantity: newQuantity ? decimal(newQuantity) : null,
          },
        ]
      : [],
  );
}

function checkLine(
  line: ChainLineView | undefined,
  steps: readonly ChainStepRow[],
  isCovered: boolean,
  wanted: ChainChangeInput["lines"][number],
): "LINE_UNKNOWN" | "LINE_NOT_DISPATCHED" | "LINE_CLOSED" | "STEP_IS_STUCK" | "CHANGE_BELOW_SHIPPED" | null {
  if (!line) return "LINE_UNKNOWN";
  if (line.state !== "placed" && line.state !== "confirmed") return "LINE_CLOSED";
  if (steps.length === 0 && !isCovered) return "LINE_NOT_DISPATCHED";
  if (!wanted.isCancel && steps.some(isClosed)) return "STEP_IS_STUCK";
  const least = wanted.isCancel ? decimal(0) : wanted.newQuantity ? decimal(wanted.newQuantity) : line.quantity;
  return line.shipped.greaterThan(least) ? "CHANGE_BELOW_SHIPPED" : null;
}

/** A step nobody does any more has nothing to change: it is asked for again (ask-again.service.ts), or its line is cancelled. */
function isClosed(step: ChainStepRow): boolean {
  return ["cancelled", "declined", "expired", "withdrawn"].includes(step.state);
}

/** Whom a change would ask: the companies of the trades it touches, without the window. */
export function askedCompanies(tx: Tx, steps: readonly PlannedStepChange[]): string[] {
  const ids = steps.flatMap(({ step }) => (step.tradeId ? [step.sellerId, step.buyerId] : []));
  return [...new Set(ids)].filter((id) => id !== tx.companyId);
}

export interface ProposedChange {
  readonly id: string;
  readonly number: string;
  readonly state: ChainChangeState;
  readonly askedCount: number;
  readonly agreedCount: number;
}

/**
 * Proposes a change of the maker's order to every company it touches: one request per pair, one question per member. Standing rules
 * answer for those whose lines stay within them. Nothing changes until all have agreed; where no person is needed it is applied at once.
 */
export async function proposeChainChange(
  tx: Tx,
  chainId: string,
  input: ChainChangeInput,
  today: PlainDate,
): Promise<Outcome<ProposedChange, ChainChangeRefusal>> {
  if (input.expiresOn && input.expiresOn < today) return refuse("EXPIRES_IN_PAST", undefined, "expiresOn");
  const planned = await planChainChange(tx, chainId, input, today);
  if (!planned.ok) return planned;
  const pending = (await loadChainChanges(tx, { chainId })).find(
    (one) => (one.state === "proposed" || one.state === "agreed") && !(one.expiresOn && one.expiresOn < today),
  );
  if (pending) return refuse("CHAIN_CHANGE_PENDING", { number: pending.number });
  const { steps, originTradeId, originLines } = planned.value;
  const requests = new Map<string, ChangeRequestRow & { lines: ChangeRequestRow["lines"][number][] }>();
  const requestOf = (tradeId: string) => {
    const known = requests.get(tradeId) ?? { id: newId(), tradeId, lines: [] };
    requests.set(tradeId, known);
    return known;
  };
  requestOf(originTradeId).lines.push(...originLines);
  for (const { step, isCancel, newQuantity, newWantedOn } of steps)
    if (step.tradeId)
      requestOf(step.tradeId).lines.push({
        lineNumber: step.tradeLineNumber!,
        isCancel,
        newQuantity: newQuantity ? decimal(newQuantity) : null,
        newWantedOn,
      });
  const id = newId();
  const number = await nextNumber(tx, "cc");
  const expiresOn = input.expiresOn ?? null;
  await insertChainChange(tx, { id, chainId, number, reason: input.reason, expiresOn, steps: steps.map(stored) });
  const askedCount = await proposeToAll(tx, id, [...requests.values()]);
  const shared = [...requests.keys()].filter((tradeId) => tradeId !== originTradeId);
  if (shared.length > 0) await enterCounterparties(tx, shared, "change");
  await tellAll(tx, [tx.companyId, ...askedCompanies(tx, steps)], "network.changeProposed", id, { number });
  const [change] = await loadChainChanges(tx, { id });
  const agreedCount = change!.consents.filter((one) => one.state === "agreed").length;
  if (agreedCount < askedCount) return ok({ id, number, state: "proposed", askedCount, agreedCount });
  const applied = await finishChange(tx, id, true, today);
  return applied.ok ? ok({ id, number, state: "applied", askedCount, agreedCount }) : applied;
}

const stored = (change: PlannedStepChange): StoredStepChange => ({
  line: change.step.chainLineNumber,
  step: change.step.stepNumber,
  part: change.step.part,
  cancel: change.isCancel,
  quantity: change.newQuantity,
  wantedOn: change.newWantedOn,
});

/** The kept changes with the steps they are of. */
function unstored(changes: readonly StoredStepChange[], steps: readonly ChainStepRow[]): PlannedStepChange[] {
  return changes.flatMap((change) => {
    const step = steps.find(
      (one) => one.chainLineNumber === change.line && one.stepNumber === change.step && one.part === change.part,
    );
    return step ? [{ step, isCancel: change.cancel, newQuantity: change.quantity, newWantedOn: change.wantedOn }] : [];
  });
}

async function tellAll(
  tx: Tx,
  companies: readonly string[],
  command: string,
  changeId: string,
  details: Record<string, unknown>,
): Promise<void> {
  await settleAll([
    audit(
      tx,
      companies.map((companyId) => ({ companyId, command, subjectKind: "chainChange", subjectId: changeId, details })),
    ),
    announce(
      tx,
      companies.map((companyId) => ({ companyId, kind: "network.chainChange", subjectId: changeId })),
    ),
  ]);
}

/**
 * Carries out what all agreed to, or takes the proposal back. Applied, every revision of every pair, the chain and all reservations
 * change in this one transaction.
 */
export async function finishChange(
  tx: Tx,
  changeId: string,
  apply: boolean,
  today: PlainDate,
): Promise<Outcome<null, ChainChangeRefusal>> {
  const [change] = await loadChainChanges(tx, { id: changeId });
  if (!change) return refuse("NOT_FOUND");
  if (change.state !== "proposed" && change.state !== "agreed") return refuse("CHANGE_CLOSED", { state: change.state });
  if (apply && change.expiresOn && change.expiresOn < today)
    return refuse("CHANGE_EXPIRED", { date: change.expiresOn });
  const open = change.consents.filter((one) => one.state !== "agreed");
  if (apply && open.length > 0)
    return refuse("CHANGE_NOT_AGREED", { members: open.map((one) => one.memberName).join("、") });
  const steps = await loadChainSteps(tx, change.chainId);
  // Before the lines change: an order that was prepared without its trade finds it by what is ordered.
  const isProcessing = apply && (await findChain(tx, change.chainId))?.form === "processing";
  if (isProcessing) await takeAllFromChain(tx, change.chainId);
  let trades: string[];
  try {
    trades = await finishChainChange(tx, changeId, apply);
  } catch (error) {
    // Goods left between the agreement and now; the database has the last word.
    const constraint = (error as { constraint?: string }).constraint;
    if (constraint === "change_above_delivered") return refuse("CHANGE_BELOW_SHIPPED");
    if (constraint === "change_of_open_line") return refuse("CHANGE_OVERTAKEN");
    throw error;
  }
  const shared = trades.filter((id) => steps.some((step) => step.tradeId === id));
  if (shared.length > 0) await enterCounterparties(tx, shared, "change");
  if (apply)
    await settleAll([
      changeChainSteps(tx, change.chainId, change.steps),
      loadOwed(tx, trades).then((owed) => followReservations(tx, owed)),
      keepTakenWithinOrder(tx, change.chainId),
    ]);
  if (isProcessing) {
    const followed = await followChainChange(tx, changedLines(unstored(change.steps, steps)), today);
    if (!followed.ok) return followed;
  }
  // A line that waited for members stock now covers waits for nobody: it is confirmed.
  if (apply) for (const tradeId of tradesCalledOff(change.steps, steps)) await followChain(tx, tradeId, HOLIDAYS);
  const companies = new Set([
    tx.companyId,
    ...steps.flatMap((step) => (step.tradeId && shared.includes(step.tradeId) ? [step.sellerId, step.buyerId] : [])),
  ]);
  const command = apply ? "network.changeApplied" : "network.changeWithdrawn";
  await tellAll(tx, [...companies], command, changeId, { number: change.number });
  return ok(null);
}

function tradesCalledOff(changes: readonly StoredStepChange[], steps: readonly ChainStepRow[]): string[] {
  const ids = unstored(changes, steps).flatMap(({ isCancel, step }) => (isCancel ? (step.tradeId ?? []) : []));
  return [...new Set(ids)];
}

/** A member's own answer. The first refusal ends the proposal for all; the window is told of every answer. */
export async function answerChange(
  tx: Tx,
  changeId: string,
  answer: { readonly agree: boolean; readonly costYen: bigint; readonly words: string },
): Promise<Outcome<{ readonly state: "proposed" | "agreed" | "declined" | "expired" }, "NOT_FOUND">> {
  let state: "proposed" | "agreed" | "declined" | "expired";
  try {
    state = await answerChainChange(tx, changeId, answer);
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return refuse("NOT_FOUND");
    throw error;
  }
  await settleAll([
    audit(tx, [
      {
        command: answer.agree ? "network.changeAgreed" : "network.changeDeclined",
        subjectKind: "chainChange",
        subjectId: changeId,
        details: { costYen: answer.costYen.toString(), words: answer.words },
      },
    ]),
    announce(tx, [{ kind: "network.chainChange", subjectId: changeId }]),
  ]);
  return ok({ state });
}
