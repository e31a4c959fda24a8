import { z } from "zod";
import type { Refusal } from "../../../domain/shared/index.ts";
import type { Localize } from "./messages.ts";
import type { Locale } from "./route.ts";

const problemErrorShape = z.object({
  code: z.string(),
  detail: z.string().meta({ description: "the sentence to show" }),
  field: z.string().optional().meta({ description: "where it belongs", example: "lines.2.quantity" }),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A refusal as the API answers it (RFC 9457). `code` is stable; `detail` is in the caller's language. */
export const problemShape = z
  .object({
    type: z.string().meta({ example: "urn:musubi:problem:STALE_VERSION" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ example: "STALE_VERSION" }),
    requestId: z.string().meta({ description: "name it when you ask for help" }),
    errors: z.array(problemErrorShape).meta({ description: "every refusal; the first one gives code and status" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemShape>;

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Refusals as the problem to answer; the first refusal gives code, sentence and status. */
export function toProblem(
  refusals: readonly [Refusal, ...Refusal[]],
  request: { readonly locale: Locale; readonly requestId: string },
  statusOf: (code: string) => number,
  localize: Localize,
): Problem {
  const errors = refusals.map((refusal) => ({
    code: refusal.code,
    detail: localize(refusal, request.locale),
    ...(refusal.field !== undefined && { field: refusal.field }),
    ...(refusal.values && { values: { ...refusal.values } }),
  }));
  const first = errors[0]!;
  const status = statusOf(first.code);
  return {
    type: `urn:musubi:problem:${first.code}`,
    title: localize({ code: `STATUS_${status}` }, request.locale),
    status,
    detail: first.detail,
    code: first.code,
    requestId: request.requestId,
    errors,
  };
}
