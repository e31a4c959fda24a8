import pg from "pg";
import { openBooks } from "../../server/accounting/index.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import {
  type Acting,
  type Databases,
  inTransaction,
  newId,
  openDatabases,
  type Tx,
} from "../../server/platform/index.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

export interface TestCompany {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly acting: Acting;
}

/** A small world for store and scenario tests: companies with a user each, linked partner cards, items, an agreement. Always two companies at least, so that a leak shows. */
export interface World {
  readonly databases: Databases;
  readonly database: TestDatabase;
  /** Superuser: plants what no role may write, and looks past the walls. */
  readonly admin: pg.Client;
  company(name: string, options?: { roles?: string[]; isWindow?: boolean }): Promise<TestCompany>;
  /** Runs `work` as that company's user. */
  as<T>(company: TestCompany, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const database = await createTestDatabase();
  const databases = openDatabases({ app: database.app, auth: database.auth, job: database.job });
  const admin = new pg.Client(database.admin);
  await admin.connect();
  let count = 0;
  return {
    databases,
    database,
    admin,
    async company(name, options = {}) {
      const id = newId();
      const userId = newId();
      const token = `token-${newId()}`;
      count++;
      await admin.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [
        userId,
        `${name}の人`,
        `user${count}@${id}.example`,
      ]);
      await admin.query(
        "insert into auth.session (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')",
        [newId(), userId, token],
      );
      await databases.auth.query("select guard.found_company($1, $2, $3, $4, $5, $6)", [
        id,
        `C${String(count).padStart(3, "0")}`,
        name,
        name,
        "",
        options.isWindow ?? false,
      ]);
      await databases.auth.query("select guard.found_member($1, $2, $3)", [
        userId,
        id,
        options.roles ?? ["president", "admin"],
      ]);
      return { id, name, userId, acting: { token, companyId: id } };
    },
    as(company, work) {
      return inTransaction(databases, company.acting, work);
    },
    async close() {
      await admin.end();
      await databases.close();
      await database.drop();
    },
  };
}

/** A unit and items of a company; answers their ids by code. */
export async function plantItems(
  tx: Tx,
  items: readonly { code: string; name?: string; [column: string]: unknown }[],
): Promise<Record<string, string>> {
  await insertAll(
    tx,
    "unit",
    [{ company_id: tx.companyId, code: "個", name_ja: "個", name_en: "pcs", decimals: 0 }],
    "on conflict do nothing",
  );
  const rows = items.map((item) => ({
    company_id: tx.companyId,
    id: newId(),
    name: item.code,
    supply: "make",
    category: "finished",
    unit: "個",
    ...item,
  }));
  for (const row of rows) await insertAll(tx, "item", [row as never]);
  return Object.fromEntries(rows.map((row) => [row.code, row.id]));
}

/** A partner card; linked when `linkedTo` is given (planted as the guard would after both agreed). */
export async function plantPartner(
  world: World,
  company: TestCompany,
  code: string,
  linkedTo?: TestCompany,
): Promise<string> {
  const id = newId();
  await world.as(company, (tx) =>
    insertAll(tx, "partner", [
      { company_id: company.id, id, code, name: linkedTo?.name ?? code, is_customer: true, is_supplier: true },
    ]),
  );
  if (linkedTo)
    await world.admin.query("update app.partner set linked_company_id = $1, linked_on = current_date where id = $2", [
      linkedTo.id,
      id,
    ]);
  return id;
}

/** The company's calendar: Monday to Friday, national holidays kept. Without one no work centre gives a minute. */
export async function plantCalendar(tx: Tx): Promise<string> {
  const id = newId();
  await insertAll(tx, "calendar", [
    { company_id: tx.companyId, id, code: "STD", name: "標準", works_on: [1, 2, 3, 4, 5] },
  ]);
  return id;
}

/** The usual working places of a company; answers their ids by kind. */
export async function plantPlaces(tx: Tx): Promise<Record<string, string>> {
  const kinds = [
    "storage",
    "receiving",
    "production",
    "transit",
    "customer",
    "supplier",
    "scrap",
    "adjustment",
    "opening",
  ];
  const rows = kinds.map((kind) => ({
    company_id: tx.companyId,
    id: newId(),
    code: kind.toUpperCase(),
    name: kind,
    kind,
  }));
  await insertAll(tx, "place", rows);
  return Object.fromEntries(rows.map((row) => [row.kind, row.id]));
}

/** An active agreement, signed by both through the guard; with cards of its own unless two are given that are linked already. */
export async function plantAgreement(
  world: World,
  seller: TestCompany,
  buyer: TestCompany,
  items: readonly {
    code: string;
    sellerItemId: string;
    buyerItemId: string;
    unitPrice: string;
    standingQuantity?: string;
    leadTimeDays?: number;
    form?: string;
  }[],
  terms: Record<string, unknown> = {},
  cards?: { readonly seller: string; readonly buyer: string },
): Promise<{ agreementId: string; sellerPartnerId: string; buyerPartnerId: string }> {
  const agreementId = newId();
  const sellerPartnerId = cards?.seller ?? (await plantPartner(world, seller, `P-${buyer.name}`, buyer));
  const buyerPartnerId = cards?.buyer ?? (await plantPartner(world, buyer, `P-${seller.name}`, seller));
  const pair = { seller_id: seller.id, buyer_id: buyer.id };
  await world.as(seller, async (tx) => {
    await insertAll(tx, "agreement", [
      {
        id: agreementId,
        ...pair,
        seller_partner_id: sellerPartnerId,
        name: "基本契約",
        proposed_by: seller.id,
        valid_from: "2020-01-01",
        ...terms,
      },
    ]);
    await insertAll(
      tx,
      "agreement_item",
      items.map((item, i) => ({
        agreement_id: agreementId,
        line_number: i + 1,
        ...pair,
        code: item.code,
        description: item.code,
        unit: "個",
        seller_item_id: item.sellerItemId,
        seller_item_code: item.code,
        buyer_item_id: item.buyerItemId,
        buyer_item_code: item.code,
        form: item.form ?? "goods",
        lead_time_days: item.leadTimeDays ?? 0,
        standing_quantity: item.standingQuantity ?? null,
      })),
    );
    await insertAll(
      tx,
      "agreement_price",
      items.map((item, i) => ({
        agreement_id: agreementId,
        line_number: i + 1,
        ...pair,
        valid_from: "2020-01-01",
        unit_price: item.unitPrice,
      })),
    );
  });
  await world.as(buyer, (tx) =>
    query(tx, "select guard.answer_agreement($1, true, $2)", [agreementId, buyerPartnerId]),
  );
  return { agreementId, sellerPartnerId, buyerPartnerId };
}

/** Opens a company's books, for tests of areas that know no accounting. */
export { openBooks };
