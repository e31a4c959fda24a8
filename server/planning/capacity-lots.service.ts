import { createHash } from "node:crypto";
import {
  type CenterLots,
  type CenterLotsAnswer,
  type CenterOfferAnswer,
  type CenterRecords,
  comingWeeks,
  type LotsApplied,
  type LotsQuestion,
} from "../../domain/planning/index.ts";
import { calendarOf } from "../../domain/resources/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import {
  holdPlan,
  insertLots,
  loadCenterProposals,
  setLots,
  takeSeqs,
  type WrittenLot,
} from "./capacity-lots.store.ts";
import { offerOf, searchLots } from "./capacity-lots-workers.ts";
import { type CenterRow, loadCalendars, loadCenters, loadOrderWork } from "./load.store.ts";
import { type ItemName, loadItemNames } from "./peg.store.ts";
import { findLatestRuns } from "./plan-run.store.ts";
import { expectedOf } from "./planned-order.service.ts";
import { touchPlan } from "./planned-order.store.ts";
import { loadRecords } from "./what-if.service.ts";
import { loadRoutedOperations } from "./what-if.store.ts";

export interface WeeksQuestion extends LotsQuestion {
  /** The rest of this week, and whole ones after it. */
  readonly weeks: number;
}

/** What could be put together at a work centre. Writes nothing. */
export async function offerLots(
  tx: Tx,
  workCenterId: string,
  weeks: number,
  today: PlainDate,
): Promise<Outcome<CenterOfferAnswer>> {
  const loaded = await loadCenter(tx, workCenterId, weeks, today);
  if (!loaded.ok) return loaded;
  const { center, records } = loaded.value;
  const offer = await offerOf(records);
  if (!offer.ok) return offer;
  const { items, kept } = offer.value;
  const names = await loadItemNames(
    tx,
    [...items, ...kept].map(({ itemId }) => itemId),
  );
  const { id, code, name, nameEn } = center;
  return ok({
    center: { id, code, name, nameEn },
    weeks: offer.value.weeks.map((week) => ({ ...week })),
    items: items.map((item) => ({ ...item, ...nameIn(names, item), quantity: [...item.quantity] })),
    kept: kept.map((item) => ({ ...item, ...nameIn(names, item) })),
  });
}

/** Lots that fit the capacity, against those of the plan as it stands. Writes nothing. */
export async function answerLots(
  tx: Tx,
  workCenterId: string,
  question: WeeksQuestion,
  today: PlainDate,
): Promise<Outcome<CenterLotsAnswer>> {
  const found = await search(tx, workCenterId, question, today, false);
  if (!found.ok) return found;
  const { lots, seen } = found.value;
  const names = await loadItemNames(
    tx,
    lots.items.map(({ itemId }) => itemId),
  );
  return ok({
    ...{ leastYen: lots.leastYen, gapPercent: lots.gapPercent, seen },
    weeks: lots.weeks.map((week) => ({ ...week })),
    before: { ...lots.before, loadMinutes: [...lots.before.loadMinutes] },
    after: { ...lots.after, loadMinutes: [...lots.after.loadMinutes] },
    items: lots.items.map((item) => ({
      ...nameIn(names, item),
      ...{ isOther: item.isOther, before: [...item.before], after: [...item.after] },
    })),
    orders: lots.orders.map((order) => ({ ...order, ...nameIn(names, order), covers: [...order.covers] })),
    gone: lots.gone.map((order) => ({ ...order, ...nameIn(names, order) })),
  });
}

/**
 * Makes the lots firm planned orders, all or none. They are reckoned anew from the records of this moment: where the plan, the load or the masters give
 * others than the person has seen, nothing is written.
 */
