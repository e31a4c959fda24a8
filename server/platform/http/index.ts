export { asAnswer } from "./answer.ts";
export type { AreaServer } from "./area-server.ts";
export { type AppOptions, buildApp } from "./build-app.ts";
export { type KeyKind, readCursor, readSort, type Sort, toPage, writeCursor } from "./cursor.ts";

export { DEFAULT_LIMITS } from "./limits.ts";

export type { HttpStatus } from "./refusal-status.ts";
export {
  definePublicRoute,
  defineRoute,
  type Route,
} from "./route.ts";
export { requireSaved, requireVersion } from "./version.ts";
