import { lastDayOfMonth, type PlainDate } from "../../domain/shared/index.ts";
import { insertAll, insertTogether, query } from "../platform/db/index.ts";
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
        periods: periods.filter((row) => row.company_id === id).map(({ month, is_open }) => periodOf(month, is_open)),
      },
    ]),
  );
}

/** What these entries need of the books they go to, and their numbers in the order asked: in one trip, since every command posts. */
export async function openBooksFor(
  tx: Tx,
  wanted: {
    readonly companyIds: readonly string[];
    /** Periods from this month on. */
    readonly fromMonth: string;
    readonly roles: readonly string[];
    /** The company of each entry. */
    readonly entries: readonly string[];
  },
): Promise<{ readonly books: ReadonlyMap<string, Books>; readonly numbers: readonly string[] }> {
  const [row] = await query<{
    periods: readonly [string, string, boolean][];
    accounts: readonly [string, string, string][];
    numbers: string[] | null;
  }>(
    tx,
    {
      name: "books.open",
      text: `select (select coalesce(jsonb_agg(jsonb_build_array(p.company_id, p.month, p.closed_at is null) order by p.month), '[]') from app.period p where p.company_id = any($1::uuid[]) and p.month >= $2) periods,
          (select coalesce(jsonb_agg(jsonb_build_array(m.company_id, m.role, m.account_id)), '[]') from app.account_map m where m.company_id = any($1::uuid[]) and m.role = any($3)) accounts,
          case when cardinality($4::uuid[]) > 0 then guard.next_numbers_for($4::uuid[], 'je') end numbers`,
    },
    [wanted.companyIds, wanted.fromMonth, wanted.roles, wanted.entries],
  );
  const { periods, accounts, numbers } = row!;
  const books = wanted.companyIds.map((id): [string, Books] => [
    id,
    {
      accountIds: new Map(accounts.filter(([company]) => company === id).map(([, role, account]) => [role, account])),
      periods: periods.filter(([company]) => company === id).map(([, month, isOpen]) => periodOf(month, isOpen)),
    },
  ]);
  return { books: new Map(books), numbers: numbers ?? [] };
}

function periodOf(month: string, isOpen: boolean): Books["periods"][number] {
  return { startsOn: `${month}-01`, endsOn: lastDayOfMonth(`${month}-01`), state: isOpen ? "open" : "closed" };
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

/** Entries and all their lines in one statement, at whose end the database checks that each balances. */
export async function saveEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const inserts = () => [
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
  ];
  await insertTogether(tx, () => settleAll(inserts()));
}
