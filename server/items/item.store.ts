import type { Item, ItemInput, ItemRow } from "../../domain/items/index.ts";
import { type Decimal, type Outcome, ok } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { gramJoin, gramsOf, listPage, type Page, settleAll, type Tx } from "../platform/index.ts";

export interface ItemListQuery {
  readonly search?: string | undefined;
  readonly supply?: string | undefined;
  readonly category?: string | undefined;
  readonly groupCode?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type ListedItem = Omit<ItemRow, "standardCost" | "salesPrice" | "purchasePrice" | "onHand" | "available"> & {
  standardCost: Decimal;
  salesPrice: Decimal | null;
  purchasePrice: Decimal | null;
  onHand: Decimal;
  available: Decimal;
};

/** Items with their stock. Words are found by two-character pieces, a single character by looking through code and name. */
export async function listItems(tx: Tx, asked: ItemListQuery): Promise<Outcome<Page<ItemRow>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["i.company_id = $1"];
  const equal = (column: string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(`${column} = $${values.length}`);
  };
  equal("i.supply", asked.supply);
  equal("i.category", asked.category);
  equal("i.group_code", asked.groupCode);
  equal("i.is_active", asked.isActive);
  if (asked.search) {
    const grams = gramsOf(asked.search);
    if (grams.length > 0) {
      where.push(`i.id in (${gramJoin("item", grams.length, values.length + 1)})`);
      values.push(...grams);
    } else {
      values.push(asked.search.normalize("NFKC").toLowerCase());
      where.push(`strpos(lower(i.code || ' ' || i.name || ' ' || i.kana), $${values.length}) > 0`);
    }
  }
  const source = {
    select: `i.id, i.code, i.name, i.name_en "nameEn", i.kana, i.supply, i.category, i.group_code "groupCode", i.specification,
      i.drawing_number "drawingNumber", i.unit, i.is_lot_tracked "isLotTracked", i.lead_time_days "leadTimeDays",
      i.lot_rule "lotRule", i.is_phantom "isPhantom", i.fence_days "fenceDays", n.code "successorCode",
      i.standard_cost "standardCost", i.sales_price "salesPrice", i.purchase_price "purchasePrice", i.is_active "isActive",
      coalesce(s.on_hand, 0) "onHand", coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0) available`,
    from: "app.item i left join app.item_stock s on s.company_id = $1 and s.item_id = i.id left join app.item n on n.company_id = $1 and n.id = i.successor_item_id",
    where,
    values,
    sorts: {
      code: { sql: "i.code", kind: "text", of: (row: ListedItem) => row.code },
      name: { sql: "i.name", kind: "text", of: (row: ListedItem) => row.name },
      kana: { sql: "i.kana", kind: "text", of: (row: ListedItem) => row.kana },
      groupCode: { sql: "i.group_code", kind: "text", of: (row: ListedItem) => row.groupCode },
    },
    sortedBy: "code",
    id: { sql: "i.id", kind: "uuid", of: (row: ListedItem) => row.id },
  } as const;
  const page = await listPage(tx, source, asked);
  if (!page.ok) return page;
  const rows = page.value.rows.map((row) => ({
    ...row,
    standardCost: row.standardCost.toFixed(),
    salesPrice: text(row.salesPrice),
    purchasePrice: text(row.purchasePrice),
    onHand: row.onHand.toFixed(),
    available: row.available.toFixed(),
  }));
  return ok({ ...page.value, rows });
}

function text(value: Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}

const EXACT = [
  "safetyStock",
  "lotFixed",
  "lotMinimum",
  "lotMaximum",
  "lotMultiple",
  "holdingCostYenPerYear",
  "successorRatio",
  "yield",
  "standardCost",
  "salesPrice",
  "purchasePrice",
] as const;

