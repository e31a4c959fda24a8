import { receivedOutsideShape, receiveOutsideShape } from "../../domain/purchasing/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { receiveFromOutside } from "../trade/index.ts";

/** Goods of suppliers outside the platform. */
export const receiptRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/arrivals",
    kind: "command",
    permission: "purchasing.receive",
    status: 201,
    summary: { en: "Receive goods of a supplier outside the platform", ja: "社外の仕入先からの入荷を記録する" },
    body: receiveOutsideShape,
    response: receivedOutsideShape,
    handler: async ({ tx, body }) =>
      receiveFromOutside(tx, {
        receivedOn: body.receivedOn,
        supplierNumber: body.supplierNumber,
        note: body.note,
        lines: body.lines.map(({ quantity, lotCode, ...line }) => ({
          ...line,
          quantity: decimal(quantity),
          ...(lotCode && { lotCode }),
        })),
      }),
  }),
];
