import {
  type AmountEvent,
  type BusinessEvent,
  type FundRole,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
  type SubcontractAct,
} from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  enterCounterparties,
  newId,
  nextNumber,
  settleAll,
  type Tx,
  tell,
  withCommit,
} from "../platform/index.ts";
import { type InvoiceHead, loadInvoices, loadOwnTax } from "./invoice.store.ts";
import {
  insertAllocations,
  insertPayment,
  insertReceipt,
  loadAllocations,
  loadPayment,
  type NewPayment,
  type PaymentHead,
} from "./payment.store.ts";
import { findPartner, loadSideFacts, type Pair } from "./trade.store.ts";

export type PaymentRefusal =
  | "PARTNER_UNKNOWN"
  | "INVOICE_UNKNOWN"
  | "NOT_ONE_PARTNER"
  | "INVOICE_BEFORE_LINK"
  | "ADVANCE_NOT_ON_OPENING_ITEM"
  | "PAID_ABOVE_INVOICE"
  | "ALLOCATED_ABOVE_PAYMENT"
  | "PAYMENT_UNKNOWN"
  | "PAYMENT_RECEIVED_ALREADY"
  | "AMOUNT_NOT_POSITIVE"
  | "CREDIT_NOTE_BEARS_NO_FEE"
  | "CREDIT_NOTES_ABOVE_INVOICES"
  | "INVOICE_MATCHED_ALREADY"
  | "PAYMENT_ARRIVED"
  | "PAYMENT_NOT_YOURS"
  | "PAYMENT_REVERSED_ALREADY"
  | "REVERSAL_BEFORE_PAYMENT"
  | "FEE_DEDUCTION_UNLAWFUL"
  | "PAYMENT_DOES_NOT_ADD_UP"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

export interface Allocation {
  readonly invoiceId: string;
  readonly amountYen: bigint;
  /** A fee the payer took off this invoice: an allowance for the seller, unlawful under the act. */
  readonly allowanceYen?: bigint;
}

export interface SendPaymentInput {
  readonly partnerId: string;
  readonly kind: NewPayment["kind"];
  readonly sentOn: PlainDate;
  readonly amountYen: bigint;
  /** The bank's fee with tax, borne by me. */
  readonly feeYen?: bigint;
  readonly fundRole?: FundRole;
  readonly reference?: string;
  readonly allocations: readonly Allocation[];
}

/** I pay: my payable is settled; my supplier sees the payment on its way and books it when the money is there. */
export async function sendPayment(
  tx: Tx,
  input: SendPaymentInput,
): Promise<Outcome<{ paymentId: string; number: string }, PaymentRefusal>> {
  const partner = await findPartner(tx, input.partnerId);
  if (!partner) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const pair: Pair = {
    sellerId: partner.linkedCompanyId,
    buyerId: tx.companyId,
    outsidePartnerId: partner.linkedCompanyId ? null : partner.id,
  };
  const checked = await checkAllocations(tx, input.amountYen, input.allocations, pair);
  if (!checked.ok) return checked;
  const { invoices, allowanceYen } = checked.value;
  const paymentId = newId();
  const number = await nextNumber(tx, "py");
  await insertPayment(tx, {
    id: paymentId,
    ...pair,
    number,
    kind: input.kind,
    sentOn: input.sentOn,
    amountYen: input.amountYen,
    feeYen: input.feeYen ?? 0n,
    reference: input.reference ?? "",
    allocations: input.allocations.map((one) => ({ ...one, allowanceYen: one.allowanceYen ?? 0n })),
  });
  const head = {
    companyId: tx.companyId,
    eventOn: input.sentOn,
    sourceKind: "payment",
    sourceId: paymentId,
    partnerId: partner.id,
    description: number,
    ...tradeOf(invoices),
  };
  const told = await tell(tx, [sentEvent(head, input, allowanceYen, invoices)]);
  if (!told.ok) return told as Outcome<never, PaymentRefusal>;
  await announceBoth(tx, pair, invoices, "payment.sent", paymentId);
  return ok({ paymentId, number });
}

type Head = Pick<
  BusinessEvent,
  "companyId" | "eventOn" | "sourceKind" | "sourceId" | "partnerId" | "description" | "tradeId"
>;

