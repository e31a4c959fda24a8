import { type AreaServer, withFiles } from "../platform/index.ts";
import { capacityLotsRoutes } from "./capacity-lots.routes.ts";
import { exceptionRoutes } from "./exception.routes.ts";
import { expectedFinishRoutes } from "./expected-finish.routes.ts";
import { forecastRoutes } from "./forecast.routes.ts";
import { forecastImportRoutes } from "./forecast-import.ts";
import { learnedRoutes } from "./learned.routes.ts";
import { listFiles } from "./list-files.ts";
import { loadRoutes } from "./load.routes.ts";
import { planRunRoutes } from "./plan-run.routes.ts";
import { plannedOrderRoutes } from "./planned-order.routes.ts";
import { followPlans } from "./planner.ts";
import { productionEventRoutes } from "./production-event.routes.ts";
import { productionEventImportRoutes } from "./production-event-import.ts";
import { promiseRoutes } from "./promise.routes.ts";
import { scheduleRoutes } from "./schedule.routes.ts";
import { whatIfRoutes } from "./what-if.routes.ts";

export { planOutOfRequest } from "./begin-plan.service.ts";
export { examinePlans } from "./check-plan.ts";
export { planNow, USUAL_HORIZON_DAYS } from "./plan-run.service.ts";
export { closePlanWorkers, connectPlanner, plansAreDone } from "./planner.ts";
export { confirmPromises, releasePromises } from "./promise.store.ts";
export { openChainQuestions, type StepDate } from "./promise-other.service.ts";
export { statesOf as promiseStatesOf } from "./promise-other.store.ts";
export { runPlan } from "./run-plan.ts";

/** So soon after a change plans are current; a look that finds nothing is one short question for all companies. */
const FOLLOW_EVERY_MS = 500;

export const area: AreaServer = {
  id: "planning",
  title: { ja: "生産計画", en: "Planning" },
  routes: withFiles(
    [
      ...planRunRoutes,
      ...plannedOrderRoutes,
      ...exceptionRoutes,
      ...promiseRoutes,
      ...loadRoutes,
      ...scheduleRoutes,
      ...productionEventImportRoutes,
      ...productionEventRoutes,
      ...learnedRoutes,
      ...expectedFinishRoutes,
      ...whatIfRoutes,
      ...capacityLotsRoutes,
      ...forecastImportRoutes,
      ...forecastRoutes,
    ],
    listFiles,
  ),
  rounds: [{ name: "planner", everyMs: FOLLOW_EVERY_MS, go: followPlans }],
  refusalStatus: {
    PLAN_RUNNING: 409,
    PLAN_RENEWED: 409,
    PLANNED_ORDER_CONVERTED: 409,
    PLANNED_ORDER_UNKNOWN: 404,
    EXCEPTION_GONE: 409,
    EXCEPTION_CHANGED: 409,
    EXCEPTION_APPLIED: 409,
    NO_PLAN: 404,
    PROMISE_TAKEN: 409,
    PROMISE_EXPIRED: 409,
    PROMISE_RELEASED: 409,
    PROMISE_CONFIRMED: 409,
    PROMISE_OVER: 409,
    SCHEDULE_RUNNING: 409,
    NO_SCHEDULE: 404,
    NOTHING_TO_UNDO: 409,
    NOT_PINNED: 409,
    LEARNED_TOO_FEW: 409,
    ROUTING_WITHOUT_OPERATION: 409,
    LOG_TAKEN_BACK: 409,
    WHAT_IF_NOT_YOURS: 403,
    LOTS_PLAN_MOVED: 409,
    LOTS_AS_PLANNED: 409,
    LOTS_WEEKS_SHORT: 409,
    NO_LOTS_FOUND: 409,
  },
};
