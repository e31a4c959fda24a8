import { type JumpHit, jumpAnswerShape, jumpQueryShape, permissionsOf } from "../../domain/companies/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll, type Tx } from "../platform/index.ts";
import { type FoundNumber, findByNumber, findByWords, type NumberSearch } from "./jump.store.ts";

export const jumpRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/jump",
    kind: "read",
    permission: "companies.read",
    summary: { en: "Find an item, a partner or a document", ja: "品目・取引先・伝票を探す" },
    query: jumpQueryShape,
    response: jumpAnswerShape,
    handler: async ({ tx, query }) => ok({ rows: await jump(tx, query.q) }),
  }),
];

/** Shorter texts would find half of all documents. */
const SHORTEST_NUMBER = 2;

const PAGES: Record<FoundNumber["kind"], string> = {
  sales: "sales/orders",
  purchasing: "purchasing/orders",
  workOrder: "production/orders",
  invoice: "accounting/invoices",
  shipment: "sales/deliveries",
  arrival: "purchasing/arrivals",
};

/** Looks in everything the person may read; documents first when the text is the beginning of a number. */
async function jump(tx: Tx, text: string): Promise<JumpHit[]> {
  const may = permissionsOf(tx.roles);
  const page = (path: string) => `/c/${tx.companyId}/${path}`;
  const none = Promise.resolve([]);
  const sides = [
    ...(may.has("sales.read") ? ["S" as const] : []),
    ...(may.has("purchasing.read") ? ["B" as const] : []),
  ];
  const numbers = (search: NumberSearch, allowed: boolean) =>
    allowed && text.length >= SHORTEST_NUMBER ? findByNumber(tx, search, text, sides) : none;
  const words = (kind: "item" | "partner", allowed: boolean) => (allowed ? findByWords(tx, kind, text) : none);
  const [trades, workOrders, invoices, deliveries, items, partners] = await settleAll([
    numbers("trade", sides.length > 0),
    numbers("workOrder", may.has("production.read")),
    numbers("invoice", may.has("accounting.read") && sides.length > 0),
    numbers("delivery", sides.length > 0),
    words("item", may.has("items.read")),
    words("partner", may.has("parties.read")),
  ]);
  return [
    ...[...trades, ...workOrders, ...invoices, ...deliveries].map((found) => ({
      kind: found.kind === "shipment" || found.kind === "arrival" ? ("delivery" as const) : found.kind,
      label: found.number,
      detail: found.detail,
      href: page(`${PAGES[found.kind]}/${found.id}`),
    })),
    ...items.map(({ id, code, name }) => ({
      kind: "item" as const,
      label: code,
      detail: name,
      href: page(`items/${id}`),
    })),
    ...partners.map(({ id, code, name }) => ({
      kind: "partner" as const,
      label: name,
      detail: code,
      href: page(`parties/partners/${id}`),
    })),
  ];
}
