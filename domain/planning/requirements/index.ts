export * from "./changed-rows.ts";
export { PlanLimit, reducedRatio } from "./exact-ratio.ts";
export { largestLot } from "./lot-sizing.ts";
export * from "./peg-questions.ts";
export * from "./plan-data.ts";
export { planRequirements } from "./plan-requirements.ts";
export { type ChangedItem, changePlan, type ItemChange, openPlan, type PlanState, wholePlan } from "./plan-state.ts";
