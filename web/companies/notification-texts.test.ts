import { expect, test } from "vitest";
import { NEWS, newsFor, newsPage, permissionsOf } from "../../domain/companies/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

const told = Object.entries(NEWS).flatMap(([kind, bySide]) => Object.keys(bySide).map((side) => `${kind}.${side}`));

test.each(told)("%s has its sentence in both languages", (key) => {
  for (const messages of [ja, en] as Record<string, string>[]) expect(messages[`companies.news.${key}`]).toBeTruthy();
});

test("no sentence stands for something nobody is told of", () => {
  const sentences = Object.keys(ja).filter((key) => /^companies\.news\..*\.[SBO]$/.test(key));
  expect(sentences.sort()).toEqual(told.map((key) => `companies.news.${key}`).sort());
});

test("the floor is told nothing of trade, finance nothing of planning", () => {
  expect(newsFor(permissionsOf(["floor"]))).toEqual([]);
  const finance = newsFor(permissionsOf(["finance"])).map(({ kind }) => kind);
  expect(finance).toContain("accounting.monthToClose");
  expect(finance).not.toContain("planning.exceptions");
  expect(newsPage("trade.placed", "S", "42")).toBe("sales/orders/42");
});
