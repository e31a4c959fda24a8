import type { z } from "zod";
import type { EarlierPaper, ExchangedRow, exchangedListQueryShape } from "../../domain/parties/index.ts";
import { listPage, query, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Own papers of one face with this card, and what the partner had sent before the link: the guard says which of its papers that are. */
const PAPERS = `(
  select f.company_id, f.partner_id, f.trade_id id, 'order' kind, f.side, false is_theirs, f.number, f.outside_number, f.ordered_on dated_on, f.total_yen
    from app.trade_face f join app.trade t on t.id = f.trade_id and t.outside_partner_id = f.partner_id
  union all select f.company_id, f.partner_id, f.delivery_id, 'delivery', f.side, false, f.number, '', f.shipped_on, null
    from app.delivery_face f join app.delivery d on d.id = f.delivery_id and d.outside_partner_id = f.partner_id
  union all select f.company_id, f.partner_id, f.invoice_id, 'invoice', f.side, false, f.number, '', f.issued_on, f.total_yen
    from app.invoice_face f join app.invoice i on i.id = f.invoice_id and i.outside_partner_id = f.partner_id
  union all select p.company_id, p.id, e.id, e.kind, e.side, true, e.number, '', e.dated_on, e.total_yen
    from app.partner p cross join lateral guard.earlier_papers(p.id) e where p.linked_company_id is not null) x`;

/** A page of them. The walls show only the acting company's books; of the partner's papers only those it had sent to this company. */
export function listExchanged(tx: Tx, asked: z.output<typeof exchangedListQueryShape>) {
  const text = asked.search?.trim();
  return listPage<ExchangedRow>(
    tx,
    {
      select: "x.id, x.kind, x.side, x.is_theirs, x.number, x.outside_number, x.dated_on, x.total_yen::text",
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
      ...(asked.theirs === undefined ? [] : [{ sql: "x.is_theirs = ?", values: [asked.theirs] }]),
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

/** One paper the partner had sent before the link; undefined for any other. */
export async function loadEarlierPaper(tx: Tx, partnerId: string, id: string): Promise<EarlierPaper | undefined> {
  const [row] = await query<{ paper: Omit<EarlierPaper, "partnerName">; name: string }>(
    tx,
    `select guard.earlier_paper(p.id, $3) paper, p.name from app.partner p where p.company_id = $1 and p.id = $2`,
    [tx.companyId, partnerId, id],
  );
  return row?.paper ? { ...row.paper, partnerName: row.name } : undefined;
}
