import { Decimal, type Outcome, ok, type PlainDate, refuse } from "../shared/index.ts";
import { issue, receive, type Valuation } from "./valuation.ts";

/** What kind of item stock is, for the accounts: the names are account roles of the inventories. */
export const ITEM_CATEGORIES = [
  "finished",
  "assembly",
  "part",
  "material",
  "merchandise",
  "consumable",
  "stage",
  "processing",
] as const;
export type ItemCategory = (typeof ITEM_CATEGORIES)[number];
export type StockAccountRole = "finishedGoods" | "merchandise" | "semiFinished" | "rawMaterials" | "supplies";

const ACCOUNT_ROLE: Readonly<Record<ItemCategory, StockAccountRole>> = {
  finished: "finishedGoods",
  assembly: "semiFinished",
  stage: "semiFinished",
  processing: "semiFinished",
  part: "rawMaterials",
  material: "rawMaterials",
  merchandise: "merchandise",
  consumable: "supplies",
};

/** The inventory account an item's value stands on. */
export function stockAccountRole(category: ItemCategory): StockAccountRole {
  return ACCOUNT_ROLE[category];
}

/** 個 places where goods really are or were, and the places that stand for the world outside the ledger. */
export const PLACE_KINDS = [
  "storage",
  "receiving",
  "production",
  "at_partner",
  "transit",
  "customer",
  "supplier",
  "scrap",
  "adjustment",
  "opening",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * Where value stands while goods are at such a place. `stock`: moving average of the owner; `shipped`: the cost the goods left
 * with, until the buyer accepts; `none`: outside the value ledger (the books have it elsewhere: work in process, cost, loss).
 */
export function poolOf(kind: PlaceKind): "stock" | "shipped" | "none" {
  if (kind === "storage" || kind === "receiving" || kind === "at_partner") return "stock";
  return kind === "transit" ? "shipped" : "none";
}

/** A place where a negative quantity only means "so much went out through here". */
export function isOutsidePlace(kind: PlaceKind): boolean {
  return kind !== "storage" && kind !== "receiving" && kind !== "at_partner" && kind !== "transit";
}

/** One end of a move: whose stock, which of its items, where, in that item's own unit. */
export interface StockEnd {
  readonly companyId: string;
  readonly itemId: string;
  readonly accountRole: StockAccountRole;
  readonly placeId: string;
  readonly placeKind: PlaceKind;
  readonly lotId?: string | null;
  /** Who has it in hand; the owner itself when absent. */
  readonly keeperId?: string;
  readonly quantity: Decimal;
}

export const MOVE_KINDS = [
  "opening",
  "receipt",
  "shipment",
  "arrival",
  "acceptance",
  "rejection",
  "return",
  "transfer",
  "adjustment",
  "count",
  "issue",
  "output",
  "scrap",
  "free_issue",
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** A move from one place to another. Both ends name the same owner, except where title passes. */
export interface StockMove {
  readonly id: string;
  readonly kind: MoveKind;
  readonly movedOn: PlainDate;
  readonly from: StockEnd;
  readonly to: StockEnd;
  /** Value entering the receiving owner's stock where it does not come along from the owner's own: purchase price, cost of the work order. */
  readonly valueInYen?: bigint;
  readonly tradeId?: string;
  readonly tradeLineNumber?: number;
  readonly deliveryId?: string;
  readonly deliveryLineNumber?: number;
  readonly workOrderId?: string;
  readonly reversesId?: string;
  readonly reason?: string;
  /** Reserved stock this move uses up (of the from end), in the item's unit. */
  readonly releasesReserved?: Decimal;
}

/** State of one item of one owner, as `app.item_stock` keeps it. */
export interface ItemStock {
  readonly onHand: Decimal;
  readonly keptElsewhere: Decimal;
  readonly reserved: Decimal;
  readonly valueYen: bigint;
}
export const NO_STOCK: ItemStock = {
  onHand: new Decimal(0),
  keptElsewhere: new Decimal(0),
  reserved: new Decimal(0),
  valueYen: 0n,
};

export interface StockState {
  /** by `companyId/itemId` */
  readonly items: ReadonlyMap<string, ItemStock>;
  /** goods shipped and not yet accepted, by `companyId/deliveryId/lineNumber` */
  readonly shipped: ReadonlyMap<string, Valuation>;
  /** quantity at a place, by `balanceKey`; only needed for places that must not go below zero */
  readonly balances: ReadonlyMap<string, Decimal>;
}

export interface StockValueRow {
  readonly companyId: string;
  readonly moveId: string;
  readonly seq: number;
  readonly itemId: string;
  readonly pool: "stock" | "shipped";
  readonly quantity: Decimal;
  readonly valueYen: bigint;
  readonly accountRole: StockAccountRole;
  readonly deliveryId?: string;
  readonly deliveryLineNumber?: number;
  readonly workOrderId?: string;
  readonly valuedOn: PlainDate;
}

export interface BalanceDelta {
  readonly key: string;
  readonly end: StockEnd;
  readonly quantity: Decimal;
}

export interface ValuedMoves {
  readonly values: readonly StockValueRow[];
  /** change of each item's row, sorted by key */
  readonly items: readonly {
    readonly key: string;
    readonly companyId: string;
    readonly itemId: string;
    readonly change: ItemStock;
  }[];
  /** change of each balance, summed per key and sorted by key, so that writers never deadlock */
  readonly balances: readonly BalanceDelta[];
  /** what each move took out of the giving owner's books, whole yen >= 0 */
  readonly costYen: ReadonlyMap<string, bigint>;
}

export type StockRefusal = "STOCK_SHORT" | "STOCK_PROMISED";

export const itemKey = (companyId: string, itemId: string): string => `${companyId}/${itemId}`;
export const shippedKey = (companyId: string, deliveryId: string, line: number): string =>
  `${companyId}/${deliveryId}/${line}`;
export const NO_LOT = "00000000-0000-0000-0000-000000000000";
export const balanceKey = (end: StockEnd): string =>
  `${end.companyId}/${end.itemId}/${end.placeId}/${end.lotId ?? NO_LOT}/${end.keeperId ?? end.companyId}`;

/**
 * Values a set of moves against the state of the items they touch, in the order given: what leaves takes the moving average
 * (or, once shipped, the cost it left with), what enters brings its own value or the price named.
 *
 * Nothing leaves a real place that is not there (STOCK_SHORT), and nothing leaves that is promised to somebody else
 * (STOCK_PROMISED). Refusals name the move's index as `moves.N`.
 */
export function valueStockMoves(state: StockState, moves: readonly StockMove[]): Outcome<ValuedMoves, StockRefusal> {
  const items = new Map<string, ItemStock>();
  const shipped = new Map(state.shipped);
  const balances = new Map<string, { end: StockEnd; quantity: Decimal }>();
  const values: StockValueRow[] = [];
  const costYen = new Map<string, bigint>();
  const itemOf = (key: string) => items.get(key) ?? state.items.get(key) ?? NO_STOCK;

  for (const [index, move] of moves.entries()) {
    const { from, to } = move;
    const row = (
      seq: number,
      end: StockEnd,
      pool: "stock" | "shipped",
      quantity: Decimal,
      valueYen: bigint,
    ): StockValueRow => ({
      companyId: end.companyId,
      moveId: move.id,
      seq,
      itemId: end.itemId,
      pool,
      quantity,
      valueYen,
      accountRole: end.accountRole,
      valuedOn: move.movedOn,
      ...(move.deliveryId && { deliveryId: move.deliveryId, deliveryLineNumber: move.deliveryLineNumber! }),
      ...(move.workOrderId && { workOrderId: move.workOrderId }),
    });
    const fromKey = itemKey(from.companyId, from.itemId);
    const short = (available: Decimal) =>
      refuse(
        "STOCK_SHORT" as const,
        { available: available.toFixed(), wanted: from.quantity.toFixed() },
        `moves.${index}.quantity`,
      );

    if (!isOutsidePlace(from.placeKind)) {
      const key = balanceKey(from);
      const there = (state.balances.get(key) ?? new Decimal(0)).plus(balances.get(key)?.quantity ?? 0);
      if (from.quantity.greaterThan(there)) return short(there);
    }

    const fromPool = poolOf(from.placeKind);
    const toPool = poolOf(to.placeKind);
    const sameOwner = from.companyId === to.companyId;
    // Goods in transit that only change their keeper keep their value where it stands.
    const handedOn = fromPool === "shipped" && toPool === "shipped" && sameOwner && from.itemId === to.itemId;
    let carried: bigint | undefined;
    if (fromPool === "stock" && !(toPool === "stock" && sameOwner && from.itemId === to.itemId)) {
      const stock = itemOf(fromKey);
      const issued = issue({ quantity: stock.onHand, valueYen: stock.valueYen }, from.quantity);
      if (!issued.ok) return short(stock.onHand);
      carried = issued.value.valueYen;
      items.set(fromKey, { ...stock, onHand: issued.value.stock.quantity, valueYen: issued.value.stock.valueYen });
      values.push(row(1, from, "stock", from.quantity.negated(), -carried));
    } else if (fromPool === "shipped" && move.deliveryId && !handedOn) {
      const key = shippedKey(from.companyId, move.deliveryId, move.deliveryLineNumber!);
      const issued = issue(shipped.get(key) ?? { quantity: new Decimal(0), valueYen: 0n }, from.quantity);
      if (!issued.ok) return short(shipped.get(key)?.quantity ?? new Decimal(0));
      carried = issued.value.valueYen;
      shipped.set(key, issued.value.stock);
      values.push(row(1, from, "shipped", from.quantity.negated(), -carried));
    }
    if (carried !== undefined) costYen.set(move.id, carried);

    const valueIn = move.valueInYen ?? (sameOwner ? carried : undefined);
    if (toPool === "stock" && (fromPool !== "stock" || !sameOwner || from.itemId !== to.itemId)) {
      const key = itemKey(to.companyId, to.itemId);
      const stock = itemOf(key);
      const received = receive({ quantity: stock.onHand, valueYen: stock.valueYen }, to.quantity, valueIn ?? 0n);
      items.set(key, { ...stock, onHand: received.quantity, valueYen: received.valueYen });
      values.push(row(2, to, "stock", to.quantity, valueIn ?? 0n));
    } else if (toPool === "shipped" && move.deliveryId && !handedOn) {
      const key = shippedKey(to.companyId, move.deliveryId, move.deliveryLineNumber!);
      shipped.set(
        key,
        receive(shipped.get(key) ?? { quantity: new Decimal(0), valueYen: 0n }, to.quantity, valueIn ?? 0n),
      );
      values.push(row(2, to, "shipped", to.quantity, valueIn ?? 0n));
    }

    for (const [end, sign] of [
      [from, -1],
      [to, 1],
    ] as const) {
      if (end.placeKind !== "at_partner") continue;
      const key = itemKey(end.companyId, end.itemId);
      const stock = itemOf(key);
      items.set(key, { ...stock, keptElsewhere: stock.keptElsewhere.plus(end.quantity.times(sign)) });
    }
    if (move.releasesReserved) {
      const stock = itemOf(fromKey);
      items.set(fromKey, { ...stock, reserved: stock.reserved.minus(move.releasesReserved) });
    }
    for (const [end, sign] of [
      [from, -1],
      [to, 1],
    ] as const) {
      const key = balanceKey(end);
      const before = balances.get(key)?.quantity ?? new Decimal(0);
      balances.set(key, { end, quantity: before.plus(end.quantity.times(sign)) });
    }
  }

  for (const [key, stock] of items) {
    const free = stock.onHand.minus(stock.keptElsewhere);
    if (stock.reserved.greaterThan(Decimal.max(free, 0))) {
      const index = moves.findIndex((move) => itemKey(move.from.companyId, move.from.itemId) === key);
      return refuse(
        "STOCK_PROMISED",
        { promised: stock.reserved.toFixed(), left: free.toFixed() },
        `moves.${Math.max(index, 0)}.quantity`,
      );
    }
  }
  const byKey = <T extends { key: string }>(a: T, b: T) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return ok({
    values,
    items: [...items]
      .map(([key, after]) => {
        const before = state.items.get(key) ?? NO_STOCK;
        const [companyId, itemId] = key.split("/") as [string, string];
        return {
          key,
          companyId,
          itemId,
          change: {
            onHand: after.onHand.minus(before.onHand),
            keptElsewhere: after.keptElsewhere.minus(before.keptElsewhere),
            reserved: after.reserved.minus(before.reserved),
            valueYen: after.valueYen - before.valueYen,
          },
        };
      })
      .sort(byKey),
    balances: [...balances]
      .map(([key, { end, quantity }]) => ({ key, end, quantity }))
      .filter((delta) => !delta.quantity.isZero())
      .sort(byKey),
    costYen,
  });
}
