import { z } from "zod";
import { codeShape, idShape, plainDateShape, versionShape } from "../../shared/index.ts";

/** Request and response shapes of the planning board. Moments are the clock of the works: `2026-12-01T08:30`. */
const momentShape = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const operationNumberShape = z.coerce.number().int().min(1);
export const scheduleMethodShape = z.enum(["forward", "backward", "bottleneck"]);

export const scheduleInputShape = z.object({
  method: scheduleMethodShape.default("forward"),
  seconds: z.int().min(0).max(60).default(3).meta({ description: "how long it may be improved" }),
});

const troubleShape = z.object({
  code: z.string(),
  kind: z.enum(["workCenter", "calendar", "order", "operation"]),
  subjectId: z.string(),
  subject: z.string().meta({ description: "code and name, or number and operation" }),
  orderCount: z.int().meta({ description: "work orders that are left out of the schedule for it" }),
});

export const scheduleHeadShape = z
  .object({
    id: idShape,
    method: scheduleMethodShape,
    seconds: z.int(),
    state: z.enum(["running", "done", "failed"]),
    madeAt: z.iso.datetime(),
    adoptedAt: z.iso.datetime().nullable(),
    from: momentShape.nullable(),
    to: momentShape.nullable().meta({ description: "when its last operation ends" }),
    orderCount: z.int(),
    operationCount: z.int(),
    lateCount: z.int(),
    leftOutCount: z.int(),
    isMaterialKnown: z.boolean().meta({ description: "made with a plan that says when material comes" }),
    pinCount: z.int(),
    stepCount: z.int().meta({ description: "moves that can be taken back" }),
    changes: z
      .array(
        z.object({
          kind: z.enum(["added", "changed", "gone", "progressed"]),
          count: z.int(),
          orders: z.array(z.object({ workOrderId: idShape, number: z.string() })).meta({ description: "the newest" }),
        }),
      )
      .meta({ description: "work orders that came, changed, went or were reported on since it was made" }),
    troubles: z.array(troubleShape),
    version: versionShape,
  })
  .meta({ id: "Schedule" });

const centerShape = z.object({
  id: idShape,
  code: codeShape,
  name: z.string(),
  nameEn: z.string(),
  machineCount: z.int(),
  calendarId: idShape.nullable(),
  alternatives: z
    .array(z.object({ id: idShape, timeFactor: z.string() }))
    .meta({ description: "work centres that can do its work, and how many times as long they take" }),
});
export const scheduleShape = z.object({
  current: scheduleHeadShape.nullable(),
  latest: scheduleHeadShape.nullable().meta({ description: "may be on its way, or have failed" }),
  centers: z.array(centerShape),
  partners: z.array(z.object({ id: idShape, name: z.string() })),
});

const spanQuery = { from: plainDateShape, to: plainDateShape };
export const scheduleSpanQueryShape = z.object(spanQuery);
export const scheduledOperationShape = z
  .object({
    workOrderId: idShape,
    number: z.string(),
    operationNumber: z.int(),
    name: z.string(),
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    workCenterId: idShape.nullable(),
    ownWorkCenterId: idShape.nullable().meta({ description: "of the work order; another one stands in for it" }),
    machine: z.int().nullable(),
    partnerId: idShape.nullable(),
    setupAt: momentShape,
    start: momentShape,
    end: momentShape,
    lateMinutes: z.int().meta({ description: "of its order" }),
    isPinned: z.boolean(),
  })
  .meta({ id: "ScheduledOperation" });
export const scheduleSpanShape = z.object({
  scheduleId: idShape.nullable(),
  operations: z.array(scheduledOperationShape),
  isCut: z.boolean().meta({ description: "there are more operations in the span than are answered at once" }),
  working: z
    .array(
      z.object({ workCenterIds: z.array(idShape), spans: z.array(z.object({ from: momentShape, to: momentShape })) }),
    )
    .meta({ description: "when work centres work" }),
});

export const scheduleReasonShape = z
  .object({
    code: z.string(),
    operation: z.string().meta({ description: "number and name of the operation that waits" }),
    start: momentShape.nullable(),
    place: z.string().meta({ description: "machine, partner, or material it waits for" }),
    behindNumber: z.string().meta({ description: "the work order it is behind" }),
    behindOperation: z.string(),
    until: z.string(),
    minutes: z.int(),
    days: z.int(),
  })
  .meta({ id: "ScheduleReason" });

export const scheduledOrderShape = z
  .object({
    workOrderId: idShape,
    number: z.string(),
    itemCode: codeShape,
    itemName: z.string(),
    firstOperation: z.int().nullable(),
    start: momentShape.nullable(),
    end: momentShape.nullable(),
    dueAt: momentShape,
    lateMinutes: z.int(),
    whyLate: z.array(scheduleReasonShape),
  })
  .meta({ id: "ScheduledOrder" });
export const scheduleOrdersQueryShape = z.object({
  search: z.string().max(100).optional(),
  late: z.stringbool().optional(),
});
export const scheduleOrdersShape = z.object({ orders: z.array(scheduledOrderShape), total: z.int() });

const place = { workCenterId: idShape, machine: z.coerce.number().int().min(1), start: momentShape };
const operation = { workOrderId: idShape, operationNumber: operationNumberShape };
export const schedulePreviewQueryShape = z.object({ ...operation, ...place });
export const scheduleMoveShape = z.object({ ...operation, ...place, version: versionShape });
export const scheduleUnpinShape = z.object({ ...operation, version: versionShape });
export const scheduleVersionShape = z.object({ version: versionShape });

export const scheduleConsequenceShape = z
  .object({
    start: momentShape,
    end: momentShape,
    notSooner: scheduleReasonShape.nullable().meta({ description: "why it cannot start when it was put" }),
    workMinutesBefore: z.int().meta({ description: "working minutes where it stands now" }),
    workMinutes: z.int().meta({ description: "working minutes where it is put: another work centre may take longer" }),
    operationCount: z.int().meta({ description: "operations that start or end at another time" }),
    orderCount: z.int(),
    becameLate: z.int(),
    inTimeAgain: z.int(),
    orders: z.array(
      z.object({
        workOrderId: idShape,
        number: z.string(),
        endBefore: momentShape.nullable(),
        end: momentShape.nullable(),
        dueAt: momentShape,
        changeMinutes: z.int(),
        lateMinutes: z.int(),
        becameLate: z.boolean(),
        isInTimeAgain: z.boolean(),
        why: scheduleReasonShape.nullable(),
      }),
    ),
  })
  .meta({ id: "ScheduleConsequence" });
export const scheduleAdoptionShape = z
  .object({
    operationCount: z.int().meta({ description: "operations that get other days or another work centre" }),
    orderCount: z.int(),
    movedCount: z.int().meta({ description: "operations that go to another work centre" }),
    moves: z.array(z.object({ fromId: idShape, toId: idShape, count: z.int() })),
    begunCount: z.int().meta({ description: "begun, so they stay where they are; the board has them elsewhere" }),
    notAlternativeCount: z
      .int()
      .meta({ description: "stay: the board has them at a work centre that does not stand in for their own any more" }),
  })
  .meta({ id: "ScheduleAdoption" });
