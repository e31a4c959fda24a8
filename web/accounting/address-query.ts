import { useSearch } from "@tanstack/react-router";
import { useGo } from "../platform/index.ts";

/** What a report shows stands in the address, so that a link shows a colleague the same. Changing it begins at the first page. */
export function useAddressQuery(): {
  readonly query: Readonly<Record<string, string>>;
  readonly change: (values: Readonly<Record<string, string>>) => void;
} {
  const go = useGo();
  const query = useSearch({ strict: false }) as Record<string, string>;
  return {
    query,
    change: (values) => {
      const next = new URLSearchParams({ ...query, ...values });
      for (const key of ["cursor", "page"]) next.delete(key);
      for (const [key, value] of [...next]) if (value === "") next.delete(key);
      go(`${window.location.pathname}?${next}`, { replace: true });
    },
  };
}
