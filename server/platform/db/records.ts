import { newId } from "./ids.ts";
import { insertAll, sendKept } from "./insert.ts";
import { query } from "./query.ts";
import { settleAll, type Tx } from "./transaction.ts";

/** Numbers people read, of one kind of two letters, in the acting company's own series: `WO-000123`. */
export async function nextNumbers(tx: Tx, kind: string, count = 1): Promise<string[]> {
  const [row] = await query<{ numbers: string[] }>(
    tx,
    { name: "next_numbers", text: "select guard.next_numbers($1, $2) numbers" },
    [kind, count],
  );
  return row!.numbers;
}

export async function nextNumber(tx: Tx, kind: string): Promise<string> {
  return (await nextNumbers(tx, kind, 1))[0]!;
}

/** One number of each kind, in one trip. */
export async function nextNumberOfEach(tx: Tx, kinds: readonly string[]): Promise<string[]> {
  const [row] = await query<{ numbers: string[] }>(
    tx,
    {
      name: "next_number_of_each",
      text: "select array(select (guard.next_numbers(k, 1))[1] from unnest($1::text[]) with ordinality u (k, n) order by n) numbers",
    },
    [kinds],
  );
  return row!.numbers;
}

export interface AuditEntry {
  readonly companyId?: string;
  /** What was done, as `area.command`. */
  readonly command: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details?: Record<string, unknown>;
}

/** Writes audit rows in the command's own transaction; a company other than the acting one only through the door. */
export async function audit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await insertAll(
    tx,
    "audit",
    entries.map((entry) => ({
      company_id: entry.companyId ?? tx.companyId,
      id: newId(),
      command: entry.command,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      details: entry.details ?? {},
    })),
  );
}

/**
 * Says to a company's screens and jobs that something of this kind changed. Read in commit order by the outbox job. What another
 * company wrote is news for its receiver's people (the bell); what a company wrote itself only when `isNews` says so.
 */
export async function announce(
  tx: Tx,
  entries: readonly { companyId?: string; kind: string; subjectId: string | null; isNews?: boolean }[],
): Promise<void> {
  await insertAll(
    tx,
    "outbox",
    entries.map((entry) => ({
      company_id: entry.companyId ?? tx.companyId,
      id: newId(),
      kind: entry.kind,
      subject_id: entry.subjectId,
      is_own: (entry.companyId ?? tx.companyId) === tx.companyId && !entry.isNews,
    })),
  );
}

/** The trades whose door is open. */
const doors = new WeakMap<Tx, string>();

/**
 * Opens the door to the other side of these trades for the rest of the transaction: its reaction may then be written
 * (reservation, stock, value, journal, outbox, audit) and its account map, periods and balances be read.
 *
 * @returns the companies entered
 * @throws 42501 with one answer for all reasons
 */
export async function enterCounterparties(
  tx: Tx,
  tradeIds: readonly string[],
  reaction: "place" | "ship" | "accept" | "invoice" | "pay" | "change" | "cascade",
): Promise<string[]> {
  // What is kept for the commit about the companies behind the door before needs that door.
  const trades = tradeIds.join();
  const sent = (doors.get(tx) ?? trades) === trades ? undefined : sendKept(tx);
  doors.set(tx, trades);
  const entering = query<{ companies: string[] }>(
    tx,
    { name: "enter_counterparties", text: "select guard.enter_counterparties($1::uuid[], $2) companies" },
    [tradeIds, reaction],
  );
  const [, rows] = await settleAll([sent, entering] as const);
  return rows[0]!.companies;
}
