import { addDays, type Outcome, ok, type PlainDate, type Refusal, refuse } from "../shared/index.ts";
import type {
  Peg,
  PegDemand,
  PegSupply,
  PlanException,
  PlanExceptionKind,
  PlanInput,
  PlannedOrder,
  PlanResult,
  RecordRef,
} from "./plan-records.ts";
import { indexRecords, type PlanRefusal, type RecordIndex } from "./record-index.ts";
import { type MappedData, recordsToData } from "./records-to-data.ts";
import {
  EXCEPTION,
  FOR_SAFETY,
  FROM_STOCK,
  isAboutAnOrder,
  NO_GROUP,
  outsideCode,
  type Plan,
  PlanLimit,
  planRequirements,
} from "./requirements/index.ts";
import { unscaled } from "./scaled-quantity.ts";

/**
 * Plans the requirements of one company from its records. Pure and repeatable: the order in which records come does not
 * matter, and plain data in and out let it run in a worker. Rules: docs/rules/planning.md.
 *
 * @returns planned orders, pegs and exceptions, or what makes planning impossible: an unknown item or unit, a unit without
 * conversion, a bill of material that contains itself (named as a chain of item codes), a quantity beyond exact numbers
 */
export function planFromRecords(input: PlanInput): Outcome<PlanResult, PlanRefusal> {
  const calculated = calculatePlan(input);
  return calculated.ok ? ok(new ResultMaker(input, calculated.value).make()) : calculated;
}

/** A calculated plan with what its numbers stand for. */
export interface CalculatedPlan {
  readonly index: RecordIndex;
  readonly mapped: MappedData;
  readonly plan: Plan;
}

/** The calculation behind `planFromRecords`, its result still in numbers. */
export function calculatePlan(input: PlanInput): Outcome<CalculatedPlan, PlanRefusal> {
  const index = indexRecords(input);
  if (!index.ok) return index;
  const mapped = recordsToData(input, index.value);
  if (!mapped.ok) return mapped;
  const codeOf = (item: number) => index.value.items[item]!.code;
  let plan: Plan;
  try {
    plan = planRequirements(mapped.value.data);
  } catch (error) {
    if (!(error instanceof PlanLimit)) throw error;
    return refuse(error.limit === "rows" ? "PLAN_TOO_LARGE" : "QUANTITY_TOO_LARGE", { item: codeOf(error.item) });
  }
  return ok({ index: index.value, mapped: mapped.value, plan });
}

/** Circles of bills of material as refusals: their items are left out of the plan. */
export function leftOut({ items }: RecordIndex, { cycles }: Plan): Refusal<"BOM_CYCLIC">[] {
  return cycles.map((cycle) => ({
    code: "BOM_CYCLIC",
    values: { chain: cycle.map((item) => items[item]!.code).join(" → ") },
  }));
}

/** The exceptions of a calculated plan, with ids and dates. */
export function exceptionsOf(input: PlanInput, calculated: CalculatedPlan): PlanException[] {
  return new ResultMaker(input, calculated).exceptions();
}

const KIND_OF = new Map<number, PlanExceptionKind>([
  [EXCEPTION.pastDueStart, "past_due_start"],
  [EXCEPTION.expedite, "expedite"],
  [EXCEPTION.delay, "delay"],
  [EXCEPTION.cancel, "cancel"],
  [EXCEPTION.shortfall, "shortfall"],
  [EXCEPTION.noBom, "no_bom"],
  [EXCEPTION.belowSafety, "below_safety"],
  [EXCEPTION.overdueReceipt, "overdue_receipt"],
  [EXCEPTION.insideFence, "inside_fence"],
  [EXCEPTION.raise, "raise"],
  [EXCEPTION.lower, "lower"],
]);

/** What a receipt brings too much, too little or too early. */
const TOO_MUCH: ReadonlySet<number> = new Set([EXCEPTION.cancel, EXCEPTION.delay, EXCEPTION.lower, EXCEPTION.raise]);

