import type { Instant } from "../shared/index.ts";

/** After so many wrong PINs in a row a person is locked, and for how long. */
export const PIN_TRIES = 5;
export const PIN_LOCK_MINUTES = 15;

/** What is kept of a person's wrong tries. */
export interface PinState {
  readonly failedAttempts: number;
  readonly lockedUntil: Instant | null;
}

export type PinJudgement =
  | { readonly answer: "right"; readonly next: PinState }
  | { readonly answer: "wrong"; readonly next: PinState; readonly triesLeft: number }
  | { readonly answer: "locked"; readonly next: PinState; readonly lockedUntil: Instant };

export function isLocked(state: PinState, now: Instant): boolean {
  return state.lockedUntil !== null && state.lockedUntil > now;
}

/**
 * Judges a try at a PIN. A locked person is not judged: even the right PIN is refused until the lock ends, so that nobody learns
 * by trying. The right PIN, and a lock that has ended, begin to count anew.
 *
 * @param now ISO text in UTC; `lockUntil` is `PIN_LOCK_MINUTES` later, made by the caller's clock
 */
export function judgePin(state: PinState, isRight: boolean, now: Instant, lockUntil: Instant): PinJudgement {
  if (isLocked(state, now)) return { answer: "locked", next: state, lockedUntil: state.lockedUntil! };
  if (isRight) return { answer: "right", next: { failedAttempts: 0, lockedUntil: null } };
  const failedAttempts = (state.lockedUntil === null ? state.failedAttempts : 0) + 1;
  if (failedAttempts >= PIN_TRIES) {
    return { answer: "locked", next: { failedAttempts, lockedUntil: lockUntil }, lockedUntil: lockUntil };
  }
  return { answer: "wrong", next: { failedAttempts, lockedUntil: null }, triesLeft: PIN_TRIES - failedAttempts };
}
