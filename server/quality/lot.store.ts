import type { LotStep } from "../../domain/quality/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import { camel, type ListQuery, type ListSql, listPage, type Page, query, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface LotRow {
  readonly id: string;
  readonly code: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly madeOn: PlainDate | null;
  readonly expiresOn: PlainDate | null;
  readonly supplierLotCode: string;
  readonly onHand: Decimal;
}

const LOTS: ListSql = {
  select: `l.id, l.code, l.item_id, i.code item_code, i.name item_name, i.unit, l.made_on, l.expires_on, l.supplier_lot_code,
    coalesce((select sum(b.quantity) from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id and p.kind in ('storage', 'receiving', 'at_partner')
      where b.owner_id = l.company_id and b.item_id = l.item_id and b.lot_id = l.id), 0) on_hand`,
  from: "app.lot l join app.item i on i.company_id = l.company_id and i.id = l.item_id",
  where: "l.company_id = $1",
  sorts: { code: { sql: "l.code", kind: "text" }, itemCode: { sql: "i.code", kind: "text" } },
  otherwise: "-code",
  tie: [{ sql: "l.id", kind: "uuid" }],
};

/** Lots whose own or supplier's number begins with what was typed, or whose item's code does. */
export function listLots(
  tx: Tx,
  asked: ListQuery & { search?: string; itemId?: string },
): Promise<Outcome<Page<LotRow>>> {
  const typed = asked.search?.normalize("NFKC").trim();
  return listPage<LotRow>(tx, LOTS, asked, [
    ...(typed
      ? [
          {
            sql: "(starts_with(lower(l.code), lower(?)) or starts_with(lower(l.supplier_lot_code), lower(?)) or starts_with(lower(i.code), lower(?)))",
            values: [typed, typed, typed],
          },
        ]
      : []),
    ...when(asked.itemId, "l.item_id = ?"),
  ]);
}

export async function findLots(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LotRow>> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${LOTS.select} from ${LOTS.from} where l.company_id = $1 and l.id = any($2::uuid[])`,
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row["id"] as string, camel<LotRow>(row)]));
}

/** Steps at most: a lot of screws goes into everything, and a page of ten thousand lots helps nobody. */
export const STEP_LIMIT = 3000;

/**
 * Every step reachable from a lot, over any number of work orders. `union` drops what is known, so a circle (rework) ends.
 *
 * @returns at most `STEP_LIMIT` steps and one more when there are more
 */
export async function loadSteps(tx: Tx, lotId: string, direction: "backward" | "forward"): Promise<LotStep[]> {
  const [from, to] = direction === "backward" ? ["made_lot_id", "used_lot_id"] : ["used_lot_id", "made_lot_id"];
  const rows = await query<Record<string, unknown>>(
    tx,
    `with recursive reached (lot_id) as (
        select $2::uuid union select k.${to} from reached r join app.lot_link k on k.company_id = $1 and k.${from} = r.lot_id)
      select k.made_lot_id, k.used_lot_id, k.work_order_id, k.quantity from reached r join app.lot_link k on k.company_id = $1 and k.${from} = r.lot_id
        join app.lot o on o.company_id = $1 and o.id = k.${to} order by o.code, k.work_order_id limit ${STEP_LIMIT + 1}`,
    [tx.companyId, lotId],
  );
  return rows.map((row) => camel<LotStep>(row));
}

export async function findWorkOrderNumbers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; number: string }>(
    tx,
    "select id, number from app.work_order where company_id = $1 and id = any($2::uuid[])",
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.number]));
}

export interface Passage {
  readonly lotId: string;
  readonly lotCode: string;
  readonly itemCode: string;
  readonly movedOn: PlainDate;
  readonly kind: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly partnerName: string;
  readonly tradeId: string;
  readonly side: "S" | "B";
  readonly tradeNumber: string;
}

/** What brings a lot in or takes it out of my hands, and the side of the trade it happens in. */
const WAYS = {
  in: "f.quantity > 0 and (f.kind in ('receipt', 'acceptance') and t.side = 'B' or f.kind in ('return', 'rejection') and t.side = 'S' and g.kind = 'storage')",
  // Free-issued goods stay mine, but stand at the subcontractor: a recall must reach them too.
  out: "f.quantity < 0 and (f.kind = 'shipment' and t.side = 'S' or f.kind = 'free_issue' and t.side = 'B' and g.kind = 'storage' or f.kind = 'return' and t.side = 'B' and g.kind <> 'supplier')",
} as const;

/** Where these lots came in (`in`: from suppliers, back from customers) or went out (`out`: to customers, back to suppliers, to subcontractors), as my own faces tell it. */
export async function loadPassages(tx: Tx, lotIds: readonly string[], way: "in" | "out"): Promise<Passage[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select f.lot_id, l.code lot_code, i.code item_code, f.moved_on, f.kind, abs(f.quantity) quantity, i.unit, coalesce(p.name, '') partner_name, f.trade_id, t.side, t.own_number trade_number
      from app.stock_move_face f join app.lot l on l.company_id = f.company_id and l.id = f.lot_id join app.item i on i.company_id = f.company_id and i.id = f.item_id
      join app.place g on g.company_id = f.company_id and g.id = f.place_id
      join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id left join app.partner p on p.company_id = t.company_id and p.id = t.partner_id
      where f.company_id = $1 and f.lot_id = any($2::uuid[]) and ${WAYS[way]} order by f.moved_on desc, f.move_id limit 1000`,
    [tx.companyId, lotIds],
  );
  return rows.map((row) => camel<Passage>(row));
}
