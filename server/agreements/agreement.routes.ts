import { z } from "zod";
import {
  agreementDraftDocumentShape,
  agreementDraftShape,
  agreementListQueryShape,
  agreementListShape,
  agreementShape,
  answerAgreementShape,
  checkedAgreementShape,
  endAgreementShape,
  findPrice,
  findPriceQueryShape,
  foundPriceShape,
  mapItemsShape,
} from "../../domain/agreements/index.ts";
import { decimal, idShape, listQueryShape, ok, pageShape, refuse, versionShape } from "../../domain/shared/index.ts";
import {
  asAnswer,
  createDraft,
  defineRoute,
  discardDraft,
  listDrafts,
  loadDraft,
  type Route,
  saveDraft,
} from "../platform/index.ts";
import {
  answerProposal,
  checkAgreement,
  endOrWithdraw,
  mapAgreementItems,
  proposeAgreement,
} from "./agreement.service.ts";
import { listAgreements, loadAgreementHead, readAgreement } from "./agreement.store.ts";
import { viewAgreement } from "./agreement-view.ts";

const byId = z.object({ id: idShape });
const done = z.object({ done: z.boolean() });
const KINDS = ["agreement"] as const;
const draftRow = z.object({
  id: idShape,
  number: z.string(),
  partnerName: z.string(),
  title: z.string(),
  updatedAt: z.string(),
  createdBy: z.string(),
  version: versionShape,
});

