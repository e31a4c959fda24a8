import { Skeleton } from "@mantine/core";
import { type ColumnDef, getCoreRowModel, type RowSelectionState, useReactTable } from "@tanstack/react-table";
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { PageLink, useGo } from "../route/page-link.tsx";
import classes from "./data-table.module.css";
import type { Column } from "./list-types.ts";
import { rowKeyAction } from "./row-keys.ts";

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What a row is called when it is read aloud or selected. */
  readonly rowName?: (row: Row) => string;
  /** Page a row opens, below the company; its first column becomes the link. */
  readonly rowTo?: (row: Row) => string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly rowTone?: (row: Row) => "late" | "attention" | "quiet" | undefined;
  readonly loading?: boolean;
  /** There are more rows on other pages: the foot says that it adds up these ones only. */
  readonly isPart?: boolean;
  readonly refreshing?: boolean;
  readonly sort?: string;
  readonly onSort?: (column: string) => void;
  readonly pinnedCount?: number;
  readonly height?: "dense" | "normal" | "roomy";
  readonly selection?: RowSelectionState;
  readonly onSelection?: (selection: RowSelectionState) => void;
  readonly empty?: ReactNode;
  /** As tall as its rows, without its own scrolling: tables inside documents. */
  readonly inline?: boolean;
}

const SELECT_WIDTH = 34;
const DEFAULT_WIDTH = 130;

