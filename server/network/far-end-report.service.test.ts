import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { judge, receive, ship } from "../trade/index.ts";
import { plantLastStep } from "./far-end.fixture.ts";
import { recordFarEnd } from "./far-end.service.ts";
import { listFarEnd } from "./far-end.store.ts";
import { applyReport, declineReport, permitFarEnd, reportFarEnd, withdrawReport } from "./far-end-report.service.ts";
import { listOwnFarEnd } from "./far-end-report.store.ts";
import { listGroups } from "./group.store.ts";
import type { Region } from "./region.fixture.ts";

/** The member at the maker's door says what the maker took; the window books it with one click. */
const TODAY = "2026-12-01";
const DAY = "2026-12-21";
let region: Region;
let last: TestCompany;
let first: TestCompany;
let tradeId: string;

beforeAll(async () => {
  ({ region, first, last, tradeId } = await plantLastStep(20, TODAY));
});
afterAll(() => region.close());

const as = <T>(company: TestCompany, work: Parameters<typeof region.world.as<T>>[1]) => region.world.as(company, work);
const code = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? "ok" : outcome.refusals![0]!.code;
const permit = (isAllowed: boolean, by = region.window, memberId = last.id) =>
  as(by, (tx) => permitFarEnd(tx, region.groupId, { memberId, isAllowed }, TODAY)).then(code);
