import type { z } from "zod";
import {
  type AccountTableRow,
  type AccountType,
  type accountListQueryShape,
  normalSideOf,
  type StatementSection,
} from "../../domain/accounting/index.ts";
import { camel, execute, insertAll, listPage, query, when } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface AccountRow {
  readonly id: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly type: AccountType;
  readonly section: StatementSection;
  readonly isContra: boolean;
  readonly etaxCode: string;
  readonly isActive: boolean;
  readonly roles: readonly string[];
  readonly version: number;
}

const COLUMNS =
  "a.id, a.code, a.name name_ja, a.name_en, a.kana, a.type, a.section, a.is_contra, a.etax_code, a.is_active, a.version, (select coalesce(array_agg(m.role order by m.role), '{}') from app.account_map m where m.company_id = a.company_id and m.account_id = a.id) roles";

/** The chart page by page; code, name and kana are searched. A chart has a few hundred rows. */
export function listAccounts(tx: Tx, asked: z.output<typeof accountListQueryShape>) {
  const typed = asked.search?.normalize("NFKC").toLowerCase();
  return listPage<AccountRow>(
    tx,
    {
      select: COLUMNS,
      from: "app.account a",
      where: "a.company_id = $1",
      sorts: { code: { sql: "a.code", kind: "text" }, nameJa: { sql: "a.name", kind: "text" } },
      otherwise: "code",
      tie: [{ sql: "a.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.type, "a.type = ?"),
      ...when(asked.isActive, "a.is_active = ?"),
      ...when(typed, "strpos(lower(a.code || ' ' || a.name || ' ' || a.kana || ' ' || a.name_en), ?) > 0"),
    ],
  );
}

/** The whole chart in order of code. */
export async function loadChart(tx: Tx): Promise<AccountRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "account.chart",
      text: `select ${COLUMNS} from app.account a where a.company_id = $1 order by a.code collate "C"`,
    },
    [tx.companyId],
  );
  return rows.map((row) => camel<AccountRow>(row));
}

export async function findAccount(tx: Tx, by: { id: string } | { code: string }): Promise<AccountRow | undefined> {
  const [column, value] = "id" in by ? ["a.id", by.id] : ["a.code", by.code];
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select ${COLUMNS} from app.account a where a.company_id = $1 and ${column} = $2`,
    [tx.companyId, value],
  );
  return row && camel<AccountRow>(row);
}

type Names = Pick<AccountRow, "code" | "nameJa" | "nameEn" | "kana" | "etaxCode">;

export async function insertAccounts(
  tx: Tx,
  accounts: readonly (Names & Pick<AccountRow, "type" | "section" | "isContra"> & { readonly isActive?: boolean })[],
): Promise<string[]> {
  const rows = accounts.map((account) => ({
    company_id: tx.companyId,
    id: newId(),
    code: account.code,
    name: account.nameJa,
    name_en: account.nameEn,
    kana: account.kana,
    type: account.type,
    section: account.section,
    is_contra: account.isContra,
    etax_code: account.etaxCode,
    is_active: account.isActive ?? true,
  }));
  await insertAll(tx, "account", rows);
  return rows.map((row) => row.id);
}

/** Type and section stay: entries were posted by them. @returns rows met */
export function updateAccount(
  tx: Tx,
  id: string,
  account: Names & { readonly isActive: boolean; readonly version: number },
): Promise<number> {
  return execute(
    tx,
    {
      name: "account.update",
      text: "update app.account set code = $3, name = $4, name_en = $5, kana = $6, etax_code = $7, is_active = $8, version = version + 1 where company_id = $1 and id = $2 and version = $9",
    },
    [
      tx.companyId,
      id,
      account.code,
      account.nameJa,
      account.nameEn,
      account.kana,
      account.etaxCode,
      account.isActive,
      account.version,
    ],
  );
}

/** Puts another account behind a role. */
export async function saveRole(tx: Tx, role: string, accountId: string): Promise<void> {
  await insertAll(
    tx,
    "account_map",
    [{ company_id: tx.companyId, role, account_id: accountId }],
    "on conflict (company_id, role) do update set account_id = excluded.account_id",
  );
}

/** Role → account of the acting company. */
export async function loadAccountMap(tx: Tx): Promise<{ role: string; accountId: string }[]> {
  const rows = await query<{ role: string; account_id: string }>(
    tx,
    { name: "account.map", text: "select role, account_id from app.account_map where company_id = $1" },
    [tx.companyId],
  );
  return rows.map((row) => ({ role: row.role, accountId: row.account_id }));
}

/** True when a line stands on the account: then its type and what it is for are history. */
export async function hasLines(tx: Tx, accountId: string): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(
    tx,
    {
      name: "account.used",
      text: "select exists (select from app.journal_line where company_id = $1 and account_id = $2) found",
    },
    [tx.companyId, accountId],
  );
  return row!.found;
}

export function asTableRow(account: AccountRow): AccountTableRow {
  const { code, nameJa, nameEn, kana, type, section, isContra, etaxCode, isActive } = account;
  const orNull = (text: string) => (text === "" ? null : text);
  return {
    code,
    nameJa,
    nameEn: orNull(nameEn),
    kana: orNull(kana),
    type,
    section,
    isContra,
    etaxCode: orNull(etaxCode),
    isActive,
  };
}

/** An account as the routes answer it. */
export function showAccount(account: AccountRow) {
  const { isContra, roles, ...rest } = account;
  return { ...rest, roles: [...roles], normalSide: normalSideOf(account.type, isContra) };
}
