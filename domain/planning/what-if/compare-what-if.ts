import { daysBetween, type Outcome, ok, type PlainDate } from "../../shared/index.ts";
import { exceptionsOf } from "../plan-exceptions.ts";
import { type CalculatedPlan, calculatePlan } from "../plan-from-records.ts";
import type { DemandKind, ItemSupply, PlanException, PlanInput, RecordRef } from "../plan-records.ts";
import { type PlanRefusal, refKey } from "../record-index.ts";
import { applyChanges, type WhatIfCapacity, type WhatIfChange, type WhatIfRefusal } from "./changes.ts";
import { compareLoad, type LoadComparison, type Works } from "./compare-load.ts";
import { compareOrders, type OrderDifference } from "./compare-orders.ts";
import { pairUp } from "./pair-up.ts";
import { projectedStock, type StockPoint } from "./projected-stock.ts";
import { NEVER, readyDays } from "./ready-days.ts";

/** A customer's order whose days late are others than before; `null`: not all of it is covered by the plan. */
export interface DemandDifference extends RecordRef<DemandKind> {
  readonly itemId: string;
  readonly itemCode: string;
  readonly unit: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
  readonly lateDaysBefore: number | null;
  readonly lateDaysAfter: number | null;
}

/** `subject`: a record outside the plan, or a firm planned order; proposals of an assumed plan have no numbers, so none is named. */
export interface ExceptionDifference extends PlanException {
  readonly unit: string;
  /** `changed`: it was there before, with another quantity or other days. */
  readonly becomes: "comes" | "goes" | "changed";
}

/** What becomes of an assumed need. */
export interface NeedAnswer {
  /** Place among the changes. */
  readonly change: number;
  readonly lateDays: number | null;
}

export interface PlanSums {
  readonly orders: Readonly<Record<ItemSupply, number>>;
  readonly pastDueOrders: number;
  readonly exceptions: number;
  /** Of customers' orders. */
  readonly lateDemands: number;
}

/** A list cut to what a person can look through, with how many there are. */
export interface CutList<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export interface ItemStock {
  readonly itemId: string;
  readonly itemCode: string;
  readonly unit: string;
  readonly safetyStock: { readonly before: string; readonly after: string };
  readonly before: readonly StockPoint[];
  readonly after: readonly StockPoint[];
}

export interface WhatIfComparison {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly needs: readonly NeedAnswer[];
  readonly orders: CutList<OrderDifference> & {
    readonly comes: number;
    readonly goes: number;
    readonly changes: number;
  };
  readonly exceptions: CutList<ExceptionDifference> & { readonly comes: number; readonly goes: number };
  readonly demands: CutList<DemandDifference> & {
    /** Orders with a line that is later than before; orders with a line that is earlier and none that is later. */
    readonly worseIds: readonly string[];
    readonly better: number;
  };
  readonly stocks: readonly ItemStock[];
  readonly sums: { readonly before: PlanSums; readonly after: PlanSums };
  readonly load: LoadComparison | null;
}

export interface CompareOptions {
  /** Work centres with what they do; without them there is no load. */
  readonly works?: Works;
  /** Rows of each list that are told. */
  readonly most?: number;
}

const MOST_ROWS = 300;
const MOST_STOCKS = 12;
/** Proposals of an assumed plan have no numbers of their own; firm planned orders have theirs. */
const NO_NUMBER = -1;
const seqOf = () => NO_NUMBER;
const isOfProposal = ({ subject }: PlanException) => subject !== null && "seq" in subject && subject.seq === NO_NUMBER;

/**
 * What would be other if the changes came true: the plan of the records as they stand against the plan of the records with the changes in
 * them, both whole, and nothing else differs between them. Pure and repeatable; the order of the changes does not matter.
 *
 * @returns refused, at the field of the change that is wrong
 */
export function compareWhatIf(
  input: PlanInput,
  changes: readonly WhatIfChange[],
  { works, most = MOST_ROWS }: CompareOptions = {},
): Outcome<WhatIfComparison, WhatIfRefusal> {
  const changed = applyChanges(input, changes);
  if (!changed.ok) return changed;
  const before = calculatePlan(input);
  if (!before.ok) return before;
  const after = calculatePlan(changed.value.input);
  if (!after.ok) return { ok: false, refusals: atTheChange(after.refusals, input, changes) };
  return ok(
    new Comparison(input, changed.value.input, before.value, after.value, most).make(
      changes,
      changed.value.needIds,
      works,
    ),
  );
}

