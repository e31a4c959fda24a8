import { type Lookup, readApi } from "../platform/index.ts";

/** Finds items in use by code, name or kana. */
export const findItems: Lookup = async (typed, signal) => {
  const query = { limit: 20, isActive: "true", ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/items", { params: { query: query as never } }, signal);
  return page.rows.map(({ id, code, name, specification }) => ({ id, code, name, detail: specification }));
};
