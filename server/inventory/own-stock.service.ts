import {
  type AdjustInput,
  type PlaceKind,
  type StockEnd,
  type StockMove,
  stockAccountRole,
  type TransferInput,
} from "../../domain/inventory/index.ts";
import {
  type BusinessEvent,
  Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
  type StockRole,
} from "../../domain/shared/index.ts";
import { announce, audit, newId, settleAll, type Tx, tell } from "../platform/index.ts";
import { moveStock } from "./move-stock.service.ts";
import {
  ensureLots,
  findPlaces,
  findStockItems,
  lockReservation,
  lotIdOf,
  type OwnPlace,
  placeOfKind,
  type StockItem,
  saveAllocation,
} from "./own-stock.store.ts";
import { loadAverageCosts } from "./stock-list.store.ts";

export type OwnStockRefusal =
  | "ITEM_UNKNOWN"
  | "ITEM_INACTIVE"
  | "PLACE_UNKNOWN"
  | "PLACE_NOT_FOR_STOCK"
  | "SAME_PLACE"
  | "LOT_MISSING"
  | "QUANTITY_ZERO"
  | "QUANTITY_FINER_THAN_UNIT"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PLACE_MISSING"
  | "RESERVATION_UNKNOWN"
  | "ALLOCATION_ABOVE_FREE"
  | "ALLOCATION_ABOVE_ORDER"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

interface Line {
  readonly item: string;
  readonly quantity: string;
  readonly lot?: string | undefined;
}

const REAL: readonly PlaceKind[] = ["storage", "receiving", "at_partner"];

/** Goods go from one own place to another; nothing changes in value. */
export async function transferStock(
  tx: Tx,
  input: TransferInput,
): Promise<Outcome<{ moveIds: string[] }, OwnStockRefusal>> {
  if (input.fromPlaceId === input.toPlaceId) return refuse("SAME_PLACE", undefined, "toPlaceId");
  const places = await findPlaces(tx, [input.fromPlaceId, input.toPlaceId]);
  const from = realPlace(places, input.fromPlaceId, "fromPlaceId");
  if (!from.ok) return from;
  const to = realPlace(places, input.toPlaceId, "toPlaceId");
  if (!to.ok) return to;
  const lines = await resolveLines(tx, input.lines);
  if (!lines.ok) return lines;
  const moves = lines.value.map(
    ({ item, quantity, lotId }): StockMove => ({
      id: newId(),
      kind: "transfer",
      movedOn: input.movedOn,
      from: endOf(tx, item, from.value, quantity, lotId),
      to: endOf(tx, item, to.value, quantity, lotId),
      reason: input.note,
    }),
  );
  return carryOut(tx, moves, "inventory.transferred", () => []);
}

/** Found or missing goods, with the reason: quantity, value and books together. What is found comes in at the moving average, else at the standard cost. */
export async function adjustStock(
  tx: Tx,
  input: AdjustInput,
  standardCost: (itemId: string) => Decimal = () => new Decimal(0),
): Promise<Outcome<{ moveIds: string[] }, OwnStockRefusal>> {
  const places = await findPlaces(tx, [input.placeId]);
  const place = realPlace(places, input.placeId, "placeId");
  if (!place.ok) return place;
  const outside = await placeOfKind(tx, "adjustment");
  if (!outside) return refuse("PLACE_MISSING", undefined, "placeId");
  const lines = await resolveLines(tx, input.lines, true);
  if (!lines.ok) return lines;
  const averages = await loadAverageCosts(
    tx,
    lines.value.map(({ item }) => item.id),
  );
  const moves = lines.value.map(({ item, quantity, lotId }): StockMove => {
    const inward = quantity.greaterThan(0);
    const amount = quantity.abs();
    const at = endOf(tx, item, place.value, amount, lotId);
    const away = endOf(tx, item, outside, amount, lotId);
    const unit = averages.get(item.id) ?? standardCost(item.id);
    return {
      id: newId(),
      kind: "adjustment",
      movedOn: input.movedOn,
      from: inward ? away : at,
      to: inward ? at : away,
      reason: input.reason,
      ...(inward && { valueInYen: BigInt(unit.times(amount).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0)) }),
    };
  });
  return carryOut(tx, moves, "inventory.adjusted", (values) =>
    differenceEvents(tx, moves, values, input.movedOn, input.reason),
  );
}

