import {
  Decimal,
  decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
  roundYen,
} from "../../domain/shared/index.ts";
import { agreedPrice, type LineState, type LineTerms, priceOrderLine } from "../../domain/trade/index.ts";
import { type Agreement, findAgreement } from "../agreements/index.ts";
import { announce, audit, enterCounterparties, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import { reserveForLines } from "./reservation.store.ts";
import { findOwnItems, findPartner, insertTrades, type NewTradeLine, type OwnItem, type Pair } from "./trade.store.ts";

export interface TradeLineInput {
  /** Own item by id or code; the code may also be the agreement's. */
  readonly item: string;
  readonly description?: string;
  readonly quantity: Decimal;
  readonly unit?: string;
  /** Absent: the agreed or the master's price. */
  readonly unitPrice?: Decimal;
  readonly wantedOn: PlainDate;
}

export interface PlaceTradeInput {
  /** B: I order of this partner. S: I enter what my customer outside the platform ordered. */
  readonly side: "S" | "B";
  readonly partnerId: string;
  readonly firstState: "enquiry" | "quoted" | "placed" | "confirmed";
  readonly orderedOn: PlainDate;
  readonly validUntil?: PlainDate;
  readonly outsideNumber?: string;
  readonly title?: string;
  readonly deliverTo?: string;
  readonly form?: "goods" | "processing";
  readonly chainId?: string;
  readonly isHistory?: boolean;
  /** Given number, as when an order is imported; else the next of the company's series. */
  readonly number?: string;
  readonly lines: readonly TradeLineInput[];
}

export type PlaceRefusal =
  | "PARTNER_UNKNOWN"
  | "PARTNER_ORDERS_ITSELF"
  | "NO_AGREEMENT"
  | "ITEM_UNKNOWN"
  | "ITEM_NOT_IN_AGREEMENT"
  | "ITEM_NOT_MAPPED"
  | "ITEM_INACTIVE"
  | "UNIT_WITHOUT_CONVERSION"
  | "NO_PRICE"
  | "BELOW_MINIMUM"
  | "DATE_BEFORE_ORDER"
  | "NO_LINES"
  | "SELLER_QUOTES";

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

/**
 * Places a trade: with a company on the platform it is at once the order of both; with anybody else it is the one face of mine.
 * Lines a standing rule covers are confirmed with no person at the seller, and reserved there in the same transaction.
 */
export async function placeTrade(tx: Tx, input: PlaceTradeInput): Promise<Outcome<PlacedTrade, PlaceRefusal>> {
  if (input.lines.length === 0) return refuse("NO_LINES", undefined, "lines");
  const partner = await findPartner(tx, input.partnerId);
  if (!partner?.isActive) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const other = input.isHistory ? null : partner.linkedCompanyId;
  if (other && input.side === "S") return refuse("PARTNER_ORDERS_ITSELF", { partner: partner.name }, "partnerId");
  if (other && (input.firstState === "quoted" || input.firstState === "confirmed"))
    return refuse("SELLER_QUOTES", undefined, "firstState");
  const pair: Pair =
    input.side === "B"
      ? { sellerId: other, buyerId: tx.companyId, outsidePartnerId: other ? null : partner.id }
      : { sellerId: tx.companyId, buyerId: null, outsidePartnerId: partner.id };
  const words = input.lines.map((line) => line.item);
  const ids = words.filter((word) => UUID.test(word));
  const [agreement, items] = await settleAll([
    findAgreement(tx, pair, { codes: words, itemIds: ids }),
    findOwnItems(tx, ids, words),
  ]);
  if (other && !agreement) return refuse("NO_AGREEMENT", { partner: partner.name }, "partnerId");

  const built: { line: NewTradeLine; reasons: readonly Refusal[] }[] = [];
  const refusals: Refusal<PlaceRefusal>[] = [];
  for (const [index, line] of input.lines.entries()) {
    const own = items.find((item) => item.id === line.item || item.code === line.item);
    const outcome = other
      ? buildAgreedLine(agreement!, own, line, index + 1, input)
      : buildOutsideLine(agreement, own, line, index + 1, input);
    if (outcome.ok) built.push(outcome.value);
    else refusals.push(...(outcome.refusals as readonly Refusal<PlaceRefusal>[]));
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
      sides.map((companyId) => ({ companyId, kind: "trade.placed", subjectId: tradeId })),
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

type Built = Outcome<{ line: NewTradeLine; reasons: readonly Refusal[] }, PlaceRefusal>;

/** With a company on the platform nothing is traded that the agreement does not name. */
function buildAgreedLine(
  agreement: Agreement,
  own: OwnItem | undefined,
  wanted: TradeLineInput,
  lineNumber: number,
  input: PlaceTradeInput,
): Built {
  const field = `lines.${lineNumber - 1}`;
  const terms = agreement.items.find(
    (item) =>
      item.code === wanted.item || (own && (input.side === "B" ? item.buyerItemId : item.sellerItemId) === own.id),
  );
  if (!terms)
    return own
      ? refuse("ITEM_NOT_IN_AGREEMENT", { item: own.code }, `${field}.item`)
      : refuse("ITEM_UNKNOWN", { item: wanted.item }, `${field}.item`);
  const isEnquiry = input.firstState === "enquiry";
  const priced = priceOrderLine(
    terms,
    {
      lineNumber,
      quantity: wanted.quantity,
      wantedOn: wanted.wantedOn,
      ...(wanted.unitPrice
        ? { unitPrice: wanted.unitPrice }
        : isEnquiry && !agreedPrice(terms, wanted.quantity, input.orderedOn)
          ? { unitPrice: decimal(0) }
          : {}),
    },
    { orderedOn: input.orderedOn, amountRounding: agreement.head.amountRounding },
  );
  if (!priced.ok) return priced;
  const { unitPrice, amountYen, isProvisional, isStanding, reasons } = priced.value;
  const state: LineState = isEnquiry ? "enquiry" : isStanding ? "confirmed" : "placed";
  return ok({
    line: lineOf(terms, lineNumber, wanted, {
      unitPrice,
      amountYen,
      isProvisional,
      state,
      promisedOn: state === "confirmed" ? wanted.wantedOn : null,
    }),
    reasons: isEnquiry ? [] : reasons,
  });
}

function lineOf(
  terms: LineTerms,
  lineNumber: number,
  wanted: TradeLineInput,
  more: Pick<NewTradeLine, "unitPrice" | "amountYen" | "isProvisional" | "state" | "promisedOn">,
): NewTradeLine {
  return {
    lineNumber,
    agreementLineNumber: terms.lineNumber,
    code: terms.code,
    description: wanted.description || terms.description,
    sellerItemId: terms.sellerItemId,
    buyerItemId: terms.buyerItemId,
    sellerFactor: terms.sellerFactor,
    buyerFactor: terms.buyerFactor,
    quantity: wanted.quantity,
    unit: terms.unit,
    taxCategory: terms.taxCategory,
    wantedOn: wanted.wantedOn,
    ...more,
  };
}

/** With a partner outside the platform the own item master rules; a one-sided agreement, where there is one, gives the price. */
function buildOutsideLine(
  agreement: Agreement | undefined,
  own: OwnItem | undefined,
  wanted: TradeLineInput,
  lineNumber: number,
  input: PlaceTradeInput,
): Built {
  const field = `lines.${lineNumber - 1}`;
  const terms = agreement?.items.find(
    (item) => item.code === wanted.item || (own && (item.buyerItemId === own.id || item.sellerItemId === own.id)),
  );
  if (!own && !terms) return refuse("ITEM_UNKNOWN", { item: wanted.item }, `${field}.item`);
  if (own && !own.isActive) return refuse("ITEM_INACTIVE", { item: own.code }, `${field}.item`);
  if (wanted.wantedOn < input.orderedOn)
    return refuse("DATE_BEFORE_ORDER", { date: wanted.wantedOn }, `${field}.wantedOn`);
  const unit = wanted.unit ?? terms?.unit ?? own!.unit;
  const factor =
    terms && unit === terms.unit
      ? input.side === "S"
        ? terms.sellerFactor
        : terms.buyerFactor
      : own && unit === own.unit
        ? decimal(1)
        : own?.factors[unit]
          ? decimal(own.factors[unit])
          : undefined;
  if (!factor) return refuse("UNIT_WITHOUT_CONVERSION", { unit, item: own?.code ?? wanted.item }, `${field}.unit`);
  const master = input.side === "S" ? own?.salesPrice : own?.purchasePrice;
  const agreed = terms && unit === terms.unit ? agreedPrice(terms, wanted.quantity, input.orderedOn) : undefined;
  const unitPrice =
    wanted.unitPrice ??
    agreed?.unitPrice ??
    (master ? master.times(factor) : input.firstState === "enquiry" ? decimal(0) : undefined);
  if (!unitPrice) return refuse("NO_PRICE", { item: own?.code ?? wanted.item }, `${field}.unitPrice`);
  const state: LineState = input.firstState;
  const itemId = own?.id ?? (input.side === "S" ? terms!.sellerItemId : terms!.buyerItemId);
  return ok({
    line: {
      lineNumber,
      agreementLineNumber: terms?.lineNumber ?? null,
      code: terms?.code ?? own!.code,
      description: wanted.description || terms?.description || own!.name,
      sellerItemId: input.side === "S" ? itemId : null,
      buyerItemId: input.side === "B" ? itemId : null,
      sellerFactor: input.side === "S" ? factor : new Decimal(1),
      buyerFactor: input.side === "B" ? factor : new Decimal(1),
      quantity: wanted.quantity,
      unit,
      unitPrice,
      isProvisional: false,
      amountYen: roundYen(unitPrice.times(wanted.quantity), agreement?.head.amountRounding ?? "down"),
      taxCategory: terms?.taxCategory ?? own!.taxCategory,
      wantedOn: wanted.wantedOn,
      promisedOn: state === "confirmed" ? wanted.wantedOn : null,
      state,
    },
    reasons: [],
  });
}
