import type { AgreementDraft, AgreementTermsBody } from "../../domain/agreements/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  insertAll,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  when,
} from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

type Row = Record<string, unknown>;

/** A partner card as agreements need it: who stands behind it, and what the law on subcontracting asks. */
export interface AgreementPartner {
  readonly id: string;
  readonly name: string;
  readonly linkedCompanyId: string | null;
  readonly taxStatus: string;
  readonly registrationNumber: string | null;
  readonly capitalYen: bigint | null;
  readonly employeeCount: number | null;
  readonly isActive: boolean;
}

export async function findAgreementPartner(tx: Tx, id: string): Promise<AgreementPartner | undefined> {
  const [row] = await query<Row>(
    tx,
    "select id, name, linked_company_id, tax_status, registration_number, capital_yen, employee_count, is_active from app.partner where company_id = $1 and id = $2",
    [tx.companyId, id],
  );
  return row && camel<AgreementPartner>(row);
}

export async function loadOwnCompany(tx: Tx): Promise<{
  taxStatus: string;
  registrationNumber: string | null;
  capitalYen: bigint | null;
  employeeCount: number | null;
}> {
  const [row] = await query<Row>(
    tx,
    "select tax_status, registration_number, capital_yen, employee_count from app.company where company_id = $1",
    [tx.companyId],
  );
  return camel(row!);
}

/** Own items by code or id. */
export async function findItems(
  tx: Tx,
  codes: readonly string[],
  ids: readonly string[] = [],
): Promise<{ id: string; code: string; name: string; unit: string; taxCategory: string }[]> {
  const rows = await query<Row>(
    tx,
    "select id, code, name, unit, tax_category from app.item where company_id = $1 and (code = any($2) or id = any($3::uuid[]))",
    [tx.companyId, codes, ids],
  );
  return rows.map((row) => camel(row));
}

export interface NewAgreementItem {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly taxCategory: string;
  readonly sellerItemId: string | null;
  readonly sellerItemCode: string;
  readonly sellerFactor: string;
  readonly buyerItemId: string | null;
  readonly buyerItemCode: string;
  readonly buyerFactor: string;
  readonly form: string;
  readonly leadTimeDays: number;
  readonly standingQuantity: string | null;
  readonly minimumQuantity: string | null;
  readonly prices: AgreementTermsBody["items"][number]["prices"];
}

export interface NewAgreement {
  readonly id: string;
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly outsidePartnerId: string | null;
  readonly sellerPartnerId: string | null;
  readonly buyerPartnerId: string | null;
  readonly sellerTaxStatus: string;
  readonly sellerRegistrationNumber: string | null;
  readonly versionNumber: number;
  readonly isSubcontractLaw: boolean;
  readonly draft: AgreementDraft;
  readonly items: readonly NewAgreementItem[];
}

/** Sends a proposal; with a partner outside the platform it is in force at once. What has a column of its own stands there, the rest of the terms beside it. */
export async function insertAgreement(tx: Tx, agreement: NewAgreement): Promise<void> {
  const { draft } = agreement;
  const { items: _items, ...terms } = draft.terms;
  await insertAll(tx, "agreement", [
    {
      id: agreement.id,
      seller_id: agreement.sellerId,
      buyer_id: agreement.buyerId,
      outside_partner_id: agreement.outsidePartnerId,
      seller_partner_id: agreement.sellerPartnerId,
      buyer_partner_id: agreement.buyerPartnerId,
      seller_tax_status: agreement.sellerTaxStatus,
      seller_registration_number: agreement.sellerRegistrationNumber,
      name: draft.name,
      agreement_version: agreement.versionNumber,
      previous_id: draft.previousId,
      state: agreement.outsidePartnerId ? "active" : "proposed",
      proposed_by: tx.companyId,
      valid_from: draft.validFrom,
      booked_at: terms.bookedAt,
      default_acceptance_days: terms.defaultAcceptanceDays,
      is_one_step: terms.isOneStep,
      invoice_issuer: terms.invoiceIssuer,
      tax_rounding: terms.taxRounding,
      amount_rounding: terms.amountRounding,
      closing_day: terms.payment.closingDay,
      closing_counts_by: terms.payment.closingCountsBy,
      payment_month_offset: terms.payment.paymentMonthOffset,
      payment_day: terms.payment.paymentDay,
      holiday_shift: terms.payment.holidayShift,
      payment_kind: terms.paymentKinds.find((kind) => kind !== "promissory_note") ?? "transfer",
      is_subcontract_law: agreement.isSubcontractLaw,
      shows_milestones: terms.milestonesShown.length > 0,
      terms,
    },
  ]);
  await insertItems(tx, agreement.id, agreement, agreement.items);
}

