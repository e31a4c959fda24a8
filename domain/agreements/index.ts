export * from "./agreement.ts";
export * from "./check-terms.ts";
export * from "./closing.ts";
export * from "./contract.ts";
export * from "./price.ts";
export * from "./standing-confirmation.ts";
export * from "./subcontract-act.ts";
export * from "./terms.ts";
