/** An open invoice as money is matched to it; a credit note is open with a minus. */
export interface OpenInvoice {
  readonly id: string;
  readonly dueOn: string;
  readonly openYen: string;
}

/** What a person wrote beside an invoice: texts, as typed. */
export interface Typed {
  readonly amount?: string;
  readonly fee?: string;
}

export interface AllocationSums {
  /** What invoices take of the money, credit notes counted down. */
  readonly allocatedYen: bigint;
  /** What is left of the money; minus: too much is matched. */
  readonly leftYen: bigint;
  /** Invoices whose texts are no amount, or more than they leave open. */
  readonly wrong: ReadonlySet<string>;
}

const size = (yen: bigint) => (yen < 0n ? -yen : yen);

/** Whole yen as people type them, full-width and with separators; null when it is none. */
export function readYen(text: string | undefined): bigint | null {
  const plain = (text ?? "").normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return 0n;
  return /^\d{1,15}$/.test(plain) ? BigInt(plain) : null;
}

/** What money would settle when nobody says otherwise: credit notes whole, then the oldest due first, as far as it goes. */
export function suggestAllocations(amountYen: bigint, invoices: readonly OpenInvoice[]): Record<string, Typed> {
  const suggested: Record<string, Typed> = {};
  const invoiced = invoices.reduce((sum, one) => (BigInt(one.openYen) > 0n ? sum + BigInt(one.openYen) : sum), 0n);
  let left = amountYen;
  for (const one of invoices) {
    const openYen = -BigInt(one.openYen);
    if (openYen <= 0n || left + openYen > invoiced) continue;
    suggested[one.id] = { amount: openYen.toString() };
    left += openYen;
  }
  for (const one of invoices.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))) {
    const openYen = BigInt(one.openYen);
    if (openYen <= 0n || left <= 0n) continue;
    const taken = openYen < left ? openYen : left;
    suggested[one.id] = { amount: taken.toString() };
    left -= taken;
  }
  return suggested;
}

/** Adds up what is typed against the money that came. */
export function sumAllocations(
  amountYen: bigint,
  invoices: readonly OpenInvoice[],
  typed: Readonly<Record<string, Typed>>,
): AllocationSums {
  const wrong = new Set<string>();
  let allocatedYen = 0n;
  for (const one of invoices) {
    const openYen = BigInt(one.openYen);
    const amount = readYen(typed[one.id]?.amount);
    const fee = readYen(typed[one.id]?.fee);
    if (amount === null || fee === null || amount + fee > size(openYen) || (amount === 0n && fee > 0n))
      wrong.add(one.id);
    else if (openYen < 0n && fee > 0n) wrong.add(one.id);
    else allocatedYen += openYen < 0n ? -amount : amount;
  }
  return { allocatedYen, leftYen: amountYen - allocatedYen, wrong };
}

/** What is typed, as it is sent; lines without an amount are left out. */
export function allocationsToSend(
  typed: Readonly<Record<string, Typed>>,
): { invoiceId: string; amountYen: string; allowanceYen?: string }[] {
  return Object.entries(typed).flatMap(([invoiceId, { amount, fee }]) => {
    const amountYen = readYen(amount) ?? 0n;
    const allowanceYen = readYen(fee) ?? 0n;
    if (amountYen === 0n) return [];
    return [
      {
        invoiceId,
        amountYen: amountYen.toString(),
        ...(allowanceYen > 0n && { allowanceYen: allowanceYen.toString() }),
      },
    ];
  });
}
