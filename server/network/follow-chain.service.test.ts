import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chainPromise, windowOrderShape } from "../../domain/network/index.ts";
import { workingDayOnOrAfter, workingDays } from "../../domain/resources/index.ts";
import { plantAgreement, plantItems, plantPlaces, type TestCompany } from "../../tests/support/world.ts";
import { wireReactions } from "../app.ts";
import { query } from "../platform/db/index.ts";
import { type LineMove, moveLines } from "../trade/index.ts";
import { askAgain } from "./ask-again.service.ts";
import { readChain } from "./chain.service.ts";
import { listMemberChains, listWindowChains } from "./chain.store.ts";
import { answerChange, finishChange, proposeChainChange } from "./chain-change.service.ts";
import { HOLIDAYS } from "./follow-chain.service.ts";
import { listStuckSteps } from "./follow-chain.store.ts";
import { createRegion, type Region } from "./region.fixture.ts";
import { enterWindowOrder } from "./window-order.service.ts";

const TODAY = "2026-12-01";
let region: Region;
beforeAll(async () => {
  wireReactions();
  region = await createRegion({
    standingQuantity: "10",
    steps: [
      { process: "切断", leadTimeDays: 2, price: "100" },
      { process: "溶接", leadTimeDays: 2, price: "200" },
      { process: "塗装", leadTimeDays: 2, price: "300" },
    ],
  });
});
afterAll(() => region.close());

async function entered(at: Region, quantity = "100"): Promise<{ tradeId: string; chainId: string }> {
  const order = windowOrderShape.parse({
    partnerId: at.maker,
    lines: [{ item: "FR-1", quantity, wantedOn: "2026-12-18" }],
  });
  const done = await at.world.as(at.window, (tx) => enterWindowOrder(tx, order, TODAY));
  if (!done.ok || !done.value.chainId) throw new Error(JSON.stringify(done));
  return { tradeId: done.value.tradeId, chainId: done.value.chainId };
}
const stepsOf = async (at: Region, chainId: string) =>
  (
    await at.world.admin.query<{
      n: number;
      trade: string;
      state: string;
      promised: string | null;
      wanted: string;
      lead: number;
      feeds: number | null;
    }>(
      "select s.step_number n, s.trade_id trade, l.state, l.promised_on::text promised, s.wanted_on::text wanted, s.lead_time_days lead, s.feeds_step_number feeds from app.chain_step s join app.trade_line l on l.trade_id = s.trade_id and l.line_number = s.trade_line_number where s.chain_id = $1 order by 1",
      [chainId],
    )
  ).rows;
const origin = async (at: Region, tradeId: string) => {
  const { rows } = await at.world.admin.query(
    `select l.state, l.promised_on::text promised, (select string_agg(r.state || ' ' || trim_scale(r.quantity) || ' ' || r.needed_on, ',') from app.reservation r where r.trade_id = l.trade_id) reserved from app.trade_line l where l.trade_id = $1`,
    [tradeId],
  );
  return rows[0];
};
async function answer(at: Region, company: TestCompany, tradeId: string, move: Partial<LineMove>) {
  const moved = await at.world.as(company, (tx) =>
    moveLines(tx, { tradeId, today: TODAY, lines: [{ lineNumber: 1, seen: "placed", to: "confirmed", ...move }] }),
  );
  if (!moved.ok) throw new Error(JSON.stringify(moved.refusals));
}
const stuck = async (at: Region, company = at.window) => {
  const page = await at.world.as(company, (tx) => listStuckSteps(tx, HOLIDAYS, { limit: 50 }));
  return page.ok ? page.value.rows : [];
};

