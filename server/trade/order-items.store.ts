import { camel, gramJoin, gramsOf, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** An item that can be typed into an order line. */
export interface OrderItemHit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly isAgreed: boolean;
}

/**
 * Items for an order line, as somebody types: of a partner on the platform those of the agreement, else the own items, the agreed ones
 * first. By beginning of the code, or by two-character pieces of code, name and kana.
 */
export async function findOrderItems(
  tx: Tx,
  asked: {
    readonly side: "S" | "B";
    readonly partnerId: string | null;
    readonly search: string;
    readonly limit: number;
  },
): Promise<OrderItemHit[]> {
  const side = asked.side === "S" ? "seller" : "buyer";
  const grams = gramsOf(asked.search);
  const values: unknown[] = [tx.companyId, asked.partnerId, asked.search];
  const first = values.length + 1;
  values.push(...grams);
  const byWords = grams.length > 0 ? ` or i.id in (${gramJoin("item", grams.length, first)})` : "";
  const rows = await query<Record<string, unknown>>(
    tx,
    `with partner as (select p.id, p.linked_company_id from app.partner p where p.company_id = $1 and p.id = $2),
      agreed as (select x.${side}_item_id item_id, min(x.unit) unit from app.agreement a join partner p on ${
        asked.side === "S"
          ? "a.seller_id = $1 and (a.buyer_id = p.linked_company_id or a.outside_partner_id = p.id)"
          : "a.buyer_id = $1 and (a.seller_id = p.linked_company_id or a.outside_partner_id = p.id)"
      } join app.agreement_item x on x.agreement_id = a.id where a.state = 'active' and x.${side}_item_id is not null group by 1)
    select i.id, i.code, i.name, coalesce(g.unit, ${asked.side === "S" ? "i.sales_unit" : "i.purchase_unit"}, i.unit) unit, g.item_id is not null is_agreed
      from app.item i left join agreed g on g.item_id = i.id
      where i.company_id = $1 and i.is_active and ($3 = '' or starts_with(lower(i.code), lower($3))${byWords})
        and (g.item_id is not null or not exists (select from partner p where p.linked_company_id is not null))
      order by (g.item_id is null), i.code limit ${asked.limit}`,
    values,
  );
  return rows.map((row) => camel<OrderItemHit>(row));
}
