import type { RecordRef } from "../../domain/planning/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** A record as people know it: its number, with whom, and for a trade whose order it is. */
export interface NamedRecord {
  readonly number: string;
  readonly partnerName: string | null;
  readonly side: "S" | "B" | null;
}

interface NameRow extends NamedRecord {
  readonly id: string;
}

const TRADES = `select f.trade_id id, case when f.own_number = '' then f.number else f.own_number end number, p.name "partnerName", f.side
  from app.trade_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id where f.company_id = $1 and f.trade_id = any ($2::uuid[])`;
const WORK_ORDERS = `select id, number, null "partnerName", null side from app.work_order where company_id = $1 and id = any ($2::uuid[])`;
/** A forecast has no number; its period names it. */
const FORECASTS = `select f.id, f.period_from || ' – ' || f.period_to number, p.name "partnerName", null side
  from app.forecast f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id where f.company_id = $1 and f.id = any ($2::uuid[])`;

const PROMISES = `select r.id, r.number, p.name "partnerName", null side
  from app.promise r left join app.partner p on p.company_id = r.company_id and p.id = r.partner_id where r.company_id = $1 and r.id = any ($2::uuid[])`;

const DRAFTS = `select d.id, d.number, p.name "partnerName", 'B' side from app.draft d left join app.partner p on p.company_id = d.company_id and p.id = d.partner_id
  where d.company_id = $1 and d.id = any ($2::uuid[])`;

/** Names records by id; one that is gone since the plan was made has no number. */
export async function nameRecords(tx: Tx, refs: readonly RecordRef<string>[]): Promise<(id: string) => NamedRecord> {
  const idsOf = (...kinds: string[]) => [
    ...new Set(refs.filter((ref) => kinds.includes(ref.kind)).map((ref) => ref.id)),
  ];
  const find = (text: string, ids: readonly string[]): Promise<NameRow[]> =>
    ids.length === 0 ? Promise.resolve([]) : query<NameRow>(tx, text, [tx.companyId, ids]);
  const found = await settleAll([
    find(TRADES, idsOf("sales", "purchase", "step")),
    find(WORK_ORDERS, idsOf("work_order")),
    find(FORECASTS, idsOf("forecast")),
    find(PROMISES, idsOf("promise")),
    find(DRAFTS, idsOf("request", "order_draft")),
  ]);
  const names = new Map(found.flat().map(({ id, number, partnerName, side }) => [id, { number, partnerName, side }]));
  return (id) => names.get(id) ?? { number: "", partnerName: null, side: null };
}

/** Whether the item is there, and how it is called. */
export async function findItemName(
  tx: Tx,
  id: string,
): Promise<{ readonly code: string; readonly name: string; readonly unit: string } | undefined> {
  const rows = await query<{ code: string; name: string; unit: string }>(
    tx,
    "select code, name, unit from app.item where company_id = $1 and id = $2",
    [tx.companyId, id],
  );
  return rows[0];
}
