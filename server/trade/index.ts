import { type AreaServer, withFiles } from "../platform/index.ts";
import { tradeDeadlines } from "./deadlines.ts";
import { figureRoutes } from "./figures.routes.ts";
import { listFiles } from "./list-files.ts";
import { partnerPageRoutes } from "./partner-page.routes.ts";
import { refusalStatus } from "./refusal-status.ts";
import { tradeRoutes } from "./trade.routes.ts";

export const area: AreaServer = {
  id: "trade",
  title: { ja: "取引（受発注）", en: "Trades" },
  routes: withFiles([...figureRoutes, ...tradeRoutes, ...partnerPageRoutes], listFiles),
  deadlines: tradeDeadlines,
  refusalStatus,
};
export { acceptDue } from "./accept-due.service.ts";
export { askForDelivery, checkAskForDelivery } from "./ask-delivery.service.ts";
export {
  answerChange,
  checkProposedChange,
  proposeChange,
} from "./change.service.ts";
export { findOpenChanges } from "./change.store.ts";
export { loadArrivedLots } from "./delivery.store.ts";
export { deliveryRoutes } from "./delivery-routes.ts";
export { draftRoutes } from "./draft-routes.ts";
export { expireQuotes } from "./expire.service.ts";
export { type InvoiceProposal, type IssuedInvoice, issueInvoices, proposeInvoices } from "./issue-invoice.service.ts";
export { type JudgeRefusal, judge } from "./judge.service.ts";
export { followLinesMoved } from "./lines-moved.ts";
export { type LineMove, moveLines } from "./move-lines.service.ts";
export { orderImport } from "./order-import.ts";
export type { PlaceRefusal, PlaceTradeInput } from "./order-input.ts";
export {
  type Allocation,
  applyReceipt,
  type RecordReceiptInput,
  receivePayment,
  recordReceipt,
  reversePayment,
  sendPayment,
} from "./payment.service.ts";
export { placeTrade, prepareOrder } from "./place-trade.service.ts";
export {
  isAcceptedAtReceipt,
  type ReceiveRefusal,
  receive,
  receiveFromOutside,
} from "./receive.service.ts";
export { returnGoods } from "./return.service.ts";
export { type ShipRefusal, ship } from "./ship.service.ts";
export { sideRoutes } from "./side-routes.ts";
export { insertTrades, loadTradeLines, loadTrades } from "./trade.store.ts";
