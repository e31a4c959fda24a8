import type { PlaceKind } from "../../domain/inventory/index.ts";
import type { DispatchForm } from "../../domain/network/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A line of a last step's delivery to the window, and the line of the maker's order it belongs to. */
export interface LastStepLine {
  readonly lineNumber: number;
  readonly quantity: Decimal;
  readonly received: Decimal;
  readonly judged: Decimal;
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
      text: `select d.line_number "lineNumber", d.quantity, e.received, e.judged, v.form, v.origin_trade_id "originTradeId", s.chain_line_number "originLineNumber", f.factor "stepFactor", o.factor "originFactor",
          p.id "placeId", p.kind "placeKind"
        from app.delivery_line d join app.chain_step s on s.company_id = $1 and s.trade_id = d.trade_id and s.trade_line_number = d.trade_line_number and s.feeds_step_number is null
        join app.value_chain v on v.company_id = s.company_id and v.id = s.chain_id
        join app.trade_line_face f on f.company_id = $1 and f.trade_id = d.trade_id and f.line_number = d.trade_line_number
        join app.trade_line_face o on o.company_id = $1 and o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number
        cross join lateral (select coalesce(sum(x.quantity) filter (where x.kind = 'received'), 0) received, coalesce(sum(x.quantity) filter (where x.kind in ('accepted', 'specially_accepted', 'rejected')), 0) judged
          from app.delivery_event x where x.delivery_id = d.delivery_id and x.line_number = d.line_number) e
        left join lateral (select q.id, q.kind from app.place q where q.company_id = $1 and q.is_active and (q.id = f.place_id or f.place_id is null and q.kind = 'receiving') order by q.code limit 1) p on true
        where d.delivery_id = $2 and d.buyer_id = $1 order by d.line_number`,
    },
    [tx.companyId, deliveryId],
  );
}
