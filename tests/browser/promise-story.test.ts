import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { lookUp } from "../support/people.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, dayFromNow, item, order, placed, plantCenter, plantMade, tellProgram } from "./told.ts";

/** A customer is on the phone: by when, why not sooner, what else; the date is held, and becomes the order. */
const story = startStory();

/** Frames of one bought tube: an hour each at the first of two welding places. */
async function plantFrames(person: Person): Promise<void> {
  const center = await plantCenter(person, "W1", "溶接一号", "Welding one");
  await plantCenter(person, "W2", "溶接二号", "Welding two");
  const tube = await tellProgram(person, "/items", item("TUBE-9", "薄肉管", { supply: "buy" }));
  const operation = { name: "溶接", workCenterId: center, runMinutesPerUnit: "60" };
  await plantMade(person, item("FRAME-9", "特注枠", { supply: "make" }), { of: tube.id, operation });
}

/** Handlebars that one company of the region makes and another buys of it. */
const BARS = "HB-R504-20";

/** Holds so many for nobody in particular, and opens the promise. @returns its number */
async function holdBars(person: Person, quantity: number): Promise<string> {
  const { rows } = await tellProgram(person, `/items?search=${BARS}&limit=1`, null, "GET");
  const held = await tellProgram(person, "/promises", {
    ...{ itemId: rows[0].id, quantity: String(quantity), wantedOn: dayFromNow(30), hours: 48 },
  });
  await person.open(`planning/promises/${held.id}`);
  await person.page.getByRole("heading", { name: held.number }).waitFor();
  return held.number;
}

/** An order of twelve that waits for its held date. */
let ofTwelve = "";

const answerOn = (page: Page) => page.locator("[data-answer]");

