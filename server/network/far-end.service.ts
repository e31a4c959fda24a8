import { isAsReported, type MakerWord, type MakerWordRefusal, matchMakerWords } from "../../domain/network/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import {
  isAcceptedAtReceipt,
  type JudgeRefusal,
  judge,
  loadArrivedLots,
  type ReceiveRefusal,
  type ShipRefusal,
  ship,
} from "../trade/index.ts";
import { loadLastStepLines } from "./far-end.store.ts";
import { closeReport, findReport } from "./far-end-report.store.ts";

export interface FarEndInput {
  /** The last member's delivery to the window; the goods went straight to the maker. */
  readonly deliveryId: string;
  /** The day the maker inspected: it is the day of the event in every trade the goods passed through. */
  readonly judgedOn: PlainDate;
  readonly carrier?: string;
  readonly lines: readonly MakerWord[];
}
export type FarEndRefusal =
  | MakerWordRefusal
  | "GOODS_ARE_WINDOWS"
  | "RETURN_INSTEAD"
  | ReceiveRefusal
  | JudgeRefusal
  | ShipRefusal;

type Booked = Outcome<{ readonly deliveryId: string | null; readonly number: string | null }, FarEndRefusal>;

/**
 * The window records what the maker said. A report of the member that waits ends with it: booked as said, or otherwise, and the member
 * is told which.
 */
export async function recordFarEnd(tx: Tx, input: FarEndInput): Promise<Booked> {
  // Closed before anything is booked: a delivery judged with its report still open would count as taken otherwise.
  const report = await findReport(tx, { deliveryId: input.deliveryId });
  if (report) await closeReport(tx, report.id, isAsReported(report, input) ? "applied" : "corrected");
  return bookFarEnd(tx, input);
}

/**
 * Goods of the last step went straight to the maker (商流 ≠ 物流), and the maker has inspected them. What it accepted is accepted in
 * the member's trade with the window and, shipped and accepted on the same day, in the window's with the maker: title passes through
 * the window without the goods being there. What it rejected is rejected in the member's trade, goes back there, and stays owed in both.
 */
export async function bookFarEnd(tx: Tx, input: FarEndInput): Promise<Booked> {
  const lines = await loadLastStepLines(tx, input.deliveryId);
  if (lines.length === 0) return refuse("NOT_LAST_STEP", undefined, "deliveryId");
  if (lines.some((line) => line.form === "processing")) return refuse("GOODS_ARE_WINDOWS", undefined, "deliveryId");
  const matched = matchMakerWords(input.lines, lines);
  if (!matched.ok) return matched;

  const arriving = matched.value
    .map(({ line, wanted }) => ({
      lineNumber: line.lineNumber,
      quantity: wanted.accepted.plus(wanted.rejected).plus(line.judged).minus(line.received),
    }))
    .filter((line) => line.quantity.greaterThan(0));
  // Where title passes at receipt nothing is left to reject: the goods are the window's and would go back as a return.
  const isRejected = matched.value.some(({ wanted }) => wanted.rejected.greaterThan(0));
  if (arriving.length > 0 && isRejected && (await isAcceptedAtReceipt(tx, input.deliveryId)))
    return refuse("RETURN_INSTEAD", undefined, "lines");
  const judged = await judge(tx, {
    deliveryId: input.deliveryId,
    judgedOn: input.judgedOn,
    arriving,
    lines: matched.value.map(({ line, wanted }) => ({
      lineNumber: line.lineNumber,
      accepted: wanted.accepted,
      ...(wanted.rejected.greaterThan(0) && { rejected: { quantity: wanted.rejected, reason: wanted.reason } }),
    })),
  });
  if (!judged.ok) return judged;

  const passed = matched.value.filter(({ wanted }) => wanted.accepted.greaterThan(0));
  if (passed.length === 0) return ok({ deliveryId: null, number: null });
  const lots = await loadArrivedLots(tx, input.deliveryId);
  const shipped = await ship(tx, {
    shippedOn: input.judgedOn,
    directFromId: input.deliveryId,
    ...(input.carrier && { carrier: input.carrier }),
    lines: passed.map(({ line, wanted }) => ({
      tradeId: line.originTradeId,
      lineNumber: line.originLineNumber,
      quantity: wanted.accepted.times(line.stepFactor).dividedBy(line.originFactor),
      // The lot the member's goods came in as: the recall goes through the window too.
      ...(lots.has(line.lineNumber) && { lotId: lots.get(line.lineNumber)! }),
      ...(line.placeId && line.placeKind && { placeId: line.placeId, placeKind: line.placeKind }),
    })),
  });
  if (!shipped.ok) return shipped;
  const { deliveryId, number } = shipped.value;
  // Terms by which the shipment itself is received and accepted have left nothing to say here.
  if (shipped.value.isAccepted) return ok({ deliveryId, number });
  const quantities = passed.map(({ line, wanted }, index) => ({
    lineNumber: index + 1,
    quantity: wanted.accepted.times(line.stepFactor).dividedBy(line.originFactor),
  }));
  const taken = await judge(tx, {
    deliveryId,
    judgedOn: input.judgedOn,
    arriving: quantities,
    lines: quantities.map(({ lineNumber, quantity }) => ({ lineNumber, accepted: quantity })),
  });
  if (!taken.ok) return taken;
  return ok({ deliveryId, number });
}
