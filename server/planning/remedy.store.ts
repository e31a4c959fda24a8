import type { WorkOrderState } from "../../domain/production/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { COMES_ON } from "./comes-on.store.ts";

/** A work order as far as a remedy needs it. */
export interface MovableOrder {
  readonly id: string;
  readonly number: string;
  readonly quantity: Decimal;
  readonly state: WorkOrderState;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** When its pieces come: after its due day where an adopted schedule has it end later. */
  readonly comesOn: PlainDate;
  readonly completed: Decimal;
  readonly goodRate: Decimal;
  readonly isRework: boolean;
  /** Something of it is ordered of a partner, or lies there. */
  readonly isOutside: boolean;
  readonly lotCode: string;
  readonly note: string;
  readonly version: number;
  readonly unit: string;
  readonly unitDecimals: number;
}

/** Work orders by id, unlocked: the command that changes one locks it and looks again. */
export async function loadMovableOrders(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MovableOrder>> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select w.id, w.number, w.quantity, w.state, w.start_on, w.due_on, ${COMES_ON} comes_on, w.completed, w.good_rate, w.is_rework, w.lot_code, w.note, w.version, i.unit, u.decimals unit_decimals,
        exists (select from app.work_order_operation o where o.company_id = w.company_id and o.work_order_id = w.id and o.trade_id is not null) is_outside
      from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
      where w.company_id = $1 and w.id = any ($2::uuid[])`,
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row["id"] as string, camel<MovableOrder>(row)]));
}
