import type { Decimal } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface StockToReturn {
  readonly placeId: string;
  readonly placeKind: "storage" | "receiving";
  readonly lotId: string | null;
}

/**
 * An own place and lot that holds enough of an item to give it back: the place named, else the receiving place before the stores.
 *
 * @param lotId the lot the goods came in as, where the item is kept by lot: no other lot goes back in its place
 */
export async function findStockToReturn(
  tx: Tx,
  itemId: string,
  quantity: Decimal,
  placeId: string | null,
  lotId: string | null,
): Promise<StockToReturn | undefined> {
  const [row] = await query<{ place_id: string; kind: "storage" | "receiving"; lot_id: string }>(
    tx,
    `select b.place_id, p.kind, b.lot_id from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id
      where b.owner_id = $1 and b.keeper_id = $1 and b.item_id = $2 and p.kind in ('storage', 'receiving') and b.quantity >= $3 and ($4::uuid is null or b.place_id = $4) and ($5::uuid is null or b.lot_id = $5)
      order by p.kind = 'storage', b.quantity desc limit 1`,
    [tx.companyId, itemId, quantity, placeId, lotId],
  );
  return (
    row && {
      placeId: row.place_id,
      placeKind: row.kind,
      lotId: row.lot_id === "00000000-0000-0000-0000-000000000000" ? null : row.lot_id,
    }
  );
}
