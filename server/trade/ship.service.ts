import {
  type ItemCategory,
  type PlaceKind,
  type StockEnd,
  type StockMove,
  stockAccountRole,
} from "../../domain/inventory/index.ts";
import {
  type BusinessEvent,
  Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { enterCounterparties, newId, nextNumber, settleAll, type Tx, tell } from "../platform/index.ts";
import { insertDelivery, loadLotCodes, type NewDelivery } from "./delivery.store.ts";
import { isStocked, onePair } from "./delivery-lines.ts";
import { loadShipped } from "./progress.store.ts";
import { receive } from "./receive.service.ts";
import { changeReservations, lockReservations } from "./reservation.store.ts";
import { tellBothSides } from "./sides.ts";
import { loadSideFacts, loadTradeLines, loadTrades, type SideFacts, type TradeLineRow } from "./trade.store.ts";

export interface ShipInput {
  readonly shippedOn: PlainDate;
  readonly expectedOn?: PlainDate;
  readonly carrier?: string;
  readonly note?: string;
  /** The delivery of the step before, when the goods go straight on from it (商流 ≠ 物流). */
  readonly directFromId?: string;
  readonly lines: readonly {
    readonly tradeId: string;
    readonly lineNumber: number;
    readonly quantity: Decimal;
    readonly lotId?: string;
    readonly lotCode?: string;
    readonly placeId?: string;
    readonly placeKind?: PlaceKind;
  }[];
}

export type ShipRefusal =
  | "NO_LINES"
  | "TRADE_UNKNOWN"
  | "NOT_ONE_PARTNER"
  | "NOT_SELLER"
  | "LINE_NOT_CONFIRMED"
  | "QUANTITY_ABOVE_OPEN"
  | "QUANTITY_NOT_POSITIVE"
  | "PLACE_MISSING"
  | "LOT_MISSING"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "NOT_ONE_BOOKING"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

export interface Shipped {
  readonly deliveryId: string;
  readonly number: string;
  readonly tradeIds: readonly string[];
  /** Received and accepted with it. */
  readonly isAccepted: boolean;
}

/**
 * Sends goods of one or more trades to one partner: a delivery both sides see, stock from my place into transit (still mine),
 * reservations used up, books told. Services and processing without own goods ship as papers only.
 *
 * Where both agreed that title passes with the shipment, or that one scan hands over (firms in one building), the same command
 * is received and accepted at the buyer too.
 */
export async function ship(tx: Tx, input: ShipInput): Promise<Outcome<Shipped, ShipRefusal>> {
  if (input.lines.length === 0) return refuse("NO_LINES", undefined, "lines");
  const tradeIds = [...new Set(input.lines.map((line) => line.tradeId))].sort();
  // All that does not hang on an answer is asked in one go: round trips cost more than reading.
  const [heads, lines, facts, shipped, lotCodes, reservations, number] = await settleAll([
    loadTrades(tx, tradeIds),
    loadTradeLines(tx, tradeIds, true),
    loadSideFacts(tx, tradeIds),
    loadShipped(tx, tradeIds),
    loadLotCodes(
      tx,
      input.lines.flatMap((line) => (line.lotId ? [line.lotId] : [])),
    ),
    lockReservations(tx, tx.companyId, tradeIds),
    nextNumber(tx, "dn"),
  ]);
  const pair = onePair(tradeIds, heads);
  if (!pair.ok) return pair;
  if (pair.value.sellerId !== tx.companyId) return refuse("NOT_SELLER", undefined, "lines");
  const trades = tradeIds.map((id) => heads.get(id)!);
  const handsOver = trades.some((trade) => trade.isOneStep || trade.bookedAt === "shipment");
  if (handsOver && !trades.every((trade) => trade.isOneStep || trade.bookedAt === "shipment"))
    return refuse("NOT_ONE_BOOKING", undefined, "lines");
  const checked = checkLines(input, lines, shipped);
  if (!checked.ok) return checked;
  const deliveryId = newId();
  const moves: StockMove[] = [];
  const changes = new Map<string, { id: string; quantity: Decimal; allocated: Decimal; state: "open" | "done" }>();
  for (const [index, { wanted, line }] of checked.value.entries()) {
    const own = ownFacts(facts, tx.companyId, line);
    if (!isStocked(own)) continue;
    const placeId = wanted.placeId ?? own.places.storage;
    if (!placeId || !own.places.transit) return refuse("PLACE_MISSING", undefined, `lines.${index}.place`);
    if (own.isLotTracked && !wanted.lotId) return refuse("LOT_MISSING", { item: line.code }, `lines.${index}.lot`);
    const quantity = wanted.quantity.times(line.sellerFactor);
    const reservation = reservations.find((row) => row.tradeId === line.tradeId && row.lineNumber === line.lineNumber);
    let released = new Decimal(0);
    if (reservation) {
      const before = changes.get(reservation.id) ?? {
        quantity: reservation.quantity,
        allocated: reservation.allocated,
      };
      released = Decimal.min(before.allocated, quantity);
      const left = Decimal.max(before.quantity.minus(quantity), 0);
      changes.set(reservation.id, {
        id: reservation.id,
        quantity: left,
        allocated: before.allocated.minus(released),
        state: left.isZero() ? "done" : "open",
      });
    }
    const end = (place: string, placeKind: PlaceKind): StockEnd => ({
      companyId: tx.companyId,
      itemId: own.itemId!,
      accountRole: stockAccountRole(own.category as ItemCategory),
      placeId: place,
      placeKind,
      quantity,
      ...(wanted.lotId && { lotId: wanted.lotId }),
    });
    moves.push({
      id: newId(),
      kind: "shipment",
      movedOn: input.shippedOn,
      from: end(placeId, wanted.placeKind ?? "storage"),
      to: end(own.places.transit, "transit"),
      tradeId: line.tradeId,
      tradeLineNumber: line.lineNumber,
      deliveryId,
      deliveryLineNumber: index + 1,
      releasesReserved: released,
    });
  }
  const paper: NewDelivery = {
    id: deliveryId,
    ...pair.value,
    number,
    shippedOn: input.shippedOn,
    expectedOn: input.expectedOn ?? null,
    carrier: input.carrier ?? "",
    note: input.note ?? "",
    directFromId: input.directFromId ?? null,
    lines: checked.value.map(({ wanted, line }, index) => ({
      lineNumber: index + 1,
      tradeId: line.tradeId,
      tradeLineNumber: line.lineNumber,
      quantity: wanted.quantity,
      // The lot's number goes with the goods; the card it stands on stays mine.
      lotCode: wanted.lotCode ?? lotCodes.get(wanted.lotId ?? "") ?? "",
    })),
  };
  let told: Outcome<null> = ok(null);
  const moved = await moveStock(tx, moves, ({ costYen }) =>
    settleAll([
      insertDelivery(tx, paper),
      changeReservations(tx, tx.companyId, [...changes.values()]),
      pair.value.buyerId ? enterCounterparties(tx, tradeIds, "ship") : undefined,
      tell(tx, shippedEvents(tx, input, deliveryId, number, tradeIds[0]!, facts, moves, costYen), "shippedOn").then(
        (outcome) => {
          told = outcome;
        },
      ),
    ]),
  );
  if (!moved.ok) return atLine(moved, moves);
  if (!told.ok) return told as Outcome<never, ShipRefusal>;
  tellBothSides(
    tx,
    pair.value,
    {
      command: "trade.shipped",
      // Handed over in one step it is accepted already: the receiver hears that, and has nothing left to receive.
      kind: trades.every((trade) => trade.isOneStep) ? "delivery.handedOver" : "delivery.shipped",
      subjectKind: "delivery",
      subjectId: deliveryId,
    },
    { number },
  );
  if (handsOver) {
    const received = await receive(tx, { deliveryId, receivedOn: input.shippedOn }, "sender");
    if (!received.ok) return received as Outcome<never, ShipRefusal>;
  }
  return ok({ deliveryId, number, tradeIds, isAccepted: handsOver });
}

export function ownFacts(
  facts: readonly SideFacts[],
  companyId: string,
  line: { readonly tradeId: string; readonly lineNumber: number },
): SideFacts {
  const own = facts.find(
    (fact) => fact.companyId === companyId && fact.tradeId === line.tradeId && fact.lineNumber === line.lineNumber,
  );
  if (!own) throw new Error("assertion: every side of a line has its facts");
  return own;
}

function checkLines(
  input: ShipInput,
  lines: readonly TradeLineRow[],
  shipped: ReadonlyMap<string, Decimal>,
): Outcome<{ wanted: ShipInput["lines"][number]; line: TradeLineRow }[], ShipRefusal> {
  const refusals: Refusal<ShipRefusal>[] = [];
  const asked = new Map<string, Decimal>();
  const found = input.lines.map((wanted, index) => {
    const line = lines.find((row) => row.tradeId === wanted.tradeId && row.lineNumber === wanted.lineNumber);
    if (!line) refusals.push({ code: "TRADE_UNKNOWN", field: `lines.${index}.lineNumber` });
    else {
      const key = `${line.tradeId}/${line.lineNumber}`;
      const total = (asked.get(key) ?? new Decimal(0)).plus(wanted.quantity);
      asked.set(key, total);
      const open = line.quantity.minus(shipped.get(key) ?? 0);
      if (line.state !== "confirmed") refusals.push({ code: "LINE_NOT_CONFIRMED", field: `lines.${index}.lineNumber` });
      else if (!wanted.quantity.greaterThan(0))
        refusals.push({ code: "QUANTITY_NOT_POSITIVE", field: `lines.${index}.quantity` });
      else if (total.greaterThan(open))
        refusals.push({
          code: "QUANTITY_ABOVE_OPEN",
          values: { open: open.toFixed() },
          field: `lines.${index}.quantity`,
        });
    }
    return { wanted, line: line! };
  });
  return refuseAll(refusals) ?? ok(found);
}

/** The stock rules name the move; the user sees the delivery's line. */
function atLine(
  outcome: { readonly ok: false; readonly refusals: readonly Refusal<"STOCK_SHORT" | "STOCK_PROMISED">[] },
  moves: readonly StockMove[],
): Outcome<never, ShipRefusal> {
  const [refusal] = outcome.refusals;
  const index = Number(refusal!.field?.split(".")[1] ?? 0);
  return refuse(refusal!.code, refusal!.values, `lines.${(moves[index]?.deliveryLineNumber ?? 1) - 1}.quantity`);
}

function shippedEvents(
  tx: Tx,
  input: ShipInput,
  deliveryId: string,
  number: string,
  tradeId: string,
  facts: readonly SideFacts[],
  moves: readonly StockMove[],
  costYen: ReadonlyMap<string, bigint>,
): BusinessEvent[] {
  if (moves.length === 0) return [];
  const partnerId = facts.find((fact) => fact.companyId === tx.companyId)?.partnerId;
  return [
    {
      kind: "goods_shipped",
      companyId: tx.companyId,
      eventOn: input.shippedOn,
      sourceKind: "delivery",
      sourceId: deliveryId,
      tradeId,
      description: number,
      ...(partnerId && { partnerId }),
      lines: moves.map((move) => ({
        lineId: `${move.deliveryLineNumber}`,
        stockRole: move.from.accountRole,
        costYen: costYen.get(move.id) ?? 0n,
      })),
    },
  ];
}
