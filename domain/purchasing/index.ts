export * from "./contract.ts";
export * from "./purchase-request.ts";
