import type { GridRow } from "../platform/index.ts";

const YEN = /^-?\d{1,15}$/;
const yen = (text: string | undefined) => (text && YEN.test(text) ? BigInt(text) : 0n);

/** Sums of an entry as it is typed; what is no amount yet counts as nothing. The difference is debit less credit. */
export function entryTotals(rows: readonly GridRow[]): { debitYen: bigint; creditYen: bigint; differenceYen: bigint } {
  const sum = (column: string) => rows.reduce((total, row) => total + yen(row.cells[column]), 0n);
  const [debitYen, creditYen] = [sum("debitYen"), sum("creditYen")];
  return { debitYen, creditYen, differenceYen: debitYen - creditYen };
}

/** What a row without an amount would need to balance the entry; null when it has one or nothing is missing. */
export function balancingCells(rows: readonly GridRow[], row: GridRow): Record<string, string> | null {
  if (row.cells["debitYen"] || row.cells["creditYen"]) return null;
  const { differenceYen } = entryTotals(rows);
  if (differenceYen === 0n) return null;
  return differenceYen > 0n ? { creditYen: differenceYen.toString() } : { debitYen: (-differenceYen).toString() };
}

interface PostedLine {
  readonly accountCode: string;
  readonly accountNameJa: string;
  readonly debitYen: string | null;
  readonly creditYen: string | null;
  readonly taxCode: string | null;
  readonly note: string;
}

/** The lines of a posted entry as rows to start a new one from. Partners are chosen anew: they differ from month to month. */
export function rowsFromEntry(lines: readonly PostedLine[]): GridRow[] {
  return lines.map((line, i) => ({
    key: `copy-${i}`,
    cells: {
      account: line.accountCode,
      debitYen: line.debitYen ?? "",
      creditYen: line.creditYen ?? "",
      taxCode: line.taxCode ?? "",
      note: line.note,
    },
    hits: { account: { id: line.accountCode, code: line.accountCode, name: line.accountNameJa } },
  }));
}
