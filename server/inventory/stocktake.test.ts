import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createWorld,
  openBooks,
  plantItems,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { wireReactions } from "../app.ts";
import { query } from "../platform/db/index.ts";
import {
  addCount,
  adjustStock,
  cancelStocktake,
  countLines,
  openStock,
  openStocktake,
  postStocktake,
} from "./index.ts";
import { loadOpenedStock } from "./opening-stock.store.ts";
import { openingStockTarget } from "./opening-stock-import.ts";
import type { StocktakeDocument } from "./stocktake-list.store.ts";
import { listStocktakeLines, listStocktakes, loadStocktake } from "./stocktake-list.store.ts";

let world: World;
let mine: TestCompany;
let other: TestCompany;
let places: Record<string, string>;
const TODAY = "2026-11-24";

beforeAll(async () => {
  wireReactions();
  world = await createWorld();
  mine = await world.company("丸山製作所");
  other = await world.company("よその会社");
  for (const company of [mine, other]) {
    const own = await world.as(company, plantPlaces);
    await world.as(company, (tx) =>
      plantItems(tx, [
        { code: "BOLT", category: "part" },
        { code: "NUT", category: "part", standard_cost: "7" },
        { code: "OIL", category: "consumable", is_lot_tracked: true },
      ]),
    );
    await world.as(company, (tx) => openBooks(tx, "2026-11-01", 2));
    const opened = await world.as(company, (tx) =>
      openStock(tx, TODAY, [
        { item: "BOLT", placeId: own["storage"]!, quantity: "10", valueYen: 1000n },
        { item: "OIL", placeId: own["receiving"]!, quantity: "4", valueYen: 800n, lot: "L1" },
      ]),
    );
    expect(opened.ok).toBe(true);
    if (company === mine) places = own;
  }
});
afterAll(() => world.close());

function done<T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const codes = (outcome: { ok: boolean; refusals?: readonly { code: string; field?: string }[] }) =>
  outcome.ok ? [] : outcome.refusals!.map((one) => `${one.code} ${one.field ?? ""}`.trim());
const open = (placeId?: string) =>
  world.as(mine, (tx) => openStocktake(tx, { countedOn: TODAY, note: "", ...(placeId && { placeId }) }));
const document = (id: string) => world.as(mine, (tx) => loadStocktake(tx, id)) as Promise<StocktakeDocument>;
const lines = async (id: string) => {
  const page = await world.as(mine, (tx) => listStocktakeLines(tx, id, { limit: 50 }));
  return done(page).rows;
};
const booked = async () => {
  const rows = await world.as(mine, (tx) =>
    query<{ role: string; yen: bigint }>(
      tx,
      "select role, sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 and role in ('rawMaterials', 'supplies') group by role order by role",
      [mine.id],
    ),
  );
  return rows.map((row) => [row.role, row.yen]);
};
const valued = async () => {
  const rows = await world.as(mine, (tx) =>
    query<{ code: string; q: string; yen: bigint }>(
      tx,
      "select i.code, s.on_hand::float::text q, s.value_yen yen from app.item_stock s join app.item i on i.company_id = s.company_id and i.id = s.item_id where s.company_id = $1 and s.on_hand <> 0 order by i.code",
      [mine.id],
    ),
  );
  return rows.map((row) => [row.code, row.q, row.yen]);
};

