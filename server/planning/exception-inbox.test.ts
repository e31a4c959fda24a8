import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PlanExceptionAnswer, RemedyChoice } from "../../domain/planning/index.ts";
import { addDays, decimal } from "../../domain/shared/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { createWorkOrders, releaseWorkOrder } from "../production/index.ts";
import { answerChange, moveLines, proposeChange } from "../trade/index.ts";
import { applyRemedies } from "./apply-remedies.service.ts";
import { countByOwner, readInbox, setAside, takeBack } from "./exception.service.ts";
import { done, type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { pegLevel } from "./peg-tree.service.ts";
import { editPlannedOrder } from "./planned-order.service.ts";
import { loadPlannedOrders } from "./planned-order.store.ts";
import { closePlanWorkers, connectPlanner } from "./planner.ts";
import { holdPromise } from "./promise.service.ts";
import { previewRemedies } from "./remedy-preview.service.ts";

const ALL_ROLES = ["production", "purchasing", "sales", "warehouse"];

let world: World;
beforeAll(async () => {
  world = await createWorld();
  connectPlanner(world.databases);
});
afterAll(async () => {
  await closePlanWorkers();
  await world.close();
});

const { plantMaker, placeOrder, plan } = factoriesIn(() => world);
/** Lamps of a foot and two screws: feet are turned at home, screws are bought of a firm outside the platform. */
const plantWorks = (): Promise<Factory> =>
  plantMaker(`照明${newId().slice(-6)}`, {
    roles: ALL_ROLES,
    made: [
      { code: "LAMP", lead_time_days: 2, sales_price: "5000" },
      { code: "FOOT", category: "assembly", lead_time_days: 3 },
    ],
    bought: [{ code: "SCREW", lead_time_days: 5, purchase_price: "10" }],
    structure: [
      ["LAMP", "FOOT", "1"],
      ["LAMP", "SCREW", "2"],
      ["FOOT", "SCREW", "1"],
    ],
    workCenter: { name: "旋盤" },
    routed: ["LAMP", "FOOT"],
    operation: { name: "加工" },
  });
const codesOf = (outcome: { ok: boolean; refusals?: readonly { code: string; field?: string }[] }) =>
  outcome.ok ? [] : outcome.refusals!.map(({ code, field }) => `${code} ${field ?? ""}`.trim());

const order = (
  company: TestCompany,
  side: "S" | "B",
  partnerId: string,
  lines: Parameters<typeof placeOrder>[3],
  firstState?: "confirmed" | "placed",
) => placeOrder(company, side, partnerId, lines, { firstState, orderedOn: "2026-03-01", unitPrice: 10 });

const make = (works: Factory, item: string, quantity: number, dueOn: string) =>
  world.as(works.company, async (tx) => {
    const input = { itemId: works.items[item]!, startQuantity: decimal(quantity), startOn: addDays(dueOn, -3), dueOn };
    return done(await createWorkOrders(tx, [input], TODAY))[0]!.id;
  });

type Show = "open" | "aside" | "applied" | "all";
function inbox(company: TestCompany, show: Show = "open", owner: "mine" | "all" | "sales" = "all", today = TODAY) {
  return world.as(company, async (tx) => done(await readInbox(tx, { limit: 200, show, owner }, today)).rows);
}
const short = (rows: readonly PlanExceptionAnswer[]) => rows.map((row) => `${row.owner} ${row.kind} ${row.itemCode}`);

function choice(row: PlanExceptionAnswer, on?: string): RemedyChoice {
  const { kind, itemId, subject, orderKey, quantity, onDate, wantedDate } = row;
  return { kind, itemId, subject, orderKey, seen: { quantity, onDate, wantedDate }, ...(on && { on }) };
}
const preview = (company: TestCompany, choices: readonly RemedyChoice[]) =>
  world.as(company, async (tx) => (await previewRemedies(tx, choices, TODAY)).rows);
const apply = (company: TestCompany, choices: readonly RemedyChoice[], reason = "計画の見直し") =>
  world.as(company, (tx) => applyRemedies(tx, choices, reason, TODAY));
const only = (rows: readonly PlanExceptionAnswer[], kind: string) => {
  const found = rows.filter((row) => row.kind === kind);
  expect([kind, found.length]).toEqual([kind, 1]);
  return found[0]!;
};

const lineOf = async (company: TestCompany, tradeId: string, line = 1) =>
  (
    await world.as(company, (tx) =>
      query<{ text: string }>(
        tx,
        "select concat_ws(' ', state, quantity::float, wanted_on, promised_on) text from app.trade_line_face where company_id = $1 and trade_id = $2 and line_number = $3",
        [company.id, tradeId, line],
      ),
    )
  )[0]!.text;
const orderOf = async (company: TestCompany, id: string) =>
  (
    await world.as(company, (tx) =>
      query<{ text: string }>(
        tx,
        "select concat_ws(' ', state, quantity::float, start_on, due_on) text from app.work_order where company_id = $1 and id = $2",
        [company.id, id],
      ),
    )
  )[0]!.text;

async function withRoles<T>(company: TestCompany, roles: readonly string[], work: () => Promise<T>): Promise<T> {
  const set = (to: readonly string[]) =>
    world.admin.query("update app.membership set roles = $2 where company_id = $1", [company.id, to]);
  await set(roles);
  try {
    return await work();
  } finally {
    await set(ALL_ROLES);
  }
}

describe("what a held date stands on", () => {
  test("it is not to be cancelled, and its material that comes too late names the held date", async () => {
    const works = await plantWorks();
    await make(works, "FOOT", 10, "2026-04-06");
    const screws = [{ item: "SCREW", quantity: 10, on: "2026-04-08" }];
    const purchase = await order(works.company, "B", works.supplier, screws);
    await plan(works.company);
    expect(short(await inbox(works.company))).toContain("production cancel FOOT");
    const held = await world.as(works.company, async (tx) => {
      const question = { itemId: works.items["FOOT"]!, quantity: decimal(10), wantedOn: TODAY };
      const input = { ...question, partnerId: works.customer, hours: 48, latestOn: null };
      return done(await holdPromise(tx, input, TODAY, Date.now()));
    });
    await plan(works.company);
    const rows = await inbox(works.company);
    expect(rows.filter((row) => row.itemCode === "FOOT")).toEqual([]);
    expect(only(rows, "expedite")).toMatchObject({
      ...{ itemCode: "SCREW", subject: { kind: "purchase", id: purchase } },
      need: { kind: "promise", id: held.id, number: held.number, partnerName: expect.any(String) },
      customers: [],
    });
    // The tree of pegs leads from the screws to it, and from it to the work order it stands on.
    const up = await world.as(works.company, async (tx) =>
      done(await pegLevel(tx, works.items["FOOT"]!, { direction: "down", kind: "promise", id: held.id, line: 1 })),
    );
    expect(up.groups.flatMap(({ nodes }) => nodes.map((node) => `${node.kind} ${node.quantity}`))).toEqual([
      "work_order 10",
    ]);
  });
});

describe("what is bought", () => {
  let works: Factory;
  beforeEach(async () => {
    works = await plantWorks();
  });

  test("a purchase that comes too late names the customer behind it, and is moved at once where the supplier is outside", async () => {
    const sale = await order(works.company, "S", works.customer, [{ item: "LAMP", quantity: 5, on: "2026-05-15" }]);
    const purchase = await order(works.company, "B", works.supplier, [
      { item: "SCREW", quantity: 15, on: "2026-05-20" },
    ]);
    await plan(works.company);
    const late = only(await inbox(works.company), "expedite");
    expect(late).toMatchObject({
      owner: "purchasing",
      isMine: true,
      remedy: { kind: "move_receipt", on: late.wantedDate },
      need: { kind: "sales", id: sale, partnerName: "C1", neededOn: expect.stringMatching(/^2026-05/) },
      moreNeeds: 0,
    });
    const [seen] = await preview(works.company, [choice(late)]);
    expect(seen).toMatchObject({
      kind: "move_receipt",
      reach: "at_once",
      document: { id: purchase, line: 1, partnerName: "S1", side: "B" },
      changes: [{ field: "wantedOn", from: "2026-05-20", to: late.wantedDate }],
      refusals: [],
    });
    expect(done(await apply(works.company, [choice(late)])).rows).toMatchObject([
      { documentKind: "change_request", documentId: purchase, isAsked: false, side: "B" },
    ]);
    expect(await lineOf(works.company, purchase)).toContain(` ${late.wantedDate}`);
    // The plan does not know yet: the exception rests, and nobody does it a second time.
    expect(short(await inbox(works.company))).not.toContain("purchasing expedite SCREW");
    expect(await inbox(works.company, "applied")).toMatchObject([{ kind: "expedite", care: { state: "applied" } }]);
    expect(codesOf(await apply(works.company, [choice(late)]))).toEqual(["EXCEPTION_APPLIED choices.0"]);
    await plan(works.company);
    expect(short(await inbox(works.company, "all"))).not.toContain("purchasing expedite SCREW");
    expect(codesOf(await apply(works.company, [choice(late)]))).toEqual(["EXCEPTION_GONE choices.0"]);
  });

  test("too much is asked to be less, what nobody needs to be cancelled: two lines of one order are one request", async () => {
    await order(works.company, "S", works.customer, [{ item: "SCREW", quantity: 4, on: "2026-05-15" }]);
    const purchase = await order(works.company, "B", works.supplier, [
      { item: "SCREW", quantity: 10, on: "2026-05-15" },
      { item: "SCREW", quantity: 7, on: "2026-06-20" },
    ]);
    await plan(works.company);
    const rows = await inbox(works.company);
    const both = [only(rows, "lower"), only(rows, "cancel")];
    expect(
      (
        await preview(
          works.company,
          both.map((row) => choice(row)),
        )
      ).map((row) => [row.group, row.changes]),
    ).toEqual([
      [`trade ${purchase}`, [{ field: "quantity", from: "10", to: "4", unit: "個" }]],
      [`trade ${purchase}`, [{ field: "state", from: "ordered", to: "cancelled", unit: null }]],
    ]);
    done(
      await apply(
        works.company,
        both.map((row) => choice(row)),
      ),
    );
    expect([await lineOf(works.company, purchase), await lineOf(works.company, purchase, 2)]).toEqual([
      expect.stringMatching(/^confirmed 4 /),
      expect.stringMatching(/^cancelled 7 /),
    ]);
    const { rows: requests } = await world.admin.query(
      "select count(*)::int n from app.change_request where trade_id = $1",
      [purchase],
    );
    expect(requests[0].n).toBe(1);
  });

  test("a proposal that should have started is ordered or released now, several of one supplier as one order", async () => {
    await order(works.company, "S", works.customer, [{ item: "LAMP", quantity: 5, on: "2026-04-02" }]);
    await plan(works.company);
    const late = (await inbox(works.company)).filter((row) => row.kind === "past_due_start");
    expect(new Set(short(late))).toEqual(
      new Set(["production past_due_start LAMP", "production past_due_start FOOT", "purchasing past_due_start SCREW"]),
    );
    expect(late.every((row) => row.need?.partnerName === "C1")).toBe(true);
    const choices = late.map((row) => choice(row));
    expect((await preview(works.company, choices)).map((row) => [row.group, row.refusals])).toEqual(
      late.map(() => ["start", []]),
    );
    const made = done(await apply(works.company, choices)).rows;
    const kinds = made.map((row, n) => `${late[n]!.itemCode} ${row.documentKind}`);
    expect(new Set(kinds)).toEqual(new Set(["LAMP work_order", "FOOT work_order", "SCREW trade"]));
    expect(new Set(made.filter((row) => row.documentKind === "trade").map((row) => row.documentId)).size).toBe(1);
    for (const one of made.filter((row) => row.documentKind === "work_order"))
      expect(await orderOf(works.company, one.documentId!)).toMatch(/^released /);
    expect(codesOf(await apply(works.company, choices.slice(0, 1)))).toEqual(["EXCEPTION_APPLIED choices.0"]);
  });

  test("who may not do the work is told which permission it takes; somebody else's roles see other rows first", async () => {
    await order(works.company, "S", works.customer, [{ item: "LAMP", quantity: 5, on: "2026-05-15" }]);
    await order(works.company, "B", works.supplier, [{ item: "SCREW", quantity: 15, on: "2026-05-20" }]);
    await plan(works.company);
    const late = only(await inbox(works.company), "expedite");
    await withRoles(works.company, ["sales"], async () => {
      expect(await inbox(works.company, "open", "mine")).toEqual([]);
      expect(only(await inbox(works.company), "expedite").isMine).toBe(false);
      expect((await preview(works.company, [choice(late)]))[0]!.refusals).toMatchObject([
        { code: "PERMISSION_MISSING", values: { permission: "purchasing.order" } },
      ]);
      expect(codesOf(await apply(works.company, [choice(late)]))).toEqual(["PERMISSION_MISSING choices.0"]);
    });
    await withRoles(works.company, ["finance"], async () => {
      expect(short(await inbox(works.company, "open", "mine"))).toContain("purchasing expedite SCREW");
      const counts = await world.as(works.company, (tx) => countByOwner(tx, TODAY));
      expect([counts.mine, counts.owners.find((one) => one.owner === "purchasing")!.count > 0]).toEqual([0, true]);
    });
  });
});

describe("what is made", () => {
  let works: Factory;
  beforeEach(async () => {
    works = await plantWorks();
  });

  test("a work order is moved, its start with it, to the wanted day or to another one chosen", async () => {
    const sale = await order(works.company, "S", works.customer, [{ item: "FOOT", quantity: 5, on: "2026-05-15" }]);
    const foot = await make(works, "FOOT", 5, "2026-05-20");
    await plan(works.company);
    const late = only(await inbox(works.company), "expedite");
    expect(late).toMatchObject({ owner: "production", need: { id: sale }, remedy: { kind: "move_receipt" } });
    expect((await preview(works.company, [choice(late)]))[0]).toMatchObject({ reach: "inside", on: "2026-05-15" });
    expect(codesOf(await apply(works.company, [choice(late, "2026-03-31")]))).toEqual(["REMEDY_DAY_PAST choices.0"]);
    done(await apply(works.company, [choice(late, "2026-05-13")]));
    expect(await orderOf(works.company, foot)).toBe("planned 5 2026-05-10 2026-05-13");
  });

  test("a quantity is changed while the order is planned; on the floor it says why not", async () => {
    await order(works.company, "S", works.customer, [{ item: "FOOT", quantity: 5, on: "2026-05-15" }]);
    const foot = await make(works, "FOOT", 9, "2026-05-15");
    await plan(works.company);
    const much = only(await inbox(works.company), "lower");
    done(await world.as(works.company, (tx) => releaseWorkOrder(tx, foot, 1, TODAY)));
    expect((await preview(works.company, [choice(much)]))[0]!.refusals).toMatchObject([{ code: "QUANTITY_RELEASED" }]);
    expect(codesOf(await apply(works.company, [choice(much)]))).toEqual(["QUANTITY_RELEASED choices.0"]);
    expect(await orderOf(works.company, foot)).toMatch(/^released 9 /);
  });

  test("an order nobody needs is cancelled, or not when it is over meanwhile; all of one request or none", async () => {
    const first = await make(works, "FOOT", 5, "2026-05-15");
    const second = await make(works, "FOOT", 6, "2026-05-18");
    await plan(works.company);
    const needless = (await inbox(works.company)).filter((row) => row.kind === "cancel");
    expect(needless.length).toBe(2);
    await world.admin.query("update app.work_order set state = 'completed' where id = $1", [second]);
    const at = needless.findIndex((row) => row.subject && "id" in row.subject && row.subject.id === second);
    expect(
      codesOf(
        await apply(
          works.company,
          needless.map((row) => choice(row)),
        ),
      ),
    ).toEqual([`WORK_ORDER_STATE choices.${at}`]);
    expect(await orderOf(works.company, first)).toMatch(/^planned /);
    done(await apply(works.company, [choice(needless[1 - at]!)]));
    expect(await orderOf(works.company, first)).toMatch(/^cancelled /);
  });
});

describe("what else has a remedy", () => {
  let works: Factory;
  beforeEach(async () => {
    works = await plantWorks();
  });

  test("a purchase is raised in the unit it is bought in, so that nothing new need be ordered", async () => {
    await order(works.company, "S", works.customer, [
      { item: "SCREW", quantity: 4, on: "2026-05-15" },
      { item: "SCREW", quantity: 3, on: "2026-05-18" },
    ]);
    const purchase = await order(works.company, "B", works.supplier, [
      { item: "SCREW", quantity: 4, on: "2026-05-15" },
    ]);
    await plan(works.company);
    const more = only(await inbox(works.company), "raise");
    expect(more).toMatchObject({ owner: "purchasing", remedy: { kind: "change_quantity", by: "3" } });
    expect((await preview(works.company, [choice(more)]))[0]!.changes).toEqual([
      { field: "quantity", from: "4", to: "7", unit: "個" },
    ]);
    done(await apply(works.company, [choice(more)]));
    expect(await lineOf(works.company, purchase)).toMatch(/^confirmed 7 /);
    await plan(works.company);
    expect(await inbox(works.company, "all")).toEqual([]);
  });

  test("what the fence held back is begun today, ready no sooner than it is needed", async () => {
    await world.admin.query("update app.item set fence_days = 20 where id = $1", [works.items["FOOT"]]);
    const sale = await order(works.company, "S", works.customer, [{ item: "FOOT", quantity: 2, on: "2026-04-15" }]);
    await plan(works.company);
    const held = only(await inbox(works.company), "inside_fence");
    expect(held).toMatchObject({
      owner: "production",
      remedy: { kind: "start_now" },
      wantedDate: "2026-04-15",
      customers: [{ id: sale, line: 1, isAsked: false }],
    });
    const [seen] = await preview(works.company, [choice(held)]);
    expect(seen!.changes).toContainEqual(expect.objectContaining({ field: "dueOn", to: "2026-04-15" }));
    const [made] = done(await apply(works.company, [choice(held)])).rows;
    expect(await orderOf(works.company, made!.documentId!)).toMatch(/^released 2 \S+ 2026-04-15$/);
  });

  test("a customer whose goods the plan cannot give is promised no day nobody named", async () => {
    const sale = await order(works.company, "S", works.customer, [{ item: "SCREW", quantity: 5, on: "2026-03-20" }]);
    await plan(works.company);
    // A plan made while the supply was there; it has been taken out since.
    await world.admin.query(
      "update app.plan_item set peg_supply = '{}', peg_demand = '{}', peg_quantity = '{}', peg_day = '{}' where company_id = $1",
      [works.company.id],
    );
    const late = only(await inbox(works.company), "overdue_demand");
    expect((await preview(works.company, [choice(late)]))[0]!.refusals).toMatchObject([
      { code: "REMEDY_DAY_MISSING", field: "on" },
    ]);
    expect(codesOf(await apply(works.company, [choice(late)]))).toEqual(["REMEDY_DAY_MISSING choices.0"]);
    done(await apply(works.company, [choice(late, "2026-04-30")]));
    expect(await lineOf(works.company, sale)).toMatch(/ 2026-04-30$/);
  });

  test("a reminder to a supplier outside the platform is noted, and reaches nobody by itself", async () => {
    const purchase = await order(works.company, "B", works.supplier, [
      { item: "SCREW", quantity: 5, on: "2026-03-25" },
    ]);
    await plan(works.company);
    const overdue = only(await inbox(works.company), "overdue_receipt");
    expect((await preview(works.company, [choice(overdue)]))[0]).toMatchObject({
      kind: "ask_for_delivery",
      reach: "noted",
      document: { id: purchase, partnerName: "S1" },
      refusals: [],
    });
    const [made] = done(await apply(works.company, [choice(overdue)], "いつ届きますか")).rows;
    expect(made).toMatchObject({ documentKind: "trade", documentId: purchase, side: "B", isAsked: true });
    const { rows } = await world.admin.query(
      "select company_id, details ->> 'words' words from app.audit where command = 'trade.deliveryAsked' and subject_id = $1",
      [purchase],
    );
    expect(rows).toEqual([{ company_id: works.company.id, words: "いつ届きますか" }]);
    expect(await inbox(works.company, "applied")).toMatchObject([{ kind: "overdue_receipt" }]);
  });
});

describe("what is firm", () => {
  let works: Factory;
  let sale: string;
  beforeEach(async () => {
    works = await plantWorks();
    sale = await order(works.company, "S", works.customer, [{ item: "FOOT", quantity: 5, on: "2026-05-15" }]);
    await plan(works.company);
  });

  /** The feet proposed, set by hand. */
  const firm = async (change: { quantity?: string; startOn?: string; dueOn?: string }) => {
    const seq = await world.as(works.company, async (tx) => {
      const [row] = await query<{ seq: number }>(
        tx,
        "select o.seq from app.planned_order o join app.plan_run r on r.company_id = o.company_id and r.id = o.run_id and r.is_current where o.company_id = $1 and o.item_id = $2",
        [tx.companyId, works.items["FOOT"]],
      );
      const [before] = await loadPlannedOrders(tx, [row!.seq]);
      const { version, quantity, startOn, dueOn } = before!;
      done(await editPlannedOrder(tx, row!.seq, { version, quantity, startOn, dueOn, partnerId: null, ...change }));
      return row!.seq;
    });
    await plan(works.company);
    return seq;
  };
  const planned = async (seq: number) => {
    const [row] = await world.as(works.company, (tx) => loadPlannedOrders(tx, [seq]));
    return row && `${row.state} ${row.quantity} ${row.startOn} ${row.dueOn}`;
  };

  test("it is moved to the day it is needed, sooner or later, by whoever may plan", async () => {
    const seq = await firm({ dueOn: "2026-05-20" });
    const late = only(await inbox(works.company), "expedite");
    expect(late).toMatchObject({
      owner: "production",
      isMine: true,
      subject: { kind: "planned", seq },
      remedy: { kind: "move_receipt", on: "2026-05-15" },
      need: { kind: "sales", id: sale },
      customers: [],
    });
    expect((await preview(works.company, [choice(late)]))[0]).toMatchObject({
      kind: "move_receipt",
      reach: "inside",
      document: null,
      changes: [{ field: "startOn" }, { field: "dueOn", from: "2026-05-20", to: "2026-05-15" }],
      refusals: [],
    });
    await withRoles(works.company, ["warehouse"], async () =>
      expect((await preview(works.company, [choice(late)]))[0]!.refusals).toMatchObject([
        { code: "PERMISSION_MISSING", values: { permission: "planning.plan" } },
      ]),
    );
    const [made] = done(await apply(works.company, [choice(late)])).rows;
    expect(made).toMatchObject({ documentKind: "", documentId: null, documentNumber: `FOOT #${seq}` });
    expect(await planned(seq)).toMatch(/^edited 5 \S+ 2026-05-15$/);
    expect(codesOf(await apply(works.company, [choice(late)]))).toEqual(["EXCEPTION_APPLIED choices.0"]);
    await plan(works.company);
    expect((await inbox(works.company, "all")).map(({ kind }) => kind)).not.toContain("expedite");

    await firm({ startOn: "2026-04-15", dueOn: "2026-04-20" });
    const soon = only(await inbox(works.company), "delay");
    done(await apply(works.company, [choice(soon, "2026-05-13")]));
    expect(await planned(seq)).toBe("edited 5 2026-05-08 2026-05-13");
  });

  test("more or less of it is set, in what is started; an order that is proposed anew is left alone", async () => {
    await world.as(works.company, (tx) =>
      query(tx, "update app.item set yield = 0.5 where company_id = $1 and id = $2 returning id", [
        tx.companyId,
        works.items["FOOT"],
      ]),
    );
    const seq = await firm({ quantity: "12" });
    const much = only(await inbox(works.company), "lower");
    const excess = decimal(much.quantity);
    const before = (await world.as(works.company, (tx) => loadPlannedOrders(tx, [seq])))[0]!;
    done(await apply(works.company, [choice(much)]));
    const after = (await world.as(works.company, (tx) => loadPlannedOrders(tx, [seq])))[0]!;
    expect(decimal(before.expectedQuantity).minus(after.expectedQuantity).toFixed()).toBe(excess.toFixed());
    expect(excess.greaterThan(0)).toBe(true);

    await order(works.company, "S", works.customer, [{ item: "FOOT", quantity: 3, on: "2026-05-18" }]);
    await plan(works.company);
    const more = only(await inbox(works.company), "raise");
    expect(more).toMatchObject({ subject: { seq }, quantity: "3", remedy: { kind: "change_quantity", by: "3" } });
    const part = decimal(after.quantity).dividedBy(after.expectedQuantity).times(3).ceil();
    done(await apply(works.company, [choice(more)]));
    expect(await planned(seq)).toMatch(new RegExp(`^edited ${part.plus(after.quantity).toFixed()} `));

    await world.admin.query("delete from app.exception_care where company_id = $1", [works.company.id]);
    await world.admin.query(
      "update app.planned_order set state = 'proposed' where company_id = $1 and state = 'edited'",
      [works.company.id],
    );
    expect(codesOf(await apply(works.company, [choice(more)]))).toEqual(["EXCEPTION_GONE choices.0"]);
  });

  test("what nobody needs any more is given back, and the next plan does without", async () => {
    const seq = await firm({ dueOn: "2026-05-14" });
    await world.as(works.company, async (tx) =>
      done(
        await proposeChange(tx, {
          ...{ tradeId: sale, reason: "", costYen: 0n, expiresOn: null, today: TODAY },
          lines: [{ lineNumber: 1, seenRevision: 1, isCancel: true }],
        }),
      ),
    );
    await plan(works.company);
    const needless = only(await inbox(works.company), "cancel");
    expect(needless).toMatchObject({ owner: "production", remedy: { kind: "give_back" }, subject: { seq } });
    expect((await preview(works.company, [choice(needless)]))[0]!.changes).toEqual([
      { field: "state", from: "firm", to: "proposed", unit: null },
    ]);
    done(await apply(works.company, [choice(needless)]));
    await plan(works.company);
    expect(await planned(seq)).toBeUndefined();
    expect(await inbox(works.company, "all")).toEqual([]);
  });

  test("one whose day and start are over is moved, or begun at last", async () => {
    const seq = await firm({ startOn: "2026-03-20", dueOn: "2026-03-25" });
    const rows = await inbox(works.company);
    expect(only(rows, "overdue_receipt")).toMatchObject({
      owner: "production",
      subject: { kind: "planned", seq },
      remedy: { kind: "move_receipt" },
    });
    const begin = only(rows, "overdue_demand");
    expect(begin).toMatchObject({ itemCode: "SCREW", owner: "production", remedy: { kind: "start_now" } });
    const [made] = done(await apply(works.company, [choice(begin)])).rows;
    expect(await orderOf(works.company, made!.documentId!)).toMatch(/^released 5 2026-04-01 /);
  });
});

describe("a customer who waits for what should have begun", () => {
  const late = async () => {
    const works = await plantWorks();
    const sale = await order(works.company, "S", works.customer, [
      { item: "LAMP", quantity: 5, on: "2026-04-02" },
      { item: "LAMP", quantity: 1, on: "2026-04-03" },
    ]);
    await plan(works.company);
    const rows = await inbox(works.company);
    const foot = rows.find((row) => row.kind === "past_due_start" && row.itemCode === "FOOT")!;
    const ask = ({ id, line }: PlanExceptionAnswer["customers"][number], on?: string): RemedyChoice => ({
      ...choice(foot, on),
      customer: { kind: "sales", id, line },
    });
    return { works, sale, foot, ask };
  };

  test("may be given the day the plan can keep, by sales, while what is late stays to be begun", async () => {
    const { works, sale, foot, ask } = await late();
    expect(foot.remedy!.kind).toBe("start_now");
    expect(foot.customers.map((one) => [one.id, one.line, one.isAsked])).toEqual([
      [sale, 1, false],
      [sale, 2, false],
    ]);
    const choices = foot.customers.map((one) => ask(one));
    const seen = await preview(works.company, choices);
    expect(seen.map((row) => [row.kind, row.group, row.reach, row.refusals])).toEqual([
      ["promise_new_date", `trade ${sale}`, "at_once", []],
      ["promise_new_date", `trade ${sale}`, "at_once", []],
    ]);
    // Screws take five working days, feet three, and the lamp two.
    expect(seen[0]!.on).toBe("2026-04-15");
    await withRoles(works.company, ["production"], async () =>
      expect(codesOf(await apply(works.company, choices))).toEqual(["PERMISSION_MISSING choices.0"]),
    );
    await withRoles(works.company, ["sales"], async () => {
      const made = done(await apply(works.company, choices, "材料の入荷が遅れています")).rows;
      expect(made.map(({ documentKind, side }) => [documentKind, side])).toEqual([
        ["change_request", "S"],
        ["change_request", "S"],
      ]);
    });
    expect(await lineOf(works.company, sale)).toMatch(/ 2026-04-15$/);
    expect(short(await inbox(works.company))).toContain("production past_due_start FOOT");
    expect(codesOf(await apply(works.company, choices.slice(0, 1)))).toEqual(["CUSTOMER_NOT_LATE choices.0"]);
  });

  test("a day of one's own may be named; a line that does not wait for it is refused", async () => {
    const { works, sale, foot, ask } = await late();
    const [first] = foot.customers;
    done(await apply(works.company, [ask(first!, "2026-04-20")]));
    expect(await lineOf(works.company, sale)).toMatch(/ 2026-04-20$/);
    const other = await order(works.company, "S", works.customer, [{ item: "SCREW", quantity: 1, on: "2026-06-01" }]);
    expect(codesOf(await apply(works.company, [ask({ ...first!, id: other, line: 1 })]))).toEqual([
      "EXCEPTION_CHANGED choices.0",
    ]);
  });
});

test("a customer's line that is late is promised the day the plan can keep; without one a person names it", async () => {
  const works = await plantWorks();
  const sale = await order(works.company, "S", works.customer, [{ item: "LAMP", quantity: 5, on: "2026-03-20" }]);
  await plan(works.company);
  const late = only(await inbox(works.company), "overdue_demand");
  expect(late.owner).toBe("sales");
  const [seen] = await preview(works.company, [choice(late)]);
  expect([seen!.kind, seen!.reach, seen!.refusals]).toEqual(["promise_new_date", "at_once", []]);
  // Screws take five working days, feet three, and the lamp two.
  expect(seen!.on).toBe("2026-04-15");
  done(await apply(works.company, [choice(late)]));
  expect(await lineOf(works.company, sale)).toMatch(new RegExp(` ${seen!.on}$`));
});

test("stock that cannot be right opens a stocktake of that item alone; a second one is told of the first", async () => {
  const works = await plantWorks();
  await plan(works.company);
  const [run] = await world.as(works.company, (tx) =>
    query<{ id: string }>(tx, "select id from app.plan_run where company_id = $1 and is_current", [works.company.id]),
  );
  await world.as(works.company, (tx) =>
    insertAll(tx, "plan_exception", [
      {
        company_id: works.company.id,
        run_id: run!.id,
        seq: 900,
        kind: "negative_stock",
        item_id: works.items["SCREW"]!,
        quantity: "-3",
        on_date: TODAY,
      },
    ]),
  );
  const wrong = only(await inbox(works.company), "negative_stock");
  expect([wrong.owner, wrong.remedy?.kind, wrong.need]).toEqual(["inventory", "count_stock", null]);
  const [made] = done(await apply(works.company, [choice(wrong)])).rows;
  expect(made).toMatchObject({ documentKind: "stocktake", documentNumber: expect.stringMatching(/^ST-/) });
  const { rows } = await world.admin.query("select item_id from app.stocktake where id = $1", [made!.documentId]);
  expect(rows[0].item_id).toBe(works.items["SCREW"]);
  await world.admin.query("delete from app.exception_care where company_id = $1", [works.company.id]);
  expect(codesOf(await apply(works.company, [choice(wrong)]))).toEqual(["STOCKTAKE_OVERLAPS choices.0"]);
});

test("set aside comes back on its day or when it has become worse, and survives a new plan", async () => {
  const works = await plantWorks();
  await order(works.company, "S", works.customer, [{ item: "SCREW", quantity: 4, on: "2026-05-15" }]);
  const purchase = await order(works.company, "B", works.supplier, [{ item: "SCREW", quantity: 10, on: "2026-05-15" }]);
  await plan(works.company);
  const much = only(await inbox(works.company), "lower");
  const put = (untilOn: string, key = choice(much)) =>
    world.as(works.company, (tx) => setAside(tx, { exceptions: [key], untilOn, reason: "来月使う" }, TODAY));
  expect(codesOf(await put(TODAY))).toEqual(["ASIDE_UNTIL_PAST untilOn"]);
  expect(codesOf(await put("2026-04-10", { ...choice(much), kind: "raise" }))).toEqual(["EXCEPTION_GONE exceptions.0"]);
  done(await put("2026-04-10"));
  expect(short(await inbox(works.company))).toEqual([]);
  await plan(works.company);
  expect(await inbox(works.company, "aside")).toMatchObject([
    { kind: "lower", care: { state: "aside", untilOn: "2026-04-10", reason: "来月使う" } },
  ]);
  expect(await world.as(works.company, (tx) => countByOwner(tx, TODAY))).toMatchObject({ mine: 0, aside: 1 });
  expect(short(await inbox(works.company, "open", "all", "2026-04-10"))).toEqual(["purchasing lower SCREW"]);
  // Its remedy may be applied from there, too; taking it back shows it again.
  expect(done(await world.as(works.company, (tx) => takeBack(tx, [choice(much)]))).count).toBe(1);
  expect(done(await world.as(works.company, (tx) => takeBack(tx, [choice(much)]))).count).toBe(0);
  expect(short(await inbox(works.company))).toEqual(["purchasing lower SCREW"]);
  done(await put("2026-04-10"));
  await order(works.company, "B", works.supplier, [{ item: "SCREW", quantity: 1, on: "2026-05-14" }]);
  await world.admin.query("update app.plan_exception set quantity = quantity + 1 where company_id = $1", [
    works.company.id,
  ]);
  expect(short(await inbox(works.company))).toEqual(["purchasing lower SCREW"]);
  expect(codesOf(await apply(works.company, [choice(much)]))).toEqual(["EXCEPTION_CHANGED choices.0"]);
  expect(await lineOf(works.company, purchase)).toMatch(/^confirmed 10 /);
});

describe("a supplier on the platform", () => {
  let buyer: Factory;
  let seller: TestCompany;
  let card: string;
  beforeAll(async () => {
    buyer = await plantWorks();
    seller = await world.company("ねじ屋", { roles: ALL_ROLES });
    const sold = await world.as(seller, async (tx) => {
      await plantPlaces(tx);
      return plantItems(tx, [{ code: "N-1", supply: "buy", category: "part" }]);
    });
    card = await plantPartner(world, buyer.company, "L1", seller);
    const other = await plantPartner(world, seller, "L2", buyer.company);
    const screw = { code: "SCREW", sellerItemId: sold["N-1"]!, buyerItemId: buyer.items["SCREW"]!, unitPrice: "10" };
    await plantAgreement(world, seller, buyer.company, [screw], {}, { seller: other, buyer: card });
  });

  const bought = async (on: string) => {
    const tradeId = await order(buyer.company, "B", card, [{ item: "SCREW", quantity: 15, on }], "placed");
    done(
      await world.as(seller, (tx) =>
        moveLines(tx, {
          tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "placed", to: "confirmed", promisedOn: on }],
        }),
      ),
    );
    return tradeId;
  };

  test("is asked; what was agreed stands until it answers, and a refusal brings the exception back", async () => {
    await order(buyer.company, "S", buyer.customer, [{ item: "LAMP", quantity: 5, on: "2026-05-15" }]);
    const purchase = await bought("2026-05-20");
    await plan(buyer.company);
    const late = only(await inbox(buyer.company), "expedite");
    expect((await preview(buyer.company, [choice(late)]))[0]).toMatchObject({ reach: "asked", refusals: [] });
    const [asked] = done(await apply(buyer.company, [choice(late)], "お客様の納期のため")).rows;
    expect(asked).toMatchObject({ documentKind: "change_request", isAsked: true });
    expect(await lineOf(buyer.company, purchase)).toContain("2026-05-20");
    expect(short(await inbox(buyer.company))).not.toContain("purchasing expedite SCREW");
    const { rows } = await world.admin.query(
      "select id, reason from app.change_request where trade_id = $1 and state = 'proposed'",
      [purchase],
    );
    expect(rows).toMatchObject([{ reason: "お客様の納期のため" }]);
    done(
      await world.as(seller, (tx) =>
        answerChange(tx, { changeId: rows[0].id, answer: "declined", words: "材料がありません", today: TODAY }),
      ),
    );
    expect(short(await inbox(buyer.company))).toContain("purchasing expedite SCREW");
  });

  test("proposes its customer on the platform a new date once, and the list says that it is asked", async () => {
    await world.admin.query("update app.item set lead_time_days = 30 where company_id = $1", [seller.id]);
    const sold = await bought("2026-04-06");
    await plan(seller);
    const late = only(await inbox(seller), "past_due_start");
    const [customer] = late.customers;
    expect(customer).toMatchObject({ id: sold, line: 1, isAsked: false });
    const told = { ...choice(late), customer: { kind: "sales" as const, id: sold, line: 1 } };
    const [asked] = done(await apply(seller, [told], "材料が届きません")).rows;
    expect(asked).toMatchObject({ documentKind: "change_request", side: "S", isAsked: true });
    expect(await lineOf(buyer.company, sold)).toContain("2026-04-06");
    expect(only(await inbox(seller), "past_due_start").customers).toMatchObject([{ id: sold, isAsked: true }]);
    expect(codesOf(await apply(seller, [told]))).toEqual(["CHANGE_PENDING choices.0"]);
    const news = await world.as(buyer.company, (tx) =>
      query(
        tx,
        "select 1 from app.outbox where company_id = $1 and kind = 'trade.changeProposed' and subject_id = $2",
        [tx.companyId, sold],
      ),
    );
    expect(news.length).toBe(1);
  });

  test("is reminded of what is overdue and reads it with the order; what it has shipped is not asked for again", async () => {
    const purchase = await bought("2026-03-25");
    await plan(buyer.company);
    const overdue = only(await inbox(buyer.company), "overdue_receipt");
    expect((await preview(buyer.company, [choice(overdue)]))[0]).toMatchObject({
      kind: "ask_for_delivery",
      reach: "told",
      document: { id: purchase, partnerName: "ねじ屋" },
    });
    done(await apply(buyer.company, [choice(overdue)], "いつ届きますか"));
    const told = await world.as(seller, (tx) =>
      query<{ words: string; isOwn: boolean }>(
        tx,
        `select a.details ->> 'words' words, o.is_own "isOwn" from app.audit a join app.outbox o on o.company_id = a.company_id and o.kind = 'trade.deliveryAsked' and o.subject_id = a.subject_id
          where a.company_id = $1 and a.command = 'trade.deliveryAsked'`,
        [seller.id],
      ),
    );
    expect(told).toEqual([{ words: "いつ届きますか", isOwn: false }]);
    // After three days without an answer it stands in the list again.
    expect(short(await inbox(buyer.company, "open", "all", addDays(TODAY, 3)))).toContain(
      "purchasing overdue_receipt SCREW",
    );
    await world.admin.query("delete from app.exception_care where company_id = $1", [buyer.company.id]);
    await world.admin.query("update app.trade_line_face set shipped = quantity where trade_id = $1", [purchase]);
    expect(codesOf(await apply(buyer.company, [choice(overdue)]))).toEqual(["ASKED_AFTER_SHIPPING choices.0"]);
  });
});
