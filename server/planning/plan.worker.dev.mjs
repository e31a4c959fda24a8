// Node 20 reads no TypeScript, and a worker does not inherit the loader of its parent: from the sources, it is started here.
// Looked up at run time: only a checkout with its sources comes here, the bundle has a worker of its own.
const { register } = await import(import.meta.resolve("tsx/esm/api"));
register();
const { default: planInWorker } = await import("./plan.worker.ts");
export default planInWorker;
