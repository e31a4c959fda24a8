import { afterAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { acceptDue, judge, placeTrade, receive, ship } from "../../server/trade/index.ts";
import { books, codeOf, done, plantTwoFirms, stockValue, TODAY, type TwoFirms } from "./two-firms.ts";

const open: TwoFirms[] = [];
afterAll(async () => {
  for (const firms of open) await firms.world.close();
});
async function plant(terms: Record<string, unknown>): Promise<TwoFirms> {
  const firms = await plantTwoFirms(terms);
  open.push(firms);
  return firms;
}

async function ordered(firms: TwoFirms, quantity: number): Promise<string> {
  const placed = await firms.world.as(firms.buyer, (tx) =>
    placeTrade(tx, {
      side: "B",
      partnerId: firms.supplierCard,
      firstState: "placed",
      orderedOn: TODAY,
      lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
    }),
  );
  return done(placed).tradeId;
}

const shipAll = (firms: TwoFirms, tradeId: string, quantity: number) =>
  firms.world.as(firms.seller, (tx) =>
    ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
  );

describe("when title passes", () => {
  const cases = [
    {
      name: "hand-over in one step: the seller's scan is shipped, received and accepted",
      terms: { is_one_step: true },
    },
    { name: "booked at shipment: acceptance moves to the shipment", terms: { booked_at: "shipment" } },
  ];
  test.each(cases)("$name", async ({ terms }) => {
    const firms = await plant(terms);
    const tradeId = await ordered(firms, 10);
    done(await shipAll(firms, tradeId, 10));
    expect(await books(firms, firms.seller)).toEqual({
      finishedGoods: -7000n,
      costOfProducts: 7000n,
      receivable: 13205n,
      salesProducts: -12005n,
      taxReceived: -1200n,
    });
    expect(await books(firms, firms.buyer)).toEqual({ rawMaterials: 12005n, taxPaid: 1200n, payable: -13205n });
    expect(await stockValue(firms, firms.buyer)).toEqual({ quantity: "10", yen: 12005n });
    const faces = await firms.world.as(firms.buyer, (tx) =>
      query(tx, "select state from app.delivery_face where company_id = $1", [firms.buyer.id]),
    );
    expect(faces).toEqual([{ state: "judged" }]);
    const access = await firms.world.as(firms.buyer, (tx) =>
      query(tx, "select distinct reaction from app.access_record where company_id = $1 order by 1", [firms.buyer.id]),
    );
    expect(access).toEqual([{ reaction: "accept" }, { reaction: "ship" }]);
    // What is accepted with the scan is not told as something still to receive.
    const told = await firms.world.as(firms.buyer, (tx) =>
      query(
        tx,
        "select kind from app.outbox where company_id = $1 and kind in ('delivery.shipped', 'delivery.handedOver')",
        [firms.buyer.id],
      ),
    );
    expect(told).toEqual([{ kind: "is_one_step" in terms ? "delivery.handedOver" : "delivery.shipped" }]);
  });

  test("booked at receipt: the buyer's receipt accepts, the seller's shipment alone does not", async () => {
    const firms = await plant({ booked_at: "receipt" });
    const tradeId = await ordered(firms, 10);
    const { deliveryId } = done(await shipAll(firms, tradeId, 10));
    expect(await books(firms, firms.seller)).toEqual({ finishedGoods: -7000n, goodsShipped: 7000n });
    expect(
      done(await firms.world.as(firms.buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY }))).isAccepted,
    ).toBe(true);
    expect(await books(firms, firms.buyer)).toEqual({ rawMaterials: 12005n, taxPaid: 1200n, payable: -13205n });
  });

  test("without such an agreement the seller cannot say that its goods were taken", async () => {
    const firms = await plant({ default_acceptance_days: 5 });
    const tradeId = await ordered(firms, 10);
    const { deliveryId } = done(await shipAll(firms, tradeId, 10));
    const forged = firms.world.as(firms.seller, (tx) => receive(tx, { deliveryId, receivedOn: TODAY }, "sender"));
    await expect(forged).rejects.toMatchObject({ code: "42501" });
    expect(codeOf(await firms.world.as(firms.seller, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })))).toBe(
      "NOT_BUYER",
    );

    done(await firms.world.as(firms.buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
    const early = await firms.world.as(firms.buyer, (tx) => acceptDue(tx, "2026-11-28"));
    expect(early).toEqual({ ok: true, value: 0 });
    const due = await firms.world.as(firms.buyer, (tx) => acceptDue(tx, "2026-11-30"));
    expect(due).toEqual({ ok: true, value: 1 });
    expect(await books(firms, firms.buyer)).toMatchObject({ payable: -13205n });
    const again = await firms.world.as(firms.buyer, (tx) => acceptDue(tx, "2026-12-01"));
    expect(again).toEqual({ ok: true, value: 0 });
  });

  test("a second press of the button ships nothing twice", async () => {
    const firms = await plant({});
    const tradeId = await ordered(firms, 10);
    const both = await Promise.all([shipAll(firms, tradeId, 10), shipAll(firms, tradeId, 10)]);
    expect(both.map(codeOf).sort()).toEqual(["", "QUANTITY_ABOVE_OPEN"]);
  });

  test("of a customer outside the platform the seller records both sides", async () => {
    const firms = await plant({});
    const placed = done(
      await firms.world.as(firms.seller, (tx) =>
        placeTrade(tx, {
          side: "S",
          partnerId: firms.outsideCustomer,
          firstState: "confirmed",
          orderedOn: TODAY,
          outsideNumber: "A-100",
          lines: [{ item: "SHAFT-1", quantity: decimal(4), wantedOn: "2026-12-10" }],
        }),
      ),
    );
    const { deliveryId } = done(await shipAll(firms, placed.tradeId, 4));
    done(await firms.world.as(firms.seller, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
    const judged = done(
      await firms.world.as(firms.seller, (tx) =>
        judge(tx, { deliveryId, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(4) }] }),
      ),
    );
    expect(judged).toEqual({ acceptedYen: 5200n, taxYen: 520n });
    expect(await books(firms, firms.seller)).toMatchObject({ receivable: 5720n, costOfProducts: 2800n });
  });
});
