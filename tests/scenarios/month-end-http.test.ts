import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, decimal, firstDayOfMonth, lastDayOfMonth } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction, newId, tell } from "../../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "../support/http.ts";
import { plantItems, plantPlaces } from "../support/world.ts";

/** The last evening of a month, as one finance leader does it over HTTP. The month is the one before today's, because only a month that is over closes. */
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const first = firstDayOfMonth(addMonths(firstDayOfMonth(today), -1));
const last = lastDayOfMonth(first);
const month = first.slice(0, 7);
const day = addDays(first, 9);

let server: TestServer;
let keiri: Browser;
let other: Browser;
let customer: string;
let tradeId: string;
let deliveryId: string;
let invoiceId: string;
let paymentId: string;

beforeAll(async () => {
  server = await startTestServer();
  const companyId = await server.addCompany({ code: "MAKER", name: "丸山製作所" });
  keiri = await server.browserOf(companyId, "finance", "sales", "warehouse", "admin");
  other = await server.browserOf(await server.addCompany({ code: "OTHER", name: "通りすがり" }), "finance");
  const session = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1 limit 1",
    [keiri.userId],
  );
  const acting = { token: session.rows[0]!.token, companyId };
  await inTransaction(server.databases, acting, async (tx) => {
    await openBooks(tx, first, 12);
    const itemId = Object.values(await plantItems(tx, [{ code: "SHAFT-1", name: "軸", sales_price: "1300" }]))[0]!;
    const places = await plantPlaces(tx);
    const end = (placeId: string, placeKind: "opening" | "storage") => ({
      companyId,
      itemId,
      accountRole: "finishedGoods" as const,
      placeId,
      placeKind,
      quantity: decimal(100),
    });
    await moveStock(tx, [
      {
        id: newId(),
        kind: "opening",
        movedOn: first,
        from: end(places["opening"]!, "opening"),
        to: end(places["storage"]!, "storage"),
        valueInYen: 70000n,
      },
    ]);
    const opening = { kind: "opening", companyId, eventOn: first, sourceKind: "opening", sourceId: newId() };
    await tell(tx, [{ ...opening, lines: [{ role: "finishedGoods", amountYen: 70000n }] } as never]);
    customer = randomUUID();
    const card = { company_id: companyId, id: customer, code: "C-OUT", name: "外山商店", kana: "トヤマショウテン" };
    await insertAll(tx, "partner", [{ ...card, is_customer: true }]);
  });
});
afterAll(() => server.stop());

const findings = async () => {
  const answer = await keiri.call("GET", `/periods/${month}/findings`);
  return answer.body.findings as { code: string; severity: string; to: string | null }[];
};
const codes = async () => (await findings()).map((one) => one.code);

/** The refusal that stands at a field. */
const at = (errors: readonly { field?: string; code: string; detail: string }[], field: string) =>
  errors.find((one) => one.field === field);

test("a delivery nobody accepted is the first thing the checklist shows, with the page that helps", async () => {
  const draft = await keiri.call("POST", "/sales-drafts", {
    body: {
      kind: "sales_order",
      body: {
        partnerId: customer,
        orderedOn: first,
        validUntil: null,
        outsideNumber: "T-1",
        title: "",
        deliverTo: "",
        form: "goods",
        lines: [{ item: "SHAFT-1", description: "", quantity: "10", unit: "", unitPrice: "", wantedOn: day }],
      },
    },
  });
  const sent = await keiri.call("POST", `/sales-drafts/${draft.body.id}/send`, {
    body: { version: 1, isConfirmed: true },
  });
  tradeId = sent.body.tradeId;
  const shipped = await keiri.call("POST", "/shipments", {
    body: { shippedOn: day, lines: [{ tradeId, lineNumber: 1, quantity: "10" }] },
  });
  expect(shipped.status).toBe(201);
  deliveryId = shipped.body.deliveryId;
  const found = await findings();
  expect(found.find((one) => one.code === "DELIVERIES_NOT_ACCEPTED")).toMatchObject({
    severity: "warns",
    to: "sales/deliveries",
  });
});

