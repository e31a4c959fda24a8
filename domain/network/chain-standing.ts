import type { Decimal, PlainDate } from "../shared/index.ts";

export const CHAIN_STANDINGS = ["cancelled", "done", "late", "waiting", "running"] as const;
export type ChainStanding = (typeof CHAIN_STANDINGS)[number];

/** What the standing of a chain follows from, for the company that looks: of the order it owes its own customer. */
export interface ChainFacts {
  readonly isCancelled: boolean;
  /** Everything ordered was delivered and accepted. */
  readonly isDone: boolean;
  /** A line still owed comes after the day it is wanted, or its day has passed. */
  readonly isLate: boolean;
  /** Steps nobody has confirmed yet. */
  readonly waitingCount: number;
}

/**
 * How a chain stands as a whole, in one word; the list and the page both ask here. Late counts before waiting, since it is what a
 * person has to act on. A step late by itself while the customer's date still holds is shown at the step, not for the whole.
 */
export function chainStanding(facts: ChainFacts): ChainStanding {
  if (facts.isCancelled) return "cancelled";
  if (facts.isDone) return "done";
  if (facts.isLate) return "late";
  return facts.waitingCount > 0 ? "waiting" : "running";
}

/** Several orders of one company in one chain stand as their most urgent one; done or cancelled only where all that are left are. */
export function standingOfAll(standings: readonly ChainStanding[]): ChainStanding {
  const urgency = ["late", "waiting", "running", "done", "cancelled"] as const;
  return urgency.find((one) => standings.includes(one)) ?? "running";
}

/** A step comes too late: promised after the day it is wanted, or not done on its day. What is done or closed is late no more. */
export function isStepLate(
  step: {
    readonly state: string;
    readonly wantedOn: PlainDate;
    readonly promisedOn: PlainDate | null;
    readonly shareDone: Decimal | null;
  },
  today: PlainDate,
): boolean {
  const isOwed = step.state === "placed" || step.state === "confirmed";
  if (!isOwed || step.shareDone?.greaterThanOrEqualTo(1)) return false;
  return (step.promisedOn !== null && step.promisedOn > step.wantedOn) || (step.promisedOn ?? step.wantedOn) < today;
}

/** How far a member is with its own part of a chain. */
export interface MemberProgress {
  readonly waitingCount: number;
  /** The latest day promised of its own steps; null while one of them is promised by nobody. */
  readonly promisedOn: PlainDate | null;
}

/** What a member's list says of a chain, from the steps its page shows. */
export function memberProgress(
  steps: readonly { readonly relation: string; readonly state: string; readonly promisedOn: PlainDate | null }[],
): MemberProgress {
  const own = steps.filter((step) => step.relation === "own");
  const isPromised = own.every((step) => step.promisedOn !== null || step.state === "planned");
  const days = own.flatMap((step) => step.promisedOn ?? []).sort();
  return {
    waitingCount: own.filter((step) => step.state === "placed").length,
    promisedOn: isPromised ? (days.at(-1) ?? null) : null,
  };
}
