import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_DAYS } from "./login.ts";

export const SESSION_COOKIE = "musubi_session";

/** Attributes that hold for setting and for clearing: a browser clears only the cookie that matches. */
function attributes(request: FastifyRequest) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: request.protocol === "https", signed: true } as const;
}

/**
 * The session's token from the signed cookie; null without one or with a wrong signature. No query is made: whether the
 * session still lives, the database says when the company is entered.
 */
export function readSessionCookie(request: FastifyRequest): string | null {
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return null;
  const { valid, value } = request.unsignCookie(cookie);
  return valid && value ? value : null;
}

/** Hands the session's token out in the cookie; null takes the cookie away. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  if (token === null) reply.clearCookie(SESSION_COOKIE, attributes(request));
  else reply.setCookie(SESSION_COOKIE, token, { ...attributes(request), maxAge: SESSION_DAYS * 24 * 60 * 60 });
}
