import {
  type CenterWork,
  openPromises,
  type PromiseState,
  type PromiseUses,
  setCenterWork,
  setItemDays,
  takeUses,
} from "../../domain/planning/index.ts";
import { capacityMinutes, withHours, workingDayFlags } from "../../domain/resources/index.ts";
import { addDays, type PlainDate } from "../../domain/shared/index.ts";
import { OUTBOX_BATCH, readMark, readOutboxSince, settleAll, type Tx } from "../platform/index.ts";
import { leadTimeDays } from "./company-days.ts";
import { loadCalendars, loadCenters } from "./load.store.ts";
import { loadPlannedCenterWork } from "./planned-work.store.ts";
import {
  type DayRow,
  findChangedPlan,
  findLapsed,
  findTouched,
  type HeldRow,
  loadCenterWork,
  loadHeld,
  loadItemDays,
  loadPlannedDays,
  loadPromiseMasters,
} from "./promise-facts.store.ts";

/** Eighteen months: nobody promises beyond. */
export const PROMISE_HORIZON_DAYS = 548;
const COMPANY = "company";

/** A company's state with how far it has read what happened: every transaction below the mark is in it. */
export interface KnownState {
  readonly state: PromiseState;
  mark: bigint;
  /** Rows from the mark on that are in it already, with their transaction: reading again from the mark shows them again. */
  readonly told: Map<string, bigint>;
  /** Promises whose time ran out and that are read as such, though nobody has written it yet. */
  readonly lapsed: Set<string>;
  /** Promises this process has taken into the state before they were told: their news says nothing new. */
  readonly taken: Set<string>;
  /** All promises this process held. */
  readonly own: Set<string>;
  /** What changed since it was read: read anew only when a question reaches it. */
  readonly changedItems: Set<string>;
  readonly changedCenters: Set<string>;
  /** The plan whose proposals are in it, and what these bring, use and do. */
  readonly runId: string | undefined;
  readonly plannedDays: Map<string, readonly DayRow[]>;
  readonly plannedWork: Map<string, readonly CenterWork[]>;
  /** What the plan says otherwise of these is read with their next reading. */
  readonly replannedItems: Set<string>;
  readonly replannedCenters: Set<string>;
  /** Work centres an item's operations go through. */
  readonly centersOf: ReadonlyMap<string, readonly string[]>;
}

/** What a promise takes that is on its way into the database. */
export interface Pending {
  readonly uses: PromiseUses;
  readonly sinceMs: number;
  /** Whether the database did not agree, or nobody heard of it any more. */
  isDropped: boolean;
}
/** By the promise's id: taken from the state already, so not read a second time. */
type AllPending = ReadonlyMap<string, Pending>;

