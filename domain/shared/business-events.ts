import type { PlainDate } from "./dates.ts";
import type { InvoiceTaxDifference } from "./invoice-tax.ts";
import type { Supply } from "./supply-tax.ts";
import type { SellerTaxStatus, TaxCategory } from "./tax.ts";

/*
 * What happened to one company's business, as the areas below accounting tell it. They know no account; accounting turns each
 * into journal lines in the same transaction (domain/accounting/posting). Expense and asset lines carry the account role as text.
 */

type AccountRole = string;
export type StockRole = "finishedGoods" | "merchandise" | "semiFinished" | "rawMaterials" | "supplies";

/** What every event says. One event concerns the books of one company; a shared event is told once per side. */
export interface EventHead {
  /** Day of the event, the same on both sides. */
  readonly eventOn: PlainDate;
  /** Whose books. */
  readonly companyId: string;
  /** The trade a shared event belongs to; it opens the other side's books. */
  readonly tradeId?: string;
  /** What `sourceId` names: delivery, invoice, payment, work_order, stock_move, stocktake … */
  readonly sourceKind: string;
  /** A few words for the journal, in the company's language: numbers and names. */
  readonly description?: string;
  readonly workOrderId?: string;
  /** Record the entry belongs to: delivery, invoice, payment, work report … */
  readonly sourceId: string;
  readonly partnerId?: string;
  /** False for a company that is exempt from the tax itself: what it pays as tax is cost (税込経理). True when absent. */
  readonly deductsInputTax?: boolean;
}

/** Whether the act on subcontract payments (取適法) protects the seller of this trade. Only `applies` makes a rule refuse. */
export type SubcontractAct = "applies" | "does_not_apply" | "unknown";

/** Goods at their cost, named by the inventory account that holds them. */
export interface CostedLine {
  readonly lineId: string;
  readonly stockRole: StockRole;
  /** Value in whole yen, >= 0, from the value ledger. */
  readonly costYen: bigint;
}

export type SupplyKind = "product" | "merchandise" | "processing";

/** The seller's private facts of a supplied line. */
export interface SoldLine {
  readonly lineId: string;
  readonly supplyKind: SupplyKind;
  /** What the goods cost, whole yen >= 0; 0 when nothing was valued. */
  readonly costYen: bigint;
  /** Where the cost stands: shipped goods, work in process (processing of goods never owned), or stock when both book at shipment. */
  readonly costFrom: StockRole | "goodsShipped" | "workInProcess";
}

/** What a bought line is for. `outside_processing` goes into work in process, `expense` and `asset` name their account. */
export type Purpose =
  | { readonly kind: "material" }
  | { readonly kind: "merchandise" }
  | { readonly kind: "semi_finished" }
  /** An item that is also made here: its stock stands on one account, however it came in. */
  | { readonly kind: "finished_goods" }
  | { readonly kind: "supplies" }
  | { readonly kind: "outside_processing" }
  | { readonly kind: "expense"; readonly role: AccountRole }
  | { readonly kind: "asset"; readonly role: AccountRole };

export interface BoughtLine {
  readonly lineId: string;
  readonly purpose: Purpose;
}

export interface GoodsShipped extends EventHead {
  readonly kind: "goods_shipped";
  readonly lines: readonly CostedLine[];
}
/** Refused by the buyer before title passed: the shipment is taken back at the cost it left with. */
export interface GoodsRejected extends EventHead {
  readonly kind: "goods_rejected";
  readonly lines: readonly CostedLine[];
}
export interface GoodsAcceptedSold extends EventHead {
  readonly kind: "goods_accepted_sold";
  /** `special` 特採: taken at a cut price; the amounts are the cut ones. */
  readonly acceptance: "normal" | "special";
  readonly supply: Supply;
  readonly lines: readonly SoldLine[];
}
export interface GoodsAcceptedBought extends EventHead {
  readonly kind: "goods_accepted_bought";
  readonly acceptance: "normal" | "special";
  readonly supply: Supply;
  readonly lines: readonly BoughtLine[];
}
/** Back to the seller after acceptance. Amounts of `supply` are positive: what is taken back. */
export interface GoodsReturnedSold extends EventHead {
  readonly kind: "goods_returned_sold";
  readonly supply: Supply;
  /** `costFrom` is where the cost goes back to. */
  readonly lines: readonly SoldLine[];
}
export interface GoodsReturnedBought extends EventHead {
  readonly kind: "goods_returned_bought";
  readonly supply: Supply;
  /** `stockValueYen`: value that stock, or the order in work, gives up (moving average); absent: the price bought. */
  readonly lines: readonly (BoughtLine & { readonly stockValueYen?: bigint })[];
}
/** A price agreed after the supply. Amounts of `supply` are new − old, per line. */
export interface PriceSettledSold extends EventHead {
  readonly kind: "price_settled_sold";
  readonly supply: Supply;
  readonly settles: "provisional_price" | "ordered_price";
  readonly subcontractAct: SubcontractAct;
  readonly lines: readonly { readonly lineId: string; readonly supplyKind: SupplyKind }[];
}
export interface PriceSettledBought extends EventHead {
  readonly kind: "price_settled_bought";
  readonly supply: Supply;
  readonly settles: "provisional_price" | "ordered_price";
  readonly subcontractAct: SubcontractAct;
  /**
   * Of the quantity supplied, how much is still in stock or in work: scaled integers of one unit, 0 <= remaining <= supplied.
   * `stockValueYen` is what that stock is worth now; a cut takes no more than it.
   */
  readonly lines: readonly (BoughtLine & {
    readonly suppliedQuantity: bigint;
    readonly remainingQuantity: bigint;
    readonly stockValueYen: bigint;
  })[];
}
/** Free-issued material consumed by the subcontractor, at the acceptance of its work. */
export interface FreeIssueConsumed extends EventHead {
  readonly kind: "free_issue_consumed";
  readonly lines: readonly CostedLine[];
}
/** Free-issued material lost or spoiled at the subcontractor; `claimYen` is what it must replace (damages, outside the tax). */
export interface MaterialLost extends EventHead {
  readonly kind: "material_lost";
  readonly lines: readonly CostedLine[];
  readonly claimYen: bigint;
}
/** The subcontractor's side of such a claim. */
export interface MaterialLossOwed extends EventHead {
  readonly kind: "material_loss_owed";
  readonly claimYen: bigint;
}

