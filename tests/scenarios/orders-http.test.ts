import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBooks } from "../../server/accounting/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction } from "../../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "../support/http.ts";
import { plantItems, plantPlaces } from "../support/world.ts";

let server: TestServer;
let maker: Browser;
let buyer: Browser;
const ids = {
  makerCompany: "",
  buyerCompany: "",
  supplierCard: "",
  customerCard: "",
  outside: "",
  shaft: "",
  bought: "",
};

beforeAll(async () => {
  server = await startTestServer();
  ids.makerCompany = await server.addCompany({ code: "MAKER", name: "丸山製作所" });
  ids.buyerCompany = await server.addCompany({ code: "BUYER", name: "堺組立" });
  maker = await server.browserOf(ids.makerCompany, "president", "sales", "warehouse", "admin");
  buyer = await server.browserOf(ids.buyerCompany, "president", "purchasing", "warehouse", "admin");
  await as(maker, async (tx) => {
    ids.shaft = Object.values(await plantItems(tx, [{ code: "SHAFT-1", name: "軸 二十番", sales_price: "1300" }]))[0]!;
    await plantPlaces(tx);
    ids.customerCard = await card(tx, "C-SAKAI", "堺組立");
    ids.outside = await card(tx, "C-OUT", "外山商店");
  });
  await as(buyer, async (tx) => {
    ids.bought = Object.values(
      await plantItems(tx, [{ code: "K-SHAFT", name: "軸", category: "part", supply: "buy" }]),
    )[0]!;
    await plantPlaces(tx);
    ids.supplierCard = await card(tx, "S-MARU", "丸山製作所");
  });
  for (const browser of [maker, buyer]) await as(browser, (tx) => openBooks(tx, "2026-01-01", 12));
  await link(ids.customerCard, ids.buyerCompany);
  await link(ids.supplierCard, ids.makerCompany);
});
afterAll(() => server.stop());

type Work = Parameters<typeof inTransaction>[2];
async function as(browser: Browser, work: Work): Promise<void> {
  const session = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1 limit 1",
    [browser.userId],
  );
  const acting = { token: session.rows[0]!.token, companyId: browser.companyId };
  await inTransaction(server.databases, acting, work);
}
async function card(tx: Parameters<Work>[0], code: string, name: string): Promise<string> {
  const id = randomUUID();
  await insertAll(tx, "partner", [{ company_id: tx.companyId, id, code, name, is_customer: true, is_supplier: true }]);
  return id;
}
async function link(partnerId: string, companyId: string): Promise<void> {
  const { default: pg } = await import("pg");
  const admin = new pg.Client(server.db.admin);
  await admin.connect();
  await admin.query("update app.partner set linked_company_id = $1, linked_on = current_date where id = $2", [
    companyId,
    partnerId,
  ]);
  await admin.end();
}

const terms = (items: unknown[]) => ({
  items,
  payment: {
    closingDay: 31,
    paymentMonthOffset: 1,
    paymentDay: 31,
    holidayShift: "next",
    holidayShiftAgreedInWriting: true,
    closingCountsBy: "receipt",
  },
  paymentKinds: ["transfer"],
  deliveryTerms: "",
  bookedAt: "acceptance",
  defaultAcceptanceDays: null,
  isOneStep: false,
  tolerance: { overPercent: "0", underPercent: "0" },
  inspection: "full",
  invoiceIssuer: "seller",
  acknowledgedAfterDays: null,
  invoicing: "by_closing",
  taxRounding: "down",
  amountRounding: "down",
  suppliedMaterial: "none",
  lossBorneBy: "seller",
  standing: null,
  milestonesShown: [],
});
const item = (unitPrice: string) => ({
  code: "SHAFT-1",
  buyerCode: "K-SHAFT",
  sellerCode: "SHAFT-1",
  nameJa: "軸",
  nameEn: "Shaft",
  unit: "個",
  buyerFactor: "1",
  sellerFactor: "1",
  leadTimeDays: 3,
  taxCategory: "taxable_10",
  form: "goods",
  prices: [
    { validFrom: "2026-01-01", validTo: null, fromQuantity: "0", unitPrice, isProvisional: false },
    { validFrom: "2026-01-01", validTo: null, fromQuantity: "100", unitPrice: "1000", isProvisional: false },
  ],
  standingQuantity: "50",
  minimumQuantity: null,
});

