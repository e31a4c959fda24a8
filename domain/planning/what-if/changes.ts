import { checkLotSizing, type LotRefusal, type LotSizing } from "../../items/index.ts";
import {
  addDays,
  decimal,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuseAll,
} from "../../shared/index.ts";
import type { PlanDemand, PlanInput, PlanItem, PlanReceipt, ReceiptKind, RecordRef } from "../plan-records.ts";
import { type PlanRefusal, refKey } from "../record-index.ts";

/** A customer orders so much more. */
export interface WhatIfNeed {
  readonly kind: "need";
  readonly itemId: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
  /** Planning does not ask who; who applies it must know. */
  readonly partnerId: string | null;
}

/** A purchase or work order comes so many days later (earlier below 0), or with another quantity than what is open of it. */
export interface WhatIfReceipt {
  readonly kind: "receipt";
  readonly record: RecordRef<ReceiptKind>;
  readonly daysLater: number;
  /** In the item's own unit; `null`: as it stands. */
  readonly quantity: string | null;
}

export type WhatIfParameters = Partial<
  Pick<
    PlanItem,
    | "leadTimeDays"
    | "safetyStock"
    | "lotRule"
    | "lotFixed"
    | "lotPeriodDays"
    | "lotMinimum"
    | "lotMaximum"
    | "lotMultiple"
    | "setupCostYen"
    | "holdingCostYenPerYear"
  >
>;

/** An item is planned with other parameters. */
export interface WhatIfItem {
  readonly kind: "item";
  readonly itemId: string;
  readonly parameters: WhatIfParameters;
}

/** A work centre does not work between two days, or each of its machines works so much longer on each working day. */
export interface WhatIfCapacity {
  readonly kind: "capacity";
  readonly workCenterId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Of each machine on each working day; `null`: closed. */
  readonly overtimeMinutes: number | null;
}

/** One assumption of a question. */
export type WhatIfChange = WhatIfNeed | WhatIfReceipt | WhatIfItem | WhatIfCapacity;

export type WhatIfRefusal =
  | PlanRefusal
  | LotRefusal
  | "PLANNED_QUANTITY_TOO_FINE"
  | "QUANTITY_NOT_POSITIVE"
  | "WHAT_IF_DAY_PAST"
  | "WHAT_IF_DAY_BEYOND"
  | "WHAT_IF_RECEIPT_GONE"
  | "WHAT_IF_SAYS_NOTHING"
  | "WHAT_IF_TWICE"
  | "PERIOD_REVERSED";

/** The records as they would be. `needIds[n]`: the id of the demand that the n-th change adds. */
export interface ChangedInput {
  readonly input: PlanInput;
  readonly needIds: readonly (string | undefined)[];
}

/**
 * The records with the assumed changes in them; the given ones stay as they are. In whatever order the changes come, the records are the
 * same: two changes of one receipt, one item, or one customer's day
 * are refused, and added needs are named by what they are.
 *
 * What a change of capacity asks is not part of them: planning of requirements knows no capacity.
 */
export function applyChanges(input: PlanInput, changes: readonly WhatIfChange[]): Outcome<ChangedInput, WhatIfRefusal> {
  const check = new Check(input);
  for (const [at, change] of changes.entries()) check.change(change, at);
  const refused = refuseAll(check.refusals);
  if (refused) return refused;
  const needs = changes
    .flatMap((change, at) => (change.kind === "need" ? [{ change, at }] : []))
    .sort((a, b) => compare(needKey(a.change), needKey(b.change)));
  const needIds: (string | undefined)[] = [];
  const added = needs.map(({ change: { itemId, quantity, neededOn }, at }, rank): PlanDemand => {
    // Behind all orders that exist: who has ordered gets the earlier supply of a day.
    const id = `what-if ${String(rank).padStart(6, "0")}`;
    needIds[at] = id;
    return { kind: "sales", id, line: null, itemId, quantity, neededOn, orderKey: null };
  });
  const parameters = new Map(changes.flatMap((one) => (one.kind === "item" ? [[one.itemId, one.parameters]] : [])));
  const receipts = new Map(changes.flatMap((one) => (one.kind === "receipt" ? [[refKey(one.record), one]] : [])));
  return ok({
    input: {
      ...input,
      items: parameters.size === 0 ? input.items : input.items.map((one) => ({ ...one, ...parameters.get(one.id) })),
      receipts:
        receipts.size === 0
          ? input.receipts
          : input.receipts.map((one) => changedReceipt(one, receipts.get(refKey(one)), input.planFrom)),
      demands: added.length === 0 ? input.demands : [...input.demands, ...added],
    },
    needIds,
  });
}

