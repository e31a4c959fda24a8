import type { Routing, RoutingOperationInput, RoutingTableRow } from "../../domain/items/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

type Operation = Routing["operations"][number];
type Row = Omit<Operation, "setupMinutes" | "runMinutesPerUnit" | "yield"> & {
  itemId: string;
  itemCode: string;
  setupMinutes: Decimal;
  runMinutesPerUnit: Decimal;
  yield: Decimal;
};

const SELECT = `select o.id, o.item_id "itemId", i.code "itemCode", o.operation_number "operationNumber", o.name, o.work_center_id "workCenterId",
    o.setup_minutes "setupMinutes", o.run_minutes_per_unit "runMinutesPerUnit", o.yield, o.subcontract_partner_id "subcontractPartnerId",
    o.subcontract_item_id "subcontractItemId", o.subcontract_lead_time_days "subcontractLeadTimeDays", o.needs_inspection "needsInspection",
    o.valid_from "validFrom", o.valid_to "validTo", o.is_derived "isDerived", w.code "workCenterCode", w.name "workCenterName",
    p.code "subcontractPartnerCode", p.name "subcontractPartnerName", s.code "subcontractItemCode"
  from app.routing_operation o join app.item i on i.company_id = $1 and i.id = o.item_id
  left join app.work_center w on w.company_id = $1 and w.id = o.work_center_id
  left join app.partner p on p.company_id = $1 and p.id = o.subcontract_partner_id
  left join app.item s on s.company_id = $1 and s.id = o.subcontract_item_id`;

function toOperation({ itemId: _itemId, itemCode: _itemCode, ...row }: Row): Operation {
  return {
    ...row,
    setupMinutes: row.setupMinutes.toFixed(),
    runMinutesPerUnit: row.runMinutesPerUnit.toFixed(),
    yield: row.yield.toFixed(),
  };
}

export async function loadRouting(tx: Tx, itemId: string): Promise<Operation[]> {
  const rows = await query<Row>(
    tx,
    `${SELECT} where o.company_id = $1 and o.item_id = $2 order by o.operation_number, o.valid_from nulls first`,
    [tx.companyId, itemId],
  );
  return rows.map(toOperation);
}

/** Replaces an item's operations. What a person saves is no longer derived from like items. */
export async function replaceRouting(
  tx: Tx,
  itemId: string,
  operations: readonly RoutingOperationInput[],
): Promise<void> {
  await execute(tx, "delete from app.routing_operation where company_id = $1 and item_id = $2", [tx.companyId, itemId]);
  await saveOperations(
    tx,
    operations.map((operation) => ({ ...operation, id: newId(), itemId })),
  );
}

export type SavedOperation = RoutingOperationInput & { readonly id: string; readonly itemId: string };

/** Writes many operations at once: new ones, and changed ones by their id. */
export async function saveOperations(tx: Tx, operations: readonly SavedOperation[]): Promise<void> {
  await insertAll(
    tx,
    "routing_operation",
    operations.map((operation) => ({
      company_id: tx.companyId,
      id: operation.id,
      item_id: operation.itemId,
      operation_number: operation.operationNumber,
      name: operation.name,
      work_center_id: operation.workCenterId,
      setup_minutes: operation.setupMinutes,
      run_minutes_per_unit: operation.runMinutesPerUnit,
      yield: operation.yield,
      subcontract_partner_id: operation.subcontractPartnerId,
      subcontract_item_id: operation.subcontractItemId,
      subcontract_lead_time_days: operation.subcontractLeadTimeDays,
      needs_inspection: operation.needsInspection,
      valid_from: operation.validFrom,
      valid_to: operation.validTo,
      is_derived: false,
    })),
    `on conflict (company_id, id) do update set name = excluded.name, work_center_id = excluded.work_center_id, setup_minutes = excluded.setup_minutes,
      run_minutes_per_unit = excluded.run_minutes_per_unit, yield = excluded.yield, subcontract_partner_id = excluded.subcontract_partner_id,
      subcontract_item_id = excluded.subcontract_item_id, subcontract_lead_time_days = excluded.subcontract_lead_time_days,
      needs_inspection = excluded.needs_inspection, valid_to = excluded.valid_to, is_derived = false`,
  );
}

/** All operations of the company in the form of the file. */
export async function loadRoutingRows(tx: Tx): Promise<{ id: string; itemId: string; row: RoutingTableRow }[]> {
  const rows = await query<Row>(
    tx,
    `${SELECT} where o.company_id = $1 order by i.code, o.operation_number, o.valid_from nulls first`,
    [tx.companyId],
  );
  return rows.map((row) => ({
    id: row.id,
    itemId: row.itemId,
    row: {
      itemCode: row.itemCode,
      operationNumber: row.operationNumber,
      validFrom: row.validFrom,
      validTo: row.validTo,
      name: row.name,
      workCenterCode: row.workCenterCode,
      setupMinutes: row.setupMinutes.toFixed(),
      runMinutesPerUnit: row.runMinutesPerUnit.toFixed(),
      yield: row.yield.toFixed(),
      subcontractPartnerCode: row.subcontractPartnerCode,
      subcontractItemCode: row.subcontractItemCode,
      subcontractLeadTimeDays: row.subcontractLeadTimeDays,
      needsInspection: row.needsInspection,
    },
  }));
}
