import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { placeTrade } from "../../server/trade/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";
import { done, TODAY } from "./two-firms.ts";

/** Limits of the whole agreement: 80 a line, five days, no provisional price; one item has its own, one a provisional price. */
let world: World;
let seller: TestCompany;
let buyer: TestCompany;
let partnerId: string;
let agreementId: string;
beforeAll(async () => {
  world = await createWorld();
  seller = await world.company("丸山製作所");
  buyer = await world.company("堺組立");
  const codes = ["PLAIN", "OWN", "PROV"];
  const plant = (company: TestCompany) =>
    world.as(company, async (tx) => {
      await plantPlaces(tx);
      return plantItems(
        tx,
        codes.map((code) => ({ code })),
      );
    });
  const [sold, bought] = [await plant(seller), await plant(buyer)];
  const agreed = await plantAgreement(
    world,
    seller,
    buyer,
    codes.map((code) => ({
      code,
      sellerItemId: sold[code]!,
      buyerItemId: bought[code]!,
      unitPrice: "100",
      leadTimeDays: 2,
      ...(code === "OWN" && { standingQuantity: "10" }),
    })),
    { terms: { standing: { maxQuantity: "80", minLeadTimeDays: 5, allowsProvisionalPrice: false } } },
  );
  partnerId = agreed.buyerPartnerId;
  agreementId = agreed.agreementId;
  await world.admin.query("update app.agreement_price set is_provisional = true where line_number = 3");
});
afterAll(() => world.close());

describe("limits of standing confirmation for the whole agreement", () => {
  const cases = [
    { name: "within them", item: "PLAIN", quantity: 80, wantedOn: "2026-11-29", state: "confirmed", why: [] },
    {
      name: "too many",
      item: "PLAIN",
      quantity: 81,
      wantedOn: "2026-11-29",
      state: "placed",
      why: ["QUANTITY_ABOVE_STANDING"],
    },
    { name: "too soon", item: "PLAIN", quantity: 1, wantedOn: "2026-11-28", state: "placed", why: ["LEAD_TIME_SHORT"] },
    {
      name: "an item's own limit goes before",
      item: "OWN",
      quantity: 11,
      wantedOn: "2026-11-29",
      state: "placed",
      why: ["QUANTITY_ABOVE_STANDING"],
    },
    {
      name: "the days count for it too",
      item: "OWN",
      quantity: 10,
      wantedOn: "2026-11-28",
      state: "placed",
      why: ["LEAD_TIME_SHORT"],
    },
    {
      name: "a price not final needs a person",
      item: "PROV",
      quantity: 1,
      wantedOn: "2026-11-29",
      state: "placed",
      why: ["PRICE_PROVISIONAL"],
    },
  ];
  test.each(cases)("$name: $state", async ({ item, quantity, wantedOn, state, why }) => {
    const placed = done(
      await world.as(buyer, (tx) =>
        placeTrade(tx, {
          side: "B",
          partnerId,
          firstState: "placed",
          orderedOn: TODAY,
          lines: [{ item, quantity: decimal(quantity), wantedOn }],
        }),
      ),
    );
    expect(placed.lines.map((line) => [line.state, line.reasons.map((reason) => reason.code)])).toEqual([[state, why]]);
    // what answers a change along a chain in a member's place, and what the database lets a buyer confirm, is the same rule
    const number = ["PLAIN", "OWN", "PROV"].indexOf(item) + 1;
    const { rows } = await world.admin.query<{ yes: boolean }>(
      "select guard.is_standing($1, $2, $3, 100, $4, $5) yes",
      [agreementId, number, quantity, wantedOn, TODAY],
    );
    expect(rows[0]!.yes).toBe(state === "confirmed");
  });

  test("nobody reads or writes them but through the signed terms", async () => {
    const change = world.as(buyer, (tx) =>
      query(tx, "update app.agreement set terms = '{}' where id = $1", [agreementId]),
    );
    await expect(change).rejects.toMatchObject({ code: "42501" });
  });
});
