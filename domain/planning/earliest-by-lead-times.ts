import { addWorkingDays, type WorkingCalendar, workingDayOnOrAfter, workingDays } from "../resources/index.ts";
import { Decimal, maxDate, type Outcome, ok, type PlainDate, refuse, roundUpToUnit } from "../shared/index.ts";

/** An item with what of it is free now. */
export interface LeadTimeItem {
  readonly id: string;
  readonly code: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly leadTimeDays: number;
  /** Good out of started, 0 < yield <= 1. */
  readonly yield: Decimal;
  readonly decimals: number;
  /** At hand and promised to nobody. */
  readonly free: Decimal;
  /** `null`: the company's calendar. */
  readonly calendarId: string | null;
}

export interface LeadTimeBomLine {
  readonly parentItemId: string;
  readonly componentItemId: string;
  readonly quantity: Decimal;
  readonly scrapRate: Decimal;
}

export interface LeadTimeInput {
  readonly today: PlainDate;
  readonly items: readonly LeadTimeItem[];
  /** Those valid today. */
  readonly bomLines: readonly LeadTimeBomLine[];
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly companyCalendar: WorkingCalendar;
}

/** One link of the chain that decides the date, the binding one: what is made or bought, how much, from when to when. */
export interface LeadTimeReason {
  readonly itemId: string;
  readonly itemCode: string;
  /** `stock`: what is free covers it. `make`, `buy`, `subcontract`: the rest takes its lead time. */
  readonly because: "stock" | "make" | "buy" | "subcontract";
  readonly quantity: string;
  readonly fromStock: string;
  readonly leadTimeDays: number;
  readonly startOn: PlainDate;
  readonly readyOn: PlainDate;
}

export interface EarliestDate {
  readonly itemId: string;
  readonly quantity: string;
  readonly readyOn: PlainDate;
  /** The item itself first, then what it waits for, down to the link that waits for nothing. */
  readonly reasons: readonly LeadTimeReason[];
}

/**
 * The day by which a quantity can be there, by free stock and lead times alone: what stock does not cover is made when the last of
 * its components is there. Load of works is not looked at; that is finite scheduling.
 */
export function earliestByLeadTimes(
  input: LeadTimeInput,
  itemId: string,
  quantity: Decimal,
): Outcome<EarliestDate, "PLAN_ITEM_UNKNOWN" | "BOM_CYCLIC"> {
  const items = new Map(input.items.map((item) => [item.id, item]));
  const linesOf = byParent(input.bomLines);
  const days = new Map([...input.calendars].map(([id, calendar]) => [id, workingDays(calendar)]));
  const companyDays = workingDays(input.companyCalendar);
  if (!items.has(itemId)) return refuse("PLAN_ITEM_UNKNOWN", { item: itemId });

  let cycle: string[] | undefined;
  // What is free is given out once, even when two branches of the structure need it.
  const left = new Map(input.items.map((item) => [item.id, Decimal.max(item.free, 0)]));
  const chainOf = (id: string, needed: Decimal, above: readonly string[]): readonly LeadTimeReason[] => {
    const item = items.get(id)!;
    if (above.includes(id)) cycle = [...above.slice(above.indexOf(id)), id].map((one) => items.get(one)!.code);
    if (cycle) return [];
    const calendar = (item.calendarId !== null ? days.get(item.calendarId) : undefined) ?? companyDays;
    const fromStock = Decimal.min(left.get(id)!, needed);
    left.set(id, left.get(id)!.minus(fromStock));
    const rest = needed.minus(fromStock);
    const told = { itemId: id, itemCode: item.code, quantity: needed.toFixed(), fromStock: fromStock.toFixed() };
    if (rest.isZero())
      return [{ ...told, because: "stock", leadTimeDays: 0, startOn: input.today, readyOn: input.today }];
    const started = roundUpToUnit(rest.dividedBy(item.yield), item.decimals);
    let binding: readonly LeadTimeReason[] = [];
    if (item.supply !== "buy")
      for (const line of linesOf.get(id) ?? []) {
        const component = items.get(line.componentItemId);
        if (!component) continue;
        const asked = started.times(line.quantity).dividedBy(new Decimal(1).minus(line.scrapRate));
        const below = chainOf(component.id, roundUpToUnit(asked.toDecimalPlaces(9), component.decimals), [
          ...above,
          id,
        ]);
        if (binding.length === 0 || (below[0]?.readyOn ?? "") > binding[0]!.readyOn) binding = below;
      }
    const startOn = workingDayOnOrAfter(calendar, maxDate(input.today, binding[0]?.readyOn ?? input.today));
    const readyOn = addWorkingDays(calendar, startOn, item.leadTimeDays);
    const own: LeadTimeReason = { ...told, because: item.supply, leadTimeDays: item.leadTimeDays, startOn, readyOn };
    // A component that is there already is no reason to wait.
    return binding[0] && binding[0].because !== "stock" ? [own, ...binding] : [own];
  };
  const reasons = chainOf(itemId, quantity, []);
  if (cycle) return refuse("BOM_CYCLIC", { chain: cycle.join(" → ") });
  return ok({ itemId, quantity: quantity.toFixed(), readyOn: reasons[0]!.readyOn, reasons });
}

function byParent(lines: readonly LeadTimeBomLine[]): Map<string, LeadTimeBomLine[]> {
  const found = new Map<string, LeadTimeBomLine[]>();
  for (const line of lines) {
    const rows = found.get(line.parentItemId);
    if (rows) rows.push(line);
    else found.set(line.parentItemId, [line]);
  }
  return found;
}
