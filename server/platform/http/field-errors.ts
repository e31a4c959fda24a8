import type { z } from "zod";
import type { Refusal } from "../../../domain/shared/index.ts";

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a request's fields, as refusals a person can read. A shape may name its own code as the error
 * message (`DATE_INVALID`); otherwise the code follows from the kind of mistake.
 *
 * @param where the part of the request; the body's fields stand without a prefix, because that is what forms show
 */
export function fieldRefusals(issues: readonly Issue[], where: "params" | "query" | "body"): [Refusal, ...Refusal[]] {
  const refusals = issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    const field = where === "body" ? path : path ? `${where}.${path}` : where;
    // A shape may name its own code; the numbers its sentence needs are the issue's all the same.
    const code = /^[A-Z][A-Z0-9_]+$/.test(issue.message) ? { code: issue.message } : {};
    return { ...describe(issue), ...code, ...(field && { field }) };
  });
  const [first = { code: "REQUEST_INVALID" }, ...rest] = refusals;
  return [first, ...rest];
}

function describe(issue: Issue): Refusal {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? { code: "REQUIRED" }
        : { code: "TYPE_INVALID", values: { expected: issue.expected } };
    case "too_small":
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1
          ? { code: "REQUIRED" }
          : { code: "TOO_SHORT", values: { minimum: Number(issue.minimum) } };
      return issue.origin === "array"
        ? { code: "TOO_FEW", values: { minimum: Number(issue.minimum) } }
        : { code: "TOO_SMALL", values: { minimum: Number(issue.minimum) } };
    case "too_big":
      if (issue.origin === "string") return { code: "TOO_LONG", values: { maximum: Number(issue.maximum) } };
      return issue.origin === "array"
        ? { code: "TOO_MANY", values: { maximum: Number(issue.maximum) } }
        : { code: "TOO_BIG", values: { maximum: Number(issue.maximum) } };
    case "invalid_format":
      return issue.format === "uuid" ? { code: "ID_INVALID" } : { code: "FORMAT_INVALID" };
    case "invalid_value":
      return issue.input === undefined
        ? { code: "REQUIRED" }
        : { code: "CHOICE_INVALID", values: { choices: issue.values.map(String).join(", ") } };
    case "unrecognized_keys":
      return { code: "FIELD_UNKNOWN", values: { fields: issue.keys.join(", ") } };
    default:
      return { code: "FORMAT_INVALID" };
  }
}
