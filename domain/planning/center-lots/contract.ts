import { z } from "zod";
import { codeShape, idShape, plainDateShape, priceShape, quantityShape, yenShape } from "../../shared/index.ts";

/** Request and response shapes of capacity-aware lots. A question writes nothing; applying it asks again and compares. */
const LOT_WEEKS = { usual: 8, most: 16 } as const;
const weeksShape = z.coerce.number().int().min(2).max(LOT_WEEKS.most).default(LOT_WEEKS.usual);
const notNegativeYen = yenShape.refine((text) => !text.startsWith("-"), { error: "YEN_INVALID" });
const minutesShape = z.number().meta({ description: "minutes" });
const item = { itemId: idShape, itemCode: codeShape, itemName: z.string() };
const seqShape = z.int();
const byWeek = (what: string) =>
  z.array(quantityShape).meta({ description: `${what}, week by week, in the item's unit` });

export const centerOfferQueryShape = z.object({ weeks: weeksShape });
export const centerOfferShape = z
  .object({
    center: z.object({ id: idShape, code: z.string(), name: z.string(), nameEn: z.string() }),
    weeks: z.array(
      z.object({
        from: plainDateShape,
        to: plainDateShape,
        capacityMinutes: minutesShape,
        fixedMinutes: minutesShape.meta({ description: "minutes of work orders and of what cannot be put otherwise" }),
        openMinutes: minutesShape.meta({ description: "minutes of proposals that may be put otherwise" }),
      }),
    ),
    items: z.array(
      z.object({
        ...item,
        unit: codeShape,
        setupMinutes: minutesShape,
        runMinutesPerUnit: minutesShape,
        setupCostYen: notNegativeYen.nullable().meta({ description: "as the item says; null: it does not" }),
        holdingCostYenPerYear: priceShape.nullable().meta({ description: "of one, as the item says" }),
        lotCount: z.int(),
        quantity: byWeek("needed"),
        earliestWeek: z.int().meta({ description: "the first week it may be made in: material, lead time, fence" }),
      }),
    ),
    kept: z.array(
      z.object({
        ...item,
        because: z.enum(["order_bound", "uses_other", "past_due", "too_soon"]),
        usesItemCode: codeShape.nullable().meta({ description: "the other item made here that it uses" }),
      }),
    ),
  })
  .meta({ id: "CenterOffer" });

export const lotsQuestionShape = z.object({
  weeks: weeksShape,
  setupYenPerHour: notNegativeYen
    .nullable()
    .default(null)
    .meta({ description: "of an hour of setting up, for items without a cost of their own" }),
  costs: z
    .array(
      z.object({
        itemId: idShape,
        setupCostYen: notNegativeYen.nullable().default(null),
        holdingCostYenPerYear: priceShape.nullable().default(null),
      }),
    )
    .max(1000)
    .default([])
    .meta({ description: "said for this question; null: as the item says" }),
  keptItemIds: z.array(idShape).max(1000).default([]).meta({ description: "items that stay as planned" }),
});

const figuresShape = z.object({
  lotCount: z.int(),
  setupMinutes: minutesShape,
  setupYen: yenShape,
  holdingYen: yenShape,
  totalYen: yenShape,
  loadMinutes: z.array(minutesShape),
});
const orderShape = z.object({
  ...item,
  unit: codeShape,
  seq: seqShape.nullable().meta({ description: "the proposal that becomes it; null: a new number" }),
  quantity: quantityShape,
  startOn: plainDateShape,
  dueOn: plainDateShape,
  neededOn: plainDateShape.meta({ description: "when the first of its needs is due" }),
  covers: z.array(seqShape),
  isBelowMinimum: z.boolean(),
});
export const centerLotsShape = z
  .object({
    weeks: z.array(z.object({ from: plainDateShape, to: plainDateShape, capacityMinutes: minutesShape })),
    before: figuresShape,
    after: figuresShape,
    leastYen: yenShape.meta({ description: "no lots within capacity cost less" }),
    gapPercent: z.number().meta({ description: "how far it can be above the cheapest possible at most" }),
    items: z.array(
      z.object({ ...item, unit: codeShape, before: byWeek("as planned"), after: byWeek("made"), isOther: z.boolean() }),
    ),
    orders: z.array(orderShape),
    gone: z.array(z.object({ ...item, seq: seqShape })).meta({ description: "proposals their lots take the place of" }),
    seen: z.string().meta({ description: "sent back when it is applied: what has changed since is refused" }),
  })
  .meta({ id: "CenterLots" });
export const lotsApplyShape = lotsQuestionShape.extend({ seen: z.string().min(1).max(100) });
export const lotsAppliedShape = z.object({
  runId: idShape,
  orders: z.array(z.object({ ...item, seq: seqShape, quantity: quantityShape, dueOn: plainDateShape })),
});
export type CenterOfferAnswer = z.infer<typeof centerOfferShape>;
export type CenterLotsAnswer = z.infer<typeof centerLotsShape>;
export type LotsApplied = z.infer<typeof lotsAppliedShape>;