async function deliver(quantity: string): Promise<string> {
  const shipped = await as(last, (tx) =>
    ship(tx, { shippedOn: "2026-12-18", lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
  );
  if (!shipped.ok) throw new Error(JSON.stringify(shipped.refusals));
  return shipped.value.deliveryId;
}
const said = (deliveryId: string, accepted: string, rejected = "0", reason = "") => ({
  deliveryId,
  judgedOn: DAY,
  lines: [{ lineNumber: 1, accepted: decimal(accepted), rejected: decimal(rejected), reason }],
});
const report = (deliveryId: string, accepted: string, rejected?: string, reason?: string, by = last) =>
  as(by, (tx) => reportFarEnd(tx, said(deliveryId, accepted, rejected, reason)));
async function reported(deliveryId: string, accepted: string, rejected?: string, reason?: string): Promise<string> {
  const done = await report(deliveryId, accepted, rejected, reason);
  if (!done.ok) throw new Error(JSON.stringify(done.refusals));
  return done.value.id;
}
const own = (company: TestCompany) =>
  as(company, async (tx) => {
    const page = await listOwnFarEnd(tx, { limit: 10 });
    return page.ok ? page.value.rows : [];
  });
const waiting = () => as(region.window, (tx) => listFarEnd(tx, null, null, 10));
const progress = () =>
  as(region.window, (tx) =>
    query(
      tx,
      "select side, trim_scale(accepted)::text accepted, trim_scale(rejected)::text rejected from app.trade_line_face where company_id = $1 order by side",
      [region.window.id],
    ),
  );
const audits = (company: TestCompany) =>
  as(company, (tx) =>
    query<{ command: string; by: string; member: string }>(
      tx,
      "select command, details ->> 'by' by, details ->> 'member' member from app.audit where company_id = $1 and command like 'network.farEnd%' order by at",
      [company.id],
    ),
  );
const stateOf = (id: string, company = last) =>
  as(company, async (tx) => {
    const [row] = await query<{ state: string; words: string }>(
      tx,
      "select state, words from app.far_end_report where id = $1",
      [id],
    );
    return row && [row.state, row.words];
  });

describe("who may report", () => {
  let deliveryId: string;
  test("nobody unless the window says so: by default a member hears that it may not, and its list is empty", async () => {
    deliveryId = await deliver("5");
    expect(await own(last)).toEqual([]);
    expect(code(await report(deliveryId, "5"))).toBe("REPORT_NOT_PERMITTED");
  });
  test("only the window lets, only members of its group, and both see it, nobody else", async () => {
    expect(await permit(true, last)).toBe("NOT_WINDOW");
    expect(await permit(true, first)).toBe("NOT_WINDOW");
    expect(await permit(true, region.window, newId())).toBe("GROUP_MEMBER_UNKNOWN");
    expect(await permit(true, region.window, region.window.id)).toBe("GROUP_MEMBER_UNKNOWN");
    expect(await permit(true)).toBe("ok");
    expect(await permit(true)).toBe("ok");
    const since = (company: TestCompany) =>
      as(company, async (tx) =>
        (await listGroups(tx, TODAY))[0]!.members.map((one) => [one.companyId, one.farEndSince !== null]),
      );
    const seen = [
      [first.id, false],
      [last.id, true],
    ];
    expect(new Map((await since(region.window)) as never)).toEqual(new Map(seen as never));
    expect(new Map((await since(last)) as never)).toEqual(new Map(seen as never));
    expect(new Map((await since(first)) as never)).toEqual(
      new Map([
        [first.id, false],
        [last.id, false],
      ]),
    );
    // Said twice, noted once, on both sides.
    for (const company of [region.window, last])
      expect((await audits(company)).map((row) => row.command)).toEqual(["network.farEndPermitted"]);
  });
  test("the member finds its delivery, without the maker, its order or a price", async () => {
    const [row, ...none] = await own(last);
    expect(none).toEqual([]);
    expect(row).toMatchObject({ deliveryId, isAllowed: true, state: null, lines: [{ lineNumber: 1, open: "5" }] });
    expect(JSON.stringify(row)).not.toMatch(/MAKER|yen|price|originTrade|outside/i);
    expect(await own(first)).toEqual([]);
    expect(await own(region.window)).toEqual([]);
  });
  test("another member, another line, too much, nothing, no reason: refused, and nothing is written", async () => {
    expect(code(await report(deliveryId, "5", "0", "", first))).toBe("NOT_LAST_STEP");
    expect(code(await report(deliveryId, "5", "0", "", region.window))).toBe("NOT_LAST_STEP");
    expect(code(await report(newId(), "5"))).toBe("NOT_LAST_STEP");
    const line = (lineNumber: number) => ({ ...said(deliveryId, "1").lines[0]!, lineNumber });
    const lines = (...numbers: number[]) =>
      as(last, (tx) => reportFarEnd(tx, { deliveryId, judgedOn: DAY, lines: numbers.map(line) })).then(code);
    expect(await lines(2)).toBe("NOT_LAST_STEP");
    expect(await lines(1, 1)).toBe("NOT_LAST_STEP");
    expect(code(await report(deliveryId, "6"))).toBe("JUDGED_ABOVE_SHIPPED");
    expect(code(await report(deliveryId, "0"))).toBe("NOTHING_JUDGED");
    expect(code(await report(deliveryId, "6", "-1"))).toBe("NOTHING_JUDGED");
    expect(code(await report(deliveryId, "4", "1"))).toBe("REASON_MISSING");
    expect((await waiting())[0]?.report).toBeNull();
  });
  test("the database asks by itself: no row by hand, no report by another, none through the function either", async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: { code?: string }) => error.code,
      );
    const lines = JSON.stringify([{ line_number: 1, accepted: 5, rejected: 0, reason: "" }]);
    for (const company of [first, region.window])
      expect(
        await refused(
          as(company, (tx) =>
            query(tx, "select guard.report_far_end($1, $2, $3, $4::jsonb)", [newId(), deliveryId, DAY, lines]),
          ),
        ),
      ).toBe("42501");
    for (const statement of [
      "insert into app.far_end_permission (id, group_id, member_id, window_id) select gen_random_uuid(), group_id, member_id, window_id from app.far_end_permission",
      "update app.far_end_permission set ended_at = null",
      "delete from app.far_end_permission",
      "update app.far_end_report set state = 'applied'",
      "select guard.tell_far_end(null, 'applied')",
    ])
      expect([statement, await refused(as(last, (tx) => query(tx, statement)))]).toEqual([statement, "42501"]);
    expect(
      await refused(
        as(last, (tx) => query(tx, "select guard.permit_far_end($1, $2, true)", [region.groupId, last.id])),
      ),
    ).toBe("42501");
    expect(await as(first, (tx) => query(tx, "select 1 from app.far_end_permission"))).toEqual([]);
  });
});

