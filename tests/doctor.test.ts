import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../domain/shared/index.ts";
import { openBooks, postHappenings } from "../server/accounting/index.ts";
import { agreeOpeningItem, proposeOpeningItems } from "../server/accounting/opening-item.service.ts";
import { moveStock } from "../server/inventory/index.ts";
import { holdPromise } from "../server/planning/promise.service.ts";
import { checkWalls } from "../server/platform/db/check-walls.ts";
import { insertAll } from "../server/platform/db/index.ts";
import { examine } from "../server/platform/doctor/index.ts";
import { audit, newId, reactTo, tell } from "../server/platform/index.ts";
import { issueInvoices, judge, placeTrade, receive, sendPayment, ship } from "../server/trade/index.ts";
import { sealAndFold } from "./support/seal.ts";
import { createWorld, plantAgreement, plantItems, plantPlaces, type TestCompany, type World } from "./support/world.ts";

let world: World;
let seller: TestCompany;
let buyer: TestCompany;
let openingWaiting: string;
const TODAY = "2026-11-24";

/** What both brought forward with each other: 800 yen agreed as an opening item, 200 more proposed and not answered. */
async function openingItems(buyersCard: string, sellersCard: string): Promise<string> {
  await world.admin.query(
    "insert into app.partner_link (id, from_company_id, to_company_id, from_partner_id, to_partner_id, message, from_name, state) values ($1, $2, $3, $4, $5, '', '', 'linked')",
    [newId(), seller.id, buyer.id, sellersCard, buyersCard],
  );
  const brought = async (company: TestCompany, role: string, amountYen: bigint, partnerId: string) => {
    const head = { kind: "opening", companyId: company.id, eventOn: TODAY, sourceKind: "opening", sourceId: newId() };
    const told = await world.as(company, (tx) =>
      tell(tx, [{ ...head, lines: [{ role, amountYen, partnerId }] } as never]),
    );
    expect(told.ok).toBe(true);
  };
  await brought(seller, "receivable", 1000n, sellersCard);
  await brought(buyer, "payable", -900n, buyersCard);
  const parts = (amountYen: bigint) => [{ kind: "ledger" as const, sourceId: null, amountYen }];
  const item = (number: string, amountYen: bigint) => ({
    number,
    documentedOn: TODAY,
    dueOn: "2026-12-31",
    amountYen,
    words: "",
    parts: parts(amountYen),
  });
  const proposed = await world.as(seller, (tx) =>
    proposeOpeningItems(tx, { partnerId: sellersCard, side: "S", items: [item("A", 800n), item("B", 200n)] }),
  );
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusals));
  const [agreed, waiting] = proposed.value.ids as [string, string];
  const answer = await world.as(buyer, (tx) =>
    agreeOpeningItem(tx, agreed, { round: 1, on: TODAY, parts: parts(800n) }),
  );
  expect(answer.ok).toBe(true);
  return waiting;
}

