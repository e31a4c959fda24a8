import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { nameOf } from "./chain.store.ts";

/** Companies' names as the acting company knows them; one it does not know is left out. */
export async function namesOf(tx: Tx, companyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; name: string | null }>(
    tx,
    { name: "network.names", text: `select x.id, ${nameOf("x.id")} "name" from unnest($2::uuid[]) x (id)` },
    [tx.companyId, companyIds],
  );
  return new Map(rows.flatMap((row) => (row.name ? [[row.id, row.name] as const] : [])));
}
