import { randomUUID } from "node:crypto";
import { APIError, betterAuth } from "better-auth";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { assert, type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import type { Locale, Person } from "../http/route.ts";
import * as store from "./login.store.ts";

/** A session lives this long after the last day it was used. */
export const SESSION_DAYS = 7;
const MINIMUM_PASSWORD_LENGTH = 8;

export interface Session {
  readonly token: string;
  readonly person: Person;
}

/** Credentials and sessions. Companies, memberships and permissions are not its business. */
export interface Login {
  /** Checks e-mail and password and opens a session. An unknown e-mail takes as long as a wrong password. */
  signIn(
    credentials: { email: string; password: string },
    from: { ipAddress: string; userAgent: string },
  ): Promise<Outcome<Session, "LOGIN_WRONG">>;
  signOut(token: string): Promise<void>;
  /** The person behind a session; null when it ended. */
  personOf(token: string): Promise<Person | null>;
  companiesOf(token: string): Promise<readonly store.MyCompany[]>;
  /** Prolongs a session that is in use; writes at most once a day. True when it did. */
  prolong(token: string): Promise<boolean>;
  setLocale(userId: string, locale: Locale): Promise<void>;
  /** Changes the own password and ends all other sessions of the person. */
  changePassword(
    session: { userId: string; token: string },
    passwords: { current: string; next: string },
  ): Promise<Outcome<null, "PASSWORD_WRONG" | "PASSWORD_TOO_SHORT">>;
  /**
   * Makes a person who can sign in: for the command line, the sample and taking a company on. Nobody registers alone.
   *
   * @returns the user's id; of the known user when the e-mail is known already (name and password stay as they are)
   */
  createPerson(person: {
    email: string;
    name: string;
    password: string;
    locale?: Locale;
    id?: string;
  }): Promise<string>;
}

/**
 * @param pool of the login role `musubi_auth`
 * @param secret the installation's secret, at least 32 characters
 */
export function createLogin(pool: Pool, secret: string): Login {
  assert(secret.length >= 32, "the secret has 32 characters or more");
  const auth = makeAuth(pool, secret);
  return {
    async signIn(credentials, from) {
      try {
        const headers = new Headers({ "user-agent": from.userAgent.slice(0, 400), "x-caller-address": from.ipAddress });
        const { token } = await auth.api.signInEmail({ body: credentials, headers });
        const person = await store.personOf(pool, token);
        assert(person, "a session just opened has its person");
        return ok({ token, person });
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return refuse("LOGIN_WRONG");
        throw error;
      }
    },
    signOut: (token) => store.endSession(pool, token),
    personOf: (token) => store.personOf(pool, token),
    companiesOf: (token) => store.companiesOf(pool, token),
    prolong: (token) => store.prolongSession(pool, token, SESSION_DAYS),
    setLocale: (userId, locale) => store.setLocale(pool, userId, locale),
    async changePassword({ userId, token }, { current, next }) {
      if ([...next].length < MINIMUM_PASSWORD_LENGTH) {
        return refuse("PASSWORD_TOO_SHORT", { minimum: MINIMUM_PASSWORD_LENGTH }, "nextPassword");
      }
      const context = await auth.$context;
      const account = await context.internalAdapter.findCredentialAccount(userId);
      const right = account?.password && (await context.password.verify({ hash: account.password, password: current }));
      if (!right) return refuse("PASSWORD_WRONG", undefined, "currentPassword");
      await context.internalAdapter.updatePassword(userId, await context.password.hash(next));
      await store.endOtherSessions(pool, userId, token);
      return ok(null);
    },
    async createPerson({ email, name, password, locale = "ja", id = randomUUID() }) {
      const context = await auth.$context;
      return store.insertPerson(
        pool,
        { id, email: email.toLowerCase(), name, locale },
        await context.password.hash(password),
      );
    },
  };
}

function makeAuth(pool: Pool, secret: string) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    secret,
    // Never called over HTTP: our own routes ask it in process, and links it could send are switched off.
    baseURL: "http://localhost",
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema("auth"), type: "postgres" },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MINIMUM_PASSWORD_LENGTH },
    session: {
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...times,
      },
    },
    user: { fields: { emailVerified: "email_verified", ...times } },
    account: {
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "user_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...times,
      },
    },
    verification: { fields: { expiresAt: "expires_at", ...times } },
    advanced: {
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: ["x-caller-address"] },
    },
  });
}
