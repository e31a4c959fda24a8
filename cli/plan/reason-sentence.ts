import type { LateReason, ScheduleTrouble } from "../../domain/planning/index.ts";
import type { Language } from "../../server/platform/embedded/index.ts";
import filesEn from "../../server/platform/files/messages.en.json" with { type: "json" };
import filesJa from "../../server/platform/files/messages.ja.json" with { type: "json" };
import itemsEn from "../../web/items/messages.en.json" with { type: "json" };
import itemsJa from "../../web/items/messages.ja.json" with { type: "json" };
import en from "../../web/planning/messages.en.json" with { type: "json" };
import ja from "../../web/planning/messages.ja.json" with { type: "json" };

// The screens' own sentences: one text for one reason, wherever it is read.
const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: { ...itemsJa, ...ja, ...filesJa },
  en: { ...itemsEn, ...en, ...filesEn },
};

/** Why something is refused or late, as the screens say it; the code itself where no sentence is written. */
export function reasonSentence(
  { code, values = {} }: Pick<LateReason | ScheduleTrouble, "values"> & { readonly code: string },
  language: Language,
): string {
  const template = SENTENCES[language][`refusals.${code}`] ?? code;
  return filled(template, values);
}

/** A sentence with its blanks filled in. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(values[name] ?? ""));
}

/** A moment as people write it; anything else as it is. */
export function shown(value: string | number): string {
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, "$1 $2");
}
