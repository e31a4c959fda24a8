import { decimal } from "../../domain/shared/index.ts";
import { openBooks, postHappenings } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { query } from "../../server/platform/db/index.ts";
import { newId, reactTo, type Tx } from "../../server/platform/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";

export const TODAY = "2026-11-24";

/** A maker and its customer on the platform, a stranger who must see nothing, an outside partner of each, goods, books and stock. */
export interface TwoFirms {
  readonly world: World;
  readonly seller: TestCompany;
  readonly buyer: TestCompany;
  readonly stranger: TestCompany;
  /** The buyer's card of the seller, the seller's of the buyer. */
  readonly supplierCard: string;
  readonly customerCard: string;
  readonly outsideCustomer: string;
  readonly outsideSupplier: string;
  readonly soldItem: string;
  readonly boughtItem: string;
  readonly agreementId: string;
  readonly sellerPlaces: Record<string, string>;
}

export async function plantTwoFirms(terms: Record<string, unknown> = {}): Promise<TwoFirms> {
  reactTo("accounting", postHappenings);
  const world = await createWorld();
  const seller = await world.company("丸山製作所");
  const buyer = await world.company("堺組立");
  const stranger = await world.company("通りすがり");
  const soldItem = Object.values(
    await world.as(seller, (tx) => plantItems(tx, [{ code: "SHAFT-1", name: "軸", sales_price: "1300" }])),
  )[0]!;
  const boughtItem = Object.values(
    await world.as(buyer, (tx) =>
      plantItems(tx, [
        { code: "K-SHAFT", name: "軸（購入）", category: "part", supply: "buy", purchase_price: "1250" },
      ]),
    ),
  )[0]!;
  for (const company of [seller, buyer, stranger]) await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  const sellerPlaces = await world.as(seller, plantPlaces);
  await world.as(buyer, plantPlaces);
  const agreed = await plantAgreement(
    world,
    seller,
    buyer,
    [
      {
        code: "SHAFT-1",
        sellerItemId: soldItem,
        buyerItemId: boughtItem,
        unitPrice: "1200.5",
        standingQuantity: "50",
        leadTimeDays: 3,
      },
    ],
    terms,
  );
  const outsideCustomer = await plantPartner(world, seller, "OUT-C");
  const outsideSupplier = await plantPartner(world, buyer, "OUT-S");
  const end = (placeId: string, placeKind: "opening" | "storage") => ({
    companyId: seller.id,
    itemId: soldItem,
    accountRole: "finishedGoods" as const,
    placeId,
    placeKind,
    quantity: decimal(1000),
  });
  await world.as(seller, (tx) =>
    moveStock(tx, [
      {
        id: newId(),
        kind: "opening",
        movedOn: TODAY,
        from: end(sellerPlaces["opening"]!, "opening"),
        to: end(sellerPlaces["storage"]!, "storage"),
        valueInYen: 700000n,
      },
    ]),
  );
  return {
    world,
    seller,
    buyer,
    stranger,
    supplierCard: agreed.buyerPartnerId,
    customerCard: agreed.sellerPartnerId,
    outsideCustomer,
    outsideSupplier,
    soldItem,
    boughtItem,
    agreementId: agreed.agreementId,
    sellerPlaces,
  };
}

/** A command's value; a refusal fails the test with its codes. */
export function done<T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

export function codeOf(outcome: { ok: boolean; refusals?: readonly { code: string }[] }): string {
  return outcome.ok ? "" : outcome.refusals![0]!.code;
}

/** Balances of a company's books by account role. */
export function books(firms: TwoFirms, company: TestCompany): Promise<Record<string, bigint>> {
  return firms.world.as(company, async (tx: Tx) => {
    const rows = await query<{ role: string; yen: bigint }>(
      tx,
      "select role, sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 group by role having sum(amount_yen) <> 0 order by role",
      [company.id],
    );
    return Object.fromEntries(rows.map((row) => [row.role, row.yen]));
  });
}

/** Quantity and value of all stock of a company, as its value ledger has it. */
export function stockValue(firms: TwoFirms, company: TestCompany): Promise<{ quantity: string; yen: bigint }> {
  return firms.world.as(company, async (tx: Tx) => {
    const [row] = await query<{ quantity: string; yen: bigint }>(
      tx,
      "select coalesce(sum(quantity), 0)::float::text quantity, coalesce(sum(value_yen), 0)::bigint yen from app.stock_value where company_id = $1",
      [company.id],
    );
    return row!;
  });
}

/** Open reservations of the seller for a trade, as text. */
export function reserved(firms: TwoFirms, tradeId: string): Promise<string[]> {
  return firms.world.as(firms.seller, async (tx: Tx) => {
    const rows = await query<{ q: string; state: string }>(
      tx,
      "select quantity::float::text q, state from app.reservation where company_id = $1 and trade_id = $2 order by id",
      [firms.seller.id, tradeId],
    );
    return rows.map((row) => `${row.state} ${row.q}`);
  });
}
