import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepScreenshot, openBrowser, seriousBarriers, TABLET } from "../support/browser.ts";
import { tellScreensOnFailure } from "../support/on-failure.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";
import { press, signIn } from "./people.ts";

let program: RunningProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 600_000);
tellScreensOnFailure(() => browser);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe("the bell and the home page", () => {
  test("a president reads what arrived, opens the record it leads to, and marks all as read", async () => {
    const president = await signIn(browser, program.address, "shacho@akatsukino.example");
    const { page } = president;
    const bell = page.getByRole("button", { name: /お知らせ/ });
    await page.getByRole("heading", { name: "これからの負荷（作業区・週ごと）" }).waitFor();
    await page.locator("[data-loading]").first().waitFor({ state: "detached" });
    await keepScreenshot(page, "home-president");
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: /お知らせ（未読 \d+\+? 件）/ }).click();
    const panel = page.getByRole("dialog", { name: "お知らせ" });
    await panel.getByRole("link").first().waitFor();
    await keepScreenshot(page, "bell-president");
    expect(await seriousBarriers(page)).toEqual([]);
    await panel.getByRole("link").first().click();
    await panel.waitFor({ state: "hidden" });
    await page.waitForURL(/\/c\/[^/]+\/.+/);
    await bell.click();
    await panel.getByRole("button", { name: "すべて既読にする" }).click();
    await page.getByRole("button", { name: "お知らせ（未読なし）" }).waitFor();
    await president.leave();
  });

  test("who keeps the books finds the months to close, in English on a tablet", async () => {
    const finance = await signIn(browser, program.address, "keiri@yuinowa.example", TABLET);
    const { page } = finance;
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await keepScreenshot(page, "home-finance-en");
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await page.getByRole("dialog", { name: "Notifications" }).waitFor();
    await keepScreenshot(page, "bell-finance-en");
    expect(await seriousBarriers(page)).toEqual([]);
    await finance.leave();
  });
});

describe("an advance between two companies", () => {
  test("is paid in its own dialog, told by the bell, and confirmed by who receives it", async () => {
    const [payer, receiver] = await Promise.all([
      signIn(browser, program.address, "keiri@kumihimo.example"),
      signIn(browser, program.address, "keiri@homura.example"),
    ]);
    await payer.open("accounting/payments");
    await press(payer.page, "前渡金を支払う");
    const dialog = payer.page.getByRole("dialog", { name: "前渡金を支払う" });
    await dialog.getByLabel("支払先").first().fill("ほむら");
    await payer.page.getByRole("option").first().click();
    await dialog.getByLabel("金額").fill("50000");
    await keepScreenshot(payer.page, "advance-pay");
    expect(await seriousBarriers(payer.page)).toEqual([]);
    await dialog.getByRole("button", { name: "前渡金を支払う", exact: true }).click();
    await payer.page.waitForURL(/accounting\/payments\/[0-9a-f-]{36}/);
    await payer.page.getByText("送金済").first().waitFor();
    await receiver.page.getByRole("button", { name: /お知らせ（未読 \d+\+? 件）/ }).click();
    await keepScreenshot(receiver.page, "advance-bell");
    await receiver.open(`accounting/payments/${payer.page.url().replace(/.*\//, "")}`);
    await press(receiver.page, "入金を確認する");
    await receiver.page.getByRole("dialog").getByRole("button", { name: "入金を確認する", exact: true }).click();
    // Once the money is there, either side may match it to an invoice, and the payer's page says so by itself.
    await receiver.page.getByRole("button", { name: "請求書に消し込む" }).waitFor();
    await payer.page.getByRole("button", { name: "請求書に消し込む" }).click();
    await payer.page.getByRole("dialog", { name: "請求書に消し込む" }).waitFor();
    await keepScreenshot(payer.page, "advance-match");
    expect(await seriousBarriers(payer.page)).toEqual([]);
    await Promise.all([payer.leave(), receiver.leave()]);
  });
});
