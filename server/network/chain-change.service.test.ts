import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import {
  answerChange,
  type ChainChangeInput,
  finishChange,
  planChainChange,
  proposeChainChange,
} from "./chain-change.service.ts";
import { listInbox, loadChainChanges } from "./chain-change.store.ts";
import { createRegion, type Region } from "./region.fixture.ts";
import { enterWindowOrder } from "./window-order.service.ts";

const TODAY = "2026-12-01";
let region: Region;
let chainId: string;

const LINE = { lineNumber: 1, isCancel: false };
const change = (more: Partial<ChainChangeInput["lines"][number]>): ChainChangeInput => ({
  reason: "メーカーの増産",
  lines: [{ ...LINE, ...more }],
});
const everything = () =>
  region.world.admin
    .query(
      `select (select jsonb_agg(jsonb_build_array(trade_id, line_number, quantity, wanted_on, promised_on, state, revision, amount_yen) order by trade_id, line_number) from app.trade_line) lines,
        (select jsonb_agg(jsonb_build_array(company_id, trade_id, quantity, allocated, state, needed_on) order by company_id, trade_id) from app.reservation) reservations,
        (select jsonb_agg(jsonb_build_array(step_number, quantity, wanted_on) order by step_number) from app.chain_step) steps, (select count(*) from app.trade_line_revision) revisions`,
    )
    .then((result) => JSON.stringify(result.rows[0]));
const propose = (input: ChainChangeInput) =>
  region.world.as(region.window, (tx) => proposeChainChange(tx, chainId, input, TODAY));
const answer = (company: TestCompany, changeId: string, agree: boolean, costYen = 0n) =>
  region.world.as(company, (tx) =>
    answerChange(tx, changeId, { agree, costYen, words: agree ? "" : "材料が間に合わない" }),
  );
const quantities = async () => {
  const rows = await region.world.admin.query<{ code: string; q: string; r: string | null; state: string }>(
    `select l.code, trim_scale(l.quantity)::text q, (select trim_scale(r.quantity)::text from app.reservation r where r.trade_id = l.trade_id and r.state = 'open') r, l.state from app.trade_line l order by l.code`,
  );
  return rows.rows.map((row) => `${row.code} ${row.q} ${row.state} reserved ${row.r ?? "-"}`);
};

beforeAll(async () => {
  region = await createRegion({
    standingQuantity: "150",
    steps: [
      { process: "切断", yield: "0.98", leadTimeDays: 2, price: "100" },
      { process: "成形", leadTimeDays: 2, price: "200" },
      { process: "溶接", yield: "0.95", leadTimeDays: 2, price: "300" },
      { process: "研磨", leadTimeDays: 2, price: "400" },
      { process: "塗装", leadTimeDays: 2, price: "500" },
    ],
  });
  const order = windowOrderShape.parse({
    partnerId: region.maker,
    lines: [{ item: "FR-1", quantity: "100", wantedOn: "2026-12-28" }],
  });
  const entered = await region.world.as(region.window, (tx) => enterWindowOrder(tx, order, TODAY));
  if (!entered.ok || !entered.value.chainId) throw new Error(JSON.stringify(entered));
  chainId = entered.value.chainId;
});
afterAll(() => region.close());

