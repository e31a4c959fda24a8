import type { BusinessEvent, Outcome, PlainDate } from "../../domain/shared/index.ts";
import { type Tx, tell } from "../platform/index.ts";
import type { WorkOrderFile } from "./work-order.store.ts";

/** What every event of an order says. */
export function eventHead(tx: Tx, file: Pick<WorkOrderFile, "order">, eventOn: PlainDate) {
  return {
    companyId: tx.companyId,
    eventOn,
    sourceKind: "work_order",
    sourceId: file.order.id,
    workOrderId: file.order.id,
    description: `${file.order.number} ${file.order.itemCode}`,
  };
}

/** Tells what happened to an order, checked as the business events the areas agreed on. */
export function tellEvents(tx: Tx, events: readonly BusinessEvent[]): Promise<Outcome<null>> {
  return tell(tx, events);
}
