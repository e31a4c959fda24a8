import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { idShape, type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import { inTransaction } from "../db/index.ts";
import { NEEDS_MEMBERSHIP } from "./route-list.ts";
import type { Machinery } from "./run-route.ts";

const HEARTBEAT_MS = 20_000;
const EVENTS_SCHEMA = {
  tags: ["platform"],
  summary: "Live changes of a company, as server-sent events",
  description:
    "変更のライブ通知\n\n`hello` first, with `missed: true` after a broken line; then `change` with `{ kind, id }`, never a fact. For any member of the company.",
  operationId: "getEvents",
  security: [{ session: [] }],
  querystring: z.object({ company: idShape }),
  response: { 200: { description: "Stream", content: { "text/event-stream": { schema: z.string() } } } },
};

/**
 * `GET /api/v1/events?company=…`: a stream of server-sent events. `hello` comes first; after a broken line the browser
 * connects again by itself and gets `hello` with `missed: true`, upon which it reads its lists anew. `change` carries
 * `{ kind, id }` and never a fact. A comment line every 20 seconds keeps proxies from closing the line.
 */
export function addEventStream(
  app: FastifyInstance,
  { databases, events }: Machinery,
  streamsPerSession: number,
): void {
  const openBySession = new Map<string, number>();

  const url = "/api/v1/events";
  app.routeList.push({ areaId: "platform", method: "GET", url, kind: "read", needs: NEEDS_MEMBERSHIP });
  app.get(url, { schema: EVENTS_SCHEMA }, async (request, reply) => {
    const allowed = await admit(request);
    if (!allowed.ok) return reply.refuse(allowed.refusals);
    const { token, companyId } = allowed.value;
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    });
    const write = (name: string, data: unknown, id?: string) =>
      stream.write(`event: ${name}\n${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(data)}\n\n`);
    stream.write("retry: 3000\n\n");
    openBySession.set(token, (openBySession.get(token) ?? 0) + 1);
    const heartbeat = setInterval(() => stream.write(": still here\n\n"), HEARTBEAT_MS);
    // Listened to before anything is waited for: a page left at once closes its line while the subscription is still being made.
    const closed = new Promise<void>((resolve) => {
      if (stream.destroyed || request.raw.socket.destroyed) resolve();
      else stream.once("close", resolve);
    });
    void closed.then(() => {
      clearInterval(heartbeat);
      const left = (openBySession.get(token) ?? 1) - 1;
      if (left > 0) openBySession.set(token, left);
      else openBySession.delete(token);
    });
    const leave = await events
      .subscribe({ token, companyId, send: (event, id) => write("change", event, id), end: () => stream.end() })
      .catch(() => null);
    void closed.then(leave ?? undefined);
    // Without a listener the stream ends at once, and the browser tries again in three seconds.
    if (leave === null || stream.destroyed) stream.end();
    else write("hello", { missed: request.headers["last-event-id"] !== undefined });
    return reply;
  });

  async function admit(request: FastifyRequest): Promise<Outcome<{ token: string; companyId: string }>> {
    const token = request.sessionToken;
    if (token === null) return refuse("NOT_SIGNED_IN");
    const company = (request.query as { company?: unknown }).company;
    if (typeof company !== "string" || !/^[0-9a-f-]{36}$/.test(company)) return refuse("COMPANY_REQUIRED");
    if ((openBySession.get(token) ?? 0) >= streamsPerSession) return refuse("TOO_MANY_REQUESTS", { seconds: 60 });
    await inTransaction(databases, { token, companyId: company }, async () => null, { readOnly: true });
    return ok({ token, companyId: company });
  }
}