function sentEvent(
  head: Head,
  input: Pick<SendPaymentInput, "kind" | "amountYen" | "feeYen" | "fundRole">,
  allowanceYen: bigint,
  invoices: readonly InvoiceHead[],
): BusinessEvent {
  const fundRole = input.fundRole ?? (input.kind === "cash" ? "cash" : "bank");
  if (input.kind === "advance") return { ...head, kind: "advance_paid", amountYen: input.amountYen, fundRole };
  if (input.kind === "claim") return { ...head, kind: "electronic_obligation_recorded", amountYen: input.amountYen };
  if (input.kind === "offset") return { ...head, kind: "balances_offset", amountYen: input.amountYen };
  return {
    ...head,
    kind: "payment_sent",
    payableYen: input.amountYen + allowanceYen,
    feeYen: input.feeYen ?? 0n,
    feeTakenOffYen: allowanceYen,
    subcontractAct: actOf(invoices),
    fundRole,
  };
}

function actOf(invoices: readonly InvoiceHead[]): SubcontractAct {
  return invoices.some((invoice) => invoice.isSubcontractLaw) ? "applies" : "unknown";
}

const tradeOf = (invoices: readonly InvoiceHead[]) => {
  const tradeId = invoices.flatMap((invoice) => invoice.tradeIds)[0];
  return tradeId ? { tradeId } : {};
};

async function checkAllocations(
  tx: Tx,
  amountYen: bigint,
  allocations: readonly Allocation[],
  pair: Pair,
): Promise<Outcome<{ invoices: InvoiceHead[]; allocatedYen: bigint; allowanceYen: bigint }, PaymentRefusal>> {
  if (amountYen < 0n || (amountYen === 0n && allocations.length === 0))
    return refuse("AMOUNT_NOT_POSITIVE", undefined, "amountYen");
  const invoices = await loadInvoices(
    tx,
    allocations.map((one) => one.invoiceId),
  );
  let allocatedYen = 0n;
  let allowanceYen = 0n;
  for (const [index, one] of allocations.entries()) {
    const invoice = invoices.find((row) => row.id === one.invoiceId);
    if (!invoice) return refuse("INVOICE_UNKNOWN", undefined, `allocations.${index}.invoiceId`);
    // A paper of one face cannot be paid between two faces: its open amount is first agreed by both as an opening item.
    if (invoice.outsidePartnerId !== null && pair.sellerId !== null && pair.buyerId !== null)
      return refuse("INVOICE_BEFORE_LINK", { number: invoice.number }, `allocations.${index}.invoiceId`);
    if (
      invoice.sellerId !== pair.sellerId ||
      invoice.buyerId !== pair.buyerId ||
      invoice.outsidePartnerId !== pair.outsidePartnerId
    )
      return refuse("NOT_ONE_PARTNER", undefined, `allocations.${index}.invoiceId`);
    if (one.amountYen <= 0n) return refuse("AMOUNT_NOT_POSITIVE", undefined, `allocations.${index}.amountYen`);
    // A credit note is settled by setting it against invoices: what it takes adds to what the payment can settle.
    const isCredit = invoice.totalYen < 0n;
    const openYen = (isCredit ? -invoice.totalYen : invoice.totalYen) - invoice.allocatedYen;
    if (one.amountYen + (one.allowanceYen ?? 0n) > openYen)
      return refuse("PAID_ABOVE_INVOICE", { open: openYen.toString() }, `allocations.${index}.amountYen`);
    if (isCredit && (one.allowanceYen ?? 0n) !== 0n)
      return refuse("CREDIT_NOTE_BEARS_NO_FEE", { number: invoice.number }, `allocations.${index}.allowanceYen`);
    allocatedYen += isCredit ? -one.amountYen : one.amountYen;
    allowanceYen += one.allowanceYen ?? 0n;
  }
  if (allocatedYen < 0n) return refuse("CREDIT_NOTES_ABOVE_INVOICES", undefined, "allocations");
  return allocatedYen > amountYen
    ? refuse("ALLOCATED_ABOVE_PAYMENT", { amount: amountYen.toString() }, "allocations")
    : ok({ invoices, allocatedYen, allowanceYen });
}

async function announceBoth(
  tx: Tx,
  pair: Pair,
  invoices: readonly InvoiceHead[],
  kind: string,
  paymentId: string,
): Promise<void> {
  const tradeIds = [...new Set(invoices.flatMap((invoice) => invoice.tradeIds))].sort();
  const isShared = pair.sellerId !== null && pair.buyerId !== null && tradeIds.length > 0;
  if (isShared) await enterCounterparties(tx, tradeIds, "pay");
  const sides = isShared ? [pair.sellerId!, pair.buyerId!] : [tx.companyId];
  withCommit(tx, () =>
    settleAll([
      audit(
        tx,
        sides.map((companyId) => ({ companyId, command: kind, subjectKind: "payment", subjectId: paymentId })),
      ),
      announce(
        tx,
        sides.map((companyId) => ({ companyId, kind, subjectId: paymentId })),
      ),
    ]),
  );
}

