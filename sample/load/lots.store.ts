import { insertAll } from "../../server/platform/db/index.ts";
import { newId, type Tx } from "../../server/platform/index.ts";

/** Lots the opening stock stands in. @returns their ids, in the order asked */
export async function insertLots(
  tx: Tx,
  lots: readonly { readonly itemId: string; readonly code: string }[],
): Promise<string[]> {
  const rows = lots.map(({ itemId, code }) => ({ company_id: tx.companyId, id: newId(), item_id: itemId, code }));
  await insertAll(tx, "lot", rows);
  return rows.map(({ id }) => id);
}
