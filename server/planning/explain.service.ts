import {
  type ExplanationAnswer,
  explainPlannedOrder,
  type Peg,
  type PegStep,
  type RecordRef,
} from "../../domain/planning/index.ts";
import { type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadPegsUp } from "./peg.store.ts";
import { loadPlannedOrders, type PlannedOrderRow } from "./planned-order.store.ts";
import { nameRecords } from "./record-names.store.ts";

/** A common screw serves thousands of orders; nobody reads more reasons than these. */
const MOST_STEPS = 500;

/** Pegs upwards from planned orders until only records are left, with all planned orders on the way. */
export async function climbPegs(
  tx: Tx,
  seqs: readonly number[],
  levels = Number.POSITIVE_INFINITY,
): Promise<{ readonly orders: PlannedOrderRow[]; readonly pegs: Peg[] }> {
  const orders = new Map<number, PlannedOrderRow>();
  const pegs: Peg[] = [];
  let next = [...new Set(seqs)];
  for (let level = 0; next.length > 0; level++) {
    const found = await loadPlannedOrders(tx, next);
    for (const order of found) orders.set(order.seq, order);
    if (level >= levels) break;
    const runId = found[0]?.runId;
    if (runId === undefined) break;
    const up = await loadPegsUp(tx, runId, { seqs: next }, Math.max(1, 4 * MOST_STEPS + seqs.length - pegs.length));
    pegs.push(...up);
    const parents = up.flatMap(({ demand }) => (demand.kind === "planned" ? [demand.seq] : []));
    next = [...new Set(parents)].filter((seq) => !orders.has(seq));
  }
  // What was cut off has no order to be named by.
  return {
    orders: [...orders.values()],
    pegs: pegs.filter(({ demand }) => demand.kind !== "planned" || orders.has(demand.seq)),
  };
}

/** Answers "why is this to be made or bought?": every reason up to the company's own sales lines, by their numbers. */
export async function explainOrder(tx: Tx, seq: number): Promise<Outcome<ExplanationAnswer, "PLANNED_ORDER_UNKNOWN">> {
  const plan = await climbPegs(tx, [seq]);
  const rows = new Map(plan.orders.map((order) => [order.seq, order]));
  if (!rows.has(seq)) return refuse("PLANNED_ORDER_UNKNOWN", { seq, item: "" });
  const explained = explainPlannedOrder(plan, seq, MOST_STEPS);
  if (!explained.ok) return explained;
  const { because, beyondNeed, demands, isCut } = explained.value;
  const nameOf = await nameRecords(tx, recordsIn(because));
  const withNames = (steps: readonly PegStep[]): ExplanationAnswer["because"] =>
    steps.map(({ quantity, neededOn, reason }) => ({
      quantity,
      neededOn,
      reason:
        reason.kind === "safety"
          ? reason
          : reason.kind === "planned"
            ? { kind: reason.kind, order: rows.get(reason.order.seq)!, because: withNames(reason.because) }
            : { ...reason, ...nameOf(reason.id) },
    }));
  return ok({
    order: rows.get(seq)!,
    because: withNames(because),
    beyondNeed,
    demands: demands.map((demand) => ({ ...demand, ...nameOf(demand.id) })),
    isCut,
  });
}

function recordsIn(steps: readonly PegStep[]): RecordRef<string>[] {
  return steps.flatMap(({ reason }) => {
    if (reason.kind === "planned") return recordsIn(reason.because);
    return reason.kind === "safety" ? [] : [reason];
  });
}