describe("what a report does", () => {
  let deliveryId: string;
  let reportId: string;
  test("it moves nothing; it stands at the window, and a second one has to wait", async () => {
    deliveryId = (await own(last))[0]!.deliveryId;
    const before = await progress();
    reportId = await reported(deliveryId, "4", "1", "塗装むら");
    expect(await progress()).toEqual(before);
    expect((await waiting())[0]?.report).toMatchObject({
      id: reportId,
      judgedOn: DAY,
      lines: [{ lineNumber: 1, accepted: "4", rejected: "1", reason: "塗装むら" }],
    });
    expect(code(await report(deliveryId, "5"))).toBe("REPORT_WAITS");
    expect((await own(last))[0]).toMatchObject({ state: "reported", reportId });
    const news = await as(region.window, (tx) =>
      query(
        tx,
        "select 1 from app.outbox where company_id = $1 and kind = 'network.farEnd' and subject_id = $2 and not is_own",
        [region.window.id, reportId],
      ),
    );
    expect(news).toHaveLength(1);
  });
  test("neither the member nor another can book it; the window can send it back with a word, and the member says it again", async () => {
    for (const company of [last, first]) {
      expect(code(await as(company, (tx) => applyReport(tx, reportId)))).toBe("REPORT_CLOSED");
      expect(code(await as(company, (tx) => declineReport(tx, reportId, "")))).toBe("REPORT_CLOSED");
    }
    for (const company of [region.window, first])
      expect(code(await as(company, (tx) => withdrawReport(tx, reportId)))).toBe("REPORT_CLOSED");
    expect(code(await as(region.window, (tx) => declineReport(tx, reportId, "日付が違います")))).toBe("ok");
    expect(await stateOf(reportId)).toEqual(["declined", "日付が違います"]);
    expect((await own(last))[0]).toMatchObject({ state: "declined", words: "日付が違います" });
    const again = await reported(deliveryId, "5");
    expect(code(await as(last, (tx) => withdrawReport(tx, again)))).toBe("ok");
    expect(code(await as(region.window, (tx) => applyReport(tx, again)))).toBe("REPORT_CLOSED");
    reportId = await reported(deliveryId, "4", "1", "塗装むら");
  });
  test("one click books it in both trades on the day the member named, once, and says who reported", async () => {
    expect(code(await as(region.window, (tx) => applyReport(tx, reportId)))).toBe("ok");
    expect(await progress()).toEqual([
      { side: "B", accepted: "4", rejected: "1" },
      { side: "S", accepted: "4", rejected: "0" },
    ]);
    const days = await as(region.window, (tx) =>
      query(tx, "select distinct happened_on from app.delivery_event where kind = 'accepted'"),
    );
    expect(days).toEqual([{ happened_on: DAY }]);
    expect(code(await as(region.window, (tx) => applyReport(tx, reportId)))).toBe("REPORT_CLOSED");
    expect(await stateOf(reportId)).toEqual(["applied", ""]);
    for (const company of [region.window, last]) {
      const rows = await audits(company);
      expect(rows.slice(-2)).toEqual([
        { command: "network.farEndReported", by: "member", member: "塗装工業" },
        { command: "network.farEndApplied", by: "window", member: "塗装工業" },
      ]);
    }
    expect(await stateOf(reportId, first)).toBeUndefined();
    expect(await own(last)).toEqual([]);
  });
  test("two clicks at once book once", async () => {
    const id = await reported(await deliver("3"), "3");
    const both = await Promise.all([1, 2].map(() => as(region.window, (tx) => applyReport(tx, id)).then(code)));
    expect(both.sort()).toEqual(["REPORT_CLOSED", "ok"]);
    expect((await progress())[1]).toMatchObject({ accepted: "7" });
  });
  test("two reports at once: one stands", async () => {
    const delivery = await deliver("2");
    const both = await Promise.all(
      [1, 2].map(() => report(delivery, "2").then(code, (error: { code?: string }) => error.code)),
    );
    expect(both.filter((one) => one === "ok")).toHaveLength(1);
    const { report: open } = (await waiting())[0]!;
    // The window records otherwise than reported: the member hears that it was corrected.
    const done = await as(region.window, (tx) => recordFarEnd(tx, said(delivery, "1", "1", "傷")));
    expect(code(done)).toBe("ok");
    expect(await stateOf(open!.id)).toEqual(["corrected", ""]);
    const same = await deliver("2");
    const id = await reported(same, "2");
    expect(code(await as(region.window, (tx) => recordFarEnd(tx, said(same, "2"))))).toBe("ok");
    expect(await stateOf(id)).toEqual(["applied", ""]);
  });
  test("a delivery the window then takes as ordinary goods ends its report, and the member hears that", async () => {
    const delivery = await deliver("1");
    const id = await reported(delivery, "1");
    const groups = () => as(region.window, (tx) => listGroups(tx, TODAY));
    const waits = async () => (await groups())[0]!.members.filter((one) => one.reportWaits).map((one) => one.companyId);
    expect(await waits()).toEqual([last.id]);
    const received = await as(region.window, (tx) => receive(tx, { deliveryId: delivery, receivedOn: DAY }));
    expect(code(received)).toBe("ok");
    expect(await stateOf(id)).toEqual(["reported", ""]);
    const lines = [{ lineNumber: 1, accepted: decimal(1) }];
    const judged = await as(region.window, (tx) => judge(tx, { deliveryId: delivery, judgedOn: DAY, lines }));
    expect(code(judged)).toBe("ok");
    expect(await stateOf(id)).toEqual(["overtaken", ""]);
    expect((await audits(last)).at(-1)).toMatchObject({ command: "network.farEndOvertaken", by: "window" });
    expect(await waits()).toEqual([]);
    expect(code(await as(region.window, (tx) => applyReport(tx, id)))).toBe("REPORT_CLOSED");
    expect((await own(last)).map((row) => row.deliveryId)).not.toContain(delivery);
  });
  test("what the books refuse leaves the report as it was", async () => {
    const delivery = await deliver("2");
    const done = await as(last, (tx) => reportFarEnd(tx, { ...said(delivery, "2"), judgedOn: "2030-01-01" }));
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
    const { id } = done.value;
    const applied = await as(region.window, (tx) => applyReport(tx, id)).then(
      code,
      (error: { code?: string }) => error.code,
    );
    expect(applied).not.toBe("ok");
    expect(await stateOf(id)).toEqual(["reported", ""]);
    await as(last, (tx) => withdrawReport(tx, id));
  });
  test("after the window ended it no new report; one that waits can still be booked or taken back", async () => {
    const open = (await own(last))[0]!.deliveryId;
    const id = await reported(open, "1");
    expect(await permit(false)).toBe("ok");
    expect(await permit(false)).toBe("ok");
    expect((await own(last))[0]).toMatchObject({ isAllowed: false, state: "reported" });
    expect(code(await as(region.window, (tx) => applyReport(tx, id)))).toBe("ok");
    expect(await own(last)).toEqual([]);
    expect(code(await report(open, "1"))).toBe("REPORT_NOT_PERMITTED");
    expect((await audits(last)).filter((row) => row.command === "network.farEndPermitted")).toHaveLength(2);
  });
});
