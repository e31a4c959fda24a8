import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { type Pair, pairColumns } from "./trade.store.ts";

export interface NewDelivery extends Pair {
  readonly id: string;
  readonly number: string;
  readonly shippedOn: PlainDate;
  readonly expectedOn: PlainDate | null;
  readonly carrier: string;
  readonly note: string;
  readonly directFromId: string | null;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly tradeId: string;
    readonly tradeLineNumber: number;
    readonly quantity: Decimal;
    readonly lotCode: string;
  }[];
}

/** A delivery begins when it is sent; the receiver's face appears in the same statement. */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<void> {
  const head = insertAll(tx, "delivery", [
    {
      id: delivery.id,
      ...pairColumns(delivery),
      outside_partner_id: delivery.outsidePartnerId,
      number: delivery.number,
      shipped_on: delivery.shippedOn,
      expected_on: delivery.expectedOn,
      carrier: delivery.carrier,
      note: delivery.note,
      direct_from_id: delivery.directFromId,
    },
  ]);
  const lines = insertAll(
    tx,
    "delivery_line",
    delivery.lines.map((line) => ({
      delivery_id: delivery.id,
      line_number: line.lineNumber,
      trade_id: line.tradeId,
      trade_line_number: line.tradeLineNumber,
      ...pairColumns(delivery),
      quantity: line.quantity,
      lot_code: line.lotCode,
    })),
  );
  await settleAll([head, lines]);
}

export interface DeliveryHead extends Pair {
  readonly id: string;
  readonly number: string;
  readonly shippedOn: PlainDate;
}

export async function loadDelivery(tx: Tx, id: string): Promise<DeliveryHead | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "delivery.head",
      text: "select id, seller_id, buyer_id, outside_partner_id, number, shipped_on from app.delivery where id = $1",
    },
    [id],
  );
  return row && camel<DeliveryHead>(row);
}

/** A delivered line with what has happened to it so far, and the stock move that sent it. */
export interface DeliveredLine {
  readonly lineNumber: number;
  readonly tradeId: string;
  readonly tradeLineNumber: number;
  readonly quantity: Decimal;
  readonly lotCode: string;
  readonly received: Decimal;
  readonly accepted: Decimal;
  readonly specially: Decimal;
  readonly rejected: Decimal;
  readonly returned: Decimal;
  readonly receivedOn: PlainDate | null;
  /** Where the seller's goods stand while title has not passed, and where they came from; null for goods that never were the seller's stock. */
  readonly transitPlaceId: string | null;
  readonly fromPlaceId: string | null;
  readonly fromItemId: string | null;
  readonly fromLotId: string | null;
  readonly shippedFactor: Decimal | null;
}

/** Lines of a delivery, locked by the command that judges them. */
export async function lockDeliveredLines(tx: Tx, deliveryId: string): Promise<DeliveredLine[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "delivery.lines",
      text: `select l.line_number, l.trade_id, l.trade_line_number, l.quantity, l.lot_code, e.received, e.accepted, e.specially, e.rejected, e.returned, e.received_on,
          m.transit_place_id, m.from_place_id, m.from_item_id, m.from_lot_id, m.from_quantity / l.quantity shipped_factor
        from app.delivery_line l
        cross join lateral (select coalesce(sum(v.quantity) filter (where v.kind = 'received'), 0) received, coalesce(sum(v.quantity) filter (where v.kind = 'accepted'), 0) accepted, coalesce(sum(v.quantity) filter (where v.kind = 'specially_accepted'), 0) specially,
            coalesce(sum(v.quantity) filter (where v.kind = 'rejected'), 0) rejected, coalesce(sum(v.quantity) filter (where v.kind = 'returned'), 0) returned, max(v.happened_on) filter (where v.kind = 'received') received_on
          from app.delivery_event v where v.delivery_id = l.delivery_id and v.line_number = l.line_number) e
        left join guard.shipment_of($1) m on m.line_number = l.line_number
        where l.delivery_id = $1 order by l.line_number`,
    },
    [deliveryId],
  );
  return rows.map((row) => camel<DeliveredLine>(row));
}

