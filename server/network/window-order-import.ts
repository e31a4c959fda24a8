import { windowOrderShape } from "../../domain/network/index.ts";
import { importRoutes, type Route } from "../platform/index.ts";
import { orderImport } from "../trade/index.ts";
import { enterWindowOrder } from "./window-order.service.ts";

const orders = orderImport("S", (tx, order) =>
  enterWindowOrder(
    tx,
    windowOrderShape.parse({
      ...order,
      lines: order.lines.map(({ quantity, unitPrice, ...line }) => ({
        ...line,
        quantity: quantity.toFixed(),
        ...(unitPrice && { unitPrice: unitPrice.toFixed() }),
      })),
    }),
    order.orderedOn,
  ),
);

/**
 * Makers' orders from a file. Rows are looked at as any sales order's; each order is then entered as if a person had typed it, so it
 * cascades to all members in the same transaction where the rules are automatic, and waits for a person where they are not.
 */
export const windowOrderImport = orders.target;
export const windowOrderImportRoutes: Route[] = importRoutes({
  ...orders,
  area: "network",
  textAreas: ["parties", "agreements", "trade"],
  path: "/network/orders",
  permission: { read: "network.read", write: "network.dispatch" },
});
