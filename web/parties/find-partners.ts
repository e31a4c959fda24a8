import { type Lookup, readApi } from "../platform/index.ts";

function partners(role: "customer" | "supplier" | undefined): Lookup {
  return async (typed, signal) => {
    const query = { limit: 20, isActive: "true", ...(role && { role }), ...(typed && { search: typed }) };
    const page = await readApi("/api/v1/partners", { params: { query: query as never } }, signal);
    return page.rows.map(({ id, code, name, contactName }) => ({ id, code, name, detail: contactName }));
  };
}

/** Finds partners in use by code, name or kana: all, or those of one role. */
export const findPartners = {
  any: partners(undefined),
  suppliers: partners("supplier"),
  customers: partners("customer"),
};
