import type { MaterialProposal, MaterialSupply, ProposalNeed } from "../../domain/planning/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/**
 * What brings the material of open work orders, as the current plan pegs it: also for a line of theirs that a phantom or an item that runs out
 * handed on. Left out are what other open work orders make (`loadOrderTies`) and what is issued. A proposal that became an order nobody has planned
 * with yet comes on its trade's day.
 */
export function loadMaterialSupplies(tx: Tx): Promise<MaterialSupply[]> {
  return query<MaterialSupply>(
    tx,
    `with r as materialized (select id, planned_from from app.plan_run where company_id = $1 and is_current),
      w as materialized (select id, item_id from app.work_order where company_id = $1 and state in ('planned', 'released', 'started')),
      m as materialized (select m.work_order_id, m.line_number, m.item_id, m.operation_number, m.required > m.issued + m.free_issued is_open from app.work_order_material m join w on w.id = m.work_order_id where m.company_id = $1),
      c as materialized (select o.seq, o.state, o.item_id, o.converted_kind, o.converted_id from r join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.state = 'converted'),
      x as (select p.item_id, y.supply, rc.kind, rc.id receipt_id, r.planned_from + rc.day on_date, coalesce(dm.id, cd.converted_id) consumer, dm.line
        from r join app.plan_item p on p.company_id = $1 and p.run_id = r.id and (2 = any (p.demand_kind) or p.item_id = any (array(select item_id from m where is_open)))
        cross join lateral unnest(p.peg_supply, p.peg_demand) y (supply, demand)
        left join lateral unnest(p.receipt_kind, p.receipt_id, p.receipt_day) with ordinality rc (kind, id, day, n) on rc.n = -1 - y.supply
        left join lateral unnest(p.demand_kind, p.demand_id, p.demand_line) with ordinality dm (kind, id, line, n) on dm.n = -1 - y.demand and dm.kind = 2
        left join c cd on cd.seq = y.demand and cd.converted_kind = 'work_order'
        where y.supply <> -1 and y.demand <> -1)
     select distinct x.consumer "workOrderId", coalesce(u.operation_number, 0) "operationNumber", x.item_id "itemId", case when x.supply >= 0 and cs.seq is null then x.supply end seq,
        case when x.supply < 0 then x.on_date when cs.seq is not null then t.on_date end "onDate"
       from x join w k on k.id = x.consumer left join c cs on cs.seq = x.supply
       left join lateral (select max(coalesce(f.promised_on, f.wanted_on)) on_date from app.trade_line_face f where f.company_id = $1 and cs.converted_kind = 'trade' and f.side = 'B' and f.trade_id = cs.converted_id and f.item_id = x.item_id and f.is_open) t on true
       cross join lateral (select min(coalesce(m.operation_number, 0)) filter (where m.is_open) operation_number, count(*) lines from m where m.work_order_id = x.consumer and case when x.line is null then m.item_id = x.item_id else m.line_number = x.line end) u
      where (u.lines = 0 or u.operation_number is not null) and (x.kind is distinct from 1 or not exists (select from w f where f.id = x.receipt_id and f.item_id = x.item_id))
        and (cs.seq is null or t.on_date is not null) order by 1, 2, 3, 4, 5`,
    [tx.companyId],
  );
}

/**
 * Proposals by number, with when they can be there: by their past-due exception, and a firm one that should have begun so many days later as it is
 * begun late.
 */
export function loadMaterialProposals(tx: Tx, seqs: readonly number[]): Promise<MaterialProposal[]> {
  return query<MaterialProposal>(
    tx,
    `select o.seq, o.due_on "dueOn", greatest(e.on_date, o.due_on + greatest(r.planned_from - o.start_on, 0)) "possibleOn"
       from app.plan_run r join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.seq = any ($2::int[])
       left join lateral (select max(e.on_date) on_date from app.plan_exception e where e.company_id = $1 and e.run_id = r.id and e.item_id = o.item_id and e.subject_kind = 'planned' and e.subject_seq = o.seq and e.kind in ('past_due_start', 'inside_fence')) e on true
      where r.company_id = $1 and r.is_current`,
    [tx.companyId, seqs],
  );
}

/**
 * What these proposals are made of, one level down, but for what stands in stock. Below a phantom or an item that runs out the needs stand at what it
 * handed them on to.
 */
export function loadProposalNeeds(tx: Tx, seqs: readonly number[]): Promise<ProposalNeed[]> {
  return query<ProposalNeed>(
    tx,
    `with recursive r as materialized (select id, planned_from from app.plan_run where company_id = $1 and is_current),
      made as materialized (select distinct o.item_id from r join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.seq = any ($2::int[]) and o.supply <> 'buy'),
      c (item_id, level) as (select y.child, 1 from made cross join lateral (${BELOW("made.item_id")}) y
        union select y.child, c.level + 1 from c join app.item i on i.company_id = $1 and i.id = c.item_id and (i.is_phantom or i.successor_item_id is not null) cross join lateral (${BELOW("c.item_id")}) y where c.level < 6)
     select distinct y.demand "forSeq", r.planned_from + greatest(y.day, 0) "neededOn", case when y.supply >= 0 then y.supply end seq, case when y.supply < 0 then r.planned_from + rc.day end "onDate"
       from r join app.plan_item p on p.company_id = $1 and p.run_id = r.id and p.item_id = any (array(select item_id from c))
       cross join lateral unnest(p.peg_supply, p.peg_demand, p.peg_day) y (supply, demand, day)
       left join lateral unnest(p.receipt_day) with ordinality rc (day, n) on rc.n = -1 - y.supply
      where y.supply <> -1 and y.demand = any ($2::int[]) order by 1, 2, 3, 4`,
    [tx.companyId, seqs],
  );
}

/** What an item is made of, or what takes its place. */
const BELOW = (item: string) =>
  `select b.component_item_id child from app.bill_of_material_line b where b.company_id = $1 and b.parent_item_id = ${item} and b.kind = 'component'
   union all select s.successor_item_id from app.item s where s.company_id = $1 and s.id = ${item} and s.successor_item_id is not null`;