export interface ReceivePaymentInput {
  /** A payment my customer on the platform sent. */
  readonly paymentId: string;
  readonly receivedOn: PlainDate;
  readonly fundRole?: FundRole;
}

/** The money of a customer on the platform is there: matched by what it named. */
export async function receivePayment(
  tx: Tx,
  input: ReceivePaymentInput,
): Promise<Outcome<{ paymentId: string }, PaymentRefusal>> {
  const payment = await loadPayment(tx, input.paymentId);
  if (payment?.sellerId !== tx.companyId) return refuse("PAYMENT_UNKNOWN", undefined, "paymentId");
  if (payment.isReceived) return refuse("PAYMENT_RECEIVED_ALREADY", undefined, "paymentId");
  if (payment.isReversed || payment.reversesId)
    return refuse("PAYMENT_REVERSED_ALREADY", { number: payment.number }, "paymentId");
  const invoices = await loadInvoices(tx, payment.invoiceIds);
  await insertReceipt(tx, {
    paymentId: payment.id,
    sellerId: payment.sellerId,
    buyerId: payment.buyerId,
    outsidePartnerId: payment.outsidePartnerId,
    receivedOn: input.receivedOn,
    amountYen: payment.amountYen,
  });
  const told = await tell(tx, [
    await receivedEvent(
      tx,
      { ...payment, receivedOn: input.receivedOn, ...(input.fundRole && { fundRole: input.fundRole }) },
      invoices,
    ),
  ]);
  if (!told.ok) return told as Outcome<never, PaymentRefusal>;
  await announceBoth(tx, payment, invoices, "payment.received", payment.id);
  return ok({ paymentId: payment.id });
}

export interface RecordReceiptInput {
  /** A customer outside the platform. */
  readonly partnerId: string;
  readonly receivedOn: PlainDate;
  readonly amountYen: bigint;
  readonly kind: NewPayment["kind"];
  readonly fundRole?: FundRole;
  readonly reference?: string;
  readonly allocations: readonly Allocation[];
}

/** Money of a customer outside the platform: recorded, matched to invoices; what matches none waits as unapplied. Of one linked since, only for papers from before. */
export async function recordReceipt(
  tx: Tx,
  input: RecordReceiptInput,
): Promise<Outcome<{ paymentId: string; number: string }, PaymentRefusal>> {
  const partner = await findPartner(tx, input.partnerId);
  // Money that was on its way when the two companies were linked still settles the papers from before.
  if (!partner || (partner.linkedCompanyId && input.allocations.length === 0))
    return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const pair: Pair = { sellerId: tx.companyId, buyerId: null, outsidePartnerId: partner.id };
  const checked = await checkAllocations(tx, input.amountYen, input.allocations, pair);
  if (!checked.ok) return checked;
  const paymentId = newId();
  const number = await nextNumber(tx, "rv");
  await insertPayment(tx, {
    id: paymentId,
    ...pair,
    number,
    kind: input.kind,
    sentOn: input.receivedOn,
    amountYen: input.amountYen,
    feeYen: 0n,
    reference: input.reference ?? "",
    allocations: input.allocations.map((one) => ({ ...one, allowanceYen: one.allowanceYen ?? 0n })),
  });
  await insertReceipt(tx, { paymentId, ...pair, receivedOn: input.receivedOn, amountYen: input.amountYen });
  const { invoices, allocatedYen, allowanceYen } = checked.value;
  const told = await tell(tx, [
    await receivedEvent(
      tx,
      {
        id: paymentId,
        number,
        kind: input.kind,
        amountYen: input.amountYen,
        allocatedYen,
        allowanceYen,
        receivedOn: input.receivedOn,
        partnerId: partner.id,
        ...(input.fundRole && { fundRole: input.fundRole }),
      },
      invoices,
    ),
  ]);
  if (!told.ok) return told as Outcome<never, PaymentRefusal>;
  await announceBoth(tx, pair, [], "payment.received", paymentId);
  return ok({ paymentId, number });
}

