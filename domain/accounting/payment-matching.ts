import type { PlainDate } from "../shared/index.ts";

export interface ReceivedPayment {
  /** Known when the bank account or EDI information names the payer. */
  readonly partnerId?: string;
  /** Payer's name as the bank gives it, half-width kana. */
  readonly payerName: string;
  /** Text that came with the payment (EDI information, ZEDI): may hold invoice numbers. */
  readonly remittanceText: string;
  readonly amountYen: bigint;
}

export interface OpenInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly partnerId: string;
  /** Names under which this partner pays, kana. */
  readonly payerNames: readonly string[];
  readonly dueOn: PlainDate;
  readonly openYen: bigint;
  /** The act protects the seller: a fee taken off must not be accepted. */
  readonly subcontractActApplies: boolean;
}

export type MatchReason = "invoice_number" | "exact_amount" | "several_invoices" | "fee_taken_off" | "part_payment";

export interface MatchProposal {
  readonly reason: MatchReason;
  readonly parts: readonly { readonly invoiceId: string; readonly amountYen: bigint }[];
  /** Fee the payer seems to have taken off; 0 otherwise. */
  readonly feeTakenOffYen: bigint;
  /** Another set of invoices would fit as well: a person decides. */
  readonly isAmbiguous: boolean;
}

/** Sums of several invoices are looked for among this many, the oldest due first. */
const SEARCH_INVOICE_COUNT = 20;

const LEGAL_FORM = /株式会社|有限会社|合同会社|\(カ\)|カ\)|\(カ|\(ユ\)|ユ\)|\(ユ|ド\)|\(ド/g;

/** Payer's name for comparison: full-width kana, capitals, no spaces, no legal form (カ) 等, small kana and long marks as banks write them. */
export function normalizePayerName(name: string): string {
  return name
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[ァィゥェォャュョッ]/g, (kana) => "アイウエオヤユヨツ"["ァィゥェォャュョッ".indexOf(kana)]!)
    .replace(/[ー－‐―]/g, "-")
    .replace(/[\s.・]/g, "")
    .replace(LEGAL_FORM, "");
}

/**
 * Proposes what a payment settles, the surest first: invoice numbers in the text → one invoice of exactly this amount → several
 * invoices that add up to it → one or all with a bank fee taken off (within the limit, never where the act forbids it) → part payment
 * of the oldest. Source: docs/rules/accounting.md, "Matching payments". Nothing is applied: a person or a rule confirms.
 *
 * @param feeLimitYen largest difference that is taken for a fee
 */
export function proposeMatches(
  payment: ReceivedPayment,
  invoices: readonly OpenInvoice[],
  feeLimitYen: bigint,
): MatchProposal[] {
  const payer = normalizePayerName(payment.payerName);
  const own = invoices
    .filter((invoice) => invoice.openYen > 0n && isFrom(payment, payer, invoice))
    .sort((a, b) => (a.dueOn !== b.dueOn ? (a.dueOn < b.dueOn ? -1 : 1) : a.number < b.number ? -1 : 1));
  const named = invoices.filter((invoice) => invoice.openYen > 0n && names(payment.remittanceText, invoice.number));
  const proposals: MatchProposal[] = [];
  if (named.length > 0 && sumYen(named) === payment.amountYen) proposals.push(whole("invoice_number", named));
  proposals.push(...exactSets(payment.amountYen, own));
  // A fee is only a guess for what no invoice explains.
  if (proposals.length === 0) {
    const sets = [named, ...own.map((invoice) => [invoice]), own];
    const withFee = sets.find((set) => isLessFee(payment, set, feeLimitYen));
    if (withFee) {
      proposals.push({ ...whole("fee_taken_off", withFee), feeTakenOffYen: sumYen(withFee) - payment.amountYen });
    }
  }
  if (proposals.length === 0) {
    const parts = oldestFirst(payment.amountYen, named.length > 0 ? named : own);
    if (parts.length > 0) {
      proposals.push({ reason: "part_payment", parts, feeTakenOffYen: 0n, isAmbiguous: own.length > 1 });
    }
  }
  return withoutDoubles(proposals);
}

