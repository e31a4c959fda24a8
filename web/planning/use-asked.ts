import { useCallback, useRef, useState } from "react";

/** What became of a question that takes its time. `body`: the question as it was asked. */
export type Asked<Answer> =
  | { readonly state: "none" }
  | { readonly state: "asking"; readonly body: string }
  | { readonly state: "answered"; readonly body: string; readonly answer: Answer }
  | { readonly state: "failed"; readonly body: string; readonly error: unknown };

/**
 * Asks when it is told to; a newer question breaks off the one before.
 *
 * @param send asks the server; `ask(null)`: nothing is asked any more
 */
export function useAsked<Answer>(send: (body: string, signal: AbortSignal) => Promise<Answer>) {
  const [asked, setAsked] = useState<Asked<Answer>>({ state: "none" });
  const running = useRef<AbortController | null>(null);
  const latest = useRef(send);
  latest.current = send;
  const ask = useCallback((body: string | null) => {
    running.current?.abort();
    running.current = null;
    if (body === null) {
      setAsked({ state: "none" });
      return;
    }
    const stop = new AbortController();
    running.current = stop;
    setAsked({ state: "asking", body });
    latest
      .current(body, stop.signal)
      .then((answer) => !stop.signal.aborted && setAsked({ state: "answered", body, answer }))
      .catch((error: unknown) => !stop.signal.aborted && setAsked({ state: "failed", body, error }));
  }, []);
  return { asked, ask };
}