/** Masters, stock, orders, the current plan and what is held, read and made ready. */
export async function buildState(tx: Tx, today: PlainDate, pending: AllPending): Promise<KnownState> {
  const mark = await readMark(tx);
  const ahead = new Map(pending);
  const until = addDays(today, PROMISE_HORIZON_DAYS);
  const [plan, masters, days, work, plannedDays, plannedWork, held, centers, calendars] = await settleAll([
    findChangedPlan(tx, mark),
    loadPromiseMasters(tx, today),
    loadItemDays(tx, today, null),
    loadCenterWork(tx, null),
    loadPlannedDays(tx, null),
    loadPlannedCenterWork(tx, null),
    loadHeld(tx, today, null, [...ahead.keys()]),
    loadCenters(tx),
    loadCalendars(tx, today, until),
  ] as const);
  const state = openPromises({
    today,
    horizonDays: PROMISE_HORIZON_DAYS,
    calendars: new Map([[COMPANY, workingDayFlags(leadTimeDays(calendars), today, PROMISE_HORIZON_DAYS)]]),
    companyCalendarId: COMPANY,
    items: masters.items,
    bomLines: masters.bomLines,
    operations: masters.operations,
    workCenters: withHours(centers, calendars).map((center) => ({
      id: center.id,
      code: center.code,
      machineCount: center.machineCount,
      hasCalendar: center.hasCalendar,
      capacityMinutes: Int32Array.from({ length: PROMISE_HORIZON_DAYS }, (_, day) =>
        capacityMinutes(center, center.shifts, center.days, addDays(today, day)),
      ),
      alternatives: masters.alternatives
        .filter((one) => one.workCenterId === center.id)
        .map((one) => ({ workCenterId: one.alternativeId, timeFactor: one.timeFactor })),
    })),
    supplies: [...days, ...plannedDays].filter((one) => !one.isDemand),
    demands: [...days, ...plannedDays].filter((one) => one.isDemand),
    work: [...work, ...plannedWork],
  });
  takeUses(state, usesOf(held));
  // One that did not hold in the meantime is gone from the pending ones; one that was committed counts all the same.
  for (const one of ahead.values()) if (!one.isDropped) takeUses(state, one.uses);
  return {
    state,
    mark,
    told: new Map(),
    lapsed: new Set(),
    taken: new Set(),
    own: new Set(ahead.keys()),
    changedItems: new Set(),
    changedCenters: new Set(),
    runId: plan?.runId,
    replannedItems: new Set(),
    replannedCenters: new Set(),
    centersOf: new Map(
      [...grouped(masters.operations, (one) => one.itemId)].map(([itemId, operations]) => [
        itemId,
        operations.flatMap(({ workCenterId }) => (workCenterId === null ? [] : [workCenterId])),
      ]),
    ),
    plannedDays: grouped(plannedDays, (one) => one.itemId),
    plannedWork: grouped(plannedWork, (one) => one.workCenterId),
  };
}

const usesOf = (held: readonly HeldRow[]): PromiseUses => ({
  capacity: held
    .filter((one) => one.kind === "capacity")
    .map((one) => ({ workCenterId: one.subjectId, onDate: one.onDate, minutes: Number(one.amount) })),
  supply: held
    .filter((one) => one.kind === "supply")
    .map((one) => ({ itemId: one.subjectId, onDate: one.onDate, quantity: one.amount })),
});

/** What concerns neither stock nor orders nor work. */
const ELSEWHERE =
  /^(accounting|invoice|payment|companies|agreements|draft|network|notification|quality|parties|login|planning\.(exception|learned|forecast|schedule|firm))/;
/** The plan followed something, or was made anew. */
const PLAN = /^planning\.(order|run)$/;
/** Records whose items and work centres can be named. */
const NAMED = /^(trade|delivery|production|workload|planning\.promise)/;

/**
 * Reads what happened since a state's mark: the items and work centres it touches are marked as changed; a change of masters or of the plan
 * as a whole makes the state unusable.
 *
 * @returns whether it can be used on; false: build it anew
 */
export async function followChanges(tx: Tx, known: KnownState): Promise<boolean> {
  const since = known.mark;
  const [{ rows, mark }, lapsed] = await settleAll([readOutboxSince(tx, known.mark), findLapsed(tx)] as const);
  if (rows.length >= OUTBOX_BATCH) return false;
  const fresh = rows.filter((row) => !known.told.has(row.outboxId) && !ELSEWHERE.test(row.kind));
  for (const row of fresh) known.told.set(row.outboxId, row.xid);
  for (const [id, xid] of known.told) if (xid < mark) known.told.delete(id);
  known.mark = mark;
  const news = fresh.filter((row) => !(row.kind === "planning.promise" && known.taken.delete(row.subjectId ?? "")));
  const over = lapsed.filter((id) => !known.lapsed.has(id));
  for (const id of over) known.lapsed.add(id);
  if (news.length + over.length === 0) return true;
  const ofRecords = news.filter((row) => !PLAN.test(row.kind));
  if (ofRecords.some((row) => !NAMED.test(row.kind) || row.subjectId === null)) return false;
  if (ofRecords.length < news.length && !(await followPlan(tx, known, since))) return false;
  const subjectIds = [...new Set([...ofRecords.map((row) => row.subjectId!), ...over])];
  if (subjectIds.length === 0) return true;
  const touched = await findTouched(tx, subjectIds, [...known.own]);
  const named = new Set(touched.map((one) => one.subjectId));
  // Of a record nobody knows the items of, anything may have changed.
  if (subjectIds.some((id) => !named.has(id))) return false;
  for (const { kind, id } of touched)
    if (kind === "item") known.changedItems.add(id);
    else if (kind === "center") known.changedCenters.add(id);
  return true;
}

