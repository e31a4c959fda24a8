import { camel, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface LedgerLineRow {
  readonly entryId: string;
  readonly entryNumber: string;
  readonly lineNumber: number;
  readonly postingOn: string;
  readonly kind: string;
  readonly description: string;
  readonly partnerName: string | null;
  readonly amountYen: bigint;
  readonly counterAccounts: readonly string[];
}

/** The place of a line in the ledger: day, entry, line. Ids of entries are made in order of time. */
export type LedgerPlace = readonly [postedOn: string, entryId: string, lineNumber: string];

/** Lines of one account within days, behind a place, in the order of the ledger. */
export async function loadLedger(
  tx: Tx,
  accountId: string,
  from: string,
  to: string,
  after: LedgerPlace | null,
  limit: number,
): Promise<LedgerLineRow[]> {
  const place: LedgerPlace = after ?? ["0001-01-01", "00000000-0000-0000-0000-000000000000", "0"];
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "ledger.page",
      text: `select l.entry_id, e.number entry_number, l.line_number, l.posted_on posting_on, e.kind, coalesce(nullif(l.note, ''), e.description) description, coalesce(p.name, q.name) partner_name, l.amount_yen,
          (select coalesce(array_agg(distinct a.code || ' ' || a.name), '{}') from app.journal_line o join app.account a on a.company_id = o.company_id and a.id = o.account_id
            where o.company_id = l.company_id and o.entry_id = l.entry_id and sign(o.amount_yen) <> sign(l.amount_yen)) counter_accounts
        from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
        left join app.partner p on p.company_id = l.company_id and p.id = l.partner_id left join app.partner q on q.company_id = e.company_id and q.id = e.partner_id
        where l.company_id = $1 and l.account_id = $2 and l.posted_on between $3 and $4 and (l.posted_on, l.entry_id, l.line_number) > ($5, $6, $7)
        order by l.posted_on, l.entry_id, l.line_number limit $8`,
    },
    [tx.companyId, accountId, from, to, ...place, limit],
  );
  return rows.map((row) => camel<LedgerLineRow>(row));
}

/** Lines of one partner on a control account within days, behind a place, in the order of the ledger. */
export async function loadPartnerLedger(
  tx: Tx,
  accountId: string,
  partnerId: string,
  from: string,
  to: string,
  after: LedgerPlace | null,
  limit: number,
): Promise<LedgerLineRow[]> {
  const place: LedgerPlace = after ?? ["0001-01-01", "00000000-0000-0000-0000-000000000000", "0"];
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "ledger.partner",
      text: `select l.entry_id, e.number entry_number, l.line_number, l.posted_on posting_on, e.kind, coalesce(nullif(l.note, ''), e.description) description, null partner_name, l.amount_yen,
          (select coalesce(array_agg(distinct a.code || ' ' || a.name), '{}') from app.journal_line o join app.account a on a.company_id = o.company_id and a.id = o.account_id
            where o.company_id = l.company_id and o.entry_id = l.entry_id and sign(o.amount_yen) <> sign(l.amount_yen)) counter_accounts
        from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
        where l.company_id = $1 and l.partner_id = $2 and l.account_id = $3 and l.posted_on between $4 and $5 and (l.posted_on, l.entry_id, l.line_number) > ($6, $7, $8)
        order by l.posted_on, l.entry_id, l.line_number limit $9`,
    },
    [tx.companyId, partnerId, accountId, from, to, ...place, limit],
  );
  return rows.map((row) => camel<LedgerLineRow>(row));
}

/** What a partner stood at on a control account: up to and with a place, and at the end of a day. */
export async function sumPartnerLedger(
  tx: Tx,
  accountId: string,
  partnerId: string,
  place: LedgerPlace,
  to: string,
): Promise<{ untilPlaceYen: bigint; untilEndYen: bigint }> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "ledger.partnerSums",
      text: `select coalesce(sum(amount_yen) filter (where (posted_on, entry_id, line_number) <= ($4, $5, $6)), 0)::bigint until_place_yen, coalesce(sum(amount_yen), 0)::bigint until_end_yen
        from app.journal_line where company_id = $1 and partner_id = $2 and account_id = $3 and posted_on <= $7`,
    },
    [tx.companyId, partnerId, accountId, ...place, to],
  );
  return camel(row!);
}

/** Sums of an account: up to and with a place, and at the end of a day. From the first day of a month on; before it the folded balances speak. */
export async function sumLedger(
  tx: Tx,
  accountId: string,
  monthStart: string,
  place: LedgerPlace,
  to: string,
): Promise<{ untilPlaceYen: bigint; untilEndYen: bigint }> {
  const [[before], [all]] = await settleAll([
    query<{ yen: bigint }>(
      tx,
      {
        name: "ledger.before",
        text: `select coalesce(sum(amount_yen), 0)::bigint yen from app.journal_line where company_id = $1 and account_id = $2 and posted_on >= $3 and (posted_on, entry_id, line_number) <= ($4, $5, $6)`,
      },
      [tx.companyId, accountId, monthStart, ...place],
    ),
    query<{ yen: bigint }>(
      tx,
      {
        name: "ledger.all",
        text: "select coalesce(sum(amount_yen), 0)::bigint yen from app.journal_line where company_id = $1 and account_id = $2 and posted_on between $3 and $4",
      },
      [tx.companyId, accountId, monthStart, to],
    ),
  ]);
  return { untilPlaceYen: before!.yen, untilEndYen: all!.yen };
}
