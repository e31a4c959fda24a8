import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { examine } from "../server/platform/doctor/index.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { type BenchDatabase, durability, openBenchDatabase, round } from "./support/bench-database.ts";
import { Client, loadFor, plantPerson, startBenchServer } from "./support/http-load.ts";
import { companyId, plantRegion } from "./support/region.ts";
import { plantWindow } from "./support/window.ts";

const CLIENTS = 8;
const SECONDS = 30;
const MEMBERS = 20;
const LINES = 1_000_000;

/**
 * A maker's order of three lines arrives at one window and becomes, in one transaction over HTTP, the window's trade and three trades
 * between members, all confirmed by standing rules. Compared with what the same database does at most with the rows of one order.
 *
 * @param args `--lines N` existing trade lines, `--seconds N`: smaller runs while working on it
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const seconds = option("--seconds", SECONDS);
  const yardstick = await loadYardstick();
  const database = await openBenchDatabase();
  try {
    console.log(await durability(database.admin));
    await plantRegion(
      database,
      {
        companies: MEMBERS + 1,
        itemsPerCompany: 200,
        tradeLines: option("--lines", LINES),
        bigSharePercent: 100,
        hasWindow: true,
      },
      (line) => console.log(line),
    );
    const window = await plantWindow(database, { members: MEMBERS, items: 120 });
    const before = await yardstick({ connect: () => connect(database), clients: CLIENTS, seconds: 5 });
    console.log(
      `limit before: ${round(before.ordersPerSecond, 0)} orders of 18 rows/s, ${round(before.emptyCommitsPerSecond, 0)} empty commits/s`,
    );
    const person = await plantPerson(database, [companyId(0)], "window");
    const server = await startBenchServer(database);
    const clients = Array.from({ length: CLIENTS }, () => new Client(server.port));
    for (const client of clients) await client.signIn(person);
    const wantedOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const order = async (client: Client, n: number) => {
      const items = window.itemsOfChain[n % MEMBERS]!;
      const lines = [0, 1, 2].map((i) => ({
        item: items[(Math.floor(n / MEMBERS) + i) % items.length],
        quantity: String(1 + (n % 50)),
        wantedOn,
      }));
      const answer = await client.call("POST", "/api/v1/network/orders", companyId(0), {
        partnerId: window.makerId,
        outsideNumber: `M-${n}`,
        lines,
      });
      if (answer.status >= 300 || !answer.text.includes('"tradeCount":3'))
        throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
    };
    await loadFor(clients, Math.min(5, seconds), (client, n) => order(client, 10_000_000 + n));
    const rowsBefore = await countRows(database);
    const load = await loadFor(clients, seconds, order);
    const rowsPerOrder = round((await countRows(database)).minus(rowsBefore) / load.count, 1);
    for (const client of clients) client.close();
    await server.stop();
    const after = await yardstick({ connect: () => connect(database), clients: CLIENTS, seconds: 5 });
    console.log(
      `limit after: ${round(after.ordersPerSecond, 0)} orders of 18 rows/s, ${round(after.emptyCommitsPerSecond, 0)} empty commits/s`,
    );
    const limitOrdersPerSecond = round((before.ordersPerSecond + after.ordersPerSecond) / 2, 0);
    const shareOfLimit = round((load.perSecond * Math.min(rowsPerOrder, 60)) / (limitOrdersPerSecond * 18), 3);
    console.log(`${load.count} orders in ${seconds} s, ${rowsPerOrder} rows each (at most 60 count)`);
    await seal(database);
    const { findings } = await examine(database.job);
    const broken = findings.filter((finding) => finding.broken > 0);
    for (const finding of findings)
      console.log(`doctor: ${finding.invariant} compared ${finding.compared}, broken ${finding.broken}`);
    if (broken.length > 0)
      throw new Error(
        `doctor found ${broken.map((finding) => `${finding.invariant} (${finding.examples.join(", ")})`).join("; ")}`,
      );
    return {
      perSecond: load.perSecond,
      rowsPerOrder,
      limitOrdersPerSecond,
      shareOfLimit,
      emptyCommitsPerSecond: round((before.emptyCommitsPerSecond + after.emptyCommitsPerSecond) / 2, 0),
      p50Ms: load.p50Ms,
      p99Ms: load.p99Ms,
      clients: CLIENTS,
      windows: 1,
    };
  } finally {
    await database.stop();
  }
}

type Yardstick = (options: {
  connect: () => Promise<pg.Client>;
  clients: number;
  seconds: number;
}) => Promise<{ ordersPerSecond: number; emptyCommitsPerSecond: number }>;

export async function loadYardstick(): Promise<Yardstick> {
  const path = join(projectRoot(), "../shared/bench/order-limit.mjs");
  if (!existsSync(path))
    throw new Error("the yardstick ../shared/bench/order-limit.mjs is not here: nothing to compare with");
  return (await import(pathToFileURL(path).href)).measureOrderLimit;
}

export async function connect(database: BenchDatabase): Promise<pg.Client> {
  const client = new pg.Client(database.admin);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Inserts and updates of all tables so far, as the server counts them; waits until the counters have arrived. */
export async function countRows(
  database: BenchDatabase,
): Promise<{ minus(other: { total: number }): number; total: number }> {
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const client = await connect(database);
  await client.query("select pg_stat_force_next_flush()");
  const { rows } = await client.query<{ total: string }>(
    "select sum(n_tup_ins + n_tup_upd) total from pg_stat_user_tables where schemaname = 'app'",
  );
  await client.end();
  const total = Number(rows[0]!.total);
  return { total, minus: (other) => total - other.total };
}

export async function seal(database: BenchDatabase): Promise<void> {
  const client = new pg.Client(database.job);
  await client.connect();
  await client.query("set statement_timeout = '10min'");
  await client.query("select guard.seal_audit()");
  await client.query("select guard.fold_accounts()");
  await client.end();
}
