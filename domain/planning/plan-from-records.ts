import { type Outcome, ok, type Refusal, refuse } from "../shared/index.ts";
import { exceptionsOf } from "./plan-exceptions.ts";
import { Naming, named } from "./plan-naming.ts";
import type { DemandKind, Peg, PegDemand, PegSupply, PlanInput, PlannedOrder, PlanResult } from "./plan-records.ts";
import { indexRecords, type PlanRefusal, type RecordIndex } from "./record-index.ts";
import { type MappedData, recordsToData } from "./records-to-data.ts";
import { FOR_SAFETY, FROM_STOCK, outsideCode, type Plan, PlanLimit, planRequirements } from "./requirements/index.ts";

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
export function leftOut({ items }: RecordIndex, { cycles }: Pick<Plan, "cycles">): Refusal<"BOM_CYCLIC">[] {
  return cycles.map((cycle) => ({
    code: "BOM_CYCLIC",
    values: { chain: cycle.map((item) => items[item]!.code).join(" → ") },
  }));
}

/** Turns numbers back into ids, dates and decimal texts. */
class ResultMaker {
  private readonly naming: Naming;
  private readonly input: PlanInput;
  private readonly index: RecordIndex;
  private readonly calculated: CalculatedPlan;
  private readonly mapped: MappedData;
  private readonly plan: Plan;
  constructor(input: PlanInput, calculated: CalculatedPlan) {
    this.input = input;
    this.calculated = calculated;
    this.index = calculated.index;
    this.mapped = calculated.mapped;
    this.plan = calculated.plan;
    this.naming = new Naming(input, this.index);
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
      exceptions: exceptionsOf(this.input, { ...this.calculated, seqOf: (order) => order }),
      leftOut: leftOut(this.index, this.plan),
    };
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
      quantity: this.naming.quantity(orders.item[seq]!, orders.quantity[seq]!),
      expectedQuantity: this.naming.quantity(orders.item[seq]!, orders.output[seq]!),
      unit: item.unit,
      startOn: this.naming.date(orders.startDay[seq]!),
      dueOn: this.naming.date(orders.dueDay[seq]!),
      isPastDue: orders.wantedStartDay[seq]! < 0,
      wantedStartOn: this.naming.date(orders.wantedStartDay[seq]!),
      orderKey: this.naming.orderKey(orders.group[seq]!),
    };
  }

  private peg(item: number, at: number): Peg {
    const { pegs } = this.plan;
    return {
      itemId: this.index.items[item]!.id,
      supply: this.supply(pegs.supply[at]!),
      demand: this.demand(pegs.demand[at]!),
      quantity: this.naming.quantity(item, pegs.quantity[at]!),
      neededOn: this.naming.date(pegs.day[at]!),
    };
  }

  private supply(code: number): PegSupply {
    if (code === FROM_STOCK) return { kind: "stock" };
    return code >= 0 ? { kind: "planned", seq: code } : this.naming.receipt(outsideCode(code));
  }

  private demand(code: number): PegDemand {
    if (code === FOR_SAFETY) return { kind: "safety" };
    if (code >= 0) return { kind: "planned", seq: code };
    return named<DemandKind>(this.mapped.demands[outsideCode(code)]!);
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
