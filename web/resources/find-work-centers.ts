import { type Lookup, readApi } from "../platform/index.ts";

/** Finds work centres in use by code or name. */
export const findWorkCenters: Lookup = async (typed, signal) => {
  const query = { limit: 20, isActive: "true", ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/work-centers", { params: { query: query as never } }, signal);
  return page.rows.map(({ id, code, name }) => ({ id, code, name }));
};
