import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../../domain/shared/index.ts";
import { createActors, type SampleActors } from "../../../sample/load/acting.ts";
import { loadSamples } from "../../../sample/load/index.ts";
import { must } from "../../../sample/load/must.ts";
import { recordFarEnd } from "../../../server/network/index.ts";
import { examine } from "../../../server/platform/doctor/index.ts";
import { type Databases, openDatabases } from "../../../server/platform/index.ts";
import { createWorkOrders, releaseWorkOrder, reportWork } from "../../../server/production/index.ts";
import {
  issueInvoices,
  judge,
  receive,
  receivePayment,
  recordReceipt,
  sendPayment,
  ship,
} from "../../../server/trade/index.ts";
import { putAway } from "../../scenarios/region-steps.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { sealAndFold } from "../../support/seal.ts";
import { type ExampleInput, toSample } from "./to-sample.ts";

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
const input: ExampleInput = read("input.json");
const expected = read("expected.json");
const sample = toSample(input);

let database: TestDatabase;
let databases: Databases;
let admin: pg.Client;
let actors: SampleActors;

const rows = async (sql: string, values: unknown[] = []) => (await admin.query(sql, values)).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  databases = openDatabases(database);
  admin = new pg.Client(database.admin);
  await admin.connect();
  await loadSamples(databases, [sample], () => {});
  actors = createActors(databases, sample);
  for (const event of input.events) await carryOut(event);
  await settle();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await databases.close();
  await database.drop();
});

/** The line of a step's trade in which this company sells this item. */
async function soldLine(company: string, code: string) {
  const [row] = await rows(
    `select l.trade_id "tradeId", l.line_number "lineNumber", l.seller_item_id "itemId", l.quantity from app.trade_line l
      where l.seller_id = $1 and l.buyer_id is not null and l.code = $2`,
    [actors.companyId(company), code],
  );
  return row as { tradeId: string; lineNumber: number; itemId: string; quantity: string };
}

async function carryOut(event: ExampleInput["events"][number]): Promise<void> {
  if (event.make !== undefined) return make(event, event.make);
  await deliver(event);
}

async function make(event: ExampleInput["events"][number], code: string): Promise<void> {
  const { on, company, scrap, good } = event;
  const { tradeId, lineNumber, itemId, quantity } = await soldLine(company, code);
  await actors.as(company, async (tx) => {
    const [order] = must(
      await createWorkOrders(
        tx,
        [{ itemId, quantity: decimal(quantity), dueOn: on, tradeId, tradeLineNumber: lineNumber }],
        on,
      ),
      "work order",
    );
    must(await releaseWorkOrder(tx, order!.id, 1, on), "release");
    const report = (kind: "good" | "scrap", pieces: string) =>
      reportWork(tx, {
        workOrderId: order!.id,
        operationNumber: 10,
        kind,
        quantity: decimal(pieces),
        reportedOn: on,
        ...(kind === "scrap" && { reason: "不良" }),
      });
    if (scrap) expect(must(await report("scrap", scrap), "scrap").shortages).toEqual([]);
    expect(must(await report("good", good!), "good").shortages).toEqual([]);
  });
}

async function deliver({ on, company, to, deliver: goods, acceptedOn }: ExampleInput["events"][number]): Promise<void> {
  const lines = await Promise.all(
    Object.entries(goods!).map(async ([code, quantity]) => ({
      ...(await soldLine(company, code)),
      quantity: decimal(quantity),
    })),
  );
  const shipped = await actors.as(company, (tx) =>
    ship(tx, {
      shippedOn: on,
      lines: lines.map(({ tradeId, lineNumber, quantity }) => ({ tradeId, lineNumber, quantity })),
    }),
  );
  const { deliveryId } = must(shipped, "ship");
  const accepted = lines.map(({ quantity }, at) => ({ lineNumber: at + 1, accepted: quantity }));
  if (to === "WINDOW") {
    // The goods go straight to the maker; the window never holds them.
    const passed = await actors.as(to, (tx) =>
      recordFarEnd(tx, {
        deliveryId,
        judgedOn: acceptedOn!,
        lines: accepted.map((line) => ({ ...line, rejected: decimal(0), reason: "" })),
      }),
    );
    must(passed, "far end");
    return;
  }
  must(await actors.as(to!, (tx) => receive(tx, { deliveryId, receivedOn: acceptedOn! })), "receive");
  must(await actors.as(to!, (tx) => judge(tx, { deliveryId, judgedOn: acceptedOn!, lines: accepted })), "judge");
  await putAway(actors, rows, to!, acceptedOn!);
}

