import {
  checkManualEntry,
  defaultAccount,
  isAccountRole,
  type ManualAccount,
  resolvePostingDate,
} from "../../domain/accounting/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuse, type TaxCode } from "../../domain/shared/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { type AccountRow, loadAccountMap, loadChart } from "./account.store.ts";
import { loadBooks, type NewEntry, saveEntries, takeJournalNumbers } from "./books.store.ts";
import { type EntryRecord, loadEntry } from "./journal.store.ts";
import { partnerIdsByCode } from "./partner.store.ts";

/** A line as a person types it: a code, one of two amounts, perhaps a partner. */
export interface ManualInput {
  readonly account: string;
  readonly debitYen?: bigint | null;
  readonly creditYen?: bigint | null;
  readonly taxCode?: TaxCode | null;
  /** The partner's code. */
  readonly partner?: string | null;
  readonly note?: string | null;
}

export interface ManualEntryInput {
  readonly postingOn: PlainDate;
  readonly description: string;
  readonly reference?: string;
  readonly lines: readonly ManualInput[];
}

/** The chart as entries by hand see it. */
export interface ManualChart {
  readonly accounts: ReadonlyMap<string, AccountRow & ManualAccount>;
  readonly partnerIds: ReadonlyMap<string, string>;
}

export async function loadManualChart(tx: Tx, partnerCodes: readonly string[]): Promise<ManualChart> {
  const [chart, map, partnerIds] = await settleAll([
    loadChart(tx),
    loadAccountMap(tx),
    partnerIdsByCode(tx, partnerCodes),
  ]);
  const kept = new Set(map.filter((row) => isFollowed(row.role)).map((row) => row.accountId));
  const control = new Set(
    map.filter((row) => row.role === "receivable" || row.role === "payable").map((row) => row.accountId),
  );
  return {
    accounts: new Map(
      chart.map((account) => [
        account.code,
        { ...account, keptByStock: kept.has(account.id), needsPartner: control.has(account.id) },
      ]),
    ),
    partnerIds,
  };
}

function isFollowed(role: string): boolean {
  return isAccountRole(role) && defaultAccount(role).section === "inventories";
}

/**
 * What is wrong with an entry by hand, named by the fields of the grid it was typed into.
 *
 * @param field how a line's cell is named, such as `lines.2.account`
 */
export function judgeManualLines(
  chart: ManualChart,
  lines: readonly ManualInput[],
): Outcome<{ amountYen: bigint; account: AccountRow; partnerId: string | null }[]> {
  const problems: Refusal[] = [];
  const amounts = lines.map(({ debitYen, creditYen }, i) => {
    if ((debitYen ?? 0n) !== 0n && (creditYen ?? 0n) !== 0n)
      problems.push({ code: "DEBIT_OR_CREDIT", field: `lines.${i}.creditYen` });
    return (debitYen ?? 0n) - (creditYen ?? 0n);
  });
  lines.forEach(({ partner }, i) => {
    if (partner && !chart.partnerIds.has(partner))
      problems.push({ code: "PARTNER_CODE_UNKNOWN", values: { code: partner }, field: `lines.${i}.partner` });
  });
  const named = lines.map((line, i) => ({
    accountCode: line.account,
    amountYen: amounts[i]!,
    partnerId: line.partner ? (chart.partnerIds.get(line.partner) ?? line.partner) : null,
  }));
  const checked = checkManualEntry(named, chart.accounts);
  if (!checked.ok) problems.push(...checked.refusals.map((one) => ({ ...one, field: cellOf(one.field) })));
  const [first, ...rest] = problems;
  if (first) return { ok: false, refusals: [first, ...rest] };
  return ok(
    named.map((line) => ({
      amountYen: line.amountYen,
      account: chart.accounts.get(line.accountCode)!,
      partnerId: line.partnerId,
    })),
  );
}

function cellOf(field = "lines"): string {
  return field
    .replace("accountCode", "account")
    .replace("partnerId", "partner")
    .replace(/amountYen$/, "debitYen");
}

