import type { Browser, Locator, Page } from "playwright-core";
import { DESKTOP, SETTING } from "./browser.ts";

/** A person of the sample at a screen. */
export interface Person {
  readonly page: Page;
  /** Opens a page below the company and waits for its heading. */
  open(path: string): Promise<void>;
  /** What went wrong on the page without anybody asking: errors of scripts. */
  readonly trouble: readonly string[];
}

/** Signs in as a person of the sample, as people do. */
export async function signIn(
  browser: Browser,
  address: string,
  email: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Person> {
  const hasTouch = viewport.width < DESKTOP.width;
  const context = await browser.newContext({ ...SETTING, viewport, hasTouch, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  await page.goto(address);
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
    trouble,
    async open(path) {
      await page.goto(`${company}/${path}`);
      await page.locator("h1").first().waitFor();
    },
  };
}

/** A cell of a line grid: lines and columns are counted from 1. */
export function cellOf(grid: Locator, line: number, column: number): Locator {
  return grid
    .getByRole("row")
    .nth(line)
    .getByRole("gridcell")
    .nth(column - 1);
}

/** Pastes a table into a grid, as Ctrl+V from a spreadsheet does. */
export async function paste(page: Page, cell: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  await cell.click();
  // The grid may just have been drawn anew: what is pasted must meet a cell, not the page behind it.
  await page.waitForFunction(() => document.activeElement?.closest("[role=gridcell]") !== null);
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    rows.map((row) => row.join("\t")).join("\n"),
  );
}

/** A file as a person drops it on the page. */
export async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: name.endsWith(".csv") ? "text/csv" : "application/octet-stream", buffer: bytes });
}

/** Chooses a record in a type-ahead field of the page, or of a part of it. */
export async function lookUp(within: Page | Locator, label: string, typed: string, name: RegExp): Promise<void> {
  const field = within
    .getByRole("textbox", { name: label })
    .or(within.getByRole("combobox", { name: label }))
    .first();
  await field.fill(typed);
  // What may be chosen hangs over the page, outside of its part.
  await field.page().getByRole("option", { name }).first().click();
}
