import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import {
  answerChange,
  judge,
  moveLines,
  placeTrade,
  proposeChange,
  receive,
  returnGoods,
  ship,
} from "../../server/trade/index.ts";
import { books, codeOf, done, plantTwoFirms, reserved, stockValue, TODAY, type TwoFirms } from "./two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await plantTwoFirms();
});
afterAll(() => firms.world.close());

describe("from the enquiry to the return, between two companies", () => {
  let tradeId: string;
  let deliveryId: string;

  test("an enquiry asks without a price of its own; the seller quotes one with a last day", async () => {
    const asked = done(
      await firms.world.as(firms.buyer, (tx) =>
        placeTrade(tx, {
          side: "B",
          partnerId: firms.supplierCard,
          firstState: "enquiry",
          orderedOn: TODAY,
          lines: [{ item: "K-SHAFT", quantity: decimal(100), wantedOn: "2026-12-20" }],
        }),
      ),
    );
    tradeId = asked.tradeId;
    expect(asked.state).toBe("enquiry");
    const quoted = await firms.world.as(firms.seller, (tx) =>
      moveLines(tx, {
        tradeId,
        today: TODAY,
        lines: [
          {
            lineNumber: 1,
            seen: "enquiry",
            to: "quoted",
            unitPrice: decimal("1100"),
            promisedOn: "2026-12-18",
            validUntil: "2026-11-30",
          },
        ],
      }),
    );
    expect(done(quoted).lines).toEqual([{ lineNumber: 1, state: "quoted" }]);
  });

  test("after its last day the quotation cannot be ordered on", async () => {
    const late = await firms.world.as(firms.buyer, (tx) =>
      moveLines(tx, {
        tradeId,
        today: "2026-12-01",
        lines: [{ lineNumber: 1, seen: "quoted", to: "placed" }],
      }),
    );
    expect(codeOf(late)).toBe("QUOTE_EXPIRED");
  });

  test("ordered on time and confirmed with a date, it is reserved at the seller", async () => {
    done(
      await firms.world.as(firms.buyer, (tx) =>
        moveLines(tx, { tradeId, today: TODAY, lines: [{ lineNumber: 1, seen: "quoted", to: "placed" }] }),
      ),
    );
    expect(await reserved(firms, tradeId)).toEqual([]);
    done(
      await firms.world.as(firms.seller, (tx) =>
        moveLines(tx, {
          tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "placed", to: "confirmed", promisedOn: "2026-12-18" }],
        }),
      ),
    );
    expect(await reserved(firms, tradeId)).toEqual(["open 100"]);
  });

  test("a change of quantity waits for the other side; agreed, the reservation follows", async () => {
    const change = done(
      await firms.world.as(firms.buyer, (tx) =>
        proposeChange(tx, {
          tradeId,
          today: TODAY,
          reason: "減産",
          costYen: 0n,
          expiresOn: null,
          lines: [{ lineNumber: 1, seenRevision: 1, quantity: decimal(80) }],
        }),
      ),
    );
    expect(change.state).toBe("proposed");
    expect(await reserved(firms, tradeId)).toEqual(["open 100"]);
    const answer = (by: "seller" | "buyer" | "stranger", answer: "agreed" | "withdrawn") =>
      firms.world.as(firms[by], (tx) =>
        answerChange(tx, { changeId: change.changeId, answer, words: "", today: TODAY }),
      );
    expect(codeOf(await answer("buyer", "agreed"))).toBe("CHANGE_NOT_YOURS_TO_ANSWER");
    expect(codeOf(await answer("seller", "withdrawn"))).toBe("CHANGE_NOT_YOURS_TO_ANSWER");
    expect(codeOf(await answer("stranger", "agreed"))).toBe("CHANGE_UNKNOWN");
    done(await answer("seller", "agreed"));
    expect(await reserved(firms, tradeId)).toEqual(["open 80"]);
    expect(codeOf(await answer("seller", "agreed"))).toBe("CHANGE_ANSWERED");
  });

  test("somebody who still sees the old revision is told so", async () => {
    const stale = await firms.world.as(firms.seller, (tx) =>
      proposeChange(tx, {
        tradeId,
        today: TODAY,
        reason: "",
        costYen: 0n,
        expiresOn: null,
        lines: [{ lineNumber: 1, seenRevision: 1, wantedOn: "2027-01-10" }],
      }),
    );
    expect(codeOf(stale)).toBe("STALE_VERSION");
  });

  test("part delivered, part sent back: what was rejected is owed and reserved again", async () => {
    const shipped = done(
      await firms.world.as(firms.seller, (tx) =>
        ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(30) }] }),
      ),
    );
    deliveryId = shipped.deliveryId;
    expect(await reserved(firms, tradeId)).toEqual(["open 50"]);
    done(await firms.world.as(firms.buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
    done(
      await firms.world.as(firms.buyer, (tx) =>
        judge(tx, {
          deliveryId,
          judgedOn: TODAY,
          lines: [
            {
              lineNumber: 1,
              accepted: decimal(20),
              specially: { quantity: decimal(5), unitPrice: decimal(1000), reason: "きず" },
              rejected: { quantity: decimal(5), reason: "寸法" },
            },
          ],
        }),
      ),
    );
    expect(await reserved(firms, tradeId)).toEqual(["open 55"]);
  });

  test("what is delivered cannot be changed away", async () => {
    const below = await firms.world.as(firms.buyer, (tx) =>
      proposeChange(tx, {
        tradeId,
        today: TODAY,
        reason: "",
        costYen: 0n,
        expiresOn: null,
        lines: [{ lineNumber: 1, seenRevision: 2, quantity: decimal(24) }],
      }),
    );
    expect(below.ok ? "" : below.refusals[0]).toMatchObject({
      code: "CHANGE_BELOW_DELIVERED",
      values: { shipped: "25" },
    });
    const cancel = await firms.world.as(firms.buyer, (tx) =>
      proposeChange(tx, {
        tradeId,
        today: TODAY,
        reason: "",
        costYen: 0n,
        expiresOn: null,
        lines: [{ lineNumber: 1, seenRevision: 2, isCancel: true }],
      }),
    );
    expect(codeOf(cancel)).toBe("CHANGE_BELOW_DELIVERED");
  });

  test("returned after acceptance: both books and stocks go back at the price and the cost the goods had", async () => {
    const sellerBefore = await books(firms, firms.seller);
    expect(sellerBefore["salesProducts"]).toBe(-(22000n + 5000n));
    const returned = done(
      await firms.world.as(firms.buyer, (tx) =>
        returnGoods(tx, {
          deliveryId,
          returnedOn: TODAY,
          lines: [{ lineNumber: 1, quantity: decimal(22), reason: "不良" }],
        }),
      ),
    );
    // 20 at the full price first, then 2 of those taken at 1,000 yen
    expect(returned).toEqual({ returnedYen: 24000n, taxYen: 2400n });
    expect(await books(firms, firms.seller)).toMatchObject({
      salesReturns: 24000n,
      receivable: 3300n,
      costOfProducts: 2100n,
      taxReceived: -300n,
    });
    const buyer = await books(firms, firms.buyer);
    expect(buyer["payable"]).toBe(-3300n);
    expect(buyer["taxPaid"]).toBe(300n);
    expect(await stockValue(firms, firms.seller)).toEqual({ quantity: "997", yen: 697900n });
    expect(await stockValue(firms, firms.buyer)).toEqual({ quantity: "3", yen: buyer["rawMaterials"] });
    expect(await reserved(firms, tradeId)).toEqual(["open 77"]);
  });

  test("all that is left can be returned to the last yen, and no piece more", async () => {
    const back = (quantity: number) =>
      firms.world.as(firms.buyer, (tx) =>
        returnGoods(tx, {
          deliveryId,
          returnedOn: TODAY,
          lines: [{ lineNumber: 1, quantity: decimal(quantity), reason: "不良" }],
        }),
      );
    expect(codeOf(await back(4))).toBe("RETURNED_ABOVE_ACCEPTED");
    done(await back(3));
    const [seller, buyer] = [await books(firms, firms.seller), await books(firms, firms.buyer)];
    expect(seller["receivable"] ?? 0n).toBe(0n);
    expect(buyer["payable"] ?? 0n).toBe(0n);
    expect(await stockValue(firms, firms.seller)).toEqual({ quantity: "1000", yen: 700000n });
    expect(await stockValue(firms, firms.buyer)).toEqual({ quantity: "0", yen: 0n });
    expect(codeOf(await back(1))).toBe("RETURNED_ABOVE_ACCEPTED");
  });

  test("a stranger finds neither the trade nor the delivery", async () => {
    const move = await firms.world.as(firms.stranger, (tx) =>
      moveLines(tx, { tradeId, today: TODAY, lines: [{ lineNumber: 1, seen: "confirmed", to: "cancelled" }] }),
    );
    expect(codeOf(move)).toBe("TRADE_UNKNOWN");
    const back = await firms.world.as(firms.stranger, (tx) =>
      returnGoods(tx, { deliveryId, returnedOn: TODAY, lines: [{ lineNumber: 1, quantity: decimal(1), reason: "x" }] }),
    );
    expect(codeOf(back)).toBe("DELIVERY_UNKNOWN");
  });
});

