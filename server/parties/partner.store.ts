import type {
  Partner,
  PartnerBankAccount,
  PartnerInput,
  PartnerRow,
  PartnerSite,
  PartnerTableRow,
} from "../../domain/parties/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { gramJoin, gramsOf, listPage, newId, type Page, settleAll, type Tx } from "../platform/index.ts";

const ROW = `p.id, p.code, p.name, p.name_en "nameEn", p.kana, p.is_customer "isCustomer", p.is_supplier "isSupplier",
  p.registration_number "registrationNumber", p.tax_status "taxStatus", p.phone, p.contact_name "contactName",
  p.closing_day "closingDay", p.payment_month_offset "paymentMonthOffset", p.payment_day "paymentDay", p.is_active "isActive"`;

export interface PartnerListQuery {
  readonly search?: string | undefined;
  readonly role?: "customer" | "supplier" | undefined;
  readonly isActive?: boolean | undefined;
  readonly isLinked?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export function listPartners(tx: Tx, asked: PartnerListQuery): Promise<Outcome<Page<PartnerRow>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["p.company_id = $1"];
  if (asked.role) where.push(asked.role === "customer" ? "p.is_customer" : "p.is_supplier");
  if (asked.isActive !== undefined) {
    values.push(asked.isActive);
    where.push(`p.is_active = $${values.length}`);
  }
  if (asked.isLinked !== undefined) where.push(`p.linked_company_id is ${asked.isLinked ? "not " : ""}null`);
  if (asked.search) {
    const grams = gramsOf(asked.search);
    if (grams.length > 0) {
      where.push(`p.id in (${gramJoin("partner", grams.length, values.length + 1)})`);
      values.push(...grams);
    } else {
      values.push(asked.search.normalize("NFKC").toLowerCase());
      where.push(`strpos(lower(p.code || ' ' || p.name || ' ' || p.kana), $${values.length}) > 0`);
    }
  }
  const source = {
    select: `${ROW}, p.linked_company_id is not null "isLinked"`,
    from: "app.partner p",
    where,
    values,
    sorts: {
      code: { sql: "p.code", kind: "text", of: (row: PartnerRow) => row.code },
      kana: { sql: "p.kana", kind: "text", of: (row: PartnerRow) => row.kana },
      name: { sql: "p.name", kind: "text", of: (row: PartnerRow) => row.name },
    },
    sortedBy: "kana",
    id: { sql: "p.id", kind: "uuid", of: (row: PartnerRow) => row.id },
  } as const;
  return listPage(tx, source, asked);
}

type StoredPartner = Omit<Partner, "warnings" | "sites" | "bankAccounts" | "capitalYen" | "creditLimitYen"> & {
  capitalYen: bigint | null;
  creditLimitYen: bigint | null;
};
const ALL = `${ROW}, p.corporate_number "corporateNumber", p.capital_yen "capitalYen", p.employee_count "employeeCount",
  p.postal_code "postalCode", p.address, p.email, p.holiday_shift "holidayShift", p.payment_kind "paymentKind",
  p.tax_rounding "taxRounding", p.credit_limit_yen "creditLimitYen", p.answers_dates "answersDates", p.promise_limit "promiseLimit", p.note, p.linked_company_id "linkedCompanyId",
  p.linked_on "linkedOn", p.version`;

