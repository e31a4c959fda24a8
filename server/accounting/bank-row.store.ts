import type { z } from "zod";
import type { BankRowTableRow, bankRowListQueryShape } from "../../domain/accounting/index.ts";
import { camel, execute, insertAll, listPage, query, when } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface BankRow {
  readonly id: string;
  readonly receivedOn: string;
  readonly number: string;
  readonly payerName: string;
  readonly remittanceText: string;
  readonly amountYen: string;
  readonly fundRole: "bank" | "checkingDeposit" | "cash";
  readonly state: "open" | "matched" | "set_aside";
  readonly paymentId: string | null;
  readonly note: string;
  readonly version: number;
}

const COLUMNS =
  "b.id, b.received_on, b.number, b.payer_name, b.remittance_text, b.amount_yen::text amount_yen, b.fund_role, b.state, b.payment_id, b.note, b.version";

export function listBankRows(tx: Tx, asked: z.output<typeof bankRowListQueryShape>) {
  const typed = asked.search?.normalize("NFKC").toUpperCase();
  return listPage<BankRow>(
    tx,
    {
      select: COLUMNS,
      from: "app.bank_row b",
      where: "b.company_id = $1",
      sorts: {
        receivedOn: { sql: "b.received_on", kind: "date" },
        amountYen: { sql: "b.amount_yen", kind: "integer" },
      },
      otherwise: "-receivedOn",
      tie: [{ sql: "b.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.state, "b.state = ?"),
      ...when(asked.receivedOnFrom, "b.received_on >= ?"),
      ...when(asked.receivedOnTo, "b.received_on <= ?"),
      ...when(
        typed,
        "strpos(upper(normalize(b.payer_name || ' ' || b.remittance_text || ' ' || b.amount_yen, NFKC)), ?) > 0",
      ),
    ],
  );
}

export async function findBankRow(tx: Tx, id: string): Promise<BankRow | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select ${COLUMNS} from app.bank_row b where b.company_id = $1 and b.id = $2`,
    [tx.companyId, id],
  );
  return row && camel<BankRow>(row);
}

export async function insertBankRows(
  tx: Tx,
  rows: readonly (Pick<BankRow, "receivedOn" | "number" | "payerName" | "remittanceText" | "amountYen"> & {
    readonly fundRole?: BankRow["fundRole"];
  })[],
): Promise<string[]> {
  const made = rows.map((row) => ({
    company_id: tx.companyId,
    id: newId(),
    received_on: row.receivedOn,
    number: row.number,
    payer_name: row.payerName,
    remittance_text: row.remittanceText,
    amount_yen: row.amountYen,
    fund_role: row.fundRole ?? "bank",
  }));
  await insertAll(tx, "bank_row", made);
  return made.map((row) => row.id);
}

/** Moves a row that is open (or set aside, to take it up again). @returns rows met */
export function moveBankRow(
  tx: Tx,
  row: Pick<BankRow, "id" | "version" | "state" | "note"> & { readonly paymentId: string | null },
): Promise<number> {
  return execute(
    tx,
    {
      name: "bankRow.move",
      text: "update app.bank_row set state = $4, payment_id = $5, note = $6, version = version + 1 where company_id = $1 and id = $2 and version = $3 and state <> 'matched'",
    },
    [tx.companyId, row.id, row.version, row.state, row.paymentId, row.note],
  );
}

/** Rows that were booked as this payment wait again. @returns their ids */
export async function reopenBankRows(tx: Tx, paymentId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    "update app.bank_row set state = 'open', payment_id = null, version = version + 1 where company_id = $1 and payment_id = $2 and state = 'matched' returning id",
    [tx.companyId, paymentId],
  );
  return rows.map((row) => row.id);
}

/** Rows of the days a file speaks of, as the file would write them. */
export async function loadBankTableRows(tx: Tx, days: readonly string[] | null): Promise<BankRowTableRow[]> {
  const rows = await query<Record<string, string>>(
    tx,
    "select received_on, number, amount_yen::text amount_yen, payer_name, remittance_text from app.bank_row where company_id = $1 and ($2::date[] is null or received_on = any($2)) order by received_on, number",
    [tx.companyId, days],
  );
  return rows.map((row) => ({
    receivedOn: row["received_on"]!,
    number: row["number"]!,
    amountYen: row["amount_yen"]!,
    payerName: row["payer_name"] || null,
    remittanceText: row["remittance_text"] || null,
  }));
}

/** Kana names under which partners pay: of the card and of their bank accounts. */
export async function loadPayerNames(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await query<{ partner_id: string; names: string[] }>(
    tx,
    {
      name: "bankRow.payers",
      text: `select p.id partner_id, array_remove(array_agg(distinct x.name), '') names from app.partner p
        cross join lateral (select p.kana as name union all select p.name union all select a.holder_kana from app.partner_bank_account a where a.company_id = p.company_id and a.partner_id = p.id) x(name)
        where p.company_id = $1 and p.is_customer group by p.id`,
    },
    [tx.companyId],
  );
  return new Map(rows.map((row) => [row.partner_id, row.names]));
}

/** Which of these invoices stand under an agreement the act on subcontract payments protects. */
export async function protectedInvoices(tx: Tx, invoiceIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ invoice_id: string }>(
    tx,
    "select distinct l.invoice_id from app.invoice_line l join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id where l.invoice_id = any($1::uuid[]) and g.is_subcontract_law",
    [invoiceIds],
  );
  return new Set(rows.map((row) => row.invoice_id));
}
