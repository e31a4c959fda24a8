import { useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useGo } from "../platform/index.ts";

const NAMES = ["item", "quantity", "unit", "wantedOn", "center", "other", "held"] as const;

/** What is asked (`unit`: of the quantity, where it came from an order's line and may be another than the item's), as the address says it: a link to it opens the same question. */
export type Question = Readonly<Record<(typeof NAMES)[number], string>>;

/** Somebody types; the question is asked once the hand rests. */
const REST_MS = 350;

export function questionAddress(question: Partial<Question>): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (question[name]) query.set(name, question[name]);
  const text = query.toString();
  return `planning/when${text && `?${text}`}`;
}

function questionIn(search: Readonly<Record<string, unknown>>): Question {
  return Object.fromEntries(NAMES.map((name) => [name, String(search[name] ?? "")])) as Question;
}

/**
 * The question while it is typed, and the one that is asked: the same a moment later, kept in the address.
 *
 * @returns `change(part)` after a key, `askNow()` without waiting
 */
export function useQuestion() {
  const go = useGo();
  const inAddress = questionAddress(questionIn(useSearch({ strict: false }) as Record<string, unknown>));
  const [typed, setTyped] = useState<Question>(() =>
    questionIn(Object.fromEntries(new URLSearchParams(inAddress.split("?")[1] ?? ""))),
  );
  const [asked, setAsked] = useState(typed);
  const written = useRef(inAddress);
  // A link that opens another question on this page replaces what was typed.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    const opened = questionIn(Object.fromEntries(new URLSearchParams(inAddress.split("?")[1] ?? "")));
    setTyped(opened);
    setAsked(opened);
  }, [inAddress]);
  const ask = useCallback(
    (question: Question) => {
      setAsked(question);
      const address = questionAddress(question);
      if (address === written.current) return;
      written.current = address;
      go(address, { replace: true });
    },
    [go],
  );
  useEffect(() => {
    const timer = setTimeout(() => ask(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, ask]);
  return {
    typed,
    asked,
    change: useCallback((part: Partial<Question>) => setTyped((before) => ({ ...before, ...part })), []),
    askNow: () => ask(typed),
  };
}
