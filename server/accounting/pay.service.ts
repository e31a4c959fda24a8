import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  closeDraft,
  createDraft,
  moveDraft,
  openDraft,
  requireSaved,
  settleAll,
  type Tx,
} from "../platform/index.ts";
import { sendPayment } from "../trade/index.ts";
import { loadOpenInvoices, type OpenInvoiceRow } from "./open-items.store.ts";
import { findBeforeLink } from "./opening-item.store.ts";
import { loadPartnerCards } from "./partner.store.ts";
import { loadWaitingDrafts, type PaymentDraftBody, partnersWithBank } from "./payment-draft.store.ts";

const KINDS = ["payment"] as const;

export interface PaymentProposal {
  readonly partnerId: string;
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly hasBankAccount: boolean;
  readonly openYen: bigint;
  readonly invoices: readonly (OpenInvoiceRow & { readonly isInDraft: boolean })[];
}

/** What falls due up to a day, per supplier. A credit note stands there with a minus: it is settled with a later invoice. */
export async function proposePayments(
  tx: Tx,
  by: { readonly dueUntil: PlainDate; readonly partnerId?: string | undefined },
): Promise<PaymentProposal[]> {
  const [invoices, drafts] = await settleAll([loadOpenInvoices(tx, "B", by), loadWaitingDrafts(tx)]);
  const inDraft = new Set(drafts.flatMap((draft) => draft.body.allocations.map((one) => one.invoiceId)));
  const ids = [...new Set(invoices.flatMap((invoice) => invoice.partnerId ?? []))];
  const [cards, banked] = await settleAll([loadPartnerCards(tx, ids), partnersWithBank(tx, ids)]);
  return ids
    .map((partnerId) => {
      const own = invoices.filter((invoice) => invoice.partnerId === partnerId);
      return {
        partnerId,
        partnerCode: cards.get(partnerId)?.code ?? "",
        partnerName: cards.get(partnerId)?.name ?? "",
        hasBankAccount: banked.has(partnerId),
        openYen: own.reduce((sum, invoice) => sum + invoice.openYen, 0n),
        invoices: own.map((invoice) => ({ ...invoice, isInDraft: inDraft.has(invoice.invoiceId) })),
      };
    })
    .sort((a, b) => (a.partnerCode < b.partnerCode ? -1 : 1));
}

/** Proposes payments of these invoices, one per supplier. Disputed ones and those already proposed are not taken. */
export async function draftPayments(
  tx: Tx,
  input: Pick<PaymentDraftBody, "sentOn" | "fundRole"> & {
    readonly kind: "transfer" | "cash" | "claim";
    readonly invoiceIds: readonly string[];
  },
): Promise<Outcome<{ count: number }>> {
  const [invoices, drafts, beforeLink] = await settleAll([
    loadOpenInvoices(tx, "B"),
    loadWaitingDrafts(tx),
    findBeforeLink(tx, input.invoiceIds),
  ]);
  const inDraft = new Map(
    drafts.flatMap((draft) => draft.body.allocations.map((one) => [one.invoiceId, draft.number] as const)),
  );
  const byPartner = new Map<string, OpenInvoiceRow[]>();
  for (const [index, id] of [...new Set(input.invoiceIds)].entries()) {
    const field = `invoiceIds.${index}`;
    const invoice = invoices.find((one) => one.invoiceId === id);
    if (!invoice?.partnerId) return refuse("INVOICE_NOT_OPEN", undefined, field);
    if (beforeLink.has(id)) return refuse("INVOICE_BEFORE_LINK", { number: invoice.number }, field);
    if (invoice.state === "disputed") return refuse("INVOICE_DISPUTED", { number: invoice.number }, field);
    const draft = inDraft.get(id);
    if (draft) return refuse("INVOICE_IN_DRAFT", { number: invoice.number, draft }, field);
    byPartner.set(invoice.partnerId, [...(byPartner.get(invoice.partnerId) ?? []), invoice]);
  }
  const { sentOn, kind, fundRole } = input;
  for (const [partnerId, own] of byPartner) {
    // Credit notes lessen what is paid; those that exceed the invoices wait for more of them.
    const payYen = own.reduce((sum, invoice) => sum + invoice.openYen, 0n);
    if (payYen < 0n) {
      const { number } = own.find((invoice) => invoice.openYen < 0n)!;
      const field = `invoiceIds.${input.invoiceIds.indexOf(own[0]!.invoiceId)}`;
      return refuse("CREDIT_NOTE_NOT_PAID", { number }, field);
    }
    await createDraft(tx, {
      kind: "payment",
      partnerId,
      body: {
        sentOn,
        kind: payYen === 0n ? "offset" : kind,
        fundRole,
        allocations: own.map(({ invoiceId, number, openYen }) => ({
          invoiceId,
          number,
          amountYen: openYen.toString(),
        })),
      } satisfies PaymentDraftBody,
    });
  }
  return ok({ count: byPartner.size });
}

/** A second look before money leaves. */
export async function approvePayment(tx: Tx, id: string, version: number): Promise<Outcome<{ version: number }>> {
  const found = await openDraft<PaymentDraftBody>(tx, id, KINDS, version);
  if (!found.ok) return found;
  if (found.value.state === "approved") return refuse("PAYMENT_APPROVED_ALREADY", { number: found.value.number });
  const saved = requireSaved(await moveDraft(tx, { id, version, state: "approved" }));
  if (!saved.ok) return saved;
  await settleAll([
    audit(tx, [{ command: "accounting.paymentApproved", subjectKind: "draft", subjectId: id }]),
    announce(tx, [{ kind: "draft.changed", subjectId: id }]),
  ]);
  return ok({ version: version + 1 });
}

/** Sends an approved payment: from here on the supplier sees it and the payable is settled. */
export async function sendApproved(
  tx: Tx,
  id: string,
  input: { readonly version: number; readonly feeYen: bigint },
): Promise<Outcome<{ paymentId: string; number: string }>> {
  const found = await openDraft<PaymentDraftBody>(tx, id, KINDS, input.version);
  if (!found.ok) return found;
  if (found.value.state !== "approved") return refuse("PAYMENT_NOT_APPROVED", { number: found.value.number });
  const { body, partnerId } = found.value;
  const signed = body.allocations.map((one) => ({ invoiceId: one.invoiceId, amountYen: BigInt(one.amountYen) }));
  const sent = await sendPayment(tx, {
    partnerId: partnerId!,
    kind: body.kind,
    sentOn: body.sentOn,
    amountYen: signed.reduce((sum, one) => sum + one.amountYen, 0n),
    feeYen: input.feeYen,
    fundRole: body.fundRole,
    reference: body.allocations.map((one) => one.number).join(" "),
    allocations: signed.map((one) => ({ ...one, amountYen: one.amountYen < 0n ? -one.amountYen : one.amountYen })),
  });
  if (!sent.ok) return sent;
  const closed = await closeDraft(tx, id, input.version, sent.value.paymentId);
  return closed.ok ? sent : closed;
}
