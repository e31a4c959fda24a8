import { changedColumns, type TableRow, type TableSpec } from "../../../domain/shared/index.ts";
import type { ImportContext, RowDecision, RowProblem } from "./import-frame.ts";

/** How an area's rows meet what is stored. Rows are in the plain form of the table: an empty cell is `null`. */
export interface MasterRows<Row, Stored extends { readonly row: Row }, Action> {
  readonly spec: TableSpec<Row>;
  /** The stored record with the row's natural key. */
  readonly find: (values: Row) => Stored | undefined;
  /** What an empty cell, or a column the file does not have, means for a new record. */
  readonly defaults: Partial<Row>;
  /** Everything wrong with the row as it would be stored; `line` for sentences that name one. */
  readonly problems: (wanted: Row, stored: Stored | undefined) => readonly RowProblem<Row>[];
  /** What is needed to carry it out. */
  readonly action: (wanted: Row, stored: Stored | undefined) => Action;
}

/**
 * Decides on rows of a master: unknown key inserts, a difference updates, no difference leaves alone, so that the same file
 * imported twice changes nothing. A column the file does not have keeps what is stored.
 */
export function decideRows<Row, Stored extends { readonly row: Row }, Action>(
  master: MasterRows<Row, Stored, Action>,
  rows: readonly TableRow<Row>[],
  context: ImportContext,
): RowDecision<Row, Action>[] {
  return rows.map(({ values }) => {
    const stored = master.find(values);
    const wanted = complete(master.spec, values, stored?.row, master.defaults);
    if (stored && changedColumns(master.spec, stored.row, wanted, context.isFromShiftJis).length === 0) {
      return { does: "unchanged" };
    }
    const [first, ...rest] = master.problems(wanted, stored);
    if (first) return { does: "problem", problems: [first, ...rest] };
    return { does: stored ? "update" : "insert", action: master.action(wanted, stored) };
  });
}

/** The row as it would be stored: cells of the file, else what is stored, else the default; never `undefined`. */
function complete<Row>(spec: TableSpec<Row>, values: Row, stored: Row | undefined, defaults: Partial<Row>): Row {
  const wanted: Record<string, unknown> = {};
  for (const { key } of spec.columns) {
    const value = values[key] === undefined ? stored?.[key] : values[key];
    wanted[key] = value ?? defaults[key] ?? null;
  }
  return wanted as Row;
}
