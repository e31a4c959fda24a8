export { type Arrival, askWithArrivals } from "./arrivals.ts";
export * from "./ask-promise.ts";
export * from "./contract.ts";
export type * from "./promise-facts.ts";
export { openPromises, type PromiseState, reachOf, setCenterWork, setItemDays } from "./promise-state.ts";
export { claimsOf, type PromiseClaim, takeUses } from "./take-uses.ts";