/** Turns numbers back into ids, dates and decimal texts. */
class ResultMaker {
  private readonly dates = new Map<number, PlainDate>();
  private readonly input: PlanInput;
  private readonly index: RecordIndex;
  private readonly mapped: MappedData;
  private readonly plan: Plan;
  constructor(input: PlanInput, { index, mapped, plan }: CalculatedPlan) {
    this.input = input;
    this.index = index;
    this.mapped = mapped;
    this.plan = plan;
  }

  make(): PlanResult {
    const { orders } = this.plan;
    const pegs: Peg[] = [];
    for (const item of itemsInSequence(this.plan)) {
      for (let at = this.plan.pegs.first[item]!; at < this.plan.pegs.end[item]!; at++) pegs.push(this.peg(item, at));
    }
    return {
      planFrom: this.input.planFrom,
      horizonDays: this.input.horizonDays,
      orders: Array.from({ length: orders.count }, (_, at) => this.order(at)),
      pegs,
      exceptions: this.exceptions(),
      leftOut: leftOut(this.index, this.plan),
    };
  }

  exceptions(): PlanException[] {
    const { count, kind, item } = this.plan.exceptions;
    const told: PlanException[] = [];
    for (let at = 0; at < count; at++) {
      if (kind[at] === EXCEPTION.noBom && this.index.items[item[at]!]!.needsNoMaterial) continue;
      if (TOO_MUCH.has(kind[at]!) && this.index.receipts[this.plan.exceptions.subject[at]!]?.isByProduct) continue;
      told.push(this.exception(at));
    }
    return [...told, ...this.exceptionsOfInput()];
  }

  private order(seq: number): PlannedOrder {
    const { orders } = this.plan;
    const item = this.index.items[orders.item[seq]!]!;
    return {
      seq,
      itemId: item.id,
      itemCode: item.code,
      supply: item.supply,
      partnerId: item.partnerId,
      quantity: this.quantity(orders.item[seq]!, orders.quantity[seq]!),
      expectedQuantity: this.quantity(orders.item[seq]!, orders.output[seq]!),
      unit: item.unit,
      startOn: this.date(orders.startDay[seq]!),
      dueOn: this.date(orders.dueDay[seq]!),
      isPastDue: orders.wantedStartDay[seq]! < 0,
      wantedStartOn: this.date(orders.wantedStartDay[seq]!),
      orderKey: this.orderKey(orders.group[seq]!),
    };
  }

  private peg(item: number, at: number): Peg {
    const { pegs } = this.plan;
    return {
      itemId: this.index.items[item]!.id,
      supply: this.supply(pegs.supply[at]!),
      demand: this.demand(pegs.demand[at]!),
      quantity: this.quantity(item, pegs.quantity[at]!),
      neededOn: this.date(pegs.day[at]!),
    };
  }

  private exception(at: number): PlanException {
    const { exceptions } = this.plan;
    const item = exceptions.item[at]!;
    const kind = exceptions.kind[at]!;
    const subject = exceptions.subject[at]!;
    return {
      kind: KIND_OF.get(kind)!,
      itemId: this.index.items[item]!.id,
      itemCode: this.index.items[item]!.code,
      subject: subject < 0 ? null : isAboutAnOrder(kind) ? { kind: "planned", seq: subject } : this.receipt(subject),
      orderKey: this.orderKey(exceptions.group[at]!),
      quantity: this.quantity(item, exceptions.quantity[at]!),
      onDate: this.date(exceptions.day[at]!),
      wantedDate: kind === EXCEPTION.cancel ? null : this.date(exceptions.wantedDay[at]!),
    };
  }

  private exceptionsOfInput(): PlanException[] {
    const { planFrom } = this.input;
    const late = this.mapped.beyondHorizon.map((demand): PlanException => {
      const item = this.index.items[this.index.itemIndex.get(demand.itemId)!]!;
      const subject = { kind: demand.kind, id: demand.id, line: demand.line };
      const { orderKey, neededOn: onDate } = demand;
      const quantity = this.index.inOwnUnit(demand.itemId, demand.quantity, demand.unit).toString();
      return {
        kind: "beyond_horizon",
        itemId: item.id,
        itemCode: item.code,
        subject,
        orderKey,
        quantity,
        onDate,
        wantedDate: onDate,
      };
    });
    const negative = this.mapped.negativeStock.map(
      (item): PlanException => ({
        kind: "negative_stock",
        itemId: item.id,
        itemCode: item.code,
        subject: null,
        orderKey: null,
        quantity: item.onHand,
        onDate: planFrom,
        wantedDate: null,
      }),
    );
    return [...late, ...this.overdueDemands(), ...negative, ...this.cyclic(), ...this.requested()];
  }

