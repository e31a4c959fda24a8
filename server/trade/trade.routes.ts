import { z } from "zod";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import {
  deliveryDocumentShape,
  deliveryListQueryShape,
  deliveryListShape,
  openLineQueryShape,
  openLineShape,
  openMoves,
  orderItemHitsShape,
  orderItemQueryShape,
  orderTotal,
  tradeDocumentShape,
  tradeLineListQueryShape,
  tradeLineListShape,
  tradeListQueryShape,
  tradeListShape,
} from "../../domain/trade/index.ts";
import { asAnswer, defineRoute, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import {
  DELIVERY_SORTS,
  type DeliverySort,
  listDeliveries,
  listOpenLines,
  readDelivery,
} from "./delivery-list.store.ts";
import { findOrderItems } from "./order-items.store.ts";
import { mySides } from "./sides.ts";
import { readTrade } from "./trade-document.store.ts";
import {
  LINE_SORTS,
  type LineSort,
  listTradeLines,
  listTrades,
  TRADE_SORTS,
  type TradeSort,
} from "./trade-list.store.ts";

const byId = z.object({ id: idShape });
const keysOf = <K extends string>(sorts: Readonly<Record<K, unknown>>) => Object.keys(sorts) as K[];

/** Reading what seller and buyer share, from the acting company's side. Commands stand with each side: sales, purchasing. */
export const tradeRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/trades",
    kind: "read",
    permission: "trade.read",
    summary: { en: "Orders of one side, newest first", ja: "受注・発注の一覧" },
    query: tradeListQueryShape,
    response: tradeListShape,
    handler: async ({ tx, query, today }) => {
      const sort = readSort<TradeSort>(query.sort, keysOf(TRADE_SORTS), "-orderedOn");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, [TRADE_SORTS[sort.value.column].kind, "uuid"]);
      if (!after.ok) return after;
      const rows = await listTrades(tx, query, sort.value, after.value, today);
      return ok(asAnswer(toPage(rows, query.limit, sort.value.text, (row) => [row.sortKey, row.id])));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/trade-lines",
    kind: "read",
    permission: "trade.read",
    summary: {
      en: "Order lines of one side: all, open, late, to ship, to receive",
      ja: "受注明細・発注明細(受注残・発注残)",
    },
    query: tradeLineListQueryShape,
    response: tradeLineListShape,
    handler: async ({ tx, query, today }) => {
      const sort = readSort<LineSort>(query.sort, keysOf(LINE_SORTS), query.show === "all" ? "-wantedOn" : "wantedOn");
      if (!sort.ok) return sort;
      const kinds = [LINE_SORTS[sort.value.column].kind, "uuid", "integer"] as const;
      const after = readCursor(query.cursor, sort.value.text, kinds);
      if (!after.ok) return after;
      const rows = await listTradeLines(tx, query, sort.value, after.value, today);
      const page = toPage(rows, query.limit, sort.value.text, (row) => [row.sortKey, row.tradeId, row.lineNumber]);
      return ok(asAnswer(page));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/trades/:id",
    kind: "read",
    permission: "trade.read",
    summary: { en: "One order with all that followed from it", ja: "受注・発注の詳細" },
    params: byId,
    response: tradeDocumentShape,
    handler: async ({ tx, params }) => {
      const found = await readTrade(tx, params.id);
      if (!found) return refuse("NOT_FOUND");
      const { head, lines } = found;
      const sides = mySides(tx, head);
      const living = lines.filter((line) => !CLOSED.has(line.state));
      const { taxYen } = orderTotal(living, {
        sellerTaxStatus: head.sellerTaxStatus,
        taxRounding: head.taxRounding,
      });
      return ok(
        asAnswer({
          ...found,
          ...head,
          company: {
            name: head.companyName,
            address: head.companyAddress,
            phone: head.companyPhone,
            registrationNumber: head.registrationNumber,
          },
          taxYen,
          lines: lines.map((line) => ({ ...line, moves: openMoves(sides, line.state) })),
          pages: found.pages.map((page) => ({
            ...page,
            answer: page["answer"] ? JSON.stringify(page["answer"]) : null,
          })),
        }),
      );
    },
  }),
  defineRoute({
    method: "GET",
    url: "/deliveries",
    kind: "read",
    permission: "trade.read",
    summary: { en: "Deliveries of one side, newest first", ja: "納品・入荷の一覧" },
    query: deliveryListQueryShape,
    response: deliveryListShape,
    handler: async ({ tx, query }) => {
      const sort = readSort<DeliverySort>(query.sort, keysOf(DELIVERY_SORTS), "-shippedOn");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, [DELIVERY_SORTS[sort.value.column].kind, "uuid"]);
      if (!after.ok) return after;
      const rows = await listDeliveries(tx, query, sort.value, after.value);
      return ok(asAnswer(toPage(rows, query.limit, sort.value.text, (row) => [row.sortKey, row.id])));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/deliveries/:id",
    kind: "read",
    permission: "trade.read",
    summary: { en: "One delivery and what happened to its lines", ja: "納品・入荷の詳細" },
    params: byId,
    response: deliveryDocumentShape,
    handler: async ({ tx, params }) => {
      const found = await readDelivery(tx, params.id);
      if (!found) return refuse("NOT_FOUND");
      const { head } = found;
      const company = {
        name: head["companyName"],
        address: head["companyAddress"],
        phone: head["companyPhone"],
        registrationNumber: head["registrationNumber"],
      };
      return ok(asAnswer({ ...head, ...found, company }));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/open-lines",
    kind: "read",
    permission: "trade.read",
    summary: { en: "Confirmed lines that can be shipped, or received from outside, now", ja: "出荷・入荷できる明細" },
    query: openLineQueryShape,
    response: z.object({ rows: z.array(openLineShape) }),
    handler: async ({ tx, query }) =>
      ok(asAnswer({ rows: await listOpenLines(tx, query.side, query.partnerId ?? null) })),
  }),
  defineRoute({
    method: "GET",
    url: "/order-items",
    kind: "read",
    permission: "trade.read",
    summary: { en: "Items for an order line, as somebody types", ja: "明細に入力できる品目の候補" },
    query: orderItemQueryShape,
    response: orderItemHitsShape,
    handler: async ({ tx, query }) =>
      ok({ rows: await findOrderItems(tx, { ...query, partnerId: query.partnerId ?? null }) }),
  }),
];

const CLOSED: ReadonlySet<string> = new Set(["declined", "cancelled", "expired", "withdrawn"]);
