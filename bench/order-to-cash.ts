import { durability, openBenchDatabase, percentile, round } from "./support/bench-database.ts";
import { closeDay } from "./support/closing.ts";
import { type ProcessorTime, processorTime } from "./support/cpu.ts";
import { Client, loadFor, plantPerson, startBenchServer } from "./support/http-load.ts";
import { connect, countRows, passDoctor } from "./support/live-database.ts";
import { enterOrder, makerOrder } from "./support/maker-order.ts";
import { CallTimes, type DeliveredOrder, deliverOrder } from "./support/order-way.ts";
import { plantRegion } from "./support/region.ts";
import { checkSettled } from "./support/settled.ts";
import { plantBooks } from "./support/trading-books.ts";
import { plantWindow } from "./support/window.ts";

const CLIENTS = 8;
const SECONDS = 30;
const CASCADE_SECONDS = 8;
const MEMBERS = 20;
const LINES = 1_000_000;
/** Orders between two closing days. */
const ORDERS = 200;

/**
 * The order of the `cascade` bench all the way to the money, over HTTP: entered and cascaded, shipped, received and inspected from
 * member to member and to the maker, billed on a closing day, paid, received and matched, in both sides' books. `perSecond` counts whole
 * orders; the cascade alone is measured before and after on the same database.
 *
 * `p99Ms` is the way of one order: the time of all its calls one after the other, with the closing calls it shared with others in full.
 *
 * @param args `--lines N` existing trade lines, `--seconds N`, `--orders N` between two closing days: other runs while working on it
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const seconds = option("--seconds", SECONDS);
  const ordersPerClosing = option("--orders", ORDERS);
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10); // the day in Japan, as the server has it
  const wantedOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const database = await openBenchDatabase();
  try {
    console.log(await durability(database.admin));
    const say = (line: string) => console.log(line);
    const companies = await plantRegion(
      database,
      {
        companies: MEMBERS + 1,
        itemsPerCompany: 200,
        tradeLines: option("--lines", LINES),
        bigSharePercent: 100,
        hasWindow: true,
      },
      say,
    );
    const window = await plantWindow(database, { members: MEMBERS, items: 120 });
    await plantBooks(database, companies, today);
    const person = await plantPerson(
      database,
      companies.map((company) => company.id),
      "everyone",
    );
    const server = await startBenchServer(database);
    const clients = Array.from({ length: CLIENTS }, () => new Client(server.port));
    for (const client of clients) await client.signIn(person);
    const used = () => processorTime(server.pid, database.pid);

    const cascade = async (from: number, during: number) => {
      const before = used();
      const load = await loadFor(clients, during, async (client, n) => {
        await enterOrder(client, makerOrder(window, from + n, wantedOn));
      });
      console.log(
        `cascade alone: ${load.perSecond} orders/s, p50 ${load.p50Ms} ms, ${perOrder(before, used(), load.count)}`,
      );
      return load.perSecond;
    };
    const membersOf = (n: number) => window.membersOfChain[n % MEMBERS]!;
    const settle = async (from: number, times: CallTimes) => {
      const orders: DeliveredOrder[] = Array.from({ length: ordersPerClosing });
      const waiting = orders.map((_, at) => at);
      await Promise.all(
        clients.map(async (client) => {
          for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
            orders[at] = await deliverOrder(
              client,
              makerOrder(window, from + at, wantedOn),
              membersOf(from + at),
              today,
              times,
            );
        }),
      );
      const closed = await closeDay(clients, orders, window.makerId, today, times);
      return { ...closed, ways: orders.map((order, at) => order.ms + closed.ms[at]!), orders };
    };

    await settle(20_000_000, new CallTimes()); // warm
    const cascadeBefore = await cascade(10_000_000, Math.min(CASCADE_SECONDS, seconds));
    const times = new CallTimes();
    const ways: number[] = [];
    const tradeIds: string[] = [];
    let [invoices, payments] = [0, 0];
    const rowsBefore = await countRows(database);
    const cpuBefore = used();
    const startedAt = performance.now();
    while (performance.now() - startedAt < seconds * 1000) {
      const settled = await settle(ways.length, times);
      ways.push(...settled.ways);
      tradeIds.push(...settled.orders.flatMap((order) => order.tradeIds));
      invoices += settled.invoices;
      payments += settled.payments;
    }
    const took = (performance.now() - startedAt) / 1000;
    const cpu = perOrder(cpuBefore, used(), ways.length);
    const rowsAfter = await countRows(database);
    const rows = rowsAfter.minus(rowsBefore);
    const cascadeAfter = await cascade(11_000_000, Math.min(CASCADE_SECONDS, seconds));
    for (const client of clients) client.close();
    await server.stop();

    for (const line of times.lines(ways.length)) console.log(line);
    console.log(
      `${ways.length} orders of three lines in ${round(took)} s: each a cascade, 3 chains opened by their members, 3 shipments, 2 receipts and 2 inspections between members, the maker's inspection passed through the window; ${ordersPerClosing} orders to a closing day, in all ${invoices} invoices, ${payments} payments received and matched`,
    );
    console.log(`${round(rows / ways.length)} rows written per order, ${cpu}`);
    console.log(`rows per order: ${rowsAfter.largest(rowsBefore, ways.length)}`);
    const admin = await connect(database);
    for (const line of await checkSettled(admin, tradeIds)) console.log(line);
    await admin.end();
    await passDoctor(database, { all: true });
    const perSecond = round(ways.length / took, 2);
    return {
      perSecond,
      p99Ms: round(percentile(ways, 0.99)),
      ratioToCascade: round(perSecond / ((cascadeBefore + cascadeAfter) / 2), 3),
    };
  } finally {
    await database.stop();
  }
}

function perOrder(before: ProcessorTime | undefined, after: ProcessorTime | undefined, orders: number): string {
  if (!before || !after) return "processor time unknown here";
  const each = (key: keyof ProcessorTime) => round((after[key] - before[key]) / orders, 2);
  return `processor time per order: server ${each("serverMs")} ms, database ${each("databaseMs")} ms`;
}
