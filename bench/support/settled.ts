import type pg from "pg";

/**
 * Every order's goods accepted in full, every accepted part on one invoice, every invoice settled for both sides, and nothing left on
 * any of these partners' accounts.
 *
 * @returns what was compared, for people
 * @throws Error when an order's money did not end matched to the yen
 */
export async function checkSettled(admin: pg.Client, tradeIds: readonly string[]): Promise<string[]> {
  const one = async (text: string) => (await admin.query<Record<string, string>>(text, [tradeIds])).rows[0]!;
  const lines = await one(
    `select count(*) compared, count(*) filter (where accepted <> quantity or invoiced <> quantity or returned <> 0) broken
       from app.trade_line_face where trade_id = any ($1::uuid[])`,
  );
  const invoices = await one(
    `select count(distinct i.id) compared, count(*) filter (where f.state <> 'settled' or f.settled_yen <> i.total_yen) broken,
        sum(i.total_yen) filter (where f.side = 'S') yen
       from app.invoice i join app.invoice_face f on f.invoice_id = i.id
      where i.id in (select l.invoice_id from app.invoice_line l where l.trade_id = any ($1::uuid[]))`,
  );
  const accounts = await one(
    `select count(*) compared, count(*) filter (where yen <> 0) broken from (
        select l.company_id, l.partner_id, l.role, sum(l.amount_yen) yen from app.journal_line l
         where l.role in ('receivable', 'payable') and cardinality($1::uuid[]) > 0 group by 1, 2, 3) x`,
  );
  const found = { "faces of lines": lines, invoices, "accounts of partners": accounts };
  for (const [what, { compared, broken }] of Object.entries(found))
    if (broken !== "0" || compared === "0")
      throw new Error(`${broken} of ${compared} ${what} did not end settled to the yen`);
  return [
    `settled: ${lines["compared"]} faces of lines accepted and billed in full, ${invoices["compared"]} invoices of ${invoices["yen"]} yen paid on both sides, ${accounts["compared"]} receivables and payables at zero`,
  ];
}
