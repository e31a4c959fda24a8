import { type ArrivingLot, chooseLotCard, type LotCard, lotCodeWanted } from "../../domain/inventory/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/** A lot that arrives at a company: the acting one, or the other side of a trade whose door is open. */
export interface ArrivingAt extends ArrivingLot {
  readonly companyId: string;
  readonly itemId: string;
}

/** Cards of these items that the arriving goods could go on, or whose number stands in the way. */
async function findCards(tx: Tx, one: ArrivingAt): Promise<LotCard[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "lot.cards",
      text: "select id, code, supplier_id, supplier_lot_code from app.lot where company_id = $1 and item_id = $2 and (supplier_lot_code = $3 and $3 <> '' or starts_with(code, $4))",
    },
    [one.companyId, one.itemId, one.supplierLotCode, lotCodeWanted(one)],
  );
  return rows.map((row) => camel<LotCard>(row));
}

/**
 * The lot cards arriving goods go on, made where they do not stand yet, in the order given. Two arrivals at the same moment share a
 * card: the database lets only one make it, the other finds it.
 */
export async function lotCardsFor(tx: Tx, arriving: readonly ArrivingAt[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of arriving) {
    let id: string | undefined;
    while (!id) {
      const choice = chooseLotCard(one, await findCards(tx, one));
      if (choice.kind === "known") id = choice.id;
      else {
        const card = newId();
        await insertAll(
          tx,
          "lot",
          [
            {
              company_id: one.companyId,
              id: card,
              item_id: one.itemId,
              code: choice.code,
              supplier_lot_code: one.supplierLotCode,
              supplier_id: one.supplierId,
            },
          ],
          "on conflict do nothing",
        );
        const [made] = await query<{ id: string }>(tx, "select id from app.lot where company_id = $1 and id = $2", [
          one.companyId,
          card,
        ]);
        id = made?.id;
      }
    }
    ids.push(id);
  }
  return ids;
}
