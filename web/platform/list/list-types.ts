import type { ReactNode } from "react";

/** One column of a list. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers right, words left. */
  readonly align?: "left" | "right" | "center";
  /** In pixels; a column without one shares what is left. */
  readonly width?: number;
  /** The server sorts by it: `true`, or the server's name for it. */
  readonly sort?: boolean | string;
  /** Stays in sight when the table scrolls sideways, unless the person unpins it. */
  readonly pinned?: boolean;
  /** Not shown until the person asks for it. */
  readonly hidden?: boolean;
  /** At the foot, where totals make sense; of the rows shown, or of what the server answered beside them. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** One filter above a list. Its value stands in the address and goes to the server under its id. */
export type Filter =
  | { readonly id: string; readonly label: string; readonly kind: "choice"; readonly options: readonly FilterOption[] }
  /** Several at once, sent with commas: `status=open,late`. */
  | { readonly id: string; readonly label: string; readonly kind: "choices"; readonly options: readonly FilterOption[] }
  | { readonly id: string; readonly label: string; readonly kind: "text" }
  | { readonly id: string; readonly label: string; readonly kind: "switch" }
  /** Sent as `<id>From` and `<id>To`, days. */
  | { readonly id: string; readonly label: string; readonly kind: "days" };

/** A ready view of a list, as a tab: 受注残, 遅れ, すべて. */
export interface ListView {
  readonly id: string;
  readonly label: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** Something to do with the rows selected. */
export interface BulkAction<Row> {
  readonly id: string;
  readonly label: string;
  /** `clear`: selects none any more, or these rows no more. */
  readonly run: (rows: readonly Row[], clear: (rows?: readonly Row[]) => void) => void;
  readonly danger?: boolean;
  /** A sentence why not, for these rows; null when it may be done. */
  readonly refuse?: (rows: readonly Row[]) => string | null;
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor?: string;
  readonly totalCount?: number;
  readonly totalIsMore?: boolean;
}