/** A refusal of the records of an item is one of the change that made them so. */
function atTheChange<R extends { readonly code: PlanRefusal; readonly field?: string }>(
  refusals: readonly [R, ...R[]],
  input: PlanInput,
  changes: readonly WhatIfChange[],
): readonly [R, ...R[]] {
  const told = refusals.map((refusal) => {
    const place = /^items\.(\d+)\.(\w+)$/.exec(refusal.field ?? "");
    const id = place && input.items[Number(place[1])]?.id;
    const at = changes.findIndex((change) => change.kind === "item" && change.itemId === id);
    return place && at >= 0 ? { ...refusal, field: `changes.${at}.parameters.${place[2]}` } : refusal;
  });
  return told as unknown as readonly [R, ...R[]];
}

/** Two calculated plans of one company side by side. */
class Comparison {
  private readonly planFrom: PlainDate;
  private readonly input: PlanInput;
  private readonly changedInput: PlanInput;
  private readonly before: CalculatedPlan;
  private readonly after: CalculatedPlan;
  private readonly most: number;
  constructor(input: PlanInput, changedInput: PlanInput, before: CalculatedPlan, after: CalculatedPlan, most: number) {
    this.planFrom = input.planFrom;
    this.input = input;
    this.changedInput = changedInput;
    this.before = before;
    this.after = after;
    this.most = most;
  }

  make(
    changes: readonly WhatIfChange[],
    needIds: readonly (string | undefined)[],
    works: Works | undefined,
  ): WhatIfComparison {
    const lateBefore = this.lateness(this.before);
    const lateAfter = this.lateness(this.after);
    const orders = compareOrders(this.before, this.after, this.planFrom);
    const told = this.exceptionsOfBoth();
    const exceptions = this.exceptions(told.before, told.after);
    const demands = this.demands(lateBefore, lateAfter);
    const isWorse = ({ lateDaysBefore, lateDaysAfter }: DemandDifference) => rank(lateDaysAfter) > rank(lateDaysBefore);
    const worse = new Set(demands.filter(isWorse).map(({ id }) => id));
    return {
      planFrom: this.planFrom,
      horizonDays: this.input.horizonDays,
      needs: needIds
        .map((id, change) => ({ id, change }))
        .filter(({ id }) => id !== undefined)
        .map(({ id, change }) => ({
          change,
          lateDays: lateAfter.get(refKey({ kind: "sales", id: id!, line: null }))!.lateDays,
        })),
      orders: {
        ...this.cut(orders.toSorted(byStart)),
        comes: count(orders, ({ was }) => was === null),
        goes: count(orders, ({ now }) => now === null),
        changes: count(orders, ({ was, now }) => was !== null && now !== null),
      },
      exceptions: {
        ...this.cut(exceptions),
        comes: count(exceptions, ({ becomes }) => becomes === "comes"),
        goes: count(exceptions, ({ becomes }) => becomes === "goes"),
      },
      demands: {
        ...this.cut(demands),
        worseIds: [...worse],
        better: new Set(demands.map(({ id }) => id).filter((id) => !worse.has(id))).size,
      },
      stocks: this.stocks(changes, orders),
      sums: {
        before: this.sums(this.before, told.before.length, lateBefore),
        after: this.sums(this.after, told.after.length, lateAfter),
      },
      load: works ? compareLoad(works, capacityOf(changes), this.before, this.after, this.planFrom) : null,
    };
  }

  private cut<T>(rows: readonly T[]): CutList<T> {
    return { total: rows.length, rows: rows.slice(0, this.most) };
  }

  /** Of customers' orders, by the key of the record: how many days late, 0 in time. */
  private lateness(calculated: CalculatedPlan): Map<string, Lateness> {
    const days = readyDays(calculated);
    const late = new Map<string, Lateness>();
    calculated.mapped.demands.forEach((demand, at) => {
      if (demand.kind !== "sales" && demand.kind !== "step") return;
      const day = days[at]!;
      const needed = daysBetween(this.planFrom, demand.neededOn);
      late.set(refKey(demand), { at, lateDays: day === NEVER ? null : Math.max(0, day - needed) });
    });
    return late;
  }

  private demands(before: ReadonlyMap<string, Lateness>, after: ReadonlyMap<string, Lateness>): DemandDifference[] {
    const found: DemandDifference[] = [];
    for (const [key, { at, lateDays: lateDaysAfter }] of after) {
      const was = before.get(key);
      if (!was || was.lateDays === lateDaysAfter) continue;
      const { kind, id, line, itemId, quantity, neededOn, unit } = this.after.mapped.demands[at]!;
      if (kind === "firm") continue;
      const item = this.itemOf(itemId);
      found.push({
        ...{ kind, id, line, itemId, itemCode: item.code, unit: unit ?? item.unit, quantity, neededOn },
        ...{ lateDaysBefore: was.lateDays, lateDaysAfter },
      });
    }
    return found.sort(
      (a, b) => rank(b.lateDaysAfter) - rank(a.lateDaysAfter) || byText(a.neededOn, b.neededOn) || byText(a.id, b.id),
    );
  }

