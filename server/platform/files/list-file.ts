import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import {
  assert,
  type CellValue,
  type ColumnSpec,
  type Outcome,
  ok,
  refuse,
  type TableSpec,
  unitWord,
} from "../../../domain/shared/index.ts";
import { wordIn, wordsIn } from "../http/messages.ts";
import type { Locale, Route } from "../http/route.ts";
import { exportQueryShape, fileShape } from "./file-shapes.ts";
import { answerTable } from "./import-routes.ts";

/** One column of a list's file, headed by the very text that heads it on the screen. */
export interface ListFileColumn {
  /** The row's field; a dotted way into it: `itemNames.ja`. */
  readonly field: string;
  /** Key of its text in the areas' message files. */
  readonly label: string;
  /** Beginning of the keys of its words, for states and kinds: `trade.state.S.`. */
  readonly words?: string | ((row: never) => string);
}

/** The files of an area's lists, by the list's address: `/lots`. */
export type ListFiles = Readonly<Record<string, ListFile>>;

interface ListFile {
  /** Key of the list's title: names the file and its sheet. */
  readonly title: string | ((query: never) => string);
  readonly columns: readonly ListFileColumn[] | ((query: never) => readonly ListFileColumn[]);
}

type Json = Readonly<Record<string, unknown>>;
type Handler = (context: object) => Promise<unknown>;

const ROWS_PER_PAGE = 200;
const MOST_ROWS = 100_000;

/** An area's routes with the files of its lists; a file of a list that is not there does not start. */
export function withFiles(routes: readonly Route[], files: ListFiles): Route[] {
  const isList = (route: Route) => route.method === "GET" && files[route.url] !== undefined;
  const missing = Object.keys(files).filter((url) => !routes.some((route) => isList(route) && route.url === url));
  assert(missing.length === 0, `lists with a file are there: ${missing.join(", ")}`);
  return routes.flatMap((route) => (isList(route) ? withFile(route, files[route.url]!) : [route]));
}

/**
 * A list and its file: beside `GET <url>` stands `GET <url>/file?format=&encoding=`, which takes the list's own filters and
 * sort, asks the list page by page, and writes what a person sees there. Nothing can be in the file that is not in the list.
 */
function withFile(list: Route, file: ListFile): Route[] {
  const query = (list.query as z.ZodObject).omit({ cursor: true, limit: true }).extend(exportQueryShape.shape);
  return [
    list,
    {
      ...list,
      url: `${list.url}/file`,
      summary: {
        en: `${list.summary.en}: what the filters find, as a file`,
        ...(list.summary.ja && { ja: `${list.summary.ja}：絞り込んだ結果をファイルに出力` }),
      },
      query,
      response: fileShape,
      patienceSeconds: 60,
      handler: async (context: {
        readonly query: z.output<typeof exportQueryShape> & Json;
        readonly locale: Locale;
      }) => {
        const { format, encoding, replaceUnmappable, ...filters } = context.query;
        const columns = typeof file.columns === "function" ? file.columns(filters as never) : file.columns;
        const title = typeof file.title === "function" ? file.title(filters as never) : file.title;
        const rows = await readRows(list, context, filters);
        if (!rows.ok) return rows;
        const { spec, cells } = tableOf(list, title, columns, context.locale);
        const options = { format, encoding, replaceUnmappable, locale: context.locale };
        return answerTable(spec, rows.value.map(cells), options);
      },
    },
  ];
}

/** Every row the list finds, as the list would answer it. */
async function readRows(list: Route, context: object, filters: Json): Promise<Outcome<Json[]>> {
  const rows: Json[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...filters, limit: ROWS_PER_PAGE, ...(cursor && { cursor }) };
    const answer = (await (list.handler as Handler)({ ...context, query })) as Outcome<unknown> | { rows: unknown };
    if ("ok" in answer && !answer.ok) return answer;
    const page = list.response.parse("ok" in answer ? answer.value : answer) as { rows: Json[]; nextCursor?: string };
    rows.push(...page.rows);
    cursor = page.nextCursor;
    if (rows.length > MOST_ROWS) return refuse("EXPORT_TOO_LONG", { maximum: MOST_ROWS });
  } while (cursor !== undefined);
  return ok(rows);
}

