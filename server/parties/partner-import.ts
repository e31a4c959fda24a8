import {
  type BankAccountTableRow,
  bankAccountTable,
  type PartnerBankAccount,
  type PartnerInput,
  type PartnerTableRow,
  partnerTable,
} from "../../domain/parties/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  newId,
  type Route,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import { checkPartner } from "./check-partner.ts";
import {
  insertBankAccounts,
  loadBankAccountRows,
  loadPartnerRows,
  partnerIdsByCode,
  savePartners,
  updateBankAccounts,
} from "./partner.store.ts";

type PartnerHead = Omit<PartnerInput, "sites" | "bankAccounts">;

const partnerTarget: ImportTarget<PartnerTableRow, Tx, { id: string; input: PartnerHead }> = {
  spec: partnerTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadPartnerRows(tx)).map((partner) => [partner.row.code, partner]));
    return decideRows(
      {
        spec: partnerTable,
        find: (values) => stored.get(values.code),
        defaults: {
          isCustomer: false,
          isSupplier: false,
          taxStatus: "registered",
          closingDay: 31,
          paymentMonthOffset: 1,
          paymentDay: 31,
          holidayShift: "next",
          paymentKind: "transfer",
          taxRounding: "down",
          answersDates: false,
          promiseLimit: 10,
          isActive: true,
        },
        problems: (wanted) => [
          ...formProblems(wanted),
          ...checkPartner(toInput(wanted)).map((refusal) => ({
            code: refusal.code,
            field: refusal.field as keyof PartnerTableRow & string,
          })),
        ],
        action: (wanted, found) => ({ id: found?.id ?? newId(), input: toInput(wanted) }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    savePartners(
      tx,
      actions.map(({ action }) => action),
    ),
};

/** Forms the request shape checks for screens; numbers of the wrong form go no further. */
function formProblems({ registrationNumber, corporateNumber }: PartnerTableRow): RowProblem<PartnerTableRow>[] {
  const problems: RowProblem<PartnerTableRow>[] = [];
  if (registrationNumber && !/^T\d{13}$/.test(registrationNumber)) {
    problems.push({ field: "registrationNumber", code: "REGISTRATION_NUMBER_FORMAT" });
  }
  if (corporateNumber && !/^\d{13}$/.test(corporateNumber)) {
    problems.push({ field: "corporateNumber", code: "CORPORATE_NUMBER_FORMAT" });
  }
  return problems;
}

/** A completed row: what has a default is never null. */
function toInput(row: PartnerTableRow): PartnerHead {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn ?? "",
    kana: row.kana ?? "",
    isCustomer: row.isCustomer!,
    isSupplier: row.isSupplier!,
    registrationNumber: row.registrationNumber ?? null,
    corporateNumber: row.corporateNumber ?? null,
    taxStatus: row.taxStatus!,
    capitalYen: row.capitalYen ?? null,
    employeeCount: row.employeeCount ?? null,
    postalCode: row.postalCode ?? "",
    address: row.address ?? "",
    phone: row.phone ?? "",
    email: row.email ?? "",
    contactName: row.contactName ?? "",
    closingDay: row.closingDay!,
    paymentMonthOffset: row.paymentMonthOffset!,
    paymentDay: row.paymentDay!,
    holidayShift: row.holidayShift!,
    paymentKind: row.paymentKind!,
    taxRounding: row.taxRounding!,
    creditLimitYen: row.creditLimitYen ?? null,
    answersDates: row.answersDates!,
    promiseLimit: row.promiseLimit!,
    note: row.note ?? "",
    isActive: row.isActive!,
  };
}

type AccountAction = PartnerBankAccount & { readonly id: string | null; readonly partnerId: string };
const accountKey = (row: Pick<BankAccountTableRow, "partnerCode" | "bankCode" | "branchCode" | "accountNumber">) =>
  [row.partnerCode, row.bankCode, row.branchCode, row.accountNumber].join(" ");

const bankAccountTarget: ImportTarget<BankAccountTableRow, Tx, AccountAction> = {
  spec: bankAccountTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadBankAccountRows(tx)).map((account) => [accountKey(account.row), account]));
    const partners = await partnerIdsByCode(tx);
    return decideRows(
      {
        spec: bankAccountTable,
        find: (values) => stored.get(accountKey(values)),
        defaults: {},
        problems: (wanted) => {
          const problems: RowProblem<BankAccountTableRow>[] = [];
          if (!partners.has(wanted.partnerCode)) {
            problems.push({ field: "partnerCode", code: "PARTNER_UNKNOWN", values: { code: wanted.partnerCode } });
          }
          if (!/^\d{4}$/.test(wanted.bankCode)) problems.push({ field: "bankCode", code: "BANK_CODE_INVALID" });
          if (!/^\d{3}$/.test(wanted.branchCode)) problems.push({ field: "branchCode", code: "BRANCH_CODE_INVALID" });
          if (!/^\d{1,7}$/.test(wanted.accountNumber)) {
            problems.push({ field: "accountNumber", code: "ACCOUNT_NUMBER_INVALID" });
          }
          return problems;
        },
        action: ({ partnerCode, ...account }, found) => ({
          ...account,
          id: found?.id ?? null,
          partnerId: partners.get(partnerCode)!,
        }),
      },
      rows,
      context,
    );
  },
  async apply(tx, actions) {
    const accounts = actions.map(({ action }) => action);
    await insertBankAccounts(
      tx,
      accounts.filter((account) => account.id === null),
    );
    await updateBankAccounts(
      tx,
      accounts.flatMap(({ id, accountKind, holderKana }) => (id === null ? [] : [{ id, accountKind, holderKana }])),
    );
  },
};

const permission = { read: "parties.read", write: "parties.write" } as const;

export const partnerImportRoutes: Route[] = [
  ...importRoutes({
    area: "parties",
    path: "/partners",
    permission,
    target: partnerTarget,
    rows: async (tx) => (await loadPartnerRows(tx)).map(({ row }) => row),
    announces: "parties.partner",
  }),
  ...importRoutes({
    area: "parties",
    path: "/partner-bank-accounts",
    permission,
    target: bankAccountTarget,
    rows: async (tx) => (await loadBankAccountRows(tx)).map(({ row }) => row),
    announces: "parties.partner",
  }),
];
