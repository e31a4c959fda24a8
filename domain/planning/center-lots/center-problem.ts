import { withHours } from "../../resources/index.ts";
import { addDays, type Outcome, ok, type PlainDate, refuse } from "../../shared/index.ts";
import { dayTablesOf } from "../components-first.ts";
import { type LoadedCenter, type LoadPiece, loadByWeek } from "../load-by-week.ts";
import { type CalculatedPlan, calculatePlan } from "../plan-from-records.ts";
import type { PlanItem } from "../plan-records.ts";
import type { PlanRefusal } from "../record-index.ts";
import { daysFrom } from "../records-to-data.ts";
import { dueDayFor, startDayFor } from "../requirements/day-table.ts";
import { scaledText } from "../scaled-quantity.ts";
import { type RoutedOperation, workOf } from "../what-if/planned-work.ts";
import { earliestStarts } from "./earliest-starts.ts";
import type { CenterProposal, CenterRecords } from "./records.ts";

/** A proposal that may become part of another lot. Days are days of the plan. */
export interface CenterNeed {
  readonly proposal: CenterProposal;
  /** In the smallest part of the unit. */
  readonly quantity: number;
  readonly startDay: number;
  readonly dueDay: number;
  /** On which its work at the centre ends, and in which week. */
  readonly workDay: number;
  readonly week: number;
  /** The first day on which its material lets it start, and the first week it may be made in. */
  readonly earliestStartDay: number;
  readonly earliestWeek: number;
}

/** An item with needs that may be put together. */
export interface CenterItem {
  readonly item: PlanItem;
  readonly decimals: number;
  readonly setupMinutes: number;
  /** Per one of its unit. */
  readonly runMinutesPerUnit: number;
  /** Lots are multiples of it, in the smallest part of the unit. */
  readonly step: number;
  /** In the smallest part of the unit; 0: none. */
  readonly minimum: number;
  readonly maximum: number;
  /** By due day. */
  readonly needs: readonly CenterNeed[];
  /** Proposals that stay where they are. When its lots become firm they must too: else planning would hurry those lots instead of them. */
  readonly staying: readonly CenterProposal[];
  /** The days of an order of it when its work at the centre ends with the week. */
  endOfWeek(need: CenterNeed, week: number): { readonly startDay: number; readonly dueDay: number };
}

/**
 * Why an item with proposals at the centre stays as planned: bound to a customer's order, made of another item made here, to be started before
 * today or inside its fence (what is late already is settled first), or nothing of it could be made otherwise.
 */
export type KeptBecause = "order_bound" | "uses_other" | "past_due" | "too_soon";

export interface CenterProblem {
  readonly center: LoadedCenter;
  readonly weeks: CenterRecords["weeks"];
  readonly items: readonly CenterItem[];
  readonly kept: readonly {
    readonly item: PlanItem;
    readonly because: KeptBecause;
    readonly usesItemCode: string | null;
  }[];
  /** By week: what cannot be put otherwise, and what the centre can give. */
  readonly fixedMinutes: readonly number[];
  readonly capacityMinutes: readonly number[];
  readonly dateOf: (day: number) => PlainDate;
}

export type CenterRefusal = PlanRefusal | "LOTS_PLAN_MOVED";

/**
 * What may be put together at a work centre: the proposals of the plan whose work there ends in one of the weeks, but for those bound to a
 * customer's order, those that wait for material, and items that use another item made here, since when that one is
 * needed would change with them. All else is load that stays.
 *
 * Rule: docs/rules/planning.md, "Capacity-aware lots". The proposals must be those that the records give.
 *
 * @param keptIds items a person leaves as they are planned
 */
export function centerProblem(
  records: CenterRecords,
  keptIds: ReadonlySet<string>,
): Outcome<CenterProblem, CenterRefusal> {
  const calculated = calculatePlan(records.input);
  if (!calculated.ok) return calculated;
  return new ProblemMaker(records, keptIds, calculated.value).make();
}