/** The one table: arrow keys move over rows, Enter opens, Space selects, heads sort. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, rowTo, selection, onSelection, pinnedCount = 0, sort = "" } = props;
  const t = useText();
  const go = useGo();
  const body = useRef<HTMLTableSectionElement>(null);
  const lastPicked = useRef<number | null>(null);
  const defs = useMemo<ColumnDef<Row>[]>(
    () => columns.map(({ id, header, width }) => ({ id, header, ...(width && { size: width }) })),
    [columns],
  );
  const table = useReactTable({
    data: rows as Row[],
    columns: defs,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    manualPagination: true,
    enableRowSelection: onSelection !== undefined,
    state: { rowSelection: selection ?? {} },
    onRowSelectionChange: (next) => onSelection?.(typeof next === "function" ? next(selection ?? {}) : next),
  });
  const selectable = onSelection !== undefined;
  const offsets = columns.map((_, at) =>
    columns.slice(0, at).reduce((sum, column) => sum + (column.width ?? DEFAULT_WIDTH), selectable ? SELECT_WIDTH : 0),
  );
  const pin = (at: number) => {
    if (at >= pinnedCount) return {};
    const width = columns[at]!.width ?? DEFAULT_WIDTH;
    return {
      "data-pinned": at === pinnedCount - 1 ? "last" : "yes",
      style: { left: offsets[at], width, minWidth: width, maxWidth: width },
    };
  };
  const open = (row: Row) => {
    const to = rowTo?.(row);
    if (to !== undefined) go(to);
    else props.onOpen?.(row);
  };
  const opens = rowTo !== undefined || props.onOpen !== undefined;

  const pick = (at: number, extend: boolean) => {
    const model = table.getRowModel().rows;
    const next = { ...selection };
    const target = !model[at]!.getIsSelected();
    const from = extend && lastPicked.current !== null ? lastPicked.current : at;
    for (let index = Math.min(from, at); index <= Math.max(from, at); index += 1) {
      const id = model[index]!.id;
      if (target) next[id] = true;
      else delete next[id];
    }
    lastPicked.current = at;
    onSelection?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, at: number, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const action = rowKeyAction(event, at, rows.length);
    if (!action) return;
    if (action.kind === "open" && !opens) return;
    if (action.kind === "select" && !selectable) return;
    event.preventDefault();
    if (action.kind === "open") open(row);
    else if (action.kind === "select") pick(at, event.shiftKey);
    else (body.current?.children[action.to] as HTMLElement | undefined)?.focus();
  };
  const hasTotals = columns.some((column) => column.total);

  return (
    <div
      className={`${classes.wrap} print-plain`}
      data-inline={props.inline || undefined}
      data-empty={(!props.loading && rows.length === 0) || undefined}
    >
      <div className={classes.progress} data-on={props.refreshing || undefined} />
      <table
        className={classes.table}
        data-height={props.height ?? "normal"}
        aria-label={props.label}
        aria-busy={props.loading}
      >
        <colgroup>
          {selectable && <col style={{ width: SELECT_WIDTH }} />}
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width ?? (columns.length > 1 ? undefined : "100%") }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selectable && (
              <th className={classes.select} data-pinned="yes" style={{ left: 0 }}>
                <input
                  type="checkbox"
                  aria-label={t("platform.list.selectAll")}
                  checked={rows.length > 0 && table.getIsAllRowsSelected()}
                  ref={(box) => {
                    if (box) box.indeterminate = table.getIsSomeRowsSelected();
                  }}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            )}
            {columns.map((column, at) => {
              const sortId = column.sort === true ? column.id : column.sort || undefined;
              const direction =
                sortId && sort === sortId ? "ascending" : sort === `-${sortId}` ? "descending" : undefined;
              return (
                <th key={column.id} scope="col" data-align={column.align} aria-sort={direction} {...pin(at)}>
                  {sortId && props.onSort ? (
                    <button
                      type="button"
                      onClick={() => props.onSort!(sortId)}
                      title={t("platform.list.sortBy", { column: column.header })}
                    >
                      {column.header}
                      {direction && <Icon name={direction === "ascending" ? "sortUp" : "sortDown"} size={12} />}
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {props.loading &&
            Array.from({ length: 10 }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the grey lines are all alike and never move
              <tr key={line}>
                {selectable && <td />}
                {columns.map((column) => (
                  <td key={column.id}>
                    <Skeleton height={11} width={`${55 + ((line * 13) % 40)}%`} />
                  </td>
                ))}
              </tr>
            ))}
          {!props.loading &&
            table.getRowModel().rows.map((model, at) => {
              const row = model.original;
              const to = rowTo?.(row);
              return (
                <tr
                  key={model.id}
                  tabIndex={at === 0 ? 0 : -1}
                  data-tone={props.rowTone?.(row)}
                  data-opens={opens || undefined}
                  aria-selected={selectable ? model.getIsSelected() : undefined}
                  onKeyDown={(event) => onKeyDown(event, at, row)}
                  onClick={(event) => {
                    const target = event.target as HTMLElement;
                    if (target.closest("a,button,input,label") || window.getSelection()?.toString()) return;
                    if (event.ctrlKey || event.metaKey) {
                      if (selectable) pick(at, false);
                    } else open(row);
                  }}
                >
                  {selectable && (
                    <td className={classes.select} data-pinned="yes" style={{ left: 0 }}>
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        aria-label={t("platform.list.selectRow", { row: props.rowName?.(row) ?? model.id })}
                        checked={model.getIsSelected()}
                        onChange={() => undefined}
                        onClick={(event) => pick(at, event.shiftKey)}
                      />
                    </td>
                  )}
                  {columns.map((column, index) => (
                    <td key={column.id} data-align={column.align} {...pin(index)}>
                      {index === 0 && to !== undefined ? (
                        <PageLink to={to} tabIndex={-1}>
                          {column.cell(row)}
                        </PageLink>
                      ) : (
                        column.cell(row)
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
        </tbody>
        {hasTotals && !props.loading && rows.length > 0 && (
          <tfoot>
            <tr>
              {selectable && <td data-pinned="yes" style={{ left: 0 }} />}
              {columns.map((column, at) => (
                <td key={column.id} data-align={column.align} {...pin(at)}>
                  {column.total
                    ? column.total(rows)
                    : at === 0
                      ? t(props.isPart ? "platform.list.pageTotal" : "platform.list.total")
                      : null}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {!props.loading && rows.length === 0 && props.empty}
    </div>
  );
}
