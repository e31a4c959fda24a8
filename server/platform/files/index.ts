export {
  type CsvEncoding,
  type ExportedFile,
  type ExportOptions,
  exportTable,
  exportTemplate,
  type FileFormat,
} from "./export-frame.ts";
export {
  applyImport,
  type ImportContext,
  type ImportOptions,
  type ImportPreview,
  type ImportResult,
  type ImportSource,
  type ImportTarget,
  type PlannedAction,
  previewImport,
  type RowDecision,
  type RowProblem,
} from "./import-frame.ts";
export { FILE_LIMITS, type FileLimits } from "./limits.ts";
export { closeFileWorkers, type ReadTableFileOptions, readTableFile, type TableFile } from "./read-table-file.ts";
