import { useLocale, useText } from "../i18n/use-text.ts";
import { formatDate, formatEraDate, formatInstant, relativeDay, todayInJapan } from "./dates.ts";
import { formatDecimal, formatUnit, formatYen, isNegative } from "./numbers.ts";

interface ValueProps {
  readonly value: string | null | undefined;
}

/** Nothing there: a quiet dash, so that an empty cell does not look like a forgotten one. */
function Nothing() {
  return (
    <span className="quiet" aria-hidden>
      –
    </span>
  );
}

/** Whole yen, right-aligned figures, negative as △. `unit` writes 円 / JPY behind it. */
export function Money({ value, unit = false }: ValueProps & { readonly unit?: boolean }) {
  const locale = useLocale();
  if (value === null || value === undefined || value === "") return <Nothing />;
  return (
    <span className={isNegative(value) ? "number negative" : "number"}>
      {formatYen(value)}
      {unit && (locale === "ja" ? " 円" : " JPY")}
    </span>
  );
}

/** A quantity with its unit; the unit is quieter than the figure. */
export function Quantity({ value, unit }: ValueProps & { readonly unit?: string | null }) {
  if (value === null || value === undefined || value === "") return <Nothing />;
  return (
    <span className={isNegative(value) ? "number negative" : "number"}>
      {formatDecimal(value)}
      {unit && <span className="quiet"> {formatUnit(unit)}</span>}
    </span>
  );
}

/** A price per unit, yen with its decimals. */
export function Price({ value, unit }: ValueProps & { readonly unit?: string | null }) {
  if (value === null || value === undefined || value === "") return <Nothing />;
  return (
    <span className="number">
      {formatDecimal(value)}
      {unit && <span className="quiet"> /{formatUnit(unit)}</span>}
    </span>
  );
}

/** A day with its weekday; the era and the distance from today stand in the tip, or `relative` writes the distance out. */
export function DateText({ value, relative = false }: ValueProps & { readonly relative?: boolean }) {
  const locale = useLocale();
  const t = useText();
  if (!value) return <Nothing />;
  const distance = relativeDay(value, todayInJapan());
  const far = distance ? t(distance.key, { count: distance.count }) : "";
  const tip = [locale === "ja" ? formatEraDate(value) : "", far].filter(Boolean).join(" · ");
  // The browser's own tip: a list draws a hundred of these, and a component for each tip would be felt.
  return (
    <span className="tabular" style={{ whiteSpace: "nowrap" }} title={tip || undefined}>
      {formatDate(value, locale)}
      {relative && far && <small className="quiet"> {far}</small>}
    </span>
  );
}

/** A moment, in Japan's time. */
export function InstantText({ value }: ValueProps) {
  return value ? <span className="tabular">{formatInstant(value)}</span> : <Nothing />;
}