describe("an agreement over the API", () => {
  let agreementId: string;
  test("proposed by the maker, it is nothing yet; answered by the buyer, orders may follow", async () => {
    const draft = await maker.call("POST", "/agreement-drafts", {
      body: {
        partnerId: ids.customerCard,
        mySide: "seller",
        previousId: null,
        name: "基本契約",
        validFrom: "2026-01-01",
        terms: terms([item("1200")]),
      },
    });
    expect(draft.status).toBe(201);
    const proposed = await maker.call("POST", `/agreement-drafts/${draft.body.id}/propose`, {
      body: { version: draft.body.version },
    });
    expect(proposed.body).toMatchObject({ state: "proposed" });
    agreementId = proposed.body.agreementId;
    const own = await maker.call("POST", `/agreements/${agreementId}/answer`, {
      body: { accept: true, partnerId: ids.customerCard, items: [] },
    });
    expect(own.status).toBe(403);
    const seen = await buyer.call("GET", `/agreements/${agreementId}`);
    expect(seen.body).toMatchObject({
      mySide: "buyer",
      moves: ["accept", "decline"],
      partnerName: "丸山製作所",
      unmappedCount: 1,
      items: [{ code: "SHAFT-1", suggestedItemId: ids.bought, prices: [{ unitPrice: "1200" }, { unitPrice: "1000" }] }],
    });
    const answered = await buyer.call("POST", `/agreements/${agreementId}/answer`, {
      body: { accept: true, partnerId: ids.supplierCard, items: [{ lineNumber: 1, itemId: ids.bought, factor: "1" }] },
    });
    expect(answered.body).toEqual({ state: "active" });
    const list = await buyer.call("GET", "/agreements?side=buyer");
    expect(list.body.rows).toMatchObject([{ id: agreementId, state: "active", unmappedCount: 0 }]);
    const price = await buyer.call(
      "GET",
      `/agreements/${agreementId}/price?itemCode=SHAFT-1&quantity=20&date=2026-06-01`,
    );
    expect(price.body).toMatchObject({ unitPrice: "1200", nextBreak: { fromQuantity: "100", unitPrice: "1000" } });
  });

  test("a new version holds from its first day; the one before until then", async () => {
    const next = await maker.call("POST", "/agreement-drafts", {
      body: {
        partnerId: ids.customerCard,
        mySide: "seller",
        previousId: agreementId,
        name: "基本契約",
        validFrom: "2099-01-01",
        terms: terms([item("1400")]),
      },
    });
    const proposed = await maker.call("POST", `/agreement-drafts/${next.body.id}/propose`, { body: { version: 1 } });
    await buyer.call("POST", `/agreements/${proposed.body.agreementId}/answer`, {
      body: { accept: true, partnerId: ids.supplierCard, items: [{ lineNumber: 1, itemId: ids.bought, factor: "1" }] },
    });
    const before = await buyer.call("GET", `/agreements/${agreementId}`);
    expect(before.body).toMatchObject({
      state: "active",
      endedOn: "2099-01-01",
      versions: [{ versionNumber: 2 }, { versionNumber: 1 }],
    });
  });
});

