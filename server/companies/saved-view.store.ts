import { execute, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface SavedView {
  readonly id: string;
  readonly page: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
}

/** Own views and those colleagues share. */
export function listViews(tx: Tx, page: string | undefined): Promise<SavedView[]> {
  return query<SavedView>(
    tx,
    `select id, page, name, query, is_shared "isShared", user_id = $2 "isOwn" from app.saved_view
      where company_id = $1 and (user_id = $2 or is_shared) and ($3::text is null or page = $3) order by page, name, id limit 500`,
    [tx.companyId, tx.userId, page ?? null],
  );
}

export async function insertView(
  tx: Tx,
  view: { id: string; page: string; name: string; query: string; isShared: boolean },
): Promise<void> {
  await insertAll(tx, "saved_view", [
    {
      company_id: tx.companyId,
      id: view.id,
      user_id: tx.userId,
      page: view.page,
      name: view.name,
      query: view.query,
      is_shared: view.isShared,
    },
  ]);
}

/** Only a person's own views. */
export function deleteView(tx: Tx, id: string): Promise<number> {
  return execute(tx, "delete from app.saved_view where company_id = $1 and id = $2 and user_id = $3", [
    tx.companyId,
    id,
    tx.userId,
  ]);
}
