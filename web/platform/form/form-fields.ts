import { type ColumnSpec, readCell } from "../../../domain/shared/index.ts";
import type { CellProblem, Lookup, LookupHit } from "../grid/grid-columns.ts";
import type { Locale } from "../i18n/i18n.ts";

interface FieldBase {
  /** As the request's body names it; `address.postalCode` is a field inside an object. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Columns it takes of the form's two. */
  readonly span?: 1 | 2;
  /** Begins a group of fields under this heading. */
  readonly group?: string;
  /** Shown only when true, given what is typed; a hidden field is not sent. */
  readonly when?: (values: FormValues) => boolean;
}

export type FormField = FieldBase &
  (
    | { readonly kind: "text" | "code"; readonly maxLength?: number; readonly placeholder?: string }
    | { readonly kind: "email" | "password" }
    | { readonly kind: "note"; readonly maxLength?: number; readonly rows?: number }
    | {
        readonly kind: "decimal";
        readonly decimals?: number;
        readonly min?: string;
        readonly max?: string;
        readonly moreThan?: string;
        readonly unit?: string;
      }
    | {
        readonly kind: "integer" | "yen";
        readonly min?: string;
        readonly max?: string;
        readonly moreThan?: string;
        readonly unit?: string;
      }
    | { readonly kind: "date" }
    | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: "choices"; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: "switch" }
    | { readonly kind: "color" }
    /** A record, found by code, name or kana; its value is the record's id. */
    | { readonly kind: "lookup"; readonly lookup: Lookup; readonly shown?: LookupHit | null }
  );

/** What a form holds: text for nearly everything, a boolean for a switch, texts for several choices. */
export type FormValue = string | boolean | readonly string[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** What a form begins with, from a record as the server sends it; `null` is an empty field. */
export function valuesFrom(fields: readonly FormField[], record: Readonly<Record<string, unknown>> = {}): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const value = field.name
        .split(".")
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], record);
      if (field.kind === "switch") return [field.name, value === true];
      if (field.kind === "choices") return [field.name, Array.isArray(value) ? value.map(String) : []];
      return [field.name, value === null || value === undefined ? "" : String(value)];
    }),
  );
}

/** What is wrong with a form before it is sent, by field. */
export function checkForm(
  fields: readonly FormField[],
  values: FormValues,
  locale: Locale,
): Record<string, CellProblem> {
  const problems: Record<string, CellProblem> = {};
  for (const field of fields) {
    if (field.when && !field.when(values)) continue;
    const value = values[field.name];
    const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (isEmpty) {
      if (field.required) problems[field.name] = { code: "CELL_REQUIRED" };
      continue;
    }
    const spec = specOf(field);
    if (!spec) continue;
    const reading = readCell(spec, String(value), locale);
    if (!reading.ok) problems[field.name] = { code: reading.code, ...(reading.values && { values: reading.values }) };
  }
  return problems;
}

/**
 * A form's values as a request's body: numbers as exact decimal text, whole numbers as numbers, empty fields as null,
 * names with points as objects inside the body.
 */
export function bodyOf(fields: readonly FormField[], values: FormValues, locale: Locale): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.when && !field.when(values)) continue;
    const path = field.name.split(".");
    const target = path.slice(0, -1).reduce<Record<string, unknown>>((part, key) => {
      part[key] ??= {};
      return part[key] as Record<string, unknown>;
    }, body);
    target[path.at(-1)!] = sentValue(field, values[field.name], locale);
  }
  return body;
}

function sentValue(field: FormField, value: FormValue | undefined, locale: Locale): unknown {
  if (field.kind === "switch") return value === true;
  if (field.kind === "choices") return Array.isArray(value) ? value : [];
  if (value === undefined || value === "") return null;
  if (field.kind === "password") return value;
  const text = String(value).trim();
  const spec = specOf(field);
  if (!spec || field.kind === "note") return text;
  const reading = readCell(spec, text, locale);
  return reading.ok ? reading.value : text;
}

function specOf(field: FormField): ColumnSpec | null {
  const nothing = { ja: "", en: "" };
  const base = { key: field.name, header: { ja: field.label, en: field.label }, description: nothing, example: "" };
  switch (field.kind) {
    case "text":
    case "code":
      return { ...base, kind: field.kind, ...(field.maxLength && { maxLength: field.maxLength }) };
    case "note":
      return { ...base, kind: "text", multiline: true, maxLength: field.maxLength ?? 4000 };
    case "decimal":
    case "integer":
    case "yen": {
      const { min, max, moreThan } = field;
      const bounds = { ...(min && { min }), ...(max && { max }), ...(moreThan && { moreThan }) };
      const decimals = field.kind === "decimal" && field.decimals !== undefined ? { decimals: field.decimals } : {};
      return { ...base, kind: field.kind, ...bounds, ...decimals };
    }
    case "date":
      return { ...base, kind: "date" };
    default:
      return null;
  }
}
