import { type AreaServer, withFiles } from "../platform/index.ts";
import { figureRoutes } from "./figures.routes.ts";
import { floorRoutes } from "./floor.routes.ts";
import { listFiles } from "./list-files.ts";
import { workOrderRoutes } from "./work-order.routes.ts";

export { movePromisedWork } from "./assign-work-center.store.ts";
export { cancelWorkOrder, closeWorkOrder } from "./close-work-order.service.ts";
export { completeWorkOrder } from "./complete-work-order.service.ts";
export { checkWorkOrders, createWorkOrders, editWorkOrder, type WorkOrderInput } from "./create-work-orders.service.ts";
export { issueMaterial } from "./issue-material.service.ts";
export { followTrades } from "./on-trade.ts";
export { takeAllFromChain } from "./outside-processing.service.ts";
export { checkProcessing, type ProcessingRefusal, prepareProcessing } from "./processing-chain.service.ts";
export {
  checkChainChange,
  type FollowRefusal,
  followChainChange,
  followStepAgain,
} from "./processing-change.service.ts";
export { releaseWorkOrder } from "./release-work-order.service.ts";
export { reportThrough, reportWork } from "./report-work.service.ts";
export { findWorkOrder } from "./work-order.store.ts";
export { doElsewhere } from "./work-order-parts.store.ts";

export const area: AreaServer = {
  id: "production",
  title: { ja: "生産", en: "Production" },
  routes: withFiles([...figureRoutes, ...workOrderRoutes, ...floorRoutes], listFiles),
  refusalStatus: {
    WORK_ORDER_STATE: 409,
    OPERATION_STATE: 409,
    OPERATION_DONE: 409,
    OPERATION_WITHOUT_WORK_CENTER: 409,
    WORK_CENTER_NOT_ALTERNATIVE: 409,
    QUANTITY_ABOVE_PLAN: 409,
    QUANTITY_ABOVE_PREVIOUS: 409,
    QUANTITY_ABOVE_READY: 409,
    MATERIAL_SHORT: 409,
    QUANTITY_ORDERED: 409,
    OUTSIDE_ORDER_ENDED: 409,
    WORK_REPORTED_ABOVE: 409,
    WORK_ORDER_CLOSED: 409,
    MATERIAL_AT_MEMBER: 409,
    FLOOR_SIGN_IN_NEEDED: 401,
  },
};
