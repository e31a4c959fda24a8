export { compileFactory } from "./compile.ts";
export { construct } from "./construct.ts";
export { improve } from "./improve.ts";
export { jobShop } from "./job-shop/job-shop.ts";
export { lowerBound, solveJobShop } from "./job-shop/solve-job-shop.ts";
export { moveOperation, openSchedule } from "./move-operation.ts";
export { scheduleFromRecords } from "./schedule-from-records.ts";
export * from "./schedule-records.ts";
export { Timetable } from "./timetable.ts";
