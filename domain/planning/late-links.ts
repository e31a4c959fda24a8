import { daysBetween, type PlainDate } from "../shared/index.ts";
import type { Peg, PegDemand, PegSupply } from "./plan-records.ts";

/** A peg with what stands at both its ends. */
export interface PegLink extends Peg {
  /** When the supply is there by the plan; null for stock. One expected before the plan's first day is overdue. */
  readonly supplyOn: PlainDate | null;
  /** All of the supply and all of the demand; null for what the plan does not count: safety stock, and a planned order, which says itself. */
  readonly supplyWhole: string | null;
  readonly demandWhole: string | null;
}

/** Names one end of a peg within an item; stock and safety stock are one thing each. */
export function endKey(itemId: string, end: PegSupply | PegDemand): string {
  if (end.kind === "planned") return `planned ${end.seq}`;
  return "id" in end ? `${itemId} ${end.kind} ${end.id} ${end.line ?? 0}` : `${itemId} ${end.kind}`;
}

export interface LateLink {
  readonly link: PegLink;
  /** When the demand could have it. */
  readonly possibleOn: PlainDate;
  readonly lateDays: number;
}

/**
 * Which demands get what they need late, when supplies come on other days than planned. One level: a planned order or a work order that is late in
 * its turn starts `lateDays` later than planned (`dueWhenLate`), and is asked next.
 *
 * @param arrivals by `endKey` of the supply
 */
export function lateLinks(links: readonly PegLink[], arrivals: ReadonlyMap<string, PlainDate>): LateLink[] {
  return links.flatMap((link) => {
    const possibleOn = arrivals.get(endKey(link.itemId, link.supply));
    if (possibleOn === undefined || possibleOn <= link.neededOn) return [];
    return [{ link, possibleOn, lateDays: daysBetween(link.neededOn, possibleOn) }];
  });
}
