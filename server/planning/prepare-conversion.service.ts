import {
  type ConversionChoice,
  type ConversionDocument,
  type ConversionRefusal,
  type Peg,
  previewConversion,
} from "../../domain/planning/index.ts";
import {
  type Decimal,
  decimal,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  roundUpToUnit,
} from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { type PlaceTradeInput, prepareOrder } from "../trade/index.ts";
import { climbPegs } from "./explain.service.ts";
import {
  type ConvertedItem,
  loadConvertedItems,
  loadPlannedOrders,
  loadUnitDecimals,
  type PlannedOrderRow,
} from "./planned-order.store.ts";

/** What the choices would become, before anything is written. */
export interface PreparedConversion {
  readonly documents: readonly ConversionDocument[];
  readonly orders: ReadonlyMap<number, PlannedOrderRow>;
  readonly items: ReadonlyMap<string, ConvertedItem>;
  readonly pegs: readonly Peg[];
  /** Place of each chosen planned order among the choices, where its refusals belong. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly unitDecimals: ReadonlyMap<string, number>;
}

/**
 * Reads what was chosen of the current plan and says which documents it becomes. Days that have passed since the plan was made
 * become today: nothing can be started or wanted in the past.
 */
export async function prepareConversion(
  tx: Tx,
  choices: readonly ConversionChoice[],
  today: PlainDate,
  lock: boolean,
): Promise<Outcome<PreparedConversion, ConversionRefusal | "PLAN_RENEWED">> {
  const seqs = choices.map((choice) => choice.seq);
  const found = await loadPlannedOrders(tx, seqs, lock);
  if (found.length === 0) return refuse("PLAN_RENEWED");
  const [items, unitDecimals, climbed] = [
    await loadConvertedItems(tx, [...new Set(found.map((order) => order.itemId))]),
    await loadUnitDecimals(tx),
    await climbPegs(tx, seqs, 1),
  ];
  const orders = new Map([...climbed.orders, ...found].map((order) => [order.seq, currentOrder(order, items, today)]));
  const closed = new Set(
    [...orders.values()].filter(({ state }) => state === "converted" || state === "discarded").map(({ seq }) => seq),
  );
  const documents = previewConversion(
    { orders: [...orders.values()], pegs: climbed.pegs },
    choices,
    closed,
    unitDecimals,
  );
  if (!documents.ok) return documents;
  const placeOf = new Map(seqs.map((seq, at) => [seq, at]));
  return ok({ documents: documents.value, orders, items, pegs: climbed.pegs, placeOf, unitDecimals });
}

/** A subcontracted item with a routing is made by a work order, whose operation goes outside; without one it is simply ordered. */
function currentOrder(
  order: PlannedOrderRow,
  items: ReadonlyMap<string, ConvertedItem>,
  today: PlainDate,
): PlannedOrderRow {
  const isMade = order.supply === "subcontract" && items.get(order.itemId)?.hasRouting === true;
  return {
    ...order,
    supply: isMade ? "make" : order.supply,
    startOn: maxDate(order.startOn, today),
    dueOn: maxDate(order.dueOn, today),
  };
}

/** A purchase order as it would be placed, each line in the unit it is bought in. */
export interface PreparedPurchase {
  readonly input: PlaceTradeInput;
  readonly partnerName: string;
  readonly isShared: boolean;
  readonly lines: readonly {
    readonly seq: number;
    readonly orderedQuantity: Decimal | null;
    readonly orderedUnit: string | null;
    readonly unitPrice: Decimal | null;
    readonly amountYen: bigint | null;
    readonly refusals: readonly Refusal[];
  }[];
}

/** Prepares the order of one supplier: unit and price by agreement or item master, quantity rounded up to whole units bought. */
export async function preparePurchase(
  tx: Tx,
  document: ConversionDocument,
  prepared: Pick<PreparedConversion, "items" | "unitDecimals">,
  today: PlainDate,
  chainId: string | null,
): Promise<Outcome<PreparedPurchase>> {
  const { items, unitDecimals } = prepared;
  const isProcessing = document.lines.some((line) => items.get(line.itemId)?.category === "processing");
  const input = (quantities: readonly Decimal[]): PlaceTradeInput => ({
    side: "B",
    partnerId: document.partnerId!,
    firstState: "placed",
    orderedOn: today,
    form: isProcessing ? "processing" : "goods",
    ...(chainId !== null && { chainId }),
    lines: document.lines.map((line, at) => {
      const unit = items.get(line.itemId)?.purchaseUnit ?? null;
      return {
        item: line.itemId,
        quantity: quantities[at]!,
        wantedOn: maxDate(line.dueOn, today),
        ...(unit !== null && { unit }),
      };
    }),
  });
  // Which unit a line is ordered in, and how many of the item's own it holds, is only known when the line is built.
  const own = document.lines.map((line) => decimal(line.quantity));
  const asked = await prepareOrder(tx, input(own));
  if (!asked.ok) return asked;
  const quantities = asked.value.lines.map((line, at) => {
    if (!line.ok) return own[at]!;
    const { unit, buyerFactor } = line.value.line;
    const factor = decimal(buyerFactor.toString());
    return factor.equals(1) ? own[at]! : roundUpToUnit(own[at]!.dividedBy(factor), unitDecimals.get(unit) ?? 0);
  });
  const built = await prepareOrder(tx, input(quantities));
  if (!built.ok) return built;
  return ok({
    input: input(quantities),
    partnerName: built.value.partner.name,
    isShared: built.value.other !== null,
    lines: built.value.lines.map((line, at) => ({
      seq: document.lines[at]!.seq,
      orderedQuantity: line.ok ? line.value.line.quantity : null,
      orderedUnit: line.ok ? line.value.line.unit : null,
      unitPrice: line.ok ? decimal(line.value.line.unitPrice.toString()) : null,
      amountYen: line.ok ? line.value.line.amountYen : null,
      refusals: line.ok ? [] : line.refusals,
    })),
  });
}

/** Lines bound to an order (a value chain) are placed as orders of their own: a trade belongs to one chain at most. */
export function splitByChain(
  documents: readonly ConversionDocument[],
): { readonly document: ConversionDocument; readonly chainId: string | null }[] {
  return documents.flatMap((document) => {
    const keys = [...new Set(document.lines.map((line) => line.orderKey))];
    return keys.map((chainId) => ({
      document: { ...document, lines: document.lines.filter((line) => line.orderKey === chainId) },
      chainId,
    }));
  });
}
