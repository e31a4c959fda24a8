import type { ItemCategory } from "../../domain/inventory/index.ts";
import type { Assignment, OperationState, WorkOrderState } from "../../domain/production/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, execute, insertAll, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface WorkOrder {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly state: WorkOrderState;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly completed: Decimal;
  readonly scrapped: Decimal;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
  readonly chainId: string | null;
  readonly lotCode: string;
  readonly isRework: boolean;
  readonly originWorkOrderId: string | null;
  readonly placeId: string | null;
  readonly note: string;
  readonly goodRate: Decimal;
  readonly version: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly unitDecimals: number;
  readonly category: ItemCategory;
  readonly isLotTracked: boolean;
  readonly needsInspection: boolean;
  readonly defaultPlaceId: string | null;
}

export interface Operation {
  readonly operationNumber: number;
  readonly name: string;
  /** Its own, of the routing; as are the minutes. */
  readonly workCenterId: string | null;
  /** Another one that stands in for it. */
  readonly assignedWorkCenterId: string | null;
  readonly timeFactor: Decimal;
  /** Where it is done: the rates are those of this one. */
  readonly atWorkCenterId: string | null;
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly yield: Decimal;
  readonly needsInspection: boolean;
  readonly subcontractPartnerId: string | null;
  readonly subcontractItemId: string | null;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
  readonly plannedStartOn: PlainDate | null;
  readonly plannedFinishOn: PlainDate | null;
  readonly plannedQuantity: Decimal;
  readonly state: OperationState;
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly rework: Decimal;
  readonly workedMinutes: Decimal;
  readonly laborYenPerHour: Decimal | null;
  readonly machineYenPerHour: Decimal | null;
}

export interface Material {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly unitDecimals: number;
  readonly category: ItemCategory;
  readonly standardCost: Decimal;
  readonly defaultPlaceId: string | null;
  readonly operationNumber: number | null;
  readonly required: Decimal;
  readonly issued: Decimal;
  readonly freeIssued: Decimal;
  readonly isBackflushed: boolean;
}

/** An order with all that a command on it decides by. */
export interface WorkOrderFile {
  readonly order: WorkOrder;
  readonly operations: readonly Operation[];
  readonly materials: readonly Material[];
}

const ORDER = `select w.id, w.number, w.item_id, w.quantity, w.state, w.start_on, w.due_on, w.completed, w.scrapped, w.trade_id, w.trade_line_number, w.chain_id, w.lot_code, w.is_rework, w.origin_work_order_id, w.place_id, w.note, w.good_rate, w.version,
    i.code item_code, i.name item_name, i.unit, u.decimals unit_decimals, i.category, i.is_lot_tracked, i.needs_inspection, i.default_place_id
  from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
  where w.company_id = $1 and w.id = $2`;
const OPERATIONS = `select o.operation_number, o.name, o.work_center_id, o.assigned_work_center_id, o.time_factor, o.at_work_center_id, o.setup_minutes, o.run_minutes_per_unit, o.yield, o.needs_inspection, o.subcontract_partner_id, o.subcontract_item_id, o.trade_id, o.trade_line_number, o.planned_start_on, o.planned_finish_on,
    o.planned_quantity, o.state, o.good, o.scrap, o.rework, o.worked_minutes, c.labor_yen_per_hour, c.machine_yen_per_hour
  from app.work_order_operation o left join app.work_center c on c.company_id = o.company_id and c.id = o.at_work_center_id where o.company_id = $1 and o.work_order_id = $2 order by o.operation_number`;
const MATERIALS = `select m.line_number, m.item_id, i.code item_code, i.name item_name, i.unit, u.decimals unit_decimals, i.category, i.standard_cost, i.default_place_id, m.operation_number, m.required, m.issued, m.free_issued, m.is_backflushed
  from app.work_order_material m join app.item i on i.company_id = m.company_id and i.id = m.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit where m.company_id = $1 and m.work_order_id = $2 order by m.line_number`;

/**
 * An order with its operations and materials; the order's row is locked first, so that two commands on one order follow each
 * other and each decides by what the other left.
 */
export async function lockWorkOrder(tx: Tx, id: string): Promise<WorkOrderFile | undefined> {
  return loadFile(tx, id, true);
}

/** The same without a lock, for reading. */
export async function findWorkOrder(tx: Tx, id: string): Promise<WorkOrderFile | undefined> {
  return loadFile(tx, id, false);
}