describe("a stocktake", () => {
  test("freezes the theory of my own places, counts, and posts quantity, value and books together", async () => {
    const { id, lineCount } = done(await open());
    expect(lineCount).toBe(2);
    const frozen = await lines(id);
    expect(frozen.map((l) => [l.placeName, l.code, l.lotCode, l.theoretical.toFixed()])).toEqual([
      ["receiving", "OIL", "L1", "4"],
      ["storage", "BOLT", null, "10"],
    ]);
    // What leaves after the freeze is no difference.
    done(
      await world.as(mine, (tx) =>
        adjustStock(tx, {
          movedOn: TODAY,
          placeId: places["storage"]!,
          reason: "払出",
          lines: [{ item: "BOLT", quantity: "-2" }],
        }),
      ),
    );
    const counts = frozen.map((line) => ({
      lineNumber: line.lineNumber,
      counted: line.code === "BOLT" ? "9" : "5",
      cause: null,
      version: line.version,
    }));
    done(await world.as(mine, (tx) => countLines(tx, id, { lines: counts })));
    const version = (await document(id)).version;
    const early = await world.as(mine, (tx) => postStocktake(tx, id, { version, leavesUncounted: false }));
    expect(codes(early)).toEqual(["CAUSE_MISSING lines.1.cause", "CAUSE_MISSING lines.2.cause"]);
    done(
      await world.as(mine, (tx) =>
        countLines(tx, id, { lines: counts.map((line) => ({ ...line, cause: "loss", version: 2 })) }),
      ),
    );
    done(
      await world.as(mine, (tx) =>
        addCount(tx, id, { item: "NUT", placeId: places["storage"]!, counted: "3", cause: "unrecorded_receipt" }),
      ),
    );
    expect(await document(id)).toMatchObject({ lineCount: 3, countedCount: 3, differenceCount: 3, uncausedCount: 0 });
    expect(done(await world.as(mine, (tx) => postStocktake(tx, id, { version, leavesUncounted: false }))).moves).toBe(
      3,
    );
    // BOLT 10 − 2 − 1 missing at 100 yen; OIL 4 + 1 found at 200; NUT found at its standard cost.
    expect(await valued()).toEqual([
      ["BOLT", "7", 700n],
      ["NUT", "3", 21n],
      ["OIL", "5", 1000n],
    ]);
    expect(await booked()).toEqual([
      ["rawMaterials", 721n],
      ["supplies", 1000n],
    ]);
    expect(await document(id)).toMatchObject({ state: "posted", foundYen: 221n, missingYen: 100n });
    expect((await document(id)).journal.length).toBe(1);
    const again = await world.as(mine, (tx) => postStocktake(tx, id, { version: version + 1, leavesUncounted: true }));
    expect(codes(again)).toEqual(["STOCKTAKE_CLOSED"]);
  });

  test("of goods that another open stocktake counts cannot be opened", async () => {
    const { id } = done(await open(places["storage"]));
    expect(codes(await open())).toEqual(["STOCKTAKE_OVERLAPS placeId"]);
    const elsewhere = done(await open(places["receiving"]));
    for (const one of [id, elsewhere.id]) done(await world.as(mine, (tx) => cancelStocktake(tx, one, 1)));
  });

  test("opened by two people at once is opened once", async () => {
    const both = await Promise.all([open(), open()]);
    expect(both.map((one) => codes(one).join()).sort()).toEqual(["", "STOCKTAKE_OVERLAPS placeId"]);
    for (const one of both) if (one.ok) done(await world.as(mine, (tx) => cancelStocktake(tx, one.value.id, 1)));
  });

  test("tells the second of two people counting one line; uncounted lines stop the posting unless left", async () => {
    const { id } = done(await open());
    const [first] = await lines(id);
    const count = (counted: string) =>
      world.as(mine, (tx) =>
        countLines(tx, id, { lines: [{ lineNumber: first!.lineNumber, counted, cause: null, version: 1 }] }),
      );
    done(await count("5"));
    expect(codes(await count("4"))).toEqual(["STALE_VERSION lines.0.counted"]);
    expect(codes(await count("4.5"))).toEqual(["QUANTITY_FINER_THAN_UNIT lines.0.counted"]);
    const post = (leavesUncounted: boolean) =>
      world.as(mine, (tx) => postStocktake(tx, id, { version: 1, leavesUncounted }));
    expect(codes(await post(false))).toEqual(["COUNT_INCOMPLETE leavesUncounted"]);
    expect(done(await post(true)).moves).toBe(0);
  });

  test("of one item counts that item wherever it turns up, and no other", async () => {
    const items = await world.as(mine, (tx) =>
      query<{ id: string; code: string }>(tx, "select id, code from app.item where company_id = $1", [mine.id]),
    );
    const bolt = items.find(({ code }) => code === "BOLT")!.id;
    const { id, lineCount } = done(
      await world.as(mine, (tx) => openStocktake(tx, { countedOn: TODAY, note: "", itemId: bolt })),
    );
    const { number } = await document(id);
    expect((await lines(id)).map(({ code }) => code)).toEqual(Array(lineCount).fill("BOLT"));
    const add = (item: string) =>
      world.as(mine, (tx) => addCount(tx, id, { item, placeId: places["receiving"]!, counted: "1", cause: null }));
    const other = await add("NUT");
    expect(other).toMatchObject({ ok: false, refusals: [{ code: "STOCKTAKE_OF_ONE_ITEM", values: { number } }] });
    done(await add("BOLT"));
    expect((await lines(id)).map(({ placeName, code }) => `${placeName} ${code}`)).toContain("receiving BOLT");
    const { version } = await document(id);
    done(await world.as(mine, (tx) => cancelStocktake(tx, id, version)));
  });

  test("is not seen, counted or posted by another company", async () => {
    const { id } = done(await open());
    const asOther = await world.as(other, async (tx) => ({
      document: await loadStocktake(tx, id),
      list: done(await listStocktakes(tx, { limit: 50 })).rows.length,
      post: codes(await postStocktake(tx, id, { version: 1, leavesUncounted: true })),
    }));
    expect(asOther).toEqual({ document: undefined, list: 0, post: ["NOT_FOUND"] });
    done(await world.as(mine, (tx) => cancelStocktake(tx, id, 1)));
  });
});

