export * from "./changes.ts";
export * from "./compare-load.ts";
export * from "./compare-what-if.ts";
export * from "./contract.ts";
export { type RoutedOperation, workOf } from "./planned-work.ts";