/** Items and prices of an agreement, in one statement each. */
export async function insertItems(
  tx: Tx,
  agreementId: string,
  pair: { readonly sellerId: string | null; readonly buyerId: string | null },
  items: readonly NewAgreementItem[],
): Promise<void> {
  const sides = { seller_id: pair.sellerId, buyer_id: pair.buyerId };
  await insertAll(
    tx,
    "agreement_item",
    items.map((item) => ({
      agreement_id: agreementId,
      line_number: item.lineNumber,
      ...sides,
      code: item.code,
      description: item.description,
      unit: item.unit,
      tax_category: item.taxCategory,
      seller_item_id: item.sellerItemId,
      seller_item_code: item.sellerItemCode,
      seller_factor: item.sellerFactor,
      buyer_item_id: item.buyerItemId,
      buyer_item_code: item.buyerItemCode,
      buyer_factor: item.buyerFactor,
      form: item.form,
      lead_time_days: item.leadTimeDays,
      standing_quantity: item.standingQuantity,
      minimum_quantity: item.minimumQuantity,
    })),
  );
  await insertPrices(
    tx,
    agreementId,
    pair,
    items.flatMap((item) => item.prices.map((price) => ({ lineNumber: item.lineNumber, ...price }))),
  );
}

export async function insertPrices(
  tx: Tx,
  agreementId: string,
  pair: { readonly sellerId: string | null; readonly buyerId: string | null },
  prices: readonly (AgreementTermsBody["items"][number]["prices"][number] & { readonly lineNumber: number })[],
): Promise<void> {
  await insertAll(
    tx,
    "agreement_price",
    prices.map((price) => ({
      agreement_id: agreementId,
      line_number: price.lineNumber,
      from_quantity: price.fromQuantity,
      valid_from: price.validFrom,
      valid_to: price.validTo,
      seller_id: pair.sellerId,
      buyer_id: pair.buyerId,
      unit_price: price.unitPrice,
      is_provisional: price.isProvisional,
    })),
  );
}

export interface AgreementHeadRow {
  readonly id: string;
  readonly name: string;
  readonly versionNumber: number;
  readonly state: "proposed" | "active" | "declined" | "ended";
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly isMyProposal: boolean;
  readonly isOutside: boolean;
  readonly mySide: "seller" | "buyer";
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly validFrom: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly bookedAt: "shipment" | "receipt" | "acceptance";
  readonly itemCount: number;
  readonly unmappedCount: number;
  readonly previousId: string | null;
  readonly isSubcontractLaw: boolean;
}

// The other side's own card of me is not mine to read: my card is found by the company it is linked to.
const HEAD_COLUMNS = `a.id, a.name, a.agreement_version version_number, a.state, a.seller_id, a.buyer_id, a.proposed_by = $1 is_my_proposal, a.outside_partner_id is not null is_outside, case when a.seller_id = $1 then 'seller' else 'buyer' end my_side,
    p.id partner_id, coalesce(p.name, x.name, '') partner_name, a.valid_from, a.ended_on, a.booked_at, a.previous_id, a.is_subcontract_law,
    (select count(*)::int from app.agreement_item i where i.agreement_id = a.id) item_count,
    (select count(*)::int from app.agreement_item i where i.agreement_id = a.id and case when a.seller_id = $1 then i.seller_item_id else i.buyer_item_id end is null) unmapped_count`;
const HEAD_TABLES = `app.agreement a
  left join app.partner p on p.company_id = $1 and (p.id = a.outside_partner_id or p.linked_company_id = case when a.seller_id = $1 then a.buyer_id else a.seller_id end)
  left join app.company_profile x on x.id = case when a.seller_id = $1 then a.buyer_id else a.seller_id end`;
const HEAD = `select ${HEAD_COLUMNS} from ${HEAD_TABLES}`;

const LIST: ListSql = {
  select: HEAD_COLUMNS,
  from: HEAD_TABLES,
  where: "$1 in (a.seller_id, a.buyer_id)",
  sorts: {
    validFrom: { sql: "a.valid_from", kind: "date" },
    name: { sql: "a.name", kind: "text" },
    partnerName: { sql: "coalesce(p.name, x.name, '')", kind: "text" },
    state: { sql: "a.state", kind: "text" },
  },
  otherwise: "-validFrom",
  tie: [{ sql: "a.id", kind: "uuid" }],
};

/** A page of the acting company's agreements, the newest first unless asked otherwise. */
export function listAgreements(
  tx: Tx,
  asked: ListQuery & {
    readonly state?: string | undefined;
    readonly side?: string | undefined;
    readonly partnerId?: string | undefined;
    readonly search?: string | undefined;
  },
): Promise<Outcome<Page<AgreementHeadRow>>> {
  const { state, side, partnerId, search } = asked;
  return listPage<AgreementHeadRow>(tx, LIST, asked, [
    ...when(state, "a.state = ?"),
    ...when(side, "(? = 'seller') = (a.seller_id is not distinct from $1)"),
    ...when(partnerId, "p.id = ?"),
    ...(search
      ? [
          {
            sql: "(a.name like '%' || ? || '%' or p.name like '%' || ? || '%' or x.name like '%' || ? || '%')",
            values: [search, search, search],
          },
        ]
      : []),
  ]);
}