test("accepted, it waits for its invoice; the closing run shows it and issues it", async () => {
  await keiri.call("POST", `/outgoing-deliveries/${deliveryId}/receive`, { body: { receivedOn: day } });
  await keiri.call("POST", `/outgoing-deliveries/${deliveryId}/judge`, {
    body: { judgedOn: day, lines: [{ lineNumber: 1, accepted: "10" }] },
  });
  expect(await codes()).toContain("CLOSINGS_NOT_INVOICED");
  const run = await keiri.call("GET", `/invoice-run?side=S&closingOn=${last}`);
  expect(run.body.rows).toMatchObject([
    { partnerName: "外山商店", closesToday: true, totalYen: "14300", lineCount: 1 },
  ]);
  const issued = await keiri.call("POST", "/invoice-run/sales", {
    body: { closingOn: last, issuedOn: last, partnerIds: [customer] },
  });
  expect(issued.status).toBe(201);
  invoiceId = issued.body.rows[0].invoiceId;
  const again = await keiri.call("POST", "/invoice-run/sales", {
    body: { closingOn: last, issuedOn: last, partnerIds: [customer] },
  });
  expect([again.status, again.body.code]).toEqual([422, "NOTHING_TO_INVOICE"]);
  expect(await codes()).not.toContain("CLOSINGS_NOT_INVOICED");
  expect((await other.call("GET", `/invoices/${invoiceId}`)).status).toBe(404);
});

test("a receipt of the bank waits, is matched to the wrong sum, taken back, and matched again", async () => {
  const row = await keiri.call("POST", "/bank-rows", {
    body: { receivedOn: last, number: "1", payerName: "ﾄﾔﾏｼﾖｳﾃﾝ", amountYen: "14300" },
  });
  expect(row.status).toBe(201);
  expect(await codes()).toContain("BANK_ROWS_NOT_MATCHED");
  const proposals = await keiri.call("GET", `/bank-rows/${row.body.id}/proposals`);
  expect(proposals.body.proposals[0]).toMatchObject({ reason: "exact_amount", partnerId: customer });
  const match = (version: number, amountYen: string) =>
    keiri.call("POST", `/bank-rows/${row.body.id}/match`, {
      body: { version, partnerId: customer, allocations: [{ invoiceId, amountYen }] },
    });
  const wrong = await match(1, "4300");
  expect(wrong.status).toBe(200);
  expect(await codes()).toContain("SUSPENSE_NOT_CLEARED");
  const untold = await keiri.call("POST", `/payments/${wrong.body.paymentId}/take-back`, {
    body: { reversedOn: last, reason: " " },
  });
  expect(at(untold.body.errors, "reason")).toMatchObject({ code: "REQUIRED" });
  const back = await keiri.call("POST", `/payments/${wrong.body.paymentId}/take-back`, {
    body: { reversedOn: last, reason: "金額の誤り" },
  });
  expect(back.status).toBe(201);
  const open = await keiri.call("GET", `/bank-rows?state=open`);
  expect(open.body.rows).toMatchObject([{ number: "1", version: 3, paymentId: null }]);
  const right = await match(3, "14300");
  paymentId = right.body.paymentId;
  const invoice = await keiri.call("GET", `/invoices/${invoiceId}`);
  expect(invoice.body).toMatchObject({ state: "settled", openYen: "0" });
  expect(await codes()).not.toContain("BANK_ROWS_NOT_MATCHED");
  expect(
    (await other.call("POST", `/payments/${paymentId}/take-back`, { body: { reversedOn: last, reason: "x" } })).status,
  ).toBe(404);
});