async function loadFile(tx: Tx, id: string, lock: boolean): Promise<WorkOrderFile | undefined> {
  const values = [tx.companyId, id];
  const [orders, operations, materials] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      { name: lock ? "wo.lock" : "wo.find", text: lock ? `${ORDER} for update of w` : ORDER },
      values,
    ),
    query<Record<string, unknown>>(tx, { name: "wo.operations", text: OPERATIONS }, values),
    query<Record<string, unknown>>(tx, { name: "wo.materials", text: MATERIALS }, values),
  ]);
  const [order] = orders;
  if (!order) return undefined;
  return {
    order: camel<WorkOrder>(order),
    operations: operations.map((row) => camel<Operation>(row)),
    materials: materials.map((row) => camel<Material>(row)),
  };
}

export interface NewWorkOrder {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
  readonly chainId: string | null;
  readonly lotCode: string;
  readonly note: string;
  readonly goodRate: Decimal;
  readonly isRework: boolean;
  readonly originWorkOrderId: string | null;
  readonly operations: readonly (Pick<
    Operation,
    | "operationNumber"
    | "name"
    | "workCenterId"
    | "setupMinutes"
    | "runMinutesPerUnit"
    | "yield"
    | "needsInspection"
    | "subcontractPartnerId"
    | "subcontractItemId"
    | "plannedQuantity"
  > & { readonly plannedStartOn: PlainDate; readonly plannedFinishOn: PlainDate })[];
  readonly materials: readonly Pick<Material, "itemId" | "operationNumber" | "required" | "isBackflushed">[];
}

/** Writes new orders: one statement per table, however many orders. */
export async function insertWorkOrders(tx: Tx, orders: readonly NewWorkOrder[]): Promise<void> {
  await insertAll(
    tx,
    "work_order",
    orders.map((order) => ({
      company_id: tx.companyId,
      id: order.id,
      number: order.number,
      item_id: order.itemId,
      quantity: order.quantity,
      start_on: order.startOn,
      due_on: order.dueOn,
      trade_id: order.tradeId,
      trade_line_number: order.tradeLineNumber,
      chain_id: order.chainId,
      lot_code: order.lotCode,
      note: order.note,
      good_rate: order.goodRate,
      is_rework: order.isRework,
      origin_work_order_id: order.originWorkOrderId,
    })),
  );
  await insertOperationsAndMaterials(tx, orders);
}

/** Operations and materials of new or newly exploded orders. */
export async function insertOperationsAndMaterials(
  tx: Tx,
  orders: readonly Pick<NewWorkOrder, "id" | "operations" | "materials">[],
): Promise<void> {
  await settleAll([
    insertAll(
      tx,
      "work_order_operation",
      orders.flatMap((order) =>
        order.operations.map((operation) => ({
          company_id: tx.companyId,
          work_order_id: order.id,
          operation_number: operation.operationNumber,
          name: operation.name,
          work_center_id: operation.workCenterId,
          setup_minutes: operation.setupMinutes,
          run_minutes_per_unit: operation.runMinutesPerUnit,
          yield: operation.yield,
          needs_inspection: operation.needsInspection,
          subcontract_partner_id: operation.subcontractPartnerId,
          subcontract_item_id: operation.subcontractItemId,
          planned_quantity: operation.plannedQuantity,
          planned_start_on: operation.plannedStartOn,
          planned_finish_on: operation.plannedFinishOn,
        })),
      ),
    ),
    insertAll(
      tx,
      "work_order_material",
      orders.flatMap((order) =>
        order.materials.map((material, index) => ({
          company_id: tx.companyId,
          work_order_id: order.id,
          line_number: index + 1,
          item_id: material.itemId,
          operation_number: material.operationNumber,
          required: material.required,
          is_backflushed: material.isBackflushed,
        })),
      ),
    ),
  ]);
}

type OrderChange = Partial<{
  quantity: Decimal;
  state: WorkOrderState;
  startOn: PlainDate;
  dueOn: PlainDate;
  completed: Decimal;
  scrapped: Decimal;
  lotCode: string;
  note: string;
  progressShare: Decimal;
  isReleased: boolean;
  isClosed: boolean;
}>;

