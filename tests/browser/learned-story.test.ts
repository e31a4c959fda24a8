import { describe, expect, test } from "vitest";
import { DESKTOP, sound, TABLET } from "../support/browser.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { dayFromNow, tellProgram } from "./told.ts";

/*
 * A planner imports a production log, learns from it, looks how an operation's times spread, and makes them the routing's. The same log says when work
 * orders under way are likely to be finished; a wrong log is taken back and teaches no more.
 */

let planner: Person;
let workOrder = "";
let item: { readonly id: string; readonly code: string };

interface Operation {
  readonly operationNumber: number;
  readonly workCenterId: string | null;
  readonly workCenterCode: string | null;
  readonly runMinutesPerUnit: string;
}
const routing = async (): Promise<Operation[]> =>
  (await tellProgram(planner, `/items/${item.id}/routing`, null, "GET")).operations;

const story = startStory(async () => {
  planner = await story.as("seisan@akatsukino");
});

/** Twelve orders of two operations; pieces and minutes of the same kind every time, with one forgotten report. */
async function logOf(item: string, operations: readonly Operation[]): Promise<string> {
  const lines = ["指図番号,品目コード,工程番号,作業区コード,開始日時,終了日時,良品数"];
  for (let order = 0; order < 12; order++)
    for (const [at, { operationNumber, workCenterCode }] of operations.entries()) {
      const pieces = 4 + ((order * 7) % 11);
      const minutes = 25 + pieces * (6 + (order % 3)) + (order === 5 ? 200 : 0);
      const end = `${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const day = dayFromNow(-60 + 3 * order + at);
      lines.push(`M-${order},${item},${operationNumber},${workCenterCode},${day} 08:00,${day} ${end},${pieces}`);
    }
  return lines.join("\r\n");
}

describe("learning from work", () => {
  test("says what to do first, and takes a log of another system in", async () => {
    const { page } = planner;
    const { rows } = await tellProgram(planner, "/items?supply=make&limit=1", null, "GET");
    item = rows[0];
    const { operations: planned } = await tellProgram(planner, `/items/${item.id}/routing`, null, "GET");
    const { version } = await tellProgram(planner, `/items/${item.id}`, null, "GET");
    const second = { ...planned[0], operationNumber: planned[0].operationNumber + 10, name: "検査" };
    await tellProgram(planner, `/items/${item.id}/routing`, { version, operations: [planned[0], second] }, "PUT");
    const operations = await routing();
    await planner.open("planning/learned");
    await page.getByText("まだ学習していません", { exact: false }).waitFor();
    await sound(page, "learned-01-empty");
    await planner.open("planning/learned/import");
    await page.locator("input[type=file]").setInputFiles({
      name: "log.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(await logOf(item.code, operations)),
    });
    await page.getByRole("button", { name: /^取り込む/ }).click();
    await page.getByText(/取り込みました（新規 24件/).waitFor();
  });

  test("shows what operations really take beside the routing, and how it spreads", async () => {
    const { page } = planner;
    await planner.open("planning/learned");
    await press(page, "学習する");
    await agree(page, "学習する");
    const row = page.getByRole("row", { name: new RegExp(item.code) }).first();
    await row.waitFor();
    await sound(page, "learned-02-operations");
    await row.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.getByText(/指図 12 件の実績です/).waitFor();
    await drawer.getByRole("heading", { name: /分布/ }).waitFor();
    await sound(page, "learned-03-spread");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  test("what was chosen is shown before and after, and stands in the routing from a day on", async () => {
    const { page } = planner;
    const before = await routing();
    await page
      .getByRole("row", { name: new RegExp(item.code) })
      .first()
      .getByRole("checkbox")
      .check();
    await press(page, "マスタに反映");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("cell", { name: /段取 .* 分\/単位/ })
      .first()
      .waitFor();
    await sound(page, "learned-04-take-over");
    await agree(page, "マスタに反映");
    await page.getByText("マスタに反映しました").waitFor();
    await page.getByText("マスタに反映しました").waitFor({ state: "hidden" });
    expect((await routing()).length).toBe(before.length + 1);
  });

  test("lead times and queues stand on pages of their own; on a tablet, in English", async () => {
    const { page } = planner;
    await page.getByRole("link", { name: "品目のリードタイム" }).click();
    await page.getByRole("columnheader", { name: "8割が収まる日数" }).waitFor();
    await page.getByRole("row", { name: new RegExp(item.code) }).waitFor();
    await sound(page, "learned-05-lead-times");
    await page.getByRole("link", { name: "作業区の待ち時間" }).click();
    await page.getByRole("table", { name: "作業区の待ち時間" }).waitFor();
    await sound(page, "learned-06-queues");
    await page.setViewportSize(TABLET);
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("table", { name: "Queues of work centres" }).waitFor();
    await sound(page, "learned-07-queues-en");
    await page.getByRole("link", { name: "Times of operations" }).click();
    await page
      .getByRole("row", { name: new RegExp(item.code) })
      .first()
      .waitFor();
    await sound(page, "learned-08-operations-en");
  });

  test("how long an order would take is asked beside the lead times; the events stand in a list", async () => {
    const { page } = planner;
    await page.setViewportSize(DESKTOP);
    await page.getByText("日本語", { exact: true }).click();
    await planner.open("planning/learned/lead-times");
    const question = page.getByRole("region", { name: "所要日数の見込み" });
    await question.getByLabel("品目").fill(item.code);
    await page.getByRole("option").first().click();
    await question.getByLabel("数量").fill("8");
    await question.getByText(/完了した指図 12 件から/).waitFor();
    await sound(page, "learned-09-question");
    await page.getByRole("link", { name: "取り込んだ実績" }).click();
    await page.getByRole("row", { name: /M-11/ }).first().waitFor();
    await page.getByRole("combobox", { name: "工程番号" }).click();
    await page.getByRole("option").first().click();
    await expect.poll(() => page.getByRole("row", { name: /M-\d/ }).count()).toBe(12);
    await sound(page, "learned-10-events");
    await page.setViewportSize(TABLET);
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Started" }).waitFor();
    await sound(page, "learned-11-events-en");
    await page.getByRole("link", { name: "Lead times of items" }).click();
    await page.getByRole("region", { name: "How long would it take?" }).waitFor();
    await sound(page, "learned-12-lead-times-en");
    await page.getByText("日本語", { exact: true }).click();
    await page.setViewportSize(DESKTOP);
  });

  test("a work order under way says when it is likely to be finished, and that this is after its due day", async () => {
    const { page } = planner;
    const made = await tellProgram(planner, "/work-orders", { itemId: item.id, quantity: "8", dueOn: dayFromNow(0) });
    const { id, number } = made.workOrders[0];
    const { version } = await tellProgram(planner, `/work-orders/${id}`, null, "GET");
    await tellProgram(planner, `/work-orders/${id}/release`, { version });
    await planner.open(`production/orders?q=${number}`);
    const row = page.getByRole("row", { name: new RegExp(number) });
    await row.getByText("予定超過").waitFor();
    await sound(page, "learned-13-work-orders");
    await planner.open(`production/orders/${id}`);
    await page.getByText(/8割は .* まで。この品目の完了した指図 12 件から/).waitFor();
    await sound(page, "learned-14-work-order");
    await page.setViewportSize(TABLET);
    await page.getByText("EN", { exact: true }).click();
    await page.getByText(/8 of 10 by .*; from 12 finished orders/).waitFor();
    await sound(page, "learned-15-work-order-en");
    await page.getByText("日本語", { exact: true }).click();
    await page.setViewportSize(DESKTOP);
    workOrder = id;
  });

  test("a wrong log is taken back after a look at what goes, and teaches no more", async () => {
    const { page } = planner;
    await planner.open("planning/learned/imports");
    await press(page, "取込を取り消す log.csv");
    await page
      .getByRole("dialog")
      .getByText(/実績 24 件（指図 12 件/)
      .waitFor();
    await sound(page, "learned-16-take-back");
    await agree(page, "取込を取り消す");
    await page.getByText("取消済み").waitFor();
    await page.getByText("取り消しました（実績 24 件）").waitFor({ state: "hidden" });
    await sound(page, "learned-17-imports");
    await page.setViewportSize(TABLET);
    await page.getByText("EN", { exact: true }).click();
    await page.getByText("Taken back", { exact: true }).waitFor();
    await sound(page, "learned-18-imports-en");
    await page.getByText("日本語", { exact: true }).click();
    await page.setViewportSize(DESKTOP);
    const told = page.waitForResponse(/expected-finishes/);
    await planner.open(`production/orders/${workOrder}`);
    expect(await (await told).json()).toEqual({ rows: [] });
    await page.getByRole("heading", { name: /WO-\d/ }).waitFor();
    expect(await page.getByText("完成見込み").count()).toBe(0);
    await planner.open("planning/learned");
    await page.getByText("学習した結果はありません").waitFor();
  });
});
