import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { execute } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import {
  changeOperations,
  changeWorkOrder,
  insertOperationsAndMaterials,
  type NewWorkOrder,
} from "./work-order.store.ts";

type Head = {
  readonly quantity: Decimal;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lotCode: string;
  readonly note: string;
};
type Dates = readonly {
  readonly operationNumber: number;
  readonly plannedStartOn: PlainDate;
  readonly plannedFinishOn: PlainDate;
}[];

/** Writes an edited order: new dates for its operations, or all of its operations and materials anew while it is only planned. */
export async function replaceParts(
  tx: Tx,
  id: string,
  head: Head,
  parts: Pick<NewWorkOrder, "operations" | "materials"> | { readonly dates: Dates },
): Promise<void> {
  const { quantity, startOn, dueOn, lotCode, note } = head;
  await changeWorkOrder(tx, id, { quantity, startOn, dueOn, lotCode, note });
  if ("dates" in parts) {
    await changeOperations(tx, id, parts.dates);
    return;
  }
  await execute(tx, "delete from app.work_order_material where company_id = $1 and work_order_id = $2", [
    tx.companyId,
    id,
  ]);
  await execute(tx, "delete from app.work_order_operation where company_id = $1 and work_order_id = $2", [
    tx.companyId,
    id,
  ]);
  await insertOperationsAndMaterials(tx, [{ id, ...parts }]);
}

/** Gives the operations of one work centre in new work orders to another that stands in for it, at its own pace. */
export async function doElsewhere(
  tx: Tx,
  workOrderIds: readonly string[],
  other: { readonly workCenterId: string; readonly otherWorkCenterId: string; readonly timeFactor: number },
): Promise<void> {
  await execute(
    tx,
    `update app.work_order_operation set assigned_work_center_id = $4, time_factor = $5, version = version + 1
      where company_id = $1 and work_order_id = any ($2) and work_center_id = $3 and state = 'waiting'`,
    [tx.companyId, workOrderIds, other.workCenterId, other.otherWorkCenterId, other.timeFactor],
  );
}
