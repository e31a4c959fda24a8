export * from "./backflush.ts";
export * from "./completion-cost.ts";
export * from "./contract.ts";
export * from "./explode.ts";
export * from "./order-cost.ts";
export * from "./progress.ts";
export * from "./report.ts";
export * from "./work-order.ts";
