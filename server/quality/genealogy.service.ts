import { drawLotTree, type LotStep } from "../../domain/quality/index.ts";
import { type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { findLots, findWorkOrderNumbers, loadPassages, loadSteps, STEP_LIMIT } from "./lot.store.ts";

/**
 * Where a lot comes from and where it went: what it was made of and what was made of it over any number of steps, and where any of
 * those lots entered from a supplier or left to a customer. What a recall and its cause need.
 */
export async function readGenealogy(tx: Tx, lotId: string) {
  const root = (await findLots(tx, [lotId])).get(lotId);
  if (!root) return refuse("NOT_FOUND");
  const [backSteps, forthSteps] = await settleAll([loadSteps(tx, lotId, "backward"), loadSteps(tx, lotId, "forward")]);
  const isCut = backSteps.length > STEP_LIMIT || forthSteps.length > STEP_LIMIT;
  const back = drawLotTree(lotId, backSteps.slice(0, STEP_LIMIT), "backward");
  const forth = drawLotTree(lotId, forthSteps.slice(0, STEP_LIMIT), "forward");
  const lotsOf = (rows: readonly { lotId: string }[]) => [...new Set([lotId, ...rows.map((row) => row.lotId)])];
  const [lots, numbers, cameIn, wentOut] = await settleAll([
    findLots(tx, [...new Set([...lotsOf(back), ...lotsOf(forth)])]),
    findWorkOrderNumbers(tx, [...new Set([...backSteps, ...forthSteps].map((step: LotStep) => step.workOrderId))]),
    loadPassages(tx, lotsOf(back), "in"),
    loadPassages(tx, lotsOf(forth), "out"),
  ]);
  const shown = (rows: typeof back, direction: "backward" | "forward") =>
    rows.flatMap((row) => {
      const lot = lots.get(row.lotId);
      const used = lots.get(direction === "backward" ? row.lotId : row.parentLotId);
      if (!lot || !used) return [];
      return [
        {
          lotId: row.lotId,
          parentLotId: row.parentLotId,
          depth: row.depth,
          code: lot.code,
          itemCode: lot.itemCode,
          itemName: lot.itemName,
          unit: lot.unit,
          quantity: row.quantity.toFixed(),
          quantityUnit: used.unit,
          workOrders: row.workOrderIds.map((id) => ({ id, number: numbers.get(id) ?? "" })),
          isRepeated: row.isRepeated,
        },
      ];
    });
  const passages = (rows: typeof cameIn) => rows.map((row) => ({ ...row, quantity: row.quantity.toFixed() }));
  const answer = {
    ...root,
    onHand: root.onHand.toFixed(),
    backward: shown(back, "backward"),
    forward: shown(forth, "forward"),
    cameIn: passages(cameIn),
    wentOut: passages(wentOut),
    isCut,
  };
  return ok(answer) satisfies Outcome<typeof answer>;
}
