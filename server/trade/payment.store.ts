import type { PlainDate } from "../../domain/shared/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { type Pair, pairColumns } from "./trade.store.ts";

export interface NewPayment extends Pair {
  readonly id: string;
  readonly number: string;
  readonly kind: "transfer" | "cash" | "claim" | "offset" | "advance";
  readonly sentOn: PlainDate;
  readonly amountYen: bigint;
  readonly feeYen: bigint;
  readonly reference: string;
  /** The payment this one takes back: its mirror, every amount with its sign turned. */
  readonly reversesId?: string;
  readonly allocations: readonly {
    readonly invoiceId: string;
    readonly amountYen: bigint;
    readonly allowanceYen: bigint;
  }[];
}

/** A payment and what it pays; the database refuses more than an invoice's or the payment's amount. */
export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  const pair = pairColumns(payment);
  await insertAll(tx, "payment", [
    {
      id: payment.id,
      ...pair,
      outside_partner_id: payment.outsidePartnerId,
      number: payment.number,
      kind: payment.kind,
      sent_on: payment.sentOn,
      amount_yen: payment.amountYen,
      fee_yen: payment.feeYen,
      reference: payment.reference,
      reverses_id: payment.reversesId ?? null,
    },
  ]);
  await insertAllocations(tx, payment.id, payment, payment.allocations);
}

export async function insertAllocations(
  tx: Tx,
  paymentId: string,
  pair: Pair,
  allocations: NewPayment["allocations"],
): Promise<void> {
  await insertAll(
    tx,
    "payment_allocation",
    allocations.map((one) => ({
      payment_id: paymentId,
      invoice_id: one.invoiceId,
      ...pairColumns(pair),
      amount_yen: one.amountYen,
      allowance_yen: one.allowanceYen,
    })),
  );
}

export async function insertReceipt(
  tx: Tx,
  receipt: Pair & { readonly paymentId: string; readonly receivedOn: PlainDate; readonly amountYen: bigint },
): Promise<void> {
  await insertAll(tx, "payment_receipt", [
    {
      payment_id: receipt.paymentId,
      ...pairColumns(receipt),
      received_on: receipt.receivedOn,
      amount_yen: receipt.amountYen,
    },
  ]);
}

export interface PaymentHead extends Pair {
  /** My own card of the other side. */
  readonly partnerId: string | null;
  readonly id: string;
  readonly number: string;
  readonly kind: NewPayment["kind"];
  readonly amountYen: bigint;
  readonly feeYen: bigint;
  /** What invoices take of it; what is set against credit notes counts down. */
  readonly allocatedYen: bigint;
  readonly allowanceYen: bigint;
  readonly isReceived: boolean;
  readonly isReversed: boolean;
  readonly reversesId: string | null;
  readonly sentOn: PlainDate;
  readonly receivedOn: PlainDate | null;
  readonly invoiceIds: readonly string[];
}

export async function loadPayment(tx: Tx, id: string): Promise<PaymentHead | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "payment.head",
      text: `select p.id, p.number, p.kind, p.amount_yen, p.fee_yen, p.sent_on, p.reverses_id, p.seller_id, p.buyer_id, p.outside_partner_id, (select f.partner_id from app.payment_face f where f.company_id = $2 and f.payment_id = p.id) partner_id, coalesce(sum(sign(i.total_yen)::bigint * a.amount_yen), 0)::bigint allocated_yen, coalesce(sum(a.allowance_yen), 0)::bigint allowance_yen,
          exists (select from app.payment_receipt r where r.payment_id = p.id) is_received, (select r.received_on from app.payment_receipt r where r.payment_id = p.id) received_on, exists (select from app.payment y where y.reverses_id = p.id) is_reversed, coalesce(array_agg(a.invoice_id) filter (where a.invoice_id is not null), '{}') invoice_ids
        from app.payment p left join app.payment_allocation a on a.payment_id = p.id left join app.invoice i on i.id = a.invoice_id where p.id = $1 group by p.id`,
    },
    [id, tx.companyId],
  );
  return row && camel<PaymentHead>(row);
}

/** What a payment settles, invoice by invoice. */
export async function loadAllocations(tx: Tx, paymentId: string): Promise<NewPayment["allocations"]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "payment.allocations",
      text: "select invoice_id, amount_yen, allowance_yen from app.payment_allocation where payment_id = $1 order by invoice_id",
    },
    [paymentId],
  );
  return rows.map((row) => camel(row));
}
