import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import type { Person } from "./people.ts";
import { startStory } from "./story.ts";
import { dayFromNow, tellProgram } from "./told.ts";

/* A planner asks what a material is for, up to the customer, and what a customer's order waits for, down to what is bought. */

let planner: Person;

const story = startStory(async () => {
  planner = await story.as("seisan@akatsukino");
});

interface Planned {
  readonly runId: string;
  readonly seq: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly supply: string;
}

const planned = async (search: string): Promise<Planned[]> =>
  (await tellProgram(planner, `/planned-orders?limit=50&search=${search}`, null, "GET")).rows;

describe("the plan of an item", () => {
  test("stands by week and month; a bucket chosen by the keyboard shows what is in it", async () => {
    const { page } = planner;
    const [pedals] = await planned("PD-M282");
    await planner.open(`planning/items/${pedals!.itemId}`);
    const table = page.getByRole("table", { name: "所要計画表" });
    await table.waitFor();
    await page.getByText("月", { exact: true }).click();
    await table.getByRole("rowheader", { name: "計画着手" }).waitFor();
    await table.getByRole("button").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await table.getByRole("button", { pressed: true }).count()).toBe(1);
    await page.getByRole("heading", { name: /^明細: \d+年\d+月$/ }).waitFor();
    await sound(page, "pegging-01-month");
    await page.getByRole("button", { name: "全期間を表示" }).click();
    await page.getByText("週", { exact: true }).click();
    await keepScreenshot(page, "pegging-02-week");
  });

  test("what a bought part is for, level by level up to the customer's order", async () => {
    const { page } = planner;
    await page.getByRole("button", { name: "何のためか" }).first().click();
    const drawer = page.getByRole("dialog", { name: "つながり" });
    const tree = drawer.getByRole("list", { name: "何のためか（受注までの上の段）" });
    await tree.getByRole("button").first().click();
    await tree
      .getByRole("link", { name: /受注 SO-/ })
      .first()
      .waitFor();
    await sound(page, "pegging-03-up");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  test("what a need is covered by, down to what is bought", async () => {
    const { page } = planner;
    const bicycle = (await planned("BK-M")).find(({ supply }) => supply === "make")!;
    await planner.open(`planning/items/${bicycle.itemId}`);
    await page.getByRole("button", { name: "何で賄うか" }).first().click();
    const tree = page.getByRole("dialog").getByRole("list", { name: /下の段/ });
    await tree.getByRole("button").first().click();
    await tree
      .getByRole("link", { name: /購買 .* #/ })
      .first()
      .waitFor();
    await sound(page, "pegging-04-down");
  });

  test("a proposal's own page shows both trees", async () => {
    const { page } = planner;
    const frame = (await planned("FR-M")).find(({ supply }) => supply === "make")!;
    await planner.open(`planning/orders/${frame.runId}/${frame.seq}`);
    const up = page.getByRole("list", { name: "何のためか（受注までの上の段）" });
    await up.getByRole("button").first().click();
    await up
      .getByRole("link", { name: /受注 SO-/ })
      .first()
      .waitFor();
    await page
      .getByRole("list", { name: /下の段/ })
      .getByRole("link")
      .first()
      .waitFor();
    await sound(page, "pegging-08-order");
  });

  test("a receipt says which orders of customers would be late with it", async () => {
    const { page } = planner;
    const saddle = (await planned("SA-M")).find(({ supply }) => supply === "make")!;
    await tellProgram(planner, "/planned-orders/convert", { runId: saddle.runId, choices: [{ seq: saddle.seq }] });
    await tellProgram(planner, "/plan-runs", {});
    await expect
      .poll(async () => (await tellProgram(planner, "/plan-runs/latest", null, "GET")).current.id, { timeout: 60_000 })
      .not.toBe(saddle.runId);
    await planner.open(`planning/items/${saddle.itemId}`);
    await page.getByRole("row", { name: /WO-/ }).getByRole("button", { name: "何のためか" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("入ってくる日").fill(dayFromNow(90));
    await page.keyboard.press("Tab");
    await drawer
      .getByRole("link", { name: /おそれがあります/ })
      .first()
      .waitFor();
    await sound(page, "pegging-05-endangered");
    await page.setViewportSize(TABLET);
    await keepScreenshot(page, "pegging-06-tablet");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("table", { name: "Time-phase table" }).waitFor();
    await sound(page, "pegging-07-english");
  });
});
