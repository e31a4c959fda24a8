export { newId } from "./ids.ts";
export { insertAll, insertTogether, sendKept, toJson, withCommit } from "./insert.ts";
export { type Filter, type ListQuery, type ListSql, listPage, type Page, searchFilter, when } from "./list.ts";
export { type Databases, openDatabases } from "./pool.ts";
export { camel, columnsOf, execute, fetchAll, q, query } from "./query.ts";
export { announce, audit, enterCounterparties, nextNumber, nextNumberOfEach, nextNumbers } from "./records.ts";
export { gramJoin, gramsOf } from "./search.ts";
export {
  type Acting,
  afterCommit,
  inJob,
  inTransaction,
  NotMember,
  settleAll,
  type Tx,
  withoutCompany,
} from "./transaction.ts";
