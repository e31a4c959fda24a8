import {
  DEMAND_KINDS,
  type DemandKind,
  type Peg,
  type PegLevelAnswer,
  type PegLink,
  type PegQuestion,
  type ReceiptKind,
} from "../../domain/planning/index.ts";
import { decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadItemNames, loadPegsDown, loadPegsUp, loadWorkOrderEnds, type WorkOrderEnd } from "./peg.store.ts";
import { currentRunId } from "./plan-run.store.ts";
import { loadPlannedOrders, type PlannedOrderRow } from "./planned-order.store.ts";
import { nameRecords } from "./record-names.store.ts";

/** Nobody reads more branches of one level; what is left out is said. */
const MOST_NODES = 300;

type Ends = Pick<PegQuestion, "kind" | "seq" | "id" | "line">;

/** One level of the pegging tree: what a supply is for (`up`), or what a demand is covered by (`down`), with quantities that add up. */
export async function pegLevel(
  tx: Tx,
  itemId: string,
  asked: PegQuestion,
): Promise<Outcome<PegLevelAnswer, "NO_PLAN" | "NOT_FOUND">> {
  const runId = await currentRunId(tx);
  if (runId === undefined) return refuse("NO_PLAN");
  const isUp = asked.direction === "up";
  const found = isUp ? await above(tx, runId, itemId, asked) : await below(tx, runId, itemId, asked);
  if (!found) return refuse("NOT_FOUND");
  const links = found.slice(0, MOST_NODES);
  const seqs = links.flatMap(({ demand, supply }) =>
    [demand, supply].flatMap((end) => ("seq" in end ? [end.seq] : [])),
  );
  const ends = links.map((link) => (isUp ? link.demand : link.supply));
  const records = ends.filter((end) => "id" in end);
  const orders = new Map((await loadPlannedOrders(tx, [...new Set(seqs)])).map((order) => [order.seq, order]));
  const works = await loadWorkOrderEnds(
    tx,
    records.filter(({ kind }) => kind === "work_order").map(({ id }) => id),
  );
  const nameOf = await nameRecords(tx, records);
  const items = await loadItemNames(tx, [
    itemId,
    ...links.map((link) => link.itemId),
    ...[...orders.values()].map((order) => order.itemId),
    ...[...works.values()].map((work) => work.itemId),
  ]);
  const node = (link: PegLink): PegLevelAnswer["groups"][number]["nodes"][number] => {
    const end: Peg["supply"] | Peg["demand"] = isUp ? link.demand : link.supply;
    const order = end.kind === "planned" ? orders.get(end.seq) : undefined;
    const work = end.kind === "work_order" ? works.get(end.id) : undefined;
    // Upwards a node is what is made of it; downwards the very item that comes.
    const item = items.get(isUp ? (order?.itemId ?? work?.itemId ?? link.itemId) : link.itemId)!;
    return {
      ...item,
      kind: end.kind,
      quantity: link.quantity,
      whole: wholeOf(link, isUp, order, work),
      neededOn: link.neededOn,
      availableOn: availableOn(link, orders),
      isLate: isLate(link, orders),
      order: order ?? null,
      record: "id" in end ? { kind: end.kind, id: end.id, line: end.line, ...nameOf(end.id) } : null,
      workState: work?.state ?? null,
      canOpen: order !== undefined ? isUp || order.supply !== "buy" : work !== undefined,
    };
  };
  const byItem = new Map<string, PegLink[]>();
  for (const link of links) byItem.set(link.itemId, [...(byItem.get(link.itemId) ?? []), link]);
  const groups = [...byItem].map(([id, list]) => {
    const quantity = list.reduce((sum, link) => sum.plus(link.quantity), decimal(0));
    const whole = endWhole(list[0]!, isUp, orders);
    const rest = whole === null ? decimal(0) : decimal(whole).minus(quantity);
    return {
      ...items.get(id)!,
      quantity: quantity.toFixed(),
      rest: rest.isPositive() && found.length <= MOST_NODES ? rest.toFixed() : "0",
      nodes: list.map(node),
    };
  });
  groups.sort((a, b) => (a.itemCode < b.itemCode ? -1 : 1));
  return ok({ groups, isCut: found.length > MOST_NODES });
}

async function above(tx: Tx, runId: string, itemId: string, { kind, ...end }: Ends): Promise<PegLink[] | undefined> {
  const most = MOST_NODES + 1;
  if (kind === "stock") return loadPegsUp(tx, runId, { seqs: [], stockOf: itemId }, most);
  if (kind === "planned") return end.seq === undefined ? undefined : loadPegsUp(tx, runId, { seqs: [end.seq] }, most);
  if (!isReceipt(kind) || end.id === undefined) return undefined;
  if (kind === "work_order") {
    // What its material is for is what comes of it, an item of its own.
    const made = (await loadWorkOrderEnds(tx, [end.id])).get(end.id)?.itemId ?? itemId;
    return loadPegsUp(tx, runId, { seqs: [], receipts: [{ itemId: made, kind, id: end.id, line: null }] }, most);
  }
  return loadPegsUp(tx, runId, { seqs: [], receipts: [{ itemId, kind, id: end.id, line: end.line ?? null }] }, most);
}

function below(tx: Tx, runId: string, itemId: string, { kind, ...end }: Ends): Promise<PegLink[]> | undefined {
  const demand: Peg["demand"] | undefined =
    kind === "planned"
      ? end.seq === undefined
        ? undefined
        : { kind, seq: end.seq }
      : kind === "safety"
        ? { kind }
        : isDemand(kind) && end.id !== undefined
          ? { kind, id: end.id, line: end.line ?? null }
          : undefined;
  return demand && loadPegsDown(tx, runId, demand, itemId, MOST_NODES + 1);
}

function isReceipt(kind: Ends["kind"]): kind is ReceiptKind {
  return kind === "purchase" || kind === "work_order" || kind === "step";
}

function isDemand(kind: Ends["kind"]): kind is DemandKind {
  return DEMAND_KINDS.some((one) => one === kind);
}

/** All of what hangs at the other end of the link, so that a part is read as one. */
function wholeOf(
  link: PegLink,
  isUp: boolean,
  order: PlannedOrderRow | undefined,
  work: WorkOrderEnd | undefined,
): string | null {
  if (order) return isUp ? order.quantity : order.expectedQuantity;
  if (isUp && work) return work.quantity;
  return isUp ? link.demandWhole : link.supplyWhole;
}

/** All of what was asked about, in the unit its parts are told in; null when the parts are of other items than itself. */
function endWhole(link: PegLink, isUp: boolean, orders: ReadonlyMap<number, PlannedOrderRow>): string | null {
  if (isUp)
    return link.supply.kind === "planned" ? (orders.get(link.supply.seq)?.expectedQuantity ?? null) : link.supplyWhole;
  return link.demandWhole;
}

function availableOn(link: PegLink, orders: ReadonlyMap<number, PlannedOrderRow>): PlainDate | null {
  return link.supply.kind === "planned" ? (orders.get(link.supply.seq)?.dueOn ?? null) : link.supplyOn;
}

function isLate(link: PegLink, orders: ReadonlyMap<number, PlannedOrderRow>): boolean {
  const on = availableOn(link, orders);
  const order = link.supply.kind === "planned" ? orders.get(link.supply.seq) : undefined;
  if (order?.isPastDue && (order.state === "proposed" || order.state === "edited")) return true;
  return on !== null && on > link.neededOn;
}
