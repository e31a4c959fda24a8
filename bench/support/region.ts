import { randomBytes } from "node:crypto";
import pg from "pg";
import type { BenchDatabase } from "./bench-database.ts";
import { countFilledTables } from "./statistics.ts";

/** A company of the bench region with a session that may enter it. */
export interface BenchCompany {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly number: number;
}

const uuid = (kind: number, n: number): string =>
  `0190000${kind.toString(16)}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const companyId = (n: number): string => uuid(1, n);
export const companyNumber = (id: string): number => Number.parseInt(id.slice(-12), 16);
export const partnerId = (company: number, other: number): string => uuid(5, company * 1000 + other);
export const itemId = (company: number, item: number): string => uuid(2, company * 100_000 + item);
export const agreementId = (seller: number, buyer: number): string => uuid(4, seller * 1000 + buyer);

export interface RegionShape {
  readonly companies: number;
  readonly itemsPerCompany: number;
  /** Existing trade lines, four to a trade, each with two faces. */
  readonly tradeLines: number;
  /** Share of the lines that company 0 is party to, in per cent. */
  readonly bigSharePercent: number;
  /** Company 0 is the window of a group of all others. */
  readonly hasWindow: boolean;
}

/**
 * Plants a region straight into the tables: past trades a bench only needs to be there. Triggers are off while it fills, so each row
 * is written as the triggers would have; `doctor` is run on it afterwards.
 */
export async function plantRegion(
  database: BenchDatabase,
  shape: RegionShape,
  say: (line: string) => void,
): Promise<BenchCompany[]> {
  const client = new pg.Client(database.admin);
  client.on("error", () => undefined);
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  const companies = Array.from({ length: shape.companies }, (_, number) => ({
    number,
    id: companyId(number),
    userId: uuid(6, number),
    token: randomBytes(24).toString("base64url"),
  }));
  for (const company of companies) {
    await run('insert into auth."user" (id, name, email) values ($1, $2, $3)', [
      company.userId,
      `利用者${company.number}`,
      `u${company.number}@bench.example`,
    ]);
    await run(
      "insert into auth.session (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')",
      [uuid(7, company.number), company.userId, company.token],
    );
    await run("select guard.found_company($1, $2, $3, $3, '', $4)", [
      company.id,
      `B${String(company.number).padStart(3, "0")}`,
      `会社${company.number}`,
      shape.hasWindow && company.number === 0,
    ]);
    await run("select guard.found_member($1, $2, $3)", [
      company.userId,
      company.id,
      ["president", "admin", "sales", "purchasing", "finance", "production", "warehouse", "secretariat"],
    ]);
  }
  say(`${companies.length} companies`);
  const c = "('01900001-0000-7000-8000-' || lpad(to_hex(%), 12, '0'))::uuid".replaceAll("%", "n");
  await run(
    `insert into app.unit (company_id, code, name_ja, name_en) select ${c}, '個', '個', 'pcs' from generate_series(0, $1 - 1) n`,
    [shape.companies],
  );
  await run(
    `insert into app.item (company_id, id, code, name, kana, supply, category, unit, sales_price)
     select ${c}, ('01900002-0000-7000-8000-' || lpad(to_hex(n * 100000 + i), 12, '0'))::uuid, 'I-' || lpad(i::text, 5, '0'),
       (array['鋼材','軸受','歯車','銅板','鋳物','線材','配管','治具','部品','金型'])[1 + i % 10] || (array['丸','角','平','長','短','厚','薄'])[1 + i % 7] || i, '', 'make', 'finished', '個', 1000
     from generate_series(0, $1 - 1) n, generate_series(1, $2) i`,
    [shape.companies, shape.itemsPerCompany],
  );
  await run(
    `insert into app.place (company_id, id, code, name, kind) select ${c}, gen_random_uuid(), k, k, k from generate_series(0, $1 - 1) n, unnest(array['storage','receiving','production','transit','customer','supplier','scrap','adjustment','opening']) k`,
    [shape.companies],
  );
  await run(
    `insert into app.period (company_id, month) select ${c}, to_char(current_date + (m || ' month')::interval, 'YYYY-MM') from generate_series(0, $1 - 1) n, generate_series(-2, 6) m`,
    [shape.companies],
  );
  say(`${shape.companies * shape.itemsPerCompany} items`);
  await run("set session_replication_role = replica");
  const partner = "('01900005-0000-7000-8000-' || lpad(to_hex(a * 1000 + b), 12, '0'))::uuid";
  const co = (x: string) => `('01900001-0000-7000-8000-' || lpad(to_hex(${x}), 12, '0'))::uuid`;
  await run(
    `insert into app.partner (company_id, id, code, name, is_customer, is_supplier, linked_company_id, linked_on) select ${co("a")}, ${partner}, 'P' || b, '会社' || b, true, true, ${co("b")}, current_date from generate_series(0, $1 - 1) a, generate_series(0, $1 - 1) b where a <> b`,
    [shape.companies],
  );
  await run(
    `insert into app.agreement (id, seller_id, buyer_id, seller_partner_id, buyer_partner_id, name, state, proposed_by, valid_from)
     select ('01900004-0000-7000-8000-' || lpad(to_hex(a * 1000 + b), 12, '0'))::uuid, ${co("a")}, ${co("b")}, ${partner}, ('01900005-0000-7000-8000-' || lpad(to_hex(b * 1000 + a), 12, '0'))::uuid, '基本契約', 'active', ${co("a")}, '2020-01-01'
     from generate_series(0, $1 - 1) a, generate_series(0, $1 - 1) b where a <> b`,
    [shape.companies],
  );
  const trades = Math.ceil(shape.tradeLines / 4);
  const item = (x: string) =>
    `('01900002-0000-7000-8000-' || lpad(to_hex(${x} * 100000 + 1 + (t * 7 + l * 13) % ${shape.itemsPerCompany}), 12, '0'))::uuid`;
  // Company 0 is one side of its share of the trades; the others are spread evenly.
  const sides = `select t, case when t % 100 < ${shape.bigSharePercent} then 0 else 1 + (t * 7919) % ($2 - 1) end s, case when t % 100 < ${shape.bigSharePercent} then 1 + (t * 104729) % ($2 - 1) else 1 + (t * 7919 + 1 + (t % ($2 - 2))) % ($2 - 1) end b from generate_series($1::bigint, $3::bigint) t`;
  const id = "('01900003-0000-7000-8000-' || lpad(to_hex(t), 12, '0'))::uuid";
  const agreement = "('01900004-0000-7000-8000-' || lpad(to_hex(s * 1000 + b), 12, '0'))::uuid";
  const card = (me: string, other: string) =>
    `('01900005-0000-7000-8000-' || lpad(to_hex(${me} * 1000 + ${other}), 12, '0'))::uuid`;
  const step = 25_000;
  for (let from = 1; from <= trades; from += step) {
    const values = [from, shape.companies, Math.min(trades, from + step - 1)];
    const day = "(current_date - (t % 700)::int)";
    await run(
      `insert into app.trade (id, seller_id, buyer_id, agreement_id, number, first_state, ordered_on, wanted_on, total_yen) select ${id}, ${co("s")}, ${co("b")}, ${agreement}, 'PO-' || t, 'confirmed', ${day}, ${day} + 14, 40000 from (${sides}) x`,
      values,
    );
    await run(
      `insert into app.trade_face (company_id, trade_id, side, partner_id, number, own_number, outside_number, state, form, ordered_on, wanted_on, total_yen, is_history)
       select ${co("m")}, ${id}, side, ${card("m", "o")}, 'PO-' || t, side || '-' || t, '', 'confirmed', 'goods', ${day}, ${day} + 14, 40000, false from (${sides}) x, lateral (values ('S', s, b), ('B', b, s)) v (side, m, o)`,
      values,
    );
    await run(
      `insert into app.trade_line (trade_id, line_number, seller_id, buyer_id, code, description, seller_item_id, buyer_item_id, quantity, unit, unit_price, amount_yen, wanted_on, promised_on, state)
       select ${id}, l, ${co("s")}, ${co("b")}, 'I-' || lpad((1 + (t * 7 + l * 13) % ${shape.itemsPerCompany})::text, 5, '0'), '品目', ${item("s")}, ${item("b")}, 10, '個', 1000, 10000, ${day} + 14, ${day} + 14, 'confirmed' from (${sides}) x, generate_series(1, 4) l`,
      values,
    );
    await run(
      `insert into app.trade_line_face (company_id, trade_id, line_number, side, partner_id, item_id, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, promised_on, state, is_open, is_history)
       select ${co("m")}, ${id}, l, side, ${card("m", "o")}, ${item("m")}, 'I-' || lpad((1 + (t * 7 + l * 13) % ${shape.itemsPerCompany})::text, 5, '0'), '品目', 10, '個', 1, 1000, 10000, ${day} + 14, ${day} + 14, 'confirmed', true, false
       from (${sides}) x, generate_series(1, 4) l, lateral (values ('S', s, b), ('B', b, s)) v (side, m, o)`,
      values,
    );
    if (from % (step * 4) === 1) say(`${Math.min(trades, from + step - 1) * 4} trade lines`);
  }
  await run("set session_replication_role = origin");
  await countFilledTables(client);
  // What planting left to write is no part of what is measured.
  await run("checkpoint");
  await client.end();
  return companies;
}
