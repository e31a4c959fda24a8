import { z } from "zod";
import { type Outcome, ok, refuse, type TableSpec, type Words } from "../../../domain/shared/index.ts";
import { announce, audit, type Tx } from "../db/index.ts";
import { loadTexts } from "../http/messages.ts";
import { defineRoute, FileAnswer, type Locale, type Route, type UploadedFile } from "../http/route.ts";
import { type ExportedFile, exportTable, exportTemplate } from "./export-frame.ts";
import { collect, exportQueryShape, fileShape, templateQuery } from "./file-shapes.ts";
import { applyImport, type ImportResult, type ImportTarget, previewImport } from "./import-frame.ts";
import { FILE_LIMITS } from "./limits.ts";
import { readTableFile, type TableFile } from "./read-table-file.ts";

/** What an area gives to have its table read from files and written to them. */
export interface ImportRoutes<Row, Action> {
  /** The area whose message files hold the sentences of its problems. */
  readonly area: string;
  /** Further areas whose sentences its problems may use: those below it. */
  readonly textAreas?: readonly string[];
  /** Address of the list the table belongs to: `/items`. */
  readonly path: `/${string}`;
  /** `read` to download, `write` to import. */
  readonly permission: { readonly read: `${string}.${string}`; readonly write: `${string}.${string}` };
  readonly target: ImportTarget<Row, Tx, Action>;
  /** Every row of the acting company, in the order a person expects. */
  readonly rows: (tx: Tx) => Promise<Iterable<Row>>;
  /** What screens are told after an import: `items.item`. */
  readonly announces: string;
}

/** The form's fields beside its one file. */
const importForm = z.object({
  partial: z.stringbool().default(false).meta({ description: "import the good rows although others have problems" }),
  ignoreUnknownColumns: z.stringbool().default(false),
});

export const importProblemShape = z.object({
  line: z.int().meta({ description: "line of the file, the first is 1" }),
  field: z.string().optional(),
  column: z.string(),
  cell: z.string().meta({ description: "what stood in the cell" }),
  code: z.string(),
  text: z.string().meta({ description: "the sentence, in the caller's language" }),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  blocks: z.enum(["nothing", "row", "file"]),
});
export const importResultShape = z
  .object({
    isAccepted: z.boolean().meta({ description: "false: nothing was written" }),
    inserted: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rowCount: z.int(),
    problems: z.array(importProblemShape),
    problemCount: z.int(),
  })
  .meta({ id: "ImportResult" });
export const importPreviewShape = importResultShape
  .extend({
    headers: z.array(z.string()),
    sample: z.array(
      z.object({ line: z.int(), does: z.enum(["insert", "update", "unchanged"]), cells: z.array(z.string()) }),
    ),
  })
  .meta({ id: "ImportPreview" });

/**
 * The four routes of a table in files:
 *
 * - `GET <path>/template?format=&encoding=`: an empty file to fill in
 * - `GET <path>/export?format=&encoding=`: all rows, in the form the import takes
 * - `POST <path>/import/preview`: what an import would do; writes nothing
 * - `POST <path>/import`: all rows or none (unless `partial`); `isAccepted: false` means nothing was written
 *
 * The last two take a form with one file (field `file`). A file that is no table is refused as a whole; what is wrong in
 * single rows stands in `problems` with line, column, original cell and sentence.
 */