describe("the promise of the whole order", () => {
  const heads = async (company: TestCompany, chainId: string, list: typeof listWindowChains) => {
    const said = (head: { promisedOn: string | null; unansweredCount: number }) => [
      head.promisedOn,
      head.unansweredCount,
    ];
    const filter = { search: "", state: null, today: TODAY, chainId };
    const [row] = await region.world.as(company, (tx) => list(tx, filter, null, 10));
    const page = await region.world.as(company, (tx) => readChain(tx, chainId, TODAY));
    if (!row || !page.ok) throw new Error("no chain");
    // The page says what the list says.
    expect(said(page.value)).toEqual(said(row));
    return said(row);
  };
  const window = (chainId: string) => heads(region.window, chainId, listWindowChains);
  const member = (chainId: string) => heads(region.members[2]!, chainId, listMemberChains);

  test("with a line that waits it says so, and is whole once every line is promised; what was cancelled does not count", async () => {
    const input = windowOrderShape.parse({
      partnerId: region.maker,
      lines: [
        { item: "FR-1", quantity: "10", wantedOn: "2026-12-18" },
        { item: "FR-1", quantity: "100", wantedOn: "2027-01-15" },
        { item: "FR-1", quantity: "10", wantedOn: "2027-02-05" },
      ],
    });
    const done = await region.world.as(region.window, (tx) => enterWindowOrder(tx, input, TODAY));
    if (!done.ok || !done.value.chainId) throw new Error(JSON.stringify(done));
    const { chainId, tradeId } = done.value;
    expect(await window(chainId)).toEqual(["2027-02-05", 1]);
    expect(await member(chainId)).toEqual(["2027-02-05", 1]);
    const cancelled = await region.world.as(region.window, (tx) =>
      proposeChainChange(tx, chainId, { reason: "", lines: [{ lineNumber: 3, isCancel: true }] }, TODAY),
    );
    if (!cancelled.ok) throw new Error(JSON.stringify(cancelled.refusals));
    for (const company of region.members)
      await region.world.as(company, (tx) =>
        answerChange(tx, cancelled.value.id, { agree: true, costYen: 0n, words: "" }),
      );
    await region.world.as(region.window, (tx) => finishChange(tx, cancelled.value.id, true, TODAY));
    // The latest known is the first line's day; the order will be later, and the head says that a line has no answer.
    expect(await window(chainId)).toEqual(["2026-12-18", 1]);
    expect(await member(chainId)).toEqual(["2026-12-18", 1]);
    const steps = (await stepsOf(region, chainId)).filter((step) => step.state === "placed");
    for (const [index, step] of steps.entries()) {
      expect((await window(chainId))[1]).toBe(1);
      await answer(region, region.members[index]!, step.trade, { lineNumber: 2 });
    }
    expect(await window(chainId)).toEqual(["2027-01-15", 0]);
    expect(await member(chainId)).toEqual(["2027-01-15", 0]);
    expect((await origin(region, tradeId)).state).toBe("confirmed");
  });

  test("where no line has an answer there is no date, not a planned one", async () => {
    const { chainId } = await entered(region);
    expect(await window(chainId)).toEqual([null, 1]);
    expect(await member(chainId)).toEqual([null, 1]);
  });
});

