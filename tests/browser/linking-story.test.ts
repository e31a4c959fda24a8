import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { cellOf, paste } from "../support/people.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, dayFromNow, order, placed, tellProgram } from "./told.ts";

/*
 * Two companies that knew each other on paper are linked: proposed and accepted, what was open carried over and paid, the papers from before read, and
 * then an agreement, an order that is answered with other terms, and one that is declined.
 */

/** Who sells: finance and sales. Who buys: finance and purchasing. */
let sellersBooks: Person;
let sales: Person;
let buyersBooks: Person;
let purchasing: Person;

const today = dayFromNow(0);
const later = dayFromNow(20);

/** On paper: two deliveries, the first one billed; an order of the buyer; and what the buyer's books hold, 100 yen less. */
async function before(): Promise<void> {
  const sellersCard = (await tellProgram(sales, "/partners", card("SEKIREI", "せきれい谷精機"))).id;
  const buyersCard = (await tellProgram(purchasing, "/partners", card("KUMIHIMO", "くみひも谷部品組立"))).id;
  for (const quantity of ["10", "5"]) {
    const tradeId = await placed(sales, "sales", order(sellersCard, "BA-8327", quantity, "500"));
    const lines = [{ tradeId, lineNumber: 1, quantity }];
    const { deliveryId } = await tellProgram(sales, "/shipments", { shippedOn: today, lines });
    await tellProgram(sales, `/outgoing-deliveries/${deliveryId}/receive`, { receivedOn: today });
    const judged = { judgedOn: today, lines: [{ lineNumber: 1, accepted: quantity }] };
    await tellProgram(sales, `/outgoing-deliveries/${deliveryId}/judge`, judged);
    if (quantity === "5") break;
    const run = { closingOn: today, issuedOn: today, partnerIds: [sellersCard], single: true };
    await tellProgram(sales, "/invoice-run/sales", run);
  }
  await placed(purchasing, "purchase", order(buyersCard, "PN-1802/10", "3", "1200"));
  await tellProgram(buyersBooks, "/journal-entries", {
    ...{ postingOn: today, description: "連携前の仕入" },
    lines: [
      { account: "6120", debitYen: "8150" },
      { account: "2130", creditYen: "8150", partner: "KUMIHIMO" },
    ],
  });
}

const story = startStory(async () => {
  [sellersBooks, sales, buyersBooks, purchasing] = await Promise.all([
    story.as("keiri@kumihimo"),
    story.as("eigyo@kumihimo"),
    story.as("keiri@sekireiseiki"),
    story.as("kobai@sekireiseiki"),
  ]);
  await before();
});

const dialogOf = (page: Page): Locator => page.getByRole("dialog");
async function choose(page: Page, label: string, typed: string): Promise<void> {
  await dialogOf(page).getByLabel(label).first().fill(typed);
  await page.getByRole("option").first().click();
}
/** The bell rings by itself; its news leads to the record. */
async function followNews(page: Page, text: string | RegExp, shot: string): Promise<void> {
  await page.getByRole("button", { name: /お知らせ（未読 \d+/ }).click();
  const news = page.getByRole("dialog", { name: "お知らせ" }).getByText(text).first();
  await news.waitFor();
  await keepScreenshot(page, shot);
  await news.click();
  await page.getByRole("dialog", { name: "お知らせ" }).waitFor({ state: "hidden" });
}
async function fromMenu(page: Page, item: string): Promise<void> {
  await press(page, "その他の操作");
  await page.getByRole("menuitem", { name: item }).click();
}

describe("the link", () => {
  test("is proposed with what each will see; the other hears of it by the bell, and accepts with its own card", async () => {
    const { page } = sellersBooks;
    await sellersBooks.open("parties/links");
    await press(page, "連携を申し込む");
    await choose(page, "相手の会社", "せきれい");
    await choose(page, "自社の取引先", "せきれい");
    await dialogOf(page)
      .getByText(/連携前にお互いが相手あてに送った書類/)
      .waitFor();
    await keepScreenshot(page, "linking-01-propose");
    await agree(page, "申し込む");
    await followNews(buyersBooks.page, "くみひも谷部品組立株式会社から取引先連携の申込", "linking-02-bell");
    await press(buyersBooks.page, "承諾");
    await choose(buyersBooks.page, "自社の取引先", "くみひも");
    await sound(buyersBooks.page, "linking-03-accept");
    await agree(buyersBooks.page, "承諾");
    // Without loading anew: no proposal of the seller waits any more.
    await page.getByRole("button", { name: "取り下げる" }).waitFor({ state: "detached" });
    await keepScreenshot(page, "linking-04-linked");
  });

  test("lets each read what the other had sent before, and nothing else", async () => {
    const { page } = buyersBooks;
    await buyersBooks.open("parties/partners");
    await page.getByRole("link", { name: "KUMIHIMO" }).click();
    await page.getByRole("link", { name: "連携前のやりとり" }).click();
    await page.getByRole("link", { name: "IV-000001" }).waitFor();
    await sound(page, "linking-05-papers");
    await page.getByRole("link", { name: "IV-000001" }).click();
    await page.getByRole("heading", { name: "請求書 IV-000001" }).waitFor();
    await page.getByText("5,500").first().waitFor();
    await sound(page, "linking-06-their-invoice");
  });
});

