import { Decimal } from "../shared/index.ts";

/** One step of the genealogy: so much of the used lot went into the made lot, by this work order. */
export interface LotStep {
  readonly madeLotId: string;
  readonly usedLotId: string;
  readonly workOrderId: string;
  readonly quantity: Decimal;
}

/** A row of the tree as it is drawn, depth first: nearest first, each under what it went into or came from. */
export interface LotTreeRow {
  readonly lotId: string;
  readonly parentLotId: string;
  readonly depth: number;
  readonly workOrderIds: readonly string[];
  /** of the used lot, in its item's unit, summed over the work orders between the two */
  readonly quantity: Decimal;
  /** drawn further up already, with what lies below it (a lot may be reached by several ways) */
  readonly isRepeated: boolean;
}

/**
 * Draws the steps reachable from a lot as a tree: `backward` to what it was made of, `forward` to what it went into. Ends with any
 * steps, even such that run in a circle (rework puts a lot into itself): no lot is unfolded twice.
 */
export function drawLotTree(
  rootLotId: string,
  steps: readonly LotStep[],
  direction: "backward" | "forward",
): LotTreeRow[] {
  const [from, to] =
    direction === "backward" ? (["madeLotId", "usedLotId"] as const) : (["usedLotId", "madeLotId"] as const);
  const next = new Map<string, Map<string, { workOrderIds: string[]; quantity: Decimal }>>();
  for (const step of steps) {
    const branches = next.get(step[from]) ?? new Map();
    const branch = branches.get(step[to]) ?? { workOrderIds: [], quantity: new Decimal(0) };
    branches.set(step[to], {
      workOrderIds: [...new Set([...branch.workOrderIds, step.workOrderId])],
      quantity: branch.quantity.plus(step.quantity),
    });
    next.set(step[from], branches);
  }
  const rows: LotTreeRow[] = [];
  const unfolded = new Set([rootLotId]);
  const waiting = branchesOf(rootLotId, 1);
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const isRepeated = unfolded.has(row.lotId);
    rows.push({ ...row, isRepeated });
    if (isRepeated) continue;
    unfolded.add(row.lotId);
    waiting.push(...branchesOf(row.lotId, row.depth + 1));
  }
  return rows;

  function branchesOf(lotId: string, depth: number): Omit<LotTreeRow, "isRepeated">[] {
    return [...(next.get(lotId) ?? [])]
      .map(([id, branch]) => ({ lotId: id, parentLotId: lotId, depth, ...branch }))
      .reverse();
  }
}
