import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { actingCompanyId, answerOf, client } from "../api/client.ts";
import type { AnswerOf } from "../api/use-api.ts";
import { changeLocale, currentLocale } from "../i18n/i18n.ts";
import { useLocale } from "../i18n/use-text.ts";

export type Me = AnswerOf<"get", "/api/v1/me">;
export type Company = Me["companies"][number];

export const ME_KEY = ["me"] as const;
const LAST_COMPANY = "musubi.lastCompany";

/** Who is signed in and where they may act. Asked once per page and kept. */
export const meQuery = {
  queryKey: ME_KEY,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Me> => {
    const me = answerOf(await client.GET("/api/v1/me"));
    if (me.person.locale !== currentLocale()) changeLocale(me.person.locale);
    return me;
  },
};

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
