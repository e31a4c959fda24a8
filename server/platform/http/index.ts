export { asAnswer } from "./answer.ts";
export type { AreaServer, Messages } from "./area-server.ts";
export { type AppOptions, buildApp } from "./build-app.ts";
export { type KeyKind, readCursor, readSort, type Sort, toPage, writeCursor } from "./cursor.ts";
export { notifyAfterCommit } from "./events.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { type Problem, problemShape } from "./problem.ts";
export { type HttpStatus, PLATFORM_REFUSALS, type PlatformRefusal } from "./refusal-status.ts";
export {
  type CompanyContext,
  definePublicRoute,
  defineRoute,
  defineSignedInRoute,
  FileAnswer,
  type Locale,
  type Person,
  type Route,
  type UploadedFile,
} from "./route.ts";
export { requireSaved, requireVersion } from "./version.ts";
