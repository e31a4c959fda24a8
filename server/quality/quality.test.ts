import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal, type Outcome } from "../../domain/shared/index.ts";
import {
  createWorld,
  openBooks,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { wireReactions } from "../app.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { placeTrade, receiveFromOutside } from "../trade/index.ts";
import { inspectMade, inspectReceived, readGenealogy, removePlan, savePlan } from "./index.ts";
import { findInspection, listInspections, listWaiting } from "./inspection.store.ts";
import { listPlans } from "./inspection-plan.store.ts";
import { listLots } from "./lot.store.ts";

const TODAY = "2026-11-24";
let world: World;
let mine: TestCompany;
let other: TestCompany;
let items: Record<string, string>;
let supplier: string;

beforeAll(async () => {
  wireReactions();
  world = await createWorld();
  mine = await world.company("堺組立");
  other = await world.company("よその会社");
  for (const company of [mine, other]) {
    await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
    await world.as(company, plantPlaces);
  }
  items = await world.as(mine, (tx) =>
    plantItems(tx, [
      { code: "SHAFT", category: "part", supply: "buy", purchase_price: "100", needs_inspection: true },
      { code: "BIKE" },
      { code: "FRAME", category: "assembly" },
      { code: "TUBE", category: "material", supply: "buy" },
    ]),
  );
  supplier = await plantPartner(world, mine, "OUT-S");
});
afterAll(() => world.close());

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map((one) => `${one.code} ${one.field ?? ""}`.trim());

async function received(quantity: number): Promise<string> {
  const { tradeId } = done(
    await world.as(mine, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: supplier,
        firstState: "confirmed",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
      }),
    ),
  );
  const { deliveryId } = done(
    await world.as(mine, (tx) =>
      receiveFromOutside(tx, { receivedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
    ),
  );
  return deliveryId;
}
const waiting = async (company = mine) => done(await world.as(company, (tx) => listWaiting(tx, { limit: 50 }))).rows;
const form = (deliveryId: string, more: object) => ({
  deliveryId,
  lineNumber: 1,
  inspectedOn: TODAY,
  accepted: "0",
  special: "0",
  rejected: "0",
  reason: "",
  readings: [],
  ...more,
});
const diameter = (value: string) => ({ characteristic: "外径", value, isGood: null });
const characteristics = [
  { name: "外径", kind: "measured" as const, unit: "mm", lower: "9.98", upper: "10.02", method: "ノギス" },
];
const shaftPlan = { sampling: "sample" as const, sampleSize: 2, characteristics };

describe("an inspection plan", () => {
  test("is written, changed by who read it last, and taken away", async () => {
    const save = (more: object) =>
      world.as(mine, (tx) => savePlan(tx, items["BIKE"]!, "final", { ...shaftPlan, ...more }));
    expect(codes(await save({ sampleSize: null }))).toEqual(["SAMPLE_SIZE_MISSING sampleSize"]);
    expect(done(await save({})).version).toBe(1);
    expect(codes(await save({}))).toEqual(["PLAN_EXISTS itemId"]);
    expect(done(await save({ version: 1, sampling: "all" })).version).toBe(2);
    expect(codes(await save({ version: 1 }))).toEqual(["STALE_VERSION version"]);
    const ofOther = await world.as(other, async (tx) => ({
      list: done(await listPlans(tx, { limit: 5 })).rows,
      save: codes(await savePlan(tx, items["BIKE"]!, "final", shaftPlan)),
    }));
    expect(ofOther).toEqual({ list: [], save: ["NOT_FOUND"] });
    done(await world.as(mine, (tx) => removePlan(tx, items["BIKE"]!, "final", 2)));
    expect(done(await world.as(mine, (tx) => listPlans(tx, { limit: 5 }))).rows).toEqual([]);
  });
});

describe("receiving inspection", () => {
  test("of a line in parts: measured, taken, taken at a cut price and rejected, with stock and books", async () => {
    done(await world.as(mine, (tx) => savePlan(tx, items["SHAFT"]!, "receiving", shaftPlan)));
    const deliveryId = await received(10);
    expect((await waiting()).map((row) => [row.code, row.toJudge.toFixed(), row.hasPlan, row.needsInspection])).toEqual(
      [["SHAFT", "10", true, true]],
    );
    expect(await waiting(other)).toEqual([]);
    const inspect = (more: object) => world.as(mine, (tx) => inspectReceived(tx, form(deliveryId, more)));
    expect(codes(await inspect({ accepted: "6" }))).toEqual(["READINGS_TOO_FEW readings"]);
    expect(codes(await inspect({ accepted: "6", readings: [diameter("10"), diameter("11")] }))).toEqual([
      "OUTSIDE_LIMITS_ACCEPTED accepted",
    ]);
    const first = done(await inspect({ accepted: "6", readings: [diameter("10"), diameter("9.99")] }));
    expect(first.acceptedYen).toBe(600n);
    expect((await waiting()).map((row) => row.toJudge.toFixed())).toEqual(["4"]);
    const second = done(
      await inspect({
        special: "3",
        specialPrice: "80",
        rejected: "1",
        reason: "外径大",
        readings: [diameter("10.03"), diameter("10.5")],
      }),
    );
    expect(second.acceptedYen).toBe(240n);
    expect(await waiting()).toEqual([]);
    expect(codes(await inspect({ accepted: "1" }))).toEqual(["NOT_WAITING lineNumber"]);
    const row = await world.as(mine, (tx) => findInspection(tx, second.id));
    expect(row).toMatchObject({ state: "special", kind: "receiving", reason: "外径大", inspectedBy: "堺組立の人" });
    expect([row!.quantity, row!.accepted, row!.special, row!.rejected].map(String)).toEqual(["4", "3", "3", "1"]);
    expect(row!.measurements.map((one) => one.isWithin)).toEqual([false, false]);
    const stock = await world.as(mine, (tx) =>
      query<{ q: string; yen: bigint }>(
        tx,
        "select on_hand::float::text q, value_yen yen from app.item_stock where company_id = $1 and item_id = $2",
        [mine.id, items["SHAFT"]],
      ),
    );
    expect(stock).toEqual([{ q: "9", yen: 840n }]);
    expect(done(await world.as(other, (tx) => listInspections(tx, { limit: 5 }))).rows).toEqual([]);
    expect(await world.as(other, (tx) => findInspection(tx, second.id))).toBeUndefined();
  });
  test("of another company's delivery finds nothing to inspect", async () => {
    const deliveryId = await received(2);
    const stranger = await world.as(other, (tx) => inspectReceived(tx, form(deliveryId, { accepted: "2" })));
    expect(codes(stranger)).toEqual(["NOT_WAITING lineNumber"]);
  });
});

describe("inspection of made pieces", () => {
  test("is judged once, whole, and lets the accepted pieces go", async () => {
    const id = newId();
    await world.as(mine, (tx) =>
      insertAll(tx, "inspection", [
        {
          company_id: mine.id,
          id,
          number: "QI-X",
          kind: "final",
          item_id: items["BIKE"],
          work_order_id: newId(),
          quantity: 5,
        },
      ]),
    );
    const judge = (more: object, company = mine) =>
      world.as(company, (tx) => {
        const { deliveryId: _delivery, lineNumber: _line, ...verdict } = form("", more);
        return inspectMade(tx, id, { ...verdict, version: 1 });
      });
    expect(codes(await judge({ accepted: "5" }, other))).toEqual(["NOT_FOUND"]);
    expect(codes(await judge({ accepted: "4" }))).toEqual(["JUDGED_IN_PART accepted"]);
    expect(codes(await judge({ accepted: "4", rejected: "1" }))).toEqual(["REASON_MISSING reason"]);
    done(await judge({ accepted: "4", rejected: "1", reason: "塗装むら" }));
    expect(codes(await judge({ accepted: "5" }))).toEqual(["STALE_VERSION version"]);
    expect(await world.as(mine, (tx) => findInspection(tx, id))).toMatchObject({ state: "partly", version: 2 });
  });
});

describe("lot genealogy", () => {
  test("goes back over every step and forward again, and shows nothing to others", async () => {
    const lot = (item: string, code: string) => ({ company_id: mine.id, id: newId(), item_id: items[item], code });
    const lots = [lot("BIKE", "B-1"), lot("FRAME", "F-1"), lot("FRAME", "F-2"), lot("TUBE", "T-1")];
    const [bike, frame, frame2, tube] = lots.map((one) => one.id) as [string, string, string, string];
    const link = (made: string, used: string, quantity: number) => ({
      company_id: mine.id,
      made_lot_id: made,
      used_lot_id: used,
      work_order_id: newId(),
      quantity,
    });
    await world.as(mine, async (tx) => {
      await insertAll(tx, "lot", lots);
      await insertAll(tx, "lot_link", [
        link(bike, frame, 1),
        link(bike, frame2, 1),
        link(frame, tube, 3),
        link(frame2, tube, 4),
      ]);
    });
    const whole = done(await world.as(mine, (tx) => readGenealogy(tx, bike)));
    expect(whole.backward.map((row) => [row.depth, row.code, row.quantity, row.isRepeated])).toEqual([
      [1, "F-1", "1", false],
      [2, "T-1", "3", false],
      [1, "F-2", "1", false],
      [2, "T-1", "4", true],
    ]);
    const used = done(await world.as(mine, (tx) => readGenealogy(tx, tube)));
    expect(used.forward.map((row) => row.code)).toEqual(["F-1", "B-1", "F-2", "B-1"]);
    expect(used).toMatchObject({ code: "T-1", itemCode: "TUBE", isCut: false, backward: [] });
    expect(codes(await world.as(other, (tx) => readGenealogy(tx, bike)))).toEqual(["NOT_FOUND"]);
    expect(
      done(await world.as(mine, (tx) => listLots(tx, { limit: 5, search: "f-" }))).rows.map((row) => row.code),
    ).toEqual(["F-2", "F-1"]);
    expect(done(await world.as(other, (tx) => listLots(tx, { limit: 5 }))).rows).toEqual([]);
  });
});
