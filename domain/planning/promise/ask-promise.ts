import { addDays, type Decimal, daysBetween, type Outcome, ok, type PlainDate, refuse } from "../../shared/index.ts";
import { scaled, unscaled } from "../scaled-quantity.ts";
import type { PromiseUses } from "./promise-facts.ts";
import { bindingOf, chainOf, type NeverRefusal, type PromiseReason, whyNever } from "./promise-reasons.ts";
import type { PromiseState } from "./promise-state.ts";
import { type Asking, NEVER, readyDay, type Secured, secure } from "./secure.ts";
import { giveBack, NOTHING_TAKEN, newTakeLog, type TakeLog } from "./take-log.ts";

export interface PromiseQuestion {
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly wantedOn: PlainDate;
  /** Nothing may be begun before: the step before is ready then. */
  readonly notBefore?: PlainDate;
  /** Another work centre does the work of one: its id by the id of that one. */
  readonly instead?: Readonly<Record<string, string>>;
}

export type PromiseRefusal =
  | "PLAN_ITEM_UNKNOWN"
  | "QUANTITY_NOT_POSITIVE"
  | "QUANTITY_TOO_FINE"
  | "WANTED_IN_PAST"
  | NeverRefusal;

/** When a quantity can be there, why then, and what it takes. */
export interface PromiseAnswer {
  readonly itemId: string;
  readonly quantity: string;
  readonly readyOn: PlainDate;
  readonly isInTime: boolean;
  /** What decides the date. */
  readonly binding: PromiseReason;
  /** The item first, then what it waits for, down to the link that waits for nothing. */
  readonly chain: readonly PromiseReason[];
  readonly uses: PromiseUses;
  /** What would be made for it, components before what they go into. */
  readonly orders: readonly PromisedOrder[];
  /** Only where it is late. */
  readonly alternatives: readonly PromiseAlternative[];
}

export interface PromisedOrder {
  /** Work centres whose work another does in this promise. */
  readonly instead: readonly {
    readonly workCenterId: string;
    readonly otherWorkCenterId: string;
    readonly timeFactor: number;
  }[];
  readonly itemId: string;
  readonly startQuantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
}

export type PromiseAlternative =
  | {
      readonly kind: "split";
      readonly quantity: string;
      readonly readyOn: PlainDate;
      readonly restReadyOn: PlainDate;
    }
  | {
      readonly kind: "overtime";
      readonly workCenterId: string;
      readonly minutesPerDay: number;
      readonly readyOn: PlainDate;
    }
  | {
      readonly kind: "other_work_center";
      readonly workCenterId: string;
      readonly otherWorkCenterId: string;
      readonly readyOn: PlainDate;
    };

/** Two hours on a day of eight. */
const OVERTIME_SHARE = 0.25;

/**
 * The earliest day a quantity can be there, from what nobody needs yet: stock, supply on its way, material, capacity and partners are
 * all respected. The question leaves the state as it was.
 */
export function askPromise(state: PromiseState, question: PromiseQuestion): Outcome<PromiseAnswer, PromiseRefusal> {
  const item = state.itemAt.get(question.itemId);
  if (item === undefined) return refuse("PLAN_ITEM_UNKNOWN", { item: question.itemId }, "itemId");
  const { decimals } = state.items[item]!.record;
  if (question.quantity.decimalPlaces() > decimals) return refuse("QUANTITY_TOO_FINE", { decimals }, "quantity");
  const quantity = scaled(question.quantity, decimals, "up");
  if (quantity === null || quantity <= 0) return refuse("QUANTITY_NOT_POSITIVE", undefined, "quantity");
  if (question.wantedOn < state.today) return refuse("WANTED_IN_PAST", { today: state.today }, "wantedOn");
  const log = newTakeLog();
  const instead = insteadOf(state, question.instead ?? {});
  const notBefore = Math.max(0, daysBetween(state.today, question.notBefore ?? state.today));
  const secured = attempt(state, log, instead, item, quantity, notBefore);
  if (secured.ready === NEVER) {
    giveBack(state, log, NOTHING_TAKEN);
    return whyNever(state, secured);
  }
  const uses = usesOf(state, log);
  const others = [...instead].map(([place, { center, timeFactor }]) => ({
    workCenterId: state.centers[place]!.id,
    otherWorkCenterId: state.centers[center]!.id,
    timeFactor,
  }));
  const orders = log.made.map((one) => ({
    instead: others,
    itemId: state.items[one.item]!.record.id,
    startQuantity: unscaled(one.started, state.items[one.item]!.record.decimals),
    startOn: dayOf(state, one.from),
    dueOn: dayOf(state, one.readyDay),
  }));
  giveBack(state, log, NOTHING_TAKEN);
  const readyOn = dayOf(state, readyDay(secured));
  const isInTime = readyOn <= question.wantedOn;
  const binding = bindingOf(state, secured);
  return ok({
    itemId: question.itemId,
    quantity: unscaled(quantity, decimals),
    readyOn,
    isInTime,
    binding,
    chain: chainOf(state, secured),
    uses,
    orders,
    alternatives: isInTime
      ? []
      : alternatives(state, { item, quantity, notBefore, readyOn, binding, instead }, question),
  });
}

const dayOf = (state: PromiseState, time: number): PlainDate => addDays(state.today, Math.floor(time));

