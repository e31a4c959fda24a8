import type { Page } from "playwright-core";
import { describe, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, dayFromNow, item, order, placed, plantMade, tellProgram } from "./told.ts";

/** The morning after a plan: purchasing settles three exceptions of hers, production one on a tablet, in English. */
const story = startStory();

/** Eight bulbs are sold for in twenty days and twenty come in forty; of two other lamps nobody needs any. */
async function plantTrouble(buyer: Person, seller: Person, planner: Person): Promise<void> {
  for (const [code, name] of [
    ["BULB-7", "前照灯電球"],
    ["BULB-8", "尾灯電球"],
    ["BULB-9", "室内灯電球"],
  ])
    await tellProgram(buyer, "/items", item(code!, name!, { supply: "buy", salesPrice: "90", leadTimeDays: 3 }));
  const supplier = await tellProgram(buyer, "/partners", card("LIGHT", "外の電球店"));
  const customer = await tellProgram(seller, "/partners", card("SHOP", "駅前の自転車店"));
  await placed(seller, "sales", order(customer.id, "BULB-7", "8", "30", dayFromNow(20)));
  await placed(buyer, "purchase", order(supplier.id, "BULB-7", "20", "30", dayFromNow(40)));
  await placed(buyer, "purchase", order(supplier.id, "BULB-8", "5", "30", dayFromNow(30)));
  await placed(buyer, "purchase", order(supplier.id, "BULB-9", "6", "30", dayFromNow(30)));
  // A rack in time, and a bell nobody can get in time.
  for (const [code, name, leadTimeDays] of [
    ["RACK-7", "荷台", 3],
    ["BELL-7", "ベル", 60],
  ] as const)
    await tellProgram(buyer, "/items", item(code, name, { supply: "buy", salesPrice: "90", leadTimeDays }));
  await placed(seller, "sales", order(customer.id, "RACK-7", "4", "30", dayFromNow(20)));
  await placed(seller, "sales", order(customer.id, "BELL-7", "3", "30", dayFromNow(10)));
  await plantLamp(planner);
}

/** Sets the only proposal of an item by hand, six days later than planned. */
async function setLater(planner: Person, code: string): Promise<void> {
  const { rows } = await tellProgram(planner, `/planned-orders?limit=1&search=${code}`, null, "GET");
  const { runId, seq, version, quantity, startOn } = rows[0];
  const change = { version, quantity, startOn, dueOn: dayFromNow(26), partnerId: null };
  await tellProgram(planner, `/planned-orders/${runId}/${seq}`, change, "PATCH");
}

/** A lamp of one bulb with a work order nobody needs. */
async function plantLamp(planner: Person): Promise<void> {
  const { rows } = await tellProgram(planner, "/work-centers?limit=1", null, "GET");
  const bulbs = await tellProgram(planner, "/items?search=BULB-7&limit=1", null, "GET");
  const lamp = await plantMade(planner, item("LAMP-7", "前照灯", { supply: "make", nameEn: "Headlight" }), {
    of: bulbs.rows[0].id,
    operation: { name: "組立", workCenterId: rows[0].id, runMinutesPerUnit: "1" },
  });
  await tellProgram(planner, "/work-orders", { itemId: lamp, quantity: "2", dueOn: dayFromNow(33) });
}

const rowOf = (page: Page, ...texts: readonly (string | RegExp)[]) =>
  texts.reduce((rows, hasText) => rows.filter({ hasText }), page.locator("tbody tr"));

