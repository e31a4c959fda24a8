import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type TestCompany, type World } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { newId, reactTo, tell } from "../platform/index.ts";
import { closeMonthsUpTo, loadPeriods, reopenMonth } from "./close-month.service.ts";
import { openBooks } from "./open-books.store.ts";
import { postHappenings } from "./post-happenings.service.ts";

let world: World;
let ours: TestCompany;
let theirs: TestCompany;

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  world = await createWorld();
  ours = await world.company("丸山製作所");
  theirs = await world.company("堺組立");
  for (const company of [ours, theirs]) await world.as(company, (tx) => openBooks(tx, "2025-11-01", 14));
});
afterAll(() => world.close());

const closedOf = async (company: TestCompany) => {
  const { periods } = await world.as(company, loadPeriods);
  return periods.filter((one) => one.state === "closed").map((one) => one.month);
};
const close = (month: string, today: string) => world.as(ours, (tx) => closeMonthsUpTo(tx, month, today));

test("a month that is not over, or not there, keeps every month before it open", async () => {
  expect(await close("2026-10", "2026-10-31")).toMatchObject({ ok: false, refusals: [{ code: "PERIOD_NOT_OVER" }] });
  expect(await close("2031-01", "2026-10-31")).toMatchObject({ ok: false, refusals: [{ code: "PERIOD_MISSING" }] });
  expect(await closedOf(ours)).toEqual([]);
});

test("one month in the middle that does not agree with its ledgers keeps all of them open, and says which it is", async () => {
  const opening = { kind: "opening", companyId: ours.id, eventOn: "2026-03-10", sourceKind: "opening" };
  const value = (amountYen: bigint) =>
    world.as(ours, (tx) =>
      tell(tx, [{ ...opening, sourceId: newId(), lines: [{ role: "finishedGoods", amountYen }] } as never]),
    );
  await value(500n);
  expect(await close("2026-10", "2026-11-05")).toMatchObject({
    ok: false,
    refusals: [{ code: "PERIOD_EARLIER_OPEN", values: { month: "2026-03" } }, { code: "STOCK_DIFFERS_FROM_ACCOUNT" }],
  });
  expect(await closedOf(ours)).toEqual([]);
  await value(-500n);
});

test("all open months up to the chosen one close at once, each noted, and of no other company", async () => {
  expect(await close("2026-10", "2026-11-05")).toEqual({ ok: true, value: { month: "2026-10" } });
  const closed = await closedOf(ours);
  expect([closed.length, closed[0], closed.at(-1)]).toEqual([12, "2025-11", "2026-10"]);
  expect(await closedOf(theirs)).toEqual([]);
  const noted = await world.as(ours, (tx) =>
    query<{ what: string }>(
      tx,
      "select details->>'what' what from app.audit where company_id = $1 and command = 'accounting.monthClosed' order by 1",
      [ours.id],
    ),
  );
  expect(noted.map((row) => row.what)).toEqual(closed);
  expect(await close("2026-10", "2026-11-05")).toMatchObject({ ok: false, refusals: [{ code: "PERIOD_CLOSED" }] });
  expect((await world.as(ours, (tx) => reopenMonth(tx, "2026-10", "請求の漏れ"))).ok).toBe(true);
});
