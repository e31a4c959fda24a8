import type { z } from "zod";
import type { ExchangedPaper, ExchangedRow, exchangedListQueryShape } from "../../domain/parties/index.ts";
import { listPage, query, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A page of papers exchanged with a linked partner before the link, own ones and those the partner has of us. Empty for a card that is not linked. */
export function listExchanged(tx: Tx, asked: z.output<typeof exchangedListQueryShape>) {
  const text = asked.search?.trim();
  return listPage<ExchangedRow>(
    tx,
    {
      select: "x.id, x.kind, x.is_own, x.side, x.number, x.other_number, x.dated_on, x.total_yen::text, x.state",
      from: "app.partner p cross join lateral guard.exchanged_papers(p.id) x",
      where: "p.company_id = $1",
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
      ...when(asked.partnerId, "p.id = ?"),
      ...when(asked.kind, "x.kind = ?"),
      ...when(asked.side, "x.side = ?"),
      ...when(asked.keptBy, "x.is_own = ?", asked.keptBy === "us"),
      ...(text
        ? [{ sql: "(strpos(upper(x.number), upper(?)) > 0 or strpos(upper(x.other_number), upper(?)) > 0)", values: [text, text] }]
        : []),
    ],
  );
}

/** One such paper as it was sent; null when there is none between the two. */
export async function loadExchanged(
  tx: Tx,
  partnerId: string,
  id: string,
): Promise<Omit<ExchangedPaper, "partnerName"> | null> {
  const [row] = await query<{ paper: Omit<ExchangedPaper, "partnerName"> | null }>(
    tx,
    "select guard.exchanged_paper($1, $2) paper",
    [partnerId, id],
  );
  return row!.paper;
}
