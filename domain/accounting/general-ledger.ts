import type { PlainDate } from "../shared/index.ts";

export interface LedgerLine {
  readonly entryId: string;
  readonly entryNumber: string;
  readonly lineNumber: number;
  readonly postingOn: PlainDate;
  readonly kind: string;
  readonly amountYen: bigint;
  /** Account of the other lines; null when several (諸口). */
  readonly counterAccountCode: string | null;
  readonly partnerId?: string;
}

export interface LedgerRow extends LedgerLine {
  readonly debitYen: bigint;
  readonly creditYen: bigint;
  /** Balance after this line, debit plus. */
  readonly balanceYen: bigint;
}

/** Rows of one account's general ledger (総勘定元帳) with a running balance, by posting day, entry number and line. */
export function ledgerRows(openingYen: bigint, lines: readonly LedgerLine[]): LedgerRow[] {
  let balanceYen = openingYen;
  return [...lines].sort(byPosting).map((line) => {
    balanceYen += line.amountYen;
    return {
      ...line,
      debitYen: line.amountYen > 0n ? line.amountYen : 0n,
      creditYen: line.amountYen < 0n ? -line.amountYen : 0n,
      balanceYen,
    };
  });
}

function byPosting(a: LedgerLine, b: LedgerLine): number {
  if (a.postingOn !== b.postingOn) return a.postingOn < b.postingOn ? -1 : 1;
  if (a.entryNumber !== b.entryNumber) return a.entryNumber < b.entryNumber ? -1 : 1;
  return a.lineNumber - b.lineNumber;
}

/** The other side of a line within its entry: the one account on the opposite side, or null when there are several (諸口). */
export function counterAccountCode(
  lines: readonly { readonly accountCode: string; readonly amountYen: bigint }[],
  index: number,
): string | null {
  const isDebit = lines[index]!.amountYen > 0n;
  const others = new Set(lines.filter((line) => line.amountYen > 0n !== isDebit).map((line) => line.accountCode));
  return others.size === 1 ? [...others][0]! : null;
}
