import type { DayShare, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** What is open of one side's orders: lines, those past their day, and what they are worth. */
export async function loadOrderBook(tx: Tx, side: "S" | "B", today: PlainDate) {
  const [row] = await query<{ lines: number; late: number; yen: bigint }>(
    tx,
    {
      name: "figures.orderBook",
      text: `select count(*)::int lines, count(*) filter (where coalesce(l.promised_on, l.wanted_on) < $3)::int late,
          coalesce(sum(round(l.amount_yen * greatest(l.quantity - case when $2 = 'S' then l.shipped else l.received end, 0) / l.quantity)), 0)::bigint yen
        from app.trade_line_face l where l.company_id = $1 and l.side = $2 and l.is_open and not l.is_history and l.state = 'confirmed'`,
    },
    [tx.companyId, side, today],
  );
  return row!;
}

/** Delivered lines per day since a day, and how many of them left (or arrived) by the day promised. */
export function loadPunctuality(tx: Tx, side: "S" | "B", since: PlainDate): Promise<DayShare[]> {
  return query<DayShare>(
    tx,
    {
      name: "figures.punctuality",
      text: `select d.on_day "on", count(*)::int whole, count(*) filter (where d.on_day <= coalesce(l.promised_on, l.wanted_on))::int part
        from (select f.delivery_id, case when $2 = 'S' then f.shipped_on else f.received_on end on_day from app.delivery_face f where f.company_id = $1 and f.side = $2) d
        join app.delivery_line x on x.delivery_id = d.delivery_id
        join app.trade_line_face l on l.company_id = $1 and l.trade_id = x.trade_id and l.line_number = x.trade_line_number and l.side = $2
        where d.on_day >= $3 group by d.on_day order by d.on_day`,
    },
    [tx.companyId, side, since],
  );
}
