export { loadSample } from "./load-sample.ts";
export { buildProcessingSample } from "./processing/processing-sample.ts";
export { readAdventureWorks } from "./read-adventureworks.ts";
export * from "./records.ts";
export { buildRegionSample } from "./region/region-sample.ts";
