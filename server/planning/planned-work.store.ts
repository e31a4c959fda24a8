import type { CenterWork, LoadPiece } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { SEQS_OF } from "./promise-facts.store.ts";

/*
 * What the proposals of the current plan ask of work centres. The database shares their days out among the operations, for it sums up
 * where the rows stand: a plan has a hundred thousand of them. The rule is `workOf` of domain/planning; planned-work.test.ts proves
 * both equal.
 */

/** Operations `s` of proposals `p` (seq, item_id, quantity, start_on, days): `minutes`, and what share of the `whole` is done `upto` their end. */
const SHARED_OUT = `m as (select p.seq, p.start_on, p.days, r.operation_number, r.work_center_id, r.setup_minutes + r.run_minutes_per_unit * p.quantity minutes,
          case when r.work_center_id is null then greatest(r.subcontract_lead_time_days, 1) * 480 else greatest(r.setup_minutes + r.run_minutes_per_unit * p.quantity, 1) end weight
        from p join app.routing_operation r on r.company_id = $1 and r.item_id = p.item_id and coalesce(r.valid_from, p.start_on) <= p.start_on and coalesce(r.valid_to, p.start_on) >= p.start_on),
      s as (select m.*, sum(weight) over (partition by seq order by operation_number) upto, sum(weight) over (partition by seq) whole from m)`;
const ITS_DAYS = `s.start_on + floor((s.upto - s.weight) * s.days / s.whole)::int "from", s.start_on + floor(s.upto * s.days / s.whole)::int "to"`;

/** What people made firm of the plan alone, or the proposals too. */
export type PlannedStates = readonly ("proposed" | "edited")[];

/** What planned orders that start until a day ask, summed by work centre and days. */
export function loadPlannedWork(
  tx: Tx,
  until: PlainDate,
  states: PlannedStates = ["proposed", "edited"],
): Promise<LoadPiece[]> {
  return query<LoadPiece>(
    tx,
    `with p as (select p.seq, p.item_id, p.quantity, p.start_on, p.due_on - p.start_on days from app.plan_run r
        join app.planned_order p on p.company_id = $1 and p.run_id = r.id and p.supply = 'make' and p.state = any ($3) and p.start_on <= $2
        where r.company_id = $1 and r.is_current),
      ${SHARED_OUT}
     select s.work_center_id "workCenterId", 'plan' kind, ${ITS_DAYS}, sum(s.minutes)::float8 minutes
       from s where s.work_center_id is not null group by 1, 3, 4`,
    [tx.companyId, until, states],
  );
}

/** The same in whole minutes, as promises take them: of all proposals, or of these work centres. */
export function loadPlannedCenterWork(tx: Tx, only: readonly string[] | null): Promise<CenterWork[]> {
  const ofCenters = only
    ? `and p.seq = any (${SEQS_OF("select y.item_id from app.routing_operation y where y.company_id = $1 and y.work_center_id = any ($2)")})`
    : "";
  return query<CenterWork>(
    tx,
    {
      name: only ? "planning.plannedWorkOfCenters" : "planning.plannedWork",
      text: `with r as materialized (select r.id from app.plan_run r where r.company_id = $1 and r.is_current),
      p as (select p.seq, p.item_id, p.quantity, p.start_on, p.due_on - p.start_on days from r join app.planned_order p on p.company_id = $1 and p.run_id = r.id and p.supply = 'make' and p.state in ('proposed', 'edited') ${ofCenters}),
      ${SHARED_OUT}
     select s.work_center_id "workCenterId", ${ITS_DAYS}, ceil(sum(s.minutes))::float8 minutes
       from s where ${only ? "s.work_center_id = any ($2)" : "s.work_center_id is not null"} and s.minutes > 0 group by 1, 2, 3 order by 1, 2, 3`,
    },
    only ? [tx.companyId, only] : [tx.companyId],
  );
}
