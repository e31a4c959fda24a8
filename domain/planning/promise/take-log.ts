import type { PromiseState, StateCenter } from "./promise-state.ts";

/** What one question has taken from the state so far, so that it can be given back: a question leaves no trace. */
export interface TakeLog {
  /** Work centre or item, by place. */
  readonly what: number[];
  readonly isCenter: boolean[];
  /** Day for a work centre, place in its supplies for an item. */
  readonly at: number[];
  readonly amount: number[];
  /** What would be made for it, components first. */
  readonly made: MadeForPromise[];
}

/** An order that would be made: what is started, between which times. */
export interface MadeForPromise {
  readonly item: number;
  readonly started: number;
  readonly from: number;
  readonly readyDay: number;
}

/** How far a log has come, to give back what follows. */
export interface LogMark {
  readonly taken: number;
  readonly made: number;
}

export const markOf = (log: TakeLog): LogMark => ({ taken: log.what.length, made: log.made.length });
export const NOTHING_TAKEN: LogMark = { taken: 0, made: 0 };

export function newTakeLog(): TakeLog {
  return { what: [], isCenter: [], at: [], amount: [], made: [] };
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

/** Gives back everything taken since. */
export function giveBack(state: PromiseState, log: TakeLog, { taken, made }: LogMark): void {
  log.made.length = made;
  while (log.what.length > taken) {
    const what = log.what.pop()!;
    const at = log.at.pop()!;
    const amount = log.amount.pop()!;
    if (log.isCenter.pop()) state.centers[what]!.free[at]! += amount;
    else state.items[what]!.supply.free[at]! += amount;
  }
}
