import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  quantityShape,
  TAX_CATEGORIES,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { LOT_RULES } from "./lot-rule.ts";

/** Request and response shapes of items: units, items, bills of material, routings. Quantities and prices are decimal text. */
export const SUPPLY_KINDS = ["make", "buy", "subcontract"] as const;
export const ITEM_CATEGORIES = [
  "finished",
  "assembly",
  "part",
  "material",
  "merchandise",
  "consumable",
  "stage",
  "processing",
] as const;
export const BILL_LINE_KINDS = ["component", "by_product"] as const;

const shortText = (maximum: number) => z.string().trim().max(maximum, { error: "TOO_LONG" });
export const unitCodeShape = z.string().trim().min(1, { error: "REQUIRED" }).max(20, { error: "TOO_LONG" });
const notNegativeQuantityShape = quantityShape.refine((text) => !text.startsWith("-"), { error: "QUANTITY_INVALID" });
/** A share of good output: above 0, at most 1. */
const yieldShape = z
  .string()
  .regex(/^(1(\.0{1,6})?|0\.\d{1,6})$/, { error: "YIELD_INVALID" })
  .refine((text) => /[1-9]/.test(text), { error: "YIELD_INVALID" })
  .meta({ description: "share of good output, above 0 and at most 1", example: "0.98" });
/** A share lost: at least 0, below 1. */
const scrapRateShape = z
  .string()
  .regex(/^0(\.\d{1,6})?$/, { error: "SCRAP_RATE_INVALID" })
  .meta({ description: "share lost, from 0 to below 1", example: "0.02" });
const notNegativeYenShape = yenShape.refine((text) => !text.startsWith("-"), { error: "COST_NEGATIVE" });
const notNegativePriceShape = z
  .string()
  .refine((text) => !text.startsWith("-"), { error: "COST_NEGATIVE" })
  .pipe(priceShape);
const minutesShape = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: "MINUTES_INVALID" });

export const unitInputShape = z.object({
  code: unitCodeShape,
  nameJa: nameShape,
  nameEn: nameShape,
  decimals: z.int().min(0).max(6).meta({ description: "decimals a quantity in this unit may have" }),
});
export const unitShape = unitInputShape.extend({ version: versionShape });
export const unitUpdateShape = unitInputShape.omit({ code: true }).extend({ version: versionShape });
export const unitPageShape = pageShape(unitShape);

export const unitConversionShape = z.object({
  unit: unitCodeShape,
  factor: positiveQuantityShape.meta({ description: "how much of the item's own unit one of this unit is" }),
});

