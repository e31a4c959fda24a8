import { pick, type Random } from "../random.ts";
import { type JobShop, type MachineOrder, orderOf } from "./job-shop.ts";

/**
 * A first order of the machines: operations are started one after the other as they come free, each time one of those that could start before the
 * earliest could end (an active schedule after Giffler and Thompson, 1960); among them by the work that remains in the job, or by lot.
 * @param chance share of choices made by lot, 0 … 1
 */
export function firstOrder(shop: JobShop, random: Random, chance: number): MachineOrder {
  const { machine, duration, jobBefore, jobAfter, machineCount } = shop;
  const count = machine.length;
  const remaining = new Int32Array(count);
  for (let operation = count - 1; operation >= 0; operation--) {
    if (jobAfter[operation]! >= 0) continue;
    let rest = 0;
    for (let at = operation; at >= 0; at = jobBefore[at]!) {
      rest += duration[at]!;
      remaining[at] = rest;
    }
  }
  const free = new Int32Array(machineCount);
  const ready = new Int32Array(count);
  const lists: number[][] = Array.from({ length: machineCount }, () => []);
  const open: number[] = [];
  for (let operation = 0; operation < count; operation++) if (jobBefore[operation]! < 0) open.push(operation);
  while (open.length > 0) {
    let end = Number.POSITIVE_INFINITY;
    let where = -1;
    for (const operation of open) {
      const ends = Math.max(ready[operation]!, free[machine[operation]!]!) + duration[operation]!;
      if (ends < end) {
        end = ends;
        where = machine[operation]!;
      }
    }
    const rivals = open.filter(
      (operation) =>
        machine[operation] === where && (Math.max(ready[operation]!, free[where]!) < end || duration[operation] === 0),
    );
    const chosen =
      random() < chance
        ? rivals[pick(random, rivals.length)]!
        : rivals.reduce((best, rival) => (remaining[rival]! > remaining[best]! ? rival : best));
    lists[where]!.push(chosen);
    const done = Math.max(ready[chosen]!, free[where]!) + duration[chosen]!;
    free[where] = done;
    open.splice(open.indexOf(chosen), 1);
    const next = jobAfter[chosen]!;
    if (next >= 0) {
      ready[next] = done;
      open.push(next);
    }
  }
  return orderOf(count, lists);
}
