import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepScreenshot, openBrowser, seriousBarriers, TABLET } from "../support/browser.ts";
import { tellScreensOnFailure } from "../support/on-failure.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";
import { agree, type Person, press, signIn } from "./people.ts";
import { card, dayFromNow, tellProgram } from "./told.ts";

/** A customer is on the phone: by when, why not sooner, what else; the date is held, and becomes the order. */
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

const item = (code: string, name: string, more: Readonly<Record<string, unknown>>) => ({
  ...{ code, name, nameEn: "", kana: "", category: "part", groupCode: "", specification: "", drawingNumber: "" },
  ...{ unit: "EA", purchaseUnit: null, salesUnit: null, unitConversions: [], taxCategory: "taxable_10" },
  ...{ isLotTracked: false, isStocked: true, isOrderBound: false, isDispatched: false, needsInspection: false },
  ...{ isBackflushed: true, leadTimeDays: 0, safetyStock: "0", lotRule: "lot_for_lot", lotFixed: null },
  ...{ lotPeriodDays: null, lotMinimum: null, lotMaximum: null, lotMultiple: null, yield: "1", standardCost: "0" },
  ...{ salesPrice: null, purchasePrice: null, purchasePartnerId: null, defaultPlaceId: null, note: "", isActive: true },
  ...more,
});

/** Frames of one bought tube: an hour each at the first of two welding places. */
async function plantFrames(person: Person): Promise<void> {
  const centers: string[] = [];
  for (const [code, name, nameEn] of [
    ["W1", "溶接一号", "Welding one"],
    ["W2", "溶接二号", "Welding two"],
  ]) {
    const center = { code, name, nameEn, calendarId: null, machineCount: 1, minutesPerDay: 480 };
    const made = await tellProgram(person, "/work-centers", {
      ...{ ...center, laborYenPerHour: "0", machineYenPerHour: "0", isActive: true },
    });
    centers.push(made.id);
  }
  const tube = await tellProgram(person, "/items", item("TUBE-9", "薄肉管", { supply: "buy" }));
  const frame = await tellProgram(person, "/items", item("FRAME-9", "特注枠", { supply: "make" }));
  const forEver = { validFrom: null, validTo: null };
  await tellProgram(
    person,
    `/items/${frame.id}/bill-of-material`,
    {
      version: frame.version,
      lines: [{ componentItemId: tube.id, operationNumber: null, quantity: "1", scrapRate: "0", note: "", ...forEver }],
    },
    "PUT",
  );
  const now = await tellProgram(person, `/items/${frame.id}`, null, "GET");
  const nobody = { subcontractPartnerId: null, subcontractItemId: null, subcontractLeadTimeDays: 0 };
  await tellProgram(
    person,
    `/items/${frame.id}/routing`,
    {
      version: now.version,
      operations: [
        {
          ...{ operationNumber: 10, name: "溶接", workCenterId: centers[0], setupMinutes: "0", yield: "1" },
          ...{ runMinutesPerUnit: "60", needsInspection: false, ...nobody, ...forEver },
        },
      ],
    },
    "PUT",
  );
}

async function look(page: Page, label: string, typed: string, found: RegExp): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.click();
  await field.fill(typed);
  await page.getByRole("option", { name: found }).first().click();
}
const answerOn = (page: Page) => page.locator("[data-answer]");

