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
