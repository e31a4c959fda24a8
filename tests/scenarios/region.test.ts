import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import { addDays, Decimal, decimal } from "../../domain/shared/index.ts";
import { createActors } from "../../sample/load/acting.ts";
import { buildSamples, loadSamples } from "../../sample/load/index.ts";
import { must } from "../../sample/load/must.ts";
import {
  answerChange,
  dispatchOrder,
  enterWindowOrder,
  finishChange,
  previewDispatch,
  proposeChainChange,
  readChain,
  recordFarEnd,
} from "../../server/network/index.ts";
import { examine } from "../../server/platform/doctor/index.ts";
import { type Databases, openDatabases } from "../../server/platform/index.ts";
import {
  issueInvoices,
  moveLines,
  receivePayment,
  recordReceipt,
  sendPayment,
  ship,
} from "../../server/trade/index.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { expectPlansFollow, firstPlan } from "../support/kept-plans.ts";
import { sealAndFold } from "../support/seal.ts";
import { type Ask, deliver, provideFor, type Region } from "./region-steps.ts";

const TODAY = "2026-11-24";
const WINDOW = "YUINOWA";
let database: TestDatabase;
let databases: Databases;
let admin: pg.Client;
let region: Region;
const ask: Ask = async (sql, values = []) => (await admin.query(sql, values)).rows;

let tradeId: string;
let chainId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  databases = openDatabases(database);
  admin = new pg.Client(database.admin);
  await admin.connect();
  const [bicycles] = buildSamples(join(import.meta.dirname, "../../sample/adventureworks"), TODAY);
  await loadSamples(databases, [bicycles!], () => {});
  region = { actors: createActors(databases, bicycles!), ask, today: TODAY };
  for (const { code } of await ask("select code from app.company order by code"))
    await region.actors.as(code as string, (tx) => firstPlan(tx, TODAY));
}, 120_000);
afterAll(async () => {
  await region.actors.signOut();
  await admin.end();
  await databases.close();
  await database.drop();
});

interface Step {
  readonly line: number;
  readonly step: number;
  readonly seller: string;
  readonly buyer: string;
  readonly code: string;
  readonly itemId: string;
  readonly quantity: string;
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly state: string;
}
/** The chain's steps as they stand in the trades, from the first to the last of each line. */
async function steps(): Promise<Step[]> {
  return (await ask(
    `select s.chain_line_number line, s.step_number step, a.code seller, b.code buyer, s.code, l.seller_item_id "itemId", trim_scale(l.quantity)::text quantity, l.trade_id "tradeId", l.line_number "lineNumber", l.state
      from app.chain_step s join app.trade_line l on l.trade_id = s.trade_id and l.line_number = s.trade_line_number join app.company a on a.company_id = s.seller_id join app.company b on b.company_id = s.buyer_id
     where s.chain_id = $1 order by s.step_number, s.chain_line_number`,
    [chainId],
  )) as Step[];
}
const originLines = () =>
  ask(
    "select line_number line, state, trim_scale(quantity)::text quantity, promised_on::text promised, trim_scale(coalesce((select max(f.accepted) from app.trade_line_face f where f.trade_id = l.trade_id and f.line_number = l.line_number), 0))::text accepted from app.trade_line l where trade_id = $1 order by 1",
    [tradeId],
  );
const members = (all: readonly Step[]) => [...new Set(all.map(({ seller }) => seller))];

/** Of all companies of the region: what happened since the test before is in every plan. */
const followed = { followed: 0, anew: 0 };
afterEach(async () => {
  const now = await expectPlansFollow(databases, TODAY);
  followed.followed += now.followed;
  followed.anew += now.anew;
});