export const itemInputShape = z.object({
  code: codeShape,
  name: nameShape,
  nameEn: shortText(200),
  kana: shortText(200),
  supply: z.enum(SUPPLY_KINDS),
  category: z.enum(ITEM_CATEGORIES),
  groupCode: shortText(40),
  specification: shortText(400),
  drawingNumber: shortText(100),
  unit: unitCodeShape,
  purchaseUnit: unitCodeShape.nullable(),
  salesUnit: unitCodeShape.nullable(),
  unitConversions: z.array(unitConversionShape).max(50),
  taxCategory: z.enum(TAX_CATEGORIES),
  isLotTracked: z.boolean(),
  isStocked: z.boolean(),
  isOrderBound: z.boolean(),
  isDispatched: z.boolean(),
  needsInspection: z.boolean(),
  isBackflushed: z.boolean(),
  leadTimeDays: z.int().min(0).max(999),
  safetyStock: notNegativeQuantityShape,
  lotRule: z.enum(LOT_RULES),
  lotFixed: positiveQuantityShape.nullable(),
  lotPeriodDays: z.int().min(1).max(366).nullable(),
  lotMinimum: positiveQuantityShape.nullable(),
  lotMaximum: positiveQuantityShape.nullable(),
  lotMultiple: positiveQuantityShape.nullable(),
  setupCostYen: notNegativeYenShape
    .nullable()
    .default(null)
    .meta({ description: "of one order, for the lot rules economic and wagner_whitin" }),
  holdingCostYenPerYear: notNegativePriceShape
    .nullable()
    .default(null)
    .meta({ description: "of keeping one of the unit for a year, for the same rules" }),
  isPhantom: z
    .boolean()
    .default(false)
    .meta({ description: "never ordered: its stock is used up, then its components are asked for" }),
  fenceDays: z
    .int()
    .min(0)
    .max(366)
    .default(0)
    .meta({ description: "calendar days from today in which planning starts nothing new" }),
  successorItemId: idShape
    .nullable()
    .default(null)
    .meta({ description: "what is asked for once this item's stock and receipts are used up" }),
  successorRatio: positiveQuantityShape
    .nullable()
    .default(null)
    .meta({ description: "how many of the successor take the place of one" }),
  successorFrom: plainDateShape
    .nullable()
    .default(null)
    .meta({ description: "nothing new of this item is ordered for needs from this day on; null: at once" }),
  yield: yieldShape,
  standardCost: priceShape,
  salesPrice: priceShape.nullable(),
  purchasePrice: priceShape.nullable(),
  purchasePartnerId: idShape.nullable(),
  defaultPlaceId: idShape.nullable(),
  note: noteShape,
  isActive: z.boolean(),
});
export const itemUpdateShape = itemInputShape.extend({ version: versionShape });
const codeAndName = z.object({ id: idShape, code: z.string(), name: z.string() });
export const itemShape = itemInputShape.extend({
  id: idShape,
  version: versionShape,
  unitDecimals: z.int(),
  purchasePartner: codeAndName.nullable(),
  defaultPlace: codeAndName.nullable(),
  successor: codeAndName.nullable(),
  hasBillOfMaterial: z.boolean(),
  hasRouting: z.boolean(),
});
export const itemCopyShape = z.object({ code: codeShape, name: nameShape });

export const itemRowShape = itemInputShape
  .pick({
    code: true,
    name: true,
    nameEn: true,
    kana: true,
    supply: true,
    category: true,
    groupCode: true,
    specification: true,
    drawingNumber: true,
    unit: true,
    isLotTracked: true,
    leadTimeDays: true,
    lotRule: true,
    isPhantom: true,
    fenceDays: true,
    standardCost: true,
    salesPrice: true,
    purchasePrice: true,
    isActive: true,
  })
  .extend({ id: idShape, successorCode: z.string().nullable(), onHand: z.string(), available: z.string() });
export const itemListQueryShape = listQueryShape.extend({
  supply: z.enum(SUPPLY_KINDS).optional(),
  category: z.enum(ITEM_CATEGORIES).optional(),
  groupCode: z.string().max(40).optional(),
  isActive: z.stringbool().optional(),
});
export const itemPageShape = pageShape(itemRowShape);

/** Stock of one item, place by place and lot by lot, as its owner sees it. */
export const itemStockShape = z.object({
  unit: z.string(),
  onHand: z.string(),
  reserved: z.string(),
  keptElsewhere: z.string(),
  available: z.string(),
  valueYen: z.string().nullable().meta({ description: "null for those who may not see the books" }),
  rows: z.array(
    z.object({
      placeId: idShape,
      placeCode: z.string(),
      placeName: z.string(),
      lotCode: z.string().nullable(),
      quantity: z.string(),
    }),
  ),
});

