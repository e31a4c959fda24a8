import { createHash } from "node:crypto";
import type { z } from "zod";
import type { PlainDate } from "../../domain/shared/index.ts";
import type { tradeLineListQueryShape, tradeListQueryShape } from "../../domain/trade/index.ts";
import { camel, gramJoin, gramsOf, query } from "../platform/db/index.ts";
import type { Sort, Tx } from "../platform/index.ts";
import { Conditions, orderBy, type SortColumn } from "./keyset.ts";

type Rows = Record<string, unknown>[];

export const TRADE_SORTS: Readonly<Record<"orderedOn" | "wantedOn" | "ownNumber" | "totalYen", SortColumn>> = {
  orderedOn: { sql: "f.ordered_on", kind: "date" },
  wantedOn: { sql: "coalesce(f.wanted_on, '9999-12-31')", kind: "date" },
  ownNumber: { sql: "f.own_number", kind: "text" },
  totalYen: { sql: "f.total_yen", kind: "integer" },
};
export type TradeSort = keyof typeof TRADE_SORTS;

/** A page of the acting company's orders of one side, one row too many so that the caller knows of a next page. */
export async function listTrades(
  tx: Tx,
  asked: z.output<typeof tradeListQueryShape>,
  sort: Sort<TradeSort>,
  cursor: readonly (string | null)[] | null,
  today: PlainDate,
) {
  const where = new Conditions([tx.companyId, asked.side, today]);
  where.add(asked.history === "yes" ? "f.is_history" : "not f.is_history");
  if (asked.state) where.add(`f.state = ${where.bind(asked.state)}`);
  if (asked.partnerId) where.add(`f.partner_id = ${where.bind(asked.partnerId)}`);
  if (asked.dayFrom) where.add(`f.ordered_on >= ${where.bind(asked.dayFrom)}`);
  if (asked.dayTo) where.add(`f.ordered_on <= ${where.bind(asked.dayTo)}`);
  if (asked.open) where.add(asked.open === "yes" ? "not f.is_done" : "f.is_done");
  if (asked.search)
    where.add(
      searched(where, asked.search, {
        number: ["f.own_number", "f.number", "f.outside_number"],
        partner: "f.partner_id",
        item: (items) =>
          `f.trade_id in (select l.trade_id from app.trade_line_face l where l.company_id = $1 and l.item_id in (${items}))`,
      }),
    );
  const column = TRADE_SORTS[sort.column];
  where.after(sort, column, ["f.trade_id"], cursor);
  const rows: Rows = await query(
    tx,
    pageStatement(
      asked,
      `select f.trade_id id, f.side, f.number, f.own_number, f.outside_number, f.state, f.partner_id, coalesce(p.name, '') partner_name, f.ordered_on, f.wanted_on, l.promised_on, f.total_yen,
        f.is_done, (not f.is_done and f.state in ('placed', 'confirmed', 'countered') and coalesce(l.promised_on, f.wanted_on) < $3::date) is_late, f.chain_id, ${column.sql}::text sort_key
      from app.trade_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id
      left join lateral (select max(x.promised_on) promised_on from app.trade_line_face x where x.company_id = f.company_id and x.trade_id = f.trade_id) l on true
      where f.company_id = $1 and f.side = $2${where.text} order by ${orderBy(sort, column, ["f.trade_id"])} limit ${asked.limit + 1}`,
    ),
    where.values,
  );
  return rows.map((row) => camel<TradeListRow>(row));
}

export interface TradeListRow {
  readonly id: string;
  readonly side: "S" | "B";
  readonly number: string;
  readonly ownNumber: string;
  readonly outsideNumber: string;
  readonly state: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly orderedOn: PlainDate;
  readonly wantedOn: PlainDate | null;
  readonly promisedOn: PlainDate | null;
  readonly totalYen: bigint;
  readonly isDone: boolean;
  readonly isLate: boolean;
  readonly chainId: string | null;
  readonly sortKey: string;
}

export const LINE_SORTS: Readonly<Record<"wantedOn" | "promisedOn" | "code" | "amountYen", SortColumn>> = {
  wantedOn: { sql: "f.wanted_on", kind: "date" },
  promisedOn: { sql: "coalesce(f.promised_on, '9999-12-31')", kind: "date" },
  code: { sql: "f.code", kind: "text" },
  amountYen: { sql: "f.amount_yen", kind: "integer" },
};
export type LineSort = keyof typeof LINE_SORTS;