export interface OpeningLine {
  readonly item: string;
  readonly placeId: string;
  readonly quantity: string;
  readonly valueYen: bigint;
  readonly lot?: string | undefined;
}

/** Stock a company brings along: quantity, value and the opening entry of its books. */
export async function openStock(
  tx: Tx,
  openedOn: PlainDate,
  lines: readonly OpeningLine[],
): Promise<Outcome<{ moveIds: string[] }, OwnStockRefusal>> {
  const [places, outside] = await settleAll([
    findPlaces(tx, [...new Set(lines.map((line) => line.placeId))]),
    placeOfKind(tx, "opening"),
  ]);
  if (!outside) return refuse("PLACE_MISSING", undefined, "placeId");
  for (const [index, line] of lines.entries()) {
    const place = realPlace(places, line.placeId, `lines.${index}.place`);
    if (!place.ok) return place;
  }
  const resolved = await resolveLines(tx, lines);
  if (!resolved.ok) return resolved;
  const moves = resolved.value.map(
    ({ item, quantity, lotId }, index): StockMove => ({
      id: newId(),
      kind: "opening",
      movedOn: openedOn,
      from: endOf(tx, item, outside, quantity, lotId),
      to: endOf(tx, item, places.get(lines[index]!.placeId)!, quantity, lotId),
      valueInYen: lines[index]!.valueYen,
    }),
  );
  return carryOut(tx, moves, "inventory.opened", () => {
    const byRole = new Map<StockRole, bigint>();
    for (const move of moves)
      byRole.set(move.to.accountRole, (byRole.get(move.to.accountRole) ?? 0n) + (move.valueInYen ?? 0n));
    const total = [...byRole.values()].reduce((sum, yen) => sum + yen, 0n);
    return [
      {
        kind: "opening",
        companyId: tx.companyId,
        eventOn: openedOn,
        sourceKind: "stock_move",
        sourceId: moves[0]!.id,
        lines: [
          ...[...byRole].map(([role, amountYen]) => ({ role, amountYen })),
          { role: "openingBalance", amountYen: -total },
        ],
      },
    ];
  });
}

/** Promises free stock to a reservation. Two people promising the last piece wait for each other; the second hears what is left. */
export async function allocate(
  tx: Tx,
  reservationId: string,
  quantity?: Decimal,
): Promise<Outcome<{ id: string; quantity: Decimal; allocated: Decimal }, OwnStockRefusal>> {
  const locked = await lockReservation(tx, reservationId);
  if (locked?.reservation.state !== "open") return refuse("RESERVATION_UNKNOWN", undefined, "id");
  const { reservation, free } = locked;
  const open = reservation.quantity.minus(reservation.allocated);
  const wanted = quantity ?? Decimal.min(open, Decimal.max(free, 0));
  if (wanted.greaterThan(open)) return refuse("ALLOCATION_ABOVE_ORDER", { open: open.toFixed() }, "quantity");
  if (wanted.greaterThan(free) || (quantity === undefined && !wanted.greaterThan(0) && open.greaterThan(0)))
    return refuse("ALLOCATION_ABOVE_FREE", { free: Decimal.max(free, 0).toFixed() }, "quantity");
  const allocated = reservation.allocated.plus(wanted);
  await saveAllocation(tx, reservation, allocated);
  await announce(tx, [{ kind: "inventory.reservation", subjectId: reservation.id }]);
  return ok({ id: reservation.id, quantity: reservation.quantity, allocated });
}

/** Gives promised stock free again. */
export async function releaseAllocation(
  tx: Tx,
  reservationId: string,
): Promise<Outcome<{ id: string; quantity: Decimal; allocated: Decimal }, OwnStockRefusal>> {
  const locked = await lockReservation(tx, reservationId);
  if (!locked) return refuse("RESERVATION_UNKNOWN", undefined, "id");
  await saveAllocation(tx, locked.reservation, new Decimal(0));
  await announce(tx, [{ kind: "inventory.reservation", subjectId: reservationId }]);
  return ok({ id: reservationId, quantity: locked.reservation.quantity, allocated: new Decimal(0) });
}

