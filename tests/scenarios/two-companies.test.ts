import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { openBooks, postHappenings } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { newId, reactTo, type Tx } from "../../server/platform/index.ts";
import {
  issueInvoices,
  judge,
  placeTrade,
  proposeInvoices,
  receive,
  receivePayment,
  sendPayment,
  ship,
} from "../../server/trade/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";

let world: World;
let seller: TestCompany;
let buyer: TestCompany;
let soldItem: string;
let partner: string;
const TODAY = "2026-11-24";

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  world = await createWorld();
  seller = await world.company("丸山製作所");
  buyer = await world.company("堺組立");
  soldItem = Object.values(await world.as(seller, (tx) => plantItems(tx, [{ code: "SHAFT-1", name: "軸" }])))[0]!;
  const bought = Object.values(
    await world.as(buyer, (tx) =>
      plantItems(tx, [{ code: "SHAFT-1", name: "軸（購入）", category: "part", supply: "buy" }]),
    ),
  )[0]!;
  for (const company of [seller, buyer]) await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  const places = await world.as(seller, plantPlaces);
  await world.as(buyer, plantPlaces);
  const agreed = await plantAgreement(world, seller, buyer, [
    {
      code: "SHAFT-1",
      sellerItemId: soldItem,
      buyerItemId: bought,
      unitPrice: "1200.5",
      standingQuantity: "100",
      leadTimeDays: 3,
    },
  ]);
  partner = agreed.buyerPartnerId;
  const opened = await world.as(seller, (tx) => {
    const end = (placeId: string, placeKind: "opening" | "storage") => ({
      companyId: seller.id,
      itemId: soldItem,
      accountRole: "finishedGoods" as const,
      placeId,
      placeKind,
      quantity: decimal(100),
    });
    return moveStock(tx, [
      {
        id: newId(),
        kind: "opening",
        movedOn: TODAY,
        from: end(places["opening"]!, "opening"),
        to: end(places["storage"]!, "storage"),
        valueInYen: 70000n,
      },
    ]);
  });
  expect(opened.ok).toBe(true);
});
afterAll(() => world.close());

const balances = (company: TestCompany) =>
  world.as(company, async (tx: Tx) => {
    const rows = await query<{ role: string; yen: bigint }>(
      tx,
      "select role, sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 group by role having sum(amount_yen) <> 0 order by role",
      [company.id],
    );
    return Object.fromEntries(rows.map((row) => [row.role, row.yen]));
  });

describe("one trade, two companies", () => {
  let tradeId: string;
  let deliveryId: string;

  test("the buyer's order is, confirmed by the standing rule, at once the seller's", async () => {
    const placed = await world.as(buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: partner,
        firstState: "placed",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT-1", quantity: decimal(10), wantedOn: "2026-12-10" }],
      }),
    );
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusals));
    expect(placed.value.state).toBe("confirmed");
    tradeId = placed.value.tradeId;
    const [line] = await world.as(seller, (tx) =>
      query<Record<string, unknown>>(
        tx,
        "select description, quantity::text, amount_yen, state, side from app.trade_line_face where company_id = $1 and trade_id = $2",
        [seller.id, tradeId],
      ),
    );
    expect(line).toEqual({
      description: "SHAFT-1",
      quantity: "10.000000",
      amount_yen: 12005n,
      state: "confirmed",
      side: "S",
    });
    expect(
      await world.as(seller, (tx) =>
        query(tx, "select quantity::text from app.reservation where company_id = $1", [seller.id]),
      ),
    ).toEqual([{ quantity: "10.000000" }]);
  });

  test("shipped, received, and 7 accepted, 2 taken at a cut price, 1 sent back: both books to the yen", async () => {
    const shipped = await world.as(seller, (tx) =>
      ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(10) }] }),
    );
    if (!shipped.ok) throw new Error(JSON.stringify(shipped.refusals));
    deliveryId = shipped.value.deliveryId;
    expect(await balances(seller)).toEqual({ finishedGoods: -7000n, goodsShipped: 7000n });
    expect(await world.as(buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY }))).toEqual({
      ok: true,
      value: { isAccepted: false },
    });
    const judged = await world.as(buyer, (tx) =>
      judge(tx, {
        deliveryId,
        judgedOn: TODAY,
        lines: [
          {
            lineNumber: 1,
            accepted: decimal(7),
            specially: { quantity: decimal(2), unitPrice: decimal(1000), reason: "きず" },
            rejected: { quantity: decimal(1), reason: "寸法" },
          },
        ],
      }),
    );
    if (!judged.ok) throw new Error(JSON.stringify(judged.refusals));
    expect(judged.value).toEqual({ acceptedYen: 10403n, taxYen: 1040n });
    expect(await balances(buyer)).toEqual({ rawMaterials: 10403n, taxPaid: 1040n, payable: -11443n });
    expect(await balances(seller)).toEqual({
      finishedGoods: -6300n,
      costOfProducts: 6300n,
      receivable: 11443n,
      salesProducts: -10403n,
      taxReceived: -1040n,
    });
  });

  test("stock value equals its accounts on both sides, and the rejected piece is back", async () => {
    const value = (company: TestCompany) =>
      world.as(company, (tx) =>
        query<{ pool: string; quantity: string; yen: bigint }>(
          tx,
          "select pool, sum(quantity)::text quantity, sum(value_yen)::bigint yen from app.stock_value where company_id = $1 group by pool having sum(quantity) <> 0",
          [company.id],
        ),
      );
    expect(await value(seller)).toEqual([{ pool: "stock", quantity: "91.000000", yen: 63700n }]);
    expect(await value(buyer)).toEqual([{ pool: "stock", quantity: "9.000000", yen: 10403n }]);
  });

  test("more than was received cannot be judged, and nothing is half-written", async () => {
    const again = await world.as(buyer, (tx) =>
      judge(tx, { deliveryId, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(1) }] }),
    );
    expect(again.ok ? "" : again.refusals[0]?.code).toBe("JUDGED_ABOVE_RECEIVED");
    const short = await world.as(seller, (tx) =>
      ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(2) }] }),
    );
    expect(short.ok ? "" : short.refusals[0]).toMatchObject({ code: "QUANTITY_ABOVE_OPEN", field: "lines.0.quantity" });
  });
});

