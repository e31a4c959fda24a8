import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, dayFromNow, item, order, placed, plantCenter, plantMade, tellProgram } from "./told.ts";

/** A lathe is full of set-ups: three parts, each wanted in small numbers twice a week. The planner puts their lots together. */
let planner: Person;
let lathe: string;
let shaft: string;
let customer: { readonly id: string };
const story = startStory(async () => {
  const president = await story.as("shacho@akatsukino");
  planner = await story.as("seisan@akatsukino");
  await plant(president);
  await president.leave();
});

/** The lathe works eight hours a day; each set-up takes six of them. */
async function plant(president: Person): Promise<void> {
  lathe = await plantCenter(planner, "SEN1", "NC旋盤", "NC lathe");
  const bar = await tellProgram(planner, "/items", item("BAR-8", "丸棒", { supply: "buy", leadTimeDays: 3 }));
  const operation = { name: "旋削", workCenterId: lathe, setupMinutes: "360", runMinutesPerUnit: "20" };
  const made = (code: string, name: string, costs: Readonly<Record<string, string>>) =>
    plantMade(planner, item(code, name, { supply: "make", leadTimeDays: 1, ...costs }), { of: bar.id, operation });
  shaft = await made("SHAFT-8", "軸", {});
  await made("SLEEVE-8", "筒", { setupCostYen: "4000", holdingCostYenPerYear: "400" });
  await made("COLLAR-8", "輪", { setupCostYen: "4500", holdingCostYenPerYear: "250" });
  customer = await tellProgram(president, "/partners", card("KYAKU-8", "南の得意先"));
  for (const week of [3, 4, 5])
    for (const [at, code] of ["SHAFT-8", "SLEEVE-8", "COLLAR-8"].entries())
      for (const day of [0, 2])
        await placed(president, "sales", order(customer.id, code, "8", "900", dayFromNow(mondayIn(week) + day + at)));
  await tellProgram(planner, "/plan-runs", {});
}

/** Days until the Monday so many weeks on. */
function mondayIn(weeks: number): number {
  const weekday = new Date(`${dayFromNow(0)}T00:00:00Z`).getUTCDay() || 7;
  return 7 * weeks + 1 - weekday;
}

const answer = (page: Page) => page.getByRole("region", { name: "組み直しの結果" });

