import type { ItemTableRow, UnitConversionTableRow } from "../../domain/items/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { ITEM_COLUMNS, toStoredItem } from "./item.store.ts";

export interface StoredItemRow {
  readonly id: string;
  readonly row: ItemTableRow;
  readonly conversions: ReadonlyMap<string, string>;
}

/** All items in the form of the file, with their conversions. */
export async function loadItemRows(tx: Tx): Promise<StoredItemRow[]> {
  const [rows, conversions] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${ITEM_COLUMNS}, p.code "purchasePartnerCode", l.code "defaultPlaceCode", n.code "successorCode" from app.item i
         left join app.partner p on p.company_id = $1 and p.id = i.purchase_partner_id
         left join app.place l on l.company_id = $1 and l.id = i.default_place_id
         left join app.item n on n.company_id = $1 and n.id = i.successor_item_id
        where i.company_id = $1 order by i.code`,
      [tx.companyId],
    ),
    query<{ itemId: string; unit: string; factor: Decimal }>(
      tx,
      `select item_id "itemId", unit, factor from app.item_unit where company_id = $1`,
      [tx.companyId],
    ),
  ]);
  const byItem = new Map<string, Map<string, string>>();
  for (const { itemId, unit, factor } of conversions) {
    const units = byItem.get(itemId) ?? new Map<string, string>();
    byItem.set(itemId, units.set(unit, factor.toFixed()));
  }
  const none: ReadonlyMap<string, string> = new Map();
  return rows.map(({ purchasePartnerCode, defaultPlaceCode, successorCode, ...columns }) => {
    const item = toStoredItem(columns);
    const units = byItem.get(item.id) ?? none;
    return {
      id: item.id,
      conversions: units,
      row: {
        ...item,
        nameEn: item.nameEn || null,
        kana: item.kana || null,
        groupCode: item.groupCode || null,
        specification: item.specification || null,
        drawingNumber: item.drawingNumber || null,
        note: item.note || null,
        purchaseUnitFactor: (item.purchaseUnit && units.get(item.purchaseUnit)) ?? null,
        salesUnitFactor: (item.salesUnit && units.get(item.salesUnit)) ?? null,
        purchasePartnerCode: purchasePartnerCode as string | null,
        defaultPlaceCode: defaultPlaceCode as string | null,
        successorCode: successorCode as string | null,
      },
    };
  });
}

/** All conversions in the form of the file. */
export async function loadConversionRows(tx: Tx): Promise<(UnitConversionTableRow & { readonly itemId: string })[]> {
  const rows = await query<{ itemId: string; itemCode: string; unit: string; factor: Decimal }>(
    tx,
    `select u.item_id "itemId", i.code "itemCode", u.unit, u.factor from app.item_unit u
       join app.item i on i.company_id = $1 and i.id = u.item_id where u.company_id = $1 order by i.code, u.unit`,
    [tx.companyId],
  );
  return rows.map((row) => ({ ...row, factor: row.factor.toFixed() }));
}