export function importRoutes<Row, Action>(table: ImportRoutes<Row, Action>): Route[] {
  const { path, permission, target } = table;
  const { spec } = target;
  const summary = (en: string, ja: string) => ({ en: `${spec.name.en}: ${en}`, ja: `${spec.name.ja}：${ja}` });
  const upload = { maxBytes: FILE_LIMITS.maxBytes };
  return [
    defineRoute({
      method: "GET",
      url: `${path}/template`,
      kind: "read",
      permission: permission.read,
      summary: summary("an empty file to fill in", "取込用の雛形"),
      query: templateQuery,
      response: fileShape,
      handler: async ({ query, locale }) => toAnswer(await exportTemplate(spec, { ...query, locale })),
    }),
    defineRoute({
      method: "GET",
      url: `${path}/export`,
      kind: "read",
      permission: permission.read,
      summary: summary("all rows as a file", "ファイルに出力"),
      query: exportQueryShape,
      response: fileShape,
      patienceSeconds: 60,
      handler: async ({ tx, query, locale }) => answerTable(spec, await table.rows(tx), { ...query, locale }),
    }),
    defineRoute({
      method: "POST",
      url: `${path}/import/preview`,
      kind: "read",
      permission: permission.write,
      summary: summary("what an import would do", "取込の確認"),
      body: importForm,
      response: importPreviewShape,
      upload,
      patienceSeconds: 120,
      handler: async ({ tx, files, body, locale }) => {
        const file = await readFile(files, spec, body, locale);
        if (!file.ok) return file;
        const preview = await previewImport(tx, target, file.value, { locale, partial: body.partial });
        return ok({
          ...inWords(preview, table, locale),
          headers: [...preview.headers],
          sample: [...preview.sample],
        });
      },
    }),
    defineRoute({
      method: "POST",
      url: `${path}/import`,
      kind: "command",
      permission: permission.write,
      summary: summary("import a file", "取込"),
      body: importForm,
      response: importResultShape,
      upload,
      patienceSeconds: 120,
      handler: async ({ tx, files, body, locale }) => {
        const file = await readFile(files, spec, body, locale);
        if (!file.ok) return file;
        const fileName = files[0]!.name;
        const result = await applyImport(tx, target, file.value, { locale, partial: body.partial, fileName });
        const { inserted, updated } = result;
        if (result.isAccepted && inserted + updated > 0) {
          const subjectKind = table.announces.split(".").at(-1)!;
          await audit(tx, [
            {
              command: `${table.area}.import`,
              subjectKind,
              subjectId: null,
              details: { table: spec.name.en, file: fileName, inserted, updated },
            },
          ]);
          await announce(tx, [{ kind: table.announces, subjectId: null }]);
        }
        return ok(inWords(result, table, locale));
      },
    }),
  ];
}

async function readFile<Row>(
  files: readonly UploadedFile[],
  spec: TableSpec<Row>,
  options: { readonly ignoreUnknownColumns: boolean },
  locale: Locale,
): Promise<Outcome<TableFile<Row>>> {
  const [file] = files;
  if (!file) return refuse("REQUIRED", undefined, "file");
  const read = await readTableFile(file.bytes, spec, { locale, ignoreUnknownColumns: options.ignoreUnknownColumns });
  return read.ok ? read : refuse(read.refusals[0].code, read.refusals[0].values, "file");
}

/** Rows as the file a route answers with: lists and reports that are not imported. */
export async function answerTable<Row>(
  spec: TableSpec<Row>,
  rows: Iterable<Row>,
  options: z.output<typeof exportQueryShape> & { readonly locale: Locale },
): Promise<Outcome<FileAnswer>> {
  return toAnswer(await exportTable(spec, rows, options));
}

async function toAnswer(file: Outcome<ExportedFile>): Promise<Outcome<FileAnswer>> {
  if (!file.ok) return file;
  const { fileName, contentType, stream } = file.value;
  return ok(new FileAnswer({ name: fileName, contentType, bytes: await collect(stream) }));
}

const texts = new Map<string, ReturnType<typeof loadTexts>>();

/** The result with each problem's sentence, from the files' own texts and the area's. */
function inWords(
  result: ImportResult,
  { area, textAreas = [] }: { readonly area: string; readonly textAreas?: readonly string[] },
  locale: keyof Words,
): z.input<typeof importResultShape> {
  let localize = texts.get(area);
  if (!localize) {
    localize = loadTexts([...textAreas, area].map((id) => ({ id, routes: [] })));
    texts.set(area, localize);
  }
  const { isAccepted, inserted, updated, unchanged, rowCount, problemCount } = result;
  const problems = result.problems.map((problem) => ({
    ...problem,
    values: { ...problem.values },
    text: localize(problem, locale),
  }));
  return { isAccepted, inserted, updated, unchanged, rowCount, problemCount, problems };
}
