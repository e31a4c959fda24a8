import { findPartners } from "../parties/index.ts";
import { type FormField, type LookupHit, type Translate, withTexts } from "../platform/index.ts";
import { findAnyItem, findStoragePlaces, findUnits } from "./find-items.ts";
import { categoryOptions, lotRuleOptions, supplyOptions, taxOptions } from "./item-words.ts";

/** What type-ahead fields of an item point at when it is opened. */
interface Shown {
  readonly unit?: string;
  readonly purchaseUnit?: string | null;
  readonly salesUnit?: string | null;
  readonly purchasePartner?: LookupHit | null;
  readonly defaultPlace?: LookupHit | null;
  readonly successor?: LookupHit | null;
}

const hasRule =
  (...rules: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>) =>
    rules.includes(String(values["lotRule"]));
const hasSuccessor = (values: Readonly<Record<string, unknown>>) => Boolean(values["successorItemId"]);

/** An item's fields, in the order people fill them. */
export function itemFields(t: Translate, item: Shown = {}): FormField[] {
  const label = (name: string) => t(`items.item.${name}`);
  const unit = (code: string | null | undefined) => (code ? { id: code, code, name: "" } : null);
  return [
    { name: "code", label: label("code"), kind: "code", required: true, group: t("items.group.names") },
    { name: "name", label: label("name"), kind: "text", required: true },
    { name: "kana", label: label("kana"), kind: "text", hint: label("kanaHint") },
    { name: "nameEn", label: label("nameEn"), kind: "text" },
    { name: "supply", label: label("supply"), kind: "choice", required: true, options: supplyOptions(t) },
    { name: "category", label: label("category"), kind: "choice", required: true, options: categoryOptions(t) },
    { name: "groupCode", label: label("groupCode"), kind: "code" },
    { name: "specification", label: label("specification"), kind: "text" },
    { name: "drawingNumber", label: label("drawingNumber"), kind: "text" },
    { name: "isActive", label: label("isActive"), kind: "switch" },
    {
      name: "unit",
      label: label("unit"),
      kind: "lookup",
      lookup: findUnits,
      shown: unit(item.unit),
      required: true,
      group: t("items.group.stock"),
    },
    {
      name: "defaultPlaceId",
      label: label("defaultPlace"),
      kind: "lookup",
      lookup: findStoragePlaces,
      shown: item.defaultPlace ?? null,
    },
    { name: "isStocked", label: label("isStocked"), kind: "switch" },
    { name: "isLotTracked", label: label("isLotTracked"), kind: "switch" },
    { name: "needsInspection", label: label("needsInspection"), kind: "switch" },
    { name: "isBackflushed", label: label("isBackflushed"), kind: "switch" },
    {
      name: "leadTimeDays",
      label: label("leadTimeDays"),
      kind: "integer",
      min: "0",
      max: "999",
      required: true,
      group: t("items.group.planning"),
    },
    { name: "safetyStock", label: label("safetyStock"), kind: "decimal", min: "0", required: true },
    {
      name: "yield",
      label: label("yield"),
      kind: "decimal",
      moreThan: "0",
      max: "1",
      required: true,
      hint: label("yieldHint"),
    },
    {
      name: "lotRule",
      label: label("lotRule"),
      kind: "choice",
      required: true,
      options: lotRuleOptions(t),
      hint: label("lotRuleHint"),
    },
    {
      name: "lotFixed",
      label: label("lotFixed"),
      kind: "decimal",
      moreThan: "0",
      required: true,
      when: hasRule("fixed"),
    },
    {
      name: "lotPeriodDays",
      label: label("lotPeriodDays"),
      kind: "integer",
      min: "1",
      max: "366",
      required: true,
      hint: label("lotPeriodDaysHint"),
      when: hasRule("period"),
    },
    { name: "lotMinimum", label: label("lotMinimum"), kind: "decimal", moreThan: "0", when: hasRule("min_max") },
    { name: "lotMaximum", label: label("lotMaximum"), kind: "decimal", moreThan: "0", when: hasRule("min_max") },
    { name: "lotMultiple", label: label("lotMultiple"), kind: "decimal", moreThan: "0", when: hasRule("min_max") },
    {
      name: "setupCostYen",
      label: label("setupCostYen"),
      kind: "yen",
      min: "0",
      required: true,
      hint: label("setupCostYenHint"),
      when: hasRule("economic", "wagner_whitin"),
    },
    {
      name: "holdingCostYenPerYear",
      label: label("holdingCostYenPerYear"),
      kind: "decimal",
      min: "0",
      required: true,
      hint: label("holdingCostYenPerYearHint"),
      when: hasRule("economic", "wagner_whitin"),
    },
    {
      name: "fenceDays",
      label: label("fenceDays"),
      kind: "integer",
      min: "0",
      max: "366",
      required: true,
      hint: label("fenceDaysHint"),
    },
    {
      name: "isPhantom",
      label: label("isPhantom"),
      kind: "switch",
      hint: label("isPhantomHint"),
      when: (values) => values["supply"] === "make",
    },
    { name: "isOrderBound", label: label("isOrderBound"), kind: "switch", hint: label("isOrderBoundHint") },
    { name: "isDispatched", label: label("isDispatched"), kind: "switch", hint: label("isDispatchedHint") },
    {
      name: "successorItemId",
      label: label("successor"),
      kind: "lookup",
      lookup: findAnyItem,
      shown: item.successor ?? null,
      hint: label("successorHint"),
    },
    {
      name: "successorRatio",
      label: label("successorRatio"),
      kind: "decimal",
      moreThan: "0",
      required: true,
      hint: label("successorRatioHint"),
      when: hasSuccessor,
    },
    {
      name: "successorFrom",
      label: label("successorFrom"),
      kind: "date",
      hint: label("successorFromHint"),
      when: hasSuccessor,
    },
    {
      name: "taxCategory",
      label: label("taxCategory"),
      kind: "choice",
      required: true,
      options: taxOptions(t),
      group: t("items.group.trade"),
    },
    { name: "standardCost", label: label("standardCost"), kind: "decimal", min: "0", required: true },
    {
      name: "salesUnit",
      label: label("salesUnit"),
      kind: "lookup",
      lookup: findUnits,
      shown: unit(item.salesUnit),
      hint: label("unitHint"),
    },
    { name: "salesPrice", label: label("salesPrice"), kind: "decimal", min: "0", hint: label("priceHint") },
    {
      name: "purchaseUnit",
      label: label("purchaseUnit"),
      kind: "lookup",
      lookup: findUnits,
      shown: unit(item.purchaseUnit),
      hint: label("unitHint"),
    },
    { name: "purchasePrice", label: label("purchasePrice"), kind: "decimal", min: "0", hint: label("priceHint") },
    {
      name: "purchasePartnerId",
      label: label("purchasePartner"),
      kind: "lookup",
      lookup: findPartners.suppliers,
      shown: item.purchasePartner ?? null,
    },
    { name: "note", label: label("note"), kind: "note", span: 2 },
  ];
}

/** What a new item begins with. */
export const NEW_ITEM = {
  supply: "make",
  category: "part",
  taxCategory: "taxable_10",
  isStocked: true,
  isBackflushed: true,
  isActive: true,
  leadTimeDays: 0,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  fenceDays: 0,
  successorRatio: "1",
  yield: "1",
  standardCost: "0",
};

/** The item as the route takes it; figures of a lot rule that is not chosen, or of no successor, are left out. */
export function itemBody(fields: readonly FormField[], body: Record<string, unknown>): Record<string, unknown> {
  return { ...UNUSED, ...withTexts(fields, body) };
}

/** What stands for fields that are not shown. */
const UNUSED = {
  lotFixed: null,
  lotPeriodDays: null,
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  setupCostYen: null,
  holdingCostYenPerYear: null,
  isPhantom: false,
  successorRatio: null,
  successorFrom: null,
};
