import type { Translate } from "../platform/index.ts";

const SUPPLIES = ["make", "buy", "subcontract"] as const;
const CATEGORIES = [
  "finished",
  "assembly",
  "part",
  "material",
  "merchandise",
  "consumable",
  "stage",
  "processing",
] as const;
const TAX_CATEGORIES = ["taxable_10", "reduced_8", "exempt", "export_free", "out_of_scope"] as const;
const LOT_RULES = ["lot_for_lot", "fixed", "period", "min_max", "economic", "wagner_whitin"] as const;

const BILL_LINE_KINDS = ["component", "by_product"] as const;

const options = (t: Translate, prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`items.${prefix}.${value}`) }));

export const supplyOptions = (t: Translate) => options(t, "supply", SUPPLIES);
export const categoryOptions = (t: Translate) => options(t, "category", CATEGORIES);
export const taxOptions = (t: Translate) => options(t, "tax", TAX_CATEGORIES);
export const lotRuleOptions = (t: Translate) => options(t, "lotRule", LOT_RULES);
export const billLineKindOptions = (t: Translate) => options(t, "bill.kind", BILL_LINE_KINDS);
