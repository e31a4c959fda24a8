import {
  askPromise,
  claimsOf,
  lackingItem,
  type PromiseAnswer,
  type PromiseQuestion,
  type PromiseRefusal,
} from "../../domain/planning/index.ts";
import { decimal, maxDate, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { audit, newId, type Tx } from "../platform/index.ts";
import { createWorkOrders, doElsewhere } from "../production/index.ts";
import { placeTrade } from "../trade/index.ts";
import {
  confirmPromises,
  findPromise,
  linkOrders,
  loadSupplyUses,
  type PromiseRow,
  placePromises,
  releasePromises,
} from "./promise.store.ts";
import { giveBackAhead, type KnownState, takeAhead, withCurrentState } from "./promise-cache.ts";

/** When the acting company can have so much of an item, and why then. Leaves nothing behind. */
export function answerPromise(
  tx: Tx,
  question: PromiseQuestion,
  today: PlainDate,
): Promise<Outcome<PromiseAnswer, PromiseRefusal>> {
  return withCurrentState(tx, today, question.itemId, ({ state }) => askPromise(state, question));
}

export interface HoldInput extends PromiseQuestion {
  readonly partnerId: string | null;
  readonly hours: number;
  /** Refused when it cannot be kept by then. */
  readonly latestOn: PlainDate | null;
}

/** Another may take what was free between the answer and its hold; asked again that often. */
const ATTEMPTS = 5;

/**
 * Holds the earliest date until the promise runs out: what it needs is nobody else's until then.
 *
 * Refuses PROMISE_LATER when the date asked for cannot be kept, PROMISE_TAKEN when others were faster every time, PROMISE_LIMIT beyond the
 * open promises the partner may have.
 */
export async function holdPromise(
  tx: Tx,
  input: HoldInput,
  today: PlainDate,
  nowMs: number,
): Promise<Outcome<PromiseRow, PromiseRefusal | "PROMISE_LATER" | "PROMISE_TAKEN" | "NOT_FOUND">> {
  const id = newId();
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const reckoned = await withCurrentState(tx, today, input.itemId, (known) => {
      const found = reckon(known, input);
      if (!found.ok) return found;
      const { readyOn, uses } = found.value.answer;
      if (input.latestOn !== null && readyOn > input.latestOn) return refuse("PROMISE_LATER", { readyOn }, "wantedOn");
      takeAhead(tx, known, id, uses);
      return found;
    });
    if (!reckoned.ok) return reckoned;
    const { answer, claims, asOf } = reckoned.value;
    const isHeld = await placePromises(tx, [
      {
        companyId: tx.companyId,
        id,
        itemId: input.itemId,
        quantity: answer.quantity,
        wantedOn: input.wantedOn,
        promisedOn: answer.readyOn,
        startOn: startOf(answer, today),
        partnerId: input.partnerId,
        chainPromiseId: null,
        orders: answer.orders,
        expiresAt: new Date(nowMs + input.hours * 3_600_000).toISOString(),
        asOf,
        claims,
      },
    ]).catch((error: unknown) => {
      giveBackAhead(tx.companyId, id);
      throw error;
    });
    if (!isHeld) {
      giveBackAhead(tx.companyId, id);
      continue;
    }
    await audit(tx, [
      {
        command: "planning.promised",
        subjectKind: "promise",
        subjectId: id,
        details: { quantity: answer.quantity, promisedOn: answer.readyOn },
      },
    ]);
    const row = await findPromise(tx, id);
    return row ? ok(row) : refuse("NOT_FOUND");
  }
  return refuse("PROMISE_TAKEN");
}

/** An answer with the rows that hold it. */
export function reckon(known: KnownState, question: PromiseQuestion) {
  const answer = askPromise(known.state, question);
  if (!answer.ok) return answer;
  return ok({ answer: answer.value, claims: claimsOf(known.state, answer.value.uses), asOf: known.mark });
}

/** The first day something is done for it. */
export function startOf(answer: PromiseAnswer, today: PlainDate): PlainDate {
  return [maxDate(today, answer.readyOn), ...answer.orders.map((one) => one.startOn)].toSorted()[0]!;
}

