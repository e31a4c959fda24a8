import { type Outcome, ok } from "../../domain/shared/index.ts";
import type { Tx } from "./db/index.ts";

/**
 * Something that happened to one company's business, told in the transaction that made it happen. The area that tells it knows
 * nothing of who reacts; accounting reacts by posting. A shared event is told once per side.
 */
export interface Happening {
  readonly kind: string;
  readonly companyId: string;
}

type Reaction = (tx: Tx, happenings: readonly Happening[]) => Promise<Outcome<null>>;

const reactions = new Map<string, Reaction>();

/** Registers who reacts; called once per name by the wiring (server/app.ts), again with the same name replaces. */
export function reactTo(name: string, reaction: Reaction): void {
  reactions.set(name, reaction);
}

/** Nobody reacts any more: tests of several files share a process, and each begins as the program does before its wiring. */
export function forgetReactions(): void {
  reactions.clear();
}

/**
 * Tells what happened; a reaction that refuses (a closed period, an unlawful deduction) refuses the whole command.
 *
 * @param dayField what the command calls the day of the event: a refusal of that day stands there
 */
export async function tell(tx: Tx, happenings: readonly Happening[], dayField = "eventOn"): Promise<Outcome<null>> {
  if (happenings.length === 0) return ok(null);
  for (const reaction of reactions.values()) {
    const outcome = await reaction(tx, happenings);
    if (!outcome.ok) {
      const placed = outcome.refusals.map((one) => (one.field === "eventOn" ? { ...one, field: dayField } : one));
      return { ok: false, refusals: [placed[0]!, ...placed.slice(1)] };
    }
  }
  return ok(null);
}
