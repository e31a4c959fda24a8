import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { actingCompanyId } from "./client.ts";

/** Something changed: its kind (`sales.order`) and id, never a fact. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}
type Listener = (change: Change | null) => void;

/** How long a tab nobody looks at keeps its line. */
const SLEEP_AFTER_MS = 30_000;

/**
 * One line to the server per company, shared by everything on the page that listens. A tab nobody looks at lets go of it after a while:
 * a browser opens six at most to one server, and the seventh tab would wait for ever. Looked at again, it asks for everything anew.
 */
class LiveLine {
  readonly #listeners = new Set<Listener>();
  readonly #address: string;
  #source: EventSource | null = null;
  #sleep: ReturnType<typeof setTimeout> | undefined;

  constructor(companyId: string) {
    this.#address = `/api/v1/events?company=${encodeURIComponent(companyId)}`;
    document.addEventListener("visibilitychange", this.#look);
    if (!document.hidden) this.#open();
  }

  #open(): void {
    this.#source = new EventSource(this.#address);
    this.#source.addEventListener("change", (event) => this.#tell(JSON.parse((event as MessageEvent<string>).data)));
    this.#source.addEventListener("hello", (event) => {
      const { missed } = JSON.parse((event as MessageEvent<string>).data) as { missed: boolean };
      if (missed) this.#tell(null);
    });
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
  }

  readonly #look = (): void => {
    clearTimeout(this.#sleep);
    if (document.hidden) this.#sleep = setTimeout(() => this.#close(), SLEEP_AFTER_MS);
    else if (!this.#source) {
      this.#open();
      this.#tell(null);
    }
  };

  #tell(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }

  listen(listener: Listener): () => boolean {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return false;
      clearTimeout(this.#sleep);
      document.removeEventListener("visibilitychange", this.#look);
      this.#close();
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
