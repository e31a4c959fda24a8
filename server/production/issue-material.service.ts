import { type StockEnd, type StockMove, stockAccountRole } from "../../domain/inventory/index.ts";
import { isWorkable, pickStock, type Shortage, type StockPick } from "../../domain/production/index.ts";
import { Decimal, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { bookOrderCosts } from "./order-cost.store.ts";
import { eventHead, tellEvents } from "./order-event.ts";
import {
  consumeReservations,
  findPlace,
  findStockItem,
  lastIssueSource,
  loadIssued,
  loadOwnPlaces,
  lockStockOf,
  type OrderReservation,
} from "./order-stock.store.ts";
import { shareReturned } from "./share-returned.ts";
import {
  addMaterial,
  changeMaterials,
  changeWorkOrder,
  lockWorkOrder,
  type Material,
  type WorkOrderFile,
} from "./work-order.store.ts";

export type IssueRefusal =
  | "NOT_FOUND"
  | "WORK_ORDER_STATE"
  | "LINE_UNKNOWN"
  | "ITEM_UNKNOWN"
  | "PLACE_MISSING"
  | "PLACE_UNSUITED"
  | "MATERIAL_SHORT"
  | "RETURN_ABOVE_ISSUED"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

export interface IssueLine {
  readonly lineNumber?: number;
  readonly itemId?: string;
  readonly quantity: Decimal;
  readonly placeId?: string;
  readonly lotId?: string;
}

interface Wanted {
  readonly material: Material;
  readonly quantity: Decimal;
  readonly placeId?: string;
  readonly lotId?: string;
}

/** Takes material out of stock into an order, by hand. All lines or none. */
export async function issueMaterial(
  tx: Tx,
  workOrderId: string,
  lines: readonly IssueLine[],
  movedOn: PlainDate,
): Promise<Outcome<{ readonly costYen: bigint }, IssueRefusal>> {
  let file = await lockWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  if (!isWorkable(file.order.state)) return refuse("WORK_ORDER_STATE", { state: file.order.state });
  const wanted: Wanted[] = [];
  for (const [index, line] of lines.entries()) {
    let material = file.materials.find((one) =>
      line.lineNumber ? one.lineNumber === line.lineNumber : one.itemId === line.itemId,
    );
    if (!material && line.itemId) {
      if (!(await findStockItem(tx, line.itemId)))
        return refuse("ITEM_UNKNOWN", { item: line.itemId }, `lines.${index}.itemId`);
      const lineNumber = Math.max(0, ...file.materials.map((one) => one.lineNumber)) + 1;
      await addMaterial(tx, workOrderId, lineNumber, line.itemId, file.operations[0]!.operationNumber);
      file = (await lockWorkOrder(tx, workOrderId))!;
      material = file.materials.find((one) => one.lineNumber === lineNumber);
    }
    if (!material) return refuse("LINE_UNKNOWN", undefined, `lines.${index}.lineNumber`);
    wanted.push({ material, quantity: line.quantity, placeId: line.placeId, lotId: line.lotId });
  }
  const taken = await takeMaterial(tx, file, wanted, movedOn, "all");
  if (!taken.ok) return taken;
  await settleAll([
    file.order.state === "released" ? changeWorkOrder(tx, workOrderId, { state: "started" }) : undefined,
    audit(tx, [
      {
        command: "production.issued",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { costYen: taken.value.costYen.toString() },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return ok({ costYen: taken.value.costYen });
}

/**
 * Moves material from storage into an order that is locked: stock to the production place, its value into work in process.
 *
 * @param mode `all`: refuses MATERIAL_SHORT when something lacks (by hand). `available`: takes what is there and says what lacks:
 *   a report of the floor is true even when the stock ledger is not
 */
export async function takeMaterial(
  tx: Tx,
  file: WorkOrderFile,
  wanted: readonly Wanted[],
  movedOn: PlainDate,
  mode: "all" | "available",
): Promise<Outcome<{ readonly costYen: bigint; readonly shortages: readonly Shortage[] }, IssueRefusal>> {
  const asked = wanted.filter((one) => one.quantity.greaterThan(0));
  if (asked.length === 0) return ok({ costYen: 0n, shortages: [] });
  const { order } = file;
  const itemIds = [...new Set(asked.map((one) => one.material.itemId))].sort();
  const [places, stock] = await settleAll([loadOwnPlaces(tx), lockStockOf(tx, itemIds, order.id)]);
  if (!places.production) return refuse("PLACE_MISSING", { kind: "production" }, "lines");
  const picked = pickAll(asked, stock, mode);
  if (!picked.ok) return picked;
  const moves = picked.value.parts.map(({ material, pick, released }): StockMove => {
    const end = (placeId: string, placeKind: "storage" | "production"): StockEnd => ({
      companyId: tx.companyId,
      itemId: material.itemId,
      accountRole: stockAccountRole(material.category),
      placeId,
      placeKind,
      quantity: pick.quantity,
      ...(pick.lotId && { lotId: pick.lotId }),
    });
    return {
      id: newId(),
      kind: "issue",
      movedOn,
      from: end(pick.placeId, "storage"),
      to: end(places.production!, "production"),
      workOrderId: order.id,
      ...(released.greaterThan(0) && { releasesReserved: released }),
    };
  });
  const moved = await moveStock(tx, moves);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "lines");
  await consumeReservations(tx, picked.value.reservations);
  const byLine = new Map<number, { quantity: Decimal; costYen: bigint; material: Material }>();
  for (const [index, { material, pick }] of picked.value.parts.entries()) {
    const before = byLine.get(material.lineNumber) ?? { quantity: new Decimal(0), costYen: 0n, material };
    byLine.set(material.lineNumber, {
      material,
      quantity: before.quantity.plus(pick.quantity),
      costYen: before.costYen + (moved.value.costYen.get(moves[index]!.id) ?? 0n),
    });
  }
  const issued = [...byLine.values()];
  await settleAll([
    changeMaterials(
      tx,
      order.id,
      issued.map((one) => ({ lineNumber: one.material.lineNumber, issuedChange: one.quantity })),
    ),
    bookOrderCosts(
      tx,
      issued.map((one) => ({
        workOrderId: order.id,
        kind: "material",
        portion: "material",
        amountYen: one.costYen,
        sourceId: moves[0]?.id ?? null,
        happenedOn: movedOn,
        note: one.material.itemCode,
      })),
    ),
  ]);
  const told = await tellEvents(
    tx,
    issued.length === 0
      ? []
      : [
          {
            kind: "material_issued",
            ...eventHead(tx, file, movedOn),
            lines: issued.map((one) => ({
              lineId: String(one.material.lineNumber),
              stockRole: stockAccountRole(one.material.category),
              costYen: one.costYen,
            })),
          },
        ],
  );
  if (!told.ok) return told as Outcome<never, IssueRefusal>;
  return ok({
    costYen: issued.reduce((sum, one) => sum + one.costYen, 0n),
    shortages: picked.value.shortages,
  });
}

export function toShortage(material: Material, wanted: Decimal, lacking: Decimal): Shortage {
  const { lineNumber, itemId, itemCode, itemName, unit } = material;
  return { lineNumber, itemId, itemCode, itemName, unit, wanted: wanted.toFixed(), lacking: lacking.toFixed() };
}

function pickAll(
  wanted: readonly Wanted[],
  stock: Awaited<ReturnType<typeof lockStockOf>>,
  mode: "all" | "available",
): Outcome<
  {
    readonly parts: readonly { material: Material; pick: StockPick; released: Decimal }[];
    readonly reservations: readonly OrderReservation[];
    readonly shortages: readonly Shortage[];
  },
  "MATERIAL_SHORT"
> {
  const free = new Map(stock.free.map((row) => [row.itemId, row.free]));
  const there = stock.there.map((row) => ({ ...row }));
  const reservations = new Map(stock.reserved.map((row) => [row.id, row]));
  const parts: { material: Material; pick: StockPick; released: Decimal }[] = [];
  const shortages: Shortage[] = [];
  for (const [index, { material, quantity, placeId, lotId }] of wanted.entries()) {
    const own = [...reservations.values()].find((row) => row.itemId === material.itemId);
    const freeNow = (free.get(material.itemId) ?? new Decimal(0)).plus(own?.allocated ?? 0);
    const sources = there
      .filter(
        (row) =>
          row.itemId === material.itemId && (!placeId || row.placeId === placeId) && (!lotId || row.lotId === lotId),
      )
      .sort((a, b) => Number(b.placeId === material.defaultPlaceId) - Number(a.placeId === material.defaultPlaceId));
    const { picks, lacking } = pickStock(sources, quantity, freeNow);
    if (lacking.greaterThan(0)) {
      if (mode === "all")
        return refuse(
          "MATERIAL_SHORT",
          {
            item: material.itemCode,
            available: quantity.minus(lacking).toFixed(),
            wanted: quantity.toFixed(),
            unit: material.unit,
          },
          `lines.${index}.quantity`,
        );
      shortages.push(toShortage(material, quantity, lacking));
    }
    let allocated = own?.allocated ?? new Decimal(0);
    let taken = new Decimal(0);
    for (const pick of picks) {
      const released = Decimal.min(allocated, pick.quantity);
      allocated = allocated.minus(released);
      taken = taken.plus(pick.quantity);
      parts.push({ material, pick, released });
      const source = there.find(
        (row) => row.itemId === material.itemId && row.placeId === pick.placeId && row.lotId === pick.lotId,
      )!;
      (source as { quantity: Decimal }).quantity = source.quantity.minus(pick.quantity);
    }
    if (own)
      reservations.set(own.id, { ...own, allocated, quantity: Decimal.max(own.quantity.minus(taken), allocated) });
    const fromFree = taken.minus((own?.allocated ?? new Decimal(0)).minus(allocated));
    free.set(material.itemId, (free.get(material.itemId) ?? new Decimal(0)).minus(fromFree));
  }
  const changed = [...reservations.values()].filter((row) => {
    const before = stock.reserved.find((one) => one.id === row.id)!;
    return !before.quantity.equals(row.quantity) || !before.allocated.equals(row.allocated);
  });
  return ok({ parts, reservations: changed, shortages });
}

/** Brings material back from an order into stock, at the average it went in with. */
export async function returnMaterial(
  tx: Tx,
  workOrderId: string,
  lines: readonly { readonly lineNumber: number; readonly quantity: Decimal; readonly placeId?: string }[],
  movedOn: PlainDate,
): Promise<Outcome<{ readonly costYen: bigint }, IssueRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  if (file.order.state === "closed" || file.order.state === "cancelled")
    return refuse("WORK_ORDER_STATE", { state: file.order.state });
  const returned = await bringBack(tx, file, lines, movedOn);
  if (!returned.ok) return returned;
  await settleAll([
    audit(tx, [
      {
        command: "production.issueReturned",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { costYen: returned.value.costYen.toString() },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return returned;
}

/** The moves, values and books of a return, for an order that is locked. */
export async function bringBack(
  tx: Tx,
  file: WorkOrderFile,
  lines: readonly { readonly lineNumber: number; readonly quantity: Decimal; readonly placeId?: string }[],
  movedOn: PlainDate,
): Promise<Outcome<{ readonly costYen: bigint }, IssueRefusal>> {
  const [places, issued] = await settleAll([loadOwnPlaces(tx), loadIssued(tx, file.order.id)]);
  if (!places.production) return refuse("PLACE_MISSING", { kind: "production" }, "lines");
  const left = new Map(issued);
  const moves: StockMove[] = [];
  const back: { material: Material; quantity: Decimal; costYen: bigint }[] = [];
  for (const [index, line] of lines.entries()) {
    const material = file.materials.find((one) => one.lineNumber === line.lineNumber);
    if (!material) return refuse("LINE_UNKNOWN", undefined, `lines.${index}.lineNumber`);
    const held = left.get(material.itemId) ?? { quantity: new Decimal(0), valueYen: 0n };
    if (line.quantity.greaterThan(Decimal.min(held.quantity, material.issued)))
      return refuse("RETURN_ABOVE_ISSUED", { issued: material.issued.toFixed() }, `lines.${index}.quantity`);
    const costYen = shareReturned(held, line.quantity);
    left.set(material.itemId, { quantity: held.quantity.minus(line.quantity), valueYen: held.valueYen - costYen });
    const source = await lastIssueSource(tx, file.order.id, material.itemId);
    const chosen = line.placeId ? await findPlace(tx, line.placeId) : undefined;
    if (line.placeId && chosen?.kind !== "storage")
      return refuse("PLACE_UNSUITED", undefined, `lines.${index}.placeId`);
    const placeId = chosen?.id ?? source?.placeId ?? material.defaultPlaceId ?? places.storage;
    if (!placeId) return refuse("PLACE_MISSING", { kind: "storage" }, `lines.${index}.placeId`);
    const end = (place: string, placeKind: "storage" | "production"): StockEnd => ({
      companyId: tx.companyId,
      itemId: material.itemId,
      accountRole: stockAccountRole(material.category),
      placeId: place,
      placeKind,
      quantity: line.quantity,
      ...(source?.lotId && { lotId: source.lotId }),
    });
    moves.push({
      id: newId(),
      kind: "return",
      movedOn,
      from: end(places.production, "production"),
      to: end(placeId, "storage"),
      valueInYen: costYen,
      workOrderId: file.order.id,
    });
    back.push({ material, quantity: line.quantity, costYen });
  }
  const moved = await moveStock(tx, moves);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "lines");
  await settleAll([
    changeMaterials(
      tx,
      file.order.id,
      back.map((one) => ({ lineNumber: one.material.lineNumber, issuedChange: one.quantity.negated() })),
    ),
    bookOrderCosts(
      tx,
      back.map((one, index) => ({
        workOrderId: file.order.id,
        kind: "material",
        portion: "material",
        amountYen: -one.costYen,
        sourceId: moves[index]!.id,
        happenedOn: movedOn,
        note: one.material.itemCode,
      })),
    ),
  ]);
  const told = await tellEvents(tx, [
    {
      kind: "material_issue_returned",
      ...eventHead(tx, file, movedOn),
      lines: back.map((one) => ({
        lineId: String(one.material.lineNumber),
        stockRole: stockAccountRole(one.material.category),
        costYen: one.costYen,
      })),
    },
  ]);
  if (!told.ok) return told as Outcome<never, IssueRefusal>;
  return ok({ costYen: back.reduce((sum, one) => sum + one.costYen, 0n) });
}
