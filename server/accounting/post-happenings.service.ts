import {
  isAccountRole,
  type JournalLineDraft,
  mergeLines,
  type PostingEvent,
  postEvent,
  resolvePostingDate,
} from "../../domain/accounting/index.ts";
import { assert, type BusinessEvent, monthOf, type Outcome, ok } from "../../domain/shared/index.ts";
import { type Happening, newId, type Tx, withCommit } from "../platform/index.ts";
import { type Books, type NewEntry, openBooksFor, saveEntries } from "./books.store.ts";

/** Nothing in a command about goods reads its entries any more: they go with the commit. */
const AT_THE_END: ReadonlySet<string> = new Set([
  "goods_shipped",
  "goods_accepted_sold",
  "goods_accepted_bought",
  "goods_rejected",
]);

/**
 * Accounting's reaction to what happened: each event becomes a balanced entry in its company's books, in the same transaction.
 * The other side's entry goes to its first open day when its own month is closed; the acting company's closed month refuses.
 */
export async function postHappenings(tx: Tx, happenings: readonly Happening[]): Promise<Outcome<null>> {
  const events = happenings as readonly BusinessEvent[];
  const drafts: { event: BusinessEvent; lines: readonly JournalLineDraft[] }[] = [];
  for (const event of events) {
    // What an event posts does not hang on the day it is posted.
    const drafted = postEvent({ ...event, postingOn: event.eventOn } as PostingEvent);
    if (!drafted.ok) return drafted;
    if (drafted.value) drafts.push({ event, lines: mergeLines(drafted.value.lines) });
  }
  const days = events.map((event) => event.eventOn).sort();
  const { books, numbers } = await openBooksFor(tx, {
    companyIds: [...new Set(events.map((event) => event.companyId))].sort(),
    fromMonth: monthOf(days[0]!),
    roles: [...new Set(drafts.flatMap(({ lines }) => lines.map((line) => line.role)))],
    entries: drafts.map(({ event }) => event.companyId),
  });
  for (const event of events) {
    const open = resolvePostingDate(
      event.eventOn,
      books.get(event.companyId)!.periods,
      event.companyId === tx.companyId,
    );
    if (!open.ok) return open;
  }
  const entries: NewEntry[] = [];
  for (const [index, { event, lines }] of drafts.entries()) {
    const own = books.get(event.companyId)!;
    const postingOn = resolvePostingDate(event.eventOn, own.periods, event.companyId === tx.companyId);
    if (!postingOn.ok) return postingOn;
    entries.push({
      companyId: event.companyId,
      id: newId(),
      number: numbers[index]!,
      postedOn: postingOn.value,
      eventOn: event.eventOn,
      kind: event.kind,
      description: event.description ?? "",
      sourceKind: event.sourceKind,
      sourceId: event.sourceId,
      tradeId: event.tradeId ?? null,
      partnerId: event.partnerId ?? null,
      reversesId: null,
      lines: lines.map((line) => ({
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
  if (events.every(({ kind }) => AT_THE_END.has(kind))) withCommit(tx, () => saveEntries(tx, entries));
  else await saveEntries(tx, entries);
  return ok(null);
}

function accountOf(books: Books, role: string): string {
  assert(isAccountRole(role), `${role} is an account role`);
  const id = books.accountIds.get(role);
  assert(id, `the company's account map has ${role}`);
  return id;
}
