import { z } from "zod";
import {
  dispatchedShape,
  dispatchOptionsShape,
  dispatchPreviewShape,
  waitingOrderShape,
  windowOrderShape,
} from "../../domain/network/index.ts";
import { idShape, listQueryShape, ok, pageShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import { listWaitingOrders, wayOf } from "./chain.store.ts";
import { dispatchOrder, previewDispatch } from "./dispatch.service.ts";
import { previewAnswer } from "./preview-answer.ts";
import { enterWindowOrder } from "./window-order.service.ts";

export const orderRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/network/orders",
    kind: "command",
    permission: "network.dispatch",
    summary: {
      en: "Enter a maker's order at the window; it cascades to all members at once where the rules are automatic",
      ja: "窓口でメーカーの注文を登録する（自動ルールなら同時に全社へ振り分ける）",
    },
    body: windowOrderShape,
    response: dispatchedShape,
    status: 201,
    handler: async ({ tx, body, today }) => {
      const entered = await enterWindowOrder(tx, body, today);
      return entered.ok ? ok({ ...entered.value, reasons: [...entered.value.reasons] }) : entered;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/network/orders/waiting",
    kind: "read",
    permission: "network.read",
    summary: { en: "Orders that wait to be dispatched", ja: "振分待ちの受注" },
    query: listQueryShape,
    response: pageShape(waitingOrderShape),
    handler: async ({ tx, query }) => {
      const sort = readSort(query.sort, ["orderedOn"], "-orderedOn");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, ["date", "uuid"]);
      if (!after.ok) return after;
      const place = after.value as [string, string] | null;
      const rows = await listWaitingOrders(tx, place, query.limit + 1, query.search, wayOf(sort.value));
      const page = toPage(rows, query.limit, sort.value.text, (row) => [row.orderedOn, row.tradeId]);
      return ok({ ...page, rows: page.rows.map((row) => ({ ...row, totalYen: row.totalYen.toString() })) });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/orders/:id/precheck",
    kind: "command",
    permission: "network.dispatch",
    summary: {
      en: "What a dispatch would do, and what each step's agreement says of it; asked on record",
      ja: "振分の事前確認（各工程の可否。相手先に記録が残る）",
    },
    params: z.object({ id: idShape }),
    body: dispatchOptionsShape,
    response: dispatchPreviewShape,
    handler: async ({ tx, params, body, today }) => {
      const preview = await previewDispatch(tx, params.id, toOptions(body), today);
      return preview.ok ? ok(previewAnswer(tx, preview.value)) : preview;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/orders/:id/dispatch",
    kind: "command",
    permission: "network.dispatch",
    summary: { en: "Dispatch an order along its chain", ja: "受注を振り分ける" },
    params: z.object({ id: idShape }),
    body: dispatchOptionsShape,
    response: dispatchedShape.omit({ tradeId: true, number: true, reasons: true }),
    handler: ({ tx, params, body, today }) => dispatchOrder(tx, params.id, toOptions(body), today),
  }),
];

type Options = z.output<typeof dispatchOptionsShape>;

function toOptions({ lineNumbers, byHand, fromStock }: Options) {
  return {
    fromStock,
    ...(lineNumbers && { lineNumbers }),
    byHand: byHand.map(({ ruleId, ...one }) => ({ ...one, ...(ruleId && { ruleId }) })),
  };
}
