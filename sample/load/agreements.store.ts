import { execute, insertAll, query, toJson } from "../../server/platform/db/index.ts";
import { settleAll, type Tx } from "../../server/platform/index.ts";
import type { AgreementLineRow, AgreementRow, SupplierPriceRow } from "../records.ts";

/** A card of the acting company asks a company of the region to be linked. */
export async function proposeLink(
  tx: Tx,
  link: { readonly id: string; readonly toCompanyId: string; readonly partnerId: string; readonly ownName: string },
): Promise<void> {
  await insertAll(tx, "partner_link", [
    {
      id: link.id,
      from_company_id: tx.companyId,
      to_company_id: link.toCompanyId,
      from_partner_id: link.partnerId,
      from_name: link.ownName,
    },
  ]);
}

export async function answerLink(tx: Tx, linkId: string, ownPartnerId: string): Promise<void> {
  await query(tx, "select guard.answer_partner_link($1, true, $2)", [linkId, ownPartnerId]);
}

/** Who stands on each side of an agreement. */
export interface AgreementSides {
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly outsidePartnerId: string | null;
  /** The proposer's own card of the other side. */
  readonly ownPartnerId: string;
}

/** An item as one side knows it. */
export interface OwnItem {
  readonly id: string;
  readonly code: string;
}

/** Sends an agreement with its items and prices, each item under the proposer's own code. In force at once with an outsider. */
export async function proposeAgreement(
  tx: Tx,
  id: string,
  agreement: AgreementRow,
  sides: AgreementSides,
  itemOf: (line: AgreementLineRow) => OwnItem,
): Promise<void> {
  const pair = { seller_id: sides.sellerId, buyer_id: sides.buyerId };
  await settleAll([
    insertAll(tx, "agreement", [
      {
        id,
        ...pair,
        outside_partner_id: sides.outsidePartnerId,
        seller_partner_id: sides.ownPartnerId,
        name: agreement.name,
        state: sides.outsidePartnerId ? "active" : "proposed",
        proposed_by: tx.companyId,
        valid_from: agreement.validFrom,
        is_one_step: agreement.isOneStep,
        closing_day: agreement.closingDay,
        payment_month_offset: agreement.paymentMonthOffset,
        payment_day: agreement.paymentDay,
        terms: { pricesByWeight: agreement.pricesByWeight },
      },
    ]),
    insertAll(
      tx,
      "agreement_item",
      agreement.lines.map((line, at) => ({
        agreement_id: id,
        line_number: at + 1,
        ...pair,
        code: line.code,
        description: line.description,
        unit: line.unit,
        seller_item_id: itemOf(line).id,
        seller_item_code: line.sellerItemCode,
        form: line.form,
        lead_time_days: line.leadTimeDays,
        standing_quantity: line.standingQuantity,
        free_issue: line.freeIssue,
      })),
    ),
    insertAll(
      tx,
      "agreement_price",
      agreement.lines.flatMap((line, at) =>
        line.prices.map((price) => ({
          agreement_id: id,
          line_number: at + 1,
          from_quantity: price.fromQuantity,
          valid_from: agreement.validFrom,
          ...pair,
          unit_price: price.unitPrice,
        })),
      ),
    ),
  ]);
}

/** The buyer names its own item behind every line and signs. */
export async function acceptAgreement(
  tx: Tx,
  id: string,
  ownPartnerId: string,
  items: readonly { readonly lineNumber: number; readonly item: OwnItem }[],
): Promise<void> {
  await execute(
    tx,
    `update app.agreement_item a set buyer_item_id = x.item, buyer_item_code = x.code from jsonb_to_recordset($2::jsonb) x(line int, item uuid, code text)
      where a.agreement_id = $1 and a.line_number = x.line`,
    [id, toJson(items.map(({ lineNumber, item }) => ({ line: lineNumber, item: item.id, code: item.code })))],
  );
  await query(tx, "select guard.answer_agreement($1, true, $2)", [id, ownPartnerId]);
}

/** A supplier's price of one item, with its own facts resolved. */
export interface SupplierTerm extends SupplierPriceRow {
  readonly item: OwnItem & { readonly name: string };
  /** Stock units in one unit of the price. */
  readonly factor: string;
}
export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly taxStatus: string;
  readonly registrationNumber: string | null;
  readonly closingDay: number;
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
}

/** What outside suppliers ask: one agreement per supplier, written by the buyer alone. */
export async function agreeWithSuppliers(
  tx: Tx,
  validFrom: string,
  suppliers: readonly { readonly id: string; readonly supplier: Supplier; readonly terms: readonly SupplierTerm[] }[],
): Promise<void> {
  const pair = { seller_id: null, buyer_id: tx.companyId };
  const lines = suppliers.flatMap(({ id, terms }) => terms.map((term, at) => ({ id, lineNumber: at + 1, term })));
  await settleAll([
    insertAll(
      tx,
      "agreement",
      suppliers.map(({ id, supplier }) => ({
        id,
        ...pair,
        outside_partner_id: supplier.id,
        buyer_partner_id: supplier.id,
        seller_tax_status: supplier.taxStatus,
        seller_registration_number: supplier.registrationNumber,
        name: `${supplier.name} 購入条件`,
        state: "active",
        proposed_by: tx.companyId,
        valid_from: validFrom,
        closing_day: supplier.closingDay,
        payment_month_offset: supplier.paymentMonthOffset,
        payment_day: supplier.paymentDay,
      })),
    ),
    insertAll(
      tx,
      "agreement_item",
      lines.map(({ id, lineNumber, term }) => ({
        agreement_id: id,
        line_number: lineNumber,
        ...pair,
        code: term.itemCode,
        description: term.item.name,
        unit: term.unit,
        buyer_item_id: term.item.id,
        buyer_item_code: term.item.code,
        buyer_factor: term.factor,
        lead_time_days: term.leadTimeDays,
        minimum_quantity: term.minimumQuantity,
      })),
    ),
    insertAll(
      tx,
      "agreement_price",
      lines.map(({ id, lineNumber, term }) => ({
        agreement_id: id,
        line_number: lineNumber,
        valid_from: validFrom,
        ...pair,
        unit_price: term.unitPrice,
      })),
    ),
  ]);
}
