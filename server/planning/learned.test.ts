import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../tests/support/http.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { type LearningWorks, LOG, LOG_HEAD, startLearningWorks } from "./learned.fixture.ts";

/*
 * A works imports the log of its old system and reports on its own floor: the times of an operation, the wait before a work centre and
 * the lead time of an item are learned of both, and become the masters' from a day on.
 */

let works: LearningWorks;
let planner: Browser;
let salesman: Browser;
let other: Browser;
let items: Record<string, string>;
let centers: LearningWorks["centers"];
let within: LearningWorks["within"];
let upload: LearningWorks["upload"];

beforeAll(async () => {
  works = await startLearningWorks();
  ({ planner, salesman, other, items, centers, within, upload } = works);
});
afterAll(() => works.server.stop());

const learn = (since = "2026-01-01") => planner.call("POST", "/learned-times", { body: { since } });
const list = async (path: string) => (await planner.call("GET", path)).body.rows;

describe("learned times", () => {
  test("a log is imported; wrong cells are named, and the same event again takes its own place", async () => {
    const wrong = await upload(
      planner,
      `${LOG_HEAD}M-9,SHAFT,10,DRILL,yesterday,2026-11-02 09:00,1\nM-9,ROD,10,SAW,2026-11-02 10:00,2026-11-02 09:00,1\n`,
    );
    expect(wrong.json().problems.map((one: { line: number; code: string }) => `${one.line} ${one.code}`)).toEqual([
      "2 LOG_CENTER_UNKNOWN",
      "2 LOG_TIME_UNREADABLE",
      "3 PLAN_ITEM_UNKNOWN",
      "3 LOG_ENDS_BEFORE_START",
    ]);
    expect((await upload(planner, LOG_HEAD + LOG)).json()).toMatchObject({ isAccepted: true, inserted: 12 });
    expect((await upload(planner, LOG_HEAD + LOG)).json()).toMatchObject({ inserted: 0, updated: 0, unchanged: 12 });
    const changed = LOG.replace("2026-11-02 08:00,2026-11-02 08:34", "2026/11/02 08:00,2026/11/02 08:35");
    expect((await upload(planner, LOG_HEAD + changed)).json()).toMatchObject({ inserted: 0, updated: 1 });
    expect((await upload(planner, LOG_HEAD + LOG)).json()).toMatchObject({ updated: 1 });
  });

  test("times, queues and lead times are learned and stand beside the masters'", async () => {
    expect((await salesman.call("POST", "/learned-times", { body: {} })).status).toBe(403);
    expect((await learn()).body).toMatchObject({ since: "2026-01-01", reportCount: 0, eventCount: 12 });
    expect(await list("/learned-operations")).toMatchObject([
      {
        itemCode: "SHAFT",
        operationNumber: 10,
        operationName: "切断",
        setupMinutes: "30",
        minutesPerUnit: "4",
        orderCount: 6,
        routingSetupMinutes: "10",
        routingMinutesPerUnit: "5",
        differencePercent: "-20",
      },
      { operationNumber: 20, setupMinutes: "0", minutesPerUnit: "7", differencePercent: "40" },
    ]);
    expect(await list("/learned-lead-times")).toMatchObject([
      { itemCode: "SHAFT", daysOfMost: 2, leadTimeDays: 9, orderCount: 6 },
    ]);
    const { queues } = (await planner.call("GET", "/learned-times")).body;
    expect(queues).toMatchObject([{ workCenterCode: "WELD", orderCount: 6 }]);
    // From 8:00 and the cutting to 9:00 two days later.
    expect(Number(queues[0].medianMinutes)).toBeCloseTo(49 * 60 - (30 + 4 * 3.5), 3);
    const asked = new URLSearchParams({ itemId: items["SHAFT"]!, operationNumber: "10", workCenterId: centers.saw });
    const { observations } = (await planner.call("GET", `/learned-operations/observations?${asked}`)).body;
    expect(observations).toContainEqual({ order: "M-2", units: 3, minutes: 42 });
    expect((await other.call("GET", "/learned-operations")).body.rows).toEqual([]);
    // The widest difference first; page by page, and what the routing does not know as none.
    const differences: number[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await planner.call("GET", `/learned-operations?sort=-difference&limit=1${cursor}`);
      for (const row of body.rows) differences.push(Number(row.differencePercent ?? 0));
      if (!body.nextCursor) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    expect(differences).toEqual(differences.toSorted((a, b) => b - a));
    expect(differences.length).toBe((await list("/learned-operations")).length);
    expect((await list("/learned-lead-times?sort=difference")).length).toBe((await list("/learned-lead-times")).length);
  });

  test("the own floor's reports count once their operation was begun and is done; without a start they teach nothing", async () => {
    await within(planner, async (tx) => {
      for (const [number, kinds] of [
        ["WO-1", ["start", "good"]],
        ["WO-2", ["good"]],
      ] as const) {
        const id = newId();
        await insertAll(tx, "work_order", [
          {
            ...{ company_id: tx.companyId, id, number, item_id: items["SHAFT"], quantity: "10", state: "completed" },
            ...{ start_on: "2026-11-20", due_on: "2026-11-27" },
          },
        ]);
        await insertAll(tx, "work_order_operation", [
          {
            ...{ company_id: tx.companyId, work_order_id: id, operation_number: 10, name: "切断", state: "done" },
            ...{ work_center_id: centers.saw, setup_minutes: "10", run_minutes_per_unit: "5", good: "10" },
          },
        ]);
        for (const [at, kind] of kinds.entries())
          await insertAll(tx, "work_report", [
            {
              ...{ company_id: tx.companyId, id: newId(), work_order_id: id, operation_number: 10, kind },
              ...{ quantity: kind === "good" ? "10" : null, minutes: kind === "good" ? "70" : "0" },
              reported_at: `2026-11-20T0${at}:00:00Z`,
            },
          ]);
      }
    });
    expect((await learn()).body).toMatchObject({ reportCount: 1, eventCount: 12 });
    const [cut] = await list("/learned-operations");
    expect(cut).toMatchObject({ setupMinutes: "30", minutesPerUnit: "4", orderCount: 7 });
  });

  test("what was chosen is shown before it is written, from a day on; others who changed the item are not overrun", async () => {
    const [cut] = await list("/learned-operations");
    const chosen = {
      validFrom: "2027-01-01",
      operations: [
        { itemId: cut.itemId, operationNumber: 10, workCenterId: cut.workCenterId, itemVersion: cut.itemVersion },
      ],
      leadTimes: [{ itemId: cut.itemId, itemVersion: cut.itemVersion }],
    };
    const preview = await planner.call("POST", "/learned-times/take-over-preview", { body: chosen });
    expect(preview.body.lines).toMatchObject([
      { before: { minutesPerUnit: "5" }, after: { setupMinutes: "30", minutesPerUnit: "4" }, refusal: null },
      { before: { days: 9 }, after: { days: 2 }, refusal: null },
    ]);
    const stale = { ...chosen, operations: [{ ...chosen.operations[0]!, itemVersion: 99 }], leadTimes: [] };
    expect((await planner.call("POST", "/learned-times/take-over", { body: stale })).status).toBe(409);
    expect((await salesman.call("POST", "/learned-times/take-over", { body: chosen })).status).toBe(403);
    const taken = await planner.call("POST", "/learned-times/take-over", { body: chosen });
    expect(taken.body).toEqual({ itemCount: 1 });
    const again = await planner.call("POST", "/learned-times/take-over", { body: chosen });
    expect([again.status, again.body.code]).toEqual([409, "STALE_VERSION"]);
    const { routing, item, audits } = await within(planner, async (tx) => ({
      routing: await query<Record<string, unknown>>(
        tx,
        `select valid_from "from", valid_to "to", trim_scale(setup_minutes)::text setup, trim_scale(run_minutes_per_unit)::text unit from app.routing_operation where company_id = $1 and operation_number = 10 order by valid_from nulls first`,
        [tx.companyId],
      ),
      item: await query(tx, `select lead_time_days "days", version from app.item where company_id = $1`, [
        tx.companyId,
      ]),
      audits: await query(tx, "select 1 from app.audit where company_id = $1 and command = 'items.change-times'", [
        tx.companyId,
      ]),
    }));
    expect(routing).toEqual([
      { from: null, to: "2026-12-31", setup: "10", unit: "5" },
      { from: "2027-01-01", to: null, setup: "30", unit: "4" },
    ]);
    expect(item).toEqual([{ days: 2, version: cut.itemVersion + 1 }]);
    expect(audits.length).toBe(1);
  });

  test("what rests on too few work orders is told and refused", async () => {
    await within(planner, (tx) =>
      execute(tx, "delete from app.learned_lead_time where company_id = $1", [tx.companyId]),
    );
    await learn("2026-11-06");
    const [cut] = await list("/learned-operations");
    expect(cut.orderCount).toBeLessThan(5);
    expect(await list("/learned-operations?isEnough=true")).toEqual([]);
    const body = {
      validFrom: "2027-01-01",
      operations: [
        { itemId: cut.itemId, operationNumber: 10, workCenterId: cut.workCenterId, itemVersion: cut.itemVersion },
      ],
      leadTimes: [],
    };
    const refused = await planner.call("POST", "/learned-times/take-over", { body });
    expect([refused.status, refused.body.code]).toEqual([409, "LEARNED_TOO_FEW"]);
  });
});
