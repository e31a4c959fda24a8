import type { AccountRole } from "./account.ts";
import type { CostFlow } from "./journal.ts";

/** A line on an inventory account, as the posting rules tagged it. Debit plus. */
export interface CostMove {
  readonly role: AccountRole;
  readonly flow: CostFlow;
  readonly amountYen: bigint;
}

export interface CostOfGoodsManufactured {
  readonly material: {
    readonly openingYen: bigint;
    readonly purchasedYen: bigint;
    /** Lost, counted, revalued: what left stock without being used. */
    readonly otherDecreaseYen: bigint;
    readonly closingYen: bigint;
    readonly usedYen: bigint;
  };
  /** Semi-finished goods and merchandise that went into orders (半製品等使用高). */
  readonly otherStockUsedYen: bigint;
  readonly labourYen: bigint;
  readonly outsideProcessingYen: bigint;
  readonly machineYen: bigint;
  /** Ⅲ 経費: outside processing and machine cost. */
  readonly expensesYen: bigint;
  /** 当期総製造費用. */
  readonly totalManufacturingYen: bigint;
  readonly openingWorkInProcessYen: bigint;
  readonly closingWorkInProcessYen: bigint;
  /** 他勘定振替高: abnormal scrap, scrap value and processing sold straight from work in process. */
  readonly transferredYen: bigint;
  /** 当期製品製造原価. */
  readonly manufacturedYen: bigint;
}

const MATERIAL_ROLES: ReadonlySet<AccountRole> = new Set(["rawMaterials", "supplies"]);

/**
 * Statement of cost of goods manufactured (製造原価報告書), simple form, derived from moves by account role: no periodic
 * purchase accounts are kept.
 *
 * Labour and machine cost are what was applied to orders; what was really paid beyond it is the cost variance of the cost of sales.
 * Source: docs/rules/accounting.md, "Cost of goods manufactured".
 *
 * @param opening balances of the inventory roles at the start of the period, debit plus
 * @param moves tagged lines of the period
 */
export function costOfGoodsManufactured(
  opening: ReadonlyMap<AccountRole, bigint>,
  moves: readonly CostMove[],
): CostOfGoodsManufactured {
  const openingOf = (roles: Iterable<AccountRole>) =>
    [...roles].reduce((sum, role) => sum + (opening.get(role) ?? 0n), 0n);
  const sum = (keep: (move: CostMove) => boolean) =>
    moves.reduce((total, move) => (keep(move) ? total + move.amountYen : total), 0n);
  const inMaterial = (move: CostMove) => MATERIAL_ROLES.has(move.role);
  const inWork = (move: CostMove) => move.role === "workInProcess";

  // Balances taken over during the period belong to the opening, not to the purchases.
  const materialOpeningYen = openingOf(MATERIAL_ROLES) + sum((move) => inMaterial(move) && move.flow === "opening");
  const materialClosingYen = materialOpeningYen + sum((move) => inMaterial(move) && move.flow !== "opening");
  const purchasedYen = sum((move) => inMaterial(move) && PURCHASE_FLOWS.has(move.flow));
  const usedYen = -sum((move) => inMaterial(move) && move.flow === "issued");
  const otherStockUsedYen = sum((move) => inWork(move) && move.flow === "issued") - usedYen;
  const labourYen = sum((move) => inWork(move) && move.flow === "labour_applied");
  const outsideProcessingYen = sum((move) => inWork(move) && move.flow === "outside_processing");
  const machineYen = sum((move) => inWork(move) && move.flow === "machine_applied");
  const expensesYen = outsideProcessingYen + machineYen;
  const openingWorkInProcessYen = openingOf(["workInProcess"]) + sum((move) => inWork(move) && move.flow === "opening");
  const closingWorkInProcessYen = openingWorkInProcessYen + sum((move) => inWork(move) && move.flow !== "opening");
  const manufacturedYen = -sum((move) => inWork(move) && move.flow === "completed");
  const totalManufacturingYen = usedYen + otherStockUsedYen + labourYen + expensesYen;
  return {
    material: {
      openingYen: materialOpeningYen,
      purchasedYen,
      otherDecreaseYen: materialOpeningYen + purchasedYen - materialClosingYen - usedYen,
      closingYen: materialClosingYen,
      usedYen,
    },
    otherStockUsedYen,
    labourYen,
    outsideProcessingYen,
    machineYen,
    expensesYen,
    totalManufacturingYen,
    openingWorkInProcessYen,
    closingWorkInProcessYen,
    transferredYen: openingWorkInProcessYen + totalManufacturingYen - closingWorkInProcessYen - manufacturedYen,
    manufacturedYen,
  };
}

const PURCHASE_FLOWS: ReadonlySet<CostFlow> = new Set(["purchased", "returned", "price_settled"]);
