import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useLocale } from "../i18n/use-text.ts";
import { actingCompanyId, answerOf, client } from "./client.ts";
import type { AnswerOf, InitOf, PathOf } from "./use-api.ts";

/** What a route is sent. */
type BodyOf<P extends PathOf<"post">> = InitOf<"post", P> extends { readonly body?: infer B } ? B : never;

/**
 * Asks what is too long for an address, by POST; nothing is written by it. Asked again as soon as the body is another one: the answer
 * before stays until then (`isFetching`: nothing may be done upon it), and an older answer never takes the place of a newer one.
 *
 * @param body null: nothing is asked
 */
export function usePosted<P extends PathOf<"post">>(
  path: P,
  body: BodyOf<P> | null,
): UseQueryResult<AnswerOf<"post", P>> {
  const locale = useLocale();
  return useQuery<unknown>({
    queryKey: [actingCompanyId(), path, body, locale],
    enabled: body !== null,
    ...(body !== null && { placeholderData: keepPreviousData }),
    // Each opening asks anew; an answer that is looked at changes only when somebody asks or something was done.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => answerOf(await client.POST(path, { body, signal } as never)),
  }) as unknown as UseQueryResult<AnswerOf<"post", P>>;
}
