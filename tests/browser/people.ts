import type { Browser, Page } from "playwright-core";
import { addDays, type PlainDate } from "../../domain/shared/index.ts";
import { DESKTOP } from "../support/browser.ts";

export type Viewport = typeof DESKTOP;

/** A person of the sample at their own machine. */
export interface Person {
  readonly page: Page;
  /** Opens a page of their company: `network/chains`. */
  readonly open: (place: string) => Promise<void>;
  /** The address of a page of their company. */
  readonly address: (place: string) => string;
  readonly leave: () => Promise<void>;
}

/** Signs in as a person of the sample, at a desktop unless said. */
export async function signIn(
  browser: Browser,
  program: string,
  email: string,
  viewport: Viewport = DESKTOP,
): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: "ja-JP" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: program });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(program);
  await page.getByLabel(/メール/).fill(email);
  await page
    .getByLabel(/パスワード/)
    .first()
    .fill("musubi-sample");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/c\//);
  const company = page.url().replace(/(\/c\/[^/?]+).*/, "$1");
  const address = (place: string) => `${company}/${place}`;
  return {
    page,
    address,
    open: async (place) => {
      await page.goto(address(place));
      await page.locator("main#page, #page").first().waitFor();
    },
    leave: () => context.close(),
  };
}

/** So many days after the program's today, as the order would say it. */
export function dayAfter(today: PlainDate, days: number): PlainDate {
  return addDays(today, days);
}

/** A number pad pressed digit by digit, as a gloved hand does. */
export async function pressDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole("button", { name: digit, exact: true }).click();
}

/** A primary action and the confirmation it asks for, where it asks. */
export async function doAction(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
}
