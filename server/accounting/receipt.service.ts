import { normalizePayerName, type OpenInvoice, proposeMatches } from "../../domain/accounting/index.ts";
import { addDays, type FundRole, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, requireSaved, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import {
  type Allocation,
  applyReceipt,
  type RecordReceiptInput,
  receivePayment,
  recordReceipt,
  reversePayment,
} from "../trade/index.ts";
import {
  type BankRow,
  findBankRow,
  loadPayerNames,
  moveBankRow,
  protectedInvoices,
  reopenBankRows,
} from "./bank-row.store.ts";
import { isMatured } from "./claim.service.ts";
import { loadOpenInvoices } from "./open-items.store.ts";
import { findBeforeLink } from "./opening-item.store.ts";
import { loadPartnerCards } from "./partner.store.ts";
import { loadExpectedPayments, loadPaymentRecord } from "./payment-list.store.ts";

/** Banks' fees for a transfer stay below this; a larger difference is no fee. */
const FEE_LIMIT_YEN = 990n;

export interface MatchProposalView {
  readonly reason:
    | "payment_sent"
    | "invoice_number"
    | "exact_amount"
    | "several_invoices"
    | "fee_taken_off"
    | "part_payment";
  readonly partnerId: string;
  readonly partnerName: string;
  readonly paymentId: string | null;
  readonly paymentNumber: string | null;
  readonly parts: readonly {
    readonly invoiceId: string;
    readonly number: string;
    readonly dueOn: PlainDate;
    readonly openYen: bigint;
    readonly amountYen: bigint;
    readonly allowanceYen: bigint;
  }[];
  readonly feeTakenOffYen: bigint;
  readonly isAmbiguous: boolean;
}

/**
 * What a row of the bank's statement may be, the surest first. A payment a customer on the platform has told comes before any guess;
 * for the others the invoices decide.
 */
export async function proposeForRow(
  tx: Tx,
  id: string,
): Promise<Outcome<{ row: BankRow; proposals: MatchProposalView[] }>> {
  const row = await findBankRow(tx, id);
  if (!row) return refuse("NOT_FOUND");
  const [invoices, payerNames, expected] = await settleAll([
    loadOpenInvoices(tx, "S"),
    loadPayerNames(tx),
    loadExpectedPayments(tx),
  ]);
  const cards = await loadPartnerCards(
    tx,
    invoices.flatMap((invoice) => invoice.partnerId ?? []),
  );
  // Who is on the platform tells its payments itself; an invoice of theirs is settled by that payment only.
  const outside = invoices.filter((invoice) => cards.get(invoice.partnerId ?? "")?.linkedCompanyId === null);
  const guarded = await protectedInvoices(
    tx,
    outside.map((invoice) => invoice.invoiceId),
  );
  const amountYen = BigInt(row.amountYen);
  const payer = normalizePayerName(row.payerName);
  const told = expected
    .filter((payment) => payment.amountYen === amountYen && payment.partnerId !== null)
    .sort((a, b) => Number(isFrom(b.partnerId!)) - Number(isFrom(a.partnerId!)));
  function isFrom(partnerId: string): boolean {
    return (payerNames.get(partnerId) ?? []).some((name) => normalizePayerName(name) === payer);
  }
  const byId = new Map(outside.map((invoice) => [invoice.invoiceId, invoice]));
  const guesses = proposeMatches(
    { payerName: row.payerName, remittanceText: row.remittanceText, amountYen },
    outside.map(
      (invoice): OpenInvoice => ({
        ...invoice,
        partnerId: invoice.partnerId!,
        payerNames: payerNames.get(invoice.partnerId!) ?? [],
        subcontractActApplies: guarded.has(invoice.invoiceId),
      }),
    ),
    FEE_LIMIT_YEN,
  ).filter((guess) => new Set(guess.parts.map((part) => byId.get(part.invoiceId)!.partnerId)).size === 1);
  return ok({
    row,
    proposals: [
      ...told.map((payment) => ({
        reason: "payment_sent" as const,
        partnerId: payment.partnerId!,
        partnerName: payment.partnerName,
        paymentId: payment.id,
        paymentNumber: payment.number,
        parts: [],
        feeTakenOffYen: 0n,
        isAmbiguous: told.length > 1 && !isFrom(payment.partnerId!),
      })),
      ...guesses.map((guess) => {
        const partnerId = byId.get(guess.parts[0]!.invoiceId)!.partnerId!;
        // The fee is taken off the invoice that can bear it.
        const bearer = guess.parts.findIndex((part) => part.amountYen > guess.feeTakenOffYen);
        return {
          ...guess,
          partnerId,
          partnerName: cards.get(partnerId)!.name,
          paymentId: null,
          paymentNumber: null,
          parts: guess.parts.map((part, i) => {
            const { number, dueOn, openYen } = byId.get(part.invoiceId)!;
            const allowanceYen = i === bearer ? guess.feeTakenOffYen : 0n;
            return { ...part, number, dueOn, openYen, amountYen: part.amountYen - allowanceYen, allowanceYen };
          }),
        };
      }),
    ],
  });
}

/** Books a row of the statement: as the payment a customer told, or as money of a partner with the invoices it settles. */
export async function matchRow(
  tx: Tx,
  id: string,
  input: {
    readonly version: number;
    readonly paymentId?: string | null | undefined;
    readonly partnerId?: string | null | undefined;
    readonly allocations: readonly Allocation[];
  },
): Promise<Outcome<{ paymentId: string; number: string }>> {
  const found = requireVersion(await findBankRow(tx, id), input.version);
  if (!found.ok) return found;
  const row = found.value;
  if (row.state === "matched") return refuse("BANK_ROW_MATCHED", { number: row.number });
  const booked = input.paymentId
    ? await bookTold(tx, row, input.paymentId)
    : input.partnerId
      ? await receiveFromOutside(tx, {
          partnerId: input.partnerId,
          receivedOn: row.receivedOn,
          amountYen: BigInt(row.amountYen),
          kind: "transfer",
          fundRole: row.fundRole,
          reference: [row.payerName, row.remittanceText].filter(Boolean).join(" "),
          allocations: input.allocations,
        })
      : refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  if (!booked.ok) return booked;
  const saved = requireSaved(
    await moveBankRow(tx, {
      id,
      version: row.version,
      state: "matched",
      paymentId: booked.value.paymentId,
      note: row.note,
    }),
  );
  if (!saved.ok) return saved;
  await note(tx, "accounting.receiptMatched", id);
  return booked;
}

async function bookTold(
  tx: Tx,
  row: BankRow,
  paymentId: string,
): Promise<Outcome<{ paymentId: string; number: string }>> {
  const payment = await loadPaymentRecord(tx, paymentId);
  if (payment?.side !== "S") return refuse("PAYMENT_UNKNOWN", undefined, "paymentId");
  if (payment.amountYen !== row.amountYen)
    return refuse("AMOUNT_DIFFERS_FROM_PAYMENT", { payment: payment.amountYen }, "paymentId");
  const received = await receivePayment(tx, { paymentId, receivedOn: row.receivedOn, fundRole: row.fundRole });
  return received.ok ? ok({ paymentId, number: payment.number }) : received;
}

/** Takes a row out of the worklist with a reason: interest, an own transfer, booked by hand. */
export async function setRowAside(
  tx: Tx,
  id: string,
  input: { readonly version: number; readonly note: string },
): Promise<Outcome<BankRow>> {
  const found = requireVersion(await findBankRow(tx, id), input.version);
  if (!found.ok) return found;
  if (found.value.state === "matched") return refuse("BANK_ROW_MATCHED", { number: found.value.number });
  const saved = requireSaved(await moveBankRow(tx, { id, ...input, state: "set_aside", paymentId: null }));
  if (!saved.ok) return saved;
  await note(tx, "accounting.receiptSetAside", id);
  return ok((await findBankRow(tx, id))!);
}

/** Takes a payment back by its mirror; a row of the bank's statement it was booked from waits again. */
export async function takeBack(
  tx: Tx,
  id: string,
  input: { readonly reversedOn: PlainDate; readonly reason: string },
): Promise<Outcome<{ paymentId: string; number: string }>> {
  const payment = await loadPaymentRecord(tx, id);
  if (!payment) return refuse("NOT_FOUND");
  if (isMatured(payment)) return refuse("CLAIM_MATURED_ALREADY", { number: payment.number });
  const reversed = await reversePayment(tx, {
    paymentId: id,
    ...input,
    ...(payment.fundRole && { fundRole: payment.fundRole }),
  });
  if (!reversed.ok) return reversed;
  for (const rowId of await reopenBankRows(tx, id)) await note(tx, "accounting.receiptReopened", rowId);
  return reversed;
}

export function canTakeBack(payment: {
  readonly side: "S" | "B";
  readonly isShared: boolean;
  readonly state: string;
  readonly receivedOn: string | null;
}): boolean {
  if (payment.state === "reversed") return false;
  return payment.side === "S" ? !payment.isShared : !(payment.isShared && payment.receivedOn !== null);
}

/** Money of a customer outside the platform. Advances name no invoice; claims name invoices for all of their amount. */
export async function receiveFromOutside(
  tx: Tx,
  input: RecordReceiptInput,
): Promise<Outcome<{ paymentId: string; number: string }>> {
  const allocatedYen = input.allocations.reduce((sum, one) => sum + one.amountYen, 0n);
  if (input.kind !== "offset" && input.amountYen === 0n) return refuse("AMOUNT_NOT_POSITIVE", undefined, "amountYen");
  if (input.kind === "advance" && allocatedYen !== 0n)
    return refuse("ADVANCE_NAMES_NO_INVOICE", undefined, "allocations");
  if (input.kind === "claim" && allocatedYen !== input.amountYen)
    return refuse("CLAIM_NEEDS_INVOICES", { amount: input.amountYen.toString() }, "allocations");
  const card = (await loadPartnerCards(tx, [input.partnerId])).get(input.partnerId);
  if (card?.linkedCompanyId) {
    // What it pays today it tells itself; only money for papers from before the link is recorded here.
    const ids = input.allocations.map((one) => one.invoiceId);
    const old = await findBeforeLink(tx, ids);
    if (ids.length === 0 || ids.some((id) => !old.has(id)) || allocatedYen !== input.amountYen)
      return refuse("PAYER_TELLS_ITSELF", { partner: card.name }, "partnerId");
  }
  return recordReceipt(tx, input);
}

/** The money of a payment a customer told is there. */
export async function confirmReceipt(
  tx: Tx,
  id: string,
  input: { readonly receivedOn: PlainDate; readonly fundRole: FundRole },
): Promise<Outcome<{ paymentId: string }>> {
  const payment = await loadPaymentRecord(tx, id);
  if (!payment) return refuse("NOT_FOUND");
  if (input.receivedOn < addDays(payment.sentOn, -7))
    return refuse("RECEIVED_BEFORE_SENT", { date: payment.sentOn }, "receivedOn");
  return receivePayment(tx, { paymentId: id, ...input });
}

/**
 * Matches money that came without a known invoice, or an advance, to invoices. What a company on the platform paid names its invoices
 * itself; its advances are applied in both books.
 */
export async function applyToInvoices(
  tx: Tx,
  id: string,
  input: { readonly appliedOn: PlainDate; readonly allocations: readonly Allocation[] },
): Promise<Outcome<{ paymentId: string }>> {
  const payment = await loadPaymentRecord(tx, id);
  if (!payment) return refuse("NOT_FOUND");
  if (!canApply(payment)) return refuse("NOTHING_TO_APPLY", { number: payment.number });
  if (input.allocations.some((one) => (one.allowanceYen ?? 0n) > 0n))
    return refuse("ALLOWANCE_ONLY_AT_RECEIPT", undefined, "allocations");
  return applyReceipt(tx, { paymentId: id, ...input });
}

export function canApply(payment: {
  readonly side: "S" | "B";
  readonly isShared: boolean;
  readonly state: string;
  readonly unappliedYen: string;
  readonly kind: string;
}): boolean {
  if (payment.state === "reversed" || payment.unappliedYen === "0") return false;
  if (payment.kind === "advance") return payment.state !== "sent" || (payment.side === "B" && !payment.isShared);
  const isMatchedLater = payment.kind === "transfer" || payment.kind === "cash";
  return isMatchedLater && payment.side === "S" && !payment.isShared && payment.state !== "sent";
}

async function note(tx: Tx, command: string, id: string): Promise<void> {
  await settleAll([
    audit(tx, [{ command, subjectKind: "bankRow", subjectId: id }]),
    announce(tx, [{ kind: "accounting.bankRow", subjectId: id }]),
  ]);
}
