import { shippedShape, shipShape } from "../../domain/sales/index.ts";
import { decimal, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { ship } from "../trade/index.ts";

/** Sending goods. */
export const shipmentRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/shipments",
    kind: "command",
    permission: "sales.ship",
    status: 201,
    summary: { en: "Ship lines of one or more orders to one partner", ja: "出荷する" },
    body: shipShape,
    response: shippedShape,
    handler: async ({ tx, body }) => {
      const shipped = await ship(tx, {
        shippedOn: body.shippedOn,
        ...(body.expectedOn && { expectedOn: body.expectedOn }),
        carrier: body.carrier,
        note: body.note,
        lines: body.lines.map(({ quantity, lotId, placeId, ...line }) => ({
          ...line,
          quantity: decimal(quantity),
          ...(lotId && { lotId }),
          ...(placeId && { placeId }),
        })),
      });
      return shipped.ok ? ok({ deliveryId: shipped.value.deliveryId, number: shipped.value.number }) : shipped;
    },
  }),
];
