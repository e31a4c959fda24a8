import type { RoutedOperation } from "../../domain/planning/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** All operations of routings, with their time. */
export function loadRoutedOperations(tx: Tx): Promise<RoutedOperation[]> {
  return query<RoutedOperation>(
    tx,
    `select r.item_id "itemId", r.operation_number "operationNumber", r.work_center_id "workCenterId", r.setup_minutes::float8 "setupMinutes", r.run_minutes_per_unit::float8 "runMinutesPerUnit",
        r.subcontract_lead_time_days "outsideDays", r.valid_from "validFrom", r.valid_to "validTo"
       from app.routing_operation r join app.item i on i.company_id = $1 and i.id = r.item_id and i.supply = 'make' where r.company_id = $1`,
    [tx.companyId],
  );
}

/** Which of these work centres the company has. */
export async function ownWorkCenters(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    tx,
    "select id from app.work_center where company_id = $1 and is_active and id = any ($2::uuid[])",
    [tx.companyId, [...new Set(ids)]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A customer by id: its name. */
export async function findPartnerName(tx: Tx, id: string): Promise<string | undefined> {
  const rows = await query<{ name: string }>(
    tx,
    "select name from app.partner where company_id = $1 and id = $2 and is_active and is_customer",
    [tx.companyId, id],
  );
  return rows[0]?.name;
}

/** The forecast of an item and a customer that begins on a day: there is one at most. */
export async function findForecastOf(
  tx: Tx,
  itemId: string,
  partnerId: string | null,
  periodFrom: PlainDate,
): Promise<string | undefined> {
  const rows = await query<{ id: string }>(
    tx,
    "select id from app.forecast where company_id = $1 and item_id = $2 and partner_id is not distinct from $3 and period_from = $4",
    [tx.companyId, itemId, partnerId, periodFrom],
  );
  return rows[0]?.id;
}

/** What is ordered of an item for a day and would use up a forecast for it, in the item's own unit; `null` for none. */
export async function orderedFor(
  tx: Tx,
  itemId: string,
  partnerId: string | null,
  on: PlainDate,
): Promise<string | null> {
  const rows = await query<{ quantity: string | null }>(
    tx,
    `select trim_scale(sum(f.quantity * f.factor))::text quantity from app.trade_line_face f where f.company_id = $1 and f.side = 'S' and f.item_id = $2 and f.state = 'confirmed' and not f.is_history
        and coalesce(f.promised_on, f.wanted_on) = $4 and ($3::uuid is null or f.partner_id = $3)`,
    [tx.companyId, itemId, partnerId, on],
  );
  return rows[0]!.quantity;
}

export interface PurchaseLine {
  readonly tradeId: string;
  readonly line: number;
  readonly number: string;
  readonly partnerName: string | null;
  /** The supplier is a company on the platform. */
  readonly isShared: boolean;
  readonly quantity: Decimal;
  readonly accepted: Decimal;
  readonly returned: Decimal;
  readonly unit: string;
  /** Own item units of one of it. */
  readonly factor: Decimal;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  readonly revision: number;
}

/** A line of an own purchase order. */
export async function findPurchaseLine(tx: Tx, tradeId: string, line: number): Promise<PurchaseLine | undefined> {
  const rows = await query<PurchaseLine>(
    tx,
    `select f.trade_id "tradeId", f.line_number line, case when t.own_number = '' then t.number else t.own_number end number, p.name "partnerName", l.seller_id is not null "isShared", f.quantity, f.accepted, f.returned, f.unit, f.factor,
        f.wanted_on "wantedOn", f.promised_on "promisedOn", l.revision
       from app.trade_line_face f join app.trade_face t on t.company_id = $1 and t.trade_id = f.trade_id join app.trade_line l on l.trade_id = f.trade_id and l.line_number = f.line_number
       left join app.partner p on p.company_id = $1 and p.id = f.partner_id
      where f.company_id = $1 and f.side = 'B' and f.trade_id = $2 and f.line_number = $3`,
    [tx.companyId, tradeId, line],
  );
  return rows[0];
}
