import type { PlaceKind } from "../../domain/inventory/index.ts";
import type { DispatchForm } from "../../domain/network/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Way } from "./chain.store.ts";

/** A line of a last step's delivery to the window, and the line of the maker's order it belongs to. */
export interface LastStepLine {
  readonly lineNumber: number;
  readonly quantity: Decimal;
  readonly received: Decimal;
  readonly judged: Decimal;
  /** Not judged yet. */
  readonly open: Decimal;
  readonly form: DispatchForm;
  readonly originTradeId: string;
  readonly originLineNumber: number;
  /** Own stock units in one unit of the step's trade, and in one of the maker's order. */
  readonly stepFactor: Decimal;
  readonly originFactor: Decimal;
  /** Where accepted goods arrive. */
  readonly placeId: string | null;
  readonly placeKind: PlaceKind | null;
}

/** Lines of a delivery to the acting window that end a chain; empty when it ends none. */
export async function loadLastStepLines(tx: Tx, deliveryId: string): Promise<LastStepLine[]> {
  return query<LastStepLine>(
    tx,
    {
      name: "farEnd.lines",
      // From the delivery outwards, whatever the planner knows of the tables: with numbers from before they filled it began with all chains of the window.
      text: `with d as materialized (select d.* from app.delivery_line d where d.delivery_id = $2 and d.buyer_id = $1)
        select d.line_number "lineNumber", d.quantity, e.received, e.judged, d.quantity - e.judged open, s.form, s.origin_trade_id "originTradeId", s.chain_line_number "originLineNumber", s.step_factor "stepFactor", o.factor "originFactor",
          p.id "placeId", p.kind "placeKind"
        from d cross join lateral (select s.chain_line_number, v.form, v.origin_trade_id, f.factor step_factor, f.place_id from app.chain_step s join app.value_chain v on v.company_id = s.company_id and v.id = s.chain_id
            join app.trade_line_face f on f.company_id = $1 and f.trade_id = d.trade_id and f.line_number = d.trade_line_number
          where s.company_id = $1 and s.trade_id = d.trade_id and s.trade_line_number = d.trade_line_number and s.feeds_step_number is null offset 0) s
        cross join lateral (select o.factor from app.trade_line_face o where o.company_id = $1 and o.trade_id = s.origin_trade_id and o.line_number = s.chain_line_number offset 0) o
        cross join lateral (select coalesce(sum(x.quantity) filter (where x.kind = 'received'), 0) received, coalesce(sum(x.quantity) filter (where x.kind in ('accepted', 'specially_accepted', 'rejected')), 0) judged
          from app.delivery_event x where x.delivery_id = d.delivery_id and x.line_number = d.line_number) e
        left join lateral (select q.id, q.kind from app.place q where q.company_id = $1 and q.is_active and (q.id = s.place_id or s.place_id is null and q.kind = 'receiving') order by q.code limit 1) p on true
        order by d.line_number`,
    },
    [tx.companyId, deliveryId],
  );
}

/** A delivery of a last step that went straight to the maker, with the lines the maker has not finished inspecting. */
export interface FarEndRow {
  readonly deliveryId: string;
  readonly number: string;
  readonly sellerName: string;
  readonly makerName: string;
  readonly deliverTo: string;
  readonly chainId: string;
  readonly chainNumber: string;
  readonly orderNumber: string;
  readonly outsideNumber: string;
  readonly shippedOn: PlainDate;
  readonly expectedOn: PlainDate | null;
  /** What the member reported that the maker took, and waits for the window; null when it said nothing. */
  readonly report: {
    readonly id: string;
    readonly judgedOn: PlainDate;
    readonly reportedAt: string;
    readonly lines: readonly {
      readonly lineNumber: number;
      readonly accepted: string;
      readonly rejected: string;
      readonly reason: string;
    }[];
  } | null;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly originLineNumber: number;
    readonly code: string;
    readonly description: string;
    readonly unit: string;
    readonly quantity: string;
    readonly open: string;
  }[];
}

