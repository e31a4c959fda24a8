import type { Outcome, PlainDate } from "../shared/index.ts";
import { decimal, ok, refuse } from "../shared/index.ts";
import type { DemandKind, Peg, PlannedOrder, PlanResult, RecordRef } from "./plan-records.ts";

/** One reason for a supply: so much of it is for this. */
export interface PegStep {
  readonly quantity: string;
  readonly neededOn: PlainDate;
  readonly reason:
    | { readonly kind: "safety" }
    | RecordRef<DemandKind>
    | { readonly kind: "planned"; readonly order: PlannedOrder; readonly because: readonly PegStep[] };
}

export interface PlannedOrderExplanation {
  readonly order: PlannedOrder;
  readonly because: readonly PegStep[];
  /** Good quantity beyond all needs: what the lot rule makes more than is asked for. */
  readonly beyondNeed: string;
  /** The orders of customers and the forecasts at the ends of all chains, each once, earliest first. */
  readonly demands: readonly (RecordRef<DemandKind> & { readonly itemId: string; readonly neededOn: PlainDate })[];
  /** True when the chains were longer than `mostSteps` and end early. */
  readonly isCut: boolean;
}

/**
 * Answers "why is this to be made or bought?": the chain of pegs from a planned order up to the company's own sales lines.
 *
 * @param mostSteps the most pegs told; an order for a common screw may serve thousands
 */
export function explainPlannedOrder(
  plan: Pick<PlanResult, "orders" | "pegs">,
  seq: number,
  mostSteps = 500,
): Outcome<PlannedOrderExplanation, "PLANNED_ORDER_UNKNOWN"> {
  const orders = new Map(plan.orders.map((order) => [order.seq, order]));
  const order = orders.get(seq);
  if (!order) return refuse("PLANNED_ORDER_UNKNOWN", { seq });
  const pegsOf = new Map<number, Peg[]>();
  for (const peg of plan.pegs) {
    if (peg.supply.kind !== "planned") continue;
    const known = pegsOf.get(peg.supply.seq);
    if (known) known.push(peg);
    else pegsOf.set(peg.supply.seq, [peg]);
  }
  const ends = new Map<string, RecordRef<DemandKind> & { itemId: string; neededOn: PlainDate }>();
  let steps = 0;
  let isCut = false;
  const because = (ofSeq: number): PegStep[] => {
    const told: PegStep[] = [];
    for (const { quantity, neededOn, demand, itemId } of pegsOf.get(ofSeq) ?? []) {
      if (steps === mostSteps) {
        isCut = true;
        break;
      }
      steps++;
      if (demand.kind === "planned") {
        const reason = { kind: demand.kind, order: orders.get(demand.seq)!, because: because(demand.seq) };
        told.push({ quantity, neededOn, reason });
      } else {
        if (demand.kind !== "safety")
          ends.set(`${demand.kind} ${demand.id} ${demand.line}`, { ...demand, itemId, neededOn });
        told.push({ quantity, neededOn, reason: demand });
      }
    }
    return told;
  };
  const chain = because(seq);
  const used = (pegsOf.get(seq) ?? []).reduce((sum, peg) => sum.plus(peg.quantity), decimal(0));
  return ok({
    order,
    because: chain,
    beyondNeed: decimal(order.expectedQuantity).minus(used).toString(),
    demands: [...ends.values()].sort(
      (a, b) => compare(a.neededOn, b.neededOn) || compare(a.id, b.id) || (a.line ?? 0) - (b.line ?? 0),
    ),
    isCut,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
