import { stockAccountRole } from "../../domain/inventory/index.ts";
import { completionCostYen } from "../../domain/production/index.ts";
import {
  type BoughtLine,
  type BusinessEvent,
  type CostedLine,
  Decimal,
  type GoodsAcceptedSold,
  type Outcome,
  ok,
  priceSettlementShares,
  splitPurchase,
} from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { type Happening, newId, type Tx, tell } from "../platform/index.ts";
import { takeOutput } from "./complete-work-order.service.ts";
import { bookOrderCosts, type NewOrderCost } from "./order-cost.store.ts";
import {
  deliverProcessing,
  loadDeliveryLines,
  loadOutsideProgress,
  loadStockAtPartners,
  lockOutsideOperations,
  lockProcessingOrders,
  type OutsideChange,
  type OutsideOperation,
  reportOutside,
} from "./outside.store.ts";
import { beginByAcceptance, partnerMoves } from "./outside-processing.service.ts";
import { progressOf } from "./report-work.service.ts";
import { lockWorkOrder } from "./work-order.store.ts";

type BoughtEvent = Extract<
  BusinessEvent,
  { kind: "goods_accepted_bought" | "goods_returned_bought" | "price_settled_bought" }
>;

/**
 * Production's reaction to what happens to trades: an accepted outside operation goes on in its order with its fee and consumed
 * material; an accepted processing takes its cost out of the processor's order. Both companies in the transaction of one acceptance.
 */
export async function followTrades(tx: Tx, happenings: readonly Happening[]): Promise<Outcome<null>> {
  for (const event of happenings as readonly BusinessEvent[]) {
    if (event.kind === "goods_accepted_sold" && event.supply.lines.length > 0) {
      const followed = await sellProcessing(tx, event);
      if (!followed.ok) return followed;
    }
    if (
      (event.kind === "goods_accepted_bought" ||
        event.kind === "goods_returned_bought" ||
        event.kind === "price_settled_bought") &&
      event.lines.some((line) => line.purpose.kind === "outside_processing")
    ) {
      const followed = await followOutside(tx, event);
      if (!followed.ok) return followed;
    }
  }
  return ok(null);
}

/** The processor's side: what its orders hold for the accepted pieces becomes cost of sales (the goods were never its own). */
async function sellProcessing(tx: Tx, event: GoodsAcceptedSold): Promise<Outcome<null>> {
  if (!event.lines.some((line) => line.supplyKind === "processing")) return ok(null);
  const tradeIds = [...new Set((await loadDeliveryLines(tx, event.sourceId)).map((line) => line.tradeId))];
  const orders = (await lockProcessingOrders(tx, tradeIds)).filter((one) => one.companyId === event.companyId);
  const costs: NewOrderCost[] = [];
  const delivered: { companyId: string; workOrderId: string; quantity: Decimal }[] = [];
  const events: GoodsAcceptedSold[] = [];
  const openByLine = new Map<string, Decimal>();
  for (const order of orders) {
    const key = `${order.tradeId}/${order.tradeLineNumber}`;
    const ofLine = orders.filter((one) => `${one.tradeId}/${one.tradeLineNumber}` === key);
    const before = ofLine.reduce((sum, one) => sum.plus(one.delivered), new Decimal(0));
    const open = openByLine.get(key) ?? order.accepted.minus(before);
    const isLastOrder = ofLine.at(-1) === order;
    const left = Decimal.max(order.quantity.minus(order.delivered), 0);
    const quantity = isLastOrder ? open : Decimal.min(open, left);
    openByLine.set(key, open.minus(quantity));
    if (!quantity.greaterThan(0)) continue;
    const rest = Decimal.max(left.minus(quantity), 0);
    const parts = (["material", "conversion"] as const).map((portion) => {
      const heldYen = portion === "material" ? order.materialYen : order.conversionYen;
      return { portion, yen: heldYen > 0n ? completionCostYen(heldYen, quantity, rest) : 0n };
    });
    const costYen = parts.reduce((sum, part) => sum + part.yen, 0n);
    delivered.push({ companyId: order.companyId, workOrderId: order.workOrderId, quantity });
    if (costYen === 0n) continue;
    costs.push(
      ...parts.map(({ portion, yen }) => ({
        companyId: order.companyId,
        workOrderId: order.workOrderId,
        kind: "output" as const,
        portion,
        amountYen: -yen,
        sourceId: event.sourceId,
        happenedOn: event.eventOn,
        note: event.description,
      })),
    );
    events.push({
      ...event,
      supply: { ...event.supply, lines: [] },
      workOrderId: order.workOrderId,
      description: [event.description, order.number].filter(Boolean).join(" "),
      lines: [{ lineId: order.number, supplyKind: "processing", costYen, costFrom: "workInProcess" }],
    });
  }
  await deliverProcessing(tx, delivered);
  await bookOrderCosts(tx, costs);
  return tell(tx, events);
}

