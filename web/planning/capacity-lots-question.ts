import type { AnswerOf, Locale } from "../platform/index.ts";
import { readNumber } from "./read-number.ts";
import { useTypedQuestion } from "./use-typed-question.ts";
import type { Lack } from "./what-if-question.ts";

export type Offer = AnswerOf<"get", "/api/v1/capacity-lots/{workCenterId}">;
export type Lots = AnswerOf<"post", "/api/v1/capacity-lots/{workCenterId}">;

export const WEEK_CHOICES = [4, 6, 8, 12, 16] as const;
const USUAL_WEEKS = 8;

/** The question as it is typed: texts only, an empty one says nothing. */
export interface TypedLots {
  readonly center: string;
  readonly weeks: number;
  /** Yen for an hour of setting up. */
  readonly rate: string;
  readonly costs: Readonly<Record<string, { readonly setup?: string; readonly holding?: string }>>;
  readonly kept: readonly string[];
}

const NOTHING: TypedLots = { center: "", weeks: USUAL_WEEKS, rate: "", costs: {}, kept: [] };

/** The page for a work centre. */
export function lotsPage(typed: Partial<TypedLots>): string {
  return `planning/lots?q=${encodeURIComponent(JSON.stringify(typed))}`;
}

function lotsIn(q: unknown): TypedLots {
  try {
    const read: unknown = typeof q === "string" ? JSON.parse(q) : q;
    if (typeof read !== "object" || read === null) return NOTHING;
    const { center, weeks, rate, costs, kept } = read as Partial<TypedLots>;
    return {
      center: typeof center === "string" ? center : "",
      weeks: WEEK_CHOICES.find((choice) => choice === weeks) ?? USUAL_WEEKS,
      rate: typeof rate === "string" ? rate : "",
      costs: typeof costs === "object" && costs !== null ? costs : {},
      kept: Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [],
    };
  } catch {
    return NOTHING;
  }
}

export const useLotsQuestion = () => useTypedQuestion<TypedLots>(lotsIn, lotsPage);

const YEN = { kind: "yen", min: "0" } as const;
const YEN_EXACT = { kind: "decimal", min: "0", decimals: 6 } as const;

/** The body of the request, or what cannot be read, each at its field as the server would name it. */
export function bodyOfLots({ weeks, rate, costs, kept }: TypedLots, items: Offer["items"], locale: Locale) {
  const lacks: Lack[] = [];
  const read = (text: string | undefined, field: string, spec: typeof YEN | typeof YEN_EXACT): string | null => {
    if (!text?.trim()) return null;
    const reading = readNumber(text, locale, spec);
    if (!reading.ok) lacks.push({ field, refusal: reading });
    return reading.ok ? String(reading.value) : null;
  };
  const body = {
    weeks,
    setupYenPerHour: read(rate, "setupYenPerHour", YEN),
    costs: items.flatMap(({ itemId }) => {
      const typed = costs[itemId];
      const setupCostYen = read(typed?.setup, `costs.${itemId}.setupCostYen`, YEN);
      const holdingCostYenPerYear = read(typed?.holding, `costs.${itemId}.holdingCostYenPerYear`, YEN_EXACT);
      if (setupCostYen === null && holdingCostYenPerYear === null) return [];
      return [{ itemId, setupCostYen, holdingCostYenPerYear }];
    }),
    keptItemIds: items.filter(({ itemId }) => kept.includes(itemId)).map(({ itemId }) => itemId),
  };
  return { body, lacks };
}
