import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** What the store says of one item of the current plan, in the columns of app.plan_item. */
export interface StoredItem {
  readonly itemId: string;
  readonly onHand: bigint;
  readonly safetyStock: bigint;
  readonly orderSeqs: readonly number[];
  readonly receipts: readonly string[];
  readonly demands: readonly string[];
  readonly pegSupply: readonly number[];
  readonly pegDemand: readonly number[];
  readonly pegQuantity: readonly string[];
  readonly pegDay: readonly number[];
}

export interface StoredPlan {
  readonly items: readonly StoredItem[];
  /** Proposals in words, by number; firm ones are only named. */
  readonly orders: readonly { readonly seq: number; readonly itemId: string; readonly words: string }[];
  readonly exceptions: readonly { readonly itemId: string; readonly seq: number | null; readonly words: string }[];
}

/** The current plan as it is stored, each record in words: kind, id, line, day, quantity and order. */
export async function loadStoredPlan(tx: Tx): Promise<StoredPlan> {
  const own = [tx.companyId];
  const from = "from app.plan_run r join";
  const [items, orders, exceptions] = await settleAll([
    query<StoredItem>(
      tx,
      `select p.item_id "itemId", p.on_hand "onHand", p.safety_stock "safetyStock", p.order_seqs "orderSeqs",
          coalesce((select array_agg(concat_ws(' ', x.k, x.id, x.line, x.day, x.quantity, r.order_keys[x.grp + 1]) order by x.n) from unnest(p.receipt_kind, p.receipt_id, p.receipt_line, p.receipt_day, p.receipt_quantity, p.receipt_group) with ordinality x (k, id, line, day, quantity, grp, n)), '{}') receipts,
          coalesce((select array_agg(concat_ws(' ', x.k, x.id, x.line, x.day, x.quantity, r.order_keys[x.grp + 1]) order by x.n) from unnest(p.demand_kind, p.demand_id, p.demand_line, p.demand_day, p.demand_quantity, p.demand_group) with ordinality x (k, id, line, day, quantity, grp, n)), '{}') demands,
          p.peg_supply "pegSupply", p.peg_demand "pegDemand", p.peg_quantity::text[] "pegQuantity", p.peg_day "pegDay"
        ${from} app.plan_item p on p.company_id = r.company_id and p.run_id = r.id where r.company_id = $1 and r.is_current`,
      own,
    ),
    query<StoredPlan["orders"][number]>(
      tx,
      `select o.seq, o.item_id "itemId", case when o.state = 'edited' then 'firm ' || o.seq else concat_ws(' ', trim_scale(o.quantity), trim_scale(o.expected_quantity), o.start_on - r.planned_from, o.due_on - r.planned_from, o.wanted_start_on - r.planned_from, o.order_key) end words
        ${from} app.planned_order o on o.company_id = r.company_id and o.run_id = r.id and o.state in ('proposed', 'discarded', 'edited') where r.company_id = $1 and r.is_current`,
      own,
    ),
    query<StoredPlan["exceptions"][number]>(
      tx,
      `select e.item_id "itemId", e.subject_seq seq, concat_ws(' ', e.kind, e.subject_id, e.subject_line, e.order_key, trim_scale(e.quantity), e.on_date, e.wanted_date) words
        ${from} app.plan_exception e on e.company_id = r.company_id and e.run_id = r.id where r.company_id = $1 and r.is_current`,
      own,
    ),
  ] as const);
  return { items, orders, exceptions };
}

/** Whether everything that happened and concerns the plan is in it, also that a promise ran out: only then it can be compared. */
export async function isFollowed(tx: Tx): Promise<boolean> {
  const rows = await query(
    tx,
    `select 1 from app.planner p join app.outbox o on o.company_id = p.company_id and o.xid >= p.read_mark and guard.concerns_plan(o.kind) where p.company_id = $1
       union all select 1 from app.promise h where h.company_id = $1 and h.state = 'held' and h.expires_at <= clock_timestamp() limit 1`,
    [tx.companyId],
  );
  return rows.length === 0;
}
