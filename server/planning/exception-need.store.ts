import type { Peg } from "../../domain/planning/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { addDays } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { demandOf, type PegRow } from "./peg.store.ts";

/** What of these items nothing is pegged to: the demands that lack it, by item. */
export async function loadUncovered(
  tx: Tx,
  runId: string,
  itemIds: readonly string[],
  most: number,
): Promise<{ readonly itemId: string; readonly demand: Peg["demand"]; readonly neededOn: PlainDate }[]> {
  const rows = await query<PegRow>(
    tx,
    `select p.item_id "itemId", r.planned_from "planFrom", -1 - d.n::int demand, d.day, d.kind "demandKind", d.id "demandId", d.line "demandLine"
       from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id
       cross join lateral unnest(p.demand_kind, p.demand_id, p.demand_line, p.demand_day, p.demand_quantity) with ordinality d (kind, id, line, day, quantity, n)
      where r.company_id = $1 and r.id = $2 and p.company_id = $1 and p.item_id = any ($3::uuid[])
        and d.quantity > coalesce((select sum(x.quantity) from unnest(p.peg_demand, p.peg_quantity) x (demand, quantity) where x.demand = -1 - d.n), 0)
      order by d.day limit $4`,
    [tx.companyId, runId, itemIds, most],
  );
  return rows.map((row) => ({
    itemId: row.itemId,
    demand: demandOf(row),
    neededOn: addDays(row.planFrom, Math.max(0, row.day)),
  }));
}

/** What the plan gives a demand: the latest day of it, and how much of it nobody has ordered yet. */
export interface Supplied {
  readonly lastOn: PlainDate;
  readonly proposed: Decimal;
}

/** What is pegged to a demand; undefined when something of it is lacking. */
export async function findSupplied(
  tx: Tx,
  runId: string,
  itemId: string,
  demand: { readonly id: string; readonly line: number | null },
): Promise<Supplied | undefined> {
  const [row] = await query<{ lastOn: PlainDate | null; isAll: boolean; proposed: Decimal }>(
    tx,
    `select max(greatest(coalesce(o.due_on, r.planned_from + p.receipt_day[-1 - x.supply], r.planned_from), r.planned_from)) "lastOn", coalesce(sum(x.quantity), 0) >= max(d.quantity) "isAll",
        coalesce(sum(x.quantity) filter (where x.supply >= 0), 0) / power(10::numeric, max(p.decimals)) proposed
       from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id
       cross join lateral unnest(p.demand_id, p.demand_line, p.demand_quantity) with ordinality d (id, line, quantity, n)
       left join lateral unnest(p.peg_supply, p.peg_demand, p.peg_quantity) x (supply, demand, quantity) on x.demand = -1 - d.n
       left join app.planned_order o on o.company_id = $1 and o.run_id = $2 and x.supply >= 0 and o.seq = x.supply
      where r.company_id = $1 and r.id = $2 and p.company_id = $1 and p.item_id = $3 and d.id = $4 and d.line = coalesce($5::int, 0)`,
    [tx.companyId, runId, itemId, demand.id, demand.line],
  );
  return row?.isAll && row.lastOn ? { lastOn: row.lastOn, proposed: row.proposed } : undefined;
}
