import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  versionShape,
} from "../../shared/index.ts";
import { refusalShape } from "../contract.ts";

/** Request and response shapes of learned times, of when orders are likely to be finished and of production events. */

/** Times learned from reports of work. */
export const learnedRunShape = z
  .object({
    learnedAt: z.iso.datetime(),
    since: plainDateShape,
    reportCount: z.int().meta({ description: "reports of the own floor" }),
    eventCount: z.int().meta({ description: "events of the imported log" }),
  })
  .meta({ id: "LearnedRun" });
const minutesShape = z.string().meta({ description: "minutes, a decimal as text" });
export const learnedQueuesShape = z.object({
  run: learnedRunShape.nullable(),
  leastOrders: z.int().meta({ description: "fewer work orders than this are not taken over" }),
  queues: z.array(
    z.object({
      workCenterId: idShape,
      workCenterCode: z.string(),
      workCenterName: z.string(),
      lowMinutes: minutesShape,
      medianMinutes: minutesShape,
      highMinutes: minutesShape,
      orderCount: z.int(),
    }),
  ),
});
export const learnedListQueryShape = listQueryShape.extend({
  workCenterId: idShape.optional(),
  isEnough: z.stringbool().optional().meta({ description: "only what rests on enough work orders" }),
});
export const learnedOperationPageShape = pageShape(
  z.object({
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    itemVersion: versionShape,
    unit: codeShape,
    operationNumber: z.int(),
    operationName: z.string().nullable(),
    workCenterId: idShape,
    workCenterCode: z.string(),
    workCenterName: z.string(),
    setupMinutes: minutesShape,
    minutesPerUnit: minutesShape,
    lowMinutesPerUnit: minutesShape.meta({ description: "a tenth was faster" }),
    highMinutesPerUnit: minutesShape.meta({ description: "a tenth was slower" }),
    orderCount: z.int(),
    routingWorkCenterId: idShape.nullable(),
    routingSetupMinutes: minutesShape.nullable(),
    routingMinutesPerUnit: minutesShape.nullable(),
    differencePercent: z.string().nullable(),
  }),
);
export const learnedObservationsShape = z.object({
  observations: z.array(z.object({ order: z.string(), units: z.number(), minutes: z.number() })),
});
export const learnedLeadTimePageShape = pageShape(
  z.object({
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    itemVersion: versionShape,
    medianDays: z.string(),
    daysOfMost: z.int().meta({ description: "80 % of the orders were done in so many working days" }),
    orderCount: z.int(),
    leadTimeDays: z.int(),
  }),
);
/** When work orders are likely to be finished, from what finished ones took. */
const expectedFinishShape = z.object({
  workOrderId: idShape,
  isOverrun: z.boolean().meta({ description: "it has taken longer already than every finished order of its item" }),
  likelyOn: plainDateShape.nullable().meta({ description: "half of such orders are finished by then" }),
  mostOn: plainDateShape.nullable().meta({ description: "80 % of such orders are finished by then" }),
  isLate: z.boolean().meta({ description: "likely to be finished after its due day" }),
  orderCount: z.int().meta({ description: "finished orders of the item it was learned from" }),
});
export type ExpectedFinishRow = z.input<typeof expectedFinishShape>;
export const expectedFinishesShape = z.object({
  rows: z
    .array(expectedFinishShape)
    .meta({ description: "without orders that are not released or begun, and without those too little is known of" }),
});
export const leadTimeQuestionShape = z.object({
  itemId: idShape,
  quantity: positiveQuantityShape,
  startOn: plainDateShape,
});
const likelyDayShape = z.object({
  on: plainDateShape,
  days: z.int().meta({ description: "working days, the first day not counted" }),
});
export const leadTimeAnswerShape = z.object({
  itemId: idShape,
  leadTimeDays: z.int().meta({ description: "working days, as the item says" }),
  orderCount: z.int().meta({ description: "finished orders of the item that are known" }),
  prediction: z
    .object({
      low: likelyDayShape.meta({ description: "a tenth was finished by then" }),
      likely: likelyDayShape.meta({ description: "half" }),
      most: likelyDayShape.meta({ description: "80 %" }),
    })
    .nullable(),
});
export type LeadTimeAnswer = z.input<typeof leadTimeAnswerShape>;
/** Imported events of production logs, and the imports they came by. */
export const productionEventListQueryShape = listQueryShape.extend({
  itemId: idShape.optional(),
  operationNumber: z.coerce.number().int().min(1).max(9999).optional(),
  workCenterId: idShape.optional(),
  startedFrom: plainDateShape.optional(),
  startedTo: plainDateShape.optional(),
  importId: idShape.optional(),
});
const clockShape = z.string().meta({ description: "by the clock of the works", example: "2026-11-02 08:30" });
export const productionEventPageShape = pageShape(
  z.object({
    id: idShape,
    orderNumber: z.string().meta({ description: "as the other system numbers it" }),
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    operationNumber: z.int(),
    operationName: z.string().nullable(),
    workCenterId: idShape,
    workCenterCode: z.string(),
    workCenterName: z.string(),
    startedAt: clockShape,
    finishedAt: clockShape,
    minutes: minutesShape,
    good: z.string(),
    rejected: z.string(),
    importId: idShape,
    importedAt: z.iso.datetime(),
  }),
);
const namedShape = z.object({ id: idShape, code: codeShape, name: z.string() });
export const productionEventChoicesShape = z
  .object({
    items: z.array(namedShape),
    operationNumbers: z.array(z.int()),
    workCenters: z.array(namedShape),
    imports: z.array(z.object({ id: idShape, fileName: z.string(), importedAt: z.iso.datetime() })),
  })
  .meta({ description: "what has events, up to 500 of each" });