/** Closing-day invoices of every seller, each paid by its buyer in one transfer. */
async function settle(): Promise<void> {
  const { closingOn, paidOn } = input;
  for (const seller of ["FORMING", "WELDING", "ASSEMBLY", "WINDOW"]) {
    const [invoice] = must(
      await actors.as(seller, (tx) => issueInvoices(tx, { side: "S", closingOn, issuedOn: closingOn })),
      "invoice",
    );
    const allocations = [{ invoiceId: invoice!.invoiceId, amountYen: invoice!.totalYen }];
    const buyer = input.agreements.find((agreement) => agreement.seller === seller)?.buyer;
    if (!buyer) {
      const paid = { partnerId: invoice!.partnerId, receivedOn: paidOn, amountYen: invoice!.totalYen };
      must(await actors.as(seller, (tx) => recordReceipt(tx, { ...paid, kind: "transfer", allocations })), "receipt");
      continue;
    }
    const [card] = await rows("select id from app.partner where company_id = $1 and code = $2", [
      actors.companyId(buyer),
      seller,
    ]);
    const sent = await actors.as(buyer, (tx) =>
      sendPayment(tx, {
        partnerId: card.id,
        kind: "transfer",
        sentOn: paidOn,
        amountYen: invoice!.totalYen,
        allocations,
      }),
    );
    const { paymentId } = must(sent, "payment");
    must(await actors.as(seller, (tx) => receivePayment(tx, { paymentId, receivedOn: paidOn })), "receive payment");
  }
}

/** Lines of one entry in an order that does not depend on the order of materials in a bill. */
const entry = (head: string, lines: readonly string[]) => `${head}: ${[...lines].sort().join(", ")}`;

/** Worked out line by line, booked in one sum for each account and side of an event. */
const booked = (text: string) => {
  const [head, lines] = text.split(": ") as [string, string];
  const sums = new Map<string, number>();
  for (const line of lines.split(", ")) {
    const at = line.lastIndexOf(" ");
    const account = line.slice(0, at);
    sums.set(account, (sums.get(account) ?? 0) + Number(line.slice(at + 1)));
  }
  return entry(
    head,
    [...sums].map(([account, yen]) => `${account} ${yen}`),
  );
};

/** A company's journal as a bookkeeper reads it: day, what happened, debit and credit lines. */
async function journalOf(company: string): Promise<string[]> {
  const entries = await rows(
    `select e.posted_on::text "on", e.kind, array_agg(case when l.amount_yen > 0 then 'Dr ' else 'Cr ' end || l.role || ' ' || abs(l.amount_yen) order by l.line_number) lines
      from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id where e.company_id = $1 group by e.posted_on, e.kind, e.number order by e.posted_on, e.number`,
    [actors.companyId(company)],
  );
  return entries.map(({ on, kind, lines }) => entry(`${on} ${kind}`, lines));
}

describe("one maker's order worked out by hand (why.md)", () => {
  test("gives every step its quantity with yield, its price and its amount", async () => {
    const steps = await rows(
      `select o.code item, s.process_code process, a.code seller, b.code buyer, s.code, ceil(s.quantity / s.yield)::int starts, s.quantity::float8 gives, l.unit_price::float8 price, l.amount_yen amount
        from app.chain_step s join app.value_chain v on v.id = s.chain_id join app.trade_line o on o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number
        join app.trade_line l on l.trade_id = s.trade_id and l.line_number = s.trade_line_number join app.company a on a.company_id = s.seller_id join app.company b on b.company_id = s.buyer_id
       order by s.chain_line_number, s.step_number`,
    );
    expect(
      steps.map(
        (step) =>
          `${step.item} ${step.process} ${step.seller} -> ${step.buyer}: ${step.code} starts ${step.starts}, gives ${step.gives} at ${step.price} = ${step.amount}`,
      ),
    ).toEqual(expected.steps);
  });

  test.each(["FORMING", "WELDING", "ASSEMBLY", "WINDOW"])("posts every line of the books of %s", async (company) => {
    expect(await journalOf(company)).toEqual(expected.journal[company].map(booked));
  });

  test("leaves with each company what was made beyond the order, at its cost", async () => {
    const left: Record<string, string[]> = {};
    for (const { code } of input.companies)
      left[code] = (
        await rows(
          `select i.code, trim_scale(s.on_hand)::text quantity, s.value_yen yen from app.item_stock s join app.item i on i.company_id = s.company_id and i.id = s.item_id
            where s.company_id = $1 and s.on_hand <> 0 order by i.code`,
          [actors.companyId(code)],
        )
      ).map(({ code: item, quantity, yen }) => `${item} ${quantity}: ${yen}`);
    expect(left).toEqual(expected.stockLeft);
  });

  test("bills each pair once, with the tax of the whole invoice", async () => {
    const invoices = await rows(
      `select a.code seller, coalesce(b.code, 'MAKER') buyer, i.net_yen net, i.tax_yen tax, i.total_yen total from app.invoice i join app.company a on a.company_id = i.seller_id left join app.company b on b.company_id = i.buyer_id order by 1`,
    );
    expect(invoices.map((one) => `${one.seller} -> ${one.buyer}: ${one.net} + ${one.tax} = ${one.total}`)).toEqual(
      expected.invoices,
    );
  });

  test("leaves the window its fee as a principal: what the maker pays less what the last step costs", async () => {
    const [fee] = await rows(
      "select -sum(amount_yen) yen from app.journal_line where company_id = $1 and role in ('salesMerchandise', 'costOfMerchandise')",
      [actors.companyId("WINDOW")],
    );
    expect(fee.yen).toBe(expected.windowFeeYen);
  });

  test("holds every invariant doctor knows", async () => {
    await sealAndFold(databases.job);
    expect((await examine(database.job)).findings.filter(({ broken }) => broken > 0)).toEqual([]);
  });
});
