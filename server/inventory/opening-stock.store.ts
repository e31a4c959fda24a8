import type { OpeningStockRow } from "../../domain/inventory/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

interface Opened {
  readonly item: string;
  readonly place: string;
  readonly lot: string | null;
  readonly quantity: Decimal;
  readonly valueYen: bigint;
  readonly openedOn: PlainDate;
}

/** What was opened so far, summed per item, place and lot, in the form of the file. */
export async function loadOpenedStock(tx: Tx): Promise<OpeningStockRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select i.code item, p.code place, l.code lot, sum(f.quantity) quantity, sum(v.value_yen)::bigint value_yen, min(f.moved_on) opened_on
      from app.stock_move_face f join app.place p on p.company_id = f.company_id and p.id = f.place_id and p.kind in ('storage', 'receiving', 'at_partner')
      join app.item i on i.company_id = f.company_id and i.id = f.item_id left join app.lot l on l.company_id = f.company_id and l.id = f.lot_id
      join app.stock_value v on v.company_id = f.company_id and v.move_id = f.move_id and v.pool = 'stock'
      where f.company_id = $1 and f.kind = 'opening' group by i.code, p.code, l.code order by p.code, i.code, l.code nulls first`,
    [tx.companyId],
  );
  return rows.map((one) => {
    const row = camel<Opened>(one);
    return { ...row, quantity: row.quantity.toFixed(), valueYen: row.valueYen.toString() };
  });
}

export async function loadPlacesByCode(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { id: string; isForStock: boolean }>> {
  const rows = await query<{ code: string; id: string; for_stock: boolean }>(
    tx,
    "select code, id, kind in ('storage', 'receiving', 'at_partner') for_stock from app.place where company_id = $1 and code = any($2) and is_active",
    [tx.companyId, codes],
  );
  return new Map(rows.map((row) => [row.code, { id: row.id, isForStock: row.for_stock }]));
}

/** Months of the books, and whether each still takes entries. */
export async function loadMonths(tx: Tx): Promise<ReadonlyMap<string, boolean>> {
  const rows = await query<{ month: string; open: boolean }>(
    tx,
    "select month, closed_at is null open from app.period where company_id = $1 order by month",
    [tx.companyId],
  );
  return new Map(rows.map((row) => [row.month, row.open]));
}
