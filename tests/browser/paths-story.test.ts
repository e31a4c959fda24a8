import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DESKTOP, keepScreenshot, SETTING, sound, TABLET } from "../support/browser.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { card, companyOf, dayFromNow, order, placed, tellProgram } from "./told.ts";

/*
 * Four ways of working beside the usual one: the buyer writes the statement of what it bought (仕入明細書); firms in one building hand over by one scan
 * (一括引渡し); a supplier without an account answers by a link; and a group whose window owns the goods and buys only processing of its members.
 */

const today = dayFromNow(0);

const story = startStory();

const { as } = story;
const dialogOf = (page: Page): Locator => page.getByRole("dialog");
const look = (page: Page, shot: string) => keepScreenshot(page, `paths-${shot}`);
const soundPage = (page: Page, shot: string) => sound(page, `paths-${shot}`);
/** The same page in English on a tablet, with no key left untranslated, and back. */
async function inEnglish(page: Page, words: string | RegExp, shot: string): Promise<void> {
  await page.setViewportSize(TABLET);
  await page.getByText("EN", { exact: true }).click();
  await page.getByText(words).first().waitFor();
  await look(page, `${shot}-en`);
  expect(await page.locator("body").textContent()).not.toMatch(/\b(refusals|accounting|trade|network|platform)\.\w/);
  await page.getByText("日本語", { exact: true }).click();
  await page.getByText(words).first().waitFor({ state: "detached" });
  await page.setViewportSize(DESKTOP);
}
async function followNews(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: /お知らせ（未読 \d+/ }).click();
  const panel = page.getByRole("dialog", { name: "お知らせ" });
  await panel.getByText(text).first().click();
  await panel.waitFor({ state: "hidden" });
}
async function fromMenu(page: Page, item: string): Promise<void> {
  await press(page, "その他の操作");
  await page.getByRole("menuitem", { name: item }).click();
}

