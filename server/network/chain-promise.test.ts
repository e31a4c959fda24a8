import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chainConfirmShape, chainHoldShape, chainQuestionShape } from "../../domain/network/index.ts";
import { decimal, type Outcome } from "../../domain/shared/index.ts";
import {
  plantAgreement,
  plantCalendar,
  plantItems,
  plantPartner,
  type TestCompany,
} from "../../tests/support/world.ts";
import { connectPlanner, planNow } from "../planning/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { confirmChain, holdChain, readChainPromise, releaseChain } from "./chain-promise.service.ts";
import { listChainPromises } from "./chain-promise.store.ts";
import { askChain } from "./chain-promise-ask.service.ts";
import { createRegion, type Region } from "./region.fixture.ts";

/** A Tuesday; a frame takes ten minutes of welding and ten of painting, each member works eight hours on one machine: 48 frames a day. */
const TODAY = "2026-12-01";
let region: Region;
let welder: TestCompany;
let painter: TestCompany;

beforeAll(async () => {
  region = await plantRegion();
  [welder, painter] = region.members as [TestCompany, TestCompany];
});
afterAll(() => region.close());

async function plantRegion(): Promise<Region> {
  const made = await createRegion({
    standingQuantity: "500",
    steps: [
      { process: "溶接", leadTimeDays: 5, price: "500" },
      { process: "塗装", leadTimeDays: 5, price: "800" },
    ],
  });
  connectPlanner(made.world.databases);
  const [first, second] = made.members as [TestCompany, TestCompany];
  await plantPartner(made.world, first, "WINDOW", made.window);
  for (const [member, code] of [
    [first, "FR-1-1"],
    [second, "FR-1-2"],
  ] as const)
    await plantWork(made, member, code);
  // What comes from the welder would take a month to buy: it comes with the order.
  await made.world.admin.query("update app.item set lead_time_days = 30 where company_id = $1 and code = 'FR-1-1-IN'", [
    second.id,
  ]);
  await made.world.as(second, async (tx) =>
    insertAll(tx, "bill_of_material_line", [
      {
        company_id: second.id,
        id: newId(),
        parent_item_id: await itemOf(made, second, "FR-1-2"),
        component_item_id: await itemOf(made, second, "FR-1-1-IN"),
        quantity: "1",
      },
    ]),
  );
  await answerDates(made, [first, second], true);
  return made;
}

async function plantWork({ world }: Region, member: TestCompany, code: string, minutes = "10"): Promise<void> {
  const itemId = (
    await world.admin.query("select id from app.item where company_id = $1 and code = $2", [member.id, code])
  ).rows[0].id;
  await world.as(member, async (tx) => {
    const center = newId();
    await plantCalendar(tx);
    // What it is made of besides what comes with the order is bought within the day.
    const bar = `${code}-BAR`;
    const bought = await plantItems(tx, [{ code: bar, category: "material", supply: "buy" }]);
    await insertAll(tx, "bill_of_material_line", [
      { company_id: member.id, id: newId(), parent_item_id: itemId, component_item_id: bought[bar]!, quantity: "1" },
    ]);
    await insertAll(tx, "work_center", [
      { company_id: member.id, id: center, code: "W1", name: "職場", minutes_per_day: 480 },
    ]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: member.id,
        id: newId(),
        item_id: itemId,
        operation_number: 10,
        name: "作業",
        work_center_id: center,
        run_minutes_per_unit: minutes,
      },
    ]);
  });
}

const itemOf = async ({ world }: Region, company: TestCompany, code: string): Promise<string> =>
  (await world.admin.query("select id from app.item where company_id = $1 and code = $2", [company.id, code])).rows[0]
    .id;
const answerDates = ({ world, window }: Region, members: readonly TestCompany[], answers: boolean) =>
  world.admin.query(
    "update app.partner set answers_dates = $3 where company_id = any ($1) and linked_company_id = $2",
    [members.map((one) => one.id), window.id, answers],
  );

function done<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const ask = (quantity: number, more: Record<string, unknown> = {}, at = region) =>
  at.world.as(at.window, async (tx) =>
    done(
      await askChain(
        tx,
        chainQuestionShape.parse({ itemId: at.itemId, quantity: String(quantity), wantedOn: "2026-12-18", ...more }),
        TODAY,
      ),
    ),
  );
const hold = (quantity: number, more: Record<string, unknown> = {}, nowMs = Date.now(), at = region) =>
  at.world.as(at.window, (tx) =>
    holdChain(
      tx,
      chainHoldShape.parse({ itemId: at.itemId, quantity: String(quantity), wantedOn: "2026-12-18", ...more }),
      TODAY,
      nowMs,
    ),
  );
