import { z } from "zod";
import {
  idShape,
  listQueryShape,
  noteShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  quantityShape,
  versionShape,
  wantedQuantityShape,
  yenShape,
} from "../shared/index.ts";
import { OPERATION_STATES, REPORT_KINDS, WORK_ORDER_STATES } from "./work-order.ts";

/** Request and response shapes of production. */
const operationNumberShape = z.int().min(1).max(9999);
const reasonShape = z.string().trim().max(200, { error: "TOO_LONG" });
const lotCodeShape = z.string().trim().max(40, { error: "TOO_LONG" });
const minutesShape = quantityShape.meta({ description: "minutes as decimal text" });

export const workOrderRowShape = z.object({
  id: idShape,
  number: z.string(),
  itemId: idShape,
  itemCode: z.string(),
  itemName: z.string(),
  unit: z.string(),
  quantity: quantityShape,
  completed: quantityShape,
  scrapped: quantityShape,
  state: z.enum(WORK_ORDER_STATES),
  startOn: plainDateShape,
  dueOn: plainDateShape,
  isLate: z.boolean(),
  share: z.string().meta({ description: "share of the work done, 0 to 1" }),
  tradeNumber: z.string().nullable(),
  partnerName: z.string().nullable(),
  isRework: z.boolean(),
  version: versionShape,
});
export const workOrderPageShape = pageShape(workOrderRowShape);
export const workOrderListQueryShape = listQueryShape.extend({
  state: z.enum(["open", ...WORK_ORDER_STATES]).optional(),
  itemId: idShape.optional(),
  workCenterId: idShape.optional(),
  dueFrom: plainDateShape.optional(),
  dueTo: plainDateShape.optional(),
  isLate: z.stringbool().optional(),
});

export const newWorkOrderShape = z.object({
  itemId: idShape,
  quantity: wantedQuantityShape.meta({ description: "good pieces wanted" }),
  startOn: plainDateShape.optional(),
  dueOn: plainDateShape,
  tradeId: idShape.optional(),
  tradeLineNumber: z.int().min(1).optional(),
  lotCode: lotCodeShape.optional(),
  note: noteShape.optional(),
});
export const editWorkOrderShape = z.object({
  version: versionShape,
  quantity: wantedQuantityShape,
  startOn: plainDateShape,
  dueOn: plainDateShape,
  lotCode: lotCodeShape,
  note: noteShape,
});
export const workOrderMadeShape = z.object({ workOrders: z.array(z.object({ id: idShape, number: z.string() })) });
export const versionBodyShape = z.object({ version: versionShape });

export const shortageShape = z.object({
  lineNumber: z.int(),
  itemId: idShape,
  itemCode: z.string(),
  itemName: z.string(),
  unit: z.string(),
  wanted: quantityShape,
  lacking: quantityShape,
});
export const releasedShape = z.object({
  shortages: z.array(shortageShape),
  outsideOrders: z.array(
    z.object({ operationNumber: operationNumberShape, tradeId: idShape, number: z.string(), state: z.string() }),
  ),
});

export const issueShape = z.object({
  movedOn: plainDateShape.optional(),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1).optional(),
        itemId: idShape.optional().meta({ description: "a material the order does not name yet" }),
        quantity: positiveQuantityShape,
        placeId: idShape.optional(),
        lotId: idShape.optional(),
      }),
    )
    .min(1)
    .max(200),
});
export const issuedShape = z.object({ costYen: yenShape });
export const returnIssueShape = z.object({
  movedOn: plainDateShape.optional(),
  lines: z
    .array(z.object({ lineNumber: z.int().min(1), quantity: positiveQuantityShape, placeId: idShape.optional() }))
    .min(1)
    .max(200),
});

export const reportShape = z.object({
  operationNumber: operationNumberShape,
  kind: z.enum(REPORT_KINDS),
  quantity: positiveQuantityShape.optional(),
  reason: reasonShape.optional(),
  minutes: minutesShape.optional(),
  personId: idShape.optional(),
  reportedOn: plainDateShape.optional(),
  allowsOver: z.boolean().optional(),
});
export const reportedShape = z.object({
  operationState: z.enum(OPERATION_STATES),
  orderState: z.enum(WORK_ORDER_STATES),
  good: quantityShape,
  scrap: quantityShape,
  completed: quantityShape,
  shortages: z.array(shortageShape),
});

export const completeShape = z.object({
  quantity: positiveQuantityShape,
  completedOn: plainDateShape.optional(),
  lotCode: lotCodeShape.optional(),
  placeId: idShape.optional(),
  isFinal: z.boolean().optional().meta({ description: "nothing more will come; the pieces take all the order holds" }),
  recovered: z
    .array(z.object({ itemId: idShape, quantity: positiveQuantityShape, valueYen: yenShape }))
    .max(20)
    .optional()
    .meta({ description: "scrap of worth that goes into stock" }),
});
export const completedShape = z.object({ costYen: yenShape, lossYen: yenShape, allocated: quantityShape });
export const closedShape = z.object({ lossYen: yenShape });
export const onDateBodyShape = z.object({ version: versionShape, onDate: plainDateShape.optional() });

