import { z } from "zod";
import { ok } from "../../../domain/shared/index.ts";
import { definePublicRoute, defineSignedInRoute, type Person, type Route } from "../http/route.ts";
import type { Login } from "./login.ts";

const localeShape = z.enum(["ja", "en"]);
const companyShape = z.object({
  companyId: z.uuid(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  color: z.string(),
  roles: z.array(z.string()),
  permissions: z.array(z.string()).meta({ description: "what the roles allow here, sorted" }),
});
/** The signed-in person, and the companies they may act for. */
const meShape = z.object({
  person: z.object({ userId: z.uuid(), name: z.string(), email: z.string(), locale: localeShape }),
  companies: z.array(companyShape),
});

/** Signing in and out, and the own profile. */
export function loginRoutes(login: Login, permissionsOf: (roles: readonly string[]) => ReadonlySet<string>): Route[] {
  async function describe(person: Person, token: string) {
    const companies = await login.companiesOf(token);
    return {
      person,
      companies: companies.map((company) => ({
        ...company,
        roles: [...company.roles],
        permissions: [...permissionsOf(company.roles)].sort(),
      })),
    };
  }

  return [
    definePublicRoute({
      method: "POST",
      url: "/login",
      summary: { en: "Sign in", ja: "ログイン" },
      gate: "login",
      body: z.object({ email: z.string().trim().min(1).max(200), password: z.string().min(1).max(200) }),
      response: meShape,
      handler: async ({ body, caller }) => {
        const signedIn = await login.signIn(body, caller);
        if (!signedIn.ok) return signedIn;
        const { token, person } = signedIn.value;
        // A session this browser still had would stay open unseen.
        if (caller.token !== null) await login.signOut(caller.token);
        caller.setSession(token);
        return ok(await describe(person, token));
      },
    }),
    definePublicRoute({
      method: "POST",
      url: "/logout",
      summary: { en: "Sign out; also when the session ended already", ja: "ログアウト" },
      response: z.object({ signedOut: z.literal(true) }),
      handler: async ({ caller }) => {
        if (caller.token !== null) await login.signOut(caller.token);
        caller.setSession(null);
        return { signedOut: true as const };
      },
    }),
    defineSignedInRoute({
      method: "GET",
      url: "/me",
      summary: { en: "Who I am and which companies I may act for", ja: "自分の情報と所属会社" },
      response: meShape,
      handler: async ({ person, token, caller }) => {
        // The page asks once when it opens: the moment to prolong a session in use, and its cookie with it.
        if (await login.prolong(token)) caller.setSession(token);
        return describe(person, token);
      },
    }),
    defineSignedInRoute({
      method: "PATCH",
      url: "/me",
      summary: { en: "Choose my language", ja: "表示言語の変更" },
      body: z.object({ locale: localeShape }),
      response: meShape,
      handler: async ({ person, token, body }) => {
        await login.setLocale(person.userId, body.locale);
        return describe({ ...person, locale: body.locale }, token);
      },
    }),
    defineSignedInRoute({
      method: "POST",
      url: "/me/password",
      summary: { en: "Change my password; ends my other sessions", ja: "パスワードの変更" },
      gate: "login",
      body: z.object({ currentPassword: z.string().min(1).max(200), nextPassword: z.string().min(1).max(200) }),
      response: z.object({ changed: z.literal(true) }),
      handler: async ({ person, token, body }) => {
        const session = { userId: person.userId, token };
        const changed = await login.changePassword(session, { current: body.currentPassword, next: body.nextPassword });
        return changed.ok ? ok({ changed: true as const }) : changed;
      },
    }),
  ];
}