const release = (id: string) => region.world.as(region.window, (tx) => releaseChain(tx, id));
const confirm = (id: string, at = region) =>
  at.world.as(at.window, (tx) =>
    confirmChain(tx, id, chainConfirmShape.parse({ version: 1, partnerId: at.maker, outsideNumber: "K-9" }), TODAY),
  );

/** Everything held, and that no work centre's day is held beyond its minutes. */
async function heldMinutes(at = region): Promise<number> {
  const { rows } = await at.world.admin.query(
    "select b.held, b.free, coalesce((select sum(u.amount) from app.promise_use u join app.promise p on p.id = u.promise_id and p.state in ('held', 'confirmed') where u.company_id = b.company_id and u.subject_id = b.subject_id and u.on_date = b.on_date), 0) used from app.promise_bucket b where b.kind = 'capacity' and b.company_id = any ($1)",
    [at.members.map((one) => one.id)],
  );
  for (const row of rows) {
    expect(Number(row.held)).toBe(Number(row.used));
    expect(Number(row.held)).toBeLessThanOrEqual(480);
  }
  return rows.reduce((sum: number, row: { held: string }) => sum + Number(row.held), 0);
}

describe("a date is asked along the chain", () => {
  test.each([
    { name: "a day gone by", more: { wantedOn: "2026-11-30" }, refusal: ["WANTED_IN_PAST", "wantedOn"] },
    { name: "part of a piece", more: { quantity: "1.5" }, refusal: ["QUANTITY_TOO_FINE", "quantity"] },
  ])("$name is refused at its field, asked and held", async ({ more, refusal }) => {
    const question = chainQuestionShape.parse({
      itemId: region.itemId,
      quantity: "1",
      wantedOn: "2026-12-18",
      ...more,
    });
    const asked = await region.world.as(region.window, (tx) => askChain(tx, question, TODAY));
    for (const one of [asked, await hold(1, more)])
      expect(one.ok ? [] : one.refusals.map(({ code, field }) => [code, field])).toEqual([refusal]);
  });

  test("each step from the day after the one before is ready, by its member's own plan; what comes from it is not bought", async () => {
    const answer = await ask(96);
    expect(answer).toMatchObject({ readyOn: "2026-12-04", isInTime: true, personCount: 0 });
    expect(answer.steps).toMatchObject([
      { processName: "溶接", notBefore: TODAY, readyOn: "2026-12-02", answer: "date" },
      { processName: "塗装", notBefore: "2026-12-03", readyOn: "2026-12-04", answer: "date" },
    ]);
    expect(await ask(96, { wantedOn: "2026-12-02" })).toMatchObject({ readyOn: "2026-12-04", isInTime: false });
    expect(await heldMinutes()).toBe(0);
  });

  test("only whether and when leaves a member; the question stands on record there", async () => {
    const before = await questions(welder);
    const answer = await ask(7);
    for (const step of answer.steps)
      expect(Object.keys(step).sort()).toEqual(
        [
          ...[
            "answer",
            "buyerName",
            "code",
            "feedsStepNumber",
            "isInTime",
            "leadTimeDays",
            "notBefore",
            "others",
            "part",
          ],
          ...["processName", "quantity", "readyOn", "reason", "sellerId", "sellerName", "stepNumber", "wantedOn"],
        ].sort(),
      );
    expect(JSON.stringify(answer)).not.toMatch(/W1|minutes|uses|claims|binding|orders/);
    const after = await questions(welder);
    expect(after.length).toBe(before.length + 1);
    expect(after[0]).toMatchObject({ by_company_id: region.window.id, quantity: decimal(7), answered_on: TODAY });
  });

  test("a member whose plan answers nobody is asked by a person, by the agreed lead time, on record all the same", async () => {
    await answerDates(region, [welder], false);
    const before = await questions(welder);
    const answer = await ask(10);
    expect(answer.steps).toMatchObject([
      { answer: "person", readyOn: "2026-12-07", leadTimeDays: 5 },
      { answer: "date", notBefore: "2026-12-08", readyOn: "2026-12-08" },
    ]);
    expect(answer.personCount).toBe(1);
    const after = await questions(welder);
    expect(after.length).toBe(before.length + 1);
    expect(after[0]).toMatchObject({ answered_on: null });
    await answerDates(region, [welder], true);
  });
});

