import type { ScheduleTrouble } from "../../domain/planning/index.ts";
import { machineOfId, operationIdOf, type ScheduleRows } from "./schedule-input.ts";

/** What a schedule could not place, told once at the object where it is mended. */
export interface LeftOut {
  readonly code: ScheduleTrouble["code"] | "CENTER_INACTIVE" | "WITHOUT_CENTER";
  readonly kind: "workCenter" | "calendar" | "order" | "operation";
  readonly subjectId: string;
  readonly orderCount: number;
}

/** Tells troubles of machines at their work centre, and of an operation only where its work centre is not to blame. */
export function leftOutOf(troubles: readonly ScheduleTrouble[], rows: ScheduleRows): LeftOut[] {
  const centerOf = new Map(
    rows.operations.map((row) => [operationIdOf(row.workOrderId, row.operationNumber), row.workCenterId]),
  );
  const ordersOf = (workCenterId: string) =>
    new Set(rows.operations.filter((row) => row.workCenterId === workCenterId).map((row) => row.workOrderId)).size;
  const found = new Map<string, LeftOut>();
  const add = (one: LeftOut) => {
    const key = `${one.kind} ${one.subjectId}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const { kind, id, code } of troubles) {
    if (kind !== "machine") continue;
    const { workCenterId } = machineOfId(id);
    const orderCount = ordersOf(workCenterId);
    // A work centre nothing waits for keeps nothing from being planned.
    if (orderCount === 0) continue;
    const told = code === "WITHOUT_CALENDAR" ? "WITHOUT_CALENDAR" : "CALENDAR_WITHOUT_WORK";
    add({ code: told, kind: "workCenter", subjectId: workCenterId, orderCount });
  }
  for (const { kind, id, code } of troubles) {
    if (kind === "order") add({ code, kind, subjectId: id, orderCount: 1 });
    if (kind !== "operation") continue;
    const center = centerOf.get(id);
    if (code !== "WITHOUT_MACHINE") add({ code, kind: "operation", subjectId: id, orderCount: 1 });
    else if (center)
      add({ code: "CENTER_INACTIVE", kind: "workCenter", subjectId: center, orderCount: ordersOf(center) });
    else add({ code: "WITHOUT_CENTER", kind: "operation", subjectId: id, orderCount: 1 });
  }
  return [...found.values()];
}
