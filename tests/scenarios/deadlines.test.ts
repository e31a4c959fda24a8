import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { areas } from "../../server/app.ts";
import { listKept } from "../../server/inventory/stock-list.store.ts";
import { query } from "../../server/platform/db/index.ts";
import { runDeadlines } from "../../server/platform/index.ts";
import { issueInvoices, moveLines, placeTrade, proposeChange, receive, ship } from "../../server/trade/index.ts";
import { readHistory } from "../../server/trade/trade-document.store.ts";
import { books, codeOf, done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

/** What moves records; what the calendar only tells the bell is tested with the notifications. */
const deadlines = areas
  .flatMap((area) => area.deadlines ?? [])
  .filter(({ name }) => name !== "invoice is overdue" && name !== "month is to be closed");
let firms: TwoFirms;
let log: string[];
beforeAll(async () => {
  firms = await plantTwoFirms({
    default_acceptance_days: 5,
    invoice_issuer: "buyer",
    terms: { acknowledgedAfterDays: 7 },
  });
});
afterAll(() => firms.world.close());

const run = (today: string) => {
  log = [];
  return runDeadlines(firms.world.databases, deadlines, today, (line) => log.push(line));
};
const order = async (firstState: "enquiry" | "placed", quantity = 10) =>
  done(
    await firms.world.as(firms.buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: firms.supplierCard,
        firstState,
        orderedOn: TODAY,
        lines: [{ item: "K-SHAFT", quantity: decimal(quantity), wantedOn: "2026-12-20" }],
      }),
    ),
  ).tradeId;
const statesOf = async (tradeId: string) =>
  Promise.all(
    [firms.seller, firms.buyer].map(async (company) => {
      const rows = await firms.world.as(company, (tx) =>
        query<{ state: string }>(tx, "select state from app.trade_line_face where company_id = $1 and trade_id = $2", [
          company.id,
          tradeId,
        ]),
      );
      return rows.map((row) => row.state).join();
    }),
  );

describe("what happens because a day has passed", () => {
  test("a quotation nobody ordered expires the day after its last day, on both sides, and can no longer be ordered", async () => {
    const tradeId = await order("enquiry");
    done(
      await firms.world.as(firms.seller, (tx) =>
        moveLines(tx, {
          tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "enquiry", to: "quoted", unitPrice: decimal(1100), validUntil: "2026-11-30" }],
        }),
      ),
    );
    expect(await run("2026-11-30")).toBe(0);
    expect(await statesOf(tradeId)).toEqual(["quoted", "quoted"]);
    expect([await run("2026-12-01"), log]).toEqual([1, []]);
    expect(await statesOf(tradeId)).toEqual(["expired", "expired"]);
    expect(await run("2026-12-01")).toBe(0);
    const late = await firms.world.as(firms.buyer, (tx) =>
      moveLines(tx, { tradeId, today: "2026-12-01", lines: [{ lineNumber: 1, seen: "quoted", to: "placed" }] }),
    );
    expect(codeOf(late)).toBe("STALE_VERSION");
  });

  test("a change request nobody answered expires, the order stands as it was, and another can be asked for", async () => {
    const tradeId = await order("placed");
    const ask = (expiresOn: string | null) =>
      firms.world.as(firms.buyer, (tx) =>
        proposeChange(tx, {
          tradeId,
          today: "2020-01-15",
          reason: "減産",
          // With a cost to bear no standing rule answers it.
          costYen: 500n,
          expiresOn,
          lines: [{ lineNumber: 1, seenRevision: 1, quantity: decimal(8) }],
        }),
      );
    const { changeId } = done(await ask("2020-01-31"));
    expect(await run("2020-01-31")).toBe(0);
    expect([await run("2020-02-01"), log]).toEqual([1, []]);
    const seen = await Promise.all(
      [firms.seller, firms.buyer].map((company) =>
        firms.world.as(company, (tx) =>
          query(
            tx,
            `select c.state, l.quantity::float quantity, l.revision,
                    (select count(*)::int from app.outbox o where o.company_id = $2 and o.kind = 'trade.changeExpired' and o.subject_id = c.trade_id) told
               from app.change_request c join app.trade_line l on l.trade_id = c.trade_id where c.id = $1`,
            [changeId, company.id],
          ),
        ),
      ),
    );
    const stands = [{ state: "expired", quantity: 10, revision: 1, told: 1 }];
    expect(seen).toEqual([stands, stands]);
    // Nobody did it: neither an own person nor the partner.
    for (const company of [firms.seller, firms.buyer]) {
      const [last] = await firms.world.as(company, (tx) => readHistory(tx, [tradeId]));
      expect(last).toMatchObject({ command: "trade.change.expired", who: "", isAutomatic: true });
    }
    expect(codeOf(await ask(null))).toBe("");
  });

  test("goods not judged within the agreed days count as accepted, and a statement not disputed as acknowledged", async () => {
    const tradeId = await order("placed", 4);
    const { deliveryId } = done(
      await firms.world.as(firms.seller, (tx) =>
        ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(4) }] }),
      ),
    );
    done(await firms.world.as(firms.buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
    // Until then they are the seller's, and the buyer knows them by its own card.
    const kept = await firms.world.as(firms.buyer, listKept);
    expect(kept).toMatchObject([{ itemId: expect.any(String), unit: "個", tradeId, side: "B" }]);
    expect(kept[0]!.quantity.toFixed()).toBe("4");
    expect(await run("2026-11-28")).toBe(0);
    expect([await run("2026-11-29"), log]).toEqual([1, []]);
    // 4 × 1,200.5 yen and the tax of it, on both sides
    expect(await books(firms, firms.buyer)).toMatchObject({ payable: -5282n });
    expect(await books(firms, firms.seller)).toMatchObject({ receivable: 5282n });
    const [statement] = done(
      await firms.world.as(firms.buyer, (tx) =>
        issueInvoices(tx, { side: "B", closingOn: "2026-11-30", issuedOn: "2026-11-30" }),
      ),
    );
    const answers = () =>
      firms.world.as(firms.seller, (tx) =>
        query(
          tx,
          `select f.state, a.kind, a.answered_by = $1 "isMine" from app.invoice_face f left join app.invoice_answer a on a.invoice_id = f.invoice_id
            where f.company_id = $1 and f.invoice_id = $2`,
          [firms.seller.id, statement!.invoiceId],
        ),
      );
    expect(await run("2026-12-07")).toBe(0);
    expect(await answers()).toEqual([{ state: "issued", kind: null, isMine: null }]);
    expect([await run("2026-12-08"), log]).toEqual([1, []]);
    expect(await answers()).toEqual([{ state: "acknowledged", kind: "deemed", isMine: true }]);
  });
});
