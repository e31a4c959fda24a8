import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillIn, loadTexts, localeOf } from "./messages.ts";
import { PLATFORM_REFUSALS } from "./refusal-status.ts";

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../messages.${locale}.json`, import.meta.url), "utf8"));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

const languages = [
  { header: undefined, locale: "ja" },
  { header: "*", locale: "ja" },
  { header: "de-DE,de;q=0.9", locale: "ja" },
  { header: "en-US,en;q=0.9,ja;q=0.8", locale: "en" },
  { header: "ja,en-US;q=0.9,en;q=0.8", locale: "ja" },
  { header: "en;q=0.3, ja;q=0.7", locale: "ja" },
  { header: "EN", locale: "en" },
];
test.each(languages)("Accept-Language $header is answered in $locale", ({ header, locale }) => {
  expect(localeOf(header)).toBe(locale);
});

test("values fill the places of a sentence, and a missing one leaves it empty", () => {
  expect(fillIn("あと{{count}}件（{{name}}）{{other}}", { count: 3, name: "鋼材" })).toBe("あと3件（鋼材）");
});

test("the platform's sentences stand in both languages, with the same places to fill", () => {
  const [ja, en] = [read("ja"), read("en")];
  expect(Object.keys(en)).toEqual(Object.keys(ja));
  for (const key of Object.keys(ja)) expect([key, placeholders(en[key]!)]).toEqual([key, placeholders(ja[key]!)]);
});

test("every refusal of the platform has its sentence and every status its title", () => {
  const ja = read("ja");
  for (const [code, status] of Object.entries(PLATFORM_REFUSALS)) {
    expect(ja).toHaveProperty([`refusals.${code}`]);
    expect(ja).toHaveProperty([`refusals.STATUS_${status}`]);
  }
});

test("an area's sentences are found, and a refusal without one names its code", () => {
  const messages = {
    ja: { "refusals.ORDER_SHIPPED": "{{number}}は出荷済みです。" },
    en: { "refusals.ORDER_SHIPPED": "{{number}} is shipped." },
  };
  const localize = loadTexts([{ id: "sales", routes: [], messages }]);
  const refusal = { code: "ORDER_SHIPPED", values: { number: "SO-000012" } };
  expect(localize(refusal, "ja")).toBe("SO-000012は出荷済みです。");
  expect(localize(refusal, "en")).toBe("SO-000012 is shipped.");
  expect(localize({ code: "NEVER_HEARD_OF" }, "en")).toBe("This cannot be done (NEVER_HEARD_OF).");
});
