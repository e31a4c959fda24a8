import { type Lookup, readApi } from "../platform/index.ts";

type Supply = "make" | "buy" | "subcontract";

/** Finds items in use by code, name or kana; of one kind of supply, or of one category, when said. */
export function findItems(only: { readonly supply?: Supply; readonly category?: string } = {}): Lookup {
  return async (typed, signal) => {
    const query = { limit: 20, isActive: "true", ...only, ...(typed && { search: typed }) };
    const page = await readApi("/api/v1/items", { params: { query: query as never } }, signal);
    return page.rows.map(({ id, code, name, specification, unit }) => ({
      id,
      code,
      name,
      detail: specification,
      data: { unit },
    }));
  };
}

export const findAnyItem = findItems();

/** Finds units by sign or name. */
export const findUnits: Lookup = async (typed, signal) => {
  const query = { limit: 30, ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/units", { params: { query } }, signal);
  return page.rows.map(({ code, nameJa }) => ({ id: code, code, name: nameJa }));
};

/** Finds work centres in use by code or name. Resources have the same (web/resources), but items may not ask them (checks/areas.cjs). */
export const findWorkCenters: Lookup = async (typed, signal) => {
  const query = { limit: 20, isActive: "true", ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/work-centers", { params: { query: query as never } }, signal);
  return page.rows.map(({ id, code, name }) => ({ id, code, name }));
};

/** Finds own places where goods are kept. */
export const findStoragePlaces: Lookup = async (typed, signal) => {
  const query = { limit: 20, kind: "storage", ...(typed && { search: typed }) };
  const page = await readApi("/api/v1/places", { params: { query: query as never } }, signal);
  return page.rows.map(({ id, code, name }) => ({ id, code, name }));
};
