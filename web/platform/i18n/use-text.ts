import { useTranslation } from "react-i18next";
import { isPlainDate } from "../../../domain/shared/index.ts";
import { formatDate } from "../format/dates.ts";
import { currentLocale, type Locale } from "./i18n.ts";

/** A text by its key, with the values of its `{{name}}` places. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** `t("sales.order.title")` in the reader's language; the screen is drawn anew when the language changes. */
export function useText(): Translate {
  const { t } = useTranslation();
  return t as unknown as Translate;
}

export function useLocale(): Locale {
  useTranslation();
  return currentLocale();
}

export interface RefusalLike {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly detail?: string;
}

/** Days within a sentence as everywhere else on the screen, a permission by its word. */
function readable(t: Translate, values: RefusalLike["values"]): RefusalLike["values"] {
  if (!values) return values;
  const locale = currentLocale();
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && isPlainDate(value)
        ? formatDate(value, locale)
        : name === "permission"
          ? permissionWord(t, String(value))
          : value,
    ]),
  );
}

function permissionWord(t: Translate, permission: string): string {
  const key = `platform.permission.${permission}`;
  const word = t(key);
  return word === key ? permission : word;
}

/** A refusal's sentence: what the server wrote, else our own text, else one that names the code. */
export function refusalText(t: Translate, refusal: RefusalLike): string {
  if (refusal.detail) return refusal.detail;
  const key = `refusals.${refusal.code}`;
  const text = t(key, readable(t, refusal.values));
  return text === key ? t("platform.refusal.unknown", { code: refusal.code }) : text;
}
