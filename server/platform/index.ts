export {
  type Acting,
  afterCommit,
  type Databases,
  inJob,
  inTransaction,
  NotMember,
  newId,
  openDatabases,
  settleAll,
  type Tx,
} from "./db/index.ts";
export { type Happening, reactTo, tell } from "./happenings.ts";
export * from "./http/index.ts";
export { createLogin, type Login } from "./login/index.ts";
