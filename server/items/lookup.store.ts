import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

type Table = "item" | "partner" | "work_center" | "place";
const BY_CODE: Record<Table, string> = {
  item: "select id, code from app.item where company_id = $1",
  partner: "select id, code from app.partner where company_id = $1",
  work_center: "select id, code from app.work_center where company_id = $1",
  place: "select id, code from app.place where company_id = $1",
};
const BY_ID: Record<Table, string> = {
  item: "select id from app.item where company_id = $1 and id = any($2::uuid[])",
  partner: "select id from app.partner where company_id = $1 and id = any($2::uuid[])",
  work_center: "select id from app.work_center where company_id = $1 and id = any($2::uuid[])",
  place: "select id from app.place where company_id = $1 and id = any($2::uuid[])",
};

/** Ids of one kind by code, all of the company: for imports. */
export async function idsByCode(tx: Tx, table: Table): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; code: string }>(tx, BY_CODE[table], [tx.companyId]);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Which of these ids are the company's own. */
export async function ownIds(tx: Tx, table: Table, ids: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Set();
  const rows = await query<{ id: string }>(tx, BY_ID[table], [tx.companyId, wanted]);
  return new Set(rows.map(({ id }) => id));
}

/** Codes of the company's units with their decimals. */
export async function unitDecimals(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ code: string; decimals: number }>(
    tx,
    "select code, decimals from app.unit where company_id = $1",
    [tx.companyId],
  );
  return new Map(rows.map(({ code, decimals }) => [code, decimals]));
}
