import { insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface FloorPersonRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isLocked: boolean;
}

export async function listFloorPeople(tx: Tx): Promise<FloorPersonRow[]> {
  const rows = await query<{ id: string; code: string; name: string; is_locked: boolean }>(
    tx,
    {
      name: "floor.people",
      text: "select id, code, name, coalesce(locked_until > statement_timestamp(), false) is_locked from app.floor_person where company_id = $1 and is_active order by kana, name, code",
    },
    [tx.companyId],
  );
  return rows.map(({ id, code, name, is_locked }) => ({ id, code, name, isLocked: is_locked }));
}

export async function insertFloorSession(
  tx: Tx,
  personId: string,
  tokenHash: string,
  expiresAt: string,
): Promise<void> {
  await insertAll(tx, "floor_session", [
    { company_id: tx.companyId, id: newId(), person_id: personId, token_hash: tokenHash, expires_at: expiresAt },
  ]);
}

/** Who holds this token now. */
export async function findFloorSession(tx: Tx, tokenHash: string): Promise<{ personId: string } | undefined> {
  const [row] = await query<{ person_id: string }>(
    tx,
    {
      name: "floor.session",
      text: "select s.person_id from app.floor_session s join app.floor_person p on p.company_id = s.company_id and p.id = s.person_id and p.is_active where s.company_id = $1 and s.token_hash = $2 and s.expires_at > statement_timestamp()",
    },
    [tx.companyId, tokenHash],
  );
  return row && { personId: row.person_id };
}
