export { PlanLimit, reducedRatio } from "./exact-ratio.ts";
export { largestLot } from "./lot-sizing.ts";
export * from "./peg-questions.ts";
export * from "./plan-data.ts";
export { planRequirements } from "./plan-requirements.ts";
export { changePlan, openPlan, wholePlan } from "./plan-state.ts";
