import { describe, expect, test } from "vitest";
import { addDays } from "../../domain/shared/index.ts";
import { DESKTOP, keepScreenshot, SETTING, seriousBarriers, sound, TABLET } from "../support/browser.ts";
import { agree, press, pressDigits, receiveNewest, shipTo } from "./people.ts";
import { startStory } from "./story.ts";

/**
 * One maker's order as the people of the sample live it, from the window's desk to its books: a fork (forming → subassembly → maker)
 * that is made, sent in parts, rejected once on the way and once by the maker; a silver frame whose painter confirms by hand and whose
 * date moves; a headset that is called off.
 */
const FORK = "FK-9939";
const FRAME = "FR-M94S-42";
const HEADSET = "HS-0296";
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

function lastDayOfMonth(day: string): string {
  const next = addDays(`${day.slice(0, 7)}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

let chain: string;

const story = startStory();
const { as } = story;

describe("a maker's order becomes every company's work and books", () => {
  test("the order is pasted from Excel; a cell that is no number is told at the cell, and mended there", async () => {
    const { page, open, leave } = await as("jimukyoku@yuinowa");
    await page.getByRole("heading", { name: "対応が必要なこと" }).waitFor();
    await sound(page, "01-window-home");
    await open("network/orders/new");
    await page.getByLabel(/^メーカー/).fill("かざみ");
    await page.getByRole("option").first().click();
    await page.getByLabel("先方注文番号").fill("K-2026-STORY");
    await page.getByLabel("納入先").fill("かざみの自転車 本社工場");
    await page.getByRole("combobox", { name: "振分" }).click();
    await page.getByRole("option", { name: /登録だけ/ }).click();
    const rows = [
      [FORK, "15", addDays(today, 30)],
      [FRAME, "さん", addDays(today, 37)],
      [HEADSET, "2", addDays(today, 30)],
    ];
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join("\t")).join("\r\n"));
    await page.getByRole("gridcell").first().click();
    await page.keyboard.press("Control+V");
    await page.getByText("LL ヘッドセット").waitFor();
    await press(page, "登録する");
    await page.getByText("1か所に誤りがあります").waitFor();
    await keepScreenshot(page, "02-order-pasted");
    await page.getByRole("gridcell", { name: /さん/ }).click();
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await press(page, "登録する");
    await page.waitForURL(/network\/orders\/[0-9a-f-]{36}/);
    await leave();
  });

  test("the pre-check says in words who needs a person; one click, and every step has its company, date and state", async () => {
    const { page, leave } = await as("jimukyoku@yuinowa");
    await page
      .getByText(/^受注 SO-\d+ を振り分ける/)
      .first()
      .click();
    await page.getByRole("button", { name: "この内容で振り分ける" }).waitFor();
    await page.getByRole("heading", { name: new RegExp(FORK) }).waitFor();
    expect(await page.getByText("要確認").count()).toBeGreaterThan(0);
    await sound(page, "03-pre-check");
    await press(page, "この内容で振り分ける");
    await page.getByText("しらつゆ特殊塗装株式会社 に見えるもの").waitFor();
    await keepScreenshot(page, "04-who-will-see-what");
    await agree(page, "この内容で振り分ける");
    await page.waitForURL(/network\/chains\//);
    await page
      .getByText(/^VC-\d{6}$/)
      .first()
      .waitFor();
    chain = page.url().replace(/.*\/network/, "network");
    await page.getByText("しらつゆ特殊塗装", { exact: true }).waitFor();
    await page.getByText("確認待ち").first().waitFor();
    await sound(page, "05-chain");
    await leave();
  });

  test("an imported order cascades by itself; a row in error is told before anything is written", async () => {
    const { page, open, leave } = await as("jimukyoku@yuinowa");
    await open("network/orders/import");
    const head = "客先注文番号,行番号,得意先コード,注文日,品目コード,数量,納期";
    const row = (item: string) => `K-2026-FILE,1,KAZAMINO,${today},${item},2,${addDays(today, 30)}`;
    const choose = (name: string, item: string) =>
      page.locator("input[type=file]").setInputFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(`${head}\r\n${row(item)}\r\n`),
      });
    await choose("wrong.csv", "NONE-1");
    await page.getByText("NONE-1").first().waitFor();
    await keepScreenshot(page, "06-import-with-an-error");
    expect(await page.getByRole("button", { name: /^取り込む/ }).isEnabled()).toBe(false);
    await choose("orders.csv", "RD-2308");
    await page.getByText("RD-2308").first().waitFor();
    await page.getByRole("button", { name: /^取り込む/ }).click();
    await page.waitForURL(/network\/chains$/);
    await page.getByRole("row").nth(1).getByText("進行中").waitFor();
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await page.getByText("K-2026-FILE").waitFor();
    await page.getByText("くみひも谷部品組立", { exact: true }).waitFor();
    await leave();
  });

  test("a member finds its own part, on the tablet, and neither the maker nor a price of others", async () => {
    const { page, open, leave } = await as("eigyo@shiratsuyu", TABLET);
    await open("network/chains");
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await page.getByText("特殊塗装", { exact: true }).waitFor();
    await page.getByText("ほかの工程").first().waitFor();
    expect(await page.getByText("かざみ").count()).toBe(0);
    expect(await page.getByText("みかさの").count()).toBe(0);
    await sound(page, "07-member-chain-tablet");
    await leave();
  });

  test("the painter confirms by hand", async () => {
    const { page, open, leave } = await as("eigyo@shiratsuyu");
    await open("sales/orders");
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await press(page, "受注を確定");
    await page
      .getByRole("dialog")
      .getByText(/特殊塗装済/)
      .waitFor();
    await keepScreenshot(page, "08-confirm-by-hand");
    await agree(page, "受注を確定");
    await page.getByRole("button", { name: "受注を確定" }).waitFor({ state: "detached" });
    await leave();
    const window = await as("jimukyoku@yuinowa");
    await window.open(chain);
    await window.page.getByText("しらつゆ特殊塗装", { exact: true }).waitFor();
    expect(await window.page.getByText("確認待ち").count()).toBe(0);
    await window.leave();
  });

  test("a change of quantity and date and the cancel of one line travel along the chain, with costs and consents", async () => {
    const window = await as("jimukyoku@yuinowa");
    const { page } = window;
    await window.open(chain);
    await press(page, "変更を提案");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(`1 ${FORK} 新しい数量`).fill("16");
    await dialog.getByLabel(`2 ${FRAME} 新しい納期`).fill(addDays(today, 44));
    await page.keyboard.press("Tab");
    await dialog.getByLabel(`3 ${HEADSET} 取消`).check();
    await dialog.getByLabel("理由").fill("メーカーの計画変更");
    await press(page, "影響を見る");
    await dialog
      .getByText(/15 → 16/)
      .first()
      .waitFor();
    await keepScreenshot(page, "09-change-preview");
    await agree(page, "この変更を提案する");
    await page.getByText("回答待ち").first().waitFor();
    await keepScreenshot(page, "10-change-asked");
    // Each asked member answers for itself; the window watches who has agreed.
    for (const member of ["kumihimo", "mikasano", "shiratsuyu"]) {
      const asked = await as(`eigyo@${member}`);
      await asked.page
        .getByText(/からの変更 .* に回答する/)
        .first()
        .click();
      await asked.page.waitForURL(/network\/changes/);
      await asked.page.getByRole("row").nth(1).getByRole("button").first().click();
      const answer = asked.page.getByRole("dialog");
      await answer.getByLabel(/変更の費用/).fill("500");
      await answer.getByLabel(/ひとこと/).fill("段取り替え");
      if (member === "kumihimo") {
        await sound(asked.page, "11-member-is-asked");
      }
      await agree(asked.page, "同意する");
      await asked.leave();
    }
    await page.getByText("全社同意").waitFor();
    await keepScreenshot(page, "12-all-agreed");
    await press(page, "実行する");
    await page.getByText("実行済み").waitFor();
    await page.getByRole("heading", { name: new RegExp(`${FORK}.*16`) }).waitFor();
    await page.getByText("取消", { exact: true }).first().waitFor();
    await keepScreenshot(page, "13-change-applied");
    await window.leave();
  });

  test("forming plans: the step is firm demand, and what is missing becomes a work order", async () => {
    const { page, open, leave } = await as("seisan@mikasano");
    await open("planning/orders");
    await press(page, "所要量計算");
    await agree(page, "所要量計算");
    await page.getByRole("button", { name: "所要量計算" }).and(page.locator(":not([data-loading])")).waitFor();
    await open(`planning/orders?q=${FORK}-10`);
    await page
      .getByRole("link", { name: `${FORK}-10` })
      .first()
      .click();
    await page.getByRole("link", { name: "在庫推移予定" }).click();
    await page
      .getByRole("row", { name: /工程受注 .*くみひも/ })
      .first()
      .waitFor();
    await page.locator("canvas").first().waitFor();
    await keepScreenshot(page, "14-timeline");
    expect(await page.getByRole("row", { name: /工程受注 .*16/ }).count()).toBeGreaterThan(0);
    await page.goBack();
    await press(page, "手配する");
    await page.getByRole("dialog").getByText("製造指図").first().waitFor();
    await agree(page, "この内容で手配する");
    await open("production/orders");
    await page
      .getByRole("row", { name: new RegExp(`${FORK}-10`) })
      .first()
      .getByRole("link")
      .first()
      .click();
    await press(page, "着手可能にする");
    await agree(page, "着手可能にする");
    await page.getByRole("button", { name: "着手可能にする" }).waitFor({ state: "detached" });
    await leave();
  });

  test("the floor reports the work on its tablet", async () => {
    const { page, open, leave } = await as("genba@mikasano", TABLET);
    await open("floor");
    await page.getByRole("button", { name: /F01/ }).click();
    await pressDigits(page, "1001");
    await press(page, "入る");
    await page
      .getByRole("button", { name: /HL フォーク 成形済/ })
      .first()
      .click();
    await press(page, "開始");
    await page.getByRole("button", { name: "開始", exact: true }).waitFor({ state: "detached" });
    await press(page, "良品");
    await page.getByRole("button", { name: /^全部/ }).click();
    await sound(page, "15-floor-tablet");
    await press(page, "良品を報告");
    await page.getByText(/は完了しました/).waitFor();
    await leave();
  });

  test("goods go from firm to firm in two parts; a cracked piece goes back and is made good", async () => {
    const forming = await as("soko@mikasano");
    await shipTo(forming, /くみひも/, `${FORK}-10`, "10");
    const subassembly = await as("soko@kumihimo");
    await receiveNewest(subassembly);
    const dialog = subassembly.page.getByRole("dialog");
    await dialog.getByLabel("合格", { exact: true }).fill("9");
    await dialog.getByLabel("不合格", { exact: true }).fill("1");
    await dialog.getByLabel("理由").fill("割れ");
    await keepScreenshot(subassembly.page, "16-rejection");
    await agree(subassembly.page, "検収する");
    await subassembly.page.getByText("割れ").first().waitFor();
    await shipTo(forming, /くみひも/, `${FORK}-10`, "7");
    await receiveNewest(subassembly);
    await agree(subassembly.page, "検収する");
    await subassembly.page.getByText("検収済", { exact: true }).first().waitFor();
    await forming.leave();
    await subassembly.leave();
  });

  test("the last member ships to the maker; the window records what the maker accepted and rejected, once for both trades", async () => {
    const last = await as("soko@kumihimo");
    await shipTo(last, /ゆいのわ/, FORK, "6");
    const window = await as("jimukyoku@yuinowa");
    const { page } = window;
    await page
      .getByText(/の検収を記録する/)
      .first()
      .waitFor();
    await window.open(chain);
    await press(page, "検収を記録");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(`${FORK} 合格`, { exact: true }).fill("5");
    await dialog.getByLabel(`${FORK} 不合格`, { exact: true }).fill("1");
    await dialog.getByLabel(`${FORK} 不合格の理由`).fill("塗装むら");
    await sound(page, "17-far-end");
    await agree(page, "メーカー検収を記録");
    await page.getByText("31%").waitFor();
    await window.open("network/groups");
    await press(page, "くみひも谷部品組立株式会社 直送先の検収報告 許可する");
    await page
      .getByRole("dialog")
      .getByText(/窓口に報告できます/)
      .waitFor();
    await keepScreenshot(page, "17-permission");
    await agree(page, "許可する");
    await page.getByText("報告を許可", { exact: true }).waitFor();
    expect(await seriousBarriers(page)).toEqual([]);
    await shipTo(last, /ゆいのわ/, FORK, "11");
    await last.open("network/far-end-reports");
    await last.page.getByRole("row").nth(1).getByRole("button").first().click();
    await last.page
      .getByRole("dialog")
      .getByText(/ゆいのわ.*あての直送品/)
      .waitFor();
    await sound(last.page, "17-report");
    expect(await last.page.getByText("かざみ").count()).toBe(0);
    await agree(last.page, "この内容で報告する");
    await last.page.getByText("窓口の記録待ち").waitFor();
    await keepScreenshot(last.page, "17-reported");
    await window.open("network/far-end");
    await page.getByRole("button", { name: "報告のとおり記録" }).waitFor();
    await keepScreenshot(page, "17-reported-at-window");
    await press(page, "報告のとおり記録");
    await page.getByText("メーカー検収待ちの直送品はありません").waitFor();
    await last.page.getByText("報告する直送品はありません").waitFor();
    await last.leave();
    await window.leave();
  });

  test("at the closing day the member bills the window, the window bills the maker, and the maker's payment is matched", async () => {
    const closingOn = lastDayOfMonth(today);
    const member = await as("keiri@kumihimo");
    await member.open(`accounting/invoice-run?closingOn=${closingOn}`);
    await member.page.getByRole("row", { name: /ゆいのわ/ }).waitFor();
    await member.page.getByRole("button", { name: /件を発行/ }).click();
    await member.page.getByText(/件を発行しました/).waitFor();
    await member.leave();
    const { page, open, leave } = await as("keiri@yuinowa");
    await open(`accounting/invoice-run?closingOn=${closingOn}`);
    await page.getByRole("row", { name: /かざみ/ }).waitFor();
    await page.getByRole("button", { name: /件を発行/ }).click();
    await page.getByText(/件を発行しました/).waitFor();
    await sound(page, "18-closing-run");
    const issued = page.getByRole("listitem").filter({ hasText: "かざみ" });
    const total = /([\d,]+) 円/.exec((await issued.textContent()) ?? "")?.[1] ?? "";
    await issued.getByRole("link").click();
    await page
      .getByRole("row", { name: new RegExp(FORK) })
      .first()
      .waitFor();
    await keepScreenshot(page, "19-invoice");
    await open("accounting/receipts");
    await press(page, "入金を記録");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/得意先/).fill("かざみ");
    await page.getByRole("option").first().click();
    await dialog.getByLabel(/^金額/).fill(total);
    await dialog.getByRole("button", { name: "古い順に割り当てる" }).click();
    await keepScreenshot(page, "20-receipt");
    await agree(page, "記録する");
    await page.waitForURL(/accounting\/payments\//);
    await keepScreenshot(page, "21-payment");
    await open("accounting/invoices");
    await page
      .getByRole("row", { name: /かざみ/ })
      .getByText("入金・支払済")
      .first()
      .waitFor();
    await leave();
  });

  test("the window's books show its fee as a principal: what the maker bought less what the last step cost", async () => {
    const { page, open, leave } = await as("keiri@yuinowa");
    await open(chain);
    const fee = await page.getByRole("row", { name: /^差額/ }).getByRole("cell").last().textContent();
    expect(Number(fee?.replaceAll(",", ""))).toBeGreaterThan(0);
    const month = lastDayOfMonth(today).slice(0, 7);
    await open(`accounting/trial-balance?from=${month}&to=${month}`);
    const balance = async (account: RegExp) =>
      Number(
        (await page.getByRole("row", { name: account }).getByRole("cell").last().textContent())?.replaceAll(
          /[^\d]/g,
          "",
        ),
      );
    await page.getByRole("row", { name: /商品売上高/ }).waitFor();
    await keepScreenshot(page, "22-window-trial-balance");
    expect((await balance(/商品売上高/)) - (await balance(/商品売上原価/))).toBe(Number(fee?.replaceAll(",", "")));
    await leave();
  });

  test("the chain, on a tablet and in English, shows the fork done and what stays with the window", async () => {
    const { page, open, leave } = await as("jimukyoku@yuinowa", TABLET);
    await open(chain);
    await page
      .getByText(/^VC-\d{6}$/)
      .first()
      .waitFor();
    await page.getByText("100%").first().waitFor();
    await keepScreenshot(page, "23-chain-tablet");
    await page.getByText("EN", { exact: true }).click();
    await page.getByText("Value chains").last().waitFor();
    expect(await page.getByText(/^refusals\.|^network\./).count()).toBe(0);
    await page.getByText("What the window keeps").waitFor();
    await keepScreenshot(page, "24-chain-tablet-en");
    // Every card lies within the page: nothing has to be scrolled to the side.
    const overflow = await page
      .locator("section[aria-label^='Flow']")
      .evaluateAll((maps) => maps.filter((map) => map.scrollWidth > map.clientWidth + 1).length);
    expect(overflow).toBe(0);
    await leave();
  });
});

describe("what stands in the window's own store", () => {
  test("is offered before a dispatch: taken, the steps make only the rest; in both languages, wide and on a tablet", async () => {
    const accounts = await as("keiri@yuinowa");
    await accounts.open("inventory/opening-stock/import");
    await accounts.page.locator("input[type=file]").setInputFiles({
      name: "opening.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`品目コード,置き場コード,ロット,数量,金額\r\n${FORK},FG,,12,120000\r\n`),
    });
    await accounts.page.getByRole("button", { name: /^取り込む/ }).click();
    await accounts.page.getByText(/取り込みました（新規 1件/).waitFor();
    await accounts.leave();
    const { page, open, leave } = await as("jimukyoku@yuinowa");
    // The tablet above left this person's screens in English.
    await page.getByText("日本語", { exact: true }).click();
    await page.getByRole("heading", { name: "対応が必要なこと" }).waitFor();
    await open("network/orders/new");
    await page.getByLabel(/^メーカー/).fill("かざみ");
    await page.getByRole("option").first().click();
    await page.getByLabel("先方注文番号").fill("K-2026-STOCK");
    await page.getByRole("combobox", { name: "振分" }).click();
    await page.getByRole("option", { name: /登録だけ/ }).click();
    const row = [FORK, "20", addDays(today, 30)].join("\t");
    await page.evaluate((text) => navigator.clipboard.writeText(text), row);
    await page.getByRole("gridcell").first().click();
    await page.keyboard.press("Control+V");
    await page.getByText("HL フォーク").first().waitFor();
    await press(page, "登録する");
    await page.waitForURL(/network\/orders\/[0-9a-f-]{36}/);
    const stock = page.getByRole("group", { name: "自社在庫" });
    await stock.getByText(/12/).first().waitFor();
    await keepScreenshot(page, "25-stock-offered");
    await stock.getByRole("button", { name: "使えるだけ使う" }).click();
    await page.getByText(/計算し直してください/).waitFor();
    expect(await page.getByRole("button", { name: "この内容で振り分ける" }).isDisabled()).toBe(true);
    await press(page, "もう一度確認する");
    await stock.getByText("工程で作る数").waitFor();
    await sound(page, "26-stock-taken");
    await page.setViewportSize(TABLET);
    await keepScreenshot(page, "27-stock-taken-tablet");
    await page.getByText("EN", { exact: true }).click();
    await page.getByText("Own stock").first().waitFor();
    expect(await page.getByText(/^refusals\.|^network\./).count()).toBe(0);
    await keepScreenshot(page, "28-stock-taken-tablet-en");
    await page.setViewportSize(DESKTOP);
    await keepScreenshot(page, "29-stock-taken-en");
    await press(page, "Dispatch as shown");
    await page.getByText(/Own stock is promised/).waitFor();
    await keepScreenshot(page, "30-stock-agreed-en");
    await agree(page, "Dispatch as shown");
    await page.waitForURL(/network\/chains\//);
    await page.getByText("from own stock").first().waitFor();
    await page.getByText("日本語", { exact: true }).click();
    await page.getByText("うち自社在庫").first().waitFor();
    await keepScreenshot(page, "31-chain-with-stock");
    await leave();
  });
});

describe("everyday pages", () => {
  test("stock, with a search of a two-character word", async () => {
    const { page, open, leave } = await as("shacho@akatsukino");
    await open("inventory/stock");
    await page.getByRole("row").nth(3).waitFor();
    await page.getByPlaceholder(/絞り込み/).fill("ロード");
    await page.waitForURL(/q=/);
    await page
      .getByText(/ロード/)
      .first()
      .waitFor();
    await sound(page, "stock");
    await leave();
  });
  test("a wrong password is answered with a sentence, and nothing is lost", async () => {
    const context = await story.browser.newContext(SETTING);
    const page = await context.newPage();
    await page.goto(story.address);
    await page.getByLabel(/メール/).fill("jimukyoku@yuinowa.example");
    await page
      .getByLabel(/パスワード/)
      .first()
      .fill("wrong-password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByLabel(/メール/).inputValue()).toBe("jimukyoku@yuinowa.example");
    await sound(page, "login-wrong");
    await context.close();
  });
});
