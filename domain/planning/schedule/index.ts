export * from "./adoption.ts";
export { compileFactory } from "./compile.ts";
export { construct } from "./construct.ts";
export * from "./contract.ts";
export { improve } from "./improve.ts";
export { jobShop } from "./job-shop/job-shop.ts";
export { lowerBound, solveJobShop } from "./job-shop/solve-job-shop.ts";
export {
  type MaterialDay,
  type MaterialProposal,
  type MaterialSupply,
  materialDays,
  type ProposalNeed,
} from "./material-days.ts";
export type { ScheduleMethod } from "./methods.ts";
export { type MoveAnswer, type MoveRefusal, moveOperation, type OpenSchedule, openSchedule } from "./move-operation.ts";
export { operationRow, orderRow, scheduleFromRecords } from "./schedule-from-records.ts";
export * from "./schedule-records.ts";
export { Timetable } from "./timetable.ts";
export { workingSpans } from "./working-spans.ts";
