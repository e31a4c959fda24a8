import { durability, openBenchDatabase, percentile, round } from "./support/bench-database.ts";
import { Client, plantPerson, startBenchServer } from "./support/http-load.ts";
import { lookAtTables } from "./support/live-database.ts";
import { countOverbooked } from "./support/overbooked.ts";
import { letMembersAnswer, type PromiseFactory, plantFactory } from "./support/promise-factory.ts";
import { companyId, plantRegion } from "./support/region.ts";
import { plantWindow } from "./support/window.ts";

const ASKERS = 8;
const ITEMS = 10_000;
const OPEN_ORDERS = 50_000;
const MACHINES = 40;
const LOAD = 0.85;
const SECONDS = 30;
/** Companies of a chain, each with a factory of its own. */
const CHAIN_COMPANIES = 5;
const CHAIN_ITEMS = 500;
const CHAIN_ORDERS = 2_000;
const CHAIN_MACHINES = 8;
/** As many as one asker may ask of a company within an hour, so that none is turned away. */
const CHAIN_QUESTIONS = 240;
const CHAIN_WARM_UP = 40;

interface Asked {
  readonly askMs: number[];
  readonly holdMs: number[];
  readonly confirmMs: number[];
  byCapacity: number;
  held: number;
  confirmed: number;
}

/**
 * Eight salesmen ask one company over HTTP when it can have items, hold every second answer and make every second of those an order. A
 * checker that shares no code with the promises then looks for a day promised twice.
 *
 * @param args `--seconds N`, `--orders N`, `--askers N`: smaller runs while working on it
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const single = await askOne(args);
  const chain = await askChain(args);
  return {
    ...single,
    ...chain,
    held: single.held + chain.chainHeld,
    overbooked: single.overbooked + chain.chainOverbooked,
  };
}

/** One window asks five members through its chain, over HTTP; every second answer is held at all five. */
async function askChain(args: readonly string[]) {
  const database = await openBenchDatabase();
  const questions = args.includes("--questions") ? Number(args[args.indexOf("--questions") + 1]) : CHAIN_QUESTIONS;
  try {
    const shape = {
      companies: CHAIN_COMPANIES + 1,
      itemsPerCompany: CHAIN_ITEMS,
      tradeLines: 0,
      bigSharePercent: 0,
      hasWindow: true,
    };
    await plantRegion(database, shape, () => undefined);
    const window = await plantWindow(database, { members: CHAIN_COMPANIES, items: 60, steps: CHAIN_COMPANIES });
    for (let company = 1; company <= CHAIN_COMPANIES; company++)
      await plantFactory(database, {
        company,
        items: CHAIN_ITEMS,
        openOrders: CHAIN_ORDERS,
        machines: CHAIN_MACHINES,
        load: LOAD,
      });
    await letMembersAnswer(database, CHAIN_COMPANIES, CHAIN_MACHINES);
    await lookAtTables(database);
    const person = await plantPerson(database, [companyId(0)], "secretariat");
    const server = await startBenchServer(database);
    const clients = Array.from({ length: ASKERS }, () => new Client(server.port));
    for (const client of clients) await client.signIn(person);
    const askMs: number[] = [];
    const holdMs: number[] = [];
    let next = 0;
    const wantedOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    // The first questions read every member's state; some more warm the compiler up, since a server runs for months.
    await ask(clients[0]!, 0, []);
    const warmUp = Math.min(CHAIN_WARM_UP, Math.floor(questions / 4));
    await Promise.all(
      clients.map(async (client) => {
        while (next < warmUp) await ask(client, next++, []);
      }),
    );
    holdMs.length = 0;
    async function ask(client: Client, n: number, samples: number[]) {
      const question = {
        itemId: window.itemIds[(n * 7) % window.itemIds.length]!,
        quantity: String(5 + (n % 20)),
        wantedOn,
      };
      const answer = await timed(samples, () =>
        client.call("POST", "/api/v1/network/chain-promises/ask", companyId(0), question),
      );
      const asked = answer.steps.filter((step: { answer: string }) => step.answer === "date").length;
      if (asked !== CHAIN_COMPANIES)
        throw new Error(`${asked} of ${CHAIN_COMPANIES} companies answered: ${JSON.stringify(answer).slice(0, 600)}`);
      if (n % 2 === 1) return;
      await timed(holdMs, () => client.call("POST", "/api/v1/network/chain-promises", companyId(0), question));
    }
    await Promise.all(
      clients.map(async (client) => {
        while (next < questions) await ask(client, next++, askMs);
      }),
    );
    for (const client of clients) client.close();
    await server.stop();
    let chainOverbooked = 0;
    let checked = 0;
    for (let company = 1; company <= CHAIN_COMPANIES; company++) {
      const one = await countOverbooked(database, companyId(company));
      chainOverbooked += one.overbooked;
      checked += one.checked;
    }
    console.log(
      `${askMs.length} questions along a chain, ${holdMs.length} held at all ${CHAIN_COMPANIES} companies in ${round(percentile(holdMs, 0.5))} / ${round(percentile(holdMs, 0.99))} ms; ${checked} days checked`,
    );
    return {
      chainP50Ms: round(percentile(askMs, 0.5)),
      chainP99Ms: round(percentile(askMs, 0.99)),
      chainCompanies: CHAIN_COMPANIES,
      chainHeld: holdMs.length,
      chainHoldP50Ms: round(percentile(holdMs, 0.5)),
      chainOverbooked,
    };
  } finally {
    await database.stop();
  }
}

