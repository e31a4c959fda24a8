export { construct } from "./construct.ts";
export { improve } from "./improve.ts";
export { jobShop } from "./job-shop/job-shop.ts";
export { lowerBound, solveJobShop } from "./job-shop/solve-job-shop.ts";
export { Timetable } from "./timetable.ts";
