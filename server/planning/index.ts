export { type PlanWish, planNow, planOutOfRequest, startPlanRun, USUAL_HORIZON_DAYS } from "./plan-run.service.ts";
export { closePlanWorkers, plansAreDone, usePlanner } from "./planner.ts";
export { runPlan } from "./run-plan.ts";