/** The plan says otherwise: of some items where it was followed, of all where it was made anew. @returns false for that */
async function followPlan(tx: Tx, known: KnownState, since: bigint): Promise<boolean> {
  const plan = await findChangedPlan(tx, since);
  if (plan?.runId !== known.runId) return false;
  for (const itemId of plan?.itemIds ?? []) {
    known.changedItems.add(itemId);
    known.replannedItems.add(itemId);
    for (const center of known.centersOf.get(itemId) ?? []) {
      known.changedCenters.add(center);
      known.replannedCenters.add(center);
    }
  }
  return true;
}

/** Reads anew what of these has changed. Of a promise on its way, what it takes is taken again. */
export async function readChanged(
  tx: Tx,
  known: KnownState,
  reach: { readonly items: readonly string[]; readonly workCenters: readonly string[] },
  today: PlainDate,
  pending: AllPending,
): Promise<void> {
  const { state, changedItems, changedCenters, plannedDays, plannedWork, replannedItems, replannedCenters } = known;
  const items = reach.items.filter((id) => changedItems.has(id));
  const centers = reach.workCenters.filter((id) => changedCenters.has(id));
  if (items.length + centers.length === 0) return;
  const ahead = new Map(pending);
  const replanned = {
    items: items.filter((id) => replannedItems.has(id)),
    centers: centers.filter((id) => replannedCenters.has(id)),
  };
  const [days, work, held, daysNow, workNow] = await settleAll([
    items.length > 0 ? loadItemDays(tx, today, items) : [],
    centers.length > 0 ? loadCenterWork(tx, centers) : [],
    loadHeld(tx, today, [...items, ...centers], [...ahead.keys()]),
    replanned.items.length > 0 ? loadPlannedDays(tx, replanned.items) : [],
    replanned.centers.length > 0 ? loadPlannedCenterWork(tx, replanned.centers) : [],
  ] as const);
  // No pause from here on: a question in between would see half of it.
  replace(
    plannedDays,
    replanned.items,
    grouped(daysNow, (one) => one.itemId),
  );
  replace(
    plannedWork,
    replanned.centers,
    grouped(workNow, (one) => one.workCenterId),
  );
  for (const id of replanned.items) replannedItems.delete(id);
  for (const id of replanned.centers) replannedCenters.delete(id);
  const daysOf = grouped(days, (one) => one.itemId);
  for (const id of items) {
    const all = [...(daysOf.get(id) ?? []), ...(plannedDays.get(id) ?? [])];
    const supplies = all.filter((one) => !one.isDemand);
    const demands = all.filter((one) => one.isDemand);
    setItemDays(state, id, supplies, demands);
  }
  const workOf = grouped(work, (one) => one.workCenterId);
  for (const id of centers) setCenterWork(state, id, [...(workOf.get(id) ?? []), ...(plannedWork.get(id) ?? [])]);
  takeUses(state, usesOf(held));
  const read = new Set([...items, ...centers]);
  for (const { uses, isDropped } of ahead.values())
    if (!isDropped)
      takeUses(state, {
        capacity: uses.capacity.filter((one) => read.has(one.workCenterId)),
        supply: uses.supply.filter((one) => read.has(one.itemId)),
      });
  for (const id of items) changedItems.delete(id);
  for (const id of centers) changedCenters.delete(id);
}

function replace<T>(lists: Map<string, T>, ids: readonly string[], now: ReadonlyMap<string, T>): void {
  for (const id of ids) {
    const list = now.get(id);
    if (list) lists.set(id, list);
    else lists.delete(id);
  }
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