describe("two people at one order", () => {
  test("of two answers at the same moment one is told that somebody was quicker", async () => {
    const placed = done(
      await firms.world.as(firms.buyer, (tx) =>
        placeTrade(tx, {
          side: "B",
          partnerId: firms.supplierCard,
          firstState: "placed",
          orderedOn: TODAY,
          lines: [{ item: "SHAFT-1", quantity: decimal(60), wantedOn: "2026-12-20" }],
        }),
      ),
    );
    expect(placed.lines[0]).toMatchObject({ state: "placed", reasons: [{ code: "QUANTITY_ABOVE_STANDING" }] });
    const confirm = () =>
      firms.world.as(firms.seller, (tx) =>
        moveLines(tx, {
          tradeId: placed.tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "placed", to: "confirmed" }],
        }),
      );
    const cancel = () =>
      firms.world.as(firms.buyer, (tx) =>
        moveLines(tx, {
          tradeId: placed.tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "placed", to: "cancelled" }],
        }),
      );
    const answers = [await Promise.all([confirm(), cancel(), confirm()])].flat().map(codeOf);
    expect(answers.filter((code) => code === "")).toHaveLength(1);
    expect(answers.filter((code) => code === "STALE_VERSION")).toHaveLength(2);
    const open = await reserved(firms, placed.tradeId);
    expect(open.length).toBeLessThanOrEqual(1);
  });
});
