import { addDays, type Outcome, type PlainDate, refuse } from "../../shared/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import type { PromiseState } from "./promise-state.ts";
import { NEVER, readyDay, type Secured, type SecuredOperation } from "./secure.ts";

/** One link of the chain that decides a date. The sentence on the screen is made of it. */
export interface PromiseReason {
  /** `CAPACITY`: a work centre is full. The others: what the link itself takes. */
  readonly code: "STOCK" | "RECEIPT" | "MAKE" | "BUY" | "SUBCONTRACT" | "CAPACITY";
  readonly itemId: string;
  readonly itemCode: string;
  readonly quantity: string;
  readonly from: PlainDate;
  /** `null`: not within the horizon. */
  readonly readyOn: PlainDate | null;
  readonly leadTimeDays: number;
  readonly workCenterId: string | null;
  readonly workCenterCode: string | null;
  readonly operationNumber: number | null;
  /** Days it waits for the work centre. */
  readonly waitDays: number;
}

export type NeverRefusal =
  | "BOM_CYCLIC"
  | "NO_ROUTING"
  | "NO_BILL"
  | "CENTER_WITHOUT_CALENDAR"
  | "CENTER_WITHOUT_CAPACITY"
  | "NO_DATE_IN_HORIZON";

/** The link that decides: where it waits longest for a work centre; without such a wait the one that takes longest itself. */
export function bindingOf(state: PromiseState, secured: Secured): PromiseReason {
  let longest: { link: Secured; operation: SecuredOperation; days: number } | null = null;
  let slowest = secured;
  for (let link: Secured | null = secured; link; link = link.waitedFor) {
    if (link.ready - link.from > slowest.ready - slowest.from || link.ready === NEVER) slowest = link;
    for (const operation of link.operations) {
      const days = waitOf(state, operation);
      if (days > 0 && days > (longest?.days ?? 0)) longest = { link, operation, days };
    }
  }
  return longest ? reasonOf(state, longest.link, longest.operation) : reasonOf(state, slowest, null);
}

/** Every link from the item down, each with the operation it waits longest for. */
export function chainOf(state: PromiseState, secured: Secured): PromiseReason[] {
  const chain: PromiseReason[] = [];
  for (let link: Secured | null = secured; link; link = link.waitedFor) {
    let longest: SecuredOperation | null = null;
    for (const operation of link.operations)
      if (waitOf(state, operation) > (longest ? waitOf(state, longest) : 0)) longest = operation;
    chain.push(reasonOf(state, link, longest));
  }
  return chain;
}

/** Why a quantity can never be there, at the object where that is mended: the item, or the work centre. */
export function whyNever(state: PromiseState, secured: Secured): Outcome<never, NeverRefusal> {
  const codes: string[] = [];
  for (let link: Secured | null = secured; link; link = link.waitedFor) {
    const { record, lacks } = state.items[link.item]!;
    const { id: itemId, code: item } = record;
    codes.push(item);
    if (link.because === "none")
      return refuse("BOM_CYCLIC", { chain: codes.slice(codes.indexOf(item)).join(" → ") }, "itemId");
    if (link.because === "lacks" && lacks) return refuse(lacks, { item, itemId }, "itemId");
    const place = link.operations.find(({ ready }) => ready === NEVER)?.center ?? -1;
    const center = state.centers[place];
    if (!center) continue;
    const values = { center: center.code, workCenterId: center.id, item };
    if (!center.hasCalendar) return refuse("CENTER_WITHOUT_CALENDAR", values, "itemId");
    if (center.capacity.every((minutes) => minutes <= 0)) return refuse("CENTER_WITHOUT_CAPACITY", values, "itemId");
  }
  const { itemCode, workCenterCode } = bindingOf(state, secured);
  return refuse("NO_DATE_IN_HORIZON", { item: itemCode, center: workCenterCode ?? "", days: state.horizonDays });
}

function waitOf(state: PromiseState, { ready, unloaded }: SecuredOperation): number {
  if (ready === NEVER) return state.horizonDays;
  return Math.floor(ready) - Math.floor(unloaded);
}

function reasonOf(state: PromiseState, link: Secured, operation: SecuredOperation | null): PromiseReason {
  const { record } = state.items[link.item]!;
  const center = operation && operation.center >= 0 ? state.centers[operation.center]! : null;
  const dayAt = (time: number) => addDays(state.today, Math.floor(time));
  const codes = {
    stock: "STOCK",
    receipt: "RECEIPT",
    make: "MAKE",
    buy: "BUY",
    subcontract: "SUBCONTRACT",
    none: "MAKE",
    lacks: "MAKE",
  };
  return {
    code: center ? "CAPACITY" : (codes[link.because] as PromiseReason["code"]),
    itemId: record.id,
    itemCode: record.code,
    quantity: unscaled(link.quantity, record.decimals),
    from: dayAt(operation?.from ?? link.from),
    readyOn: link.ready === NEVER ? null : addDays(state.today, readyDay(link)),
    leadTimeDays: record.leadTimeDays,
    workCenterId: center?.id ?? null,
    workCenterCode: center?.code ?? null,
    operationNumber: operation?.operation.operationNumber ?? null,
    waitDays: operation ? waitOf(state, operation) : 0,
  };
}
