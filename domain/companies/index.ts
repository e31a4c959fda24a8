export * from "./contract.ts";
export * from "./member-table.ts";
export * from "./notification.ts";
export * from "./permissions.ts";
export * from "./registration-number.ts";
export * from "./target.ts";
