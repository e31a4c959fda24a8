import {
  checkVerdict,
  type InspectReceivedInput,
  type JudgedReading,
  judgeReadings,
  type Reading,
  stateOf,
} from "../../domain/quality/index.ts";
import { type Decimal, decimal, type Outcome, ok, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import { judge, loadArrivedLots } from "../trade/index.ts";
import { findWaiting, insertInspection } from "./inspection.store.ts";
import { findPlan, type PlanRow } from "./inspection-plan.store.ts";

/**
 * Receiving inspection of one delivered line, or of a part of it: what was measured is kept here, what it says goes to the trade,
 * where title passes and both sides' stock and books follow, in this transaction.
 */
export async function inspectReceived(
  tx: Tx,
  input: InspectReceivedInput,
): Promise<Outcome<{ readonly id: string; readonly acceptedYen: bigint; readonly taxYen: bigint }>> {
  const waiting = await findWaiting(tx, input.deliveryId, input.lineNumber);
  if (!waiting) return refuse("NOT_WAITING", undefined, "lineNumber");
  const verdict = {
    accepted: decimal(input.accepted),
    special: decimal(input.special),
    rejected: decimal(input.rejected),
  };
  const plan = waiting.itemId ? await findPlan(tx, waiting.itemId, "receiving") : undefined;
  const quantity = verdict.accepted.plus(verdict.special).plus(verdict.rejected);
  const { judged, refusals } = readAgainst(plan, input.readings, quantity);
  const refused = refuseAll([
    ...refusals,
    ...checkVerdict({ ...verdict, reason: input.reason }, waiting.toJudge, judged),
  ]);
  if (refused) return refused;
  const outcome = await judge(tx, {
    deliveryId: input.deliveryId,
    judgedOn: input.inspectedOn,
    lines: [
      {
        lineNumber: input.lineNumber,
        ...(verdict.accepted.greaterThan(0) && { accepted: verdict.accepted }),
        ...(verdict.special.greaterThan(0) && {
          specially: {
            quantity: verdict.special,
            unitPrice: input.specialPrice === undefined ? waiting.unitPrice : decimal(input.specialPrice),
            reason: input.reason,
          },
        }),
        ...(verdict.rejected.greaterThan(0) && { rejected: { quantity: verdict.rejected, reason: input.reason } }),
      },
    ],
  });
  if (!outcome.ok) {
    const [first, ...rest] = outcome.refusals.map((refusal) => ({ ...refusal, field: fieldOf(refusal.field) }));
    return { ok: false, refusals: [first!, ...rest] };
  }
  const id = newId();
  const number = await nextNumber(tx, "qi");
  await insertInspection(tx, {
    id,
    number,
    kind: "receiving",
    itemId: waiting.itemId,
    description: waiting.description,
    lotId: (await loadArrivedLots(tx, input.deliveryId)).get(input.lineNumber) ?? null,
    deliveryId: input.deliveryId,
    lineNumber: input.lineNumber,
    ...verdict,
    state: stateOf(verdict),
    readings: judged,
    reason: input.reason,
    inspectedOn: input.inspectedOn,
  });
  await settleAll([
    audit(tx, [
      {
        command: "quality.inspected",
        subjectKind: "inspection",
        subjectId: id,
        details: { number, delivery: waiting.ownNumber },
      },
    ]),
    announce(tx, [{ kind: "quality.inspection", subjectId: id }]),
  ]);
  return ok({ id, ...outcome.value });
}

/** Readings against the plan; without a plan there is nothing to hold them against, so none are taken. */
export function readAgainst(
  plan: PlanRow | undefined,
  readings: readonly Reading[],
  quantity: Decimal,
): { judged: JudgedReading[]; refusals: Refusal[] } {
  if (plan) return judgeReadings(plan, readings, quantity);
  return {
    judged: [],
    refusals: readings.slice(0, 1).map((one) => ({
      code: "CHARACTERISTIC_UNKNOWN",
      values: { name: one.characteristic },
      field: "readings.0.characteristic",
    })),
  };
}

/** The trade speaks of lines; the form has one. */
function fieldOf(field: string | undefined): string {
  const last = field?.split(".").at(-1) ?? "accepted";
  return last === "unitPrice" ? "specialPrice" : last === "reason" ? "reason" : "accepted";
}
