import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { areas, buildApp } from "../../server/app.ts";
import { query } from "../../server/platform/db/index.ts";
import { runDeadlines } from "../../server/platform/index.ts";
import { createLogin } from "../../server/platform/login/index.ts";
import {
  answerChange,
  issueInvoices,
  judge,
  moveLines,
  placeTrade,
  proposeChange,
  receive,
  receivePayment,
  sendPayment,
  ship,
} from "../../server/trade/index.ts";
import type { TestCompany } from "../support/world.ts";
import { done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

let firms: TwoFirms;
let app: FastifyInstance;
interface News {
  readonly id: string;
  readonly kind: string;
  readonly side: string;
  readonly number: string | null;
  readonly partnerName: string | null;
  readonly isRead: boolean;
  readonly to: string;
}
type Person = Awaited<ReturnType<typeof person>>;
const at: {
  sales: Person;
  warehouse: Person;
  finance: Person;
  buying: Person;
  payer: Person;
  stranger: Person;
  floor: Person;
} = {} as never;

async function person(company: TestCompany, ...roles: string[]) {
  const login = createLogin(firms.world.databases.auth, SECRET);
  const email = `${roles.join("-")}-${company.id}@example.jp`;
  const password = "correct horse battery";
  const userId = await login.createPerson({ email, name: email, password });
  await firms.world.databases.auth.query("select guard.found_member($1, $2, $3)", [userId, company.id, roles]);
  const signedIn = await app.inject({ method: "POST", url: "/api/v1/login", payload: { email, password } });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const call = async (method: "GET" | "POST", url: string) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie, "musubi-company": company.id, "sec-fetch-site": "same-origin" },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  // The agreement the two firms were planted with is news as well.
  const news = async (more = "") =>
    ((await call("GET", `/notifications?limit=100${more}`)).body.rows as News[]).filter(
      (row) => row.kind !== "agreements.agreement",
    );
  return {
    call,
    news,
    kinds: async () => (await news()).map((row) => row.kind),
    unread: async () => (await call("GET", "/notifications/unread")).body.count as number,
  };
}
const SECRET = "the secret of a test installation";

beforeAll(async () => {
  firms = await plantTwoFirms();
  app = await buildApp({ databases: firms.world.databases, secret: SECRET });
  at.sales = await person(firms.seller, "sales");
  at.warehouse = await person(firms.seller, "warehouse");
  at.finance = await person(firms.seller, "finance");
  at.floor = await person(firms.seller, "floor");
  at.buying = await person(firms.buyer, "purchasing");
  at.payer = await person(firms.buyer, "finance");
  at.stranger = await person(firms.stranger, "president", "sales", "purchasing", "finance", "warehouse");
  await readAll();
});
afterAll(async () => {
  await app.close();
  await firms.world.close();
});

const order = async (quantity = 60) =>
  done(
    await firms.world.as(firms.buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: firms.supplierCard,
        firstState: "placed",
        orderedOn: TODAY,
        lines: [{ item: "K-SHAFT", quantity: decimal(quantity), wantedOn: "2026-12-20" }],
      }),
    ),
  );
const everybody = async () => [
  await at.sales.kinds(),
  await at.warehouse.kinds(),
  await at.finance.kinds(),
  await at.buying.kinds(),
];
const readAll = () =>
  Promise.all(
    [at.sales, at.warehouse, at.finance, at.buying].map((one) => one.call("POST", "/notifications/read-all")),
  );

