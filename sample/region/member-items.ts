import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { ItemRow } from "../records.ts";
import type { AdventureWorks, SourceProduct } from "./adventureworks.ts";
import { bicycleCost, chainOf } from "./chains.ts";
import { memberAt } from "./companies.ts";
import {
  isBicycle,
  isFrame,
  type PricedItem,
  type PricedStep,
  type RegionPrices,
  standardCost,
  yenPerVendorUnit,
} from "./company-costs.ts";
import { type ItemName, japaneseName } from "./japanese-names.ts";
import { contentsOf } from "./pack-factors.ts";
import type { WorkLocation } from "./routings.ts";
import type { BoughtPart, Structure } from "./structure.ts";
import { type Usage, usageOf } from "./usage.ts";

/** Opening stock and safety stock are this share of the data's. At full stock nothing would have to be made. */
export const STOCK_SHARE = decimal("0.05");
/** ASSUMED. Days a member takes for one step between two others. */
export const STAGE_LEAD_TIME_DAYS = 1;

/** Every item one member makes, buys or uses, by code. What it makes comes first. */
export function memberItems(
  source: AdventureWorks,
  structure: Structure,
  prices: RegionPrices,
  member: WorkLocation,
  usage: Usage = usageOf(structure),
): ItemRow[] {
  const rows = new Map<string, ItemRow>();
  const add = (row: ItemRow) => {
    if (!rows.has(row.code)) rows.set(row.code, row);
  };
  for (const priced of prices.items.values()) {
    for (const step of priced.steps) if (step.step.location === member) add(madeRow(prices, priced, step));
  }
  for (const priced of prices.items.values()) {
    priced.steps.forEach((step, at) => {
      if (at > 0 && step.step.location === member) add(boughtStageRow(priced, priced.steps[at - 1]!));
    });
    const isUsedHere = usage.get(priced.item.product.id)?.includes(member) ?? false;
    if (isUsedHere && priced.item.owner !== member) add(boughtStageRow(priced, priced.steps.at(-1)!));
  }
  for (const [id, part] of structure.parts) {
    if (usage.get(id)?.includes(member)) add(partRow(source, part, prices.partYen.get(id)!));
  }
  return [...rows.values()];
}

/** Days from order to delivery at one step: the data's days of manufacture at the last, else one day. */
export function leadTimeDays({ step }: PricedStep, { item }: PricedItem): number {
  return step.isLast ? item.product.daysToManufacture : STAGE_LEAD_TIME_DAYS;
}

/** Name of what a step delivers: the item's own, or with the word of the process behind it. */
export function stepName(product: SourceProduct, { step }: PricedStep): ItemName {
  const name = japaneseName(product.name);
  if (step.isLast) return name;
  const { stageWord, stageKana, stageEn } = memberAt(step.location);
  return { ja: `${name.ja} ${stageWord}`, kana: `${name.kana}${stageKana}`, en: `${name.en}, ${stageEn}` };
}

const COMMON = {
  purchaseUnit: null,
  purchaseFactor: null,
  taxCategory: "taxable_10",
  isLotTracked: false,
  isStocked: true,
  isOrderBound: false,
  isDispatched: false,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  yield: "1",
  salesPrice: null,
  purchasePrice: null,
  purchasePartnerCode: null,
  note: "",
} as const satisfies Partial<ItemRow>;

function named(product: SourceProduct, step: PricedStep) {
  const name = stepName(product, step);
  return {
    code: step.step.itemCode,
    name: name.ja,
    nameEn: name.en,
    kana: name.kana,
    unit: "EA",
    groupCode: groupCode(product),
    specification: [product.color && japaneseName(product.color).ja, product.size].filter(Boolean).join(" "),
  };
}

