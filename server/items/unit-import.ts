import {
  type Unit,
  type UnitConversionTableRow,
  type UnitTableRow,
  unitConversionTable,
  unitTable,
} from "../../domain/items/index.ts";
import { decideRows, type ImportTarget, type RowProblem, settleAll, type Tx } from "../platform/index.ts";
import { type ItemConversion, saveConversions } from "./item.store.ts";
import { loadConversionRows } from "./item-import.store.ts";
import { idsByCode, unitDecimals } from "./lookup.store.ts";
import { decimalsInUse, loadUnitRows, saveUnits } from "./unit.store.ts";

export const unitTarget: ImportTarget<UnitTableRow, Tx, Omit<Unit, "version">> = {
  spec: unitTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadUnitRows(tx)).map((row) => [row.code, { row }]));
    const fewer = rows.filter(
      ({ values: { code, decimals } }) => (decimals ?? 0) < (stored.get(code)?.row.decimals ?? 0),
    );
    const inUse = new Map<string, number>();
    for (const { values } of fewer) inUse.set(values.code, await decimalsInUse(tx, values.code));
    // An empty name is the unit's sign: said in the template, and the same file twice changes nothing.
    const named = rows.map((row) => ({
      ...row,
      values: {
        ...row.values,
        nameJa: row.values.nameJa === null ? row.values.code : row.values.nameJa,
        nameEn: row.values.nameEn === null ? row.values.code : row.values.nameEn,
      } satisfies UnitTableRow,
    }));
    return decideRows<UnitTableRow, { row: UnitTableRow }, Omit<Unit, "version">>(
      {
        spec: unitTable,
        find: (values) => stored.get(values.code),
        defaults: { decimals: 0 },
        problems: ({ code, decimals }): RowProblem<UnitTableRow>[] => {
          const needed = inUse.get(code) ?? 0;
          return decimals! < needed
            ? [{ field: "decimals", code: "UNIT_DECIMALS_IN_USE", values: { decimals: needed } }]
            : [];
        },
        action: ({ code, nameJa, nameEn, decimals }) => ({
          code,
          nameJa: nameJa ?? code,
          nameEn: nameEn ?? code,
          decimals: decimals!,
        }),
      },
      named,
      context,
    );
  },
  apply: (tx, actions) =>
    saveUnits(
      tx,
      actions.map(({ action }) => action),
    ),
};

export const conversionTarget: ImportTarget<UnitConversionTableRow, Tx, ItemConversion> = {
  spec: unitConversionTable,
  async resolve(tx, rows, context) {
    const key = ({ itemCode, unit }: UnitConversionTableRow) => JSON.stringify([itemCode, unit]);
    const [conversions, units, items] = await settleAll([
      loadConversionRows(tx),
      unitDecimals(tx),
      idsByCode(tx, "item"),
    ]);
    const stored = new Map(conversions.map(({ itemId: _itemId, ...row }) => [key(row), { row }]));
    return decideRows(
      {
        spec: unitConversionTable,
        find: (values) => stored.get(key(values)),
        defaults: {},
        problems: ({ itemCode, unit }) => {
          const problems: RowProblem<UnitConversionTableRow>[] = [];
          if (!items.has(itemCode))
            problems.push({ field: "itemCode", code: "ITEM_UNKNOWN", values: { item: itemCode } });
          if (!units.has(unit)) problems.push({ field: "unit", code: "UNIT_UNKNOWN", values: { unit } });
          return problems;
        },
        action: ({ itemCode, unit, factor }) => ({ itemId: items.get(itemCode)!, unit, factor }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    saveConversions(
      tx,
      actions.map(({ action }) => action),
    ),
};
