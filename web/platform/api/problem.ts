import type { components } from "../api.generated.d.ts";

export type Problem = components["schemas"]["Problem"];
export type FieldProblem = Problem["errors"][number];

/** The server said no: a refusal with code, sentence and places. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** The server could not be asked at all. Nothing is known of what became of the request. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("the server did not answer", { cause });
    this.name = "Unreachable";
  }
}

/** What an answer that is no success says; a proxy's page of HTML becomes a problem that names its status. */
export function toProblem(body: unknown, status: number, fallback: string): Problem {
  if (typeof body === "object" && body !== null && "code" in body && "detail" in body) return body as Problem;
  const code = status >= 502 && status <= 504 ? "SERVER_AWAY" : `STATUS_${status}`;
  return {
    type: `urn:musubi:problem:${code}`,
    title: fallback,
    status,
    detail: fallback,
    code,
    requestId: "",
    errors: [],
  };
}
