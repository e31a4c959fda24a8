// As plan.worker.dev.mjs: a worker does not inherit the loader that reads TypeScript.
const { register } = await import(import.meta.resolve("tsx/esm/api"));
register();
const { default: lotsInWorker } = await import("./capacity-lots.worker.ts");
export default lotsInWorker;
