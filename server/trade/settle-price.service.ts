import {
  type BusinessEvent,
  Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type PriceSettledBought,
  priceSettlementShares,
} from "../../domain/shared/index.ts";
import { settledAmounts } from "../../domain/trade/index.ts";
import { loadAgreementHeads } from "../agreements/index.ts";
import { findArrivalMoves, lockItemValues, type Revaluation, revalueStock } from "../inventory/index.ts";
import { newId, type Tx, tell } from "../platform/index.ts";
import { insertDeliveryEvents, loadAcceptedAt, type ProvisionalPart } from "./delivery.store.ts";
import { goesIntoStock, purposeOf, roleOf, supplyKindOf } from "./delivery-lines.ts";
import { supplyTerms } from "./judge.service.ts";
import { loadSideFacts, type SideFacts, type TradeHead, type TradeLineRow } from "./trade.store.ts";

export type SettlePriceRefusal = "PERIOD_CLOSED" | "PERIOD_MISSING";

type BoughtLine = PriceSettledBought["lines"][number];
interface Settled {
  readonly line: TradeLineRow;
  readonly price: Decimal;
  readonly part: ProvisionalPart;
}

/**
 * A provisional price (仮単価) is settled: what was accepted at it is owed at the agreed one from the day it was agreed, with the tax of the
 * original supply. The buyer's stock takes the difference for what is still there, the rest is a price variance. Called once the change
 * is agreed and, between two companies, the door is open.
 *
 * @param lines as they stood before the change
 */
export async function settlePrices(
  tx: Tx,
  trade: TradeHead,
  lines: readonly TradeLineRow[],
  changes: readonly { readonly lineNumber: number; readonly newUnitPrice: Decimal | null }[],
  settledOn: PlainDate,
): Promise<Outcome<null, SettlePriceRefusal>> {
  const settled: Settled[] = [];
  for (const { lineNumber, newUnitPrice } of changes) {
    const line = lines.find((one) => one.lineNumber === lineNumber)!;
    if (!newUnitPrice || !line.isProvisional || newUnitPrice.equals(line.unitPrice)) continue;
    const parts = await loadAcceptedAt(tx, trade.id, lineNumber, line.unitPrice);
    settled.push(...parts.map((part) => ({ line, price: newUnitPrice, part })));
  }
  const facts = settled.length > 0 ? await loadSideFacts(tx, [trade.id]) : [];
  for (const deliveryId of new Set(settled.map(({ part }) => part.deliveryId))) {
    const own = settled.filter(({ part }) => part.deliveryId === deliveryId);
    const told = await settleDelivery(tx, trade, own, facts, settledOn);
    if (!told.ok) return told;
  }
  return ok(null);
}