const questions = (member: TestCompany) =>
  region.world.as(member, (tx) =>
    query<Record<string, unknown>>(
      tx,
      "select by_company_id, quantity, answered_on from app.promise_question where company_id = $1 order by asked_at desc",
      [member.id],
    ),
  );

describe("a date is held along the chain", () => {
  test("at every company or at none, until it is given back or runs out", async () => {
    const held = done(await hold(96));
    expect(held).toMatchObject({ state: "held", promisedOn: "2026-12-04", heldCount: 2, stepCount: 2 });
    const seen = await region.world.as(welder, (tx) =>
      query(tx, "select asked_by, state, promised_on from app.promise where company_id = $1 and state = 'held'", [
        welder.id,
      ]),
    );
    expect(seen).toMatchObject([{ asked_by: region.window.id, promised_on: "2026-12-02" }]);
    expect(await heldMinutes()).toBe(1920);
    expect((await ask(48)).steps[0]).toMatchObject({ readyOn: "2026-12-03" });
    done(await release(held.id));
    expect(await heldMinutes()).toBe(0);
    expect((await ask(48)).steps[0]).toMatchObject({ readyOn: TODAY });
    expect(await release(held.id)).toMatchObject({ refusals: [{ code: "CHAIN_PROMISE_RELEASED" }] });

    const ran = done(await hold(48, { hours: 1 }, Date.now() - 7_200_000));
    expect(ran.state).toBe("expired");
    expect((await ask(48)).steps[0]).toMatchObject({ readyOn: TODAY });
    expect(await confirm(ran.id)).toMatchObject({ refusals: [{ code: "CHAIN_PROMISE_EXPIRED" }] });
    const again = done(await hold(48));
    expect(again.promisedOn).toBe("2026-12-02");
    done(await release(again.id));
    expect(await heldMinutes()).toBe(0);
  });

  test("eight at once: each has its hours, nothing is held twice", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => hold(40)));
    const held = all.map((one) => done(one));
    expect(held.length).toBe(8);
    expect(await heldMinutes()).toBe(8 * 800);
    // 320 frames at 48 a day: the last is welded on the seventh working day.
    expect(
      held
        .map((one) => one.promisedOn)
        .sort()
        .at(-1)! >= "2026-12-09",
    ).toBe(true);
    for (const one of held) done(await release(one.id));
    expect(await heldMinutes()).toBe(0);
  });

  test("two programs beside each other: memory of neither decides, and who came second asks again", async () => {
    vi.resetModules();
    const [planning, platform, second] = await Promise.all([
      import("../planning/index.ts"),
      import("../platform/index.ts"),
      import("./chain-promise.service.ts"),
    ]);
    const { app, auth, job } = region.world.database;
    const databases = platform.openDatabases({ app, auth, job });
    planning.connectPlanner(databases);
    const input = chainHoldShape.parse({ itemId: region.itemId, quantity: "40", wantedOn: "2026-12-18" });
    const there = () =>
      platform.inTransaction(databases, region.window.acting, (tx) => second.holdChain(tx, input, TODAY, Date.now()));
    const all = await Promise.all(Array.from({ length: 6 }, (_, at) => (at % 2 ? there() : hold(40))));
    await databases.close();
    const held = all.filter((one) => one.ok).map((one) => done(one));
    expect(held.length).toBeGreaterThanOrEqual(4);
    for (const one of all) if (!one.ok) expect(one.refusals[0]!.code).toBe("CHAIN_PROMISE_TAKEN");
    expect(await heldMinutes()).toBe(held.length * 800);
    for (const one of held) done(await release(one.id));
    expect(await heldMinutes()).toBe(0);
  });

  test("no more open promises at a member than it allows: the refusal says at which step, and nothing stays", async () => {
    await region.world.admin.query(
      "update app.partner set promise_limit = 1 where company_id = $1 and linked_company_id = $2",
      [painter.id, region.window.id],
    );
    const first = done(await hold(1));
    expect(await hold(1)).toMatchObject({ refusals: [{ code: "CHAIN_STEP_FULL", values: { step: "塗装" } }] });
    done(await release(first.id));
    expect(await heldMinutes()).toBe(0);
    await region.world.admin.query("update app.partner set promise_limit = 10 where linked_company_id = $1", [
      region.window.id,
    ]);
    expect(await hold(96, { latestOn: "2026-12-02" })).toMatchObject({ refusals: [{ code: "CHAIN_PROMISE_LATER" }] });
    expect(await heldMinutes()).toBe(0);
  });
});

