import { z } from "zod";
import {
  codeShape,
  idShape,
  nameShape,
  noteShape,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  quantityShape,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { CHAIN_STANDINGS } from "./chain-standing.ts";
import { CHOICES, EARNINGS, FORMS } from "./dispatch-rule.ts";

/** Requests and answers of dispatch rules, groups, orders at the window, chains and their changes. */

const percentShape = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, { error: "PERCENT_INVALID" })
  .meta({ description: "per cent, exact decimal as text", example: "33.333333" });
const yieldShape = z
  .string()
  .regex(/^(1(\.0{1,6})?|0\.\d{1,6})$/, { error: "YIELD_INVALID" })
  .refine((text) => /[1-9]/.test(text), { error: "YIELD_INVALID" })
  .meta({ description: "good pieces out per piece in, above 0 and at most 1", example: "0.98" });
const stepNumberShape = z.int().min(1).max(9999);

const stepMemberShape = z.object({ memberId: idShape, sharePercent: percentShape });

export const dispatchStepShape = z
  .object({
    stepNumber: stepNumberShape,
    feedsStepNumber: stepNumberShape.nullable(),
    quantityPer: positiveQuantityShape,
    processCode: codeShape,
    processName: nameShape,
    code: z.string().trim().min(1, { error: "REQUIRED" }).max(80, { error: "TOO_LONG" }),
    unitDecimals: z.int().min(0).max(6),
    yield: yieldShape,
    leadTimeDays: z.int().min(0).max(999),
    weight: z.int().min(0).max(1_000_000),
    members: z.array(stepMemberShape).max(20),
  })
  .meta({ id: "DispatchStep" });

export const dispatchRuleInputShape = z.object({
  name: nameShape,
  groupId: idShape,
  itemId: idShape.nullable(),
  itemGroupCode: z.string().trim().max(40, { error: "TOO_LONG" }),
  priority: z.int().min(1).max(9999),
  form: z.enum(FORMS),
  earning: z.enum(EARNINGS),
  choice: z.enum(CHOICES),
  feePercent: percentShape,
  isAutomatic: z.boolean(),
  isActive: z.boolean(),
  steps: z.array(dispatchStepShape).max(200),
});
export const dispatchRuleChangeShape = dispatchRuleInputShape.extend({ version: versionShape });
export const dispatchRuleShape = dispatchRuleInputShape
  .extend({ id: idShape, itemCode: z.string(), itemName: z.string(), version: versionShape })
  .meta({ id: "DispatchRule" });
export const dispatchRuleRowShape = z
  .object({
    id: idShape,
    name: z.string(),
    itemCode: z.string(),
    itemName: z.string(),
    itemGroupCode: z.string(),
    priority: z.int(),
    form: z.enum(FORMS),
    earning: z.enum(EARNINGS),
    choice: z.enum(CHOICES),
    feePercent: z.string(),
    isAutomatic: z.boolean(),
    isActive: z.boolean(),
    stepCount: z.int(),
    memberCount: z.int(),
  })
  .meta({ id: "DispatchRuleRow" });

export const groupShape = z
  .object({
    id: idShape,
    name: z.string(),
    nameEn: z.string(),
    purpose: z.string(),
    foundedOn: plainDateShape,
    windowCompanyId: idShape,
    windowName: z.string(),
    isWindow: z.boolean().meta({ description: "the acting company is the group's window" }),
    isMember: z.boolean(),
    dispatchSignedOn: plainDateShape.nullable().meta({ description: "when the acting company signed dispatch" }),
    members: z.array(
      z.object({
        companyId: idShape,
        name: z.string(),
        joinedOn: plainDateShape,
        dispatchSignedOn: plainDateShape.nullable(),
        processCodes: z.array(z.string()),
        farEndSince: plainDateShape
          .nullable()
          .meta({ description: "since when the window lets it report what the maker took; shown to these two" }),
        reportWaits: z
          .boolean()
          .meta({ description: "a report of what the maker took waits for the window; shown to these two" }),
        isSelf: z.boolean(),
      }),
    ),
  })
  .meta({ id: "CompanyGroup" });

