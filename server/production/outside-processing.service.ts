import { type StockEnd, type StockMove, stockAccountRole } from "../../domain/inventory/index.ts";
import { isWorkable, pickStock, type Shortage } from "../../domain/production/index.ts";
import {
  type BusinessEvent,
  Decimal,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
} from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { type PlaceRefusal, placeTrade } from "../trade/index.ts";
import { toShortage } from "./issue-material.service.ts";
import { eventHead, tellEvents } from "./order-event.ts";
import { loadOwnPlaces, lockStockOf, placeAtPartner, type StockThere } from "./order-stock.store.ts";
import { markOutsideLine, nameSupplied, partnerIsLinked } from "./outside.store.ts";
import { findBoughtLine, findChainLine, findPlannedFor, findUnorderedOfChain } from "./processing-chain.store.ts";
import {
  changeMaterials,
  changeOperations,
  changeWorkOrder,
  lockWorkOrder,
  type Operation,
  type WorkOrderFile,
} from "./work-order.store.ts";

export interface OutsideOrder {
  readonly operationNumber: number;
  readonly tradeId: string;
  readonly number: string;
  readonly state: string;
}

export type OutsideRefusal =
  | PlaceRefusal
  | "NOT_FOUND"
  | "WORK_ORDER_STATE"
  | "OPERATION_UNKNOWN"
  | "OPERATION_NOT_OUTSIDE"
  | "OUTSIDE_ORDER_ENDED"
  | "LINE_UNKNOWN"
  | "NOT_THAT_MUCH_THERE"
  | "PLACE_MISSING"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

/**
 * Orders an outside operation of its partner, once, and issues the operation's material to it free of charge (無償支給): the
 * goods stay mine and stand at the partner. What is not in stock can be sent later by the same command.
 */
export async function sendOutside(
  tx: Tx,
  file: WorkOrderFile,
  operationNumber: number,
  today: PlainDate,
): Promise<Outcome<{ readonly order: OutsideOrder; readonly shortages: readonly Shortage[] }, OutsideRefusal>> {
  const { order, operations } = file;
  const index = operations.findIndex((one) => one.operationNumber === operationNumber);
  const operation = operations[index];
  if (!operation) return refuse("OPERATION_UNKNOWN", { operation: operationNumber }, "operationNumber");
  if (!operation.subcontractPartnerId)
    return refuse("OPERATION_NOT_OUTSIDE", { operation: operation.name }, "operationNumber");
  let partnerId = operation.subcontractPartnerId;
  const standing = operation.tradeId
    ? await findBoughtLine(tx, operation.tradeId, operation.tradeLineNumber!)
    : undefined;
  const isDead = standing !== undefined && ENDED.has(standing.state);
  // In a chain the step is asked for again there, of whom the window chooses.
  if (isDead && order.chainId) return refuse("OUTSIDE_ORDER_ENDED", { number: standing.number }, "operationNumber");
  let ordered: OutsideOrder;
  if (standing && !isDead) ordered = { operationNumber, tradeId: operation.tradeId!, ...standing };
  else {
    const expected = operations[index + 1]?.plannedQuantity ?? order.quantity;
    const taken = await takeFromChain(tx, file, operation, expected);
    if (taken) [ordered, partnerId] = [taken.order, taken.partnerId];
    else {
      const outcome = await orderOutside(tx, file, operation, expected, today);
      if (!outcome.ok) return outcome;
      ordered = outcome.value;
    }
  }
  const sent = await issueFree(tx, file, { ...operation, subcontractPartnerId: partnerId }, ordered.tradeId, today);
  if (!sent.ok) return sent;
  const { tradeId, number, state } = ordered;
  return ok({ order: { operationNumber, tradeId, number, state }, shortages: sent.value });
}

/** Nobody works on a line in these states. */
const ENDED: ReadonlySet<string> = new Set(["cancelled", "declined", "expired", "withdrawn"]);

/** An order of a chain is ordered already: the dispatch placed the step with its member, and the work order takes that trade over. */
async function takeFromChain(
  tx: Tx,
  file: WorkOrderFile,
  operation: Operation,
  quantity: Decimal,
): Promise<{ readonly order: OutsideOrder; readonly partnerId: string } | undefined> {
  const { chainId } = file.order;
  const { operationNumber, subcontractItemId: itemId, subcontractPartnerId: usual } = operation;
  if (!chainId || !itemId || !usual) return undefined;
  const line = await findChainLine(tx, { chainId, itemId, partnerId: usual, quantity });
  if (!line) return undefined;
  const { tradeId, lineNumber, number, state, partnerId } = line;
  await orderedBy(tx, file.order.id, operationNumber, { tradeId, lineNumber, partnerId });
  return { order: { operationNumber, tradeId, number, state }, partnerId };
}

