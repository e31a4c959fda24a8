import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FieldProblem } from "../api/problem.ts";
import { todayInJapan } from "../format/dates.ts";
import { useLocale } from "../i18n/use-text.ts";
import { dropDraft, keepDraft, readDraft } from "./draft.ts";
import { type CellProblem, type GridColumn, type GridRow, type LookupHit, readGridCell } from "./grid-columns.ts";
import { chooseHit, filledRows, type GridContext, isBlank, newRow, setText } from "./grid-rows.ts";
import { createRunningLookups } from "./running-lookups.ts";

export interface GridOptions {
  readonly columns: readonly GridColumn[];
  readonly initial?: readonly GridRow[];
  /** Under this name what is typed survives a reload; unique per form: `sales.order.new`, `sales.order.<id>`. */
  readonly draft?: string;
  /** After a cell has its value (a type-ahead cell: its record): texts for other cells of the row, such as unit and price. */
  readonly onCell?: (row: GridRow, column: string) => CellTexts | Promise<CellTexts>;
  /** Rows cannot be added or deleted. */
  readonly fixedRows?: boolean;
}
type CellTexts = Readonly<Record<string, string>> | null | undefined;

/** A row read: plain texts by column (the id for type-ahead cells), and the row they came from. */
export interface GridLine {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  readonly row: GridRow;
}

export interface GridCell {
  readonly key: string;
  readonly column: string;
}

export interface LineGridState {
  readonly columns: readonly GridColumn[];
  /** As shown: with one blank row at the end. */
  readonly rows: readonly GridRow[];
  /** Without blank rows. */
  readonly filled: readonly GridRow[];
  readonly context: GridContext;
  readonly fixedRows: boolean;
  readonly problemAt: (row: GridRow, column: GridColumn) => CellProblem | null;
  readonly problemCount: number;
  readonly isDirty: boolean;
  readonly restored: boolean;
  readonly pending: ReadonlySet<string>;
  readonly replace: (rows: readonly GridRow[]) => void;
  readonly setCell: (key: string, column: string, text: string, hit?: LookupHit) => void;
  /** Finds the records these type-ahead cells name. */
  readonly lookUp: (cells: readonly GridCell[]) => void;
  readonly undo: () => void;
  /** A read waits for lookups that still run. */
  readonly isReading: boolean;
  /**
   * All rows as values to send, once the lookups that still run have ended. Null when a cell is wrong, and then every wrong cell says so;
   * null too when somebody waits for them already.
   */
  readonly read: () => Promise<readonly GridLine[] | null>;
  /** Puts the server's refusals (`lines.2.quantity`, counted as they were read) at their cells. Gives back those without a cell. */
  readonly placeRefusals: (errors: readonly FieldProblem[], prefix?: string) => readonly FieldProblem[];
  /** After it was sent: the draft is no longer needed. */
  readonly settle: (rows?: readonly GridRow[]) => void;
  /** Throws the restored draft away. */
  readonly discard: () => void;
}

const UNDO_STEPS = 60;
const LOOKUPS_AT_ONCE = 6;
let keyCount = 0;
const newKey = () => {
  keyCount += 1;
  return `n${Date.now().toString(36)}-${keyCount}`;
};