/** Agreements: what is in force and proposed, drafts, answering, ending. */
export const agreementRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/agreements",
    kind: "read",
    permission: "agreements.read",
    summary: { en: "Agreements and price lists, the newest first", ja: "取引契約の一覧" },
    query: agreementListQueryShape,
    response: agreementListShape,
    handler: async ({ tx, query }) => {
      const page = await listAgreements(tx, query);
      return page.ok ? ok(asAnswer(page.value)) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/agreements/:id",
    kind: "read",
    permission: "agreements.read",
    summary: { en: "One agreement", ja: "取引契約の詳細" },
    params: byId,
    response: agreementShape,
    handler: async ({ tx, params }) => {
      const head = await loadAgreementHead(tx, params.id);
      return head ? ok(asAnswer(await viewAgreement(tx, head))) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "GET",
    url: "/agreements/:id/price",
    kind: "read",
    permission: "agreements.read",
    summary: { en: "The agreed price of an item for a quantity on a day, and why", ja: "契約単価を調べる" },
    params: byId,
    query: findPriceQueryShape,
    response: foundPriceShape,
    handler: async ({ tx, params, query }) => {
      if (!(await loadAgreementHead(tx, params.id))) return refuse("NOT_FOUND");
      const { items, prices } = await readAgreement(tx, params.id);
      const priced = items.map((item) => ({
        code: item.code,
        prices: prices.filter((price) => price.lineNumber === item.lineNumber),
      }));
      const found = findPrice({ items: priced }, query.itemCode, decimal(query.quantity), query.date);
      if (!found.ok) return found;
      const { reason, ...price } = found.value;
      return ok(asAnswer({ ...price, ...reason }));
    },
  }),
  defineRoute({
    method: "POST",
    url: "/agreements/:id/answer",
    kind: "command",
    permission: "agreements.write",
    summary: { en: "Accept or decline what the other side proposed", ja: "契約の提案に回答する" },
    params: byId,
    body: answerAgreementShape,
    response: z.object({ state: z.enum(["active", "declined"]) }),
    handler: async ({ tx, params, body, today }) => answerProposal(tx, params.id, body, today),
  }),
  defineRoute({
    method: "PUT",
    url: "/agreements/:id/items",
    kind: "command",
    permission: "agreements.write",
    summary: { en: "Map own items to the agreement's lines", ja: "自社品目を対応付ける" },
    params: byId,
    body: mapItemsShape,
    response: done,
    handler: async ({ tx, params, body }) => {
      const mapped = await mapAgreementItems(tx, params.id, body.items);
      return mapped.ok ? ok({ done: true }) : mapped;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/agreements/:id/end",
    kind: "command",
    permission: "agreements.write",
    summary: {
      en: "End an agreement from a day on, or take an own proposal back",
      ja: "契約を終了する・提案を取り下げる",
    },
    params: byId,
    body: endAgreementShape,
    response: done,
    handler: async ({ tx, params, body, today }) => {
      const ended = await endOrWithdraw(tx, params.id, body.endsOn, today);
      return ended.ok ? ok({ done: true }) : ended;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/agreement-drafts",
    kind: "read",
    permission: "agreements.read",
    summary: { en: "Drafts of agreements", ja: "契約の下書き" },
    query: listQueryShape,
    response: pageShape(draftRow),
    handler: async ({ tx, query }) => {
      const page = await listDrafts(tx, KINDS, { ...query, state: "draft" });
      return page.ok ? ok(asAnswer(page.value)) : page;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/agreement-drafts",
    kind: "command",
    permission: "agreements.write",
    status: 201,
    summary: { en: "Begin a draft of an agreement", ja: "契約の下書きを作る" },
    body: agreementDraftShape,
    response: z.object({ id: idShape, number: z.string(), version: versionShape }),
    handler: async ({ tx, body }) => ok(await createDraft(tx, { kind: "agreement", partnerId: body.partnerId, body })),
  }),
  defineRoute({
    method: "GET",
    url: "/agreement-drafts/:id",
    kind: "read",
    permission: "agreements.read",
    summary: { en: "One draft of an agreement", ja: "契約の下書きの詳細" },
    params: byId,
    response: agreementDraftDocumentShape,
    handler: async ({ tx, params }) => {
      const draft = await loadDraft(tx, params.id);
      return draft?.kind === "agreement" ? ok(asAnswer(draft)) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/agreement-drafts/:id",
    kind: "command",
    permission: "agreements.write",
    summary: { en: "Keep a draft of an agreement", ja: "契約の下書きを保存する" },
    params: byId,
    body: z.object({ version: versionShape, body: agreementDraftShape }),
    response: z.object({ version: versionShape }),
    handler: async ({ tx, params, body }) =>
      saveDraft(tx, params.id, KINDS, { version: body.version, partnerId: body.body.partnerId, body: body.body }),
  }),
  defineRoute({
    method: "POST",
    url: "/agreement-drafts/check",
    kind: "read",
    permission: "agreements.read",
    summary: {
      en: "What the terms contradict, and what the law forbids",
      ja: "契約条件を点検する(取適法の60日ルールなど)",
    },
    body: agreementDraftShape,
    response: checkedAgreementShape,
    handler: async ({ tx, body }) => {
      const { partner, applicability, findings } = await checkAgreement(tx, body);
      const isShared = partner?.linkedCompanyId != null;
      return ok(asAnswer({ applicability, findings, isShared, partnerName: partner?.name ?? "" }));
    },
  }),
  defineRoute({
    method: "POST",
    url: "/agreement-drafts/:id/propose",
    kind: "command",
    permission: "agreements.write",
    summary: { en: "Propose it to the other side", ja: "相手に提案する" },
    params: byId,
    body: z.object({ version: versionShape }),
    response: z.object({ agreementId: idShape, state: z.enum(["proposed", "active"]) }),
    handler: async ({ tx, params, body, today }) =>
      proposeAgreement(tx, { draftId: params.id, version: body.version, today }),
  }),
  defineRoute({
    method: "POST",
    url: "/agreement-drafts/:id/discard",
    kind: "command",
    permission: "agreements.write",
    summary: { en: "Throw a draft away", ja: "契約の下書きを破棄する" },
    params: byId,
    body: z.object({ version: versionShape }),
    response: done,
    handler: async ({ tx, params, body }) => {
      const discarded = await discardDraft(tx, params.id, KINDS, body.version);
      return discarded.ok ? ok({ done: true }) : discarded;
    },
  }),
];