/** A partner with sites and accounts, without its warnings; null when the company has none with that id. */
export async function loadPartner(tx: Tx, id: string): Promise<Omit<Partner, "warnings"> | null> {
  const [partners, sites, bankAccounts] = await settleAll([
    query<StoredPartner>(tx, `select ${ALL} from app.partner p where p.company_id = $1 and p.id = $2`, [
      tx.companyId,
      id,
    ]),
    query<PartnerSite>(
      tx,
      `select code, name, postal_code "postalCode", address, phone from app.partner_site
        where company_id = $1 and partner_id = $2 order by code`,
      [tx.companyId, id],
    ),
    query<PartnerBankAccount>(
      tx,
      `select bank_code "bankCode", branch_code "branchCode", account_kind "accountKind", account_number "accountNumber",
              holder_kana "holderKana"
         from app.partner_bank_account where company_id = $1 and partner_id = $2 order by id`,
      [tx.companyId, id],
    ),
  ]);
  const partner = partners[0];
  if (!partner) return null;
  return {
    ...partner,
    capitalYen: partner.capitalYen?.toString() ?? null,
    creditLimitYen: partner.creditLimitYen?.toString() ?? null,
    sites,
    bankAccounts,
  };
}

type PartnerHead = Omit<PartnerInput, "sites" | "bankAccounts">;

function toColumns(input: PartnerHead) {
  return {
    code: input.code,
    name: input.name,
    name_en: input.nameEn,
    kana: input.kana,
    is_customer: input.isCustomer,
    is_supplier: input.isSupplier,
    registration_number: input.registrationNumber,
    corporate_number: input.corporateNumber,
    tax_status: input.taxStatus,
    capital_yen: input.capitalYen,
    employee_count: input.employeeCount,
    postal_code: input.postalCode,
    address: input.address,
    phone: input.phone,
    email: input.email,
    contact_name: input.contactName,
    closing_day: input.closingDay,
    payment_month_offset: input.paymentMonthOffset,
    payment_day: input.paymentDay,
    holiday_shift: input.holidayShift,
    payment_kind: input.paymentKind,
    tax_rounding: input.taxRounding,
    credit_limit_yen: input.creditLimitYen,
    answers_dates: input.answersDates,
    promise_limit: input.promiseLimit,
    note: input.note,
    is_active: input.isActive,
  };
}

export async function insertPartner(tx: Tx, id: string, input: PartnerInput): Promise<void> {
  await insertAll(tx, "partner", [{ company_id: tx.companyId, id, ...toColumns(input) }]);
  await insertParts(tx, id, input);
}

/** Replaces the card with its sites and accounts. Returns 0 when somebody else was faster. */
export async function updatePartner(tx: Tx, id: string, seen: number, input: PartnerInput): Promise<number> {
  const columns = Object.entries(toColumns(input));
  const set = columns.map(([column], index) => `${column} = $${index + 4}`).join(", ");
  const count = await execute(
    tx,
    `update app.partner set ${set}, version = version + 1 where company_id = $1 and id = $2 and version = $3`,
    [tx.companyId, id, seen, ...columns.map(([, value]) => value)],
  );
  if (count === 0) return 0;
  await settleAll([
    execute(tx, "delete from app.partner_site where company_id = $1 and partner_id = $2", [tx.companyId, id]),
    execute(tx, "delete from app.partner_bank_account where company_id = $1 and partner_id = $2", [tx.companyId, id]),
  ]);
  await insertParts(tx, id, input);
  return count;
}

async function insertParts(tx: Tx, partnerId: string, input: PartnerInput): Promise<void> {
  const key = { company_id: tx.companyId, partner_id: partnerId };
  await settleAll([
    insertAll(
      tx,
      "partner_site",
      input.sites.map((site) => ({
        ...key,
        id: newId(),
        code: site.code,
        name: site.name,
        postal_code: site.postalCode,
        address: site.address,
        phone: site.phone,
      })),
    ),
    insertBankAccounts(
      tx,
      input.bankAccounts.map((account) => ({ ...account, partnerId })),
    ),
  ]);
}

export async function insertBankAccounts(
  tx: Tx,
  accounts: readonly (PartnerBankAccount & { readonly partnerId: string })[],
): Promise<void> {
  await insertAll(
    tx,
    "partner_bank_account",
    accounts.map((account) => ({
      company_id: tx.companyId,
      partner_id: account.partnerId,
      id: newId(),
      bank_code: account.bankCode,
      branch_code: account.branchCode,
      account_kind: account.accountKind,
      account_number: account.accountNumber,
      holder_kana: account.holderKana,
    })),
  );
}

