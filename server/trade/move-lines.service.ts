import {
  type Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
  roundYen,
} from "../../domain/shared/index.ts";
import { type LineState, mayMove, type Side } from "../../domain/trade/index.ts";
import { loadAgreementHeads } from "../agreements/index.ts";
import { enterCounterparties, type Tx } from "../platform/index.ts";
import { tellLinesMoved } from "./lines-moved.ts";
import { updateLines } from "./move-lines.store.ts";
import { reserveForLines } from "./reservation.store.ts";
import { isShared, mySides, tellBothSides } from "./sides.ts";
import { loadTradeLines, loadTrades, type TradeLineRow } from "./trade.store.ts";

export interface LineMove {
  readonly lineNumber: number;
  /** The state the user saw; another one means somebody was quicker. */
  readonly seen: LineState;
  readonly to: LineState;
  /** For confirming, quoting and countering; confirming without one promises the wanted date. */
  readonly promisedOn?: PlainDate;
  /** For quoting: the last day the price holds. */
  readonly validUntil?: PlainDate;
  /** For quoting and countering. */
  readonly unitPrice?: Decimal;
  readonly reason?: string;
}

export type MoveRefusal =
  | "TRADE_UNKNOWN"
  | "LINE_UNKNOWN"
  | "STALE_VERSION"
  | "LINE_MOVE_NOT_ALLOWED"
  | "REASON_MISSING"
  | "NO_PRICE"
  | "QUOTE_EXPIRED"
  | "VALID_UNTIL_PAST"
  | "PROMISE_BEFORE_ORDER"
  | "COUNTER_CHANGES_NOTHING";

/**
 * Moves lines of one trade to their next state: confirm with a promised date, decline with a reason, counter, take the counter
 * (which confirms: the seller offered it), quote, withdraw, cancel, place a quoted line. All lines or none. A confirmed line is reserved at the seller; both sides are told.
 */
export async function moveLines(
  tx: Tx,
  input: { readonly tradeId: string; readonly today: PlainDate; readonly lines: readonly LineMove[] },
): Promise<Outcome<{ readonly lines: { readonly lineNumber: number; readonly state: LineState }[] }, MoveRefusal>> {
  const trade = (await loadTrades(tx, [input.tradeId])).get(input.tradeId);
  if (!trade) return refuse("TRADE_UNKNOWN");
  const lines = await loadTradeLines(tx, [trade.id], true);
  const sides = mySides(tx, trade);
  const refusals: Refusal<MoveRefusal>[] = [];
  const moved: { line: TradeLineRow; move: LineMove }[] = [];
  for (const [index, move] of input.lines.entries()) {
    const line = lines.find((one) => one.lineNumber === move.lineNumber);
    const found = line
      ? checkMove(line, move, sides, { orderedOn: trade.orderedOn, today: input.today })
      : [{ code: "LINE_UNKNOWN" as const, field: "lineNumber" }];
    if (found.length === 0) moved.push({ line: line!, move });
    refusals.push(...found.map((refusal) => ({ ...refusal, field: `lines.${index}.${refusal.field ?? "to"}` })));
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;

  const rounding =
    (trade.agreementId && (await loadAgreementHeads(tx, [trade.agreementId])).get(trade.agreementId)?.amountRounding) ||
    "down";
  const after = moved.map(({ line, move }) => {
    const priced = move.to === "quoted" || move.to === "countered";
    const unitPrice = (priced && move.unitPrice) || line.unitPrice;
    return {
      ...line,
      state: move.to,
      promisedOn: PROMISES.has(move.to)
        ? (move.promisedOn ?? line.promisedOn ?? (move.to === "confirmed" ? line.wantedOn : null))
        : line.promisedOn,
      validUntil: move.to === "quoted" ? (move.validUntil ?? line.validUntil) : line.validUntil,
      answer: move.reason ?? (move.to === "confirmed" ? "" : line.answer),
      unitPrice,
      amountYen: unitPrice.equals(line.unitPrice) ? line.amountYen : roundYen(unitPrice.times(line.quantity), rounding),
    };
  });
  await updateLines(tx, after);
  // 'change' and not 'place': a trade runs on under an agreement that has ended meanwhile.
  if (isShared(trade)) await enterCounterparties(tx, [trade.id], "change");
  if (trade.sellerId) await reserveForLines(tx, trade.sellerId, trade.id, after);
  const states = [...new Set(after.map((line) => line.state))];
  const what = `trade.${states.length === 1 ? states[0] : "moved"}`;
  tellBothSides(
    tx,
    trade,
    {
      command: what,
      kind: what,
      subjectKind: "trade",
      subjectId: trade.id,
    },
    { lines: after.map((line) => ({ line: line.lineNumber, state: line.state })) },
  );
  await tellLinesMoved(tx, trade);
  return ok({ lines: after.map(({ lineNumber, state }) => ({ lineNumber, state })) });
}

/** Moves that carry the seller's date. */
const PROMISES: ReadonlySet<LineState> = new Set(["confirmed", "quoted", "countered"]);
/** Moves that must say why, because the other side will ask. */
const NEEDS_REASON: ReadonlySet<LineState> = new Set(["declined", "countered", "withdrawn"]);

function checkMove(
  line: TradeLineRow,
  move: LineMove,
  sides: readonly Side[],
  { orderedOn, today }: { readonly orderedOn: PlainDate; readonly today: PlainDate },
): Refusal<MoveRefusal>[] {
  const refusals: Refusal<MoveRefusal>[] = [];
  if (line.state !== move.seen)
    return [{ code: "STALE_VERSION", values: { seen: move.seen, current: line.state }, field: "seen" }];
  if (!mayMove(sides, line.state, move.to))
    return [{ code: "LINE_MOVE_NOT_ALLOWED", values: { line: line.lineNumber, from: line.state, to: move.to } }];
  // Who takes a counter takes it as it was offered; the day in it is the seller's.
  if (move.to === "confirmed" && move.promisedOn && !sides.includes("seller") && move.promisedOn !== line.promisedOn)
    return [{ code: "LINE_MOVE_NOT_ALLOWED", values: { line: line.lineNumber, from: line.state, to: move.to } }];
  if (NEEDS_REASON.has(move.to) && !move.reason?.trim()) refusals.push({ code: "REASON_MISSING", field: "reason" });
  if (move.to === "quoted" && !(move.unitPrice ?? line.unitPrice).greaterThan(0))
    refusals.push({ code: "NO_PRICE", values: { item: line.code }, field: "unitPrice" });
  if (move.to === "quoted" && move.validUntil && move.validUntil < today)
    refusals.push({ code: "VALID_UNTIL_PAST", values: { date: move.validUntil }, field: "validUntil" });
  if (move.to === "placed" && line.state === "quoted" && line.validUntil && line.validUntil < today)
    refusals.push({ code: "QUOTE_EXPIRED", values: { date: line.validUntil }, field: "to" });
  if (move.promisedOn && move.promisedOn < orderedOn)
    refusals.push({ code: "PROMISE_BEFORE_ORDER", values: { date: move.promisedOn }, field: "promisedOn" });
  const moves = (move.unitPrice && !move.unitPrice.equals(line.unitPrice)) || move.promisedOn;
  if (move.to === "countered" && !moves) refusals.push({ code: "COUNTER_CHANGES_NOTHING", field: "promisedOn" });
  return refusals;
}