interface Free {
  readonly proposal: CenterProposal;
  /** The first day on which its material lets it start. */
  readonly earliest: number;
  /** It should have started before the day it can. */
  readonly isPressed: boolean;
}

class ProblemMaker {
  private readonly records: CenterRecords;
  private readonly keptIds: ReadonlySet<string>;
  private readonly plan: CalculatedPlan;
  private readonly tables: ReturnType<typeof dayTablesOf>;
  private readonly dayOf: (date: PlainDate) => number;
  private readonly dateOf: (day: number) => PlainDate;
  private readonly center: LoadedCenter;
  private readonly routing = new Map<string, RoutedOperation[]>();
  private readonly fixed: LoadPiece[];
  constructor(records: CenterRecords, keptIds: ReadonlySet<string>, plan: CalculatedPlan) {
    const { input, center, calendars, routing, orderWork } = records;
    this.records = records;
    this.keptIds = keptIds;
    this.plan = plan;
    this.tables = dayTablesOf(plan.mapped.data);
    this.dayOf = daysFrom(input.planFrom);
    this.dateOf = (day) => addDays(input.planFrom, day);
    this.center = withHours([center], calendars)[0]!;
    this.fixed = [...orderWork];
    for (const one of routing.toSorted((a, b) => a.operationNumber - b.operationNumber))
      this.routing.set(one.itemId, [...(this.routing.get(one.itemId) ?? []), one]);
  }

  make(): Outcome<CenterProblem, CenterRefusal> {
    const orderOf = this.ordersOfProposals();
    const earliest = earliestStarts(this.plan, this.tables);
    const { wantedStartDay, startDay } = this.plan.plan.orders;
    const kept: CenterProblem["kept"][number][] = [];
    const candidates: CenterItem[] = [];
    for (const [itemId, proposals] of byItem(this.records.proposals)) {
      const index = this.plan.index.itemIndex.get(itemId);
      if (index === undefined) return refuse("LOTS_PLAN_MOVED");
      const open = proposals.filter(({ state }) => state === "proposed");
      const bound = open.filter(({ orderKey }) => orderKey !== null);
      for (const one of proposals) if (one.state === "edited" || one.orderKey !== null) this.stays(one, index);
      const free: Free[] = [];
      for (const proposal of open) {
        if (proposal.orderKey !== null) continue;
        const order = orderOf(index, proposal);
        if (order === undefined) return refuse("LOTS_PLAN_MOVED");
        free.push({ proposal, earliest: earliest[order]!, isPressed: wantedStartDay[order]! < startDay[order]! });
      }
      const item = this.plan.index.items[index]!;
      if (bound.length > 0 && free.length === 0) kept.push({ item, because: "order_bound", usesItemCode: null });
      const candidate = this.candidate(index, free);
      if (free.some(({ isPressed }) => isPressed)) {
        kept.push({ item, because: "past_due", usesItemCode: null });
        for (const { proposal } of candidate.needs) this.stays(proposal, index);
      } else if (candidate.needs.length > 0) candidates.push(candidate);
      else if (free.length > 0) kept.push({ item, because: "too_soon", usesItemCode: null });
    }
    const used = this.usedBy(candidates);
    const items: CenterItem[] = [];
    for (const candidate of candidates) {
      const other = used.get(candidate.item.id);
      if (other) kept.push({ item: candidate.item, because: "uses_other", usesItemCode: other });
      if (!other && !this.keptIds.has(candidate.item.id)) items.push(candidate);
      else
        for (const { proposal } of candidate.needs)
          this.stays(proposal, this.plan.index.itemIndex.get(candidate.item.id)!);
    }
    const { weeks } = this.records;
    const load = loadByWeek([this.center], this.fixed, weeks)[0]!.weeks;
    return ok({
      center: this.center,
      weeks,
      items: items.sort((a, b) => byText(a.item.code, b.item.code)),
      kept: kept.sort((a, b) => byText(a.item.code, b.item.code)),
      fixedMinutes: load.map((week) => week.orderMinutes + week.planMinutes),
      capacityMinutes: load.map((week) => week.capacityMinutes),
      dateOf: this.dateOf,
    });
  }

