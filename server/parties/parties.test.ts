import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";

let server: TestServer;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  server = await startTestServer();
  mine = await server.browserOf(await server.addCompany({ code: "A", name: "丸山製作所" }), "president");
  theirs = await server.browserOf(await server.addCompany({ code: "B", name: "川上熱処理" }), "president");
});
afterAll(() => server.stop());

const partner = {
  code: "C0001",
  name: "髙橋製作所㈱",
  nameEn: "Takahashi Works",
  kana: "タカハシセイサクショ",
  isCustomer: true,
  isSupplier: false,
  registrationNumber: "T4011001098993" as string | null,
  corporateNumber: "4011001098993" as string | null,
  taxStatus: "registered",
  capitalYen: "10000000",
  employeeCount: 45,
  postalCode: "395-0001",
  address: "長野県飯田市",
  phone: "",
  email: "",
  contactName: "佐藤",
  closingDay: 20,
  paymentMonthOffset: 1,
  paymentDay: 31,
  holidayShift: "next",
  paymentKind: "transfer",
  taxRounding: "down",
  creditLimitYen: "999999999999999",
  note: "",
  isActive: true,
  sites: [{ code: "H", name: "本社", postalCode: "", address: "飯田市", phone: "" }],
  bankAccounts: [
    { bankCode: "0143", branchCode: "001", accountKind: "ordinary", accountNumber: "1234567", holderKana: "ｶ)ﾀｶﾊｼ" },
  ],
};
const { sites: _sites, bankAccounts: _bankAccounts, ...head } = partner;

function upload(browser: Browser, url: string, text: string) {
  const payload = `--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${text}\r\n--edge--\r\n`;
  return browser.call("POST", url, {
    body: Buffer.from(payload),
    headers: { "content-type": "multipart/form-data; boundary=edge" },
  });
}

describe("a partner", () => {
  test("is kept with its terms, sites and accounts, exactly", async () => {
    const made = await mine.call("POST", "/partners", { body: partner });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...partner, version: 1, linkedCompanyId: null, warnings: [] });
  });
  test("is found by two characters of name or reading, and by one of its code", async () => {
    const find = async (search: string) =>
      (await mine.call("GET", `/partners?search=${encodeURIComponent(search)}`)).body.rows.length;
    for (const search of ["製作", "タカ", "高橋", "takahashi", "Ｔａｋａ", "0001"]) {
      expect([search, await find(search)]).toEqual([search, search === "高橋" ? 0 : 1]);
    }
    expect(await find("1")).toBe(1);
    expect((await theirs.call("GET", "/partners?search=製作")).body.rows).toEqual([]);
  });
  const wrong = [
    {
      what: "a registration number of the wrong form",
      change: { registrationNumber: "T123" },
      code: "REGISTRATION_NUMBER_FORMAT",
      field: "registrationNumber",
    },
    {
      what: "a corporate number with a slip",
      change: { corporateNumber: "1234567890123" },
      code: "CORPORATE_NUMBER_CHECK_DIGIT",
      field: "corporateNumber",
    },
    {
      what: "neither customer nor supplier",
      change: { isCustomer: false },
      code: "PARTNER_WITHOUT_ROLE",
      field: "isCustomer",
    },
    {
      what: "a bank code of three digits",
      change: { bankAccounts: [{ ...partner.bankAccounts[0]!, bankCode: "143" }] },
      code: "BANK_CODE_INVALID",
      field: "bankAccounts.0.bankCode",
    },
    {
      what: "two sites with one code",
      change: { sites: [...partner.sites, ...partner.sites] },
      code: "SITE_CODE_TWICE",
      field: "sites.1.code",
    },
    { what: "a closing day after the 31st", change: { closingDay: 32 }, code: "TOO_BIG", field: "closingDay" },
  ];
  test.each(wrong)("with $what is refused there", async ({ change, code, field }) => {
    const answer = await mine.call("POST", "/partners", { body: { ...partner, code: "X", ...change } });
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, field }));
  });
  test("with a wrong check digit in its registration number is kept, with a warning", async () => {
    const body = { ...partner, code: "C0002", registrationNumber: "T1234567890123", corporateNumber: null };
    expect((await mine.call("POST", "/partners", { body })).body.warnings).toEqual([
      { code: "REGISTRATION_NUMBER_CHECK_DIGIT", field: "registrationNumber" },
    ]);
  });
  test("with a code there already is refused", async () => {
    expect(await mine.call("POST", "/partners", { body: partner })).toMatchObject({
      status: 409,
      body: { code: "DUPLICATE" },
    });
  });
  test("changed by another in the meantime is not overwritten, and another company's is not there", async () => {
    const [{ id }] = (await mine.call("GET", "/partners?search=C0001")).body.rows;
    const body = { ...partner, name: "髙橋製作所株式会社", sites: [], version: 1 };
    expect((await mine.call("PUT", `/partners/${id}`, { body })).body).toMatchObject({ version: 2, sites: [] });
    expect(await mine.call("PUT", `/partners/${id}`, { body })).toMatchObject({
      status: 409,
      body: { code: "STALE_VERSION" },
    });
    expect((await theirs.call("GET", `/partners/${id}`)).status).toBe(404);
    expect((await theirs.call("PUT", `/partners/${id}`, { body })).status).toBe(404);
  });
  test("list goes on page by page, by reading, without gap or repetition", async () => {
    for (let index = 0; index < 7; index += 1) {
      await mine.call("POST", "/partners", {
        body: { ...partner, code: `L${index}`, kana: "ア", sites: [], bankAccounts: [] },
      });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await mine.call("GET", `/partners?limit=3${cursor ? `&cursor=${cursor}` : ""}`);
      expect(page.body.totalCount).toBe(9);
      seen.push(...page.body.rows.map((row: { code: string }) => row.code));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
  });
});

