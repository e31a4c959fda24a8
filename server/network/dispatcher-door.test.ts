import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { insertAll, query, toJson } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { type AskedStep, askSteps, placeSteps, type StepToPlace } from "./dispatch.store.ts";
import { createRegion, type Region } from "./region.fixture.ts";

/** What a dispatcher, or somebody who pretends to be one, might try to do to two others. */
let region: Region;
const ORDERED_ON = "2026-12-01";

beforeAll(async () => {
  region = await createRegion({
    unsigned: [3],
    steps: [
      { process: "成形", leadTimeDays: 3, price: "200" },
      { process: "溶接", leadTimeDays: 5, price: "500" },
      { process: "塗装", leadTimeDays: 2, price: "800" },
      { process: "組立", leadTimeDays: 2, price: "900" },
    ],
  });
  await region.world.admin.query("update app.agreement_item set minimum_quantity = 10");
});
afterAll(() => region.close());

const step = (seller: TestCompany, buyer: TestCompany, more: Partial<StepToPlace> = {}): StepToPlace => ({
  ref: 0,
  id: newId(),
  sellerId: seller.id,
  buyerId: buyer.id,
  code: "FR-1-1",
  form: "goods",
  quantity: decimal(20),
  wantedOn: "2026-12-20",
  orderedOn: ORDERED_ON,
  amountYen: null,
  chainLineNumber: 1,
  chainStepNumber: 10,
  ...more,
});
/** The state of what was placed, or why it was not. */
async function place(as: TestCompany, ...steps: StepToPlace[]): Promise<string> {
  const placed = await region.world.as(as, (tx) => placeSteps(tx, newId(), steps));
  return placed.map((one) => one.state ?? one.reason).join();
}
async function countTrades(): Promise<number> {
  const { rows } = await region.world.admin.query("select count(*)::int n from app.trade");
  return rows[0].n;
}