/** Writes on an operation which trade orders it of whom, and on the trade which order it is for. */
export async function orderedBy(
  tx: Tx,
  workOrderId: string,
  operationNumber: number,
  line: { readonly tradeId: string; readonly lineNumber: number; readonly partnerId: string },
): Promise<void> {
  await settleAll([
    markOutsideLine(tx, line.tradeId, line.lineNumber, workOrderId),
    changeOperations(tx, workOrderId, [
      { operationNumber, tradeId: line.tradeId, tradeLineNumber: line.lineNumber, partnerId: line.partnerId },
    ]),
  ]);
}

/** The chain's trades of operations that no trade is on yet: of orders made by hand for it, and of those its dispatch prepared before it wrote them on. */
export async function takeAllFromChain(tx: Tx, chainId: string): Promise<void> {
  for (const id of await findUnorderedOfChain(tx, chainId)) {
    const file = await lockWorkOrder(tx, id);
    for (const [index, operation] of file?.operations.entries() ?? [])
      if (operation.subcontractPartnerId && !operation.tradeId)
        await takeFromChain(tx, file!, operation, file!.operations[index + 1]?.plannedQuantity ?? file!.order.quantity);
  }
}

/** Pieces come before anybody released their order: that begins it, and its material counts as sent the same day. */
export async function beginByAcceptance(
  tx: Tx,
  tradeIds: readonly string[],
  on: PlainDate,
): Promise<Outcome<null, OutsideRefusal>> {
  for (const id of await findPlannedFor(tx, tradeIds)) {
    const file = await lockWorkOrder(tx, id);
    if (file?.order.state !== "planned") continue;
    await settleAll([
      changeWorkOrder(tx, id, { state: "released", isReleased: true }),
      changeOperations(tx, id, [{ operationNumber: file.operations[0]!.operationNumber, state: "ready" }]),
    ]);
    for (const operation of file.operations)
      if (operation.tradeId && tradeIds.includes(operation.tradeId)) {
        const sent = await issueFree(tx, file, operation, operation.tradeId, on);
        if (!sent.ok) return sent;
      }
  }
  return ok(null);
}

async function orderOutside(
  tx: Tx,
  file: WorkOrderFile,
  operation: Operation,
  quantity: Decimal,
  today: PlainDate,
): Promise<Outcome<OutsideOrder, OutsideRefusal>> {
  const partnerId = operation.subcontractPartnerId!;
  // A partner without an account answers by telephone; an order form it does not contradict stands.
  const isLinked = await partnerIsLinked(tx, partnerId);
  const placed = await placeTrade(tx, {
    side: "B",
    partnerId,
    firstState: isLinked ? "placed" : "confirmed",
    orderedOn: today,
    form: "processing",
    title: `${file.order.number} ${operation.name}`,
    ...(file.order.chainId && { chainId: file.order.chainId }),
    lines: [
      {
        item: operation.subcontractItemId ?? file.order.itemId,
        quantity,
        wantedOn: maxDate(operation.plannedFinishOn ?? file.order.dueOn, today),
      },
    ],
  });
  if (!placed.ok)
    return refuse(placed.refusals[0].code, placed.refusals[0].values, `operations.${operation.operationNumber}`);
  const { tradeId, number, state } = placed.value;
  await settleAll([
    markOutsideLine(tx, tradeId, 1, file.order.id),
    changeOperations(tx, file.order.id, [{ operationNumber: operation.operationNumber, tradeId, tradeLineNumber: 1 }]),
  ]);
  return ok({ operationNumber: operation.operationNumber, tradeId, number, state });
}

