import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import type { OrderTableRow } from "../../domain/trade/index.ts";
import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Ids of active partner cards by code. */
export async function findImportPartners(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; code: string }>(
    tx,
    "select id, code from app.partner where company_id = $1 and code = any($2) and is_active",
    [tx.companyId, codes],
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}

export interface ImportedLine {
  readonly partnerId: string;
  readonly outsideNumber: string;
  readonly lineNumber: number;
  readonly code: string;
  readonly ownCode: string | null;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly wantedOn: PlainDate;
}

/** Lines of orders that carry these numbers already; orders called off count as gone. */
export async function findImportedLines(tx: Tx, side: "S" | "B", numbers: readonly string[]): Promise<ImportedLine[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select f.partner_id, case when t.outside_number = '' then t.own_number else t.outside_number end outside_number, f.line_number, f.code, i.code own_code, f.quantity, f.unit_price, f.wanted_on
      from app.trade_face t join app.trade_line_face f on f.company_id = t.company_id and f.trade_id = t.trade_id left join app.item i on i.company_id = f.company_id and i.id = f.item_id
      where t.company_id = $1 and t.side = $2 and (t.outside_number = any($3) or t.outside_number = '' and t.own_number = any($3)) and t.state not in ('cancelled', 'declined', 'expired', 'withdrawn')`,
    [tx.companyId, side, numbers],
  );
  return rows.map((row) => camel<ImportedLine>(row));
}

/** Every order line of a side in the form the import takes; an order without a number of the other side's goes by the own one. */
export async function listForExport(tx: Tx, side: "S" | "B"): Promise<OrderTableRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select case when t.outside_number = '' then t.own_number else t.outside_number end outside_number, f.line_number, coalesce(p.code, '') partner_code, t.ordered_on, coalesce(i.code, f.code) item,
        trim_scale(f.quantity)::text quantity, f.unit, trim_scale(f.unit_price)::text unit_price, f.wanted_on, f.description, s.title
      from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id join app.trade s on s.id = t.trade_id
      left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.item i on i.company_id = f.company_id and i.id = f.item_id
      where f.company_id = $1 and f.side = $2 and not f.is_history order by t.ordered_on, t.own_number, f.line_number`,
    [tx.companyId, side],
  );
  return rows.map((row) => camel<OrderTableRow>(row));
}
