import {
  assert,
  problemAt,
  type TableLocale,
  type TableProblem,
  type TableReading,
  type TableRow,
  type TableSpec,
  writeRow,
} from "../../../domain/shared/index.ts";
import type { FileForm } from "./table.worker.ts";

/** What a target is told beside the rows. */
export interface ImportContext {
  readonly locale: TableLocale;
  /** hand to `changedColumns`: the file could not tell some dashes and tildes from their twins */
  readonly isFromShiftJis: boolean;
}

/** What the import would do with a row, or why it cannot. `action` is what the target needs to carry it out. */
export type RowDecision<Row, Action> =
  | { readonly does: "insert" | "update"; readonly action: Action }
  | { readonly does: "unchanged" }
  | { readonly does: "problem"; readonly problems: readonly [RowProblem<Row>, ...RowProblem<Row>[]] };

export interface RowProblem<Row> {
  /** the column it stands in, when it is one cell's */
  readonly field?: keyof Row & string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * What an area gives so that its table can be imported.
 * `Tx` is the area's way to the database (`Tx` of server/platform); this frame only passes it on.
 */
export interface ImportTarget<Row, Tx, Action> {
  readonly spec: TableSpec<Row>;
  /**
   * Decides on each row by what is stored: one decision per row, in the same order. It only reads, in a few statements for all
   * rows, and finds every business problem (an unknown item, a unit without conversion, a closed period).
   */
  resolve(tx: Tx, rows: readonly TableRow<Row>[], context: ImportContext): Promise<readonly RowDecision<Row, Action>[]>;
  /**
   * Carries the decisions out. What fails here is thrown, and the whole transaction goes back.
   *
   * @param fileName as the browser said it; empty for rows that came from no file
   */
  apply(tx: Tx, actions: readonly PlannedAction<Action>[], fileName?: string): Promise<void>;
}

export interface PlannedAction<Action> {
  readonly line: number;
  readonly does: "insert" | "update";
  readonly action: Action;
}

export interface ImportOptions {
  readonly locale: TableLocale;
  /** import the good rows although others have problems; problems of the whole file still stop everything */
  readonly partial?: boolean;
  /** Told to the target, for what keeps its imports apart. */
  readonly fileName?: string;
}

/** What was done (or would be done). The counts of a refused import are those of its good rows. */
export interface ImportResult {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** by line; `problemCount` counts those not listed too */
  readonly problems: readonly TableProblem[];
  readonly problemCount: number;
  /** rows of the file below its header */
  readonly rowCount: number;
  /** true when the import was carried out, or in a preview: when it would be */
  readonly isAccepted: boolean;
}

export interface ImportPreview extends ImportResult {
  readonly headers: readonly string[];
  /** the first good rows as they are understood */
  readonly sample: readonly {
    readonly line: number;
    readonly does: "insert" | "update" | "unchanged";
    readonly cells: string[];
  }[];
}

/** What `readTableFile` gives; rows pasted into a screen have no form. */
export type ImportSource<Row> = TableReading<Row> & { readonly form?: FileForm };

const PROBLEMS_LISTED = 1000;
const SAMPLE_ROWS = 100;

/** What an import would do. Writes nothing. */
export async function previewImport<Row, Tx, Action>(
  tx: Tx,
  target: ImportTarget<Row, Tx, Action>,
  source: ImportSource<Row>,
  options: ImportOptions,
): Promise<ImportPreview> {
  const { result, decisions } = await decide(tx, target, source, options);
  const sample: ImportPreview["sample"][number][] = [];
  for (let index = 0; index < decisions.length && sample.length < SAMPLE_ROWS; index += 1) {
    const { does } = decisions[index]!;
    const row = source.rows[index]!;
    if (does !== "problem")
      sample.push({ line: row.line, does, cells: writeRow(target.spec, row.values, options.locale) });
  }
  return { ...result, headers: target.spec.columns.map((column) => column.header[options.locale]), sample };
}

/**
 * Imports: all rows or none, unless `partial`. The caller's transaction makes it one step; nothing is written when
 * `isAccepted` is false. A second import of the same file finds every row unchanged.
 */
export async function applyImport<Row, Tx, Action>(
  tx: Tx,
  target: ImportTarget<Row, Tx, Action>,
  source: ImportSource<Row>,
  options: ImportOptions,
): Promise<ImportResult> {
  const { result, decisions } = await decide(tx, target, source, options);
  if (!result.isAccepted) return result;
  const actions: PlannedAction<Action>[] = [];
  decisions.forEach((decision, index) => {
    if (decision.does !== "insert" && decision.does !== "update") return;
    actions.push({ line: source.rows[index]!.line, does: decision.does, action: decision.action });
  });
  if (actions.length > 0) await target.apply(tx, actions, options.fileName);
  return result;
}

async function decide<Row, Tx, Action>(
  tx: Tx,
  target: ImportTarget<Row, Tx, Action>,
  source: ImportSource<Row>,
  { locale, partial = false }: ImportOptions,
): Promise<{ result: ImportResult; decisions: readonly RowDecision<Row, Action>[] }> {
  const { rows } = source;
  // The list of problems may be cut; a file's own problems come first in it (its header), or last when it has no rows at all.
  const isFileBlocked = source.problems.some((problem) => problem.blocks === "file");
  const context = { locale, isFromShiftJis: source.form === "shift_jis" };
  const decisions = rows.length === 0 || isFileBlocked ? [] : await target.resolve(tx, rows, context);
  assert(isFileBlocked || decisions.length === rows.length, "one decision per row");
  const counts = { insert: 0, update: 0, unchanged: 0, problem: 0 };
  const found: TableProblem[] = [];
  let foundCount = 0;
  decisions.forEach((decision, index) => {
    counts[decision.does] += 1;
    if (decision.does !== "problem") return;
    foundCount += decision.problems.length;
    if (found.length >= PROBLEMS_LISTED) return;
    for (const problem of decision.problems) found.push(problemAt(target.spec, rows[index]!, locale, problem));
  });
  const badRowCount = source.rowCount - rows.length + counts.problem;
  const problems = [...source.problems, ...found].sort((a, b) => a.line - b.line).slice(0, PROBLEMS_LISTED);
  const result: ImportResult = {
    inserted: counts.insert,
    updated: counts.update,
    unchanged: counts.unchanged,
    problems,
    problemCount: source.problemCount + foundCount,
    rowCount: source.rowCount,
    isAccepted: !isFileBlocked && (partial || badRowCount === 0),
  };
  return { result, decisions };
}
