import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Refusal } from "../../../domain/shared/index.ts";
import { projectRoot } from "../embedded/project-root.ts";
import type { AreaServer, Messages } from "./area-server.ts";
import type { Locale } from "./route.ts";

/** Finds a refusal's sentence in a language. */
export type Localize = (refusal: Pick<Refusal, "code" | "values">, locale: Locale) => string;

/**
 * Gathers the refusals' texts of the platform and of all areas. An area without message files adds none; a code without
 * a text is answered with a general sentence that names the code, so that no refusal is ever silent.
 */
export function loadTexts(areas: readonly AreaServer[], root: string = projectRoot()): Localize {
  const texts: Record<Locale, Map<string, string>> = { ja: new Map(), en: new Map() };
  const add = (messages: Messages) => {
    for (const locale of ["ja", "en"] as const) {
      for (const [key, text] of Object.entries(messages[locale])) {
        if (key.startsWith("refusals.")) texts[locale].set(key.slice("refusals.".length), text);
      }
    }
  };
  add(readMessages(join(root, "server/platform")));
  add(readMessages(join(root, "server/platform/files")));
  for (const area of areas) add(area.messages ?? readMessages(join(root, "web", area.id)));
  return ({ code, values }, locale) => {
    const text = texts[locale].get(code) ?? texts.en.get(code) ?? texts[locale].get("UNKNOWN") ?? "{{code}}";
    return fillIn(text, { code, ...values });
  };
}

let screenTexts: Record<Locale, ReadonlyMap<string, string>> | undefined;

/** A text of the screens in a language, for files people get: `quality.lots.title`. A key nobody knows is shown as it is. */
export function wordIn(key: string, locale: Locale): string {
  screenTexts ??= { ja: readScreens("ja"), en: readScreens("en") };
  return screenTexts[locale].get(key) ?? key;
}

/** A text of the screens in both languages. */
export function wordsIn(key: string): { readonly ja: string; readonly en: string } {
  return { ja: wordIn(key, "ja"), en: wordIn(key, "en") };
}

function readScreens(locale: Locale, web: string = join(projectRoot(), "web")): Map<string, string> {
  return new Map(readdirSync(web).flatMap((folder) => Object.entries(readMessages(join(web, folder))[locale])));
}

/** Puts values into the `{{name}}` places of a text; a place without a value stays empty. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** `Accept-Language` to one of our two languages; Japanese unless English is liked better. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = "ja";
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const locale = tag.split("-")[0];
    if (locale !== "ja" && locale !== "en") continue;
    const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value);
    const weight = q === undefined ? 1 : Number(q);
    if (weight > bestWeight) {
      best = locale;
      bestWeight = weight;
    }
  }
  return best;
}

function readMessages(folder: string): Messages {
  const read = (locale: Locale): Record<string, string> => {
    const file = join(folder, `messages.${locale}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  };
  return { ja: read("ja"), en: read("en") };
}
