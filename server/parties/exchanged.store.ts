import type { z } from "zod";
import type { ExchangedRow, exchangedListQueryShape } from "../../domain/parties/index.ts";
import { listPage, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Own papers of one face with this card: what was exchanged before the link. */
const PAPERS = `(
  select f.company_id, f.partner_id, f.trade_id id, 'order' kind, f.side, f.number, f.outside_number, f.ordered_on dated_on, f.total_yen
    from app.trade_face f join app.trade t on t.id = f.trade_id and t.outside_partner_id = f.partner_id
  union all select f.company_id, f.partner_id, f.delivery_id, 'delivery', f.side, f.number, '', f.shipped_on, null
    from app.delivery_face f join app.delivery d on d.id = f.delivery_id and d.outside_partner_id = f.partner_id
  union all select f.company_id, f.partner_id, f.invoice_id, 'invoice', f.side, f.number, '', f.issued_on, f.total_yen
    from app.invoice_face f join app.invoice i on i.id = f.invoice_id and i.outside_partner_id = f.partner_id) x`;

/** A page of them. The walls show only the acting company's; the partner's own papers about it stay with the partner. */
export function listExchanged(tx: Tx, asked: z.output<typeof exchangedListQueryShape>) {
  const text = asked.search?.trim();
  return listPage<ExchangedRow>(
    tx,
    {
      select: "x.id, x.kind, x.side, x.number, x.outside_number, x.dated_on, x.total_yen::text",
      from: PAPERS,
      where: "x.company_id = $1",
      sorts: {
        datedOn: { sql: "x.dated_on", kind: "date" },
        number: { sql: "x.number", kind: "text" },
        totalYen: { sql: "coalesce(x.total_yen, 0)", kind: "integer" },
      },
      otherwise: "-datedOn",
      tie: [{ sql: "x.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.partnerId, "x.partner_id = ?"),
      ...when(asked.kind, "x.kind = ?"),
      ...when(asked.side, "x.side = ?"),
      ...(text
        ? [
            {
              sql: "(strpos(upper(x.number), upper(?)) > 0 or strpos(upper(x.outside_number), upper(?)) > 0)",
              values: [text, text],
            },
          ]
        : []),
    ],
  );
}
