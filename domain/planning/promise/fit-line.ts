import { Decimal, type PlainDate, type Refusal } from "../../shared/index.ts";

/** A held promise, as far as an order's line has to fit it. */
export interface HeldForLine {
  readonly itemId: string;
  readonly itemCode: string;
  /** In the item's unit. */
  readonly quantity: string;
  readonly promisedOn: PlainDate;
  /** Null: held for nobody in particular. */
  readonly partnerId: string | null;
}

/** A line of an order that came from a customer, as its seller has it. */
export interface LineToPromise {
  readonly itemId: string | null;
  readonly itemCode: string;
  readonly partnerId: string | null;
  readonly state: string;
  /** Ordered, in the item's unit; `shipped` in any. */
  readonly itemQuantity: string;
  readonly shipped: string;
  readonly wantedOn: PlainDate;
  /** What was answered; null: nothing yet. */
  readonly promisedOn: PlainDate | null;
  /** Ordered on along a chain: its members' days decide. */
  readonly isDispatched: boolean;
  /** The promise it became of, or that was attached to it. */
  readonly promiseNumber: string | null;
  /** A work order made for it. */
  readonly workOrderNumber: string | null;
}

export type LineMisfit =
  | "PROMISE_LINE_OTHER_ITEM"
  | "PROMISE_LINE_OTHER_PARTNER"
  | "PROMISE_LINE_NOT_OPEN"
  | "PROMISE_LINE_DISPATCHED"
  | "PROMISE_LINE_PROMISED"
  | "PROMISE_LINE_MADE"
  | "PROMISE_LINE_QUANTITY"
  | "PROMISE_AFTER_WANTED"
  | "PROMISE_AFTER_CONFIRMED";

/**
 * Why a held promise cannot be attached to a line; null where it fits. The first reason in the order a person would look: what, whose, how it
 * stands, how much, by when.
 *
 * A promise holds minutes and material for exactly its quantity, so the line must be of that quantity; and the customer may be told no later
 * day by this way, so the promised day must not be after the one wanted, or confirmed.
 */
export function misfitOf(promise: HeldForLine, line: LineToPromise): Refusal<LineMisfit> | null {
  const misfit = (code: LineMisfit, values: Record<string, string> = {}) => ({ code, values });
  if (line.itemId !== promise.itemId)
    return misfit("PROMISE_LINE_OTHER_ITEM", { held: promise.itemCode, ordered: line.itemCode });
  if (promise.partnerId !== null && line.partnerId !== promise.partnerId) return misfit("PROMISE_LINE_OTHER_PARTNER");
  if (line.isDispatched) return misfit("PROMISE_LINE_DISPATCHED");
  if ((line.state !== "placed" && line.state !== "confirmed") || new Decimal(line.shipped).greaterThan(0))
    return misfit("PROMISE_LINE_NOT_OPEN");
  if (line.promiseNumber !== null) return misfit("PROMISE_LINE_PROMISED", { number: line.promiseNumber });
  if (line.workOrderNumber !== null) return misfit("PROMISE_LINE_MADE", { number: line.workOrderNumber });
  if (!new Decimal(line.itemQuantity).equals(promise.quantity))
    return misfit("PROMISE_LINE_QUANTITY", { held: promise.quantity, ordered: line.itemQuantity });
  const { promisedOn } = promise;
  const dueOn = line.promisedOn ?? line.wantedOn;
  if (line.state === "placed" && promisedOn > line.wantedOn)
    return misfit("PROMISE_AFTER_WANTED", { promisedOn, wantedOn: line.wantedOn });
  if (line.state === "confirmed" && promisedOn > dueOn) return misfit("PROMISE_AFTER_CONFIRMED", { promisedOn, dueOn });
  return null;
}
