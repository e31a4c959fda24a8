import { type PromiseUses, reachOf, takeUses } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { afterCommit, type Tx } from "../platform/index.ts";
import { buildState, followChanges, type KnownState, type Pending, readChanged } from "./promise-state.service.ts";

export type { KnownState } from "./promise-state.service.ts";

/** One reading of what happened, for all who asked before it began. */
interface Reading {
  /** Whose connection reads. */
  readonly tx: Tx;
  readonly today: PlainDate;
  readonly itemIds: (string | null)[];
  done: Promise<KnownState | undefined>;
  error: unknown;
}
interface Kept {
  known: KnownState | undefined;
  /** Not begun yet: who asks now is served by it. */
  next: Reading | undefined;
  /** Taken from the state already, exactly once each, by the promise's id. */
  readonly pending: Map<string, Pending>;
  /** One reading at a time: each begins when the one before has ended. */
  turn: Promise<unknown>;
}

/** Companies whose state is kept in this process; the one not asked for longest gives way. */
const MOST_COMPANIES = 100;
/** Longer than any transaction may last: what is not committed by then never will be. */
const PENDING_MS = 120_000;
const kept = new Map<string, Kept>();

/**
 * Answers from the acting company's state, brought up to what is committed by now. The state is a cache of this process: what it says free
 * is only taken where the database agrees.
 *
 * Who asks while another's reading is under way waits for the next one together with all others who do.
 *
 * @param itemId what is asked for: only what it reaches need be current; `null`: everything
 * @param answer must not wait: no change comes in while it reckons
 */
export async function withCurrentState<T>(
  tx: Tx,
  today: PlainDate,
  itemId: string | null,
  answer: (known: KnownState) => T,
): Promise<T> {
  const one = keptFor(tx.companyId);
  for (;;) {
    const reading = joinReading(one, tx, today);
    reading.itemIds.push(itemId);
    const known = await reading.done;
    // The one whose connection read for all may have been broken off: that is no fault of mine.
    if (known) return answer(known);
    if (reading.tx === tx) throw reading.error;
  }
}

function joinReading(one: Kept, tx: Tx, today: PlainDate): Reading {
  if (one.next?.today === today) return one.next;
  const reading: Reading = { tx, today, itemIds: [], done: Promise.resolve(undefined), error: undefined };
  reading.done = one.turn.then(async () => {
    if (one.next === reading) one.next = undefined;
    try {
      return await read(one, reading);
    } catch (error) {
      // Half of a change may have been read.
      one.known = undefined;
      reading.error = error;
      return undefined;
    }
  });
  one.turn = reading.done;
  one.next = reading;
  return reading;
}

async function read(one: Kept, { tx, today, itemIds }: Reading): Promise<KnownState> {
  for (const [id, { sinceMs }] of one.pending) if (performance.now() - sinceMs > PENDING_MS) drop(one, id);
  const { known } = one;
  const isCurrent = known !== undefined && known.state.today === today && (await followChanges(tx, known));
  if (!isCurrent) {
    one.known = undefined;
    one.known = await buildState(tx, today, one.pending);
  }
  const current = one.known!;
  const reach = itemIds.includes(null)
    ? { items: [...current.changedItems], workCenters: [...current.changedCenters] }
    : reachOf(
        current.state,
        itemIds.filter((id) => id !== null),
      );
  await readChanged(tx, current, reach, today, one.pending);
  return current;
}

/**
 * Takes what a promise is about to hold, so that the next question of this process does not offer it again. Call within the answer.
 *
 * @param tx the transaction that will write the promise: another company's, where that one asks
 */
export function takeAhead(
  tx: Tx,
  known: KnownState,
  promiseId: string,
  uses: PromiseUses,
  companyId = tx.companyId,
): void {
  const one = keptFor(companyId);
  takeUses(known.state, uses);
  one.pending.set(promiseId, { uses, sinceMs: performance.now(), isDropped: false });
  known.own.add(promiseId);
  // From now on it is read like any other.
  afterCommit(tx, () => {
    if (one.pending.delete(promiseId)) one.known?.taken.add(promiseId);
  });
}

/** The database did not agree: it is given back. */
export function giveBackAhead(companyId: string, promiseId: string): void {
  drop(keptFor(companyId), promiseId);
}

function drop(one: Kept, promiseId: string): void {
  const pending = one.pending.get(promiseId);
  if (!pending) return;
  one.pending.delete(promiseId);
  pending.isDropped = true;
  if (!one.known) return;
  // The state may have been read anew meanwhile, and given it from another day: what it is like without is read.
  for (const { itemId } of pending.uses.supply) one.known.changedItems.add(itemId);
  for (const { workCenterId } of pending.uses.capacity) one.known.changedCenters.add(workCenterId);
}

function keptFor(companyId: string): Kept {
  const one = kept.get(companyId) ?? {
    known: undefined,
    next: undefined,
    pending: new Map(),
    turn: Promise.resolve(),
  };
  kept.delete(companyId);
  kept.set(companyId, one);
  if (kept.size > MOST_COMPANIES) kept.delete(kept.keys().next().value!);
  return one;
}
