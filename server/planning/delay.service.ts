import {
  type DemandKind,
  type EndangeredAnswer,
  endKey,
  lateLinks,
  latenessByDates,
  type PegLink,
  type ReceiptKind,
  type RecordRef,
} from "../../domain/planning/index.ts";
import { workingHours } from "../../domain/resources/index.ts";
import { addDays, decimal, maxDate, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadProposalDays, loadWorkOrderDays } from "./delay.store.ts";
import { loadCalendars } from "./load.store.ts";
import { loadItemNames, loadPegsUp, type SuppliesAsked } from "./peg.store.ts";
import { currentRunId, findPlanRun } from "./plan-run.store.ts";
import { nameRecords } from "./record-names.store.ts";

/** A common screw in a deep structure: of what a delay touches, the first needs of every level are followed, and so much in all. */
const MOST_OF_A_LEVEL = 5000;
const MOST_LINKS = 50_000;

/** A need outside the plan that would be late. */
interface DelayedNeed {
  readonly link: PegLink;
  readonly quantities: ReadonlyMap<string, string>;
  readonly possibleOn: PlainDate;
}

/** Which orders of customers a receipt endangers that comes on another day. */
export async function endangeredBy(
  tx: Tx,
  itemId: string,
  receipt: RecordRef<ReceiptKind>,
  arrivesOn: PlainDate,
): Promise<Outcome<EndangeredAnswer, "NO_PLAN">> {
  const runId = await currentRunId(tx);
  if (runId === undefined) return refuse("NO_PLAN");
  const arrivals = new Map([[endKey(itemId, receipt), arrivesOn]]);
  const { needs: ends, isCut } = await followDelay(
    tx,
    runId,
    { seqs: [], receipts: [{ ...receipt, itemId }] },
    arrivals,
  );
  const nameOf = await nameRecords(
    tx,
    ends.flatMap(({ link }) => ("id" in link.demand ? [link.demand] : [])),
  );
  const items = await loadItemNames(
    tx,
    ends.map(({ link }) => link.itemId),
  );
  return ok({
    arrivesOn,
    isCut,
    demands: ends
      .map(({ link, quantities, possibleOn }) => {
        const { kind, id, line } = link.demand as RecordRef<DemandKind>;
        return {
          ...items.get(link.itemId)!,
          record: { kind, id, line, ...nameOf(id) },
          quantity: [...quantities.values()].reduce((sum, part) => sum.plus(part), decimal(0)).toFixed(),
          neededOn: link.neededOn,
          possibleOn,
        };
      })
      .sort((a, b) =>
        a.neededOn < b.neededOn ? -1 : a.neededOn > b.neededOn ? 1 : a.record.number < b.record.number ? -1 : 1,
      ),
  });
}

/**
 * When the needs of customers could be met if a planned order came on this day, by `id/line`; only those that would be late.
 */
export async function delayedByOrder(
  tx: Tx,
  runId: string,
  seq: number,
  arrivesOn: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> {
  const { needs } = await followDelay(tx, runId, { seqs: [seq] }, new Map([[`planned ${seq}`, arrivesOn]]));
  const found = new Map<string, PlainDate>();
  for (const { link, possibleOn } of needs) {
    const { id, line } = link.demand as RecordRef<DemandKind>;
    const key = `${id}/${line ?? 0}`;
    found.set(key, maxDate(possibleOn, found.get(key) ?? possibleOn));
  }
  return found;
}

/** Follows supplies that come on other days up through all levels. Nothing is planned anew: other supply may help. */
async function followDelay(
  tx: Tx,
  runId: string,
  begin: Pick<SuppliesAsked, "seqs" | "receipts">,
  arrivals: Map<string, PlainDate>,
): Promise<{ readonly needs: DelayedNeed[]; readonly isCut: boolean }> {
  const hit = new Map<string, { link: PegLink; quantities: Map<string, string>; possibleOn: PlainDate }>();
  const possibleDue = await latenessOf(tx, runId);
  let followed = 0;
  let isCut = false;
  let seqs = [...begin.seqs];
  let receipts = [...(begin.receipts ?? [])];
  while (seqs.length + receipts.length > 0 && followed < MOST_LINKS) {
    const links = await loadPegsUp(tx, runId, { seqs, receipts }, MOST_OF_A_LEVEL);
    followed += links.length;
    isCut ||= links.length === MOST_OF_A_LEVEL || followed >= MOST_LINKS;
    const late = lateLinks(links, arrivals);
    const demands = late.map(({ link }) => link.demand);
    const orders = await loadProposalDays(
      tx,
      runId,
      demands.flatMap((end) => (end.kind === "planned" ? [end.seq] : [])),
    );
    const works = await loadWorkOrderDays(
      tx,
      demands.flatMap((end) => (end.kind === "work_order" ? [end.id] : [])),
    );
    const nextSeqs = new Set<number>();
    const nextWorks = new Map<string, { kind: "work_order"; id: string; line: null; itemId: string }>();
    /** Tells whether this is later than what was known. */
    const arrives = (key: string, on: PlainDate) => {
      const before = arrivals.get(key);
      if (before !== undefined && before >= on) return false;
      arrivals.set(key, on);
      return true;
    };
    for (const { link, possibleOn, lateDays } of late) {
      const { demand } = link;
      if (demand.kind === "planned") {
        const order = orders.get(demand.seq);
        if (order && arrives(`planned ${demand.seq}`, possibleDue(order, lateDays))) nextSeqs.add(demand.seq);
      } else if (demand.kind === "work_order") {
        const work = works.get(demand.id);
        if (!work) continue;
        const next = { kind: "work_order" as const, id: demand.id, line: null, itemId: work.itemId };
        if (arrives(endKey(work.itemId, next), possibleDue(work, lateDays))) nextWorks.set(demand.id, next);
      } else if (demand.kind !== "safety") {
        const key = endKey(link.itemId, demand);
        const known = hit.get(key) ?? { link, quantities: new Map<string, string>(), possibleOn };
        known.quantities.set(endKey(link.itemId, link.supply), link.quantity);
        hit.set(key, { ...known, possibleOn: maxDate(possibleOn, known.possibleOn) });
      }
    }
    seqs = [...nextSeqs];
    receipts = [...nextWorks.values()];
  }
  return { needs: [...hit.values()], isCut };
}

/** Calendars are looked at a year before and behind the plan. */
const DAYS_AROUND = 366;

/** How late an order comes when what it is made of does. */
async function latenessOf(tx: Tx, runId: string): Promise<ReturnType<typeof latenessByDates>> {
  const { planFrom, horizonDays } = (await findPlanRun(tx, runId))!;
  const from = addDays(planFrom, -DAYS_AROUND);
  const until = addDays(planFrom, horizonDays + DAYS_AROUND);
  const hoursOf = workingHours(await loadCalendars(tx, from, until));
  return latenessByDates((calendarId) => hoursOf(calendarId).days, from, until);
}
