import type { TaxCode } from "../shared/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../shared/index.ts";
import { type AccountMap, type AccountRole, accountCodeOf } from "./account.ts";

/** Why a stock or work-in-process account moved. The statement of cost of goods manufactured is read from these. */
export const COST_FLOWS = [
  "opening",
  "purchased",
  "returned",
  "price_settled",
  "issued",
  "labour_applied",
  "machine_applied",
  "outside_processing",
  "completed",
  "scrap_value",
  "scrap_loss",
  "shipped",
  "sold",
  "lost",
  "count_difference",
] as const;
export type CostFlow = (typeof COST_FLOWS)[number];

/** One line of an entry before accounts are known. Positive yen is a debit, negative a credit; never zero. */
export interface JournalLineDraft {
  readonly role: AccountRole;
  readonly amountYen: bigint;
  readonly taxCode?: TaxCode;
  /** Share of the input tax that may be deducted, when the transitional measure for unregistered suppliers was applied. */
  readonly deductiblePercent?: number;
  readonly partnerId?: string;
  /** Line of the document the amount comes from. */
  readonly sourceLineId?: string;
  readonly flow?: CostFlow;
}

/** What happened, for one company, as balanced lines. */
export interface JournalEntryDraft {
  /** Kind of the event, e.g. `goods_accepted_sold`. */
  readonly kind: string;
  /** Day of the shared event. */
  readonly eventOn: PlainDate;
  /** Day in this company's books: the event date or its first open day. */
  readonly postingOn: PlainDate;
  readonly sourceId: string;
  readonly lines: readonly JournalLineDraft[];
}

export interface JournalLine extends JournalLineDraft {
  readonly accountCode: string;
}
export interface JournalEntry extends Omit<JournalEntryDraft, "lines"> {
  readonly lines: readonly JournalLine[];
}

/** Debits minus credits in yen; 0 for a balanced entry. */
export function imbalanceYen(lines: readonly { readonly amountYen: bigint }[]): bigint {
  return lines.reduce((sum, line) => sum + line.amountYen, 0n);
}

/** Sum of the debit lines in yen: the size of an entry. */
export function debitTotalYen(lines: readonly { readonly amountYen: bigint }[]): bigint {
  return lines.reduce((sum, line) => (line.amountYen > 0n ? sum + line.amountYen : sum), 0n);
}

/** Puts account codes of one company on a draft. */
export function resolveAccounts(draft: JournalEntryDraft, map: AccountMap): JournalEntry {
  return { ...draft, lines: draft.lines.map((line) => ({ ...line, accountCode: accountCodeOf(map, line.role) })) };
}

/** The entry that takes another back: every amount with its sign turned, on a posting date of its own. Nothing is ever changed or deleted. */
export function reverseEntry(
  entry: JournalEntry,
  reversal: { readonly sourceId: string; readonly postingOn: PlainDate },
): JournalEntry {
  return {
    ...entry,
    kind: `reversal_of_${entry.kind}`,
    sourceId: reversal.sourceId,
    postingOn: reversal.postingOn,
    lines: entry.lines.map((line) => ({ ...line, amountYen: -line.amountYen })),
  };
}

/**
 * Lines that say the same of an account become one: the same side, tax code, partner and reason. Every account keeps its debits and its
 * credits; which line of the document a yen comes from is read on the document.
 */
export function mergeLines(lines: readonly JournalLineDraft[]): JournalLineDraft[] {
  const merged = new Map<string, JournalLineDraft>();
  for (const line of lines) {
    const { role, amountYen, taxCode, deductiblePercent, partnerId, flow, sourceLineId } = line;
    const key = [role, amountYen > 0n, taxCode, deductiblePercent, partnerId, flow].join("|");
    const before = merged.get(key);
    if (!before) {
      merged.set(key, line);
      continue;
    }
    const { sourceLineId: sourceBefore, ...same } = before;
    merged.set(key, {
      ...same,
      amountYen: before.amountYen + amountYen,
      ...(sourceBefore !== undefined && sourceBefore === sourceLineId && { sourceLineId: sourceBefore }),
    });
  }
  return [...merged.values()];
}

export type ManualEntryRefusal =
  | "ENTRY_NEEDS_LINES"
  | "ENTRY_NOT_BALANCED"
  | "ENTRY_LINE_ZERO"
  | "ACCOUNT_UNKNOWN"
  | "ACCOUNT_NOT_ACTIVE"
  | "ACCOUNT_KEPT_BY_STOCK"
  | "ACCOUNT_NEEDS_PARTNER";

export interface ManualLine {
  readonly accountCode: string;
  readonly amountYen: bigint;
  readonly partnerId?: string | null;
}

/** What an entry by hand must know of an account. */
export interface ManualAccount {
  /** The stock ledger or the work orders move it. */
  readonly keptByStock: boolean;
  /** Receivables and payables: without a partner nobody could say who owes it. */
  readonly needsPartner?: boolean;
  readonly isActive?: boolean;
}

/**
 * Checks an entry a person typed. Accounts that follow the stock ledger are closed to hand entries: otherwise stock value and
 * its accounts would part for ever.
 *
 * @param knownAccounts code → what the account asks for
 */
export function checkManualEntry(
  lines: readonly ManualLine[],
  knownAccounts: ReadonlyMap<string, ManualAccount>,
): Outcome<readonly ManualLine[], ManualEntryRefusal> {
  const refusals: Refusal<ManualEntryRefusal>[] = [];
  if (lines.length < 2) refusals.push({ code: "ENTRY_NEEDS_LINES", field: "lines" });
  lines.forEach((line, index) => {
    const account = knownAccounts.get(line.accountCode);
    const values = { account: line.accountCode };
    if (!account) refusals.push({ code: "ACCOUNT_UNKNOWN", values, field: `lines.${index}.accountCode` });
    if (account?.keptByStock) {
      refusals.push({ code: "ACCOUNT_KEPT_BY_STOCK", values, field: `lines.${index}.accountCode` });
    }
    if (account?.isActive === false) {
      refusals.push({ code: "ACCOUNT_NOT_ACTIVE", values, field: `lines.${index}.accountCode` });
    }
    if (account?.needsPartner && !line.partnerId) {
      refusals.push({ code: "ACCOUNT_NEEDS_PARTNER", values, field: `lines.${index}.partnerId` });
    }
    if (line.amountYen === 0n) refusals.push({ code: "ENTRY_LINE_ZERO", field: `lines.${index}.amountYen` });
  });
  const difference = imbalanceYen(lines);
  if (difference !== 0n) {
    refusals.push({ code: "ENTRY_NOT_BALANCED", values: { difference: difference.toString() }, field: "lines" });
  }
  return refuseAll(refusals) ?? ok(lines);
}
