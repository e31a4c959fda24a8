export const ACCOUNT_TYPES = ["asset", "liability", "equity", "revenue", "expense"] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** Where an account stands in the statements; the three `manufacturing_…` sections form the statement of cost of goods manufactured. */
export const STATEMENT_SECTIONS = [
  "current_assets",
  "inventories",
  "fixed_assets",
  "current_liabilities",
  "fixed_liabilities",
  "net_assets",
  "sales",
  "cost_of_sales",
  "manufacturing_material",
  "manufacturing_labour",
  "manufacturing_overhead",
  "selling_and_administration",
  "non_operating_income",
  "non_operating_expense",
  "extraordinary",
  "income_taxes",
] as const;
export type StatementSection = (typeof STATEMENT_SECTIONS)[number];