describe("a purchase order over the API", () => {
  const body = (lines: object[], more: object = {}) => ({
    partnerId: ids.supplierCard,
    orderedOn: "2026-11-24",
    validUntil: null,
    outsideNumber: "",
    title: "",
    deliverTo: "",
    form: "goods",
    lines: lines.map((line) => ({
      item: "",
      description: "",
      quantity: "",
      unit: "",
      unitPrice: "",
      wantedOn: "",
      ...line,
    })),
    ...more,
  });
  let tradeId: string;

  test("the preview says each price with its reason, what is wrong at its cell, and the total with tax", async () => {
    const preview = await buyer.call("POST", "/purchase-drafts/preview", {
      body: {
        kind: "purchase_order",
        body: body([
          { item: "K-SHAFT", quantity: "100", wantedOn: "2026-12-10" },
          {},
          { item: "NOTHING", quantity: "1", wantedOn: "2026-12-10" },
          { item: "K-SHAFT", quantity: "x", wantedOn: "" },
        ]),
      },
    });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      isShared: true,
      partnerName: "丸山製作所",
      netYen: "100000",
      taxYen: "10000",
    });
    expect(preview.body.lines[0]).toMatchObject({
      index: 0,
      unitPrice: "1000",
      priceReason: { source: "agreement", fromQuantity: "100" },
      isStanding: false,
      reasons: [{ code: "QUANTITY_ABOVE_STANDING", field: "lines.0.quantity" }],
    });
    expect(preview.body.lines[1].refusals).toMatchObject([{ code: "ITEM_UNKNOWN", field: "lines.2.item" }]);
    expect(preview.body.lines[2].refusals.map((one: { code: string }) => one.code)).toEqual([
      "QUANTITY_INVALID",
      "REQUIRED",
    ]);
  });

  test("two people at one draft: the second is told; sent twice it is one order", async () => {
    const draft = await buyer.call("POST", "/purchase-drafts", {
      body: { kind: "purchase_order", body: body([{ item: "K-SHAFT", quantity: "20", wantedOn: "2026-12-10" }]) },
    });
    const save = () =>
      buyer.call("PUT", `/purchase-drafts/${draft.body.id}`, {
        body: { version: 1, body: body([{ item: "K-SHAFT", quantity: "25", wantedOn: "2026-12-10" }]) },
      });
    expect((await save()).body).toEqual({ version: 2 });
    const second = await save();
    expect([second.status, second.body.code]).toEqual([409, "STALE_VERSION"]);
    const send = () =>
      buyer.call("POST", `/purchase-drafts/${draft.body.id}/send`, { body: { version: 2 }, key: "the-same-press" });
    const [first, again] = [await send(), await send()];
    expect(first.body).toMatchObject({ state: "confirmed" });
    expect(again.body).toEqual(first.body);
    tradeId = first.body.tradeId;
    const mine = await buyer.call("GET", "/trades?side=B");
    expect(mine.body.rows).toHaveLength(1);
    const theirs = await maker.call("GET", "/trades?side=S&search=堺組");
    expect(theirs.body.rows).toMatchObject([{ id: tradeId, partnerName: "堺組立", totalYen: "30000" }]);
    expect((await maker.call("GET", "/trades?side=S&search=二十")).body.rows).toHaveLength(1);
    expect((await maker.call("GET", "/trades?side=S&search=無関")).body.rows).toHaveLength(0);
  });

  test("each side reads its own face with its own moves, papers and records", async () => {
    const seen = await maker.call("GET", `/trades/${tradeId}`);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      side: "S",
      isOutside: false,
      taxYen: "3000",
      lines: [{ moves: [], state: "confirmed" }],
    });
    const lines = await buyer.call("GET", "/trade-lines?side=B&show=open");
    expect(lines.body.rows).toMatchObject([{ tradeId, code: "SHAFT-1", quantity: "25" }]);
    const wrong = await maker.call("POST", `/purchase-orders/${tradeId}/lines/move`, {
      body: { lines: [{ lineNumber: 1, seen: "confirmed", to: "cancelled" }] },
    });
    expect(wrong.status).toBe(404);
    const other = await buyer.call("POST", `/sales-orders/${tradeId}/lines/move`, {
      body: { lines: [{ lineNumber: 1, seen: "confirmed", to: "cancelled" }] },
    });
    expect(other.status).toBe(404);
  });
});

describe("a customer without an account", () => {
  test("a link shows one order, takes one answer, and nothing after it was withdrawn", async () => {
    const draft = await maker.call("POST", "/sales-drafts", {
      body: {
        kind: "sales_order",
        body: {
          partnerId: ids.outside,
          orderedOn: "2026-11-24",
          validUntil: null,
          outsideNumber: "T-1",
          title: "",
          deliverTo: "",
          form: "goods",
          lines: [{ item: "SHAFT-1", description: "", quantity: "3", unit: "", unitPrice: "", wantedOn: "2026-12-10" }],
        },
      },
    });
    const sent = await maker.call("POST", `/sales-drafts/${draft.body.id}/send`, {
      body: { version: 1, isConfirmed: true },
    });
    expect(sent.body).toMatchObject({ state: "confirmed" });
    const link = await maker.call("POST", `/sales-orders/${sent.body.tradeId}/links`, { body: { days: 7 } });
    expect(link.status).toBe(201);
    const open = () => server.app.inject({ url: `/api/v1/partner-page?token=${link.body.token}` });
    expect((await open()).json()).toMatchObject({
      company: "丸山製作所",
      outsideNumber: "T-1",
      lines: [{ amountYen: "3900" }],
    });
    const answer = () =>
      server.app.inject({
        method: "POST",
        url: "/api/v1/partner-page/answer",
        headers: { "sec-fetch-site": "same-origin" },
        payload: { token: link.body.token, kind: "accepts", promisedOn: null, name: "外山", words: "承知しました" },
      });
    expect((await answer()).json()).toEqual({ taken: true });
    expect((await answer()).statusCode).toBe(404);
    await maker.call("POST", `/sales-orders/${sent.body.tradeId}/links/${link.body.id}/withdraw`);
    expect((await open()).statusCode).toBe(404);
    const seen = await maker.call("GET", `/trades/${sent.body.tradeId}`);
    expect(seen.body.pages).toMatchObject([{ withdrawn: true }]);
  });
});