describe("lots within the capacity of a work centre", () => {
  test("the load on the home page leads from the full lathe to its lots", async () => {
    const { page } = planner;
    await expect
      .poll(async () => (await tellProgram(planner, "/plan-runs/latest", null, "GET")).latest.state, {
        timeout: 60_000,
      })
      .toBe("done");
    await planner.open("");
    const link = page.getByRole("link", { name: /NC旋盤 のロットを見直す/ });
    await link.scrollIntoViewIfNeeded();
    await keepScreenshot(page, "lots-1-home");
    await link.click();
    await page.getByRole("table", { name: "組み直す品目" }).getByText("SHAFT-8 軸").waitFor();
    await page.locator("canvas").first().waitFor();
    await sound(page, "lots-2-offer");
  });

  test("a cost nobody has said is asked for at its field; what is typed survives a reload", async () => {
    const { page } = planner;
    await press(page, "ロットを組み直してみる");
    await page.getByText("SHAFT-8 の手配1回の費用か、段取 1 時間の費用を入力してください。").waitFor();
    await page.getByLabel("SHAFT-8 の年間保管費（円）").scrollIntoViewIfNeeded();
    await sound(page, "lots-3-lacks");
    await page.getByLabel("段取 1 時間の費用（円）").fill("３,０００");
    await page.getByLabel("SHAFT-8 の年間保管費（円）").fill("300");
    await page.waitForURL(/SHAFT|300/);
    await page.reload();
    await page.getByRole("table", { name: "組み直す品目" }).getByText("SHAFT-8 軸").waitFor();
    expect(await page.getByLabel("段取 1 時間の費用（円）").inputValue()).toBe("３,０００");
  });

  test("put together: fewer set-ups, no week over capacity, how good it is in words, lots by week", async () => {
    const { page } = planner;
    await press(page, "ロットを組み直してみる");
    await answer(page)
      .getByText(/段取が 18 回から \d 回に/)
      .waitFor({ timeout: 60_000 });
    await answer(page)
      .getByText(/能力を超える週は [1-9] 週から 0 週/)
      .waitFor();
    await answer(page)
      .getByText(/費用の差は最大|これより安い組み方はありません/)
      .waitFor();
    await page.locator("canvas").first().scrollIntoViewIfNeeded();
    await sound(page, "lots-4-chart");
    await answer(page).getByRole("table", { name: "品目と週ごとのロット" }).scrollIntoViewIfNeeded();
    await sound(page, "lots-5-answer");
  });

  test("made firm after a preview: the plan follows, the proposals they take the place of are gone", async () => {
    const { page } = planner;
    await press(page, "確定計画にする…");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/件を確定計画にします（すべて、またはなし）/).waitFor();
    await sound(page, "lots-6-apply");
    await dialog.getByRole("button", { name: /確定計画にする（\d+ 件）/ }).click();
    await page
      .getByText(/件を確定計画にしました/)
      .first()
      .waitFor();
    await page.getByText("この作業区で組み直せる計画オーダーはありません").waitFor({ timeout: 60_000 });
    await sound(page, "lots-7-applied");
    const { rows } = await tellProgram(planner, `/planned-orders?itemId=${shaft}&limit=100`, null, "GET");
    const quantity = rows.reduce((sum: number, one: { quantity: string }) => sum + Number(one.quantity), 0);
    expect([quantity, rows.every((one: { state: string }) => one.state === "edited")]).toEqual([48, true]);
    await page.getByRole("link", { name: "確定計画を見る" }).click();
    await page.getByRole("row").filter({ hasText: "SHAFT-8" }).first().waitFor();
    await sound(page, "lots-8-firm");
  });

  test("given back, asked again on a tablet in English; what does not fit says which weeks lack how many hours", async () => {
    const { rows } = await tellProgram(planner, "/planned-orders?state=edited&limit=100", null, "GET");
    const seqs = rows.map((one: { seq: number }) => one.seq);
    await tellProgram(planner, "/planned-orders/restore", { runId: rows[0].runId, seqs });
    const president = await story.as("shacho@akatsukino", TABLET);
    const { page } = president;
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    const typed = { center: lathe, weeks: 8, rate: "3000", costs: { [shaft]: { holding: "300" } } };
    await president.open(`planning/lots?q=${encodeURIComponent(JSON.stringify(typed))}`);
    await page.getByRole("table", { name: "Items to put together" }).getByText("SHAFT-8").waitFor({ timeout: 60_000 });
    await page.locator("canvas").first().waitFor();
    await sound(page, "lots-9-tablet-en");
    await press(page, "Put lots together");
    await page.getByText(/set-ups instead of 18/).waitFor({ timeout: 60_000 });
    await sound(page, "lots-10-tablet-answer-en");
    await press(page, "Make firm…");
    await page.getByRole("dialog").getByText("First needed").waitFor();
    await sound(page, "lots-11-tablet-apply-en");
    await press(page, "Cancel");
    await placed(president, "sales", order(customer.id, "SHAFT-8", "1200", "900", dayFromNow(mondayIn(3) + 3)));
    await expect
      .poll(
        async () =>
          (await tellProgram(president, `/planned-orders?itemId=${shaft}&limit=100`, null, "GET")).rows.length,
        { timeout: 60_000 },
      )
      .toBe(7);
    await page.reload();
    await page.getByRole("table", { name: "Items to put together" }).getByText("SHAFT-8").waitFor({ timeout: 60_000 });
    await press(page, "Put lots together");
    await page.getByText(/alone lacks [\d.,]+ hours/).waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Try overtime (What if)" }).scrollIntoViewIfNeeded();
    await sound(page, "lots-12-short-en");
    await president.leave();
  });
});
