export * from "./contract.ts";
export * from "./table-bank-account.ts";
export * from "./table-partner.ts";
