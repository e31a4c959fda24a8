export * from "./contract.ts";
export * from "./dates.ts";
export * from "./exact.ts";
export * from "./outcome.ts";
export * from "./tax.ts";
