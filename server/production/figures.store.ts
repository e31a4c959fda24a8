import type { DayShare, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Scrapped pieces per day since a day, of all that were reported. */
export function loadScrap(tx: Tx, since: PlainDate): Promise<DayShare[]> {
  return query<DayShare>(
    tx,
    {
      name: "figures.scrap",
      text: `select (r.reported_at at time zone 'Asia/Tokyo')::date "on", sum(r.quantity)::float8 whole, coalesce(sum(r.quantity) filter (where r.kind = 'scrap'), 0)::float8 part
        from app.work_report r where r.company_id = $1 and r.reported_at >= ($2::date)::timestamp at time zone 'Asia/Tokyo' and r.kind in ('good', 'scrap') group by 1 order by 1`,
    },
    [tx.companyId, since],
  );
}

/** Work orders not finished, and those past their day. */
export async function loadOpenOrders(tx: Tx, today: PlainDate) {
  const [row] = await query<{ open: number; late: number }>(
    tx,
    {
      name: "figures.workOrders",
      text: `select count(*)::int open, count(*) filter (where due_on < $2)::int late from app.work_order
        where company_id = $1 and state in ('planned', 'released', 'started')`,
    },
    [tx.companyId, today],
  );
  return row!;
}
