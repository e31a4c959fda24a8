import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { lookUp } from "../support/people.ts";
import { type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, dayFromNow, item, order, placed, plantCenter, plantMade, tellProgram } from "./told.ts";

/** The supplier rings: the tubes come later. Who waits, what else helps; and then it is written into the records. */
let planner: Person;
const story = startStory(async () => {
  const president = await story.as("shacho@akatsukino");
  planner = await story.as("seisan@akatsukino");
  await plant(president);
  await president.leave();
});

/** Frames of one tube, an hour each at one welding place; 20 are sold for the day on which their tubes may just still come. */
async function plant(president: Person): Promise<void> {
  const workCenterId = await plantCenter(planner, "YO1", "溶接場", "Welding shop");
  const tube = await tellProgram(planner, "/items", item("TUBE-7", "薄肉管", { supply: "buy", leadTimeDays: 3 }));
  await plantMade(planner, item("FRAME-7", "特注枠", { supply: "make", leadTimeDays: 3 }), {
    of: tube.id,
    operation: { name: "溶接", workCenterId, runMinutesPerUnit: "60" },
  });
  const customer = await tellProgram(president, "/partners", card("KYAKU-7", "東の得意先"));
  const supplier = await tellProgram(president, "/partners", card("SHIIRE-7", "西の鋼管"));
  await placed(president, "sales", order(customer.id, "FRAME-7", "20", "9000"));
  await placed(president, "purchase", order(supplier.id, "TUBE-7", "20", "100"));
  await tellProgram(planner, "/plan-runs", {});
}

const result = (page: Page) => page.getByRole("region", { name: "比較の結果" });

