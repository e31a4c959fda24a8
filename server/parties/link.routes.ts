import { z } from "zod";
import {
  companyProfilePageShape,
  companyProfileQueryShape,
  type PartnerLink,
  partnerLinkAnswerShape,
  partnerLinkInputShape,
  partnerLinkPageShape,
  partnerLinkQueryShape,
  partnerLinkShape,
} from "../../domain/parties/index.ts";
import { idShape, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, newId, type Route, type Tx } from "../platform/index.ts";
import {
  answerLink,
  findCompanyProfiles,
  hasOpenLink,
  insertLink,
  listLinks,
  loadCompanyProfile,
  withdrawLink,
} from "./link.store.ts";
import { loadPartner } from "./partner.store.ts";

const params = z.object({ id: idShape });

export const linkRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/company-profiles",
    kind: "read",
    permission: "parties.read",
    summary: { en: "Companies that can be found", ja: "公開している会社を探す" },
    query: companyProfileQueryShape,
    response: companyProfilePageShape,
    handler: async ({ tx, query }) => ok({ rows: await findCompanyProfiles(tx, query.search) }),
  }),
  defineRoute({
    method: "GET",
    url: "/partner-links",
    kind: "read",
    permission: "parties.read",
    summary: { en: "Links with other companies, proposed and answered", ja: "取引先連携一覧" },
    query: partnerLinkQueryShape,
    response: partnerLinkPageShape,
    handler: async ({ tx, query }) => ok({ rows: await listLinks(tx, query) }),
  }),
  defineRoute({
    method: "POST",
    url: "/partner-links",
    kind: "command",
    permission: "parties.write",
    summary: { en: "Propose a link to another company", ja: "取引先連携を申し込む" },
    status: 201,
    body: partnerLinkInputShape,
    response: partnerLinkShape,
    handler: async ({ tx, body }) => {
      if (body.companyId === tx.companyId) return refuse("LINK_TO_SELF", undefined, "companyId");
      if (!(await loadCompanyProfile(tx, body.companyId))) return refuse("COMPANY_NOT_FOUND", undefined, "companyId");
      const card = await checkCard(tx, body.partnerId);
      if (!card.ok) return card;
      if (await hasOpenLink(tx, body.companyId)) return refuse("LINK_EXISTS", undefined, "companyId");
      const id = newId();
      await insertLink(tx, { id, ...body });
      await record(tx, "parties.propose-link", "proposed", id);
      return answered(tx, id);
    },
  }),
  defineRoute({
    method: "POST",
    url: "/partner-links/:id/answer",
    kind: "command",
    permission: "parties.write",
    summary: { en: "Accept or decline a link", ja: "取引先連携に回答する" },
    params,
    body: partnerLinkAnswerShape,
    response: partnerLinkShape,
    handler: async ({ tx, params, body }) => {
      const [link] = await listLinks(tx, { id: params.id });
      if (link?.direction !== "received") return refuse("NOT_FOUND");
      if (link.state !== "proposed") return refuse("LINK_ANSWERED");
      if (body.accept) {
        if (body.partnerId === null) return refuse("REQUIRED", undefined, "partnerId");
        const card = await checkCard(tx, body.partnerId);
        if (!card.ok) return card;
      }
      await answerLink(tx, params.id, body.accept, body.accept ? body.partnerId : null);
      await (body.accept
        ? record(tx, "parties.accept-link", "linked", params.id)
        : record(tx, "parties.decline-link", "declined", params.id));
      return answered(tx, params.id);
    },
  }),
  defineRoute({
    method: "POST",
    url: "/partner-links/:id/withdraw",
    kind: "command",
    permission: "parties.write",
    summary: { en: "Take a proposed link back", ja: "取引先連携の申込を取り下げる" },
    params,
    response: partnerLinkShape,
    handler: async ({ tx, params }) => {
      const [link] = await listLinks(tx, { id: params.id });
      if (link?.direction !== "sent") return refuse("NOT_FOUND");
      if (link.state !== "proposed") return refuse("LINK_ANSWERED");
      await withdrawLink(tx, params.id);
      await record(tx, "parties.withdraw-link", "withdrawn", params.id);
      return answered(tx, params.id);
    },
  }),
];

/** The own card a link is for: it must be there, and stand for nobody else yet. */
async function checkCard(tx: Tx, partnerId: string): Promise<Outcome<null>> {
  const partner = await loadPartner(tx, partnerId);
  if (!partner) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  return partner.linkedCompanyId === null
    ? ok(null)
    : refuse("PARTNER_LINKED_ALREADY", { name: partner.name }, "partnerId");
}

async function answered(tx: Tx, id: string) {
  const [link] = await listLinks(tx, { id });
  return ok(link!);
}

/** Own trail and own screens; the other company hears of it from the guard. */
async function record(tx: Tx, command: string, state: PartnerLink["state"], subjectId: string): Promise<void> {
  await audit(tx, [{ command, subjectKind: "partner_link", subjectId }]);
  await announce(tx, [{ kind: `parties.partner_link.${state}`, subjectId }]);
}
