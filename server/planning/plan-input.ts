import {
  consumeForecast,
  firmRecords,
  type PlanDemand,
  type PlanInput,
  type PlanItem,
  type PlanReceipt,
  type PlanReservation,
} from "../../domain/planning/index.ts";
import { byProductUpTo } from "../../domain/production/index.ts";
import { USUAL_WEEK } from "../../domain/resources/index.ts";
import { Decimal, decimal, type PlainDate } from "../../domain/shared/index.ts";
import type { ItemRow, PlanRows, RoutingRow } from "./plan-input.store.ts";

/**
 * A company's rows as the calculation takes them: what is firm, what is bound to an order, what the forecast still asks for.
 *
 * @param known all items, where the rows are those of some
 */
export function planInputOf(
  rows: PlanRows,
  planFrom: PlainDate,
  horizonDays: number,
  known?: readonly PlanItem[],
): PlanInput {
  const demands = demandsOf(rows, planFrom);
  const sold = soldLines(demands, rows);
  const routings = routingsOf(rows.routing);
  const calendars = rows.calendars.length > 0 ? rows.calendars : [{ id: "usual", ...USUAL_WEEK }];
  // A subcontractor that is simply ordered from brings its own material.
  const brought = new Set(
    (known ?? rows.items).filter((row) => row.supply === "subcontract" && !routings.has(row.id)).map((row) => row.id),
  );
  const items = rows.items.map((row) => itemOf(row, routings.get(row.id), brought.has(row.id)));
  const bomLines =
    brought.size === 0
      ? rows.bomLines
      : rows.bomLines.filter((line) => line.isSuccessor || !brought.has(line.parentItemId));
  const firm = firmRecords(rows.firm, known ?? items, bomLines);
  return {
    planFrom,
    horizonDays,
    units: rows.units,
    unitConversions: [],
    calendars: calendars.map((calendar) => ({ id: calendar.id, calendar })),
    companyCalendarId: calendars[0]!.id,
    items,
    bomLines,
    receipts: [...receiptsOf(rows, sold), ...firm.receipts],
    demands: [...demands, ...firm.demands],
    reservations: reservationsOf(rows, demands, sold),
    requests: rows.requests,
  };
}

type Sold = ReadonlyMap<string, PlanDemand>;

/** Sold lines by their key, of those trades that work orders or stock are bound to. */
function soldLines(demands: readonly PlanDemand[], { reserved, workOrders }: PlanRows): Sold {
  const trades = new Set([...reserved, ...workOrders].map((row) => row.tradeId));
  const sold = new Map<string, PlanDemand>();
  for (const demand of demands)
    if ((demand.kind === "sales" || demand.kind === "step") && trades.has(demand.id))
      sold.set(lineKey(demand.id, demand.line), demand);
  return sold;
}

function lineKey(id: string, line: number | null): string {
  return `${id}/${line}`;
}

interface Routing {
  /** What is left of a piece after all operations; production reckons the same way when an order is released. */
  readonly yield: Decimal;
  /** Of the works of its first operation; lead times are counted in its days. */
  readonly calendarId: string | null;
}

function routingsOf(rows: readonly RoutingRow[]): ReadonlyMap<string, Routing> {
  const routings = new Map<string, Routing>();
  for (const row of rows) {
    const known = routings.get(row.itemId);
    const share = afterOperation(known?.yield ?? decimal(1), row.yield);
    routings.set(row.itemId, { yield: share, calendarId: known ? known.calendarId : row.calendarId });
  }
  return routings;
}

function afterOperation(share: Decimal, operationYield: string): Decimal {
  return share.times(operationYield).toDecimalPlaces(6, Decimal.ROUND_DOWN);
}

/** Good out of started, as planning reckons: what an own routing leaves, else what the item says. */
export function yieldOf(
  item: { readonly supply: ItemRow["supply"]; readonly yield: string },
  operationYields: readonly string[],
): Decimal {
  const left = item.supply === "buy" ? decimal(1) : operationYields.reduce(afterOperation, decimal(1));
  return left.lessThan(1) ? left : decimal(item.yield);
}

/** An item that is no longer used is planned where something still asks for it, but nothing is kept in store of it. */
function itemOf(row: ItemRow, routing: Routing | undefined, isBrought: boolean): PlanItem {
  const own = row.supply === "buy" ? undefined : routing;
  return {
    id: row.id,
    code: row.code,
    supply: row.supply,
    unit: row.unit,
    leadTimeDays: row.leadTimeDays,
    calendarId: own?.calendarId ?? null,
    safetyStock: row.isActive && row.isStocked ? row.safetyStock : "0",
    lotRule: row.lotRule,
    lotFixed: row.lotFixed,
    lotPeriodDays: row.lotPeriodDays,
    lotMinimum: row.lotMinimum,
    lotMaximum: row.lotMaximum,
    lotMultiple: row.lotMultiple,
    ...(row.setupCostYen !== null && { setupCostYen: row.setupCostYen }),
    ...(row.holdingCostYenPerYear !== null && { holdingCostYenPerYear: row.holdingCostYenPerYear }),
    isPhantom: row.isPhantom,
    fenceDays: row.fenceDays,
    yield: own?.yield.lessThan(1) ? own.yield.toString() : row.yield,
    isOrderBound: row.isOrderBound,
    onHand: row.onHand,
    partnerId: row.partnerId,
    needsNoMaterial: row.category === "processing" || isBrought,
  };
}

