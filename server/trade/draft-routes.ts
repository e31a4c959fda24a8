import { z } from "zod";
import { idShape, ok, refuse, versionShape } from "../../domain/shared/index.ts";
import {
  draftListQueryShape,
  draftListShape,
  type OrderDraftKind,
  orderDraftShape,
  orderPreviewShape,
  placedTradeShape,
} from "../../domain/trade/index.ts";
import {
  asAnswer,
  createDraft,
  type DraftKind,
  defineRoute,
  discardDraft,
  listDrafts,
  loadDraft,
  type Route,
  saveDraft,
} from "../platform/index.ts";
import { previewOrder, sendOrderDraft } from "./order-draft.service.ts";

type PermissionName = `${string}.${string}`;

export interface DraftRoutes {
  /** `/sales-drafts` or `/purchase-drafts`. */
  readonly base: `/${string}`;
  readonly kinds: readonly [OrderDraftKind, ...OrderDraftKind[]];
  readonly permission: { readonly read: PermissionName; readonly write: PermissionName; readonly send: PermissionName };
  readonly words: { readonly en: string; readonly ja: string };
}

const byId = z.object({ id: idShape });

/** Routes of drafts that become trades: list, keep, look at what they would become, send, throw away. */
export function draftRoutes({ base, kinds, permission, words }: DraftRoutes): Route[] {
  const summary = (en: string, ja: string) => ({ en: `${words.en}: ${en}`, ja: `${words.ja}：${ja}` });
  const kindShape = z.enum(kinds as unknown as [OrderDraftKind, ...OrderDraftKind[]]);
  const draftShape = z.object({
    id: idShape,
    kind: kindShape,
    number: z.string(),
    state: z.enum(["draft", "approved", "sent", "discarded"]),
    sentId: idShape.nullable(),
    updatedAt: z.string(),
    version: versionShape,
    body: orderDraftShape,
  });
  return [
    defineRoute({
      method: "GET",
      url: base,
      kind: "read",
      permission: permission.read,
      summary: summary("drafts, the last touched first", "下書きの一覧"),
      query: draftListQueryShape,
      response: draftListShape,
      handler: async ({ tx, query }) => {
        const wanted: readonly DraftKind[] = kinds.filter((kind) => !query.kind || kind === query.kind);
        const page = await listDrafts(tx, wanted, query);
        return page.ok ? ok(asAnswer(page.value)) : page;
      },
    }),
    defineRoute({
      method: "POST",
      url: base,
      kind: "command",
      permission: permission.write,
      status: 201,
      summary: summary("begin a draft", "下書きを作る"),
      body: z.object({ kind: kindShape, body: orderDraftShape }),
      response: z.object({ id: idShape, number: z.string(), version: versionShape }),
      handler: async ({ tx, body }) =>
        ok(await createDraft(tx, { kind: body.kind, partnerId: body.body.partnerId, body: body.body })),
    }),
    defineRoute({
      method: "GET",
      url: `${base}/:id`,
      kind: "read",
      permission: permission.read,
      summary: summary("one draft", "下書き"),
      params: byId,
      response: draftShape,
      handler: async ({ tx, params }) => {
        const draft = await loadDraft(tx, params.id);
        return draft && (kinds as readonly string[]).includes(draft.kind) ? ok(asAnswer(draft)) : refuse("NOT_FOUND");
      },
    }),
    defineRoute({
      method: "PUT",
      url: `${base}/:id`,
      kind: "command",
      permission: permission.write,
      summary: summary("keep what was typed", "下書きを保存する"),
      params: byId,
      body: z.object({ version: versionShape, body: orderDraftShape }),
      response: z.object({ version: versionShape }),
      handler: async ({ tx, params, body }) =>
        saveDraft(tx, params.id, kinds, { version: body.version, partnerId: body.body.partnerId, body: body.body }),
    }),
    defineRoute({
      method: "POST",
      url: `${base}/preview`,
      kind: "read",
      permission: permission.read,
      summary: summary("what it would become: prices with reasons, totals with tax", "金額と単価の根拠を確認する"),
      body: z.object({ kind: kindShape, body: orderDraftShape }),
      response: orderPreviewShape,
      handler: async ({ tx, body, today }) => ok(asAnswer(await previewOrder(tx, body.kind, body.body, today))),
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/send`,
      kind: "command",
      permission: permission.send,
      summary: summary("send it: it becomes an order", "登録・送信する"),
      params: byId,
      body: z.object({ version: versionShape, isConfirmed: z.boolean().default(false) }),
      response: placedTradeShape,
      handler: async ({ tx, params, body, today }) => {
        const sent = await sendOrderDraft(tx, { id: params.id, kinds, today, ...body });
        return sent.ok ? ok(asAnswer(sent.value)) : sent;
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/discard`,
      kind: "command",
      permission: permission.write,
      summary: summary("throw it away", "下書きを破棄する"),
      params: byId,
      body: z.object({ version: versionShape }),
      response: z.object({ done: z.boolean() }),
      handler: async ({ tx, params, body }) => {
        const discarded = await discardDraft(tx, params.id, kinds, body.version);
        return discarded.ok ? ok({ done: true }) : discarded;
      },
    }),
  ];
}
