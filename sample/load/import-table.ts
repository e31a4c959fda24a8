import { arrayBuffer } from "node:stream/consumers";
import type { Outcome, TableSpec } from "../../domain/shared/index.ts";
import { area as items } from "../../server/items/index.ts";
import { area as parties } from "../../server/parties/index.ts";
import { exportTable } from "../../server/platform/files/index.ts";
import type { Tx } from "../../server/platform/index.ts";
import { area as resources } from "../../server/resources/index.ts";
import { must } from "./must.ts";

interface ImportAnswer {
  readonly isAccepted: boolean;
  readonly problems: readonly {
    readonly line: number;
    readonly column: string;
    readonly cell: string;
    readonly text: string;
  }[];
}

/**
 * Sends rows through the product's own import, as the CSV file a person would send: same columns, same checks, same sentences.
 *
 * @param path address of the list the table belongs to, such as `/partners`
 */
export async function importTable<Row>(
  tx: Tx,
  path: `/${string}`,
  spec: TableSpec<Row>,
  rows: readonly Row[],
): Promise<void> {
  const file = must(await exportTable(spec, rows, { locale: "ja", format: "csv" }), spec.name.en);
  const bytes = Buffer.from(await arrayBuffer(file.stream));
  const route = [items, parties, resources]
    .flatMap((area) => area.routes)
    .find(({ method, url }) => method === "POST" && url === `${path}/import`);
  if (!route) throw new Error(`there is no import of ${path}`);
  const context = {
    tx,
    locale: "ja",
    files: [{ field: "file", name: file.fileName, contentType: file.contentType, bytes }],
    body: { partial: false, ignoreUnknownColumns: false },
  };
  const answer = must((await route.handler(context as never)) as Outcome<ImportAnswer>, spec.name.en);
  if (answer.isAccepted) return;
  const told = answer.problems
    .slice(0, 5)
    .map(({ line, column, cell, text }) => `${line} ${column} 「${cell}」 ${text}`);
  throw new Error(`the import of ${path} refused the sample: ${told.join("; ")}`);
}
