import { type ItemCategory, type StockMove, stockAccountRole } from "../../domain/inventory/index.ts";
import { addMonths, type BusinessEvent, decimal, roundYen } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { newId, type Tx, tell } from "../../server/platform/index.ts";
import type { OpeningStockRow } from "../records.ts";
import { insertLots } from "./lots.store.ts";
import type { OwnCodes } from "./masters.store.ts";
import { found, must } from "./must.ts";

/** Months the books are open before the opening (for what belongs to the past year) and in all. */
const MONTHS_BEFORE = 12;
const MONTHS_OPEN = 19;

/**
 * Opens a company's books: stock as it stands, cash at the bank, and the capital it was founded with. What that capital exceeds
 * stands as machinery, what is beyond it as retained earnings, so that nothing is left on the opening balance account.
 */
export async function openCompany(
  tx: Tx,
  opening: {
    readonly on: string;
    readonly stock: readonly OpeningStockRow[];
    readonly cashYen: bigint;
    readonly capitalYen: bigint;
  },
  own: OwnCodes,
): Promise<void> {
  const { on, stock, cashYen, capitalYen } = opening;
  await openBooks(tx, addMonths(on, -MONTHS_BEFORE), MONTHS_OPEN);
  const moves = await openingMoves(tx, on, stock, own);
  const moved = must(await moveStock(tx, moves), "opening stock");
  const stockYen = new Map<string, bigint>();
  for (const { accountRole, valueYen } of moved.values)
    stockYen.set(accountRole, (stockYen.get(accountRole) ?? 0n) + valueYen);
  const known = [
    { role: "bank", amountYen: cashYen },
    ...[...stockYen].map(([role, amountYen]) => ({ role, amountYen })),
  ];
  const rest = capitalYen - known.reduce((sum, line) => sum + line.amountYen, 0n);
  const lines = [
    ...known,
    { role: rest > 0n ? "machinery" : "retainedEarnings", amountYen: rest },
    { role: "capital", amountYen: -capitalYen },
  ].filter(({ amountYen }) => amountYen !== 0n);
  const opened: BusinessEvent = {
    kind: "opening",
    companyId: tx.companyId,
    eventOn: on,
    sourceKind: "opening",
    sourceId: newId(),
    description: "期首残高",
    lines,
  };
  must(await tell(tx, [opened]), "opening books");
}

async function openingMoves(
  tx: Tx,
  on: string,
  stock: readonly OpeningStockRow[],
  own: OwnCodes,
): Promise<StockMove[]> {
  const opening = [...own.places.values()].find(({ kind }) => kind === "opening")!;
  const tracked = stock.flatMap((row) => (row.lotCode === null ? [] : [{ row, code: row.lotCode }]));
  const lotIds = await insertLots(
    tx,
    tracked.map(({ row, code }) => ({ itemId: found(own.items, row.itemCode, "item").id, code })),
  );
  const lotOf = new Map(tracked.map(({ row }, at) => [row, lotIds[at]!]));
  return stock.map((row): StockMove => {
    const item = found(own.items, row.itemCode, "item");
    const place = found(own.places, row.placeCode, "place");
    const quantity = decimal(row.quantity);
    const end = {
      companyId: tx.companyId,
      itemId: item.id,
      accountRole: stockAccountRole(item.category as ItemCategory),
      lotId: lotOf.get(row) ?? null,
      quantity,
    };
    return {
      id: newId(),
      kind: "opening",
      movedOn: on,
      from: { ...end, placeId: opening.id, placeKind: "opening" },
      to: { ...end, placeId: place.id, placeKind: place.kind as "storage" },
      valueInYen: roundYen(quantity.times(row.unitCost), "half_up"),
    };
  });
}