async function receivedEvent(
  tx: Tx,
  payment: {
    readonly id: string;
    readonly number: string;
    readonly kind: NewPayment["kind"];
    readonly amountYen: bigint;
    readonly allocatedYen: bigint;
    readonly allowanceYen: bigint;
    readonly receivedOn: PlainDate;
    readonly partnerId?: string | null;
    readonly fundRole?: FundRole;
  },
  invoices: readonly InvoiceHead[],
): Promise<BusinessEvent> {
  const own = await loadOwnTax(tx);
  const head = {
    companyId: tx.companyId,
    eventOn: payment.receivedOn,
    sourceKind: "payment",
    sourceId: payment.id,
    description: payment.number,
    ...(payment.partnerId && { partnerId: payment.partnerId }),
    ...tradeOf(invoices),
  };
  const fundRole = payment.fundRole ?? (payment.kind === "cash" ? "cash" : "bank");
  if (payment.kind === "advance") return { ...head, kind: "advance_received", amountYen: payment.amountYen, fundRole };
  if (payment.kind === "claim") return { ...head, kind: "electronic_claim_recorded", amountYen: payment.amountYen };
  if (payment.kind === "offset") return { ...head, kind: "balances_offset", amountYen: payment.amountYen };
  return {
    ...head,
    kind: "payment_received",
    bankYen: payment.amountYen,
    receivableYen: payment.allocatedYen + payment.allowanceYen,
    feeTakenOffYen: payment.allowanceYen,
    unappliedYen: payment.amountYen - payment.allocatedYen,
    taxCategory: invoices[0]?.taxCategory ?? "taxable_10",
    sellerTaxStatus: own.taxStatus,
    subcontractAct: actOf(invoices),
    fundRole,
  };
}

/**
 * Matches money to invoices later: what had arrived without a known invoice, or an advance. An advance between two companies is applied
 * by either of them once the money is there, in both books; one paid to a supplier outside the platform by its payer.
 */
export async function applyReceipt(
  tx: Tx,
  input: { readonly paymentId: string; readonly appliedOn: PlainDate; readonly allocations: readonly Allocation[] },
): Promise<Outcome<{ paymentId: string }, PaymentRefusal>> {
  const payment = await loadPayment(tx, input.paymentId);
  if (!payment || !mayApply(tx, payment)) return refuse("PAYMENT_UNKNOWN", undefined, "paymentId");
  if (payment.isReversed || payment.reversesId) return refuse("PAYMENT_REVERSED_ALREADY", { number: payment.number });
  const again = input.allocations.findIndex((one) => payment.invoiceIds.includes(one.invoiceId));
  if (again >= 0)
    return refuse("INVOICE_MATCHED_ALREADY", { number: payment.number }, `allocations.${again}.invoiceId`);
  const left = payment.amountYen - payment.allocatedYen;
  const checked = await checkAllocations(tx, left > 0n ? left : 0n, input.allocations, payment);
  if (!checked.ok) return checked;
  // Both books must be written, and only a trade opens the other side's door.
  const opening = checked.value.invoices.find((invoice) => invoice.isOpening);
  if (opening && payment.sellerId && payment.buyerId)
    return refuse("ADVANCE_NOT_ON_OPENING_ITEM", { number: opening.number }, "allocations");
  await insertAllocations(
    tx,
    payment.id,
    payment,
    input.allocations.map((one) => ({ ...one, allowanceYen: one.allowanceYen ?? 0n })),
  );
  const { invoices, allocatedYen } = checked.value;
  const tradeIds = [...new Set(invoices.flatMap((invoice) => invoice.tradeIds))].sort();
  if (payment.sellerId && payment.buyerId) await enterCounterparties(tx, tradeIds, "pay");
  const facts = payment.sellerId && payment.buyerId ? await loadSideFacts(tx, tradeIds) : [];
  const eventOf = (companyId: string, kind: AmountEvent["kind"]): AmountEvent => {
    const partnerId =
      companyId === tx.companyId
        ? payment.partnerId
        : facts.find((fact) => fact.companyId === companyId && fact.partnerId)?.partnerId;
    return {
      companyId,
      kind,
      eventOn: input.appliedOn,
      sourceKind: "payment",
      sourceId: payment.id,
      description: payment.number,
      ...(partnerId && { partnerId }),
      ...tradeOf(invoices),
      amountYen: allocatedYen,
    };
  };
  const isAdvance = payment.kind === "advance";
  const told = await tell(tx, [
    ...(payment.sellerId
      ? [eventOf(payment.sellerId, isAdvance ? "advance_received_applied" : "unapplied_receipt_matched")]
      : []),
    ...(payment.buyerId && isAdvance ? [eventOf(payment.buyerId, "advance_paid_applied")] : []),
  ]);
  if (!told.ok) return told as Outcome<never, PaymentRefusal>;
  await announceBoth(tx, payment, invoices, "payment.matched", payment.id);
  return ok({ paymentId: payment.id });
}

