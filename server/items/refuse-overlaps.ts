import { type Validity, validitiesOverlap } from "../../domain/items/index.ts";
import type { RowDecision, RowProblem } from "../platform/index.ts";

interface Period {
  /** Rows of one group must not hold on the same day. */
  readonly group: string;
  readonly validity: Validity;
}

/**
 * Refuses rows of a file whose validity meets that of another row of their group, stored or in the file. Looked at when all rows
 * are decided, so that an old row may end and its successor begin in one file, in any order.
 *
 * @param stored rows that are not in the file
 * @param ofFile one per decision, as the row would be stored
 */
export function refuseOverlaps<Row, Action>(
  decisions: readonly RowDecision<Row, Action>[],
  stored: readonly Period[],
  ofFile: readonly Period[],
  problemOf: (index: number) => RowProblem<Row>,
): RowDecision<Row, Action>[] {
  const groups = new Map<string, { readonly index: number; readonly validity: Validity }[]>();
  const add = (index: number, { group, validity }: Period) => {
    const found = groups.get(group);
    if (found) found.push({ index, validity });
    else groups.set(group, [{ index, validity }]);
  };
  for (const period of stored) add(-1, period);
  for (const [index, decision] of decisions.entries()) if (decision.does !== "problem") add(index, ofFile[index]!);
  return decisions.map((decision, index) => {
    if (decision.does === "problem" || decision.does === "unchanged") return decision;
    const { group, validity } = ofFile[index]!;
    const meets = groups
      .get(group)!
      .some((other) => other.index !== index && validitiesOverlap(other.validity, validity));
    return meets ? { does: "problem", problems: [problemOf(index)] } : decision;
  });
}
