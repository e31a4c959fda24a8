export * from "./contract.ts";
export * from "./stock-move.ts";
export * from "./valuation.ts";
