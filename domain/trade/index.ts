export * from "./judgement.ts";
export * from "./line-state.ts";
