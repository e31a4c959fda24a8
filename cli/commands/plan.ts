import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CellValue, isPlainDate, type TableSpec, writeTable } from "../../domain/shared/index.ts";
import { OperatorMessage } from "../../server/platform/embedded/index.ts";
import { csvLine } from "../../server/platform/files/delimited.ts";
import { type Command, type Terminal, UsageError } from "../command.ts";
import { readOptions } from "../options.ts";
import { EXAMPLE_FACTORY } from "../plan/example-factory.ts";
import { planFolder, recordsOf } from "../plan/plan-folder.ts";
import { FolderProblems, readFolder } from "../plan/read-folder.ts";
import { reasonSentence } from "../plan/reason-sentence.ts";
import { resultFiles } from "../plan/result-files.ts";
import { PLAN_TABLES, type PlanFile } from "../plan/tables.ts";

const METHODS = ["forward", "backward", "bottleneck"] as const;
const HORIZON_DAYS = 365;
const PROBLEMS_SHOWN = 50;
const MOVES = 20_000;

/** Plans and schedules a factory from files alone: no server, no database, nothing is kept but the files it writes. */
export const planCommand: Command = {
  name: "plan",
  summary: {
    ja: "CSVファイルの工場を、サーバーなしで所要量計画し日程を組みます",
    en: "plan and schedule a factory from CSV files, without a server",
  },
  usage: "--in FOLDER --out FOLDER [--today DATE] [--method METHOD] [--moves N] | --template FOLDER",
  options: [
    {
      name: "--in FOLDER",
      text: { ja: "items.csv などを読むフォルダー", en: "where items.csv and the others are read" },
    },
    { name: "--out FOLDER", text: { ja: "結果を書くフォルダー", en: "where the results are written" } },
    {
      name: "--template FOLDER",
      text: { ja: "見本のファイルを書くフォルダー", en: "where template files are written" },
    },
    {
      name: "--today DATE",
      text: { ja: "計画の最初の日（既定: 今日）", en: "the first day of the plan (default: today)" },
    },
    {
      name: "--method METHOD",
      text: {
        ja: "forward（前から）、backward（納期から）、bottleneck（ネックから）",
        en: "forward, backward (just in time) or bottleneck (the most loaded machines first)",
      },
    },
    {
      name: "--moves N",
      text: {
        ja: `遅れを減らす試行の回数（既定 ${MOVES}）`,
        en: `moves tried to make it less late (default ${MOVES})`,
      },
    },
  ],
  async run(args, terminal) {
    const { values } = readOptions(args, {
      in: { type: "string" },
      out: { type: "string" },
      template: { type: "string" },
      today: { type: "string" },
      method: { type: "string" },
      moves: { type: "string" },
    });
    if (values.template !== undefined) return writeTemplates(values.template, terminal);
    const { in: from, out: to, today = todayInJapan(), method = "forward", moves = String(MOVES) } = values;
    if (!from || !to) throw new UsageError("--in, --out");
    if (!isPlainDate(today)) throw new UsageError(`--today ${today}`);
    const chosen = METHODS.find((known) => known === method);
    if (!chosen) throw new UsageError(`--method ${METHODS.join(" | ")}`);
    if (!/^\d+$/.test(moves)) throw new UsageError(`--moves ${moves}`);
    return plan(from, to, { today, horizonDays: HORIZON_DAYS, method: chosen, budgetMoves: Number(moves) }, terminal);
  },
};