export interface NewDeliveryEvent extends Pair {
  readonly id: string;
  readonly deliveryId: string;
  readonly lineNumber: number;
  readonly tradeId: string;
  readonly tradeLineNumber: number;
  readonly kind: "received" | "accepted" | "specially_accepted" | "rejected" | "returned" | "price_settled";
  /** Of a settled price: the provisional one the pieces were accepted at. */
  readonly settledFrom?: Decimal;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal | null;
  readonly amountYen: bigint | null;
  readonly taxYen: bigint | null;
  readonly happenedOn: PlainDate;
  readonly reason: string;
}

/** What happened to delivered lines; the database refuses more than was delivered, whoever asks at the same time. */
export async function insertDeliveryEvents(tx: Tx, events: readonly NewDeliveryEvent[]): Promise<void> {
  await insertAll(
    tx,
    "delivery_event",
    events.map((event) => ({
      id: event.id,
      delivery_id: event.deliveryId,
      line_number: event.lineNumber,
      trade_id: event.tradeId,
      trade_line_number: event.tradeLineNumber,
      ...pairColumns(event),
      kind: event.kind,
      settled_from: event.settledFrom ?? null,
      quantity: event.quantity,
      unit_price: event.unitPrice,
      amount_yen: event.amountYen,
      tax_yen: event.taxYen,
      happened_on: event.happenedOn,
      reason: event.reason,
    })),
  );
}

/** Accepted so far per trade line and price: parts of a line must add up to the whole line's amount. */
export async function loadAcceptedBefore(
  tx: Tx,
  tradeIds: readonly string[],
): Promise<{ tradeId: string; tradeLineNumber: number; unitPrice: Decimal; quantity: Decimal }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "delivery.accepted",
      text: "select trade_id, trade_line_number, unit_price, sum(quantity) quantity from app.delivery_event where trade_id = any(array(select unnest($1::uuid[]))) and kind in ('accepted', 'specially_accepted') group by 1, 2, 3",
    },
    [tradeIds],
  );
  return rows.map((row) => camel(row));
}

/** Numbers of own lots by their ids. */
export async function loadLotCodes(tx: Tx, lotIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (lotIds.length === 0) return new Map();
  const rows = await query<{ id: string; code: string }>(
    tx,
    { name: "delivery.lotCodes", text: "select id, code from app.lot where company_id = $1 and id = any($2::uuid[])" },
    [tx.companyId, lotIds],
  );
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** The acting buyer's own lots that a delivery's accepted goods went on, by delivery line. */
export async function loadArrivedLots(tx: Tx, deliveryId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await query<{ line: number; lot: string }>(
    tx,
    {
      name: "delivery.arrivedLots",
      // by trade, which has an index
      text: "select distinct m.delivery_line_number line, m.to_lot_id lot from app.delivery_line d join app.stock_move m on m.trade_id = d.trade_id and m.delivery_id = d.delivery_id and m.delivery_line_number = d.line_number where d.delivery_id = $2 and m.to_owner_id = $1 and m.kind in ('acceptance', 'receipt') and m.to_lot_id is not null",
    },
    [tx.companyId, deliveryId],
  );
  return new Map(rows.map((row) => [row.line, row.lot]));
}

/** Cost per unit the accepted goods of delivered lines left the seller with: what they re-enter at when they come back. */
export async function loadSoldCost(
  tx: Tx,
  companyId: string,
  deliveryId: string,
): Promise<ReadonlyMap<number, { quantity: Decimal; valueYen: bigint }>> {
  const rows = await query<{ delivery_line_number: number; quantity: Decimal; value_yen: bigint }>(
    tx,
    {
      name: "delivery.cost",
      text: `select v.delivery_line_number, -sum(v.quantity) quantity, (-sum(v.value_yen))::bigint value_yen from app.stock_value v join app.stock_move m on m.id = v.move_id
        where v.company_id = $1 and v.delivery_id = $2 and v.pool = 'shipped' and m.kind = 'acceptance' group by 1`,
    },
    [companyId, deliveryId],
  );
  return new Map(rows.map((row) => [row.delivery_line_number, { quantity: row.quantity, valueYen: row.value_yen }]));
}

/**
 * What was accepted of a delivery's lines, by price, the highest first, and how much of it came back. Pieces whose provisional price was
 * settled stand at the settled one; what had come back before went back at the provisional one.
 */
export async function loadAcceptedParts(
  tx: Tx,
  deliveryId: string,
): Promise<
  {
    lineNumber: number;
    unitPrice: Decimal;
    quantity: Decimal;
    amountYen: bigint;
    returned: Decimal;
    acceptedOn: PlainDate;
  }[]
> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "delivery.parts",
      text: `with e as (select * from app.delivery_event where delivery_id = $1 and kind in ('accepted', 'specially_accepted', 'returned', 'price_settled')),
          p as (select e.line_number, coalesce(s.unit_price, e.unit_price) unit_price, e.kind, case when e.kind = 'returned' and s.id is not null then -e.quantity else e.quantity end quantity,
              case when e.kind = 'returned' and s.id is not null then -e.amount_yen else e.amount_yen end amount_yen, e.kind = 'returned' and s.id is null is_back, e.happened_on
            from e left join e s on s.kind = 'price_settled' and s.line_number = e.line_number and s.settled_from = e.unit_price and e.kind <> 'price_settled')
        select line_number, unit_price, sum(quantity) filter (where kind <> 'price_settled' and not is_back) quantity, (sum(amount_yen) filter (where not is_back))::bigint amount_yen,
          coalesce(sum(quantity) filter (where is_back), 0) returned, min(happened_on) filter (where kind in ('accepted', 'specially_accepted')) accepted_on
        from p group by 1, 2 having sum(quantity) filter (where kind <> 'price_settled' and not is_back) > 0 order by 1, 2 desc`,
    },
    [deliveryId],
  );
  return rows.map((row) => camel(row));
}

