import type { FloorPerson, FloorPersonTableRow, PinState } from "../../domain/resources/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { listPage, type Page, type Tx } from "../platform/index.ts";

const COLUMNS = `p.id, p.code, p.name, p.kana, p.is_active "isActive", p.version,
  coalesce(p.locked_until > statement_timestamp(), false) "isLocked", p.locked_until "lockedUntil"`;

export function listFloorPeople(
  tx: Tx,
  asked: {
    readonly search?: string | undefined;
    readonly isActive?: boolean | undefined;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<FloorPerson>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["p.company_id = $1"];
  if (asked.isActive !== undefined) {
    values.push(asked.isActive);
    where.push(`p.is_active = $${values.length}`);
  }
  if (asked.search) {
    values.push(asked.search.toLowerCase());
    const at = `$${values.length}`;
    where.push(
      `(strpos(lower(p.code), ${at}) > 0 or strpos(lower(p.name), ${at}) > 0 or strpos(lower(p.kana), ${at}) > 0)`,
    );
  }
  const source = {
    select: COLUMNS,
    from: "app.floor_person p",
    where,
    values,
    sorts: {
      code: { sql: "p.code", kind: "text", of: (row: FloorPerson) => row.code },
      kana: { sql: "p.kana", kind: "text", of: (row: FloorPerson) => row.kana },
      name: { sql: "p.name", kind: "text", of: (row: FloorPerson) => row.name },
    },
    sortedBy: "code",
    id: { sql: "p.id", kind: "uuid", of: (row: FloorPerson) => row.id },
  } as const;
  return listPage(tx, source, asked);
}

export async function loadFloorPerson(tx: Tx, id: string): Promise<FloorPerson | null> {
  const rows = await query<FloorPerson>(
    tx,
    `select ${COLUMNS} from app.floor_person p where p.company_id = $1 and p.id = $2`,
    [tx.companyId, id],
  );
  return rows[0] ?? null;
}

export interface NewFloorPerson {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly isActive: boolean;
  readonly pinHash: string;
}

export async function insertFloorPeople(tx: Tx, people: readonly NewFloorPerson[]): Promise<void> {
  await insertAll(
    tx,
    "floor_person",
    people.map((person) => ({
      company_id: tx.companyId,
      id: person.id,
      code: person.code,
      name: person.name,
      kana: person.kana,
      is_active: person.isActive,
      pin_hash: person.pinHash,
    })),
  );
}

export interface ChangedFloorPerson extends Omit<NewFloorPerson, "pinHash"> {
  /** Null keeps the PIN. */
  readonly pinHash: string | null;
}

/** A new PIN also ends a lock. Returns 0 when somebody else was faster. */
export function updateFloorPerson(tx: Tx, person: ChangedFloorPerson, seen: number): Promise<number> {
  return execute(
    tx,
    `update app.floor_person set code = $4, name = $5, kana = $6, is_active = $7, pin_hash = coalesce($8, pin_hash),
       failed_attempts = case when $8 is null then failed_attempts else 0 end,
       locked_until = case when $8 is null then locked_until end, version = version + 1
      where company_id = $1 and id = $2 and version = $3`,
    [tx.companyId, person.id, seen, person.code, person.name, person.kana, person.isActive, person.pinHash],
  );
}

/** Changes many by their id, in one statement. */
export async function updateFloorPeople(tx: Tx, people: readonly ChangedFloorPerson[]): Promise<void> {
  if (people.length === 0) return;
  await execute(
    tx,
    `update app.floor_person p set name = x.name, kana = x.kana, is_active = x."isActive", pin_hash = coalesce(x."pinHash", p.pin_hash),
       failed_attempts = case when x."pinHash" is null then p.failed_attempts else 0 end,
       locked_until = case when x."pinHash" is null then p.locked_until end, version = p.version + 1
       from jsonb_to_recordset($2::jsonb) x(id uuid, name text, kana text, "isActive" boolean, "pinHash" text)
      where p.company_id = $1 and p.id = x.id`,
    [tx.companyId, JSON.stringify(people)],
  );
}

export interface StoredFloorPerson {
  readonly id: string;
  readonly pinHash: string;
  readonly row: FloorPersonTableRow;
}

/** All people in the form of the file; the PIN's column is empty. */
export async function loadFloorPersonRows(tx: Tx): Promise<StoredFloorPerson[]> {
  const rows = await query<{
    id: string;
    pinHash: string;
    code: string;
    name: string;
    kana: string | null;
    isActive: boolean;
  }>(
    tx,
    `select id, pin_hash "pinHash", code, name, nullif(kana, '') kana, is_active "isActive" from app.floor_person
      where company_id = $1 order by code`,
    [tx.companyId],
  );
  return rows.map(({ id, pinHash, ...row }) => ({ id, pinHash, row: { ...row, pin: null } }));
}

/** What a try at the PIN needs; the row is locked until the transaction ends. Only active people. */
export async function loadPin(
  tx: Tx,
  id: string,
): Promise<(PinState & { readonly code: string; readonly name: string; readonly pinHash: string }) | null> {
  const rows = await query<PinState & { code: string; name: string; pinHash: string }>(
    tx,
    `select code, name, pin_hash "pinHash", failed_attempts "failedAttempts", locked_until "lockedUntil" from app.floor_person
      where company_id = $1 and id = $2 and is_active for update`,
    [tx.companyId, id],
  );
  return rows[0] ?? null;
}

export async function savePinState(tx: Tx, id: string, state: PinState): Promise<void> {
  await execute(
    tx,
    "update app.floor_person set failed_attempts = $3, locked_until = $4 where company_id = $1 and id = $2",
    [tx.companyId, id, state.failedAttempts, state.lockedUntil],
  );
}
