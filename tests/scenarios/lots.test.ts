import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { wireReactions } from "../../server/app.ts";
import { openStock, transferStock } from "../../server/inventory/index.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId } from "../../server/platform/index.ts";
import { createWorkOrders, releaseWorkOrder, reportThrough } from "../../server/production/index.ts";
import { readGenealogy } from "../../server/quality/index.ts";
import { judge, placeTrade, receive, receiveFromOutside, returnGoods, ship } from "../../server/trade/index.ts";
import { keepPlans } from "../support/kept-plans.ts";
import {
  createWorld,
  openBooks,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";
import { codeOf, done, TODAY } from "./two-firms.ts";

/** A mill sells tubes by lot to a frame maker, who sells frames by lot to a rider: every one keeps its own cards. */
let world: World;
let mill: TestCompany;
let maker: TestCompany;
let rider: TestCompany;
let phoneMill: string;
const items: Record<string, string> = {};
const cards: Record<string, string> = {};

beforeAll(async () => {
  wireReactions();
  world = await createWorld();
  mill = await world.company("堺製管");
  maker = await world.company("丸山製作所");
  rider = await world.company("浜車輪");
  for (const company of [mill, maker, rider]) {
    await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
    await world.as(company, plantPlaces);
  }
  const by = { is_lot_tracked: true };
  const plant = async (company: TestCompany, prefix: string, rows: Parameters<typeof plantItems>[1]) => {
    const ids = await world.as(company, (tx) => plantItems(tx, rows));
    for (const [code, id] of Object.entries(ids)) items[`${prefix}.${code}`] = id;
  };
  await plant(mill, "mill", [{ code: "TUBE", ...by }]);
  await plant(maker, "maker", [
    { code: "TUBE", ...by, category: "material", supply: "buy", purchase_price: "100" },
    { code: "FRAME", ...by },
  ]);
  await plant(rider, "rider", [{ code: "FRAME", ...by, category: "part", supply: "buy" }]);
  const agree = async (seller: TestCompany, buyer: TestCompany, code: string, names: string, terms = {}) => {
    const [a, b] = names.split(">");
    const agreed = await plantAgreement(
      world,
      seller,
      buyer,
      [
        {
          code,
          sellerItemId: items[`${a}.${code}`]!,
          buyerItemId: items[`${b}.${code}`]!,
          unitPrice: "500",
          standingQuantity: "1000",
        },
      ],
      terms,
    );
    cards[names] = agreed.buyerPartnerId;
  };
  await agree(mill, maker, "TUBE", "mill>maker");
  await agree(maker, rider, "FRAME", "maker>rider", { is_one_step: true });
  phoneMill = await plantPartner(world, maker, "OUT-MILL");
  await world.as(maker, async (tx) => {
    const bench = newId();
    await insertAll(tx, "work_center", [
      { company_id: maker.id, id: bench, code: "W1", name: "溶接", labor_yen_per_hour: "0", machine_yen_per_hour: "0" },
    ]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: maker.id,
        id: newId(),
        item_id: items["maker.FRAME"],
        operation_number: 10,
        name: "溶接",
        work_center_id: bench,
        run_minutes_per_unit: "1",
      },
    ]);
    await insertAll(tx, "bill_of_material_line", [
      {
        company_id: maker.id,
        id: newId(),
        parent_item_id: items["maker.FRAME"],
        component_item_id: items["maker.TUBE"],
        quantity: "1",
        operation_number: 10,
      },
    ]);
  });
  const [storage] = await world.as(mill, (tx) =>
    query<{ id: string }>(tx, "select id from app.place where company_id = $1 and kind = 'storage'", [mill.id]),
  );
  for (const lot of ["M-1", "M-2"])
    done(
      await world.as(mill, (tx) =>
        openStock(tx, TODAY, [{ item: "TUBE", placeId: storage!.id, lot, quantity: "20", valueYen: 4000n }]),
      ),
    );
});
keepPlans(() => world, TODAY);
afterAll(() => world.close());

