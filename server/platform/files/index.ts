export { exportTable } from "./export-frame.ts";
export type { ImportTarget, PlannedAction, RowDecision, RowProblem } from "./import-frame.ts";
export { closeFileWorkers } from "./read-table-file.ts";
