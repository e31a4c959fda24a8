import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  priceShape,
  quantityShape,
  versionShape,
  wantedQuantityShape,
  yenShape,
} from "../shared/index.ts";

/**
 * Request and response shapes of planning. A planned order is known by its number, which it keeps from plan to plan as long as it is needed; the
 * run beside it says which plan it was seen in.
 */
export const seqShape = z.int().min(0);
const supplyShape = z.enum(["make", "buy", "subcontract"]);

/** Days a plan reaches: at the least, at the most, and where nobody says, which is as far as dates are promised: eighteen months. */
export const HORIZON = { least: 7, most: 1100, usual: 548 } as const;

export const planRunInputShape = z.object({
  planFrom: plainDateShape.optional().meta({ description: "today when absent" }),
  horizonDays: z.int().min(HORIZON.least).max(HORIZON.most).default(HORIZON.usual),
});
export const refusalShape = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  field: z.string().optional(),
});
export const planRunShape = z
  .object({
    id: idShape,
    number: z.string(),
    planFrom: plainDateShape,
    horizonDays: z.int(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    state: z.enum(["running", "done", "failed"]),
    stage: z.enum(["waiting", "loading", "planning", "saving", "finished"]),
    isCurrent: z.boolean(),
    cause: z
      .enum(["asked", "day", "change"])
      .meta({ description: "a person asked, its day was over, or what changed could not be followed" }),
    summary: z.object({
      orderCount: z.int().optional(),
      pastDueCount: z.int().optional(),
      exceptionCount: z.int().optional(),
      pegCount: z.int().optional(),
      elapsedMs: z.int().optional(),
    }),
    refusals: z.array(refusalShape).meta({ description: "why the run failed" }),
  })
  .meta({ id: "PlanRun" });
/** `current` is the plan people work with; `latest` may be on its way, or have failed. */
export const planRunsShape = z.object({
  current: planRunShape.nullable(),
  latest: planRunShape.nullable(),
  followedAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: "when the current plan was last brought up to what happened" }),
});

export const plannedOrderStateShape = z.enum(["proposed", "edited", "converted", "discarded"]);
export const plannedOrderShape = z
  .object({
    runId: idShape,
    seq: seqShape,
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    supply: supplyShape,
    partnerId: idShape.nullable(),
    partnerName: z.string().nullable(),
    quantity: quantityShape.meta({ description: "what is started or ordered" }),
    expectedQuantity: quantityShape.meta({ description: "what of it is expected to be good" }),
    unit: codeShape,
    startOn: plainDateShape,
    dueOn: plainDateShape,
    wantedStartOn: plainDateShape.meta({ description: "before the plan's first day when past due" }),
    isPastDue: z.boolean(),
    orderKey: idShape.nullable().meta({ description: "the value chain it is bound to" }),
    state: plannedOrderStateShape,
    convertedKind: z.enum(["work_order", "trade"]).nullable(),
    convertedId: idShape.nullable(),
    version: versionShape,
  })
  .meta({ id: "PlannedOrder" });
export const plannedOrderListQueryShape = listQueryShape.extend({
  supply: supplyShape.optional(),
  itemId: idShape.optional(),
  partnerId: idShape.optional(),
  isPastDue: z.stringbool().optional(),
  state: z.enum(["open", "proposed", "edited", "converted", "discarded", "all"]).default("open"),
  startFrom: plainDateShape.optional(),
  startTo: plainDateShape.optional(),
});
export const plannedOrderPageShape = pageShape(plannedOrderShape);
export const plannedOrderEditShape = z.object({
  version: versionShape,
  quantity: wantedQuantityShape,
  startOn: plainDateShape,
  dueOn: plainDateShape,
  partnerId: idShape.nullable(),
});
export const plannedOrderDiscardShape = z.object({
  runId: idShape,
  seqs: z.array(seqShape).min(1, { error: "NOTHING_CHOSEN" }).max(5000),
});

/** A record outside the plan, as people know it. */
export const recordRefShape = z.object({
  kind: z.enum(["purchase", "work_order", "step", "sales", "forecast", "promise", "request", "order_draft"]),
  id: idShape,
  line: z.int().nullable(),
  number: z.string(),
  partnerName: z.string().nullable(),
  side: z.enum(["S", "B"]).nullable().meta({ description: "of a trade: whose order it is to open" }),
});
export const plannedRefShape = z.object({ kind: z.literal("planned"), seq: seqShape });

