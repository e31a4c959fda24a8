import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type pg from "pg";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { durability, openBenchDatabase, round } from "./support/bench-database.ts";
import { Client, loadFor, plantPerson, startBenchServer } from "./support/http-load.ts";
import { connect, countRows, passDoctor } from "./support/live-database.ts";
import { enterOrder, makerOrder } from "./support/maker-order.ts";
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
      await enterOrder(client, makerOrder(window, n, wantedOn));
    };
    await loadFor(clients, Math.min(5, seconds), (client, n) => order(client, 10_000_000 + n));
    const rowsBefore = await countRows(database);
    const load = await loadFor(clients, seconds, order);
    const rowsAfter = await countRows(database);
    const rowsPerOrder = round(rowsAfter.minus(rowsBefore) / load.count, 1);
    for (const client of clients) client.close();
    await server.stop();
    const after = await yardstick({ connect: () => connect(database), clients: CLIENTS, seconds: 5 });
    console.log(
      `limit after: ${round(after.ordersPerSecond, 0)} orders of 18 rows/s, ${round(after.emptyCommitsPerSecond, 0)} empty commits/s`,
    );
    const limitOrdersPerSecond = round((before.ordersPerSecond + after.ordersPerSecond) / 2, 0);
    const shareOfLimit = round((load.perSecond * Math.min(rowsPerOrder, 60)) / (limitOrdersPerSecond * 18), 3);
    console.log(
      `${load.count} orders in ${seconds} s, ${rowsPerOrder} rows each (at most 60 count): ${rowsAfter.largest(rowsBefore, load.count)}`,
    );
    await passDoctor(database);
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

async function loadYardstick(): Promise<Yardstick> {
  const path = join(projectRoot(), "../shared/bench/order-limit.mjs");
  if (!existsSync(path))
    throw new Error("the yardstick ../shared/bench/order-limit.mjs is not here: nothing to compare with");
  return (await import(pathToFileURL(path).href)).measureOrderLimit;
}
