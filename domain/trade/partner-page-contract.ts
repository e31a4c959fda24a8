import { z } from "zod";
import { idShape, plainDateShape, priceShape, quantityShape, yenShape } from "../shared/index.ts";

/** It takes the order as it stands, will not do it, or has a question. */
const answerKindShape = z.enum(["accepts", "declines", "asks"]);

/** What a partner without an account sees by its link, and may say. */
export const partnerPageShape = z
  .object({
    company: z.string(),
    companyAddress: z.string(),
    registrationNumber: z.string().nullable(),
    number: z.string(),
    outsideNumber: z.string(),
    orderedOn: plainDateShape,
    title: z.string(),
    side: z.enum(["S", "B"]),
    partner: z.object({ name: z.string(), address: z.string() }).nullable(),
    deliverTo: z.string(),
    answer: z
      .object({ words: z.string(), kind: answerKindShape, promisedOn: z.string().nullable(), name: z.string() })
      .nullable(),
    answeredAt: z.string().nullable(),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        code: z.string(),
        description: z.string(),
        quantity: quantityShape,
        unit: z.string(),
        unitPrice: priceShape,
        amountYen: yenShape,
        taxCategory: z.string(),
        wantedOn: plainDateShape,
        promisedOn: plainDateShape.nullable(),
        state: z.string(),
      }),
    ),
  })
  .meta({ id: "PartnerPage" });
export const partnerPageQueryShape = z.object({ token: z.string().min(20).max(100) });
export const answerPartnerPageShape = partnerPageQueryShape.extend({
  kind: answerKindShape,
  promisedOn: plainDateShape.nullable(),
  name: z.string().trim().min(1, { error: "REQUIRED" }).max(100, { error: "TOO_LONG" }),
  words: z.string().trim().max(1000, { error: "TOO_LONG" }),
});
export const createPartnerPageShape = z.object({ days: z.int().min(1).max(180).default(30) });
export const createdPartnerPageShape = z.object({
  id: idShape,
  /** Shown once: only a hash is kept. */
  token: z.string(),
  expiresAt: z.string(),
});