// ── bill of material ─────────────────────────────────────────────────────────────────────────────────────────────────
export const billOfMaterialLineInputShape = z.object({
  kind: z
    .enum(BILL_LINE_KINDS)
    .default("component")
    .meta({ description: "a by-product comes out of the parent's order instead of going in" }),
  componentItemId: idShape,
  operationNumber: z.int().min(1).max(9999).nullable().meta({ description: "the operation that consumes it" }),
  quantity: positiveQuantityShape.meta({ description: "per one unit of the parent, in the component's own unit" }),
  scrapRate: scrapRateShape,
  validFrom: plainDateShape.nullable(),
  validTo: plainDateShape.nullable().meta({ description: "the last day; null for ever" }),
  note: shortText(400),
});
export const billOfMaterialLineShape = billOfMaterialLineInputShape.extend({
  id: idShape,
  componentCode: z.string(),
  componentName: z.string(),
  componentSpecification: z.string(),
  unit: z.string(),
  hasBillOfMaterial: z.boolean(),
});
export const billOfMaterialShape = z.object({
  itemId: idShape,
  version: versionShape.meta({ description: "the item's version" }),
  lines: z.array(billOfMaterialLineShape),
});
export const billOfMaterialUpdateShape = z.object({
  version: versionShape,
  lines: z.array(billOfMaterialLineInputShape).max(2000),
});
export const explosionQueryShape = z.object({
  on: plainDateShape.optional().meta({ description: "the day the bill is opened for; today when left out" }),
  quantity: positiveQuantityShape.default("1"),
});
export const explosionShape = z.object({
  on: plainDateShape,
  quantity: z.string(),
  rows: z.array(
    z.object({
      level: z.int(),
      itemId: idShape,
      code: z.string(),
      name: z.string(),
      supply: z.enum(SUPPLY_KINDS),
      unit: z.string(),
      kind: z.enum(BILL_LINE_KINDS),
      operationNumber: z.int().nullable(),
      quantityPer: z.string().meta({ description: "per one parent" }),
      scrapRate: z.string(),
      quantity: z.string().meta({ description: "for the quantity asked, scrap included" }),
    }),
  ),
  /** True when the list was cut after 5,000 rows. */
  isCut: z.boolean(),
});
export const whereUsedShape = z.object({
  rows: z.array(
    z.object({
      level: z.int(),
      itemId: idShape,
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      quantityPer: z.string(),
      operationNumber: z.int().nullable(),
      validFrom: plainDateShape.nullable(),
      validTo: plainDateShape.nullable(),
    }),
  ),
  isCut: z.boolean(),
});

// ── routing ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export const routingOperationInputShape = z.object({
  operationNumber: z.int().min(1).max(9999),
  name: nameShape,
  workCenterId: idShape.nullable(),
  setupMinutes: minutesShape,
  runMinutesPerUnit: minutesShape,
  yield: yieldShape,
  subcontractPartnerId: idShape.nullable(),
  subcontractItemId: idShape.nullable().meta({ description: "what is ordered of the partner: a processing item" }),
  subcontractLeadTimeDays: z.int().min(0).max(999),
  needsInspection: z.boolean(),
  validFrom: plainDateShape.nullable(),
  validTo: plainDateShape.nullable(),
});
export const routingOperationShape = routingOperationInputShape.extend({
  id: idShape,
  workCenterCode: z.string().nullable(),
  workCenterName: z.string().nullable(),
  subcontractPartnerCode: z.string().nullable(),
  subcontractPartnerName: z.string().nullable(),
  subcontractItemCode: z.string().nullable(),
  /** Taken over from like items, not from the item's own papers. */
  isDerived: z.boolean(),
});
export const routingShape = z.object({
  itemId: idShape,
  version: versionShape.meta({ description: "the item's version" }),
  operations: z.array(routingOperationShape),
});
export const routingUpdateShape = z.object({
  version: versionShape,
  operations: z.array(routingOperationInputShape).max(500),
});

export type Unit = z.infer<typeof unitShape>;
export type ItemInput = z.infer<typeof itemInputShape>;
export type Item = z.infer<typeof itemShape>;
export type ItemRow = z.infer<typeof itemRowShape>;
export type ItemStock = z.infer<typeof itemStockShape>;
export type BillOfMaterialLineInput = z.infer<typeof billOfMaterialLineInputShape>;
export type BillOfMaterial = z.infer<typeof billOfMaterialShape>;
export type Explosion = z.infer<typeof explosionShape>;
export type WhereUsed = z.infer<typeof whereUsedShape>;
export type RoutingOperationInput = z.infer<typeof routingOperationInputShape>;
export type Routing = z.infer<typeof routingShape>;
