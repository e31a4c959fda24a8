import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** The usual supplier of items by code; items without one are left out. */
export async function findUsualSuppliers(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ code: string; partner_id: string }>(
    tx,
    "select code, purchase_partner_id partner_id from app.item where company_id = $1 and code = any($2) and purchase_partner_id is not null",
    [tx.companyId, codes],
  );
  return new Map(rows.map((row) => [row.code, row.partner_id]));
}

/** Names of partner cards. */
export async function findPartnerNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    tx,
    "select id, name from app.partner where company_id = $1 and id = any($2::uuid[])",
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Who began a draft, as people call them. */
export async function findCreator(tx: Tx, id: string): Promise<string> {
  const [row] = await query<{ name: string }>(
    tx,
    "select coalesce(m.name, '') \"name\" from app.draft d left join guard.members() m on m.user_id = d.created_by where d.company_id = $1 and d.id = $2",
    [tx.companyId, id],
  );
  return row?.name ?? "";
}