describe("the exception inbox", () => {
  test("purchasing moves one order, sets another aside, and cancels two at once", async () => {
    const [buyer, seller, planner] = (await Promise.all(
      ["kobai", "eigyo", "seisan"].map((who) => story.as(`${who}@akatsukino`)),
    )) as [Person, Person, Person];
    const { page } = buyer;
    await plantTrouble(buyer, seller, planner);
    await planner.open("planning/orders");
    await press(planner.page, "所要量計算");
    await agree(planner.page, "所要量計算");
    await planner.page
      .getByRole("button", { name: "所要量計算" })
      .and(planner.page.locator(":not([data-loading])"))
      .waitFor();

    await buyer.open("planning/exceptions?q=BULB");
    const late = rowOf(page, "BULB-7", "前倒し");
    await late.getByText(/駅前の自転車店/).waitFor();
    await sound(page, "inbox-list");

    await late.getByRole("button", { name: /への変更を依頼/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByText(/プラットフォームを使っていません/)
      .first()
      .waitFor();
    await dialog
      .getByText(/希望日/)
      .first()
      .waitFor();
    await sound(page, "inbox-move");
    await agree(page, "変更する（1 件）");
    await late.waitFor({ state: "detached" });

    const much = rowOf(page, "BULB-7", "減量");
    await much.getByRole("button", { name: /その他の操作/ }).click();
    await page.getByRole("menuitem", { name: "後で見る" }).click();
    await dialog.getByLabel("理由").fill("来月の注文で使う見込み");
    await keepScreenshot(page, "inbox-aside");
    await agree(page, "後で見る");
    await much.waitFor({ state: "detached" });

    for (const code of ["BULB-8", "BULB-9"]) await rowOf(page, code).getByRole("checkbox").check();
    await press(page, "まとめて対応する");
    await dialog
      .getByText("尾灯電球")
      .or(dialog.getByText(/BULB-8/))
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "取り消す（2 件）" }).click();
    await dialog.getByRole("status").nth(1).waitFor();
    await sound(page, "inbox-together");
    await dialog.getByRole("button", { name: "閉じる" }).last().click();
    await page.getByText("見つかりません").or(page.getByText("条件に合う")).first().waitFor();

    // The plan follows what was settled, so nothing of it is left, settled or not.
    await buyer.open("planning/exceptions?owner=all&show=all&q=BULB");
    await rowOf(page, "BULB-7").first().waitFor();
    for (const settled of [late, rowOf(page, "BULB-8"), rowOf(page, "BULB-9")])
      await settled.waitFor({ state: "detached" });
    await keepScreenshot(page, "inbox-applied");
    await buyer.open("planning/exceptions?owner=all&show=aside&q=BULB");
    await rowOf(page, "BULB-7")
      .getByText(/来月の注文で使う見込み/)
      .waitFor();
    await press(page, "BULB-7 のその他の操作");
    await page.getByRole("menuitem", { name: "一覧に戻す" }).click();
    await rowOf(page, "BULB-7").first().waitFor({ state: "detached" });
    await Promise.all([buyer, seller, planner].map((person) => person.leave()));
  });

  test("a firm planned order is moved by its planner, and sales proposes a customer a new date", async () => {
    const [buyer, seller] = (await Promise.all(["kobai", "eigyo"].map((who) => story.as(`${who}@akatsukino`)))) as [
      Person,
      Person,
    ];
    await setLater(buyer, "RACK-7");
    await buyer.open("planning/exceptions?q=RACK-7");
    const late = rowOf(buyer.page, "RACK-7", "前倒し");
    await late.getByText(/確定計画 #/).waitFor({ timeout: 60_000 });
    await late.getByRole("link", { name: /駅前の自転車店/ }).waitFor();
    await late.getByRole("button", { name: /へ動かす/ }).click();
    await buyer.page
      .getByRole("dialog")
      .getByText(/完了日/)
      .waitFor();
    await sound(buyer.page, "inbox-firm");
    await agree(buyer.page, "変更する（1 件）");
    await late.waitFor({ state: "detached" });

    await seller.open("planning/exceptions?q=BELL-7&owner=all");
    const bell = rowOf(seller.page, "BELL-7", "着手遅れ");
    await bell.getByRole("button", { name: "お客様に新しい納期を提案" }).click();
    await seller.page
      .getByRole("dialog")
      .getByText(/約束の納期/)
      .waitFor();
    await sound(seller.page, "inbox-customer");
    await agree(seller.page, "提案する（1 件）");
    await seller.page.getByRole("dialog").waitFor({ state: "hidden" });
    await Promise.all([buyer, seller].map((person) => person.leave()));
  });

  test("on a tablet, in English: production cancels an order nobody needs, from the home page on", async () => {
    const planner = await story.as("seisan@akatsukino", TABLET);
    const { page } = planner;
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("heading", { name: "Plan exceptions by owner" }).waitFor();
    await page.locator("[data-loading]").first().waitFor({ state: "detached" });
    await keepScreenshot(page, "inbox-home-en");
    await planner.open("planning/exceptions?q=LAMP-7");
    const needless = rowOf(page, "LAMP-7");
    await needless.first().waitFor();
    await sound(page, "inbox-tablet-en");
    await needless.getByRole("button", { name: "Cancel the order" }).click();
    await page.getByRole("dialog").getByText("A change within the company only.").waitFor();
    await keepScreenshot(page, "inbox-cancel-en");
    await agree(page, "Cancel the order (1)");
    await needless.first().waitFor({ state: "detached" });
    await planner.leave();
  });
});
