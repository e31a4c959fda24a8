import { percentile, round } from "./bench-database.ts";
import type { Client } from "./http-load.ts";
import { enterOrder, type MakerOrder } from "./maker-order.ts";
import { companyId } from "./region.ts";

/** What each kind of call took. */
export class CallTimes {
  private readonly samples = new Map<string, number[]>();

  async timed<T>(name: string, work: () => Promise<T>): Promise<{ value: T; ms: number }> {
    const at = performance.now();
    const value = await work();
    const ms = performance.now() - at;
    const known = this.samples.get(name);
    if (known) known.push(ms);
    else this.samples.set(name, [ms]);
    return { value, ms };
  }

  /** One line per kind of call, in the order they were first made. */
  lines(orders: number): string[] {
    return [...this.samples].map(([name, samples]) => {
      const sum = samples.reduce((total, ms) => total + ms, 0);
      return `${name}: ${samples.length} calls, p50 ${round(percentile(samples, 0.5))} ms, p99 ${round(percentile(samples, 0.99))} ms, ${round(sum / orders, 2)} ms of an order's way`;
    });
  }
}

/** An order whose goods are at the maker: what it took so far, and between whom its money is still to go. */
export interface DeliveredOrder {
  readonly tradeIds: readonly string[];
  /** Seller and buyer of each trade; the maker stands outside and is null. */
  readonly pairs: readonly { readonly sellerId: string; readonly buyerId: string | null }[];
  readonly ms: number;
}

interface ChainAnswer {
  readonly steps: readonly {
    readonly companyId: string | null;
    readonly buyerId: string | null;
    readonly tradeId: string | null;
  }[];
}

/**
 * From the maker's order to its acceptance: the window enters it; each member opens its chain and ships to the next, which receives
 * and inspects; the last one's goods go straight to the maker, whose inspection passes title through the window (商流 ≠ 物流).
 *
 * @param members companies of the chain's steps, the first step first
 */
export async function deliverOrder(
  client: Client,
  order: MakerOrder,
  members: readonly string[],
  today: string,
  times: CallTimes,
): Promise<DeliveredOrder> {
  let ms = 0;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done = await times.timed(name, work);
    ms += done.ms;
    return done.value;
  };
  const post = <T>(name: string, path: string, company: string, body: unknown) =>
    step(name, () => ask<T>(client, "POST", path, company, body));

  const entered = await step("order", () => enterOrder(client, order));
  const lines = order.lines.map(({ quantity }, index) => ({ lineNumber: index + 1, quantity }));
  const accepted = lines.map(({ lineNumber, quantity }) => ({ lineNumber, accepted: quantity }));
  const trades: { sellerId: string; buyerId: string; tradeId: string }[] = [];
  for (const sellerId of members) {
    // Each member sees its own step of the chain, and of the others only milestones.
    const chain = await step("open the chain", () =>
      ask<ChainAnswer>(client, "GET", `/network/chains/${entered.chainId}`, sellerId),
    );
    const own = chain.steps.find((one) => one.companyId === sellerId && one.tradeId !== null);
    if (!own) throw new Error(`no step of ${sellerId} in the chain of ${order.outsideNumber}`);
    const { tradeId, buyerId } = own as { tradeId: string; buyerId: string };
    trades.push({ sellerId, buyerId, tradeId });
    const { deliveryId } = await post<{ deliveryId: string }>("ship", "/shipments", sellerId, {
      shippedOn: today,
      lines: lines.map((line) => ({ tradeId, ...line })),
    });
    if (buyerId === companyId(0)) {
      await post("far end", "/network/far-end", buyerId, { deliveryId, judgedOn: today, lines: accepted });
    } else {
      await post("receive", `/arrivals/${deliveryId}/receive`, buyerId, { receivedOn: today });
      await post("judge", `/arrivals/${deliveryId}/judge`, buyerId, { judgedOn: today, lines: accepted });
    }
  }
  return {
    tradeIds: [entered.tradeId, ...trades.map((trade) => trade.tradeId)],
    pairs: [
      ...trades.map(({ sellerId, buyerId }) => ({ sellerId, buyerId })),
      { sellerId: companyId(0), buyerId: null },
    ],
    ms,
  };
}

/** A call that must succeed, and its answer. */
export async function ask<T>(
  client: Client,
  method: "GET" | "POST",
  path: string,
  company: string,
  body?: unknown,
): Promise<T> {
  const answer = await client.call(method, `/api/v1${path}`, company, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return JSON.parse(answer.text);
}
