import { type JournalTableRow, journalTable, resolvePostingDate } from "../../domain/accounting/index.ts";
import type { TaxCode } from "../../domain/shared/index.ts";
import { type ImportTarget, type RowDecision, type RowProblem, settleAll, type Tx } from "../platform/index.ts";
import { loadBooks } from "./books.store.ts";
import { loadByReference } from "./journal.store.ts";
import { judgeManualLines, loadManualChart, type ManualInput, postManualEntry } from "./manual-entry.service.ts";

type Decision = RowDecision<JournalTableRow, JournalTableRow>;
type Problem = RowProblem<JournalTableRow>;
const COLUMN_OF: Record<string, keyof JournalTableRow & string> = {
  account: "accountCode",
  debitYen: "debitYen",
  creditYen: "creditYen",
  partner: "partnerCode",
};

/** Entries from a file. Rows with one slip number are one entry: all of it or nothing; a slip that is in the books stays as it is. */
export const journalTarget: ImportTarget<JournalTableRow, Tx, JournalTableRow> = {
  spec: journalTable,
  async resolve(tx, rows) {
    const slips = new Map<string, JournalTableRow[]>();
    for (const { values } of rows) slips.set(values.reference, [...(slips.get(values.reference) ?? []), values]);
    const codes = rows.map(({ values }) => values.partnerCode).filter((code): code is string => Boolean(code));
    const [known, chart, books] = await settleAll([
      loadByReference(tx, [...slips.keys()]),
      loadManualChart(tx, codes),
      loadBooks(tx, [tx.companyId]),
    ]);
    const decided = new Map<JournalTableRow, Decision>();
    for (const [reference, lines] of slips) {
      const before = known.filter((line) => line.reference === reference);
      const same = before.length === lines.length && lines.every((line) => before.some((one) => isSame(one, line)));
      if (before.length > 0) {
        for (const line of lines)
          decided.set(
            line,
            same
              ? { does: "unchanged" }
              : problem([{ field: "reference", code: "SLIP_POSTED_OTHERWISE", values: { reference } }]),
          );
        continue;
      }
      const day = lines[0]!.postedOn;
      const open = resolvePostingDate(day, books.get(tx.companyId)!.periods, true);
      const judged = judgeManualLines(chart, lines.map(asInput));
      for (const [i, line] of lines.entries()) {
        const problems: Problem[] = [];
        if (line.postedOn !== day)
          problems.push({ field: "postedOn", code: "SLIP_HAS_TWO_DAYS", values: { reference } });
        if (!open.ok)
          problems.push({ field: "postedOn", code: open.refusals[0].code, values: open.refusals[0].values ?? {} });
        if (!judged.ok) problems.push(...problemsOf(judged.refusals, i, lines.length));
        decided.set(line, problems.length > 0 ? problem(problems) : { does: "insert", action: line });
      }
    }
    return rows.map(({ values }) => decided.get(values)!);
  },
  async apply(tx, actions) {
    const slips = new Map<string, JournalTableRow[]>();
    for (const { action } of actions) slips.set(action.reference, [...(slips.get(action.reference) ?? []), action]);
    for (const [reference, lines] of slips) {
      const posted = await postManualEntry(tx, {
        reference,
        postingOn: lines[0]!.postedOn,
        description: lines[0]!.description ?? reference,
        lines: [...lines].sort((a, b) => a.lineNumber - b.lineNumber).map(asInput),
      });
      if (!posted.ok) throw new Error(`assertion: slip ${reference} was judged good and is ${posted.refusals[0].code}`);
    }
  },
};

function problem(problems: readonly Problem[]): Decision {
  const [first, ...rest] = problems;
  return { does: "problem", problems: [first!, ...rest] };
}

/** Refusals of one line, and those of the whole slip at its last line. */
function problemsOf(
  refusals: readonly { code: string; values?: Problem["values"]; field?: string }[],
  index: number,
  count: number,
): Problem[] {
  return refusals.flatMap(({ code, values, field }) => {
    const [, line, cell] = /^lines\.(\d+)\.(\w+)$/.exec(field ?? "") ?? [];
    if (line === undefined) return index === count - 1 ? [{ code, ...(values && { values }) }] : [];
    if (Number(line) !== index) return [];
    const column = COLUMN_OF[cell!];
    return [{ code, ...(values && { values }), ...(column && { field: column }) }];
  });
}

function asInput(row: JournalTableRow): ManualInput {
  return {
    account: row.accountCode,
    debitYen: row.debitYen ? BigInt(row.debitYen) : null,
    creditYen: row.creditYen ? BigInt(row.creditYen) : null,
    taxCode: (row.taxCode ?? null) as TaxCode | null,
    partner: row.partnerCode ?? null,
    note: row.description ?? null,
  };
}

function isSame(stored: Awaited<ReturnType<typeof loadByReference>>[number], row: JournalTableRow): boolean {
  const amountYen = BigInt(row.debitYen ?? 0) - BigInt(row.creditYen ?? 0);
  return (
    stored.accountCode === row.accountCode &&
    stored.amountYen === amountYen &&
    stored.postedOn === row.postedOn &&
    (stored.taxCode ?? null) === (row.taxCode ?? null) &&
    (stored.partnerCode ?? null) === (row.partnerCode ?? null) &&
    stored.note === (row.description ?? "")
  );
}

/** A stored line in the form of the table. */
export function asJournalRow(line: Awaited<ReturnType<typeof loadByReference>>[number]): JournalTableRow {
  return {
    reference: line.reference,
    lineNumber: line.lineNumber,
    postedOn: line.postedOn,
    accountCode: line.accountCode,
    debitYen: line.amountYen > 0n ? line.amountYen.toString() : null,
    creditYen: line.amountYen < 0n ? (-line.amountYen).toString() : null,
    taxCode: line.taxCode as TaxCode | null,
    partnerCode: line.partnerCode,
    description: line.note === "" ? null : line.note,
  };
}