export async function releasePromise(tx: Tx, id: string): Promise<Outcome<PromiseRow, "NOT_FOUND" | "PROMISE_OVER">> {
  const row = await findPromise(tx, id);
  if (!row) return refuse("NOT_FOUND");
  if ((await releasePromises(tx, [id])) === 0) return refuse("PROMISE_OVER", { number: row.number });
  await audit(tx, [{ command: "planning.promiseReleased", subjectKind: "promise", subjectId: id, details: {} }]);
  return ok((await findPromise(tx, id))!);
}

export interface ConfirmInput {
  readonly partnerId: string | null;
  readonly unitPrice: string | null;
  readonly outsideNumber: string;
}

/**
 * Turns a held promise into the customer's order and the work orders it needs, in this transaction. Two confirms of one promise: one wins,
 * the other is told. One that ran out refuses; what it held may be another's by now.
 */
export async function confirmPromise(tx: Tx, id: string, input: ConfirmInput, today: PlainDate) {
  const promise = await findPromise(tx, id);
  if (!promise || promise.isOfOther) return refuse("NOT_FOUND");
  const partnerId = promise.partnerId ?? input.partnerId;
  if (partnerId === null) return refuse("PROMISE_NEEDS_PARTNER", undefined, "partnerId");
  const over = overOf(promise) ?? (await lackOf(tx, promise, today));
  if (over) return over;
  const placed = await placeTrade(tx, {
    side: "S",
    partnerId,
    firstState: "confirmed",
    orderedOn: today,
    outsideNumber: input.outsideNumber,
    lines: [
      {
        item: promise.itemId,
        quantity: decimal(promise.quantity),
        wantedOn: maxDate(promise.promisedOn, today),
        ...(input.unitPrice !== null && { unitPrice: decimal(input.unitPrice) }),
      },
    ],
  });
  if (!placed.ok) return placed;
  const { tradeId, number } = placed.value;
  const line = { tradeId, lineNumber: 1 };
  await confirmPromises(tx, [{ id, ...line }]);
  const created = await makeOrders(tx, promise, line, today);
  if (!created.ok) return created;
  await audit(tx, [
    { command: "planning.promiseConfirmed", subjectKind: "promise", subjectId: id, details: { number } },
  ]);
  return ok({ tradeId, number, workOrders: created.value });
}

/** Makes the work orders of a confirmed promise, its own item's for the line it is confirmed by, each where its minutes are held. */
export async function makeOrders(
  tx: Tx,
  promise: PromiseRow,
  { tradeId, lineNumber }: { readonly tradeId: string; readonly lineNumber: number },
  today: PlainDate,
) {
  const created = await createWorkOrders(
    tx,
    promise.orders.map((order) => ({
      itemId: order.itemId,
      startQuantity: decimal(order.startQuantity),
      startOn: maxDate(order.startOn, today),
      dueOn: maxDate(order.dueOn, today),
      ...(order.itemId === promise.itemId && { tradeId, tradeLineNumber: lineNumber }),
    })),
    today,
  );
  if (!created.ok) return created;
  const workOrderIds = created.value.map((one) => one.id);
  await linkOrders(tx, promise.id, workOrderIds);
  for (const other of promise.orders[0]?.instead ?? []) await doElsewhere(tx, workOrderIds, other);
  return created;
}

/**
 * What a hold stands on may have been called off or moved since: nobody can keep a date without it. Its minutes stay its own in any case.
 * Days that passed meanwhile do not count against it.
 */
export async function lackOf(tx: Tx, { id, number, itemId }: PromiseRow, today: PlainDate) {
  const { own, held } = await loadSupplyUses(tx, id);
  const item = await withCurrentState(tx, today, itemId, ({ state }) => lackingItem(state, own, held));
  return item === undefined ? null : refuse("PROMISE_SUPPLY_GONE", { number, item });
}

/** Told before anything is written; the database asks once more. */
export function overOf({ state, number }: PromiseRow) {
  switch (state) {
    case "held":
      return null;
    case "expired":
      return refuse("PROMISE_EXPIRED", { number });
    case "released":
      return refuse("PROMISE_RELEASED", { number });
    default:
      return refuse("PROMISE_CONFIRMED", { number });
  }
}
