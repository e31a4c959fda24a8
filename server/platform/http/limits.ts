import type {} from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type {} from "./fastify-types.ts";

/** How many requests are served before a caller is asked to wait. Counted in this process. */
export interface Limits {
  /** Attempts to sign in per address and e-mail, in five minutes. */
  readonly loginAttempts: number;
  /** Attempts to sign in per e-mail, from wherever: guessing from many addresses at once. In five minutes. */
  readonly loginAttemptsPerEmail: number;
  /** Attempts to sign in per address, whatever the e-mail, in five minutes. */
  readonly loginAttemptsPerAddress: number;
  /** Requests per session (or address without one), in a minute. */
  readonly requestsPerMinute: number;
  /** Open event streams per session. */
  readonly streamsPerSession: number;
}

/**
 * A person with many tabs stays far below; a program that reads everything in a loop does not.
 * A measuring run raises `requestsPerMinute`.
 */
export const DEFAULT_LIMITS: Limits = {
  loginAttempts: 10,
  loginAttemptsPerEmail: 60,
  loginAttemptsPerAddress: 100,
  requestsPerMinute: 6_000,
  streamsPerSession: 20,
};

/** Seconds to wait before the next try; 0 when the request may go on. */
export type Gate = (request: FastifyRequest) => Promise<number>;

export interface Gates {
  readonly requests: Gate;
  /** All login gates at once: by address and e-mail together, and by each alone. */
  readonly login: Gate;
}

/** Callers whose counts are kept at a time; many at once must not push each other out. */
export const CALLERS_KEPT = 50_000;

/**
 * Makes the gates. The plugin must be registered with `global: false` before; counts live in this process, all in one
 * store, so each gate's keys begin with its name.
 */
export function makeGates(app: FastifyInstance, limits: Limits): Gates {
  const gate = (max: number, timeWindow: string, keyGenerator: (request: FastifyRequest) => string): Gate => {
    const check = app.createRateLimit({ max, timeWindow, keyGenerator });
    return async (request) => {
      const limit = await check(request);
      return limit.isAllowed || !limit.isExceeded ? 0 : Math.max(1, limit.ttlInSeconds);
    };
  };
  const byBoth = gate(limits.loginAttempts, "5 minutes", (request) => `login ${request.ip} ${whoTries(request)}`);
  const byEmail = gate(limits.loginAttemptsPerEmail, "5 minutes", (request) => `email ${whoTries(request)}`);
  const byAddress = gate(limits.loginAttemptsPerAddress, "5 minutes", (request) => `address ${request.ip}`);
  return {
    requests: gate(limits.requestsPerMinute, "1 minute", (request) => `request ${request.sessionToken ?? request.ip}`),
    login: async (request) => Math.max(...(await Promise.all([byBoth(request), byEmail(request), byAddress(request)]))),
  };
}

/** The e-mail tried; for changing the own password, the session. */
function whoTries({ body, sessionToken }: FastifyRequest): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return typeof email === "string" && email !== "" ? email.trim().toLowerCase().slice(0, 200) : (sessionToken ?? "");
}