describe("opening stock from a file", () => {
  const context = { locale: "ja" as const, isFromShiftJis: false };
  const row = (line: number, more: object) => ({
    line,
    values: { item: "NUT", place: "RECEIVING", lot: null, quantity: "20", valueYen: "500", openedOn: null, ...more },
  });
  test("opens what is new, leaves alone what is there, and names what is wrong in its cell", async () => {
    const rows = [
      row(2, {}),
      row(3, { item: "BOLT", place: "STORAGE", quantity: "10", valueYen: "1000" }),
      row(4, { item: "BOLT", place: "STORAGE", quantity: "11", valueYen: "1000" }),
      row(5, { item: "?" }),
      row(6, { item: "OIL" }),
      row(7, { place: "CUSTOMER" }),
      row(8, { place: "?", openedOn: "2020-01-01", quantity: "0.5" }),
    ];
    const decided = await world.as(mine, (tx) => openingStockTarget.resolve(tx, rows, context));
    expect(
      decided.map((one) =>
        one.does === "problem" ? one.problems.map((p) => `${p.code} ${p.field}`).join(", ") : one.does,
      ),
    ).toEqual([
      "insert",
      "unchanged",
      "OPENING_DIFFERS quantity",
      "ITEM_UNKNOWN item",
      "LOT_MISSING lot",
      "PLACE_NOT_FOR_STOCK place",
      "QUANTITY_FINER_THAN_UNIT quantity, PLACE_UNKNOWN place, OPENING_MONTH_MISSING openedOn",
    ]);
    const first = decided[0]!;
    if (first.does !== "insert") throw new Error("insert");
    await world.as(mine, (tx) => openingStockTarget.apply(tx, [{ line: 2, does: "insert", action: first.action }]));
    const again = await world.as(mine, (tx) => openingStockTarget.resolve(tx, [row(2, {})], context));
    expect(again).toEqual([{ does: "unchanged" }]);
    expect(await world.as(mine, loadOpenedStock)).toContainEqual({ ...row(2, {}).values, openedOn: "2026-11-01" });
    expect(await world.as(other, loadOpenedStock)).toHaveLength(2);
  });
});