describe("the buyer writes the statement", () => {
  let number: string;
  let seller: Person;
  let buyer: Person;

  test("two companies agree that the buyer issues it, and goods are delivered and accepted", async () => {
    const [sales, purchasing, production, store] = await Promise.all([
      as("eigyo@kumihimo"),
      as("kobai@sekireiseiki"),
      as("seisan@sekireiseiki"),
      as("soko@kumihimo"),
    ]);
    [seller, buyer] = await Promise.all([as("keiri@kumihimo"), as("keiri@sekireiseiki")]);
    const own = (await tellProgram(seller, "/company", null, "GET")) as { registrationNumber: string };
    number = own.registrationNumber;
    expect(number).toMatch(/^T\d{13}$/);
    const sellersCard = (await tellProgram(sales, "/partners", card("SEKIREI", "せきれい谷精機"))).id;
    const buyersCard = (
      await tellProgram(
        purchasing,
        "/partners",
        card("KUMIHIMO", "くみひも谷部品組立", { registrationNumber: "T7000012050002" }),
      )
    ).id;
    const link = { companyId: companyOf(purchasing), partnerId: sellersCard, message: "" };
    const { id: linkId } = await tellProgram(sales, "/partner-links", link);
    await tellProgram(purchasing, `/partner-links/${linkId}/answer`, { accept: true, partnerId: buyersCard });
    const [like] = (await tellProgram(production, "/items?limit=1", null, "GET")).rows;
    const item = await tellProgram(production, `/items/${like.id}`, null, "GET");
    const { id: _id, version: _version, warnings: _warnings, ...body } = item;
    const ball = { code: "BALL-5", name: "鋼球（治具用）", supply: "buy", category: "part", isStocked: true };
    const { id: ballId } = await tellProgram(production, "/items", { ...body, ...ball });
    const draft = await tellProgram(sales, "/agreement-drafts", agreement(sellersCard));
    const { agreementId } = await tellProgram(sales, `/agreement-drafts/${draft.id}/propose`, { version: 1 });
    // The partner's own card is the one linked to the proposer: nothing is to be chosen.
    await purchasing.open(`agreements/${agreementId}`);
    await purchasing.page.getByText("仕入明細書のみなし確認日数").first().waitFor();
    await press(purchasing.page, "承諾する");
    await dialogOf(purchasing.page)
      .getByLabel(/BA-8327/)
      .first()
      .waitFor();
    await soundPage(purchasing.page, "01-accept-agreement");
    await agree(purchasing.page, "承諾する");
    await purchasing.page.getByText("有効", { exact: true }).first().waitFor();
    await tellProgram(
      purchasing,
      `/agreements/${agreementId}/items`,
      { items: [{ lineNumber: 1, itemId: ballId, factor: "1" }] },
      "PUT",
    );
    const tradeId = await placed(purchasing, "purchase", order(buyersCard, "BALL-5", "10", ""));
    const lines = [{ tradeId, lineNumber: 1, quantity: "10" }];
    const { deliveryId } = await tellProgram(store, "/shipments", { shippedOn: today, lines });
    await tellProgram(purchasing, `/arrivals/${deliveryId}/receive`, { receivedOn: today });
    const judged = { judgedOn: today, lines: [{ lineNumber: 1, accepted: "10" }] };
    await tellProgram(purchasing, `/arrivals/${deliveryId}/judge`, judged);
    await Promise.all([sales, purchasing, production, store].map((one) => one.leave()));
  });

  test("the buyer issues the statement, which names the supplier's number as both signed it", async () => {
    const { page } = buyer;
    await buyer.open(`accounting/invoice-run?side=B&closingOn=${today}`);
    await page.getByRole("checkbox", { name: "くみひも谷部品組立" }).check();
    await look(page, "02-run");
    await page.getByRole("button", { name: /1 件を発行（1,325 円）/ }).click();
    await page.getByRole("link", { name: /^IV-/ }).click();
    await page.getByRole("heading", { name: /^IV-\d+/ }).waitFor();
    await page.getByText(/の確認待ちです/).waitFor();
    await look(page, "03-statement-buyer");
    await press(page, "仕入明細書を表示");
    const paper = page.getByRole("article");
    await paper.getByRole("heading", { name: "仕入明細書" }).waitFor();
    await paper.getByText(/7 日以内に誤りのご連絡がない場合/).waitFor();
    // 1 who makes it, 2 whose supply and its number, 3 when, 4 what, 5 amount and rate, 6 tax.
    const text = ((await paper.textContent()) ?? "").replace(/\s/g, "");
    for (const item of [
      "せきれい谷精機",
      "くみひも谷部品組立",
      number,
      today.replaceAll("-", "/"),
      "BA-8327",
      "1,205",
      "10%",
      "120",
    ])
      expect(text).toContain(item);
    await soundPage(page, "04-statement-paper");
    await page.goBack();
    await page.getByText(/の確認待ちです/).waitFor();
  });

  test("the supplier hears of it, says what is wrong, and then that it is right", async () => {
    const { page } = seller;
    await seller.open("");
    await page.getByText(/の仕入明細書 IV-\d+ を確認する/).waitFor();
    await followNews(page, /から仕入明細書 IV-\d+ が届きました/);
    await page.getByText(/みなす期限/).waitFor();
    await soundPage(page, "06-statement-seller");
    await inEnglish(page, /issued this statement/, "07-statement-seller");
    await fromMenu(page, "差し戻す");
    await dialogOf(page)
      .getByLabel(/どこが違うか/)
      .fill("10 個のうち 1 個は見本で、代金は要りません");
    await agree(page, "差し戻す");
    await page.getByText("照会中").first().waitFor();
    await followNews(buyer.page, /が仕入明細書 IV-\d+ を差し戻しました/);
    await buyer.page
      .getByText(/1 個は見本/)
      .first()
      .waitFor();
    await look(buyer.page, "08-disputed");
    await press(page, "内容を確認済みにする");
    await agree(page, "内容を確認済みにする");
    await buyer.page.getByText("確認済").first().waitFor();
    await look(page, "09-acknowledged");
  });

  test("it is paid and received, and both books agree to the yen", async () => {
    await buyer.open("accounting/pay?dueUntil=2099-12-31");
    await buyer.page.getByRole("row").filter({ hasText: "くみひも谷部品組立" }).getByRole("checkbox").check();
    await buyer.page.getByRole("button", { name: /1 件を起案（1,325 円）/ }).click();
    await press(buyer.page, "承認");
    await press(buyer.page, "実行");
    await agree(buyer.page, "実行");
    await followNews(seller.page, /せきれい谷精機から支払 .* の連絡/);
    await press(seller.page, "入金を確認する");
    await agree(seller.page, "入金を確認する");
    await seller.page.getByText("消込済").first().waitFor();
    await look(seller.page, "10-received");
    const owed = async (person: Person, side: "S" | "B") => {
      const { rows } = await tellProgram(person, `/invoices?side=${side}&state=settled&limit=50`, null, "GET");
      return (rows as { totalYen: string; openYen: string; isOwnIssue: boolean }[])
        .filter((one) => one.isOwnIssue === (side === "B"))
        .map(({ totalYen, openYen }) => [totalYen, openYen]);
    };
    expect(await owed(seller, "S")).toEqual([["1325", "0"]]);
    expect(await owed(buyer, "B")).toEqual([["1325", "0"]]);
    await Promise.all([seller.leave(), buyer.leave()]);
  });
});