/** Sends what the operation still needs of its material, as far as it is in stock. Value stays on its account: it is own stock, kept elsewhere. */
async function issueFree(
  tx: Tx,
  file: WorkOrderFile,
  operation: Operation,
  tradeId: string,
  movedOn: PlainDate,
): Promise<Outcome<readonly Shortage[], OutsideRefusal>> {
  const open = file.materials.filter(
    (one) =>
      one.operationNumber === operation.operationNumber && one.required.greaterThan(one.issued.plus(one.freeIssued)),
  );
  if (open.length === 0) return ok([]);
  const at = await placeAtPartner(tx, operation.subcontractPartnerId!);
  const stock = await lockStockOf(tx, [...new Set(open.map((one) => one.itemId))].sort(), file.order.id);
  const free = new Map(stock.free.map((row) => [row.itemId, row.free]));
  const shortages: Shortage[] = [];
  const moves: StockMove[] = [];
  const sent: { lineNumber: number; freeIssuedChange: Decimal }[] = [];
  for (const material of open) {
    const wanted = material.required.minus(material.issued).minus(material.freeIssued);
    const sources = stock.there.filter((row) => row.itemId === material.itemId);
    const { picks, lacking } = pickStock(sources, wanted, free.get(material.itemId) ?? new Decimal(0));
    if (lacking.greaterThan(0)) shortages.push(toShortage(material, wanted, lacking));
    const taken = wanted.minus(lacking);
    free.set(material.itemId, (free.get(material.itemId) ?? new Decimal(0)).minus(taken));
    for (const pick of picks) {
      const source = sources.find((row) => row.placeId === pick.placeId && row.lotId === pick.lotId)!;
      (source as { quantity: Decimal }).quantity = source.quantity.minus(pick.quantity);
      const end = (placeId: string, placeKind: "storage" | "at_partner", keeperId?: string): StockEnd => ({
        companyId: tx.companyId,
        itemId: material.itemId,
        accountRole: stockAccountRole(material.category),
        placeId,
        placeKind,
        quantity: pick.quantity,
        ...(pick.lotId && { lotId: pick.lotId }),
        ...(keeperId && { keeperId }),
      });
      moves.push({
        id: newId(),
        kind: "free_issue",
        movedOn,
        from: end(pick.placeId, "storage"),
        to: end(at.id, "at_partner", at.keeperId ?? undefined),
        tradeId,
        tradeLineNumber: 1,
        workOrderId: file.order.id,
      });
    }
    if (taken.greaterThan(0)) sent.push({ lineNumber: material.lineNumber, freeIssuedChange: taken });
  }
  const moved = await moveStock(tx, moves);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "lines");
  await changeMaterials(tx, file.order.id, sent);
  if (moves.length === 0) return ok(shortages);
  await nameSupplied(tx, tradeId, [...new Set(moves.map((move) => move.from.itemId))]);
  const told = await tellEvents(tx, [
    { kind: "free_issue_sent", ...eventHead(tx, file, movedOn), tradeId, partnerId: operation.subcontractPartnerId! },
  ]);
  return told.ok ? ok(shortages) : (told as Outcome<never, OutsideRefusal>);
}

