import { freeOf } from "../../domain/network/index.ts";
import {
  type Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuseAll,
} from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import type { Origin } from "./dispatch.store.ts";
import { type ItemStock, loadAllocated, loadOwnStock, type TakenLine } from "./from-stock.store.ts";
import { type DispatchOptions, fromStockOf } from "./plan-order.ts";

export type TakeRefusal = "STOCK_NOT_FREE" | "LINE_UNKNOWN";

/** What the window has of the ordered items, and what of it the order's lines were given before. */
export interface Held {
  readonly stock: ReadonlyMap<string, ItemStock>;
  readonly allocated: ReadonlyMap<number, Decimal>;
}

export const NOTHING_HELD: Held = { stock: new Map(), allocated: new Map() };

/** Reads it; where something is about to be promised the items stay locked until the transaction ends, so that two dispatches at once do not promise the same pieces. */
export async function loadHeld(tx: Tx, tradeId: string, lines: Origin["lines"], lock: boolean): Promise<Held> {
  const itemIds = [...new Set(lines.map((line) => line.itemId!))];
  const [stock, allocated] = await settleAll([loadOwnStock(tx, itemIds, lock), loadAllocated(tx, tradeId)]);
  return { stock, allocated };
}

/** The lines a person takes something from stock for. */
export function linesTaken(lines: Origin["lines"], options: DispatchOptions): Origin["lines"] {
  return lines.filter((line) => options.fromStock?.some((one) => one.lineNumber === line.lineNumber));
}

/** What each line takes from stock, checked against what is free now. Lines of one item share its free stock in the order they are named. */
export function checkTaken(
  { stock, allocated }: Held,
  lines: Origin["lines"],
  options: DispatchOptions,
): Outcome<Omit<TakenLine, "neededOn">[], TakeRefusal> {
  const asked = (options.fromStock ?? []).map((one, index) => ({ ...one, field: `fromStock.${index}` }));
  const wanted = asked.flatMap(({ lineNumber, field }) => {
    const line = lines.find((one) => one.lineNumber === lineNumber);
    return line ? [{ line, field, taken: fromStockOf(options, line) ?? decimal(0) }] : [];
  });
  const free = new Map([...stock].map(([itemId, one]) => [itemId, freeOf(one)]));
  const refusals: Refusal<TakeRefusal>[] = asked
    .filter(({ lineNumber }) => !lines.some((line) => line.lineNumber === lineNumber))
    .map(({ lineNumber, field }) => ({ code: "LINE_UNKNOWN", values: { line: lineNumber }, field }));
  const taken = wanted.flatMap((one): Omit<TakenLine, "neededOn">[] => {
    const { line } = one;
    const before = allocated.get(line.lineNumber) ?? decimal(0);
    const added = one.taken.greaterThan(before) ? one.taken.minus(before) : decimal(0);
    const left = free.get(line.itemId!) ?? decimal(0);
    if (added.greaterThan(left)) {
      const most = left.plus(before).dividedBy(line.factor).toDecimalPlaces(6, 1);
      refusals.push({ code: "STOCK_NOT_FREE", values: { item: line.code, free: most.toFixed() }, field: one.field });
      return [];
    }
    free.set(line.itemId!, left.minus(added));
    return one.taken.isZero() ? [] : [{ lineNumber: line.lineNumber, itemId: line.itemId!, taken: one.taken, added }];
  });
  return refuseAll(refusals) ?? ok(taken);
}

/** With the day each line needs it: the promise where it is sure, else the wanted day. */
export function neededOn(
  taken: readonly Omit<TakenLine, "neededOn">[],
  lines: Origin["lines"],
  sure: ReadonlyMap<number, PlainDate>,
): TakenLine[] {
  return taken.map((one) => ({
    ...one,
    neededOn: sure.get(one.lineNumber) ?? lines.find((line) => line.lineNumber === one.lineNumber)!.wantedOn,
  }));
}