describe("firms in one building", () => {
  test("one scan ships, receives and accepts, with gloves on a tablet", async () => {
    const store = await as("soko@tsuyano", TABLET);
    const { page } = store;
    const { rows } = await tellProgram(store, "/open-lines?side=S", null, "GET");
    const lines = rows as {
      number: string;
      lineNumber: number;
      code: string;
      open: string;
      available: string;
      partnerName: string;
      partnerId: string;
    }[];
    const line = lines.find((one) => /しらつゆ/.test(one.partnerName) && Number(one.available) >= Number(one.open))!;
    await store.open(`sales/ship?partner=${line.partnerId}`);
    const scan = page.getByLabel("受注番号・品目・ロットをスキャン");
    await scan.waitFor();
    const press = page.getByRole("button", { name: /^引き渡す/ }).first();
    expect((await press.boundingBox())!.height).toBeGreaterThanOrEqual(64);
    await soundPage(page, "11-hand-over");
    await scan.fill("NO-SUCH-THING");
    await page.keyboard.press("Enter");
    await page.getByText(/「NO-SUCH-THING」に当たる/).waitFor();
    const code = `${line.number}-${line.lineNumber}`;
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.getByText(new RegExp(`${code} .*引き渡しました`)).waitFor();
    await page.getByRole("button", { name: `引き渡す ${code}`, exact: true }).waitFor({ state: "detached" });
    await look(page, "12-handed-over");
    await page.getByRole("link", { name: /^DN-/ }).click();
    await page.getByText("検収済", { exact: true }).first().waitFor();
    await store.leave();

    const receiver = await as("soko@shiratsuyu", TABLET);
    await followNews(receiver.page, /つやの郷研磨所/);
    await receiver.page.getByText("検収済", { exact: true }).first().waitFor();
    await receiver.page.getByText(/合格/).first().waitFor();
    await look(receiver.page, "13-received");
    await receiver.leave();
  });

  test("one press does the same, in part and in English", async () => {
    const store = await as("soko@tsuyano", TABLET);
    const { page } = store;
    await store.open("sales/ship");
    await page
      .getByRole("row", { name: /いろはま/ })
      .getByRole("button", { name: "出荷する" })
      .click();
    await page.getByText("EN", { exact: true }).click();
    const go = page.getByRole("button", { name: /^Hand over / }).first();
    await go.waitFor();
    const code = ((await go.getAttribute("aria-label")) ?? "").replace("Hand over ", "");
    await page.getByRole("textbox", { name: new RegExp(`${code}$`) }).fill("1");
    await go.click();
    await page.getByText(new RegExp(`${code} .*1 EA handed over and accepted`)).waitFor();
    await look(page, "14-hand-over-en");
    await page.getByText("日本語", { exact: true }).click();
    await page.getByLabel("受注番号・品目・ロットをスキャン").waitFor();
    await store.leave();
  });
});

