import type { UseQueryResult } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useRef } from "react";
import { type AnswerOf, type PathOf, useApi } from "../api/use-api.ts";
import {
  changeListAddress,
  type ListAddress,
  type ListChange,
  readListAddress,
  writeListAddress,
} from "../route/address-state.ts";
import { usePreference } from "../session/stored.ts";
import type { ListAnswer } from "./list-types.ts";

/** Addresses of lists: a GET that answers `{ rows, nextCursor, … }`, with its file beside it (`withFiles` on the server). */
export type ListPath = {
  [P in PathOf<"get">]: `${P}/file` extends PathOf<"get">
    ? AnswerOf<"get", P> extends { rows: readonly unknown[] }
      ? P
      : never
    : never;
}[PathOf<"get">];
export type RowOf<P extends ListPath> = AnswerOf<"get", P> extends { rows: readonly (infer Row)[] } ? Row : never;

export interface List<Row> {
  readonly rows: readonly Row[];
  readonly answer: ListAnswer<Row> | undefined;
  /** No answer yet at all. */
  readonly loading: boolean;
  /** An answer is shown while another is on its way. */
  readonly refreshing: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly address: ListAddress;
  readonly change: (change: ListChange) => void;
  /** One page back; null when it is not known how to get there. */
  readonly previous: (() => void) | null;
  readonly pageSize: number;
  readonly setPageSize: (size: number) => void;
}

export interface ListOptions {
  /** Sent with every question: what the page itself fixes. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Path parameters of the address. */
  readonly path?: Readonly<Record<string, string>>;
}

export const PAGE_SIZES = [25, 50, 100, 200];

/**
 * A list of the server, driven by the page's address: search, filters, sort and place stand in it, so back, reload and
 * a link to a colleague show the same.
 */
export function useList<P extends ListPath>(path: P, options: ListOptions = {}): List<RowOf<P>> {
  const navigate = useNavigate();
  const query = useSearch({ strict: false }) as Record<string, string>;
  const address = useMemo(() => readListAddress(query), [query]);
  const [pageSize, setPageSize] = usePreference("pageSize", 50);
  const places = useRef<readonly string[]>([]);

  const sent = {
    ...address.filters,
    ...options.fixed,
    limit: pageSize,
    ...(address.search && { search: address.search }),
    ...(address.sort && { sort: address.sort }),
    ...(address.cursor && { cursor: address.cursor }),
  };
  const init = { params: { query: sent, ...(options.path && { path: options.path }) } };
  const answer = useApi(path, init as never, { keep: true }) as unknown as UseQueryResult<ListAnswer<RowOf<P>>>;

  const change = useCallback(
    (change: ListChange) => {
      const next = changeListAddress(address, change);
      if (change.kind === "page" && change.cursor) {
        places.current = [...places.current.slice(0, address.page - 1), address.cursor];
      }
      // Typing in the filter is one step of the browser's history, not one per letter.
      const replace = change.kind === "search" && address.search !== "";
      void navigate({ to: ".", search: writeListAddress(next) as never, replace });
    },
    [address, navigate],
  );
  const known = address.page > 1 ? places.current[address.page - 2] : undefined;
  const previous =
    address.page > 1 && known !== undefined
      ? () => change({ kind: "page", cursor: known, page: address.page - 1 })
      : null;

  return {
    rows: answer.data?.rows ?? [],
    answer: answer.data,
    loading: answer.isPending,
    refreshing: answer.isFetching && !answer.isPending,
    error: answer.error,
    refetch: () => void answer.refetch(),
    address,
    change,
    previous,
    pageSize,
    setPageSize: (size) => {
      setPageSize(size);
      change({ kind: "page", cursor: "", page: 1 });
    },
  };
}
