import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { LINE_MOVES, LINE_STATES, type LineState, mayMove } from "../../domain/trade/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { expireQuotes, type LineMove, moveLines, placeTrade, proposeChange } from "../../server/trade/index.ts";
import { codeOf, done, plantTwoFirms, reserved, TODAY, type TwoFirms } from "./two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await plantTwoFirms();
});
afterAll(() => firms.world.close());

async function placed(quantity = 60, wantedOn = "2026-12-20"): Promise<string> {
  const outcome = await firms.world.as(firms.buyer, (tx) =>
    placeTrade(tx, {
      side: "B",
      partnerId: firms.supplierCard,
      firstState: "placed",
      orderedOn: TODAY,
      lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn }],
    }),
  );
  return done(outcome).tradeId;
}
const move = (by: "seller" | "buyer", tradeId: string, more: Omit<LineMove, "lineNumber">) =>
  firms.world.as(firms[by], (tx) => moveLines(tx, { tradeId, today: TODAY, lines: [{ lineNumber: 1, ...more }] }));

describe("each move and each refusal", () => {
  const refusals: {
    name: string;
    by: "seller" | "buyer";
    move: Omit<LineMove, "lineNumber">;
    code: string;
    field: string;
  }[] = [
    {
      name: "the buyer cannot confirm for the seller",
      by: "buyer",
      move: { seen: "placed", to: "confirmed" },
      code: "LINE_MOVE_NOT_ALLOWED",
      field: "lines.0.to",
    },
    {
      name: "the seller cannot cancel for the buyer",
      by: "seller",
      move: { seen: "placed", to: "cancelled" },
      code: "LINE_MOVE_NOT_ALLOWED",
      field: "lines.0.to",
    },
    {
      name: "declining needs a reason",
      by: "seller",
      move: { seen: "placed", to: "declined", reason: " " },
      code: "REASON_MISSING",
      field: "lines.0.reason",
    },
    {
      name: "a counter offers another date or price",
      by: "seller",
      move: { seen: "placed", to: "countered", reason: "納期" },
      code: "COUNTER_CHANGES_NOTHING",
      field: "lines.0.promisedOn",
    },
    {
      name: "no date before the order is promised",
      by: "seller",
      move: { seen: "placed", to: "confirmed", promisedOn: "2026-11-01" },
      code: "PROMISE_BEFORE_ORDER",
      field: "lines.0.promisedOn",
    },
    {
      name: "what somebody else moved meanwhile is seen first",
      by: "seller",
      move: { seen: "countered", to: "confirmed" },
      code: "STALE_VERSION",
      field: "lines.0.seen",
    },
  ];
  test.each(refusals)("$name", async ({ by, move: wanted, code, field }) => {
    const outcome = await move(by, await placed(), wanted);
    expect(outcome.ok ? "" : outcome.refusals[0]).toMatchObject({ code, field });
  });

  test("countered with a later date and taken by the buyer, it is confirmed and reserved: the seller offered it", async () => {
    const tradeId = await placed();
    done(await move("seller", tradeId, { seen: "placed", to: "countered", promisedOn: "2027-01-15", reason: "混雑" }));
    expect(codeOf(await move("buyer", tradeId, { seen: "countered", to: "confirmed", promisedOn: "2027-01-10" }))).toBe(
      "LINE_MOVE_NOT_ALLOWED",
    );
    expect(done(await move("buyer", tradeId, { seen: "countered", to: "confirmed" })).lines).toEqual([
      { lineNumber: 1, state: "confirmed" },
    ]);
    expect(await reserved(firms, tradeId)).toEqual(["open 60"]);
    const [line] = await firms.world.as(firms.seller, (tx) =>
      query<{ promised: string }>(
        tx,
        "select promised_on::text promised from app.trade_line_face where company_id = $1 and trade_id = $2",
        [firms.seller.id, tradeId],
      ),
    );
    expect(line!.promised).toBe("2027-01-15");
  });

  test("countered with a price alone and taken, it is promised for the wanted day at that price", async () => {
    const tradeId = await placed();
    done(
      await move("seller", tradeId, { seen: "placed", to: "countered", unitPrice: decimal(1300), reason: "材料高" }),
    );
    done(await move("buyer", tradeId, { seen: "countered", to: "confirmed" }));
    const lines = await firms.world.as(firms.buyer, (tx) =>
      query<{ ok: boolean; price: string; amount: bigint }>(
        tx,
        `select promised_on = wanted_on ok, unit_price::float::text price, amount_yen amount from app.trade_line_face
          where company_id = $1 and trade_id = $2`,
        [firms.buyer.id, tradeId],
      ),
    );
    expect(lines).toEqual([{ ok: true, price: "1300", amount: 78000n }]);
  });

  test("a quotation past its last day expires by the daily run, and only once", async () => {
    const asked = await firms.world.as(firms.buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: firms.supplierCard,
        firstState: "enquiry",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT-1", quantity: decimal(10), wantedOn: "2026-12-20" }],
      }),
    );
    const { tradeId } = done(asked);
    done(
      await move("seller", tradeId, {
        seen: "enquiry",
        to: "quoted",
        unitPrice: decimal(1100),
        validUntil: "2026-11-30",
      }),
    );
    expect(await firms.world.as(firms.seller, (tx) => expireQuotes(tx, "2026-11-30"))).toBe(0);
    expect(await firms.world.as(firms.seller, (tx) => expireQuotes(tx, "2026-12-01"))).toBe(1);
    expect(await firms.world.as(firms.seller, (tx) => expireQuotes(tx, "2026-12-01"))).toBe(0);
    expect(codeOf(await move("buyer", tradeId, { seen: "expired", to: "placed" }))).toBe("LINE_MOVE_NOT_ALLOWED");
  });

  test("confirmed cannot be cancelled alone: it is a change both agree on, and the reservation goes with it", async () => {
    const tradeId = await placed(20);
    expect(await reserved(firms, tradeId)).toEqual(["open 20"]);
    expect(codeOf(await move("buyer", tradeId, { seen: "confirmed", to: "cancelled" }))).toBe("LINE_MOVE_NOT_ALLOWED");
    const asked = await firms.world.as(firms.buyer, (tx) =>
      proposeChange(tx, {
        tradeId,
        today: TODAY,
        reason: "中止",
        costYen: 5000n,
        expiresOn: "2026-12-01",
        lines: [{ lineNumber: 1, seenRevision: 1, isCancel: true }],
      }),
    );
    expect(done(asked).state).toBe("proposed");
  });

  test("an order within the standing rule is confirmed without a person, one outside it says why not", async () => {
    const outcomes = [];
    for (const [quantity, wantedOn] of [
      [50, "2026-11-27"],
      [51, "2026-11-27"],
      [50, "2026-11-26"],
    ] as const) {
      const outcome = await firms.world.as(firms.buyer, (tx) =>
        placeTrade(tx, {
          side: "B",
          partnerId: firms.supplierCard,
          firstState: "placed",
          orderedOn: TODAY,
          lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn }],
        }),
      );
      outcomes.push([done(outcome).state, done(outcome).lines[0]!.reasons.map((reason) => reason.code)]);
    }
    expect(outcomes).toEqual([
      ["confirmed", []],
      ["placed", ["QUANTITY_ABOVE_STANDING"]],
      ["placed", ["LEAD_TIME_SHORT"]],
    ]);
  });
});

