import { z } from "zod";
import {
  idShape,
  listQueryShape,
  nameShape,
  plainDateShape,
  priceShape,
  quantityShape,
  versionShape,
} from "../shared/index.ts";
import { INSPECTION_KINDS, SAMPLINGS } from "./inspection-plan.ts";
import { INSPECTION_STATES } from "./judgement.ts";

const limitShape = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: "QUANTITY_INVALID" })
  .nullable()
  .default(null);
const amountShape = quantityShape
  .refine((text) => !text.startsWith("-"), { error: "QUANTITY_NOT_POSITIVE" })
  .default("0");
const reasonShape = z.string().trim().max(400, { error: "TOO_LONG" }).default("");

export const characteristicShape = z
  .object({
    name: nameShape,
    kind: z.enum(["measured", "attribute"]).default("measured"),
    unit: z.string().max(20).default(""),
    lower: limitShape,
    upper: limitShape,
    method: z.string().max(100).default(""),
  })
  .meta({ id: "Characteristic" });
const planFields = {
  sampling: z.enum(SAMPLINGS),
  sampleSize: z.int().min(1).max(100000).nullable().default(null),
  characteristics: z.array(characteristicShape).max(200),
};
export const inspectionPlanShape = z
  .object({
    itemId: idShape,
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    kind: z.enum(INSPECTION_KINDS),
    ...planFields,
    version: versionShape,
  })
  .meta({ id: "InspectionPlan" });
export const planListQuery = listQueryShape.extend({ kind: z.enum(INSPECTION_KINDS).optional() });
/** Written whole; `version` absent for a new one. */
export const savePlanShape = z.object({ ...planFields, version: versionShape.optional() });

/** A delivered line that waits for its inspection. */
export const waitingShape = z
  .object({
    deliveryId: idShape,
    lineNumber: z.int(),
    ownNumber: z.string(),
    number: z.string(),
    partnerId: idShape.nullable(),
    partnerName: z.string(),
    receivedOn: plainDateShape,
    tradeId: idShape,
    tradeNumber: z.string(),
    itemId: idShape.nullable(),
    code: z.string(),
    description: z.string(),
    unit: z.string(),
    unitPrice: priceShape,
    lotCode: z.string(),
    quantity: quantityShape,
    toJudge: quantityShape,
    hasPlan: z.boolean(),
    needsInspection: z.boolean(),
  })
  .meta({ id: "WaitingInspection" });
export const waitingListQuery = listQueryShape.extend({
  itemId: idShape.optional(),
  partnerId: idShape.optional(),
  deliveryId: idShape.optional(),
  lineNumber: z.coerce.number().int().optional(),
});

export const readingShape = z.object({
  characteristic: nameShape,
  value: limitShape,
  isGood: z.boolean().nullable().default(null),
});
/** A verdict on pieces: accepted plainly, taken at a cut price, rejected. */
const verdictFields = {
  inspectedOn: plainDateShape,
  accepted: amountShape,
  special: amountShape,
  rejected: amountShape,
  reason: reasonShape,
  readings: z.array(readingShape).max(5000).default([]),
};
export const inspectReceivedShape = z.object({
  deliveryId: idShape,
  lineNumber: z.int().min(1),
  ...verdictFields,
  specialPrice: priceShape
    .optional()
    .meta({ description: "yen per unit for what is taken specially; absent: the ordered price" }),
});
export const inspectMadeShape = z.object({ ...verdictFields, version: versionShape });

export const inspectionRowShape = z
  .object({
    id: idShape,
    number: z.string(),
    kind: z.enum(INSPECTION_KINDS),
    state: z.enum(INSPECTION_STATES),
    itemId: idShape.nullable(),
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity: quantityShape,
    accepted: quantityShape,
    special: quantityShape,
    rejected: quantityShape,
    inspectedOn: plainDateShape.nullable(),
    inspectedBy: z.string().nullable(),
    partnerName: z.string().nullable(),
    deliveryId: idShape.nullable(),
    deliveryNumber: z.string().nullable(),
    workOrderId: idShape.nullable(),
    workOrderNumber: z.string().nullable(),
    version: versionShape,
  })
  .meta({ id: "Inspection" });
export const inspectionListQuery = listQueryShape.extend({
  kind: z.enum(INSPECTION_KINDS).optional(),
  state: z.enum(INSPECTION_STATES).optional(),
  itemId: idShape.optional(),
  inspectedFrom: plainDateShape.optional(),
  inspectedTo: plainDateShape.optional(),
});
export const inspectionShape = inspectionRowShape
  .extend({
    lineNumber: z.int().nullable(),
    lotCode: z.string(),
    reason: z.string(),
    readings: z.array(
      z.object({
        characteristic: z.string(),
        value: z.string().nullable(),
        isGood: z.boolean().nullable(),
        unit: z.string(),
        lower: z.string().nullable(),
        upper: z.string().nullable(),
        isWithin: z.boolean(),
      }),
    ),
    plan: z.object(planFields).nullable(),
  })
  .meta({ id: "InspectionDocument" });

export const lotRowShape = z
  .object({
    id: idShape,
    code: z.string(),
    itemId: idShape,
    itemCode: z.string(),
    itemName: z.string(),
    unit: z.string(),
    madeOn: plainDateShape.nullable(),
    expiresOn: plainDateShape.nullable(),
    supplierLotCode: z.string(),
    onHand: quantityShape,
  })
  .meta({ id: "Lot" });
export const lotListQuery = listQueryShape.extend({ itemId: idShape.optional() });
const treeRowShape = z
  .object({
    lotId: idShape,
    parentLotId: idShape,
    depth: z.int(),
    code: z.string(),
    itemCode: z.string(),
    itemName: z.string(),
    unit: z.string(),
    quantity: quantityShape.meta({ description: "of the used lot" }),
    quantityUnit: z.string(),
    workOrders: z.array(z.object({ id: idShape, number: z.string() })),
    isRepeated: z.boolean(),
  })
  .meta({ id: "LotTreeRow" });
const passageShape = z
  .object({
    lotId: idShape,
    lotCode: z.string(),
    itemCode: z.string(),
    movedOn: plainDateShape,
    kind: z.string(),
    quantity: quantityShape,
    unit: z.string(),
    partnerName: z.string(),
    tradeId: idShape,
    side: z.enum(["S", "B"]),
    tradeNumber: z.string(),
  })
  .meta({ id: "LotPassage" });
/** Where a lot comes from and where it went: over work orders, and in and out of the company. */
export const genealogyShape = lotRowShape
  .extend({
    backward: z.array(treeRowShape),
    forward: z.array(treeRowShape),
    cameIn: z.array(passageShape),
    wentOut: z.array(passageShape),
    isCut: z.boolean().meta({ description: "there is more than is shown" }),
  })
  .meta({ id: "LotGenealogy" });

export type SavePlanInput = z.output<typeof savePlanShape>;
export type InspectReceivedInput = z.output<typeof inspectReceivedShape>;
export type InspectMadeInput = z.output<typeof inspectMadeShape>;