const byHandShape = z.object({
  lineNumber: z.int().min(1),
  ruleId: idShape.optional(),
  members: z
    .array(z.object({ stepNumber: stepNumberShape, members: z.array(stepMemberShape).min(1).max(20) }))
    .default([]),
});

/** An order as it came from the maker. */
export const windowOrderShape = z.object({
  partnerId: idShape.meta({ description: "the maker's card" }),
  orderedOn: plainDateShape.optional().meta({ description: "today unless said" }),
  outsideNumber: z.string().trim().max(60).default(""),
  title: z.string().trim().max(200).default(""),
  deliverTo: z.string().trim().max(200).default(""),
  dispatch: z.enum(["automatic", "never"]).default("automatic").meta({
    description: "automatic: cascades at once when every line's rule is automatic and the chain makes the wanted date",
  }),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1).max(9999).optional().meta({ description: "its place in the order unless said" }),
        item: z.string().trim().min(1, { error: "REQUIRED" }).max(80),
        description: z.string().trim().max(200).optional(),
        quantity: positiveQuantityShape,
        unit: z.string().trim().max(20).optional(),
        unitPrice: priceShape.optional().meta({ description: "the agreed price unless said" }),
        wantedOn: plainDateShape,
      }),
    )
    .min(1, { error: "REQUIRED" })
    .max(500),
});
export type WindowOrder = z.output<typeof windowOrderShape>;

const reasonShape = z.object({
  code: z.string().meta({ description: "as in refusals: its text stands in the message files" }),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const dispatchedShape = z
  .object({
    tradeId: idShape,
    number: z.string(),
    chainId: idShape.nullable().meta({ description: "null: it waits for a person at the window" }),
    chainNumber: z.string().nullable(),
    tradeCount: z.int(),
    stepCount: z.int(),
    waitingCount: z.int().meta({ description: "steps that wait for their member's confirmation" }),
    promisedOn: plainDateShape.nullable(),
    reasons: z
      .array(reasonShape.extend({ lineNumber: z.int() }))
      .meta({ description: "why it was not dispatched at once" }),
  })
  .meta({ id: "Dispatched" });

export const dispatchOptionsShape = z.object({
  lineNumbers: z.array(z.int().min(1)).max(500).optional().meta({ description: "all open lines unless said" }),
  byHand: z.array(byHandShape).max(500).default([]),
  fromStock: z
    .array(z.object({ lineNumber: z.int().min(1), quantity: quantityShape }))
    .max(500)
    .default([])
    .meta({ description: "how much of a line is taken from the window's own stock, in the order's unit" }),
});

export const plannedStepShape = z.object({
  stepNumber: z.int(),
  part: z.int(),
  feedsStepNumber: z.int().nullable(),
  processCode: z.string(),
  processName: z.string(),
  sellerId: idShape,
  sellerName: z.string(),
  buyerId: idShape,
  buyerName: z.string(),
  code: z.string(),
  startQuantity: quantityShape,
  quantity: quantityShape,
  yield: z.string(),
  startsOn: plainDateShape,
  wantedOn: plainDateShape,
  kind: z.enum(["trade", "own_work", "inside"]),
  amountYen: yenShape.nullable().meta({ description: "only where the group signed shares by weight" }),
  earningYen: yenShape.nullable(),
  answer: z.enum(["ready", "person", "impossible", "own"]),
  reason: reasonShape.nullable(),
});
export const dispatchPreviewShape = z
  .object({
    tradeId: idShape,
    number: z.string(),
    partnerName: z.string(),
    orderedOn: plainDateShape,
    state: z.enum(["ready", "person", "impossible"]).meta({ description: "the worst step's answer" }),
    tradeCount: z.int(),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        itemCode: z.string(),
        description: z.string(),
        quantity: quantityShape,
        unit: z.string(),
        wantedOn: plainDateShape,
        amountYen: yenShape,
        rule: z.string().nullable(),
        ruleId: idShape.nullable(),
        form: z.enum(FORMS).nullable(),
        feeYen: yenShape.nullable(),
        promisedOn: plainDateShape.nullable(),
        isLate: z.boolean(),
        problems: z.array(reasonShape),
        stock: z
          .object({
            free: quantityShape.meta({ description: "what can be taken for this line" }),
            onHand: quantityShape,
            reserved: quantityShape.meta({ description: "promised to others" }),
            keptElsewhere: quantityShape,
            taken: quantityShape,
            made: quantityShape.meta({ description: "what the steps have still to make" }),
          })
          .meta({ description: "the window's own stock of the item, in the order's unit" }),
        steps: z.array(plannedStepShape),
      }),
    ),
    recipients: z
      .array(z.object({ companyId: idShape, name: z.string(), stepCount: z.int() }))
      .meta({ description: "who will see their own steps: item, quantity, date" }),
  })
  .meta({ id: "DispatchPreview" });

