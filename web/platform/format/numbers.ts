import { unitWord } from "../../../domain/shared/index.ts";
import { currentLocale } from "../i18n/i18n.ts";

/** An exact decimal as text (`-1234.50`), split; null when it is none. */
function split(value: string): { negative: boolean; whole: string; fraction: string } | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  return match ? { negative: match[1] === "-", whole: match[2]!, fraction: match[3] ?? "" } : null;
}

const grouped = (whole: string) => whole.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * A decimal text with thousands separators and △ for minus, as Japanese books write it. Nothing is rounded: the figure
 * on the screen is the figure that was kept. Text that is no number is shown as it is.
 *
 * @param minDecimals zeros are added up to here, so that columns of prices line up
 */
export function formatDecimal(value: string, minDecimals = 0): string {
  const parts = split(value);
  if (!parts) return value;
  const fraction = parts.fraction.replace(/0+$/, "").padEnd(minDecimals, "0");
  const isZero = /^0*$/.test(parts.whole) && /^0*$/.test(fraction);
  return `${parts.negative && !isZero ? "△" : ""}${grouped(parts.whole)}${fraction ? `.${fraction}` : ""}`;
}

/** Whole yen, `1,234,567` or `△1,234`. */
export function formatYen(value: string | bigint): string {
  return formatDecimal(String(value));
}

/** A unit as it is shown in the language of the screen: `EA` as 個. */
export function formatUnit(unit: string): string {
  return unitWord(unit, currentLocale());
}

/** A quantity with its unit, `1,200 個`. */
export function formatQuantity(value: string, unit?: string): string {
  return unit ? `${formatDecimal(value)} ${formatUnit(unit)}` : formatDecimal(value);
}

/** A share as percent with at most one decimal, from an exact ratio: `0.9523` is `95.2%`. */
export function formatPercent(ratio: string): string {
  const number = Number(ratio);
  return Number.isFinite(number)
    ? `${formatDecimal((Math.round(number * 1000) / 10).toFixed(1).replace(/\.0$/, ""))}%`
    : ratio;
}

/** A count in words that say when it is only a lower bound: `10,000+`. */
export function formatCount(count: number, isMore = false): string {
  return `${formatDecimal(String(count))}${isMore ? "+" : ""}`;
}

export function isNegative(value: string): boolean {
  return value.startsWith("-") && /[1-9]/.test(value);
}

/** The sum of decimal texts, exact. */
export function sumDecimals(values: readonly string[]): string {
  const parts = values.map(split).filter((part) => part !== null);
  const scale = Math.max(0, ...parts.map((part) => part.fraction.length));
  const total = parts.reduce((sum, part) => {
    const number = BigInt(part.whole + part.fraction.padEnd(scale, "0"));
    return part.negative ? sum - number : sum + number;
  }, 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${total < 0n ? "-" : ""}${digits.slice(0, digits.length - scale)}${scale > 0 && fraction ? `.${fraction}` : ""}`;
}
