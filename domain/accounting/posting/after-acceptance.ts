import {
  type GoodsReturnedBought,
  type GoodsReturnedSold,
  type Outcome,
  ok,
  type PriceSettledBought,
  type PriceSettledSold,
  priceSettlementShares,
  privateLine,
  refuse,
  splitPurchase,
  splitSale,
} from "../../shared/index.ts";
import type { JournalLineDraft } from "../journal.ts";
import type { PostingRefusal } from "./events.ts";
import { costRoleOf, purposeTarget, salesRoleOf, taxDetails } from "./goods.ts";
import { credit, debit, signed } from "./lines.ts";

/** Goods come back to the seller: sales and tax are taken back, the goods re-enter at the cost they left with. */
export function postGoodsReturnedSold({ supply, lines, partnerId }: GoodsReturnedSold): JournalLineDraft[] {
  const split = splitSale(supply);
  return [
    ...split.lines.map(({ lineId, taxCode, amountYen }) =>
      debit("salesReturns", amountYen, { taxCode, sourceLineId: lineId }),
    ),
    ...split.taxes.map((tax) => debit("taxReceived", tax.taxYen, taxDetails(tax))),
    credit("receivable", split.totalYen, { partnerId }),
    ...lines.flatMap(({ lineId, supplyKind, costYen, costFrom }) => [
      debit(costFrom, costYen, { sourceLineId: lineId, flow: "sold" }),
      credit(costRoleOf(supplyKind), costYen, { sourceLineId: lineId }),
    ]),
  ];
}

/**
 * Goods go back to the supplier at the price bought. Stock gives up its moving average; what that differs from the price is a
 * price variance.
 */
export function postGoodsReturnedBought(event: GoodsReturnedBought): JournalLineDraft[] {
  const { supply, lines, partnerId } = event;
  const split = splitPurchase(supply, event.deductsInputTax);
  return [
    debit("payable", split.totalYen, { partnerId }),
    ...split.taxes.map((tax) => credit("taxPaid", tax.taxYen, taxDetails(tax))),
    ...split.lines.flatMap(({ lineId, taxCode, amountYen }) => {
      const line = privateLine(lines, lineId);
      const { role, flow } = purposeTarget(line.purpose);
      if (flow === undefined) return [credit(role, amountYen, { taxCode, sourceLineId: lineId })];
      const stockValueYen = line.stockValueYen ?? amountYen;
      return [
        credit(role, stockValueYen, { taxCode, sourceLineId: lineId, flow: flow === "purchased" ? "returned" : flow }),
        signed("priceVariance", stockValueYen - amountYen, { taxCode, sourceLineId: lineId }),
      ];
    }),
  ];
}

/** A cut of an ordered price (減額, 遡及値引) is unlawful under the act even if both agree; a provisional price may settle lower. */
function refuseUnlawfulCut(event: PriceSettledSold | PriceSettledBought): Outcome<null, PostingRefusal> {
  if (event.subcontractAct !== "applies" || event.settles === "provisional_price") return ok(null);
  const cut = event.supply.lines.findIndex((line) => line.amountYen < 0n);
  return cut < 0 ? ok(null) : refuse("REDUCTION_UNLAWFUL", undefined, `lines.${cut}.amountYen`);
}

/** A later price, the seller's side: on the day it is agreed, with the tax of the original supply. */
export function postPriceSettledSold(event: PriceSettledSold): Outcome<JournalLineDraft[], PostingRefusal> {
  const lawful = refuseUnlawfulCut(event);
  if (!lawful.ok) return lawful;
  const split = splitSale(event.supply);
  return ok([
    signed("receivable", split.totalYen, { partnerId: event.partnerId }),
    ...split.lines.map(({ lineId, taxCode, amountYen }) =>
      credit(salesRoleOf(privateLine(event.lines, lineId).supplyKind), amountYen, { taxCode, sourceLineId: lineId }),
    ),
    ...split.taxes.map((tax) => credit("taxReceived", tax.taxYen, taxDetails(tax))),
  ]);
}

/** A later price, the buyer's side: into stock for what is still there, price variance for the rest. */
export function postPriceSettledBought(event: PriceSettledBought): Outcome<JournalLineDraft[], PostingRefusal> {
  const lawful = refuseUnlawfulCut(event);
  if (!lawful.ok) return lawful;
  const split = splitPurchase(event.supply, event.deductsInputTax);
  const shares = priceSettlementShares(event.supply, event.lines, event.deductsInputTax);
  return ok([
    ...split.lines.flatMap(({ lineId, taxCode }) => {
      const line = privateLine(event.lines, lineId);
      const { role, flow } = purposeTarget(line.purpose);
      const { stockYen, varianceYen } = shares.get(lineId)!;
      return [
        signed(role, stockYen, {
          taxCode,
          sourceLineId: lineId,
          flow: flow === "purchased" ? "price_settled" : flow,
        }),
        signed("priceVariance", varianceYen, { taxCode, sourceLineId: lineId }),
      ];
    }),
    ...split.taxes.map((tax) => signed("taxPaid", tax.taxYen, taxDetails(tax))),
    credit("payable", split.totalYen, { partnerId: event.partnerId }),
  ]);
}
