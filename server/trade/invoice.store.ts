import type { Decimal, PlainDate, Rounding, TaxCategory } from "../../domain/shared/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { type Pair, pairColumns } from "./trade.store.ts";

/** An accepted or returned part of a delivery that stands on no invoice yet. */
export interface BillableEvent extends Pair {
  readonly id: string;
  readonly kind: "accepted" | "specially_accepted" | "returned" | "price_settled";
  readonly deliveryId: string;
  readonly deliveryNumber: string;
  readonly tradeId: string;
  readonly tradeNumber: string;
  readonly tradeLineNumber: number;
  readonly agreementId: string | null;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly amountYen: bigint;
  readonly taxYen: bigint;
  readonly taxCategory: TaxCategory;
  readonly happenedOn: PlainDate;
  readonly receivedOn: PlainDate | null;
  readonly partnerId: string | null;
}

/**
 * What the acting company can bill on one side up to a day, reached from its own open lines (a face list), so that the shared rows
 * are read by key only.
 */
export async function loadBillable(
  tx: Tx,
  side: "S" | "B",
  until: PlainDate,
  partnerId: string | null,
): Promise<BillableEvent[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "invoice.billable",
      text: `select e.id, e.kind, e.delivery_id, d.number delivery_number, e.trade_id, t.number trade_number, e.trade_line_number, t.agreement_id, l.code, l.description, l.unit, e.quantity, e.unit_price - coalesce(e.settled_from, 0) unit_price, e.amount_yen, e.tax_yen, l.tax_category,
          e.happened_on, (select max(r.happened_on) from app.delivery_event r where r.delivery_id = e.delivery_id and r.line_number = e.line_number and r.kind = 'received') received_on, f.partner_id, e.seller_id, e.buyer_id, t.outside_partner_id
        from app.trade_line_face f join app.delivery_event e on e.trade_id = f.trade_id and e.trade_line_number = f.line_number and e.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled') and e.happened_on <= $3
        join app.trade t on t.id = f.trade_id join app.trade_line l on l.trade_id = f.trade_id and l.line_number = f.line_number join app.delivery d on d.id = e.delivery_id
        where f.company_id = $1 and f.side = $2 and not f.is_history and ((f.accepted + f.returned) > f.invoiced or e.kind = 'price_settled') and ($4::uuid is null or f.partner_id = $4) and not exists (select from app.invoice_line i where i.delivery_event_id = e.id)
          and not exists (select from app.opening_item_part c where c.company_id = $1 and c.kind = 'event' and c.source_id = e.id and c.carried_on is not null)
        order by f.partner_id, e.happened_on, t.number, e.trade_line_number, e.id`,
    },
    [tx.companyId, side, until, partnerId],
  );
  return rows.map((row) => camel<BillableEvent>(row));
}

export interface NewInvoice extends Pair {
  readonly id: string;
  readonly number: string;
  readonly issuedBy: "seller" | "buyer";
  readonly registrationNumber: string | null;
  readonly issuedOn: PlainDate;
  readonly periodFrom: PlainDate | null;
  readonly periodTo: PlainDate | null;
  readonly dueOn: PlainDate;
  readonly taxRounding: Rounding;
  readonly netYen: bigint;
  readonly taxYen: bigint;
  readonly creditsId: string | null;
  readonly note: string;
  readonly lines: readonly {
    readonly deliveryEventId: string | null;
    readonly tradeId: string | null;
    readonly tradeLineNumber: number | null;
    readonly suppliedOn: PlainDate;
    readonly code: string;
    readonly description: string;
    readonly quantity: Decimal;
    readonly unit: string;
    readonly unitPrice: Decimal;
    readonly amountYen: bigint;
    readonly taxCategory: TaxCategory;
  }[];
  readonly taxes: readonly {
    readonly taxCategory: TaxCategory;
    readonly ratePercent: number;
    readonly netYen: bigint;
    readonly taxYen: bigint;
    readonly postedTaxYen: bigint;
  }[];
}