describe("the dispatcher's door", () => {
  test("lets the window place between two members who both signed", async () => {
    const [first, second] = region.members;
    expect(await place(region.window, step(first!, second!))).toBe("confirmed");
  });
  // nothing is told about an agreement of a member who did not sign: the same word as for none
  test("is shut for a member who has not signed, on either side", async () => {
    const [, , third, fourth] = region.members;
    expect(await place(region.window, step(third!, fourth!, { code: "FR-1-3" }))).toBe("NO_AGREEMENT");
  });
  test("is shut for a member who is not the window", async () => {
    const [first, second, third] = region.members;
    expect(await place(third!, step(first!, second!))).toBe("NO_AGREEMENT");
  });
  test("does not let a seller write its customer's order for it", async () => {
    const [first, second] = region.members;
    expect(await place(first!, step(first!, second!))).toBe("DISPATCH_NOT_SIGNED");
  });
  const outside: { name: string; more: Partial<StepToPlace>; reason: string }[] = [
    { name: "another price", more: { amountYen: 1n }, reason: "NOT_BY_WEIGHT" },
    { name: "an item the agreement does not have", more: { code: "FR-9" }, reason: "NO_AGREEMENT" },
    { name: "an item of another pair's agreement", more: { code: "FR-1-2" }, reason: "NO_AGREEMENT" },
    { name: "a quantity below the agreed minimum", more: { quantity: decimal(9) }, reason: "BELOW_MINIMUM" },
    { name: "a date sooner than the agreed lead time", more: { wantedOn: "2026-12-03" }, reason: "LEAD_TIME_SHORT" },
    { name: "work instead of goods", more: { form: "processing" }, reason: "OTHER_FORM" },
  ];
  test.each(outside)("refuses $name", async ({ more, reason }) => {
    const [first, second] = region.members;
    expect(await place(region.window, step(first!, second!, more))).toBe(reason);
  });
  test("places nothing when one of several steps is not possible", async () => {
    const [first, second] = region.members;
    const before = await countTrades();
    expect(
      await place(region.window, step(first!, second!), step(first!, second!, { ref: 1, quantity: decimal(9) })),
    ).toBe(",BELOW_MINIMUM");
    expect(await countTrades()).toBe(before);
  });
  test("opens the doors of exactly those whose trades it placed, and leaves a record at each", async () => {
    const [first, second, third] = region.members;
    const one = step(first!, second!);
    const opened = await region.world.as(region.window, async (tx) => {
      await placeSteps(tx, newId(), [one]);
      const [row] = await query<{ companies: string[]; trades: string[] }>(
        tx,
        "select guard.exchange(1) companies, guard.exchange(2) trades",
      );
      return row!;
    });
    expect(opened.trades).toEqual([one.id]);
    expect([...opened.companies].sort()).toEqual([first!.id, second!.id].sort());
    expect(opened.companies).not.toContain(third!.id);
    const { rows } = await region.world.admin.query(
      "select company_id, by_company_id, user_id, reaction from app.access_record where trade_id = $1 order by company_id",
      [one.id],
    );
    expect(rows).toEqual(
      [first!.id, second!.id].sort().map((id) => ({
        company_id: id,
        by_company_id: region.window.id,
        user_id: region.window.userId,
        reaction: "cascade",
      })),
    );
  });
  test("gives no way to confirm, cancel or reprice what was placed between two others", async () => {
    const [first, second] = region.members;
    const changed = await region.world.as(region.window, (tx) =>
      query(
        tx,
        "update app.trade_line set state = 'cancelled', unit_price = 1 where seller_id = $1 and buyer_id = $2 returning 1",
        [first!.id, second!.id],
      ),
    );
    expect(changed).toEqual([]);
  });
  test("writes a step only into a chain of the same company, and moves none to another chain", async () => {
    const [first, second] = region.members;
    const chain = { id: newId(), number: "VC-900001", group_id: newId(), origin_trade_id: "", form: "relay" };
    const one = step(first!, second!);
    await region.world.as(region.window, async (tx) => {
      await placeSteps(tx, chain.id, [one]);
      await insertAll(tx, "value_chain", [{ ...chain, company_id: tx.companyId, origin_trade_id: one.id }]);
    });
    const write = (as: TestCompany, chainId: string) =>
      region.world.as(as, (tx) =>
        insertAll(tx, "chain_step", [
          {
            company_id: tx.companyId,
            chain_id: chainId,
            chain_line_number: 1,
            step_number: 10,
            process_code: "P",
            process_name: "P",
            seller_id: first!.id,
            buyer_id: second!.id,
            code: "FR-1",
            quantity: "1",
            yield: "1",
            wanted_on: "2026-12-24",
          },
        ]),
      );
    await expect(write(region.window, newId())).rejects.toMatchObject({ code: "23503" });
    await expect(write(first!, chain.id)).rejects.toMatchObject({ code: "23503" });
    await write(region.window, chain.id);
    await expect(
      region.world.as(region.window, (tx) =>
        query(tx, "update app.chain_step set chain_id = $1 where chain_id = $2", [newId(), chain.id]),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
  test("opens no member's door for a trade the window did not dispatch", async () => {
    const [first, second] = region.members;
    const one = step(first!, second!);
    const agreement = "select id from app.agreement where seller_id = $1 and buyer_id = $2";
    const { rows } = await region.world.admin.query(agreement, [one.sellerId, one.buyerId]);
    await region.world.admin.query("begin");
    await region.world.admin.query("set local session_replication_role = replica");
    await region.world.admin.query(
      "insert into app.trade (id, seller_id, buyer_id, agreement_id, number, first_state, ordered_on, total_yen) values ($1, $2, $3, $4, 'X', 'placed', $5, 0)",
      [one.id, one.sellerId, one.buyerId, rows[0].id, ORDERED_ON],
    );
    await region.world.admin.query("commit");
    await expect(
      region.world.as(region.window, (tx) => query(tx, "select guard.enter_counterparties($1, 'cascade')", [[one.id]])),
    ).rejects.toMatchObject({ code: "42501" });
  });
  test("moves no price between two others by a change of the chain", async () => {
    const [first, second] = region.members;
    const one = step(first!, second!);
    const chain = newId();
    const attempt = region.world.as(region.window, async (tx) => {
      await placeSteps(tx, chain, [one]);
      const origin = await query<{ id: string }>(tx, "select id from app.trade where dispatcher_id = $1 limit 1", [
        region.window.id,
      ]);
      if (origin.length > 0) throw new Error("the window reads no trade between two others");
      const changeId = newId();
      await query(
        tx,
        "insert into app.trade (id, seller_id, outside_partner_id, number, first_state, ordered_on, total_yen) values ($1, $2, $3, 'SO-X', 'placed', $4, 0)",
        [changeId, region.window.id, region.maker, ORDERED_ON],
      );
      await query(
        tx,
        "insert into app.value_chain (company_id, id, number, group_id, origin_trade_id, form) values ($1, $2, 'VC-X', $3, $4, 'relay')",
        [region.window.id, chain, region.groupId, changeId],
      );
      await query(tx, "insert into app.chain_change (company_id, id, chain_id, number) values ($1, $2, $3, 'CC-X')", [
        region.window.id,
        changeId,
        chain,
      ]);
      await query(tx, "select guard.propose_chain_change($1, $2::jsonb)", [
        changeId,
        toJson([{ id: newId(), trade_id: one.id, lines: [{ line_number: 1, new_unit_price: "1" }] }]),
      ]);
    });
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the pre-check", () => {
  const asked = (seller: TestCompany, buyer: TestCompany, code: string, more: Partial<AskedStep> = {}): AskedStep => ({
    ref: 0,
    sellerId: seller.id,
    buyerId: buyer.id,
    code,
    form: "goods",
    quantity: decimal(20),
    wantedOn: "2026-12-20",
    orderedOn: ORDERED_ON,
    amountYen: null,
    ...more,
  });
  const cases: {
    name: string;
    pair: [number, number];
    code: string;
    more?: Partial<AskedStep>;
    expected: [string, string];
  }[] = [
    { name: "ready", pair: [0, 1], code: "FR-1-1", expected: ["ready", ""] },
    {
      name: "above the standing quantity: a person there",
      pair: [0, 1],
      code: "FR-1-1",
      more: { quantity: decimal(501) },
      expected: ["person", "ABOVE_STANDING_QUANTITY"],
    },
    {
      name: "below the agreed minimum",
      pair: [0, 1],
      code: "FR-1-1",
      more: { quantity: decimal(9) },
      expected: ["impossible", "BELOW_MINIMUM"],
    },
    {
      name: "sooner than agreed between two others",
      pair: [0, 1],
      code: "FR-1-1",
      more: { wantedOn: "2026-12-02" },
      expected: ["impossible", "LEAD_TIME_SHORT"],
    },
    { name: "an item they do not trade", pair: [0, 1], code: "FR-9", expected: ["impossible", "NO_AGREEMENT"] },
    {
      name: "a price by weights they did not sign",
      pair: [0, 1],
      code: "FR-1-1",
      more: { amountYen: 5n },
      expected: ["impossible", "NOT_BY_WEIGHT"],
    },
    // nothing is told about an agreement of a member who did not sign: the same word as for none
    { name: "a member that did not sign", pair: [2, 3], code: "FR-1-3", expected: ["impossible", "NO_AGREEMENT"] },
  ];
  test.each(cases)("says $name", async ({ pair, code, more, expected }) => {
    const [answer] = await region.world.as(region.window, (tx) =>
      askSteps(tx, [asked(region.members[pair[0]]!, region.members[pair[1]]!, code, more)], true),
    );
    expect([answer!.answer, answer!.reason]).toEqual(expected);
  });
  test("is on record at the company asked, and counted: the 5,001st of an hour is refused", async () => {
    const [first, second] = region.members;
    const seen = await region.world.as(first!, (tx) =>
      query<{ n: number }>(
        tx,
        "select count(*)::int n from app.precheck_record where company_id = $1 and by_company_id = $2",
        [first!.id, region.window.id],
      ),
    );
    expect(seen[0]!.n).toBeGreaterThan(4);
    await region.world.admin.query(
      "insert into app.precheck_record (company_id, by_company_id, code, quantity, answer) select $1, $2, 'FR-1-1', 1, 'ready' from generate_series(1, 5000)",
      [first!.id, region.window.id],
    );
    await expect(
      region.world.as(region.window, (tx) => askSteps(tx, [asked(first!, second!, "FR-1-1")], true)),
    ).rejects.toMatchObject({ constraint: "precheck_limit" });
  });
});
