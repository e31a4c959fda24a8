import { type AreaServer, type HttpStatus, withFiles } from "../platform/index.ts";
import type { AskAgainRefusal } from "./ask-again.service.ts";
import { chainRoutes } from "./chain.routes.ts";
import type { ChainChangeRefusal } from "./chain-change.service.ts";
import { chainPromiseRoutes } from "./chain-promise.routes.ts";
import type { ChainHoldRefusal, ChainOverRefusal } from "./chain-promise.service.ts";
import type { DispatchOrderRefusal } from "./dispatch.service.ts";
import { farEndRoutes } from "./far-end.routes.ts";
import type { ReportRefusal } from "./far-end-report.service.ts";
import { listFiles } from "./list-files.ts";
import { orderRoutes } from "./order.routes.ts";
import { ruleRoutes } from "./rule.routes.ts";
import { windowOrderImportRoutes } from "./window-order-import.ts";

const refusalStatus = {
  LINE_ALREADY_DISPATCHED: 409,
  NOTHING_TO_DISPATCH: 409,
  STOCK_NOT_FREE: 409,
  CHAIN_CHANGE_PENDING: 409,
  CHANGE_NOT_AGREED: 409,
  CHANGE_CLOSED: 409,
  CHANGE_EXPIRED: 409,
  CHANGE_OVERTAKEN: 409,
  LINE_FROM_STOCK: 409,
  STEP_NOT_STUCK: 409,
  STEP_HAS_SUPPLIER: 409,
  REPORT_WAITS: 409,
  REPORT_CLOSED: 409,
  REPORT_NOT_PERMITTED: 403,
  CHAIN_STEP_FULL: 409,
  CHAIN_PROMISE_TAKEN: 409,
  CHAIN_PROMISE_EXPIRED: 409,
  CHAIN_PROMISE_RELEASED: 409,
  CHAIN_PROMISE_CONFIRMED: 409,
  CHAIN_PROMISE_OVERTAKEN: 409,
  CHAIN_STEP_GIVEN_BACK: 409,
} satisfies Partial<
  Record<
    | ChainChangeRefusal
    | DispatchOrderRefusal
    | AskAgainRefusal
    | ReportRefusal
    | ChainHoldRefusal
    | ChainOverRefusal
    | "REPORT_CLOSED",
    HttpStatus
  >
>;

export const area: AreaServer = {
  id: "network",
  title: { ja: "連携", en: "Network" },
  routes: withFiles(
    [...orderRoutes, ...farEndRoutes, ...windowOrderImportRoutes, ...chainRoutes, ...chainPromiseRoutes, ...ruleRoutes],
    listFiles,
  ),
  refusalStatus,
};

export { readChain } from "./chain.service.ts";
export {
  answerChange,
  finishChange,
  proposeChainChange,
} from "./chain-change.service.ts";
export { dispatchOrder, previewDispatch } from "./dispatch.service.ts";
export { recordFarEnd } from "./far-end.service.ts";
export { followMember } from "./follow-chain.service.ts";

export { enterWindowOrder } from "./window-order.service.ts";