function madeRow(prices: RegionPrices, priced: PricedItem, step: PricedStep): ItemRow {
  const { item } = priced;
  const { product } = item;
  const isOrdered = isBicycle(item) || isFrame(item);
  const offered = step.step.isLast ? prices.catalogue.get(product.id) : undefined;
  const chain = offered && isBicycle(item) ? chainOf(prices, product.id) : null;
  const keepsStock = step.step.isLast && !isOrdered;
  return {
    ...COMMON,
    ...named(product, step),
    supply: "make",
    category: step.step.isLast ? madeCategory(item.steps.length, product, offered !== undefined) : "stage",
    isOrderBound: isFrame(item) && !step.step.isLast,
    isDispatched: isFrame(item) && step.step.isLast,
    leadTimeDays: leadTimeDays(step, priced),
    safetyStock: keepsStock ? safetyStock(product) : "0",
    lotMinimum: keepsStock ? String(item.lot.middleOrderCount) : null,
    standardCost: text(chain ? bicycleCost(chain) : standardCost(step)),
    salesPrice: String(offered?.netYen ?? step.priceYen),
    note: item.hasBillOfMaterial ? "" : "部品表なし（元データに構成がない品目）",
  };
}

function boughtStageRow(priced: PricedItem, step: PricedStep): ItemRow {
  const { product } = priced.item;
  return {
    ...COMMON,
    ...named(product, step),
    supply: "buy",
    category: step.step.isLast ? "assembly" : "stage",
    isOrderBound: isFrame(priced.item),
    leadTimeDays: leadTimeDays(step, priced),
    standardCost: String(step.priceYen),
    purchasePrice: String(step.priceYen),
    purchasePartnerCode: memberAt(step.step.location).code,
  };
}

function partRow(source: AdventureWorks, part: BoughtPart, unitYen: Decimal): ItemRow {
  const { product } = part;
  const [usual] = part.vendorPrices;
  const contents = contentsOf(product, usual.unit);
  const name = japaneseName(product.name);
  return {
    ...COMMON,
    code: product.number,
    name: name.ja,
    nameEn: name.en,
    kana: name.kana,
    supply: "buy",
    category: isMaterial(product) ? "material" : "part",
    groupCode: groupCode(product),
    specification: "",
    unit: part.unit,
    purchaseUnit: contents === 1 ? null : purchaseUnit(usual.unit),
    purchaseFactor: contents === 1 ? null : String(contents),
    leadTimeDays: usual.leadTimeDays,
    safetyStock: safetyStock(product),
    lotMinimum: String(usual.minimumCount * contents),
    lotMaximum: String(usual.maximumCount * contents),
    lotMultiple: contents === 1 ? null : String(contents),
    standardCost: text(unitYen),
    purchasePrice: String(yenPerVendorUnit(part, usual)),
    purchasePartnerCode: source.vendors.get(usual.vendorId)!.accountNumber,
    note: contents === 1 ? "" : "入数は仮定値",
  };
}

/** The vendor's unit as ours: metal is priced "each", but each is a sheet or bar that several pieces are cut from. */
export function purchaseUnit(vendorUnit: string): string {
  return vendorUnit === "EA" ? "SHT" : vendorUnit;
}

export function groupCode(product: SourceProduct): string {
  if (isMaterial(product)) return "MATERIAL";
  return product.subcategory === "" ? "PARTS" : product.subcategory.toUpperCase().replaceAll(/[ -]+/g, "-");
}

function isMaterial({ name }: SourceProduct): boolean {
  return name.startsWith("Metal ") || name.startsWith("Paint ") || name.endsWith("Grip Tape");
}

function madeCategory(stepCount: number, { subcategory }: SourceProduct, isOffered: boolean): ItemRow["category"] {
  if (isOffered) return "finished";
  return subcategory === "" && stepCount === 1 ? "part" : "assembly";
}

function safetyStock(product: SourceProduct): string {
  return STOCK_SHARE.times(product.safetyStock).floor().toFixed();
}

function text(amount: Decimal): string {
  return amount.toDecimalPlaces(6).toFixed();
}
