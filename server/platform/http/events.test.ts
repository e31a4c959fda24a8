import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { idShape, ok, refuse } from "../../../domain/shared/index.ts";
import { type Browser, startTestServer, type TestServer } from "../../../tests/support/http.ts";
import type { AreaServer } from "./area-server.ts";
import { notifyAfterCommit } from "./events.ts";
import { defineRoute } from "./route.ts";

const area: AreaServer = {
  id: "sales",
  routes: [
    defineRoute({
      method: "POST",
      url: "/orders/:id",
      kind: "command",
      permission: "sales.write",
      summary: "Change an order",
      params: z.object({ id: idShape }),
      body: z.object({ refused: z.boolean() }),
      response: z.null(),
      handler: async ({ tx, params, body }) => {
        await notifyAfterCommit(tx, "sales-order", params.id);
        return body.refused ? refuse("STALE_VERSION") : ok(null);
      },
    }),
  ],
};

interface Stream {
  readonly status: number;
  readonly type: string;
  /** Waits for the next event of a name and gives its data. */
  next(name: string): Promise<Record<string, unknown>>;
  readonly ended: Promise<void>;
  close(): void;
}

let server: TestServer;
let port: number;
let companyId: string;
let otherId: string;
let seller: Browser;
let neighbour: Browser;
beforeAll(async () => {
  server = await startTestServer({ areas: [area], limits: { streamsPerSession: 2 } });
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  port = (server.app.server.address() as AddressInfo).port;
  companyId = await server.addCompany({ code: "F010", name: "山田製作所" });
  otherId = await server.addCompany({ code: "F020", name: "鈴木鍍金" });
  seller = await server.browserOf(companyId, "sales");
  neighbour = await server.browserOf(otherId, "sales");
});
afterAll(() => server.stop());

/** A page that is left before its stream has begun: its line is cut as soon as it is answered, or before. */
function leaveAtOnce(browser: Browser, company: string, when: "answered" | "asked"): Promise<void> {
  const options = { port, path: `/api/v1/events?company=${company}`, headers: { cookie: browser.cookie } };
  return new Promise((resolve) => {
    const request = get(options, (answer) => answer.destroy());
    request.once("error", () => {}).once("close", resolve);
    if (when === "asked") request.once("finish", () => request.destroy());
  });
}

async function open(browser: Browser, company: string, headers: Record<string, string> = {}): Promise<Stream> {
  const options = { port, path: `/api/v1/events?company=${company}`, headers: { cookie: browser.cookie, ...headers } };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => get(options, resolve).on("error", reject));
  const events: { name: string; data: Record<string, unknown> }[] = [];
  let look = () => {};
  let text = "";
  answer.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name && data) events.push({ name, data: JSON.parse(data) });
    }
    look();
  });
  const ended = new Promise<void>((resolve) => answer.once("close", resolve));
  return {
    status: answer.statusCode!,
    type: String(answer.headers["content-type"]),
    ended,
    close: () => answer.destroy(),
    next: (name) =>
      new Promise((resolve) => {
        look = () => {
          const index = events.findIndex((event) => event.name === name);
          if (index < 0) return;
          look = () => {};
          resolve(events.splice(index, 1)[0]!.data);
        };
        look();
      }),
  };
}

const change = (browser: Browser, id: string, refused = false) =>
  browser.call("POST", `/orders/${id}`, { body: { refused } });

describe("the live stream of a company", () => {
  test("tells what changed once it is committed, by kind and id alone", async () => {
    const stream = await open(seller, companyId);
    expect([stream.status, stream.type]).toEqual([200, "text/event-stream; charset=utf-8"]);
    expect(await stream.next("hello")).toEqual({ missed: false });
    const [refused, done] = [randomUUID(), randomUUID()];
    await change(seller, refused, true);
    await change(seller, done);
    expect(await stream.next("change")).toEqual({ kind: "sales-order", id: done });
    stream.close();
  });

  test("tells every change once, also those of many at the same time", async () => {
    const stream = await open(seller, companyId);
    await stream.next("hello");
    const ids = Array.from({ length: 20 }, () => randomUUID());
    await Promise.all(ids.map((id) => change(seller, id)));
    // A change made shortly before the stream was opened may still be told; each of these must be, and once.
    const told: unknown[] = [];
    while (ids.some((id) => !told.includes(id))) told.push((await stream.next("change"))["id"]);
    expect(told.filter((id) => ids.some((one) => one === id)).toSorted()).toEqual(ids.toSorted());
    stream.close();
  });

  test("tells nothing of another company, and lets no stranger in", async () => {
    const own = await open(neighbour, otherId);
    await own.next("hello");
    const [theirs, ours] = [randomUUID(), randomUUID()];
    await change(seller, theirs);
    await change(neighbour, ours);
    expect(await own.next("change")).toEqual({ kind: "sales-order", id: ours });
    own.close();
    expect((await open(neighbour, companyId)).status).toBe(403);
    expect((await open({ ...neighbour, cookie: "" }, otherId)).status).toBe(401);
    expect((await open(neighbour, "everything")).status).toBe(400);
  });

  test("says after a broken line that something may have been missed", async () => {
    const stream = await open(seller, companyId, { "last-event-id": randomUUID() });
    expect(await stream.next("hello")).toEqual({ missed: true });
    stream.close();
  });

  test("is open a limited number of times per session", async () => {
    const visitor = await server.browserOf(companyId, "sales");
    const streams = [await open(visitor, companyId), await open(visitor, companyId)];
    expect((await open(visitor, companyId)).status).toBe(429);
    for (const stream of streams) stream.close();
  });

  test("keeps nothing of pages that were left before their stream had begun", async () => {
    const visitor = await server.browserOf(companyId, "sales");
    for (const when of ["answered", "asked", "answered", "asked"] as const) {
      await leaveAtOnce(visitor, companyId, when);
      // The server hears of the cut line when it hears of it; until then the place counts as taken.
      let stream = await open(visitor, companyId);
      while (stream.status === 429) stream = await open(visitor, companyId);
      stream.close();
      await stream.ended;
    }
  });

  test("ends for who signed out, at the next change at the latest", async () => {
    const leaver = await server.browserOf(otherId, "sales");
    const stream = await open(leaver, otherId);
    await stream.next("hello");
    await leaver.call("POST", "/logout");
    await change(neighbour, randomUUID());
    await stream.ended;
  });

  test("puts nothing but pseudonyms on the line every connection hears", async () => {
    const client = new pg.Client(server.db.app);
    await client.connect();
    await client.query("listen musubi_events");
    const heard = new Promise<string>((resolve) => client.on("notification", ({ payload }) => resolve(payload ?? "")));
    await change(seller, randomUUID());
    expect(await heard).toMatch(/^([\w-]{16})+$/);
    await client.end();
  });
});