export type ProductionEventChoices = z.input<typeof productionEventChoicesShape>;
export const productionEventImportPageShape = pageShape(
  z.object({
    id: idShape,
    fileName: z.string().meta({ description: "empty for events from before imports were kept apart" }),
    importedAt: z.iso.datetime(),
    importedBy: z.string(),
    eventCount: z.int(),
    replacedCount: z.int().meta({ description: "of them, those that took the place of earlier ones" }),
    presentCount: z.int().meta({ description: "of them, those still there" }),
    takenBackAt: z.iso.datetime().nullable(),
    takenBackBy: z.string(),
  }),
);
export const takeBackPreviewShape = z.object({
  id: idShape,
  fileName: z.string(),
  importedAt: z.iso.datetime(),
  eventCount: z.int().meta({ description: "events that go" }),
  orderCount: z.int(),
  itemCount: z.int(),
  from: plainDateShape.nullable(),
  to: plainDateShape.nullable(),
  replacedCount: z.int().meta({ description: "events of earlier imports this one replaced: they do not come back" }),
  learnedSince: plainDateShape.nullable().meta({ description: "what was learned since this day is learned anew" }),
});
export type TakeBackPreview = z.input<typeof takeBackPreviewShape>;
export const takeOverShape = z
  .object({
    validFrom: plainDateShape.meta({ description: "first day of the new times of operations" }),
    operations: z
      .array(
        z.object({
          itemId: idShape,
          operationNumber: z.int().min(1),
          workCenterId: idShape,
          itemVersion: versionShape,
        }),
      )
      .max(500),
    leadTimes: z.array(z.object({ itemId: idShape, itemVersion: versionShape })).max(500),
  })
  .refine(({ operations, leadTimes }) => operations.length + leadTimes.length > 0, { error: "NOTHING_CHOSEN" });
export type TakeOverInput = z.output<typeof takeOverShape>;
const timesShape = z.object({
  setupMinutes: minutesShape.nullable(),
  minutesPerUnit: minutesShape.nullable(),
  days: z.int().nullable(),
});
export const learnedPreviewShape = z.object({
  validFrom: plainDateShape,
  lines: z.array(
    z.object({
      kind: z.enum(["operation", "lead_time"]),
      itemId: idShape,
      itemCode: codeShape,
      operationNumber: z.int().nullable(),
      operationName: z.string().nullable(),
      before: timesShape,
      after: timesShape,
      orderCount: z.int(),
      refusal: refusalShape.nullable(),
    }),
  ),
});
export type LearnedPreview = z.input<typeof learnedPreviewShape>;
