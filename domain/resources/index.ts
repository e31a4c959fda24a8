export * from "./bank-days.ts";
export * from "./capacity.ts";
export * from "./contract.ts";
export { PUBLIC_HOLIDAYS_KNOWN_UNTIL } from "./public-holiday-list.ts";
export * from "./public-holidays.ts";
export * from "./working-calendar.ts";
