import type { CellPlace } from "./grid-rows.ts";

/** What a key means while cells are walked over, as spreadsheets have it. */
export type GridAction =
  | { readonly kind: "move"; readonly to: CellPlace; readonly extend: boolean }
  | { readonly kind: "edit" }
  | { readonly kind: "choose" }
  | { readonly kind: "clear" }
  | { readonly kind: "fillDown" }
  | { readonly kind: "undo" }
  | { readonly kind: "selectAll" }
  | { readonly kind: "insertRow" }
  | { readonly kind: "deleteRows" }
  /** Tab at the very end or beginning: the focus leaves the grid. */
  | { readonly kind: "leave" };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE_ROWS = 12;

/** The action of a key at a place, null when the key is none of the grid's (a letter that begins typing, for one). */
export function gridAction(press: KeyPress, at: CellPlace, rowCount: number, columnCount: number): GridAction | null {
  const { key, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  const go = (row: number, column: number, extend = shiftKey): GridAction => ({
    kind: "move",
    extend,
    to: { row: clamp(row, rowCount), column: clamp(column, columnCount) },
  });
  if (altKey) {
    if (key === "Insert") return { kind: "insertRow" };
    if (key === "Delete") return { kind: "deleteRows" };
    return key === "ArrowDown" ? { kind: "choose" } : null;
  }
  if (control) {
    switch (key.toLowerCase()) {
      case "d":
        return { kind: "fillDown" };
      case "z":
        return { kind: "undo" };
      case "a":
        return { kind: "selectAll" };
      case "home":
        return go(0, 0);
      case "end":
        return go(rowCount - 1, columnCount - 1);
      case "arrowup":
        return go(0, at.column);
      case "arrowdown":
        return go(rowCount - 1, at.column);
      case "arrowleft":
        return go(at.row, 0);
      case "arrowright":
        return go(at.row, columnCount - 1);
      default:
        return null;
    }
  }
  switch (key) {
    case "ArrowUp":
      return go(at.row - 1, at.column);
    case "ArrowDown":
      return go(at.row + 1, at.column);
    case "ArrowLeft":
      return go(at.row, at.column - 1);
    case "ArrowRight":
      return go(at.row, at.column + 1);
    case "PageUp":
      return go(at.row - PAGE_ROWS, at.column);
    case "PageDown":
      return go(at.row + PAGE_ROWS, at.column);
    case "Home":
      return go(at.row, 0);
    case "End":
      return go(at.row, columnCount - 1);
    case "Enter":
      return go(at.row + (shiftKey ? -1 : 1), at.column, false);
    case "Tab":
      return tabTo(at, shiftKey, rowCount, columnCount);
    case "F2":
      return { kind: "edit" };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    default:
      return null;
  }
}

function tabTo(at: CellPlace, back: boolean, rowCount: number, columnCount: number): GridAction {
  const next = at.row * columnCount + at.column + (back ? -1 : 1);
  if (next < 0 || next >= rowCount * columnCount) return { kind: "leave" };
  return {
    kind: "move",
    extend: false,
    to: { row: Math.floor(next / columnCount), column: next % columnCount },
  };
}

function clamp(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
