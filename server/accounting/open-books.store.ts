import { defaultChart, normalSideOf } from "../../domain/accounting/index.ts";
import { addMonths, monthOf, type PlainDate } from "../../domain/shared/index.ts";
import { insertAll } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/** What a new company starts with: the chart of a Japanese manufacturer, every role mapped, and open months. */
export async function openBooks(tx: Tx, firstMonth: PlainDate, monthCount: number): Promise<void> {
  const accounts = new Map<
    string,
    { id: string; role: string; account: ReturnType<typeof defaultChart>[number]["account"] }
  >();
  const chart = defaultChart();
  for (const { role, account } of chart)
    if (!accounts.has(account.code)) accounts.set(account.code, { id: newId(), role, account });
  await insertAll(
    tx,
    "account",
    [...accounts.values()].map(({ id, account }) => ({
      company_id: tx.companyId,
      id,
      code: account.code,
      name: account.nameJa,
      name_en: account.nameEn,
      type: account.type,
      section: account.section,
      is_contra: account.normalSide !== normalSideOf(account.type),
      etax_code: account.etaxCode,
    })),
    "on conflict (company_id, code) do nothing",
  );
  await insertAll(
    tx,
    "account_map",
    chart.map(({ role, account }) => ({ company_id: tx.companyId, role, account_id: accounts.get(account.code)!.id })),
    "on conflict do nothing",
  );
  await insertAll(
    tx,
    "period",
    Array.from({ length: monthCount }, (_, i) => ({
      company_id: tx.companyId,
      month: monthOf(addMonths(firstMonth, i)),
    })),
    "on conflict do nothing",
  );
}
