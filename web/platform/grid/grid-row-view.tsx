import { type ClipboardEvent, type KeyboardEvent, memo } from "react";
import { formatUnit } from "../format/numbers.ts";
import { refusalText, useText } from "../i18n/use-text.ts";
import { CellInput } from "./cell-input.tsx";
import { type GridColumn, type GridRow, isNumeric, type LookupHit, shownText } from "./grid-columns.ts";
import { type CellPlace, type GridContext, isEditable } from "./grid-rows.ts";
import classes from "./line-grid.module.css";
import type { LineGridState } from "./use-line-grid.ts";

export interface RowHandlers {
  readonly onCellMouseDown: (place: CellPlace, extend: boolean) => void;
  readonly onDrag: (place: CellPlace) => void;
  readonly onEditing: (text: string | null) => void;
  readonly onDone: (text: string, hit: LookupHit | undefined) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onClipboard: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

interface GridRowProps {
  readonly row: GridRow;
  readonly at: number;
  readonly columns: readonly GridColumn[];
  readonly context: GridContext;
  readonly problemAt: LineGridState["problemAt"];
  readonly pending: ReadonlySet<string>;
  readonly activeColumn: number | null;
  readonly editing: string | null;
  /** Columns selected in this row. */
  readonly left: number | null;
  readonly right: number | null;
  /** Where Tab enters the grid. */
  readonly isFirst: boolean;
  readonly handlers: () => RowHandlers;
}

/** One row. Only the active cell holds an input; the others are text, so that hundreds of rows stay quick. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { row, at, columns, context, activeColumn, editing, left, right, handlers } = props;
  const t = useText();
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row" className={classes.number}>
        {at + 1}
      </th>
      {columns.map((column, index) => {
        const problem = props.problemAt(row, column);
        const sentence = problem && refusalText(t, problem);
        const isActive = activeColumn === index;
        const label = t("platform.grid.cell", { column: column.header, row: at + 1 });
        const text = shownText(column, row, context.locale);
        const unit = column.kind === "decimal" && text ? column.unit?.(row) : undefined;
        const hit = column.kind === "lookup" ? row.hits?.[column.id] : undefined;
        const editable = isEditable(column, row);
        const problemId = problem && isActive ? `problem-${row.key}-${column.id}` : undefined;
        const entersHere = props.isFirst && index === 0;
        return (
          <td
            key={column.id}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid has the role gridcell
            role="gridcell"
            tabIndex={entersHere ? 0 : undefined}
            aria-selected={left !== null && index >= left && index <= right!}
            aria-label={entersHere ? label : undefined}
            data-active={isActive || undefined}
            data-invalid={problem ? true : undefined}
            data-pending={props.pending.has(`${row.key} ${column.id}`) || undefined}
            data-locked={!editable || undefined}
            data-number={isNumeric(column) || (column.kind === "computed" && column.align !== "left") || undefined}
            title={isActive ? undefined : (sentence ?? undefined)}
            onFocus={(event) => {
              if (event.target === event.currentTarget) handlers().onCellMouseDown({ row: at, column: index }, false);
            }}
            onMouseDown={(event) => {
              if (isActive && !event.shiftKey) return;
              event.preventDefault();
              handlers().onCellMouseDown({ row: at, column: index }, event.shiftKey);
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1) handlers().onDrag({ row: at, column: index });
            }}
          >
            <span className={classes.text}>
              {column.kind === "computed" ? column.show(row) : text}
              {hit && hit.name !== hit.code && <span className={classes.name}>{hit.name}</span>}
              {unit && <span className={classes.unit}>{formatUnit(unit)}</span>}
            </span>
            {isActive && (
              <CellInput
                column={column}
                label={label}
                text={row.cells[column.id] ?? ""}
                editing={editing}
                editable={editable}
                invalid={problem !== null}
                problemId={problemId}
                onEditing={(text) => handlers().onEditing(text)}
                onDone={(text, hit) => handlers().onDone(text, hit)}
                onKey={(event) => handlers().onKey(event)}
                onClipboard={(event) => handlers().onClipboard(event)}
                onBlur={() => handlers().onBlur()}
              />
            )}
            {problemId && (
              <span id={problemId} role="alert" className={classes.problem}>
                {sentence}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});