  /** Demands of days before the plan: planned for its first, and somebody should tell the customer. */
  private overdueDemands(): PlanException[] {
    const { planFrom } = this.input;
    const { demands } = this.mapped;
    const first = demands.findIndex((demand) => demand.neededOn >= planFrom);
    return demands.slice(0, first < 0 ? demands.length : first).map((demand) => ({
      kind: "overdue_demand",
      itemId: demand.itemId,
      itemCode: this.index.items[this.index.itemIndex.get(demand.itemId)!]!.code,
      subject: { kind: demand.kind, id: demand.id, line: demand.line },
      orderKey: demand.orderKey,
      quantity: this.index.inOwnUnit(demand.itemId, demand.quantity, demand.unit).toString(),
      onDate: demand.neededOn,
      wantedDate: planFrom,
    }));
  }

  private cyclic(): PlanException[] {
    const items = [...new Set(this.plan.cycles.flat())].sort((a, b) => a - b).map((item) => this.index.items[item]!);
    return items.map(({ id, code }) => ({
      kind: "bom_cyclic",
      itemId: id,
      itemCode: code,
      subject: null,
      orderKey: null,
      quantity: "0",
      onDate: this.input.planFrom,
      wantedDate: null,
    }));
  }

  /** What is asked for already and proposed all the same: ordering both would be twice. */
  private requested(): PlanException[] {
    const { planFrom, requests = [] } = this.input;
    if (requests.length === 0) return [];
    const { orders } = this.plan;
    const proposedOn = new Map<number, number>();
    for (let at = 0; at < orders.count; at++) {
      const item = orders.item[at]!;
      const before = proposedOn.get(item);
      if (before === undefined || orders.dueDay[at]! < before) proposedOn.set(item, orders.dueDay[at]!);
    }
    return requests.flatMap(({ itemId, kind, id, line, quantity, wantedOn }): PlanException[] => {
      const at = this.index.itemIndex.get(itemId);
      const due = at === undefined ? undefined : proposedOn.get(at);
      if (at === undefined || due === undefined) return [];
      const { code: itemCode } = this.index.items[at]!;
      const onDate = wantedOn ?? planFrom;
      const subject = { kind, id, line };
      return [
        { kind: "requested", itemId, itemCode, subject, orderKey: null, quantity, onDate, wantedDate: this.date(due) },
      ];
    });
  }

  private supply(code: number): PegSupply {
    if (code === FROM_STOCK) return { kind: "stock" };
    return code >= 0 ? { kind: "planned", seq: code } : this.receipt(outsideCode(code));
  }

  private demand(code: number): PegDemand {
    if (code === FOR_SAFETY) return { kind: "safety" };
    if (code >= 0) return { kind: "planned", seq: code };
    const { kind, id, line } = this.mapped.demands[outsideCode(code)]!;
    return { kind, id, line };
  }

  private receipt(row: number): RecordRef<"purchase" | "work_order" | "step"> {
    const { kind, id, line } = this.index.receipts[row]!;
    return { kind, id, line };
  }

  private orderKey(group: number): string | null {
    return group === NO_GROUP ? null : this.index.orderKeys[group]!;
  }

  private quantity(item: number, value: number): string {
    return unscaled(value, this.index.decimals[item]!);
  }

  private date(day: number): PlainDate {
    const known = this.dates.get(day);
    if (known !== undefined) return known;
    const date = addDays(this.input.planFrom, day);
    this.dates.set(day, date);
    return date;
  }
}

/** Items with pegs, in the order in which they were planned. */
function itemsInSequence({ pegs }: Plan): number[] {
  const items: number[] = [];
  pegs.first.forEach((first, item) => {
    if (first < pegs.end[item]!) items.push(item);
  });
  return items.sort((a, b) => pegs.first[a]! - pegs.first[b]!);
}
