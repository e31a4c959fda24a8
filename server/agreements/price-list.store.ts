import type { PriceListRow } from "../../domain/agreements/index.ts";
import type { Decimal, PlainDate, Rounding } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

type Row = Record<string, unknown>;

export interface PriceListPartner {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly linkedCompanyId: string | null;
  readonly taxStatus: string;
  readonly taxRounding: Rounding;
  readonly registrationNumber: string | null;
  readonly payment: {
    readonly closingDay: number;
    readonly paymentMonthOffset: number;
    readonly paymentDay: number;
    readonly holidayShift: "previous" | "next";
  };
}
export interface PricedOwnItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly taxCategory: string;
  readonly category: string;
  readonly leadTimeDays: number;
  readonly factors: Readonly<Record<string, string>>;
}
export interface PriceList {
  readonly id: string;
  readonly partnerId: string;
  readonly side: "seller" | "buyer";
  readonly lastLine: number;
  readonly items: readonly {
    readonly lineNumber: number;
    readonly itemId: string;
    readonly unit: string;
    readonly prices: readonly {
      readonly validFrom: PlainDate;
      readonly fromQuantity: Decimal;
      readonly unitPrice: Decimal;
    }[];
  }[];
}

/** Partners and items by code, and the price lists in force with those partners outside the platform. */
export async function findPriceLists(tx: Tx, partnerCodes: readonly string[], itemCodes: readonly string[]) {
  const [partners, items, heads, lines, prices, own] = await settleAll([
    query<Row>(
      tx,
      `select id, code, name, linked_company_id, tax_status, tax_rounding, registration_number, closing_day, payment_month_offset, payment_day, holiday_shift
        from app.partner where company_id = $1 and code = any($2) and is_active`,
      [tx.companyId, partnerCodes],
    ),
    query<Row>(
      tx,
      `select i.id, i.code, i.name, i.unit, i.tax_category, i.category, i.lead_time_days,
          coalesce((select jsonb_object_agg(u.unit, u.factor::text) from app.item_unit u where u.company_id = i.company_id and u.item_id = i.id), '{}') factors
        from app.item i where i.company_id = $1 and i.code = any($2) and i.is_active`,
      [tx.companyId, itemCodes],
    ),
    query<{ id: string; partner_id: string; side: "seller" | "buyer"; last_line: number }>(
      tx,
      `select a.id, a.outside_partner_id partner_id, case when a.seller_id = $1 then 'seller' else 'buyer' end side, coalesce((select max(i.line_number) from app.agreement_item i where i.agreement_id = a.id), 0) last_line
        from app.agreement a join app.partner p on p.company_id = $1 and p.id = a.outside_partner_id where $1 in (a.seller_id, a.buyer_id) and a.state = 'active' and p.code = any($2) order by a.valid_from desc`,
      [tx.companyId, partnerCodes],
    ),
    query<{ agreement_id: string; line_number: number; item_id: string; unit: string }>(
      tx,
      `select i.agreement_id, i.line_number, coalesce(i.seller_item_id, i.buyer_item_id) item_id, i.unit from app.agreement_item i join app.agreement a on a.id = i.agreement_id
        join app.partner p on p.company_id = $1 and p.id = a.outside_partner_id where $1 in (a.seller_id, a.buyer_id) and a.state = 'active' and p.code = any($2)`,
      [tx.companyId, partnerCodes],
    ),
    query<{
      agreement_id: string;
      line_number: number;
      valid_from: PlainDate;
      from_quantity: Decimal;
      unit_price: Decimal;
    }>(
      tx,
      `select x.agreement_id, x.line_number, x.valid_from, x.from_quantity, x.unit_price from app.agreement_price x join app.agreement a on a.id = x.agreement_id
        join app.partner p on p.company_id = $1 and p.id = a.outside_partner_id where $1 in (a.seller_id, a.buyer_id) and a.state = 'active' and p.code = any($2)`,
      [tx.companyId, partnerCodes],
    ),
    query<{ tax_status: string }>(tx, "select tax_status from app.company where company_id = $1", [tx.companyId]),
  ]);
  return {
    ownTaxStatus: own[0]!.tax_status,
    partners: partners.map((row): PriceListPartner => {
      const { closingDay, paymentMonthOffset, paymentDay, holidayShift, ...partner } = camel<
        Omit<PriceListPartner, "payment"> & PriceListPartner["payment"]
      >(row);
      return { ...partner, payment: { closingDay, paymentMonthOffset, paymentDay, holidayShift } };
    }),
    items: items.map((row) => ({ ...camel<PricedOwnItem>(row), factors: row["factors"] as Record<string, string> })),
    lists: heads.map(
      (head): PriceList => ({
        id: head.id,
        partnerId: head.partner_id,
        side: head.side,
        lastLine: head.last_line,
        items: lines
          .filter((line) => line.agreement_id === head.id)
          .map((line) => ({
            lineNumber: line.line_number,
            itemId: line.item_id,
            unit: line.unit,
            prices: prices
              .filter((price) => price.agreement_id === head.id && price.line_number === line.line_number)
              .map((price) => ({
                validFrom: price.valid_from,
                fromQuantity: price.from_quantity,
                unitPrice: price.unit_price,
              })),
          })),
      }),
    ),
  };
}

/** Every price of agreements in force, in the form the import takes. */
export async function listPricesForExport(tx: Tx): Promise<PriceListRow[]> {
  const rows = await query<Row>(
    tx,
    `select case when a.seller_id = $1 then 'seller' else 'buyer' end side, coalesce(p.code, '') partner_code, coalesce(o.code, i.code) item, coalesce(case when a.seller_id = $1 then i.buyer_item_code else i.seller_item_code end, '') partner_item,
        i.unit, x.valid_from, x.valid_to, trim_scale(x.from_quantity)::text from_quantity, trim_scale(x.unit_price)::text unit_price, x.is_provisional, i.lead_time_days
      from app.agreement a join app.agreement_item i on i.agreement_id = a.id join app.agreement_price x on x.agreement_id = i.agreement_id and x.line_number = i.line_number
      left join app.partner p on p.company_id = $1 and (p.id = a.outside_partner_id or p.linked_company_id = case when a.seller_id = $1 then a.buyer_id else a.seller_id end)
      left join app.item o on o.company_id = $1 and o.id = case when a.seller_id = $1 then i.seller_item_id else i.buyer_item_id end
      where $1 in (a.seller_id, a.buyer_id) and a.state = 'active' order by 1, 2, 3, x.valid_from desc, x.from_quantity`,
    [tx.companyId],
  );
  return rows.map((row) => camel<PriceListRow>(row));
}
