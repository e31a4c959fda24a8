import { describe, expect, test } from "vitest";
import { sound, TABLET } from "../support/browser.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { dayFromNow, tellProgram } from "./told.ts";

/* A planner imports a production log, learns from it, looks how an operation's times spread, and makes them the routing's. */

let planner: Person;
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
});
