import { useCallback } from "react";
import type { CellReading } from "../../domain/shared/index.ts";
import type { Locale } from "../platform/index.ts";
import { readNumber } from "./read-number.ts";
import { useTypedQuestion } from "./use-typed-question.ts";

export const WHAT_IF_KINDS = ["need", "receipt", "item", "capacity"] as const;
export type WhatIfKind = (typeof WHAT_IF_KINDS)[number];

/** One assumption as it is typed: texts only, an empty one says nothing. */
export interface TypedChange {
  readonly kind: WhatIfKind;
  readonly item?: string;
  readonly quantity?: string;
  readonly neededOn?: string;
  readonly partner?: string;
  /** `kind id line` of the record. */
  readonly receipt?: string;
  readonly daysLater?: string;
  readonly leadTimeDays?: string;
  readonly safetyStock?: string;
  readonly lotRule?: string;
  readonly lotFixed?: string;
  readonly lotPeriodDays?: string;
  readonly lotMinimum?: string;
  readonly lotMaximum?: string;
  readonly lotMultiple?: string;
  readonly setupCostYen?: string;
  readonly holdingCostYenPerYear?: string;
  readonly center?: string;
  readonly from?: string;
  readonly to?: string;
  /** Hours a day; empty: closed. */
  readonly overtime?: string;
}

/** Page with a question already typed: `whatIfPage([{ kind: "need", item: item.id }])`. */
export function whatIfPage(changes: readonly TypedChange[]): string {
  if (changes.length === 0) return "planning/what-if";
  return `planning/what-if?q=${encodeURIComponent(JSON.stringify(changes))}`;
}

function changesIn(q: unknown): TypedChange[] {
  try {
    const read: unknown = typeof q === "string" ? JSON.parse(q) : q;
    if (!Array.isArray(read)) return [];
    return read.filter((one) => WHAT_IF_KINDS.includes((one as TypedChange)?.kind)).slice(0, 50) as TypedChange[];
  } catch {
    return [];
  }
}

/** The typed question of the page. */
export function useWhatIf() {
  const [changes, setChanges] = useTypedQuestion<readonly TypedChange[]>(changesIn, whatIfPage);
  return {
    changes,
    setChanges,
    change: useCallback(
      (at: number, part: Partial<TypedChange>) =>
        setChanges((before) => before.map((one, place) => (place === at ? { ...one, ...part } : one))),
      [setChanges],
    ),
  };
}

/** A text of a place that is left empty or cannot be read. */
export interface Lack {
  readonly field: string;
  readonly refusal: Extract<CellReading, { ok: false }>;
}

/** Nothing at all is an amount too: it does not come, or none is kept. */
const AMOUNT = { kind: "decimal", min: "0", decimals: 6 } as const;
const YEN = { kind: "yen", min: "0" } as const;
const DAYS = { kind: "integer" } as const;

/** The body of the request, or what is still missing, each at its field as the server would name it. */
export function bodyOf(changes: readonly TypedChange[], locale: Locale) {
  const lacks: Lack[] = [];
  const body = changes.map((typed, at) => {
    const lack = (field: string, refusal: Lack["refusal"]) => lacks.push({ field: `changes.${at}.${field}`, refusal });
    const must = (text: string | undefined, field: string) => {
      if (!text?.trim()) lack(field, { ok: false, code: "CELL_REQUIRED" });
      return text ?? "";
    };
    const read = (text: string | undefined, field: string, spec: typeof AMOUNT | typeof YEN | typeof DAYS) => {
      if (!text?.trim()) return undefined;
      const reading = readNumber(text, locale, spec);
      if (!reading.ok) lack(field, reading);
      return reading.ok ? reading.value : undefined;
    };
    const amount = (text: string | undefined, field: string) => read(text, field, AMOUNT) as string | undefined;
    const whole = (text: string | undefined, field: string) => read(text, field, DAYS) as number | undefined;
    if (typed.kind === "need") {
      const itemId = must(typed.item, "itemId");
      const quantity = amount(must(typed.quantity, "quantity"), "quantity") ?? "";
      const neededOn = must(typed.neededOn, "neededOn");
      return { kind: "need", itemId, quantity, neededOn, partnerId: typed.partner || null };
    }
    if (typed.kind === "receipt") {
      const [kind, id, line] = must(typed.receipt, "record").split(" ");
      const quantity = amount(typed.quantity, "quantity") ?? null;
      if (quantity === null) must(typed.daysLater, "daysLater");
      const record = { kind, id, line: line ? Number(line) : null };
      return { kind: "receipt", record, daysLater: whole(typed.daysLater, "daysLater") ?? 0, quantity };
    }
    if (typed.kind === "item") {
      const { lotRule } = typed;
      const parameters = {
        leadTimeDays: whole(typed.leadTimeDays, "parameters.leadTimeDays"),
        safetyStock: amount(typed.safetyStock, "parameters.safetyStock"),
        ...(lotRule && { lotRule }),
        ...(lotRule === "fixed" && { lotFixed: amount(typed.lotFixed, "parameters.lotFixed") }),
        ...(lotRule === "period" && { lotPeriodDays: whole(typed.lotPeriodDays, "parameters.lotPeriodDays") }),
        ...(lotRule === "min_max" && {
          lotMinimum: amount(typed.lotMinimum, "parameters.lotMinimum"),
          lotMaximum: amount(typed.lotMaximum, "parameters.lotMaximum"),
          lotMultiple: amount(typed.lotMultiple, "parameters.lotMultiple"),
        }),
        ...((lotRule === "economic" || lotRule === "wagner_whitin") && {
          setupCostYen: read(typed.setupCostYen, "parameters.setupCostYen", YEN),
          holdingCostYenPerYear: amount(typed.holdingCostYenPerYear, "parameters.holdingCostYenPerYear"),
        }),
      };
      return { kind: "item", itemId: must(typed.item, "itemId"), parameters };
    }
    const hours = amount(typed.overtime, "overtimeMinutes");
    return {
      kind: "capacity",
      workCenterId: must(typed.center, "workCenterId"),
      from: must(typed.from, "from"),
      to: must(typed.to, "to"),
      overtimeMinutes: hours === undefined || hours === "0" ? null : Math.round(Number(hours) * 60),
    };
  });
  return { body: { changes: body }, lacks };
}
