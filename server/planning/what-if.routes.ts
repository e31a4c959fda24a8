import {
  type WhatIfChange,
  whatIfAnswerShape,
  whatIfAppliedShape,
  whatIfApplyInputShape,
  whatIfApplyPreviewInputShape,
  whatIfApplyPreviewShape,
  whatIfQuestionShape,
} from "../../domain/planning/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { answerWhatIf } from "./what-if.service.ts";
import { applyWhatIf, previewApply } from "./what-if-apply.service.ts";

/** Reading all of a large company's records takes longer than a page view may. */
const PATIENCE = { patienceSeconds: 120 };
const permission = "planning.plan";

export const whatIfRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/what-if",
    kind: "read",
    permission,
    summary: { en: "What if: the plan as it stands against the plan with assumed changes", ja: "もしも比較" },
    body: whatIfQuestionShape,
    response: whatIfAnswerShape,
    ...PATIENCE,
    handler: ({ tx, body, today }) => answerWhatIf(tx, body.changes as WhatIfChange[], today),
  }),
  defineRoute({
    method: "POST",
    url: "/what-if/apply-preview",
    kind: "read",
    permission,
    summary: { en: "What applying assumed changes would write", ja: "もしも比較：反映の内容を確認する" },
    body: whatIfApplyPreviewInputShape,
    response: whatIfApplyPreviewShape,
    ...PATIENCE,
    handler: ({ tx, body, today }) => previewApply(tx, body, today),
  }),
  defineRoute({
    method: "POST",
    url: "/what-if/apply",
    kind: "command",
    permission,
    summary: { en: "Carry assumed changes into the records", ja: "もしも比較：変更を反映する" },
    body: whatIfApplyInputShape,
    response: whatIfAppliedShape,
    ...PATIENCE,
    handler: ({ tx, body, today }) => applyWhatIf(tx, body, today),
  }),
];
