import { closingAndDueDate } from "../../domain/agreements/index.ts";
import {
  type BusinessEvent,
  decimal,
  type InvoiceTaxDifference,
  invoiceTaxDifference,
  type Outcome,
  ok,
  type PlainDate,
  type Rounding,
  refuse,
  type TaxCategory,
  taxRatePercent,
} from "../../domain/shared/index.ts";
import { type AgreementHead, loadAgreementHeads } from "../agreements/index.ts";
import { enterCounterparties, newId, nextNumber, settleAll, type Tx, tell } from "../platform/index.ts";
import { type BillableEvent, findCreditedInvoice, insertInvoice, loadBillable, loadOwnTax } from "./invoice.store.ts";
import { tellBothSides } from "./sides.ts";
import { findPartner, loadPartnerTerms, loadSideFacts } from "./trade.store.ts";

/** What one closing invoice would hold: shown before it is issued, and issued exactly so. */
export interface InvoiceProposal {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly issuedBy: "seller" | "buyer";
  readonly periodFrom: PlainDate;
  readonly closingOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly events: readonly BillableEvent[];
  readonly netYen: bigint;
  readonly taxYen: bigint;
  readonly taxes: readonly {
    readonly taxCategory: TaxCategory;
    readonly ratePercent: number;
    readonly netYen: bigint;
    readonly taxYen: bigint;
    readonly postedTaxYen: bigint;
  }[];
  readonly differences: readonly InvoiceTaxDifference[];
  readonly registrationNumber: string | null;
  readonly sellerTaxStatus: "registered" | "unregistered" | "exempt";
  readonly taxRounding: Rounding;
}

/**
 * The invoices due on a closing day, one per partner, for the side that issues them by the terms.
 *
 * @param side S: I bill what I sold. B: I write the statement of what I bought (仕入明細書), where the agreement says so.
 * @param closingOn deliveries that count up to this day
 * @param single true: bill now whatever is open, not waiting for the closing day
 */
