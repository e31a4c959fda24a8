import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId, type Tx } from "../../server/platform/index.ts";
import type {
  BillOfMaterialRow,
  CalendarRow,
  FloorPersonRow,
  ItemRow,
  PartnerRow,
  RoutingOperationRow,
  UnitRow,
  WorkCenterRow,
} from "../records.ts";
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

export async function insertUnits(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  await insertAll(
    tx,
    "unit",
    rows.map((row) => ({
      company_id: tx.companyId,
      code: row.code,
      name_ja: row.nameJa,
      name_en: row.nameEn,
      decimals: row.decimals,
    })),
    "on conflict do nothing",
  );
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

/** One rate covers people and machine; it stands as labour, because the work here is done by hand with machines at hand. */
export async function insertWorkCenters(tx: Tx, rows: readonly WorkCenterRow[], own: OwnCodes): Promise<void> {
  await insertAll(
    tx,
    "work_center",
    rows.map((row) => ({
      company_id: tx.companyId,
      id: newId(),
      code: row.code,
      name: row.name,
      name_en: row.nameEn,
      calendar_id: found(own.calendars, row.calendarCode, "calendar"),
      machine_count: row.machineCount,
      minutes_per_day: row.minutesPerDay,
      labor_yen_per_hour: row.costRateYenPerHour,
    })),
  );
}

export async function insertPartners(tx: Tx, rows: readonly PartnerRow[]): Promise<void> {
  await insertAll(
    tx,
    "partner",
    rows.map((row) => ({
      company_id: tx.companyId,
      id: newId(),
      code: row.code,
      name: row.name,
      name_en: row.nameEn,
      kana: row.kana,
      is_customer: row.isCustomer,
      is_supplier: row.isSupplier,
      tax_status: row.taxStatus,
      registration_number: row.registrationNumber,
      closing_day: row.closingDay,
      payment_month_offset: row.paymentMonthOffset,
      payment_day: row.paymentDay,
      is_active: row.isActive,
      note: row.note,
    })),
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

/** @param placeOf where an item is usually kept */
export async function insertItems(
  tx: Tx,
  rows: readonly ItemRow[],
  own: OwnCodes,
  placeOf: (item: ItemRow) => string,
): Promise<void> {
  const items = rows.map((row) => ({ id: newId(), row }));
  await insertAll(
    tx,
    "item",
    items.map(({ id, row }) => ({
      company_id: tx.companyId,
      id,
      code: row.code,
      name: row.name,
      name_en: row.nameEn,
      kana: row.kana,
      supply: row.supply,
      category: row.category,
      group_code: row.groupCode,
      specification: row.specification,
      unit: row.unit,
      purchase_unit: row.purchaseUnit,
      tax_category: row.taxCategory,
      is_lot_tracked: row.isLotTracked,
      is_stocked: row.isStocked,
      is_order_bound: row.isOrderBound,
      is_dispatched: row.isDispatched,
      lead_time_days: row.leadTimeDays,
      safety_stock: row.safetyStock,
      lot_rule: row.lotRule,
      lot_minimum: row.lotMinimum,
      lot_maximum: row.lotMaximum,
      lot_multiple: row.lotMultiple,
      yield: row.yield,
      standard_cost: row.standardCost,
      sales_price: row.salesPrice,
      purchase_price: row.purchasePrice,
      purchase_partner_id:
        row.purchasePartnerCode === null ? null : found(own.partners, row.purchasePartnerCode, "partner").id,
      default_place_id: found(own.places, placeOf(row), "place").id,
      note: row.note,
    })),
  );
  await insertAll(
    tx,
    "item_unit",
    items.flatMap(({ id, row }) =>
      row.purchaseUnit !== null && row.purchaseFactor !== null && row.purchaseUnit !== row.unit
        ? [{ company_id: tx.companyId, item_id: id, unit: row.purchaseUnit, factor: row.purchaseFactor }]
        : [],
    ),
  );
}

export async function insertBillOfMaterialLines(
  tx: Tx,
  rows: readonly BillOfMaterialRow[],
  own: OwnCodes,
): Promise<void> {
  await insertAll(
    tx,
    "bill_of_material_line",
    rows.map((row) => ({
      company_id: tx.companyId,
      id: newId(),
      parent_item_id: found(own.items, row.parentCode, "item").id,
      component_item_id: found(own.items, row.componentCode, "item").id,
      operation_number: row.operationNumber,
      quantity: row.quantity,
      scrap_rate: row.scrapRate,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })),
  );
}

export async function insertRoutingOperations(
  tx: Tx,
  rows: readonly RoutingOperationRow[],
  own: OwnCodes,
): Promise<void> {
  await insertAll(
    tx,
    "routing_operation",
    rows.map((row) => ({
      company_id: tx.companyId,
      id: newId(),
      item_id: found(own.items, row.itemCode, "item").id,
      operation_number: row.operationNumber,
      name: row.name,
      work_center_id: row.workCenterCode === null ? null : found(own.workCenters, row.workCenterCode, "work centre"),
      setup_minutes: row.setupMinutes,
      run_minutes_per_unit: row.runMinutesPerUnit,
      yield: row.yield,
      subcontract_partner_id:
        row.subcontractPartnerCode === null ? null : found(own.partners, row.subcontractPartnerCode, "partner").id,
      subcontract_item_id:
        row.subcontractItemCode === null ? null : found(own.items, row.subcontractItemCode, "item").id,
      subcontract_lead_time_days: row.subcontractLeadTimeDays,
      is_derived: row.isDerived,
    })),
  );
}

/** @param hashes the kept form of each person's PIN, in the order of the rows */
export async function insertFloorPersons(
  tx: Tx,
  rows: readonly FloorPersonRow[],
  hashes: readonly string[],
): Promise<void> {
  await insertAll(
    tx,
    "floor_person",
    rows.map((row, at) => ({
      company_id: tx.companyId,
      id: newId(),
      code: row.code,
      name: row.name,
      kana: row.kana,
      pin_hash: hashes[at]!,
    })),
  );
}
