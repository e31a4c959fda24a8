import type { AccountRole } from "../account.ts";
import type { JournalLineDraft } from "../journal.ts";

type Details = Omit<JournalLineDraft, "role" | "amountYen">;

export function debit(role: AccountRole, amountYen: bigint, details: Details = {}): JournalLineDraft {
  return { role, amountYen, ...details };
}

export function credit(role: AccountRole, amountYen: bigint, details: Details = {}): JournalLineDraft {
  return { role, amountYen: -amountYen, ...details };
}

/** A line for an amount that may stand on either side; the caller gives it as a debit. */
export function signed(role: AccountRole, amountYen: bigint, details: Details = {}): JournalLineDraft {
  return debit(role, amountYen, details);
}