describe("a due date is answered while the customer is on the phone", () => {
  test("who plans says which work centre can stand in for another", async () => {
    const planner = await signIn(browser, program.address, "seisan@akatsukino.example");
    const { page } = planner;
    await plantFrames(planner);
    await planner.open("resources/work-centers");
    await page.getByRole("link", { name: "W1" }).click();
    await page.getByRole("heading", { name: "代替作業区" }).waitFor();
    await page.getByRole("gridcell").first().click();
    await page.keyboard.type("W2");
    await page.getByText("溶接二号").first().waitFor();
    await page.keyboard.press("Enter");
    await press(page, "保存");
    await page.getByText("代替作業区を保存しました").waitFor();
    await keepScreenshot(page, "promise-work-center");
    expect(await seriousBarriers(page)).toEqual([]);
    await planner.leave();
  });

  test("the salesman asks, holds, asks for more, takes the other work centre, and makes it an order", async () => {
    const sales = await signIn(browser, program.address, "eigyo@akatsukino.example");
    const { page } = sales;
    await tellProgram(sales, "/partners", card("TEL-1", "電話の得意先"));
    await page.getByRole("heading", { name: "いつできるか" }).waitFor();
    await page.locator("[data-loading]").first().waitFor({ state: "detached" });
    await keepScreenshot(page, "promise-home-sales");
    await look(page, "品目", "FRAME-9", /FRAME-9/);
    await page.getByLabel("数量").fill("40");
    await page.keyboard.press("Enter");
    await page.waitForURL(/planning\/when\?/);
    await answerOn(page).getByText("最短で").waitFor();
    await page.getByLabel("希望日").fill("+30");
    await page.keyboard.press("Tab");
    await answerOn(page).getByText("ご希望に間に合います").waitFor();
    await page.getByText("何をどれだけ使うか").click();
    await page.getByText("作業区の時間").waitFor();
    await keepScreenshot(page, "promise-in-time");
    expect(await seriousBarriers(page)).toEqual([]);
    await press(page, "仮押さえ");
    await page.getByRole("dialog").getByText("特注枠").waitFor();
    await keepScreenshot(page, "promise-hold");
    await agree(page, "仮押さえ");
    const held = page.getByRole("region", { name: /納期回答 PR-/ });
    await held.getByText(/あと 1 日 23 時間|あと 2 日 0 時間/).waitFor();

    await page.getByLabel("数量").fill("8");
    await page.getByLabel("希望日").fill("+4");
    await page.keyboard.press("Tab");
    await answerOn(page).getByText("日遅れます").waitFor();
    await page
      .getByText(/溶接一号 W1 は .* まで空きません/)
      .first()
      .waitFor();
    await keepScreenshot(page, "promise-late");
    expect(await seriousBarriers(page)).toEqual([]);
    await press(page, "この作業区で調べる");
    await page.getByText("代わりの作業区で作る場合の答えです。").waitFor();
    await press(page, "仮押さえ");
    await agree(page, "仮押さえ");
    await held.nth(1).waitFor();
    await held.first().getByRole("button", { name: "受注にする" }).click();
    const dialog = page.getByRole("dialog");
    await look(page, "得意先", "TEL-1", /TEL-1/);
    await dialog.getByLabel("単価").fill("5200");
    await dialog.getByLabel("先方の注文番号").fill("PO-77");
    await keepScreenshot(page, "promise-confirm");
    await agree(page, "受注にする");
    await held
      .first()
      .getByRole("link", { name: /製造指図/ })
      .waitFor();
    await keepScreenshot(page, "promise-ordered");
    await held.first().getByRole("link", { name: /受注/ }).click();
    await page.waitForURL(/sales\/orders\//);
    await page.getByText("電話の得意先").first().waitFor();

    await sales.open("sales/orders/new");
    await look(page, "得意先", "TEL-1", /TEL-1/);
    await page.getByRole("gridcell").first().click();
    await page.keyboard.type("FRAME-9");
    await page.getByText("特注枠").first().waitFor();
    await page.keyboard.press("Enter");
    const opened = page.waitForEvent("popup");
    await page.getByRole("grid").getByRole("link", { name: "いつできるか" }).click();
    const beside = await opened;
    await beside.getByRole("heading", { name: "いつできるか" }).waitFor();
    await expect.poll(() => beside.getByLabel("品目").inputValue()).toBe("FRAME-9 特注枠");
    await keepScreenshot(page, "promise-from-order");
    await sales.leave();
  });

  test("on a tablet, in English: a part is held and the rest offered; the list, the document, given back", async () => {
    const planner = await signIn(browser, program.address, "seisan@akatsukino.example", TABLET);
    const { page } = planner;
    await page.getByText("EN", { exact: true }).click();
    const bikes = await tellProgram(planner, "/items?search=BK-M18B-40&limit=1", null, "GET");
    await planner.open(`planning/when?item=${bikes.rows[0].id}&quantity=300&wantedOn=${dayFromNow(10)}`);
    await answerOn(page).getByText("later than wanted").waitFor();
    await keepScreenshot(page, "promise-late-en");
    expect(await seriousBarriers(page)).toEqual([]);
    await press(page, "Hold the first part");
    await agree(page, "Hold");
    const held = page.getByRole("region", { name: /Promised date PR-/ });
    await held.getByRole("button", { name: "Give back" }).waitFor();
    expect(await page.getByLabel("Quantity").inputValue()).toMatch(/^\d+$/);
    await answerOn(page).getByText("later than wanted").waitFor();
    await keepScreenshot(page, "promise-split-en");
    await held.getByRole("link", { name: /PR-/ }).click();
    await page.getByRole("heading", { name: /PR-/ }).waitFor();
    await keepScreenshot(page, "promise-document-en");
    expect(await seriousBarriers(page)).toEqual([]);
    await press(page, "More actions");
    await page.getByRole("menuitem", { name: "Give back" }).click();
    await agree(page, "Give back");
    await page.getByText("given back", { exact: true }).first().waitFor();
    await planner.open("planning/promises");
    await page.getByRole("tab", { name: "Held" }).click();
    await page.getByRole("link", { name: /PR-/ }).first().waitFor();
    await keepScreenshot(page, "promise-list-en");
    expect(await seriousBarriers(page)).toEqual([]);
    await planner.leave();
  });

  test("a partner's card says whether the plan answers it, and what leaves", async () => {
    const sales = await signIn(browser, program.address, "eigyo@akatsukino.example");
    const { page } = sales;
    const found = await tellProgram(sales, "/partners?isLinked=true&limit=1", null, "GET");
    await sales.open(`parties/partners/${found.rows[0].id}`);
    await page.getByText("問い合わせには自動で答えません。").waitFor();
    await press(page, "変更");
    await page.getByRole("switch", { name: "納期の問い合わせに自動で答える" }).click();
    await keepScreenshot(page, "promise-partner-edit");
    expect(await seriousBarriers(page)).toEqual([]);
    await agree(page, "保存");
    await page.getByText("問い合わせに計画が自動で答えています。").waitFor();
    await keepScreenshot(page, "promise-partner");
    await sales.leave();
  });
});
