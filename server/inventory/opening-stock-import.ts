import { type OpeningStockRow, openingStockTable } from "../../domain/inventory/index.ts";
import { decimal, type PlainDate, type TableRow } from "../../domain/shared/index.ts";
import {
  type ImportTarget,
  importRoutes,
  type Route,
  type RowDecision,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import { loadMonths, loadOpenedStock, loadPlacesByCode } from "./opening-stock.store.ts";
import { type OpeningLine, openStock } from "./own-stock.service.ts";
import { findStockItems, placeOfKind } from "./own-stock.store.ts";

interface OpeningAction {
  readonly openedOn: PlainDate;
  readonly line: OpeningLine;
}
type Problem = RowProblem<OpeningStockRow>;

/**
 * Stock a company brings along, from a file: quantity and value of each item, place and lot, with the opening entry of the books.
 * What was opened already is unchanged, so a file can be imported twice; a row that differs is refused, because the ledger is
 * corrected by an adjustment, never overwritten.
 */
export const openingStockTarget: ImportTarget<OpeningStockRow, Tx, OpeningAction> = {
  spec: openingStockTable,
  async resolve(tx, rows) {
    const opened = new Map((await loadOpenedStock(tx)).map((row) => [keyOf(row), row]));
    const items = await findStockItems(tx, [...new Set(rows.map(({ values }) => values.item))]);
    const places = await loadPlacesByCode(tx, [...new Set(rows.map(({ values }) => values.place))]);
    const months = await loadMonths(tx);
    const outside = await placeOfKind(tx, "opening");
    const firstOpen = [...months].find(([, isOpen]) => isOpen)?.[0];
    return rows.map(({ values }: TableRow<OpeningStockRow>): RowDecision<OpeningStockRow, OpeningAction> => {
      const stored = opened.get(keyOf(values));
      if (stored) return compared(stored, values);
      const problems: Problem[] = [];
      const item = items.get(values.item);
      if (!item) problems.push({ field: "item", code: "ITEM_UNKNOWN", values: { item: values.item } });
      else if (!item.isActive) problems.push({ field: "item", code: "ITEM_INACTIVE", values: { item: values.item } });
      else {
        if (decimal(values.quantity).decimalPlaces() > item.decimals)
          problems.push({
            field: "quantity",
            code: "QUANTITY_FINER_THAN_UNIT",
            values: { unit: item.unit, decimals: item.decimals },
          });
        if (item.isLotTracked && !values.lot)
          problems.push({ field: "lot", code: "LOT_MISSING", values: { item: values.item } });
      }
      const place = places.get(values.place);
      if (!place) problems.push({ field: "place", code: "PLACE_UNKNOWN" });
      else if (!place.isForStock)
        problems.push({ field: "place", code: "PLACE_NOT_FOR_STOCK", values: { place: values.place } });
      if (!outside) problems.push({ field: "place", code: "PLACE_MISSING" });
      const openedOn = values.openedOn ?? (firstOpen ? `${firstOpen}-01` : null);
      const isOpen = openedOn === null ? undefined : months.get(openedOn.slice(0, 7));
      if (!isOpen)
        problems.push({
          field: "openedOn",
          code: isOpen === false ? "OPENING_MONTH_CLOSED" : "OPENING_MONTH_MISSING",
          values: { month: openedOn?.slice(0, 7) ?? "" },
        });
      const [first, ...rest] = problems;
      if (first) return { does: "problem", problems: [first, ...rest] };
      return {
        does: "insert",
        action: {
          openedOn: openedOn!,
          line: {
            item: values.item,
            placeId: place!.id,
            quantity: values.quantity,
            valueYen: BigInt(values.valueYen),
            lot: values.lot ?? undefined,
          },
        },
      };
    });
  },
  async apply(tx, actions) {
    const byDay = new Map<PlainDate, OpeningLine[]>();
    for (const { action } of actions) byDay.set(action.openedOn, [...(byDay.get(action.openedOn) ?? []), action.line]);
    for (const [openedOn, lines] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const done = await openStock(tx, openedOn, lines);
      if (!done.ok) throw new Error(`assertion: the rows were looked at before (${done.refusals[0].code})`);
    }
  },
};

function keyOf(row: Pick<OpeningStockRow, "item" | "place" | "lot">): string {
  return JSON.stringify([row.item, row.place, row.lot ?? null]);
}

function compared(stored: OpeningStockRow, row: OpeningStockRow): RowDecision<OpeningStockRow, OpeningAction> {
  const isSame =
    decimal(stored.quantity).equals(row.quantity) &&
    stored.valueYen === row.valueYen &&
    (!row.openedOn || row.openedOn === stored.openedOn);
  if (isSame) return { does: "unchanged" };
  return {
    does: "problem",
    problems: [
      {
        field: "quantity",
        code: "OPENING_DIFFERS",
        values: { quantity: stored.quantity, valueYen: stored.valueYen, openedOn: stored.openedOn ?? "" },
      },
    ],
  };
}

export const openingStockRoutes: Route[] = importRoutes({
  area: "inventory",
  textAreas: ["items"],
  path: "/opening-stock",
  // The file says what goods are worth, so reading it takes the right to write it.
  permission: { read: "inventory.adjust", write: "inventory.adjust" },
  target: openingStockTarget,
  rows: loadOpenedStock,
  announces: "inventory.moved",
});
