export { PlanLimit, reducedRatio } from "./exact-ratio.ts";
export { AT, ROW } from "./item-table.ts";
export { largestLot } from "./lot-sizing.ts";
export * from "./peg-questions.ts";
export * from "./plan-data.ts";
export { planRequirements } from "./plan-requirements.ts";
export { changePlan, type ItemChange, type ItemParameters, openPlan, type PlanState, wholePlan } from "./plan-state.ts";
