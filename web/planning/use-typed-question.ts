import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useGo } from "../platform/index.ts";

const REST_MS = 350;

/**
 * A typed question, kept in the address a moment after each key: it survives a reload and can be sent to a colleague.
 *
 * @param read the question out of the address's `q`, which may be anything
 * @param pageOf the page with a question in its address
 */
export function useTypedQuestion<T>(read: (q: unknown) => T, pageOf: (question: T) => string) {
  const go = useGo();
  const { q } = useSearch({ strict: false }) as { readonly q?: unknown };
  const inAddress = JSON.stringify(read(q));
  const [question, setQuestion] = useState<T>(() => JSON.parse(inAddress));
  const written = useRef(inAddress);
  // A link that opens another question on this page replaces what was typed.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setQuestion(JSON.parse(inAddress));
  }, [inAddress]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const text = JSON.stringify(question);
      if (text === written.current) return;
      written.current = text;
      go(pageOf(question), { replace: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [question, go, pageOf]);
  return [question, setQuestion] as const;
}
