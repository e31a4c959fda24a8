import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

export type Locale = "ja" | "en";
/** Flat texts by key: `sales.order.title`; refusals stand under `refusals.CODE`. */
export type Messages = Readonly<Record<string, string>>;
export interface MessagesByLocale {
  readonly ja: Messages;
  readonly en: Messages;
}

const STORED_LOCALE = "musubi.locale";

/** The language before anybody signed in: what this browser used last, else what it asks for, else Japanese. */
export function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED_LOCALE);
  if (stored === "ja" || stored === "en") return stored;
  return navigator.language.startsWith("ja") ? "ja" : navigator.language.startsWith("en") ? "en" : "ja";
}

export function currentLocale(): Locale {
  return i18next.language === "en" ? "en" : "ja";
}

/** Texts of all areas as one table. Of two texts under one key the first stays: the platform's come first. */
export function mergeMessages(parts: readonly MessagesByLocale[]): MessagesByLocale {
  const merge = (locale: Locale) => Object.assign({}, ...parts.map((part) => part[locale]).reverse()) as Messages;
  return { ja: merge("ja"), en: merge("en") };
}

export function startI18n(texts: MessagesByLocale): i18n {
  i18next.use(initReactI18next).init({
    resources: { ja: { translation: texts.ja }, en: { translation: texts.en } },
    lng: firstLocale(),
    fallbackLng: "ja",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  document.documentElement.lang = currentLocale();
  return i18next;
}

/** Switches the screen's language at once; keeping it for the person is the caller's. */
export function changeLocale(locale: Locale): void {
  localStorage.setItem(STORED_LOCALE, locale);
  document.documentElement.lang = locale;
  void i18next.changeLanguage(locale);
}