describe("one maker's order becomes every company's work and books", () => {
  test("the maker's order arrives at the window, and the pre-check says what would refuse", async () => {
    const [maker] = await ask("select id from app.partner where company_id = $1 and code = 'KAZAMINO'", [
      region.actors.companyId(WINDOW),
    ]);
    const order = windowOrderShape.parse({
      partnerId: maker!.id,
      orderedOn: TODAY,
      outsideNumber: "K-2026-1124",
      dispatch: "never",
      lines: [
        { item: "FR-R92B-58", quantity: "4", wantedOn: "2026-12-18" },
        { item: "FR-M94S-42", quantity: "3", wantedOn: "2026-12-18" },
        { item: "FR-R92R-58", quantity: "2", wantedOn: "2026-12-18" },
      ],
    });
    const entered = must(await region.actors.as(WINDOW, (tx) => enterWindowOrder(tx, order, TODAY)), "order");
    ({ tradeId } = entered);
    expect(entered.chainId).toBeNull();
    const preview = must(
      await region.actors.as(WINDOW, (tx) => previewDispatch(tx, tradeId, { byHand: [] }, TODAY)),
      "preview",
    );
    const answers = preview.lines.flatMap(({ answers }) => answers.map(({ answer }) => answer));
    expect(preview.lines.every(({ plan }) => plan.ok)).toBe(true);
    expect(answers.filter((answer) => answer === "impossible")).toEqual([]);
    // Special paint confirms every order by hand; nobody else needs a person.
    expect(answers.filter((answer) => answer === "person").length).toBe(1);
  });

  test("one click, one transaction: every member has its order, every step its trade", async () => {
    const result = must(
      await region.actors.as(WINDOW, (tx) => dispatchOrder(tx, tradeId, { byHand: [] }, TODAY)),
      "dispatch",
    );
    ({ chainId } = result);
    const all = await steps();
    expect(result.stepCount).toBe(all.length);
    expect(members(all).length).toBe(7);
    for (const line of [1, 2, 3]) {
      const own = all.filter((step) => step.line === line);
      expect(own.slice(0, -1).map(({ buyer }) => buyer)).toEqual(own.slice(1).map(({ seller }) => seller));
      expect(own.at(-1)!.buyer).toBe(WINDOW);
    }
    const waiting = all.filter(({ state }) => state === "placed");
    expect(waiting.map(({ seller }) => seller)).toEqual(["SHIRATSUYU"]);
    for (const { tradeId: id, lineNumber } of waiting)
      must(
        await region.actors.as("SHIRATSUYU", (tx) =>
          moveLines(tx, { tradeId: id, today: TODAY, lines: [{ lineNumber, seen: "placed", to: "confirmed" }] }),
        ),
        "special paint confirms",
      );
    expect((await steps()).every(({ state }) => state === "confirmed")).toBe(true);
    // What no person had to confirm was promised to the maker at once; the last answer promised the rest in its own transaction.
    expect((await originLines()).map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  test("to the window the chain is one line; to a member its own trades and milestones, and never a price", async () => {
    const seen = await region.actors.as(WINDOW, (tx) => readChain(tx, chainId, TODAY));
    if (!seen.ok) throw new Error("the window sees its chain");
    expect(seen.value.steps.every((step) => step.relation === "step" && step.companyName !== "")).toBe(true);
    expect(seen.value.fee && BigInt(seen.value.fee.feeYen)).toBeGreaterThan(0n);
    // A member: its own trades, its neighbours' milestones, all else as one step of no name; no price, no order of the maker.
    const welding = await region.actors.as("HOMURA", (tx) => readChain(tx, chainId, TODAY));
    if (!welding.ok) throw new Error("a member sees its part");
    expect(welding.value).toMatchObject({ role: "member", partnerName: "", totalYen: null, fee: null, tradeId: null });
    expect(welding.value.lines.every((line) => line.amountYen === null && line.quantity === null)).toBe(true);
    const ofFirst = welding.value.steps.filter((step) => step.chainLineNumber === 1);
    expect(ofFirst.map((step) => [step.relation, step.companyName !== ""])).toEqual([
      ["neighbour", true],
      ["own", true],
      ["neighbour", true],
      ["others", false],
    ]);
    const [polishing] = (await steps()).filter(({ seller }) => seller === "TSUYANO");
    const rows = await ask("select 1 from app.trade_face where company_id = $1 and trade_id = $2", [
      region.actors.companyId("IROHAMA"),
      polishing!.tradeId,
    ]);
    // Painting buys of polishing, forming does not.
    expect(rows.length).toBe(1);
    expect(
      await ask("select 1 from app.trade_face where company_id = $1 and trade_id = $2", [
        region.actors.companyId("MIKASANO"),
        polishing!.tradeId,
      ]),
    ).toEqual([]);
  });

  test("a change that the third member declines changes nothing", async () => {
    const before = [await steps(), await originLines()];
    const input = { reason: "増量", lines: [{ lineNumber: 1, isCancel: false, newQuantity: "60" }] };
    const change = must(
      await region.actors.as(WINDOW, (tx) => proposeChainChange(tx, chainId, input, TODAY)),
      "proposal",
    );
    const asked = await askedMembers(change.id);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    for (const [at, member] of asked.slice(0, 3).entries()) {
      const answer = { agree: at < 2, costYen: 0n, words: at < 2 ? "承知しました" : "手一杯です" };
      const said = must(await region.actors.as(member, (tx) => answerChange(tx, change.id, answer)), "answer");
      expect(said.state).toBe(at < 2 ? "proposed" : "declined");
    }
    expect([await steps(), await originLines()]).toEqual(before);
  });

  test("a change of quantity and date and the cancel of one line travel through the chain, with costs and consents", async () => {
    const input = {
      reason: "メーカーの計画変更",
      lines: [
        { lineNumber: 1, isCancel: false, newQuantity: "5", newWantedOn: "2026-12-22" },
        { lineNumber: 3, isCancel: true },
      ],
    };
    const change = must(
      await region.actors.as(WINDOW, (tx) => proposeChainChange(tx, chainId, input, TODAY)),
      "proposal",
    );
    for (const member of await askedMembers(change.id))
      must(
        await region.actors.as(member, (tx) =>
          answerChange(tx, change.id, { agree: true, costYen: 500n, words: "段取り替え" }),
        ),
        "answer",
      );
    must(await region.actors.as(WINDOW, (tx) => finishChange(tx, change.id, true, TODAY)), "apply");
    const all = await steps();
    expect(new Set(all.filter(({ line }) => line === 1).map(({ quantity }) => quantity))).toEqual(new Set(["5"]));
    expect(new Set(all.filter(({ line }) => line === 3).map(({ state }) => state))).toEqual(new Set(["cancelled"]));
    expect(await originLines()).toMatchObject([
      { line: 1, state: "confirmed", quantity: "5" },
      { line: 2, state: "confirmed", quantity: "3" },
      { line: 3, state: "cancelled" },
    ]);
    const [costs] = await ask(
      "select sum(cost_yen)::int yen from app.chain_change_consent where chain_change_id = $1",
      [change.id],
    );
    expect(costs!.yen).toBeGreaterThan(0);
  });

  test("each member's plan has seen its step trades as firm supply and firm demand and plans the rest", async () => {
    const open = (await steps()).filter(({ state }) => state === "confirmed");
    for (const member of members(open)) {
      const firm = await firmRecords(member);
      for (const step of open.filter(({ seller }) => seller === member))
        expect(firm).toContainEqual(`demand ${step.tradeId}/${step.lineNumber} ${step.quantity}`);
      for (const step of open.filter(({ buyer }) => buyer === member)) {
        expect(firm).toContainEqual(`receipt ${step.tradeId}/${step.lineNumber} ${step.quantity}`);
        // All of it is spoken for by this order, so nothing of it is proposed a second time.
        expect(firm).toContainEqual(`pegged ${step.tradeId}/${step.lineNumber} ${step.quantity}`);
      }
    }
  });

  test("work is reported and goods go from firm to firm, in parts and with a rejection on the way", async () => {
    const open = (await steps()).filter(({ state, buyer }) => state === "confirmed" && buyer !== WINDOW);
    for (const step of open) {
      region.today = addDays(TODAY, Math.min(step.step - 1, 5));
      const quantity = decimal(step.quantity);
      const line = { tradeId: step.tradeId, lineNumber: step.lineNumber, quantity };
      await provideFor(region, step.seller, step.itemId, line);
      if (step.line !== 1 || step.seller !== "HOMURA") {
        await deliver(region, step.seller, step.buyer, [line]);
        continue;
      }
      // Welding sends three of five, one of which has a crack; it comes back, is made good and goes with the rest.
      const bad = new Map([[0, { quantity: decimal(1), reason: "溶接割れ" }]]);
      await deliver(region, step.seller, step.buyer, [{ ...line, quantity: decimal(3) }], bad);
      region.today = addDays(region.today, 1);
      await deliver(region, step.seller, step.buyer, [{ ...line, quantity: decimal(3) }]);
      const [face] = await ask(
        "select trim_scale(accepted)::text accepted, trim_scale(rejected)::text rejected from app.trade_line_face where trade_id = $1 and line_number = $2 and side = 'S'",
        [step.tradeId, step.lineNumber],
      );
      expect(face).toEqual({ accepted: "5", rejected: "1" });
    }
  });

  test("the last step goes straight to the maker, in two deliveries, and one piece the maker rejects is replaced", async () => {
    const last = (await steps()).filter(({ state, buyer }) => state === "confirmed" && buyer === WINDOW);
    region.today = addDays(TODAY, 5);
    for (const step of last)
      await provideFor(region, step.seller, step.itemId, { ...step, quantity: decimal(step.quantity) });
    const first = last.find(({ line }) => line === 1)!;
    const second = last.find(({ line }) => line === 2)!;
    await toTheMaker([{ step: first, good: 2, bad: 1 }]);
    region.today = addDays(TODAY, 6);
    await toTheMaker([
      { step: first, good: 3, bad: 0 },
      { step: second, good: 3, bad: 0 },
    ]);
    expect(await originLines()).toMatchObject([
      { line: 1, accepted: "5" },
      { line: 2, accepted: "3" },
      { line: 3, state: "cancelled" },
    ]);
  });

  test("closing-day invoices follow, every payment is matched, and nothing of the chain stays open", async () => {
    const closingOn = "2026-11-30";
    const paidOn = "2026-12-25";
    const companies = await ask("select code from app.company order by code");
    for (const { code: seller } of companies) {
      const issued = await region.actors.as(seller, (tx) =>
        issueInvoices(tx, { side: "S", closingOn, issuedOn: closingOn }),
      );
      if (!issued.ok) {
        expect(issued.refusals[0]!.code).toBe("NOTHING_TO_INVOICE");
        continue;
      }
      for (const { invoiceId, totalYen, partnerId } of issued.value)
        await payInvoice(seller, invoiceId, partnerId, totalYen, paidOn);
    }
    const open = await ask("select 1 from app.invoice_face where state <> 'settled'");
    expect(open).toEqual([]);
    const receivables = await ask(
      "select c.code, sum(l.amount_yen) yen from app.journal_line l join app.company c on c.company_id = l.company_id where l.role = 'receivable' group by 1 having sum(l.amount_yen) <> 0",
    );
    expect(receivables).toEqual([]);
  });

  test("the window's books show its fee as a principal: what the maker paid less what the last steps cost", async () => {
    const [books] = await ask(
      "select -sum(amount_yen) fee from app.journal_line where company_id = $1 and role in ('salesMerchandise', 'costOfMerchandise')",
      [region.actors.companyId(WINDOW)],
    );
    const [chain] = await ask(
      `select (select sum(amount_yen) from app.trade_line where trade_id = $1 and state = 'confirmed')
        - (select sum(l.amount_yen) from app.trade_line l join app.trade t on t.id = l.trade_id where t.chain_id = $2 and t.buyer_id = $3 and l.state = 'confirmed') fee`,
      [tradeId, chainId, region.actors.companyId(WINDOW)],
    );
    expect(books!.fee).toBe(chain!.fee);
    expect(BigInt(books!.fee)).toBeGreaterThan(0n);
  });

  test("plans followed the chain item by item, and were made anew only at first", () => {
    expect(followed.followed).toBeGreaterThan(20);
    expect(followed.anew).toBeLessThan(followed.followed);
  });

  test("at the end all invariants of the trade model hold over all companies", async () => {
    await sealAndFold(databases.job);
    const { findings } = await examine(database.job);
    expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
    // The region was founded linked: nothing stood between its companies before. Nobody held a date.
    expect(findings.filter(({ compared }) => compared === 0).map(({ invariant }) => invariant)).toEqual([
      "opening_items_agreed",
      "promises_fit",
    ]);
  });
});

/** What a member's current plan takes as given of its trades: firm demand and firm supply, line by line. */
async function firmRecords(member: string): Promise<string[]> {
  const rows = await ask(
    `select x.what || ' ' || x.id || '/' || x.line || ' ' || trim_scale(x.quantity::numeric / 10::numeric ^ p.decimals) text
      from app.plan_run r join app.plan_item p on p.company_id = r.company_id and p.run_id = r.id
      cross join lateral (select 'demand' what, d.* from unnest(p.demand_id, p.demand_line, p.demand_quantity) d (id, line, quantity)
        union all select 'receipt', d.* from unnest(p.receipt_id, p.receipt_line, p.receipt_quantity) d (id, line, quantity)
        union all select 'pegged', d.id, d.line, sum(g.quantity) from unnest(p.receipt_id, p.receipt_line) with ordinality d (id, line, n)
          join unnest(p.peg_supply, p.peg_quantity) g (supply, quantity) on g.supply = -1 - d.n group by d.id, d.line) x
     where r.company_id = $1 and r.is_current`,
    [region.actors.companyId(member)],
  );
  return rows.map(({ text }) => text);
}

/** Members that a change waits for. */
async function askedMembers(changeId: string): Promise<string[]> {
  const rows = await ask(
    "select c.code from app.chain_change_consent k join app.company c on c.company_id = k.member_id where k.chain_change_id = $1 and k.state = 'asked' order by c.code",
    [changeId],
  );
  return rows.map(({ code }) => code);
}

/** Final assembly ships to the window's name, the maker inspects, and the same day counts in both trades. */
async function toTheMaker(parts: readonly { step: Step; good: number; bad: number }[]): Promise<void> {
  const seller = parts[0]!.step.seller;
  const shipped = await region.actors.as(seller, (tx) =>
    ship(tx, {
      shippedOn: region.today,
      lines: parts.map(({ step, good, bad }) => ({
        tradeId: step.tradeId,
        lineNumber: step.lineNumber,
        quantity: decimal(good + bad),
      })),
    }),
  );
  const { deliveryId } = must(shipped, "to the maker");
  const lines = parts.map(({ good, bad }, at) => ({
    lineNumber: at + 1,
    accepted: decimal(good),
    rejected: new Decimal(bad),
    reason: bad > 0 ? "塗装むら" : "",
  }));
  must(
    await region.actors.as(WINDOW, (tx) => recordFarEnd(tx, { deliveryId, judgedOn: region.today, lines })),
    "maker",
  );
}

async function payInvoice(
  seller: string,
  invoiceId: string,
  partnerId: string,
  amountYen: bigint,
  paidOn: string,
): Promise<void> {
  const allocations = [{ invoiceId, amountYen }];
  const [buyer] = await ask(
    `select c.code, (select p.id from app.partner p where p.company_id = c.company_id and p.linked_company_id = $2) "cardId"
      from app.invoice i join app.company c on c.company_id = i.buyer_id where i.id = $1`,
    [invoiceId, region.actors.companyId(seller)],
  );
  if (!buyer) {
    must(
      await region.actors.as(seller, (tx) =>
        recordReceipt(tx, { partnerId, receivedOn: paidOn, amountYen, kind: "transfer", allocations }),
      ),
      "the maker pays",
    );
    return;
  }
  const sent = await region.actors.as(buyer.code, (tx) =>
    sendPayment(tx, { partnerId: buyer.cardId, kind: "transfer", sentOn: paidOn, amountYen, allocations }),
  );
  const { paymentId } = must(sent, `${buyer.code} pays`);
  must(await region.actors.as(seller, (tx) => receivePayment(tx, { paymentId, receivedOn: paidOn })), "money arrives");
}
