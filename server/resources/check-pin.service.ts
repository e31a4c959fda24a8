import { judgePin, PIN_LOCK_MINUTES, type PinJudgement } from "../../domain/resources/index.ts";
import type { Instant } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadPin, savePinState } from "./floor-person.store.ts";
import { isPin } from "./pin-hash.ts";

interface PinCheck {
  readonly personId: string;
  readonly code: string;
  readonly name: string;
  readonly judgement: PinJudgement;
}

/**
 * Checks the PIN of a person on the floor and counts wrong ones. The person's row stays locked until the transaction ends, so that
 * guesses cannot run side by side.
 *
 * A wrong PIN is an answer and no refusal: a refusal would roll the transaction back, and with it the count.
 *
 * @param personId of an active person
 * @param now from the route's clock
 * @returns null when there is no such active person
 */
export async function checkPin(tx: Tx, personId: string, pin: string, now: Instant): Promise<PinCheck | null> {
  const person = await loadPin(tx, personId);
  if (!person) return null;
  const isRight = await isPin(pin, person.pinHash);
  const lockUntil = new Date(Date.parse(now) + PIN_LOCK_MINUTES * 60_000).toISOString();
  const judgement = judgePin(person, isRight, now, lockUntil);
  const { next } = judgement;
  if (next.failedAttempts !== person.failedAttempts || next.lockedUntil !== person.lockedUntil) {
    await savePinState(tx, personId, next);
  }
  return { personId, code: person.code, name: person.name, judgement };
}
