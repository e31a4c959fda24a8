export * from "./advise-on-exception.ts";
export * from "./consume-forecast.ts";
export * from "./contract.ts";
export * from "./earliest-by-lead-times.ts";
export * from "./explain-planned-order.ts";
export * from "./item-timeline.ts";
export * from "./load-by-week.ts";
export * from "./lots/index.ts";
export * from "./plan-columns.ts";

export * from "./plan-records.ts";
export * from "./preview-conversion.ts";
export type { PlanRefusal } from "./record-index.ts";
export * from "./requirements/index.ts";
export * from "./schedule/index.ts";
export * from "./table-forecast.ts";