describe("files of partners", () => {
  test("a hand-made sheet is imported, twice changes nothing, and the export fits the import", async () => {
    const text =
      'コード,名称,得意先,仕入先,締め日,資本金\r\nS1,鈴木熱処理,,○,20,"3,000,000"\r\nS2,田中商店,○,,末日,\r\n';
    const bad = await upload(mine, "/partners/import", text);
    expect(bad.body).toMatchObject({ isAccepted: false, problems: [{ line: 3, column: "締め日", cell: "末日" }] });
    const good = text.replace("末日", "31");
    expect((await upload(mine, "/partners/import", good)).body).toMatchObject({ isAccepted: true, inserted: 2 });
    expect((await upload(mine, "/partners/import", good)).body).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 2,
    });
    const file = (await mine.call("GET", "/partners/export?format=csv")).body as string;
    expect((await upload(mine, "/partners/import/preview", file)).body).toMatchObject({
      problemCount: 0,
      inserted: 0,
      updated: 0,
    });
    const accounts = (await mine.call("GET", "/partner-bank-accounts/export?format=csv")).body as string;
    expect((await upload(mine, "/partner-bank-accounts/import", accounts)).body).toMatchObject({
      problemCount: 0,
      updated: 0,
    });
  });
  test("a column that is not in the file keeps what is stored", async () => {
    expect((await upload(mine, "/partners/import", "取引先コード,取引先名\r\nC0001,髙橋\r\n")).body).toMatchObject({
      updated: 1,
    });
    const [{ id }] = (await mine.call("GET", "/partners?search=C0001")).body.rows;
    expect((await mine.call("GET", `/partners/${id}`)).body).toMatchObject({
      name: "髙橋",
      closingDay: 20,
      contactName: "佐藤",
    });
  });
  test("unknown partners and wrong numbers are told by line", async () => {
    const header = "取引先コード,銀行コード,支店コード,預金種目,口座番号,口座名義カナ";
    const accounts = await upload(mine, "/partner-bank-accounts/import", `${header}\r\nZZ,143,001,普通,1,ｱ\r\n`);
    expect(accounts.body.problems).toMatchObject([
      { line: 2, code: "PARTNER_UNKNOWN" },
      { line: 2, code: "BANK_CODE_INVALID" },
    ]);
    const partners = await upload(mine, "/partners/import", "取引先コード,取引先名,得意先,登録番号\r\nQ,甲,○,T12\r\n");
    expect(partners.body.problems).toMatchObject([{ line: 2, code: "REGISTRATION_NUMBER_FORMAT", cell: "T12" }]);
  });
  test("a change by import reaches what is searched", async () => {
    await upload(mine, "/partners/import", "取引先コード,取引先名\r\nS2,桜井商店\r\n");
    const find = async (search: string) => (await mine.call("GET", `/partners?search=${search}`)).body.rows.length;
    expect([await find("桜井"), await find("田中")]).toEqual([1, 0]);
  });
});

