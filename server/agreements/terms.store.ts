import type { Decimal, PlainDate, Rounding, SellerTaxStatus, TaxCategory } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** An agreement's head as trades need it. */
export interface AgreementHead {
  readonly id: string;
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly outsidePartnerId: string | null;
  readonly sellerTaxStatus: SellerTaxStatus;
  /** As both signed it. */
  readonly sellerRegistrationNumber: string | null;
  readonly bookedAt: "shipment" | "receipt" | "acceptance";
  readonly isOneStep: boolean;
  readonly invoiceIssuer: "seller" | "buyer";
  readonly taxRounding: Rounding;
  readonly amountRounding: Rounding;
  readonly closingDay: number;
  readonly closingCountsBy: "receipt" | "acceptance";
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
  readonly holidayShift: "previous" | "next" | "none";
  readonly isSubcontractLaw: boolean;
  /** Limits of standing confirmation for items without one of their own. */
  readonly standingQuantity: Decimal | null;
  readonly standingLeadDays: number;
  readonly standingProvisional: boolean;
}

export interface AgreedItem {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly taxCategory: TaxCategory;
  readonly sellerItemId: string | null;
  readonly sellerFactor: Decimal;
  readonly buyerItemId: string | null;
  readonly buyerFactor: Decimal;
  readonly form: "goods" | "processing";
  readonly leadTimeDays: number;
  readonly standingQuantity: Decimal | null;
  readonly minimumQuantity: Decimal | null;
  readonly prices: readonly AgreedPrice[];
}

export interface AgreedPrice {
  readonly fromQuantity: Decimal;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
}

export interface Agreement {
  readonly head: AgreementHead;
  readonly items: readonly AgreedItem[];
}

const HEAD = `select id, seller_id, buyer_id, outside_partner_id, seller_tax_status, seller_registration_number, booked_at, is_one_step, invoice_issuer, tax_rounding, amount_rounding, closing_day, closing_counts_by,
  payment_month_offset, payment_day, holiday_shift, is_subcontract_law, standing_quantity, standing_lead_days, standing_provisional from app.agreement`;

type HeadRow = { [K in keyof AgreementHead as K extends string ? Snake<K> : never]: AgreementHead[K] };
type Snake<T extends string> = T extends `${infer A}${infer B}`
  ? `${A extends Capitalize<A> ? (A extends Lowercase<A> ? A : `_${Lowercase<A>}`) : A}${Snake<B>}`
  : T;

function toHead(row: HeadRow): AgreementHead {
  return {
    id: row.id,
    sellerId: row.seller_id,
    buyerId: row.buyer_id,
    outsidePartnerId: row.outside_partner_id,
    sellerTaxStatus: row.seller_tax_status,
    sellerRegistrationNumber: row.seller_registration_number,
    bookedAt: row.booked_at,
    isOneStep: row.is_one_step,
    invoiceIssuer: row.invoice_issuer,
    taxRounding: row.tax_rounding,
    amountRounding: row.amount_rounding,
    closingDay: row.closing_day,
    closingCountsBy: row.closing_counts_by,
    paymentMonthOffset: row.payment_month_offset,
    paymentDay: row.payment_day,
    holidayShift: row.holiday_shift,
    isSubcontractLaw: row.is_subcontract_law,
    standingQuantity: row.standing_quantity,
    standingLeadDays: row.standing_lead_days,
    standingProvisional: row.standing_provisional,
  };
}

