import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { answerChange, judge, moveLines, placeTrade, proposeChange, receive, ship } from "../../server/trade/index.ts";
import { keepPlans } from "../support/kept-plans.ts";
import { codeOf, done, plantTwoFirms, reserved, TODAY, type TwoFirms } from "./two-firms.ts";

/** One order between two companies, changed in each way the trade model names. The agreement confirms up to 50 pieces by itself. */
let firms: TwoFirms;
beforeAll(async () => {
  firms = await plantTwoFirms();
});
keepPlans(() => firms.world, TODAY);
afterAll(() => firms.world.close());

type Wanted = Omit<Parameters<typeof proposeChange>[1]["lines"][number], "lineNumber" | "seenRevision"> & {
  readonly lineNumber?: number;
};

/** An order confirmed by the seller; its days lie so far ahead that the lead time never matters. */
async function ordered(...quantities: number[]): Promise<string> {
  const placed = done(
    await firms.world.as(firms.buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: firms.supplierCard,
        firstState: "placed",
        orderedOn: TODAY,
        lines: quantities.map((quantity) => ({ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2090-01-20" })),
      }),
    ),
  );
  const open = placed.lines.filter((line) => line.state === "placed");
  if (open.length > 0)
    done(
      await firms.world.as(firms.seller, (tx) =>
        moveLines(tx, {
          tradeId: placed.tradeId,
          today: TODAY,
          lines: open.map(({ lineNumber }) => ({ lineNumber, seen: "placed", to: "confirmed" })),
        }),
      ),
    );
  return placed.tradeId;
}

const propose = (
  by: "seller" | "buyer",
  tradeId: string,
  wanted: Wanted,
  more: { costYen?: bigint; revision?: number; expiresOn?: string } = {},
) =>
  firms.world.as(firms[by], (tx) =>
    proposeChange(tx, {
      tradeId,
      today: TODAY,
      reason: "都合",
      costYen: more.costYen ?? 0n,
      expiresOn: more.expiresOn ?? null,
      lines: [{ lineNumber: 1, seenRevision: more.revision ?? 1, ...wanted }],
    }),
  );
const answer = (
  by: "seller" | "buyer",
  changeId: string,
  said: "agreed" | "declined" | "countered" | "withdrawn",
  today = TODAY,
) => firms.world.as(firms[by], (tx) => answerChange(tx, { changeId, answer: said, words: "理由", today }));

/** The line as the other side reads it: the seller's face. */
async function line(tradeId: string, lineNumber = 1): Promise<string> {
  const [row] = await firms.world.as(firms.seller, (tx) =>
    query<{ text: string }>(
      tx,
      `select concat_ws(' ', state, quantity::float, unit_price::float, amount_yen, wanted_on, promised_on) "text" from app.trade_line_face
        where company_id = $1 and trade_id = $2 and line_number = $3`,
      [firms.seller.id, tradeId, lineNumber],
    ),
  );
  return row!.text;
}
const stateOf = async (changeId: string) =>
  (
    await firms.world.as(firms.buyer, (tx) =>
      query<{ state: string }>(tx, "select state from app.change_request where id = $1", [changeId]),
    )
  )[0]!.state;

describe("agreed by the other side, a change makes the new revision and the reservation follows", () => {
  const cases: { name: string; by: "seller" | "buyer"; want: Wanted; after: string; reserves: string[] }[] = [
    {
      name: "quantity up",
      by: "buyer",
      want: { quantity: decimal(90) },
      after: "confirmed 90 1200.5 108045 2090-01-20 2090-01-20",
      reserves: ["open 90"],
    },
    {
      name: "quantity down",
      by: "buyer",
      want: { quantity: decimal("55") },
      after: "confirmed 55 1200.5 66027 2090-01-20 2090-01-20",
      reserves: ["open 55"],
    },
    {
      name: "date, asked by the seller",
      by: "seller",
      want: { promisedOn: "2090-02-01" },
      after: "confirmed 60 1200.5 72030 2090-01-20 2090-02-01",
      reserves: ["open 60"],
    },
    {
      name: "price",
      by: "seller",
      want: { unitPrice: decimal(1300) },
      after: "confirmed 60 1300 78000 2090-01-20 2090-01-20",
      reserves: ["open 60"],
    },
  ];
  test.each(cases)("$name", async ({ by, want, after, reserves }) => {
    const tradeId = await ordered(60);
    const change = done(await propose(by, tradeId, want));
    expect(change.state).toBe("proposed");
    expect(await line(tradeId)).toBe("confirmed 60 1200.5 72030 2090-01-20 2090-01-20");
    done(await answer(by === "buyer" ? "seller" : "buyer", change.changeId, "agreed"));
    expect(await line(tradeId)).toBe(after);
    expect(await reserved(firms, tradeId)).toEqual(reserves);
  });

  test("one line called off, the other runs on", async () => {
    const tradeId = await ordered(60, 20);
    const change = done(await propose("buyer", tradeId, { isCancel: true }));
    done(await answer("seller", change.changeId, "agreed"));
    expect(await line(tradeId, 1)).toMatch(/^cancelled 60/);
    expect(await line(tradeId, 2)).toMatch(/^confirmed 20/);
    expect((await reserved(firms, tradeId)).sort()).toEqual(["cancelled 0", "open 20"]);
  });

  test("mid-way: the rest changes, what is delivered cannot be changed away, not even by goods sent while the request waited", async () => {
    const tradeId = await ordered(60);
    const send = async (quantity: number) => {
      const { deliveryId } = done(
        await firms.world.as(firms.seller, (tx) =>
          ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
        ),
      );
      done(await firms.world.as(firms.buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
      done(
        await firms.world.as(firms.buyer, (tx) =>
          judge(tx, { deliveryId, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(quantity) }] }),
        ),
      );
    };
    await send(20);
    expect(codeOf(await propose("buyer", tradeId, { quantity: decimal(19) }))).toBe("CHANGE_BELOW_DELIVERED");
    expect(codeOf(await propose("buyer", tradeId, { isCancel: true }))).toBe("CHANGE_BELOW_DELIVERED");
    const asked = done(await propose("seller", tradeId, { quantity: decimal(25) }));
    await send(10);
    expect(codeOf(await answer("buyer", asked.changeId, "agreed"))).toBe("CHANGE_BELOW_DELIVERED");
    done(await answer("buyer", asked.changeId, "declined"));
    const rest = done(await propose("seller", tradeId, { quantity: decimal(30) }));
    done(await answer("buyer", rest.changeId, "agreed"));
    expect(await line(tradeId)).toBe("confirmed 30 1200.5 36015 2090-01-20 2090-01-20");
    expect(await reserved(firms, tradeId)).toEqual(["done 0"]);
  });
});

describe("not agreed, the order stands as it was", () => {
  test.each(["declined", "countered"] as const)("%s, with words", async (said) => {
    const tradeId = await ordered(60);
    const change = done(await propose("buyer", tradeId, { quantity: decimal(90) }));
    expect(
      codeOf(
        await firms.world.as(firms.seller, (tx) =>
          answerChange(tx, { changeId: change.changeId, answer: said, words: " ", today: TODAY }),
        ),
      ),
    ).toBe("REASON_MISSING");
    done(await answer("seller", change.changeId, said));
    expect(await stateOf(change.changeId)).toBe(said);
    expect(await line(tradeId)).toBe("confirmed 60 1200.5 72030 2090-01-20 2090-01-20");
    // The way is free for the next request.
    expect(done(await propose("seller", tradeId, { quantity: decimal(70) })).state).toBe("proposed");
  });

  test("after its last day it can no longer be agreed", async () => {
    const tradeId = await ordered(60);
    const past = await propose("buyer", tradeId, { quantity: decimal(90) }, { expiresOn: "2020-01-01" });
    expect(past).toMatchObject({ refusals: [{ code: "EXPIRES_IN_PAST", field: "expiresOn" }] });
    const change = done(await propose("buyer", tradeId, { quantity: decimal(90) }, { expiresOn: "2090-01-01" }));
    expect(codeOf(await answer("seller", change.changeId, "agreed", "2090-01-02"))).toBe("CHANGE_EXPIRED");
    expect(await line(tradeId)).toMatch(/^confirmed 60 /);
  });
});

describe("a buyer's change within the standing limits", () => {
  test("needs no person at the seller, whose reservation and face follow at once", async () => {
    const tradeId = await ordered(40);
    expect(done(await propose("buyer", tradeId, { quantity: decimal(50), wantedOn: "2090-03-01" })).state).toBe(
      "agreed",
    );
    expect(await line(tradeId)).toBe("confirmed 50 1200.5 60025 2090-03-01 2090-03-01");
    expect(await reserved(firms, tradeId)).toEqual(["open 50"]);
    const told = await firms.world.as(firms.seller, (tx) =>
      query<{ command: string; by: string }>(
        tx,
        "select command, details->>'byRule' \"by\" from app.audit where company_id = $1 and subject_id = $2 and command = 'trade.change.agreed'",
        [firms.seller.id, tradeId],
      ),
    );
    expect(told).toEqual([{ command: "trade.change.agreed", by: "true" }]);
  });

  const waits: { name: string; by: "seller" | "buyer"; want: Wanted; costYen?: bigint }[] = [
    { name: "one piece too many", by: "buyer", want: { quantity: decimal(51) } },
    { name: "another price than agreed", by: "buyer", want: { unitPrice: decimal(1100) } },
    { name: "sooner than the lead time", by: "buyer", want: { wantedOn: TODAY } },
    { name: "called off", by: "buyer", want: { isCancel: true } },
    { name: "with a cost to bear", by: "buyer", want: { quantity: decimal(30) }, costYen: 1000n },
    { name: "a promise before the wanted day", by: "buyer", want: { promisedOn: "2090-01-10" } },
    { name: "the seller's own change", by: "seller", want: { quantity: decimal(30) } },
  ];
  test.each(waits)("$name waits for the other side", async ({ by, want, costYen }) => {
    const tradeId = await ordered(40);
    const change = done(await propose(by, tradeId, want, { costYen: costYen ?? 0n }));
    expect(change.state).toBe("proposed");
    expect(await line(tradeId)).toMatch(/^confirmed 40 1200.5 /);
    // Nor can the proposer say it was agreed, past the service.
    await expect(
      firms.world.as(firms[by], (tx) => query(tx, "select guard.answer_change($1, 'agreed', '')", [change.changeId])),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
