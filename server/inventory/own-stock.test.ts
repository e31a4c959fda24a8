import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import {
  createWorld,
  openBooks,
  plantItems,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { wireReactions } from "../app.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { adjustStock, allocate, openStock, transferStock } from "./index.ts";
import { listStock } from "./stock-list.store.ts";

let world: World;
let mine: TestCompany;
let item: string;
let places: Record<string, string>;
const TODAY = "2026-11-24";

beforeAll(async () => {
  wireReactions();
  world = await createWorld();
  mine = await world.company("丸山製作所");
  const other = await world.company("よその会社");
  await world.as(other, plantPlaces);
  item = Object.values(await world.as(mine, (tx) => plantItems(tx, [{ code: "BOLT", category: "part" }])))[0]!;
  places = await world.as(mine, plantPlaces);
  await world.as(mine, (tx) => openBooks(tx, "2026-11-01", 2));
  const opened = await world.as(mine, (tx) =>
    openStock(tx, TODAY, [{ item: "BOLT", placeId: places["storage"]!, quantity: "10", valueYen: 1000n }]),
  );
  expect(opened.ok).toBe(true);
});
afterAll(() => world.close());

const stock = async () => {
  const page = await world.as(mine, (tx) => listStock(tx, { limit: 5 }));
  if (!page.ok) throw new Error("list");
  const [row] = page.value.rows;
  return [row!.onHand.toFixed(), row!.reserved.toFixed(), row!.valueYen];
};
const booked = async () =>
  (
    await world.as(mine, (tx) =>
      query<{ yen: bigint }>(
        tx,
        "select sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 and role = 'rawMaterials'",
        [mine.id],
      ),
    )
  )[0]!.yen;

describe("own stock", () => {
  test("what a company brings along stands in stock and in the books", async () => {
    expect(await stock()).toEqual(["10", "0", 1000n]);
    expect(await booked()).toBe(1000n);
  });
  test("found and missing goods change quantity, value and books together", async () => {
    const done = await world.as(mine, (tx) =>
      adjustStock(tx, {
        movedOn: TODAY,
        placeId: places["storage"]!,
        reason: "数え直し",
        lines: [{ item: "BOLT", quantity: "-4" }],
      }),
    );
    expect(done.ok).toBe(true);
    expect(await stock()).toEqual(["6", "0", 600n]);
    expect(await booked()).toBe(600n);
    await world.as(mine, (tx) =>
      adjustStock(tx, {
        movedOn: TODAY,
        placeId: places["storage"]!,
        reason: "見つかった",
        lines: [{ item: "BOLT", quantity: "4" }],
      }),
    );
    expect([await stock(), await booked()]).toEqual([["10", "0", 1000n], 1000n]);
  });
  test("a transfer changes no value, and nothing goes that is not there", async () => {
    const move = (quantity: string) =>
      world.as(mine, (tx) =>
        transferStock(tx, {
          movedOn: TODAY,
          fromPlaceId: places["storage"]!,
          toPlaceId: places["receiving"]!,
          note: "",
          lines: [{ item: "BOLT", quantity }],
        }),
      );
    expect((await move("3")).ok).toBe(true);
    expect(await stock()).toEqual(["10", "0", 1000n]);
    const short = await move("8");
    expect(short.ok ? null : short.refusals[0]).toMatchObject({
      code: "STOCK_SHORT",
      field: "lines.0.quantity",
      values: { available: "7" },
    });
  });
  const bad = [
    { name: "an unknown item", line: { item: "NUT", quantity: "1" }, code: "ITEM_UNKNOWN", field: "lines.0.item" },
    {
      name: "half a piece",
      line: { item: "BOLT", quantity: "0.5" },
      code: "QUANTITY_FINER_THAN_UNIT",
      field: "lines.0.quantity",
    },
    { name: "no quantity", line: { item: "BOLT", quantity: "0" }, code: "QUANTITY_ZERO", field: "lines.0.quantity" },
  ];
  test.each(bad)("$name is refused at its cell", async ({ line, code, field }) => {
    const done = await world.as(mine, (tx) =>
      adjustStock(tx, { movedOn: TODAY, placeId: places["storage"]!, reason: "x", lines: [line] }),
    );
    expect(done.ok ? null : done.refusals[0]).toMatchObject({ code, field });
  });
  test("a month that is closed takes no correction", async () => {
    const done = await world.as(mine, (tx) =>
      adjustStock(tx, {
        movedOn: "2025-01-05",
        placeId: places["storage"]!,
        reason: "x",
        lines: [{ item: "BOLT", quantity: "1" }],
      }),
    );
    expect(done.ok ? null : done.refusals[0]?.code).toBe("PERIOD_MISSING");
    expect(await stock()).toEqual(["10", "0", 1000n]);
  });
  test("two people promising the last piece: one gets it, the other hears what is left", async () => {
    const ids = [newId(), newId()];
    await world.as(mine, (tx) =>
      insertAll(
        tx,
        "reservation",
        ids.map((id) => ({
          company_id: mine.id,
          id,
          item_id: item,
          trade_id: newId(),
          trade_line_number: 1,
          quantity: 6,
        })),
      ),
    );
    const both = await Promise.all(ids.map((id) => world.as(mine, (tx) => allocate(tx, id, decimal(6)))));
    expect(both.filter((one) => one.ok).length).toBe(1);
    const refused = both.find((one) => !one.ok);
    expect(refused?.ok === false && refused.refusals[0]).toMatchObject({
      code: "ALLOCATION_ABOVE_FREE",
      values: { free: "4" },
    });
    expect((await stock())[1]).toBe("6");
  });
});