/** All partners in the form of the file, with their ids. */
export async function loadPartnerRows(tx: Tx): Promise<{ id: string; row: PartnerTableRow }[]> {
  const rows = await query<StoredPartner>(
    tx,
    `select ${ALL} from app.partner p where p.company_id = $1 order by p.code`,
    [tx.companyId],
  );
  return rows.map((p) => ({
    id: p.id,
    row: {
      code: p.code,
      name: p.name,
      nameEn: p.nameEn || null,
      kana: p.kana || null,
      isCustomer: p.isCustomer,
      isSupplier: p.isSupplier,
      registrationNumber: p.registrationNumber,
      taxStatus: p.taxStatus,
      corporateNumber: p.corporateNumber,
      capitalYen: p.capitalYen?.toString() ?? null,
      employeeCount: p.employeeCount,
      postalCode: p.postalCode || null,
      address: p.address || null,
      phone: p.phone || null,
      email: p.email || null,
      contactName: p.contactName || null,
      closingDay: p.closingDay,
      paymentMonthOffset: p.paymentMonthOffset,
      paymentDay: p.paymentDay,
      holidayShift: p.holidayShift,
      paymentKind: p.paymentKind,
      taxRounding: p.taxRounding,
      creditLimitYen: p.creditLimitYen?.toString() ?? null,
      answersDates: p.answersDates,
      promiseLimit: p.promiseLimit,
      note: p.note || null,
      isActive: p.isActive,
    },
  }));
}

/** Writes many cards at once: new ones, and changed ones by their id. Sites and accounts stay as they are. */
export async function savePartners(tx: Tx, partners: readonly { id: string; input: PartnerHead }[]): Promise<void> {
  const rows = partners.map(({ id, input }) => ({ company_id: tx.companyId, id, ...toColumns(input) }));
  const columns = rows[0]
    ? Object.keys(rows[0]).filter((column) => !["company_id", "id", "code"].includes(column))
    : [];
  const set = columns.map((column) => `${column} = excluded.${column}`).join(", ");
  await insertAll(
    tx,
    "partner",
    rows,
    `on conflict (company_id, id) do update set ${set}, version = partner.version + 1`,
  );
}

export interface StoredBankAccount {
  readonly id: string;
  readonly row: PartnerBankAccount & { readonly partnerCode: string };
}

export async function loadBankAccountRows(tx: Tx): Promise<StoredBankAccount[]> {
  const rows = await query<{ id: string } & StoredBankAccount["row"]>(
    tx,
    `select b.id, p.code "partnerCode", b.bank_code "bankCode", b.branch_code "branchCode", b.account_kind "accountKind",
            b.account_number "accountNumber", b.holder_kana "holderKana"
       from app.partner_bank_account b join app.partner p on p.company_id = b.company_id and p.id = b.partner_id
      where b.company_id = $1 order by p.code, b.id`,
    [tx.companyId],
  );
  return rows.map(({ id, ...row }) => ({ id, row }));
}

export async function updateBankAccounts(
  tx: Tx,
  accounts: readonly { id: string; accountKind: string; holderKana: string }[],
): Promise<void> {
  if (accounts.length === 0) return;
  await execute(
    tx,
    `update app.partner_bank_account b set account_kind = x."accountKind", holder_kana = x."holderKana"
       from jsonb_to_recordset($2::jsonb) x(id uuid, "accountKind" text, "holderKana" text)
      where b.company_id = $1 and b.id = x.id`,
    [tx.companyId, JSON.stringify(accounts)],
  );
}

/** Ids of partners by code, all of the company. */
export async function partnerIdsByCode(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; code: string }>(tx, "select id, code from app.partner where company_id = $1", [
    tx.companyId,
  ]);
  return new Map(rows.map(({ id, code }) => [code, id]));
}
