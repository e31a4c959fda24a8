import {
  Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { type ChangeRefusal, checkChange, type LineChange, type WantedChange } from "../../domain/trade/index.ts";
import { loadAgreementHeads } from "../agreements/index.ts";
import { enterCounterparties, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import { answerChangeRequest, findOpenChange, insertChange, isStandingChange, loadChange } from "./change.store.ts";
import { tellLinesMoved } from "./lines-moved.ts";
import { loadShipped } from "./progress.store.ts";
import { changeReservations, lockReservations, releaseReserved } from "./reservation.store.ts";
import { type SettlePriceRefusal, settlePrices } from "./settle-price.service.ts";
import { isShared, tellBothSides } from "./sides.ts";
import { loadTradeLines, loadTrades, type TradeHead, type TradeLineRow } from "./trade.store.ts";

export interface ProposeChangeInput {
  readonly tradeId: string;
  readonly reason: string;
  /** What the change costs and the other side is asked to bear; whole yen. */
  readonly costYen: bigint;
  readonly expiresOn: PlainDate | null;
  /** The day it counts from where it is agreed at once. */
  readonly today: PlainDate;
  readonly lines: readonly (WantedChange & { readonly seenRevision: number })[];
}

export type ProposeChangeRefusal =
  | ChangeRefusal
  | "TRADE_UNKNOWN"
  | "STALE_VERSION"
  | "CHANGE_PENDING"
  | "EXPIRES_IN_PAST"
  | SettlePriceRefusal;

/**
 * Asks the other side for a change of placed lines. A buyer's change within the standing limits of the agreement is agreed at once:
 * the seller signed that no person is needed. Alone on the platform the change is agreed at once: the partner's word was given
 * elsewhere, and this records it.
 */
export async function proposeChange(
  tx: Tx,
  input: ProposeChangeInput,
): Promise<
  Outcome<
    { readonly changeId: string; readonly number: string; readonly state: "proposed" | "agreed" },
    ProposeChangeRefusal
  >
> {
  const read = await checkProposedChange(tx, input, true);
  if (!read.ok) return read;
  const { trade, lines, changes } = read.value;
  const changeId = newId();
  const number = await nextNumber(tx, "cr");
  await insertChange(tx, {
    id: changeId,
    tradeId: trade.id,
    sellerId: trade.sellerId,
    buyerId: trade.buyerId,
    outsidePartnerId: trade.outsidePartnerId,
    number,
    reason: input.reason,
    costYen: input.costYen,
    expiresOn: input.expiresOn,
    lines: changes,
  });
  if (isShared(trade)) await enterCounterparties(tx, [trade.id], "change");
  const isAsked = isShared(trade) && !(await isStandingChange(tx, changeId));
  tellBothSides(tx, trade, {
    command: "trade.changeProposed",
    // What is agreed at once asks nobody.
    kind: isAsked ? "trade.changeProposed" : "trade.changing",
    subjectKind: "trade",
    subjectId: trade.id,
  });
  if (isAsked) return ok({ changeId, number, state: "proposed" });
  const applied = await applyAgreed(tx, trade, lines, { id: changeId, lines: changes }, "", input.today);
  if (!applied.ok) return applied;
  if (isShared(trade)) {
    const told = { command: "trade.change.agreed", kind: "trade.changeByRule", subjectKind: "trade" };
    tellBothSides(tx, trade, { ...told, subjectId: trade.id }, { number, byRule: true });
    await tellLinesMoved(tx, trade);
  }
  return ok({ changeId, number, state: "agreed" });
}

export interface CheckedChange {
  readonly trade: TradeHead;
  readonly lines: readonly TradeLineRow[];
  readonly changes: LineChange[];
}

/**
 * Whether a change may be asked for as things stand, without asking for it.
 *
 * @param lock keeps the lines as they were read until the end of the transaction
 */
export async function checkProposedChange(
  tx: Tx,
  input: ProposeChangeInput,
  lock = false,
): Promise<Outcome<CheckedChange, ProposeChangeRefusal>> {
  const trade = (await loadTrades(tx, [input.tradeId])).get(input.tradeId);
  if (!trade) return refuse("TRADE_UNKNOWN");
  if (input.expiresOn && input.expiresOn < input.today) return refuse("EXPIRES_IN_PAST", undefined, "expiresOn");
  const [lines, shipped, pending, agreements] = await settleAll([
    loadTradeLines(tx, [trade.id], lock),
    loadShipped(tx, [trade.id]),
    findOpenChange(tx, trade.id, input.today),
    loadAgreementHeads(tx, trade.agreementId ? [trade.agreementId] : []),
  ]);
  const agreement = agreements.get(trade.agreementId ?? "");
  if (pending) return refuse("CHANGE_PENDING", { number: pending.number });
  const stale = input.lines.flatMap((wanted, index): Refusal<"STALE_VERSION">[] => {
    const line = lines.find((one) => one.lineNumber === wanted.lineNumber);
    return line && line.revision !== wanted.seenRevision
      ? [
          {
            code: "STALE_VERSION",
            values: { seen: wanted.seenRevision, current: line.revision },
            field: `lines.${index}.seenRevision`,
          },
        ]
      : [];
  });
  const refused = refuseAll(stale);
  if (refused) return refused;
  const checked = checkChange(
    lines.map((line) => ({ ...line, shipped: shipped.get(`${trade.id}/${line.lineNumber}`) ?? new Decimal(0) })),
    input.lines,
    {
      orderedOn: trade.orderedOn,
      amountRounding: agreement?.amountRounding ?? "down",
      isSubcontractLaw: agreement?.isSubcontractLaw ?? false,
    },
  );
  return checked.ok ? ok({ trade, lines, changes: checked.value }) : checked;
}

export type AnswerChangeRefusal =
  | "CHANGE_UNKNOWN"
  | "CHANGE_NOT_YOURS_TO_ANSWER"
  | "CHANGE_ANSWERED"
  | "CHANGE_EXPIRED"
  | "CHANGE_BELOW_DELIVERED"
  | "CHANGE_OF_CLOSED_LINE"
  | "REASON_MISSING"
  | SettlePriceRefusal;

/**
 * The other side's answer; `withdrawn` is the proposer's own. Agreed makes the new revision at once and the seller's reservations
 * follow it, on whichever side the answer was given.
 */
export async function answerChange(
  tx: Tx,
  input: {
    readonly changeId: string;
    readonly answer: "agreed" | "declined" | "countered" | "withdrawn";
    readonly words: string;
    readonly today: PlainDate;
  },
): Promise<Outcome<{ readonly tradeId: string }, AnswerChangeRefusal>> {
  const change = await loadChange(tx, input.changeId);
  if (!change || change.chainChangeId) return refuse("CHANGE_UNKNOWN");
  if (change.state !== "proposed") return refuse("CHANGE_ANSWERED", { number: change.number });
  const isMine = change.proposedBy === tx.companyId;
  if (isMine !== (input.answer === "withdrawn")) return refuse("CHANGE_NOT_YOURS_TO_ANSWER");
  if ((input.answer === "declined" || input.answer === "countered") && !input.words.trim())
    return refuse("REASON_MISSING", undefined, "words");
  if (input.answer === "agreed" && change.expiresOn && change.expiresOn < input.today)
    return refuse("CHANGE_EXPIRED", { date: change.expiresOn });
  const trade = (await loadTrades(tx, [change.tradeId])).get(change.tradeId)!;
  const lines = await loadTradeLines(tx, [trade.id], true);
  const shipped = await loadShipped(tx, [trade.id]);
  for (const part of change.lines) {
    if (input.answer !== "agreed") break;
    const line = lines.find((one) => one.lineNumber === part.lineNumber)!;
    const gone = shipped.get(`${trade.id}/${part.lineNumber}`) ?? new Decimal(0);
    if (!["placed", "confirmed", "countered"].includes(line.state))
      return refuse("CHANGE_OF_CLOSED_LINE", { line: part.lineNumber });
    if (part.isCancel ? gone.greaterThan(0) : part.newQuantity?.lessThan(gone))
      return refuse("CHANGE_BELOW_DELIVERED", { shipped: gone.toFixed() });
  }
  if (isShared(trade)) await enterCounterparties(tx, [trade.id], "change");
  if (input.answer === "agreed") {
    const applied = await applyAgreed(tx, trade, lines, change, input.words, input.today);
    if (!applied.ok) return applied;
  } else await answerChangeRequest(tx, change.id, input.answer, input.words);
  tellBothSides(tx, trade, {
    command: `trade.change.${input.answer}`,
    kind: `trade.change${input.answer[0]!.toUpperCase()}${input.answer.slice(1)}`,
    subjectKind: "trade",
    subjectId: trade.id,
  });
  await tellLinesMoved(tx, trade);
  return ok({ tradeId: trade.id });
}

/** Makes the new revision, settles provisional prices of what was accepted, and lets the seller's reservations follow the lines as they now stand. */
async function applyAgreed(
  tx: Tx,
  trade: TradeHead,
  linesBefore: readonly TradeLineRow[],
  change: { readonly id: string; readonly lines: readonly Pick<LineChange, "lineNumber" | "newUnitPrice">[] },
  words: string,
  today: PlainDate,
): Promise<Outcome<null, SettlePriceRefusal>> {
  await answerChangeRequest(tx, change.id, "agreed", words);
  const settled = await settlePrices(tx, trade, linesBefore, change.lines, today);
  if (settled.ok) await reserveAsOrdered(tx, trade);
  return settled;
}

/** Open reservations hold what is ordered and not shipped; allocated stock nobody needs any more is free again. */
async function reserveAsOrdered(tx: Tx, trade: TradeHead): Promise<void> {
  if (!trade.sellerId) return;
  const reservations = await lockReservations(tx, trade.sellerId, [trade.id]);
  if (reservations.length === 0) return;
  const [lines, shipped] = await settleAll([loadTradeLines(tx, [trade.id]), loadShipped(tx, [trade.id])]);
  const changes = reservations.flatMap((reservation) => {
    const line = lines.find((one) => one.lineNumber === reservation.lineNumber)!;
    const gone = shipped.get(`${trade.id}/${line.lineNumber}`) ?? new Decimal(0);
    const needed =
      line.state === "confirmed" ? Decimal.max(line.quantity.minus(gone).times(line.sellerFactor), 0) : new Decimal(0);
    const allocated = Decimal.min(reservation.allocated, needed);
    const state = needed.isZero()
      ? line.state === "confirmed"
        ? ("done" as const)
        : ("cancelled" as const)
      : ("open" as const);
    return [
      {
        id: reservation.id,
        itemId: reservation.itemId,
        quantity: needed,
        allocated,
        released: reservation.allocated.minus(allocated),
        state,
        neededOn: line.promisedOn ?? line.wantedOn,
      },
    ];
  });
  await changeReservations(tx, trade.sellerId, changes);
  await releaseReserved(tx, trade.sellerId, changes);
}
