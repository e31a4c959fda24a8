import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepScreenshot, seriousBarriers, TABLET } from "../support/browser.ts";
import type { Person } from "./people.ts";
import { startStory } from "./story.ts";

/**
 * Every page of the menu, and behind each list the document of its first row: in Japanese on a desk's screen, in English on a tablet's.
 * Whole means: texts and not their keys, no Japanese left of our own in English, nothing wider than the screen, no error in the console,
 * no failed request, and nothing axe calls serious. A page one person was shown is not walked again by the next, but a list that was
 * empty is looked at in the other company too.
 */
const PEOPLE = ["keiri@yuinowa", "jimukyoku@yuinowa", "seisan@akatsukino", "shacho@akatsukino"];
/** The product's name, and the language's own name for itself. */
const ALWAYS_JAPANESE = new Set(["結び", "日本語"]);

const story = startStory();

/** The keys of all our texts: none of them is for reading. */
const web = join(import.meta.dirname, "../../web");
const keys = new Set(
  readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("messages.en.json"))
    .flatMap((path) => Object.keys(JSON.parse(readFileSync(join(web, path), "utf8")) as object)),
);

interface Listener {
  /** What went wrong since it was asked last. */
  readonly taken: () => string[];
  /** Questions the server has not answered yet. */
  readonly waiting: () => number;
  /** Whether the server ever said this word: then it is data, in the language somebody typed it in. */
  readonly isData: (word: string) => boolean;
}

/** Listens to what goes on behind the page. */
function listen(page: Page): Listener {
  const wrong: string[] = [];
  const open = new Set<unknown>();
  let said = "";
  const ofApi = (url: string) => url.includes("/api/") && !url.includes("/events");
  page.on("console", (said) => said.type() === "error" && wrong.push(`console: ${said.text()}`));
  page.on("pageerror", (error) => wrong.push(`page: ${error.message}`));
  page.on("response", (answer) => answer.status() >= 400 && wrong.push(`${answer.status()} ${answer.url()}`));
  page.on("request", (asked) => ofApi(asked.url()) && open.add(asked));
  page.on("requestfinished", async (asked) => {
    if (ofApi(asked.url())) {
      const text = (await (await asked.response())?.text().catch(() => "")) ?? "";
      // Added only now: two answers that are read at once would otherwise each forget the other.
      said += text;
    }
    open.delete(asked);
  });
  page.on("requestfailed", (asked) => {
    open.delete(asked);
    // A question nobody waits for any more is broken off by the page itself.
    if (asked.failure()?.errorText !== "net::ERR_ABORTED") wrong.push(`failed: ${asked.url()}`);
  });
  return { taken: () => wrong.splice(0), waiting: () => open.size, isData: (word) => said.includes(word) };
}

/** Goes there as a click in the menu does, and waits until everything the page asked for is drawn. */
async function goTo(page: Page, address: string, waiting: () => number): Promise<void> {
  await page.evaluate((to) => window.history.pushState({}, "", to), address);
  await page.waitForFunction((to) => window.location.pathname === to, address);
  await settled(page, waiting);
}

