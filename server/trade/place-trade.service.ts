import { type Outcome, ok, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import type { LineState } from "../../domain/trade/index.ts";
import { type Agreement, findAgreement } from "../agreements/index.ts";
import { announce, audit, enterCounterparties, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import type { PlaceRefusal, PlaceTradeInput } from "./order-input.ts";
import { type BuiltLine, buildAgreedLine, buildOutsideLine } from "./order-lines.ts";
import { reserveForLines } from "./reservation.store.ts";
import { findOwnItems, findPartner, insertTrades, type Pair, type PartnerCard } from "./trade.store.ts";

export interface PlacedTrade {
  readonly tradeId: string;
  readonly number: string;
  readonly state: LineState;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly state: LineState;
    readonly reasons: readonly Refusal[];
  }[];
}

/** An order as it would be placed: who stands on each side, under which agreement, and each line or what is wrong with it. */
export interface PreparedOrder {
  readonly partner: PartnerCard;
  readonly pair: Pair;
  /** The other side's company on the platform; null outside it. */
  readonly other: string | null;
  readonly agreement: Agreement | undefined;
  readonly lines: readonly Outcome<BuiltLine, PlaceRefusal>[];
}

/** Looks up all an order needs and builds its lines. Writes nothing: the preview shows it, `placeTrade` writes it. */
export async function prepareOrder(tx: Tx, input: PlaceTradeInput): Promise<Outcome<PreparedOrder, PlaceRefusal>> {
  const words = input.lines.map((line) => line.item);
  const ids = words.filter((word) => UUID.test(word));
  const wanted = { codes: words, itemIds: ids };
  // What a customer outside the platform agreed to is looked for before the card says that it is outside: one trip less.
  const outside: Pair = { sellerId: tx.companyId, buyerId: null, outsidePartnerId: input.partnerId };
  const [partner, items, agreedOutside] = await settleAll([
    findPartner(tx, input.partnerId),
    findOwnItems(tx, ids, words),
    input.side === "S" ? findAgreement(tx, outside, wanted, input.orderedOn) : undefined,
  ]);
  if (!partner?.isActive) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const other = input.isHistory ? null : partner.linkedCompanyId;
  if (other && input.side === "S") return refuse("PARTNER_ORDERS_ITSELF", { partner: partner.name }, "partnerId");
  if (other && (input.firstState === "quoted" || input.firstState === "confirmed"))
    return refuse("SELLER_QUOTES", undefined, "firstState");
  const pair: Pair =
    input.side === "B"
      ? { sellerId: other, buyerId: tx.companyId, outsidePartnerId: other ? null : partner.id }
      : { sellerId: tx.companyId, buyerId: null, outsidePartnerId: partner.id };
  const found = input.side === "S" ? agreedOutside : await findAgreement(tx, pair, wanted, input.orderedOn);
  if (other && !found) return refuse("NO_AGREEMENT", { partner: partner.name }, "partnerId");
  // A word may be an own code that the agreement knows only by the item behind it.
  const missing = items.map((item) => item.id).filter((id) => !ids.includes(id));
  const agreement =
    found && missing.length > 0
      ? await findAgreement(tx, pair, { codes: words, itemIds: [...ids, ...missing] }, input.orderedOn)
      : found;
  const lines = input.lines.map((line, index) => {
    const own = items.find((item) => item.id === line.item || item.code === line.item);
    return other
      ? buildAgreedLine(agreement!, own, line, index, input)
      : buildOutsideLine(agreement, own, line, index, input);
  });
  return ok({ partner, pair, other, agreement, lines });
}

/**
 * Places a trade: with a company on the platform it is at once the order of both; with anybody else it is the one face of mine.
 * Lines a standing rule covers are confirmed with no person at the seller, and reserved there in the same transaction.
 */
export async function placeTrade(tx: Tx, input: PlaceTradeInput): Promise<Outcome<PlacedTrade, PlaceRefusal>> {
  if (input.lines.length === 0) return refuse("NO_LINES", undefined, "lines");
  const prepared = await prepareOrder(tx, input);
  if (!prepared.ok) return prepared;
  const { pair, other, agreement } = prepared.value;
  const built: BuiltLine[] = [];
  const refusals: Refusal<PlaceRefusal>[] = [];
  for (const outcome of prepared.value.lines) {
    if (outcome.ok) built.push(outcome.value);
    else refusals.push(...outcome.refusals);
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;

  const tradeId = newId();
  const number = input.number ?? (await nextNumber(tx, SERIES[input.side]));
  const states = built.map(({ line }) => line.state);
  const firstState = states.every((state) => state === "confirmed")
    ? "confirmed"
    : input.firstState === "confirmed"
      ? "placed"
      : input.firstState;
  await insertTrades(tx, [
    {
      id: tradeId,
      ...pair,
      agreementId: agreement?.head.id ?? null,
      chainId: input.chainId ?? null,
      number,
      outsideNumber: input.outsideNumber ?? "",
      form: input.form ?? "goods",
      firstState,
      bookedAt: agreement?.head.bookedAt ?? "acceptance",
      isOneStep: agreement?.head.isOneStep ?? false,
      orderedOn: input.orderedOn,
      validUntil: input.validUntil ?? null,
      title: input.title ?? "",
      deliverTo: input.deliverTo ?? "",
      isHistory: input.isHistory ?? false,
      lines: built.map(({ line }) => line),
    },
  ]);
  if (input.isHistory) return ok({ tradeId, number, state: firstState, lines: [] });
  if (other) await enterCounterparties(tx, [tradeId], "place");
  const sides = [pair.sellerId, pair.buyerId].filter((id) => id !== null);
  const told = {
    command: `trade.${input.firstState === "enquiry" ? "enquired" : "placed"}`,
    subjectKind: "trade",
    subjectId: tradeId,
    details: { number },
  };
  await settleAll([
    pair.sellerId
      ? reserveForLines(
          tx,
          pair.sellerId,
          tradeId,
          built.map(({ line }) => line),
        )
      : undefined,
    audit(
      tx,
      sides.map((companyId) => ({ ...told, companyId })),
    ),
    announce(
      tx,
      sides.map((companyId) => ({ companyId, kind: told.command, subjectId: tradeId })),
    ),
  ]);
  return ok({
    tradeId,
    number,
    state: firstState,
    lines: built.map(({ line, reasons }) => ({ lineNumber: line.lineNumber, state: line.state, reasons })),
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SERIES = { S: "so", B: "po" } as const;