function realPlace(
  places: ReadonlyMap<string, OwnPlace>,
  id: string,
  field: string,
): Outcome<OwnPlace, OwnStockRefusal> {
  const place = places.get(id);
  if (!place?.isActive) return refuse("PLACE_UNKNOWN", undefined, field);
  return REAL.includes(place.kind) ? ok(place) : refuse("PLACE_NOT_FOR_STOCK", { place: place.code }, field);
}

interface ResolvedLine {
  readonly item: StockItem;
  readonly quantity: Decimal;
  readonly lotId: string;
}

async function resolveLines(
  tx: Tx,
  lines: readonly Line[],
  signed = false,
): Promise<Outcome<ResolvedLine[], OwnStockRefusal>> {
  const items = await findStockItems(
    tx,
    lines.map((line) => line.item),
  );
  const refusals = lines.flatMap((line, index): Refusal<OwnStockRefusal>[] => {
    const item = items.get(line.item);
    if (!item) return [{ code: "ITEM_UNKNOWN", values: { item: line.item }, field: `lines.${index}.item` }];
    if (!item.isActive) return [{ code: "ITEM_INACTIVE", values: { item: line.item }, field: `lines.${index}.item` }];
    const quantity = decimal(line.quantity);
    if (quantity.isZero() || (!signed && quantity.isNegative()))
      return [{ code: "QUANTITY_ZERO", field: `lines.${index}.quantity` }];
    if (quantity.decimalPlaces() > item.decimals)
      return [
        {
          code: "QUANTITY_FINER_THAN_UNIT",
          values: { unit: item.unit, decimals: item.decimals },
          field: `lines.${index}.quantity`,
        },
      ];
    return item.isLotTracked && !line.lot
      ? [{ code: "LOT_MISSING", values: { item: line.item }, field: `lines.${index}.lot` }]
      : [];
  });
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const lots = await ensureLots(
    tx,
    lines.flatMap((line) => (line.lot ? [{ itemId: items.get(line.item)!.id, code: line.lot }] : [])),
  );
  return ok(
    lines.map((line) => ({
      item: items.get(line.item)!,
      quantity: decimal(line.quantity),
      lotId: lotIdOf(lots, items.get(line.item)!.id, line.lot),
    })),
  );
}

function endOf(tx: Tx, item: StockItem, place: OwnPlace, quantity: Decimal, lotId: string): StockEnd {
  return {
    companyId: tx.companyId,
    itemId: item.id,
    accountRole: stockAccountRole(item.category),
    placeId: place.id,
    placeKind: place.kind,
    quantity,
    lotId,
  };
}

function differenceEvents(
  tx: Tx,
  moves: readonly StockMove[],
  costYen: ReadonlyMap<string, bigint>,
  eventOn: PlainDate,
  description: string,
): BusinessEvent[] {
  return [
    {
      kind: "count_difference",
      companyId: tx.companyId,
      eventOn,
      sourceKind: "stock_move",
      sourceId: moves[0]!.id,
      description,
      lines: moves.map((move, index) => ({
        lineId: `${index + 1}`,
        stockRole: move.from.accountRole,
        differenceYen: move.valueInYen ?? -(costYen.get(move.id) ?? 0n),
      })),
    },
  ];
}

async function carryOut(
  tx: Tx,
  moves: readonly StockMove[],
  command: string,
  events: (costYen: ReadonlyMap<string, bigint>) => BusinessEvent[],
): Promise<Outcome<{ moveIds: string[] }, OwnStockRefusal>> {
  const moved = await moveStock(tx, moves);
  if (!moved.ok) {
    const [refusal] = moved.refusals;
    return refuse(refusal.code, refusal.values, (refusal.field ?? "").replace("moves.", "lines."));
  }
  const told = await tell(tx, events(moved.value.costYen));
  if (!told.ok) return told as Outcome<never, OwnStockRefusal>;
  await settleAll([
    audit(tx, [
      { command, subjectKind: "stock_move", subjectId: moves[0]?.id ?? null, details: { moves: moves.length } },
    ]),
    announce(tx, [{ kind: "inventory.moved", subjectId: moves[0]?.id ?? null }]),
  ]);
  return ok({ moveIds: moves.map((move) => move.id) });
}