/** The page is cut before anything is joined to it: fifty heads are read, not the company's thousands. */
const LINE_HEAD = "join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id";

/** A page of order lines of one side: all, still open (受注残・発注残), late, to ship, on their way. */
export async function listTradeLines(
  tx: Tx,
  asked: z.output<typeof tradeLineListQueryShape>,
  sort: Sort<LineSort>,
  cursor: readonly (string | null)[] | null,
  today: PlainDate,
) {
  const where = new Conditions([tx.companyId, asked.side, today]);
  where.add("not f.is_history");
  if (asked.state) where.add(`f.state = ${where.bind(asked.state)}`);
  if (asked.partnerId) where.add(`f.partner_id = ${where.bind(asked.partnerId)}`);
  if (asked.itemId) where.add(`f.item_id = ${where.bind(asked.itemId)}`);
  if (asked.dayFrom) where.add(`f.wanted_on >= ${where.bind(asked.dayFrom)}`);
  if (asked.dayTo) where.add(`f.wanted_on <= ${where.bind(asked.dayTo)}`);
  if (asked.show !== "all") where.add(SHOWN[asked.show]);
  if (asked.search)
    where.add(
      searched(where, asked.search, {
        number: ["t.own_number", "t.number", "t.outside_number", "f.code"],
        partner: "f.partner_id",
        item: (items) => `f.item_id in (${items})`,
      }),
    );
  const column = LINE_SORTS[sort.column];
  const unique = ["f.trade_id", "f.line_number"];
  where.after(sort, column, unique, cursor);
  const rows: Rows = await query(
    tx,
    pageStatement(
      asked,
      `select f.trade_id, f.line_number, t.number, t.own_number, f.partner_id, coalesce(p.name, '') partner_name, f.item_id, f.code, f.description, f.quantity, f.unit, f.unit_price, f.amount_yen,
        f.wanted_on, f.promised_on, f.state, f.shipped, f.received, f.accepted, f.is_open, (f.is_open and ${LATE}) is_late, ${column.sql}::text sort_key
      from (select f.* from app.trade_line_face f ${asked.search ? LINE_HEAD : ""} where f.company_id = $1 and f.side = $2${where.text} order by ${orderBy(sort, column, unique)} limit ${asked.limit + 1}) f
        ${LINE_HEAD} left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id order by ${orderBy(sort, column, unique)}`,
    ),
    where.values,
  );
  return rows.map((row) => camel<TradeLineListRow>(row));
}

const LATE =
  "f.state in ('placed', 'confirmed', 'countered') and f.shipped < f.quantity and coalesce(f.promised_on, f.wanted_on) < $3::date";
const SHOWN = {
  open: "f.is_open",
  late: `f.is_open and ${LATE}`,
  to_ship: "f.state = 'confirmed' and f.is_open and f.shipped < f.quantity",
  to_receive: "f.state = 'confirmed' and f.is_open and f.received < f.quantity",
} as const;

export interface TradeLineListRow {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly sortKey: string;
  readonly [column: string]: unknown;
}

/** The page length screens ask for. */
const USUAL_LIMIT = 50;

/**
 * Pages of the usual length without a search are planned once per connection: their texts are few, and planning takes longer than
 * reading a page. The limit stays in the text, since a plan for any limit would be one for many rows.
 */
function pageStatement(asked: { readonly limit: number; readonly search?: string | undefined }, text: string) {
  if (asked.search || asked.limit !== USUAL_LIMIT) return text;
  return { name: `list.${createHash("md5").update(text).digest("base64url")}`, text };
}

/** A number's beginning, or words of partner and item by their two-character pieces. */
function searched(
  where: Conditions,
  text: string,
  columns: { readonly number: readonly string[]; readonly partner: string; readonly item: (items: string) => string },
): string {
  const typed = where.bind(text);
  const ways = columns.number.map((column) => `starts_with(lower(${column}), lower(${typed}::text))`);
  const grams = gramsOf(text);
  if (grams.length > 0) {
    const first = where.values.length + 1;
    for (const gram of grams) where.bind(gram);
    ways.push(`${columns.partner} in (${gramJoin("partner", grams.length, first)})`);
    ways.push(columns.item(gramJoin("item", grams.length, first)));
  }
  return `(${ways.join(" or ")})`;
}
