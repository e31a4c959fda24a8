import { previewConversion } from "../../domain/planning/index.ts";
import { Decimal, decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import { yieldOf } from "./plan-input.ts";
import {
  discardPlannedOrders,
  loadPlannedOrders,
  loadUnitDecimals,
  loadYields,
  type PlannedOrderRow,
  partnerExists,
  restorePlannedOrders,
  touchPlan,
  updatePlannedOrder,
} from "./planned-order.store.ts";

export interface PlannedOrderChange {
  readonly version: number;
  readonly quantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly partnerId: string | null;
}

/**
 * Sets a proposal by hand. From then on it is a firm planned order: planning leaves it as it is, counts on it and asks its components of others,
 * until a person converts it or gives it back.
 */
export async function editPlannedOrder(
  tx: Tx,
  seq: number,
  change: PlannedOrderChange,
): Promise<Outcome<PlannedOrderRow>> {
  const [order] = await loadPlannedOrders(tx, [seq], true);
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
  const edit = { quantity, startOn, dueOn, partnerId, expectedQuantity: await expectedOf(tx, order, quantity) };
  const saved = requireSaved(await updatePlannedOrder(tx, order, change.version, edit));
  if (!saved.ok) return saved;
  await touchPlan(tx, order.runId, [order.itemId]);
  await note(tx, "planning.edited", order.runId, { seq, quantity, startOn, dueOn }, [order.itemId]);
  return ok((await loadPlannedOrders(tx, [seq]))[0]!);
}

/**
 * What of a quantity will be good by the item's yield. Not in the proportion of the proposal: 2 pieces that were rounded up from 1.02 are no
 * reason to expect one of two.
 */
export async function expectedOf(
  tx: Tx,
  order: Pick<PlannedOrderRow, "runId" | "itemId">,
  quantity: string,
): Promise<string> {
  const { item, operationYields, decimals } = await loadYields(tx, order.runId, order.itemId);
  const good = decimal(quantity).times(yieldOf(item, operationYields));
  const whole = good.toDecimalPlaces(decimals, Decimal.ROUND_DOWN);
  // Of a single piece some part is expected rather than nothing.
  return (whole.isZero() ? good.toDecimalPlaces(6) : whole).toFixed();
}

/** Takes proposals out of the list until their need is another: other in quantity or day. */
export async function discardOrders(tx: Tx, seqs: readonly number[]): Promise<Outcome<{ readonly count: number }>> {
  const found = await openOrders(tx, seqs);
  if (!found.ok) return found;
  const { orders, runId } = found.value;
  const count = await discardPlannedOrders(tx, runId, seqs);
  await touchPlan(
    tx,
    runId,
    orders.map((order) => order.itemId),
  );
  const firm = orders.filter((order) => order.state === "edited").map((order) => order.itemId);
  await note(tx, "planning.discarded", runId, { seqs: seqs.length }, firm);
  return ok({ count });
}

/** Gives firm and discarded orders back to planning, which keeps them only as far as they are needed. */
export async function restoreOrders(tx: Tx, seqs: readonly number[]): Promise<Outcome<{ readonly count: number }>> {
  const found = await openOrders(tx, seqs);
  if (!found.ok) return found;
  const { orders, runId } = found.value;
  const count = await restorePlannedOrders(tx, runId, seqs);
  const itemIds = orders.map((order) => order.itemId);
  await touchPlan(tx, runId, itemIds);
  await note(tx, "planning.restored", runId, { seqs: seqs.length }, itemIds);
  return ok({ count });
}

async function openOrders(
  tx: Tx,
  seqs: readonly number[],
): Promise<Outcome<{ readonly orders: readonly PlannedOrderRow[]; readonly runId: string }>> {
  const orders = await loadPlannedOrders(tx, seqs, true);
  const missing = seqs.find((seq) => !orders.some((order) => order.seq === seq));
  if (missing !== undefined) return refuse("PLANNED_ORDER_UNKNOWN", { seq: missing, item: "" });
  const converted = orders.find((order) => order.state === "converted");
  if (converted) return refuse("PLANNED_ORDER_CONVERTED", { seq: converted.seq, item: converted.itemCode });
  return ok({ orders, runId: orders[0]!.runId });
}

/** @param firmItems items whose firm planned orders are others now: planning hears of them */
async function note(
  tx: Tx,
  command: string,
  runId: string,
  details: Record<string, unknown>,
  firmItems: readonly string[],
): Promise<void> {
  await audit(tx, [{ command, subjectKind: "plan_run", subjectId: runId, details }]);
  await announce(tx, [
    { kind: "planning.order", subjectId: runId },
    ...[...new Set(firmItems)].map((itemId) => ({ kind: "planning.firm", subjectId: itemId })),
  ]);
}