/** What should have come already is planned for today, so its days are counted from today. */
export function dayOfReceipt(dueOn: PlainDate, daysLater: number, planFrom: PlainDate): PlainDate {
  return daysLater === 0 ? dueOn : addDays(maxDate(dueOn, planFrom), daysLater);
}

function changedReceipt(receipt: PlanReceipt, change: WhatIfReceipt | undefined, planFrom: PlainDate): PlanReceipt {
  if (!change) return receipt;
  const { unit, ...rest } = receipt;
  const dueOn = dayOfReceipt(receipt.dueOn, change.daysLater, planFrom);
  return change.quantity === null ? { ...receipt, dueOn } : { ...rest, dueOn, quantity: change.quantity };
}

/** Collects what is wrong with the changes, each at its field. */
class Check {
  readonly refusals: Refusal<WhatIfRefusal>[] = [];
  private readonly items: ReadonlyMap<string, PlanItem>;
  private readonly decimals: ReadonlyMap<string, number>;
  private readonly seen = new Set<string>();
  private receipts: ReadonlyMap<string, PlanReceipt> | undefined;
  private readonly input: PlanInput;
  constructor(input: PlanInput) {
    this.input = input;
    this.items = new Map(input.items.map((item) => [item.id, item]));
    this.decimals = new Map(input.units.map((unit) => [unit.code, unit.decimals]));
  }

  change(change: WhatIfChange, at: number): void {
    const refuse: Refuse = (code, field, values) =>
      this.refusals.push({ code, field: `changes.${at}.${field}`, ...(values && { values }) });
    if (change.kind === "need") this.need(change, refuse);
    if (change.kind === "receipt") this.receipt(change, refuse);
    if (change.kind === "item") this.item(change, refuse);
    if (change.kind === "capacity") this.capacity(change, refuse);
  }

  private need({ itemId, quantity, neededOn, partnerId }: WhatIfNeed, refuse: Refuse): void {
    const { planFrom, horizonDays } = this.input;
    const item = this.known(itemId, refuse);
    this.once(`need ${itemId} ${neededOn} ${partnerId}`, "neededOn", refuse);
    if (!decimal(quantity).greaterThan(0)) refuse("QUANTITY_NOT_POSITIVE", "quantity");
    else if (item) this.fine(item, quantity, "quantity", refuse);
    const last = addDays(planFrom, horizonDays - 1);
    if (neededOn < planFrom) refuse("WHAT_IF_DAY_PAST", "neededOn", { date: neededOn });
    if (neededOn > last) refuse("WHAT_IF_DAY_BEYOND", "neededOn", { date: neededOn, last });
  }