  /** The planned order that a proposal is; `undefined` where the records give no such order. */
  private ordersOfProposals() {
    const { plan, index } = this.plan;
    const { orders } = plan;
    const taken = new Set<number>();
    return (item: number, { quantity, startOn, dueOn }: CenterProposal): number | undefined => {
      const scaled = scaledText(quantity, index.decimals[item]!, "up");
      for (let order = orders.first[item]!; order < orders.end[item]!; order++) {
        const isIt =
          orders.quantity[order] === scaled &&
          orders.dueDay[order] === this.dayOf(dueOn) &&
          orders.startDay[order] === this.dayOf(startOn);
        if (!isIt || taken.has(order)) continue;
        taken.add(order);
        return order;
      }
      return undefined;
    };
  }

  private work(proposal: CenterProposal, index: number) {
    const { startOn, dueOn, quantity } = proposal;
    const unit = 10 ** this.plan.index.decimals[index]!;
    const pieces = scaledText(quantity, this.plan.index.decimals[index]!, "up")! / unit;
    const days = this.dayOf(dueOn) - this.dayOf(startOn);
    return workOf(this.routing.get(proposal.itemId) ?? [], pieces, startOn, days).filter(
      ({ workCenterId }) => workCenterId === this.center.id,
    );
  }

  private stays(proposal: CenterProposal, index: number): void {
    for (const { operation: _, ...piece } of this.work(proposal, index)) this.fixed.push(piece);
  }

  /** An item with those of its proposals that may be made otherwise; the others stay. */
  private candidate(index: number, free: readonly Free[]): CenterItem {
    const item = this.plan.index.items[index]!;
    const decimals = this.plan.index.decimals[index]!;
    const { data } = this.plan.mapped;
    const table = this.tables[data.items.calendar[index]!]!;
    const leadDays = data.items.leadDays[index]!;
    const { weeks } = this.records;
    let times: { readonly setupMinutes: number; readonly runMinutesPerUnit: number } | undefined;
    const needs: CenterNeed[] = [];
    const staying: CenterProposal[] = [];
    for (const { proposal, earliest } of free.toSorted(
      (a, b) => byText(a.proposal.dueOn, b.proposal.dueOn) || a.proposal.seq - b.proposal.seq,
    )) {
      const work = this.work(proposal, index);
      const operations = work.map(({ operation }) => operation);
      const own = {
        setupMinutes: operations.reduce((sum, one) => sum + one.setupMinutes, 0),
        runMinutesPerUnit: operations.reduce((sum, one) => sum + one.runMinutesPerUnit, 0),
      };
      const endsOn = work.at(-1)?.to;
      const week = endsOn === undefined ? -1 : weeks.findIndex(({ to }) => endsOn <= to);
      const startDay = this.dayOf(proposal.startOn);
      // Of another routing it takes other times: it stays.
      const isSame =
        !times || (times.setupMinutes === own.setupMinutes && times.runMinutesPerUnit === own.runMinutesPerUnit);
      if (week < 0 || earliest > startDay || !isSame) {
        staying.push(proposal);
        continue;
      }
      times ??= own;
      needs.push({
        proposal,
        quantity: scaledText(proposal.quantity, decimals, "up")!,
        startDay,
        dueDay: this.dayOf(proposal.dueOn),
        workDay: this.dayOf(endsOn!),
        week,
        earliestStartDay: earliest,
        earliestWeek: week,
      });
    }
    const lastWorked = weeks.map(({ to }) => dueDayFor(table, Math.min(data.dayCount - 1, this.dayOf(to))));
    const endOfWeek = (need: CenterNeed, week: number) => {
      const dueDay = Math.min(
        need.dueDay,
        dueDayFor(table, Math.max(0, need.dueDay + lastWorked[week]! - need.workDay)),
      );
      return { dueDay, startDay: startDayFor(table, dueDay, leadDays) };
    };
    const movable = this.withEarliestWeeks(needs, endOfWeek);
    const moving = new Set(movable.map(({ proposal }) => proposal));
    for (const { proposal } of needs) if (!moving.has(proposal)) staying.push(proposal);
    for (const proposal of staying) this.stays(proposal, index);
    const sized = sizesOf(item, decimals);
    const isWhole = movable.every(({ quantity }) => quantity % sized.step === 0);
    return {
      item,
      decimals,
      ...(times ?? { setupMinutes: 0, runMinutesPerUnit: 0 }),
      ...sized,
      step: isWhole ? sized.step : 1,
      needs: movable,
      staying,
      endOfWeek,
    };
  }