function attempt(
  state: PromiseState,
  log: TakeLog,
  instead: Asking["instead"],
  item: number,
  quantity: number,
  notBefore: number,
): Secured {
  return secure({ state, log, instead, above: new Set() }, item, quantity, notBefore);
}

/** The day the same question comes to, with nothing kept of it. */
function readyOf(state: PromiseState, instead: Asking["instead"], item: number, quantity: number, notBefore: number) {
  const log = newTakeLog();
  const secured = attempt(state, log, instead, item, quantity, notBefore);
  giveBack(state, log, NOTHING_TAKEN);
  return readyDay(secured);
}

function insteadOf(state: PromiseState, named: Readonly<Record<string, string>>): Asking["instead"] {
  const instead = new Map<number, { center: number; timeFactor: number }>();
  for (const [id, otherId] of Object.entries(named)) {
    const place = state.centerAt.get(id);
    const other = state.centerAt.get(otherId);
    if (place === undefined || other === undefined) continue;
    const known = state.centers[place]!.alternatives.find((one) => one.center === other);
    if (known) instead.set(place, known);
  }
  return instead;
}

/** What the log says was taken, one row for each work centre or item and day. */
function usesOf(state: PromiseState, log: TakeLog): PromiseUses {
  const minutes = new Map<string, { workCenterId: string; onDate: PlainDate; minutes: number }>();
  const quantities = new Map<string, { item: number; onDate: PlainDate; quantity: number }>();
  for (const [index, what] of log.what.entries()) {
    const at = log.at[index]!;
    const amount = log.amount[index]!;
    const key = `${what}/${at}`;
    if (log.isCenter[index]) {
      const onDate = addDays(state.today, at);
      const row = minutes.get(key) ?? { workCenterId: state.centers[what]!.id, onDate, minutes: 0 };
      row.minutes += amount;
      minutes.set(key, row);
    } else {
      const onDate = addDays(state.today, state.items[what]!.supply.day[at]!);
      const row = quantities.get(key) ?? { item: what, onDate, quantity: 0 };
      row.quantity += amount;
      quantities.set(key, row);
    }
  }
  return {
    capacity: [...minutes.values()],
    supply: [...quantities.values()].map(({ item, onDate, quantity }) => {
      const { id, decimals } = state.items[item]!.record;
      return { itemId: id, onDate, quantity: unscaled(quantity, decimals) };
    }),
  };
}

interface Late {
  readonly item: number;
  readonly quantity: number;
  readonly notBefore: number;
  readonly readyOn: PlainDate;
  readonly binding: PromiseReason;
  readonly instead: Asking["instead"];
}

function alternatives(state: PromiseState, late: Late, question: PromiseQuestion): PromiseAlternative[] {
  const found: PromiseAlternative[] = [];
  const split = splitOf(state, late, daysBetween(state.today, question.wantedOn));
  if (split) found.push(split);
  const place = late.binding.code === "CAPACITY" ? state.centerAt.get(late.binding.workCenterId ?? "") : undefined;
  if (place === undefined) return found;
  const center = state.centers[place]!;
  const { item, quantity, notBefore, instead } = late;
  const { capacity, free } = center;
  const more = capacity.map((minutes) => Math.floor(minutes * OVERTIME_SHARE));
  center.capacity = capacity.map((minutes, day) => minutes + more[day]!);
  center.free = free.map((minutes, day) => minutes + more[day]!);
  const withOvertime = readyOf(state, instead, item, quantity, notBefore);
  center.capacity = capacity;
  center.free = free;
  if (withOvertime !== NEVER && dayOf(state, withOvertime) < late.readyOn)
    found.push({
      kind: "overtime",
      workCenterId: center.id,
      minutesPerDay: more.reduce((most, minutes) => Math.max(most, minutes), 0),
      readyOn: dayOf(state, withOvertime),
    });
  for (const other of center.alternatives) {
    const elsewhere = readyOf(state, new Map([...instead, [place, other]]), item, quantity, notBefore);
    if (elsewhere === NEVER || dayOf(state, elsewhere) >= late.readyOn) continue;
    found.push({
      kind: "other_work_center",
      workCenterId: center.id,
      otherWorkCenterId: state.centers[other.center]!.id,
      readyOn: dayOf(state, elsewhere),
    });
  }
  return found;
}

/** The most of it that can be there on the wanted day, and when the rest follows. */
function splitOf(state: PromiseState, late: Late, wantedDay: number): PromiseAlternative | null {
  const { item, quantity, notBefore, instead } = late;
  const inTime = (part: number) => readyOf(state, instead, item, part, notBefore) <= wantedDay;
  const { decimals } = state.items[item]!.record;
  const step = 10 ** decimals;
  let low = 0;
  let high = Math.ceil(quantity / step);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (inTime(middle * step)) low = middle;
    else high = middle;
  }
  if (low === 0) return null;
  const log = newTakeLog();
  const first = attempt(state, log, instead, item, low * step, notBefore);
  const rest = attempt(state, log, instead, item, quantity - low * step, notBefore);
  giveBack(state, log, NOTHING_TAKEN);
  if (rest.ready === NEVER) return null;
  return {
    kind: "split",
    quantity: unscaled(low * step, decimals),
    readyOn: dayOf(state, readyDay(first)),
    restReadyOn: dayOf(state, readyDay(rest)),
  };
}
