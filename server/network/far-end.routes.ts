import { z } from "zod";
import {
  farEndDoneShape,
  farEndReportShape,
  farEndRowShape,
  farEndShape,
  ownFarEndRowShape,
} from "../../domain/network/index.ts";
import { decimal, idShape, listQueryShape, ok, pageShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import { wayOf } from "./chain.store.ts";
import { recordFarEnd } from "./far-end.service.ts";
import { listFarEnd } from "./far-end.store.ts";
import { applyReport, declineReport, reportFarEnd, withdrawReport } from "./far-end-report.service.ts";
import { listOwnFarEnd } from "./far-end-report.store.ts";

const byId = z.object({ id: idShape });

/** What the maker took of goods that went straight to it: as the window books it, and as the last member reports it. */
export const farEndRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/network/far-end",
    kind: "read",
    permission: "network.read",
    summary: {
      en: "Goods that went straight to the maker and wait for its inspection, oldest first",
      ja: "メーカー検収待ちの直送品",
    },
    query: listQueryShape.extend({ chainId: idShape.optional().meta({ description: "of one chain only" }) }),
    response: pageShape(farEndRowShape),
    handler: async ({ tx, query }) => {
      const sort = readSort(query.sort, ["shippedOn"], "shippedOn");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, ["date", "uuid"]);
      if (!after.ok) return after;
      const place = after.value as [string, string] | null;
      const way = wayOf(sort.value);
      const rows = await listFarEnd(tx, query.chainId ?? null, place, query.limit + 1, query.search, way);
      const page = toPage(rows, query.limit, sort.value.text, (row) => [row.shippedOn, row.deliveryId]);
      return ok({
        ...page,
        rows: page.rows.map((row) => ({
          ...row,
          report: row.report && { ...row.report, lines: [...row.report.lines] },
          lines: [...row.lines],
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/far-end",
    kind: "command",
    permission: "network.dispatch",
    summary: {
      en: "The maker inspected goods that went straight from the last step to it",
      ja: "直送品のメーカー検収を記録する",
    },
    body: farEndShape,
    response: farEndDoneShape,
    handler: ({ tx, body, today }) =>
      recordFarEnd(tx, {
        deliveryId: body.deliveryId,
        judgedOn: body.judgedOn ?? today,
        carrier: body.carrier,
        lines: wordsOf(body),
      }),
  }),
  defineRoute({
    method: "POST",
    url: "/network/far-end-reports/:id/apply",
    kind: "command",
    permission: "network.dispatch",
    summary: { en: "Book a member's report as it stands", ja: "会員の検収報告のとおり記録する" },
    params: byId,
    response: farEndDoneShape,
    handler: ({ tx, params }) => applyReport(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/network/far-end-reports/:id/decline",
    kind: "command",
    permission: "network.dispatch",
    summary: { en: "Send a member's report back", ja: "会員の検収報告を差し戻す" },
    params: byId,
    body: z.object({ words: z.string().trim().max(1000).default("") }),
    response: z.null(),
    handler: ({ tx, params, body }) => declineReport(tx, params.id, body.words),
  }),
  defineRoute({
    method: "GET",
    url: "/network/far-end-reports",
    kind: "read",
    permission: "trade.read",
    summary: {
      en: "Our deliveries straight to a maker whose inspection we may report",
      ja: "検収を報告できる自社の直送品",
    },
    query: listQueryShape,
    response: pageShape(ownFarEndRowShape),
    handler: async ({ tx, query }) => {
      const page = await listOwnFarEnd(tx, query);
      return page.ok
        ? ok({ ...page.value, rows: page.value.rows.map((row) => ({ ...row, lines: [...row.lines] })) })
        : page;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/far-end-reports",
    kind: "command",
    permission: "sales.ship",
    status: 201,
    summary: {
      en: "Report to the window what the maker took of our delivery; nothing is booked until the window does",
      ja: "直送先の検収を窓口に報告する（窓口が記録するまで何も動かない）",
    },
    body: farEndReportShape,
    response: z.object({ id: idShape }),
    handler: ({ tx, body, today }) =>
      reportFarEnd(tx, { deliveryId: body.deliveryId, judgedOn: body.judgedOn ?? today, lines: wordsOf(body) }),
  }),
  defineRoute({
    method: "POST",
    url: "/network/far-end-reports/:id/withdraw",
    kind: "command",
    permission: "sales.ship",
    summary: { en: "Take our report back", ja: "検収の報告を取り下げる" },
    params: byId,
    response: z.null(),
    handler: ({ tx, params }) => withdrawReport(tx, params.id),
  }),
];

function wordsOf({ lines }: Pick<z.output<typeof farEndShape>, "lines">) {
  return lines.map((line) => ({ ...line, accepted: decimal(line.accepted), rejected: decimal(line.rejected) }));
}
