import {
  type AddCountInput,
  type CountLinesInput,
  compareCounts,
  foundValueYen,
  type OpenStocktakeInput,
  type StockEnd,
  type StockMove,
  stockAccountRole,
} from "../../domain/inventory/index.ts";
import {
  type BusinessEvent,
  decimal,
  type Outcome,
  ok,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  newId,
  nextNumber,
  requireSaved,
  requireVersion,
  settleAll,
  type Tx,
  tell,
} from "../platform/index.ts";
import { moveStock } from "./move-stock.service.ts";
import { ensureLots, findPlaces, findStockItems, lotIdOf, type OwnPlace, placeOfKind } from "./own-stock.store.ts";
import { loadAverageCosts } from "./stock-list.store.ts";
import {
  findOpenStocktake,
  freezeTheory,
  insertCountedLine,
  insertStocktake,
  itemExists,
  type LineToPost,
  loadLinesToPost,
  loadLineUnits,
  lockStocktake,
  lockStocktaking,
  type Stocktake,
  saveCounts,
  setStocktakeState,
} from "./stocktake.store.ts";

export type StocktakeCommandRefusal =
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "STOCKTAKE_OVERLAPS"
  | "STOCKTAKE_CLOSED"
  | "COUNT_INCOMPLETE"
  | "CAUSE_MISSING"
  | "LINE_COUNTED_TWICE"
  | "LINE_UNKNOWN"
  | "PLACE_UNKNOWN"
  | "PLACE_NOT_FOR_STOCK"
  | "PLACE_MISSING"
  | "ITEM_UNKNOWN"
  | "STOCKTAKE_OF_ONE_ITEM"
  | "LOT_MISSING"
  | "QUANTITY_FINER_THAN_UNIT"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

/** Opens a stocktake of one place or of all, of one item or of all: what the ledger says now is frozen as its theory. */
export async function openStocktake(
  tx: Tx,
  input: OpenStocktakeInput,
): Promise<
  Outcome<{ readonly id: string; readonly number: string; readonly lineCount: number }, StocktakeCommandRefusal>
> {
  const placeId = input.placeId ?? null;
  const itemId = input.itemId ?? null;
  if (itemId && !(await itemExists(tx, itemId))) return refuse("ITEM_UNKNOWN", { item: itemId }, "itemId");
  if (placeId) {
    const place = countable(await findPlaces(tx, [placeId]), placeId);
    if (!place.ok) return place;
  }
  await lockStocktaking(tx);
  const other = await findOpenStocktake(tx, placeId, itemId);
  if (other) return refuse("STOCKTAKE_OVERLAPS", { number: other.number }, itemId ? "itemId" : "placeId");
  const id = newId();
  const number = await nextNumber(tx, "st");
  await insertStocktake(tx, { id, number, countedOn: input.countedOn, placeId, itemId, note: input.note });
  const lineCount = await freezeTheory(tx, id, placeId, itemId);
  await tellOf(tx, "inventory.stocktakeOpened", id, { number, lineCount });
  return ok({ id, number, lineCount });
}

/** Writes what was counted. Several people may count one stocktake; a line somebody else has changed meanwhile is refused, and nothing is written. */
export async function countLines(
  tx: Tx,
  id: string,
  input: CountLinesInput,
): Promise<Outcome<{ readonly counted: number }, StocktakeCommandRefusal>> {
  const open = stillOpen(await lockStocktake(tx, id, "share"));
  if (!open.ok) return open;
  const units = await loadLineUnits(
    tx,
    id,
    input.lines.map((line) => line.lineNumber),
  );
  const refused = refuseAll(
    input.lines.flatMap((line, index): Refusal<StocktakeCommandRefusal>[] => {
      const unit = units.get(line.lineNumber);
      const field = `lines.${index}.counted`;
      if (!unit) return [{ code: "LINE_UNKNOWN", field }];
      return line.counted !== null && decimal(line.counted).decimalPlaces() > unit.decimals
        ? [{ code: "QUANTITY_FINER_THAN_UNIT", values: { unit: unit.unit, decimals: unit.decimals }, field }]
        : [];
    }),
  );
  if (refused) return refused;
  const written = await saveCounts(tx, id, input.lines);
  const stale = refuseAll(
    input.lines.flatMap((line, index): Refusal<StocktakeCommandRefusal>[] =>
      written.has(line.lineNumber) ? [] : [{ code: "STALE_VERSION", field: `lines.${index}.counted` }],
    ),
  );
  if (stale) return stale;
  await tellOf(tx, "inventory.stocktakeCounted", id, { lines: input.lines.length });
  return ok({ counted: written.size });
}