export const ITEM_COLUMNS = `i.id, i.code, i.name, i.name_en "nameEn", i.kana, i.supply, i.category, i.group_code "groupCode", i.specification,
  i.drawing_number "drawingNumber", i.unit, i.purchase_unit "purchaseUnit", i.sales_unit "salesUnit", i.tax_category "taxCategory",
  i.is_lot_tracked "isLotTracked", i.is_stocked "isStocked", i.is_order_bound "isOrderBound", i.is_dispatched "isDispatched",
  i.needs_inspection "needsInspection", i.is_backflushed "isBackflushed", i.lead_time_days "leadTimeDays", i.safety_stock "safetyStock",
  i.lot_rule "lotRule", i.lot_fixed "lotFixed", i.lot_period_days "lotPeriodDays", i.lot_minimum "lotMinimum", i.lot_maximum "lotMaximum",
  i.lot_multiple "lotMultiple", i.setup_cost_yen::text "setupCostYen", i.holding_cost_yen_per_year "holdingCostYenPerYear", i.is_phantom "isPhantom",
  i.fence_days "fenceDays", i.successor_item_id "successorItemId", i.successor_ratio "successorRatio", i.successor_from "successorFrom", i.yield, i.standard_cost "standardCost", i.sales_price "salesPrice", i.purchase_price "purchasePrice",
  i.purchase_partner_id "purchasePartnerId", i.default_place_id "defaultPlaceId", i.note, i.is_active "isActive", i.version`;

/** Columns of `ITEM_COLUMNS` with exact numbers as text. */
export type StoredItem = Omit<ItemInput, "unitConversions"> & { id: string; version: number };

export function toStoredItem(row: Record<string, unknown>): StoredItem {
  const exact = Object.fromEntries(EXACT.map((key) => [key, text(row[key] as Decimal | null)]));
  return { ...row, ...exact } as unknown as StoredItem;
}

