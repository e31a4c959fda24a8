import type { LivingPlan } from "../../domain/planning/index.ts";
import type { PlanMasters } from "./plan-input.store.ts";

/** A company's plan in the memory of this thread. A cache: what is not here is read and planned anew. */
export interface KeptPlan {
  readonly plan: LivingPlan;
  readonly runId: string;
  /** The planner's row says the same as long as nobody else changed the plan. */
  version: number;
  /** Every transaction below it is in the plan. */
  mark: bigint;
  /** Rows of the outbox from the mark on that are in it already, with their transaction. */
  readonly told: Map<string, bigint>;
  masters: PlanMasters;
  /** Firm planned orders by number, with their item. */
  firm: ReadonlyMap<number, string>;
}

/** A company not changed for longest gives way: its plan is made anew at its next change. */
const MOST_PLANS = 60;
/** Of all plans kept; a thread's memory is limited, and a large company's plan takes hundreds of bytes a proposal. */
const MOST_ORDERS = 3_000_000;

const kept = new Map<string, KeptPlan>();

export function keptPlan(companyId: string): KeptPlan | undefined {
  return kept.get(companyId);
}

export function rememberPlan(companyId: string, plan: KeptPlan): void {
  kept.delete(companyId);
  kept.set(companyId, plan);
  let orders = 0;
  for (const one of kept.values()) orders += one.plan.state.planner.orders.tail;
  for (const [id, one] of kept) {
    if (kept.size === 1 || (kept.size <= MOST_PLANS && orders <= MOST_ORDERS)) break;
    if (id === companyId) continue;
    orders -= one.plan.state.planner.orders.tail;
    kept.delete(id);
  }
}

/** It may be half changed, or another's: it is made anew when it is needed. */
export function forgetPlan(companyId: string): void {
  kept.delete(companyId);
}