export const reworkShape = z.object({
  quantity: wantedQuantityShape,
  dueOn: plainDateShape,
  note: noteShape.optional(),
  operations: z
    .array(
      z.object({
        name: z.string().trim().min(1, { error: "REQUIRED" }).max(200, { error: "TOO_LONG" }),
        workCenterId: idShape,
        setupMinutes: minutesShape.optional(),
        runMinutesPerUnit: minutesShape.optional(),
      }),
    )
    .min(1)
    .max(20),
});
export const sendShape = z.object({ movedOn: plainDateShape.optional() });
export const lostShape = z.object({
  lineNumber: z.int().min(1),
  quantity: positiveQuantityShape,
  happenedOn: plainDateShape.optional(),
  reason: reasonShape.min(1, { error: "REQUIRED" }),
  claimYen: yenShape.optional().meta({ description: "what the subcontractor must replace, by agreement" }),
});

export const operationShape = z.object({
  operationNumber: operationNumberShape,
  name: z.string(),
  workCenterId: idShape.nullable().meta({ description: "where it is done" }),
  workCenterName: z.string().nullable(),
  standsInFor: z.string().nullable().meta({ description: "its own work centre, where another one stands in for it" }),
  setupMinutes: minutesShape.meta({ description: "at its own work centre" }),
  runMinutesPerUnit: minutesShape.meta({ description: "at its own work centre" }),
  timeFactor: z.string().meta({ description: "how many times as long it takes where it is done" }),
  hasChoice: z.boolean().meta({ description: "other work centres stand in for its own" }),
  plannedQuantity: quantityShape,
  good: quantityShape,
  scrap: quantityShape,
  workedMinutes: minutesShape,
  needsInspection: z.boolean(),
  state: z.enum(OPERATION_STATES),
  plannedStartOn: plainDateShape.nullable(),
  plannedFinishOn: plainDateShape.nullable(),
  people: z.array(z.string()).meta({ description: "at work right now" }),
  outside: z
    .object({
      partnerId: idShape,
      partnerName: z.string(),
      tradeId: idShape.nullable(),
      tradeNumber: z.string().nullable(),
      state: z.string().nullable(),
      wantedOn: plainDateShape.nullable(),
      promisedOn: plainDateShape.nullable(),
      shipped: quantityShape,
      accepted: quantityShape,
      share: z
        .string()
        .nullable()
        .meta({ description: "the partner's progress, where its agreement shows milestones" }),
    })
    .nullable(),
});
export const materialShape = z.object({
  lineNumber: z.int(),
  itemId: idShape,
  itemCode: z.string(),
  itemName: z.string(),
  unit: z.string(),
  operationNumber: operationNumberShape.nullable(),
  required: quantityShape,
  issued: quantityShape,
  freeIssued: quantityShape.meta({ description: "stands at the subcontractor, not yet consumed" }),
  free: quantityShape.meta({ description: "in own stock and promised to nobody else" }),
  isBackflushed: z.boolean(),
});
export const workReportShape = z.object({
  id: idShape,
  operationNumber: operationNumberShape,
  kind: z.enum(REPORT_KINDS),
  quantity: quantityShape.nullable(),
  reason: z.string(),
  personName: z.string().nullable(),
  minutes: minutesShape.nullable(),
  reportedAt: z.string(),
});
export const orderCostShape = z.object({
  kind: z.enum(["material", "labor", "machine", "outside", "output", "scrap_value", "loss"]),
  amountYen: yenShape,
  happenedOn: plainDateShape,
  note: z.string(),
});
export const workOrderShape = workOrderRowShape.extend({
  tradeId: idShape.nullable(),
  tradeLineNumber: z.int().nullable(),
  chainId: idShape.nullable(),
  lotCode: z.string(),
  isLotTracked: z.boolean(),
  needsInspection: z.boolean(),
  isProcessing: z.boolean(),
  note: z.string(),
  originWorkOrder: z.object({ id: idShape, number: z.string() }).nullable(),
  releasedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  readyToComplete: quantityShape.meta({ description: "good pieces of the last operation not yet in stock" }),
  heldYen: yenShape.meta({ description: "work in process of this order" }),
  operations: z.array(operationShape),
  materials: z.array(materialShape),
  reports: z.array(workReportShape),
  costs: z.array(orderCostShape),
});

/** Work centres an operation may be done at: its own and those that stand in for it. */
export const workCenterChoicesShape = z
  .object({
    workCenterId: idShape.meta({ description: "where it is done now" }),
    isBegun: z.boolean(),
    choices: z.array(
      z.object({
        workCenterId: idShape,
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        isOwn: z.boolean(),
        timeFactor: z.string(),
        minutes: minutesShape.meta({ description: "what is left of the operation would take there" }),
        waitingMinutes: minutesShape.meta({ description: "of other released operations that wait or run there now" }),
        minutesPerDay: z.int().meta({ description: "of all its machines" }),
      }),
    ),
  })
  .meta({ id: "WorkCenterChoices" });
