import type pg from "pg";
import { Decimal, decimal } from "../../domain/shared/index.ts";
import type { SampleActors } from "../../sample/load/acting.ts";
import { must } from "../../sample/load/must.ts";
import { transferStock } from "../../server/inventory/index.ts";
import { createWorkOrders, releaseWorkOrder, reportThrough } from "../../server/production/index.ts";
import { judge, moveLines, placeTrade, receive, receiveFromOutside, ship } from "../../server/trade/index.ts";

/** Rows past the walls: tests look at all companies at once. */
export type Ask = (sql: string, values?: unknown[]) => Promise<pg.QueryResult["rows"]>;

/** A loaded region with its people, as a scenario moves it from day to day. */
export interface Region {
  readonly actors: SampleActors;
  readonly ask: Ask;
  /** The day on which the next thing is done. */
  today: string;
}

/** The warehouse puts everything that stands at goods-in where production takes it from. */
export async function putAway(actors: SampleActors, ask: Ask, company: string, movedOn: string): Promise<void> {
  const rows = await ask(
    `select p.id "fromPlaceId", coalesce(i.default_place_id, s.id) "toPlaceId", i.code item, l.code lot, trim_scale(b.quantity)::text quantity
      from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id and p.kind = 'receiving'
      join app.item i on i.company_id = b.owner_id and i.id = b.item_id left join app.lot l on l.company_id = b.owner_id and l.id = b.lot_id
      join lateral (select id from app.place where company_id = b.owner_id and kind = 'storage' order by code limit 1) s on true
     where b.owner_id = $1 and b.keeper_id = $1 and b.quantity > 0 order by i.code`,
    [actors.companyId(company)],
  );
  await actors.as(company, async (tx) => {
    for (const { fromPlaceId, toPlaceId, item, lot, quantity } of rows) {
      const lines = [{ item, quantity: decimal(quantity).toFixed(), ...(lot && { lot }) }];
      must(await transferStock(tx, { fromPlaceId, toPlaceId, movedOn, note: "入庫", lines }), "put away");
    }
  });
}

export interface TradeLine {
  readonly tradeId: string;
  readonly lineNumber: number;
}

/** Pieces of a delivery that are not good, by the line's place in it. */
export type Rejected = ReadonlyMap<number, { readonly quantity: Decimal; readonly reason: string }>;

/** Goods go to another member: shipped, received, inspected and put away; what is rejected goes back at once. */
export async function deliver(
  region: Region,
  seller: string,
  buyer: string,
  lines: readonly (TradeLine & { readonly quantity: Decimal })[],
  rejected: Rejected = new Map(),
): Promise<string> {
  const { actors, ask, today } = region;
  const shipped = await actors.as(seller, (tx) => ship(tx, { shippedOn: today, lines }));
  const { deliveryId } = must(shipped, `${seller} ships to ${buyer}`);
  const [face] = await ask("select state from app.delivery_face where delivery_id = $1 and company_id = $2", [
    deliveryId,
    actors.companyId(buyer),
  ]);
  // Firms in one building hand over in one scan: nothing is left to receive.
  if (face!.state !== "judged") {
    const received = await actors.as(buyer, (tx) => receive(tx, { deliveryId, receivedOn: today }));
    if (!must(received, `${buyer} receives`).isAccepted) {
      const judged = lines.map(({ quantity }, at) => {
        const bad = rejected.get(at);
        return { lineNumber: at + 1, accepted: quantity.minus(bad?.quantity ?? 0), ...(bad && { rejected: bad }) };
      });
      must(
        await actors.as(buyer, (tx) => judge(tx, { deliveryId, judgedOn: today, lines: judged })),
        `${buyer} inspects`,
      );
    }
  }
  await putAway(actors, ask, buyer, today);
  return deliveryId;
}

interface ItemFacts {
  readonly id: string;
  readonly code: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly free: string;
  readonly partnerId: string | null;
  readonly sellerId: string | null;
  readonly sellerCode: string | null;
  readonly factor: string;
  readonly minimum: string;
}

/** Makes an item, having got all its material first, and reports it finished. Named by what it is made for, the pieces are kept for it. */
export async function make(
  region: Region,
  company: string,
  itemId: string,
  quantity: Decimal,
  soldAs?: TradeLine,
): Promise<void> {
  const { actors, ask, today } = region;
  const created = await actors.as(company, (tx) =>
    createWorkOrders(
      tx,
      [
        {
          itemId,
          quantity,
          dueOn: today,
          ...(soldAs && { tradeId: soldAs.tradeId, tradeLineNumber: soldAs.lineNumber }),
        },
      ],
      today,
    ),
  );
  const { id } = must(created, `${company} plans work`)[0]!;
  const materials = await ask(
    "select item_id, sum(required)::text required from app.work_order_material where company_id = $1 and work_order_id = $2 group by 1 order by 1",
    [actors.companyId(company), id],
  );
  for (const material of materials) await provide(region, company, material.item_id, decimal(material.required));
  must(await actors.as(company, (tx) => releaseWorkOrder(tx, id, 1, today)), `${company} releases work`);
  const reported = await actors.as(company, (tx) =>
    reportThrough(tx, { workOrderId: id, reportedOn: today, quantity }),
  );
  const { shortages } = must(reported, `${company} reports work`);
  if (shortages.length > 0) throw new Error(`${company} lacks material: ${JSON.stringify(shortages)}`);
}