/** What the acting window still has to hear of from its makers, oldest shipment first; keyset after `(shipped_on, delivery id)`. A delivery of two chains stands once, under its first line's. */
export async function listFarEnd(
  tx: Tx,
  chainId: string | null,
  after: readonly [PlainDate, string] | null,
  limit: number,
  search = "",
  way: Way = { word: "asc", after: ">" },
): Promise<FarEndRow[]> {
  return query<FarEndRow>(
    tx,
    {
      name: `farEnd.list.${way.word}`,
      text: `select f.delivery_id "deliveryId", f.own_number number, coalesce(p.name, '') "sellerName", f.shipped_on "shippedOn", f.expected_on "expectedOn", x.*,
          (select jsonb_build_object('id', r.id, 'judgedOn', r.judged_on, 'reportedAt', r.reported_at, 'lines', (select jsonb_agg(jsonb_build_object('lineNumber', w.line_number, 'accepted', trim_scale(w.accepted)::text, 'rejected', trim_scale(w.rejected)::text, 'reason', w.reason) order by w.line_number)
            from app.far_end_report_line w where w.report_id = r.id)) from app.far_end_report r where r.window_id = $1 and r.delivery_id = f.delivery_id and r.state = 'reported') report
        from app.delivery_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id
        cross join lateral (select (array_agg(coalesce(m.name, '') order by d.line_number))[1] "makerName", (array_agg(t.deliver_to order by d.line_number))[1] "deliverTo", (array_agg(v.id order by d.line_number))[1] "chainId", (array_agg(v.number order by d.line_number))[1] "chainNumber",
              (array_agg(tf.own_number order by d.line_number))[1] "orderNumber", (array_agg(tf.outside_number order by d.line_number))[1] "outsideNumber",
              jsonb_agg(jsonb_build_object('lineNumber', d.line_number, 'originLineNumber', s.chain_line_number, 'code', o.code, 'description', o.description, 'unit', l.unit, 'quantity', trim_scale(d.quantity)::text, 'open', trim_scale(d.quantity - e.judged)::text) order by d.line_number) lines
            from app.delivery_line d join app.chain_step s on s.company_id = $1 and s.trade_id = d.trade_id and s.trade_line_number = d.trade_line_number and s.feeds_step_number is null
            join app.value_chain v on v.company_id = s.company_id and v.id = s.chain_id and v.form = 'relay'
            join app.trade t on t.id = v.origin_trade_id join app.trade_face tf on tf.company_id = $1 and tf.trade_id = v.origin_trade_id and tf.side = 'S' left join app.partner m on m.company_id = $1 and m.id = tf.partner_id
            join app.trade_line_face o on o.company_id = $1 and o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number
            join app.trade_line_face l on l.company_id = $1 and l.trade_id = d.trade_id and l.line_number = d.trade_line_number
            cross join lateral (select coalesce(sum(x.quantity), 0) judged from app.delivery_event x where x.delivery_id = d.delivery_id and x.line_number = d.line_number and x.kind in ('accepted', 'specially_accepted', 'rejected')) e
           where d.delivery_id = f.delivery_id and d.quantity > e.judged and ($2::uuid is null or v.id = $2)) x
        where f.company_id = $1 and f.side = 'B' and f.state <> 'judged' and x.lines is not null
          and ($6 = '' or f.own_number ilike $6 || '%' or x."outsideNumber" ilike $6 || '%' or position(lower($6) in lower(coalesce(p.name, ''))) > 0)
          and ($3::date is null or (f.shipped_on, f.delivery_id) ${way.after} ($3, $4::uuid)) order by f.shipped_on ${way.word}, f.delivery_id ${way.word} limit $5`,
    },
    [tx.companyId, chainId, after?.[0] ?? null, after?.[1] ?? null, limit, search],
  );
}
