import { type StockEnd, type StockMove, stockAccountRole } from "../../domain/inventory/index.ts";
import {
  abnormalScrap,
  byProductUpTo,
  completionCost,
  equivalentOpen,
  isWorkable,
} from "../../domain/production/index.ts";
import {
  type BusinessEvent,
  Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
  roundYen,
} from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { loadByProducts } from "./explosion.store.ts";
import { bookOrderCosts, loadHeldCost, type NewOrderCost } from "./order-cost.store.ts";
import { eventHead, tellEvents } from "./order-event.ts";
import { allocateOutput, findPlace, findStockItem, loadOwnPlaces, makeOutputLot } from "./order-stock.store.ts";
import { loadInspected } from "./report.store.ts";
import { changeOperations, changeWorkOrder, lockWorkOrder, type WorkOrderFile } from "./work-order.store.ts";

export interface CompleteInput {
  readonly quantity: Decimal;
  readonly completedOn: PlainDate;
  readonly lotCode?: string;
  readonly placeId?: string;
  /** Nothing more will come: these pieces take all the order holds. */
  readonly isFinal?: boolean;
  /** Scrap of worth that goes into stock; its worth lessens the order's cost. */
  readonly recovered?: readonly { readonly itemId: string; readonly quantity: Decimal; readonly valueYen: bigint }[];
}

export type CompleteRefusal =
  | "NOT_FOUND"
  | "WORK_ORDER_STATE"
  | "QUANTITY_ABOVE_READY"
  | "INSPECTION_OPEN"
  | "PLACE_MISSING"
  | "PLACE_UNSUITED"
  | "ITEM_UNKNOWN"
  | "RECOVERED_ABOVE_COST"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

export interface Completed {
  readonly costYen: bigint;
  readonly lossYen: bigint;
  readonly allocated: Decimal;
}

/** Puts good pieces of the last operation into stock, at the cost they take out of the order. */
export async function completeWorkOrder(
  tx: Tx,
  workOrderId: string,
  input: CompleteInput,
): Promise<Outcome<Completed, CompleteRefusal>> {
  const file = await lockWorkOrder(tx, workOrderId);
  if (!file) return refuse("NOT_FOUND");
  if (!isWorkable(file.order.state) && file.order.state !== "completed")
    return refuse("WORK_ORDER_STATE", { state: file.order.state });
  const done = await takeOutput(tx, file, input);
  if (!done.ok) return done;
  await settleAll([
    audit(tx, [
      {
        command: "production.completed",
        subjectKind: "work_order",
        subjectId: workOrderId,
        details: { quantity: input.quantity.toFixed(), costYen: done.value.costYen.toString() },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: workOrderId }]),
  ]);
  return done;
}

/** Good pieces of the last operation that are not yet in stock, and of them those that may go there. */
export async function readyToComplete(tx: Tx, file: WorkOrderFile): Promise<{ ready: Decimal; released: Decimal }> {
  const last = file.operations.at(-1)!;
  const ready = Decimal.max(last.good.minus(file.order.completed), 0);
  if (!needsFinalInspection(file)) return { ready, released: ready };
  const inspected = await loadInspected(tx, file.order.id);
  return { ready, released: Decimal.min(ready, Decimal.max(inspected.accepted.minus(file.order.completed), 0)) };
}

export function needsFinalInspection(file: WorkOrderFile): boolean {
  return (
    file.order.category !== "processing" && (file.order.needsInspection || file.operations.at(-1)!.needsInspection)
  );
}