/** State of an editable grid: rows as typed, problems, undo, draft. Draw it with `<LineGrid grid={grid} />`. */
export function useLineGrid(options: GridOptions): LineGridState {
  const locale = useLocale();
  const { columns, draft, fixedRows = false } = options;
  const context = useMemo<GridContext>(() => ({ columns, locale, today: todayInJapan(), newKey }), [columns, locale]);
  const [stored] = useState(() => (draft === undefined ? undefined : readDraft<readonly GridRow[]>(draft)));
  const [rows, setRows] = useState<readonly GridRow[]>(() => stored ?? options.initial ?? []);
  const [restored, setRestored] = useState(stored !== undefined);
  const [isDirty, setDirty] = useState(stored !== undefined);
  const [showAll, setShowAll] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, CellProblem>>>({});
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [isReading, setReading] = useState(false);
  const [lookups] = useState(createRunningLookups);
  const history = useRef<(readonly GridRow[])[]>([]);
  const sentKeys = useRef<readonly string[]>([]);
  const latest = useRef({ rows, options, context });
  latest.current = { rows, options, context };

  const apply = useCallback((change: (rows: readonly GridRow[]) => readonly GridRow[], remember = true) => {
    const before = latest.current.rows;
    const after = change(before);
    if (after === before) return;
    if (remember) history.current = [...history.current.slice(1 - UNDO_STEPS), before];
    latest.current.rows = after;
    setRows(after);
    setDirty(true);
  }, []);

  useEffect(() => {
    if (draft === undefined || !isDirty) return;
    const timer = setTimeout(() => keepDraft(draft, filledRows(columns, rows)), 300);
    return () => clearTimeout(timer);
  }, [draft, isDirty, rows, columns]);

  /** Lets the page fill other cells of these rows, all in one step. */
  const settleCells = useCallback(
    async (keys: readonly string[], column: string) => {
      const { onCell } = latest.current.options;
      if (!onCell) return;
      const wanted = new Set(keys);
      const rows = latest.current.rows.filter(({ key }) => wanted.has(key));
      const texts = new Map(
        await Promise.all(rows.map(async (row) => [row.key, (await onCell(row, column)) ?? {}] as const)),
      );
      apply((rows) => rows.map((row) => fillTexts(row, texts.get(row.key) ?? {})), false);
    },
    [apply],
  );
  const setRefusal = useCallback((key: string, column: string, problem: CellProblem | null) => {
    setRefused((before) => {
      const { [`${key} ${column}`]: _gone, ...rest } = before;
      return problem ? { ...rest, [`${key} ${column}`]: problem } : rest;
    });
  }, []);

  /** One question per text, however many rows hold it: a column pasted from a spreadsheet often repeats. */
  const lookUpText = useCallback(
    async (columnId: string, text: string, keys: ReadonlySet<string>) => {
      const column = latest.current.options.columns.find(({ id }) => id === columnId);
      if (column?.kind !== "lookup") return;
      const refuse = (code: string) => {
        for (const key of keys) setRefusal(key, columnId, { code, values: { text } });
      };
      try {
        const found = chooseHit(text, await column.lookup(text, AbortSignal.timeout(15_000)));
        if (found === "several") refuse("LOOKUP_AMBIGUOUS");
        if (found === "several" || found === "none") return;
        const still = (row: GridRow) => keys.has(row.key) && row.cells[columnId]?.trim() === text;
        const settled = latest.current.rows.filter(still).map(({ key }) => key);
        apply((rows) => rows.map((row) => (still(row) ? pointAt(row, columnId, found) : row)), false);
        await settleCells(settled, columnId);
      } catch {
        refuse("LOOKUP_FAILED");
      }
    },
    [apply, setRefusal, settleCells],
  );
  const lookUp = useCallback(
    async (cells: readonly GridCell[]) => {
      const groups = new Map<string, { column: string; text: string; keys: Set<string> }>();
      for (const { key, column } of cells) {
        const text = latest.current.rows.find((row) => row.key === key)?.cells[column]?.trim() ?? "";
        if (text === "") continue;
        const group = groups.get(`${column} ${text}`) ?? { column, text, keys: new Set<string>() };
        group.keys.add(key);
        groups.set(`${column} ${text}`, group);
      }
      const places = [...groups.values()].flatMap(({ column, keys }) => [...keys].map((key) => `${key} ${column}`));
      setPending((before) => new Set([...before, ...places]));
      const waiting = [...groups.values()];
      const work = async () => {
        for (let group = waiting.pop(); group; group = waiting.pop()) {
          await lookUpText(group.column, group.text, group.keys);
        }
      };
      await Promise.all(Array.from({ length: LOOKUPS_AT_ONCE }, work));
      const done = new Set(places);
      setPending((before) => new Set([...before].filter((place) => !done.has(place))));
    },
    [lookUpText],
  );

  const setCell = useCallback(
    (key: string, column: string, text: string, hit?: LookupHit) => {
      const known = latest.current.rows.some((row) => row.key === key);
      apply((rows) => {
        const list = known ? rows : [...rows, { ...newRow(latest.current.context, rows.at(-1)), key }];
        return list.map((row) => {
          if (row.key !== key) return row;
          return hit ? pointAt(row, column, hit) : setText(row, column, text);
        });
      });
      setRefusal(key, column, null);
      const kind = latest.current.options.columns.find(({ id }) => id === column)?.kind;
      if (kind === "lookup" && !hit && text.trim() !== "") lookups.track(lookUp([{ key, column }]));
      else lookups.track(settleCells([key], column));
    },
    [apply, lookUp, lookups, setRefusal, settleCells],
  );

  const problemAt = useCallback(
    (row: GridRow, column: GridColumn): CellProblem | null => {
      const place = `${row.key} ${column.id}`;
      if (refused[place]) return refused[place];
      if (pending.has(place) || isBlank(columns, row)) return null;
      const reading = readGridCell(column, row, locale);
      if (reading.ok || (reading.problem.code === "CELL_REQUIRED" && !showAll)) return null;
      return reading.problem;
    },
    [refused, pending, columns, locale, showAll],
  );
  const filled = useMemo(() => filledRows(columns, rows), [columns, rows]);
  const problemCount = filled.reduce(
    (count, row) => count + columns.filter((column) => problemAt(row, column) !== null).length,
    0,
  );

  // The blank row keeps its key until somebody types in it, so that the cursor does not lose its place.
  const ghost = useRef<GridRow>(null);
  if (ghost.current === null || rows.some(({ key }) => key === ghost.current!.key))
    ghost.current = { key: newKey(), cells: {} };
  const lastIsBlank = rows.length > 0 && isBlank(columns, rows.at(-1)!);
  const shown = fixedRows || lastIsBlank ? rows : [...rows, ghost.current];

  return {
    columns,
    rows: shown,
    filled,
    context,
    fixedRows,
    problemAt,
    problemCount,
    isDirty,
    restored,
    pending,
    replace: useCallback((next: readonly GridRow[]) => apply(() => next), [apply]),
    setCell,
    lookUp: useCallback((cells: readonly GridCell[]) => lookups.track(lookUp(cells)), [lookUp, lookups]),
    undo: useCallback(() => {
      const before = history.current.at(-1);
      if (!before) return;
      history.current = history.current.slice(0, -1);
      apply(() => before, false);
    }, [apply]),
    isReading,
    read: useCallback(async () => {
      setReading(true);
      if (!(await lookups.settled())) return null;
      setReading(false);
      const { rows, options, context } = latest.current;
      setShowAll(true);
      const filled = filledRows(options.columns, rows);
      sentKeys.current = filled.map(({ key }) => key);
      const lines = filled.map((row) => readLine(options.columns, row, context.locale));
      return lines.every((line) => line !== null) ? (lines as GridLine[]) : null;
    }, [lookups]),
    placeRefusals: useCallback((errors: readonly FieldProblem[], prefix = "lines") => {
      const placed: Record<string, CellProblem> = {};
      const rest = errors.filter((error) => {
        const [head, index, column] = (error.field ?? "").split(".");
        const key = head === prefix ? sentKeys.current[Number(index)] : undefined;
        const target =
          latest.current.options.columns.find(({ id }) => id === column) ?? latest.current.options.columns[0];
        if (key === undefined || !target) return true;
        placed[`${key} ${target.id}`] = { code: error.code, detail: error.detail };
        return false;
      });
      setRefused(placed);
      return rest;
    }, []),
    settle: useCallback(
      (next?: readonly GridRow[]) => {
        if (draft !== undefined) dropDraft(draft);
        history.current = [];
        setDirty(false);
        setRestored(false);
        setShowAll(false);
        setRefused({});
        if (next) setRows(next);
      },
      [draft],
    ),
    discard: useCallback(() => {
      if (draft !== undefined) dropDraft(draft);
      setRows(latest.current.options.initial ?? []);
      setDirty(false);
      setRestored(false);
    }, [draft]),
  };
}

function readLine(columns: readonly GridColumn[], row: GridRow, locale: "ja" | "en"): GridLine | null {
  const values: Record<string, string> = {};
  for (const column of columns) {
    const reading = readGridCell(column, row, locale);
    if (!reading.ok) return null;
    if (column.kind !== "computed") values[column.id] = reading.value;
  }
  return { key: row.key, values, row };
}

function pointAt(row: GridRow, column: string, hit: LookupHit): GridRow {
  return { ...row, cells: { ...row.cells, [column]: hit.code }, hits: { ...row.hits, [column]: hit } };
}

function fillTexts(row: GridRow, texts: Readonly<Record<string, string>>): GridRow {
  return Object.entries(texts).reduce((changed, [id, text]) => setText(changed, id, text), row);
}
