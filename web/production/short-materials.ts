import type { WorkOrderDocument } from "../../domain/production/index.ts";
import { decimal } from "../../domain/shared/index.ts";

type Material = WorkOrderDocument["materials"][number];

/**
 * Material that operations still to be done need and free stock does not cover. What an operation that is done did not take is needed no
 * more, and what a partner is sent is looked at where it is sent.
 */
export function shortMaterials(order: Pick<WorkOrderDocument, "state" | "operations" | "materials">): Material[] {
  if (order.state !== "planned" && order.state !== "released" && order.state !== "started") return [];
  const settled = new Set(
    order.operations.filter((one) => one.outside || one.state === "done").map((one) => one.operationNumber),
  );
  const allDone = order.operations.length > 0 && order.operations.every((one) => one.state === "done");
  return order.materials.filter((one) => {
    if (allDone || (one.operationNumber !== null && settled.has(one.operationNumber))) return false;
    const lacks = decimal(one.required).minus(one.issued);
    return lacks.greaterThan(0) && lacks.greaterThan(one.free);
  });
}