async function settled(page: Page, waiting: () => number): Promise<void> {
  const busy = '.mantine-Skeleton-root, [aria-busy="true"], [data-loading="true"]';
  await expect
    .poll(
      async () => {
        const drawn = await page.evaluate(
          (marks) =>
            new Promise<boolean>((done) => {
              requestAnimationFrame(() =>
                requestAnimationFrame(() =>
                  done(document.querySelector("main h1") !== null && document.querySelector(marks) === null),
                ),
              );
            }),
          busy,
        );
        return drawn && waiting() === 0;
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBe(true);
}

/** Texts as somebody reads them, each with what it stands in, and what only a screen reader tells. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent?.trim();
      if (text && parent && !parent.closest("script, style, noscript")) words.add(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
      for (const name of ["aria-label", "placeholder", "title"]) {
        const text = element.getAttribute(name)?.trim();
        if (text) words.add(text);
      }
    return [...words];
  });
}

/** What is wider than its place: the page itself, or a part of it that cannot be scrolled to. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide: string[] = [];
    for (const element of [document.documentElement, document.querySelector("main")!]) {
      const over = element.scrollWidth - element.clientWidth;
      if (over > 1) wide.push(`${element.tagName.toLowerCase()} is ${over} px too wide`);
    }
    return wide;
  });
}

/** Runs of Japanese in a text that no answer of the server holds: ours, and forgotten. */
function foreignIn(text: string, isData: Listener["isData"]): string[] {
  const runs = text.match(/[\u3040-\u30ff\u3400-\u9fff]+/g) ?? [];
  return runs.filter((run) => !ALWAYS_JAPANESE.has(run) && !isData(run)).map((run) => `says ${run} in English`);
}

async function look(page: Page, locale: "ja" | "en", isData: Listener["isData"]): Promise<string[]> {
  const words = await wordsOf(page);
  return [
    ...words.filter((word) => keys.has(word)).map((word) => `shows the key ${word}`),
    ...(locale === "en" ? words.flatMap((word) => foreignIn(word, isData)) : []),
    ...(await tooWide(page)),
  ];
}

/** The pages of the menu, below the company; the first is home. */
async function menuOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("nav a[href^='/c/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!.replace(/^\/c\/[^/]+\/?/, "")));
  return [...new Set(hrefs)];
}

/** The document behind a list's first row. */
async function firstDocument(page: Page): Promise<string | null> {
  const link = page.locator("main tbody a[href^='/c/']").first();
  if ((await link.count()) === 0) return null;
  return (await link.getAttribute("href"))!.replace(/^\/c\/[^/]+\/?/, "").replace(/\?.*/, "");
}

async function isEmpty(page: Page): Promise<boolean> {
  const lists = page.locator("main table");
  return (await lists.count()) > 0 && (await lists.locator("tbody tr").count()) === 0;
}

const kindOf = (way: string) => way.replaceAll(/[0-9a-f-]{36}/g, "ID");
const walked = new Set<string>();

async function walk({ page }: Person, who: string): Promise<string[]> {
  await page.getByText("日本語", { exact: true }).click();
  const { taken, waiting, isData } = listen(page);
  // Who is signed in was told before anybody listened.
  await page.evaluate(async () => (await fetch("/api/v1/me")).text());
  const company = page.url().replace(/^.*?(\/c\/[^/?]+).*/, "$1");
  const problems: string[] = [];
  const ways: string[] = [];
  const visit = async (way: string, locale: "ja" | "en") => {
    await goTo(page, way === "" ? company : `${company}/${way}`, waiting);
    const found = [...(await look(page, locale, isData)), ...taken()];
    if (locale === "ja") found.push(...(await seriousBarriers(page)));
    problems.push(...found.map((what) => `/${way} (${locale}): ${what}`));
    await keepScreenshot(page, `page-${kindOf(way).replaceAll("/", "-") || `home-${who}`}-${locale}`);
  };
  await settled(page, waiting);
  const menu = await menuOf(page);
  expect(menu.length).toBeGreaterThan(10);
  for (const way of menu) {
    if (walked.has(way) || walked.has(`${company}/${way}`)) continue;
    ways.push(way);
    await visit(way, "ja");
    // Home is everybody's own.
    if (way !== "") walked.add((await isEmpty(page)) ? `${company}/${way}` : way);
    const document = await firstDocument(page);
    if (document !== null && !walked.has(kindOf(document))) {
      walked.add(kindOf(document));
      ways.push(document);
      await visit(document, "ja");
    }
  }
  await page.getByText("EN", { exact: true }).click();
  await page.setViewportSize(TABLET);
  for (const way of ways) await visit(way, "en");
  return problems;
}

describe("Ctrl+K takes somebody anywhere without the mouse", () => {
  test("a number entered at once, a word of two characters, the name of a page", async () => {
    const { page, open, leave } = await story.as("jimukyoku@yuinowa");
    await open("sales/orders");
    const number = (await page.locator("main tbody a").first().textContent())!;
    const jumpTo = async (text: string) => {
      await page.keyboard.press("Control+K");
      const field = page.getByRole("dialog").getByRole("textbox");
      await field.waitFor();
      await field.pressSequentially(text);
      await page.keyboard.press("Enter");
      await field.waitFor({ state: "detached" });
    };
    await jumpTo(number);
    await page.waitForURL(/sales\/orders\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { name: number, exact: true }).waitFor();
    await jumpTo("部品");
    await page.waitForURL(/parties\/partners\/[0-9a-f-]{36}/);
    await page.locator("main dd").getByText("くみひも谷部品組立株式会社").first().waitFor();
    await jumpTo("仕訳帳");
    await page.waitForURL(/accounting\/journal$/);
    await leave();
  });
});

describe("what opens over a page is whole too", () => {
  test("a list to look a record up in, taken by Enter before its answer is there; a calendar, its years as well", async () => {
    const { page, open, leave } = await story.as("eigyo@akatsukino");
    await open("planning/when");
    const item = page.getByRole("combobox", { name: /品目/ });
    await item.click();
    await page.getByRole("option").first().waitFor();
    expect(await seriousBarriers(page)).toEqual([]);
    await page.keyboard.type("BK-M18B-44");
    await page.keyboard.press("Enter");
    await expect.poll(() => item.inputValue()).toMatch(/^BK-M18B-44 /);
    await page.getByLabel(/希望日/).click();
    await page.getByRole("button", { name: "次の月" }).waitFor();
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: /年\d+月$/ }).click();
    await page.getByRole("button", { name: "次の年" }).waitFor();
    expect(await seriousBarriers(page)).toEqual([]);
    await leave();
  });
});

describe("every page of the menu is whole, in both languages", () => {
  test.each(PEOPLE)("as %s", { timeout: 600_000 }, async (email) => {
    const person = await story.as(email);
    expect(await walk(person, email.split("@")[0]!)).toEqual([]);
    await person.leave();
  });
});