const order = async (buyer: TestCompany, partnerId: string, item: string, quantity: number, firstState = "placed") =>
  done(
    await world.as(buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId,
        firstState: firstState as "placed",
        orderedOn: TODAY,
        lines: [{ item, quantity: decimal(quantity), wantedOn: "2026-12-10" }],
      }),
    ),
  ).tradeId;
const lotOf = async (company: TestCompany, item: string, code: string) => {
  const [row] = await world.as(company, (tx) =>
    query<{ id: string }>(tx, "select id from app.lot where company_id = $1 and item_id = $2 and code = $3", [
      company.id,
      items[item],
      code,
    ]),
  );
  return row!.id;
};
const send = async (tradeId: string, parts: readonly (readonly [string, number])[]) => {
  const lots = await Promise.all(parts.map(async ([code]) => lotOf(mill, "mill.TUBE", code)));
  return done(
    await world.as(mill, (tx) =>
      ship(tx, {
        shippedOn: TODAY,
        lines: parts.map(([, quantity], i) => ({
          tradeId,
          lineNumber: 1,
          quantity: decimal(quantity),
          lotId: lots[i]!,
        })),
      }),
    ),
  ).deliveryId;
};
const stock = (company: TestCompany, item: string) =>
  world.as(company, async (tx) => {
    const rows = await query<{ code: string; supplier: string; kind: string; q: string }>(
      tx,
      `select l.code, l.supplier_lot_code supplier, p.kind, trim_scale(b.quantity)::text q from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id
        left join app.lot l on l.company_id = b.owner_id and l.id = b.lot_id where b.owner_id = $1 and b.item_id = $2 and b.quantity > 0 and p.kind in ('storage', 'receiving', 'transit') order by 1, 3`,
      [company.id, items[item]],
    );
    return rows.map((row) => `${row.code} (${row.supplier}) ${row.kind} ${row.q}`);
  });

