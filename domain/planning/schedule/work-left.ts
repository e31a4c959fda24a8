import { Decimal, decimal } from "../../shared/index.ts";
import type { OperationRecord, OrderRecord, ProgressRecord } from "./schedule-records.ts";

interface Waiting {
  readonly record: OperationRecord;
  readonly waitsFor: readonly string[];
}

export const isRunning = ({ progress }: OperationRecord) => progress?.state === "running";

/** Set-up is done where it runs, or had pieces. */
export const hasSetUp = ({ state, good, scrap }: ProgressRecord) =>
  state === "running" || decimal(good).plus(scrap).gt(0);

/** Nothing of it is left. An order without operations is not over: it has a trouble. */
export const isOver = ({ operations }: OrderRecord) =>
  operations.length > 0 && operations.every(({ progress }) => progress?.state === "done");

/**
 * What each operation of an order still has to make: its quantity, or less where pieces were scrapped on the way to it, without those it had, good or
 * scrap.
 */
export function quantitiesLeft(orderQuantity: string, operations: readonly Waiting[]): Map<string, string> {
  const byId = new Map(operations.map((one) => [one.record.id, one]));
  const comes = new Map<string, Decimal>();
  // A circle of operations is told elsewhere; here it only must end.
  const comesTo = (one: Waiting, way: readonly string[]): Decimal => {
    const { id, quantity } = one.record;
    const known = comes.get(id);
    if (known) return known;
    let most = decimal(quantity ?? orderQuantity);
    for (const other of one.waitsFor) {
      const before = byId.get(other);
      if (!before || way.includes(other)) continue;
      most = Decimal.min(most, comesTo(before, [...way, id]).minus(before.record.progress?.scrap ?? 0));
    }
    most = Decimal.max(most, 0);
    comes.set(id, most);
    return most;
  };
  return new Map(
    operations.map((one) => {
      const { good = 0, scrap = 0 } = one.record.progress ?? {};
      return [one.record.id, Decimal.max(comesTo(one, []).minus(good).minus(scrap), 0).toString()];
    }),
  );
}

/** What each operation still waits for: nothing that is done, and nothing at all when it runs; what follows it waits for what it left behind. */
export function waitsNow(operations: readonly Waiting[]): Map<string, string[]> {
  const byId = new Map(operations.map((one) => [one.record.id, one]));
  const open = (id: string, way: readonly string[]): string[] => {
    const one = byId.get(id);
    const state = one?.record.progress?.state;
    if (!one || (state !== "done" && state !== "running") || way.includes(id)) return [id];
    const behind = one.waitsFor.flatMap((other) => open(other, [...way, id]));
    return state === "done" ? behind : [id, ...behind];
  };
  return new Map(
    operations.map(({ record, waitsFor }) => [
      record.id,
      isRunning(record) ? [] : [...new Set(waitsFor.flatMap((other) => open(other, [record.id])))],
    ]),
  );
}