describe("a link between two companies", () => {
  const cardOf = async (browser: Browser, code: string) =>
    (await browser.call("POST", "/partners", { body: { ...head, code, sites: [], bankAccounts: [] } })).body
      .id as string;
  test("is proposed to a company that publishes itself, and answered there with a card of its own", async () => {
    const card = await cardOf(mine, "LINK");
    const companyId = theirs.companyId;
    expect((await mine.call("GET", "/company-profiles?search=川上")).body.rows).toEqual([]);
    const hidden = await mine.call("POST", "/partner-links", { body: { companyId, partnerId: card, message: "" } });
    expect(hidden.body).toMatchObject({ code: "COMPANY_NOT_FOUND" });
    const admin = new pg.Client(server.db.admin);
    await admin.connect();
    await admin.query("update app.company set published = true");
    await admin.end();
    expect((await mine.call("GET", "/company-profiles?search=川上")).body.rows).toMatchObject([
      { companyId, name: "川上熱処理" },
    ]);

    const body = { companyId, partnerId: card, message: "よろしくお願いします" };
    const proposed = await mine.call("POST", "/partner-links", { body });
    expect(proposed.body).toMatchObject({ state: "proposed", direction: "sent", partnerCode: "LINK" });
    expect(await mine.call("POST", "/partner-links", { body })).toMatchObject({
      status: 409,
      body: { code: "LINK_EXISTS" },
    });

    const [received] = (await theirs.call("GET", "/partner-links")).body.rows;
    expect(received).toMatchObject({
      direction: "received",
      otherName: "丸山製作所",
      partnerId: null,
      message: body.message,
    });
    const url = `/partner-links/${received.id}/answer`;
    expect((await mine.call("POST", url, { body: { accept: true, partnerId: card } })).status).toBe(404);
    expect((await theirs.call("POST", url, { body: { accept: true, partnerId: card } })).body).toMatchObject({
      code: "PARTNER_UNKNOWN",
    });
    const own = await cardOf(theirs, "M");
    expect((await theirs.call("POST", url, { body: { accept: true, partnerId: own } })).body).toMatchObject({
      state: "linked",
    });
    expect((await mine.call("GET", `/partners/${card}`)).body).toMatchObject({ linkedCompanyId: companyId });
    expect((await theirs.call("GET", `/partners/${own}`)).body).toMatchObject({ linkedCompanyId: mine.companyId });
    expect(await theirs.call("POST", url, { body: { accept: false, partnerId: null } })).toMatchObject({
      status: 409,
      body: { code: "LINK_ANSWERED" },
    });
  });
  test("can be taken back while unanswered, by the side that proposed it", async () => {
    const third = await server.browserOf(await server.addCompany({ code: "D", name: "第三工業" }), "president");
    const card = await cardOf(third, "M");
    const body = { companyId: mine.companyId, partnerId: card, message: "" };
    const { id } = (await third.call("POST", "/partner-links", { body })).body;
    expect((await mine.call("POST", `/partner-links/${id}/withdraw`)).status).toBe(404);
    expect((await third.call("POST", `/partner-links/${id}/withdraw`)).body).toMatchObject({ state: "withdrawn" });
    expect((await third.call("POST", "/partner-links", { body })).status).toBe(201);
  });
});

describe("a partner's questions for dates", () => {
  test("are not answered until the company says so; how many may be held is its own to say", async () => {
    const other = await server.browserOf(await server.addCompany({ code: "DATES", name: "納期製作所" }), "president");
    const made = await other.call("POST", "/partners", { body: { ...partner, code: "DATES" } });
    expect(made.body).toMatchObject({ answersDates: false, promiseLimit: 10 });
    const changed = { ...partner, code: "DATES", answersDates: true, promiseLimit: 3, version: 1 };
    const saved = await other.call("PUT", `/partners/${made.body.id}`, { body: changed });
    expect(saved.body).toMatchObject({ answersDates: true, promiseLimit: 3 });
    const file = (await other.call("GET", "/partners/export?format=csv")).body as string;
    const again = (await upload(other, "/partners/import/preview", file)).body;
    expect([again.problemCount, again.inserted, again.updated]).toEqual([0, 0, 0]);
    expect(
      (await upload(other, "/partners/import", "取引先コード,取引先名,得意先\r\nNEW-D,新しい先,○\r\n")).body,
    ).toMatchObject({
      isAccepted: true,
    });
    const [found] = (await other.call("GET", "/partners?search=新しい先")).body.rows;
    expect((await other.call("GET", `/partners/${found.id}`)).body).toMatchObject({
      answersDates: false,
      promiseLimit: 10,
    });
    const wrong = { ...changed, version: 2, promiseLimit: 1001 };
    expect((await other.call("PUT", `/partners/${made.body.id}`, { body: wrong })).status).toBe(400);
  });
});
