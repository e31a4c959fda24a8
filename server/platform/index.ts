export {
  type Acting,
  afterCommit,
  announce,
  audit,
  type Databases,
  enterCounterparties,
  gramJoin,
  gramsOf,
  inJob,
  inTransaction,
  NotMember,
  newId,
  nextNumber,
  nextNumberOfEach,
  nextNumbers,
  openDatabases,
  settleAll,
  type Tx,
  withCommit,
} from "./db/index.ts";
export {
  closeDraft,
  createDraft,
  type DraftKind,
  discardDraft,
  listDrafts,
  loadDraft,
  moveDraft,
  openDraft,
  saveDraft,
} from "./drafts/index.ts";
export { decideRows } from "./files/decide-rows.ts";
export { exportQueryShape, fileShape } from "./files/file-shapes.ts";
export { answerTable, type ImportRoutes, importRoutes } from "./files/import-routes.ts";
export {
  closeFileWorkers,
  type ImportTarget,
  type PlannedAction,
  type RowDecision,
  type RowProblem,
} from "./files/index.ts";
export { type ListFiles, withFiles } from "./files/list-file.ts";
export { type Happening, reactTo, tell } from "./happenings.ts";
export { OUTBOX_BATCH, readMark, readOutboxSince } from "./http/events.store.ts";
export * from "./http/index.ts";
export { type Deadline, runDeadlines, runJobsOnce, startJobs } from "./jobs/index.ts";
export { listPage, type Page } from "./list-page.ts";
export { createLogin, type Login } from "./login/index.ts";
export { workerPool } from "./worker-pool.ts";
