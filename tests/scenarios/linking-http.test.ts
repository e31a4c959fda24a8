import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBooks } from "../../server/accounting/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction, newId, type Tx, tell } from "../../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "../support/http.ts";

/** Linking and opening items over HTTP: who may, what is refused in whose language, what is sent twice, and what a third company sees. */
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const first = `${today.slice(0, 7)}-01`;

let server: TestServer;
let maker: Browser;
let makersSales: Browser;
let customer: Browser;
let third: Browser;
let makersCard: string;
let customersCard: string;
let itemId: string;

async function within(browser: Browser, work: (tx: Tx) => Promise<void>): Promise<void> {
  const { rows } = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1 limit 1",
    [browser.userId],
  );
  await inTransaction(server.databases, { token: rows[0]!.token, companyId: browser.companyId }, work);
}
/** Books with a balance brought forward with a partner whose card is made with it. */
async function brought(browser: Browser, name: string, role: string, amountYen: bigint): Promise<string> {
  const id = randomUUID();
  await within(browser, async (tx) => {
    await openBooks(tx, first, 12);
    const card = { company_id: tx.companyId, id, code: "P-1", name, is_customer: true, is_supplier: true };
    await insertAll(tx, "partner", [card]);
    const opening = { kind: "opening", companyId: tx.companyId, eventOn: first, sourceKind: "opening" };
    const lines = [{ role, amountYen, partnerId: id }];
    expect((await tell(tx, [{ ...opening, sourceId: newId(), lines } as never])).ok).toBe(true);
  });
  return id;
}

beforeAll(async () => {
  server = await startTestServer();
  const company = async (code: string, name: string) =>
    server.browserOf(await server.addCompany({ code, name }), "finance", "admin");
  [maker, customer, third] = await Promise.all([
    company("MAKER", "丸山製作所"),
    company("BUYER", "堺組立"),
    company("OTHER", "通りすがり"),
  ]);
  makersSales = await server.browserOf(maker.companyId, "sales");
  makersCard = await brought(maker, "堺組立", "receivable", 10_000n);
  customersCard = await brought(customer, "丸山製作所", "payable", -10_000n);
  for (const one of [maker, customer]) {
    const { warnings: _warnings, ...settings } = (await one.call("GET", "/company")).body;
    const profile = await one.call("PUT", "/company", { body: { ...settings, isPublished: true } });
    expect(profile.status).toBe(200);
  }
});
afterAll(() => server.stop());

const part = (amountYen: string) => [{ kind: "ledger", sourceId: null, amountYen }];
const item = (amountYen: string, more = {}) => ({
  ...{ number: "10月末残高", documentedOn: first, dueOn: today, amountYen, words: "", parts: part(amountYen) },
  ...more,
});
const proposal = (items: unknown[]) => ({ partnerId: makersCard, side: "S", items });
const kindsToldTo = async (browser: Browser) =>
  ((await browser.call("GET", "/notifications")).body.rows as { kind: string; number: string; to: string }[]).map(
    ({ kind, number, to }) => [kind, number, to],
  );

test("a link that is proposed, taken back, declined or accepted is told to the other company, never to the own", async () => {
  const body = { companyId: customer.companyId, partnerId: makersCard, message: "よろしくお願いします" };
  const before = await maker.call("GET", `/opening-sources?partnerId=${makersCard}`);
  expect([before.status, before.body.code]).toEqual([422, "OPENING_PARTNER_NOT_LINKED"]);
  const taken = await maker.call("POST", "/partner-links", { body });
  expect(taken.status).toBe(201);
  expect(await kindsToldTo(customer)).toEqual([["parties.partner_link.proposed", "丸山製作所", "parties/links"]]);
  await maker.call("POST", `/partner-links/${taken.body.id}/withdraw`);
  // What was taken back is no news any more.
  expect(await kindsToldTo(customer)).toEqual([]);
  const declined = await maker.call("POST", "/partner-links", { body });
  const no = { accept: false, partnerId: null };
  await customer.call("POST", `/partner-links/${declined.body.id}/answer`, { body: no });
  expect(await kindsToldTo(maker)).toEqual([["parties.partner_link.declined", "堺組立", "parties/links"]]);
  const link = await maker.call("POST", "/partner-links", { body });
  const yes = { accept: true, partnerId: customersCard };
  expect((await third.call("POST", `/partner-links/${link.body.id}/answer`, { body: yes })).status).toBe(404);
  const accepted = await customer.call("POST", `/partner-links/${link.body.id}/answer`, { body: yes });
  expect(accepted.body.state).toBe("linked");
  expect((await kindsToldTo(maker))[0]).toEqual(["parties.partner_link.linked", "堺組立", "parties/links"]);
  expect(await kindsToldTo(customer)).toEqual([]);
  expect(await kindsToldTo(third)).toEqual([]);
});

