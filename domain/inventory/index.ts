export * from "./stock-move.ts";
export * from "./valuation.ts";
