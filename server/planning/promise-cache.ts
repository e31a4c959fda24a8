import type { PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { buildState, followChanges, type KnownState } from "./promise-state.service.ts";

export type { KnownState } from "./promise-state.service.ts";

interface Kept {
  known: KnownState | undefined;
  /** One reading at a time: each begins when the one before has ended. */
  turn: Promise<unknown>;
}

/** Companies whose state is kept in this process; the one not asked for longest gives way. */
const MOST_COMPANIES = 100;
const kept = new Map<string, Kept>();

/**
 * Answers from the acting company's state, brought up to what is committed by now. The state is a cache of this process: what it says free
 * is only taken where the database agrees.
 *
 * @param answer must not wait: no change comes in while it reckons
 */
export async function withCurrentState<T>(tx: Tx, today: PlainDate, answer: (known: KnownState) => T): Promise<T> {
  const one = keptFor(tx.companyId);
  const turn = one.turn.then(async () => {
    try {
      const { known } = one;
      if (!known || known.state.today !== today || !(await followChanges(tx, known, today)))
        one.known = await buildState(tx, today);
      return answer(one.known!);
    } catch (error) {
      // Half of a change may have been read.
      one.known = undefined;
      throw error;
    }
  });
  one.turn = turn.catch(() => undefined);
  return turn;
}

/** Drops what is kept of a company: the next question builds it anew. */
export function forgetState(companyId: string): void {
  kept.delete(companyId);
}

function keptFor(companyId: string): Kept {
  const one = kept.get(companyId) ?? { known: undefined, turn: Promise.resolve() };
  kept.delete(companyId);
  kept.set(companyId, one);
  if (kept.size > MOST_COMPANIES) kept.delete(kept.keys().next().value!);
  return one;
}
