import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { actingCompanyId } from "./client.ts";

/** Something changed: its kind (`sales.order`) and id, never a fact. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}
type Listener = (change: Change | null) => void;

/** One line to the server per company, shared by everything on the page that listens. */
class LiveLine {
  readonly #listeners = new Set<Listener>();
  readonly #source: EventSource;

  constructor(companyId: string) {
    this.#source = new EventSource(`/api/v1/events?company=${encodeURIComponent(companyId)}`);
    this.#source.addEventListener("change", (event) => this.#tell(JSON.parse((event as MessageEvent<string>).data)));
    this.#source.addEventListener("hello", (event) => {
      const { missed } = JSON.parse((event as MessageEvent<string>).data) as { missed: boolean };
      if (missed) this.#tell(null);
    });
  }

  #tell(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }

  listen(listener: Listener): () => boolean {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return false;
      this.#source.close();
      return true;
    };
  }
}

const lines = new Map<string, LiveLine>();
const COALESCE_MS = 250;

/**
 * Calls back when something of these kinds changed for the acting company, at most four times a second; after a broken
 * line once, because what happened meanwhile is not known.
 *
 * @param kinds `sales.order`, several, or a whole area as `sales.`
 * @param refetch what to do; left out, every answer on the page is read anew
 */
export function useLive(kinds: string | readonly string[], refetch?: (change: Change | null) => void): void {
  const cache = useQueryClient();
  const companyId = actingCompanyId();
  const latest = useRef(refetch);
  latest.current = refetch;
  const wanted = typeof kinds === "string" ? kinds : kinds.join(" ");

  useEffect(() => {
    if (companyId === null || wanted === "") return;
    const list = wanted.split(" ");
    let line = lines.get(companyId);
    if (!line) {
      line = new LiveLine(companyId);
      lines.set(companyId, line);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = line.listen((change) => {
      if (change && !list.some((kind) => (kind.endsWith(".") ? change.kind.startsWith(kind) : change.kind === kind)))
        return;
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (latest.current) latest.current(change);
        else void cache.invalidateQueries();
      }, COALESCE_MS);
    });
    return () => {
      clearTimeout(timer);
      if (leave()) lines.delete(companyId);
    };
  }, [companyId, wanted, cache]);
}
