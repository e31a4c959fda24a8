import { describe, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { press } from "./people.ts";
import { startStory } from "./story.ts";

const story = startStory();

describe("the bell and the home page", () => {
  test("a president reads what arrived, opens the record it leads to, and marks all as read", async () => {
    const president = await story.as("shacho@akatsukino");
    const { page } = president;
    const bell = page.getByRole("button", { name: /お知らせ/ });
    await page.getByRole("heading", { name: "これからの負荷（作業区・週ごと）" }).waitFor();
    await page.locator("[data-loading]").first().waitFor({ state: "detached" });
    await sound(page, "home-president");
    await page.getByRole("button", { name: /お知らせ（未読 \d+\+? 件）/ }).click();
    const panel = page.getByRole("dialog", { name: "お知らせ" });
    await panel.getByRole("link").first().waitFor();
    await sound(page, "bell-president");
    await panel.getByRole("link").first().click();
    await panel.waitFor({ state: "hidden" });
    await page.waitForURL(/\/c\/[^/]+\/.+/);
    await bell.click();
    await panel.getByRole("button", { name: "すべて既読にする" }).click();
    await page.getByRole("button", { name: "お知らせ（未読なし）" }).waitFor();
    await president.leave();
  });

  test("who keeps the books finds the months to close, in English on a tablet", async () => {
    const finance = await story.as("keiri@yuinowa", TABLET);
    const { page } = finance;
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await keepScreenshot(page, "home-finance-en");
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await page.getByRole("dialog", { name: "Notifications" }).waitFor();
    await sound(page, "bell-finance-en");
    await finance.leave();
  });
});

describe("an advance between two companies", () => {
  test("is paid in its own dialog, told by the bell, and confirmed by who receives it", async () => {
    const [payer, receiver] = await Promise.all([story.as("keiri@kumihimo"), story.as("keiri@homura")]);
    await payer.open("accounting/payments");
    await press(payer.page, "前渡金を支払う");
    const dialog = payer.page.getByRole("dialog", { name: "前渡金を支払う" });
    await dialog.getByLabel("支払先").first().fill("ほむら");
    await payer.page.getByRole("option").first().click();
    await dialog.getByLabel("金額").fill("50000");
    await sound(payer.page, "advance-pay");
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
    await sound(payer.page, "advance-match");
    await Promise.all([payer.leave(), receiver.leave()]);
  });
});
