import { checkQualifiedInvoice } from "../../domain/accounting/index.ts";
import { closingAndDueDate } from "../../domain/agreements/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuse } from "../../domain/shared/index.ts";
import { announce, audit, enterCounterparties, settleAll, type Tx } from "../platform/index.ts";
import { type InvoiceProposal, type IssuedInvoice, issueInvoices, proposeInvoices } from "../trade/index.ts";
import { insertAnswer } from "./answer-invoice.store.ts";
import { type InvoiceRecord, loadInvoice } from "./invoice-list.store.ts";
import { loadPartnerCards } from "./partner.store.ts";

/** A proposal, and whether the partner's own closing day is the day asked for. */
export type RunRow = InvoiceProposal & { readonly closesToday: boolean };

/** What a closing day would bill, per partner; those whose closing day it is come first. */
export async function previewRun(tx: Tx, input: Parameters<typeof proposeInvoices>[1]): Promise<RunRow[]> {
  const proposals = await proposeInvoices(tx, input);
  const cards = await loadPartnerCards(
    tx,
    proposals.map((one) => one.partnerId),
  );
  return proposals
    .map((one) => {
      const terms = cards.get(one.partnerId);
      return {
        ...one,
        closesToday: terms ? closingAndDueDate(terms, input.closingOn).closingOn === input.closingOn : true,
      };
    })
    .sort((a, b) =>
      a.closesToday === b.closesToday ? (a.partnerName < b.partnerName ? -1 : 1) : a.closesToday ? -1 : 1,
    );
}

/** Issues the invoices of the partners chosen, all or none. */
export async function issueRun(
  tx: Tx,
  side: "S" | "B",
  input: {
    readonly closingOn: PlainDate;
    readonly issuedOn: PlainDate;
    readonly partnerIds: readonly string[];
    readonly single?: boolean | undefined;
    readonly note?: string | undefined;
  },
): Promise<Outcome<IssuedInvoice[]>> {
  const issued: IssuedInvoice[] = [];
  for (const partnerId of new Set(input.partnerIds)) {
    const { closingOn, issuedOn, single, note } = input;
    const done = await issueInvoices(tx, {
      side,
      closingOn,
      issuedOn,
      partnerId,
      ...(single !== undefined && { single }),
      ...(note && { note }),
    });
    if (!done.ok) return done;
    issued.push(...done.value);
  }
  return ok(issued);
}

/**
 * The receiver says whether an invoice is right. One that is disputed needs words: the issuer must know what to look at. `deemed` is the
 * agreed clock speaking: a buyer's statement its supplier did not dispute in time counts as acknowledged (みなし確認).
 */
export async function answerInvoice(
  tx: Tx,
  id: string,
  answer: { readonly kind: "acknowledged" | "disputed" | "deemed"; readonly reason?: string | undefined },
): Promise<Outcome<InvoiceRecord>> {
  const invoice = await loadInvoice(tx, id);
  if (!invoice) return refuse("NOT_FOUND");
  if (!canAnswer(invoice)) return refuse("INVOICE_ANSWER_NOT_YOURS", { number: invoice.number });
  if (answer.kind === "disputed" && !answer.reason) return refuse("REASON_NEEDED", undefined, "reason");
  await insertAnswer(tx, {
    invoiceId: id,
    sellerId: invoice.sellerId,
    buyerId: invoice.buyerId,
    kind: answer.kind,
    reason: answer.reason ?? "",
  });
  const sides = [invoice.sellerId, invoice.buyerId].filter((company) => company !== null);
  const tradeIds = [...new Set(invoice.lines.flatMap((line) => line.tradeId ?? []))].sort();
  const reached = sides.length === 2 && tradeIds.length > 0 ? sides : [tx.companyId];
  if (reached.length === 2) await enterCounterparties(tx, tradeIds, "invoice");
  await settleAll([
    audit(
      tx,
      reached.map((companyId) => ({
        companyId,
        command: `accounting.invoice${ANSWERED[answer.kind]}`,
        subjectKind: "invoice",
        subjectId: id,
        details: { number: invoice.number },
      })),
    ),
    announce(
      tx,
      reached.map((companyId) => ({
        companyId,
        kind: answer.kind === "disputed" ? "invoice.disputed" : "invoice.acknowledged",
        subjectId: id,
      })),
    ),
  ]);
  return ok((await loadInvoice(tx, id))!);
}

const ANSWERED = { acknowledged: "Acknowledged", disputed: "Disputed", deemed: "Deemed" } as const;

/** The side that did not write it answers, while it is not settled; for a partner off the platform its answer is noted here. */
export function canAnswer(invoice: InvoiceRecord): boolean {
  if (invoice.state === "settled" || invoice.state === "acknowledged") return false;
  const isShared = invoice.sellerId !== null && invoice.buyerId !== null;
  return !isShared || !invoice.isOwnIssue;
}

/** What a qualified invoice must say and this one does not. Only for one that shows tax. */
export function invoiceFindings(invoice: InvoiceRecord): { severity: "error" | "warning"; refusal: Refusal }[] {
  if (invoice.taxes.length === 0) return [];
  const [seller, buyer] = invoice.side === "S" ? [invoice.own, invoice.partner] : [invoice.partner, invoice.own];
  const days = invoice.lines.map((line) => line.suppliedOn).sort();
  const { errors, warnings } = checkQualifiedInvoice({
    issuedBy: invoice.issuedBy,
    issuerName: invoice.issuedBy === "seller" ? seller.name : buyer.name,
    recipientName: invoice.issuedBy === "seller" ? buyer.name : seller.name,
    sellerRegistrationNumber: invoice.registrationNumber ?? "",
    suppliedFrom: invoice.periodFrom ?? days[0] ?? null,
    suppliedTo: invoice.periodTo ?? days.at(-1) ?? null,
    // The printed invoice marks every line of the reduced rate.
    lines: invoice.lines.map((line) => ({ ...line, markedReduced: line.taxCategory === "reduced_8" })),
    totals: invoice.taxes,
    taxRounding: invoice.taxRounding,
    acknowledged: invoice.answers.some((one) => one.kind !== "disputed") || invoice.state === "acknowledged",
  });
  return [
    ...errors.map((refusal) => ({ severity: "error" as const, refusal })),
    ...warnings.map((refusal) => ({ severity: "warning" as const, refusal })),
  ];
}
