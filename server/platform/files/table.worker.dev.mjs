// Node 20 reads no TypeScript, and a worker does not inherit the loader of its parent: from the sources, it is started here.
import { register } from "tsx/esm/api";

register();
const { default: readTableInWorker } = await import("./table.worker.ts");
export default readTableInWorker;
