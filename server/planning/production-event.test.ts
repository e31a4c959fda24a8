import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "../platform/db/index.ts";
import { type LearningWorks, LOG, LOG_HEAD, startLearningWorks } from "./learned.fixture.ts";

/* What a production log brought stands in a list, and a wrong log is taken back as a whole: it teaches no more. */

let works: LearningWorks;
beforeAll(async () => {
  works = await startLearningWorks();
});
afterAll(() => works.server.stop());

const get = async (path: string, browser = works.planner) => (await browser.call("GET", path)).body;
const numbers = (rows: readonly { orderNumber: string; operationNumber: number }[]) =>
  rows.map(({ orderNumber, operationNumber }) => `${orderNumber}/${operationNumber}`);

describe("imported events", () => {
  test("are listed, searched, filtered on the server and read on page by page", async () => {
    const { planner, upload, items, centers } = works;
    expect((await upload(planner, LOG_HEAD + LOG, "november.csv")).json()).toMatchObject({ inserted: 12 });
    const { rows } = await get("/production-events?limit=1&sort=startedAt");
    expect(rows).toMatchObject([
      {
        ...{ orderNumber: "M-0", itemCode: "SHAFT", operationNumber: 10, operationName: "切断", workCenterCode: "SAW" },
        ...{ startedAt: "2026-11-02 08:00", finishedAt: "2026-11-02 08:34", minutes: "34", good: "1", rejected: "0" },
      },
    ]);
    for (const [asked, count] of [
      ["", 12],
      ["search=m-3", 2],
      ["search=shaft", 12],
      ["search=nothing", 0],
      [`itemId=${items["SHAFT"]}&operationNumber=20`, 6],
      [`workCenterId=${centers.saw}`, 6],
      ["startedFrom=2026-11-04&startedTo=2026-11-04", 2],
      [`importId=${rows[0].importId}`, 12],
      ["importId=01930000-0000-7000-8000-000000000000", 0],
    ] as const)
      expect([asked, (await get(`/production-events?${asked}`)).rows.length]).toEqual([asked, count]);
    for (const sort of ["startedAt", "-startedAt", "minutes", "-orderNumber"]) {
      const found: string[] = [];
      for (let cursor = ""; ; ) {
        const page = await get(`/production-events?sort=${sort}&limit=5${cursor}`);
        found.push(...numbers(page.rows));
        if (!page.nextCursor) break;
        cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
      }
      expect(found).toEqual(numbers((await get(`/production-events?sort=${sort}`)).rows));
      expect(new Set(found).size).toBe(12);
    }
    expect((await get("/production-events", works.other)).rows).toEqual([]);
    expect(await get("/production-events/choices")).toMatchObject({
      items: [{ code: "SHAFT" }],
      operationNumbers: [10, 20],
      workCenters: [{ code: "SAW" }, { code: "WELD" }],
      imports: [{ fileName: "november.csv" }],
    });
  });

  test("an event imported again is of the later import; what did not change stays with its own", async () => {
    const { planner, upload } = works;
    const changed = LOG.replace("08:00,2026-11-02 08:34", "08:00,2026-11-02 08:50");
    await upload(planner, LOG_HEAD + changed, "again.csv");
    await upload(planner, LOG_HEAD + changed, "the same again.csv");
    expect((await get("/production-event-imports")).rows).toMatchObject([
      { fileName: "again.csv", eventCount: 1, replacedCount: 1, presentCount: 1, takenBackAt: null },
      { fileName: "november.csv", eventCount: 12, replacedCount: 0, presentCount: 11 },
    ]);
    expect((await get("/production-event-imports?search=NOV")).rows.length).toBe(1);
    expect((await get("/production-event-imports", works.other)).rows).toEqual([]);
  });

  test("taken back, an import's events are gone, it is written down, and what was learned is learned anew", async () => {
    const { planner, salesman, other, within } = works;
    await planner.call("POST", "/learned-times", { body: { since: "2026-01-01" } });
    expect((await get("/learned-operations")).rows[0].orderCount).toBe(6);
    const imports = (await get("/production-event-imports?sort=importedAt")).rows;
    const path = `/production-event-imports/${imports[0].id}/take-back`;
    expect((await get(`${path}-preview`)) as object).toMatchObject({
      ...{
        fileName: "november.csv",
        eventCount: 11,
        orderCount: 6,
        itemCount: 1,
        from: "2026-11-03",
        to: "2026-11-09",
      },
      ...{ replacedCount: 0, learnedSince: "2026-01-01" },
    });
    expect((await salesman.call("POST", path)).status).toBe(403);
    expect((await other.call("POST", path)).status).toBe(404);
    const taken = await planner.call("POST", path);
    expect([taken.status, taken.body]).toEqual([200, { eventCount: 11 }]);
    expect(numbers((await get("/production-events")).rows)).toEqual(["M-0/10"]);
    expect((await get("/learned-operations")).rows).toMatchObject([{ operationNumber: 10, orderCount: 1 }]);
    expect((await get("/learned-times")).run).toMatchObject({ since: "2026-01-01", eventCount: 1 });
    const [audit] = await within(planner, (tx) =>
      query<{ details: object }>(
        tx,
        "select details from app.audit where company_id = $1 and command = 'planning.log-taken-back'",
        [tx.companyId],
      ),
    );
    expect(audit!.details).toEqual({ file: "november.csv", events: 11 });
    const again = await planner.call("POST", path);
    expect([again.status, again.body.code]).toEqual([409, "LOG_TAKEN_BACK"]);
    expect((await get(`${path}-preview`)).code).toBe("LOG_TAKEN_BACK");
    expect((await get("/production-event-imports?sort=importedAt")).rows[0]).toMatchObject({ presentCount: 0 });
    expect((await get("/production-event-imports?sort=importedAt")).rows[0].takenBackBy).not.toBe("");
  });

  test("of a log that was taken back come again when it is imported again", async () => {
    const { planner, upload } = works;
    expect((await upload(planner, LOG_HEAD + LOG)).json()).toMatchObject({ inserted: 11, updated: 1 });
    expect((await get("/production-events")).rows.length).toBe(12);
  });
});