describe("what if", () => {
  test("an item's page leads to a question about it; what lacks is said at its field", async () => {
    const { page } = planner;
    await expect
      .poll(async () => (await tellProgram(planner, "/plan-runs/latest", null, "GET")).latest.state, {
        timeout: 60_000,
      })
      .toBe("done");
    const { rows } = await tellProgram(planner, "/items?search=TUBE-7", null, "GET");
    await planner.open(`planning/items/${rows[0].id}`);
    await page.locator("#page").getByRole("link", { name: "もしも比較" }).click();
    await page.getByRole("region", { name: "1. 受注が増えたら" }).waitFor();
    await press(page, "比較する");
    await page.getByText("入力してください。").waitFor();
    await sound(page, "what-if-1-lacks");
    await press(page, "1 番目の変更を外す");
    // A lot rule that weighs costs asks for them, and says which is not enough.
    await press(page, "品目の条件を変えたら");
    await lookUp(page, "品目", "TUBE-7", /TUBE-7/);
    await page.getByLabel("ロットまとめ").selectOption({ label: "最小費用" });
    await page.getByLabel("手配1回の費用（円）").fill("8,000");
    await press(page, "比較する");
    await page.getByText("年間保管費を 0 円より大きく入力してください").waitFor();
    await sound(page, "what-if-1b-lot-rule");
    await press(page, "1 番目の変更を外す");
    await page.getByText("比べたい変更を下から選んでください").waitFor();
    await keepScreenshot(page, "what-if-2-empty");
  });

  test("tubes a week later: who waits and how long, in one sentence; the question survives a reload", async () => {
    const { page } = planner;
    await press(page, "入荷・完成が遅れたら");
    await lookUp(page, "品目", "TUBE-7", /TUBE-7/);
    await page.getByLabel("発注・製造指図").selectOption({ index: 1 });
    await page.getByLabel("遅れる日数").fill("７");
    await press(page, "比較する");
    await result(page)
      .getByText(/1 社の受注 1 件がいまの計画より遅れ、最大 \d+ 日遅れになります/)
      .waitFor();
    await result(page).getByText("東の得意先").waitFor();
    await sound(page, "what-if-3-late");
    await page.waitForURL(/what-if\?q=/);
    await page.reload();
    await result(page)
      .getByText(/最大 \d+ 日遅れ/)
      .waitFor();
    expect(await page.getByLabel("遅れる日数").inputValue()).toBe("７");
  });

  test("with more ordered and the welding place closed: planned orders, stock and load, before and after", async () => {
    const { page } = planner;
    await press(page, "受注が増えたら");
    const more = page.getByRole("region", { name: "2. 受注が増えたら" });
    await lookUp(more, "品目", "FRAME-7", /FRAME-7/);
    await page.getByLabel("増える数量").fill("30");
    await page.getByLabel("必要日").fill(dayFromNow(22).replaceAll("-", "/"));
    await lookUp(more, "得意先（任意）", "KYAKU-7", /KYAKU-7/);
    await press(page, "作業区の稼働を変えたら");
    await lookUp(page.getByRole("region", { name: "3. 作業区の稼働を変えたら" }), "作業区", "YO1", /YO1/);
    await page.getByLabel("いつから").fill(dayFromNow(8).replaceAll("-", "/"));
    await page.getByLabel("いつまで").fill(dayFromNow(12).replaceAll("-", "/"));
    await press(page, "比較する");
    await page.getByRole("tab", { name: /計画オーダー \(\d+\)/ }).click();
    await page.getByRole("table", { name: "計画オーダー" }).getByText("TUBE-7").waitFor();
    await page.getByRole("table", { name: "計画オーダー" }).scrollIntoViewIfNeeded();
    await sound(page, "what-if-4-orders");
    await page.getByRole("tab", { name: "在庫推移" }).click();
    await page.locator("canvas").first().waitFor();
    await page.getByRole("link", { name: "在庫推移を見る" }).scrollIntoViewIfNeeded();
    await sound(page, "what-if-5-stock");
    await page.getByRole("tab", { name: /負荷/ }).click();
    await page.getByRole("table", { name: "負荷" }).getByText("溶接場").waitFor();
    await page.locator("canvas").first().waitFor();
    await page.getByText("休みと残業は負荷の比較にだけ効きます").scrollIntoViewIfNeeded();
    await sound(page, "what-if-6-load");
    await page.getByRole("tab", { name: /例外/ }).click();
    await page.getByText("休みと残業は負荷の比較にだけ効きます").scrollIntoViewIfNeeded();
    await keepScreenshot(page, "what-if-7-exceptions");
    await page.getByRole("tab", { name: "合計" }).click();
    await page.getByRole("table", { name: "合計" }).getByText("作業時間（8 週間）").waitFor();
  });

  test("applying tells what is written, leaves out what is not the planner's, and the records have it", async () => {
    const { page } = planner;
    await press(page, "記録に反映…");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("内示を登録：FRAME-7 東の得意先").waitFor();
    await dialog.getByText(/稼働カレンダー・シフトに登録します/).waitFor();
    await sound(page, "what-if-8-apply");
    await press(page, "反映する（1 件）");
    await page.getByRole("link", { name: "内示 FRAME-7 を登録しました" }).waitFor();
    await sound(page, "what-if-9-applied");
    // What was not applied is still asked.
    await page.getByRole("region", { name: "1. 入荷・完成が遅れたら" }).waitFor();
    await page.getByRole("link", { name: "内示 FRAME-7 を登録しました" }).click();
    await page.getByRole("row").filter({ hasText: "FRAME-7" }).getByText("30").waitFor();
    const { rows } = await tellProgram(planner, "/forecasts?search=FRAME-7", null, "GET");
    expect(rows).toMatchObject([{ quantity: "30", periodFrom: dayFromNow(22), partnerName: "東の得意先" }]);
  });

  test("who buys writes the supplier's new day into the order, on a tablet and in English", async () => {
    const president = await story.as("shacho@akatsukino", TABLET);
    const { page } = president;
    const { rows } = await tellProgram(president, "/items?search=TUBE-7", null, "GET");
    const timeline = await tellProgram(president, `/plan-items/${rows[0].id}/timeline`, null, "GET");
    const receipt = timeline.events.find((one: { what: string }) => one.what === "receipt");
    const asked = { kind: "receipt", item: rows[0].id, receipt: `purchase ${receipt.record.id} 1`, daysLater: "7" };
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    await president.open(`planning/what-if?q=${encodeURIComponent(JSON.stringify([asked]))}`);
    await page.getByText(/1 order of 1 customer will be later/).waitFor();
    await sound(page, "what-if-10-tablet-en");
    await press(page, "Apply…");
    await page
      .getByRole("dialog")
      .getByText(/Change purchase order/)
      .waitFor();
    await sound(page, "what-if-11-tablet-apply-en");
    await press(page, "Apply (1)");
    await page.getByRole("link", { name: /Change of purchase order .* entered/ }).click();
    const shown = await tellProgram(president, `/trades/${receipt.record.id}`, null, "GET");
    expect(JSON.stringify(shown)).toContain(dayFromNow(27));
    await president.leave();
  });
});
