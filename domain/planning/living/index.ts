export { columnsOf } from "./columns-of.ts";
export * from "./firm-orders.ts";
export * from "./living-plan.ts";
export * from "./match-orders.ts";
export * from "./plan-memory.ts";
