import { lastDayOfMonth, type PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** What posting needs of each company: its account behind every role, and which months are open. */
export interface Books {
  readonly accountIds: ReadonlyMap<string, string>;
  readonly periods: readonly {
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate;
    readonly state: "open" | "closed";
  }[];
}

/** Account maps and periods of the acting company and of those whose door is open. */
export async function loadBooks(tx: Tx, companyIds: readonly string[]): Promise<ReadonlyMap<string, Books>> {
  const [maps, periods] = await settleAll([
    query<{ company_id: string; role: string; account_id: string }>(
      tx,
      {
        name: "books.map",
        text: "select company_id, role, account_id from app.account_map where company_id = any($1::uuid[])",
      },
      [companyIds],
    ),
    query<{ company_id: string; month: string; is_open: boolean }>(
      tx,
      {
        name: "books.periods",
        text: "select company_id, month, closed_at is null is_open from app.period where company_id = any($1::uuid[]) order by month",
      },
      [companyIds],
    ),
  ]);
  return new Map(
    companyIds.map((id) => [
      id,
      {
        accountIds: new Map(maps.filter((row) => row.company_id === id).map((row) => [row.role, row.account_id])),
        periods: periods
          .filter((row) => row.company_id === id)
          .map(({ month, is_open }) => ({
            startsOn: `${month}-01`,
            endsOn: lastDayOfMonth(`${month}-01`),
            state: is_open ? ("open" as const) : ("closed" as const),
          })),
      },
    ]),
  );
}

export interface NewEntry {
  readonly companyId: string;
  readonly id: string;
  readonly number: string;
  readonly postedOn: PlainDate;
  readonly eventOn: PlainDate;
  readonly kind: string;
  readonly description: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly tradeId: string | null;
  readonly partnerId: string | null;
  readonly reversesId: string | null;
  /** What a file calls the entry; unique in the company where it is not empty. */
  readonly reference?: string;
  readonly lines: readonly {
    readonly accountId: string;
    readonly amountYen: bigint;
    /** What posting rules call the account; empty on a line typed by a person. */
    readonly role: string;
    readonly flow: string | null;
    readonly sourceLineId: string | null;
    readonly taxCode: string | null;
    readonly deductiblePercent: number | null;
    readonly partnerId: string | null;
    readonly workOrderId: string | null;
    readonly note?: string;
  }[];
}

/** Journal numbers of several companies, in the order asked. */
export async function takeJournalNumbers(tx: Tx, companyIds: readonly string[]): Promise<string[]> {
  const [row] = await query<{ numbers: string[] }>(
    tx,
    { name: "books.numbers", text: "select guard.next_numbers_for($1::uuid[], 'je') numbers" },
    [companyIds],
  );
  return row!.numbers;
}

/** Entries first, then all their lines in one statement, which is where the database checks that each balances. */
export async function saveEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  await settleAll([
    insertAll(
      tx,
      "journal_entry",
      entries.map((entry) => ({
        company_id: entry.companyId,
        id: entry.id,
        number: entry.number,
        posted_on: entry.postedOn,
        event_on: entry.eventOn,
        kind: entry.kind,
        description: entry.description,
        source_kind: entry.sourceKind,
        source_id: entry.sourceId,
        trade_id: entry.tradeId,
        partner_id: entry.partnerId,
        reverses_id: entry.reversesId,
        reference: entry.reference ?? "",
      })),
    ),
    insertAll(
      tx,
      "journal_line",
      entries.flatMap((entry) =>
        entry.lines.map((line, i) => ({
          company_id: entry.companyId,
          entry_id: entry.id,
          line_number: i + 1,
          account_id: line.accountId,
          amount_yen: line.amountYen,
          role: line.role,
          flow: line.flow,
          source_line_id: line.sourceLineId,
          tax_code: line.taxCode,
          deductible_percent: line.deductiblePercent,
          partner_id: line.partnerId,
          work_order_id: line.workOrderId,
          posted_on: entry.postedOn,
          note: line.note ?? "",
        })),
      ),
    ),
  ]);
}