/** Sees to it that so much of an item is free: made here, ordered of a member, or bought of a supplier. */
export async function provide(region: Region, company: string, itemId: string, needed: Decimal): Promise<void> {
  const { actors, ask, today } = region;
  const [row] = await ask(
    `select i.id, i.code, i.supply, coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0)::text free, i.purchase_partner_id "partnerId", p.linked_company_id "sellerId", c.code "sellerCode",
        coalesce(g.buyer_factor, 1)::text factor, coalesce(g.minimum_quantity, 1)::text minimum
      from app.item i left join app.item_stock s on s.company_id = i.company_id and s.item_id = i.id left join app.partner p on p.company_id = i.company_id and p.id = i.purchase_partner_id
      left join app.company c on c.company_id = p.linked_company_id
      left join lateral (select x.buyer_factor, x.minimum_quantity from app.agreement_item x join app.agreement a on a.id = x.agreement_id and a.outside_partner_id = p.id where x.buyer_item_id = i.id limit 1) g on true
     where i.company_id = $1 and i.id = $2`,
    [actors.companyId(company), itemId],
  );
  const item = row as ItemFacts;
  const lacking = needed.minus(item.free);
  if (!lacking.isPositive() || lacking.isZero()) return;
  if (item.supply === "make") return make(region, company, itemId, lacking.ceil());
  if (!item.partnerId) throw new Error(`${company} knows nobody who sells ${item.code}`);
  const quantity = Decimal.max(lacking.dividedBy(item.factor).ceil(), item.minimum);
  const placed = await actors.as(company, (tx) =>
    placeTrade(tx, {
      side: "B",
      partnerId: item.partnerId!,
      firstState: item.sellerId ? "placed" : "confirmed",
      orderedOn: today,
      lines: [{ item: item.code, quantity, wantedOn: today }],
    }),
  );
  const { tradeId } = must(placed, `${company} orders ${item.code}`);
  const line = { tradeId, lineNumber: 1, quantity };
  if (item.sellerCode) await fill(region, item.sellerCode, company, line);
  else {
    const arrived = await actors.as(company, (tx) => receiveFromOutside(tx, { receivedOn: today, lines: [line] }));
    const { deliveryId, isAccepted } = must(arrived, `${item.code} arrives`);
    if (!isAccepted) {
      const lines = [{ lineNumber: 1, accepted: quantity }];
      must(await actors.as(company, (tx) => judge(tx, { deliveryId, judgedOn: today, lines })), "inspection");
    }
    await putAway(actors, ask, company, today);
  }
}

/** A member confirms what no standing rule did, makes it and delivers it. */
async function fill(
  region: Region,
  seller: string,
  buyer: string,
  line: TradeLine & { readonly quantity: Decimal },
): Promise<void> {
  const { actors, ask, today } = region;
  const [row] = await ask(
    "select l.state, l.seller_item_id item from app.trade_line l where l.trade_id = $1 and l.line_number = $2",
    [line.tradeId, line.lineNumber],
  );
  if (row!.state === "placed") {
    const lines = [
      { lineNumber: line.lineNumber, seen: "placed" as const, to: "confirmed" as const, promisedOn: today },
    ];
    must(await actors.as(seller, (tx) => moveLines(tx, { tradeId: line.tradeId, today, lines })), `${seller} confirms`);
  }
  await provideFor(region, seller, row!.item, line);
  await deliver(region, seller, buyer, [line]);
}

/** Makes for an order line what stock does not hold for it yet. */
export async function provideFor(
  region: Region,
  seller: string,
  itemId: string,
  line: TradeLine & { readonly quantity: Decimal },
): Promise<void> {
  const { actors, ask } = region;
  const [kept] = await ask(
    "select coalesce(sum(allocated), 0)::text allocated from app.reservation where company_id = $1 and trade_id = $2 and trade_line_number = $3 and state = 'open'",
    [actors.companyId(seller), line.tradeId, line.lineNumber],
  );
  const lacking = line.quantity.minus(kept!.allocated);
  const [item] = await ask("select supply from app.item where company_id = $1 and id = $2", [
    actors.companyId(seller),
    itemId,
  ]);
  if (!lacking.isPositive() || lacking.isZero()) return;
  if (item!.supply === "make") await make(region, seller, itemId, lacking, line);
  else await provide(region, seller, itemId, lacking);
}