describe("a supplier without an account", () => {
  let purchasing: Person;
  let supplier: Page;
  /** Sends an order and gives the address of its link, as the purchaser copies it. */
  async function sentByLink(): Promise<{ readonly tradeId: string; readonly address: string }> {
    const [vendor] = (await tellProgram(purchasing, "/partners?limit=200&isLinked=false", null, "GET")).rows.filter(
      (one: { isSupplier: boolean }) => one.isSupplier,
    );
    const [item] = (await tellProgram(purchasing, `/order-items?side=B&search=&partnerId=${vendor.id}`, null, "GET"))
      .rows;
    const tradeId = await placed(purchasing, "purchase", order(vendor.id, item.code, "12", ""));
    await purchasing.open(`purchasing/orders/${tradeId}`);
    await fromMenu(purchasing.page, "取引先向けリンクを発行");
    await dialogOf(purchasing.page).getByRole("button", { name: "取引先向けリンクを発行" }).click();
    const field = dialogOf(purchasing.page).getByLabel(/アドレス/);
    await field.waitFor();
    const address = await field.inputValue();
    await look(purchasing.page, "15-link");
    await purchasing.page.keyboard.press("Escape");
    return { tradeId, address };
  }

  test("opens the link, sees that order alone, prints it, and accepts with a day", async () => {
    purchasing = await as("kobai@kumihimo");
    const { address } = await sentByLink();
    const context = await story.browser.newContext({ ...SETTING, viewport: DESKTOP });
    supplier = await context.newPage();
    supplier.setDefaultTimeout(30_000);
    const asked: string[] = [];
    supplier.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await supplier.goto(address);
    await supplier.getByRole("heading", { name: "注文書" }).waitFor();
    await soundPage(supplier, "16-partner-page");
    await inEnglish(supplier, "Your answer to", "17-partner-page");
    await supplier.emulateMedia({ media: "print" });
    await look(supplier, "18-partner-print");
    expect(await supplier.getByRole("button").filter({ visible: true }).all()).toEqual([]);
    await supplier.emulateMedia({ media: "screen" });
    await supplier.getByLabel(/納入できる日/).fill(dayFromNow(25).replaceAll("-", "/"));
    await supplier.getByLabel(/ご担当者名/).fill("支柱 太郎");
    await supplier.getByLabel(/連絡事項/).fill("材料の都合で少し遅れます");
    await supplier.getByRole("button", { name: "回答を送る" }).click();
    await supplier.getByText("回答を受け付けました").first().waitFor();
    await look(supplier, "19-answered");
    // Nothing of the program was asked but this page, not even who it is when the language changed.
    expect(new Set(asked.filter((path) => path.startsWith("/api/v1/")))).toEqual(
      new Set(["/api/v1/partner-page", "/api/v1/partner-page/answer"]),
    );
  });

  test("the answer is on the purchaser's screen by itself and in the bell, and becomes the confirmation", async () => {
    const { page } = purchasing;
    await page.getByText(/からリンクで回答がありました/).waitFor();
    await followNews(page, /がリンクから注文 PO-\d+ に返事をしました/);
    await page
      .getByText(/材料の都合で少し遅れます/)
      .first()
      .waitFor();
    await soundPage(page, "20-answer-seen");
    await press(page, "注文請を記録");
    await dialogOf(page).waitFor();
    await look(page, "21-confirm");
    await dialogOf(page).getByRole("button", { name: "注文請を記録" }).click();
    await page.getByText("注文請済").first().waitFor();
  });

  test("says no to another one; a link that was withdrawn says so kindly in both languages", async () => {
    const { address } = await sentByLink();
    await supplier.goto(address);
    await supplier.getByLabel("お引き受けできません").check();
    await supplier.getByLabel(/ご担当者名/).fill("支柱 太郎");
    expect(await supplier.getByRole("button", { name: "回答を送る" }).isDisabled()).toBe(true);
    await supplier.getByLabel(/連絡事項/).fill("設備の更新中です");
    await supplier.getByRole("button", { name: "回答を送る" }).click();
    await supplier.getByText(/設備の更新中です/).waitFor();
    const { page } = purchasing;
    await page
      .getByText(/設備の更新中です/)
      .first()
      .waitFor();
    await look(page, "22-no-seen");
    await page.getByRole("button", { name: "取り消す" }).first().click();
    await page.getByText("取り消しました").first().waitFor();
    await supplier.reload();
    await supplier.getByRole("heading", { name: "このリンクでは、いま何も表示できません" }).waitFor();
    await soundPage(supplier, "23-closed");
    await inEnglish(supplier, "This link shows nothing at the moment", "24-closed");
    await Promise.all([purchasing.leave(), supplier.context().close()]);
  });
});

