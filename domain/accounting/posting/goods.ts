import {
  assert,
  type GoodsAcceptedBought,
  type GoodsAcceptedSold,
  type GoodsRejected,
  type GoodsShipped,
  type Purpose,
  privateLine,
  type SupplyKind,
  splitPurchase,
  splitSale,
  type TaxLine,
} from "../../shared/index.ts";
import { type AccountRole, isAccountRole } from "../account.ts";
import type { CostFlow, JournalLineDraft } from "../journal.ts";
import { credit, debit } from "./lines.ts";

const SALES_ROLE: Readonly<Record<SupplyKind, AccountRole>> = {
  product: "salesProducts",
  merchandise: "salesMerchandise",
  processing: "salesProcessing",
};
const COST_ROLE: Readonly<Record<SupplyKind, AccountRole>> = {
  product: "costOfProducts",
  merchandise: "costOfMerchandise",
  processing: "costOfProcessing",
};

export function salesRoleOf(kind: SupplyKind): AccountRole {
  return SALES_ROLE[kind];
}
export function costRoleOf(kind: SupplyKind): AccountRole {
  return COST_ROLE[kind];
}

/** The account a bought line goes to, and why it moves. */
export function purposeTarget(purpose: Purpose): { readonly role: AccountRole; readonly flow?: CostFlow } {
  switch (purpose.kind) {
    case "material":
      return { role: "rawMaterials", flow: "purchased" };
    case "merchandise":
      return { role: "merchandise", flow: "purchased" };
    case "finished_goods":
      return { role: "finishedGoods", flow: "purchased" };
    case "semi_finished":
      return { role: "semiFinished", flow: "purchased" };
    case "supplies":
      return { role: "supplies", flow: "purchased" };
    case "outside_processing":
      return { role: "workInProcess", flow: "outside_processing" };
    case "expense":
    case "asset":
      assert(isAccountRole(purpose.role), `${purpose.role} is an account role`);
      return { role: purpose.role };
  }
}

export function taxDetails(tax: TaxLine): { taxCode: TaxLine["taxCode"]; deductiblePercent?: number } {
  return {
    taxCode: tax.taxCode,
    ...(tax.deductiblePercent !== undefined && { deductiblePercent: tax.deductiblePercent }),
  };
}

/** Shipped: still the seller's, no longer in its stock. */
export function postGoodsShipped({ lines, partnerId }: GoodsShipped): JournalLineDraft[] {
  return lines.flatMap(({ lineId, stockRole, costYen }) => [
    debit("goodsShipped", costYen, { partnerId, sourceLineId: lineId, flow: "shipped" }),
    credit(stockRole, costYen, { sourceLineId: lineId, flow: "shipped" }),
  ]);
}

/** Rejected before title passed: the reverse of shipped, for what comes back. */
export function postGoodsRejected({ lines, partnerId }: GoodsRejected): JournalLineDraft[] {
  return lines.flatMap(({ lineId, stockRole, costYen }) => [
    debit(stockRole, costYen, { sourceLineId: lineId, flow: "shipped" }),
    credit("goodsShipped", costYen, { partnerId, sourceLineId: lineId, flow: "shipped" }),
  ]);
}

/** Title passes, the seller's side: receivable against sales and tax, and the cost of what was sold. */
export function postGoodsAcceptedSold({ supply, lines, partnerId }: GoodsAcceptedSold): JournalLineDraft[] {
  const split = splitSale(supply);
  return [
    debit("receivable", split.totalYen, { partnerId }),
    ...split.lines.map(({ lineId, taxCode, amountYen }) =>
      credit(salesRoleOf(privateLine(lines, lineId).supplyKind), amountYen, { taxCode, sourceLineId: lineId }),
    ),
    ...split.taxes.map((tax) => credit("taxReceived", tax.taxYen, taxDetails(tax))),
    ...lines.flatMap(({ lineId, supplyKind, costYen, costFrom }) => [
      debit(costRoleOf(supplyKind), costYen, { sourceLineId: lineId }),
      credit(costFrom, costYen, { sourceLineId: lineId, flow: "sold" }),
    ]),
  ];
}

/** Title passes, the buyer's side: what each line is for, input tax, payable. */
export function postGoodsAcceptedBought(event: GoodsAcceptedBought): JournalLineDraft[] {
  const { supply, lines, partnerId } = event;
  const split = splitPurchase(supply, event.deductsInputTax);
  return [
    ...split.lines.map(({ lineId, taxCode, amountYen }) => {
      const { role, flow } = purposeTarget(privateLine(lines, lineId).purpose);
      return debit(role, amountYen, { taxCode, sourceLineId: lineId, flow });
    }),
    ...split.taxes.map((tax) => debit("taxPaid", tax.taxYen, taxDetails(tax))),
    credit("payable", split.totalYen, { partnerId }),
  ];
}