/** Adds goods that stood where the ledger had none. */
export async function addCount(
  tx: Tx,
  id: string,
  input: AddCountInput,
): Promise<Outcome<{ readonly lineNumber: number }, StocktakeCommandRefusal>> {
  const open = stillOpen(await lockStocktake(tx, id, "update"));
  if (!open.ok) return open;
  const placeId = input.placeId ?? open.value.placeId;
  if (!placeId) return refuse("PLACE_UNKNOWN", undefined, "placeId");
  const place = countable(await findPlaces(tx, [placeId]), placeId);
  if (!place.ok) return place;
  if (open.value.placeId && open.value.placeId !== placeId) return refuse("PLACE_UNKNOWN", undefined, "placeId");
  const item = (await findStockItems(tx, [input.item])).get(input.item);
  if (!item) return refuse("ITEM_UNKNOWN", { item: input.item }, "item");
  if (open.value.itemId && open.value.itemId !== item.id)
    return refuse("STOCKTAKE_OF_ONE_ITEM", { number: open.value.number }, "item");
  if (item.isLotTracked && !input.lot) return refuse("LOT_MISSING", { item: input.item }, "lot");
  if (decimal(input.counted).decimalPlaces() > item.decimals)
    return refuse("QUANTITY_FINER_THAN_UNIT", { unit: item.unit, decimals: item.decimals }, "counted");
  const lots = await ensureLots(tx, input.lot ? [{ itemId: item.id, code: input.lot }] : []);
  const lineNumber = await insertCountedLine(tx, id, {
    itemId: item.id,
    placeId,
    lotId: lotIdOf(lots, item.id, input.lot),
    counted: input.counted,
    cause: input.cause,
  });
  if (lineNumber === null) return refuse("LINE_COUNTED_TWICE", { item: input.item }, "item");
  await tellOf(tx, "inventory.stocktakeCounted", id, { added: input.item });
  return ok({ lineNumber });
}

/**
 * Posts the differences: a move of kind `count` for each, value and books with it, on the day of the count. What is found comes in
 * at the moving average, else at the standard cost; what is missing leaves at the average.
 */
export async function postStocktake(
  tx: Tx,
  id: string,
  input: { readonly version: number; readonly leavesUncounted: boolean },
): Promise<Outcome<{ readonly moves: number }, StocktakeCommandRefusal>> {
  const open = stillOpen(await lockStocktake(tx, id, "update"));
  if (!open.ok) return open;
  const seen = requireVersion(open.value, input.version);
  if (!seen.ok) return seen;
  const lines = await loadLinesToPost(tx, id);
  const { differences, refusals } = compareCounts(lines, input.leavesUncounted);
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const outside = await placeOfKind(tx, "adjustment");
  if (!outside) return refuse("PLACE_MISSING", undefined, "placeId");
  const averages = await loadAverageCosts(tx, [...new Set(differences.map(({ line }) => line.itemId))]);
  const moves = differences.map(({ line, difference }): StockMove => {
    const found = difference.greaterThan(0);
    const at = endOf(tx, line, line.placeId, line.placeKind, difference.abs(), line.keeperId);
    const away = endOf(tx, line, outside.id, outside.kind, difference.abs(), tx.companyId);
    return {
      id: newId(),
      kind: "count",
      movedOn: open.value.countedOn,
      from: found ? away : at,
      to: found ? at : away,
      reason: `${open.value.number} ${line.cause}`,
      ...(found && { valueInYen: foundValueYen(difference, averages.get(line.itemId) ?? line.standardCost) }),
    };
  });
  const moved = await moveStock(tx, moves);
  if (!moved.ok) {
    const [refusal] = moved.refusals;
    const at = differences[Number(refusal.field?.split(".")[1])]?.line.lineNumber ?? 0;
    return refuse(refusal.code, { ...refusal.values, line: at }, `lines.${at}.counted`);
  }
  if (moves.length > 0) {
    const told = await tell(tx, [differenceEvent(tx, open.value, moves, moved.value.costYen)]);
    if (!told.ok) return told as Outcome<never, StocktakeCommandRefusal>;
  }
  const saved = requireSaved(await setStocktakeState(tx, id, "posted", input.version));
  if (!saved.ok) return saved;
  await settleAll([
    tellOf(tx, "inventory.stocktakePosted", id, { number: open.value.number, moves: moves.length }),
    announce(tx, [{ kind: "inventory.moved", subjectId: moves[0]?.id ?? null }]),
  ]);
  return ok({ moves: moves.length });
}