export interface InvoiceIssuedSold extends EventHead {
  readonly kind: "invoice_issued_sold";
  readonly sellerTaxStatus: SellerTaxStatus;
  readonly differences: readonly InvoiceTaxDifference[];
}
export interface InvoiceIssuedBought extends EventHead {
  readonly kind: "invoice_issued_bought";
  readonly sellerTaxStatus: SellerTaxStatus;
  readonly differences: readonly InvoiceTaxDifference[];
}

export interface PaymentSent extends EventHead {
  readonly kind: "payment_sent";
  /** Amount of the payable that is settled. */
  readonly payableYen: bigint;
  /** Bank's fee with tax, borne by the payer; 0 when there is none. */
  readonly feeYen: bigint;
  /** Fee with tax that the payer takes off the amount; refused under the act, even if agreed. */
  readonly feeTakenOffYen: bigint;
  readonly subcontractAct: SubcontractAct;
  readonly fundRole: FundRole;
}
export type FundRole = "cash" | "checkingDeposit" | "bank";
export interface PaymentReceived extends EventHead {
  readonly kind: "payment_received";
  /** What came in: `receivableYen` − `feeTakenOffYen` + `unappliedYen`. */
  readonly bankYen: bigint;
  /** Receivables that are settled by it. */
  readonly receivableYen: bigint;
  /** Fee with tax the payer took off: an allowance on the sale with its tax. */
  readonly feeTakenOffYen: bigint;
  /** Received without a known invoice. */
  readonly unappliedYen: bigint;
  /** Tax of the sale the fee is taken off from. */
  readonly taxCategory: TaxCategory;
  readonly sellerTaxStatus: SellerTaxStatus;
  readonly subcontractAct: SubcontractAct;
  readonly fundRole: FundRole;
}
/** A simple move between two accounts of one company, named by what happened. */
export interface AmountEvent extends EventHead {
  readonly kind:
    | "unapplied_receipt_matched"
    | "advance_received"
    | "advance_received_applied"
    | "advance_paid"
    | "advance_paid_applied"
    | "electronic_claim_recorded"
    | "electronic_obligation_recorded"
    | "electronic_claim_matured"
    | "electronic_obligation_matured"
    | "balances_offset";
  readonly amountYen: bigint;
  /** Where money goes to or comes from; the ordinary deposit when absent. */
  readonly fundRole?: FundRole;
}

export interface MaterialIssued extends EventHead {
  readonly kind: "material_issued";
  readonly lines: readonly CostedLine[];
}
/** Issued material brought back from the order. */
export interface MaterialIssueReturned extends EventHead {
  readonly kind: "material_issue_returned";
  readonly lines: readonly CostedLine[];
}
export interface WorkApplied extends EventHead {
  readonly kind: "work_applied";
  readonly labourYen: bigint;
  readonly machineYen: bigint;
}
export interface WorkOrderCompleted extends EventHead {
  readonly kind: "work_order_completed";
  readonly outputs: readonly CostedLine[];
  /** Worth of normal scrap put into stock; it lessens the order's cost. */
  readonly scrapValues: readonly CostedLine[];
}
export interface ScrapBeyondNormal extends EventHead {
  readonly kind: "scrap_beyond_normal";
  readonly lossYen: bigint;
}
export interface CountDifference extends EventHead {
  readonly kind: "count_difference";
  /** `differenceYen` minus: short, plus: over. */
  readonly lines: readonly { readonly lineId: string; readonly stockRole: StockRole; readonly differenceYen: bigint }[];
}
export interface Opening extends EventHead {
  readonly kind: "opening";
  /** Debit plus, credit minus; what does not balance stands on the opening balance account until all is taken over. */
  readonly lines: readonly { readonly role: AccountRole; readonly amountYen: bigint; readonly partnerId?: string }[];
}
/** Events of a trade that change no company's books. They are named so that "posts nothing" is a rule, not an omission. */
export interface SilentEvent extends EventHead {
  readonly kind: "order_confirmed" | "goods_received" | "free_issue_sent" | "goods_rejected_bought";
}

export type BusinessEvent =
  | GoodsShipped
  | GoodsRejected
  | GoodsAcceptedSold
  | GoodsAcceptedBought
  | GoodsReturnedSold
  | GoodsReturnedBought
  | PriceSettledSold
  | PriceSettledBought
  | FreeIssueConsumed
  | MaterialLost
  | MaterialLossOwed
  | InvoiceIssuedSold
  | InvoiceIssuedBought
  | PaymentSent
  | PaymentReceived
  | AmountEvent
  | MaterialIssued
  | MaterialIssueReturned
  | WorkApplied
  | WorkOrderCompleted
  | ScrapBeyondNormal
  | CountDifference
  | Opening
  | SilentEvent;