const relationShape = z.enum(["step", "own", "neighbour", "others"]);
export const chainRowShape = z
  .object({
    id: idShape,
    number: z.string(),
    role: z.enum(["window", "member"]),
    tradeId: idShape,
    partnerName: z.string(),
    outsideNumber: z.string(),
    orderedOn: plainDateShape,
    wantedOn: plainDateShape.nullable(),
    promisedOn: plainDateShape.nullable().meta({ description: "the latest day promised of a line still ordered" }),
    unansweredCount: z.int().meta({ description: "lines not promised yet: the whole may come later than promisedOn" }),
    state: z.enum(CHAIN_STANDINGS).meta({ description: "of the order as a whole; the chain's own page says the same" }),
    lineCount: z.int(),
    stepCount: z.int(),
    doneCount: z.int(),
    totalYen: yenShape,
  })
  .meta({ id: "ChainRow" });
export const waitingOrderShape = z
  .object({
    tradeId: idShape,
    number: z.string(),
    partnerName: z.string(),
    outsideNumber: z.string(),
    orderedOn: plainDateShape,
    wantedOn: plainDateShape.nullable(),
    totalYen: yenShape,
    lineCount: z.int(),
  })
  .meta({ id: "WaitingOrder" });
/** A step nobody does, or one too late for the date the maker was promised. */
export const stuckStepShape = z
  .object({
    chainId: idShape,
    chainNumber: z.string(),
    tradeId: idShape,
    makerName: z.string(),
    chainLineNumber: z.int(),
    stepNumber: z.int(),
    part: z.int(),
    processName: z.string(),
    memberId: idShape,
    memberName: z.string(),
    buyerName: z.string(),
    code: z.string(),
    state: z.enum(["declined", "countered", "cancelled", "expired", "withdrawn", "late"]),
    wantedOn: plainDateShape,
    promisedOn: plainDateShape.nullable(),
    makerWantedOn: plainDateShape,
    makerPromisedOn: plainDateShape.nullable(),
    readyOn: plainDateShape.nullable().meta({ description: "when the chain can be ready as it stands" }),
  })
  .meta({ id: "StuckStep" });
