export * from "./judgement.ts";
export * from "./line-state.ts";
export * from "./order-line.ts";