/** The buyer's side: the fee goes into the order, the pieces go on, the material that stood at the partner is consumed. */
async function followOutside(tx: Tx, event: BoughtEvent): Promise<Outcome<null>> {
  const lines = await loadDeliveryLines(tx, event.sourceId);
  const tradeIds =
    lines.length > 0 ? [...new Set(lines.map((line) => line.tradeId))] : event.tradeId ? [event.tradeId] : [];
  if (event.companyId === tx.companyId && event.kind === "goods_accepted_bought") {
    const begun = await beginByAcceptance(tx, tradeIds, event.eventOn);
    if (!begun.ok) return begun;
  }
  const operations = (await lockOutsideOperations(tx, tradeIds)).filter((one) => one.companyId === event.companyId);
  if (operations.length === 0) return ok(null);
  await bookOrderCosts(tx, feeCosts(event, lines, operations));
  if (event.kind === "price_settled_bought") return ok(null);
  const consumed = await consumeAtPartner(tx, event, operations);
  if (!consumed.ok) return consumed;
  // The acting buyer's finished pieces go into stock at once; where the seller handed over, the buyer's own desk does it.
  if (event.companyId !== tx.companyId) return ok(null);
  for (const orderId of new Set(operations.map((one) => one.workOrderId))) {
    const file = await lockWorkOrder(tx, orderId);
    const last = file?.operations.at(-1);
    if (
      !file ||
      !last ||
      !operations.some((one) => one.workOrderId === orderId && one.operationNumber === last.operationNumber)
    )
      continue;
    const ready = last.good.minus(file.order.completed);
    if (!ready.greaterThan(0) || file.order.needsInspection || last.needsInspection) continue;
    const output = await takeOutput(tx, file, { quantity: ready, completedOn: event.eventOn });
    if (!output.ok) return output;
  }
  return ok(null);
}

/** What each line puts into work in process (or takes out of it), exactly as the posting rule debits it. */
function feeCosts(
  event: BoughtEvent,
  lines: readonly { lineNumber: number; tradeId: string; tradeLineNumber: number }[],
  operations: readonly OutsideOperation[],
): NewOrderCost[] {
  const split = new Map(
    splitPurchase(event.supply, event.deductsInputTax).lines.map((line) => [line.lineId, line.amountYen]),
  );
  const shares =
    event.kind === "price_settled_bought"
      ? priceSettlementShares(event.supply, event.lines, event.deductsInputTax)
      : undefined;
  const yenOf = (line: BoughtLine & { readonly stockValueYen?: bigint }): bigint => {
    if (shares) return shares.get(line.lineId)?.stockYen ?? 0n;
    const yen = split.get(line.lineId) ?? 0n;
    return event.kind === "goods_returned_bought" ? -(line.stockValueYen ?? yen) : yen;
  };
  return event.lines
    .filter((line) => line.purpose.kind === "outside_processing")
    .flatMap((line): NewOrderCost[] => {
      const delivered = lines.find((one) => one.lineNumber === Number.parseInt(line.lineId, 10));
      const operation =
        operations.find(
          (one) => one.tradeId === delivered?.tradeId && one.tradeLineNumber === delivered?.tradeLineNumber,
        ) ?? (operations.length === 1 ? operations[0] : undefined);
      if (!operation) return [];
      return [
        {
          companyId: event.companyId,
          workOrderId: operation.workOrderId,
          kind: "outside",
          portion: "conversion",
          amountYen: yenOf(line),
          sourceId: event.sourceId,
          happenedOn: event.eventOn,
          note: event.description,
        },
      ];
    });
}