/** An advance paid to a supplier outside the platform needs no receipt: nobody there says that it arrived. */
function mayApply(tx: Tx, payment: PaymentHead): boolean {
  if (payment.kind === "advance" && payment.buyerId === tx.companyId)
    return payment.isReceived || payment.sellerId === null;
  return payment.sellerId === tx.companyId && payment.isReceived && (payment.kind === "advance" || !payment.buyerId);
}

export interface ReversePaymentInput {
  readonly paymentId: string;
  readonly reversedOn: PlainDate;
  /** Where the money went to or came from; it goes back the same way. */
  readonly fundRole?: FundRole;
  readonly reason: string;
}

/**
 * Takes a payment back that should not have been: its mirror, on a day of its own (赤伝). What it settled is open again on both sides.
 * Whoever wrote it does so, and of a partner on the platform only while the money has not arrived there.
 */
export async function reversePayment(
  tx: Tx,
  input: ReversePaymentInput,
): Promise<Outcome<{ paymentId: string; number: string }, PaymentRefusal>> {
  const payment = await loadPayment(tx, input.paymentId);
  if (!payment) return refuse("PAYMENT_UNKNOWN", undefined, "paymentId");
  const values = { number: payment.number };
  const isPayer = payment.buyerId === tx.companyId;
  if (!isPayer && payment.buyerId !== null) return refuse("PAYMENT_NOT_YOURS", values);
  if (payment.isReversed || payment.reversesId) return refuse("PAYMENT_REVERSED_ALREADY", values);
  if (payment.isReceived && payment.outsidePartnerId === null) return refuse("PAYMENT_ARRIVED", values);
  const happenedOn = payment.receivedOn ?? payment.sentOn;
  if (input.reversedOn < happenedOn) return refuse("REVERSAL_BEFORE_PAYMENT", { date: happenedOn }, "reversedOn");
  const [allocations, invoices] = await settleAll([
    loadAllocations(tx, payment.id),
    loadInvoices(tx, payment.invoiceIds),
  ]);
  const paymentId = newId();
  const number = await nextNumber(tx, isPayer ? "py" : "rv");
  const pair = { sellerId: payment.sellerId, buyerId: payment.buyerId, outsidePartnerId: payment.outsidePartnerId };
  await insertPayment(tx, {
    id: paymentId,
    ...pair,
    number,
    kind: payment.kind,
    sentOn: input.reversedOn,
    amountYen: -payment.amountYen,
    feeYen: -payment.feeYen,
    reference: input.reason,
    reversesId: payment.id,
    allocations: allocations.map(({ invoiceId, amountYen, allowanceYen }) => ({
      invoiceId,
      amountYen: -amountYen,
      allowanceYen: -allowanceYen,
    })),
  });
  if (payment.isReceived)
    await insertReceipt(tx, { paymentId, ...pair, receivedOn: input.reversedOn, amountYen: -payment.amountYen });
  const mirror = {
    kind: payment.kind,
    amountYen: -payment.amountYen,
    feeYen: -payment.feeYen,
    ...(input.fundRole && { fundRole: input.fundRole }),
  };
  const head: Head = {
    companyId: tx.companyId,
    eventOn: input.reversedOn,
    sourceKind: "payment",
    sourceId: paymentId,
    description: `${number} ← ${payment.number}`,
    ...(payment.partnerId && { partnerId: payment.partnerId }),
    ...tradeOf(invoices),
  };
  const events: BusinessEvent[] = isPayer
    ? [
        sentEvent(head, mirror, -payment.allowanceYen, invoices),
        ...(payment.kind === "advance" && payment.allocatedYen !== 0n
          ? [{ ...head, kind: "advance_paid_applied" as const, amountYen: -payment.allocatedYen }]
          : []),
      ]
    : [
        {
          ...(await receivedEvent(
            tx,
            {
              ...mirror,
              id: paymentId,
              number,
              allocatedYen: -payment.allocatedYen,
              allowanceYen: -payment.allowanceYen,
              receivedOn: input.reversedOn,
              partnerId: payment.partnerId,
            },
            invoices,
          )),
          description: head.description!,
        },
        // An advance stands apart until invoices take it.
        ...(payment.kind === "advance" && payment.allocatedYen !== 0n
          ? [{ ...head, kind: "advance_received_applied" as const, amountYen: -payment.allocatedYen }]
          : []),
      ];
  const told = await tell(tx, events);
  if (!told.ok) return told as Outcome<never, PaymentRefusal>;
  await announceBoth(tx, pair, invoices, "payment.reversed", payment.id);
  return ok({ paymentId, number });
}
