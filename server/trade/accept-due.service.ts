import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { ok } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { findDueForAcceptance } from "./delivery.store.ts";
import { type JudgeRefusal, judge } from "./judge.service.ts";

/**
 * Goods received and not judged within the agreed days count as accepted (みなし検収), on the day the time ran out: the buyer's clock.
 * A closed month refuses, and a person decides.
 *
 * @param deliveryId one delivery; all that are due when left out
 * @returns how many deliveries were accepted
 */
export async function acceptDue(tx: Tx, today: PlainDate, deliveryId?: string): Promise<Outcome<number, JudgeRefusal>> {
  const due = await findDueForAcceptance(tx, today);
  const ids = [...new Set(due.map((line) => line.deliveryId))].filter((id) => !deliveryId || id === deliveryId);
  for (const deliveryId of ids) {
    const lines = due.filter((line) => line.deliveryId === deliveryId);
    const judged = await judge(tx, {
      deliveryId,
      judgedOn: lines
        .map((line) => line.dueOn)
        .sort()
        .at(-1)!,
      lines: lines.map(({ lineNumber, quantity }) => ({ lineNumber, accepted: quantity })),
    });
    if (!judged.ok) return judged;
  }
  return ok(ids.length);
}
