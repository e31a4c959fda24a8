import type { ForecastTableRow } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  insertAll,
  listPage,
  type Page,
  query,
  searchFilter,
  toJson,
  when,
} from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface ForecastRow {
  readonly id: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly partnerId: string | null;
  readonly partnerCode: string | null;
  readonly partnerName: string | null;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly quantity: string;
  readonly isFirm: boolean;
  readonly version: number;
}

const SELECT = `f.id, f.item_id, i.code item_code, i.name item_name, i.unit, f.partner_id, p.code partner_code, p.name partner_name, f.period_from, f.period_to, trim_scale(f.quantity)::text quantity, f.is_firm, f.version`;
const FROM = `app.forecast f join app.item i on i.company_id = f.company_id and i.id = f.item_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id`;

/** Forecasts whose period is not over, the earliest first. */
export function listForecasts(
  tx: Tx,
  asked: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly sort?: string | undefined;
    readonly search?: string | undefined;
    readonly itemId?: string | undefined;
    readonly partnerId?: string | undefined;
    readonly isOver?: boolean | undefined;
  },
  today: PlainDate,
): Promise<Outcome<Page<ForecastRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<ForecastRow>(
    tx,
    {
      select: SELECT,
      from: FROM,
      where: "f.company_id = $1",
      sorts: {
        periodFrom: { sql: "f.period_from", kind: "date" },
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
      },
      otherwise: "periodFrom",
      tie: [{ sql: "f.id", kind: "uuid" }],
    },
    asked,
    [
      ...(asked.isOver ? [] : when(today, "f.period_to >= ?")),
      ...when(asked.itemId, "f.item_id = ?"),
      ...when(asked.partnerId, "f.partner_id = ?"),
      ...searchFilter(asked.search, "item", "f.item_id"),
    ],
  );
}

export async function findForecast(tx: Tx, id: string): Promise<ForecastRow | undefined> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${SELECT} from ${FROM} where f.company_id = $1 and f.id = $2`,
    [tx.companyId, id],
  );
  return rows[0] && camel<ForecastRow>(rows[0]);
}

export interface ForecastInput {
  readonly itemId: string;
  readonly partnerId: string | null;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly quantity: string;
  readonly isFirm: boolean;
}

export async function insertForecasts(
  tx: Tx,
  forecasts: readonly (ForecastInput & { readonly id: string })[],
): Promise<void> {
  await insertAll(
    tx,
    "forecast",
    forecasts.map((forecast) => ({
      company_id: tx.companyId,
      id: forecast.id,
      item_id: forecast.itemId,
      partner_id: forecast.partnerId,
      period_from: forecast.periodFrom,
      period_to: forecast.periodTo,
      quantity: forecast.quantity,
      is_firm: forecast.isFirm,
    })),
  );
}

/** Returns 0 when somebody else was faster. */
export function updateForecast(tx: Tx, id: string, seen: number, forecast: ForecastInput): Promise<number> {
  return execute(
    tx,
    `update app.forecast set item_id = $4, partner_id = $5, period_from = $6, period_to = $7, quantity = $8, is_firm = $9, version = version + 1 where company_id = $1 and id = $2 and version = $3`,
    [
      tx.companyId,
      id,
      seen,
      forecast.itemId,
      forecast.partnerId,
      forecast.periodFrom,
      forecast.periodTo,
      forecast.quantity,
      forecast.isFirm,
    ],
  );
}

export function deleteForecast(tx: Tx, id: string): Promise<number> {
  return execute(tx, "delete from app.forecast where company_id = $1 and id = $2", [tx.companyId, id]);
}

/** Changes many by their id, in one statement. */
export async function updateForecasts(
  tx: Tx,
  forecasts: readonly (ForecastInput & { readonly id: string })[],
): Promise<void> {
  if (forecasts.length === 0) return;
  await execute(
    tx,
    `update app.forecast f set period_to = x."periodTo", quantity = x.quantity, is_firm = x."isFirm", version = f.version + 1
       from jsonb_to_recordset($2::jsonb) x (id uuid, "periodTo" date, quantity numeric, "isFirm" boolean) where f.company_id = $1 and f.id = x.id`,
    [tx.companyId, toJson(forecasts)],
  );
}

export interface StoredForecast {
  readonly id: string;
  readonly row: ForecastTableRow;
}

export async function loadForecastRows(tx: Tx): Promise<StoredForecast[]> {
  const rows = await query<ForecastTableRow & { id: string }>(
    tx,
    `select f.id, i.code "itemCode", p.code "partnerCode", f.period_from "periodFrom", f.period_to "periodTo", trim_scale(f.quantity)::text quantity, f.is_firm "isFirm"
       from ${FROM} where f.company_id = $1 order by f.period_from, i.code, p.code nulls first`,
    [tx.companyId],
  );
  return rows.map(({ id, ...row }) => ({ id, row }));
}

/** What the codes of a file stand for. */
export async function findCodes(
  tx: Tx,
  itemCodes: readonly string[],
  partnerCodes: readonly string[],
): Promise<{ items: ReadonlyMap<string, { id: string; decimals: number }>; partners: ReadonlyMap<string, string> }> {
  const [items, partners] = await settleAll([
    query<{ id: string; code: string; decimals: number }>(
      tx,
      "select i.id, i.code, u.decimals from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.code = any ($2)",
      [tx.companyId, itemCodes],
    ),
    query<{ id: string; code: string }>(
      tx,
      "select id, code from app.partner where company_id = $1 and code = any ($2)",
      [tx.companyId, partnerCodes],
    ),
  ] as const);
  return {
    items: new Map(items.map((item) => [item.code, item])),
    partners: new Map(partners.map((partner) => [partner.code, partner.id])),
  };
}

/** Decimals of an item's unit; undefined when there is no such item. */
export async function findItemDecimals(tx: Tx, itemId: string): Promise<number | undefined> {
  const rows = await query<{ decimals: number }>(
    tx,
    "select u.decimals from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.id = $2",
    [tx.companyId, itemId],
  );
  return rows[0]?.decimals;
}