/** One step of the answer to "why?"; a planned order has reasons of its own. */
export const pegStepShape = z
  .object({
    quantity: quantityShape,
    neededOn: plainDateShape,
    reason: z.union([
      z.object({ kind: z.literal("safety") }),
      recordRefShape,
      z.object({
        kind: z.literal("planned"),
        order: plannedOrderShape,
        get because() {
          return z.array(pegStepShape);
        },
      }),
    ]),
  })
  .meta({ id: "PegStep" });
export const plannedOrderExplanationShape = z.object({
  order: plannedOrderShape,
  because: z.array(pegStepShape),
  beyondNeed: quantityShape,
  demands: z.array(recordRefShape.extend({ itemId: idShape, neededOn: plainDateShape })),
  isCut: z.boolean().meta({ description: "the chains are longer than told" }),
});

export type ExplanationAnswer = z.input<typeof plannedOrderExplanationShape>;

/** What is expected to come and go of one item, and what would be at hand after each. */
export const itemTimelineShape = z.object({
  itemId: idShape,
  itemCode: codeShape,
  itemName: z.string(),
  unit: codeShape,
  planFrom: plainDateShape,
  planTo: plainDateShape,
  onHand: quantityShape,
  safetyStock: quantityShape,
  events: z.array(
    z.object({
      onDate: plainDateShape,
      what: z.enum(["receipt", "demand", "planned_receipt", "planned_need"]),
      quantity: quantityShape.meta({ description: "negative when it goes" }),
      balance: quantityShape,
      seq: seqShape.nullable().meta({ description: "the planned order that brings or needs it" }),
      orderItemCode: codeShape.nullable().meta({ description: "what that planned order makes" }),
      record: recordRefShape.nullable(),
    }),
  ),
  releases: z
    .array(z.object({ seq: seqShape, onDate: plainDateShape, quantity: quantityShape, dueOn: plainDateShape }))
    .meta({ description: "the item's planned orders by their start: what is started or ordered" }),
});

export type ItemTimelineAnswer = z.input<typeof itemTimelineShape>;

/** One end of a peg, as it is asked about: a planned order by `seq`, a record by `id` and line; stock and safety stock by their item alone. */
const PEG_ENDS = [
  "planned",
  "purchase",
  "work_order",
  "step",
  "sales",
  "forecast",
  "promise",
  "stock",
  "safety",
] as const;
export const pegQuestionShape = z.object({
  direction: z
    .enum(["up", "down"])
    .meta({ description: "up: what a supply is for; down: what a demand is covered by" }),
  kind: z.enum(PEG_ENDS),
  seq: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  id: idShape.optional(),
  line: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
});
export type PegQuestion = z.output<typeof pegQuestionShape>;
const itemNameShape = z.object({ itemId: idShape, itemCode: codeShape, itemName: z.string(), unit: codeShape });
export const pegLevelShape = z.object({
  groups: z
    .array(
      itemNameShape.extend({
        quantity: quantityShape.meta({ description: "the sum of the nodes" }),
        rest: quantityShape.meta({ description: "of what was asked about: nobody's (up), covered by nothing (down)" }),
        nodes: z.array(
          itemNameShape.extend({
            kind: z.enum(PEG_ENDS),
            quantity: quantityShape.meta({ description: "so much of the group's item" }),
            whole: quantityShape.nullable().meta({ description: "all of the order or record" }),
            neededOn: plainDateShape,
            availableOn: plainDateShape.nullable(),
            isLate: z.boolean(),
            order: plannedOrderShape.nullable(),
            record: recordRefShape.nullable(),
            workState: z.string().nullable().meta({ description: "state of a work order" }),
            canOpen: z.boolean().meta({ description: "there may be a next level" }),
          }),
        ),
      }),
    )
    .meta({ description: "by item" }),
  isCut: z.boolean().meta({ description: "there are more than told" }),
});
export type PegLevelAnswer = z.input<typeof pegLevelShape>;

