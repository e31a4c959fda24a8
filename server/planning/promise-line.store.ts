import type { LineToPromise } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A line of a customer's order with what decides whether a held promise fits it. */
export interface OrderLineRow extends LineToPromise {
  readonly tradeId: string;
  readonly number: string;
  readonly lineNumber: number;
  readonly quantity: string;
  readonly unit: string;
}

/** Enough to choose from; who has more open lines of one item finds the hold on the order's own page. */
const MOST_LINES = 50;

/** Lines of received orders that are not sent or called off: of one item and customer, or of one order. Soonest wanted first. */
export async function loadOrderLines(
  tx: Tx,
  of: { readonly itemId: string; readonly partnerId: string } | { readonly tradeId: string },
): Promise<OrderLineRow[]> {
  const ofOrder = "tradeId" in of;
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: ofOrder ? "planning.linesOfOrderToPromise" : "planning.linesToPromise",
      text: `select f.trade_id, h.own_number "number", f.line_number, trim_scale(f.quantity)::text quantity, f.unit, f.item_id, coalesce(i.code, f.code) item_code, f.partner_id, f.state,
        trim_scale(f.quantity * f.factor)::text item_quantity, trim_scale(f.shipped)::text shipped, f.wanted_on, f.promised_on, t.chain_id is not null and t.dispatcher_id is null is_dispatched,
        (select p.number from app.promise p where p.company_id = $1 and p.trade_id = f.trade_id and coalesce(p.trade_line_number, f.line_number) = f.line_number and p.state in ('confirmed', 'done') limit 1) promise_number,
        (select w.number from app.work_order w where w.company_id = $1 and w.trade_id = f.trade_id and w.trade_line_number = f.line_number and w.state <> 'cancelled' order by w.number limit 1) work_order_number
      from app.trade_line_face f join app.trade_face h on h.company_id = $1 and h.trade_id = f.trade_id join app.trade t on t.id = f.trade_id left join app.item i on i.company_id = $1 and i.id = f.item_id
      where f.company_id = $1 and f.side = 'S' and f.is_open and not f.is_history and f.state in ('placed', 'countered', 'confirmed') and ${ofOrder ? "f.trade_id = $2" : "f.item_id = $2 and f.partner_id = $3"}
      order by f.wanted_on, f.trade_id, f.line_number ${ofOrder ? "" : `limit ${MOST_LINES}`}`,
    },
    ofOrder ? [tx.companyId, of.tradeId] : [tx.companyId, of.itemId, of.partnerId],
  );
  return rows.map((row) => camel<OrderLineRow>(row));
}

/** The customer of a card, and whether its orders arrive from it. */
export async function findCustomer(tx: Tx, id: string): Promise<{ name: string; isLinked: boolean } | undefined> {
  const [row] = await query<{ name: string; isLinked: boolean }>(
    tx,
    {
      name: "planning.customer",
      text: 'select name, linked_company_id is not null "isLinked" from app.partner where company_id = $1 and id = $2',
    },
    [tx.companyId, id],
  );
  return row;
}

export interface HeldRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly quantity: string;
  readonly unit: string;
  readonly promisedOn: PlainDate;
  readonly partnerId: string | null;
  readonly expiresAt: string;
}

/** Own promises of these items that still hold; what runs out first comes first. */
export async function loadHeldOf(tx: Tx, itemIds: readonly string[]): Promise<HeldRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "planning.heldOfItems",
      text: `select p.id, p.number, p.version, p.item_id, i.code item_code, i.name item_name, trim_scale(p.quantity)::text quantity, i.unit, p.promised_on, p.partner_id, p.expires_at
        from app.promise p join app.item i on i.company_id = $1 and i.id = p.item_id
        where p.company_id = $1 and p.state = 'held' and p.expires_at > clock_timestamp() and p.asked_by is null and p.item_id = any ($2) order by p.expires_at, p.id`,
    },
    [tx.companyId, itemIds],
  );
  return rows.map((row) => camel<HeldRow>(row));
}
