import { useMemo } from "react";
import { formatQuantity, type GridColumn, type Lookup, readApi, useText } from "../platform/index.ts";

/** Finds items that have a stock row, by code, name or kana. */
export const findStockItems: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/stock",
    { params: { query: { limit: 20, ...(typed && { search: typed }) } } },
    signal,
  );
  return page.rows.map((row) => ({
    id: row.code,
    code: row.code,
    name: row.name,
    detail: formatQuantity(row.free, row.unit),
    data: { unit: row.unit },
  }));
};

/** Columns of a grid of goods: item, lot, quantity. `signed` lets a quantity be less than nothing. */
export function useStockColumns(signed: boolean): GridColumn[] {
  const t = useText();
  return useMemo<GridColumn[]>(
    () => [
      {
        id: "item",
        header: t("inventory.item.code"),
        kind: "lookup",
        lookup: findStockItems,
        required: true,
        width: 320,
      },
      { id: "lot", header: t("inventory.lot"), kind: "code", width: 140 },
      {
        id: "quantity",
        header: t("inventory.quantity"),
        kind: "decimal",
        required: true,
        ...(signed ? {} : { moreThan: "0" }),
        width: 140,
        unit: (row) => row.hits?.["item"]?.data?.["unit"] as string,
      },
    ],
    [t, signed],
  );
}
