import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ClientPathsWithMethod, MaybeOptionalInit, MethodResponse } from "openapi-fetch";
import { useLocale } from "../i18n/use-text.ts";
import { actingCompanyId, answerOf, client, type paths } from "./client.ts";

export type Client = typeof client;
export type Method = "get" | "post" | "put" | "patch" | "delete";
/** Addresses of the API that can be called with a method. */
export type PathOf<M extends Method> = ClientPathsWithMethod<Client, M>;
/** What a route answers: `AnswerOf<"get", "/api/v1/items">`. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = MethodResponse<Client, M, P>;

/** What a request of a route may or must say: parameters and body. */
export type InitOf<M extends Method, P extends PathOf<M>> = MaybeOptionalInit<paths[P], M>;

export interface ApiOptions {
  /** Ask only when true; for what depends on another answer. */
  readonly when?: boolean;
  /** Keep showing the last answer while another one is fetched: lists and boards. */
  readonly keep?: boolean;
  /** Ask again every so many milliseconds. */
  readonly everyMs?: number;
}

/**
 * Reads from the server and keeps the answer up to date.
 *
 * @param path as the specification names it, `/api/v1/items/{id}`
 * @param init `{ params: { path, query } }`
 * @returns TanStack Query's result; `error` is `Refused` (with the server's problem) or `Unreachable`
 */
export function useApi<P extends PathOf<"get">>(
  path: P,
  init?: InitOf<"get", P>,
  options: ApiOptions = {},
): UseQueryResult<AnswerOf<"get", P>> {
  const locale = useLocale();
  return useQuery<unknown>({
    queryKey: [actingCompanyId(), path, init ?? null, locale],
    enabled: options.when ?? true,
    ...(options.keep && { placeholderData: keepPreviousData }),
    ...(options.everyMs && { refetchInterval: options.everyMs }),
    queryFn: ({ signal }) => readApi(path, init, signal),
  }) as unknown as UseQueryResult<AnswerOf<"get", P>>;
}

/** Reads once, outside a component's drawing: type-ahead, previews. */
export async function readApi<P extends PathOf<"get">>(
  path: P,
  init?: InitOf<"get", P>,
  signal?: AbortSignal,
): Promise<AnswerOf<"get", P>> {
  const request = { ...(init as object), ...(signal && { signal }) };
  return answerOf(await client.GET(path, request as never)) as AnswerOf<"get", P>;
}
