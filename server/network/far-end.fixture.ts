import { windowOrderShape } from "../../domain/network/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import type { TestCompany } from "../../tests/support/world.ts";
import { openBooks, postHappenings } from "../accounting/index.ts";
import { moveStock } from "../inventory/index.ts";
import { query } from "../platform/db/index.ts";
import { newId, reactTo } from "../platform/index.ts";
import { createRegion, type Region } from "./region.fixture.ts";
import { enterWindowOrder } from "./window-order.service.ts";

export interface LastStep {
  readonly region: Region;
  readonly first: TestCompany;
  readonly last: TestCompany;
  /** The last member's order of the window. */
  readonly tradeId: string;
}

/** A chain of two steps with everybody's books open; the ordered pieces stand ready, at 600 yen each, at the last member. */
export async function plantLastStep(pieces: number, today: string): Promise<LastStep> {
  reactTo("accounting", postHappenings);
  const region = await createRegion({
    steps: [
      { process: "溶接", leadTimeDays: 3, price: "500" },
      { process: "塗装", leadTimeDays: 3, price: "800" },
    ],
  });
  const [first, last] = region.members as [TestCompany, TestCompany];
  for (const company of [region.window, ...region.members])
    await region.world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  const order = windowOrderShape.parse({
    partnerId: region.maker,
    lines: [{ item: "FR-1", quantity: String(pieces), wantedOn: "2026-12-21" }],
  });
  const entered = await region.world.as(region.window, (tx) => enterWindowOrder(tx, order, today));
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusals));
  const tradeId = await region.world.as(last, async (tx) => {
    const [sold] = await query<{ trade_id: string; item_id: string }>(
      tx,
      "select trade_id, item_id from app.trade_line_face where company_id = $1 and side = 'S'",
      [last.id],
    );
    const places = await query<{ id: string; kind: "opening" | "storage" }>(
      tx,
      "select id, kind from app.place where company_id = $1 and kind in ('opening', 'storage')",
      [last.id],
    );
    const end = (kind: "opening" | "storage") => ({
      companyId: last.id,
      itemId: sold!.item_id,
      accountRole: "semiFinished" as const,
      placeId: places.find((place) => place.kind === kind)!.id,
      placeKind: kind,
      quantity: decimal(pieces),
    });
    const opened = await moveStock(tx, [
      {
        id: newId(),
        kind: "opening",
        movedOn: today,
        from: end("opening"),
        to: end("storage"),
        valueInYen: BigInt(pieces) * 600n,
      },
    ]);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusals));
    return sold!.trade_id;
  });
  return { region, first, last, tradeId };
}
