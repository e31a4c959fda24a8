// As plan.worker.dev.mjs: a worker does not inherit the loader that reads TypeScript.
const { register } = await import(import.meta.resolve("tsx/esm/api"));
register();
const { default: compareInWorker } = await import("./what-if.worker.ts");
export default compareInWorker;
