import { previewConversion } from "../../domain/planning/index.ts";
import { decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import {
  discardPlannedOrders,
  loadPlannedOrders,
  loadUnitDecimals,
  type PlannedOrderRow,
  partnerExists,
  updatePlannedOrder,
} from "./planned-order.store.ts";

export interface PlannedOrderChange {
  readonly version: number;
  readonly quantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly partnerId: string | null;
}

/** Changes a proposal before it is converted. The plan itself stays: the next run reckons without the change unless it was converted. */
export async function editPlannedOrder(
  tx: Tx,
  runId: string,
  seq: number,
  change: PlannedOrderChange,
): Promise<Outcome<PlannedOrderRow>> {
  const [order] = await loadPlannedOrders(tx, runId, [seq], true);
  if (!order) return refuse("PLANNED_ORDER_UNKNOWN", { seq, item: "" });
  const found = requireVersion(order, change.version);
  if (!found.ok) return found;
  const closed = new Set(order.state === "converted" || order.state === "discarded" ? [seq] : []);
  const { quantity, startOn, dueOn, partnerId } = change;
  if (partnerId !== null && !(await partnerExists(tx, partnerId)))
    return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  // A supplier may still be missing here; it is asked for when the order is converted.
  const judged = previewConversion(
    { orders: [{ ...order, supply: "make" }], pegs: [] },
    [{ seq, quantity, startOn, dueOn }],
    closed,
    await loadUnitDecimals(tx),
  );
  if (!judged.ok) {
    const [first, ...rest] = judged.refusals.map((refusal) => ({
      ...refusal,
      ...(refusal.field !== undefined && { field: refusal.field.replace(/^choices\.0\.?/, "") }),
    }));
    return { ok: false, refusals: [first!, ...rest] };
  }
  const expected = decimal(quantity).times(order.expectedQuantity).dividedBy(order.quantity);
  const edit = { quantity, startOn, dueOn, partnerId, expectedQuantity: expected.toDecimalPlaces(6).toFixed() };
  const saved = requireSaved(await updatePlannedOrder(tx, runId, seq, change.version, edit));
  if (!saved.ok) return saved;
  await note(tx, "planning.edited", runId, { seq, quantity, startOn, dueOn });
  return ok((await loadPlannedOrders(tx, runId, [seq]))[0]!);
}

/** Takes proposals out of the list until the next run, which proposes anew what is still needed. */
export async function discardOrders(
  tx: Tx,
  runId: string,
  seqs: readonly number[],
): Promise<Outcome<{ readonly count: number }>> {
  const orders = await loadPlannedOrders(tx, runId, seqs, true);
  const missing = seqs.find((seq) => !orders.some((order) => order.seq === seq));
  if (missing !== undefined) return refuse("PLANNED_ORDER_UNKNOWN", { seq: missing, item: "" });
  const converted = orders.find((order) => order.state === "converted");
  if (converted) return refuse("PLANNED_ORDER_CONVERTED", { seq: converted.seq, item: converted.itemCode });
  const count = await discardPlannedOrders(tx, runId, seqs);
  await note(tx, "planning.discarded", runId, { seqs: seqs.length });
  return ok({ count });
}

async function note(tx: Tx, command: string, runId: string, details: Record<string, unknown>): Promise<void> {
  await audit(tx, [{ command, subjectKind: "plan_run", subjectId: runId, details }]);
  await announce(tx, [{ kind: "planning.order", subjectId: runId }]);
}
