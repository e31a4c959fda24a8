import { addDays } from "../shared/index.ts";
import { Naming, named } from "./plan-naming.ts";
import type { DemandKind, PlanException, PlanExceptionKind, PlanInput } from "./plan-records.ts";
import type { RecordIndex } from "./record-index.ts";
import { DELAY_TOLERANCE_DAYS, type MappedData } from "./records-to-data.ts";
import { EXCEPTION, isAboutAnOrder, type Plan } from "./requirements/index.ts";

/** What exceptions are told from: a calculated plan, or the part of one that is about some items. */
export interface ExceptionFacts {
  readonly index: RecordIndex;
  readonly mapped: Pick<MappedData, "demands" | "beyondHorizon" | "negativeStock">;
  readonly plan: Pick<Plan, "exceptions" | "cycles"> & {
    readonly orders: Pick<Plan["orders"], "count" | "item" | "dueDay">;
  };
  /** The number by which a planned order is known. */
  readonly seqOf: (order: number) => number;
}

/** The exceptions of a calculated plan, with ids and dates: of the calculation, then of the records. */
export function exceptionsOf(input: PlanInput, facts: ExceptionFacts): PlanException[] {
  return new ExceptionTeller(input, facts).all();
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

class ExceptionTeller {
  private readonly naming: Naming;
  private readonly input: PlanInput;
  private readonly index: RecordIndex;
  private readonly mapped: ExceptionFacts["mapped"];
  private readonly plan: ExceptionFacts["plan"];
  private readonly seqOf: ExceptionFacts["seqOf"];
  constructor(input: PlanInput, { index, mapped, plan, seqOf }: ExceptionFacts) {
    this.seqOf = seqOf;
    this.input = input;
    this.index = index;
    this.mapped = mapped;
    this.plan = plan;
    this.naming = new Naming(input, index);
  }

  all(): PlanException[] {
    const { count, kind, item } = this.plan.exceptions;
    const told: PlanException[] = [];
    for (let at = 0; at < count; at++) {
      if (kind[at] === EXCEPTION.noBom && this.index.items[item[at]!]!.needsNoMaterial) continue;
      if (TOO_MUCH.has(kind[at]!) && this.isMeant(at)) continue;
      told.push(this.exception(at));
    }
    return [...told, ...this.ofRecords()];
  }

  /** Whether a receipt brings on purpose what is too early or too little: a by-product, or a lot that was put together with others. */
  private isMeant(at: number): boolean {
    const { kind, subject, wantedDay } = this.plan.exceptions;
    const receipt = this.index.receipts[subject[at]!];
    if (receipt?.isByProduct) return true;
    if (!receipt?.keptEarlyFor) return false;
    if (kind[at] === EXCEPTION.raise) return true;
    const tolerance = this.input.delayToleranceDays ?? DELAY_TOLERANCE_DAYS;
    return kind[at] === EXCEPTION.delay && this.naming.date(wantedDay[at]!) <= addDays(receipt.keptEarlyFor, tolerance);
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
      subject:
        subject < 0
          ? null
          : isAboutAnOrder(kind)
            ? { kind: "planned", seq: this.seqOf(subject) }
            : this.naming.receipt(subject),
      orderKey: this.naming.orderKey(exceptions.group[at]!),
      quantity: this.naming.quantity(item, exceptions.quantity[at]!),
      onDate: this.naming.date(exceptions.day[at]!),
      wantedDate: kind === EXCEPTION.cancel ? null : this.naming.date(exceptions.wantedDay[at]!),
    };
  }

  private ofRecords(): PlanException[] {
    const { planFrom } = this.input;
    const late = this.mapped.beyondHorizon.map((demand): PlanException => {
      const item = this.index.items[this.index.itemIndex.get(demand.itemId)!]!;
      const subject = named<DemandKind>(demand);
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
      subject: named<DemandKind>(demand),
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
        {
          kind: "requested",
          itemId,
          itemCode,
          subject,
          orderKey: null,
          quantity,
          onDate,
          wantedDate: this.naming.date(due),
        },
      ];
    });
  }
}
