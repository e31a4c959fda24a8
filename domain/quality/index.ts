export * from "./contract.ts";
export * from "./inspection-plan.ts";
export * from "./judgement.ts";
export * from "./lot-tree.ts";
