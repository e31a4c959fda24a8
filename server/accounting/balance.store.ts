import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface MonthBalance {
  readonly accountId: string;
  readonly month: string;
  readonly debitYen: bigint;
  readonly creditYen: bigint;
}

/** Debits and credits per account and month up to a month: the folded rows and the lines behind the mark, seen by one statement. */
export async function loadBalances(tx: Tx, untilMonth: string): Promise<MonthBalance[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    { name: "balance.until", text: "select account_id, month, debit_yen, credit_yen from guard.my_balances($1)" },
    [untilMonth],
  );
  return rows.map((row) => camel<MonthBalance>(row));
}

/** The month a company's fiscal year starts in. */
export async function loadFiscalStart(tx: Tx): Promise<number> {
  const [row] = await query<{ month: number }>(
    tx,
    {
      name: "company.fiscalStart",
      text: 'select fiscal_year_start_month "month" from app.company where company_id = $1',
    },
    [tx.companyId],
  );
  return row!.month;
}

/** Tagged lines of inventory accounts within days, per role and flow. */
export async function loadCostMoves(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ role: string; flow: string; amountYen: bigint }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "balance.flows",
      text: `select l.role, l.flow, sum(l.amount_yen)::bigint amount_yen from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
        where e.company_id = $1 and e.posted_on between $2 and $3 and l.flow is not null group by 1, 2`,
    },
    [tx.companyId, from, to],
  );
  return rows.map((row) => camel(row));
}

/** Lines with a tax code within days: amounts on the two tax accounts apart from the rest. */
export async function loadTaxLines(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ taxCode: string; deductiblePercent: number | null; baseYen: bigint; taxYen: bigint }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "balance.tax",
      text: `select l.tax_code, l.deductible_percent, coalesce(sum(l.amount_yen) filter (where m.role is null), 0)::bigint base_yen, coalesce(sum(l.amount_yen) filter (where m.role is not null), 0)::bigint tax_yen
        from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
        left join lateral (select x.role from app.account_map x where x.company_id = l.company_id and x.account_id = l.account_id and x.role in ('taxPaid', 'taxReceived') limit 1) m on true
        where e.company_id = $1 and e.posted_on between $2 and $3 and l.tax_code is not null group by 1, 2 order by 1, 2`,
    },
    [tx.companyId, from, to],
  );
  return rows.map((row) => camel(row));
}

/** True once anything was ever posted. */
export async function hasEntries(tx: Tx): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(
    tx,
    { name: "journal.any", text: "select exists (select from app.journal_entry where company_id = $1) found" },
    [tx.companyId],
  );
  return row!.found;
}