describe("billing and paying", () => {
  test("at the closing day one invoice, due by the terms, with the tax of its total; nothing is billed twice", async () => {
    const proposed = await world.as(seller, (tx) => proposeInvoices(tx, { side: "S", closingOn: "2026-11-30" }));
    expect(proposed.map((one) => [one.netYen, one.taxYen, one.dueOn, one.differences])).toEqual([
      [10403n, 1040n, "2027-01-04", []],
    ]);
    const issued = await world.as(seller, (tx) =>
      issueInvoices(tx, { side: "S", closingOn: "2026-11-30", issuedOn: "2026-11-30" }),
    );
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusals));
    expect(issued.value[0]?.totalYen).toBe(11443n);
    const again = await world.as(seller, (tx) =>
      issueInvoices(tx, { side: "S", closingOn: "2026-11-30", issuedOn: "2026-11-30" }),
    );
    expect(again.ok ? "" : again.refusals[0]?.code).toBe("NOTHING_TO_INVOICE");
  });
  test("paid with a bank fee, received and matched: receivable and payable are gone on both sides", async () => {
    const [invoice] = await world.as(buyer, (tx) =>
      query<{ invoice_id: string }>(tx, "select invoice_id from app.invoice_face where company_id = $1", [buyer.id]),
    );
    const tooMuch = await world.as(buyer, (tx) =>
      sendPayment(tx, {
        partnerId: partner,
        kind: "transfer",
        sentOn: "2026-12-30",
        amountYen: 20000n,
        allocations: [{ invoiceId: invoice!.invoice_id, amountYen: 20000n }],
      }),
    );
    expect(tooMuch.ok ? "" : tooMuch.refusals[0]).toMatchObject({
      code: "PAID_ABOVE_INVOICE",
      field: "allocations.0.amountYen",
    });
    const paid = await world.as(buyer, (tx) =>
      sendPayment(tx, {
        partnerId: partner,
        kind: "transfer",
        sentOn: "2026-12-30",
        amountYen: 11443n,
        feeYen: 330n,
        allocations: [{ invoiceId: invoice!.invoice_id, amountYen: 11443n }],
      }),
    );
    if (!paid.ok) throw new Error(JSON.stringify(paid.refusals));
    const received = await world.as(seller, (tx) =>
      receivePayment(tx, { paymentId: paid.value.paymentId, receivedOn: "2026-12-30" }),
    );
    expect(received.ok).toBe(true);
    expect(await balances(buyer)).toEqual({ rawMaterials: 10403n, taxPaid: 1070n, paymentFees: 300n, bank: -11773n });
    expect((await balances(seller))["receivable"]).toBeUndefined();
    const states = await world.as(seller, (tx) =>
      query(tx, "select state, settled_yen from app.invoice_face where company_id = $1", [seller.id]),
    );
    expect(states).toEqual([{ state: "settled", settled_yen: 11443n }]);
  });
});
