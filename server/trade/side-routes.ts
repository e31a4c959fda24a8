import { z } from "zod";
import { addDays, decimal, idShape, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import {
  answerChangeShape,
  createdPartnerPageShape,
  createPartnerPageShape,
  type LineState,
  movedLinesShape,
  moveLinesShape,
  proposeChangeShape,
  proposedChangeShape,
} from "../../domain/trade/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { answerChange, proposeChange } from "./change.service.ts";
import { loadChange } from "./change.store.ts";
import { moveLines } from "./move-lines.service.ts";
import { createPartnerPage, withdrawPartnerPage } from "./partner-page.service.ts";
import { sideOf } from "./trade.store.ts";

type PermissionName = `${string}.${string}`;

/** One side's commands on its orders: the seller's stand in sales, the buyer's in purchasing, both on the same record. */
export interface SideRoutes {
  /** `/sales-orders` or `/purchase-orders`. */
  readonly base: `/${string}`;
  readonly side: "S" | "B";
  readonly permission: PermissionName;
  readonly words: { readonly en: string; readonly ja: string };
}

const byId = z.object({ id: idShape });
const done = z.object({ done: z.boolean() });

/** Routes that move lines, ask for and answer changes, and send links to partners without an account. */
export function sideRoutes({ base, side, permission, words }: SideRoutes): Route[] {
  const summary = (en: string, ja: string) => ({ en: `${words.en}: ${en}`, ja: `${words.ja}：${ja}` });
  return [
    defineRoute({
      method: "POST",
      url: `${base}/:id/lines/move`,
      kind: "command",
      permission,
      summary: summary("move lines to their next state", "明細の状態を進める"),
      params: byId,
      body: moveLinesShape,
      response: movedLinesShape,
      handler: async ({ tx, params, body, today }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        return moveLines(tx, {
          tradeId: params.id,
          today,
          lines: body.lines.map(({ unitPrice, promisedOn, validUntil, reason, ...line }) => ({
            ...line,
            to: line.to as LineState,
            ...(unitPrice !== undefined && { unitPrice: decimal(unitPrice) }),
            ...(promisedOn !== undefined && { promisedOn }),
            ...(validUntil !== undefined && { validUntil }),
            ...(reason !== undefined && { reason }),
          })),
        });
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/changes`,
      kind: "command",
      permission,
      status: 201,
      summary: summary("ask for a change", "変更を依頼する"),
      params: byId,
      body: proposeChangeShape,
      response: proposedChangeShape,
      handler: async ({ tx, params, body, today }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        return proposeChange(tx, {
          tradeId: params.id,
          today,
          reason: body.reason,
          costYen: BigInt(body.costYen),
          expiresOn: body.expiresOn,
          lines: body.lines.map(({ quantity, unitPrice, isCancel, wantedOn, promisedOn, ...line }) => ({
            ...line,
            ...(quantity !== undefined && { quantity: decimal(quantity) }),
            ...(unitPrice !== undefined && { unitPrice: decimal(unitPrice) }),
            ...(isCancel !== undefined && { isCancel }),
            ...(wantedOn !== undefined && { wantedOn }),
            ...(promisedOn !== undefined && { promisedOn }),
          })),
        });
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/changes/:changeId/answer`,
      kind: "command",
      permission,
      summary: summary("answer a change, or take the own one back", "変更依頼に回答する"),
      params: byId.extend({ changeId: idShape }),
      body: answerChangeShape,
      response: done,
      handler: async ({ tx, params, body, today }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        const change = await loadChange(tx, params.changeId);
        if (change?.tradeId !== params.id) return refuse("NOT_FOUND");
        const answered = await answerChange(tx, { changeId: params.changeId, ...body, today });
        return answered.ok ? ok({ done: true }) : answered;
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/links`,
      kind: "command",
      permission,
      status: 201,
      summary: summary("make a link for a partner without an account", "取引先向けリンクを発行する"),
      params: byId,
      body: createPartnerPageShape,
      response: createdPartnerPageShape,
      handler: async ({ tx, params, body, today }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        return createPartnerPage(tx, {
          tradeId: params.id,
          expiresAt: `${addDays(today, body.days + 1)}T00:00:00+09:00`,
        });
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/links/:linkId/withdraw`,
      kind: "command",
      permission,
      summary: summary("take a link back", "取引先向けリンクを取り消す"),
      params: byId.extend({ linkId: idShape }),
      response: done,
      handler: async ({ tx, params }) => {
        const withdrawn = await withdrawPartnerPage(tx, { tradeId: params.id, pageId: params.linkId });
        return withdrawn.ok ? ok({ done: true }) : withdrawn;
      },
    }),
  ];
}

/** The order is one of the acting company's, on this side; another company's and another side's are the same to the caller. */
async function requireSide(tx: Tx, tradeId: string, side: "S" | "B"): Promise<Outcome<null, "NOT_FOUND">> {
  return (await sideOf(tx, tradeId)) === side ? ok(null) : refuse("NOT_FOUND");
}
