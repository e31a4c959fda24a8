import { afterAll, beforeAll, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { issueRun, previewRun } from "../../server/accounting/invoice.service.ts";
import { agreeOpeningItem, openingSources, proposeOpeningItems } from "../../server/accounting/opening-item.service.ts";
import { answerLink, insertLink } from "../../server/parties/link.store.ts";
import { query } from "../../server/platform/db/index.ts";
import { newId, type Tx, tell } from "../../server/platform/index.ts";
import { runJobsOnce } from "../../server/platform/jobs/index.ts";
import { judge, placeTrade, receive, ship } from "../../server/trade/index.ts";
import { plantAgreement, plantItems, plantPartner, plantPlaces, type TestCompany } from "../support/world.ts";
import { codeOf, done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

/* Goods of orders from before a link and after it, billed in one run; and a run that meets a link, or an agreed item, at the same moment. */

let firms: TwoFirms;
let maker: TestCompany;
let customer: TestCompany;
let makersCard: string;
let customersCard: string;
let earlyDelivery: string;
/** The next one is billed or carried in a race. */
const raced: string[] = [];

const as = <T>(company: TestCompany, work: (tx: Tx) => Promise<T>) => firms.world.as(company, work);
const one = { side: "S" as const, orderedOn: TODAY };

async function sold(quantity: number): Promise<string> {
  const lines = [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }];
  const order = { ...one, partnerId: makersCard, firstState: "confirmed" as const, lines };
  const { tradeId } = done(await as(maker, (tx) => placeTrade(tx, order)));
  return delivered(tradeId, quantity, maker);
}
async function delivered(tradeId: string, quantity: number, receiver: TestCompany): Promise<string> {
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const { deliveryId } = done(await as(maker, (tx) => ship(tx, { shippedOn: TODAY, lines })));
  done(await as(receiver, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
  const judged = [{ lineNumber: 1, accepted: decimal(quantity) }];
  done(await as(receiver, (tx) => judge(tx, { deliveryId, judgedOn: TODAY, lines: judged })));
  return deliveryId;
}
const run = (tx: Tx) =>
  issueRun(tx, "S", { closingOn: TODAY, issuedOn: TODAY, partnerIds: [makersCard], single: true });
const link = async () => {
  const linkId = newId();
  await as(maker, (tx) => insertLink(tx, { id: linkId, companyId: customer.id, partnerId: makersCard, message: "" }));
  return (tx: Tx) => answerLink(tx, linkId, true, customersCard);
};

/** Does the first and, before it commits, starts the second; lets the first go once the second waits for it. Answers both. */
async function meet<A, B>(
  first: readonly [TestCompany, (tx: Tx) => Promise<A>],
  second: readonly [TestCompany, (tx: Tx) => Promise<B>],
): Promise<[A, B]> {
  let started: Promise<B> | undefined;
  let isOver = false;
  const answer = await as(first[0], async (tx) => {
    const done = await first[1](tx);
    started = as(second[0], second[1]);
    started
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    await secondWaits(() => isOver);
    return done;
  });
  return [answer, await started!];
}
async function secondWaits(isOver: () => boolean): Promise<void> {
  for (;;) {
    if (isOver()) throw new Error("the second did not wait for the first");
    const { rows } = await firms.world.admin.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}

async function facesOf(invoiceIds: readonly string[]): Promise<(string | null)[][]> {
  const { rows } = await firms.world.admin.query<{ buyer: string | null; outside: string | null; traded: string[] }>(
    `select i.buyer_id buyer, i.outside_partner_id outside, array_agg(distinct t.outside_partner_id::text) traded
       from app.invoice i join app.invoice_line l on l.invoice_id = i.id join app.trade t on t.id = l.trade_id where i.id = any($1) group by 1, 2 order by 1 nulls first`,
    [invoiceIds],
  );
  return rows.map((row) => [row.buyer, row.outside, ...row.traded]);
}

async function doctorFindsNothing(): Promise<void> {
  await runJobsOnce(firms.world.databases);
  const { rows } = await firms.world.databases.job.query("select invariant from guard.examine() where broken > 0");
  expect(rows).toEqual([]);
}

beforeAll(async () => {
  firms = await plantTwoFirms();
  maker = firms.seller;
  customer = firms.stranger;
  makersCard = firms.outsideCustomer;
  customersCard = await plantPartner(firms.world, customer, "MARU");
  const finished = { kind: "opening", companyId: maker.id, eventOn: TODAY, sourceKind: "opening", sourceId: newId() };
  await as(maker, async (tx) =>
    done(await tell(tx, [{ ...finished, lines: [{ role: "finishedGoods", amountYen: 700_000n }] } as never])),
  );
  await as(customer, async (tx) =>
    done(
      await tell(tx, [
        {
          ...finished,
          companyId: customer.id,
          sourceId: newId(),
          lines: [{ role: "payable", amountYen: -10_000n, partnerId: customersCard }],
        } as never,
      ]),
    ),
  );
});
afterAll(() => firms.world.close());

test("a run that meets a link at the same moment: the link waits, and the invoice has one face as its goods", async () => {
  await sold(1);
  const accept = await link();
  const [issued] = await meet([maker, run], [customer, accept]);
  expect(await facesOf(done(issued).map((invoice) => invoice.invoiceId))).toEqual([[null, makersCard, makersCard]]);
});

test("and the other way round: the run waits for the link, and bills the same goods with one face", async () => {
  await firms.world.admin.query("update app.partner_link set state = 'declined'");
  await firms.world.admin.query(
    "update app.partner set linked_company_id = null, linked_on = null where id = any($1)",
    [[makersCard, customersCard]],
  );
  await sold(2);
  earlyDelivery = await sold(4);
  raced.push(await sold(1), await sold(1));
  const accept = await link();
  const [, issued] = await meet([customer, accept], [maker, (tx) => runOf(tx, 2)]);
  expect(await facesOf(issued)).toEqual([[null, makersCard, makersCard]]);
  await doctorFindsNothing();
});

/** Bills by hand only the goods of so many pieces, so that the rest stays for what follows. */
async function runOf(tx: Tx, pieces: number): Promise<string[]> {
  const [event] = await query<{ id: string; trade_id: string; code: string }>(
    tx,
    "select e.id, e.trade_id from app.delivery_event e where e.seller_id = $1 and e.kind = 'accepted' and e.quantity = $2 and not exists (select from app.invoice_line l where l.delivery_event_id = e.id)",
    [tx.companyId, pieces],
  );
  const id = newId();
  await query(
    tx,
    "insert into app.invoice (id, seller_id, outside_partner_id, number, issued_by, issued_on, due_on, tax_rounding, net_yen, tax_yen, total_yen) values ($1, $2, $3, 'HAND', 'seller', $4, $4, 'down', 2600, 260, 2860)",
    [id, tx.companyId, makersCard, TODAY],
  );
  await query(
    tx,
    "insert into app.invoice_line (invoice_id, line_number, seller_id, delivery_event_id, trade_id, trade_line_number, supplied_on, code, description, quantity, unit, unit_price, amount_yen, tax_category) values ($1, 1, $2, $3, $4, 1, $5, 'SHAFT-1', '', $6, '個', 1300, 2600, 'taxable_10')",
    [id, tx.companyId, event!.id, event!.trade_id, TODAY, pieces],
  );
  await query(
    tx,
    "insert into app.invoice_tax (invoice_id, seller_id, tax_category, rate_percent, net_yen, tax_yen, posted_tax_yen) values ($1, $2, 'taxable_10', 10, 2600, 260, 260)",
    [id, tx.companyId],
  );
  return [id];
}

const propose = (deliveryId: string, amountYen: bigint) =>
  as(maker, async (tx) =>
    done(
      await proposeOpeningItems(tx, {
        partnerId: makersCard,
        side: "S",
        items: [
          {
            number: `DN ${deliveryId.slice(-4)}`,
            documentedOn: TODAY,
            dueOn: "2026-12-31",
            amountYen,
            words: "",
            parts: [{ kind: "delivery", sourceId: deliveryId, amountYen }],
          },
        ],
      }),
    ),
  ).then(({ ids }) => ids[0]!);
const agreeTo = (id: string, amountYen: bigint) => (tx: Tx) =>
  agreeOpeningItem(tx, id, { round: 1, on: TODAY, parts: [{ kind: "ledger", sourceId: null, amountYen }] });
const billedOrCarried = async (deliveryId: string) =>
  (
    await firms.world.admin.query(
      `select (select count(*) from app.invoice_line l where l.delivery_event_id = e.id)::int billed, (select count(*) from app.opening_item_part x where x.source_id = e.id and x.carried_on is not null)::int carried
         from app.delivery_event e where e.delivery_id = $1 and e.kind = 'accepted'`,
      [deliveryId],
    )
  ).rows[0];

test("goods whose item is agreed while a run bills them: the run waits, looks again and leaves them out", async () => {
  const [carried, other] = raced as [string, string];
  const id = await propose(carried, 1_430n);
  const [agreed, issued] = await meet([customer, agreeTo(id, 1_430n)], [maker, run]);
  expect(agreed.ok).toBe(true);
  expect(done(issued).map((invoice) => invoice.totalYen)).toEqual([7_150n]);
  expect(await billedOrCarried(carried)).toEqual({ billed: 0, carried: 1 });
  expect(await billedOrCarried(other)).toEqual({ billed: 1, carried: 0 });
  expect(await billedOrCarried(earlyDelivery)).toEqual({ billed: 1, carried: 0 });
  await doctorFindsNothing();
});

test("goods a run bills while their item is agreed: the agreement waits, and finds them gone", async () => {
  // An order of before the link, delivered after it: still of one face.
  const deliveryId = await lateDelivery();
  const id = await propose(deliveryId, 4_290n);
  const [issued, agreed] = await meet([maker, run], [customer, agreeTo(id, 4_290n)]);
  expect(done(issued).length).toBe(1);
  expect(codeOf(agreed)).toBe("OPENING_ITEM_NOT_HELD");
  expect(await billedOrCarried(deliveryId)).toEqual({ billed: 1, carried: 0 });
  await doctorFindsNothing();
});

/** Three pieces of an order of one face, as one placed before the link. */
async function lateDelivery(): Promise<string> {
  const cards = [makersCard, customersCard];
  await firms.world.admin.query("update app.partner set linked_company_id = null where id = any($1)", [cards]);
  const lines = [{ item: "SHAFT-1", quantity: decimal(3), wantedOn: "2026-12-10" }];
  const order = { ...one, partnerId: makersCard, firstState: "confirmed" as const, lines };
  const { tradeId } = done(await as(maker, (tx) => placeTrade(tx, order)));
  for (const [card, other] of [
    [makersCard, customer.id],
    [customersCard, maker.id],
  ])
    await firms.world.admin.query("update app.partner set linked_company_id = $2 where id = $1", [card, other]);
  return delivered(tradeId, 3, maker);
}

test("one run bills what came before and after the link on two invoices, each shown apart; never on one, not even past the program", async () => {
  const bought = Object.values(
    await as(customer, (tx) => plantItems(tx, [{ code: "K-SHAFT", category: "part", supply: "buy" }])),
  )[0]!;
  await as(customer, plantPlaces);
  const item = { code: "SHAFT-1", sellerItemId: firms.soldItem, buyerItemId: bought, unitPrice: "1000" };
  const cards = { seller: makersCard, buyer: customersCard };
  await plantAgreement(firms.world, maker, customer, [{ ...item, standingQuantity: "50" }], {}, cards);
  const before = await lateDelivery();
  const lines = [{ item: "SHAFT-1", quantity: decimal(2), wantedOn: "2026-12-10" }];
  const order = {
    side: "B" as const,
    partnerId: customersCard,
    firstState: "placed" as const,
    orderedOn: TODAY,
    lines,
  };
  const { tradeId } = done(await as(customer, (tx) => placeTrade(tx, order)));
  const after = await delivered(tradeId, 2, customer);
  const shown = await as(maker, (tx) => previewRun(tx, { side: "S", closingOn: TODAY, single: true }));
  expect(shown.map((row) => [row.isBeforeLink, row.netYen]).sort()).toEqual([
    [false, 2_000n],
    [true, 3_900n],
  ]);
  const events = await firms.world.admin.query<{ id: string; trade_id: string; outside: boolean }>(
    "select e.id, e.trade_id, e.buyer_id is null outside from app.delivery_event e where e.delivery_id = any($1) and e.kind = 'accepted' order by outside",
    [[before, after]],
  );
  // A program that forgot itself: the goods of the shared order on an invoice of one face.
  const mixed = as(maker, async (tx) => {
    const id = newId();
    await query(
      tx,
      "insert into app.invoice (id, seller_id, outside_partner_id, number, issued_by, issued_on, due_on, tax_rounding, net_yen, tax_yen, total_yen) values ($1, $2, $3, 'MIXED', 'seller', $4, $4, 'down', 1, 0, 1)",
      [id, maker.id, makersCard, TODAY],
    );
    for (const [at, event] of events.rows.entries())
      await query(
        tx,
        "insert into app.invoice_line (invoice_id, line_number, seller_id, delivery_event_id, trade_id, trade_line_number, supplied_on, code, description, quantity, unit, unit_price, amount_yen, tax_category) values ($1, $2, $3, $4, $5, 1, $6, 'SHAFT-1', '', 1, '個', 1, 1, 'taxable_10')",
        [id, at + 1, maker.id, event.id, event.trade_id, TODAY],
      );
  });
  await expect(mixed).rejects.toMatchObject({ constraint: "invoice_of_one_face" });
  const issued = done(await as(maker, run));
  expect(await facesOf(issued.map((invoice) => invoice.invoiceId))).toEqual(
    [
      [customer.id, null, null],
      [null, makersCard, makersCard],
    ].sort((a, b) => (a[0] === null ? -1 : b[0] === null ? 1 : 0)),
  );
  const { sources } = done(await as(maker, (tx) => openingSources(tx, makersCard)));
  // What both share is no opening item.
  expect(sources.every((source) => source.openYen !== 2_200n)).toBe(true);
  await doctorFindsNothing();
});
