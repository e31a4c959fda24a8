import type { ItemStock } from "../../domain/items/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** Stock of an item the company owns, by place and lot. `unit` is null when it has no such item. */
export async function loadItemStock(tx: Tx, itemId: string, withValue: boolean): Promise<ItemStock | null> {
  const [items, rows] = await settleAll([
    query<{ unit: string; onHand: Decimal; reserved: Decimal; keptElsewhere: Decimal; valueYen: bigint }>(
      tx,
      `select i.unit, coalesce(s.on_hand, 0) "onHand", coalesce(s.reserved, 0) reserved, coalesce(s.kept_elsewhere, 0) "keptElsewhere",
              coalesce(s.value_yen, 0) "valueYen"
         from app.item i left join app.item_stock s on s.company_id = i.company_id and s.item_id = i.id
        where i.company_id = $1 and i.id = $2`,
      [tx.companyId, itemId],
    ),
    query<{ placeId: string; placeCode: string; placeName: string; lotCode: string | null; quantity: Decimal }>(
      tx,
      `select p.id "placeId", p.code "placeCode", p.name "placeName", l.code "lotCode", b.quantity
         from app.stock_balance b join app.place p on p.company_id = $1 and p.id = b.place_id
         left join app.lot l on l.company_id = $1 and l.id = b.lot_id
        where b.owner_id = $1 and b.item_id = $2 and b.quantity <> 0
          and p.kind in ('storage', 'receiving', 'production', 'at_partner', 'transit')
        order by p.code, l.code nulls first limit 500`,
      [tx.companyId, itemId],
    ),
  ]);
  const stock = items[0];
  if (!stock) return null;
  return {
    unit: stock.unit,
    onHand: stock.onHand.toFixed(),
    reserved: stock.reserved.toFixed(),
    keptElsewhere: stock.keptElsewhere.toFixed(),
    available: stock.onHand.minus(stock.keptElsewhere).minus(stock.reserved).toFixed(),
    valueYen: withValue ? stock.valueYen.toString() : null,
    rows: rows.map((row) => ({ ...row, quantity: row.quantity.toFixed() })),
  };
}