/** Posts what a person typed, as one entry. A closed month, an unbalanced entry, an account that follows stock: refused with the cell. */
export async function postManualEntry(
  tx: Tx,
  input: ManualEntryInput,
): Promise<Outcome<{ id: string; number: string }>> {
  const chart = await loadManualChart(
    tx,
    input.lines.map((line) => line.partner).filter((code): code is string => Boolean(code)),
  );
  const judged = judgeManualLines(chart, input.lines);
  if (!judged.ok) return judged;
  const posted = await postEntries(tx, [
    {
      postedOn: input.postingOn,
      kind: "manual",
      description: input.description,
      reference: input.reference ?? "",
      sourceKind: "manual",
      sourceId: null,
      reversesId: null,
      lines: judged.value.map(({ amountYen, account, partnerId }, i) => ({
        accountId: account.id,
        amountYen,
        role: "",
        flow: null,
        sourceLineId: null,
        taxCode: input.lines[i]!.taxCode ?? null,
        deductiblePercent: null,
        partnerId,
        workOrderId: null,
        note: input.lines[i]!.note ?? "",
      })),
    },
  ]);
  return posted.ok ? ok(posted.value[0]!) : posted;
}

type Posting = Pick<
  NewEntry,
  "postedOn" | "kind" | "description" | "sourceKind" | "sourceId" | "reversesId" | "lines"
> &
  Partial<Pick<NewEntry, "reference" | "eventOn" | "tradeId" | "partnerId">>;

/** Writes entries of the acting company after asking its periods; one audit row each. */
export async function postEntries(
  tx: Tx,
  entries: readonly Posting[],
): Promise<Outcome<{ id: string; number: string }[], "PERIOD_CLOSED" | "PERIOD_MISSING">> {
  const books = (await loadBooks(tx, [tx.companyId])).get(tx.companyId)!;
  for (const entry of entries) {
    const day = resolvePostingDate(entry.postedOn, books.periods, true);
    if (!day.ok) return refuse(day.refusals[0].code, day.refusals[0].values, "postingOn");
  }
  const numbers = await takeJournalNumbers(
    tx,
    entries.map(() => tx.companyId),
  );
  const written = entries.map((entry, i) => ({
    eventOn: entry.postedOn,
    tradeId: null,
    partnerId: onePartner(entry.lines),
    ...entry,
    companyId: tx.companyId,
    id: newId(),
    number: numbers[i]!,
  }));
  await saveEntries(tx, written);
  await audit(
    tx,
    written.map(({ id, kind, number }) => ({
      command: kind === "manual" ? "accounting.entryPosted" : "accounting.entryReversed",
      subjectKind: "journalEntry",
      subjectId: id,
      details: { number },
    })),
  );
  await announce(
    tx,
    written.map(({ id }) => ({ kind: "accounting.entry", subjectId: id })),
  );
  return ok(written.map(({ id, number }) => ({ id, number })));
}

function onePartner(lines: NewEntry["lines"]): string | null {
  const ids = [...new Set(lines.map((line) => line.partnerId).filter((id) => id !== null))];
  return ids.length === 1 ? ids[0]! : null;
}

/** Kinds a person may take back here; all else is corrected where it happened, so that stock and open items follow. */
export function canReverse(entry: Pick<EntryRecord, "kind" | "reversedById">): boolean {
  return entry.kind === "manual" && entry.reversedById === null;
}

/** Takes an entry by hand back: the same lines with their signs turned, on a day of its own. Nothing is ever changed or deleted. */
export async function reverseManualEntry(
  tx: Tx,
  entryId: string,
  input: { readonly postingOn: PlainDate; readonly description?: string | undefined },
): Promise<Outcome<{ id: string; number: string }>> {
  const entry = await loadEntry(tx, entryId);
  if (!entry) return refuse("NOT_FOUND");
  if (entry.reversedById) return refuse("ENTRY_REVERSED_ALREADY", { number: entry.reversedByNumber ?? "" });
  if (!canReverse(entry)) return refuse("ENTRY_CORRECTED_ELSEWHERE", { number: entry.number });
  if (input.postingOn < entry.postingOn) return refuse("REVERSAL_BEFORE_ENTRY", { date: entry.postingOn }, "postingOn");
  const posted = await postEntries(tx, [
    {
      postedOn: input.postingOn,
      kind: "reversal_of_manual",
      description: input.description || entry.description,
      sourceKind: "manual",
      sourceId: entry.id,
      reversesId: entry.id,
      lines: entry.lines.map((line) => ({
        accountId: line.accountId,
        amountYen: -line.amountYen,
        role: line.role,
        flow: line.flow,
        sourceLineId: line.sourceLineId,
        taxCode: line.taxCode,
        deductiblePercent: line.deductiblePercent,
        partnerId: line.partnerId,
        workOrderId: line.workOrderId,
        note: line.note,
      })),
    },
  ]);
  return posted.ok ? ok(posted.value[0]!) : posted;
}