export interface ProvisionalPart {
  readonly deliveryId: string;
  readonly deliveryNumber: string;
  readonly lineNumber: number;
  readonly tradeLineNumber: number;
  readonly quantity: Decimal;
  readonly amountYen: bigint;
  readonly acceptedOn: PlainDate;
}

/** Pieces of a line accepted at a price and not returned, by delivery line. */
export async function loadAcceptedAt(
  tx: Tx,
  tradeId: string,
  tradeLineNumber: number,
  unitPrice: Decimal,
): Promise<ProvisionalPart[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select e.delivery_id, d.number delivery_number, e.line_number, e.trade_line_number, sum(case e.kind when 'returned' then -e.quantity else e.quantity end) quantity,
        sum(case e.kind when 'returned' then -e.amount_yen else e.amount_yen end)::bigint amount_yen, min(e.happened_on) accepted_on
       from app.delivery_event e join app.delivery d on d.id = e.delivery_id
      where e.trade_id = $1 and e.trade_line_number = $2 and e.unit_price = $3 and e.kind in ('accepted', 'specially_accepted', 'returned')
      group by 1, 2, 3, 4 having sum(case e.kind when 'returned' then -e.quantity else e.quantity end) > 0 order by 1, 3`,
    [tradeId, tradeLineNumber, unitPrice],
  );
  return rows.map((row) => camel<ProvisionalPart>(row));
}

/** Deliveries waiting for inspection longer than the agreement allows: both agreed that silence accepts. */
export async function findDueForAcceptance(
  tx: Tx,
  today: PlainDate,
): Promise<{ deliveryId: string; lineNumber: number; quantity: Decimal; dueOn: PlainDate }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select d.delivery_id, l.line_number, e.received - e.judged quantity, e.received_on + g.default_acceptance_days due_on
       from app.delivery_face d join app.delivery_line l on l.delivery_id = d.delivery_id join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id
       cross join lateral (select coalesce(sum(v.quantity) filter (where v.kind = 'received'), 0) received, coalesce(sum(v.quantity) filter (where v.kind in ('accepted', 'specially_accepted', 'rejected')), 0) judged,
           max(v.happened_on) filter (where v.kind = 'received') received_on from app.delivery_event v where v.delivery_id = l.delivery_id and v.line_number = l.line_number) e
      where d.company_id = $1 and d.state = 'received' and (d.side = 'B' or t.buyer_id is null) and g.default_acceptance_days is not null
        and e.received > e.judged and e.received_on + g.default_acceptance_days <= $2 order by 1, 2`,
    [tx.companyId, today],
  );
  return rows.map((row) => camel(row));
}

/** Which side the acting company has in a delivery; undefined for one of others. */
export async function deliverySideOf(tx: Tx, deliveryId: string): Promise<"S" | "B" | undefined> {
  const [row] = await query<{ side: "S" | "B" }>(
    tx,
    {
      name: "delivery.side",
      text: "select side from app.delivery_face where company_id = $1 and delivery_id = $2",
    },
    [tx.companyId, deliveryId],
  );
  return row?.side;
}
