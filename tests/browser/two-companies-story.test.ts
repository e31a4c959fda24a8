import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, keepScreenshot, SETTING, seriousBarriers, sound } from "../support/browser.ts";
import { startStory } from "./story.ts";

/* Two people of two companies at their screens at once: what one does, the other sees without loading its page anew. */

const story = startStory();

interface Person {
  readonly page: Page;
  /** Address of the person's company. */
  readonly company: string;
  go(path: string): Promise<void>;
}

async function signIn(email: string): Promise<Person> {
  const context = await story.browser.newContext({ ...SETTING, viewport: DESKTOP });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(story.address);
  await page.getByLabel(/メール/).fill(email);
  await page
    .getByLabel(/パスワード/)
    .first()
    .fill("musubi-sample");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/c\//);
  const company = page.url().replace(/(\/c\/[^/?]+).*/, "$1");
  return {
    page,
    company,
    async go(path) {
      await page.goto(`${company}/${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    },
  };
}

/** `2026/12/20`, so many days from today in Japan. */
function dayIn(days: number): string {
  return new Date(Date.now() + (9 + days * 24) * 3_600_000).toISOString().slice(0, 10).replaceAll("-", "/");
}
/** The main button of the page opens a dialog; `fill` does what a person does there, then the dialog's own button of that name is pressed. */
async function doIn(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>, shot?: string, button = name) {
  await page.getByRole("button", { name, exact: true }).click();
  await inDialog(page, button, fill, shot);
}
async function inDialog(page: Page, button: string, fill?: (dialog: Locator) => Promise<void>, shot?: string) {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill?.(dialog);
  if (shot) await keepScreenshot(page, shot);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}
async function fromMenu(page: Page, item: string) {
  await page.getByRole("button", { name: "その他の操作" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
async function choose(page: Page, label: string, typed: string) {
  await page.getByLabel(label).first().fill(typed);
  await page.getByRole("option").first().click();
}

describe("two companies, one trade", () => {
  let buyer: Person;
  let seller: Person;
  let order: string;
  beforeAll(async () => {
    [buyer, seller] = await Promise.all([signIn("kobai@kumihimo.example"), signIn("eigyo@homura.example")]);
  });

  test("an enquiry says who sees what before it is sent, and stands in the other's list by itself", async () => {
    await seller.go("sales/orders");
    await buyer.go("purchasing/enquiries/new");
    await choose(buyer.page, "仕入先", "ほむら");
    const cells = buyer.page.getByRole("grid").getByRole("row").nth(1).getByRole("gridcell");
    await cells.nth(0).click();
    await buyer.page.keyboard.type("HB-R504-20");
    await buyer.page.getByRole("option").first().waitFor();
    await buyer.page.keyboard.press("Enter");
    await cells.nth(2).click();
    await buyer.page.keyboard.type("10");
    await buyer.page.keyboard.press("Tab");
    await cells.nth(5).click();
    await buyer.page.keyboard.type(dayIn(20));
    await buyer.page.keyboard.press("Enter");
    await buyer.page.getByText("税込合計").waitFor();
    await doIn(
      buyer.page,
      "引合を送る",
      async (dialog) => {
        await dialog.getByText("ほむら野溶接工業株式会社 に見えるもの").waitFor();
        await dialog.getByText(/見えないもの: 在庫/).waitFor();
        expect(await seriousBarriers(buyer.page)).toEqual([]);
      },
      "pair-enquiry-who-sees-what",
    );
    await buyer.page.waitForURL(/purchasing\/orders\/[0-9a-f-]{36}/);
    order = buyer.page.url().replace(/.*\//, "");
    await seller.page.getByText("引合", { exact: true }).first().waitFor();
    await keepScreenshot(seller.page, "pair-seller-list-live");
  });

  test("quoted, ordered at the quoted price, confirmed by a person: each step on both screens", async () => {
    await seller.go(`sales/orders/${order}`);
    await doIn(
      seller.page,
      "見積を提出",
      async (dialog) => {
        await dialog.getByLabel("単価").fill("360");
        await dialog.getByLabel("回答納期").fill(dayIn(21));
        await dialog.getByLabel("有効期限").fill(dayIn(10));
      },
      "pair-quotation",
    );
    await buyer.page.getByText("見積受領").first().waitFor();
    await doIn(buyer.page, "この見積で発注");
    await seller.page.getByText("受注(未確定)").first().waitFor();
    await doIn(seller.page, "受注を確定");
    await buyer.page.getByText("注文請済").first().waitFor();
    await sound(buyer.page, "pair-buyer-confirmed");
  });

  test("a change of quantity is asked for, seen and agreed; the order has a new version on both sides", async () => {
    await fromMenu(buyer.page, "変更を依頼");
    await inDialog(
      buyer.page,
      "依頼を送る",
      async (dialog) => {
        await dialog.getByLabel("数量").fill("8");
        await dialog.getByLabel("理由").fill("客先の減産");
      },
      "pair-change-asked",
    );
    await seller.page.getByText(/が回答を待っています/).waitFor();
    await seller.page.getByRole("tab", { name: /変更依頼/ }).click();
    await sound(seller.page, "pair-change-waiting");
    await seller.page.getByRole("button", { name: "承諾する" }).click();
    await buyer.page.getByText("2,880 円").first().waitFor();
    await seller.page.getByText("2,880 円").first().waitFor();
  });

  test("five are shipped, three accepted, one taken at a cut price, one rejected; both books follow", async () => {
    const number = await seller.page
      .getByText(/^SO-\d{6}$/)
      .first()
      .textContent();
    await seller.page.getByRole("button", { name: "出荷する", exact: true }).click();
    const own = seller.page.getByRole("row").filter({ hasText: number ?? "" });
    await own.waitFor();
    // Whatever else waits for this customer stays here.
    for (const each of await seller.page.getByLabel("今回出荷").all()) await each.fill("0");
    await own.getByLabel("今回出荷").fill("5");
    await seller.page.getByText(/に見えるもの/).waitFor();
    await keepScreenshot(seller.page, "pair-shipment");
    await seller.page.getByRole("button", { name: /出荷する \(1\)/ }).click();
    await seller.page.waitForURL(/sales\/deliveries\/[0-9a-f-]{36}/);
    await buyer.page.getByText("入荷予定").first().waitFor();
    await buyer.go(`purchasing/arrivals/${seller.page.url().replace(/.*\//, "")}`);
    await doIn(buyer.page, "入荷する", undefined, "pair-receive");
    await doIn(
      buyer.page,
      "検収する",
      async (dialog) => {
        await dialog.getByLabel("合格", { exact: true }).fill("3");
        await dialog.getByLabel("特採", { exact: true }).fill("1");
        await dialog.getByLabel("特採単価").fill("300");
        await dialog.getByLabel("不合格", { exact: true }).fill("1");
        await dialog.getByLabel("理由").fill("きず");
      },
      "pair-judge",
    );
    await seller.page.getByText("検収済").first().waitFor();
    await keepScreenshot(seller.page, "pair-delivery-judged");
    await Promise.all([seller.go(`sales/orders/${order}`), buyer.go(`purchasing/orders/${order}`)]);
    // What was rejected is to be delivered again: four of eight are accepted on both sides, and both books have their entry.
    for (const { page } of [seller, buyer]) {
      await page.getByText("不合格").first().waitFor();
      await page
        .getByText(/JE-\d{6}/)
        .first()
        .waitFor();
    }
    await keepScreenshot(seller.page, "pair-seller-after");
    await keepScreenshot(buyer.page, "pair-buyer-after");
  });

  test("the papers of it, and the same page in English", async () => {
    await seller.page.goto(`${seller.company}/sales/orders/${order}/print`);
    await seller.page.getByRole("heading", { name: /注文請書/ }).waitFor();
    await keepScreenshot(seller.page, "pair-paper-confirmation");
    await buyer.page.goto(`${buyer.company}/purchasing/orders/${order}/print`);
    await buyer.page.getByRole("heading", { name: /注文書/ }).waitFor();
    await keepScreenshot(buyer.page, "pair-paper-order");
    await buyer.go(`purchasing/orders/${order}`);
    await buyer.page.getByText("EN", { exact: true }).click();
    await buyer.page.getByText("Purchase order").first().waitFor();
    expect(await buyer.page.getByText(/^(refusals|trade)\.[a-zA-Z.]+$/).count()).toBe(0);
    await keepScreenshot(buyer.page, "pair-buyer-after-en");
    // The language is the person's own and stays; the next story meets it as it was.
    await buyer.page.getByText("日本語", { exact: true }).click();
    await buyer.page.getByText("書類のつながり").first().waitFor();
    await Promise.all([buyer, seller].map(({ page }) => page.context().close()));
  });
});

describe("an operation of my routing done by another company, on my material", () => {
  test("released, it is the other's order at once; what I issued stands at its place and is mine", async () => {
    const [mine, theirs] = await Promise.all([
      signIn("jimukyoku@morinoki.example"),
      signIn("shacho@sekireiseiki.example"),
    ]);
    await theirs.go("sales/orders");
    const order = await makeOrder(mine, "FG-3105-10", "5");
    await mine.go(`production/orders/${order}`);
    await doIn(
      mine.page,
      "着手可能にする",
      async (dialog) => {
        await dialog.getByText(/無償支給します/).waitFor();
      },
      "pair-outside-release",
    );
    await mine.page
      .getByText(/PO-\d{6}/)
      .first()
      .waitFor();
    await keepScreenshot(mine.page, "pair-outside-order");
    // The other company has its order at once, and what was issued stands at its place and is still mine.
    await theirs.page.getByText("受注確定").first().waitFor();
    await keepScreenshot(theirs.page, "pair-outside-their-order");
    await mine.go("inventory/stock?q=S45C-R80");
    await mine.page.getByRole("row").filter({ hasText: "S45C-R80" }).first().waitFor();
    await keepScreenshot(mine.page, "pair-outside-kept-elsewhere");
    await theirs.go("inventory/kept");
    await theirs.page.getByText("もりのき共同受注株式会社").last().waitFor();
    await keepScreenshot(theirs.page, "pair-outside-kept-here");
    await Promise.all([mine, theirs].map(({ page }) => page.context().close()));
  });
});

/** A work order, made over the API by the person signed in. */
async function makeOrder({ page, company }: Person, code: string, quantity: string): Promise<string> {
  const made = await page.evaluate(
    async ([companyId, code, quantity, dueOn]) => {
      const headers = { "musubi-company": companyId!, "content-type": "application/json" };
      const found = await (await fetch(`/api/v1/items?search=${code}`, { headers })).json();
      const item = found.rows.find((row: { code: string }) => row.code === code);
      const body = JSON.stringify({ itemId: item.id, quantity, dueOn });
      return (await fetch("/api/v1/work-orders", { method: "POST", headers, body })).json();
    },
    [company.replace(/.*\//, ""), code, quantity, dayIn(25).replaceAll("/", "-")],
  );
  expect(made).toMatchObject({ workOrders: [{ id: expect.any(String) }] });
  return made.workOrders[0].id;
}
