import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { actingCompanyId, answerOf, client } from "../api/client.ts";
import type { AnswerOf } from "../api/use-api.ts";
import { changeLocale, currentLocale, type Locale } from "../i18n/i18n.ts";
import { useLocale } from "../i18n/use-text.ts";

export type Me = AnswerOf<"get", "/api/v1/me">;
export type Company = Me["companies"][number];

export const ME_KEY = ["me"] as const;
const LAST_COMPANY = "musubi.lastCompany";
/** Whose choice of language the server has not confirmed, and which: `ID en`. */
const UNSAVED_LOCALE = "musubi.locale.unsaved";

/** Who is signed in and where they may act. Asked once per page and kept. */
export const meQuery = {
  queryKey: ME_KEY,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Me> => {
    const me = answerOf(await client.GET("/api/v1/me"));
    const [id, unsaved] = (localStorage.getItem(UNSAVED_LOCALE) ?? "").split(" ");
    const isUnsaved = id === me.person.userId && (unsaved === "ja" || unsaved === "en") && unsaved !== me.person.locale;
    const locale = isUnsaved ? unsaved : me.person.locale;
    if (locale !== currentLocale()) changeLocale(locale);
    if (isUnsaved) void saveLocale(me.person.userId, locale);
    return { ...me, person: { ...me.person, locale } };
  },
};

/**
 * Keeps a language for the person. What the server did not confirm, because the page was left at once or the line was broken, holds on
 * this browser and is sent again with the next page.
 */
export async function saveLocale(personId: string, locale: Locale): Promise<void> {
  const choice = `${personId} ${locale}`;
  localStorage.setItem(UNSAVED_LOCALE, choice);
  const saved = await client.PATCH("/api/v1/me", { body: { locale }, keepalive: true }).catch(() => null);
  if (saved?.response.ok && localStorage.getItem(UNSAVED_LOCALE) === choice) localStorage.removeItem(UNSAVED_LOCALE);
}

/** The signed-in person and their companies. Only below the frame, which waits until they are known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("assertion: the frame waits for the session");
  return data;
}

/** The acting company: the one in the address. */
export function useCompany(): Company {
  const { companies } = useMe();
  const company = companies.find(({ companyId }) => companyId === actingCompanyId());
  if (!company) throw new Error("assertion: the frame shows only the person's companies");
  return company;
}

/** The company's name in the reader's language. */
export function useCompanyName(): (company: Pick<Company, "name" | "nameEn">) => string {
  const locale = useLocale();
  return ({ name, nameEn }) => (locale === "en" && nameEn ? nameEn : name);
}

/** `can("sales.confirm")`: whether the person may, here. Nothing asked for is always allowed. */
export function useCan(): (permission: string | undefined) => boolean {
  const { permissions } = useCompany();
  return useMemo(() => {
    const granted = new Set(permissions);
    return (permission) => permission === undefined || granted.has(permission);
  }, [permissions]);
}

export function rememberCompany(companyId: string): void {
  localStorage.setItem(LAST_COMPANY, companyId);
}

/** Where to begin: the company used last, else the first. */
export function firstCompany(me: Me): Company | undefined {
  const last = localStorage.getItem(LAST_COMPANY);
  return me.companies.find(({ companyId }) => companyId === last) ?? me.companies[0];
}

export async function loadMe(cache: QueryClient): Promise<Me> {
  return cache.ensureQueryData(meQuery);
}