  /**
   * From which week on each need may be made: material must be there when a lot of that week starts, which is with the first of the item's own needs of
   * that week, else so that it ends with the week. What cannot even be made together with those of its own week is left out.
   */
  private withEarliestWeeks(needs: readonly CenterNeed[], endOfWeek: CenterItem["endOfWeek"]): CenterNeed[] {
    const firstStart = new Map<number, number>();
    const together: CenterNeed[] = [];
    for (const need of needs) {
      const start = Math.min(firstStart.get(need.week) ?? need.startDay, need.startDay);
      if (need.earliestStartDay > start) continue;
      firstStart.set(need.week, start);
      together.push(need);
    }
    let latest = 0;
    return together.map((need) => {
      let week = need.week;
      while (week > 0) {
        const start = firstStart.get(week - 1) ?? endOfWeek(need, week - 1).startDay;
        if (need.earliestStartDay > start) break;
        week--;
      }
      // What is needed first is made first.
      latest = Math.max(latest, week);
      return { ...need, earliestWeek: latest };
    });
  }

  /** Of items that use another of them, at whatever level: the code of that one. */
  private usedBy(candidates: readonly CenterItem[]): Map<string, string> {
    const componentsOf = new Map<string, string[]>();
    for (const { parentItemId, componentItemId } of this.records.input.bomLines) {
      const known = componentsOf.get(parentItemId);
      if (known) known.push(componentItemId);
      else componentsOf.set(parentItemId, [componentItemId]);
    }
    const codes = new Map(candidates.map(({ item }) => [item.id, item.code]));
    const found = new Map<string, string>();
    for (const { item } of candidates) {
      const seen = new Set([item.id]);
      const waiting = [...(componentsOf.get(item.id) ?? [])];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (seen.has(id)) continue;
        seen.add(id);
        if (codes.has(id)) {
          found.set(item.id, codes.get(id)!);
          break;
        }
        waiting.push(...(componentsOf.get(id) ?? []));
      }
    }
    return found;
  }
}

function sizesOf(item: PlanItem, decimals: number): { step: number; minimum: number; maximum: number } {
  const scaled = (text: string | null) => (text === null ? 0 : scaledText(text, decimals, "up")!);
  if (item.lotRule === "fixed") return { step: Math.max(1, scaled(item.lotFixed)), minimum: 0, maximum: 0 };
  if (item.lotRule !== "min_max") return { step: 1, minimum: 0, maximum: 0 };
  return {
    step: Math.max(1, scaled(item.lotMultiple)),
    minimum: scaled(item.lotMinimum),
    maximum: scaled(item.lotMaximum),
  };
}

function byItem(proposals: readonly CenterProposal[]): Map<string, CenterProposal[]> {
  const found = new Map<string, CenterProposal[]>();
  for (const one of proposals) {
    const known = found.get(one.itemId);
    if (known) known.push(one);
    else found.set(one.itemId, [one]);
  }
  return found;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