/** Eight askers at one company. */
async function askOne(args: readonly string[]) {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const database = await openBenchDatabase();
  try {
    console.log(await durability(database.admin));
    const shape = { companies: 2, itemsPerCompany: ITEMS, tradeLines: 0, bigSharePercent: 0, hasWindow: false };
    await plantRegion(database, shape, () => undefined);
    const orders = option("--orders", OPEN_ORDERS);
    const factory = await plantFactory(database, {
      company: 0,
      items: ITEMS,
      openOrders: orders,
      machines: MACHINES,
      load: LOAD,
    });
    console.log(`${ITEMS} items, ${orders} open orders, ${MACHINES} machines loaded to ${LOAD * 100} %`);
    await lookAtTables(database);
    const person = await plantPerson(database, [companyId(0)], "sales");
    const server = await startBenchServer(database);
    const clients = Array.from({ length: option("--askers", ASKERS) }, () => new Client(server.port));
    for (const client of clients) await client.signIn(person);
    const first = performance.now();
    await ask(clients[0]!, factory, 0, newAsked());
    console.log(`first question, with the company's state read: ${round(performance.now() - first, 0)} ms`);
    await askFor(clients, factory, Math.min(5, option("--seconds", SECONDS)), newAsked());
    const asked = newAsked();
    await askFor(clients, factory, option("--seconds", SECONDS), asked);
    for (const client of clients) client.close();
    await server.stop();
    const { checked, overbooked } = await countOverbooked(database, companyId(0));
    const count = asked.askMs.length;
    const bound = round((asked.byCapacity / count) * 100);
    console.log(
      `${count} questions, ${bound} % bound by a work centre; ${asked.held} held in ${round(percentile(asked.holdMs, 0.5))} / ${round(percentile(asked.holdMs, 0.99))} ms (p50 / p99), ${asked.confirmed} made orders in ${round(percentile(asked.confirmMs, 0.5))} / ${round(percentile(asked.confirmMs, 0.99))} ms`,
    );
    console.log(`${checked} days of work centres and items checked`);
    return {
      singleP50Ms: round(percentile(asked.askMs, 0.5), 2),
      singleP99Ms: round(percentile(asked.askMs, 0.99), 2),
      questions: count,
      boundByCapacityPercent: bound,
      held: asked.held,
      confirmed: asked.confirmed,
      holdP50Ms: round(percentile(asked.holdMs, 0.5)),
      holdP99Ms: round(percentile(asked.holdMs, 0.99)),
      overbooked,
    };
  } finally {
    await database.stop();
  }
}

const newAsked = (): Asked => ({ askMs: [], holdMs: [], confirmMs: [], byCapacity: 0, held: 0, confirmed: 0 });

async function askFor(
  clients: readonly Client[],
  factory: PromiseFactory,
  seconds: number,
  asked: Asked,
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) await ask(client, factory, next++, asked);
    }),
  );
}

async function ask(client: Client, factory: PromiseFactory, n: number, asked: Asked): Promise<void> {
  const random = (most: number, salt: number) =>
    Math.floor((((n * 2654435761 + salt * 40503 + n * n * 97) % 4294967296) / 4294967296) * most);
  const itemId = factory.endItems[random(factory.endItems.length, 1)]!;
  const quantity = String(5 + random(40, 2));
  const wantedOn = new Date(Date.now() + (3 + random(60, 3)) * 86_400_000).toISOString().slice(0, 10);
  const answer = await timed(asked.askMs, () =>
    client.call(
      "GET",
      `/api/v1/promise-answer?itemId=${itemId}&quantity=${quantity}&wantedOn=${wantedOn}`,
      companyId(0),
    ),
  );
  if (answer.binding.code === "CAPACITY") asked.byCapacity++;
  if (n % 2 === 1) return;
  const held = await timed(asked.holdMs, () =>
    client.call("POST", "/api/v1/promises", companyId(0), { itemId, quantity, wantedOn }),
  );
  asked.held++;
  if (n % 4 === 2) return;
  await timed(asked.confirmMs, () =>
    client.call("POST", `/api/v1/promises/${held.id}/confirm`, companyId(0), {
      version: held.version,
      partnerId: factory.customerId,
      unitPrice: "1000",
    }),
  );
  asked.confirmed++;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as they are
async function timed(samples: number[], call: () => Promise<{ status: number; text: string }>): Promise<any> {
  const at = performance.now();
  const { status, text } = await call();
  samples.push(performance.now() - at);
  if (status >= 300) throw new Error(`${status}: ${text.slice(0, 400)}`);
  return JSON.parse(text);
}