describe("members' later answers", () => {
  test("the last confirmation confirms the maker's line on the wanted day, reserves it, and tells both", async () => {
    const { tradeId, chainId } = await entered(region);
    const steps = await stepsOf(region, chainId);
    for (const [index, step] of steps.entries()) {
      expect(await origin(region, tradeId)).toEqual({ state: "placed", promised: null, reserved: null });
      await answer(region, region.members[index]!, step.trade, {});
    }
    expect(await origin(region, tradeId)).toEqual({
      state: "confirmed",
      promised: "2026-12-18",
      reserved: "open 100 2026-12-18",
    });
    const told = await region.world.as(region.window, (tx) =>
      query(
        tx,
        "select command from app.audit where company_id = $1 and subject_id = $2 and command = 'trade.confirmed'",
        [region.window.id, tradeId],
      ),
    );
    expect(told).toHaveLength(1);
    expect(await stuck(region)).toEqual([]);
  });

  test("two who answer at the same moment confirm it all the same", async () => {
    const { tradeId, chainId } = await entered(region);
    const steps = await stepsOf(region, chainId);
    await Promise.all(steps.map((step, index) => answer(region, region.members[index]!, step.trade, {})));
    expect((await origin(region, tradeId)).state).toBe("confirmed");
  });

  test("a later day, countered and agreed, moves the promise by the lead times behind it, as the pure rule says", async () => {
    const { tradeId, chainId } = await entered(region);
    const [first, second, third] = await stepsOf(region, chainId);
    await answer(region, region.members[0]!, first!.trade, {
      to: "countered",
      promisedOn: "2026-12-22",
      reason: "材料待ち",
    });
    expect((await stuck(region)).map((row) => [row.memberName, row.state, row.promisedOn])).toEqual([
      ["切断工業", "countered", "2026-12-22"],
    ]);
    await answer(region, region.members[1]!, second!.trade, {});
    await answer(region, region.members[2]!, third!.trade, {});
    expect((await origin(region, tradeId)).state).toBe("placed");
    await answer(region, region.members[1]!, first!.trade, { seen: "countered", to: "confirmed" });
    const days = workingDays({ worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] });
    const promise = chainPromise(
      (await stepsOf(region, chainId)).map((step) => ({
        stepNumber: step.n,
        feedsStepNumber: step.feeds,
        leadTimeDays: step.lead,
        part: 1,
        promisedOn: step.promised!,
      })),
      "2026-12-18",
      { onOrAfter: (date) => workingDayOnOrAfter(days, date) },
    );
    expect(promise > "2026-12-25").toBe(true);
    expect(await origin(region, tradeId)).toMatchObject({ state: "confirmed", promised: promise });
    // The maker was promised what the chain can keep: there is nothing left to do.
    expect(await stuck(region)).toEqual([]);
  });

  test("a refusal stands in the window's list alone; asked again for another day and confirmed, the line goes on", async () => {
    const { tradeId, chainId } = await entered(region);
    const [first, second, third] = await stepsOf(region, chainId);
    await answer(region, region.members[0]!, first!.trade, {});
    await answer(region, region.members[1]!, second!.trade, { to: "declined", reason: "能力不足" });
    await answer(region, region.members[2]!, third!.trade, {});
    expect(await stuck(region)).toMatchObject([
      {
        chainId,
        stepNumber: second!.n,
        memberName: "溶接工業",
        buyerName: "塗装工業",
        state: "declined",
        makerPromisedOn: null,
      },
    ]);
    for (const member of region.members) expect(await stuck(region, member)).toEqual([]);
    const again = (more: object, company = region.window) =>
      region.world.as(company, (tx) =>
        askAgain(
          tx,
          chainId,
          {
            lineNumber: 1,
            stepNumber: second!.n,
            part: 1,
            memberId: region.members[1]!.id,
            wantedOn: "2026-12-17",
            ...more,
          },
          TODAY,
        ),
      );
    const code = (outcome: Awaited<ReturnType<typeof again>>) => (outcome.ok ? "" : outcome.refusals[0].code);
    expect(code(await again({}, region.members[0]))).toBe("NOT_FOUND");
    expect(code(await again({ wantedOn: "2026-11-30" }))).toBe("WANTED_IN_PAST");
    expect(code(await again({ stepNumber: third!.n }))).toBe("STEP_NOT_STUCK");
    expect(code(await again({ memberId: region.members[2]!.id }))).toBe("STEP_HAS_SUPPLIER");
    const changed = await region.world.as(region.window, (tx) =>
      proposeChainChange(
        tx,
        chainId,
        { reason: "増産", lines: [{ lineNumber: 1, isCancel: false, newQuantity: "120" }] },
        TODAY,
      ),
    );
    expect(changed.ok ? "" : changed.refusals[0].code).toBe("STEP_IS_STUCK");

    const asked = await again({});
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusals));
    expect(asked.value.state).toBe("placed");
    expect(await stuck(region)).toEqual([]);
    await answer(region, region.members[1]!, asked.value.tradeId, {});
    expect(await origin(region, tradeId)).toMatchObject({ state: "confirmed" });
    expect((await stepsOf(region, chainId)).map((step) => step.state)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  test("a line nobody can do is cancelled along the chain", async () => {
    const { tradeId, chainId } = await entered(region);
    const [first] = await stepsOf(region, chainId);
    await answer(region, region.members[0]!, first!.trade, { to: "declined", reason: "廃業" });
    const cancelled = await region.world.as(region.window, (tx) =>
      proposeChainChange(tx, chainId, { reason: "中止", lines: [{ lineNumber: 1, isCancel: true }] }, TODAY),
    );
    if (!cancelled.ok) throw new Error(JSON.stringify(cancelled.refusals));
    // the member that declined has no order any more, yet buys nothing either: it is not asked
    expect(cancelled.value.state).toBe("proposed");
    expect((await origin(region, tradeId)).state).toBe("placed");
  });

  test("another member takes the step under its own agreement; within its standing rule the maker's line is confirmed at once", async () => {
    const other = await createRegion({
      form: "processing",
      standingQuantity: "10",
      steps: [{ process: "熱処理", leadTimeDays: 2, price: "50" }],
    });
    try {
      const spare = await other.world.company("予備熱処理");
      await other.world.databases.auth.query("select guard.join_group($1, $2, '予備熱処理', '{熱処理}')", [
        other.groupId,
        spare.id,
      ]);
      await other.world.as(spare, plantPlaces);
      const [sold] = Object.values(
        await other.world.as(spare, (tx) => plantItems(tx, [{ code: "FR-1-1", category: "processing" }])),
      );
      const [bought] = await other.world.as(other.window, (tx) =>
        query<{ id: string }>(tx, "select id from app.item where company_id = $1 and code = 'FR-1-1'", [
          other.window.id,
        ]),
      );
      await plantAgreement(other.world, spare, other.window, [
        {
          code: "FR-1-1",
          sellerItemId: sold!,
          buyerItemId: bought!.id,
          unitPrice: "60",
          standingQuantity: "1000",
          leadTimeDays: 2,
          form: "processing",
        },
      ]);
      const { tradeId, chainId } = await entered(other);
      const [step] = await stepsOf(other, chainId);
      await answer(other, other.members[0]!, step!.trade, { to: "declined", reason: "炉の故障" });
      const asked = await other.world.as(other.window, (tx) =>
        askAgain(
          tx,
          chainId,
          { lineNumber: 1, stepNumber: step!.n, part: 1, memberId: spare.id, wantedOn: step!.wanted },
          TODAY,
        ),
      );
      if (!asked.ok) throw new Error(JSON.stringify(asked.refusals));
      expect(asked.value.state).toBe("confirmed");
      expect(await origin(other, tradeId)).toMatchObject({ state: "confirmed", promised: "2026-12-18" });
    } finally {
      await other.close();
    }
  });
});
