import { type Decimal, decimal, type PlainDate } from "../shared/index.ts";

/** Something that comes or goes of one item on a day. */
export interface StockEvent<Source> {
  readonly onDate: PlainDate;
  readonly what: "receipt" | "demand" | "planned_receipt" | "planned_need";
  /** Above 0, whichever way it goes. */
  readonly quantity: string;
  readonly source: Source;
}

export interface TimelineRow<Source> extends StockEvent<Source> {
  /** Negative when it goes. */
  readonly signed: string;
  /** What would be at hand after it. */
  readonly balance: string;
}

const ARRIVES = new Set(["receipt", "planned_receipt"]);

/**
 * Projected stock of one item: what comes and goes in order of days, on one day first what comes, and the balance after each.
 *
 * @param onHand what is there before the first event
 */
export function itemTimeline<Source>(onHand: string, events: readonly StockEvent<Source>[]): TimelineRow<Source>[] {
  let balance: Decimal = decimal(onHand);
  const rank = ({ what }: StockEvent<Source>) => (ARRIVES.has(what) ? 0 : 1);
  return events
    .toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : rank(a) - rank(b)))
    .map((event) => {
      const quantity = decimal(event.quantity);
      const signed = ARRIVES.has(event.what) ? quantity : quantity.negated();
      balance = balance.plus(signed);
      return { ...event, signed: signed.toFixed(), balance: balance.toFixed() };
    });
}