describe("a change the standing rules cannot answer", () => {
  test("asks every company once; when the third of five declines nothing has changed anywhere", async () => {
    const before = await everything();
    const proposed = await propose(change({ newQuantity: "200" }));
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusals));
    expect(proposed.value).toMatchObject({ state: "proposed", askedCount: 5, agreedCount: 0 });
    const { id } = proposed.value;
    for (const [index, member] of region.members.slice(0, 2).entries()) {
      const said = await answer(member, id, true, BigInt(index + 1) * 1000n);
      expect(said.ok && said.value.state).toBe("proposed");
    }
    const early = await region.world.as(region.window, (tx) => finishChange(tx, id, true, TODAY));
    expect(early.ok ? "" : early.refusals[0].code).toBe("CHANGE_NOT_AGREED");
    const declined = await answer(region.members[2]!, id, false);
    expect(declined.ok && declined.value.state).toBe("declined");
    expect(await everything()).toBe(before);
    const [stored] = await region.world.as(region.window, (tx) => loadChainChanges(tx, { id }));
    expect(stored?.state).toBe("declined");
    const late = await answer(region.members[3]!, id, true);
    expect(late.ok ? "" : late.refusals[0].code).toBe("NOT_FOUND");
    const requests = await region.world.admin.query(
      "select distinct state from app.change_request where chain_change_id = $1",
      [id],
    );
    expect(requests.rows).toEqual([{ state: "declined" }]);
  });

  test("when all five agree, every line, reservation and step changes at once, and the costs add up for the window", async () => {
    const proposed = await propose(change({ newQuantity: "200" }));
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusals));
    const { id } = proposed.value;
    for (const [index, member] of region.members.entries()) await answer(member, id, true, BigInt(index + 1) * 1000n);
    expect((await quantities())[0]).toBe("FR-1 100 confirmed reserved 100");
    const done = await region.world.as(region.window, (tx) => finishChange(tx, id, true, TODAY));
    expect(done).toEqual({ ok: true, value: null });
    // 200 ← 200 ← 200 / 0.95 = 211 ← 211 ; the first step's own yield is on its material
    expect(await quantities()).toEqual([
      "FR-1 200 confirmed reserved 200",
      "FR-1-1 211 confirmed reserved 211",
      "FR-1-2 211 confirmed reserved 211",
      "FR-1-3 200 confirmed reserved 200",
      "FR-1-4 200 confirmed reserved 200",
      "FR-1-5 200 confirmed reserved 200",
    ]);
    const [stored] = await region.world.as(region.window, (tx) => loadChainChanges(tx, { id }));
    expect(stored?.state).toBe("applied");
    expect(stored?.consents.reduce((sum, one) => sum + BigInt(one.costYen), 0n)).toBe(15_000n);
  });

  test("a member's inbox shows its own lines, both sides of them, and nothing of others", async () => {
    const rows = await region.world.as(region.members[1]!, (tx) => listInbox(tx, null, null, 10));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ state: "agreed", windowName: "結び共同受注会", costYen: "2000", chainId });
    expect(rows[0]!.lines.map((one) => [one.side, one.code, one.quantity, one.newQuantity])).toEqual([
      ["S", "FR-1-2", "106", "211"],
      ["B", "FR-1-1", "106", "211"],
    ]);
    const others = await region.world.as(region.members[1]!, (tx) =>
      query<{ n: number }>(tx, "select count(*)::int n from app.chain_change_consent where member_id <> $1", [
        region.members[1]!.id,
      ]),
    );
    expect(others).toEqual([{ n: 0 }]);
  });
});

test("a change within the standing rules of all needs no person and is applied at once", async () => {
  const proposed = await propose(change({ newQuantity: "120" }));
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusals));
  expect(proposed.value).toMatchObject({ state: "applied", askedCount: 5, agreedCount: 5 });
  expect((await quantities()).slice(0, 2)).toEqual([
    "FR-1 120 confirmed reserved 120",
    "FR-1-1 127 confirmed reserved 127",
  ]);
});

test("a new date moves every step; two proposals at once are refused; one taken back leaves no trace", async () => {
  const planned = await region.world.as(region.window, (tx) =>
    planChainChange(tx, chainId, change({ newWantedOn: "2026-12-04" }), TODAY),
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals));
  expect([planned.value.promisedOn, planned.value.isLate]).toEqual(["2026-12-14", true]);
  const before = await everything();
  const proposed = await propose(change({ newQuantity: "160" }));
  const second = await propose(change({ newQuantity: "170" }));
  expect(second.ok ? "" : second.refusals[0].code).toBe("CHAIN_CHANGE_PENDING");
  if (!proposed.ok) throw new Error("refused");
  await region.world.as(region.window, (tx) => finishChange(tx, proposed.value.id, false, TODAY));
  expect(await everything()).toBe(before);
  const moved = await propose(change({ newWantedOn: "2027-01-12" }));
  expect(moved.ok && moved.value.state).toBe("applied");
  const dates = await region.world.as(region.window, (tx) =>
    query(tx, "select wanted_on, promised_on from app.trade_line_face where company_id = $1 order by code", [
      region.window.id,
    ]),
  );
  expect(dates).toEqual([
    { wanted_on: "2027-01-12", promised_on: "2027-01-12" },
    { wanted_on: "2027-01-12", promised_on: "2027-01-12" },
  ]);
});

test("a cancel asks everybody, for no standing rule answers it, and closes lines and reservations", async () => {
  const proposed = await propose(change({ isCancel: true }));
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusals));
  expect(proposed.value).toMatchObject({ state: "proposed", askedCount: 5, agreedCount: 0 });
  for (const member of region.members) await answer(member, proposed.value.id, true);
  expect((await region.world.as(region.window, (tx) => finishChange(tx, proposed.value.id, true, TODAY))).ok).toBe(
    true,
  );
  expect(await quantities()).toEqual(
    ["FR-1 120", "FR-1-1 127", "FR-1-2 127", "FR-1-3 120", "FR-1-4 120", "FR-1-5 120"].map(
      (one) => `${one} cancelled reserved -`,
    ),
  );
  const again = await propose(change({ newQuantity: "10" }));
  expect(again.ok ? "" : again.refusals[0].code).toBe("LINE_CLOSED");
});

test("a company that is not asked can neither answer nor see a proposal", async () => {
  const stranger = await region.world.company("よその会社");
  const [row] = (await region.world.admin.query<{ id: string }>("select id from app.chain_change limit 1")).rows;
  const said = await answer(stranger, row!.id, false);
  expect(said.ok ? "" : said.refusals[0].code).toBe("NOT_FOUND");
  expect(await region.world.as(stranger, (tx) => listInbox(tx, null, null, 10))).toEqual([]);
});
