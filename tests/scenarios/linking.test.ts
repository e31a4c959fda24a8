import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { postHappenings } from "../../server/accounting/index.ts";
import { openItems } from "../../server/accounting/open-items.service.ts";
import {
  agreeOpeningItem,
  disputeOpeningItem,
  openingSources,
  proposeOpeningItems,
  reproposeOpeningItem,
  showOpeningItem,
  withdrawOpeningItem,
} from "../../server/accounting/opening-item.service.ts";
import { listOpeningItems, loadOpeningItem } from "../../server/accounting/opening-item.store.ts";
import { draftPayments } from "../../server/accounting/pay.service.ts";
import { confirmReceipt, receiveFromOutside } from "../../server/accounting/receipt.service.ts";
import { listExchanged, loadExchanged } from "../../server/parties/exchanged.store.ts";
import { answerLink, insertLink } from "../../server/parties/link.store.ts";
import { query } from "../../server/platform/db/index.ts";
import { examine } from "../../server/platform/doctor/index.ts";
import { newId, reactTo, type Tx, tell } from "../../server/platform/index.ts";
import {
  issueInvoices,
  judge,
  placeTrade,
  receive,
  receiveFromOutside as receiveGoods,
  sendPayment,
  ship,
} from "../../server/trade/index.ts";
import { sealAndFold } from "../support/seal.ts";
import {
  createWorld,
  openBooks,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";
import { codeOf, done } from "./two-firms.ts";

/*
 * Two companies that know each other only as cards trade for a month, each in its own books, and are then linked. What was open is proposed,
 * disputed once, agreed, and paid as one record of both.
 */

let world: World;
let seller: TestCompany;
let buyer: TestCompany;
let stranger: TestCompany;
let asSeller: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let asBuyer: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let asStranger: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
/** The seller's card of the buyer, the buyer's of the seller, the stranger's of the seller. */
let customer: string;
let supplier: string;
let strangersCard: string;
const DAY = "2026-11-10";
const LINKED = "2026-11-24";

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  world = await createWorld();
  seller = await world.company("丸山製作所");
  buyer = await world.company("堺組立");
  stranger = await world.company("通りすがり");
  asSeller = (work) => world.as(seller, work);
  asBuyer = (work) => world.as(buyer, work);
  asStranger = (work) => world.as(stranger, work);
  for (const as of [asSeller, asBuyer, asStranger]) {
    await as((tx) => openBooks(tx, "2026-10-01", 6));
    await as(plantPlaces);
  }
  await asSeller((tx) => plantItems(tx, [{ code: "SHAFT-1", name: "軸" }]));
  await asBuyer((tx) => plantItems(tx, [{ code: "K-SHAFT", name: "軸（購入）", category: "part", supply: "buy" }]));
  customer = await plantPartner(world, seller, "堺組立");
  supplier = await plantPartner(world, buyer, "丸山製作所");
  strangersCard = await plantPartner(world, stranger, "丸山製作所");
});
afterAll(() => world.close());

/** The seller sells so many to its card of the buyer, accepted, in its own books alone. */
async function sold(quantity: number): Promise<{ tradeId: string; deliveryId: string }> {
  const { tradeId } = done(
    await asSeller((tx) =>
      placeTrade(tx, {
        side: "S",
        partnerId: customer,
        firstState: "confirmed",
        orderedOn: DAY,
        outsideNumber: "K-77",
        lines: [{ item: "SHAFT-1", quantity: decimal(quantity), unitPrice: decimal(1300), wantedOn: "2026-11-20" }],
      }),
    ),
  );
  return { tradeId, deliveryId: await sent(tradeId, quantity, DAY) };
}
async function sent(tradeId: string, quantity: number, on: string): Promise<string> {
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const { deliveryId } = done(await asSeller((tx) => ship(tx, { shippedOn: on, lines, allowNegative: true } as never)));
  done(await asSeller((tx) => receive(tx, { deliveryId, receivedOn: on })));
  const judged = [{ lineNumber: 1, accepted: decimal(quantity) }];
  done(await asSeller((tx) => judge(tx, { deliveryId, judgedOn: on, lines: judged })));
  return deliveryId;
}
/** The same goods as the buyer has them in its own books. */
async function bought(quantity: number): Promise<string> {
  const { tradeId } = done(
    await asBuyer((tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: supplier,
        firstState: "confirmed",
        orderedOn: DAY,
        lines: [{ item: "K-SHAFT", quantity: decimal(quantity), unitPrice: decimal(1300), wantedOn: "2026-11-20" }],
      }),
    ),
  );
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const received = done(await asBuyer((tx) => receiveGoods(tx, { receivedOn: DAY, lines })));
  if (!received.isAccepted)
    done(
      await asBuyer((tx) =>
        judge(tx, {
          deliveryId: received.deliveryId,
          judgedOn: DAY,
          lines: [{ lineNumber: 1, accepted: decimal(quantity) }],
        }),
      ),
    );
  return received.deliveryId;
}
async function broughtForward(as: typeof asSeller, company: TestCompany, card: string, yen: bigint): Promise<void> {
  const role = company === seller ? ("receivable" as const) : ("payable" as const);
  const amountYen = company === seller ? yen : -yen;
  const lines = [
    { role, amountYen, partnerId: card },
    { role: "openingBalance" as const, amountYen: -amountYen },
  ];
  const head = { companyId: company.id, eventOn: "2026-10-31", sourceKind: "opening", sourceId: newId() };
  done((await as((tx) => tell(tx, [{ kind: "opening", ...head, lines } as never]))) as never);
}
const owed = async (as: typeof asSeller, side: "S" | "B") => {
  const { totalYen, accountYen } = await as((tx) => openItems(tx, side, LINKED));
  // What the papers say is open is what the control account says, whatever was taken over.
  expect(totalYen).toBe(accountYen);
  return totalYen;
};
const broken = async () => {
  await sealAndFold(world.databases.job);
  return (await examine(world.database.job)).findings.filter((one) => one.broken > 0);
};

describe("two companies before their link", () => {
  let invoiceId: string;
  let invoiceNumber: string;
  let lateTrade: string;
  let buyersDelivery: string;

  test("each keep their own books: the same trade stands twice, and agrees nowhere", async () => {
    const places = await asSeller((tx) =>
      query<{ id: string }>(tx, "update app.place set may_be_negative = true where company_id = $1 returning id", [
        tx.companyId,
      ]).catch(() => []),
    );
    expect(places).toBeDefined();
  });
});
