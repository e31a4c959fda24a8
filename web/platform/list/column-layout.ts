/** What a person chose for a list's columns. Columns the list gained since then come where the list puts them. */
export interface ColumnChoice {
  readonly order: readonly string[];
  readonly shown: Readonly<Record<string, boolean>>;
  readonly pinned: Readonly<Record<string, boolean>>;
}
export const NO_CHOICE: ColumnChoice = { order: [], shown: {}, pinned: {} };

interface ColumnLike {
  readonly id: string;
  readonly hidden?: boolean;
  readonly pinned?: boolean;
}

/** All columns in the person's order, with whether each is shown and pinned. */
export function arrangeColumns<C extends ColumnLike>(columns: readonly C[], choice: ColumnChoice) {
  const place = (column: C, at: number) => {
    const chosen = choice.order.indexOf(column.id);
    return chosen >= 0 ? chosen : at;
  };
  return columns
    .map((column, at) => ({ column, place: place(column, at), at }))
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ column }) => ({
      column,
      shown: choice.shown[column.id] ?? !column.hidden,
      pinned: choice.pinned[column.id] ?? column.pinned ?? false,
    }));
}

/** The columns to draw: pinned ones first, each group in order. */
export function visibleColumns<C extends ColumnLike>(
  columns: readonly C[],
  choice: ColumnChoice,
): { columns: C[]; pinnedCount: number } {
  const shown = arrangeColumns(columns, choice).filter((one) => one.shown);
  const pinned = shown.filter((one) => one.pinned);
  return {
    columns: [...pinned, ...shown.filter((one) => !one.pinned)].map((one) => one.column),
    pinnedCount: pinned.length,
  };
}

/** Moves a column one place up or down among all columns. */
export function moveColumn<C extends ColumnLike>(
  columns: readonly C[],
  choice: ColumnChoice,
  id: string,
  step: -1 | 1,
): ColumnChoice {
  const order = arrangeColumns(columns, choice).map(({ column }) => column.id);
  const at = order.indexOf(id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= order.length) return choice;
  [order[at], order[to]] = [order[to]!, order[at]!];
  return { ...choice, order };
}
