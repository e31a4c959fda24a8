import { type AnswerOf, type InitOf, type PathOf, useApi } from "../api/use-api.ts";
import type { HomeTask, HomeTaskSource } from "../area.ts";
import { type Translate, useText } from "../i18n/use-text.ts";

type ListOf = {
  [P in PathOf<"get">]: AnswerOf<"get", P> extends { rows: readonly unknown[] } ? P : never;
}[PathOf<"get">];
type RowOf<P extends ListOf> = AnswerOf<"get", P> extends { rows: readonly (infer Row)[] } ? Row : never;

/** Tasks of the home page that are rows of a list: the first few of what its filters find, each with its one next step. */
export function tasksOf<P extends ListOf>(source: {
  readonly id: string;
  readonly permission: string;
  readonly path: P;
  readonly query: Readonly<Record<string, string | number>>;
  readonly task: (row: RowOf<P>, t: Translate) => HomeTask | null;
}): HomeTaskSource {
  const { id, permission, path, query, task } = source;
  return {
    id,
    permission,
    useTasks() {
      const t = useText();
      const { data, error } = useApi(path, { params: { query } } as unknown as InitOf<"get", P>);
      const rows = (data as { rows: readonly RowOf<P>[] } | undefined)?.rows;
      return { error, tasks: rows?.flatMap((row) => task(row, t) ?? []) };
    },
  };
}
