import { freeOf } from "../../domain/network/index.ts";
import { decimal, type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Origin } from "./dispatch.store.ts";
import { loadAllocated, loadOwnStock, type TakenLine } from "./from-stock.store.ts";
import { type DispatchOptions, fromStockOf } from "./plan-order.ts";

export type TakeRefusal = "STOCK_NOT_FREE" | "LINE_UNKNOWN";

/**
 * What each line takes from stock, checked against what is free now: the items stay locked until the transaction ends, so that two
 * dispatches at once do not promise the same pieces. Lines of one item share its free stock in the order of their numbers.
 */
export async function checkTaken(
  tx: Tx,
  origin: Origin,
  lines: Origin["lines"],
  options: DispatchOptions,
  lock: boolean,
): Promise<Outcome<Omit<TakenLine, "neededOn">[], TakeRefusal>> {
  const asked = (options.fromStock ?? []).map((one, index) => ({ ...one, field: `fromStock.${index}` }));
  if (asked.length === 0) return ok([]);
  const wanted = asked.flatMap(({ lineNumber, field }) => {
    const line = lines.find((one) => one.lineNumber === lineNumber);
    return line ? [{ line, field, taken: fromStockOf(options, line) ?? decimal(0) }] : [];
  });
  const [stock, allocated] = [
    await loadOwnStock(
      tx,
      wanted.map(({ line }) => line.itemId!),
      lock,
    ),
    await loadAllocated(tx, origin.tradeId),
  ];
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