function isFrom(payment: ReceivedPayment, payer: string, invoice: OpenInvoice): boolean {
  if (payment.partnerId !== undefined) return payment.partnerId === invoice.partnerId;
  return payer !== "" && invoice.payerNames.some((name) => normalizePayerName(name) === payer);
}

/** The number as a word of its own: invoice 12 is not meant by 2012. */
function names(text: string, number: string): boolean {
  const wanted = number.normalize("NFKC").toUpperCase();
  return text
    .normalize("NFKC")
    .toUpperCase()
    .split(/[\s,、;/]+/)
    .includes(wanted);
}

function sumYen(invoices: readonly OpenInvoice[]): bigint {
  return invoices.reduce((sum, invoice) => sum + invoice.openYen, 0n);
}

function whole(reason: MatchReason, invoices: readonly OpenInvoice[], isAmbiguous = false): MatchProposal {
  return {
    reason,
    parts: invoices.map(({ invoiceId, openYen }) => ({ invoiceId, amountYen: openYen })),
    feeTakenOffYen: 0n,
    isAmbiguous,
  };
}

function isLessFee(payment: ReceivedPayment, set: readonly OpenInvoice[], feeLimitYen: bigint): boolean {
  if (set.length === 0 || set.some((invoice) => invoice.subcontractActApplies)) return false;
  const missingYen = sumYen(set) - payment.amountYen;
  return missingYen > 0n && missingYen <= feeLimitYen;
}

function exactSets(amountYen: bigint, own: readonly OpenInvoice[]): MatchProposal[] {
  const single = own.filter((invoice) => invoice.openYen === amountYen);
  if (single.length > 0) return [whole("exact_amount", [single[0]!], single.length > 1)];
  const sets = subsetsOf(amountYen, own.slice(0, SEARCH_INVOICE_COUNT), 2);
  if (sets.length > 0) return [whole("several_invoices", sets[0]!, sets.length > 1)];
  // Beyond the search, everything that is open is still one natural guess.
  return own.length > SEARCH_INVOICE_COUNT && sumYen(own) === amountYen ? [whole("several_invoices", own)] : [];
}

/** Up to `limit` sets that add up to the amount, those with the oldest invoices first. */
function subsetsOf(amountYen: bigint, invoices: readonly OpenInvoice[], limit: number): OpenInvoice[][] {
  const restYen = invoices.map((_, index) => sumYen(invoices.slice(index)));
  const found: OpenInvoice[][] = [];
  const chosen: OpenInvoice[] = [];
  const search = (index: number, missingYen: bigint): void => {
    if (missingYen === 0n) {
      found.push([...chosen]);
      return;
    }
    if (found.length >= limit || index === invoices.length || missingYen > restYen[index]! || missingYen < 0n) return;
    chosen.push(invoices[index]!);
    search(index + 1, missingYen - invoices[index]!.openYen);
    chosen.pop();
    search(index + 1, missingYen);
  };
  search(0, amountYen);
  return found.slice(0, limit);
}

function oldestFirst(amountYen: bigint, invoices: readonly OpenInvoice[]): MatchProposal["parts"] {
  let leftYen = amountYen;
  return invoices.flatMap(({ invoiceId, openYen }) => {
    if (leftYen === 0n) return [];
    const isWhole = openYen <= leftYen;
    const amountOfPart = isWhole ? openYen : leftYen;
    leftYen -= amountOfPart;
    return [{ invoiceId, amountYen: amountOfPart }];
  });
}

function withoutDoubles(proposals: readonly MatchProposal[]): MatchProposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ parts, feeTakenOffYen }) => {
    const key = `${parts
      .map((part) => part.invoiceId)
      .sort()
      .join(" ")}|${feeTakenOffYen}`;
    return !seen.has(key) && seen.add(key);
  });
}
