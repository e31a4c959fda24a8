import { Text } from "@mantine/core";
import { formatDecimal } from "../format/numbers.ts";
import { refusalText, useText } from "../i18n/use-text.ts";
import classes from "./import-page.module.css";

/** A table wider than the page is moved by the arrow keys too. */
const REACHED_BY_KEYS = { tabIndex: 0 } as const;

/** One thing wrong in a file, where a person finds it. */
export interface ImportProblem {
  readonly line: number;
  readonly field?: string;
  readonly column: string;
  /** What stood in the cell. */
  readonly cell: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The server's sentence. */
  readonly text?: string;
  readonly blocks: "nothing" | "row" | "file";
}
export interface ImportResult {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly rowCount: number;
  readonly isAccepted: boolean;
}
export interface ImportPreview extends ImportResult {
  readonly headers: readonly string[];
  readonly sample: readonly {
    readonly line: number;
    readonly does: "insert" | "update" | "unchanged";
    readonly cells: readonly string[];
  }[];
}

/** Every problem with its line, column and original cell. */
export function ProblemTable({ result }: { readonly result: ImportResult }) {
  const t = useText();
  const unlisted = result.problemCount - result.problems.length;
  return (
    <section className={classes.wrap} aria-label={t("platform.import.problem")} {...REACHED_BY_KEYS}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className="number">{t("platform.import.line")}</th>
            <th>{t("platform.import.column")}</th>
            <th>{t("platform.import.cell")}</th>
            <th>{t("platform.import.problem")}</th>
          </tr>
        </thead>
        <tbody>
          {result.problems.map((problem) => (
            <tr key={`${problem.line} ${problem.column} ${problem.code}`}>
              <td className="number">{problem.line}</td>
              <td>{problem.column}</td>
              <td>
                <code>{problem.cell}</code>
              </td>
              <td className={classes.sentence}>{problem.text ?? refusalText(t, problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unlisted > 0 && (
        <Text size="sm" p={8}>
          {t("platform.import.moreProblems", { count: formatDecimal(String(unlisted)) })}
        </Text>
      )}
    </section>
  );
}

/** The first good rows as they were understood. */
export function SampleTable({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const words = {
    insert: t("platform.import.inserted"),
    update: t("platform.import.updated"),
    unchanged: t("platform.import.unchanged"),
  };
  return (
    <section className={classes.wrap} aria-label={t("platform.import.step3")} {...REACHED_BY_KEYS}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className="number">{t("platform.import.line")}</th>
            <th>
              <span className="visually-hidden">{t("platform.import.apply")}</span>
            </th>
            {preview.headers.map((header) => (
              <th key={header}>{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.line}>
              <td className="number">{row.line}</td>
              <td data-does={row.does}>{words[row.does]}</td>
              {row.cells.map((cell, at) => (
                <td key={preview.headers[at] ?? at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
