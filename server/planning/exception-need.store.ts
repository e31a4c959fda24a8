import type { Peg } from "../../domain/planning/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { addDays } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { demandOf, type PegRow } from "./peg.store.ts";

/** A receipt of an item, such as a work order's. */
export interface ReceiptAt {
  readonly itemId: string;
  readonly id: string;
  readonly line: number | null;
}

/** A demand a supply goes to, with the supply's name. */
export interface SupplyGoes {
  readonly id: string;
  readonly line: number;
  readonly demand: Peg["demand"];
  readonly neededOn: PlainDate;
}

type GoesRow = PegRow & { readonly id: string; readonly line: number };

/** What these receipts are for: one step up, the first needs first. */
export async function loadPegsOfReceipts(
  tx: Tx,
  runId: string,
  receipts: readonly ReceiptAt[],
  most: number,
): Promise<SupplyGoes[]> {
  const rows = await query<GoesRow>(
    tx,
    `select w.id, w.line, r.planned_from "planFrom", x.demand, x.day, p.demand_kind[-1 - x.demand] "demandKind", p.demand_id[-1 - x.demand] "demandId", p.demand_line[-1 - x.demand] "demandLine"
       from unnest($3::uuid[], $4::uuid[], $5::int[]) w (item_id, id, line) join app.plan_run r on r.company_id = $1 and r.id = $2 join app.plan_item p on p.company_id = $1 and p.run_id = $2 and p.item_id = w.item_id
       cross join lateral unnest(p.receipt_id, p.receipt_line) with ordinality c (id, line, n)
       cross join lateral unnest(p.peg_supply, p.peg_demand, p.peg_day) x (supply, demand, day)
      where c.id = w.id and c.line = w.line and x.supply = -1 - c.n order by x.day limit $6`,
    [
      tx.companyId,
      runId,
      receipts.map((one) => one.itemId),
      receipts.map((one) => one.id),
      receipts.map((one) => one.line ?? 0),
      most,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    line: row.line,
    demand: demandOf(row),
    neededOn: addDays(row.planFrom, row.day),
  }));
}

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

/** The items of work orders. */
export async function loadMadeBy(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; itemId: string }>(
    tx,
    'select id, item_id "itemId" from app.work_order where company_id = $1 and id = any ($2::uuid[])',
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.itemId]));
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