describe("a due date is answered while the customer is on the phone", () => {
  test("who plans says which work centre can stand in for another", async () => {
    const planner = await story.as("seisan@akatsukino");
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
    await sound(page, "promise-work-center");
    await planner.leave();
  });

  test("the salesman asks, holds, asks for more, takes the other work centre, and makes it an order", async () => {
    const sales = await story.as("eigyo@akatsukino");
    const { page } = sales;
    await tellProgram(sales, "/partners", card("TEL-1", "電話の得意先"));
    await page.getByRole("heading", { name: "いつできるか" }).waitFor();
    await page.locator("[data-loading]").first().waitFor({ state: "detached" });
    await keepScreenshot(page, "promise-home-sales");
    await lookUp(page, "品目", "FRAME-9", /FRAME-9/);
    await page.getByLabel("数量").fill("40");
    await page.keyboard.press("Enter");
    await page.waitForURL(/planning\/when\?/);
    await answerOn(page).getByText("最短で").waitFor();
    await page.getByLabel("希望日").fill("+30");
    await page.keyboard.press("Tab");
    await answerOn(page).getByText("ご希望に間に合います").waitFor();
    await page.getByText("何をどれだけ使うか").click();
    await page.getByText("作業区の時間").waitFor();
    await sound(page, "promise-in-time");
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
    await sound(page, "promise-late");
    await press(page, "この作業区で調べる");
    await page.getByText("代わりの作業区で作る場合の答えです。").waitFor();
    await press(page, "仮押さえ");
    await agree(page, "仮押さえ");
    await held.nth(1).waitFor();
    await held.first().getByRole("button", { name: "受注にする" }).click();
    const dialog = page.getByRole("dialog");
    await lookUp(page, "得意先", "TEL-1", /TEL-1/);
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
    await lookUp(page, "得意先", "TEL-1", /TEL-1/);
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

  test("a linked customer orders by itself: the date held for it is attached to the order that arrives", async () => {
    const [sales, buyer] = [await story.as("eigyo@homura"), await story.as("kobai@kumihimo")];
    const { page } = sales;
    const held = await holdBars(sales, 10);
    await press(page, "受注にする");
    const dialog = page.getByRole("dialog");
    await lookUp(page, "得意先", "くみひも", /くみひも/);
    await dialog.getByText(/この品目の注文はまだ届いていません/).waitFor();
    await sound(page, "promise-attach-none");
    const { rows } = await tellProgram(buyer, "/partners?isLinked=true&search=ほむら&limit=1", null, "GET");
    ofTwelve = await placed(buyer, "purchase", order(rows[0].id, BARS, "12", "360", dayFromNow(40)));
    await dialog.getByText(/仮押さえの数量は 10、/).waitFor();
    const tradeId = await placed(buyer, "purchase", order(rows[0].id, BARS, "10", "360", dayFromNow(40)));
    await dialog.getByText("充てられます", { exact: true }).waitFor();
    await dialog.getByRole("radio").first().check();
    await sound(page, "promise-attach-lines");
    await dialog.getByRole("button", { name: "キャンセル" }).click();

    await sales.open(`sales/orders/${tradeId}`);
    await page.getByText("この受注に使える仮押さえがあります").waitFor();
    await sound(page, "promise-attach-order");
    await press(page, "この受注に充てる");
    await dialog.getByText(/に見えるもの/).waitFor();
    await keepScreenshot(page, "promise-attach-agree");
    await agree(page, "この受注に充てる");
    await page.getByText("受注確定", { exact: true }).first().waitFor();
    await page.getByText("この受注に使える仮押さえがあります").waitFor({ state: "detached" });
    await buyer.open(`purchasing/orders/${tradeId}`);
    await buyer.page.getByText("注文請済").first().waitFor();
    expect(await buyer.page.getByText(held).count()).toBe(0);
    await Promise.all([sales.leave(), buyer.leave()]);
  });

  test("on a tablet, in English: chosen among the lines that arrived", async () => {
    const sales = await story.as("eigyo@homura", TABLET);
    const { page } = sales;
    await page.getByText("EN", { exact: true }).click();
    const held = await holdBars(sales, 12);
    await sales.open(`sales/orders/${ofTwelve}`);
    await page.getByText("A held date can be used for this order").waitFor();
    await sound(page, "promise-attach-order-en");
    await page.getByRole("link", { name: held }).click();
    await press(page, "Make it an order");
    const dialog = page.getByRole("dialog");
    await lookUp(page, "Customer", "くみひも", /くみひも/);
    await dialog.getByText("fits", { exact: true }).waitFor();
    await sound(page, "promise-attach-lines-en");
    await agree(page, "Attach to this order");
    await page.getByRole("link", { name: /Sales order/ }).waitFor();
    await sound(page, "promise-attached-en");
    await sales.leave();
  });

  test("what is held is needed: the inbox and the timeline name the held date", async () => {
    const planner = await story.as("seisan@akatsukino");
    const { page } = planner;
    const { rows } = await tellProgram(planner, "/work-centers?search=W1&limit=1", null, "GET");
    const tube = await tellProgram(planner, "/items", item("TUBE-8", "厚肉管", { supply: "buy", leadTimeDays: 20 }));
    const operation = { name: "溶接", workCenterId: rows[0].id, runMinutesPerUnit: "1" };
    const made = item("FRAME-8", "受注前の枠", { supply: "make", nameEn: "Frame asked for" });
    const frame = await plantMade(planner, made, { of: tube.id, operation });
    await tellProgram(planner, "/work-orders", { itemId: frame, quantity: "5", dueOn: dayFromNow(3) });
    const wish = { itemId: frame, quantity: "5", wantedOn: dayFromNow(3) };
    const { id, number } = await tellProgram(planner, "/promises", wish);
    await planner.open("planning/orders");
    await press(page, "所要量計算");
    await agree(page, "所要量計算");
    await page.getByRole("button", { name: "所要量計算" }).and(page.locator(":not([data-loading])")).waitFor();

    await planner.open("planning/exceptions?q=TUBE-8&owner=all");
    await page
      .getByRole("link", { name: `仮押さえ ${number}` })
      .first()
      .waitFor();
    await sound(page, "promise-needed-inbox");
    await planner.open(`planning/items/${frame}`);
    const link = page.getByRole("link", { name: `仮押さえ ${number}` }).first();
    await link.waitFor();
    await sound(page, "promise-needed-timeline");
    await link.click();
    await page.waitForURL(new RegExp(`planning/promises/${id}`));
    await planner.leave();

    const beside = await story.as("seisan@akatsukino", TABLET);
    await beside.page.getByText("EN", { exact: true }).click();
    await beside.open(`planning/items/${frame}`);
    await beside.page
      .getByRole("link", { name: `Held date ${number}` })
      .first()
      .waitFor();
    await sound(beside.page, "promise-needed-timeline-en");
    await beside.open("planning/exceptions?q=TUBE-8&owner=all");
    await beside.page
      .getByRole("link", { name: `Held date ${number}` })
      .first()
      .waitFor();
    await sound(beside.page, "promise-needed-inbox-en");
    await beside.leave();
  });

  test("what cannot be made is said with the way there; a day gone by and half a piece stand at their field", async () => {
    const planner = await story.as("seisan@akatsukino");
    const { page } = planner;
    // On the tablet beside, English was chosen for this person.
    await page.getByText("日本語", { exact: true }).click();
    const { id } = await tellProgram(planner, "/items", item("NOSRC-1", "工順のない品", { supply: "make" }));
    await planner.open(`planning/when?item=${id}&quantity=5`);
    await page.getByText("品目NOSRC-1に有効な工順がありません").waitFor();
    await sound(page, "promise-no-routing");
    await planner.open(`planning/when?item=${id}&quantity=5&wantedOn=${dayFromNow(-3)}`);
    await page.getByText("納期は今日").waitFor();
    await sound(page, "promise-past-day");
    await page.getByLabel("希望日").fill("+9");
    await page.getByLabel("数量").fill("１．５");
    await page.getByText("数量の小数は0桁までです").waitFor();
    await page.getByLabel("数量").fill("５");
    await page.getByRole("link", { name: "NOSRC-1 を開く" }).click();
    await page.waitForURL(/items\//);
    await page.getByRole("heading", { name: /NOSRC-1/ }).waitFor();
    const { rows } = await tellProgram(planner, "/work-centers?search=W1&limit=1", null, "GET");
    await planner.open(`resources/work-centers/${rows[0].id}`);
    await page.getByText("会社の稼働カレンダー").waitFor();
    await press(page, "作業区を変更");
    await page.getByLabel("1 日の稼働（分）").fill("0");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page
      .getByRole("dialog")
      .getByText(/1 ?以上/)
      .first()
      .waitFor();
    await sound(page, "promise-center-zero");
    await planner.leave();

    const small = await story.as("seisan@akatsukino", TABLET);
    await small.page.getByText("EN", { exact: true }).click();
    await small.open(`planning/when?item=${id}&quantity=5`);
    await small.page.getByText("has no valid routing").waitFor();
    await sound(small.page, "promise-no-routing-en");
    await small.page.getByText("日本語", { exact: true }).click();
    await small.leave();
  });

  test("on a tablet, in English: a part is held and the rest offered; the list, the document, given back", async () => {
    const planner = await story.as("seisan@akatsukino", TABLET);
    const { page } = planner;
    await page.getByText("EN", { exact: true }).click();
    const bikes = await tellProgram(planner, "/items?search=BK-M18B-40&limit=1", null, "GET");
    await planner.open(`planning/when?item=${bikes.rows[0].id}&quantity=300&wantedOn=${dayFromNow(10)}`);
    await answerOn(page).getByText("later than wanted").waitFor();
    await sound(page, "promise-late-en");
    await press(page, "Hold the first part");
    await agree(page, "Hold");
    const held = page.getByRole("region", { name: /Promised date PR-/ });
    await held.getByRole("button", { name: "Give back" }).waitFor();
    expect(await page.getByLabel("Quantity").inputValue()).toMatch(/^\d+$/);
    await answerOn(page).getByText("later than wanted").waitFor();
    await keepScreenshot(page, "promise-split-en");
    await held.getByRole("link", { name: /PR-/ }).click();
    await page.getByRole("heading", { name: /PR-/ }).waitFor();
    await sound(page, "promise-document-en");
    await press(page, "More actions");
    await page.getByRole("menuitem", { name: "Give back" }).click();
    await agree(page, "Give back");
    await page.getByText("given back", { exact: true }).first().waitFor();
    await planner.open("planning/promises");
    await page.getByRole("tab", { name: "Held" }).click();
    await page.getByRole("link", { name: /PR-/ }).first().waitFor();
    await sound(page, "promise-list-en");
    await planner.leave();
  });

  test("a partner's card says whether the plan answers it, and what leaves", async () => {
    const sales = await story.as("eigyo@akatsukino");
    const { page } = sales;
    const found = await tellProgram(sales, "/partners?isLinked=true&limit=1", null, "GET");
    await sales.open(`parties/partners/${found.rows[0].id}`);
    await page.getByText("問い合わせには自動で答えません。").waitFor();
    await press(page, "変更");
    await page.getByRole("switch", { name: "納期の問い合わせに自動で答える" }).click();
    await sound(page, "promise-partner-edit");
    await agree(page, "保存");
    await page.getByText("問い合わせに計画が自動で答えています。").waitFor();
    await keepScreenshot(page, "promise-partner");
    await sales.leave();
  });
});