describe("what was open", () => {
  test("is proposed with what the other will see", async () => {
    const { page } = sellersBooks;
    await sellersBooks.open("parties/partners");
    await page.getByRole("link", { name: "SEKIREI", exact: true }).click();
    await page.getByRole("link", { name: "連携前の残高を引き継ぐ" }).click();
    await page.getByRole("checkbox", { name: /IV-000001/ }).check();
    await page.getByRole("checkbox", { name: /DN-\d{6}/ }).check();
    await page.getByText(/相手に見えるのは、ここに入れた/).waitFor();
    await sound(page, "linking-07-propose-items");
    await press(page, "2件を提示");
    await page.getByRole("heading", { name: "引継残高", exact: true }).waitFor();
    await page.getByRole("link", { name: "IV-000001" }).waitFor();
    await keepScreenshot(page, "linking-08-proposed");
  });

  test("differs by 100 yen: said, proposed anew, agreed", async () => {
    const { page } = buyersBooks;
    await followNews(page, "引継残高「IV-000001」の提示", "linking-09-bell");
    await page.getByRole("heading", { name: "自社の帳簿の残高" }).waitFor();
    await sound(page, "linking-10-item");
    await fromMenu(page, "相違を伝える");
    await dialogOf(page).getByLabel("自社の帳簿の金額").fill("5400");
    await dialogOf(page).getByLabel("相手へのひとこと").fill("10月の値引 100 円の分です");
    await agree(page, "相違を伝える");
    await followNews(sellersBooks.page, "引継残高「IV-000001」に相違", "linking-11-differs");
    await press(sellersBooks.page, "提示し直す");
    await dialogOf(sellersBooks.page).getByLabel("相手へのひとこと").fill("承知しました");
    await sound(sellersBooks.page, "linking-12-anew");
    await agree(sellersBooks.page, "提示し直す");
    await page.getByText(/承知しました/).waitFor();
    await press(page, "同意する");
    await sound(page, "linking-13-agree");
    await agree(page, "同意する");
    await page.getByText("同意済").first().waitFor();
    await sellersBooks.page.getByText("同意済").first().waitFor();
    await keepScreenshot(sellersBooks.page, "linking-14-agreed");
  });

  test("is one item of both, whose paper is no invoice; on a tablet in English too", async () => {
    const { page } = sellersBooks;
    const item = page.url().replace(/.*\//, "");
    await press(page, "共通の残高を開く");
    await page.waitForURL(/accounting\/invoices\//);
    await page.getByText("5,400").first().waitFor();
    await keepScreenshot(page, "linking-15-shared");
    await press(page, "残高確認書を表示");
    await page.getByRole("heading", { name: "引継残高確認書" }).waitFor();
    await page.getByText("この書面は請求書ではありません").waitFor();
    const paper = (await page.getByRole("article").textContent()) ?? "";
    expect(paper).not.toMatch(/登録番号|T\d{13}|消費税|対象/);
    await keepScreenshot(page, "linking-16-paper");
    const tablet = await story.as("keiri@sekireiseiki", TABLET);
    await tablet.page.getByText("EN", { exact: true }).click();
    await tablet.page.getByRole("button", { name: /^Notifications/ }).waitFor();
    for (const [place, name] of [
      ["accounting/opening-items", "Opening items"],
      [`accounting/opening-items/${item}`, "IV-000001"],
      ["parties/links", "Links"],
    ] as const) {
      await tablet.open(place);
      await tablet.page.getByRole("heading", { name }).first().waitFor();
      await tablet.page.locator("[data-loading]").first().waitFor({ state: "detached" });
      expect(await tablet.page.getByText(/^(refusals|accounting|parties)\.[a-zA-Z.]+$/).count()).toBe(0);
      await sound(tablet.page, `linking-17-en-${place.split("/").at(1)}-${place.split("/").length}`);
    }
    await tablet.page.getByText("日本語", { exact: true }).click();
    await tablet.page.getByRole("heading", { name: "取引先連携" }).waitFor();
    await tablet.leave();
  });

  test("is paid as any invoice, and matched by the one it is paid to", async () => {
    const { page } = buyersBooks;
    await buyersBooks.open("accounting/pay?dueUntil=2099-12-31");
    await page.getByRole("row").filter({ hasText: "IV-000001" }).getByRole("checkbox").check();
    await page.getByRole("button", { name: /1 件を起案（5,400 円）/ }).click();
    await page.getByRole("button", { name: "承認", exact: true }).click();
    await page.getByRole("button", { name: "実行", exact: true }).click();
    await keepScreenshot(page, "linking-18-pay");
    await agree(page, "実行");
    await sellersBooks.open("accounting/payments");
    await followNews(sellersBooks.page, /せきれい谷精機から支払 .* の連絡/, "linking-19-paid");
    await press(sellersBooks.page, "入金を確認する");
    await agree(sellersBooks.page, "入金を確認する");
    await sellersBooks.page.getByText("消込済").first().waitFor();
    await sound(sellersBooks.page, "linking-19-matched");
  });
});

describe("an agreement", () => {
  test("is drafted, proposed with who sees what, and accepted by the partner", async () => {
    const { page } = sales;
    await sales.open("agreements/new");
    await page.getByLabel("取引先").first().fill("せきれい");
    await page.getByRole("option").first().click();
    const grid = (name: string) => page.getByRole("grid", { name });
    await paste(page, cellOf(grid("品目"), 1, 1), [
      ["BA-8327", "BA-8327", "PN-1802/10", "鋼球", "EA", "1", "1", "0", "課税10%", "物品"],
    ]);
    await paste(page, cellOf(grid("単価表"), 1, 1), [
      ["BA-8327", today.replaceAll("-", "/"), "", "0", "480", "いいえ"],
    ]);
    await press(page, "下書き保存");
    await page.waitForURL(/agreements\/drafts\//);
    await keepScreenshot(page, "linking-20-draft");
    await press(page, "提案する");
    await dialogOf(page).getByText("せきれい谷精機 に見えるもの").waitFor();
    await sound(page, "linking-21-agreement-propose");
    await agree(page, "提案する");
    await page.getByText("相手の回答待ち").first().waitFor();
    await followNews(purchasing.page, "取引契約「取引基本契約」", "linking-22-agreement-bell");
    // What the draft was saved with is what the partner reads.
    await purchasing.page
      .getByRole("complementary")
      .or(purchasing.page.locator("#page"))
      .getByText("はい", { exact: true })
      .first()
      .waitFor();
    await press(purchasing.page, "承諾する");
    await keepScreenshot(purchasing.page, "linking-23-agreement-accept");
    await agree(purchasing.page, "承諾する");
    for (const one of [sales, purchasing]) await one.page.getByText("有効", { exact: true }).first().waitFor();
  });

  test("carries orders: one is answered with other terms and taken, one is declined with its reason", async () => {
    await purchasing.open("parties/partners");
    await purchasing.page.getByRole("link", { name: "KUMIHIMO" }).click();
    await purchasing.page.waitForURL(/partners\/[0-9a-f-]{36}/);
    const partnerId = purchasing.page.url().replace(/.*\//, "");
    for (const [quantity, move, shot] of [
      ["7", "条件を再提示", "linking-24-counter"],
      ["9", "辞退する", "linking-25-decline"],
    ] as const) {
      const id = await placed(purchasing, "purchase", order(partnerId, "PN-1802/10", quantity, ""));
      await Promise.all([sales.open(`sales/orders/${id}`), purchasing.open(`purchasing/orders/${id}`)]);
      await fromMenu(sales.page, move);
      const dialog = dialogOf(sales.page);
      await dialog.getByLabel("理由").fill("材料の入荷が遅れています");
      if (move === "条件を再提示") {
        await dialog.getByLabel("回答納期").fill(later.replaceAll("-", "/"));
        await dialog.getByLabel("単価").fill("510");
      }
      await keepScreenshot(sales.page, shot);
      await agree(sales.page, move);
      await purchasing.page
        .getByText(move === "辞退する" ? "辞退された" : "再提示あり")
        .first()
        .waitFor();
      await purchasing.page.getByText("材料の入荷が遅れています").first().waitFor();
      await keepScreenshot(purchasing.page, `${shot}-seen`);
      if (move === "辞退する") continue;
      await press(purchasing.page, "再提示を受け入れる");
      await dialogOf(purchasing.page).getByRole("button", { name: "再提示を受け入れる" }).click();
      await purchasing.page.getByText("注文請済").first().waitFor();
      await sales.page.getByText("受注確定").first().waitFor();
    }
  });
});
