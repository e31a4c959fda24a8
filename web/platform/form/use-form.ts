import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FieldProblem, Problem } from "../api/problem.ts";
import { dropDraft, keepDraft, readDraft } from "../grid/draft.ts";
import type { CellProblem } from "../grid/grid-columns.ts";
import { useLocale } from "../i18n/use-text.ts";
import { bodyOf, checkForm, type FormField, type FormValue, type FormValues, valuesFrom } from "./form-fields.ts";

export interface FormOptions {
  readonly fields: readonly FormField[];
  /** The record as the server sends it; nothing for a new one. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Under this name what is typed survives a reload. */
  readonly draft?: string;
}

export interface FormState {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly problems: Readonly<Record<string, CellProblem>>;
  readonly isDirty: boolean;
  readonly restored: boolean;
  readonly set: (name: string, value: FormValue) => void;
  /** The body to send; null when a field is wrong, and then each says so. */
  readonly read: () => Record<string, unknown> | null;
  /** Puts the server's refusals at their fields; gives back those without one. */
  readonly placeRefusals: (problem: Problem | null) => readonly FieldProblem[];
  /** After it was sent. */
  readonly settle: () => void;
  readonly discard: () => void;
}

/** State of a form: what is typed, what is wrong with it, its draft. Draw it with `FormFields`, `FormDialog` or `FormPage`. */
export function useForm({ fields, initial, draft }: FormOptions): FormState {
  const locale = useLocale();
  const beginning = useMemo(() => valuesFrom(fields, initial), [fields, initial]);
  const [stored] = useState(() => (draft === undefined ? undefined : readDraft<FormValues>(draft)));
  const [values, setValues] = useState<FormValues>(() => ({ ...beginning, ...stored }));
  const [problems, setProblems] = useState<Readonly<Record<string, CellProblem>>>({});
  const [isDirty, setDirty] = useState(stored !== undefined);
  const [restored, setRestored] = useState(stored !== undefined);
  const latest = useRef({ fields, values, locale });
  latest.current = { fields, values, locale };

  // A record read anew replaces what is shown, but never what somebody typed.
  const shownFrom = useRef(beginning);
  useEffect(() => {
    if (JSON.stringify(shownFrom.current) === JSON.stringify(beginning)) return;
    shownFrom.current = beginning;
    if (!isDirty) setValues(beginning);
  }, [beginning, isDirty]);

  useEffect(() => {
    if (draft === undefined || !isDirty) return;
    const timer = setTimeout(() => keepDraft(draft, withoutPasswords(fields, values)), 300);
    return () => clearTimeout(timer);
  }, [draft, isDirty, values, fields]);

  return {
    fields,
    values,
    problems,
    isDirty,
    restored,
    set: useCallback((name: string, value: FormValue) => {
      setValues((before) => ({ ...before, [name]: value }));
      setProblems(({ [name]: _gone, ...rest }) => rest);
      setDirty(true);
    }, []),
    read: useCallback(() => {
      const { fields, values, locale } = latest.current;
      const found = checkForm(fields, values, locale);
      setProblems(found);
      const first = Object.keys(found)[0];
      if (first === undefined) return bodyOf(fields, values, locale);
      focusField(first);
      return null;
    }, []),
    placeRefusals: useCallback((problem: Problem | null) => {
      if (!problem) return [];
      const names = new Set(latest.current.fields.map(({ name }) => name));
      const placed = problem.errors.filter(({ field }) => field !== undefined && names.has(field));
      setProblems(Object.fromEntries(placed.map(({ field, code, detail }) => [field!, { code, detail }])));
      if (placed[0]) focusField(placed[0].field!);
      return problem.errors.filter((error) => !placed.includes(error));
    }, []),
    settle: useCallback(() => {
      if (draft !== undefined) dropDraft(draft);
      setDirty(false);
      setRestored(false);
      setProblems({});
    }, [draft]),
    discard: useCallback(() => {
      if (draft !== undefined) dropDraft(draft);
      setValues(beginning);
      setDirty(false);
      setRestored(false);
      setProblems({});
    }, [draft, beginning]),
  };
}

function withoutPasswords(fields: readonly FormField[], values: FormValues): FormValues {
  const secret = new Set(fields.filter(({ kind }) => kind === "password").map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
}

function focusField(name: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)?.focus());
}
