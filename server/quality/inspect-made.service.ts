import { checkVerdict, type InspectMadeInput, stateOf } from "../../domain/quality/index.ts";
import { decimal, type Outcome, ok, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, requireSaved, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { readAgainst } from "./inspect-received.service.ts";
import { findInspection, saveVerdict } from "./inspection.store.ts";
import { findPlan } from "./inspection-plan.store.ts";

/** Judges pieces a work order finished: what is accepted may go into stock. All of them at once, since the inspection is theirs. */
export async function inspectMade(tx: Tx, id: string, input: InspectMadeInput): Promise<Outcome<null>> {
  const seen = requireVersion(await findInspection(tx, id, true), input.version);
  if (!seen.ok) return seen;
  const inspection = seen.value;
  if (inspection.state !== "open" || inspection.kind === "receiving")
    return refuse("INSPECTION_DONE", { number: inspection.number });
  const verdict = {
    accepted: decimal(input.accepted),
    special: decimal(input.special),
    rejected: decimal(input.rejected),
  };
  const total = verdict.accepted.plus(verdict.special).plus(verdict.rejected);
  const plan = inspection.itemId ? await findPlan(tx, inspection.itemId, inspection.kind) : undefined;
  const { judged, refusals } = readAgainst(plan, input.readings, inspection.quantity);
  const refused = refuseAll([
    ...refusals,
    ...checkVerdict({ ...verdict, reason: input.reason }, inspection.quantity, judged),
    ...(total.lessThan(inspection.quantity) && total.greaterThan(0)
      ? [{ code: "JUDGED_IN_PART", values: { quantity: inspection.quantity.toFixed() }, field: "accepted" }]
      : []),
  ]);
  if (refused) return refused;
  const saved = requireSaved(
    await saveVerdict(
      tx,
      id,
      { ...verdict, state: stateOf(verdict), readings: judged, reason: input.reason, inspectedOn: input.inspectedOn },
      input.version,
    ),
  );
  if (!saved.ok) return saved;
  await settleAll([
    audit(tx, [
      {
        command: "quality.inspected",
        subjectKind: "inspection",
        subjectId: id,
        details: { number: inspection.number },
      },
    ]),
    announce(tx, [
      { kind: "quality.inspection", subjectId: id },
      ...(inspection.workOrderId ? [{ kind: "production.order", subjectId: inspection.workOrderId }] : []),
    ]),
  ]);
  return ok(null);
}