/** Writes an invoice whole. A delivery part stands on one invoice only: the database refuses the second, whoever bills first. */
export async function insertInvoice(tx: Tx, invoice: NewInvoice): Promise<void> {
  const pair = pairColumns(invoice);
  await insertAll(tx, "invoice", [
    {
      id: invoice.id,
      ...pair,
      outside_partner_id: invoice.outsidePartnerId,
      number: invoice.number,
      issued_by: invoice.issuedBy,
      registration_number: invoice.registrationNumber,
      issued_on: invoice.issuedOn,
      period_from: invoice.periodFrom,
      period_to: invoice.periodTo,
      due_on: invoice.dueOn,
      tax_rounding: invoice.taxRounding,
      net_yen: invoice.netYen,
      tax_yen: invoice.taxYen,
      total_yen: invoice.netYen + invoice.taxYen,
      credits_id: invoice.creditsId,
      note: invoice.note,
    },
  ]);
  await insertAll(
    tx,
    "invoice_line",
    invoice.lines.map((line, i) => ({
      invoice_id: invoice.id,
      line_number: i + 1,
      ...pair,
      delivery_event_id: line.deliveryEventId,
      trade_id: line.tradeId,
      trade_line_number: line.tradeLineNumber,
      supplied_on: line.suppliedOn,
      code: line.code,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      amount_yen: line.amountYen,
      tax_category: line.taxCategory,
    })),
  );
  await insertAll(
    tx,
    "invoice_tax",
    invoice.taxes.map((tax) => ({
      invoice_id: invoice.id,
      ...pair,
      tax_category: tax.taxCategory,
      rate_percent: tax.ratePercent,
      net_yen: tax.netYen,
      tax_yen: tax.taxYen,
      posted_tax_yen: tax.postedTaxYen,
    })),
  );
}

/** The invoice that last billed what these parts of deliveries take back; null when none did. */
export async function findCreditedInvoice(tx: Tx, deliveryEventIds: readonly string[]): Promise<string | null> {
  const [row] = await query<{ invoice_id: string }>(
    tx,
    {
      name: "invoice.credited",
      text: `select l.invoice_id from app.delivery_event e join app.invoice_line l on l.trade_id = e.trade_id and l.amount_yen > 0 join app.invoice i on i.id = l.invoice_id
        where e.id = any($1::uuid[]) and l.trade_line_number = e.trade_line_number order by i.issued_on desc, i.id desc limit 1`,
    },
    [deliveryEventIds],
  );
  return row?.invoice_id ?? null;
}

export interface InvoiceHead extends Pair {
  readonly id: string;
  readonly number: string;
  readonly issuedBy: "seller" | "buyer";
  readonly totalYen: bigint;
  readonly dueOn: PlainDate;
  readonly tradeIds: readonly string[];
  readonly taxCategory: TaxCategory;
  /** Allocated and allowed so far, whether the money has arrived or not, and taken over by an opening item. */
  readonly allocatedYen: bigint;
  readonly isSubcontractLaw: boolean;
  /** An open item from before the link, agreed by both: it names no trade. */
  readonly isOpening: boolean;
}

/** Invoices by id with what is already paid on them. */
export async function loadInvoices(tx: Tx, ids: readonly string[]): Promise<InvoiceHead[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "invoice.heads",
      text: `select i.id, i.seller_id, i.buyer_id, i.outside_partner_id, i.number, i.issued_by, i.total_yen, i.due_on, i.is_opening,
          coalesce((select array_agg(distinct l.trade_id) from app.invoice_line l where l.invoice_id = i.id and l.trade_id is not null), '{}') trade_ids,
          coalesce((select l.tax_category from app.invoice_line l where l.invoice_id = i.id order by l.line_number limit 1), 'taxable_10') tax_category,
          (coalesce((select sum(a.amount_yen + a.allowance_yen) from app.payment_allocation a where a.invoice_id = i.id), 0) + coalesce((select f.carried_yen from app.invoice_face f where f.company_id = $2 and f.invoice_id = i.id), 0))::bigint allocated_yen,
          exists (select from app.invoice_line l join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id where l.invoice_id = i.id and g.is_subcontract_law) is_subcontract_law
        from app.invoice i where i.id = any($1::uuid[]) order by i.id`,
    },
    [ids, tx.companyId],
  );
  return rows.map((row) => camel<InvoiceHead>(row));
}

/** The issuer's registration number and tax settings, as its own company row says. */
export async function loadOwnTax(tx: Tx): Promise<{
  registrationNumber: string | null;
  taxStatus: "registered" | "unregistered" | "exempt";
  taxRounding: Rounding;
}> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "company.tax",
      text: "select registration_number, tax_status, tax_rounding from app.company where company_id = $1",
    },
    [tx.companyId],
  );
  return camel(row!);
}