/** Gives a stocktake up: nothing changes in stock, and its goods may be counted anew. */
export async function cancelStocktake(
  tx: Tx,
  id: string,
  version: number,
): Promise<Outcome<null, StocktakeCommandRefusal>> {
  const open = stillOpen(await lockStocktake(tx, id, "update"));
  if (!open.ok) return open;
  const seen = requireVersion(open.value, version);
  if (!seen.ok) return seen;
  const saved = requireSaved(await setStocktakeState(tx, id, "cancelled", version));
  if (!saved.ok) return saved;
  await tellOf(tx, "inventory.stocktakeCancelled", id, { number: open.value.number });
  return ok(null);
}

function stillOpen(found: Stocktake | undefined): Outcome<Stocktake, StocktakeCommandRefusal> {
  if (!found) return refuse("NOT_FOUND");
  return found.state === "open" ? ok(found) : refuse("STOCKTAKE_CLOSED", { number: found.number });
}

function countable(places: ReadonlyMap<string, OwnPlace>, id: string): Outcome<OwnPlace, StocktakeCommandRefusal> {
  const place = places.get(id);
  if (!place) return refuse("PLACE_UNKNOWN", undefined, "placeId");
  return ["storage", "receiving", "at_partner"].includes(place.kind)
    ? ok(place)
    : refuse("PLACE_NOT_FOR_STOCK", { place: place.code }, "placeId");
}

function endOf(
  tx: Tx,
  line: LineToPost,
  placeId: string,
  placeKind: StockEnd["placeKind"],
  quantity: StockEnd["quantity"],
  keeperId: string,
): StockEnd {
  return {
    companyId: tx.companyId,
    itemId: line.itemId,
    accountRole: stockAccountRole(line.category),
    placeId,
    placeKind,
    quantity,
    lotId: line.lotId,
    keeperId,
  };
}

function differenceEvent(
  tx: Tx,
  stocktake: Stocktake,
  moves: readonly StockMove[],
  costYen: ReadonlyMap<string, bigint>,
): BusinessEvent {
  return {
    kind: "count_difference",
    companyId: tx.companyId,
    eventOn: stocktake.countedOn,
    sourceKind: "stocktake",
    sourceId: stocktake.id,
    description: stocktake.number,
    lines: moves.map((move, index) => ({
      lineId: `${index + 1}`,
      stockRole: move.from.accountRole,
      differenceYen: move.valueInYen ?? -(costYen.get(move.id) ?? 0n),
    })),
  };
}

async function tellOf(tx: Tx, command: string, id: string, details: Record<string, unknown>): Promise<void> {
  await settleAll([
    audit(tx, [{ command, subjectKind: "stocktake", subjectId: id, details }]),
    announce(tx, [{ kind: "inventory.stocktake", subjectId: id }]),
  ]);
}