export const endangeredQuestionShape = z.object({
  kind: z.enum(["purchase", "work_order", "step"]),
  id: idShape,
  line: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  arrivesOn: plainDateShape,
});
export const endangeredShape = z.object({
  arrivesOn: plainDateShape,
  isCut: z.boolean(),
  demands: z.array(
    itemNameShape.extend({
      record: recordRefShape,
      quantity: quantityShape,
      neededOn: plainDateShape,
      possibleOn: plainDateShape,
    }),
  ),
});
export type EndangeredAnswer = z.input<typeof endangeredShape>;

export const conversionInputShape = z.object({
  runId: idShape,
  choices: z
    .array(
      z.object({
        seq: seqShape,
        quantity: wantedQuantityShape.optional(),
        startOn: plainDateShape.optional(),
        dueOn: plainDateShape.optional(),
        partnerId: idShape.optional(),
      }),
    )
    .min(1, { error: "NOTHING_CHOSEN" })
    .max(5000),
});
const noticeShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("starts_in_past"), wantedStartOn: plainDateShape }),
  z.object({ kind: z.literal("less_than_needed"), lacking: quantityShape }),
  z.object({ kind: z.literal("later_than_needed"), neededOn: plainDateShape }),
  z.object({ kind: z.literal("needed_by_unconverted"), seqs: z.array(seqShape) }),
]);
const conversionLineShape = plannedOrderShape
  .pick({ seq: true, itemId: true, itemCode: true, unit: true, startOn: true, dueOn: true, orderKey: true })
  .extend({
    quantity: quantityShape,
    notices: z.array(noticeShape),
    orderedQuantity: quantityShape.nullable().meta({ description: "in the unit it is bought in" }),
    orderedUnit: codeShape.nullable(),
    unitPrice: priceShape.nullable(),
    amountYen: yenShape.nullable(),
    refusals: z.array(refusalShape).meta({ description: "why it cannot be converted as it is" }),
  });
export const conversionPreviewShape = z.object({
  documents: z.array(
    z.object({
      kind: z.enum(["work_order", "purchase_order", "subcontract_order"]),
      partnerId: idShape.nullable(),
      partnerName: z.string().nullable(),
      isShared: z.boolean().meta({ description: "the partner sees the order at once" }),
      lines: z.array(conversionLineShape),
    }),
  ),
});
export type ConversionPreview = z.input<typeof conversionPreviewShape>;
export const conversionResultShape = z.object({
  workOrders: z.array(z.object({ seq: seqShape, id: idShape, number: z.string() })),
  trades: z.array(z.object({ id: idShape, number: z.string(), partnerName: z.string(), seqs: z.array(seqShape) })),
});

export const forecastInputShape = z
  .object({
    itemId: idShape,
    partnerId: idShape.nullable(),
    periodFrom: plainDateShape,
    periodTo: plainDateShape,
    quantity: wantedQuantityShape,
    isFirm: z.boolean().default(false),
  })
  .refine((forecast) => forecast.periodTo >= forecast.periodFrom, { error: "PERIOD_REVERSED", path: ["periodTo"] });
export const forecastUpdateShape = forecastInputShape.safeExtend({ version: versionShape });
export const forecastShape = z
  .object({
    id: idShape,
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    unit: codeShape,
    partnerId: idShape.nullable(),
    partnerCode: z.string().nullable(),
    partnerName: z.string().nullable(),
    periodFrom: plainDateShape,
    periodTo: plainDateShape,
    quantity: quantityShape,
    isFirm: z.boolean(),
    version: versionShape,
  })
  .meta({ id: "Forecast" });
export const forecastPageShape = pageShape(forecastShape);
export const forecastListQueryShape = listQueryShape.extend({
  itemId: idShape.optional(),
  partnerId: idShape.optional(),
  isOver: z.stringbool().optional().meta({ description: "those whose period is over too" }),
});

export const loadShape = z.object({
  weeks: z.array(z.object({ from: plainDateShape, to: plainDateShape })),
  centers: z.array(
    z.object({
      id: idShape,
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      hasCalendar: z.boolean().meta({ description: "false: neither it nor the company has one, so it gives nothing" }),
      weeks: z
        .array(z.object({ orderMinutes: z.int(), planMinutes: z.int(), capacityMinutes: z.int() }))
        .meta({ description: "one for each week: work orders, proposals of the plan, and what the centre can give" }),
    }),
  ),
});
