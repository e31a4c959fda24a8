import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { ship } from "../trade/index.ts";
import { readChain } from "./chain.service.ts";
import { listMemberChains, listWindowChains } from "./chain.store.ts";
import { plantLastStep } from "./far-end.fixture.ts";
import { recordFarEnd } from "./far-end.service.ts";
import { listFarEnd } from "./far-end.store.ts";
import type { Region } from "./region.fixture.ts";

const TODAY = "2026-12-01";
let region: Region;
let last: TestCompany;
let tradeId: string;

const balances = (company: TestCompany) =>
  region.world.as(company, async (tx) => {
    const rows = await query<{ role: string; yen: bigint }>(
      tx,
      "select role, sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 group by role having sum(amount_yen) <> 0 order by role",
      [company.id],
    );
    return Object.fromEntries(rows.map((row) => [row.role, row.yen]));
  });
const deliver = (quantity: string) =>
  region.world.as(last, (tx) =>
    ship(tx, { shippedOn: "2026-12-18", lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
  );

beforeAll(async () => {
  ({ region, last, tradeId } = await plantLastStep(10, TODAY));
});
afterAll(() => region.close());

const waiting = (company: TestCompany, chain: string | null = null) =>
  region.world.as(company, (tx) => listFarEnd(tx, chain, null, 10));
const chains = (state: string | null, today: string) =>
  region.world.as(region.window, (tx) => listWindowChains(tx, { search: "", state, today }, null, 10));

describe("goods go straight from the last member to the maker", () => {
  let deliveryId: string;
  test("the chain is late once its day has passed, and found so", async () => {
    expect((await chains("late", "2026-12-21")).length).toBe(0);
    expect((await chains("late", "2026-12-22")).map(({ state }) => state)).toEqual(["late"]);
    expect((await chains(null, "2026-12-21")).map(({ state }) => state)).toEqual(["running"]);
    // The page says what the list says, on either side of the day.
    const [chain] = await chains(null, TODAY);
    for (const today of ["2026-12-16", "2026-12-21", "2026-12-22"]) {
      const [row] = await chains(null, today);
      const page = await region.world.as(region.window, (tx) => readChain(tx, chain!.id, today));
      expect(page.ok && page.value.state).toBe(row!.state);
      for (const member of region.members) {
        const own = { search: "", state: null, today };
        const [listed] = await region.world.as(member, (tx) => listMemberChains(tx, own, null, 10));
        const seen = await region.world.as(member, (tx) => readChain(tx, chain!.id, today));
        expect(seen.ok && seen.value.state).toBe(listed!.state);
      }
    }
  });
  test("what the maker accepted is accepted in both trades on one day; what it rejected goes back and stays owed", async () => {
    const shipped = await deliver("10");
    if (!shipped.ok) throw new Error(JSON.stringify(shipped.refusals));
    deliveryId = shipped.value.deliveryId;
    const [row, ...none] = await waiting(region.window);
    expect(none).toEqual([]);
    expect(row).toMatchObject({
      deliveryId,
      lines: [{ lineNumber: 1, originLineNumber: 1, quantity: "10", open: "10" }],
    });
    expect(await waiting(region.window, row!.chainId)).toHaveLength(1);
    expect(await waiting(region.window, newId())).toEqual([]);
    for (const member of region.members) expect(await waiting(member)).toEqual([]);
    const done = await region.world.as(region.window, (tx) =>
      recordFarEnd(tx, {
        deliveryId,
        judgedOn: "2026-12-21",
        lines: [{ lineNumber: 1, accepted: decimal(8), rejected: decimal(2), reason: "塗装むら" }],
      }),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
    expect(await waiting(region.window)).toEqual([]);
    const progress = await region.world.as(region.window, (tx) =>
      query(
        tx,
        "select side, shipped::text, accepted::text, rejected::text from app.trade_line_face where company_id = $1 order by side",
        [region.window.id],
      ),
    );
    expect(progress).toEqual([
      { side: "B", shipped: "8.000000", accepted: "8.000000", rejected: "2.000000" },
      { side: "S", shipped: "8.000000", accepted: "8.000000", rejected: "0.000000" },
    ]);
    const days = await region.world.as(region.window, (tx) =>
      query(tx, "select distinct happened_on from app.delivery_event where kind = 'accepted'"),
    );
    expect(days).toEqual([{ happened_on: "2026-12-21" }]);
  });
  test("title passed through the window: bought for 6,400, sold for 8,000, nothing left in its stock", async () => {
    expect(await balances(region.window)).toEqual({
      costOfProducts: 6400n,
      payable: -7040n,
      receivable: 8800n,
      salesProducts: -8000n,
      taxPaid: 640n,
      taxReceived: -800n,
    });
    expect(
      await region.world.as(region.window, (tx) =>
        query(tx, "select on_hand::text, value_yen from app.item_stock where company_id = $1", [region.window.id]),
      ),
    ).toEqual([{ on_hand: "0.000000", value_yen: 0n }]);
  });
  test("the chain shows the window what stays with it, as ordered and as accepted; a member sees nothing of it", async () => {
    const [chain] = await chains(null, TODAY);
    const seen = await region.world.as(region.window, (tx) => readChain(tx, chain!.id, TODAY));
    expect(seen.ok && seen.value.fee).toEqual({
      salesYen: "10000",
      purchasesYen: "8000",
      feeYen: "2000",
      acceptedSalesYen: "8000",
      acceptedPurchasesYen: "6400",
      acceptedFeeYen: "1600",
    });
    const members = await region.world.as(last, (tx) => readChain(tx, chain!.id, TODAY));
    expect(members.ok && members.value.fee).toBeNull();
  });
  test("the rest is sent again; more than is open cannot be judged, and another company's delivery is not found", async () => {
    const again = await deliver("2");
    if (!again.ok) throw new Error(JSON.stringify(again.refusals));
    const judge = (accepted: string) =>
      region.world.as(region.window, (tx) =>
        recordFarEnd(tx, {
          deliveryId: again.value.deliveryId,
          judgedOn: "2026-12-22",
          lines: [{ lineNumber: 1, accepted: decimal(accepted), rejected: decimal(0), reason: "" }],
        }),
      );
    const tooMuch = await judge("3");
    expect(tooMuch.ok ? "" : tooMuch.refusals[0].code).toBe("JUDGED_ABOVE_SHIPPED");
    expect((await judge("2")).ok).toBe(true);
    const twice = await judge("1");
    expect(twice.ok ? "" : twice.refusals[0].code).toBe("JUDGED_ABOVE_SHIPPED");
    const stranger = await region.world.as(region.members[0]!, (tx) =>
      recordFarEnd(tx, {
        deliveryId,
        judgedOn: TODAY,
        lines: [{ lineNumber: 1, accepted: decimal(1), rejected: decimal(0), reason: "" }],
      }),
    );
    expect(stranger.ok ? "" : stranger.refusals[0].code).toBe("NOT_LAST_STEP");
    const [origin] = await region.world.as(region.window, (tx) =>
      query<{ is_done: boolean }>(tx, "select is_done from app.trade_face where company_id = $1 and side = 'S'", [
        region.window.id,
      ]),
    );
    expect(origin).toEqual({ is_done: true });
  });
});
