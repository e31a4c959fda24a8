import { type Decimal, type Outcome, ok, type Refusal, refuseAll } from "../shared/index.ts";

/** What the maker said of one delivered line. */
export interface MakerWord {
  readonly lineNumber: number;
  readonly accepted: Decimal;
  readonly rejected: Decimal;
  readonly reason: string;
}

export type MakerWordRefusal = "NOT_LAST_STEP" | "JUDGED_ABOVE_SHIPPED" | "NOTHING_JUDGED" | "REASON_MISSING";

/**
 * What the maker is said to have taken of a delivery, held against its lines: whoever says it, the last member or the window.
 *
 * @param lines those of the delivery that end a chain, with what the maker has not judged yet
 * @returns each word with its line
 */
export function matchMakerWords<Line extends { readonly lineNumber: number; readonly open: Decimal }>(
  words: readonly MakerWord[],
  lines: readonly Line[],
): Outcome<{ readonly line: Line; readonly wanted: MakerWord }[], MakerWordRefusal> {
  const refusals: Refusal<MakerWordRefusal>[] = [];
  const seen = new Set<number>();
  const matched = words.flatMap((wanted, index) => {
    const field = `lines.${index}`;
    const line = lines.find((one) => one.lineNumber === wanted.lineNumber);
    if (!line || seen.has(wanted.lineNumber)) {
      refusals.push({ code: "NOT_LAST_STEP", field: `${field}.lineNumber` });
      return [];
    }
    seen.add(wanted.lineNumber);
    const judged = wanted.accepted.plus(wanted.rejected);
    if (!judged.greaterThan(0) || wanted.accepted.isNegative() || wanted.rejected.isNegative())
      refusals.push({ code: "NOTHING_JUDGED", field: `${field}.accepted` });
    else if (judged.greaterThan(line.open))
      refusals.push({
        code: "JUDGED_ABOVE_SHIPPED",
        values: { open: line.open.toFixed() },
        field: `${field}.accepted`,
      });
    else if (wanted.rejected.greaterThan(0) && wanted.reason.trim() === "")
      refusals.push({ code: "REASON_MISSING", field: `${field}.reason` });
    return [{ line, wanted }];
  });
  return refuseAll(refusals) ?? ok(matched);
}

/** Whether the window books what the member reported: the same day, the same lines, the same quantities. */
export function isAsReported(
  report: { readonly judgedOn: string; readonly lines: readonly MakerWord[] },
  booked: { readonly judgedOn: string; readonly lines: readonly MakerWord[] },
): boolean {
  return (
    report.judgedOn === booked.judgedOn &&
    report.lines.length === booked.lines.length &&
    report.lines.every((said) =>
      booked.lines.some(
        (one) =>
          one.lineNumber === said.lineNumber &&
          one.accepted.equals(said.accepted) &&
          one.rejected.equals(said.rejected) &&
          one.reason === said.reason,
      ),
    )
  );
}
