import { formatUnit, type Lookup, readApi } from "../platform/index.ts";
import type { TradeSide } from "./words.tsx";

/** Finds customers or suppliers by code, name or kana. */
export function partnerLookup(side: TradeSide): Lookup {
  return async (typed, signal) => {
    const page = await readApi(
      "/api/v1/partners",
      {
        params: { query: { limit: 20, role: side === "S" ? "customer" : "supplier", ...(typed && { search: typed }) } },
      },
      signal,
    );
    return page.rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      data: { isLinked: row.isLinked },
    }));
  };
}

/** Finds items for an order line: of a partner on the platform those both agreed on. */
export function itemLookup(side: TradeSide, partnerId: string | null): Lookup {
  return async (typed, signal) => {
    const found = await readApi(
      "/api/v1/order-items",
      { params: { query: { side, limit: 20, ...(partnerId && { partnerId }), ...(typed && { search: typed }) } } },
      signal,
    );
    return found.rows.map((row) => ({
      id: row.code,
      code: row.code,
      name: row.name,
      detail: formatUnit(row.unit),
      data: { unit: row.unit, name: row.name, itemId: row.id },
    }));
  };
}