function demandsOf(rows: PlanRows, planFrom: PlainDate): PlanDemand[] {
  const sales = rows.sales.map(
    ({ id, line, itemId, quantity, neededOn, chainId, isOrigin }): PlanDemand => ({
      // What the window's customer ordered is an order like any other; what a member sells on along the chain is a step.
      kind: chainId !== null && !isOrigin ? "step" : "sales",
      id,
      line,
      itemId,
      quantity,
      neededOn,
      orderKey: chainId,
    }),
  );
  const materials = rows.materials.map(
    ({ chainId, ...row }): PlanDemand => ({ ...row, kind: "work_order", orderKey: chainId }),
  );
  const held = rows.heldSupply.map((row): PlanDemand => ({ ...row, kind: "promise", orderKey: null }));
  return [...sales, ...materials, ...held, ...consumeForecast(rows.forecasts, rows.ordered, planFrom)];
}

function receiptsOf(rows: PlanRows, sold: Sold): PlanReceipt[] {
  const purchases = rows.purchases.map(
    ({ chainId, ...row }): PlanReceipt => ({
      ...row,
      kind: chainId === null ? "purchase" : "step",
      orderKey: chainId,
    }),
  );
  const processed = rows.processedGoods.map(
    ({ chainId, ...row }): PlanReceipt => ({ ...row, kind: "step", orderKey: chainId }),
  );
  const made = rows.workOrders.map(({ chainId, tradeId, tradeLine, ...row }): PlanReceipt => {
    // Made for a sold line, it is bound as that line is.
    const line = tradeId === null ? undefined : sold.get(lineKey(tradeId, tradeLine));
    return { ...row, kind: "work_order", line: null, orderKey: line ? line.orderKey : chainId };
  });
  return [...purchases, ...processed, ...made, ...byProductsOf(rows)];
}

/** What an open order brings beside its item, for anyone, when it is due. */
function byProductsOf({ byProducts }: PlanRows): PlanReceipt[] {
  return byProducts.flatMap(({ id, line, itemId, dueOn, unitDecimals, ...row }) => {
    const of = {
      per: decimal(row.per),
      unitDecimals,
      started: decimal(row.started),
      quantity: decimal(row.quantity),
    };
    const comes = byProductUpTo(of, of.quantity, true).minus(byProductUpTo(of, decimal(row.completed), false));
    const quantity = comes.toFixed();
    return comes.greaterThan(0)
      ? [{ kind: "work_order", id, line, itemId, quantity, dueOn, orderKey: null, isByProduct: true } as const]
      : [];
  });
}

/** Stock that is set aside goes to what it was set aside for; where planning does not see that, it is only not available. */
function reservationsOf(rows: PlanRows, demands: readonly PlanDemand[], sold: Sold): PlanReservation[] {
  const material = new Map<string, PlanDemand>();
  for (const demand of demands) {
    if (demand.kind !== "work_order") continue;
    const key = `${demand.id}/${demand.itemId}`;
    if (!material.has(key)) material.set(key, demand);
  }
  const reserved = rows.reserved.map(({ itemId, quantity, tradeId, tradeLine, workOrderId }): PlanReservation => {
    const found = tradeId ? sold.get(lineKey(tradeId, tradeLine)) : material.get(`${workOrderId}/${itemId}`);
    const isSame = found?.itemId === itemId;
    return {
      itemId,
      quantity,
      demand: isSame ? { kind: found.kind, id: found.id, line: found.line } : null,
      orderKey: isSame ? found.orderKey : null,
    };
  });
  return [...reserved, ...standingFor(rows, reserved)];
}

/** What came or was made for a chain stands for it, whether somebody reserved it or not: else it would be asked for again. */
function standingFor(rows: PlanRows, reserved: readonly PlanReservation[]): PlanReservation[] {
  return rows.standing.flatMap(({ itemId, chainId, quantity }) => {
    const already = reserved
      .filter((row) => row.itemId === itemId && row.orderKey === chainId)
      .reduce((sum, row) => sum.plus(row.quantity), new Decimal(0));
    const left = decimal(quantity).minus(already);
    return left.greaterThan(0) ? [{ itemId, quantity: left.toFixed(), demand: null, orderKey: chainId }] : [];
  });
}
