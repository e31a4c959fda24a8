import type pg from "pg";
import { decimal } from "../../domain/shared/index.ts";
import type { SampleActors } from "../../sample/load/acting.ts";
import { must } from "../../sample/load/must.ts";
import { transferStock } from "../../server/inventory/index.ts";

/** Rows past the walls: tests look at all companies at once. */
export type Ask = (sql: string, values?: unknown[]) => Promise<pg.QueryResult["rows"]>;

/** The warehouse puts everything that stands at goods-in where production takes it from. */
export async function putAway(actors: SampleActors, ask: Ask, company: string, movedOn: string): Promise<void> {
  const rows = await ask(
    `select p.id "fromPlaceId", coalesce(i.default_place_id, s.id) "toPlaceId", i.code item, l.code lot, trim_scale(b.quantity)::text quantity
      from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id and p.kind = 'receiving'
      join app.item i on i.company_id = b.owner_id and i.id = b.item_id left join app.lot l on l.company_id = b.owner_id and l.id = b.lot_id
      join lateral (select id from app.place where company_id = b.owner_id and kind = 'storage' order by code limit 1) s on true
     where b.owner_id = $1 and b.keeper_id = $1 and b.quantity > 0 order by i.code`,
    [actors.companyId(company)],
  );
  await actors.as(company, async (tx) => {
    for (const { fromPlaceId, toPlaceId, item, lot, quantity } of rows) {
      const lines = [{ item, quantity: decimal(quantity).toFixed(), ...(lot && { lot }) }];
      must(await transferStock(tx, { fromPlaceId, toPlaceId, movedOn, note: "入庫", lines }), "put away");
    }
  });
}
