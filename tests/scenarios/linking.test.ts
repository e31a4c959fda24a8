import { afterAll, beforeAll, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { insertBankRows } from "../../server/accounting/bank-row.store.ts";
import { issueRun } from "../../server/accounting/invoice.service.ts";
import { loadInvoice } from "../../server/accounting/invoice-list.store.ts";
import { openItems } from "../../server/accounting/open-items.service.ts";
import {
  agreeOpeningItem,
  disputeOpeningItem,
  openingSources,
  proposeOpeningItems,
  reproposeOpeningItem,
  showOpeningItem,
  withdrawOpeningItem,
} from "../../server/accounting/opening-item.service.ts";
import { listOpeningItems } from "../../server/accounting/opening-item.store.ts";
import { approvePayment, draftPayments, sendApproved } from "../../server/accounting/pay.service.ts";
import { loadWaitingDrafts } from "../../server/accounting/payment-draft.store.ts";
import { matchRow, proposeForRow } from "../../server/accounting/receipt.service.ts";
import { listExchanged, loadEarlierPaper } from "../../server/parties/exchanged.store.ts";
import { answerLink, insertLink } from "../../server/parties/link.store.ts";
import { query } from "../../server/platform/db/index.ts";
import { newId, type Tx, tell } from "../../server/platform/index.ts";
import { runJobsOnce } from "../../server/platform/jobs/index.ts";
import { judge, placeTrade, receive, ship } from "../../server/trade/index.ts";
import { plantItems, plantPartner, type TestCompany } from "../support/world.ts";
import { books, codeOf, done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

/** A maker links with a customer it long knew off the platform; a third company, a partner of the maker, tries to look and to meddle. */
let firms: TwoFirms;
let maker: TestCompany;
let customer: TestCompany;
let third: TestCompany;
let makersCard: string;
let customersCard: string;
let invoiceId: string;
let invoiceNumber: string;
let deliveryId: string;
let orderId: string;
let ids: string[];

const as = <T>(company: TestCompany, work: (tx: Tx) => Promise<T>) => firms.world.as(company, work);

async function sold(quantity: number): Promise<string> {
  const { tradeId } = done(
    await as(maker, (tx) =>
      placeTrade(tx, {
        side: "S",
        partnerId: makersCard,
        firstState: "confirmed",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
      }),
    ),
  );
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const shipped = done(await as(maker, (tx) => ship(tx, { shippedOn: TODAY, lines })));
  done(await as(maker, (tx) => receive(tx, { deliveryId: shipped.deliveryId, receivedOn: TODAY })));
  const judged = [{ lineNumber: 1, accepted: decimal(quantity) }];
  done(await as(maker, (tx) => judge(tx, { deliveryId: shipped.deliveryId, judgedOn: TODAY, lines: judged })));
  return shipped.deliveryId;
}

const bringForward = (company: TestCompany, lines: readonly Record<string, unknown>[]) =>
  as(company, async (tx) =>
    done(
      await tell(tx, [
        {
          kind: "opening",
          companyId: company.id,
          eventOn: TODAY,
          sourceKind: "opening",
          sourceId: newId(),
          lines,
        } as never,
      ]),
    ),
  );

/** What is open, which must be what the control account holds. */
const owed = (company: TestCompany, side: "S" | "B") =>
  as(company, async (tx) => {
    const items = await openItems(tx, side, TODAY);
    expect(items.totalYen).toBe(items.accountYen);
    return items.totalYen;
  });

async function doctorFindsNothing(): Promise<void> {
  await runJobsOnce(firms.world.databases);
  const { rows } = await firms.world.databases.job.query<{ invariant: string; examples: string[] }>(
    "select invariant, examples from guard.examine() where broken > 0",
  );
  expect(rows).toEqual([]);
}

const shown = (company: TestCompany, id: string) => as(company, async (tx) => done(await showOpeningItem(tx, id)));

async function sqlRefuses(company: TestCompany, text: string, values: unknown[]): Promise<string> {
  try {
    await as(company, (tx) => query(tx, text, values));
    return "";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

beforeAll(async () => {
  firms = await plantTwoFirms();
  maker = firms.seller;
  customer = firms.stranger;
  third = firms.buyer;
  makersCard = firms.outsideCustomer;
  customersCard = await plantPartner(firms.world, customer, "MARU");
  // The fixture's stock, and what both brought forward: a yen apart.
  await bringForward(maker, [
    { role: "finishedGoods", amountYen: 700_000n },
    { role: "receivable", amountYen: 100_000n, partnerId: makersCard },
  ]);
  await bringForward(customer, [{ role: "payable", amountYen: -121_449n, partnerId: customersCard }]);
  await sold(10);
  const issued = await as(maker, (tx) =>
    issueRun(tx, "S", { closingOn: TODAY, issuedOn: TODAY, partnerIds: [makersCard], single: true }),
  );
  const [invoice] = done(issued);
  expect(invoice!.totalYen).toBe(14_300n);
  invoiceId = invoice!.invoiceId;
  invoiceNumber = (await as(maker, (tx) => loadInvoice(tx, invoiceId)))!.number;
  deliveryId = await sold(5);
  // What the customer had sent: an order on paper. Of an enquiry that came to nothing nobody is told later.
  await as(customer, (tx) => plantItems(tx, [{ code: "K-SHAFT", supply: "buy", purchase_price: "1250" }]));
  const lines = [{ item: "K-SHAFT", quantity: decimal(3), wantedOn: "2026-12-10" }];
  const ordered = { side: "B" as const, partnerId: customersCard, orderedOn: TODAY, lines };
  orderId = done(await as(customer, (tx) => placeTrade(tx, { ...ordered, firstState: "placed" }))).tradeId;
  await as(customer, (tx) =>
    query(tx, "update app.trade_face set note = '社内メモ' where company_id = $1 and trade_id = $2", [
      customer.id,
      orderId,
    ]),
  );
  done(await as(customer, (tx) => placeTrade(tx, { ...ordered, firstState: "enquiry" })));
});
afterAll(() => firms.world.close());

const proposal = () => ({
  partnerId: makersCard,
  side: "S" as const,
  items: [
    {
      number: invoiceNumber,
      documentedOn: TODAY,
      dueOn: "2026-12-31",
      amountYen: 14_300n,
      words: "",
      parts: [{ kind: "invoice" as const, sourceId: invoiceId, amountYen: 14_300n }],
    },
    {
      number: "DN-5",
      documentedOn: TODAY,
      dueOn: "2026-12-31",
      amountYen: 7_150n,
      words: "検収済・未請求分",
      parts: [{ kind: "delivery" as const, sourceId: deliveryId, amountYen: 7_150n }],
    },
    {
      number: "9月末残高",
      documentedOn: "2026-09-30",
      dueOn: "2026-12-31",
      amountYen: 100_000n,
      words: "",
      parts: [{ kind: "ledger" as const, sourceId: null, amountYen: 100_000n }],
    },
  ],
});

const guardsPapers = (company: TestCompany, card: string) =>
  as(company, (tx) => query(tx, "select kind, id from guard.earlier_papers($1)", [card]));

test("nothing is proposed to somebody who is not linked, and nothing of the other side is read", async () => {
  for (const [company, card] of [
    [maker, makersCard],
    [customer, customersCard],
  ] as const)
    expect(await guardsPapers(company, card)).toEqual([]);
  expect(codeOf(await as(maker, (tx) => proposeOpeningItems(tx, proposal())))).toBe("OPENING_PARTNER_NOT_LINKED");
});

test("linked, the maker sees what was open; the customer sees nothing of it", async () => {
  const linkId = newId();
  await as(maker, (tx) => insertLink(tx, { id: linkId, companyId: customer.id, partnerId: makersCard, message: "" }));
  // Proposed by one side alone it opens nothing, whatever that side writes on its own card.
  await as(maker, async (tx) => {
    await query(tx, "update app.partner set linked_company_id = $2 where company_id = $1 and id = $3", [
      maker.id,
      customer.id,
      makersCard,
    ]);
    expect(await query(tx, "select from guard.earlier_papers($1)", [makersCard])).toEqual([]);
    await query(tx, "update app.partner set linked_company_id = null where company_id = $1 and id = $2", [
      maker.id,
      makersCard,
    ]);
  });
  await as(customer, (tx) => answerLink(tx, linkId, true, customersCard));
  const { sources } = done(await as(maker, (tx) => openingSources(tx, makersCard)));
  const open = Object.fromEntries(sources.map((one) => [one.kind, [one.side, one.openYen, one.heldYen]]));
  expect(open).toEqual({
    invoice: ["S", 14_300n, 0n],
    delivery: ["S", 7_150n, 0n],
    ledger: ["S", 100_000n, 0n],
  });
  expect(codeOf(await as(customer, (tx) => openingSources(tx, makersCard)))).toBe("PARTNER_UNKNOWN");
  const own = done(await as(customer, (tx) => openingSources(tx, customersCard)));
  expect(own.sources.map(({ kind, side, openYen }) => [kind, side, openYen])).toEqual([["ledger", "B", 121_449n]]);
  await doctorFindsNothing();
});

test("papers from before are readable: own ones, and those the other had itself sent; to nobody else", async () => {
  const of = (company: TestCompany, partnerId: string, more = {}) =>
    as(company, async (tx) => done(await listExchanged(tx, { partnerId, limit: 50, ...more } as never)).rows);
  const papers = await of(maker, makersCard, { theirs: false });
  expect(papers.map((one) => one.kind).sort()).toEqual(["delivery", "delivery", "invoice", "order", "order"]);
  expect(papers.find((one) => one.kind === "invoice")).toMatchObject({ id: invoiceId, side: "S", totalYen: "14300" });
  // The customer's order is read by the maker; the enquiry and the maker's own sales orders are no paper of the other side.
  expect(await of(maker, makersCard, { theirs: true })).toMatchObject([
    { kind: "order", id: orderId, side: "S", isTheirs: true, totalYen: "3750" },
  ]);
  const sent = await of(customer, customersCard, { theirs: true });
  expect(sent.map((one) => [one.kind, one.side]).sort()).toEqual([
    ["delivery", "B"],
    ["delivery", "B"],
    ["invoice", "B"],
  ]);
  expect(await of(customer, makersCard)).toEqual([]);
  expect(await of(third, makersCard)).toEqual([]);
  expect(await guardsPapers(third, makersCard)).toEqual([]);
  expect(await guardsPapers(third, customersCard)).toEqual([]);
  expect(await as(customer, (tx) => loadInvoice(tx, invoiceId))).toBeUndefined();
});

test("a paper of the other side says what was sent, and no note, cost or account of its books", async () => {
  const read = (company: TestCompany, card: string, id: string) => as(company, (tx) => loadEarlierPaper(tx, card, id));
  const invoice = (await read(customer, customersCard, invoiceId))!;
  expect(invoice).toMatchObject({ kind: "invoice", number: invoiceNumber, totalYen: "14300", taxYen: "1300" });
  expect(invoice.lines).toMatchObject([{ code: "SHAFT-1", quantity: "10", unitPrice: "1300", amountYen: "13000" }]);
  const delivery = (await read(customer, customersCard, deliveryId))!;
  expect(delivery.lines).toMatchObject([{ code: "SHAFT-1", quantity: "5", unitPrice: null, amountYen: null }]);
  const order = (await read(maker, makersCard, orderId))!;
  expect(order.lines).toMatchObject([{ code: "K-SHAFT", quantity: "3", amountYen: "3750" }]);
  expect(JSON.stringify(order)).not.toContain("社内メモ");
  // Exactly these facts, so that whoever adds a column decides about it here.
  expect(Object.keys(invoice).sort().join(" ")).toBe(
    "datedOn dueOn id kind lines netYen number partnerName side taxYen totalYen",
  );
  expect(Object.keys(invoice.lines[0]!).sort().join(" ")).toBe(
    "amountYen code description dueOn lineNumber quantity unit unitPrice",
  );
  expect(await read(maker, makersCard, invoiceId)).toBeUndefined();
  for (const id of [invoiceId, deliveryId, orderId])
    for (const card of [makersCard, customersCard]) expect(await read(third, card, id)).toBeUndefined();
});

test("proposed, the customer sees exactly what stands in the proposal, and the third company nothing", async () => {
  const before = [await books(firms, maker), await books(firms, customer)];
  ids = done(await as(maker, (tx) => proposeOpeningItems(tx, proposal()))).ids;
  expect(codeOf(await as(maker, (tx) => proposeOpeningItems(tx, proposal())))).toBe("OPENING_PART_ABOVE_OPEN");
  const { item, suggested } = await shown(customer, ids[0]!);
  expect(item).toMatchObject({
    side: "B",
    number: invoiceNumber,
    amountYen: "14300",
    state: "proposed",
    isMine: false,
  });
  expect(item.parts).toEqual([]);
  expect(suggested).toEqual([{ kind: "ledger", sourceId: null, amountYen: 14_300n }]);
  const parts = (company: TestCompany) =>
    as(company, (tx) => query(tx, "select from app.opening_item_part where company_id = $1", [maker.id]));
  expect((await parts(maker)).length).toBe(3);
  expect((await parts(customer)).length).toBe(0);
  expect(codeOf(await as(third, (tx) => showOpeningItem(tx, ids[0]!)))).toBe("NOT_FOUND");
  expect(done(await as(third, (tx) => listOpeningItems(tx, { limit: 50 } as never))).rows).toEqual([]);
  expect(await as(third, (tx) => query(tx, "select from app.opening_item"))).toEqual([]);
  expect(await as(third, (tx) => query(tx, "select from app.opening_item_word"))).toEqual([]);
  expect([await books(firms, maker), await books(firms, customer)]).toEqual(before);
});

test("nobody answers for the other side, and no third company at all, whichever way is tried", async () => {
  const own = { round: 1, on: TODAY, parts: [{ kind: "ledger" as const, sourceId: null, amountYen: 14_300n }] };
  expect(codeOf(await as(maker, (tx) => agreeOpeningItem(tx, ids[0]!, own)))).toBe("OPENING_ITEM_NOT_YOURS");
  expect(codeOf(await as(third, (tx) => agreeOpeningItem(tx, ids[0]!, own)))).toBe("NOT_FOUND");
  expect(codeOf(await as(customer, (tx) => withdrawOpeningItem(tx, ids[0]!)))).toBe("OPENING_ITEM_NOT_YOURS");
  const agree = "select guard.agree_opening_item($1, 1, current_date)";
  for (const company of [maker, third]) {
    expect(await sqlRefuses(company, agree, [ids[0]])).toBe("42501");
    expect(await sqlRefuses(company, "select guard.dispute_opening_item($1, 1, 1, '')", [ids[0]])).toBe("42501");
  }
  for (const company of [customer, third])
    expect(await sqlRefuses(company, "select guard.withdraw_opening_item($1)", [ids[0]])).toBe("42501");
  for (const text of [
    "update app.opening_item set state = 'agreed', agreed_on = current_date where id = $1",
    "update app.opening_item set amount_yen = 1 where id = $1",
    "delete from app.opening_item where id = $1",
    "update app.opening_item_part set carried_on = current_date where opening_item_id = $1",
  ])
    for (const company of [maker, customer, third]) expect(await sqlRefuses(company, text, [ids[0]])).toBe("42501");
  const insert =
    "insert into app.opening_item (id, seller_id, buyer_id, proposed_by, number, documented_on, due_on, amount_yen) values ($1, $2, $3, $4, 'X', current_date, current_date, 1)";
  // In another's name, between two others, and to a company one is not linked with.
  expect(await sqlRefuses(customer, insert, [newId(), maker.id, customer.id, maker.id])).toBe("42501");
  expect(await sqlRefuses(third, insert, [newId(), maker.id, customer.id, third.id])).toBe("42501");
  expect(await sqlRefuses(third, insert, [newId(), third.id, customer.id, third.id])).toBe("42501");
  const part =
    "insert into app.opening_item_part (company_id, opening_item_id, round, part_number, kind, amount_yen) values ($1, $2, 1, 9, 'ledger', 14300)";
  expect(await sqlRefuses(maker, part, [customer.id, ids[0]])).toBe("42501");
  const invoice =
    "insert into app.invoice (id, seller_id, buyer_id, number, issued_by, issued_on, due_on, tax_rounding, net_yen, tax_yen, total_yen, is_opening) values ($1, $2, $3, 'X', 'seller', current_date, current_date, 'down', 1, 0, 1, true)";
  expect(await sqlRefuses(maker, invoice, [newId(), maker.id, customer.id])).toBe("42501");
});

test("what one's own books do not hold cannot be agreed to, not even past the program", async () => {
  const agree = (parts: { kind: "ledger"; sourceId: null; amountYen: bigint }[]) =>
    as(customer, (tx) => agreeOpeningItem(tx, ids[0]!, { round: 1, on: TODAY, parts }));
  expect(codeOf(await agree([{ kind: "ledger", sourceId: null, amountYen: 14_299n }]))).toBe("OPENING_PARTS_DIFFER");
  expect(codeOf(await agree([{ kind: "ledger", sourceId: null, amountYen: 999_999n }]))).toBe(
    "OPENING_PART_ABOVE_OPEN",
  );
  const bare = await as(customer, (tx) =>
    query<{ answer: string }>(tx, "select guard.agree_opening_item($1, 1, current_date) answer", [ids[0]]),
  );
  expect(bare).toEqual([{ answer: "own" }]);
  expect((await shown(customer, ids[0]!)).item.state).toBe("proposed");
});

test("agreed by both, two are shared items; agreeing twice changes nothing; the books did not move", async () => {
  const before = [await books(firms, maker), await books(firms, customer)];
  for (const [at, amountYen] of [14_300n, 7_150n].entries()) {
    const parts = [{ kind: "ledger" as const, sourceId: null, amountYen }];
    const agree = () => as(customer, (tx) => agreeOpeningItem(tx, ids[at]!, { round: 1, on: TODAY, parts }));
    done(await agree());
    expect(codeOf(await agree())).toBe("OPENING_ITEM_AGREED");
    expect(await sqlRefuses(customer, "select guard.agree_opening_item($1, 1, current_date)", [ids[at]])).toBe("42501");
    expect(await sqlRefuses(maker, "select guard.withdraw_opening_item($1)", [ids[at]])).toBe("42501");
    for (const company of [maker, customer])
      expect(await as(company, (tx) => loadInvoice(tx, ids[at]!))).toMatchObject({
        isOpening: true,
        state: "acknowledged",
        openYen: amountYen.toString(),
      });
    expect(await as(third, (tx) => loadInvoice(tx, ids[at]!))).toBeUndefined();
  }
  const old = (await as(maker, (tx) => loadInvoice(tx, invoiceId)))!;
  expect([old.state, old.openYen, old.carriedYen]).toEqual(["settled", "0", "14300"]);
  expect([await owed(maker, "S"), await owed(customer, "B")]).toEqual([121_450n, 121_449n]);
  expect([await books(firms, maker), await books(firms, customer)]).toEqual(before);
  await doctorFindsNothing();
});

test("what differs is said, proposed anew and agreed; the yen that differed stays in the maker's own books", async () => {
  const id = ids[2]!;
  const say = (words: string, amountYen: bigint | null) =>
    as(customer, (tx) => disputeOpeningItem(tx, id, { round: 1, amountYen, words }));
  expect(codeOf(await say("", 100_000n))).toBe("OPENING_DIFFERENCE_NEEDED");
  done(await say("当社の帳簿では 99,999 円です", 99_999n));
  const parts = [{ kind: "ledger" as const, sourceId: null, amountYen: 99_999n }];
  expect(codeOf(await as(customer, (tx) => agreeOpeningItem(tx, id, { round: 1, on: TODAY, parts })))).toBe(
    "OPENING_ITEM_CHANGED",
  );
  const seen = await shown(maker, id);
  expect(seen.item).toMatchObject({ state: "differs", answerYen: "99999" });
  expect(seen.suggested).toEqual(parts);
  const anew = { round: 1, dueOn: "2026-12-31", amountYen: 99_999n, words: "承知しました", parts };
  done(await as(maker, (tx) => reproposeOpeningItem(tx, id, anew)));
  expect(codeOf(await as(customer, (tx) => agreeOpeningItem(tx, id, { round: 1, on: TODAY, parts })))).toBe(
    "OPENING_ITEM_CHANGED",
  );
  const twice = await Promise.allSettled(
    [1, 2].map(() => as(customer, (tx) => agreeOpeningItem(tx, id, { round: 2, on: TODAY, parts }))),
  );
  const agreed = twice.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(agreed.length).toBe(1);
  expect((await shown(maker, id)).item.said.map((one) => [one.kind, one.isMine, one.amountYen])).toEqual([
    ["proposed", true, "100000"],
    ["differs", false, "99999"],
    ["proposed", true, "99999"],
    ["agreed", false, "99999"],
  ]);
  const left = done(await as(maker, (tx) => openingSources(tx, makersCard))).sources;
  expect(left.map(({ kind, openYen }) => [kind, openYen])).toEqual([["ledger", 1n]]);
  expect(done(await as(customer, (tx) => openingSources(tx, customersCard))).sources).toEqual([]);
  expect([await owed(maker, "S"), await owed(customer, "B")]).toEqual([121_450n, 121_449n]);
  await doctorFindsNothing();
});

test("goods carried over are not invoiced again, and an old invoice is paid through the agreed item", async () => {
  const run = await as(maker, (tx) =>
    issueRun(tx, "S", { closingOn: TODAY, issuedOn: TODAY, partnerIds: [makersCard], single: true }),
  );
  expect(run.ok && run.value.length > 0).toBe(false);
  const pay = { sentOn: TODAY, kind: "transfer" as const, fundRole: "bank" as const, invoiceIds: ids };
  done(await as(customer, (tx) => draftPayments(tx, pay)));
  const [draft] = await as(customer, loadWaitingDrafts);
  done(await as(customer, (tx) => approvePayment(tx, draft!.id, 1)));
  done(await as(customer, (tx) => sendApproved(tx, draft!.id, { version: 2, feeYen: 0n })));
  expect([await owed(maker, "S"), await owed(customer, "B")]).toEqual([121_450n, 0n]);
  await doctorFindsNothing();
  const [rowId] = await as(maker, (tx) =>
    insertBankRows(tx, [
      { receivedOn: TODAY, number: "1", payerName: "トオリスガリ", remittanceText: "", amountYen: "121449" },
    ]),
  );
  const { proposals } = done(await as(maker, (tx) => proposeForRow(tx, rowId!)));
  expect(proposals.map((one) => one.reason)).toEqual(["payment_sent"]);
  const matched = { version: 1, paymentId: proposals[0]!.paymentId, allocations: [] };
  done(await as(maker, (tx) => matchRow(tx, rowId!, matched)));
  expect([await owed(maker, "S"), await owed(customer, "B")]).toEqual([1n, 0n]);
  // A payment of opening items names no trade; each side hears of the other's step all the same, once.
  const { rows } = await firms.world.admin.query<{ company_id: string; kind: string }>(
    "select company_id, kind from app.outbox where kind like 'payment.%' and not is_own and subject_id = $1 order by kind",
    [proposals[0]!.paymentId],
  );
  const heard = rows.map((row) => [row.company_id === maker.id ? "maker" : "customer", row.kind]);
  expect(heard).toEqual([
    ["customer", "payment.received"],
    ["maker", "payment.sent"],
  ]);
  await doctorFindsNothing();
});