/** What the file looks like, and each row as its cells. */
function tableOf(list: Route, title: string, columns: readonly ListFileColumn[], locale: Locale) {
  const shape = rowShape(list);
  const kinds = columns.map(({ field, words }) => (words === undefined ? kindOf(shape, field) : "text"));
  const specs = columns.map(
    ({ label }, at): ColumnSpec => ({
      key: String(at),
      header: wordsIn(label),
      description: { ja: "", en: "" },
      example: "",
      kind: kinds[at] === "instant" ? "text" : (kinds[at] as "text"),
    }),
  );
  const spec: TableSpec = { name: wordsIn(title), columns: specs, naturalKey: [] };
  const cells = (row: Json): Record<string, CellValue> =>
    Object.fromEntries(columns.map((column, at) => [String(at), cellOf(row, column, kinds[at]!, locale)]));
  return { spec, cells };
}

function cellOf(row: Json, { field, words }: ListFileColumn, kind: string, locale: Locale): CellValue {
  const value = valueAt(row, field);
  if (value === null || value === undefined || value === "") return null;
  if (words !== undefined) {
    const beginning = typeof words === "function" ? words(row as never) : words;
    return [value]
      .flat()
      .map((one) => wordIn(`${beginning}${String(one)}`, locale))
      .join(" ");
  }
  if (field === "unit") return unitWord(String(value), locale);
  if (kind === "instant") return instantText(String(value));
  return typeof value === "object" ? JSON.stringify(value) : (value as CellValue);
}

function valueAt(row: Json, field: string): unknown {
  return field.split(".").reduce<unknown>((value, name) => (value as Json | null | undefined)?.[name], row);
}

/** Minutes, in Japan, as Excel reads them. */
function instantText(instant: string): string {
  const at = Temporal.Instant.from(instant.replace(" ", "T")).toZonedDateTimeISO("Asia/Tokyo");
  return `${at.toPlainDate().toString().replaceAll("-", "/")} ${at.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

function rowShape(list: Route): z.core.JSONSchema.BaseSchema | undefined {
  const shape = z.toJSONSchema(list.response, { unrepresentable: "any", io: "output", reused: "inline" });
  const found = resolve(shape.properties?.["rows"], shape);
  return found ? inlined(found.items as z.core.JSONSchema.BaseSchema, shape) : undefined;
}

type Schema = z.core.JSONSchema.BaseSchema;
function resolve(schema: unknown, root: Schema): Schema | undefined {
  const found = schema as Schema | undefined;
  const name = found?.$ref?.split("/").at(-1);
  return name ? (root.$defs?.[name] as Schema | undefined) : found;
}
function inlined(schema: Schema, root: Schema): Schema {
  const row = resolve(schema, root)!;
  const properties = Object.entries(row.properties ?? {}).map(([name, one]) => [name, resolve(one, root)]);
  return { ...row, properties: Object.fromEntries(properties) };
}

/** What a field is, by the shape the list answers with: numbers are numbers to Excel, dates dates. */
function kindOf(
  row: Schema | undefined,
  field: string,
): "text" | "integer" | "decimal" | "date" | "boolean" | "instant" {
  const declared = row?.properties?.[field] as Schema | undefined;
  if (!declared) return "text";
  const schema = [declared, ...((declared.anyOf ?? []) as Schema[])].find(({ type }) => type && type !== "null");
  if (!schema) return "text";
  if (schema.type === "integer" || schema.type === "number") return "integer";
  if (schema.type === "boolean") return "boolean";
  if (schema.format === "date") return "date";
  if (schema.format === "date-time") return "instant";
  return schema.pattern?.includes("\\d{1,1") ? "decimal" : "text";
}
