import type { PlainDate } from "../shared/index.ts";

export type ChainState = "waiting" | "running" | "done" | "cancelled";

/** What the state of a chain is read from: the order it serves, and the steps of it that wait for their member. */
export interface ChainFacts {
  readonly isCancelled: boolean;
  readonly isDone: boolean;
  readonly isLate: boolean;
  readonly waitingCount: number;
}

/** How a chain stands, in the list and on its page alike. Late is only what is still owed. */
export function chainState(facts: ChainFacts): { readonly state: ChainState; readonly isLate: boolean } {
  const state = facts.isCancelled
    ? "cancelled"
    : facts.isDone
      ? "done"
      : facts.waitingCount > 0
        ? "waiting"
        : "running";
  return { state, isLate: facts.isLate && (state === "waiting" || state === "running") };
}

/** Several orders of one company in one chain as one: over when all are, waiting or late when one is. */
export function chainStateOfAll(parts: readonly ChainFacts[]): {
  readonly state: ChainState;
  readonly isLate: boolean;
} {
  return chainState({
    isCancelled: parts.length > 0 && parts.every((part) => part.isCancelled),
    isDone: parts.length > 0 && parts.every((part) => part.isDone || part.isCancelled),
    isLate: parts.some((part) => chainState(part).isLate),
    waitingCount: parts.reduce((sum, part) => sum + part.waitingCount, 0),
  });
}

/** A promised step: late when it is owed and was promised after its day, or its day has passed. */
export function isLateStep(
  step: { readonly isOwed: boolean; readonly wantedOn: PlainDate; readonly promisedOn: PlainDate | null },
  today: PlainDate,
): boolean {
  if (!step.isOwed) return false;
  return (step.promisedOn !== null && step.promisedOn > step.wantedOn) || (step.promisedOn ?? step.wantedOn) < today;
}
