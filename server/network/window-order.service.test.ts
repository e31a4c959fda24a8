import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { dispatchOrder, previewDispatch } from "./dispatch.service.ts";
import { createRegion, type Region } from "./region.fixture.ts";
import { type EnteredOrder, enterWindowOrder } from "./window-order.service.ts";
import { windowOrderImport } from "./window-order-import.ts";

const TODAY = "2026-12-01";

async function enter(region: Region, lines: { quantity: string; wantedOn: string }[], more: object = {}) {
  const order = windowOrderShape.parse({
    partnerId: region.maker,
    lines: lines.map((line) => ({ item: "FR-1", ...line })),
    ...more,
  });
  return region.world.as(region.window, (tx) => enterWindowOrder(tx, order, TODAY));
}
async function entered(region: Region, quantity: string, wantedOn: string, more: object = {}): Promise<EnteredOrder> {
  const outcome = await enter(region, [{ quantity, wantedOn }], more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const faces = (region: Region, company: TestCompany, tradeIds?: readonly string[]) =>
  region.world.as(company, (tx) =>
    query<Record<string, unknown>>(
      tx,
      `select l.side, l.code, l.quantity::text, l.unit_price::text price, l.amount_yen, l.wanted_on, l.promised_on, l.state from app.trade_line_face l join app.trade_face f on f.company_id = l.company_id and f.trade_id = l.trade_id
       where l.company_id = $1 and ($2::uuid[] is null or l.trade_id = any($2)) order by l.side, l.code`,
      [company.id, tradeIds ?? null],
    ),
  );
const reservations = (region: Region, company: TestCompany) =>
  region.world.as(company, (tx) =>
    query(tx, "select quantity::text, allocated::text, needed_on from app.reservation where company_id = $1", [
      company.id,
    ]),
  );

describe("a relay of three members with yields, at agreed prices, confirmed by standing rules", () => {
  let region: Region;
  let order: EnteredOrder;
  beforeAll(async () => {
    region = await createRegion({
      steps: [
        { process: "成形", yield: "0.95", leadTimeDays: 3, price: "200" },
        { process: "溶接", yield: "0.9", leadTimeDays: 5, price: "500.5" },
        { process: "塗装", leadTimeDays: 2, price: "800" },
      ],
    });
    order = await entered(region, "100", "2026-12-21");
  });
  afterAll(() => region.close());

  test("one transaction makes the maker's order, three trades and one chain", () => {
    expect({ ...order, tradeId: "", chainId: "" }).toEqual({
      tradeId: "",
      number: "SO-000001",
      chainId: "",
      chainNumber: "VC-000001",
      tradeCount: 3,
      stepCount: 3,
      waitingCount: 0,
      promisedOn: "2026-12-21",
      reasons: [],
    });
  });
  test("every company has its order, each with the quantity, date and price of its own step", async () => {
    const line = (side: string, code: string, quantity: string, price: string, yen: bigint, on: string) => ({
      side,
      code,
      quantity: `${quantity}.000000`,
      price: `${price}`,
      amount_yen: yen,
      wanted_on: on,
      promised_on: on,
      state: "confirmed",
    });
    const [first, second, third] = region.members;
    // 2026-12-21 is a Monday; two days earlier is a Saturday, so the welder delivers on Friday the 18th
    expect(await faces(region, region.window)).toEqual([
      line("B", "FR-1-3", "100", "800.000000", 80_000n, "2026-12-21"),
      line("S", "FR-1", "100", "1000.000000", 100_000n, "2026-12-21"),
    ]);
    expect(await faces(region, third!)).toEqual([
      line("B", "FR-1-2", "100", "500.500000", 50_050n, "2026-12-18"),
      line("S", "FR-1-3", "100", "800.000000", 80_000n, "2026-12-21"),
    ]);
    expect(await faces(region, second!)).toEqual([
      line("B", "FR-1-1", "112", "200.000000", 22_400n, "2026-12-11"),
      line("S", "FR-1-2", "100", "500.500000", 50_050n, "2026-12-18"),
    ]);
    expect(await faces(region, first!)).toEqual([line("S", "FR-1-1", "112", "200.000000", 22_400n, "2026-12-11")]);
  });
  test("each seller owes its step: a reservation at every company, the window's to the maker too", async () => {
    const owed = await Promise.all([...region.members, region.window].map((company) => reservations(region, company)));
    expect(owed.map((rows) => rows.map((row) => (row as { quantity: string }).quantity))).toEqual([
      ["112.000000"],
      ["100.000000"],
      ["100.000000"],
      ["100.000000"],
    ]);
  });
  test("each company reads in its own record that the window dispatched, and who came through its door", async () => {
    for (const member of region.members)
      expect(
        await region.world.as(member, (tx) =>
          query(
            tx,
            `select (select count(*)::int from app.audit where company_id = $1 and command = 'network.dispatched') audits, (select count(*)::int from app.outbox where company_id = $1 and kind = 'trade.placed' and not is_own) told,
              (select array_agg(distinct reaction) from app.access_record where company_id = $1 and by_company_id = $2) doors`,
            [member.id, region.window.id],
          ),
        ),
      ).toEqual([{ audits: 1, told: 1, doors: ["cascade"] }]);
  });
  test("a member cannot read the trade of two others, nor its price, by any table", async () => {
    const [first, , third] = region.members;
    const seen = await region.world.as(first!, (tx) =>
      query<{ n: number }>(
        tx,
        `select ((select count(*) from app.trade where buyer_id = $1 or seller_id = $1) + (select count(*) from app.trade_line where code = 'FR-1-3') + (select count(*) from app.trade_line_face where code <> 'FR-1-1')
          + (select count(*) from app.chain_step) + (select count(*) from app.value_chain) + (select count(*) from app.dispatch_step))::int n`,
        [third!.id],
      ),
    );
    expect(seen).toEqual([{ n: 0 }]);
  });
  test("the window dispatches the trade between two others and cannot read its price", async () => {
    const [first, second] = region.members;
    expect(
      await region.world.as(region.window, (tx) =>
        query(tx, "select 1 from app.trade_line where seller_id = $1 and buyer_id = $2", [first!.id, second!.id]),
      ),
    ).toEqual([]);
    const columns = await region.world.as(region.window, (tx) =>
      query<Record<string, unknown>>(tx, "select * from guard.chain_view($1)", [order.chainId]),
    );
    expect(Object.keys(columns[0]!).some((name) => /price|yen|cost/.test(name))).toBe(false);
  });
  test("a member sees its own step, its neighbours' milestones, and everything else as one", async () => {
    const view = (company: TestCompany) =>
      region.world.as(company, (tx) =>
        query<Record<string, unknown>>(
          tx,
          "select relation, step_number, company_id, quantity::text, state, share_done::text from guard.chain_view($1)",
          [order.chainId],
        ),
      );
    const [first, second, third] = region.members;
    expect((await view(first!)).map((row) => [row["relation"], row["step_number"], row["company_id"]])).toEqual([
      ["own", 10, first!.id],
      ["neighbour", 20, second!.id],
      ["others", 30, null],
    ]);
    expect((await view(third!)).map((row) => [row["relation"], row["step_number"], row["company_id"]])).toEqual([
      ["others", 10, null],
      ["neighbour", 20, second!.id],
      ["own", 30, third!.id],
    ]);
    // nothing made, nothing accepted: no share done is shown, with or without a work order behind it
    expect((await view(region.window)).map((row) => [row["relation"], row["company_id"], row["share_done"]])).toEqual(
      region.members.map((member) => ["step", member.id, "0.00"]),
    );
  });
  test("a chain of others answers nothing to a stranger", async () => {
    const stranger = await region.world.company("よその会社");
    expect(
      await region.world.as(stranger, (tx) => query(tx, "select * from guard.chain_view($1)", [order.chainId])),
    ).toEqual([]);
  });
});

describe("prices by weight", () => {
  let region: Region;
  beforeAll(async () => {
    region = await createRegion({
      earning: "weights",
      feePercent: "3",
      steps: [
        { process: "成形", yield: "0.9", weight: 20n, price: "1" },
        { process: "溶接", yield: "0.9", weight: 30n, price: "1" },
        { process: "塗装", weight: 40n, price: "1" },
      ],
    });
  });
  afterAll(() => region.close());

  test("fee first, each trade costs what the steps up to it earn, and partial acceptance comes back to the yen", async () => {
    await entered(region, "97", "2026-12-21");
    const [bought] = await faces(region, region.window);
    // 97,000 less 2,910 fee is 94,090; the last trade costs all of it
    expect(bought).toMatchObject({ side: "B", amount_yen: 94_090n, price: "970.000000" });
    const [first, second] = region.members;
    const [cheapest] = await faces(region, first!);
    expect(cheapest).toMatchObject({ code: "FR-1-1", quantity: "108.000000", amount_yen: 20_909n });
    // 20,909 / 108 does not end: the unit price gives the amount back when rounded down
    expect(cheapest).toMatchObject({ price: "193.601852" });
    expect((await faces(region, second!))[1]).toMatchObject({ amount_yen: 52_272n });
  });
});

describe("processing: the window owns the goods, every step sells its work", () => {
  let region: Region;
  beforeAll(async () => {
    region = await createRegion({
      form: "processing",
      steps: [
        { process: "切削", leadTimeDays: 2, price: "300" },
        { process: "熱処理", leadTimeDays: 3, price: "120" },
        { process: "めっき", leadTimeDays: 4, price: "90" },
      ],
    });
  });
  afterAll(() => region.close());

  test("three trades of work with the window, none between two members", async () => {
    const order = await entered(region, "50", "2026-12-28");
    expect(order.tradeCount).toBe(3);
    expect((await faces(region, region.window)).map((row) => [row["side"], row["code"], row["amount_yen"]])).toEqual([
      ["B", "FR-1-1", 15_000n],
      ["B", "FR-1-2", 6_000n],
      ["B", "FR-1-3", 4_500n],
      ["S", "FR-1", 50_000n],
    ]);
    for (const member of region.members) expect(await faces(region, member)).toHaveLength(1);
  });
  test("the member in the middle sees the state of both neighbours and no name, for it trades with neither", async () => {
    const [chain] = await region.world.as(region.window, (tx) =>
      query<{ id: string }>(tx, "select id from app.value_chain where company_id = $1", [region.window.id]),
    );
    const rows = await region.world.as(region.members[1]!, (tx) =>
      query<Record<string, unknown>>(tx, "select relation, company_id, code, quantity from guard.chain_view($1)", [
        chain!.id,
      ]),
    );
    expect(rows).toEqual([
      { relation: "neighbour", company_id: null, code: "", quantity: null },
      { relation: "own", company_id: region.members[1]!.id, code: "FR-1-2", quantity: expect.anything() },
      { relation: "neighbour", company_id: null, code: "", quantity: null },
    ]);
  });
});

describe("what waits for a person", () => {
  let region: Region;
  beforeAll(async () => {
    region = await createRegion({
      standingQuantity: "100",
      unsigned: [],
      steps: [
        { process: "成形", leadTimeDays: 10, price: "200" },
        { process: "塗装", leadTimeDays: 5, price: "500" },
      ],
    });
  });
  afterAll(() => region.close());

  test("an order the chain cannot make in time is entered, not dispatched, and says when it could be", async () => {
    const order = await entered(region, "10", "2026-12-03");
    expect([order.chainId, order.reasons]).toEqual([
      null,
      [{ lineNumber: 1, code: "CHAIN_IS_LATE", values: { promised: "2026-12-16" } }],
    ]);
    const done = await region.world.as(region.window, (tx) => dispatchOrder(tx, order.tradeId, { byHand: [] }, TODAY));
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
    expect(done.value).toMatchObject({ tradeCount: 2, waitingCount: 0, promisedOn: "2026-12-16" });
    expect((await faces(region, region.window, [order.tradeId]))[0]).toMatchObject({
      state: "confirmed",
      promised_on: "2026-12-16",
    });
  });
  test("a quantity above the standing rule is placed and waits at the member; the maker is not yet promised", async () => {
    const order = await entered(region, "101", "2026-12-28");
    expect([order.tradeCount, order.waitingCount]).toEqual([2, 2]);
    expect((await faces(region, region.window, [order.tradeId]))[0]).toMatchObject({
      state: "placed",
      promised_on: null,
    });
    const words = await region.world.as(region.window, async (tx) => {
      const again = await entered(region, "101", "2026-12-28", { dispatch: "never" });
      return previewDispatch(tx, again.tradeId, { byHand: [] }, TODAY);
    });
    if (!words.ok) throw new Error("refused");
    expect(words.value.lines[0]!.answers.map((one) => [one.answer, one.reason?.code])).toEqual([
      ["person", "STEP_ABOVE_STANDING_QUANTITY"],
      ["person", "STEP_ABOVE_STANDING_QUANTITY"],
    ]);
  });
  test("an order is dispatched once, also when two people press at the same time", async () => {
    const order = await entered(region, "5", "2026-12-28", { dispatch: "never" });
    const both = await Promise.all(
      [1, 2].map(() => region.world.as(region.window, (tx) => dispatchOrder(tx, order.tradeId, { byHand: [] }, TODAY))),
    );
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    const refused = both.find((one) => !one.ok);
    expect(refused && !refused.ok && refused.refusals[0].code).toBe("NOTHING_TO_DISPATCH");
  });
  test("an item no rule covers, an agreement that ended: the order stands and says why", async () => {
    await region.world.admin.query("update app.agreement set state = 'ended' where seller_id = $1", [
      region.members[0]!.id,
    ]);
    const order = await entered(region, "5", "2026-12-28");
    expect([order.chainId, order.reasons[0]]).toEqual([
      null,
      { lineNumber: 1, code: "STEP_NO_AGREEMENT", values: { item: "FR-1-1", step: 10 } },
    ]);
    await region.world.admin.query("update app.dispatch_rule set is_active = false where id = $1", [region.ruleId]);
    expect((await entered(region, "5", "2026-12-28")).reasons[0]?.code).toBe("NO_RULE");
  });
});

describe("makers' orders from a file", () => {
  let region: Region;
  beforeAll(async () => {
    region = await createRegion({
      standingQuantity: "50",
      steps: [
        { process: "成形", leadTimeDays: 3, price: "200" },
        { process: "塗装", leadTimeDays: 2, price: "800" },
      ],
    });
  });
  afterAll(() => region.close());
  const row = (line: number, values: object) => ({
    line,
    values: {
      outsideNumber: "K-1",
      lineNumber: 1,
      partnerCode: "MAKER",
      orderedOn: TODAY,
      item: "FR-1",
      quantity: "10",
      unit: null,
      unitPrice: null,
      wantedOn: "2026-12-21",
      description: null,
      title: null,
      ...values,
    },
    cells: [],
  });
  const look = (rows: ReturnType<typeof row>[]) =>
    region.world.as(region.window, (tx) =>
      windowOrderImport.resolve(tx, rows as never, { locale: "ja", isFromShiftJis: false }),
    );
  const chains = () =>
    region.world.as(region.window, (tx) =>
      query<{ number: string; steps: number; lines: number[] }>(
        tx,
        `select f.outside_number number, count(*)::int steps, array_agg(distinct s.chain_line_number) lines from app.value_chain v join app.chain_step s on s.company_id = v.company_id and s.chain_id = v.id
           join app.trade_face f on f.company_id = v.company_id and f.trade_id = v.origin_trade_id where v.company_id = $1 group by 1`,
        [region.window.id],
      ),
    );

  test("each order cascades by itself, in the file's transaction; the same file again changes nothing", async () => {
    const rows = [
      row(2, { lineNumber: 3 }),
      row(3, { lineNumber: 7, quantity: "20" }),
      row(4, { outsideNumber: "K-2", wantedOn: "2026-12-02" }),
    ];
    const decisions = await look(rows);
    expect(decisions.map(({ does }) => does)).toEqual(["insert", "insert", "insert"]);
    await region.world.as(region.window, (tx) =>
      windowOrderImport.apply(
        tx,
        decisions.flatMap((one, at) => (one.does === "insert" ? [{ ...one, line: at + 2 }] : [])),
      ),
    );
    // The second order wants what the chain cannot make: it stands and waits for a person.
    expect(await chains()).toEqual([{ number: "K-1", steps: 4, lines: [3, 7] }]);
    expect((await look(rows)).map(({ does }) => does)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });
  test("what is wrong in a row is told at its cell, before anything is written", async () => {
    const decisions = await look([
      row(2, { outsideNumber: "K-3", item: "NONE" }),
      row(3, { outsideNumber: "K-4", partnerCode: "NOBODY" }),
      row(4, { lineNumber: 3, quantity: "11" }),
    ]);
    expect(
      decisions.map((one) => (one.does === "problem" ? [one.problems[0].field, one.problems[0].code] : [])),
    ).toEqual([
      ["item", "ITEM_UNKNOWN"],
      ["partnerCode", "PARTNER_UNKNOWN"],
      ["lineNumber", "ORDER_DIFFERS"],
    ]);
    expect(await chains()).toHaveLength(1);
  });
});
