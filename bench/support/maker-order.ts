import type { Client } from "./http-load.ts";
import { companyId } from "./region.ts";
import type { WindowWorld } from "./window.ts";

/** An order of three lines of one chain, as a maker sends it. */
export interface MakerOrder {
  readonly partnerId: string;
  readonly outsideNumber: string;
  readonly lines: readonly { readonly item: string; readonly quantity: string; readonly wantedOn: string }[];
}

/** The maker's order number `n`: chains take turns, items and quantities differ from order to order. */
export function makerOrder(window: WindowWorld, n: number, wantedOn: string): MakerOrder {
  const chains = window.itemsOfChain.length;
  const items = window.itemsOfChain[n % chains]!;
  return {
    partnerId: window.makerId,
    outsideNumber: `M-${n}`,
    lines: [0, 1, 2].map((i) => ({
      item: items[(Math.floor(n / chains) + i) % items.length]!,
      quantity: String(1 + (n % 50)),
      wantedOn,
    })),
  };
}

/** Enters an order at the window, which must cascade at once into three trades between members. */
export async function enterOrder(client: Client, order: MakerOrder): Promise<{ tradeId: string; chainId: string }> {
  const answer = await client.call("POST", "/api/v1/network/orders", companyId(0), order);
  if (answer.status >= 300 || !answer.text.includes('"tradeCount":3'))
    throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
  return JSON.parse(answer.text);
}
