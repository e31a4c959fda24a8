import type { SalesOrderRow } from "../records.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { MAKER, WINDOW } from "./companies.ts";
import { groupBy } from "./group-by.ts";
import { madeLines, yenOf } from "./sales-prices.ts";

/**
 * The maker's orders to the window: the lines of made items, each at the price of the data. In the data 32 dealers ordered;
 * here they are orders of one maker. The price already holds the discount, which the data's line totals take a second time.
 */
export function salesOrders(source: AdventureWorks, shiftDate: (sourceDate: string) => string): SalesOrderRow[] {
  const linesOf = groupBy(madeLines(source), (line) => line.orderId);
  return source.salesOrders.flatMap((order) => {
    const lines = linesOf.get(order.id);
    if (!lines) return [];
    return {
      sellerCompanyCode: WINDOW.code,
      buyerPartnerCode: MAKER.code,
      customerOrderNumber: order.purchaseOrderNumber,
      sourceNumber: `SO${order.id}`,
      orderedOn: shiftDate(order.orderedOn),
      wantedOn: shiftDate(order.dueOn),
      lines: lines.map((line, at) => ({
        lineNumber: at + 1,
        itemCode: source.products.get(line.productId)!.number,
        quantity: String(line.quantity),
        unitPrice: String(yenOf(line.unitPrice)),
      })),
    };
  });
}
