import { type CellReading, type ColumnSpec, readCell, type TableLocale } from "../../domain/shared/index.ts";

const NOTHING = { ja: "", en: "" };
type NumberSpec = ColumnSpec extends infer C
  ? C extends { readonly kind: "integer" | "decimal" | "yen" }
    ? Omit<C, "key" | "header" | "description" | "example">
    : never
  : never;

/** A number outside a form or grid, read as a cell of an imported table is read. */
export function readNumber(typed: string, locale: TableLocale, spec: NumberSpec): CellReading {
  return readCell(
    { key: "number", header: NOTHING, description: NOTHING, example: "", ...spec } as ColumnSpec,
    typed,
    locale,
  );
}

/** A typed quantity of more than nothing. */
export const readQuantity = (typed: string, locale: TableLocale): CellReading =>
  readNumber(typed, locale, { kind: "decimal", moreThan: "0", decimals: 6 });
