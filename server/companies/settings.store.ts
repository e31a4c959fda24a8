import type { CompanySettings, CompanySettingsInput } from "../../domain/companies/index.ts";
import { execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export type StoredSettings = Omit<CompanySettings, "warnings">;

/** The acting company's own settings. */
export async function loadSettings(tx: Tx): Promise<StoredSettings> {
  const [row] = await query<Omit<StoredSettings, "capitalYen"> & { capitalYen: bigint | null }>(
    tx,
    `select company_id "companyId", code, name, name_en "nameEn", kana, corporate_number "corporateNumber", registration_number "registrationNumber",
            tax_status "taxStatus", postal_code "postalCode", address, phone, capital_yen "capitalYen", employee_count "employeeCount", color,
            tax_rounding "taxRounding", amount_rounding "amountRounding", fiscal_year_start_month "fiscalYearStartMonth", published "isPublished",
            is_window "isWindow", version, exists (select from app.journal_entry j where j.company_id = $1) "isFiscalYearFixed"
       from app.company where company_id = $1`,
    [tx.companyId],
  );
  return { ...row!, capitalYen: row!.capitalYen?.toString() ?? null };
}

/** Returns 0 when somebody else was faster. */
export function updateSettings(tx: Tx, seen: number, input: CompanySettingsInput): Promise<number> {
  return execute(
    tx,
    `update app.company set name = $3, name_en = $4, kana = $5, corporate_number = $6, registration_number = $7, tax_status = $8, postal_code = $9,
       address = $10, phone = $11, capital_yen = $12, employee_count = $13, color = $14, tax_rounding = $15, amount_rounding = $16,
       fiscal_year_start_month = $17, published = $18, version = version + 1
      where company_id = $1 and version = $2`,
    [
      tx.companyId,
      seen,
      input.name,
      input.nameEn,
      input.kana,
      input.corporateNumber,
      input.registrationNumber,
      input.taxStatus,
      input.postalCode,
      input.address,
      input.phone,
      input.capitalYen,
      input.employeeCount,
      input.color,
      input.taxRounding,
      input.amountRounding,
      input.fiscalYearStartMonth,
      input.isPublished,
    ],
  );
}
