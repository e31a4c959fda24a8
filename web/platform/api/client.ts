import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "../api.generated.d.ts";
import { currentLocale } from "../i18n/i18n.ts";
import { Refused, toProblem, Unreachable } from "./problem.ts";

export type { paths };

let actingCompany: string | null = null;
let onSignedOut: () => void = () => undefined;

/** The company every following request is made for. Set by the frame from the address, before its pages ask anything. */
export function actFor(companyId: string | null): void {
  actingCompany = companyId;
}

export function actingCompanyId(): string | null {
  return actingCompany;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then;
}

/** What every request says: whose books, which language. */
export function commonHeaders(): Record<string, string> {
  return {
    "Accept-Language": currentLocale(),
    ...(actingCompany !== null && { "Musubi-Company": actingCompany }),
  };
}

const speak: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(commonHeaders())) request.headers.set(name, value);
  },
  onError: ({ error }) =>
    error instanceof DOMException && error.name === "AbortError" ? error : new Unreachable(error),
};

/** The typed client. Pages use `useApi`, `useList` and `useCommand`; this is for what fits none of them. */
export const client = createClient<paths>({ baseUrl: window.location.origin, credentials: "same-origin" });
client.use(speak);

/** Gives the answer, or throws `Refused` with the server's problem. */
export function answerOf<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.response.ok) return result.data as T;
  const problem = toProblem(result.error, result.response.status, result.response.statusText);
  if (result.response.status === 401 && problem.code === "NOT_SIGNED_IN") onSignedOut();
  throw new Refused(problem);
}

/** Sends a form with files. */
export async function sendForm<T>(path: string, form: FormData, key?: string): Promise<T> {
  const headers = { ...commonHeaders(), ...(key && { "Idempotency-Key": key }) };
  const response = await fetch(path, { method: "POST", body: form, headers, credentials: "same-origin" }).catch(
    (error: unknown) => {
      throw new Unreachable(error);
    },
  );
  const body: unknown = await response.json().catch(() => undefined);
  return answerOf<T>({ data: body as T, error: body, response });
}
