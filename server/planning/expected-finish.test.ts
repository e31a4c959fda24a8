import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOfWeek, type PlainDate } from "../../domain/shared/index.ts";
import { insertAll } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { type LearningWorks, LOG_HEAD, startLearningWorks } from "./learned.fixture.ts";

/* Work orders under way say when they are likely to be finished, from what finished ones of their item took. */

let works: LearningWorks;
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
/** The first Monday that is at least so many days away, backwards. */
const mondayBefore = (days: number): PlainDate => {
  let day = addDays(today, -days);
  while (dayOfWeek(day) !== 1) day = addDays(day, -1);
  return day;
};
beforeAll(async () => {
  works = await startLearningWorks();
  // Works every day of the week: what is expected must not hang on the week this test runs in.
  await works.within(works.planner, (tx) =>
    insertAll(tx, "calendar", [
      {
        ...{ company_id: tx.companyId, id: newId(), code: "ALL", name: "無休" },
        ...{ works_on: [1, 2, 3, 4, 5, 6, 7], keeps_public_holidays: false },
      },
    ]),
  );
});
afterAll(() => works.server.stop());

/** Orders that began at 8:00 on Mondays and were done at 8:00 so many days later. */
const logOf = (days: readonly number[]) =>
  LOG_HEAD +
  days
    .map((count, at) => {
      const start = mondayBefore(30 + 7 * at);
      return `L-${at},SHAFT,10,SAW,${start} 08:00,${addDays(start, count)} 08:00,10`;
    })
    .join("\n");

async function plantOrder(state: string, startOn: PlainDate, dueOn: PlainDate, change: object = {}): Promise<string> {
  const id = newId();
  await works.within(works.planner, (tx) =>
    insertAll(tx, "work_order", [
      {
        ...{ company_id: tx.companyId, id, number: `W-${id}`, item_id: works.items["SHAFT"], quantity: "10", state },
        ...{ start_on: startOn, due_on: dueOn },
        ...change,
      },
    ]),
  );
  return id;
}
const ask = async (ids: readonly string[], browser = works.planner) =>
  (await browser.call("POST", "/expected-finishes", { body: { workOrderIds: ids } })).body.rows;
const question = (quantity: string, startOn: PlainDate) =>
  works.planner.call(
    "GET",
    `/learned-lead-times/prediction?itemId=${works.items["SHAFT"]}&quantity=${quantity}&startOn=${startOn}`,
  );

describe("the expected finish of work orders", () => {
  const monday = addDays(mondayBefore(0), 14);
  let planned: string;
  let late: string;
  let inTime: string;

  test("is not told while fewer than five orders of the item are finished", async () => {
    planned = await plantOrder("planned", monday, addDays(monday, 30));
    late = await plantOrder("released", monday, addDays(monday, 1));
    inTime = await plantOrder("released", monday, addDays(monday, 30));
    await works.upload(works.planner, logOf([2, 2, 3, 3]), "four.csv");
    expect(await ask([planned, late, inTime])).toEqual([]);
    expect((await question("10", monday)).body).toEqual({
      ...{ itemId: works.items["SHAFT"], leadTimeDays: 9, orderCount: 4, prediction: null },
    });
  });

  test("is told of released and begun ones, and whether that is after their due day; a new log counts at once", async () => {
    await works.upload(works.planner, logOf([2, 2, 2, 3, 3, 4]), "six.csv");
    const rework = await plantOrder("released", monday, addDays(monday, 30), { is_rework: true });
    const told = await ask([planned, late, inTime, rework, newId()]);
    expect(told.map((one: { workOrderId: string }) => one.workOrderId).sort()).toEqual([late, inTime].sort());
    for (const one of told)
      expect(one).toMatchObject({
        likelyOn: addDays(monday, 2),
        isOverrun: false,
        orderCount: 6,
        isLate: one.workOrderId === late,
      });
    expect(told[0].mostOn >= told[0].likelyOn).toBe(true);
    expect(await ask([late], works.other)).toEqual([]);
  });

  test("the question answers working days beside the master's, with the spread", async () => {
    expect((await question("10", monday)).body).toMatchObject({
      leadTimeDays: 9,
      orderCount: 6,
      prediction: { low: { on: addDays(monday, 2), days: 2 }, likely: { days: 2 }, most: { days: 3 } },
    });
    expect((await question("0", monday)).status).toBe(400);
    const nothing = await works.planner.call(
      "GET",
      `/learned-lead-times/prediction?itemId=${newId()}&quantity=1&startOn=${monday}`,
    );
    expect(nothing.status).toBe(404);
  });

  test("of an order under way counts from its start, and one that takes longer than all others says so", async () => {
    const startedAt = (days: number) => `${addDays(today, -days)}T00:00:00+09:00`;
    const begun = await plantOrder("started", addDays(today, -3), addDays(today, 60));
    const endless = await plantOrder("started", addDays(today, -20), addDays(today, -1));
    await works.within(works.planner, async (tx) => {
      for (const [id, days] of [
        [begun, 3],
        [endless, 20],
      ] as const) {
        await insertAll(tx, "work_order_operation", [
          {
            ...{ company_id: tx.companyId, work_order_id: id, operation_number: 10, name: "切断", state: "running" },
            ...{ work_center_id: works.centers.saw, setup_minutes: "10", run_minutes_per_unit: "5" },
          },
        ]);
        await insertAll(tx, "work_report", [
          {
            ...{ company_id: tx.companyId, id: newId(), work_order_id: id, operation_number: 10, kind: "start" },
            reported_at: startedAt(days),
          },
        ]);
      }
    });
    const told = await ask([begun, endless]);
    const of = (id: string) => told.find((one: { workOrderId: string }) => one.workOrderId === id);
    // Begun three days ago at midnight: only the one that took four days took longer.
    expect(of(begun).likelyOn >= addDays(today, 1)).toBe(true);
    expect(of(endless)).toMatchObject({ isOverrun: true, likelyOn: null, mostOn: null, isLate: true });
  });

  test("a log that is taken back teaches no more", async () => {
    const { rows } = (await works.planner.call("GET", "/production-event-imports")).body;
    for (const { id } of rows) await works.planner.call("POST", `/production-event-imports/${id}/take-back`);
    expect(await ask([late, inTime])).toEqual([]);
    expect((await question("10", monday)).body.orderCount).toBe(0);
  });
});