/** A small history that gives every invariant something to compare. */
beforeAll(async () => {
  reactTo("accounting", postHappenings);
  world = await createWorld();
  seller = await world.company("丸山製作所");
  buyer = await world.company("堺組立", { isWindow: true });
  const sold = Object.values(await world.as(seller, (tx) => plantItems(tx, [{ code: "SHAFT-1" }])))[0]!;
  const bought = Object.values(
    await world.as(buyer, (tx) => plantItems(tx, [{ code: "SHAFT-1", category: "part" }])),
  )[0]!;
  for (const company of [seller, buyer]) await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  const places = await world.as(seller, plantPlaces);
  await world.as(buyer, plantPlaces);
  const { buyerPartnerId, sellerPartnerId } = await plantAgreement(world, seller, buyer, [
    {
      code: "SHAFT-1",
      sellerItemId: sold,
      buyerItemId: bought,
      unitPrice: "1200",
      standingQuantity: "100",
      leadTimeDays: 3,
    },
  ]);
  const must = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false; refusals: unknown }>): Promise<T> => {
    const done = await outcome;
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
    return done.value;
  };
  await must(
    world.as(seller, async (tx) => {
      const end = (placeId: string, placeKind: "opening" | "storage") => ({
        companyId: seller.id,
        itemId: sold,
        accountRole: "finishedGoods" as const,
        placeId,
        placeKind,
        quantity: decimal(100),
      });
      const moved = await moveStock(tx, [
        {
          id: newId(),
          kind: "opening",
          movedOn: TODAY,
          from: end(places["opening"]!, "opening"),
          to: end(places["storage"]!, "storage"),
          valueInYen: 70000n,
        },
      ]);
      await must(
        tell(tx, [
          {
            kind: "opening",
            companyId: seller.id,
            eventOn: TODAY,
            sourceKind: "opening",
            sourceId: newId(),
            lines: [
              { role: "finishedGoods", amountYen: 70000n },
              { role: "openingBalance", amountYen: -70000n },
            ],
          } as never,
        ]).then((o) => o as never),
      );
      return moved;
    }),
  );
  const { tradeId } = await must(
    world.as(buyer, (tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: buyerPartnerId,
        firstState: "placed",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT-1", quantity: decimal(10), wantedOn: "2026-12-10" }],
      }),
    ),
  );
  const { deliveryId } = await must(
    world.as(seller, (tx) =>
      ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(10) }] }),
    ),
  );
  await must(world.as(buyer, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
  await must(
    world.as(buyer, (tx) =>
      judge(tx, {
        deliveryId,
        judgedOn: TODAY,
        lines: [{ lineNumber: 1, accepted: decimal(9), rejected: { quantity: decimal(1), reason: "寸法" } }],
      }),
    ),
  );
  const [invoice] = await must(
    world.as(seller, (tx) => issueInvoices(tx, { side: "S", closingOn: "2026-11-30", issuedOn: "2026-11-30" })),
  );
  await must(
    world.as(buyer, (tx) =>
      sendPayment(tx, {
        partnerId: buyerPartnerId,
        kind: "transfer",
        sentOn: "2026-12-30",
        amountYen: invoice!.totalYen,
        allocations: [{ invoiceId: invoice!.invoiceId, amountYen: invoice!.totalYen }],
      }),
    ),
  );
  await must(
    world.as(seller, (tx) =>
      holdPromise(
        tx,
        { itemId: sold, quantity: decimal(5), wantedOn: TODAY, partnerId: null, hours: 48, latestOn: null },
        TODAY,
        Date.now(),
      ),
    ),
  );
  await world.as(buyer, async (tx) => {
    const order = newId();
    await insertAll(tx, "work_order", [
      { company_id: buyer.id, id: order, number: "WO-1", item_id: bought, quantity: 1, start_on: TODAY, due_on: TODAY },
    ]);
    await insertAll(tx, "work_order_cost", [
      { company_id: buyer.id, id: newId(), work_order_id: order, kind: "labor", amount_yen: 500, happened_on: TODAY },
    ]);
    await must(
      tell(tx, [
        {
          kind: "work_applied",
          companyId: buyer.id,
          eventOn: TODAY,
          sourceKind: "work_order",
          sourceId: order,
          workOrderId: order,
          labourYen: 500n,
          machineYen: 0n,
        } as never,
      ]).then((o) => o as never),
    );
    await audit(tx, [{ command: "x", subjectKind: "x", subjectId: null }]);
    const chain = newId();
    await insertAll(tx, "value_chain", [
      { company_id: buyer.id, id: chain, number: "VC-1", group_id: newId(), origin_trade_id: tradeId, form: "relay" },
    ]);
    await insertAll(tx, "chain_step", [
      {
        company_id: buyer.id,
        chain_id: chain,
        chain_line_number: 1,
        step_number: 1,
        process_code: "10",
        process_name: "旋盤",
        seller_id: seller.id,
        buyer_id: buyer.id,
        code: "SHAFT-1",
        quantity: 10,
        yield: 1,
        wanted_on: TODAY,
        feeds_step_number: 2,
        trade_id: tradeId,
        trade_line_number: 1,
      },
    ]);
    // the window's own work on what comes from the step before
    await insertAll(tx, "chain_step", [
      {
        company_id: buyer.id,
        chain_id: chain,
        chain_line_number: 1,
        step_number: 2,
        process_code: "20",
        process_name: "仕上",
        seller_id: buyer.id,
        buyer_id: buyer.id,
        code: "SHAFT-1",
        quantity: 10,
        yield: 1,
        wanted_on: TODAY,
      },
    ]);
  });
  openingWaiting = await openingItems(buyerPartnerId, sellerPartnerId);
  await sealAndFold(world.databases.job);
});
afterAll(() => world.close());

const look = async () => (await examine(world.database.job)).findings;

