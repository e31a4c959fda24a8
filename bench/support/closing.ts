import type { Client } from "./http-load.ts";
import { ask, type CallTimes, type DeliveredOrder } from "./order-way.ts";
import { companyId, companyNumber, partnerId } from "./region.ts";

/** The money of one seller and one buyer of a closing day. */
interface Bill {
  readonly sellerId: string;
  readonly buyerId: string | null;
  invoiceId: string;
  totalYen: bigint;
  /** Time of the calls this money went through. */
  ms: number;
}

export interface Closed {
  /** Time of each order's closing calls, in the order of the orders. */
  readonly ms: readonly number[];
  readonly invoices: number;
  readonly payments: number;
}

/**
 * A closing day: every seller bills what was accepted, one invoice for each partner; every buyer proposes, approves and sends one
 * payment to each supplier; the sellers book the money as it arrives, and the window matches the maker's transfer to its invoice.
 *
 * @returns per order the full time of every call its money went through, though others' went through it too
 */
export async function closeDay(
  clients: readonly Client[],
  orders: readonly DeliveredOrder[],
  makerId: string,
  today: string,
  times: CallTimes,
): Promise<Closed> {
  const bills = new Map<string, Bill>();
  const keyOf = (pair: { sellerId: string; buyerId: string | null }) => `${pair.sellerId}/${pair.buyerId}`;
  for (const pair of orders.flatMap((order) => order.pairs))
    bills.set(keyOf(pair), { ...pair, invoiceId: "", totalYen: 0n, ms: 0 });
  const all = [...bills.values()];
  const call = async <T>(
    concerned: readonly Bill[],
    name: string,
    client: Client,
    method: "GET" | "POST",
    path: string,
    company: string,
    body?: unknown,
  ): Promise<T> => {
    const { value, ms } = await times.timed(name, () => ask<T>(client, method, path, company, body));
    for (const bill of concerned) bill.ms += ms;
    return value;
  };
  const cardOf = (bill: Bill) =>
    bill.buyerId === null ? makerId : partnerId(companyNumber(bill.sellerId), companyNumber(bill.buyerId));

  await share(
    clients,
    groupBy(all, (bill) => bill.sellerId),
    async (client, [sellerId, own]) => {
      const { rows } = await call<{ rows: { invoiceId: string; partnerId: string; totalYen: string }[] }>(
        own,
        "issue invoices",
        client,
        "POST",
        "/invoice-run/sales",
        sellerId,
        { closingOn: today, issuedOn: today, partnerIds: own.map(cardOf) },
      );
      for (const bill of own) {
        const row = rows.find((one) => one.partnerId === cardOf(bill));
        if (!row) throw new Error(`no invoice for ${keyOf(bill)}`);
        bill.invoiceId = row.invoiceId;
        bill.totalYen = BigInt(row.totalYen);
      }
    },
  );

  const shared = all.filter((bill) => bill.buyerId !== null);
  await share(
    clients,
    groupBy(shared, (bill) => bill.buyerId!),
    async (client, [buyerId, own]) => {
      const { rows } = await call<{ rows: { id: string; partnerId: string; version: number }[] }>(
        own,
        "propose payments",
        client,
        "POST",
        "/payment-drafts",
        buyerId,
        { sentOn: today, invoiceIds: own.map((bill) => bill.invoiceId) },
      );
      for (const bill of own) {
        const card = partnerId(companyNumber(buyerId), companyNumber(bill.sellerId));
        const draft = rows.find((one) => one.partnerId === card);
        if (!draft) throw new Error(`no payment proposed for ${keyOf(bill)}`);
        const path = `/payment-drafts/${draft.id}`;
        await call([bill], "approve payment", client, "POST", `${path}/approve`, buyerId, { version: draft.version });
        const sent = await call<{ paymentId: string }>(
          [bill],
          "send payment",
          client,
          "POST",
          `${path}/send`,
          buyerId,
          {
            version: draft.version + 1,
          },
        );
        await call([bill], "receive payment", client, "POST", `/payments/${sent.paymentId}/receive`, bill.sellerId, {
          receivedOn: today,
        });
      }
    },
  );

  const makers = all.filter((bill) => bill.buyerId === null);
  await share(clients, makers, async (client, bill) => {
    const amountYen = bill.totalYen.toString();
    await call([bill], "match the maker's transfer", client, "POST", "/receipts", companyId(0), {
      partnerId: makerId,
      receivedOn: today,
      kind: "transfer",
      amountYen,
      allocations: [{ invoiceId: bill.invoiceId, amountYen }],
    });
  });
  return {
    ms: orders.map((order) => order.pairs.reduce((sum, pair) => sum + bills.get(keyOf(pair))!.ms, 0)),
    invoices: all.length,
    payments: all.length,
  };
}

/** Values in groups by a key, in the order the keys first come. */
export function groupBy<T>(values: readonly T[], key: (value: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return [...groups];
}

/** Clients take pieces of work until none is left. */
export async function share<T>(
  clients: readonly Client[],
  pieces: readonly T[],
  work: (client: Client, piece: T) => Promise<void>,
): Promise<void> {
  const waiting = [...pieces];
  await Promise.all(
    clients.map(async (client) => {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await work(client, piece);
    }),
  );
}