/** Heads of agreements by id, also ended ones: open trades run on under them. */
export async function loadAgreementHeads(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AgreementHead>> {
  if (ids.length === 0) return new Map();
  const rows = await query<HeadRow>(tx, { name: "agreement.heads", text: `${HEAD} where id = any($1::uuid[])` }, [ids]);
  return new Map(rows.map((row) => [row.id, toHead(row)]));
}

/** The agreement a trade stands under; undefined where it has none. */
export async function loadAgreementOf(tx: Tx, tradeId: string): Promise<AgreementHead | undefined> {
  const [row] = await query<HeadRow>(
    tx,
    { name: "agreement.ofTrade", text: `${HEAD} where id = (select t.agreement_id from app.trade t where t.id = $1)` },
    [tradeId],
  );
  return row && toHead(row);
}

/** The agreement in force on a day between two companies, or with an outside partner, with the items of these codes or own item ids; undefined when there is none. */
export async function findAgreement(
  tx: Tx,
  pair: { readonly sellerId: string | null; readonly buyerId: string | null; readonly outsidePartnerId: string | null },
  items: { readonly codes: readonly string[]; readonly itemIds: readonly string[] },
  on: PlainDate,
): Promise<Agreement | undefined> {
  const [head] = await query<HeadRow>(
    tx,
    {
      name: "agreement.find",
      text: `${HEAD} where seller_id is not distinct from $1::uuid and buyer_id is not distinct from $2::uuid and outside_partner_id is not distinct from $3::uuid and state = 'active'
        and valid_from <= $4 and (ended_on is null or $4 < ended_on) order by valid_from desc, agreement_version desc limit 1`,
    },
    [pair.sellerId, pair.buyerId, pair.outsidePartnerId, on],
  );
  if (!head) return undefined;
  const [rows, prices] = await settleAll([
    query<{
      line_number: number;
      code: string;
      description: string;
      unit: string;
      tax_category: TaxCategory;
      seller_item_id: string | null;
      seller_factor: Decimal;
      buyer_item_id: string | null;
      buyer_factor: Decimal;
      form: "goods" | "processing";
      lead_time_days: number;
      standing_quantity: Decimal | null;
      minimum_quantity: Decimal | null;
    }>(
      tx,
      {
        name: "agreement.items",
        text: `select line_number, code, description, unit, tax_category, seller_item_id, seller_factor, buyer_item_id, buyer_factor, form, lead_time_days, standing_quantity, minimum_quantity
          from app.agreement_item where agreement_id = $1 and (code = any($2) or seller_item_id = any($3::uuid[]) or buyer_item_id = any($3::uuid[])) order by line_number`,
      },
      [head.id, items.codes, items.itemIds],
    ),
    query<{
      line_number: number;
      from_quantity: Decimal;
      valid_from: string;
      valid_to: string | null;
      unit_price: Decimal;
      is_provisional: boolean;
    }>(
      tx,
      {
        name: "agreement.prices",
        text: `select p.line_number, p.from_quantity, p.valid_from, p.valid_to, p.unit_price, p.is_provisional from app.agreement_price p
          join app.agreement_item i on i.agreement_id = p.agreement_id and i.line_number = p.line_number
          where p.agreement_id = $1 and (i.code = any($2) or i.seller_item_id = any($3::uuid[]) or i.buyer_item_id = any($3::uuid[])) order by p.line_number, p.valid_from desc, p.from_quantity desc`,
      },
      [head.id, items.codes, items.itemIds],
    ),
  ]);
  return {
    head: toHead(head),
    items: rows.map((row) => ({
      lineNumber: row.line_number,
      code: row.code,
      description: row.description,
      unit: row.unit,
      taxCategory: row.tax_category,
      sellerItemId: row.seller_item_id,
      sellerFactor: row.seller_factor,
      buyerItemId: row.buyer_item_id,
      buyerFactor: row.buyer_factor,
      form: row.form,
      leadTimeDays: row.lead_time_days,
      standingQuantity: row.standing_quantity,
      minimumQuantity: row.minimum_quantity,
      prices: prices
        .filter((price) => price.line_number === row.line_number)
        .map((price) => ({
          fromQuantity: price.from_quantity,
          validFrom: price.valid_from,
          validTo: price.valid_to,
          unitPrice: price.unit_price,
          isProvisional: price.is_provisional,
        })),
    })),
  };
}
