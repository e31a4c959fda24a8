import { isAccountRole, type PostingEvent, postEvent, resolvePostingDate } from "../../domain/accounting/index.ts";
import { assert, type BusinessEvent, type Outcome, ok } from "../../domain/shared/index.ts";
import { type Happening, newId, type Tx } from "../platform/index.ts";
import { type Books, loadBooks, type NewEntry, saveEntries, takeJournalNumbers } from "./books.store.ts";

/**
 * Accounting's reaction to what happened: each event becomes a balanced entry in its company's books, in the same transaction.
 * The other side's entry goes to its first open day when its own month is closed; the acting company's closed month refuses.
 */
export async function postHappenings(tx: Tx, happenings: readonly Happening[]): Promise<Outcome<null>> {
  const events = happenings as readonly BusinessEvent[];
  const companyIds = [...new Set(events.map((event) => event.companyId))].sort();
  const books = await loadBooks(tx, companyIds);
  const entries: Omit<NewEntry, "number">[] = [];
  for (const event of events) {
    const own = books.get(event.companyId)!;
    const postingOn = resolvePostingDate(event.eventOn, own.periods, event.companyId === tx.companyId);
    if (!postingOn.ok) return postingOn;
    const drafted = postEvent({ ...event, postingOn: postingOn.value } as PostingEvent);
    if (!drafted.ok) return drafted;
    if (!drafted.value) continue;
    entries.push({
      companyId: event.companyId,
      id: newId(),
      postedOn: postingOn.value,
      eventOn: event.eventOn,
      kind: event.kind,
      description: event.description ?? "",
      sourceKind: event.sourceKind,
      sourceId: event.sourceId,
      tradeId: event.tradeId ?? null,
      partnerId: event.partnerId ?? null,
      reversesId: null,
      lines: drafted.value.lines.map((line) => ({
        accountId: accountOf(own, line.role),
        amountYen: line.amountYen,
        role: line.role,
        flow: line.flow ?? null,
        sourceLineId: line.sourceLineId ?? null,
        taxCode: line.taxCode ?? null,
        deductiblePercent: line.deductiblePercent ?? null,
        partnerId: line.partnerId ?? null,
        workOrderId: event.workOrderId ?? null,
      })),
    });
  }
  if (entries.length === 0) return ok(null);
  const numbers = await takeJournalNumbers(
    tx,
    entries.map((entry) => entry.companyId),
  );
  await saveEntries(
    tx,
    entries.map((entry, i) => ({ ...entry, number: numbers[i]! })),
  );
  return ok(null);
}

function accountOf(books: Books, role: string): string {
  assert(isAccountRole(role), `${role} is an account role`);
  const id = books.accountIds.get(role);
  assert(id, `the company's account map has ${role}`);
  return id;
}