export async function proposeInvoices(
  tx: Tx,
  input: {
    readonly side: "S" | "B";
    readonly closingOn: PlainDate;
    readonly partnerId?: string;
    readonly single?: boolean;
  },
): Promise<InvoiceProposal[]> {
  const [events, own] = await settleAll([
    loadBillable(tx, input.side, input.closingOn, input.partnerId ?? null),
    loadOwnTax(tx),
  ]);
  const agreements = await loadAgreementHeads(tx, [
    ...new Set(events.map((event) => event.agreementId).filter((id) => id !== null)),
  ]);
  const groups = new Map<string, BillableEvent[]>();
  for (const event of events) {
    if (!event.partnerId) continue;
    // Goods of orders from before a link are billed apart: their invoice has one face, what came after has two.
    const key = `${event.partnerId} ${event.outsidePartnerId}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const proposals: InvoiceProposal[] = [];
  for (const all of groups.values()) {
    const partnerId = all[0]!.partnerId!;
    const partner = await findPartner(tx, partnerId);
    const agreement = all
      .map((event) => event.agreementId && agreements.get(event.agreementId))
      .find((head): head is AgreementHead => Boolean(head));
    const issuer = agreement?.invoiceIssuer ?? "seller";
    if ((issuer === "seller") !== (input.side === "S")) continue;
    const terms = agreement ?? (await loadPartnerTerms(tx, partnerId));
    const due = closingAndDueDate(terms, input.closingOn);
    const billed = all.filter((event) => input.single || countingDay(event, agreement) <= input.closingOn);
    if (billed.length === 0) continue;
    const sellerTaxStatus =
      input.side === "S" ? own.taxStatus : (agreement?.sellerTaxStatus ?? partner?.taxStatus ?? "registered");
    const rounding = agreement?.taxRounding ?? own.taxRounding;
    const signed = billed.map((event) => ({
      taxCategory: event.taxCategory,
      amountYen: event.kind === "returned" ? -event.amountYen : event.amountYen,
      taxYen: event.kind === "returned" ? -event.taxYen : event.taxYen,
    }));
    // Only a registered seller shows tax on top; the price of any other holds all that is paid.
    const shows = sellerTaxStatus === "registered";
    const { totals, differences } = shows
      ? invoiceTaxDifference(signed, signed, rounding)
      : { totals: [], differences: [] };
    const netYen = signed.reduce((sum, line) => sum + line.amountYen, 0n);
    const taxYen = totals.reduce((sum, total) => sum + total.taxYen, 0n);
    proposals.push({
      partnerId,
      partnerName: partner?.name ?? "",
      issuedBy: issuer,
      periodFrom: due.periodFrom,
      closingOn: input.closingOn,
      dueOn: due.dueOn,
      events: billed,
      netYen,
      taxYen,
      taxes: totals.map((total) => ({
        ...total,
        ratePercent: Number(taxRatePercent(total.taxCategory)),
        postedTaxYen: signed
          .filter((line) => line.taxCategory === total.taxCategory)
          .reduce((sum, line) => sum + line.taxYen, 0n),
      })),
      differences,
      // A buyer's statement names the supplier's number, and both read the same one whatever their cards say later.
      registrationNumber:
        input.side === "S"
          ? own.registrationNumber
          : (agreement?.sellerRegistrationNumber ?? partner?.registrationNumber ?? null),
      sellerTaxStatus,
      taxRounding: rounding,
    });
  }
  return proposals;
}

function countingDay(event: BillableEvent, agreement: AgreementHead | undefined): PlainDate {
  return agreement?.closingCountsBy === "receipt" ? (event.receivedOn ?? event.happenedOn) : event.happenedOn;
}

export interface IssuedInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly partnerId: string;
  readonly totalYen: bigint;
}

/** Issues what `proposeInvoices` shows; both sides' books take the difference between the invoice's tax and the tax already posted. */
export async function issueInvoices(
  tx: Tx,
  input: {
    readonly side: "S" | "B";
    readonly closingOn: PlainDate;
    readonly issuedOn: PlainDate;
    readonly partnerId?: string;
    readonly single?: boolean;
    readonly note?: string;
  },
): Promise<Outcome<IssuedInvoice[], "NOTHING_TO_INVOICE" | "PERIOD_CLOSED" | "PERIOD_MISSING">> {
  const proposals = await proposeInvoices(tx, input);
  if (proposals.length === 0) return refuse("NOTHING_TO_INVOICE", { date: input.closingOn }, "closingOn");
  const issued: IssuedInvoice[] = [];
  for (const proposal of proposals) {
    const invoiceId = newId();
    const number = await nextNumber(tx, "iv");
    const [first] = proposal.events;
    const pair = { sellerId: first!.sellerId, buyerId: first!.buyerId, outsidePartnerId: first!.outsidePartnerId };
    await insertInvoice(tx, {
      id: invoiceId,
      ...pair,
      number,
      issuedBy: proposal.issuedBy,
      registrationNumber: proposal.registrationNumber,
      issuedOn: input.issuedOn,
      periodFrom: proposal.periodFrom,
      periodTo: proposal.closingOn,
      dueOn: proposal.dueOn,
      taxRounding: proposal.taxRounding,
      netYen: proposal.netYen,
      taxYen: proposal.taxYen,
      // More came back than was delivered: a credit note, which names what it lessens (適格返還請求書).
      creditsId:
        proposal.netYen < 0n
          ? await findCreditedInvoice(
              tx,
              proposal.events.filter((event) => event.kind === "returned").map((event) => event.id),
            )
          : null,
      note: input.note ?? "",
      taxes: proposal.taxes,
      lines: proposal.events.map((event) => {
        const sign = event.kind === "returned" ? -1 : 1;
        return {
          deliveryEventId: event.id,
          tradeId: event.tradeId,
          tradeLineNumber: event.tradeLineNumber,
          suppliedOn: event.happenedOn,
          code: event.code,
          description: event.description,
          quantity: event.quantity.times(sign),
          unit: event.unit,
          unitPrice: event.unitPrice ?? decimal(0),
          amountYen: event.amountYen * BigInt(sign),
          taxCategory: event.taxCategory,
        };
      }),
    });
    const tradeIds = [...new Set(proposal.events.map((event) => event.tradeId))].sort();
    if (pair.sellerId && pair.buyerId) await enterCounterparties(tx, tradeIds, "invoice");
    const head = {
      eventOn: input.issuedOn,
      sourceKind: "invoice",
      sourceId: invoiceId,
      tradeId: tradeIds[0]!,
      description: number,
      sellerTaxStatus: proposal.sellerTaxStatus,
      differences: proposal.differences,
    };
    const facts = await loadSideFacts(tx, tradeIds);
    const partnerOf = (companyId: string) => {
      const partnerId = facts.find((fact) => fact.companyId === companyId)?.partnerId;
      return partnerId ? { partnerId } : {};
    };
    const events: BusinessEvent[] = [
      ...(pair.sellerId
        ? [{ ...head, ...partnerOf(pair.sellerId), companyId: pair.sellerId, kind: "invoice_issued_sold" as const }]
        : []),
      ...(pair.buyerId
        ? [{ ...head, ...partnerOf(pair.buyerId), companyId: pair.buyerId, kind: "invoice_issued_bought" as const }]
        : []),
    ];
    const told = await tell(tx, events);
    if (!told.ok) return told as Outcome<never, "PERIOD_CLOSED">;
    tellBothSides(
      tx,
      pair,
      { command: "trade.invoiced", kind: "invoice.issued", subjectKind: "invoice", subjectId: invoiceId },
      { number },
    );
    issued.push({ invoiceId, number, partnerId: proposal.partnerId, totalYen: proposal.netYen + proposal.taxYen });
  }
  return ok(issued);
}
