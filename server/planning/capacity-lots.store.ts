import type { CenterProposal } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/**
 * Planned orders of made items that come to a work centre and start until a day: proposals and firm ones of the current plan.
 *
 * @param lock holds them, and the plan as the current one, until the transaction ends
 */
export function loadCenterProposals(
  tx: Tx,
  workCenterId: string,
  until: PlainDate,
  lock: boolean,
): Promise<CenterProposal[]> {
  return query<CenterProposal>(
    tx,
    `select o.seq, o.version, o.state, o.item_id "itemId", trim_scale(o.quantity)::text quantity, o.start_on "startOn", o.due_on "dueOn", o.order_key "orderKey"
       from app.plan_run r join app.planned_order o on o.company_id = $1 and o.run_id = r.id and o.supply = 'make' and o.state in ('proposed', 'edited') and o.start_on <= $3
      where r.company_id = $1 and r.is_current and exists (select from app.routing_operation x where x.company_id = $1 and x.item_id = o.item_id and x.work_center_id = $2)
      order by o.seq ${lock ? "for share of r for update of o" : ""}`,
    [tx.companyId, workCenterId, until],
  );
}

export interface WrittenLot {
  readonly seq: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly expectedQuantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The day its first need is at; as a rule it is made earlier. */
  readonly neededOn: PlainDate;
}

/** Proposals become the lots that take their numbers. @returns how many; fewer when somebody else was faster */
export function setLots(
  tx: Tx,
  runId: string,
  lots: readonly (WrittenLot & { readonly seen: number })[],
): Promise<number> {
  return execute(
    tx,
    `update app.planned_order o set quantity = x.quantity, expected_quantity = x.expected, start_on = x.start_on, due_on = x.due_on, kept_early_for = x.needed_on, state = 'edited', version = o.version + 1
       from unnest($3::int[], $4::int[], $5::numeric[], $6::numeric[], $7::date[], $8::date[], $9::date[]) x (seq, seen, quantity, expected, start_on, due_on, needed_on)
      where o.company_id = $1 and o.run_id = $2 and o.seq = x.seq and o.version = x.seen and o.state = 'proposed'`,
    [tx.companyId, runId, lots.map((lot) => lot.seq), lots.map((lot) => lot.seen), ...columnsOf(lots)],
  );
}

/** Lots for which no proposal is left over, as firm planned orders of their own. */
export async function insertLots(tx: Tx, runId: string, lots: readonly WrittenLot[]): Promise<void> {
  await execute(
    tx,
    `insert into app.planned_order (company_id, run_id, seq, item_id, supply, quantity, expected_quantity, start_on, due_on, wanted_start_on, is_past_due, state, kept_early_for)
       select $1, $2, x.seq, x.item_id, 'make', x.quantity, x.expected, x.start_on, x.due_on, x.start_on, false, 'edited', x.needed_on
         from unnest($3::int[], $4::uuid[], $5::numeric[], $6::numeric[], $7::date[], $8::date[], $9::date[]) x (seq, item_id, quantity, expected, start_on, due_on, needed_on)`,
    [tx.companyId, runId, lots.map((lot) => lot.seq), lots.map((lot) => lot.itemId), ...columnsOf(lots)],
  );
}

const columnsOf = (lots: readonly WrittenLot[]) => [
  lots.map((lot) => lot.quantity),
  lots.map((lot) => lot.expectedQuantity),
  lots.map((lot) => lot.startOn),
  lots.map((lot) => lot.dueOn),
  lots.map((lot) => lot.neededOn),
];

/**
 * Takes numbers for new planned orders of the current plan. Whoever keeps the plan in memory counts on as it was, finds another version, and makes it
 * anew: its numbers then begin behind these.
 *
 * @returns the first of them; the planner's row stays held until the transaction ends
 */
export async function takeSeqs(tx: Tx, count: number): Promise<number> {
  const [row] = await query<{ first: number }>(
    tx,
    `update app.planner set next_seq = next_seq + $2, version = version + 1 where company_id = $1 returning next_seq - $2 "first"`,
    [tx.companyId, count],
  );
  return row!.first;
}

/** Holds the plan as it is until the transaction ends: it does not follow what happens meanwhile. */
export async function holdPlan(tx: Tx): Promise<void> {
  await query(tx, "select 1 from app.planner where company_id = $1 for update", [tx.companyId]);
}