export const assignWorkCenterShape = z.object({ version: versionShape, workCenterId: idShape });
export type WorkCenterChoices = z.infer<typeof workCenterChoicesShape>;

export const boardShape = z.object({
  workCenters: z.array(
    z.object({
      id: idShape,
      code: z.string(),
      name: z.string(),
      openMinutes: minutesShape,
      minutesPerDay: z.int(),
      operations: z.array(
        z.object({
          workOrderId: idShape,
          number: z.string(),
          operationNumber: operationNumberShape,
          operationName: z.string(),
          standsInFor: z
            .string()
            .nullable()
            .meta({ description: "its own work centre, where this one stands in for it" }),
          itemCode: z.string(),
          itemName: z.string(),
          open: quantityShape,
          unit: z.string(),
          minutes: minutesShape,
          dueOn: plainDateShape,
          isLate: z.boolean(),
          state: z.enum(OPERATION_STATES),
          people: z.array(z.string()),
        }),
      ),
    }),
  ),
  outside: z.array(
    z.object({
      partnerName: z.string(),
      workOrderId: idShape,
      number: z.string(),
      operationNumber: operationNumberShape,
      operationName: z.string(),
      itemName: z.string(),
      quantity: quantityShape,
      accepted: quantityShape,
      unit: z.string(),
      promisedOn: plainDateShape.nullable(),
      wantedOn: plainDateShape.nullable(),
      isLate: z.boolean(),
      state: z.string().nullable(),
      share: z.string().nullable(),
    }),
  ),
});

export const unmadeLineShape = z.object({
  tradeId: idShape,
  lineNumber: z.int(),
  tradeNumber: z.string(),
  partnerName: z.string(),
  itemId: idShape,
  itemCode: z.string(),
  itemName: z.string(),
  unit: z.string(),
  quantity: quantityShape,
  ordered: quantityShape.meta({ description: "already in work orders of this line" }),
  dueOn: plainDateShape,
});
export const unmadeLinesShape = z.object({ rows: z.array(unmadeLineShape) });
export const madeItemsShape = z.object({
  rows: z.array(z.object({ id: idShape, code: z.string(), name: z.string(), unit: z.string() })),
});
export const makeLinesShape = z.object({
  lines: z
    .array(z.object({ tradeId: idShape, lineNumber: z.int().min(1), quantity: positiveQuantityShape }))
    .min(1)
    .max(500),
});

export const floorPeopleShape = z.object({
  people: z.array(z.object({ id: idShape, code: z.string(), name: z.string(), isLocked: z.boolean() })),
});
export const floorSignInShape = z.object({
  personId: idShape,
  pin: z.string().regex(/^\d{4,8}$/, { error: "PIN_INVALID" }),
});
export const floorSignedInShape = z.discriminatedUnion("result", [
  z.object({ result: z.literal("signed_in"), token: z.string(), person: z.object({ id: idShape, name: z.string() }) }),
  z.object({ result: z.literal("wrong_pin"), attemptsLeft: z.int() }),
  z.object({ result: z.literal("locked"), untilAt: z.string() }),
]);
export const floorJobsQueryShape = z.object({
  scan: z.string().trim().max(60).optional().meta({ description: "number of a work order, with -operation behind it" }),
  personId: idShape.optional(),
});
export const floorJobShape = z.object({
  workOrderId: idShape,
  number: z.string(),
  operationNumber: operationNumberShape,
  operationName: z.string(),
  workCenterName: z
    .string()
    .nullable()
    .meta({ description: "where it is planned; whoever takes it may do it elsewhere" }),
  standsInFor: z.string().nullable(),
  itemCode: z.string(),
  itemName: z.string(),
  unit: z.string(),
  plannedQuantity: quantityShape,
  good: quantityShape,
  scrap: quantityShape,
  open: quantityShape,
  dueOn: plainDateShape,
  isLate: z.boolean(),
  state: z.enum(OPERATION_STATES),
  people: z.array(z.string()),
  isMine: z.boolean(),
  note: z.string(),
});
export const floorJobsShape = z.object({ jobs: z.array(floorJobShape) });
export const floorReportShape = z.object({
  token: z.string().min(20).max(100),
  workOrderId: idShape,
  operationNumber: operationNumberShape,
  kind: z.enum(REPORT_KINDS),
  quantity: positiveQuantityShape.optional(),
  reason: reasonShape.optional(),
});

export type WorkOrderDocument = z.infer<typeof workOrderShape>;
export type WorkOrderRow = z.infer<typeof workOrderRowShape>;
export type FloorJob = z.infer<typeof floorJobShape>;
export type Board = z.infer<typeof boardShape>;
export type UnmadeLine = z.infer<typeof unmadeLineShape>;
export type Shortage = z.infer<typeof shortageShape>;

/** Production in figures; the share of scrap is null while nothing was reported. */
export const productionFiguresShape = z
  .object({
    openOrders: z.int(),
    lateOrders: z.int(),
    scrapPercent: z.number().nullable(),
    scrapTrend: z.array(z.number()).meta({ description: "per week with reports, oldest first" }),
  })
  .meta({ id: "ProductionFigures" });