/** The moves, values and books of a completion, for an order that is locked and whose operations are current. */
export async function takeOutput(
  tx: Tx,
  file: WorkOrderFile,
  input: CompleteInput,
): Promise<Outcome<Completed, CompleteRefusal>> {
  const { order, operations } = file;
  const { ready, released } = await readyToComplete(tx, file);
  if (input.quantity.greaterThan(ready)) return refuse("QUANTITY_ABOVE_READY", { ready: ready.toFixed() }, "quantity");
  if (input.quantity.greaterThan(released))
    return refuse("INSPECTION_OPEN", { passed: released.toFixed() }, "quantity");
  const completed = order.completed.plus(input.quantity);
  const last = operations.at(-1)!;
  const isLast =
    input.isFinal === true ||
    completed.greaterThanOrEqualTo(order.quantity) ||
    (last.state === "done" && completed.equals(last.good));
  // What was never the maker's own has no place in its stock: the cost stays in work until the customer accepts.
  if (order.category === "processing") {
    await finishOrder(tx, file, completed, isLast);
    return ok({ costYen: 0n, lossYen: 0n, allocated: new Decimal(0) });
  }
  const recoveredToo = { ...input, recovered: input.recovered ?? (await byProductsOf(tx, file, input, isLast)) };
  const costed = await costOutput(tx, file, recoveredToo, isLast);
  if (!costed.ok) return costed;
  const { cost, recoveredYen } = costed.value;
  const built = await outputMoves(tx, file, recoveredToo, cost.materialYen + cost.conversionYen);
  if (!built.ok) return built;
  const { moves, recovered } = built.value;
  const moved = await moveStock(tx, moves);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "quantity");
  const booked = (kind: NewOrderCost["kind"], portion: NewOrderCost["portion"], yen: bigint): NewOrderCost => ({
    workOrderId: order.id,
    kind,
    portion,
    amountYen: -yen,
    sourceId: moves[0]!.id,
    happenedOn: input.completedOn,
  });
  const allocated =
    order.tradeId && order.tradeLineNumber
      ? await allocateOutput(
          tx,
          { itemId: order.itemId, tradeId: order.tradeId, tradeLineNumber: order.tradeLineNumber },
          input.quantity,
        )
      : null;
  await bookOrderCosts(tx, [
    booked("output", "material", cost.materialYen),
    booked("output", "conversion", cost.conversionYen),
    booked("loss", "material", cost.lossMaterialYen),
    booked("loss", "conversion", cost.lossConversionYen),
    booked("scrap_value", "material", recoveredYen),
  ]);
  await finishOrder(tx, file, completed, isLast);
  const costYen = cost.materialYen + cost.conversionYen;
  const lossYen = cost.lossMaterialYen + cost.lossConversionYen;
  const head = eventHead(tx, file, input.completedOn);
  const events: BusinessEvent[] = [
    {
      kind: "work_order_completed",
      ...head,
      outputs: [{ lineId: "output", stockRole: stockAccountRole(order.category), costYen }],
      scrapValues: recovered,
    },
  ];
  if (lossYen > 0n) events.push({ kind: "scrap_beyond_normal", ...head, lossYen });
  const told = await tellEvents(tx, events);
  if (!told.ok) return told as Outcome<never, CompleteRefusal>;
  return ok({ costYen, lossYen, allocated: allocated ?? new Decimal(0) });
}

/**
 * What the bill says comes out beside these pieces, each at its standard cost: that lessens what the pieces cost. Never at more than the order
 * holds of material. Source: docs/rules/production.md, "By-products".
 */
async function byProductsOf(
  tx: Tx,
  { order, operations }: WorkOrderFile,
  input: CompleteInput,
  isLast: boolean,
): Promise<NonNullable<CompleteInput["recovered"]>> {
  if (order.isRework) return [];
  const found = await loadByProducts(tx, order.itemId, order.startOn);
  if (found.length === 0) return [];
  const { materialYen } = await loadHeldCost(tx, order.id);
  let left = materialYen > 0n ? materialYen : 0n;
  return found.flatMap(({ itemId, standardCost, ...line }) => {
    const of = { ...line, started: operations[0]!.plannedQuantity, quantity: order.quantity };
    const before = byProductUpTo(of, order.completed, false);
    const quantity = byProductUpTo(of, order.completed.plus(input.quantity), isLast).minus(before);
    if (!quantity.greaterThan(0)) return [];
    let valueYen = roundYen(quantity.times(standardCost), "down");
    if (valueYen > left) valueYen = left;
    left -= valueYen;
    return [{ itemId, quantity, valueYen }];
  });
}

