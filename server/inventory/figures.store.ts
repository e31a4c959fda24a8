import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** What the company's goods are worth together, and how many items are short of their safety stock. */
export async function loadStockWorth(tx: Tx) {
  const [row] = await query<{ items: number; below: number; yen: bigint }>(
    tx,
    {
      name: "figures.stockWorth",
      text: `select count(*)::int items, count(*) filter (where s.on_hand - s.kept_elsewhere - s.reserved < i.safety_stock)::int below, coalesce(sum(s.value_yen), 0)::bigint yen
        from app.item_stock s join app.item i on i.company_id = s.company_id and i.id = s.item_id where s.company_id = $1`,
    },
    [tx.companyId],
  );
  return row!;
}

/** By how much the value changed per day after a day. */
export function loadWorthChanges(tx: Tx, after: PlainDate): Promise<{ on: PlainDate; amount: bigint }[]> {
  return query<{ on: PlainDate; amount: bigint }>(
    tx,
    {
      name: "figures.stockChanges",
      text: 'select valued_on "on", sum(value_yen)::bigint amount from app.stock_value where company_id = $1 and valued_on > $2 group by valued_on',
    },
    [tx.companyId, after],
  );
}
