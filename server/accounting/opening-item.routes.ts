import { z } from "zod";
import {
  agreeOpeningItemShape,
  disputeOpeningItemShape,
  type OpeningPart,
  openingItemListQueryShape,
  openingItemListShape,
  openingItemShape,
  openingSourcesQueryShape,
  openingSourcesShape,
  proposedOpeningItemsShape,
  proposeOpeningItemsShape,
  reproposeOpeningItemShape,
} from "../../domain/accounting/index.ts";
import { idShape, type Outcome, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { inText } from "./in-text.ts";
import {
  agreeOpeningItem,
  disputeOpeningItem,
  openingSources,
  proposeOpeningItems,
  reproposeOpeningItem,
  showOpeningItem,
  withdrawOpeningItem,
} from "./opening-item.service.ts";
import { listOpeningItems, type OpeningItemRecord } from "./opening-item.store.ts";

const byId = z.object({ id: idShape });
const read = "accounting.read";
const write = "accounting.write";

export const openingItemRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/opening-items",
    kind: "read",
    permission: read,
    summary: { en: "Open items from before a link, proposed and answered", ja: "引継残高の一覧" },
    query: openingItemListQueryShape,
    response: openingItemListShape,
    handler: ({ tx, query }) => listOpeningItems(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/opening-sources",
    kind: "read",
    permission: read,
    summary: { en: "Own open papers with a linked partner, to be proposed", ja: "引き継げる自社の残高" },
    query: openingSourcesQueryShape,
    response: openingSourcesShape,
    handler: async ({ tx, query }) => {
      const found = await openingSources(tx, query.partnerId);
      return found.ok ? ok({ partnerName: found.value.partner.name, rows: inText(found.value.sources) }) : found;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/opening-items",
    kind: "command",
    permission: write,
    summary: { en: "Propose open items to a linked partner", ja: "引継残高を提示する" },
    status: 201,
    body: proposeOpeningItemsShape,
    response: proposedOpeningItemsShape,
    handler: ({ tx, body }) =>
      proposeOpeningItems(tx, {
        ...body,
        items: body.items.map((item) => ({
          ...item,
          amountYen: BigInt(item.amountYen),
          parts: partsOf(item.parts),
        })),
      }),
  }),
  defineRoute({
    method: "GET",
    url: "/opening-items/:id",
    kind: "read",
    permission: read,
    summary: { en: "One open item from before a link", ja: "引継残高" },
    params: byId,
    response: openingItemShape,
    handler: ({ tx, params }) => shown(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/opening-items/:id/agree",
    kind: "command",
    permission: write,
    summary: { en: "Agree to an open item: it becomes one record of both", ja: "引継残高に同意する" },
    params: byId,
    body: agreeOpeningItemShape,
    response: openingItemShape,
    handler: async ({ tx, params, body, today }) =>
      after(tx, await agreeOpeningItem(tx, params.id, { round: body.round, parts: partsOf(body.parts), on: today })),
  }),
  defineRoute({
    method: "POST",
    url: "/opening-items/:id/dispute",
    kind: "command",
    permission: write,
    summary: { en: "Say what differs in an open item", ja: "引継残高の相違を伝える" },
    params: byId,
    body: disputeOpeningItemShape,
    response: openingItemShape,
    handler: async ({ tx, params, body }) =>
      after(
        tx,
        await disputeOpeningItem(tx, params.id, {
          ...body,
          amountYen: body.amountYen === null ? null : BigInt(body.amountYen),
        }),
      ),
  }),
  defineRoute({
    method: "POST",
    url: "/opening-items/:id/repropose",
    kind: "command",
    permission: write,
    summary: { en: "Propose an open item anew after the other side's word", ja: "引継残高を提示し直す" },
    params: byId,
    body: reproposeOpeningItemShape,
    response: openingItemShape,
    handler: async ({ tx, params, body }) =>
      after(
        tx,
        await reproposeOpeningItem(tx, params.id, {
          ...body,
          amountYen: BigInt(body.amountYen),
          parts: partsOf(body.parts),
        }),
      ),
  }),
  defineRoute({
    method: "POST",
    url: "/opening-items/:id/withdraw",
    kind: "command",
    permission: write,
    summary: { en: "Take a proposed open item back", ja: "引継残高を取り下げる" },
    params: byId,
    response: openingItemShape,
    handler: async ({ tx, params }) => after(tx, await withdrawOpeningItem(tx, params.id)),
  }),
];

function partsOf(parts: z.output<typeof agreeOpeningItemShape>["parts"]): OpeningPart[] {
  return parts.map((part) => ({ ...part, amountYen: BigInt(part.amountYen) }));
}

async function after(tx: Tx, moved: Outcome<{ id: string }>) {
  return moved.ok ? shown(tx, moved.value.id) : moved;
}

async function shown(tx: Tx, id: string) {
  const found = await showOpeningItem(tx, id);
  if (!found.ok) return found;
  const { item, sources, suggested, moves } = found.value;
  return ok({
    ...item,
    said: [...item.said],
    moves,
    sources: inText(sources),
    suggested: inText(suggested),
    parts: inText(joinEvents(item.parts)),
  });
}

/** Accepted goods are kept event by event and shown delivery by delivery. */
function joinEvents(parts: OpeningItemRecord["parts"]) {
  const shown = new Map<string, OpeningPart & { number: string }>();
  for (const { kind, sourceId, number, amountYen } of parts) {
    const key = sourceId ?? "ledger";
    const before = shown.get(key)?.amountYen ?? 0n;
    shown.set(key, {
      kind: kind === "event" ? "delivery" : kind,
      sourceId,
      number,
      amountYen: before + amountYen,
    });
  }
  return [...shown.values()];
}