/**
 * What of material at the partner these pieces used up: their share of what the order still needs of it. What stands there beyond that,
 * since the order became smaller, was not worked: it stays stock kept there until it comes back.
 */
function consumedOf(
  material: OutsideOperation["materials"][number],
  quantity: Decimal,
  expected: Decimal,
  isDone: boolean,
): Decimal {
  if (!quantity.greaterThan(0)) return new Decimal(0);
  const needed = Decimal.min(material.freeIssued, Decimal.max(material.required.minus(material.issued), 0));
  if (isDone || expected.isZero()) return needed;
  const share = needed.times(quantity).dividedBy(expected).toDecimalPlaces(12);
  return Decimal.min(share.toDecimalPlaces(material.decimals, Decimal.ROUND_UP), needed);
}

/** Pieces accepted since the last time, and their share of the material that stands at the partner. */
async function consumeAtPartner(
  tx: Tx,
  event: BoughtEvent,
  operations: readonly OutsideOperation[],
): Promise<Outcome<null>> {
  const placeIds = [...new Set(operations.map((one) => one.placeId).filter((id) => id !== null))];
  const there = placeIds.length > 0 ? await loadStockAtPartners(tx, placeIds) : [];
  const changes: OutsideChange[] = [];
  const costs: NewOrderCost[] = [];
  const events: BusinessEvent[] = [];
  for (const operation of operations) {
    const quantity = operation.accepted.minus(operation.good);
    const expected = Decimal.max(operation.lineQuantity.minus(operation.good), 0);
    const isDone = operation.accepted.greaterThanOrEqualTo(operation.lineQuantity);
    const materials = operation.materials.map((one) => ({
      ...one,
      quantity: consumedOf(one, quantity, expected, isDone),
    }));
    const used: CostedLine[] = [];
    for (const material of materials.filter((one) => one.quantity.greaterThan(0))) {
      const moves = partnerMoves(
        operation,
        material,
        there.filter((row) => row.ownerId === operation.companyId),
        operation.placeId!,
        material.quantity,
        {
          kind: "issue",
          placeId: operation.productionPlaceId!,
          placeKind: "production",
          movedOn: event.eventOn,
          workOrderId: operation.workOrderId,
          tradeId: operation.tradeId,
        },
      );
      // What a stocktake at the partner already took away cannot be consumed again.
      if (!moves) continue;
      const moved = await moveStock(tx, moves);
      if (!moved.ok) return moved;
      used.push({
        lineId: String(material.lineNumber),
        stockRole: stockAccountRole(material.category),
        costYen: moves.reduce((sum, move) => sum + (moved.value.costYen.get(move.id) ?? 0n), 0n),
      });
    }
    const progress = (await loadOutsideProgress(tx, [operation.workOrderId])).map((one) =>
      one.operationNumber === operation.operationNumber
        ? { ...one, good: one.good.plus(quantity), state: isDone ? ("done" as const) : one.state }
        : one,
    );
    changes.push({
      companyId: operation.companyId,
      workOrderId: operation.workOrderId,
      operationNumber: operation.operationNumber,
      reportId: newId(),
      quantity,
      isDone,
      share: progressOf(progress),
      materials: materials
        .filter((one) => used.some((line) => line.lineId === String(one.lineNumber)))
        .map(({ lineNumber, quantity: taken }) => ({ lineNumber, quantity: taken })),
    });
    if (used.length === 0) continue;
    const costYen = used.reduce((sum, line) => sum + line.costYen, 0n);
    costs.push({
      companyId: operation.companyId,
      workOrderId: operation.workOrderId,
      kind: "material",
      portion: "material",
      amountYen: costYen,
      sourceId: event.sourceId,
      happenedOn: event.eventOn,
      note: event.description,
    });
    events.push({
      kind: "free_issue_consumed",
      companyId: operation.companyId,
      eventOn: event.eventOn,
      sourceKind: "work_order",
      sourceId: operation.workOrderId,
      tradeId: operation.tradeId,
      workOrderId: operation.workOrderId,
      description: operation.number,
      ...(event.partnerId && { partnerId: event.partnerId }),
      lines: used,
    });
  }
  await reportOutside(tx, changes);
  await bookOrderCosts(tx, costs);
  return tell(tx, events);
}
