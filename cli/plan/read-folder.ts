import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problemAt, readTable, type TableProblem, type TableRow, type TableSpec } from "../../domain/shared/index.ts";
import type { Language } from "../../server/platform/embedded/index.ts";
import { parseDelimited } from "../../server/platform/files/delimited.ts";
import { detect } from "../../server/platform/files/detect.ts";
import { FILE_LIMITS } from "../../server/platform/files/limits.ts";
import { filled, reasonSentence } from "./reason-sentence.ts";
import { NEEDED_FILES, PLAN_TABLES, type PlanFile } from "./tables.ts";

type RowsOf<File extends PlanFile> =
  (typeof PLAN_TABLES)[File] extends TableSpec<infer Row> ? readonly TableRow<Row>[] : never;
export type PlanTables = { readonly [File in PlanFile]: RowsOf<File> };

/** What is wrong in a folder, one sentence each: file, line, column, cell, reason. */
export class FolderProblems {
  readonly sentences: string[] = [];
  readonly #language: Language;
  constructor(language: Language) {
    this.#language = language;
  }

  /** At a cell of a row that was read. */
  at<File extends PlanFile>(file: File, row: TableRow<unknown>, field: string, code: string, values = {}): void {
    const spec = PLAN_TABLES[file] as unknown as TableSpec<Record<string, unknown>>;
    const place = row as TableRow<Record<string, unknown>>;
    this.add(file, problemAt(spec, place, this.#language, { field, code, values }));
  }

  add(file: PlanFile, { line, column, cell, code, values }: TableProblem): void {
    const where =
      this.#language === "ja"
        ? [`${file}.csv`, `${line}行`, column && `列「${column}」`, cell && `「${cell}」`]
        : [`${file}.csv`, `line ${line}`, column && `column "${column}"`, cell && `"${cell}"`];
    this.sentences.push(`${where.filter(Boolean).join(" ")}: ${sentence(code, values, this.#language)}`);
  }

  file(file: PlanFile, code: string, values: Readonly<Record<string, string | number>> = {}): void {
    this.sentences.push(`${file}.csv: ${sentence(code, values, this.#language)}`);
  }
}

/** Reads every file of a folder (UTF-8 or Shift_JIS, comma or tab); a file that is missing but not needed has no rows. */
export function readFolder(folder: string, language: Language, problems: FolderProblems): PlanTables {
  const tables = Object.keys(PLAN_TABLES).map((name) => {
    const file = name as PlanFile;
    return [file, readFile(folder, file, language, problems)] as const;
  });
  return Object.fromEntries(tables) as unknown as PlanTables;
}

function readFile(folder: string, file: PlanFile, language: Language, problems: FolderProblems): readonly unknown[] {
  const path = join(folder, `${file}.csv`);
  if (!existsSync(path)) {
    if (NEEDED_FILES.includes(file)) problems.file(file, "FILE_MISSING");
    return [];
  }
  const found = detect(readFileSync(path), FILE_LIMITS);
  if (!found.ok) {
    problems.file(file, found.refusals[0].code, found.refusals[0].values);
    return [];
  }
  if (found.value.kind !== "text") {
    problems.file(file, "FILE_NOT_TABLE");
    return [];
  }
  const cells = parseDelimited(found.value.text, FILE_LIMITS);
  if (!cells.ok) {
    problems.file(file, cells.refusals[0].code, cells.refusals[0].values);
    return [];
  }
  const spec = PLAN_TABLES[file] as unknown as TableSpec<Record<string, unknown>>;
  const { rows, problems: wrong } = readTable(spec, cells.value.cells, language, { lines: cells.value.lines });
  // A file of nothing but its header says that there is nothing of it.
  for (const problem of wrong)
    if (problem.code !== "TABLE_WITHOUT_ROWS" || NEEDED_FILES.includes(file)) problems.add(file, problem);
  return rows;
}

const OWN_SENTENCES: Readonly<Record<string, { ja: string; en: string }>> = {
  FILE_MISSING: { ja: "ファイルがありません。", en: "The file is missing." },
  TIME_INVALID: { ja: "時刻ではありません（例: 08:00）。", en: "This is not a time of day (for example 08:00)." },
  DAYS_INVALID: {
    ja: "曜日を1〜7の数字で並べてください（例: 12345）。",
    en: "Write the days as digits 1 to 7 (for example 12345).",
  },
  BREAKS_INVALID: { ja: "休憩は 12:00-13:00 のように書いてください。", en: "Write breaks as 12:00-13:00." },
  CALENDAR_DIFFERS: {
    ja: "同じカレンダーの行は、曜日と祝日休みを同じにしてください。",
    en: "The rows of one calendar must have the same days and holidays.",
  },
  NOT_THERE: { ja: "{{file}}.csv にありません。", en: "It does not stand in {{file}}.csv." },
  MACHINE_OR_GROUP: {
    ja: "設備グループ、設備、外注先のどれかが必要です。",
    en: "A machine group, machines or a partner is needed.",
  },
  ITEM_WITHOUT_ROUTING: {
    ja: "この品目の工順が routings.csv にありません。",
    en: "routings.csv has no operation of this item.",
  },
};

function sentence(code: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  const own = OWN_SENTENCES[code]?.[language];
  return own === undefined ? reasonSentence({ code, values }, language) : filled(own, values);
}
