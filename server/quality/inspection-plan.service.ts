import { checkPlan, type InspectionKind, type SavePlanInput } from "../../domain/quality/index.ts";
import { type Outcome, ok, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, requireSaved, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { deletePlan, findPlan, insertPlan, itemExists, type PlanRow, updatePlan } from "./inspection-plan.store.ts";

/** Writes an item's plan for one kind of inspection: a new one, or whole over the version that was read. */
export async function savePlan(
  tx: Tx,
  itemId: string,
  kind: InspectionKind,
  input: SavePlanInput,
): Promise<Outcome<PlanRow>> {
  const refused = refuseAll(checkPlan(input));
  if (refused) return refused;
  if (!(await itemExists(tx, itemId))) return refuse("NOT_FOUND");
  if (input.version === undefined) {
    if ((await insertPlan(tx, { itemId, kind }, input)) === 0) return refuse("PLAN_EXISTS", undefined, "itemId");
  } else {
    const seen = requireVersion(await findPlan(tx, itemId, kind), input.version);
    if (!seen.ok) return seen;
    const saved = requireSaved(await updatePlan(tx, { itemId, kind }, input, input.version));
    if (!saved.ok) return saved;
  }
  await tellOf(tx, "quality.planSaved", itemId, kind);
  return ok((await findPlan(tx, itemId, kind))!);
}

/** Takes a plan away; inspections done by it keep their readings and limits. */
export async function removePlan(
  tx: Tx,
  itemId: string,
  kind: InspectionKind,
  version: number,
): Promise<Outcome<null>> {
  const seen = requireVersion(await findPlan(tx, itemId, kind), version);
  if (!seen.ok) return seen;
  const gone = requireSaved(await deletePlan(tx, { itemId, kind }, version));
  if (!gone.ok) return gone;
  await tellOf(tx, "quality.planRemoved", itemId, kind);
  return ok(null);
}

async function tellOf(tx: Tx, command: string, itemId: string, kind: InspectionKind): Promise<void> {
  await settleAll([
    audit(tx, [{ command, subjectKind: "item", subjectId: itemId, details: { kind } }]),
    announce(tx, [{ kind: "quality.plan", subjectId: itemId }]),
  ]);
}
