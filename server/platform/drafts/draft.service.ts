import { type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import { announce, audit, newId, nextNumber, settleAll, type Tx } from "../db/index.ts";
import { requireSaved, requireVersion } from "../http/version.ts";
import { type Draft, type DraftKind, insertDraft, loadDraft, moveDraft, updateDraft } from "./draft.store.ts";

/** Two letters of each kind's own series. */
const SERIES: Readonly<Record<DraftKind, string>> = {
  sales_order: "ds",
  quotation: "dq",
  purchase_order: "dp",
  enquiry: "de",
  purchase_request: "pr",
  agreement: "da",
  payment: "dy",
};

/** Begins a draft; nobody outside the company sees it. */
export async function createDraft(
  tx: Tx,
  draft: { readonly kind: DraftKind; readonly partnerId: string | null; readonly body: unknown },
): Promise<{ readonly id: string; readonly number: string; readonly version: number }> {
  const id = newId();
  const number = await nextNumber(tx, SERIES[draft.kind]);
  await insertDraft(tx, { id, number, ...draft });
  await note(tx, "created", id);
  return { id, number, version: 1 };
}

/** Saves what was typed. The second of two people at one draft is told instead of silently winning. */
export async function saveDraft(
  tx: Tx,
  id: string,
  kinds: readonly DraftKind[],
  change: { readonly version: number; readonly partnerId: string | null; readonly body: unknown },
): Promise<Outcome<{ readonly version: number }, "NOT_FOUND" | "STALE_VERSION" | "DRAFT_CLOSED">> {
  const found = await openDraft(tx, id, kinds, change.version);
  if (!found.ok) return found;
  const saved = requireSaved(await updateDraft(tx, { id, ...change }));
  if (!saved.ok) return saved;
  await announce(tx, [{ kind: "draft.changed", subjectId: id }]);
  return ok({ version: change.version + 1 });
}

/** A draft that can still be worked on, as the version the user saw. */
export async function openDraft<Body>(
  tx: Tx,
  id: string,
  kinds: readonly DraftKind[],
  version: number,
): Promise<Outcome<Draft<Body>, "NOT_FOUND" | "STALE_VERSION" | "DRAFT_CLOSED">> {
  const draft = await loadDraft<Body>(tx, id);
  if (!draft || !kinds.includes(draft.kind)) return refuse("NOT_FOUND");
  if (draft.state === "sent" || draft.state === "discarded") return refuse("DRAFT_CLOSED", { number: draft.number });
  return requireVersion(draft, version);
}

/** Throws a draft away; its number stays used. */
export async function discardDraft(
  tx: Tx,
  id: string,
  kinds: readonly DraftKind[],
  version: number,
): Promise<Outcome<null, "NOT_FOUND" | "STALE_VERSION" | "DRAFT_CLOSED">> {
  const found = await openDraft(tx, id, kinds, version);
  if (!found.ok) return found;
  const saved = requireSaved(await moveDraft(tx, { id, version, state: "discarded" }));
  if (!saved.ok) return saved;
  await note(tx, "discarded", id);
  return ok(null);
}

/** Marks a draft as sent: from now on the shared record speaks. */
export async function closeDraft(
  tx: Tx,
  id: string,
  version: number,
  sentId: string,
): Promise<Outcome<null, "STALE_VERSION">> {
  const saved = requireSaved(await moveDraft(tx, { id, version, state: "sent", sentId }));
  if (!saved.ok) return saved;
  await note(tx, "sent", id);
  return ok(null);
}

async function note(tx: Tx, what: string, id: string): Promise<void> {
  await settleAll([
    audit(tx, [{ command: `draft.${what}`, subjectKind: "draft", subjectId: id }]),
    announce(tx, [{ kind: "draft.changed", subjectId: id }]),
  ]);
}