describe("a held date becomes the maker's order", () => {
  test("the same members, the held days, every promise its step's order; of two confirms one wins", async () => {
    const held = done(await hold(24));
    const both = await Promise.all([confirm(held.id), confirm(held.id)]);
    expect(both.filter((one) => one.ok).length).toBe(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusals: [{ code: "CHAIN_PROMISE_CONFIRMED" }] });
    const won = done(both.find((one) => one.ok)! as Outcome<{ chainId: string; tradeCount: number }, string>);
    expect(won).toMatchObject({ tradeCount: 2, waitingCount: 0, promisedOn: "2026-12-18" });
    const read = done(await region.world.as(region.window, (tx) => readChainPromise(tx, held.id)));
    expect(read).toMatchObject({ state: "confirmed", steps: [{ standing: "confirmed" }, { standing: "confirmed" }] });
    const { rows } = await region.world.admin.query(
      "select s.wanted_on, p.state, p.trade_id = s.trade_id same, p.promised_on from app.chain_step s join app.promise p on p.company_id = s.seller_id and p.chain_promise_id = $2 where s.chain_id = $1 order by s.step_number",
      [won.chainId, held.id],
    );
    // A day is enough for each: sooner than agreed, but their own plans hold it.
    expect(rows.map((row) => row.state)).toEqual(["confirmed", "confirmed"]);
    expect(rows.every((row) => row.same)).toBe(true);
    const lines = await region.world.admin.query(
      "select l.wanted_on::text, l.state from app.trade_line l join app.trade t on t.id = l.trade_id where t.chain_id = $1 and t.buyer_id is not null order by l.wanted_on",
      [won.chainId],
    );
    expect(lines.rows).toEqual([
      { wanted_on: TODAY, state: "confirmed" },
      { wanted_on: "2026-12-02", state: "confirmed" },
    ]);
    // The welder's next plan carries the work: it is not held beside it.
    expect(await heldMinutes()).toBe(480);
    await region.world.as(welder, async (tx) => done(await planNow(tx, { planFrom: TODAY, horizonDays: 60 })));
    expect(await heldMinutes()).toBe(240);
    expect((await ask(24)).steps[0]).toMatchObject({ answer: "date" });
    const list = await region.world.as(region.window, (tx) => listChainPromises(tx, { limit: 10, state: "confirmed" }));
    expect(done(list).rows.map((row) => row.id)).toEqual([held.id]);
  });

  test("a step its member gave back refuses the whole, and nothing is written", async () => {
    const held = done(await hold(5));
    await region.world.as(painter, (tx) =>
      query(
        tx,
        "select guard.release_promises(array(select id from app.promise where company_id = $1 and state = 'held'))",
        [painter.id],
      ),
    );
    const before = await tradeCount();
    expect(await confirm(held.id)).toMatchObject({
      refusals: [{ code: "CHAIN_STEP_GIVEN_BACK", values: { step: "塗装" } }],
    });
    expect(await tradeCount()).toBe(before);
    done(await release(held.id));
  });
});

const tradeCount = async () => (await region.world.admin.query("select count(*)::int n from app.trade")).rows[0].n;

describe("who else could do it", () => {
  test("every member with the process and an agreement is asked, and can be taken instead", async () => {
    const { world, groupId } = region;
    const rival = await world.company("第二溶接工業");
    await world.databases.auth.query("select guard.join_group($1, $2, $3, $4)", [
      groupId,
      rival.id,
      rival.name,
      ["溶接"],
    ]);
    await world.as(rival, (tx) => query(tx, "select guard.sign_dispatch($1)", [groupId]));
    const unsold = await ask(10, { compare: true });
    expect(unsold.steps[0]!.others).toMatchObject([
      { memberName: "第二溶接工業", answer: "impossible", readyOn: null, reason: { code: "STEP_NO_AGREEMENT" } },
    ]);
    const sold = await world.as(rival, (tx) => plantItems(tx, [{ code: "FR-1-1", category: "stage" }]));
    await plantAgreement(world, rival, painter, [
      {
        ...{ code: "FR-1-1", sellerItemId: sold["FR-1-1"]!, unitPrice: "450", standingQuantity: "500" },
        buyerItemId: await itemOf(region, painter, "FR-1-1-IN"),
      },
    ]);
    await plantPartner(world, rival, "WINDOW", region.window);
    await plantWork(region, rival, "FR-1-1", "60");
    await answerDates(region, [rival], true);
    const compared = await ask(10, { compare: true });
    // Ten hours at one machine.
    expect(compared.steps[0]).toMatchObject({
      sellerId: welder.id,
      others: [{ answer: "date", readyOn: "2026-12-02" }],
    });
    expect(compared.steps[1]!.others).toEqual([]);
    const members = [{ stepNumber: 10, members: [{ memberId: rival.id, sharePercent: "100" }] }];
    const taken = await ask(10, { members });
    expect(taken.steps).toMatchObject([{ sellerId: rival.id, readyOn: "2026-12-02" }, { notBefore: "2026-12-03" }]);
    const held = done(await hold(10, { members }));
    const won = done(await confirm(held.id));
    const { rows } = await world.admin.query(
      "select seller_id from app.chain_step where chain_id = $1 order by step_number",
      [won.chainId],
    );
    expect(rows.map((row) => row.seller_id)).toEqual([rival.id, painter.id]);
  });
});

