import type { Decimal } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Quantity shipped and not rejected of the acting company's lines, by `tradeId/lineNumber`. */
export async function loadShipped(tx: Tx, tradeIds: readonly string[]): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await query<{ trade_id: string; line_number: number; shipped: Decimal }>(
    tx,
    {
      name: "trade.shipped",
      text: "select trade_id, line_number, shipped from app.trade_line_face where company_id = $1 and trade_id = any(array(select unnest($2::uuid[])))",
    },
    [tx.companyId, tradeIds],
  );
  return new Map(rows.map((row) => [`${row.trade_id}/${row.line_number}`, row.shipped]));
}
