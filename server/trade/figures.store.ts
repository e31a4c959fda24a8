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

// A text for each side: one kept for both could use neither's index.
const PUNCTUALITY = {
  S: `select f.shipped_on "on", count(*)::int whole, count(*) filter (where f.shipped_on <= coalesce(l.promised_on, l.wanted_on))::int part
        from app.delivery_face f join app.delivery_line x on x.delivery_id = f.delivery_id
        join app.trade_line_face l on l.company_id = $1 and l.trade_id = x.trade_id and l.line_number = x.trade_line_number and l.side = 'S'
        where f.company_id = $1 and f.side = 'S' and f.shipped_on >= $2 group by 1 order by 1`,
  B: `select f.received_on "on", count(*)::int whole, count(*) filter (where f.received_on <= coalesce(l.promised_on, l.wanted_on))::int part
        from app.delivery_face f join app.delivery_line x on x.delivery_id = f.delivery_id
        join app.trade_line_face l on l.company_id = $1 and l.trade_id = x.trade_id and l.line_number = x.trade_line_number and l.side = 'B'
        where f.company_id = $1 and f.side = 'B' and f.received_on >= $2 group by 1 order by 1`,
};

/** Delivered lines per day since a day, and how many of them left (or arrived) by the day promised. */
export function loadPunctuality(tx: Tx, side: "S" | "B", since: PlainDate): Promise<DayShare[]> {
  return query<DayShare>(tx, { name: `figures.punctuality.${side}`, text: PUNCTUALITY[side] }, [tx.companyId, since]);
}