describe("doctor", () => {
  test("finds a sound history sound, and has compared something for every invariant", async () => {
    const findings = await look();
    expect(findings.filter((finding) => finding.broken > 0)).toEqual([]);
    expect(findings.filter((finding) => finding.compared === 0).map((finding) => finding.invariant)).toEqual([]);
    expect(findings.length).toBe(16);
  });

  test("lists what is in transit between the companies: the payment on its way, by its id", async () => {
    const { inTransit } = await examine(world.database.job);
    const { rows } = await world.admin.query<{ id: string }>("select id from app.payment");
    expect(inTransit).toEqual([
      { what: "acceptances", count: 0, ids: [] },
      // Waits for its answer: listed, and nothing is broken by it.
      { what: "openingItems", count: 1, ids: [openingWaiting] },
      { what: "payments", count: 1, ids: [rows[0]!.id] },
    ]);
  });

  /** One break each, as only a superuser can make it, and how it is undone. */
  const breaks = [
    {
      invariant: "books_balance",
      plant: "update app.journal_line set amount_yen = amount_yen + 1 where line_number = 1 and role = 'receivable'",
      undo: "update app.journal_line set amount_yen = amount_yen - 1 where line_number = 1 and role = 'receivable'",
    },
    {
      invariant: "stock_value_equals_accounts",
      plant: "update app.stock_value set value_yen = value_yen + 1 where seq = 2 and pool = 'stock'",
      undo: "update app.stock_value set value_yen = value_yen - 1 where seq = 2 and pool = 'stock'",
    },
    {
      invariant: "item_stock_equals_ledgers",
      plant: "update app.item_stock set on_hand = on_hand + 1",
      undo: "update app.item_stock set on_hand = on_hand - 1",
    },
    {
      invariant: "balance_equals_moves",
      plant: "update app.stock_balance set quantity = quantity + 1 where not may_be_negative",
      undo: "update app.stock_balance set quantity = quantity - 1 where not may_be_negative",
    },
    {
      invariant: "quantity_is_conserved",
      plant: "update app.stock_move_face set quantity = quantity + 1 where kind = 'shipment' and seq = 2",
      undo: "update app.stock_move_face set quantity = quantity - 1 where kind = 'shipment' and seq = 2",
    },
    {
      invariant: "reserved_within_stock",
      plant: "update app.reservation set quantity = 5, allocated = 5, state = 'open'",
      undo: "update app.reservation set quantity = 0, allocated = 0, state = 'done'",
    },
    {
      invariant: "receivable_meets_payable",
      plant: "update app.journal_line set role = 'x' where role = 'payable' and amount_yen < 0",
      undo: "update app.journal_line set role = 'payable' where role = 'x'",
    },
    {
      // one invoice differs between the sides
      invariant: "receivable_meets_payable",
      plant: "update app.invoice_face set settled_yen = settled_yen + 1 where side = 'S'",
      undo: "update app.invoice_face set settled_yen = settled_yen - 1 where side = 'S'",
    },
    {
      // the pair's totals agree, but one side has posted the delivery under another paper
      invariant: "receivable_meets_payable",
      plant: "update app.journal_entry set source_id = id where kind = 'goods_accepted_bought'",
      undo: "update app.journal_entry set source_id = (select id from app.delivery) where kind = 'goods_accepted_bought'",
    },
    {
      // what both agreed on stands in the books of both: one side's carried papers are more than the item
      invariant: "opening_items_agreed",
      plant:
        "update app.opening_item_part set amount_yen = amount_yen + 1 where kind = 'ledger' and amount_yen > 0 and carried_on is not null and company_id = (select seller_id from app.opening_item where state = 'agreed')",
      undo: "update app.opening_item_part set amount_yen = amount_yen - 1 where kind = 'ledger' and amount_yen > 0 and carried_on is not null and company_id = (select seller_id from app.opening_item where state = 'agreed')",
    },
    {
      // the shared item says another amount than was agreed
      invariant: "opening_items_agreed",
      plant: "update app.invoice set net_yen = net_yen + 1, total_yen = total_yen + 1 where is_opening",
      undo: "update app.invoice set net_yen = net_yen - 1, total_yen = total_yen - 1 where is_opening",
    },
    {
      // an item nobody agreed to
      invariant: "opening_items_agreed",
      plant: "update app.opening_item set state = 'withdrawn', agreed_on = null where state = 'agreed'",
      undo: "update app.opening_item set state = 'agreed', agreed_on = current_date where id in (select id from app.invoice where is_opening)",
    },
    {
      // a linked pair, the opening aside: one side's shared delivery is a yen more, and so is its book beside it
      invariant: "receivable_meets_payable",
      plant:
        "update app.journal_line l set amount_yen = amount_yen - case role when 'payable' then 1 else -1 end from app.journal_entry e where e.company_id = l.company_id and e.id = l.entry_id and e.kind = 'goods_accepted_bought' and l.role in ('payable', 'material')",
      undo: "update app.journal_line l set amount_yen = amount_yen + case role when 'payable' then 1 else -1 end from app.journal_entry e where e.company_id = l.company_id and e.id = l.entry_id and e.kind = 'goods_accepted_bought' and l.role in ('payable', 'material')",
    },
    {
      // what one side alone has booked is no opening
      invariant: "receivable_meets_payable",
      plant:
        "update app.journal_entry set source_kind = 'manual' where source_kind = 'opening' and company_id = (select seller_id from app.opening_item where state = 'agreed') and id in (select entry_id from app.journal_line where role = 'receivable')",
      undo: "update app.journal_entry set source_kind = 'opening' where source_kind = 'manual' and company_id = (select seller_id from app.opening_item where state = 'agreed') and id in (select entry_id from app.journal_line where role = 'receivable')",
    },
    {
      // given back in the bucket, still held by the promise
      invariant: "promises_fit",
      plant: "update app.promise_bucket set held = held - 1",
      undo: "update app.promise_bucket set held = held + 1",
    },
    {
      invariant: "faces_agree",
      plant: "update app.trade_line_face set amount_yen = amount_yen + 1 where side = 'S'",
      undo: "update app.trade_line_face set amount_yen = amount_yen - 1 where side = 'S'",
    },
    {
      // a face nobody has a line for: no foreign key asks, so this does
      invariant: "faces_agree",
      plant:
        "insert into app.trade_line_face (company_id, trade_id, line_number, side, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, state, is_open, is_history) select company_id, trade_id, line_number + 100, side, code, description, quantity, unit, factor, unit_price, amount_yen, wanted_on, state, is_open, is_history from app.trade_line_face limit 1",
      undo: "delete from app.trade_line_face where line_number > 100",
    },
    {
      invariant: "invoices_add_up",
      plant: "update app.invoice_face set settled_yen = settled_yen - 1 where side = 'B'",
      undo: "update app.invoice_face set settled_yen = settled_yen + 1 where side = 'B'",
    },
    {
      invariant: "chains_fit",
      plant: "update app.chain_step set quantity = 11 where step_number = 1",
      undo: "update app.chain_step set quantity = 10 where step_number = 1",
    },
    {
      invariant: "chains_fit",
      plant: "update app.chain_step set yield = 0.9 where step_number = 2",
      undo: "update app.chain_step set yield = 1 where step_number = 2",
    },
    {
      invariant: "title_passes_whole",
      plant: "update app.stock_move set to_quantity = to_quantity + 1 where owner_id <> to_owner_id",
      undo: "update app.stock_move set to_quantity = to_quantity - 1 where owner_id <> to_owner_id",
    },
    {
      invariant: "work_in_process_equals_orders",
      plant: "update app.work_order_cost set amount_yen = amount_yen + 1",
      undo: "update app.work_order_cost set amount_yen = amount_yen - 1",
    },
    {
      invariant: "folded_balances_equal_lines",
      plant: "update app.account_balance set debit_yen = debit_yen + 1",
      undo: "update app.account_balance set debit_yen = debit_yen - 1",
    },
    {
      invariant: "audit_is_sealed",
      plant: "update app.audit set command = 'forged' where command = 'x'",
      undo: "update app.audit set command = 'x' where command = 'forged'",
    },
  ];
  test.each(breaks)("names $invariant when it is broken", async ({ invariant, plant, undo }) => {
    await world.admin.query("set session_replication_role = replica");
    await world.admin.query(plant);
    const broken = (await look()).filter((finding) => finding.broken > 0);
    await world.admin.query(undo);
    expect(broken.map((finding) => finding.invariant)).toContain(invariant);
    expect(broken.find((finding) => finding.invariant === invariant)?.examples[0]).toBeTruthy();
    expect((await look()).filter((finding) => finding.broken > 0)).toEqual([]);
  });
});

describe("the start-up check of the walls", () => {
  test("passes as installed, and names a hole", async () => {
    expect(await checkWalls(world.database)).toEqual([]);
    await world.admin.query("alter table app.item no force row level security");
    expect(await checkWalls(world.database)).toEqual([expect.stringContaining("item")]);
    await world.admin.query("alter table app.item force row level security");
    expect(await checkWalls({ ...world.database, auth: world.database.app })).toEqual([
      expect.stringContaining("one role for everything"),
    ]);
  });
});
