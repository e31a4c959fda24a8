interface Payable {
  readonly invoiceId: string;
  readonly state: string;
  readonly openYen: string;
  readonly isInDraft: boolean;
}
interface Supplier<Invoice extends Payable = Payable> {
  readonly partnerId: string;
  readonly invoices: readonly Invoice[];
}

/** An invoice that is disputed, or stands in a payment already, is not proposed again. */
export function canPropose(invoice: Payable): boolean {
  return invoice.state !== "disputed" && !invoice.isInDraft;
}

/** What is chosen when the proposal opens: everything that may be paid, of suppliers whose credit notes do not exceed it. */
export function proposedAtFirst(suppliers: readonly Supplier[]): ReadonlySet<string> {
  return new Set(
    suppliers.flatMap(({ invoices }) => {
      const free = invoices.filter(canPropose);
      const sum = free.reduce((total, one) => total + BigInt(one.openYen), 0n);
      return sum < 0n ? [] : free.map((one) => one.invoiceId);
    }),
  );
}

/** What a supplier is paid of what is chosen, credit notes taken off. */
export function chosenYen(invoices: readonly Payable[], chosen: ReadonlySet<string>): bigint {
  return invoices.reduce((sum, one) => (chosen.has(one.invoiceId) ? sum + BigInt(one.openYen) : sum), 0n);
}