  private receipt({ record, daysLater, quantity }: WhatIfReceipt, refuse: Refuse): void {
    const { planFrom } = this.input;
    this.receipts ??= new Map(this.input.receipts.map((one) => [refKey(one), one]));
    const receipt = this.receipts.get(refKey(record));
    if (!receipt) {
      refuse("WHAT_IF_RECEIPT_GONE", "record");
      return;
    }
    this.once(refKey(record), "record", refuse);
    if (daysLater === 0 && quantity === null) refuse("WHAT_IF_SAYS_NOTHING", "daysLater");
    const dueOn = dayOfReceipt(receipt.dueOn, daysLater, planFrom);
    if (daysLater !== 0 && dueOn < planFrom) refuse("WHAT_IF_DAY_PAST", "daysLater", { date: dueOn });
    const item = this.items.get(receipt.itemId);
    if (quantity !== null && decimal(quantity).isNegative()) refuse("QUANTITY_NOT_POSITIVE", "quantity");
    else if (quantity !== null && item) this.fine(item, quantity, "quantity", refuse);
  }

  private item({ itemId, parameters }: WhatIfItem, refuse: Refuse): void {
    const item = this.known(itemId, refuse);
    if (!item) return;
    this.once(`item ${itemId}`, "itemId", refuse);
    if (Object.values(parameters).every((value) => value === undefined)) refuse("WHAT_IF_SAYS_NOTHING", "itemId");
    const { leadTimeDays } = parameters;
    if (leadTimeDays !== undefined && !(Number.isInteger(leadTimeDays) && leadTimeDays >= 0 && leadTimeDays <= 999))
      refuse("PLAN_LEAD_TIME_INVALID", "parameters.leadTimeDays", { item: item.code, days: leadTimeDays });
    const { safetyStock } = parameters;
    if (safetyStock !== undefined && decimal(safetyStock).isNegative())
      refuse("QUANTITY_NOT_POSITIVE", "parameters.safetyStock");
    const after = { ...item, ...parameters };
    for (const name of ["lotFixed", "lotMinimum", "lotMaximum", "lotMultiple"] as const) {
      const size = parameters[name];
      if (size !== undefined && size !== null && !decimal(size).greaterThan(0))
        refuse("QUANTITY_NOT_POSITIVE", `parameters.${name}`);
    }
    for (const { code, field, values } of checkLotSizing(lotSizingOf(after)))
      refuse(code, `parameters.${field}`, values);
  }

  private capacity({ from, to }: WhatIfCapacity, refuse: Refuse): void {
    if (from < this.input.planFrom) refuse("WHAT_IF_DAY_PAST", "from", { date: from });
    if (to < from) refuse("PERIOD_REVERSED", "to");
  }

  private known(itemId: string, refuse: Refuse): PlanItem | undefined {
    const item = this.items.get(itemId);
    if (!item) refuse("PLAN_ITEM_UNKNOWN", "itemId", { item: "" });
    return item;
  }

  private fine(item: PlanItem, quantity: string, field: string, refuse: Refuse): void {
    if (decimal(quantity).decimalPlaces() > (this.decimals.get(item.unit) ?? 6))
      refuse("PLANNED_QUANTITY_TOO_FINE", field, { item: item.code });
  }

  private once(key: string, field: string, refuse: Refuse): void {
    if (this.seen.has(key)) refuse("WHAT_IF_TWICE", field);
    this.seen.add(key);
  }
}

/** As the item's own form is checked. Of no days there is no period. */
function lotSizingOf(item: PlanItem): LotSizing {
  const exact = (text: string | null | undefined) => (text == null ? null : decimal(text));
  return {
    lotRule: item.lotRule,
    lotFixed: exact(item.lotFixed),
    lotPeriodDays: (item.lotPeriodDays ?? 0) > 0 ? item.lotPeriodDays : null,
    lotMinimum: exact(item.lotMinimum),
    lotMaximum: exact(item.lotMaximum),
    setupCostYen: exact(item.setupCostYen),
    holdingCostYenPerYear: exact(item.holdingCostYenPerYear),
  };
}

type Refuse = (code: WhatIfRefusal, field: string, values?: Refusal["values"]) => void;

function needKey({ itemId, neededOn, quantity, partnerId }: WhatIfNeed): string {
  return JSON.stringify([itemId, neededOn, decimal(quantity).toFixed(), partnerId]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
