import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  actingCompanyId,
  answerOf,
  client,
  Refused,
  refusalText,
  type Translate,
  Unreachable,
} from "../platform/index.ts";
import { FloorOutbox, type PendingReport, type SendEnd } from "./floor-outbox.ts";

export interface FloorPerson {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}
export interface ChosenJob {
  readonly workOrderId: string;
  readonly number: string;
  readonly operationNumber: number;
}
export interface FloorReport {
  readonly token: string;
  readonly personId: string;
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly kind: "start" | "pause" | "resume" | "good" | "scrap" | "rework" | "done";
  readonly quantity?: string;
  readonly reason?: string;
}
/** What the banner says, worded as it is shown: the tablet's language may change while it stands there. */
export interface FloorMessage {
  readonly tone: "good" | "bad";
  readonly text: (t: Translate) => string;
}

/** A refusal in our own words where there are any; what the server wrote is in the language of the moment it was asked. */
function refusedText({ problem }: Refused): FloorMessage["text"] {
  const first = problem.errors[0];
  const { code, detail } = first ?? problem;
  return (t) => {
    const own = `refusals.${code}`;
    return t(own) === own ? detail : refusalText(t, { code, ...(first?.values && { values: first.values }) });
  };
}

/** A value that survives a reload of the tablet, per company. */
export function useKept<T>(name: string, otherwise: T): readonly [T, (value: T) => void] {
  const key = `musubi.floor.${actingCompanyId()}.${name}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const text = window.localStorage.getItem(key);
      return text === null ? otherwise : (JSON.parse(text) as T);
    } catch {
      return otherwise;
    }
  });
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      if (next === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, keep];
}

const RETRY_MS = 5000;

/** The floor's way to the server: what is pressed is kept first, then sent, in order, once; the page shows what still waits. */
export function useFloorOutbox(onSignInNeeded: () => void) {
  const cache = useQueryClient();
  const outbox = useMemo(
    () => new FloorOutbox<FloorReport>(window.localStorage, `musubi.floor.${actingCompanyId()}.outbox`),
    [],
  );
  const [waiting, setWaiting] = useState(outbox.list().length);
  const [message, setMessage] = useState<FloorMessage | null>(null);
  const signInNeeded = useRef(onSignInNeeded);
  signInNeeded.current = onSignInNeeded;

  const send = useCallback(
    async ({ key, body }: PendingReport<FloorReport>): Promise<SendEnd> => {
      const { personId: _person, ...report } = body;
      try {
        const done = answerOf(
          await client.POST("/api/v1/floor/report", { body: report, headers: { "Idempotency-Key": key } as never }),
        );
        setMessage({
          tone: "good",
          text: (t) => t(`production.floor.done.${body.kind}`, { quantity: body.quantity ?? "", good: done.good }),
        });
        void cache.invalidateQueries();
        return "answered";
      } catch (error) {
        if (error instanceof Unreachable) return "unreachable";
        if (!(error instanceof Refused)) throw error;
        if (error.problem.code === "NOT_SIGNED_IN") return "hold";
        if (
          error.problem.errors.some((one) => one.code === "FLOOR_SIGN_IN_NEEDED") ||
          error.problem.code === "FLOOR_SIGN_IN_NEEDED"
        ) {
          signInNeeded.current();
          setMessage({ tone: "bad", text: refusedText(error) });
          return "hold";
        }
        if (error.problem.status >= 500 || error.problem.status === 429) return "unreachable";
        setMessage({ tone: "bad", text: refusedText(error) });
        void cache.invalidateQueries();
        return "answered";
      }
    },
    [cache],
  );
  const flush = useCallback(async () => {
    await outbox.flush(send);
    setWaiting(outbox.list().length);
  }, [outbox, send]);

  useEffect(() => {
    void flush();
    const timer = setInterval(() => outbox.list().length > 0 && void flush(), RETRY_MS);
    const online = () => void flush();
    window.addEventListener("online", online);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", online);
    };
  }, [flush, outbox]);

  const report = useCallback(
    (key: string, body: FloorReport) => {
      setMessage(null);
      outbox.add({ key, body });
      setWaiting(outbox.list().length);
      void flush();
    },
    [flush, outbox],
  );
  /** A person signed in anew: its waiting reports go with the new token. */
  const renew = useCallback(
    (person: FloorPerson) => {
      outbox.change((body) => (body.personId === person.id ? { ...body, token: person.token } : body));
      void flush();
    },
    [flush, outbox],
  );
  return { report, renew, waiting, message, setMessage };
}

/** A key of its own for every press. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
