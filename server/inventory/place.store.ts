import type { PlaceKind, PlaceTableRow } from "../../domain/inventory/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  insertAll,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  when,
} from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface Place {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: PlaceKind;
  readonly partnerId: string | null;
  readonly isActive: boolean;
  readonly version: number;
}

const PLACES: ListSql = {
  select: "p.id, p.code, p.name, p.name_en, p.kind, p.partner_id, p.is_active, p.version",
  from: "app.place p",
  where: "p.company_id = $1",
  sorts: { code: { sql: "p.code", kind: "text" }, name: { sql: "p.name", kind: "text" } },
  otherwise: "code",
  tie: [{ sql: "p.id", kind: "uuid" }],
};

export function listPlaces(tx: Tx, asked: ListQuery & { kind?: string }): Promise<Outcome<Page<Place>>> {
  return listPage<Place>(tx, PLACES, asked, when(asked.kind, "p.kind = ?"));
}

export async function findPlace(tx: Tx, id: string): Promise<Place | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select ${PLACES.select} from app.place p where p.company_id = $1 and p.id = $2`,
    [tx.companyId, id],
  );
  return row && camel<Place>(row);
}

export async function insertPlaces(
  tx: Tx,
  places: readonly { code: string; name: string; nameEn?: string; kind: PlaceKind; partnerId?: string | undefined }[],
): Promise<string[]> {
  const rows = places.map((place) => ({
    company_id: tx.companyId,
    id: newId(),
    code: place.code,
    name: place.name,
    name_en: place.nameEn ?? "",
    kind: place.kind,
    partner_id: place.partnerId ?? null,
  }));
  await insertAll(tx, "place", rows);
  return rows.map((row) => row.id);
}

/** How many rows changed: 0 when somebody else was faster. */
export function updatePlace(
  tx: Tx,
  id: string,
  place: { name: string; nameEn: string; isActive: boolean; version: number },
): Promise<number> {
  return execute(
    tx,
    "update app.place set name = $3, name_en = $4, is_active = $5, version = version + 1 where company_id = $1 and id = $2 and version = $6",
    [tx.companyId, id, place.name, place.nameEn, place.isActive, place.version],
  );
}

/** All places in the form of the file, with their ids. */
export async function loadPlaceRows(tx: Tx): Promise<{ id: string; row: PlaceTableRow }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select p.id, p.code, p.name, nullif(p.name_en, '') name_en, p.kind, r.code partner_code, p.is_active
      from app.place p left join app.partner r on r.company_id = p.company_id and r.id = p.partner_id where p.company_id = $1 order by p.code`,
    [tx.companyId],
  );
  return rows.map((row) => {
    const { id, ...rest } = camel<PlaceTableRow & { id: string }>(row);
    return { id, row: rest };
  });
}

/** Partner cards by code. */
export async function loadPartnerIds(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; code: string }>(
    tx,
    "select id, code from app.partner where company_id = $1 and code = any($2)",
    [tx.companyId, codes],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

export interface PlaceWrite {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: PlaceKind;
  readonly partnerId: string | null;
  readonly isActive: boolean;
}

/** Writes many at once: new ones, and changed ones by their id; kind and partner of a place that is there stay. */
export async function savePlaces(tx: Tx, places: readonly PlaceWrite[]): Promise<void> {
  await insertAll(
    tx,
    "place",
    places.map((place) => ({
      company_id: tx.companyId,
      id: place.id,
      code: place.code,
      name: place.name,
      name_en: place.nameEn,
      kind: place.kind,
      partner_id: place.partnerId,
      is_active: place.isActive,
    })),
    "on conflict (company_id, id) do update set name = excluded.name, name_en = excluded.name_en, is_active = excluded.is_active, version = place.version + 1",
  );
}