/** Places the order and sends material by hand: after a shortage, or when the operation became an outside one. */
export async function sendOutsideAgain(
  tx: Tx,
  workOrderId: string,
  operationNumber: number,
  today: PlainDate,
): Promise<Outcome<{ readonly shortages: readonly Shortage[] }, OutsideRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  if (!isWorkable(file.order.state)) return refuse("WORK_ORDER_STATE", { state: file.order.state });
  const sent = await sendOutside(tx, file, operationNumber, today);
  if (!sent.ok) return sent;
  await settleAll([
    audit(tx, [
      {
        command: "production.sentOutside",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { operation: operationNumber },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return ok({ shortages: sent.value.shortages });
}

export interface LeavesPartner {
  readonly lineNumber: number;
  readonly quantity: Decimal;
  readonly on: PlainDate;
}

/** Unused material comes back from the subcontractor into own storage. */
export function takeBackFromPartner(tx: Tx, workOrderId: string, input: LeavesPartner) {
  return leavePartner(tx, workOrderId, input, "back");
}

/**
 * Material lost or spoiled at the subcontractor: my loss, or a claim where the agreement says that it replaces it (damages, outside
 * the tax). The partner's own books follow when it acknowledges the claim: nobody else posts a debt for it.
 */
export function loseAtPartner(
  tx: Tx,
  workOrderId: string,
  input: LeavesPartner & { readonly reason: string; readonly claimYen?: bigint },
) {
  return leavePartner(tx, workOrderId, input, "lost");
}

async function leavePartner(
  tx: Tx,
  workOrderId: string,
  input: LeavesPartner & { readonly reason?: string; readonly claimYen?: bigint },
  how: "back" | "lost",
): Promise<Outcome<{ readonly costYen: bigint }, OutsideRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  const material = file.materials.find((one) => one.lineNumber === input.lineNumber);
  if (!material) return refuse("LINE_UNKNOWN", undefined, "lineNumber");
  if (input.quantity.greaterThan(material.freeIssued))
    return refuse("NOT_THAT_MUCH_THERE", { there: material.freeIssued.toFixed() }, "quantity");
  const operation = file.operations.find((one) => one.operationNumber === material.operationNumber);
  if (!operation?.subcontractPartnerId)
    return refuse("OPERATION_NOT_OUTSIDE", { operation: operation?.name ?? "" }, "lineNumber");
  const [at, places] = await settleAll([placeAtPartner(tx, operation.subcontractPartnerId), loadOwnPlaces(tx)]);
  const toPlace = how === "back" ? (material.defaultPlaceId ?? places.storage) : places.scrap;
  if (!toPlace) return refuse("PLACE_MISSING", { kind: how === "back" ? "storage" : "scrap" }, "lineNumber");
  const stock = await lockStockOf(tx, [material.itemId], workOrderId, at.id);
  const moves = partnerMoves(tx, material, stock.there, at.id, input.quantity, {
    kind: how === "back" ? "free_issue" : "scrap",
    placeId: toPlace,
    placeKind: how === "back" ? "storage" : "scrap",
    movedOn: input.on,
    workOrderId,
    tradeId: operation.tradeId,
    reason: input.reason,
  });
  if (!moves) return refuse("NOT_THAT_MUCH_THERE", { there: "0" }, "quantity");
  const moved = await moveStock(tx, moves);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "quantity");
  await changeMaterials(tx, workOrderId, [
    { lineNumber: material.lineNumber, freeIssuedChange: input.quantity.negated() },
  ]);
  const costYen = moves.reduce((sum, move) => sum + (moved.value.costYen.get(move.id) ?? 0n), 0n);
  if (how === "lost") {
    const event: BusinessEvent = {
      kind: "material_lost",
      ...eventHead(tx, file, input.on),
      partnerId: operation.subcontractPartnerId,
      lines: [{ lineId: String(material.lineNumber), stockRole: stockAccountRole(material.category), costYen }],
      claimYen: input.claimYen ?? 0n,
    };
    const told = await tellEvents(tx, [event]);
    if (!told.ok) return told as Outcome<never, OutsideRefusal>;
  }
  await settleAll([
    audit(tx, [
      {
        command: how === "back" ? "production.takenBack" : "production.lostAtPartner",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { item: material.itemCode, quantity: input.quantity.toFixed(), reason: input.reason ?? "" },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return ok({ costYen });
}

/** Moves of a quantity away from the place at a partner, oldest lot first; `null` when it is not there. */
export function partnerMoves(
  owner: { readonly companyId: string },
  material: { readonly itemId: string; readonly category: WorkOrderFile["materials"][number]["category"] },
  there: readonly StockThere[],
  atPlaceId: string,
  quantity: Decimal,
  to: Pick<StockMove, "kind" | "movedOn"> & {
    readonly placeId: string;
    readonly placeKind: "production" | "storage" | "scrap";
    readonly workOrderId: string;
    readonly tradeId: string | null;
    readonly reason?: string;
  },
): StockMove[] | null {
  const sources = there.filter((row) => row.itemId === material.itemId);
  const { picks, lacking } = pickStock(sources, quantity, quantity);
  if (lacking.greaterThan(0)) return null;
  return picks.map((pick) => {
    const { keeperId } = sources.find((row) => row.lotId === pick.lotId && row.placeId === pick.placeId)!;
    const end = {
      companyId: owner.companyId,
      itemId: material.itemId,
      accountRole: stockAccountRole(material.category),
      quantity: pick.quantity,
      ...(pick.lotId && { lotId: pick.lotId }),
    };
    return {
      id: newId(),
      kind: to.kind,
      movedOn: to.movedOn,
      from: { ...end, placeId: atPlaceId, placeKind: "at_partner", keeperId },
      to: { ...end, placeId: to.placeId, placeKind: to.placeKind },
      workOrderId: to.workOrderId,
      ...(to.tradeId && { tradeId: to.tradeId, tradeLineNumber: 1 }),
      ...(to.reason && { reason: to.reason }),
    };
  });
}
