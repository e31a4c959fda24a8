import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../../server/platform/doctor/index.ts";
import { type Databases, openDatabases } from "../../server/platform/index.ts";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { sealAndFold } from "../../tests/support/seal.ts";
import type { RegionSample } from "../records.ts";
import { buildSamples, loadSamples } from "./index.ts";

const TODAY = "2026-11-24";
let database: TestDatabase;
let databases: Databases;
let admin: pg.Client;
let samples: RegionSample[];

beforeAll(async () => {
  database = await createTestDatabase();
  databases = openDatabases(database);
  admin = new pg.Client(database.admin);
  await admin.connect();
  samples = buildSamples(join(import.meta.dirname, "../adventureworks"), TODAY);
  await loadSamples(databases, samples, () => {});
}, 120_000);
afterAll(async () => {
  await admin.end();
  await databases.close();
  await database.drop();
});

const rows = async (sql: string, values: unknown[] = []) => (await admin.query(sql, values)).rows;
const count = async (sql: string, values: unknown[] = []) =>
  Number((await rows(`select count(*) n from ${sql}`, values))[0].n);
const sum = (of: (sample: RegionSample) => number) => samples.reduce((total, sample) => total + of(sample), 0);
const sumCompanies = (of: (rows: RegionSample["companies"][number]) => number) =>
  sum(({ companies }) => companies.reduce((total, company) => total + of(company), 0));

describe("the loaded sample", () => {
  test("has every company, person, master and agreement of both regions", async () => {
    expect({
      companies: await count("app.company"),
      windows: await count("app.company where is_window"),
      members: await count("app.membership"),
      users: await count('auth."user"'),
      items: await count("app.item"),
      bomLines: await count("app.bill_of_material_line"),
      operations: await count("app.routing_operation"),
      partners: await count("app.partner"),
      floorPersons: await count("app.floor_person"),
      links: await count("app.partner_link where state = 'linked'"),
      agreements: await count(
        "app.agreement where state = 'active' and (seller_id is not null and buyer_id is not null or buyer_id is null)",
      ),
      agreementLines: await count("app.agreement_item where seller_id is not null"),
      supplierPrices: await count("app.agreement_item where seller_id is null"),
      signed: await count("app.group_member where dispatch_signed_on is not null"),
      rules: await count("app.dispatch_rule"),
      steps: await count("app.dispatch_step"),
      openSessions: await count("auth.session"),
    }).toEqual({
      companies: 12,
      windows: 2,
      members: sum(({ users }) => users.reduce((total, user) => total + user.memberships.length, 0)),
      users: sum(({ users }) => users.length),
      items: sumCompanies(({ items }) => items.length),
      bomLines: sumCompanies(({ billOfMaterialLines }) => billOfMaterialLines.length),
      operations: sumCompanies(({ routingOperations }) => routingOperations.length),
      partners: sumCompanies(({ partners }) => partners.length),
      floorPersons: sumCompanies(({ floorPersons }) => floorPersons.length),
      links:
        sumCompanies(({ partners }) => partners.filter(({ linkedCompanyCode }) => linkedCompanyCode !== null).length) /
        2,
      agreements: sum(({ agreements }) => agreements.length),
      agreementLines: sum(({ agreements }) => agreements.reduce((total, { lines }) => total + lines.length, 0)),
      supplierPrices: sumCompanies(({ supplierPrices }) => supplierPrices.length),
      signed: sum(({ companies }) => companies.length),
      rules: sum(({ dispatchRules }) => dispatchRules.length),
      steps: sum(({ dispatchRules }) => dispatchRules.reduce((total, { steps }) => total + steps.length, 0)),
      openSessions: 0,
    });
  });

  test("holds the maker's 26 orders with 327 lines of made items: 89 frames, 200 bicycles, 38 parts", async () => {
    const bicycle =
      "app.trade t join app.company c on c.company_id = t.seller_id and c.code = 'YUINOWA' and t.buyer_id is null";
    expect(await count(bicycle)).toBe(26);
    const lines = await rows(
      `select case when i.group_code like '%-FRAMES' then 'frames' when i.group_code like '%-BIKES' then 'bicycles' else 'parts' end kind, count(*)::int n
        from ${bicycle} join app.trade_line l on l.trade_id = t.id join app.item i on i.company_id = c.company_id and i.id = l.seller_item_id group by 1 order by 1`,
    );
    expect(lines).toEqual([
      { kind: "bicycles", n: 200 },
      { kind: "frames", n: 89 },
      { kind: "parts", n: 38 },
    ]);
    expect(await count("app.trade where not is_history and seller_id is not null and buyer_id is null")).toBe(29);
  });

  test("shows some orders on their way along the chain, and leaves most to the window's people", async () => {
    expect(await count("app.value_chain")).toBeGreaterThanOrEqual(6);
    expect(await count("app.trade where dispatcher_id is not null")).toBeGreaterThan(0);
    expect(
      await count(
        "app.trade t where not is_history and buyer_id is null and not exists (select from app.value_chain v where v.origin_trade_id = t.id)",
      ),
    ).toBeGreaterThan(10);
  });

  test("keeps settled purchases apart: read for prices and lead times, without stock and without a journal entry", async () => {
    const history = sumCompanies(({ purchaseHistory }) => purchaseHistory.length);
    expect(history).toBe(2934);
    expect(await count("app.trade_line_face where is_history")).toBe(history);
    expect(await count("app.stock_move m join app.trade t on t.id = m.trade_id and t.is_history")).toBe(0);
    expect(await count("app.journal_entry e join app.trade t on t.id = e.trade_id and t.is_history")).toBe(0);
    expect(await rows("select distinct state from app.delivery_face")).toEqual([{ state: "judged" }]);
  });

  test("opens every company's books with its stock and capital, and nothing stands on the opening balance account", async () => {
    expect(await count("app.journal_entry where kind = 'opening'")).toBe(12);
    expect(await count("app.journal_line where role = 'openingBalance'")).toBe(0);
    expect(await count("app.stock_move where kind = 'opening'")).toBe(
      sumCompanies(({ openingStock }) => openingStock.length),
    );
    const capital = await rows(
      "select count(*)::int n from app.company c where (select -sum(l.amount_yen) from app.journal_line l where l.company_id = c.company_id and l.role = 'capital') = c.capital_yen",
    );
    expect(capital).toEqual([{ n: 12 }]);
  });

  test("leaves nothing broken for doctor to find", async () => {
    await sealAndFold(databases.job);
    const { findings } = await examine(database.job);
    expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
    const looked = findings.filter(({ compared }) => compared > 0).map(({ invariant }) => invariant);
    expect(looked).toEqual(
      expect.arrayContaining([
        "books_balance",
        "stock_value_equals_accounts",
        "balance_equals_moves",
        "faces_agree",
        "chains_fit",
        "audit_is_sealed",
      ]),
    );
  });

  test("gives every company its first plan", async () => {
    expect(await count("app.plan_run where is_current and state = 'done'")).toBe(12);
    expect(await count("app.planned_order")).toBeGreaterThan(0);
  });

  test("is not loaded twice: the same call again changes nothing", async () => {
    const snapshot = () =>
      rows(
        "select (select count(*) from app.audit) audit, (select count(*) from app.item) items, (select count(*) from app.trade) trades, (select count(*) from app.journal_entry) entries",
      );
    const before = await snapshot();
    await loadSamples(databases, samples, () => {});
    expect(await snapshot()).toEqual(before);
  }, 60_000);
});