function plan(from: string, to: string, options: Parameters<typeof planFolder>[2], terminal: Terminal): number {
  const { language, say } = terminal;
  if (!existsSync(from) || !statSync(from).isDirectory())
    throw new OperatorMessage("FOLDER_MISSING", {
      ja: `フォルダーがありません: ${from}`,
      en: `There is no folder ${from}`,
    });
  refuseFile(to);
  const problems = new FolderProblems(language);
  const tables = readFolder(from, language, problems);
  const records = problems.sentences.length === 0 ? recordsOf(tables, problems, options) : null;
  if (!records || problems.sentences.length > 0) return tellProblems(problems.sentences, terminal);
  const planned = planFolder(tables, records, options);
  if (!planned.ok)
    return tellProblems(
      planned.refusals.map(({ code, values }) => reasonSentence({ code, values: values ?? {} }, language)),
      terminal,
    );
  onDisk(to, () => mkdirSync(to, { recursive: true }));
  for (const { name, header, rows } of resultFiles(planned.value, language)) writeCsv(to, name, [header, ...rows]);
  const { schedule, plan, leftOut: notScheduled } = planned.value;
  const ended = schedule.orders.filter(({ end }) => end !== null);
  const late = ended.filter(({ lateMinutes }) => lateMinutes > 0).length;
  const out = new Set(notScheduled.flatMap(({ orderId }) => orderId ?? [])).size;
  // Items in a circle cannot be planned; everything else is.
  const leftOut = plan.leftOut.map(({ code, values }) => reasonSentence({ code, values: values ?? {} }, language));
  if (leftOut.length > 0) say({ ja: leftOut.join("\n"), en: leftOut.join("\n") });
  say({
    ja: `計画オーダー ${plan.orders.length}件、例外 ${plan.exceptions.length}件。日程: 指図 ${ended.length}件のうち ${late}件が遅れ、日程に入らない指図 ${out}件。${to} に書きました。`,
    en: `${counted(plan.orders.length, "planned order")}, ${counted(plan.exceptions.length, "exception")}. Scheduled ${counted(ended.length, "order")}, ${late} of them late; ${counted(out, "order")} could not be scheduled. Written to ${to}.`,
  });
  return 0;
}

function tellProblems(sentences: readonly string[], { say }: Terminal): number {
  const shown = sentences.slice(0, PROBLEMS_SHOWN);
  say({
    ja: [...shown, `問題 ${sentences.length}件。何も書いていません。`].join("\n"),
    en: [...shown, `${counted(sentences.length, "problem")}. Nothing was written.`].join("\n"),
  });
  return 1;
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Files of a small factory that plans as it stands. What stands in the folder already may be somebody's own data: it is never written over. */
function writeTemplates(folder: string, { language, say }: Terminal): number {
  const files = Object.keys(PLAN_TABLES) as PlanFile[];
  refuseFile(folder);
  const there = files.map((file) => `${file}.csv`).filter((name) => existsSync(join(folder, name)));
  if (there.length > 0)
    throw new OperatorMessage("FILES_EXIST", {
      ja: `${folder} にすでに ${there.join("、")} があります。上書きしないよう、何も書いていません。空のフォルダーを指定してください。`,
      en: `${folder} already holds ${there.join(", ")}. Nothing was written, so that nothing is lost. Name an empty folder.`,
    });
  onDisk(folder, () => mkdirSync(folder, { recursive: true }));
  for (const file of files) {
    const spec = PLAN_TABLES[file] as unknown as TableSpec<Record<string, CellValue>>;
    const rows = EXAMPLE_FACTORY[file] as unknown as readonly Record<string, CellValue>[];
    writeCsv(folder, file, writeTable(spec, rows, language));
  }
  say({
    ja: `小さな工場の見本を ${folder} に書きました。そのまま計画できます（--today 2026-12-07）。自社のデータに書き換えてください。`,
    en: `Files of a small factory were written to ${folder}. It can be planned as it stands (--today 2026-12-07); put your own data in its place.`,
  });
  return 0;
}

function refuseFile(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new OperatorMessage("FOLDER_IS_FILE", {
      ja: `${folder} はフォルダーではなくファイルです。フォルダーを指定してください。`,
      en: `${folder} is a file, not a folder. Name a folder.`,
    });
}

/** Trouble of the disk in a sentence: no permission, no room, a file where a folder should be. */
function onDisk(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const reason = (cause as Error).message;
    const texts = { ja: `${path} に書けません（${reason}）。`, en: `${path} cannot be written (${reason}).` };
    throw new OperatorMessage("NOT_WRITTEN", texts, { cause });
  }
}

/** With the mark by which Excel knows UTF-8. */
function writeCsv(folder: string, name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => String(cell ?? ""));
    return csvLine(
      cells,
      cells.map((cell) => /^-?\d+(\.\d+)?$/.test(cell)),
    );
  });
  const path = join(folder, `${name}.csv`);
  onDisk(path, () => writeFileSync(path, `\ufeff${lines.join("")}`));
}

function todayInJapan(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date());
}
