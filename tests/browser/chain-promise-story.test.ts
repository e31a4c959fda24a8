import { test } from "vitest";
import { addDays } from "../../domain/shared/index.ts";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { agree, press } from "./people.ts";
import { startStory } from "./story.ts";

/** Before a maker orders: the window asks its chain when a fork and a silver frame can be ready, holds the fork's days and makes them an order. */
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const story = startStory();

test("the chain is asked, its days are held, and the held days become the maker's order", async () => {
  const { page, open, leave } = await story.as("jimukyoku@yuinowa");
  await open("network/chain-promises/ask");
  const ask = async (item: string, quantity: string) => {
    await page.getByLabel(/^品目/).fill(item);
    await page.getByRole("option", { name: new RegExp(`^${item}`) }).click();
    await page.getByLabel("数量").fill(quantity);
    await page.getByLabel("希望納期").fill(addDays(today, 60));
    await press(page, "問い合わせる");
    await page.getByText(new RegExp(`^${item}.*希望納期`)).waitFor();
  };
  await page.getByText("何も予約されません").waitFor();
  await keepScreenshot(page, "chain-promise-1-ask");
  // What is missing or cannot be read stands at its field.
  await page.getByLabel("数量").fill("三本");
  await press(page, "問い合わせる");
  await page.getByText("必ず入力してください").first().waitFor();
  await sound(page, "chain-promise-1b-missing");
  await page.getByLabel("できる会員すべてに聞いて比べる").check();
  // Its painter answers by a person.
  await ask("FR-M94S-42", "３");
  await page.getByText("人に確認", { exact: true }).waitFor();
  await sound(page, "chain-promise-2-frame");
  await ask("FK-9939", "12");
  await page.getByText("間に合う", { exact: true }).first().waitFor();
  await keepScreenshot(page, "chain-promise-3-fork");
  await press(page, "この納期を仮押さえする");
  await page.getByText("押さえ中").first().waitFor();
  await sound(page, "chain-promise-4-held");
  const held = page.url();
  await open("network/chain-promises");
  await page.getByRole("row").nth(1).getByText("CP-").waitFor();
  await keepScreenshot(page, "chain-promise-5-list");
  await page.goto(held);
  await page.getByText("EN", { exact: true }).click();
  await page.getByText("Make it an order").waitFor();
  await keepScreenshot(page, "chain-promise-5b-held-en");
  await page.getByText("日本語", { exact: true }).click();
  await press(page, "受注にする");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^メーカー/).fill("かざみ");
  await page.getByRole("option").first().click();
  await keepScreenshot(page, "chain-promise-6-order");
  await agree(page, "受注にして振り分ける");
  await page.waitForURL(/network\/chains\//);
  await page
    .getByText(/^VC-\d{6}$/)
    .first()
    .waitFor();
  await page.goto(held);
  await page.getByText("受注済み").first().waitFor();
  await leave();

  const small = await story.as("jimukyoku@yuinowa", TABLET);
  await small.open("network/chain-promises/ask");
  await keepScreenshot(small.page, "chain-promise-7-tablet-ask");
  await small.page.goto(held);
  await small.page.getByText("受注済み").first().waitFor();
  await keepScreenshot(small.page, "chain-promise-7-tablet");
  await small.leave();
});
