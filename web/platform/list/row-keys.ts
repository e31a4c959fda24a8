/** What a key means on a row of a table. */
export type RowAction =
  | { readonly kind: "open" }
  | { readonly kind: "select" }
  | { readonly kind: "move"; readonly to: number };

const PAGE_ROWS = 15;

/** Arrow keys and j/k move, Enter opens, Space selects; null for every other key. */
export function rowKeyAction(event: { readonly key: string }, at: number, rowCount: number): RowAction | null {
  const move = (to: number) => ({ kind: "move", to: Math.max(0, Math.min(rowCount - 1, to)) }) as const;
  switch (event.key) {
    case "Enter":
      return { kind: "open" };
    case " ":
      return { kind: "select" };
    case "ArrowDown":
    case "j":
      return move(at + 1);
    case "ArrowUp":
    case "k":
      return move(at - 1);
    case "PageDown":
      return move(at + PAGE_ROWS);
    case "PageUp":
      return move(at - PAGE_ROWS);
    case "Home":
      return move(0);
    case "End":
      return move(rowCount - 1);
    default:
      return null;
  }
}