/** One delivery's share of it: a record on each delivered line, both books, the buyer's stock. */
async function settleDelivery(
  tx: Tx,
  trade: TradeHead,
  settled: readonly Settled[],
  facts: readonly SideFacts[],
  settledOn: PlainDate,
): Promise<Outcome<null, SettlePriceRefusal>> {
  const { deliveryId, deliveryNumber } = settled[0]!.part;
  const suppliedOn = settled.map(({ part }) => part.acceptedOn).sort()[0]!;
  const terms = await supplyTerms(tx, trade, facts, trade.agreementId, suppliedOn);
  const lineId = (one: Settled) => `${one.part.lineNumber}`;
  const { supply, amounts } = settledAmounts(
    settled.map((one) => ({
      lineId: lineId(one),
      taxCategory: one.line.taxCategory,
      unitPrice: one.price,
      quantity: one.part.quantity,
      amountYen: one.part.amountYen,
    })),
    terms,
  );
  await insertDeliveryEvents(
    tx,
    settled.map(({ line, price, part }, i) => ({
      id: newId(),
      deliveryId,
      lineNumber: part.lineNumber,
      sellerId: trade.sellerId,
      buyerId: trade.buyerId,
      outsidePartnerId: trade.outsidePartnerId,
      tradeId: trade.id,
      tradeLineNumber: line.lineNumber,
      kind: "price_settled" as const,
      settledFrom: line.unitPrice,
      quantity: part.quantity,
      unitPrice: price,
      amountYen: amounts[i]!.amountYen,
      taxYen: amounts[i]!.taxYen,
      happenedOn: settledOn,
      reason: "",
    })),
  );
  const of = (companyId: string | null, { line }: Settled) =>
    facts.find((fact) => fact.companyId === companyId && fact.lineNumber === line.lineNumber);
  const agreement = trade.agreementId
    ? (await loadAgreementHeads(tx, [trade.agreementId])).get(trade.agreementId)
    : undefined;
  const head = (companyId: string) => {
    const partnerId = facts.find((fact) => fact.companyId === companyId)?.partnerId;
    return {
      companyId,
      eventOn: settledOn,
      sourceKind: "delivery",
      sourceId: deliveryId,
      description: deliveryNumber,
      tradeId: trade.id,
      ...(partnerId && { partnerId }),
      supply,
      settles: "provisional_price" as const,
      subcontractAct: agreement?.isSubcontractLaw ? ("applies" as const) : ("unknown" as const),
    };
  };
  const events: BusinessEvent[] = [];
  if (trade.sellerId)
    events.push({
      ...head(trade.sellerId),
      kind: "price_settled_sold",
      lines: settled.map((one) => ({ lineId: lineId(one), supplyKind: supplyKindOf(of(trade.sellerId, one)) })),
    });
  if (trade.buyerId) {
    const { buyerId } = trade;
    const deducts = of(buyerId, settled[0]!)?.taxStatus !== "exempt";
    const workOrderId = settled.map((one) => of(buyerId, one)?.workOrderId).find((id) => id);
    const lines = await stillThere(tx, buyerId, settled, (one) => of(buyerId, one));
    const shares = priceSettlementShares(supply, lines, deducts);
    const moves = await findArrivalMoves(tx, buyerId, deliveryId);
    await revalueStock(
      tx,
      settled.flatMap((one): Revaluation[] => {
        const buyer = of(buyerId, one);
        const changeYen = shares.get(lineId(one))!.stockYen;
        const moveId = moves.get(one.part.lineNumber);
        if (!goesIntoStock(buyer) || changeYen === 0n || !moveId) return [];
        const at = { deliveryId, deliveryLineNumber: one.part.lineNumber, valuedOn: settledOn };
        return [{ ...at, ownerId: buyerId, itemId: buyer.itemId!, moveId, accountRole: roleOf(buyer), changeYen }];
      }),
    );
    events.push({
      ...head(buyerId),
      kind: "price_settled_bought",
      ...(!deducts && { deductsInputTax: false }),
      ...(workOrderId && { workOrderId }),
      lines,
    });
  }
  const told = await tell(tx, events);
  return told.ok ? ok(null) : (told as Outcome<never, SettlePriceRefusal>);
}

/** How much of what was accepted the buyer still has, line by line; of one item no piece is counted twice. */
async function stillThere(
  tx: Tx,
  buyerId: string,
  settled: readonly Settled[],
  factsOf: (one: Settled) => SideFacts | undefined,
): Promise<BoughtLine[]> {
  const ids = settled.flatMap((one) => {
    const buyer = factsOf(one);
    return goesIntoStock(buyer) ? [buyer.itemId!] : [];
  });
  const stock = ids.length > 0 ? await lockItemValues(tx, buyerId, [...new Set(ids)]) : new Map();
  const counted = new Map<string, Decimal>();
  return settled.map((one) => {
    const buyer = factsOf(one);
    const supplied = one.part.quantity.times(one.line.buyerFactor);
    const line = { lineId: `${one.part.lineNumber}`, purpose: purposeOf(buyer), suppliedQuantity: scaled(supplied) };
    const item = goesIntoStock(buyer) ? stock.get(buyer.itemId!) : undefined;
    if (!item) return { ...line, remainingQuantity: 0n, stockValueYen: 0n };
    const before = counted.get(buyer!.itemId!) ?? new Decimal(0);
    const remaining = Decimal.max(Decimal.min(supplied, item.onHand.minus(before)), 0);
    counted.set(buyer!.itemId!, before.plus(remaining));
    // The first line of an item may take all its value: a cut of two lines must not take it twice.
    return { ...line, remainingQuantity: scaled(remaining), stockValueYen: before.isZero() ? item.valueYen : 0n };
  });
}

const scaled = (quantity: Decimal): bigint => BigInt(quantity.times(1_000_000).toFixed(0));
