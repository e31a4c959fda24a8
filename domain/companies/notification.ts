import { z } from "zod";
import { idShape, pageShape } from "../shared/index.ts";
import type { Permission } from "./permissions.ts";

/** As what a company hears of something: as seller, as buyer, or as neither. */
export type NewsSide = "S" | "B" | "O";

interface News {
  /** Whose work it is: a person without it is not told. */
  readonly permission: Permission;
  /** Page of the record, below the company; `:id` is its id. */
  readonly page: string;
}
type NewsBySide = Partial<Readonly<Record<NewsSide, News>>>;

const news = (permission: Permission, page: string): News => ({ permission, page });
const order = { S: "sales/orders/:id", B: "purchasing/orders/:id" } as const;
const seller = (permission: Permission = "sales.confirm"): NewsBySide => ({ S: news(permission, order.S) });
const buyer = (): NewsBySide => ({ B: news("purchasing.order", order.B) });
const both: NewsBySide = { ...seller(), ...buyer() };
const payment = {
  S: news("accounting.pay", "accounting/payments/:id"),
  B: news("accounting.pay", "accounting/payments/:id"),
};
const invoice = { S: news("sales.bill", "accounting/invoices/:id"), B: news("trade.bills", "accounting/invoices/:id") };
const openingItem = {
  S: news("accounting.write", "accounting/opening-items/:id"),
  B: news("accounting.write", "accounting/opening-items/:id"),
};
const link = { O: news("parties.write", "parties/links") };
const delivery: NewsBySide = { S: news("sales.ship", "sales/deliveries/:id") };

/**
 * What people are told by the bell: the kinds of events, and for each side whose work it concerns and where it leads. Order and
 * wording follow how work flows; what is not named here changes screens and tells nobody. Everything named is an event row of the
 * company's own (`announce`); names, numbers and states are read from its own faces, so that nothing of the other side can stand in it.
 */
export const NEWS: Readonly<Record<string, NewsBySide>> = {
  "trade.enquired": seller(),
  "trade.placed": seller(),
  "trade.cancelled": seller(),
  "trade.quoted": buyer(),
  "trade.confirmed": both,
  "trade.declined": buyer(),
  "trade.countered": buyer(),
  "trade.withdrawn": buyer(),
  "trade.expired": buyer(),
  "trade.moved": both,
  "trade.deliveryAsked": seller(),
  "trade.changeProposed": both,
  "trade.changeByRule": seller(),
  "trade.changeAgreed": both,
  "trade.changeDeclined": both,
  "trade.changeCountered": both,
  "trade.changeWithdrawn": both,
  "trade.changeExpired": both,
  "partnerPage.answered": both,
  "delivery.shipped": { B: news("purchasing.receive", "purchasing/arrivals/:id") },
  "delivery.handedOver": { B: news("purchasing.receive", "purchasing/arrivals/:id") },
  "delivery.received": delivery,
  "delivery.judged": delivery,
  "delivery.rejected": delivery,
  "delivery.returned": delivery,
  "invoice.issued": invoice,
  "invoice.acknowledged": invoice,
  "invoice.disputed": invoice,
  "invoice.overdue": { S: invoice.S, B: news("accounting.pay", "accounting/invoices/:id") },
  "payment.sent": payment,
  "payment.received": payment,
  "payment.matched": payment,
  "payment.reversed": payment,
  "agreements.agreement": {
    S: news("agreements.write", "agreements/:id"),
    B: news("agreements.write", "agreements/:id"),
  },
  "parties.partner_link.proposed": link,
  "parties.partner_link.linked": link,
  "parties.partner_link.declined": link,
  "accounting.opening_item.proposed": openingItem,
  "accounting.opening_item.differs": openingItem,
  "accounting.opening_item.agreed": openingItem,
  "network.chain": { O: news("network.dispatch", "network/chains/:id") },
  // A member is asked, the window hears the answers.
  "network.chainChange": {
    S: news("sales.confirm", "network/changes"),
    O: news("network.dispatch", "network/chains/:id"),
  },
  // A member reports what the maker took, the window answers it.
  "network.farEnd": {
    S: news("sales.ship", "network/far-end-reports"),
    O: news("network.dispatch", "network/far-end"),
  },
  "planning.exceptions": { O: news("planning.plan", "planning/exceptions") },
  "accounting.monthToClose": { O: news("accounting.close", "accounting/closing") },
};

/** Kinds of events, each with the sides as which a person with these permissions is told of it: `["trade.placed", "S"]`. */
export function newsFor(may: ReadonlySet<string>): { readonly kind: string; readonly sides: readonly NewsSide[] }[] {
  return Object.entries(NEWS).flatMap(([kind, bySide]) => {
    const sides = (Object.keys(bySide) as NewsSide[]).filter((side) => may.has(bySide[side]!.permission));
    return sides.length > 0 ? [{ kind, sides }] : [];
  });
}

/** Where a notification leads, below the company. */
export function newsPage(kind: string, side: NewsSide, subjectId: string): string {
  return NEWS[kind]?.[side]?.page.replace(":id", subjectId) ?? "";
}

export const notificationQueryShape = z.object({
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  unread: z.enum(["true", "false"]).optional(),
});
const notificationShape = z.object({
  id: idShape,
  kind: z.string().meta({ example: "trade.placed" }),
  side: z.enum(["S", "B", "O"]).meta({ description: "as seller, as buyer, or as neither" }),
  at: z.string().meta({ format: "date-time" }),
  isRead: z.boolean(),
  /** Number (or name, or month) of the record, as the reader's company knows it. */
  number: z.string().nullable(),
  partnerName: z.string().nullable(),
  count: z.int().nullable(),
  /** Page of the record, below the company. */
  to: z.string(),
});
export const notificationPageShape = pageShape(notificationShape);
export const unreadShape = z.object({ count: z.int(), isMore: z.boolean() });
