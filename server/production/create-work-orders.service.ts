import {
  type ExplodedOperation,
  explodeOrder,
  isBeyondStore,
  normalScrapRate,
  planDates,
  type StandIn,
  withStandIns,
} from "../../domain/production/index.ts";
import {
  addDays,
  Decimal,
  daysBetween,
  decimal,
  MOST_QUANTITY,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { announce, audit, newId, nextNumbers, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { loadMadeItems, loadSoldLines, loadStandIns, type MadeItem, type SoldLine } from "./explosion.store.ts";
import {
  changeOperations,
  findWorkOrder,
  insertWorkOrders,
  lockWorkOrder,
  type NewWorkOrder,
  type Operation,
  type OperationChange,
  type WorkOrder,
} from "./work-order.store.ts";
import { replaceParts } from "./work-order-parts.store.ts";

/** One order to be made. */
export interface WorkOrderInput {
  readonly itemId: string;
  /** Good pieces wanted. Either this, or the pieces to start with, as a planned order of MRP says. */
  readonly quantity?: Decimal;
  readonly startQuantity?: Decimal;
  readonly startOn?: PlainDate;
  readonly dueOn: PlainDate;
  /** The sold line it is made for: its output goes to that line's reservation, its progress is that line's. */
  readonly tradeId?: string;
  readonly tradeLineNumber?: number;
  /** Its sold line waits for members of its chain; what they do is ordered already. */
  readonly isBeforeConfirmation?: boolean;
  readonly chainId?: string;
  readonly lotCode?: string;
  readonly note?: string;
}

export type CreateRefusal =
  | "ITEM_NOT_FOUND"
  | "ITEM_INACTIVE"
  | "ITEM_NOT_MADE"
  | "NO_ROUTING"
  | "NO_BILL"
  | "START_YIELDS_NOTHING"
  | "QUANTITY_NOT_POSITIVE"
  | "QUANTITY_TOO_FINE"
  | "QUANTITY_BEYOND_MOST"
  | "ORDER_BEYOND_STORE"
  | "DATES_REVERSED"
  | "TRADE_LINE_UNKNOWN"
  | "TRADE_LINE_OTHER_ITEM"
  | "TRADE_LINE_NOT_CONFIRMED";

export interface CreatedWorkOrder {
  readonly id: string;
  readonly number: string;
}

/**
 * Makes planned work orders, all or none: by hand, from sold lines, or from planned orders of MRP. Refusals name their input as
 * `lines.N.…`. What is valid on the start day is exploded into operations and materials.
 *
 * @param today no order starts before it
 * @returns the orders, in the order of the inputs
 */
export async function createWorkOrders(
  tx: Tx,
  inputs: readonly WorkOrderInput[],
  today: PlainDate,
): Promise<Outcome<CreatedWorkOrder[], CreateRefusal>> {
  if (inputs.length === 0) return ok([]);
  const tradeIds = [...new Set(inputs.map((input) => input.tradeId).filter((id) => id !== undefined))];
  const itemIds = [...new Set(inputs.map((input) => input.itemId))];
  const [items, sold, numbers, standIns] = await settleAll([
    loadMadeItems(tx, itemIds),
    tradeIds.length === 0 ? [] : loadSoldLines(tx, tradeIds),
    nextNumbers(tx, "wo", inputs.length),
    loadStandIns(tx, itemIds),
  ]);
  const free = new Map<string, Decimal>();
  const refusals: Refusal<CreateRefusal>[] = [];
  const orders: NewWorkOrder[] = [];
  for (const [index, input] of inputs.entries()) {
    const built = buildOrder(input, items.get(input.itemId), sold, numbers[index]!, today);
    const order = built.ok ? withFreeStock(built.value, standIns, free) : built;
    if (order.ok) orders.push(order.value);
    else
      refusals.push(
        ...order.refusals.map((refusal) => ({
          ...refusal,
          ...(refusal.field !== undefined && {
            field: inputs.length > 1 ? `lines.${index}.${refusal.field}` : refusal.field,
          }),
        })),
      );
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;
  await insertWorkOrders(tx, orders);
  await settleAll([
    audit(
      tx,
      orders.map((order) => ({
        command: "production.created",
        subjectKind: "work_order",
        subjectId: order.id,
        details: { number: order.number },
      })),
    ),
    announce(
      tx,
      orders.map((order) => ({ kind: "production.order", subjectId: order.id })),
    ),
  ]);
  return ok(orders.map(({ id, number }) => ({ id, number })));
}

/** An order's materials with what stands in for them; what stands in may be more pieces than the material. */
function withFreeStock(
  order: NewWorkOrder,
  standIns: ReadonlyMap<string, StandIn>,
  free: Map<string, Decimal>,
): Outcome<NewWorkOrder, "ORDER_BEYOND_STORE"> {
  const materials = withStandIns(order.materials, standIns, free, order.startOn);
  if (isBeyondStore(materials.map(({ required }) => required)))
    return refuse("ORDER_BEYOND_STORE", undefined, "quantity");
  return ok({ ...order, materials });
}

/** What would refuse each of these orders, in the order of the inputs; writes nothing and takes no number. */
export async function checkWorkOrders(
  tx: Tx,
  inputs: readonly WorkOrderInput[],
  today: PlainDate,
): Promise<readonly (readonly Refusal<CreateRefusal>[])[]> {
  if (inputs.length === 0) return [];
  const tradeIds = [...new Set(inputs.map((input) => input.tradeId).filter((id) => id !== undefined))];
  const [items, sold] = await settleAll([
    loadMadeItems(tx, [...new Set(inputs.map((input) => input.itemId))]),
    tradeIds.length === 0 ? [] : loadSoldLines(tx, tradeIds),
  ]);
  return inputs.map((input) => {
    const built = buildOrder(input, items.get(input.itemId), sold, "", today);
    return built.ok ? [] : built.refusals;
  });
}

function buildOrder(
  input: WorkOrderInput,
  item: MadeItem | undefined,
  sold: readonly SoldLine[],
  number: string,
  today: PlainDate,
): Outcome<NewWorkOrder, CreateRefusal> {
  if (!item) return refuse("ITEM_NOT_FOUND", undefined, "itemId");
  if (!item.isActive) return refuse("ITEM_INACTIVE", { item: item.code }, "itemId");
  const line = sold.find((row) => row.tradeId === input.tradeId && row.lineNumber === input.tradeLineNumber);
  if (input.tradeId && !line) return refuse("TRADE_LINE_UNKNOWN", undefined, "tradeLineNumber");
  if (line && line.itemId !== item.id) return refuse("TRADE_LINE_OTHER_ITEM", { item: item.code }, "itemId");
  if (line && line.state !== "confirmed" && !(input.isBeforeConfirmation && line.state === "placed"))
    return refuse("TRADE_LINE_NOT_CONFIRMED", undefined, "tradeLineNumber");
  const exploded = explode(item, input, today);
  if (!exploded.ok) return exploded;
  const { startOn, goodQuantity, operations, materials } = exploded.value;
  return ok({
    id: newId(),
    number,
    itemId: item.id,
    quantity: goodQuantity,
    startOn,
    dueOn: input.dueOn,
    tradeId: input.tradeId ?? null,
    tradeLineNumber: input.tradeLineNumber ?? null,
    chainId: input.chainId ?? line?.chainId ?? null,
    lotCode: input.lotCode ?? "",
    note: input.note ?? "",
    goodRate: new Decimal(1).minus(normalScrapRate(operations.map((one) => one.yield))),
    isRework: false,
    originWorkOrderId: null,
    operations,
    materials: materials.map((material) => ({ ...material, operationNumber: material.operationNumber })),
  });
}

type Dated = ExplodedOperation & { readonly plannedStartOn: PlainDate; readonly plannedFinishOn: PlainDate };

function explode(item: MadeItem, input: Omit<WorkOrderInput, "itemId">, today: PlainDate) {
  if (item.supply === "buy") return refuse("ITEM_NOT_MADE", { item: item.code }, "itemId");
  const given = input.quantity ?? input.startQuantity;
  const field = input.quantity ? "quantity" : "startQuantity";
  if (!given?.greaterThan(0)) return refuse("QUANTITY_NOT_POSITIVE", undefined, field);
  if (given.decimalPlaces() > item.unitDecimals)
    return refuse("QUANTITY_TOO_FINE", { decimals: item.unitDecimals }, field);
  // A planned order, a promise or a chain asks here too, without the shape of a form.
  if (given.greaterThan(MOST_QUANTITY)) return refuse("QUANTITY_BEYOND_MOST", undefined, field);
  const startOn =
    input.startOn ?? startBefore(input.dueOn, Math.max(item.leadTimeDays, routingDays(item, given)), today);
  if (startOn > input.dueOn) return refuse("DATES_REVERSED", { start: startOn, due: input.dueOn }, "dueOn");
  const exploded = explodeOrder({
    wanted: input.quantity ? { goodQuantity: given } : { startQuantity: given },
    on: startOn,
    unitDecimals: item.unitDecimals,
    itemYield: item.yield,
    bomLines: item.bomLines,
    operations: item.operations,
    needsMaterial: item.category !== "processing",
  });
  if (!exploded.ok) {
    const [{ code }] = exploded.refusals;
    return refuse(code, { item: item.code }, code === "ORDER_BEYOND_STORE" ? field : "itemId");
  }
  const dates = planDates(exploded.value.operations, startOn, input.dueOn);
  const operations: Dated[] = exploded.value.operations.map((one, index) => ({ ...one, ...dates[index]! }));
  return ok({ ...exploded.value, startOn, operations });
}

/** Days the operations valid now take by themselves: eight hours a day, and the lead times of partners. */
function routingDays(item: MadeItem, quantity: Decimal): number {
  const own = item.operations
    .filter((one) => !one.subcontractPartnerId && one.validTo === null)
    .reduce((sum, one) => sum.plus(one.setupMinutes).plus(one.runMinutesPerUnit.times(quantity)), decimal(0));
  const outside = item.operations
    .filter((one) => one.subcontractPartnerId && one.validTo === null)
    .reduce((sum, one) => sum + one.subcontractLeadTimeDays, 0);
  return own.dividedBy(480).ceil().toNumber() + outside;
}

/** A day of start that leaves the item's lead time, but not in the past. */
function startBefore(dueOn: PlainDate, leadTimeDays: number, today: PlainDate): PlainDate {
  // Further back than today would be today all the same, and before the calendar begins there is no day.
  const wanted = addDays(dueOn, -Math.min(leadTimeDays, Math.max(0, daysBetween(today, dueOn))));
  const earliest = maxDate(wanted, today);
  return earliest > dueOn ? dueOn : earliest;
}

export interface EditInput {
  readonly version: number;
  readonly quantity: Decimal;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lotCode: string;
  readonly note: string;
}

/** Changes an order that is not released yet; its operations and materials are exploded anew. Later only dates, lot and note move. */
export async function editWorkOrder(
  tx: Tx,
  id: string,
  input: EditInput,
): Promise<
  Outcome<
    WorkOrder,
    CreateRefusal | "NOT_FOUND" | "STALE_VERSION" | "WORK_ORDER_STATE" | "QUANTITY_RELEASED" | "QUANTITY_ORDERED"
  >
> {
  const file = await lockWorkOrder(tx, id);
  const found = requireVersion(file?.order, input.version);
  if (!found.ok) return found;
  const { order, operations } = file!;
  if (order.state === "closed" || order.state === "cancelled" || order.state === "completed")
    return refuse("WORK_ORDER_STATE", { state: order.state });
  if (input.startOn > input.dueOn) return refuse("DATES_REVERSED", { start: input.startOn, due: input.dueOn }, "dueOn");
  const changesQuantity = !input.quantity.equals(order.quantity);
  if (changesQuantity && (order.state !== "planned" || order.isRework))
    return refuse("QUANTITY_RELEASED", undefined, "quantity");
  // What a chain's dispatch ordered of a member for it changes along the chain, with the members' consent.
  const ordered = operations.filter((one) => one.tradeId !== null);
  // What the routing of today does elsewhere leaves these.
  let leftCenters: readonly string[] = [];
  if (changesQuantity && ordered.length > 0) return refuse("QUANTITY_ORDERED", undefined, "quantity");
  if (changesQuantity || (order.state === "planned" && !order.isRework && input.startOn !== order.startOn)) {
    const item = (await loadMadeItems(tx, [order.itemId])).get(order.itemId)!;
    const standIns: ReadonlyMap<string, StandIn> = await loadStandIns(tx, [order.itemId], id);
    const exploded = explode(item, input, input.startOn);
    if (!exploded.ok) return exploded;
    const materials = withStandIns(exploded.value.materials, standIns, new Map(), input.startOn);
    if (isBeyondStore(materials.map(({ required }) => required)))
      return refuse("ORDER_BEYOND_STORE", undefined, "quantity");
    await replaceParts(tx, id, input, { operations: exploded.value.operations, materials });
    await changeOperations(tx, id, [
      ...ordered.map(stillOrdered),
      ...stillAssigned(operations, exploded.value.operations),
    ]);
    leftCenters = operations.flatMap((one) => one.atWorkCenterId ?? []);
  } else {
    const dates = planDates(
      operations.map((one) => ({ ...one, subcontractLeadTimeDays: 0 })),
      input.startOn,
      input.dueOn,
    );
    await replaceParts(tx, id, input, {
      dates: operations.map((one, index) => ({ operationNumber: one.operationNumber, ...dates[index]! })),
    });
  }
  await settleAll([
    audit(tx, [
      {
        command: "production.edited",
        subjectKind: "work_order",
        subjectId: id,
        details: { quantity: input.quantity.toFixed(), dueOn: input.dueOn },
      },
    ]),
    announce(tx, [
      { kind: "production.order", subjectId: id },
      ...[...new Set(leftCenters)].map((subjectId) => ({ kind: "workload", subjectId })),
    ]),
  ]);
  return ok((await findWorkOrder(tx, id))!.order);
}

/** An operation exploded anew is still ordered by the trade that stood on it. */
function stillOrdered({ operationNumber, tradeId, tradeLineNumber, subcontractPartnerId }: Operation): OperationChange {
  return {
    operationNumber,
    tradeId: tradeId!,
    tradeLineNumber: tradeLineNumber!,
    ...(subcontractPartnerId && { partnerId: subcontractPartnerId }),
  };
}

/** Where an operation is done does not hang on quantity or days: exploded anew it stays there, if the routing still names the same work centre. */
function stillAssigned(
  before: readonly Operation[],
  after: readonly Pick<Operation, "operationNumber" | "workCenterId">[],
): OperationChange[] {
  return before.flatMap(({ operationNumber, workCenterId, assignedWorkCenterId, timeFactor }) =>
    assignedWorkCenterId !== null &&
    after.some((one) => one.operationNumber === operationNumber && one.workCenterId === workCenterId)
      ? [{ operationNumber, assignment: { assignedWorkCenterId, timeFactor } }]
      : [],
  );
}

export interface ReworkInput {
  readonly quantity: Decimal;
  readonly dueOn: PlainDate;
  readonly note?: string;
  readonly operations: readonly {
    readonly name: string;
    readonly workCenterId: string;
    readonly setupMinutes?: Decimal;
    readonly runMinutesPerUnit?: Decimal;
  }[];
}

/** An order that works finished pieces over: they are issued to it from stock like material and come back as the same item. */
export async function createRework(
  tx: Tx,
  originId: string,
  input: ReworkInput,
  today: PlainDate,
): Promise<Outcome<CreatedWorkOrder, "NOT_FOUND" | "QUANTITY_TOO_FINE" | "DATES_REVERSED" | "REWORK_OF_PROCESSING">> {
  const origin = (await findWorkOrder(tx, originId))?.order;
  if (!origin) return refuse("NOT_FOUND");
  if (origin.category === "processing") return refuse("REWORK_OF_PROCESSING");
  if (input.quantity.decimalPlaces() > origin.unitDecimals)
    return refuse("QUANTITY_TOO_FINE", { decimals: origin.unitDecimals }, "quantity");
  if (input.dueOn < today) return refuse("DATES_REVERSED", { start: today, due: input.dueOn }, "dueOn");
  const [number] = await nextNumbers(tx, "wo", 1);
  const id = newId();
  const steps = input.operations.map((one, index) => ({
    operationNumber: (index + 1) * 10,
    name: one.name,
    workCenterId: one.workCenterId,
    setupMinutes: one.setupMinutes ?? decimal(0),
    runMinutesPerUnit: one.runMinutesPerUnit ?? decimal(0),
    yield: decimal(1),
    needsInspection: false,
    subcontractPartnerId: null,
    subcontractItemId: null,
    subcontractLeadTimeDays: 0,
    plannedQuantity: input.quantity,
  }));
  const dates = planDates(steps, today, input.dueOn);
  await insertWorkOrders(tx, [
    {
      id,
      number: number!,
      itemId: origin.itemId,
      quantity: input.quantity,
      startOn: today,
      dueOn: input.dueOn,
      tradeId: null,
      tradeLineNumber: null,
      chainId: null,
      lotCode: origin.lotCode,
      note: input.note ?? "",
      goodRate: decimal(1),
      isRework: true,
      originWorkOrderId: origin.id,
      operations: steps.map((step, index) => ({ ...step, ...dates[index]! })),
      materials: [{ itemId: origin.itemId, operationNumber: 10, required: input.quantity, isBackflushed: false }],
    },
  ]);
  await settleAll([
    audit(tx, [
      {
        command: "production.reworkCreated",
        subjectKind: "work_order",
        subjectId: id,
        details: { number: number!, origin: origin.number },
      },
    ]),
    announce(tx, [{ kind: "production.order", subjectId: id }]),
  ]);
  return ok({ id, number: number! });
}