  private exceptionsOfBoth() {
    return {
      before: exceptionsOf(this.input, { ...this.before, seqOf }),
      after: exceptionsOf(this.changedInput, { ...this.after, seqOf }),
    };
  }

  private exceptions(before: readonly PlanException[], after: readonly PlanException[]): ExceptionDifference[] {
    const told = (one: PlanException, becomes: ExceptionDifference["becomes"]): ExceptionDifference => ({
      ...one,
      unit: this.itemOf(one.itemId).unit,
      subject: isOfProposal(one) ? null : one.subject,
      becomes,
    });
    return pairUp(before, after, [sameException, sameSubject])
      .flatMap(({ was, now }): ExceptionDifference[] => {
        if (!now) return [told(was!, "goes")];
        if (!was) return [told(now, "comes")];
        // Of planned orders that are others now, none stands in the place of another.
        return isOfProposal(now) ? [told(now, "comes"), told(was, "goes")] : [told(now, "changed")];
      })
      .sort(
        (a, b) =>
          byText(a.becomes, b.becomes) ||
          byText(a.onDate, b.onDate) ||
          byText(a.itemCode, b.itemCode) ||
          byText(a.kind, b.kind) ||
          byText(JSON.stringify(a), JSON.stringify(b)),
      );
  }

  private sums(
    { plan: { orders }, index }: CalculatedPlan,
    exceptions: number,
    late: ReadonlyMap<string, Lateness>,
  ): PlanSums {
    const counts = { make: 0, buy: 0, subcontract: 0 };
    let pastDueOrders = 0;
    for (let at = 0; at < orders.count; at++) {
      counts[index.items[orders.item[at]!]!.supply]++;
      if (orders.wantedStartDay[at]! < 0) pastDueOrders++;
    }
    return {
      orders: counts,
      pastDueOrders,
      exceptions,
      lateDemands: count([...late.values()], ({ lateDays }) => lateDays !== 0),
    };
  }

  /** Of the items the question names, then of those with the most other orders. */
  private stocks(changes: readonly WhatIfChange[], orders: readonly OrderDifference[]): ItemStock[] {
    const receipts = changes.some((change) => change.kind === "receipt")
      ? new Map(this.input.receipts.map((one) => [refKey(one), one.itemId]))
      : new Map<string, string>();
    const named = changes.flatMap((change) => {
      if (change.kind === "need" || change.kind === "item") return [change.itemId];
      return change.kind === "receipt" ? [receipts.get(refKey(change.record))!] : [];
    });
    const times = new Map<string, number>();
    for (const { itemId } of orders) times.set(itemId, (times.get(itemId) ?? 0) + 1);
    const codeOf = (id: string) => this.itemOf(id).code;
    const most = [...times].sort(([a, n], [b, m]) => m - n || byText(codeOf(a), codeOf(b))).map(([id]) => id);
    const chosen = [...new Set([...named.sort((a, b) => byText(codeOf(a), codeOf(b))), ...most])].slice(0, MOST_STOCKS);
    return chosen.map((itemId) => {
      const at = this.before.index.itemIndex.get(itemId)!;
      const [was, now] = [this.before.index.items[at]!, this.after.index.items[at]!];
      return {
        itemId,
        itemCode: was.code,
        unit: was.unit,
        safetyStock: { before: was.safetyStock, after: now.safetyStock },
        before: projectedStock(this.before, at, this.planFrom),
        after: projectedStock(this.after, at, this.planFrom),
      };
    });
  }

  private itemOf(id: string) {
    return this.before.index.items[this.before.index.itemIndex.get(id)!]!;
  }
}

interface Lateness {
  /** Place among the plan's demands. */
  readonly at: number;
  readonly lateDays: number | null;
}

const capacityOf = (changes: readonly WhatIfChange[]) =>
  changes.filter((change): change is WhatIfCapacity => change.kind === "capacity");

/** What is not covered is worse than any lateness. */
const rank = (days: number | null) => days ?? NEVER;

const sameSubject = ({ kind, itemId, orderKey, subject }: PlanException) =>
  JSON.stringify([kind, itemId, orderKey, subject && ("id" in subject ? refKey(subject) : subject.seq)]);
const sameException = (one: PlanException) =>
  JSON.stringify([sameSubject(one), one.quantity, one.onDate, one.wantedDate]);

function byStart(a: OrderDifference, b: OrderDifference): number {
  const start = ({ was, now }: OrderDifference) => (now ?? was)!.startOn;
  return byText(start(a), start(b)) || byText(a.itemCode, b.itemCode) || byText(JSON.stringify(a), JSON.stringify(b));
}

function count<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
