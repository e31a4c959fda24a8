import { type ItemCategory, type StockAccountRole, stockAccountRole } from "../../domain/inventory/index.ts";
import { type Outcome, ok, type Purpose, refuse, type SupplyKind } from "../../domain/shared/index.ts";
import type { DeliveredLine } from "./delivery.store.ts";
import type { Pair, SideFacts, TradeHead } from "./trade.store.ts";

/** All trades of one delivery, invoice or payment have the same two sides. */
export function onePair(
  tradeIds: readonly string[],
  heads: ReadonlyMap<string, TradeHead>,
): Outcome<Pair, "TRADE_UNKNOWN" | "NOT_ONE_PARTNER"> {
  const trades = tradeIds.map((id) => heads.get(id));
  const first = trades[0];
  if (!first || trades.some((trade) => !trade)) return refuse("TRADE_UNKNOWN", undefined, "lines");
  const { sellerId, buyerId, outsidePartnerId } = first;
  const same = trades.every(
    (trade) =>
      trade!.sellerId === sellerId && trade!.buyerId === buyerId && trade!.outsidePartnerId === outsidePartnerId,
  );
  return same ? ok({ sellerId, buyerId, outsidePartnerId }) : refuse("NOT_ONE_PARTNER", undefined, "lines");
}

/** Processing and services have no goods of the seller's to move. */
export function isStocked(facts: SideFacts): boolean {
  return facts.itemId !== null && facts.category !== null && facts.category !== "processing";
}

/** What the buyer takes into its own stock; the rest is cost, an asset, or work on its own goods. */
export function goesIntoStock(buyer: SideFacts | undefined): buyer is SideFacts {
  return buyer !== undefined && isStocked(buyer) && (buyer.purpose === "material" || buyer.purpose === "merchandise");
}

/** A side's facts of a delivered line; undefined for a side outside the platform. */
export function factsOf(
  facts: readonly SideFacts[],
  companyId: string | null,
  line: Pick<DeliveredLine, "tradeId" | "tradeLineNumber">,
): SideFacts | undefined {
  return facts.find(
    (fact) => fact.companyId === companyId && fact.tradeId === line.tradeId && fact.lineNumber === line.tradeLineNumber,
  );
}

/** The inventory account of a side's item. */
export function roleOf(facts: SideFacts | undefined): StockAccountRole {
  return stockAccountRole((facts?.category ?? "finished") as ItemCategory);
}

/** What the seller supplied, for its sales accounts. */
export function supplyKindOf(facts: SideFacts | undefined): SupplyKind {
  if (facts?.category === "processing") return "processing";
  return facts?.category === "merchandise" ? "merchandise" : "product";
}

/** What the buyer takes it for, as the books name it: stock follows the item's own inventory account. */
export function purposeOf(facts: SideFacts | undefined): Purpose {
  if (!facts || facts.purpose === "expense") return { kind: "expense", role: "consumables" };
  if (facts.purpose === "asset") return { kind: "asset", role: "machinery" };
  if (facts.purpose === "outside_processing" || facts.category === "processing") return { kind: "outside_processing" };
  return { kind: STOCK_PURPOSE[roleOf(facts)] };
}

const STOCK_PURPOSE = {
  merchandise: "merchandise",
  finishedGoods: "finished_goods",
  semiFinished: "semi_finished",
  supplies: "supplies",
  rawMaterials: "material",
} as const;
