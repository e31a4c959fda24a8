import { Decimal, decimal, type PlainDate } from "../../shared/index.ts";
import type { PlanBomLine, PlanDemand, PlanItem, PlanReceipt } from "../plan-records.ts";

/**
 * A firm planned order: a proposal a person has set by hand. Planning leaves it as it is, counts on it, and asks its components of
 * others; only a person moves, discards or converts it.
 */
export interface FirmOrder {
  /** Its number as a proposal. */
  readonly seq: number;
  readonly itemId: string;
  /** What is started or ordered. */
  readonly quantity: string;
  /** What of it is expected to be good. */
  readonly expectedQuantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly orderKey: string | null;
  /** The day it is needed on, where it is made earlier so that a work centre can do it. */
  readonly keptEarlyFor?: PlainDate | null;
}

/**
 * What firm planned orders bring and use, as records: a receipt each, and of what is not bought the components valid on its start. They
 * are of the kind `firm` and named by the order's number.
 *
 * @param bomLines as `PlanInput` has them: without those of items that bring their own material
 */
export function firmRecords(
  orders: readonly FirmOrder[],
  items: readonly PlanItem[],
  bomLines: readonly PlanBomLine[],
): { readonly receipts: PlanReceipt[]; readonly demands: PlanDemand[] } {
  if (orders.length === 0) return { receipts: [], demands: [] };
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const parents = new Set(orders.map((order) => order.itemId));
  const linesOf = new Map<string, PlanBomLine[]>();
  for (const line of bomLines) {
    if (line.isSuccessor || !parents.has(line.parentItemId)) continue;
    const lines = linesOf.get(line.parentItemId);
    if (lines) lines.push(line);
    else linesOf.set(line.parentItemId, [line]);
  }
  const receipts: PlanReceipt[] = [];
  const demands: PlanDemand[] = [];
  for (const { seq, itemId, quantity, expectedQuantity, startOn, dueOn, orderKey, keptEarlyFor } of orders) {
    const ref = { kind: "firm" as const, id: String(seq), line: null };
    const early = keptEarlyFor ? { keptEarlyFor } : {};
    receipts.push({ ...ref, itemId, quantity: expectedQuantity, dueOn, orderKey, ...early });
    if (itemOf.get(itemId)?.supply === "buy") continue;
    for (const line of linesOf.get(itemId) ?? []) {
      if ((line.validFrom !== null && startOn < line.validFrom) || (line.validTo !== null && startOn > line.validTo))
        continue;
      const used = decimal(quantity).times(line.quantity).dividedBy(new Decimal(1).minus(line.scrapRate));
      const component = line.componentItemId;
      const unit = line.unit === undefined ? {} : { unit: line.unit };
      const own = itemOf.get(component)?.isOrderBound ? orderKey : null;
      if (used.isNegative())
        receipts.push({
          ...{ ...ref, itemId: component, quantity: used.negated().toFixed(), dueOn, orderKey: null, ...unit },
          isByProduct: true,
        });
      else if (!used.isZero())
        demands.push({
          ...ref,
          itemId: component,
          quantity: used.toFixed(),
          neededOn: startOn,
          orderKey: own,
          ...unit,
        });
    }
  }
  return { receipts, demands };
}