describe("orders from a file", () => {
  const csv = [
    "客先注文番号,行番号,得意先コード,注文日,品目コード,数量,単価,納期",
    "F-1,1,C-OUT,2026-11-24,SHAFT-1,5,,2026-12-20",
    "F-1,2,C-OUT,2026-11-24,SHAFT-1,7,1250,2026-12-21",
    "F-2,1,C-OUT,2026-11-24,SHAFT-1,9,,2026-12-22",
  ].join("\r\n");
  const upload = (path: string, text: string) => {
    const boundary = "----musubi";
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="orders.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return server.app.inject({
      method: "POST",
      url: `/api/v1${path}`,
      headers: {
        cookie: maker.cookie,
        "musubi-company": maker.companyId,
        "sec-fetch-site": "same-origin",
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
  };
  test("rows of one number become one order; a second import changes nothing; a changed row is refused", async () => {
    const first = (await upload("/sales-orders/import", csv)).json();
    expect(first).toMatchObject({ isAccepted: true, inserted: 3, unchanged: 0 });
    const again = (await upload("/sales-orders/import", csv)).json();
    expect(again).toMatchObject({ isAccepted: true, inserted: 0, unchanged: 3 });
    const changed = (
      await upload(
        "/sales-orders/import",
        csv.replace("F-2,1,C-OUT,2026-11-24,SHAFT-1,9", "F-2,1,C-OUT,2026-11-24,SHAFT-1,8"),
      )
    ).json();
    expect(changed).toMatchObject({ isAccepted: false, problems: [{ line: 4, code: "ORDER_DIFFERS" }] });
    const wrong = (
      await upload("/sales-orders/import/preview", csv.replaceAll("F-", "G-").replace("SHAFT-1,9", "HAFT,9"))
    ).json();
    expect(wrong.problems).toMatchObject([{ line: 4, code: "ITEM_UNKNOWN", cell: "HAFT" }]);
    expect(wrong.problems[0].text).toContain("HAFT");
    const orders = await maker.call("GET", "/trades?side=S&search=F-");
    expect(orders.body.rows).toHaveLength(2);
  });
  test("what was exported imports as unchanged", async () => {
    const file = await maker.call("GET", "/sales-orders/export?format=csv");
    const own = String(file.body)
      .replace("\ufeff", "")
      .split("\r\n")
      .filter((line) => !line.includes("C-SAKAI"))
      .join("\r\n");
    expect((await upload("/sales-orders/import/preview", own)).json()).toMatchObject({
      isAccepted: true,
      inserted: 0,
      problems: [],
    });
  });
});

describe("purchase requests", () => {
  test("asked, approved, combined into a draft of an order", async () => {
    const ask = (quantity: string) =>
      buyer.call("POST", "/purchase-requests", {
        body: {
          title: "補充",
          reason: "",
          lines: [
            {
              item: "K-SHAFT",
              description: "",
              quantity,
              unit: "",
              wantedOn: "2026-12-20",
              partnerId: ids.supplierCard,
            },
          ],
        },
      });
    const [one, two] = [await ask("10"), await ask("5")];
    const early = await buyer.call("POST", "/purchase-requests/order", {
      body: { requests: [{ id: one.body.id, version: 1 }] },
    });
    expect(early.body.code).toBe("REQUEST_NOT_APPROVED");
    for (const request of [one, two]) {
      const approved = await buyer.call("POST", `/purchase-requests/${request.body.id}/approve`, {
        body: { version: 1 },
      });
      expect(approved.body).toEqual({ version: 2 });
    }
    const ordered = await buyer.call("POST", "/purchase-requests/order", {
      body: { requests: [one, two].map((request) => ({ id: request.body.id, version: 2 })) },
    });
    expect(ordered.body.drafts).toMatchObject([{ partnerName: "丸山製作所", lineCount: 1 }]);
    const draft = await buyer.call("GET", `/purchase-drafts/${ordered.body.drafts[0].id}`);
    expect(draft.body.body.lines).toMatchObject([{ item: "K-SHAFT", quantity: "15" }]);
  });
});