async function costOutput(tx: Tx, file: WorkOrderFile, input: CompleteInput, isLast: boolean) {
  const { order, operations, materials } = file;
  const held = await loadHeldCost(tx, order.id);
  const recoveredYen = (input.recovered ?? []).reduce((sum, one) => sum + one.valueYen, 0n);
  if (recoveredYen > held.materialYen)
    return refuse("RECOVERED_ABOVE_COST", { held: held.materialYen.toString() }, "recovered");
  const minutes = operations.filter((one) => one.runMinutesPerUnit.greaterThan(0)).map((one) => one.runMinutesPerUnit);
  const average =
    minutes.length === 0
      ? decimal(1)
      : minutes.reduce((sum, one) => sum.plus(one), decimal(0)).dividedBy(minutes.length);
  const open = equivalentOpen({
    expectedQuantity: Decimal.max(order.quantity, operations.at(-1)!.good),
    completedQuantity: order.completed,
    goodQuantity: input.quantity,
    materials: materials.map((one) => ({
      required: one.required,
      issued: one.issued,
      weight: one.required.times(one.standardCost),
    })),
    operations: operations.map((one) => ({
      good: one.good,
      weight: one.runMinutesPerUnit.greaterThan(0) ? one.runMinutesPerUnit : average,
    })),
  });
  const scrapped = operations.reduce((sum, one) => sum.plus(one.scrap), decimal(0));
  const started = order.completed.plus(input.quantity).plus(scrapped);
  const { abnormalQuantity } = abnormalScrap({
    heldYen: 0n,
    startedQuantity: started,
    scrappedQuantity: scrapped,
    normalScrapRate: decimal(1).minus(order.goodRate),
  });
  const cost = completionCost({
    held: { materialYen: held.materialYen - recoveredYen, conversionYen: held.conversionYen },
    goodQuantity: input.quantity,
    isLast,
    openMaterialQuantity: open.material,
    openConversionQuantity: open.conversion,
    abnormalQuantity,
  });
  return ok({ cost, recoveredYen });
}

async function outputMoves(tx: Tx, file: WorkOrderFile, input: CompleteInput, costYen: bigint) {
  const { order } = file;
  const [places, chosen] = await settleAll([
    loadOwnPlaces(tx),
    input.placeId ? findPlace(tx, input.placeId) : undefined,
  ]);
  if (input.placeId && chosen?.kind !== "storage") return refuse("PLACE_UNSUITED", undefined, "placeId");
  const storage = chosen?.id ?? order.placeId ?? order.defaultPlaceId ?? places.storage;
  const { production } = places;
  if (!storage || !production) return refuse("PLACE_MISSING", { kind: storage ? "production" : "storage" }, "placeId");
  const lotId = order.isLotTracked
    ? await makeOutputLot(tx, order, input.lotCode || order.lotCode || order.number, input.completedOn)
    : undefined;
  const move = (
    itemId: string,
    accountRole: StockEnd["accountRole"],
    quantity: Decimal,
    valueInYen: bigint,
    lot?: string,
  ): StockMove => {
    const end = (placeId: string, placeKind: "storage" | "production"): StockEnd => ({
      companyId: tx.companyId,
      itemId,
      accountRole,
      placeId,
      placeKind,
      quantity,
      ...(lot && { lotId: lot }),
    });
    return {
      id: newId(),
      kind: "output",
      movedOn: input.completedOn,
      from: end(production, "production"),
      to: end(storage, "storage"),
      valueInYen,
      workOrderId: order.id,
    };
  };
  const moves = [move(order.itemId, stockAccountRole(order.category), input.quantity, costYen, lotId)];
  const recovered = [];
  for (const [index, part] of (input.recovered ?? []).entries()) {
    const item = await findStockItem(tx, part.itemId);
    if (!item) return refuse("ITEM_UNKNOWN", { item: part.itemId }, `recovered.${index}.itemId`);
    const stockRole = stockAccountRole(item.category);
    const partLot = item.isLotTracked
      ? await makeOutputLot(
          tx,
          { id: order.id, itemId: item.id },
          input.lotCode || order.lotCode || order.number,
          input.completedOn,
        )
      : undefined;
    moves.push(move(item.id, stockRole, part.quantity, part.valueYen, partLot));
    // What is worth nothing moves in stock and not in the books.
    if (part.valueYen === 0n) continue;
    recovered.push({ lineId: `scrap${index + 1}`, stockRole, costYen: part.valueYen });
  }
  return ok({ moves, recovered });
}

async function finishOrder(tx: Tx, file: WorkOrderFile, completed: Decimal, isLast: boolean): Promise<void> {
  const open = isLast ? file.operations.filter((one) => one.state !== "done") : [];
  await settleAll([
    changeWorkOrder(tx, file.order.id, {
      completed,
      ...(isLast ? { state: "completed" as const, progressShare: decimal(1) } : {}),
      ...(!isLast && file.order.state === "released" ? { state: "started" as const } : {}),
    }),
    changeOperations(
      tx,
      file.order.id,
      open.map((one) => ({ operationNumber: one.operationNumber, state: "done" as const })),
    ),
  ]);
}
