import { execute, insertAll, query } from "../../server/platform/db/index.ts";
import { newId, type Tx } from "../../server/platform/index.ts";
import type { CalendarRow } from "../records.ts";
import { found } from "./must.ts";

/** Own records of the acting company by code, as later rows refer to them. */
export interface OwnCodes {
  readonly partners: ReadonlyMap<string, OwnPartner>;
  readonly places: ReadonlyMap<string, { readonly id: string; readonly kind: string }>;
  readonly items: ReadonlyMap<string, OwnItemFacts>;
  readonly calendars: ReadonlyMap<string, string>;
  readonly workCenters: ReadonlyMap<string, string>;
}
export interface OwnPartner {
  readonly id: string;
  readonly name: string;
  readonly taxStatus: string;
  readonly registrationNumber: string | null;
  readonly closingDay: number;
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
}
export interface OwnItemFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly unitDecimals: number;
  /** Stock units in one of the other units the item is bought or sold in. */
  readonly factors: Readonly<Record<string, string>>;
}

export async function loadOwnCodes(tx: Tx): Promise<OwnCodes> {
  const ids = async (table: "calendar" | "work_center") =>
    new Map(
      (
        await query<{ code: string; id: string }>(
          tx,
          table === "calendar"
            ? "select code, id from app.calendar where company_id = $1"
            : "select code, id from app.work_center where company_id = $1",
          [tx.companyId],
        )
      ).map(({ code, id }) => [code, id]),
    );
  const partners = await query<OwnPartner & { code: string }>(
    tx,
    `select code, id, name, tax_status "taxStatus", registration_number "registrationNumber", closing_day "closingDay", payment_month_offset "paymentMonthOffset", payment_day "paymentDay"
      from app.partner where company_id = $1`,
    [tx.companyId],
  );
  const places = await query<{ code: string; id: string; kind: string }>(
    tx,
    "select code, id, kind from app.place where company_id = $1",
    [tx.companyId],
  );
  const items = await query<OwnItemFacts>(
    tx,
    `select i.code, i.id, i.name, i.category, i.unit, u.decimals "unitDecimals",
        coalesce((select jsonb_object_agg(x.unit, x.factor::text) from app.item_unit x where x.company_id = i.company_id and x.item_id = i.id), '{}') factors
      from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1`,
    [tx.companyId],
  );
  return {
    partners: new Map(partners.map((row) => [row.code, row])),
    places: new Map(places.map((row) => [row.code, row])),
    items: new Map(items.map((row) => [row.code, row])),
    calendars: await ids("calendar"),
    workCenters: await ids("work_center"),
  };
}

export async function insertCalendars(tx: Tx, rows: readonly CalendarRow[]): Promise<void> {
  const calendars = rows.map((row) => ({ id: newId(), row }));
  await insertAll(
    tx,
    "calendar",
    calendars.map(({ id, row }) => ({
      company_id: tx.companyId,
      id,
      code: row.code,
      name: row.name,
      works_on: row.worksOn,
      keeps_public_holidays: row.keepsPublicHolidays,
    })),
  );
  await insertAll(
    tx,
    "shift",
    calendars.flatMap(({ id, row }) =>
      row.shifts.map((shift) => ({
        company_id: tx.companyId,
        id: newId(),
        calendar_id: id,
        code: shift.code,
        name: shift.name,
        starts_at: shift.startsAt,
        ends_at: shift.endsAt,
        break_minutes: shift.breakMinutes,
      })),
    ),
  );
}

export interface NewPlace {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly partnerCode: string | null;
}

export async function insertPlaces(tx: Tx, rows: readonly NewPlace[], own: OwnCodes): Promise<void> {
  await insertAll(
    tx,
    "place",
    rows.map((row) => ({
      company_id: tx.companyId,
      id: newId(),
      code: row.code,
      name: row.name,
      name_en: row.nameEn,
      kind: row.kind,
      partner_id: row.partnerCode === null ? null : found(own.partners, row.partnerCode, "partner").id,
    })),
  );
}

/** Operations taken over from a like item's routing are marked, so that nobody takes an assumption for a paper of the item's own. */
export async function markDerived(tx: Tx, itemCodes: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update app.routing_operation o set is_derived = true from app.item i
      where o.company_id = $1 and i.company_id = $1 and i.id = o.item_id and i.code = any($2)`,
    [tx.companyId, itemCodes],
  );
}