test("only who keeps the books proposes; what is typed wrong is named in the reader's language at its field", async () => {
  const refused = await makersSales.call("POST", "/opening-items", { body: proposal([item("1")]) });
  expect([refused.status, refused.body.code]).toEqual([403, "PERMISSION_MISSING"]);
  for (const [items, field, code] of [
    [[item("1", { number: " " })], "items.0.number", "REQUIRED"],
    [[item("1", { dueOn: "2026-02-30" })], "items.0.dueOn", "DATE_INVALID"],
    [[item("1.5")], "items.0.amountYen", "YEN_INVALID"],
    [[item("10001")], "items.0.parts.0.amountYen", "OPENING_PART_ABOVE_OPEN"],
    [[item("6000"), item("6000")], "items.1.parts.0.amountYen", "OPENING_PART_ABOVE_OPEN"],
    [[item("500", { parts: part("400") })], "items.0.parts", "OPENING_PARTS_DIFFER"],
  ] as const) {
    const said = await Promise.all(
      (["ja", "en"] as const).map((locale) =>
        maker.call("POST", "/opening-items", { body: proposal([...items]), locale }),
      ),
    );
    const [ja, en] = said.map(({ status, body }) => {
      expect([400, 422]).toContain(status);
      const at = body.errors.find((one: { field?: string }) => one.field === field);
      expect(at?.code, JSON.stringify(body.errors)).toBe(code);
      return at.detail as string;
    });
    expect(ja).toMatch(/[ぁ-ん]/);
    expect(en).toMatch(/^[^ぁ-ん]+$/);
    expect(`${ja}${en}`).not.toMatch(/\{\{|refusals\./);
  }
  // Nothing was left behind by a refused proposal of two.
  expect((await maker.call("GET", "/opening-items")).body.rows).toEqual([]);
});

test("sent twice with one key it is proposed once; the other side hears of it, a third finds nothing", async () => {
  const key = randomUUID();
  const sent = [1, 2].map(() => maker.call("POST", "/opening-items", { key, body: proposal([item("4000")]) }));
  const [one, two] = [await sent[0]!, await sent[1]!];
  const again = await maker.call("POST", "/opening-items", { key, body: proposal([item("4000")]) });
  itemId = again.body.ids[0];
  expect(again.status).toBe(201);
  for (const each of [one, two]) if (each!.status === 201) expect(each!.body.ids).toEqual([itemId]);
  expect((await maker.call("GET", "/opening-items")).body.rows.length).toBe(1);
  expect((await kindsToldTo(customer))[0]).toEqual([
    "accounting.opening_item.proposed",
    "10月末残高",
    `accounting/opening-items/${itemId}`,
  ]);
  const body = { round: 1, parts: part("4000") };
  for (const [method, path, sentBody] of [
    ["GET", "", undefined],
    ["POST", "/agree", body],
    ["POST", "/dispute", { round: 1, amountYen: "1", words: "" }],
    ["POST", "/repropose", { ...body, dueOn: today, amountYen: "4000", words: "" }],
    ["POST", "/withdraw", undefined],
  ] as const) {
    const answer = await third.call(method, `/opening-items/${itemId}${path}`, { body: sentBody });
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, "NOT_FOUND"]);
  }
  expect((await third.call("GET", `/exchanged-papers/${itemId}?partnerId=${makersCard}`)).status).toBe(404);
});

test("answered once, whoever sends it again: disputed, proposed anew, agreed, each told to the other", async () => {
  const at = (path: string) => `/opening-items/${itemId}${path}`;
  const own = await maker.call("POST", at("/agree"), { body: { round: 1, parts: part("4000") } });
  expect(own.body.code).toBe("OPENING_ITEM_NOT_YOURS");
  const empty = await customer.call("POST", at("/dispute"), { body: { round: 1, amountYen: null, words: "" } });
  expect(empty.body.errors).toMatchObject([{ code: "OPENING_DIFFERENCE_NEEDED", field: "words" }]);
  await customer.call("POST", at("/dispute"), { body: { round: 1, amountYen: "3900", words: "値引" } });
  expect((await kindsToldTo(maker))[0]![0]).toBe("accounting.opening_item.differs");
  const anew = { round: 1, dueOn: today, amountYen: "3900", words: "", parts: part("3900") };
  await maker.call("POST", at("/repropose"), { body: anew });
  const late = await customer.call("POST", at("/agree"), { body: { round: 1, parts: part("4000") } });
  expect(late.body.code).toBe("OPENING_ITEM_CHANGED");
  const key = randomUUID();
  const agree = () => customer.call("POST", at("/agree"), { key, body: { round: 2, parts: part("3900") } });
  const done = await agree();
  expect([done.status, done.body.state]).toEqual([200, "agreed"]);
  expect((await agree()).body).toEqual(done.body);
  expect((await kindsToldTo(maker))[0]![0]).toBe("accounting.opening_item.agreed");
  const unkeyed = await customer.call("POST", at("/agree"), { body: { round: 2, parts: part("3900") } });
  expect(unkeyed.body.code).toBe("OPENING_ITEM_AGREED");
  const list = await customer.call("GET", "/opening-items?state=agreed&side=B");
  expect(list.body.rows).toMatchObject([{ id: itemId, amountYen: "3900", isMine: false }]);
});
