import type { Unit, UnitTableRow } from "../../domain/items/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { listPage, type Page, type Tx } from "../platform/index.ts";

const COLUMNS = `u.code, u.name_ja "nameJa", u.name_en "nameEn", u.decimals, u.version`;

export function listUnits(
  tx: Tx,
  asked: {
    readonly search?: string | undefined;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<Unit>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["u.company_id = $1"];
  if (asked.search) {
    values.push(asked.search.toLowerCase());
    where.push("strpos(lower(u.code || ' ' || u.name_ja || ' ' || u.name_en), $2) > 0");
  }
  const source = {
    select: COLUMNS,
    from: "app.unit u",
    where,
    values,
    sorts: { code: { sql: "u.code", kind: "text", of: (row: Unit) => row.code } },
    sortedBy: "code",
    id: { sql: "u.code", kind: "text", of: (row: Unit) => row.code },
  } as const;
  return listPage(tx, source, asked);
}

export async function loadUnit(tx: Tx, code: string): Promise<Unit | null> {
  const rows = await query<Unit>(tx, `select ${COLUMNS} from app.unit u where u.company_id = $1 and u.code = $2`, [
    tx.companyId,
    code,
  ]);
  return rows[0] ?? null;
}

export async function insertUnit(tx: Tx, unit: Omit<Unit, "version">): Promise<void> {
  await insertAll(tx, "unit", [toColumns(tx, unit)]);
}

export function updateUnit(tx: Tx, unit: Unit): Promise<number> {
  return execute(
    tx,
    `update app.unit set name_ja = $4, name_en = $5, decimals = $6, version = version + 1
      where company_id = $1 and code = $2 and version = $3`,
    [tx.companyId, unit.code, unit.version, unit.nameJa, unit.nameEn, unit.decimals],
  );
}

export async function saveUnits(tx: Tx, units: readonly Omit<Unit, "version">[]): Promise<void> {
  await insertAll(
    tx,
    "unit",
    units.map((unit) => toColumns(tx, unit)),
    `on conflict (company_id, code) do update set name_ja = excluded.name_ja, name_en = excluded.name_en, decimals = excluded.decimals,
      version = unit.version + 1`,
  );
}

export function loadUnitRows(tx: Tx): Promise<UnitTableRow[]> {
  return query<UnitTableRow>(
    tx,
    `select code, name_ja "nameJa", name_en "nameEn", decimals from app.unit where company_id = $1 order by code`,
    [tx.companyId],
  );
}

/** The most decimals a stock quantity in this unit has now: fewer cannot be allowed. */
export async function decimalsInUse(tx: Tx, code: string): Promise<number> {
  const [row] = await query<{ decimals: number }>(
    tx,
    `select coalesce(max(scale(trim_scale(b.quantity))), 0) decimals from app.stock_balance b
       join app.item i on i.company_id = b.owner_id and i.id = b.item_id where b.owner_id = $1 and i.company_id = $1 and i.unit = $2`,
    [tx.companyId, code],
  );
  return row!.decimals;
}

function toColumns(tx: Tx, unit: Omit<Unit, "version">) {
  return {
    company_id: tx.companyId,
    code: unit.code,
    name_ja: unit.nameJa,
    name_en: unit.nameEn,
    decimals: unit.decimals,
  };
}
