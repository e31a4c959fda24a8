import {
  DEMAND_KINDS,
  type DemandKind,
  type Peg,
  RECEIPT_KINDS,
  type ReceiptKind,
  type RecordRef,
} from "../../domain/planning/index.ts";
import { addDays, Decimal, type PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface PegRow {
  readonly itemId: string;
  readonly decimals: number;
  readonly planFrom: PlainDate;
  readonly supply: number;
  readonly demand: number;
  readonly quantity: bigint;
  readonly day: number;
  readonly demandKind: number | null;
  readonly demandId: string | null;
  readonly demandLine: number | null;
}

/** What these planned orders are for: one step up. At most `most` pegs, those of the first needs. */
export async function loadPegsUp(tx: Tx, runId: string, seqs: readonly number[], most: number): Promise<Peg[]> {
  const rows = await query<PegRow>(
    tx,
    `select p.item_id "itemId", p.decimals, r.planned_from "planFrom", x.supply, x.demand, x.quantity, x.day,
            p.demand_kind[-1 - x.demand] "demandKind", p.demand_id[-1 - x.demand] "demandId", p.demand_line[-1 - x.demand] "demandLine"
       from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id
       cross join lateral unnest(p.peg_supply, p.peg_demand, p.peg_quantity, p.peg_day) with ordinality x (supply, demand, quantity, day, n)
      where r.company_id = $1 and r.id = $2 and p.company_id = $1
        and p.item_id in (select o.item_id from app.planned_order o where o.company_id = $1 and o.run_id = $2 and o.seq = any ($3::int[])) and x.supply = any ($3::int[])
      order by x.day, x.n limit $4`,
    [tx.companyId, runId, seqs, most],
  );
  return rows.map((row) => ({
    itemId: row.itemId,
    supply: { kind: "planned", seq: row.supply },
    demand: demandOf(row),
    quantity: scaledText(row.quantity, row.decimals),
    neededOn: addDays(row.planFrom, row.day),
  }));
}

export function demandOf({ demand, demandKind, demandId, demandLine }: PegRow): Peg["demand"] {
  if (demand >= 0) return { kind: "planned", seq: demand };
  if (demandKind === null || demandId === null) return { kind: "safety" };
  return { kind: DEMAND_KINDS[demandKind]!, id: demandId, line: demandLine || null };
}

export function scaledText(quantity: bigint, decimals: number): string {
  return new Decimal(quantity.toString()).dividedBy(new Decimal(10).pow(decimals)).toFixed();
}

/** What the plan says of one item. */
export interface PlannedItem {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly onHand: string;
  readonly safetyStock: string;
  readonly receipts: readonly (RecordRef<ReceiptKind> & { readonly quantity: string; readonly onDate: PlainDate })[];
  readonly demands: readonly (RecordRef<DemandKind> & { readonly quantity: string; readonly onDate: PlainDate })[];
  /** Needs of planned orders, summed up by order. */
  readonly needs: readonly { readonly seq: number; readonly quantity: string; readonly onDate: PlainDate }[];
}

interface RecordRow {
  readonly isDemand: boolean;
  readonly kind: number;
  readonly id: string;
  readonly line: number;
  readonly day: number;
  readonly quantity: bigint;
}

export async function loadPlannedItem(tx: Tx, runId: string, itemId: string): Promise<PlannedItem | undefined> {
  const values = [tx.companyId, runId, itemId];
  const [heads, records, needs] = await settleAll([
    query<{ planFrom: PlainDate; horizonDays: number; decimals: number; onHand: bigint; safetyStock: bigint }>(
      tx,
      `select r.planned_from "planFrom", r.horizon_days "horizonDays", p.decimals, p.on_hand "onHand", p.safety_stock "safetyStock"
         from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id where r.company_id = $1 and r.id = $2 and p.item_id = $3`,
      values,
    ),
    query<RecordRow>(
      tx,
      `select false "isDemand", x.kind, x.id, x.line, x.day, x.quantity from app.plan_item p, unnest(p.receipt_kind, p.receipt_id, p.receipt_line, p.receipt_day, p.receipt_quantity) x (kind, id, line, day, quantity)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3 and x.quantity > 0
       union all select true, x.kind, x.id, x.line, x.day, x.quantity from app.plan_item p, unnest(p.demand_kind, p.demand_id, p.demand_line, p.demand_day, p.demand_quantity) x (kind, id, line, day, quantity)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3`,
      values,
    ),
    query<{ seq: number; day: number; quantity: bigint }>(
      tx,
      `select x.demand seq, min(x.day) "day", sum(x.quantity)::int8 quantity from app.plan_item p, unnest(p.peg_demand, p.peg_quantity, p.peg_day) x (demand, quantity, day)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3 and x.demand >= 0 group by x.demand`,
      values,
    ),
  ] as const);
  const head = heads[0];
  if (!head) return undefined;
  const quantity = (value: bigint) => scaledText(value, head.decimals);
  // What is late counts for the plan's first day, as the calculation has it.
  const date = (day: number) => addDays(head.planFrom, Math.max(0, day));
  const told = <Kind extends string>(kinds: readonly Kind[], isDemand: boolean) =>
    records
      .filter((row) => row.isDemand === isDemand)
      .map((row) => ({
        kind: kinds[row.kind]!,
        id: row.id,
        line: row.line || null,
        quantity: quantity(row.quantity),
        onDate: date(row.day),
      }));
  return {
    planFrom: head.planFrom,
    horizonDays: head.horizonDays,
    onHand: quantity(head.onHand),
    safetyStock: quantity(head.safetyStock),
    receipts: told(RECEIPT_KINDS, false),
    demands: told(DEMAND_KINDS, true),
    needs: needs.map((row) => ({ seq: row.seq, quantity: quantity(row.quantity), onDate: date(row.day) })),
  };
}