export async function loadAgreementHead(tx: Tx, id: string): Promise<AgreementHeadRow | undefined> {
  const [row] = await query<Row>(tx, `${HEAD} where $1 in (a.seller_id, a.buyer_id) and a.id = $2`, [tx.companyId, id]);
  return row && camel<AgreementHeadRow>(row);
}

export interface AgreementItemRow {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly taxCategory: string;
  readonly sellerItemId: string | null;
  readonly sellerItemCode: string | null;
  readonly sellerFactor: Decimal;
  readonly buyerItemId: string | null;
  readonly buyerItemCode: string | null;
  readonly buyerFactor: Decimal;
  readonly form: "goods" | "processing";
  readonly leadTimeDays: number;
  readonly standingQuantity: Decimal | null;
  readonly minimumQuantity: Decimal | null;
}

/** Everything of one agreement: its terms as signed, items with prices, and the versions before and after it. */
export async function readAgreement(tx: Tx, id: string) {
  const [terms, items, prices, versions] = await settleAll([
    query<{ terms: Row }>(
      tx,
      `select a.terms || jsonb_build_object('bookedAt', a.booked_at, 'defaultAcceptanceDays', a.default_acceptance_days, 'isOneStep', a.is_one_step, 'invoiceIssuer', a.invoice_issuer, 'taxRounding', a.tax_rounding, 'amountRounding', a.amount_rounding,
          'payment', jsonb_build_object('holidayShiftAgreedInWriting', coalesce(a.terms -> 'payment' -> 'holidayShiftAgreedInWriting', 'false'), 'closingDay', a.closing_day, 'paymentMonthOffset', a.payment_month_offset, 'paymentDay', a.payment_day,
            'holidayShift', a.holiday_shift, 'closingCountsBy', a.closing_counts_by)) terms from app.agreement a where a.id = $1`,
      [id],
    ),
    query<Row>(
      tx,
      `select line_number, code, description, unit, tax_category, seller_item_id, seller_item_code, seller_factor, buyer_item_id, buyer_item_code, buyer_factor, form, lead_time_days, standing_quantity, minimum_quantity
        from app.agreement_item where agreement_id = $1 order by line_number`,
      [id],
    ),
    query<Row>(
      tx,
      "select line_number, from_quantity, valid_from, valid_to, unit_price, is_provisional from app.agreement_price where agreement_id = $1 order by line_number, valid_from desc, from_quantity",
      [id],
    ),
    query<Row>(
      tx,
      `select b.id, b.agreement_version version_number, b.state, b.valid_from, b.ended_on from app.agreement a join app.agreement b on b.seller_key = a.seller_key and b.buyer_key = a.buyer_key and b.outside_partner_id is not distinct from a.outside_partner_id
        where a.id = $1 order by b.agreement_version desc, b.created_at desc`,
      [id],
    ),
  ]);
  return {
    terms: terms[0]!.terms,
    items: items.map((row) => camel<AgreementItemRow>(row)),
    prices: prices.map((row) =>
      camel<{
        lineNumber: number;
        fromQuantity: Decimal;
        validFrom: PlainDate;
        validTo: PlainDate | null;
        unitPrice: Decimal;
        isProvisional: boolean;
      }>(row),
    ),
    versions: versions.map((row) => camel<Row>(row)),
  };
}

/** The other side's answer, through the guard: it makes the version active and ends the one before it when its day has come. */
export async function answerAgreement(tx: Tx, id: string, accept: boolean, partnerId: string | null): Promise<void> {
  await query(tx, "select guard.answer_agreement($1, $2, $3)", [id, accept, partnerId]);
}

export async function endAgreement(tx: Tx, id: string, endsOn: PlainDate): Promise<void> {
  await query(tx, "select guard.end_agreement($1, $2)", [id, endsOn]);
}

/** Maps the acting side's own items; the database refuses to map for the other. */
export async function mapItems(
  tx: Tx,
  agreementId: string,
  side: "seller" | "buyer",
  items: readonly {
    readonly lineNumber: number;
    readonly itemId: string;
    readonly code: string;
    readonly factor: string;
  }[],
): Promise<void> {
  if (items.length === 0) return;
  await execute(
    tx,
    `update app.agreement_item i set ${side}_item_id = x.i, ${side}_item_code = x.c, ${side}_factor = x.f
      from jsonb_to_recordset($2::jsonb) x(n int, i uuid, c text, f numeric) where i.agreement_id = $1 and i.line_number = x.n`,
    [
      agreementId,
      JSON.stringify(items.map((item) => ({ n: item.lineNumber, i: item.itemId, c: item.code, f: item.factor }))),
    ],
  );
}
