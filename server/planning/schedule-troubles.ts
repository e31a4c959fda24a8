import type { ScheduleTrouble } from "../../domain/planning/index.ts";
import { machineOfId, operationIdOf, operationOfId, type ScheduleRows } from "./schedule-input.ts";

/** What a schedule could not place, told once at the object where it is mended; and ties between orders it let go of, which leave nothing out. */
export interface LeftOut {
  readonly code: ScheduleTrouble["code"] | "CENTER_INACTIVE" | "WITHOUT_CENTER";
  readonly kind: "workCenter" | "calendar" | "order" | "operation";
  readonly subjectId: string;
  readonly orderCount: number;
  /** Orders that stand in a circle with it. */
  readonly relatedIds?: readonly string[];
}

/** Tells troubles of machines at their work centre, and of an operation only where its work centre is not to blame. */
export function leftOutOf(troubles: readonly ScheduleTrouble[], rows: ScheduleRows): LeftOut[] {
  const centerOf = new Map(
    rows.operations.map((row) => [operationIdOf(row.workOrderId, row.operationNumber), row.workCenterId]),
  );
  // Orders no machine can do: a work centre whose work others can take over keeps nothing from being planned.
  const blocked = new Map<string, Set<string>>();
  for (const { kind, id, code } of troubles) {
    const center = kind === "operation" && code === "WITHOUT_MACHINE" ? centerOf.get(id) : undefined;
    if (center) blocked.set(center, (blocked.get(center) ?? new Set()).add(operationOfId(id).workOrderId));
  }
  const ordersOf = (workCenterId: string) => blocked.get(workCenterId)?.size ?? 0;
  const found = new Map<string, LeftOut>();
  const add = (one: LeftOut) => {
    const key = `${one.kind} ${one.subjectId}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const { kind, id, code } of troubles) {
    if (kind !== "machine") continue;
    const { workCenterId } = machineOfId(id);
    const orderCount = ordersOf(workCenterId);
    if (orderCount === 0) continue;
    const told = code === "WITHOUT_CALENDAR" ? "WITHOUT_CALENDAR" : "CALENDAR_WITHOUT_WORK";
    add({ code: told, kind: "workCenter", subjectId: workCenterId, orderCount });
  }
  for (const { kind, id, code, values } of troubles) {
    if (code === "TIE_CYCLIC")
      add({ code, kind: "order", subjectId: id, orderCount: 0, relatedIds: String(values["orders"]).split(" ") });
    else if (kind === "order") add({ code, kind, subjectId: id, orderCount: 1 });
    if (kind !== "operation") continue;
    const center = centerOf.get(id);
    if (code !== "WITHOUT_MACHINE") add({ code, kind: "operation", subjectId: id, orderCount: 1 });
    else if (center)
      add({ code: "CENTER_INACTIVE", kind: "workCenter", subjectId: center, orderCount: ordersOf(center) });
    else add({ code: "WITHOUT_CENTER", kind: "operation", subjectId: id, orderCount: 1 });
  }
  return [...found.values()];
}
