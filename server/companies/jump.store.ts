import { query } from "../platform/db/index.ts";
import { gramJoin, gramsOf, type Tx } from "../platform/index.ts";

/** Hits of one kind shown at most. */
const HITS = 8;

export interface FoundWord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Items or partners whose words hold the text; a single character is looked for at the beginning of the code. */
export function findByWords(tx: Tx, kind: "item" | "partner", text: string): Promise<FoundWord[]> {
  const grams = gramsOf(text);
  const exact = text.normalize("NFKC").toLowerCase();
  if (grams.length === 0) {
    return query<FoundWord>(
      tx,
      `select id, code, name from app.${kind} where company_id = $1 and is_active and left(lower(code), 1) = $2 order by code limit ${HITS}`,
      [tx.companyId, exact],
    );
  }
  const exactAt = grams.length + 2;
  return query<FoundWord>(
    tx,
    `select id, code, name from app.${kind} where company_id = $1 and id in (${gramJoin(kind, grams.length, 2)})
      order by is_active desc, lower(code) <> $${exactAt}, code limit ${HITS}`,
    [tx.companyId, ...grams, exact],
  );
}

export interface FoundNumber {
  readonly id: string;
  readonly kind: "sales" | "purchasing" | "workOrder" | "invoice" | "shipment" | "arrival";
  readonly number: string;
  readonly detail: string | null;
}

const PARTNER = "left join app.partner p on p.company_id = $1 and p.id = f.partner_id";
const begins = (column: string) => `(f.${column} collate "C" >= $2 and f.${column} collate "C" < $3)`;

/** Documents by the beginning of their number, own or the other side's. */
const NUMBER_SEARCHES = {
  trade: `select f.trade_id id, case f.side when 'S' then 'sales' else 'purchasing' end kind, f.own_number number, concat_ws('  ', p.name, nullif(f.number, f.own_number)) detail
    from (select * from app.trade_face f where f.company_id = $1 and ${begins("own_number")}
          union select * from app.trade_face f where f.company_id = $1 and ${begins("number")}) f ${PARTNER}
    where f.side = any($4::text[]) order by f.own_number collate "C" limit ${HITS}`,
  invoice: `select f.invoice_id id, 'invoice' kind, f.number, p.name detail from app.invoice_face f ${PARTNER}
    where f.company_id = $1 and ${begins("number")} and f.side = any($4::text[]) order by f.number collate "C" limit ${HITS}`,
  delivery: `select f.delivery_id id, case f.side when 'S' then 'shipment' else 'arrival' end kind, f.number, p.name detail from app.delivery_face f ${PARTNER}
    where f.company_id = $1 and ${begins("number")} and f.side = any($4::text[]) order by f.number collate "C" limit ${HITS}`,
  workOrder: `select f.id, 'workOrder' kind, f.number, i.name detail from app.work_order f
    join app.item i on i.company_id = $1 and i.id = f.item_id
    where f.company_id = $1 and ${begins("number")} and cardinality($4::text[]) >= 0 order by f.number collate "C" limit ${HITS}`,
} as const;
export type NumberSearch = keyof typeof NUMBER_SEARCHES;

/** The last code point: every number that begins with the text sorts before text and it. */
const END = "\u{10ffff}";

/**
 * @param text of at least two characters, as people write numbers: case and width make no difference
 * @param sides of trades to look in: S as seller, B as buyer
 */
export function findByNumber(
  tx: Tx,
  search: NumberSearch,
  text: string,
  sides: readonly ("S" | "B")[],
): Promise<FoundNumber[]> {
  const start = text.normalize("NFKC").toUpperCase();
  return query<FoundNumber>(tx, NUMBER_SEARCHES[search], [tx.companyId, start, start + END, sides]);
}
