export { type InvoiceProposal, type IssuedInvoice, issueInvoices, proposeInvoices } from "./issue-invoice.service.ts";
export { type JudgeInput, type JudgeRefusal, judge } from "./judge.service.ts";
export {
  type Allocation,
  applyReceipt,
  type PaymentRefusal,
  type ReceivePaymentInput,
  type RecordReceiptInput,
  receivePayment,
  recordReceipt,
  type SendPaymentInput,
  sendPayment,
} from "./payment.service.ts";
export { type PlacedTrade, type PlaceRefusal, type PlaceTradeInput, placeTrade } from "./place-trade.service.ts";
export {
  type ReceiveInput,
  type ReceiveOutsideInput,
  type ReceiveRefusal,
  receive,
  receiveFromOutside,
} from "./receive.service.ts";
export { type ShipInput, type Shipped, type ShipRefusal, ship } from "./ship.service.ts";
