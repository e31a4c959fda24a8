export { type Arrival, askWithArrivals } from "./arrivals.ts";
export * from "./ask-promise.ts";
export * from "./contract.ts";
export { type LineToPromise, misfitOf } from "./fit-line.ts";
export type * from "./promise-facts.ts";
export { openPromises, type PromiseState, reachOf, setCenterWork, setItemDays } from "./promise-state.ts";
export { claimsOf, lackingItem, type PromiseClaim, takeUses } from "./take-uses.ts";