test("an entry by hand leads to its account's ledger, the trial balance and the tax of the month", async () => {
  const posted = await keiri.call("POST", "/journal-entries", {
    body: {
      postingOn: last,
      description: "月末の事務用品",
      lines: [
        { account: "7390", debitYen: "1000", taxCode: "p_taxable_10" },
        { account: "1110", creditYen: "1000" },
      ],
    },
  });
  expect(posted.status).toBe(201);
  const list = await keiri.call(
    "GET",
    "/journal-entries?sourceKind=manual&amountMin=1,000&amountMax=１０００&accountCode=7390",
  );
  expect(list.body.rows).toMatchObject([{ id: posted.body.id, totalYen: "1000" }]);
  const byPartner = await keiri.call("GET", "/journal-entries?partner=外山&sourceKind=payment");
  expect(byPartner.body.rows.length).toBeGreaterThan(0);
  const ledger = await keiri.call("GET", `/general-ledger?accountCode=7390&postedOnFrom=${first}&postedOnTo=${last}`);
  expect(ledger.body).toMatchObject({ openingYen: "0", closingYen: "1000", rows: [{ balanceYen: "1000" }] });
  const partner = await keiri.call(
    "GET",
    `/partner-ledger?side=S&partnerId=${customer}&postedOnFrom=${first}&postedOnTo=${last}`,
  );
  expect(partner.body).toMatchObject({ partnerName: "外山商店", closingYen: "0" });
  const balance = await keiri.call("GET", `/trial-balance?from=${month}&to=${month}`);
  expect(balance.body.debitYen).toBe(balance.body.creditYen);
  const tax = await keiri.call("GET", `/tax-summary?from=${month}&to=${month}`);
  expect(tax.body).toMatchObject({ receivedYen: "1300" });
  for (const path of [
    `/general-ledger/file?accountCode=7390&postedOnFrom=${first}&postedOnTo=${last}`,
    `/partner-ledger/file?side=S&partnerId=${customer}&postedOnFrom=${first}&postedOnTo=${last}`,
    `/trial-balance/export?from=${month}&to=${month}`,
    "/open-items/export?side=S",
    `/tax-summary/export?from=${month}&to=${month}`,
  ]) {
    const file = await keiri.call<string>("GET", `${path}&format=csv`);
    expect([path, file.status]).toEqual([path, 200]);
    expect(file.body.split("\n").length).toBeGreaterThan(1);
  }
  const ledgerFile = await keiri.call<string>(
    "GET",
    `/general-ledger/file?accountCode=7390&postedOnFrom=${first}&postedOnTo=${last}&format=csv`,
  );
  expect(ledgerFile.body).toContain("月末の事務用品");
});

test("nothing blocks, the month closes, and a posting in it is refused at the date; reopening asks why", async () => {
  expect((await findings()).filter((one) => one.severity === "blocks")).toEqual([]);
  const sales = await server.browserOf(keiri.companyId, "sales");
  expect((await sales.call("POST", `/periods/${month}/close`)).status).toBe(403);
  const closed = await keiri.call("POST", `/periods/${month}/close`);
  expect(closed.status).toBe(200);
  const period = (rows: { month: string }[]) => rows.find((one) => one.month === month);
  expect(period(closed.body.rows)).toMatchObject({ state: "closed", canReopen: true });
  const late = (locale: "ja" | "en") =>
    keiri.call("POST", "/journal-entries", {
      locale,
      body: {
        postingOn: last,
        description: "遅れて届いた請求",
        lines: [
          { account: "7390", debitYen: "1" },
          { account: "1110", creditYen: "1" },
        ],
      },
    });
  const refused = await late("ja");
  expect(refused.status).toBe(409);
  expect(at(refused.body.errors, "postingOn")).toMatchObject({ code: "PERIOD_CLOSED" });
  expect(at(refused.body.errors, "postingOn")!.detail).toContain(month);
  expect(at((await late("en")).body.errors, "postingOn")!.detail).toBe(
    `The month ${month} is closed. Use a date in an open month.`,
  );
  const back = await keiri.call("POST", `/payments/${paymentId}/take-back`, {
    body: { reversedOn: last, reason: "誤り" },
  });
  expect(back.body.code).toBe("PERIOD_CLOSED");
  const silent = await keiri.call("POST", `/periods/${month}/reopen`, { body: { reason: "" } });
  expect(at(silent.body.errors, "reason")).toMatchObject({ code: "REQUIRED" });
  const opened = await keiri.call("POST", `/periods/${month}/reopen`, { body: { reason: "請求書の追加" } });
  expect(period(opened.body.rows)).toMatchObject({ state: "open" });
  expect((await late("ja")).status).toBe(201);
});
