import type { Browser, Page } from "playwright-core";
import { DESKTOP, SETTING } from "../support/browser.ts";

/** A person of the sample at their own machine. */
export interface Person {
  readonly page: Page;
  /** Opens a page of their company: `network/chains`. */
  readonly open: (place: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Signs in as a person of the sample, at a desktop unless said. */
export async function signIn(browser: Browser, program: string, email: string, viewport = DESKTOP): Promise<Person> {
  const context = await browser.newContext({ ...SETTING, viewport });
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
  return {
    page,
    open: async (place) => {
      await page.goto(`${company}/${place}`);
      await page.locator("#page").first().waitFor();
    },
    leave: () => context.close(),
  };
}

/** The action a page offers, and the same word in the dialog it opens. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
}
export async function agree(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** A number pad pressed digit by digit, as a gloved hand does. */
export async function pressDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await press(page, digit);
}

/** The warehouse sends so many pieces of an item to a customer, and nothing else of what waits for that one. */
export async function shipTo(person: Person, customer: RegExp, item: string, quantity: string): Promise<void> {
  const { page } = person;
  await person.open("sales/ship");
  await page.getByRole("row", { name: customer }).getByRole("button", { name: "出荷する" }).click();
  await page.getByLabel("今回出荷").first().waitFor();
  for (const row of await page
    .getByRole("row")
    .filter({ has: page.getByLabel("今回出荷") })
    .all())
    await row.getByLabel("今回出荷").fill(((await row.textContent()) ?? "").includes(item) ? quantity : "0");
  await page.getByRole("button", { name: "出荷する (1)" }).click();
  await page.waitForURL(/sales\/deliveries\//);
  await page
    .getByText(/^DN-\d{6}$/)
    .first()
    .waitFor();
}

/** The newest delivery is received, and then opened for inspection. */
export async function receiveNewest(person: Person): Promise<void> {
  const { page } = person;
  await person.open("purchasing/arrivals");
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await press(page, "入荷する");
  await agree(page, "入荷する");
  await press(page, "検収する");
}
