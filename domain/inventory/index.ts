export * from "./contract.ts";
export * from "./lot-card.ts";
export * from "./opening-stock-table.ts";
export * from "./place-table.ts";
export * from "./stock-move.ts";
export * from "./stocktake.ts";
export * from "./stocktake-contract.ts";
export * from "./valuation.ts";
