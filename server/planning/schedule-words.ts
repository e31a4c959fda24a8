import type { z } from "zod";
import type { LateReason, scheduleReasonShape } from "../../domain/planning/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { loadCenters } from "./load.store.ts";
import { findOperationNames, findPartnerAndItemNames } from "./schedule-board.store.ts";
import { machineOfId, operationOfId } from "./schedule-input.ts";

export type ScheduleReason = z.output<typeof scheduleReasonShape>;
export interface ScheduleWords {
  readonly numberOf: (workOrderId: string) => string;
  readonly operation: (id: string) => string;
  readonly reason: (reason: LateReason) => ScheduleReason;
}

const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));

/** Reads the names of what reasons and troubles speak of: people know numbers and machines, not ids. */
export async function scheduleWords(
  tx: Tx,
  locale: "ja" | "en",
  reasons: readonly LateReason[],
  operationIds: readonly string[] = [],
): Promise<ScheduleWords> {
  const values = reasons.map((reason) => reason.values);
  const told = [...values.flatMap((one) => [text(one["operation"]), text(one["behindOperation"])]), ...operationIds];
  const orderIds = [...new Set(told.filter((id) => id !== "").map((id) => operationOfId(id).workOrderId))];
  const others = [...new Set(values.flatMap((one) => [text(one["partner"]), text(one["item"])]))].filter(Boolean);
  const [orders, centers, names] = await settleAll([
    findOperationNames(tx, orderIds),
    loadCenters(tx),
    findPartnerAndItemNames(tx, others),
  ]);
  const orderOf = new Map(orders.map((one) => [one.id, one]));
  const centerOf = new Map(centers.map((one) => [one.id, one]));
  const nameOf = new Map(names.map((one) => [one.id, one.name]));
  const numberOf = (id: string) => orderOf.get(id)?.number ?? "";
  const operation = (id: string) => {
    if (id === "") return "";
    const { workOrderId, operationNumber } = operationOfId(id);
    const name = orderOf.get(workOrderId)?.operations.find(({ number }) => number === operationNumber)?.name ?? "";
    return `${operationNumber} ${name}`.trim();
  };
  const place = (one: LateReason["values"]) => {
    const other = text(one["partner"]) || text(one["item"]);
    if (other) return nameOf.get(other) ?? "";
    const machine = text(one["machine"]);
    if (!machine) return "";
    const { workCenterId, machine: number } = machineOfId(machine);
    const center = centerOf.get(workCenterId);
    if (!center) return "";
    const name = (locale === "en" && center.nameEn) || center.name;
    return center.machineCount > 1 ? `${name} ${number}` : name;
  };
  return {
    numberOf,
    operation,
    reason: ({ code, values: one }) => ({
      code,
      operation: operation(text(one["operation"])),
      start: text(one["start"]) || null,
      place: place(one),
      behindNumber: numberOf(text(one["behindOrder"])),
      behindOperation: operation(text(one["behindOperation"])),
      until: text(one["until"]) || text(one["on"]),
      minutes: Number(one["minutes"] ?? 0),
      days: Number(one["days"] ?? 0),
    }),
  };
}
