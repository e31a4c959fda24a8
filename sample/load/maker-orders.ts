import { windowOrderShape } from "../../domain/network/index.ts";
import { dispatchOrder, enterWindowOrder } from "../../server/network/index.ts";
import type { Tx } from "../../server/platform/index.ts";
import type { SalesOrderRow } from "../records.ts";
import type { OwnCodes } from "./masters.store.ts";
import { found, must } from "./must.ts";

/** A dispatch the product refused; the order then stands and waits for a person, as it would in daily work. */
export class DispatchRefused extends Error {}

/**
 * Enters one of the maker's orders at the window, as its people would. Where the rules are automatic it cascades at once; else it
 * waits for a person, or is dispatched as if a person had clicked.
 *
 * @throws DispatchRefused when it was to be dispatched and a step is not possible
 */
export async function enterOrder(
  tx: Tx,
  order: SalesOrderRow,
  own: OwnCodes,
  options: { readonly today: string; readonly isDispatched: boolean },
): Promise<void> {
  const input = windowOrderShape.parse({
    partnerId: found(own.partners, order.buyerPartnerCode, "partner").id,
    orderedOn: order.orderedOn,
    outsideNumber: order.customerOrderNumber,
    lines: order.lines.map((line) => ({
      item: line.itemCode,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      wantedOn: order.wantedOn,
    })),
  });
  const entered = must(await enterWindowOrder(tx, input, options.today), `order ${order.customerOrderNumber}`);
  if (!options.isDispatched || entered.chainId !== null) return;
  const dispatched = await dispatchOrder(tx, entered.tradeId, { byHand: [] }, options.today);
  if (!dispatched.ok) throw new DispatchRefused(JSON.stringify(dispatched.refusals.slice(0, 3)));
}

/** Every fifth of the orders is on its way already, so that chains can be looked at; the others wait at the window. */
export function isDispatchedAtOnce(at: number): boolean {
  return at % 5 === 0;
}