export const askAgainShape = z.object({
  lineNumber: z.int().min(1),
  stepNumber: z.int().min(1),
  part: z.int().min(1).default(1),
  memberId: idShape,
  wantedOn: plainDateShape,
});
export const askedAgainShape = z.object({ tradeId: idShape, state: z.enum(["placed", "confirmed"]) });
export const chainStepShape = z.object({
  chainLineNumber: z.int(),
  stepNumber: z.int(),
  part: z.int(),
  feedsStepNumber: z.int().nullable(),
  relation: relationShape,
  processName: z.string(),
  companyId: idShape.nullable(),
  companyName: z.string(),
  buyerId: idShape.nullable(),
  buyerName: z.string(),
  code: z.string(),
  quantity: quantityShape.nullable(),
  wantedOn: plainDateShape,
  promisedOn: plainDateShape.nullable(),
  state: z.string(),
  shipped: quantityShape.nullable(),
  accepted: quantityShape.nullable(),
  shareDone: z.string().nullable(),
  tradeId: idShape.nullable(),
  isLate: z.boolean(),
});
const chainChangeState = z.enum(["proposed", "agreed", "applied", "declined", "expired", "withdrawn"]);
const consentState = z.enum(["asked", "agreed", "declined"]);
export const chainShape = z
  .object({
    id: idShape,
    number: z.string(),
    role: z.enum(["window", "member"]),
    form: z.enum(FORMS).nullable(),
    state: z.enum(CHAIN_STANDINGS),
    tradeId: idShape.nullable(),
    partnerName: z.string(),
    outsideNumber: z.string(),
    orderedOn: plainDateShape.nullable(),
    totalYen: yenShape.nullable(),
    fee: z
      .object({
        salesYen: yenShape,
        purchasesYen: yenShape,
        feeYen: yenShape,
        acceptedSalesYen: yenShape,
        acceptedPurchasesYen: yenShape,
        acceptedFeeYen: yenShape,
      })
      .nullable()
      .meta({ description: "the window's own: what it sells less what it buys, as ordered and as accepted so far" }),
    promisedOn: plainDateShape.nullable(),
    unansweredCount: z.int().meta({ description: "lines not promised yet; the list says the same" }),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        code: z.string(),
        description: z.string(),
        quantity: quantityShape.nullable(),
        unit: z.string(),
        wantedOn: plainDateShape.nullable(),
        promisedOn: plainDateShape.nullable(),
        state: z.string(),
        amountYen: yenShape.nullable(),
        shipped: quantityShape.nullable(),
        accepted: quantityShape.nullable(),
        fromStock: quantityShape.nullable().meta({ description: "taken from the window's own stock at the dispatch" }),
      }),
    ),
    steps: z.array(chainStepShape),
    changes: z.array(
      z.object({
        id: idShape,
        number: z.string(),
        reason: z.string(),
        state: chainChangeState,
        proposedAt: z.string(),
        expiresOn: plainDateShape.nullable(),
        costYen: yenShape,
        consents: z.array(
          z.object({
            memberId: idShape,
            memberName: z.string(),
            state: consentState,
            byRule: z.boolean(),
            costYen: yenShape,
            words: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Chain" });

export const chainChangeInputShape = z.object({
  reason: noteShape.default(""),
  expiresOn: plainDateShape.optional(),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        isCancel: z.boolean().default(false),
        newQuantity: positiveQuantityShape.optional().meta({ description: "in the order's unit" }),
        newWantedOn: plainDateShape.optional(),
      }),
    )
    .min(1, { error: "REQUIRED" })
    .max(500),
});
const stepChangeShape = z.object({
  chainLineNumber: z.int(),
  stepNumber: z.int(),
  part: z.int(),
  processName: z.string(),
  sellerName: z.string(),
  buyerName: z.string(),
  isCancel: z.boolean(),
  quantity: quantityShape,
  newQuantity: quantityShape.nullable(),
  wantedOn: plainDateShape,
  newWantedOn: plainDateShape.nullable(),
});
export const chainChangePreviewShape = z.object({
  steps: z.array(stepChangeShape),
  promisedOn: plainDateShape.nullable(),
  isLate: z.boolean(),
  askedNames: z.array(z.string()).meta({ description: "members that will be asked" }),
});
export const chainChangeShape = z.object({
  id: idShape,
  number: z.string(),
  state: chainChangeState,
  askedCount: z.int(),
  agreedCount: z.int(),
});
export const chainChangeAnswerShape = z.object({
  agree: z.boolean(),
  costYen: z
    .string()
    .regex(/^\d{1,15}$/, { error: "YEN_INVALID" })
    .default("0"),
  words: z.string().trim().max(1000).default(""),
});
/** A proposal in a member's inbox: only the lines of its own trades. */
export const chainChangeInboxShape = z
  .object({
    id: idShape,
    chainId: idShape.nullable(),
    number: z.string(),
    windowName: z.string(),
    reason: z.string(),
    state: consentState,
    requestState: z.string(),
    byRule: z.boolean(),
    costYen: yenShape,
    words: z.string(),
    askedAt: z.string(),
    expiresOn: plainDateShape.nullable(),
    lines: z.array(
      z.object({
        tradeId: idShape,
        lineNumber: z.int(),
        side: z.enum(["S", "B"]),
        partnerName: z.string(),
        code: z.string(),
        description: z.string(),
        unit: z.string(),
        quantity: quantityShape,
        newQuantity: quantityShape.nullable(),
        wantedOn: plainDateShape,
        newWantedOn: plainDateShape.nullable(),
        isCancel: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ChainChangeInbox" });

/** What the maker's inspection said of goods that went straight from the last step to it. */
export const farEndShape = z.object({
  deliveryId: idShape.meta({ description: "the member's delivery to the window" }),
  judgedOn: plainDateShape.optional(),
  carrier: z.string().trim().max(100).default(""),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        accepted: quantityShape,
        rejected: quantityShape.default("0"),
        reason: z.string().trim().max(500).default(""),
      }),
    )
    .min(1)
    .max(500),
});
/** The same, as the member of the last step heard it at the maker's door: its word, which the window books. */
export const farEndReportShape = farEndShape.omit({ carrier: true });
export const farEndPermissionShape = z.object({ memberId: idShape, isAllowed: z.boolean() });
const farEndWordShape = z.object({
  lineNumber: z.int(),
  accepted: quantityShape,
  rejected: quantityShape,
  reason: z.string(),
});
/** A member's own delivery whose inspection at the maker it may report. */
export const ownFarEndRowShape = z
  .object({
    deliveryId: idShape,
    number: z.string(),
    windowName: z.string(),
    shippedOn: plainDateShape,
    isAllowed: z.boolean().meta({ description: "the window lets us report" }),
    reportId: idShape.nullable(),
    state: z
      .enum(["reported", "applied", "corrected", "overtaken", "declined", "withdrawn"])
      .nullable()
      .meta({ description: "how the last report stands; null before the first" }),
    words: z.string().meta({ description: "the window's, where it sent the report back" }),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        code: z.string(),
        description: z.string(),
        unit: z.string(),
        quantity: quantityShape,
        open: quantityShape,
      }),
    ),
  })
  .meta({ id: "OwnFarEndRow" });
/** Goods on their way from a last step straight to the maker, and what of them the maker has still to inspect. */
export const farEndRowShape = z
  .object({
    deliveryId: idShape,
    number: z.string(),
    sellerName: z.string().meta({ description: "the member of the last step" }),
    makerName: z.string(),
    deliverTo: z.string(),
    chainId: idShape,
    chainNumber: z.string(),
    orderNumber: z.string(),
    outsideNumber: z.string(),
    shippedOn: plainDateShape,
    expectedOn: plainDateShape.nullable(),
    report: z
      .object({ id: idShape, judgedOn: plainDateShape, reportedAt: z.string(), lines: z.array(farEndWordShape) })
      .nullable()
      .meta({ description: "what the member says the maker took; the window books it or sends it back" }),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        originLineNumber: z.int(),
        code: z.string(),
        description: z.string(),
        unit: z.string(),
        quantity: quantityShape,
        open: quantityShape.meta({
          description: "shipped and not yet accepted or rejected, in the unit of the delivery",
        }),
      }),
    ),
  })
  .meta({ id: "FarEndRow" });
export const farEndDoneShape = z.object({ deliveryId: idShape.nullable(), number: z.string().nullable() });
