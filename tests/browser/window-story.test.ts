import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, keepScreenshot, openBrowser, seriousBarriers, TABLET } from "../support/browser.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";

let program: RunningProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Signs in as a person of the sample; answers the page and the address of its company. */
async function signIn(email: string, viewport = DESKTOP): Promise<{ page: Page; company: string }> {
  const context = await browser.newContext({ viewport, locale: "ja-JP" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(program.address);
  await page.getByLabel(/メール/).fill(email);
  await page
    .getByLabel(/パスワード/)
    .first()
    .fill("musubi-sample");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/c\//);
  return { page, company: page.url().replace(/(\/c\/[^/?]+).*/, "$1") };
}

describe("the window splits a maker's order", () => {
  let chainAddress: string;
  test("from the home page to a chain every step of which has its company, date and state", async () => {
    const { page } = await signIn("jimukyoku@yuinowa.example");
    await page.getByRole("heading", { name: "対応が必要なこと" }).waitFor();
    await page.getByText("振り分ける", { exact: true }).first().waitFor();
    await keepScreenshot(page, "window-home");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByText("振り分ける", { exact: true }).first().click();
    await page.getByRole("button", { name: "この内容で振り分ける" }).waitFor();
    expect(await page.getByText("成形").count()).toBeGreaterThan(0);
    await keepScreenshot(page, "window-dispatch-preview");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "この内容で振り分ける" }).click();
    const dialog = page.getByRole("dialog");
    if (await dialog.isVisible().catch(() => false)) await dialog.getByRole("button").last().click();
    else
      await page
        .waitForTimeout(300)
        .then(async () => ((await dialog.isVisible()) ? dialog.getByRole("button").last().click() : undefined));
    await page.waitForURL(/network\/chains\//);
    await page
      .getByText(/^VC-\d{6}$/)
      .first()
      .waitFor();
    chainAddress = page.url();
    await keepScreenshot(page, "window-chain");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.context().close();
  });
  test("the same chain on a tablet, and in English", async () => {
    const { page } = await signIn("jimukyoku@yuinowa.example", TABLET);
    await page.goto(chainAddress);
    await page
      .getByText(/^VC-\d{6}$/)
      .first()
      .waitFor();
    await keepScreenshot(page, "window-chain-tablet");
    await page.getByText("EN", { exact: true }).click();
    await page.getByText("Value chains").last().waitFor();
    expect(await page.getByText(/^refusals\.|^network\./).count()).toBe(0);
    await keepScreenshot(page, "window-chain-tablet-en");
    await page.context().close();
  });
  test("a member sees its own trades of it at once, and no price of others", async () => {
    const { page, company } = await signIn("seisan@homura.example");
    await page.goto(`${company}/network/chains`);
    await page.getByText("自社の工程").first().click();
    await page
      .getByText(/^SO-\d{6}$/)
      .first()
      .waitFor();
    await keepScreenshot(page, "member-chains");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.goto(chainAddress.replace(/.*\/network/, `${company}/network`));
    await page.getByText("溶接").first().waitFor();
    await keepScreenshot(page, "member-chain");
    await page.context().close();
  });
});

describe("everyday pages", () => {
  test("stock, with a search of a two-character word", async () => {
    const { page, company } = await signIn("shacho@akatsukino.example");
    await page.goto(`${company}/inventory/stock`);
    await page.getByRole("row").nth(3).waitFor();
    await page.getByPlaceholder(/絞り込み/).fill("ロード");
    await page.waitForURL(/q=/);
    await page
      .getByText(/ロード/)
      .first()
      .waitFor();
    await keepScreenshot(page, "stock");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.context().close();
  });
  test("a wrong password is answered with a sentence, and nothing is lost", async () => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "ja-JP" });
    const page = await context.newPage();
    await page.goto(program.address);
    await page.getByLabel(/メール/).fill("jimukyoku@yuinowa.example");
    await page
      .getByLabel(/パスワード/)
      .first()
      .fill("wrong-password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByLabel(/メール/).inputValue()).toBe("jimukyoku@yuinowa.example");
    await keepScreenshot(page, "login-wrong");
    expect(await seriousBarriers(page)).toEqual([]);
    await context.close();
  });
});
