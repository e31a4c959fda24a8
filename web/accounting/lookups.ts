import { type Lookup, readApi } from "../platform/index.ts";

/** Finds accounts in use by code, name or kana. The hit's id is the account's code: entries name accounts by it. */
export const findAccounts: Lookup = async (typed, signal) => {
  const query = { limit: 20, isActive: "true", ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/accounts", { params: { query: query as never } }, signal);
  return page.rows.map(({ code, nameJa }) => ({ id: code, code, name: nameJa }));
};