describe("a group whose window owns the goods", () => {
  const ORDER = "SO-000003";
  const STEPS = [
    { member: "sekireiseiki", code: "SH-2401/10", output: "SH-2401-10", quantity: "62", yen: "60760" },
    { member: "kamadono", code: "SH-2401/20", output: "SH-2401-20", quantity: "61", yen: "14640" },
    { member: "shizukuno", code: "SH-2401/30", output: "SH-2401", quantity: "60", yen: "19800" },
  ] as const;
  let window: Person;
  let buys: Person;
  let sells: Person;
  let members: readonly Person[];
  let chain: string;

  /** The work order of a step's output that belongs to this order. */
  async function workOrder(output: string, quantity: string) {
    const { rows } = await tellProgram(window, `/work-orders?search=${output}&limit=50`, null, "GET");
    return (rows as { id: string; number: string; itemCode: string; quantity: string; version: number }[]).find(
      (one) => one.itemCode === output && one.quantity === quantity,
    )!;
  }
  /** The member sends its processed pieces, the window takes them. */
  async function processed(member: Person, code: string, quantity: string): Promise<string> {
    const { rows } = await tellProgram(member, "/open-lines?side=S", null, "GET");
    const line = (rows as { code: string; open: string; tradeId: string; lineNumber: number }[]).find(
      (one) => one.code === code && one.open === quantity,
    )!;
    const lines = [{ tradeId: line.tradeId, lineNumber: line.lineNumber, quantity }];
    const { deliveryId } = await tellProgram(member, "/shipments", { shippedOn: today, lines });
    await tellProgram(buys, `/arrivals/${deliveryId}/receive`, { receivedOn: today });
    return deliveryId;
  }
  const accepted = (deliveryId: string, quantity: string) =>
    tellProgram(buys, `/arrivals/${deliveryId}/judge`, {
      judgedOn: today,
      lines: [{ lineNumber: 1, accepted: quantity }],
    });

  test("the window dispatches a maker's order: each member gets its processing, the window its work orders", async () => {
    [window, buys, sells, ...members] = (await Promise.all([
      as("jimukyoku@morinoki"),
      as("kobai@morinoki"),
      as("eigyo@morinoki"),
      ...STEPS.map(({ member }) => as(`eigyo@${member}`)),
    ])) as [Person, Person, Person, ...Person[]];
    const { page } = window;
    await page
      .getByText(new RegExp(`受注 ${ORDER} を振り分ける`))
      .first()
      .click();
    await page.getByRole("button", { name: "この内容で振り分ける" }).waitFor();
    await page.getByRole("heading", { name: /SH-2401/ }).waitFor();
    await look(page, "25-pre-check");
    await press(page, "この内容で振り分ける");
    await agree(page, "この内容で振り分ける");
    await page.waitForURL(/network\/chains\//);
    await page.getByText("材料の支給").waitFor();
    chain = page.url().replace(/.*\/network/, "network");
    await soundPage(page, "26-chain-window");
    await inEnglish(page, "Material for the members", "27-chain-window");
  });

  test("before release the operation says of whom it is ordered, and a change of the order reaches its work order", async () => {
    const { page } = window;
    const [machining] = STEPS;
    const made = await workOrder(machining.output, machining.quantity);
    await window.open(`production/orders/${made.id}`);
    await page.getByText("注文請済").first().waitFor();
    await page.getByRole("link", { name: /^PO-/ }).first().waitFor();
    await soundPage(page, "27-ordered-before-release");
    await inEnglish(page, "Confirmed", "27-ordered-before-release");
    for (const [quantity, pieces] of [
      ["30", "32"],
      ["60", "62"],
    ] as const) {
      await window.open(chain);
      await press(page, "変更を提案");
      await dialogOf(page).getByLabel("1 SH-2401 新しい数量").fill(quantity);
      await press(page, "影響を見る");
      await dialogOf(page)
        .getByText(/自社の製造指図/)
        .waitFor();
      await look(page, `27-change-${quantity}`);
      await agree(page, "この変更を提案する");
      const followed = await workOrder(machining.output, pieces);
      expect(followed.id).toBe(made.id);
    }
  });

  test("releasing a step's work order orders nothing twice and hands the steel to the member, who keeps it", async () => {
    const { page } = window;
    const [machining] = STEPS;
    const made = await workOrder(machining.output, machining.quantity);
    const before = (await tellProgram(window, "/trades?side=B&limit=100", null, "GET")).rows.length;
    await window.open(`production/orders/${made.id}`);
    await press(page, "着手可能にする");
    await dialogOf(page)
      .getByText(/振り分けたときに発注済み/)
      .waitFor();
    await look(page, "28-release");
    await agree(page, "着手可能にする");
    await page
      .getByText(/^外注 PO-|^発注 PO-/)
      .first()
      .waitFor();
    await soundPage(page, "29-released");
    expect((await tellProgram(window, "/trades?side=B&limit=100", null, "GET")).rows.length).toBe(before);
    const member = members[0]!;
    await member.open("inventory/kept");
    await member.page.getByText("S45C-R30").first().waitFor();
    await soundPage(member.page, "30-kept");
    await member.open("network/chains");
    await member.page.getByRole("row").nth(1).getByRole("link").first().click();
    await member.page.getByText("見えている範囲").waitFor();
    // Of a step that is not the member's own: no company, no price, no customer.
    await member.page.getByText("ほかの工程").first().waitFor();
    expect(await member.page.locator("#page").textContent()).not.toMatch(/かまどの|しずく野|はるかの|円/);
    await soundPage(member.page, "31-chain-member");
  });

  test("the goods go from member to member through the window's stock, and to the maker", async () => {
    for (const [at, { code, output, quantity }] of STEPS.entries()) {
      if (at > 0) {
        const { id, version } = await workOrder(output, quantity);
        const released = await tellProgram(window, `/work-orders/${id}/release`, { version });
        expect(released.shortages).toEqual([]);
      }
      const deliveryId = await processed(members[at]!, code, quantity);
      if (at === 2) {
        await buys.open(`purchasing/arrivals/${deliveryId}`);
        await press(buys.page, "検収する");
        await agree(buys.page, "検収する");
        await buys.page.getByText("検収済", { exact: true }).first().waitFor();
        await look(buys.page, "32-accepted");
      } else await accepted(deliveryId, quantity);
    }
    await window.open("inventory/stock?q=SH-2401");
    await window.page.getByRole("row", { name: /^SH-2401 駆動シャフト 製品 60 個/ }).waitFor();
    await look(window.page, "33-stock");
    const { rows } = await tellProgram(sells, "/open-lines?side=S", null, "GET");
    const line = (rows as { code: string; open: string; tradeId: string; lineNumber: number; number: string }[]).find(
      (one) => one.code === "SH-2401" && one.number === ORDER,
    )!;
    const lines = [{ tradeId: line.tradeId, lineNumber: line.lineNumber, quantity: "60" }];
    const { deliveryId } = await tellProgram(sells, "/shipments", { shippedOn: today, lines });
    await tellProgram(sells, `/outgoing-deliveries/${deliveryId}/receive`, { receivedOn: today });
    const judged = { judgedOn: today, lines: [{ lineNumber: 1, accepted: "60" }] };
    await tellProgram(sells, `/outgoing-deliveries/${deliveryId}/judge`, judged);
  });

  test("each member bills its own processing only; the window sees what it keeps", async () => {
    for (const [at, { code, yen }] of STEPS.entries()) {
      const member = members[at]!;
      const { rows } = await tellProgram(member, `/invoice-run?side=S&closingOn=${today}&single=true`, null, "GET");
      expect(rows).toMatchObject([{ netYen: yen, lines: [{ code }] }]);
      if (at > 0) continue;
      await member.open(`accounting/invoice-run?side=S&closingOn=${today}&single=true`);
      await member.page.getByRole("checkbox", { name: /もりのき/ }).check();
      await member.page.getByRole("button", { name: /1 件を発行（66,836 円）/ }).click();
      await member.page.getByRole("link", { name: /^IV-/ }).click();
      await member.page.getByRole("cell", { name: /SH-2401\/10/ }).waitFor();
      await look(member.page, "34-bill");
    }
    const { page } = window;
    await window.open(chain);
    await page.getByRole("row", { name: "メーカーへ売る" }).getByText("148,800").waitFor();
    await page.getByRole("row", { name: "会員から買う" }).getByText("95,200").waitFor();
    await page.getByRole("row", { name: "差額" }).getByText("53,600").waitFor();
    await page.getByText("完了").first().waitFor();
    await soundPage(page, "35-fee");
    await Promise.all([window, buys, sells, ...members].map((one) => one.leave()));
  });
});

/** The terms of the sample's usual agreement, but for who bills. */
function agreement(partnerId: string) {
  return {
    ...{ partnerId, mySide: "seller", previousId: null, name: "鋼球の取引契約", validFrom: today },
    terms: {
      payment: {
        ...{ closingDay: 31, paymentMonthOffset: 1, paymentDay: 31, holidayShift: "next" },
        ...{ holidayShiftAgreedInWriting: true, closingCountsBy: "receipt" },
      },
      ...{ paymentKinds: ["transfer"], deliveryTerms: "", bookedAt: "acceptance", defaultAcceptanceDays: null },
      ...{ isOneStep: false, tolerance: { overPercent: "0", underPercent: "0" }, inspection: "full" },
      ...{ invoiceIssuer: "buyer", acknowledgedAfterDays: 7, invoicing: "by_closing", taxRounding: "down" },
      ...{ amountRounding: "down", suppliedMaterial: "none", lossBorneBy: "seller" },
      standing: { maxQuantity: "100", minLeadTimeDays: 0, allowsProvisionalPrice: false },
      milestonesShown: [],
      items: [
        {
          ...{ code: "BA-8327", sellerCode: "BA-8327", buyerCode: "BALL-5", nameJa: "鋼球", nameEn: "", unit: "EA" },
          ...{ sellerFactor: "1", buyerFactor: "1", leadTimeDays: 0, taxCategory: "taxable_10", form: "goods" },
          ...{ standingQuantity: "100", minimumQuantity: null },
          prices: [{ validFrom: today, validTo: null, fromQuantity: "0", unitPrice: "120.5", isProvisional: false }],
        },
      ],
    },
  };
}
