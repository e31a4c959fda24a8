import { assert, type Outcome, ok, refuse, type StockRole } from "../shared/index.ts";
import { DEFAULT_CHART } from "./default-chart.ts";
import type { AccountType, StatementSection } from "./statement-section.ts";

/** What an account is for. Posting rules name roles; only a company's account map knows account codes. */
export type AccountRole = keyof typeof DEFAULT_CHART;
export const ACCOUNT_ROLES = Object.keys(DEFAULT_CHART) as readonly AccountRole[];

export function isAccountRole(text: string): text is AccountRole {
  return Object.hasOwn(DEFAULT_CHART, text);
}

export interface Account {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly type: AccountType;
  /** the side on which the balance normally stands */
  readonly normalSide: "debit" | "credit";
  readonly section: StatementSection;
  /** code of the e-Tax table; empty until the company imports it */
  readonly etaxCode: string;
}

/** Assets and expenses stand on the debit side, the rest on the credit side; a contra account turns it round. */
export function normalSideOf(type: AccountType, contra = false): "debit" | "credit" {
  return (type === "asset" || type === "expense") === contra ? "credit" : "debit";
}

/** The default account of a role. */
export function defaultAccount(role: AccountRole): Account {
  const [code, nameJa, nameEn, type, section, contra] = DEFAULT_CHART[role] as readonly [
    string,
    string,
    string,
    AccountType,
    StatementSection,
    true?,
  ];
  return { code, nameJa, nameEn, type, normalSide: normalSideOf(type, contra === true), section, etaxCode: "" };
}

/** Every role with its default account, in the order of the chart: what a new company starts with. */
export function defaultChart(): readonly { readonly role: AccountRole; readonly account: Account }[] {
  return ACCOUNT_ROLES.map((role) => ({ role, account: defaultAccount(role) }));
}

/** Role → account code of one company. Several roles may share an account. */
export type AccountMap = ReadonlyMap<AccountRole, string>;

export function defaultAccountMap(): AccountMap {
  return new Map(ACCOUNT_ROLES.map((role) => [role, DEFAULT_CHART[role][0]]));
}

/**
 * Puts another account behind a role.
 *
 * An account of another type would silently move amounts between balance sheet and profit, and inventory roles must stay among
 * inventories, because stock value is compared with exactly these accounts.
 *
 * @returns ACCOUNT_UNKNOWN, ACCOUNT_TYPE_DIFFERS or ACCOUNT_SECTION_DIFFERS
 */
export function mapRole(
  map: AccountMap,
  role: AccountRole,
  account: Account | undefined,
): Outcome<AccountMap, "ACCOUNT_UNKNOWN" | "ACCOUNT_TYPE_DIFFERS" | "ACCOUNT_SECTION_DIFFERS"> {
  if (!account) return refuse("ACCOUNT_UNKNOWN", undefined, "accountCode");
  const standard = defaultAccount(role);
  if (account.type !== standard.type) return refuse("ACCOUNT_TYPE_DIFFERS", { account: account.code }, "accountCode");
  const isInventory = standard.section === "inventories";
  if (isInventory !== (account.section === "inventories")) {
    return refuse("ACCOUNT_SECTION_DIFFERS", { account: account.code }, "accountCode");
  }
  return ok(new Map(map).set(role, account.code));
}

/** The account code behind a role. @throws assertion when the company's map lacks the role */
export function accountCodeOf(map: AccountMap, role: AccountRole): string {
  const code = map.get(role);
  assert(code !== undefined, `account map names ${role}`);
  return code;
}

/** Inventory roles that a stock place or an item may be valued under. */
export const STOCK_ROLES = [
  "finishedGoods",
  "merchandise",
  "semiFinished",
  "rawMaterials",
  "supplies",
] as const satisfies readonly StockRole[];