/** Changes an order that is locked; its version counts on. */
export async function changeWorkOrder(tx: Tx, id: string, change: OrderChange): Promise<void> {
  await execute(
    tx,
    {
      name: "wo.change",
      text: `update app.work_order set quantity = coalesce($3, quantity), state = coalesce($4, state), start_on = coalesce($5, start_on), due_on = coalesce($6, due_on), completed = coalesce($7, completed), scrapped = coalesce($8, scrapped),
          lot_code = coalesce($9, lot_code), note = coalesce($10, note), progress_share = coalesce($11, progress_share), released_at = case when $12::boolean then clock_timestamp() else released_at end,
          closed_at = case when $13::boolean then clock_timestamp() else closed_at end, version = version + 1 where company_id = $1 and id = $2`,
    },
    [
      tx.companyId,
      id,
      change.quantity ?? null,
      change.state ?? null,
      change.startOn ?? null,
      change.dueOn ?? null,
      change.completed ?? null,
      change.scrapped ?? null,
      change.lotCode ?? null,
      change.note ?? null,
      change.progressShare ?? null,
      change.isReleased ?? false,
      change.isClosed ?? false,
    ],
  );
}

export type OperationChange = { readonly operationNumber: number } & Partial<{
  state: OperationState;
  good: Decimal;
  scrap: Decimal;
  rework: Decimal;
  workedMinutes: Decimal;
  tradeId: string;
  tradeLineNumber: number;
  /** The subcontractor that does it, whoever the routing names. */
  partnerId: string;
  plannedQuantity: Decimal;
  plannedStartOn: PlainDate;
  plannedFinishOn: PlainDate;
  /** Where it is done from now on. */
  assignment: Assignment;
}>;

/** Changes operations of an order that is locked, each by its own values. */
export async function changeOperations(tx: Tx, orderId: string, changes: readonly OperationChange[]): Promise<void> {
  await settleAll(
    changes.map((change) =>
      execute(
        tx,
        {
          name: "wo.operation.change",
          text: `update app.work_order_operation set state = coalesce($4, state), good = coalesce($5, good), scrap = coalesce($6, scrap), rework = coalesce($7, rework), worked_minutes = coalesce($8, worked_minutes), trade_id = coalesce($9, trade_id),
              trade_line_number = coalesce($10, trade_line_number), planned_quantity = coalesce($11, planned_quantity), planned_start_on = coalesce($12, planned_start_on), planned_finish_on = coalesce($13, planned_finish_on), subcontract_partner_id = coalesce($14, subcontract_partner_id),
              assigned_work_center_id = case when $15::numeric is null then assigned_work_center_id else $16::uuid end, time_factor = coalesce($15, time_factor), version = version + 1
            where company_id = $1 and work_order_id = $2 and operation_number = $3`,
        },
        [
          tx.companyId,
          orderId,
          change.operationNumber,
          change.state ?? null,
          change.good ?? null,
          change.scrap ?? null,
          change.rework ?? null,
          change.workedMinutes ?? null,
          change.tradeId ?? null,
          change.tradeLineNumber ?? null,
          change.plannedQuantity ?? null,
          change.plannedStartOn ?? null,
          change.plannedFinishOn ?? null,
          change.partnerId ?? null,
          change.assignment?.timeFactor ?? null,
          change.assignment?.assignedWorkCenterId ?? null,
        ],
      ),
    ),
  );
}

export interface MaterialChange {
  readonly lineNumber: number;
  readonly required?: Decimal;
  /** Added to what was issued, to what stands at the subcontractor. */
  readonly issuedChange?: Decimal;
  readonly freeIssuedChange?: Decimal;
}

export async function changeMaterials(tx: Tx, orderId: string, changes: readonly MaterialChange[]): Promise<void> {
  await settleAll(
    changes.map((change) =>
      execute(
        tx,
        {
          name: "wo.material.change",
          text: "update app.work_order_material set required = coalesce($4, required), issued = issued + $5, free_issued = free_issued + $6, version = version + 1 where company_id = $1 and work_order_id = $2 and line_number = $3",
        },
        [
          tx.companyId,
          orderId,
          change.lineNumber,
          change.required ?? null,
          change.issuedChange ?? "0",
          change.freeIssuedChange ?? "0",
        ],
      ),
    ),
  );
}

/** A material the order did not name: taken by hand, required by nobody. */
export async function addMaterial(
  tx: Tx,
  orderId: string,
  lineNumber: number,
  itemId: string,
  operationNumber: number,
) {
  await insertAll(tx, "work_order_material", [
    {
      company_id: tx.companyId,
      work_order_id: orderId,
      line_number: lineNumber,
      item_id: itemId,
      operation_number: operationNumber,
      required: "0",
      is_backflushed: false,
    },
  ]);
}
