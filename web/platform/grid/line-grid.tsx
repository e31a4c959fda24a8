import { ActionIcon, Alert, Button, Group, Text, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import type { LookupHit } from "./grid-columns.ts";
import { plainText } from "./grid-columns.ts";
import { gridAction } from "./grid-keys.ts";
import { GridRowView, type RowHandlers } from "./grid-row-view.tsx";
import {
  blockOf,
  type CellPlace,
  clearBlock,
  copyBlock,
  fillDown,
  isEditable,
  newRow,
  pasteCells,
} from "./grid-rows.ts";
import classes from "./line-grid.module.css";
import { parsePastedCells, writeCells } from "./paste.ts";
import type { LineGridState } from "./use-line-grid.ts";

const NUMBER_WIDTH = 34;
const DEFAULT_WIDTH = 140;

/** The editable grid of documents: walks, edits, copies and pastes as a spreadsheet does; errors stand at their cells. */
export function LineGrid({
  grid,
  label,
  footer,
}: {
  readonly grid: LineGridState;
  readonly label: string;
  /** Totals under the grid. */
  readonly footer?: ReactNode;
}) {
  const t = useText();
  const { columns, rows, context } = grid;
  const [active, setActive] = useState<CellPlace | null>(null);
  const [anchor, setAnchor] = useState<CellPlace | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  /** Typing in the blank last row makes one more below it, which the next key may already go to. */
  const grew = useRef(false);
  const block = active && blockOf(active, anchor ?? active);

  const moveTo = (to: CellPlace, extend = false) => {
    setAnchor(extend ? (anchor ?? active) : null);
    setActive(to);
    setEditing(null);
  };
  const finish = (place: CellPlace, text: string, hit: LookupHit | undefined) => {
    const column = columns[place.column]!;
    const row = rows[place.row]!;
    setEditing(null);
    grew.current = text.trim() !== "" && place.row === rows.length - 1 && !grid.fixedRows;
    if (column.kind === "choice")
      return grid.setCell(row.key, column.id, hit?.id ?? plainText(column, text, context.locale, context.today));
    const plain = plainText(column, text, context.locale, context.today);
    if (hit || plain !== (row.cells[column.id] ?? "")) grid.setCell(row.key, column.id, plain, hit);
  };
  const insertRow = (at: number) =>
    grid.replace([...rows.slice(0, at), newRow(context, rows[at - 1]), ...rows.slice(at)]);
  const deleteRows = () => {
    if (!block || grid.fixedRows) return;
    grid.replace(rows.filter((_, at) => at < block.top || at > block.bottom));
    moveTo({ row: Math.max(0, Math.min(block.top, rows.length - 2)), column: active!.column });
  };

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!active || !block) return;
    const action = gridAction(event, active, rows.length + (grew.current ? 1 : 0), columns.length);
    grew.current = false;
    if (!action || action.kind === "leave") return;
    event.preventDefault();
    const column = columns[active.column]!;
    const row = rows[active.row]!;
    const may = isEditable(column, row);
    switch (action.kind) {
      case "move":
        return moveTo(action.to, action.extend);
      case "edit":
        return may ? setEditing(row.cells[column.id] ?? "") : undefined;
      case "choose":
        return may ? setEditing("") : undefined;
      case "clear":
        return grid.replace(clearBlock(rows, block, columns));
      case "fillDown":
        return grid.replace(fillDown(rows, block, columns));
      case "undo":
        return grid.undo();
      case "selectAll":
        setAnchor({ row: 0, column: 0 });
        return setActive({ row: rows.length - 1, column: columns.length - 1 });
      case "insertRow":
        return grid.fixedRows ? undefined : insertRow(active.row);
      case "deleteRows":
        return deleteRows();
    }
  };

  const onClipboard = (event: ClipboardEvent<HTMLInputElement>) => {
    if (editing !== null || !block) return;
    event.preventDefault();
    if (event.type === "paste") {
      const cells = parsePastedCells(event.clipboardData.getData("text/plain"));
      const pasted = pasteCells(rows, block, cells, context);
      if (pasted.written === 0) {
        notifications.show({ message: t("platform.grid.pasteRefused"), color: "orange" });
        return;
      }
      const kept = grid.fixedRows ? pasted.rows.slice(0, rows.length) : pasted.rows;
      grid.replace(kept);
      setActive({ row: block.top, column: block.left });
      setAnchor({ row: Math.min(pasted.block.bottom, kept.length - 1), column: pasted.block.right });
      const places = pasted.lookUp.filter((place) => kept[place.row] !== undefined);
      grid.lookUp(places.map((place) => ({ key: kept[place.row]!.key, column: columns[place.column]!.id })));
      if (pasted.droppedColumns > 0)
        notifications.show({ message: t("platform.grid.dropped", { count: pasted.droppedColumns }), color: "orange" });
      return;
    }
    event.clipboardData.setData("text/plain", writeCells(copyBlock(rows, block, columns)));
    if (event.type === "cut") grid.replace(clearBlock(rows, block, columns));
  };

  const latest = useRef<RowHandlers>(null as unknown as RowHandlers);
  latest.current = {
    onCellMouseDown: (place, extend) => moveTo(place, extend),
    onDrag: (place) => {
      if (active && editing === null) {
        setAnchor(anchor ?? active);
        setActive(place);
      }
    },
    onEditing: setEditing,
    onDone: (text, hit) => active && finish(active, text, hit),
    onKey,
    onClipboard,
    onBlur: () => setEditing(null),
  };
  const handlers = useCallback(() => latest.current, []);

  const toFirstProblem = () => {
    for (let row = 0; row < rows.length; row += 1) {
      const column = columns.findIndex((column) => grid.problemAt(rows[row]!, column) !== null);
      if (column >= 0) return moveTo({ row, column });
    }
  };

  return (
    <div>
      {grid.restored && (
        <Alert color="indigo" mb={8} py={6} icon={<Icon name="edit" />}>
          <Group justify="space-between">
            <Text size="sm">{t("platform.draft.restored")}</Text>
            <Button variant="default" onClick={grid.discard}>
              {t("platform.draft.discard")}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={`${classes.wrap} print-plain`}>
        <table
          className={classes.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an editable grid is a table with the role grid
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          style={{ minWidth: columns.reduce((sum, { width }) => sum + (width ?? DEFAULT_WIDTH), NUMBER_WIDTH) }}
        >
          <thead>
            <tr>
              <th className={classes.number} scope="col">
                <span className="visually-hidden">{t("platform.grid.rowNumber")}</span>
              </th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  style={{ width: column.width }}
                  data-number={
                    column.kind === "decimal" ||
                    column.kind === "yen" ||
                    column.kind === "integer" ||
                    (column.kind === "computed" && column.align !== "left") ||
                    undefined
                  }
                >
                  {column.header}
                  {column.required && (
                    <span className={classes.required} aria-hidden="true">
                      {" "}
                      *
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <GridRowView
                key={row.key}
                row={row}
                at={at}
                columns={columns}
                context={context}
                problemAt={grid.problemAt}
                pending={grid.pending}
                activeColumn={active?.row === at ? active.column : null}
                editing={active?.row === at ? editing : null}
                left={block && at >= block.top && at <= block.bottom ? block.left : null}
                right={block && at >= block.top && at <= block.bottom ? block.right : null}
                isFirst={active === null && at === 0}
                handlers={handlers}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" mt={6} gap={8} className={`${classes.below} no-print`}>
        <Group gap={6}>
          {!grid.fixedRows && (
            <>
              <Button
                variant="default"
                leftSection={<Icon name="add" size={13} />}
                onClick={() => moveTo({ row: rows.length - 1, column: 0 })}
              >
                {t("platform.grid.addRow")}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="trash" size={13} />}
                disabled={!block}
                onClick={deleteRows}
              >
                {t("platform.grid.deleteRows")}
              </Button>
            </>
          )}
          <Tooltip label={t("platform.grid.keysHint")} multiline w={420}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t("platform.grid.keys")}: ${t("platform.grid.keysHint")}`}
            >
              <Icon name="help" />
            </ActionIcon>
          </Tooltip>
          {grid.problemCount > 0 && (
            <Button variant="subtle" color="red" leftSection={<Icon name="alert" size={13} />} onClick={toFirstProblem}>
              {t("platform.grid.problems", { count: grid.problemCount })}
            </Button>
          )}
        </Group>
        {footer}
      </Group>
    </div>
  );
}