describe("lots from receipt to shipment", () => {
  let deliveryId: string;
  test("arrive on the buyer's own cards when title passes, special acceptance and rejection included", async () => {
    const tradeId = await order(maker, cards["mill>maker"]!, "TUBE", 20);
    deliveryId = await send(tradeId, [
      ["M-1", 8],
      ["M-2", 6],
    ]);
    done(await world.as(maker, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
    expect(await stock(maker, "maker.TUBE")).toEqual([]);
    const judged = (lines: Parameters<typeof judge>[1]["lines"]) =>
      world.as(maker, (tx) => judge(tx, { deliveryId, judgedOn: TODAY, lines }));
    done(await judged([{ lineNumber: 1, accepted: decimal(5) }]));
    done(
      await judged([
        { lineNumber: 1, specially: { quantity: decimal(3), unitPrice: decimal(400), reason: "傷" } },
        { lineNumber: 2, accepted: decimal(4), rejected: { quantity: decimal(2), reason: "曲がり" } },
      ]),
    );
    expect(await stock(maker, "maker.TUBE")).toEqual(["M-1 (M-1) receiving 8", "M-2 (M-2) receiving 4"]);
    // the rejected pieces are back in the lot they left
    expect(await stock(mill, "mill.TUBE")).toEqual(["M-1 () storage 12", "M-2 () storage 16"]);
  });

  test("the same number of another supplier, on or off the platform, is another card", async () => {
    const tradeId = await order(maker, phoneMill, "TUBE", 9, "confirmed");
    const receiveOutside = (quantity: number, lotCode?: string) =>
      world.as(maker, (tx) =>
        receiveFromOutside(tx, {
          receivedOn: TODAY,
          supplierNumber: "NOUHIN-5",
          lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity), ...(lotCode && { lotCode }) }],
        }),
      );
    for (const [quantity, lotCode] of [
      [3, "M-1"],
      [2, "M-1"],
      [4, ""],
    ] as const) {
      const came = done(await receiveOutside(quantity, lotCode));
      done(
        await world.as(maker, (tx) =>
          judge(tx, {
            deliveryId: came.deliveryId,
            judgedOn: TODAY,
            lines: [{ lineNumber: 1, accepted: decimal(quantity) }],
          }),
        ),
      );
    }
    expect(await stock(maker, "maker.TUBE")).toEqual([
      "M-1 (M-1) receiving 8",
      "M-1-2 (M-1) receiving 5",
      "M-2 (M-2) receiving 4",
      "NOUHIN-5-1 () receiving 4",
    ]);
  });

  test("what goes back is the lot that came, never another in its place", async () => {
    const back = (quantity: number) =>
      world.as(maker, (tx) =>
        returnGoods(tx, {
          deliveryId,
          returnedOn: TODAY,
          lines: [{ lineNumber: 2, quantity: decimal(quantity), reason: "錆" }],
        }),
      );
    done(await back(1));
    expect(await stock(maker, "maker.TUBE")).toContain("M-2 (M-2) receiving 3");
    expect(await stock(mill, "mill.TUBE")).toContain("M-2 () storage 17");
    // the rest of the lot is gone from the places: other lots of the item do not stand in for it
    const lot = await lotOf(maker, "maker.TUBE", "M-2");
    await world.admin.query("update app.stock_balance set quantity = 2 where lot_id = $1 and quantity = 3", [lot]);
    expect(codeOf(await back(3))).toBe("STOCK_SHORT");
    await world.admin.query("update app.stock_balance set quantity = 3 where lot_id = $1 and quantity = 2", [lot]);
  });

  test("the genealogy runs from the supplier's lot through the work order to the customer, each side with its own cards", async () => {
    const places = await world.as(maker, (tx) =>
      query<{ kind: string; id: string; code: string }>(
        tx,
        "select kind, id, code from app.place where company_id = $1",
        [maker.id],
      ),
    );
    const place = (kind: string) => places.find((one) => one.kind === kind)!;
    done(
      await world.as(maker, (tx) =>
        transferStock(tx, {
          movedOn: TODAY,
          fromPlaceId: place("receiving").id,
          toPlaceId: place("storage").id,
          lines: [{ item: "TUBE", quantity: "8", lot: "M-1" }],
          note: "",
        }),
      ),
    );
    const [work] = done(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["maker.FRAME"]!, quantity: decimal(5), dueOn: "2026-12-05" }], TODAY),
      ),
    );
    done(await world.as(maker, (tx) => releaseWorkOrder(tx, work!.id, 1, TODAY)));
    done(
      await world.as(maker, (tx) =>
        reportThrough(tx, { workOrderId: work!.id, reportedOn: TODAY, quantity: decimal(5) }),
      ),
    );
    const frame = await world.as(maker, (tx) =>
      query<{ id: string; code: string }>(tx, "select id, code from app.lot where company_id = $1 and item_id = $2", [
        maker.id,
        items["maker.FRAME"],
      ]),
    );
    expect(frame).toHaveLength(1);

    const tradeId = await order(rider, cards["maker>rider"]!, "FRAME", 5);
    const missing = await world.as(maker, (tx) =>
      ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(5) }] }),
    );
    expect(codeOf(missing)).toBe("LOT_MISSING");
    done(
      await world.as(maker, (tx) =>
        ship(tx, {
          shippedOn: TODAY,
          lines: [{ tradeId, lineNumber: 1, quantity: decimal(5), lotId: frame[0]!.id }],
        }),
      ),
    );
    // handed over in one step: the seller's scan made the buyer's card
    expect(await stock(rider, "rider.FRAME")).toEqual([`${frame[0]!.code} (${frame[0]!.code}) receiving 5`]);

    const tube = await lotOf(maker, "maker.TUBE", "M-1");
    const recall = done(await world.as(maker, (tx) => readGenealogy(tx, tube)));
    expect(recall.cameIn.map((row) => [row.partnerName, row.lotCode, row.quantity])).toEqual([
      ["堺製管", "M-1", "5"],
      ["堺製管", "M-1", "3"],
    ]);
    expect(recall.forward.map((row) => row.code)).toEqual([frame[0]!.code]);
    expect(recall.wentOut.map((row) => [row.partnerName, row.kind, row.quantity])).toEqual([
      ["浜車輪", "shipment", "5"],
    ]);
    const cause = done(await world.as(maker, (tx) => readGenealogy(tx, frame[0]!.id)));
    expect(cause.backward.map((row) => [row.code, row.quantity])).toEqual([["M-1", "5"]]);
    expect(cause.cameIn.map((row) => row.partnerName)).toEqual(["堺製管", "堺製管"]);

    // The rider sees where its frames came from, and nothing behind the step; nobody reads a card of another.
    const frameAtRider = await lotOf(rider, "rider.FRAME", frame[0]!.code);
    const seen = done(await world.as(rider, (tx) => readGenealogy(tx, frameAtRider)));
    expect([seen.backward, seen.cameIn.map((row) => row.partnerName)]).toEqual([[], ["丸山製作所"]]);
    expect(codeOf(await world.as(rider, (tx) => readGenealogy(tx, frame[0]!.id)))).toBe("NOT_FOUND");
    expect(codeOf(await world.as(mill, (tx) => readGenealogy(tx, tube)))).toBe("NOT_FOUND");
    const own = await world.as(rider, (tx) =>
      query<{ company_id: string }>(tx, "select distinct company_id from app.lot"),
    );
    expect(own).toEqual([{ company_id: rider.id }]);
  });

  test("material issued free keeps its lot at the subcontractor, and the finished lot leads back to it", async () => {
    const plater = await plantPartner(world, maker, "OUT-PLATER");
    const made = await world.as(maker, (tx) =>
      plantItems(tx, [
        { code: "COVER", is_lot_tracked: true },
        { code: "PLATING", category: "processing", supply: "subcontract", purchase_price: "50" },
      ]),
    );
    await world.as(maker, async (tx) => {
      await insertAll(tx, "routing_operation", [
        {
          company_id: maker.id,
          id: newId(),
          item_id: made["COVER"],
          operation_number: 10,
          name: "めっき",
          work_center_id: null,
          subcontract_partner_id: plater,
          subcontract_item_id: made["PLATING"],
          subcontract_lead_time_days: 3,
        },
      ]);
      await insertAll(tx, "bill_of_material_line", [
        {
          company_id: maker.id,
          id: newId(),
          parent_item_id: made["COVER"],
          component_item_id: items["maker.TUBE"],
          quantity: "1",
          operation_number: 10,
        },
      ]);
    });
    const [work] = done(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: made["COVER"]!, quantity: decimal(3), dueOn: "2026-12-05" }], TODAY),
      ),
    );
    const released = done(await world.as(maker, (tx) => releaseWorkOrder(tx, work!.id, 1, TODAY)));
    const tradeId = released.outsideOrders[0]!.tradeId;
    const tube = await lotOf(maker, "maker.TUBE", "M-1");
    const away = done(await world.as(maker, (tx) => readGenealogy(tx, tube)));
    expect(away.wentOut.map((row) => [row.partnerName, row.kind, row.quantity])).toContainEqual([
      "OUT-PLATER",
      "free_issue",
      "3",
    ]);
    const { deliveryId: came } = done(
      await world.as(maker, (tx) =>
        receiveFromOutside(tx, { receivedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(3) }] }),
      ),
    );
    done(
      await world.as(maker, (tx) =>
        judge(tx, { deliveryId: came, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(3) }] }),
      ),
    );
    const [cover] = await world.as(maker, (tx) =>
      query<{ id: string; code: string }>(tx, "select id, code from app.lot where company_id = $1 and item_id = $2", [
        maker.id,
        made["COVER"],
      ]),
    );
    const cause = done(await world.as(maker, (tx) => readGenealogy(tx, cover!.id)));
    expect(cause.backward.map((row) => [row.code, row.itemCode, row.quantity])).toEqual([["M-1", "TUBE", "3"]]);
    expect(cause.cameIn[0]!.partnerName).toBe("堺製管");
  });
});