describe("the database holds the same list of moves", () => {
  // A line is put into a state by the superuser with triggers off, then moved by each side as itself.
  test("every pair of states, both sides", async () => {
    const tradeId = await placed();
    const setState = (state: LineState) =>
      firms.world.admin.query(
        `set session_replication_role = replica; update app.trade_line set state = '${state}' where trade_id = '${tradeId}'; set session_replication_role = origin`,
      );
    const found: string[] = [];
    const expected: string[] = [];
    for (const side of ["seller", "buyer"] as const) {
      for (const from of LINE_STATES) {
        for (const to of LINE_STATES) {
          if (from === to) continue;
          if (mayMove([side], from, to)) expected.push(`${side}: ${from} → ${to}`);
          await setState(from);
          const moved = await firms.world
            .as(firms[side], (tx) =>
              query(tx, "update app.trade_line set state = $1 where trade_id = $2", [to, tradeId]),
            )
            .then(
              () => true,
              (error: { code?: string }) => {
                if (error.code !== "42501") throw error;
                return false;
              },
            );
          if (moved) found.push(`${side}: ${from} → ${to}`);
        }
      }
    }
    expect(found).toEqual(expected);
    expect(expected).toHaveLength(LINE_MOVES.seller.length + LINE_MOVES.buyer.length);
  });
});