/** An item with its conversions and the names of what it refers to; null when the company has none with that id. */
export async function loadItem(tx: Tx, id: string): Promise<Item | null> {
  const [rows, conversions] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${ITEM_COLUMNS}, u.decimals "unitDecimals", p.code "partnerCode", p.name "partnerName", l.code "placeCode", l.name "placeName", n.code "successorCode", n.name "successorName",
         exists (select from app.bill_of_material_line b where b.company_id = $1 and b.parent_item_id = i.id) "hasBillOfMaterial",
         exists (select from app.routing_operation r where r.company_id = $1 and r.item_id = i.id) "hasRouting"
         from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit
         left join app.partner p on p.company_id = i.company_id and p.id = i.purchase_partner_id
         left join app.place l on l.company_id = i.company_id and l.id = i.default_place_id
         left join app.item n on n.company_id = i.company_id and n.id = i.successor_item_id
        where i.company_id = $1 and i.id = $2`,
      [tx.companyId, id],
    ),
    query<{ unit: string; factor: Decimal }>(
      tx,
      "select unit, factor from app.item_unit where company_id = $1 and item_id = $2 order by unit",
      [tx.companyId, id],
    ),
  ]);
  const row = rows[0];
  if (!row) return null;
  const { partnerCode, partnerName, placeCode, placeName, successorCode, successorName, ...columns } = row;
  const item = toStoredItem(columns);
  return {
    ...(item as StoredItem & Pick<Item, "unitDecimals" | "hasBillOfMaterial" | "hasRouting">),
    unitConversions: conversions.map(({ unit, factor }) => ({ unit, factor: factor.toFixed() })),
    purchasePartner: item.purchasePartnerId
      ? { id: item.purchasePartnerId, code: String(partnerCode), name: String(partnerName) }
      : null,
    defaultPlace: item.defaultPlaceId
      ? { id: item.defaultPlaceId, code: String(placeCode), name: String(placeName) }
      : null,
    successor: item.successorItemId
      ? { id: item.successorItemId, code: String(successorCode), name: String(successorName) }
      : null,
  };
}

type ItemHead = Omit<ItemInput, "unitConversions">;

function toColumns(input: ItemHead) {
  return {
    code: input.code,
    name: input.name,
    name_en: input.nameEn,
    kana: input.kana,
    supply: input.supply,
    category: input.category,
    group_code: input.groupCode,
    specification: input.specification,
    drawing_number: input.drawingNumber,
    unit: input.unit,
    purchase_unit: input.purchaseUnit,
    sales_unit: input.salesUnit,
    tax_category: input.taxCategory,
    is_lot_tracked: input.isLotTracked,
    is_stocked: input.isStocked,
    is_order_bound: input.isOrderBound,
    is_dispatched: input.isDispatched,
    needs_inspection: input.needsInspection,
    is_backflushed: input.isBackflushed,
    lead_time_days: input.leadTimeDays,
    safety_stock: input.safetyStock,
    lot_rule: input.lotRule,
    lot_fixed: input.lotFixed,
    lot_period_days: input.lotPeriodDays,
    lot_minimum: input.lotMinimum,
    lot_maximum: input.lotMaximum,
    lot_multiple: input.lotMultiple,
    setup_cost_yen: input.setupCostYen === null ? null : BigInt(input.setupCostYen),
    holding_cost_yen_per_year: input.holdingCostYenPerYear,
    is_phantom: input.isPhantom,
    fence_days: input.fenceDays,
    successor_item_id: input.successorItemId,
    successor_ratio: input.successorRatio,
    successor_from: input.successorFrom,
    yield: input.yield,
    standard_cost: input.standardCost,
    sales_price: input.salesPrice,
    purchase_price: input.purchasePrice,
    purchase_partner_id: input.purchasePartnerId,
    default_place_id: input.defaultPlaceId,
    note: input.note,
    is_active: input.isActive,
  };
}

/** Writes many items at once: new ones, and changed ones by their id (the code stays). */
export async function saveItems(tx: Tx, items: readonly { id: string; input: ItemHead }[]): Promise<void> {
  const rows = items.map(({ id, input }) => ({ company_id: tx.companyId, id, ...toColumns(input) }));
  const columns = rows[0]
    ? Object.keys(rows[0]).filter((column) => !["company_id", "id", "code"].includes(column))
    : [];
  const set = columns.map((column) => `${column} = excluded.${column}`).join(", ");
  await insertAll(tx, "item", rows, `on conflict (company_id, id) do update set ${set}, version = item.version + 1`);
}

export async function insertItem(tx: Tx, id: string, { unitConversions, ...input }: ItemInput): Promise<void> {
  await insertAll(tx, "item", [{ company_id: tx.companyId, id, ...toColumns(input) }]);
  await saveConversions(
    tx,
    unitConversions.map((conversion) => ({ itemId: id, ...conversion })),
  );
}

/** Replaces the item with its conversions. Returns 0 when somebody else was faster. */
export async function updateItem(
  tx: Tx,
  id: string,
  seen: number,
  { unitConversions, ...input }: ItemInput,
): Promise<number> {
  const columns = Object.entries(toColumns(input));
  const set = columns.map(([column], index) => `"${column}" = $${index + 4}`).join(", ");
  const count = await execute(
    tx,
    `update app.item set ${set}, version = version + 1 where company_id = $1 and id = $2 and version = $3`,
    [tx.companyId, id, seen, ...columns.map(([, value]) => value)],
  );
  if (count === 0) return 0;
  await execute(tx, "delete from app.item_unit where company_id = $1 and item_id = $2", [tx.companyId, id]);
  await saveConversions(
    tx,
    unitConversions.map((conversion) => ({ itemId: id, ...conversion })),
  );
  return count;
}

export interface ItemConversion {
  readonly itemId: string;
  readonly unit: string;
  readonly factor: string;
}

export async function saveConversions(tx: Tx, conversions: readonly ItemConversion[]): Promise<void> {
  await insertAll(
    tx,
    "item_unit",
    conversions.map(({ itemId, unit, factor }) => ({ company_id: tx.companyId, item_id: itemId, unit, factor })),
    "on conflict (company_id, item_id, unit) do update set factor = excluded.factor",
  );
}

/** Takes note that something hanging on the item (bill, routing) changed. Returns 0 when somebody else was faster. */
export function raiseItemVersion(tx: Tx, id: string, seen: number): Promise<number> {
  return execute(tx, "update app.item set version = version + 1 where company_id = $1 and id = $2 and version = $3", [
    tx.companyId,
    id,
    seen,
  ]);
}

/** Writes the lead time alone; the version is raised by whoever changes more with it. */
export async function changeLeadTime(tx: Tx, id: string, days: number): Promise<void> {
  await execute(tx, "update app.item set lead_time_days = $3 where company_id = $1 and id = $2", [
    tx.companyId,
    id,
    days,
  ]);
}

export async function raiseItemVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  await execute(tx, "update app.item set version = version + 1 where company_id = $1 and id = any($2::uuid[])", [
    tx.companyId,
    ids,
  ]);
}

/** Items whose unit can no longer be changed: they had stock, or stand in a bill of material. */
export async function itemsWithFixedUnit(tx: Tx, ids: readonly string[] | null): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    tx,
    `select s.item_id id from app.item_stock s where s.company_id = $1 and ($2::uuid[] is null or s.item_id = any($2))
      union select b.component_item_id from app.bill_of_material_line b where b.company_id = $1 and ($2::uuid[] is null or b.component_item_id = any($2))`,
    [tx.companyId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}