export async function applyLots(
  tx: Tx,
  workCenterId: string,
  { seen, ...question }: WeeksQuestion & { readonly seen: string },
  today: PlainDate,
): Promise<Outcome<LotsApplied>> {
  await holdPlan(tx);
  const found = await search(tx, workCenterId, question, today, true);
  if (!found.ok) return found;
  const { lots, records, runId } = found.value;
  if (found.value.seen !== seen) return refuse("LOTS_PLAN_MOVED");
  if (lots.orders.length === 0) return refuse("LOTS_AS_PLANNED");
  const versions = new Map(records.proposals.map(({ seq, version }) => [seq, version]));
  const fresh = lots.orders.filter(({ seq }) => seq === null).length;
  let next = fresh === 0 ? 0 : await takeSeqs(tx, fresh);
  const written: WrittenLot[] = [];
  for (const { itemId, seq, quantity, startOn, dueOn, neededOn } of lots.orders) {
    const expectedQuantity = await expectedOf(tx, { runId, itemId }, quantity);
    written.push({ seq: seq ?? next++, itemId, quantity, expectedQuantity, startOn, dueOn, neededOn });
  }
  const isKnown = ({ seq }: WrittenLot) => versions.has(seq);
  const known = written.filter(isKnown).map((lot) => ({ ...lot, seen: versions.get(lot.seq)! }));
  if ((await setLots(tx, runId, known)) !== known.length) return refuse("LOTS_PLAN_MOVED");
  await insertLots(
    tx,
    runId,
    written.filter((lot) => !isKnown(lot)),
  );
  const itemIds = [...new Set(written.map(({ itemId }) => itemId))];
  await touchPlan(tx, runId, itemIds);
  const details = { workCenterId, weeks: question.weeks, orders: written.length, gone: lots.gone.length };
  await audit(tx, [{ command: "planning.lots", subjectKind: "plan_run", subjectId: runId, details }]);
  await announce(tx, [
    { kind: "planning.order", subjectId: runId },
    ...itemIds.map((itemId) => ({ kind: "planning.firm", subjectId: itemId })),
  ]);
  const names = await loadItemNames(tx, itemIds);
  return ok({
    runId,
    orders: written.map((lot) => ({ ...nameIn(names, lot), seq: lot.seq, quantity: lot.quantity, dueOn: lot.dueOn })),
  });
}

interface FoundLots {
  readonly lots: CenterLots;
  readonly records: CenterRecords;
  readonly runId: string;
  /** Sum of the lots and of what they take the place of. */
  readonly seen: string;
}

async function search(
  tx: Tx,
  workCenterId: string,
  { weeks, ...question }: WeeksQuestion,
  today: PlainDate,
  lock: boolean,
): Promise<Outcome<FoundLots>> {
  const loaded = await loadCenter(tx, workCenterId, weeks, today, lock);
  if (!loaded.ok) return loaded;
  const { records, runId } = loaded.value;
  const found = await searchLots(records, question);
  if (!found.ok) return found;
  const lots = found.value;
  const covered = new Set([...lots.gone.map(({ seq }) => seq), ...lots.orders.flatMap(({ covers }) => covers)]);
  const versions = records.proposals.filter(({ seq }) => covered.has(seq)).map(({ seq, version }) => [seq, version]);
  const seen = createHash("sha256")
    .update(JSON.stringify([lots, versions]))
    .digest("hex");
  return ok({ lots, records, runId, seen });
}

async function loadCenter(
  tx: Tx,
  workCenterId: string,
  weekCount: number,
  today: PlainDate,
  lock = false,
): Promise<Outcome<{ readonly center: CenterRow; readonly records: CenterRecords; readonly runId: string }>> {
  const { current } = await findLatestRuns(tx);
  if (!current) return refuse("NO_PLAN");
  const center = (await loadCenters(tx)).find(({ id }) => id === workCenterId);
  if (!center) return refuse("WORK_CENTER_UNKNOWN");
  const weeks = comingWeeks(today, weekCount);
  const until = weeks.at(-1)!.to;
  const proposals = await loadCenterProposals(tx, workCenterId, until, lock);
  const [input, calendars, orderWork, routing] = await settleAll([
    loadRecords(tx, today),
    loadCalendars(tx, today, until),
    loadOrderWork(tx, until),
    loadRoutedOperations(tx),
  ] as const);
  if (!calendarOf(center, calendars))
    return refuse("CENTER_WITHOUT_CALENDAR", { center: center.code, workCenterId: center.id }, "workCenterId");
  const itemIds = new Set(proposals.map(({ itemId }) => itemId));
  const { id, machineCount, minutesPerDay, calendarId } = center;
  return ok({
    center,
    runId: current.id,
    records: {
      ...{ input, weeks, calendars, proposals },
      center: { id, machineCount, minutesPerDay, calendarId },
      routing: routing.filter(({ itemId }) => itemIds.has(itemId)),
      orderWork: orderWork.filter((piece) => piece.workCenterId === workCenterId),
    },
  });
}

function nameIn(names: ReadonlyMap<string, ItemName>, { itemId }: { readonly itemId: string }) {
  const { itemCode, itemName, unit } = names.get(itemId)!;
  return { itemId, itemCode, itemName, unit };
}