describe("a chain of processing", () => {
  test("is asked the same way: every step from the day the one before is ready", async () => {
    const other = await createRegion({
      form: "processing",
      steps: [
        { process: "切断", price: "100" },
        { process: "研磨", price: "200" },
      ],
    });
    try {
      connectPlanner(other.world.databases);
      await plantWork(other, other.members[0]!, "FR-1-1");
      await plantWork(other, other.members[1]!, "FR-1-2");
      await answerDates(other, other.members, true);
      const answer = await ask(96, {}, other);
      expect(answer.steps).toMatchObject([
        { answer: "date", readyOn: "2026-12-02" },
        { answer: "date", notBefore: "2026-12-03", readyOn: "2026-12-04" },
      ]);
      const held = done(await hold(96, {}, Date.now(), other));
      const won = done(await confirm(held.id, other));
      expect(won).toMatchObject({ tradeCount: 2, waitingCount: 0 });
      expect(await heldMinutes(other)).toBe(1920);
    } finally {
      connectPlanner(region.world.databases);
      await other.close();
    }
  });
});

test("what is held adds up in the doctor's eyes", async () => {
  const { rows } = await region.world.databases.job.query("select broken, compared from guard.examine_promises()");
  expect(rows[0]!.broken).toBe(0n);
  expect(rows[0]!.compared).toBeGreaterThan(0n);
});

describe("the walls", () => {
  test("without the member's word the database itself holds and answers nothing", async () => {
    await answerDates(region, [welder], false);
    const promise = {
      ...{ company_id: welder.id, id: newId(), item_id: await itemOf(region, welder, "FR-1-1"), quantity: "1" },
      ...{ wanted_on: TODAY, promised_on: TODAY, start_on: TODAY, as_of: "1", uses: [] },
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const place = (company: TestCompany) =>
      region.world.as(company, (tx) => query(tx, "select guard.place_promises($1)", [JSON.stringify([promise])]));
    await expect(place(region.window)).rejects.toMatchObject({ code: "42501" });
    await expect(place(painter)).rejects.toMatchObject({ code: "42501" });
    const { rows } = await region.world.databases.job.query("select guard.open_promise_job($1, $2) job", [
      region.window.id,
      welder.id,
    ]);
    expect(rows[0].job).toBeNull();
    await answerDates(region, [welder], true);
  });

  test("nobody reads, ends or confirms another's; questions are counted", async () => {
    const held = done(await hold(3));
    const others = await region.world.as(painter, (tx) =>
      query(tx, "select id from app.chain_promise union all select id from app.promise where company_id <> $1", [
        painter.id,
      ]),
    );
    expect(others).toEqual([]);
    const ids = (
      await region.world.admin.query("select array_agg(id) ids from app.promise where chain_promise_id = $1", [held.id])
    ).rows[0].ids;
    const outsider = await region.world.company("外部工業");
    const [touched] = await region.world.as(outsider, (tx) =>
      query<{ n: number }>(tx, "select guard.release_promises($1) n", [ids]),
    );
    expect(touched!.n).toBe(0);
    expect(await region.world.as(outsider, (tx) => query(tx, "select * from guard.promise_states($1)", [ids]))).toEqual(
      [],
    );
    const item = await region.world.as(welder, (tx) =>
      query(tx, "select * from guard.promise_item($1, $2, $3, 'FR-1-1')", [outsider.id, welder.id, painter.id]),
    );
    expect(item).toEqual([]);
    done(await release(held.id));
    await region.world.admin.query(
      "insert into app.promise_question (company_id, id, by_company_id, item_id, quantity, wanted_on) select company_id, gen_random_uuid(), by_company_id, item_id, 1, wanted_on from app.promise_question q cross join generate_series(1, 500) where q.company_id = $1 and q.by_company_id = $2 limit 500",
      [welder.id, region.window.id],
    );
    await expect(ask(1)).rejects.toMatchObject({ constraint: "promise_question_limit" });
  });
});
