import type { CountCause, StocktakeState } from "../../domain/inventory/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  camel,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  searchFilter,
  when,
} from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface StocktakeRow {
  readonly id: string;
  readonly number: string;
  readonly countedOn: PlainDate;
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly itemId: string | null;
  readonly itemCode: string | null;
  readonly state: StocktakeState;
  readonly note: string;
  readonly lineCount: number;
  readonly countedCount: number;
  readonly differenceCount: number;
  readonly uncausedCount: number;
  readonly version: number;
}

const STOCKTAKES: ListSql = {
  select: `s.id, s.number, s.counted_on, s.place_id, p.name place_name, s.item_id, i.code item_code, s.state, s.note, s.version, c.line_count, c.counted_count, c.difference_count, c.uncaused_count`,
  from: `app.stocktake s left join app.place p on p.company_id = s.company_id and p.id = s.place_id left join app.item i on i.company_id = s.company_id and i.id = s.item_id cross join lateral (
    select count(*)::int line_count, count(l.counted)::int counted_count, (count(*) filter (where l.counted <> l.theoretical))::int difference_count,
      (count(*) filter (where l.counted <> l.theoretical and l.cause = ''))::int uncaused_count from app.stocktake_line l where l.company_id = s.company_id and l.stocktake_id = s.id) c`,
  where: "s.company_id = $1",
  sorts: { countedOn: { sql: "s.counted_on", kind: "date" }, number: { sql: "s.number", kind: "text" } },
  otherwise: "-countedOn",
  tie: [{ sql: "s.id", kind: "uuid" }],
};

export function listStocktakes(
  tx: Tx,
  asked: ListQuery & { search?: string; state?: string },
): Promise<Outcome<Page<StocktakeRow>>> {
  return listPage<StocktakeRow>(tx, STOCKTAKES, asked, [
    ...when(asked.state, "s.state = ?"),
    ...when(asked.search, "starts_with(lower(s.number), lower(?))"),
  ]);
}

export interface StocktakeDocument extends StocktakeRow {
  readonly foundYen: bigint;
  readonly missingYen: bigint;
  readonly journal: { id: string; number: string; postedOn: PlainDate }[];
}

/** One stocktake; the worth of its differences at the average of now, or once posted as it was booked. */
export async function loadStocktake(tx: Tx, id: string): Promise<StocktakeDocument | undefined> {
  const [heads, worth, journal] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${STOCKTAKES.select} from ${STOCKTAKES.from} where s.company_id = $1 and s.id = $2`,
      [tx.companyId, id],
    ),
    query<{ found_yen: bigint; missing_yen: bigint }>(
      tx,
      `select coalesce(sum(round(d.difference * d.unit_cost)) filter (where d.difference > 0), 0)::bigint found_yen, coalesce(sum(round(-d.difference * d.unit_cost)) filter (where d.difference < 0), 0)::bigint missing_yen
        from (select l.counted - l.theoretical difference, case when s.on_hand > 0 then s.value_yen / s.on_hand else i.standard_cost end unit_cost
          from app.stocktake_line l join app.item i on i.company_id = l.company_id and i.id = l.item_id left join app.item_stock s on s.company_id = l.company_id and s.item_id = l.item_id
          where l.company_id = $1 and l.stocktake_id = $2 and l.counted <> l.theoretical) d`,
      [tx.companyId, id],
    ),
    query<Record<string, unknown>>(
      tx,
      `select e.id, e.number, e.posted_on, coalesce(sum(l.amount_yen) filter (where l.amount_yen > 0 and l.role in ('finishedGoods', 'merchandise', 'semiFinished', 'rawMaterials', 'supplies')), 0)::bigint found_yen,
          coalesce(-sum(l.amount_yen) filter (where l.amount_yen < 0 and l.role in ('finishedGoods', 'merchandise', 'semiFinished', 'rawMaterials', 'supplies')), 0)::bigint missing_yen
        from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id where e.company_id = $1 and e.source_id = $2 group by e.id, e.number, e.posted_on order by e.number`,
      [tx.companyId, id],
    ),
  ]);
  const [head] = heads;
  if (!head) return undefined;
  const row = camel<StocktakeRow>(head);
  const booked = journal.map((one) =>
    camel<{ id: string; number: string; postedOn: PlainDate; foundYen: bigint; missingYen: bigint }>(one),
  );
  const total = (pick: "foundYen" | "missingYen") => booked.reduce((sum, entry) => sum + entry[pick], 0n);
  return {
    ...row,
    foundYen: row.state === "posted" ? total("foundYen") : worth[0]!.found_yen,
    missingYen: row.state === "posted" ? total("missingYen") : worth[0]!.missing_yen,
    journal: booked.map(({ id, number, postedOn }) => ({ id, number, postedOn })),
  };
}

export interface StocktakeLineRow {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly placeId: string;
  readonly placeCode: string;
  readonly placeName: string;
  readonly keeperName: string | null;
  readonly lotCode: string | null;
  readonly theoretical: Decimal;
  readonly counted: Decimal | null;
  readonly cause: CountCause | "";
  readonly version: number;
}

const LINES: ListSql = {
  select: `l.line_number, l.item_id, i.code, i.name, i.unit, u.decimals, l.place_id, p.code place_code, p.name place_name, k.name keeper_name, o.code lot_code, l.theoretical, l.counted, l.cause, l.version`,
  from: `app.stocktake_line l join app.item i on i.company_id = l.company_id and i.id = l.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
    join app.place p on p.company_id = l.company_id and p.id = l.place_id left join app.lot o on o.company_id = l.company_id and o.id = l.lot_id
    left join app.partner k on k.company_id = l.company_id and k.linked_company_id = l.keeper_id and l.keeper_id <> l.company_id`,
  where: "l.company_id = $1",
  sorts: { lineNumber: { sql: "l.line_number", kind: "integer" }, code: { sql: "i.code", kind: "text" } },
  otherwise: "lineNumber",
  tie: [{ sql: "l.line_number", kind: "integer" }],
};

export function listStocktakeLines(
  tx: Tx,
  stocktakeId: string,
  asked: ListQuery & { search?: string; only?: "uncounted" | "different"; placeId?: string },
): Promise<Outcome<Page<StocktakeLineRow>>> {
  const only =
    asked.only === "uncounted"
      ? [{ sql: "l.counted is null", values: [] }]
      : asked.only === "different"
        ? [{ sql: "l.counted <> l.theoretical", values: [] }]
        : [];
  return listPage<StocktakeLineRow>(tx, LINES, asked, [
    { sql: "l.stocktake_id = ?", values: [stocktakeId] },
    ...only,
    ...when(asked.placeId, "l.place_id = ?"),
    ...searchFilter(asked.search, "item", "l.item_id"),
  ]);
}