describe("what people are told", () => {
  let tradeId = "";
  let number = "";

  test("an order tells the seller's sales people, by their own names for it; nobody else, and not who wrote it", async () => {
    ({ tradeId, number } = await order());
    expect(await everybody()).toEqual([["trade.placed"], [], [], []]);
    expect(await at.sales.news()).toMatchObject([
      { kind: "trade.placed", side: "S", isRead: false, to: `sales/orders/${tradeId}`, number: expect.any(String) },
    ]);
    expect(number).toMatch(/^PO-/);
    expect([await at.floor.kinds(), await at.stranger.kinds()]).toEqual([[], []]);
    expect(await at.sales.unread()).toBe(1);
  });

  test("the answer, a change asked for and its answer go to the side that waits for it", async () => {
    done(
      await firms.world.as(firms.seller, (tx) =>
        moveLines(tx, { tradeId, today: TODAY, lines: [{ lineNumber: 1, seen: "placed", to: "confirmed" }] }),
      ),
    );
    const asked = done(
      await firms.world.as(firms.seller, (tx) =>
        proposeChange(tx, {
          tradeId,
          reason: "機械の故障",
          costYen: 0n,
          expiresOn: null,
          today: TODAY,
          lines: [{ lineNumber: 1, seenRevision: 1, promisedOn: "2026-12-22" }],
        }),
      ),
    );
    expect(await at.buying.kinds()).toEqual(["trade.changeProposed", "trade.confirmed"]);
    done(
      await firms.world.as(firms.buyer, (tx) =>
        answerChange(tx, { changeId: asked.changeId, answer: "agreed", words: "", today: TODAY }),
      ),
    );
    expect(await at.sales.kinds()).toEqual(["trade.changeAgreed", "trade.placed"]);
  });

  test("read is read for one person alone: a single one, then all", async () => {
    const second = await person(firms.seller, "sales", "production");
    const [first] = await at.sales.news();
    expect((await at.sales.call("POST", `/notifications/${first!.id}/read`)).body).toEqual({ count: 1, isMore: false });
    expect((await at.sales.call("POST", `/notifications/${first!.id}/read`)).body).toEqual({ count: 1, isMore: false });
    expect((await at.sales.news()).map((row) => row.isRead)).toEqual([true, false]);
    expect((await at.sales.news("&unread=true")).map((row) => row.kind)).toEqual(["trade.placed"]);
    expect((await at.sales.call("POST", "/notifications/read-all")).body).toEqual({ count: 0, isMore: false });
    expect((await at.sales.news()).map((row) => row.isRead)).toEqual([true, true]);
    expect(await second.unread()).toBe(3);
    // Another company's event is not there, read or not.
    expect((await at.stranger.call("POST", `/notifications/${first!.id}/read`)).status).toBe(404);
    expect((await at.buying.call("POST", `/notifications/${first!.id}/read`)).status).toBe(404);
  });

  test("what a slower transaction was writing when all was marked read is still news", async () => {
    await readAll();
    let marked = 0;
    await firms.world.as(firms.buyer, async (tx) => {
      done(
        await placeTrade(tx, {
          side: "B",
          partnerId: firms.supplierCard,
          firstState: "placed",
          orderedOn: TODAY,
          lines: [{ item: "K-SHAFT", quantity: decimal(60), wantedOn: "2026-12-20" }],
        }),
      );
      // Something quicker is placed and read meanwhile.
      await order();
      marked = (await at.sales.call("POST", "/notifications/read-all")).body.count;
    });
    expect(marked).toBe(0);
    expect(await at.sales.unread()).toBe(1);
  });

  test("goods, invoice and money: each to whose work it is", async () => {
    await readAll();
    const shipped = done(
      await firms.world.as(firms.seller, (tx) =>
        ship(tx, {
          sellerPlaceId: firms.sellerPlaces["storage"]!,
          shippedOn: TODAY,
          lines: [{ tradeId, lineNumber: 1, quantity: decimal(60) }],
        } as never),
      ),
    ) as { deliveryId: string };
    const place = await firms.world.as(firms.buyer, async (tx) => {
      const [row] = await query<{ id: string }>(
        tx,
        "select id from app.place where company_id = $1 and kind = 'storage' limit 1",
        [tx.companyId],
      );
      return row!.id;
    });
    expect((await at.buying.kinds())[0]).toBe("delivery.shipped");
    done(
      await firms.world.as(firms.buyer, (tx) =>
        receive(tx, {
          deliveryId: shipped.deliveryId,
          receivedOn: TODAY,
          placeId: place,
          lines: [{ lineNumber: 1, quantity: decimal(60) }],
        } as never),
      ),
    );
    done(
      await firms.world.as(firms.buyer, (tx) =>
        judge(tx, {
          deliveryId: shipped.deliveryId,
          judgedOn: TODAY,
          lines: [{ lineNumber: 1, accepted: decimal(58), rejected: { quantity: decimal(2), reason: "傷" } }],
        }),
      ),
    );
    expect((await at.warehouse.kinds()).slice(0, 2)).toEqual(["delivery.rejected", "delivery.received"]);
    const [issued] = done(
      await firms.world.as(firms.seller, (tx) =>
        issueInvoices(tx, { side: "S", closingOn: "2026-11-30", issuedOn: "2026-11-30" } as never),
      ),
    ) as unknown as { invoiceId: string; totalYen: bigint }[];
    expect((await at.buying.news())[0]).toMatchObject({
      kind: "invoice.issued",
      side: "B",
      to: `accounting/invoices/${issued!.invoiceId}`,
    });
    const { paymentId } = done(
      await firms.world.as(firms.buyer, (tx) =>
        sendPayment(tx, {
          partnerId: firms.supplierCard,
          kind: "advance",
          sentOn: TODAY,
          amountYen: 5000n,
          allocations: [],
        }),
      ),
    );
    expect((await at.finance.kinds())[0]).toBe("payment.sent");
    expect(await at.sales.kinds()).not.toContain("payment.sent");
    // Its payer hears that it arrived, though an advance names no trade whose door would lead there.
    done(await firms.world.as(firms.seller, (tx) => receivePayment(tx, { paymentId, receivedOn: TODAY })));
    expect((await at.payer.kinds())[0]).toBe("payment.received");
  });

  test("the calendar tells once: an invoice past its day, a month to close", async () => {
    const deadlines = areas.flatMap((area) => area.deadlines ?? []);
    const run = (today: string) => runDeadlines(firms.world.databases, deadlines, today, (line) => log.push(line));
    const log: string[] = [];
    await run("2027-02-02");
    await run("2027-02-03");
    expect(log).toEqual([]);
    const kinds = await at.finance.kinds();
    expect(kinds.filter((kind) => kind === "invoice.overdue")).toHaveLength(1);
    const month = (await at.finance.news()).filter((row) => row.kind === "accounting.monthToClose");
    expect(month).toMatchObject([{ number: "2027-01", to: "accounting/closing" }]);
    expect(await at.warehouse.kinds()).not.toContain("invoice.overdue");
    const twice = firms.world.as(firms.seller, (tx) =>
      query(
        tx,
        "insert into app.outbox (company_id, id, kind, subject_id) select company_id, gen_random_uuid(), kind, subject_id from app.outbox where company_id = $1 and kind = 'invoice.overdue'",
        [tx.companyId],
      ),
    );
    await expect(twice).rejects.toThrow(/outbox_told_once/);
  });

  test("pages go on where the last one ended", async () => {
    const all = await at.sales.news();
    const first = await at.sales.call("GET", "/notifications?limit=2");
    const next = await at.sales.call("GET", `/notifications?limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.rows, ...next.body.rows].map((row: News) => row.id)).toEqual(
      all.slice(0, 4).map((row) => row.id),
    );
  });
});
