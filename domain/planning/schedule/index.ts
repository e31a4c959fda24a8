export { construct } from "./construct.ts";
export type { Factory } from "./factory.ts";
export { improve } from "./improve.ts";
export { type JobOperation, type JobShop, jobShop } from "./job-shop/job-shop.ts";
export { type JobShopSchedule, lowerBound, solveJobShop } from "./job-shop/solve-job-shop.ts";
export { type Binding, type Sequence, Timetable } from "./timetable.ts";
export { NEVER, WorkingTime } from "./working-time.ts";
