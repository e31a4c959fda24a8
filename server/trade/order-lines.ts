import { Decimal, decimal, type Outcome, ok, type Refusal, refuse, roundYen } from "../../domain/shared/index.ts";
import {
  agreedPrice,
  type LineState,
  type LineTerms,
  type PriceReason,
  priceOrderLine,
} from "../../domain/trade/index.ts";
import type { Agreement } from "../agreements/index.ts";
import type { PlaceRefusal, PlaceTradeInput, TradeLineInput } from "./order-input.ts";
import type { NewTradeLine, OwnItem } from "./trade.store.ts";

/** A line as it would be placed, with the reason of its price and what a person at the seller must look at. */
export interface BuiltLine {
  readonly line: NewTradeLine;
  readonly priceReason: PriceReason;
  readonly reasons: readonly Refusal[];
}
type Built = Outcome<BuiltLine, PlaceRefusal>;
type Order = Pick<PlaceTradeInput, "side" | "firstState" | "orderedOn" | "validUntil">;

/** With a company on the platform nothing is traded that the agreement does not name. */
export function buildAgreedLine(
  agreement: Agreement,
  own: OwnItem | undefined,
  wanted: TradeLineInput,
  index: number,
  input: Order,
): Built {
  const field = `lines.${index}`;
  const lineNumber = wanted.lineNumber ?? index + 1;
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
      lineNumber: index + 1,
      quantity: wanted.quantity,
      wantedOn: wanted.wantedOn,
      ...(wanted.unitPrice && { unitPrice: wanted.unitPrice }),
    },
    {
      orderedOn: input.orderedOn,
      amountRounding: agreement.head.amountRounding,
      isEnquiry,
      standing: standingOf(agreement.head),
    },
  );
  if (!priced.ok) return priced;
  const { unitPrice, amountYen, isProvisional, isStanding, reasons, priceReason } = priced.value;
  const state: LineState = isEnquiry ? "enquiry" : isStanding ? "confirmed" : "placed";
  return ok({
    line: lineOf(terms, lineNumber, wanted, {
      unitPrice,
      amountYen,
      isProvisional,
      state,
      promisedOn: state === "confirmed" ? wanted.wantedOn : null,
    }),
    priceReason,
    reasons,
  });
}

/** What both signed for every item of the agreement. */
function standingOf(head: Agreement["head"]) {
  return {
    maxQuantity: head.standingQuantity,
    minLeadTimeDays: head.standingLeadDays,
    allowsProvisionalPrice: head.standingProvisional,
  };
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
export function buildOutsideLine(
  agreement: Agreement | undefined,
  own: OwnItem | undefined,
  wanted: TradeLineInput,
  index: number,
  input: Order,
): Built {
  const field = `lines.${index}`;
  const lineNumber = wanted.lineNumber ?? index + 1;
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
  const found = terms && unit === terms.unit ? agreedPrice(terms, wanted.quantity, input.orderedOn) : undefined;
  const agreed = found?.ok ? found.value : undefined;
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
      isProvisional: agreed?.isProvisional === true && agreed.unitPrice.equals(unitPrice),
      amountYen: roundYen(unitPrice.times(wanted.quantity), agreement?.head.amountRounding ?? "down"),
      taxCategory: terms?.taxCategory ?? own!.taxCategory,
      wantedOn: wanted.wantedOn,
      promisedOn: state === "confirmed" ? wanted.wantedOn : null,
      state,
      validUntil: state === "quoted" ? (input.validUntil ?? null) : null,
    },
    priceReason: agreed?.unitPrice.equals(unitPrice)
      ? { source: "agreement", ...agreed.reason }
      : { source: wanted.unitPrice ? "typed" : master ? "master" : "open" },
    reasons: [],
  });
}
