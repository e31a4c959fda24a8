import type { PieceSequencing } from "../../domain/planning/index.ts";

/**
 * An instance of discrete lot sizing with changeovers: periods, types, a line per type of how many are due in each period, holding cost, a line per
 * type of changeover costs, then the best known cost, or its bounds (the upper one counts), or nothing.
 *
 * @throws when the numbers do not fit together
 */
export function parsePieces(text: string): { problem: PieceSequencing; bestKnown: number | null } {
  const rows = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/\s+/).map(Number));
  const periodCount = rows[0]![0]!;
  const isDue = (row: readonly number[] | undefined) => row !== undefined && row.length === periodCount;
  let at = 2;
  const type: number[] = [];
  const due: number[] = [];
  let types = 0;
  for (; isDue(rows[at]); at++, types++)
    rows[at]!.forEach((count, period) => {
      for (let piece = 0; piece < count; piece++) {
        type.push(types);
        due.push(period);
      }
    });
  const holdingCost = rows[at++]?.[0];
  // One published file has a larger table of changeovers than types.
  const changeover = rows.slice(at).filter((row) => row.length > 1 && row.length === rows[at]!.length);
  if (holdingCost === undefined || changeover.length < types || changeover.length !== changeover[0]!.length)
    throw new Error("this is no instance of lot sizing with changeovers");
  const last = rows[at + changeover.length];
  return { problem: { periodCount, type, due, holdingCost, changeover }, bestKnown: last?.at(-1) ?? null };
}

/** What a plan costs, counted from its periods alone. @throws when a piece is late or missing */
export function costOfPieces(problem: PieceSequencing, periods: readonly number[]): number {
  let cost = 0;
  const dues = problem.changeover.map((_, type) =>
    problem.due.filter((_, piece) => problem.type[piece] === type).sort((a, b) => a - b),
  );
  let before = -1;
  periods.forEach((type, period) => {
    if (type < 0) return;
    const due = dues[type]!.shift();
    if (due === undefined || due < period)
      throw new Error(`a piece of type ${type} is late or too many in period ${period}`);
    cost += (due - period) * problem.holdingCost;
    if (before >= 0 && before !== type) cost += problem.changeover[before]![type]!;
    before = type;
  });
  if (dues.some((list) => list.length > 0)) throw new Error("a piece is missing");
  return cost;
}
