import type { PromiseState, StateCenter } from "./promise-state.ts";

/** What one question has taken from the state so far, so that it can be given back: a question leaves no trace. */
export interface TakeLog {
  /** Work centre or item, by place. */
  readonly what: number[];
  readonly isCenter: boolean[];
  /** Day for a work centre, place in its supplies for an item. */
  readonly at: number[];
  readonly amount: number[];
}

export function newTakeLog(): TakeLog {
  return { what: [], isCenter: [], at: [], amount: [] };
}

export function takeSupply(state: PromiseState, log: TakeLog, item: number, at: number, quantity: number): void {
  state.items[item]!.supply.free[at]! -= quantity;
  log.what.push(item);
  log.isCenter.push(false);
  log.at.push(at);
  log.amount.push(quantity);
}

export function takeMinutes(center: StateCenter, place: number, log: TakeLog, day: number, minutes: number): void {
  center.free[day]! -= minutes;
  log.what.push(place);
  log.isCenter.push(true);
  log.at.push(day);
  log.amount.push(minutes);
}

/** Gives back everything taken after the first `length` entries. */
export function giveBack(state: PromiseState, log: TakeLog, length: number): void {
  while (log.what.length > length) {
    const what = log.what.pop()!;
    const at = log.at.pop()!;
    const amount = log.amount.pop()!;
    if (log.isCenter.pop()) state.centers[what]!.free[at]! += amount;
    else state.items[what]!.supply.free[at]! += amount;
  }
}
