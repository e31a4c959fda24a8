import { describe, expect, test } from "vitest";
import { keepScreenshot, sound, TABLET } from "../support/browser.ts";
import { agree, type Person, press } from "./people.ts";
import { startStory } from "./story.ts";
import { dayFromNow, tellProgram } from "./told.ts";

/* A planner makes the schedule, reads why orders are late, moves an operation knowing what that does, takes it back, and adopts the dates. */

let planner: Person;

const story = startStory(async () => {
  planner = await story.as("seisan@akatsukino");
});

let given: { readonly number: string; readonly operation: number; readonly orderId: string; readonly own: string };

const board = () => planner.page.getByTestId("board");

describe("the planning board", () => {
  test("says what to do before there is a schedule, and makes one of the work orders", async () => {
    const { page } = planner;
    const { rows } = await tellProgram(planner, "/items?supply=make&limit=50", null, "GET");
    const made = (rows as { id: string; code: string }[]).slice(0, 14);
    for (const [at, { id }] of made.entries())
      for (const turn of [0, 1]) {
        const body = { itemId: id, quantity: String(20 + 15 * at), dueOn: dayFromNow(2 + turn * 3 + (at % 4)) };
        await tellProgram(planner, "/work-orders", body);
      }
    await planner.open("planning/board");
    await page.getByText("日程計画はまだありません").waitFor();
    await sound(page, "board-01-empty");
    await press(page, "日程を作成");
    await page.getByRole("dialog").getByLabel("改善する時間（秒）").fill("1");
    await sound(page, "board-02-make");
    await agree(page, "作成する");
    await board().waitFor();
    await page.getByRole("table").getByRole("row").nth(1).waitFor();
    // The sample has a plan of requirements: work waits for material that is still to come, and late orders name it.
    await page
      .getByRole("cell", { name: /が材料 .+ の入荷 .+ を待つため/ })
      .first()
      .waitFor();
    expect(await page.getByText("材料がいつ揃うかを見ていません").count()).toBe(0);
    await sound(page, "board-03-made");
  });

  test("an operation is chosen by keyboard, its move told before it is made, made, and taken back", async () => {
    const { page } = planner;
    await board().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("開始日時").fill("2099-01-01T08:00");
    await dialog.getByText(/^日程は .* までです。/).waitFor();
    expect(await dialog.getByRole("button", { name: "ここに動かす" }).isDisabled()).toBe(true);
    await sound(page, "board-21-beyond");
    await dialog.getByLabel("開始日時").fill(`${dayFromNow(9)}T10:00`);
    await dialog.getByText(/に始まり/).waitFor();
    await sound(page, "board-04-move");
    await agree(page, "ここに動かす");
    await page.getByRole("button", { name: "固定を外す" }).waitFor();
    await sound(page, "board-05-moved");
    await press(page, "元に戻す");
    await page.getByRole("button", { name: "固定を外す" }).waitFor({ state: "detached" });
  });

  test("a bar is dragged; what it changes is shown, and put off nothing has changed", async () => {
    const { page } = planner;
    await press(page, "今へ移動");
    const { current, centers } = await tellProgram(planner, "/schedule", null, "GET");
    const days = `from=${dayFromNow(-1)}&to=${dayFromNow(20)}`;
    const { operations } = await tellProgram(planner, `/schedule/operations?${days}`, null, "GET");
    const bar = operations.find((one: { machine: number }) => one.machine === 1);
    const minutes = (moment: string) => Date.parse(`${moment}:00Z`) / 60_000;
    const from = minutes(`${current.from.slice(0, 10)}T00:00`);
    const row = centers.findIndex((one: { id: string }) => one.id === bar.workCenterId);
    const above = centers
      .slice(0, row)
      .reduce((sum: number, one: { machineCount: number }) => sum + one.machineCount, 0);
    // 8 pixels an hour, below the axis and beside the names; the board stands where its scroll says.
    const place = await board().boundingBox();
    const scroll = await board().evaluate((box) => ({ left: box.scrollLeft, top: box.scrollTop }));
    const x = place!.x + 168 + ((minutes(bar.start) - from) * 8) / 60 - scroll.left + 6;
    const y = place!.y + 44 + above * 28 - scroll.top + 14;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 28, { steps: 3 });
    await page.mouse.move(x + 180, y + 28, { steps: 3 });
    await page.mouse.up();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/に始まり/).waitFor();
    expect(await dialog.getByRole("heading").textContent()).toContain(bar.number);
    await keepScreenshot(page, "board-06-dragged");
    await dialog.getByRole("button", { name: "キャンセル" }).click();
    await dialog.waitFor({ state: "hidden" });
    const after = await tellProgram(planner, `/schedule/operations?${days}`, null, "GET");
    expect(after.operations).toEqual(operations);
  });

  test("an order is found and shown; a late one says why; the dates are adopted", async () => {
    const { page } = planner;
    await page
      .getByRole("cell", { name: /^WO-\d+ は.*遅れます: 「.*ため/ })
      .first()
      .waitFor();
    await page.getByLabel("指図番号・品目で探す").fill("WO-");
    await page.getByRole("listitem").getByRole("button").first().waitFor();
    await keepScreenshot(page, "board-07-search");
    await page.keyboard.press("Enter");
    await page
      .locator("[aria-live=polite]")
      .getByText(/^WO-\d+ .*〜/)
      .waitFor();
    await press(page, "計画を確定");
    await sound(page, "board-08-adopt");
    await agree(page, "計画を確定");
    await page.getByText(/予定を更新しました/).waitFor();
  });

  test("work orders that came are named; taken in, an operation goes to a work centre that stands in for its own", async () => {
    const { page } = planner;
    const { centers, current } = await tellProgram(planner, "/schedule", null, "GET");
    const { orders } = await tellProgram(planner, "/schedule/orders", null, "GET");
    const days = `from=${current.from.slice(0, 10)}&to=${dayFromNow(60)}`;
    const { operations } = await tellProgram(planner, `/schedule/operations?${days}`, null, "GET");
    const isFirst = (one: { number: string; operationNumber: number; machine: number | null }) =>
      one.machine !== null &&
      orders.some(
        (order: { number: string; firstOperation: number }) =>
          order.number === one.number && order.firstOperation === one.operationNumber,
      );
    const moved = operations.find(isFirst);
    const own = centers.find((one: { id: string }) => one.id === moved.workCenterId);
    const other = await tellProgram(planner, "/work-centers", {
      ...{ code: "WC99", name: "組立応援", nameEn: "Assembly help", calendarId: own.calendarId, machineCount: 1 },
      ...{ minutesPerDay: 480, laborYenPerHour: "0", machineYenPerHour: "0", isActive: true },
    });
    const { version } = await tellProgram(planner, `/work-centers/${moved.workCenterId}`, null, "GET");
    const alternatives = [{ workCenterId: other.id, timeFactor: "5" }];
    await tellProgram(planner, `/work-centers/${moved.workCenterId}/alternatives`, { version, alternatives }, "PUT");
    const body = { itemId: moved.itemId, quantity: "5", dueOn: dayFromNow(6) };
    const { number } = await tellProgram(planner, "/work-orders", body);
    const changed = page.getByRole("status").filter({ hasText: "1 件の指図が変わりました" });
    await changed.getByRole("link", { name: number }).waitFor();
    await sound(page, "board-10-changed");
    await press(page, "日程を作り直して反映");
    await page.getByRole("dialog").getByLabel("改善する時間（秒）").fill("0");
    await agree(page, "作成する");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await changed.waitFor({ state: "detached" });

    await page.getByLabel("指図番号・品目で探す").fill(moved.number);
    await page.getByRole("listitem").getByRole("button", { name: moved.number }).click();
    const chosen = page.locator("[aria-live=polite]");
    await chosen.getByText(new RegExp(`^${moved.number} `)).waitFor();
    await press(page, "動かす");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("機械").selectOption(`${other.id}:1`);
    await dialog.getByLabel("開始日時").fill(`${dayFromNow(12)}T10:00`);
    await dialog.getByText(/作業時間が.*に延びます/).waitFor();
    await sound(page, "board-11-alternative");
    await agree(page, "ここに動かす");
    await chosen.getByText(/の代替で行います/).waitFor();
    await sound(page, "board-12-stands-in");
    await press(page, "計画を確定");
    const adopt = page.getByRole("dialog");
    await adopt.getByText(`${own.code} ${own.name} → WC99 組立応援：1 工程`).waitFor();
    await sound(page, "board-13-adopt-moves");
    await agree(page, "計画を確定");
    await page.getByText(/別の作業区へ/).waitFor();
    given = { number: moved.number, operation: moved.operationNumber, orderId: moved.workOrderId, own: own.name };
  });

  test("adopted, the operation stands in the floor's list of that work centre and not in its own; a person takes it back", async () => {
    const { page } = planner;
    const { number, operation, orderId, own } = given;
    const { version } = await tellProgram(planner, `/work-orders/${orderId}`, null, "GET");
    await tellProgram(planner, `/work-orders/${orderId}/release`, { version });
    await planner.open("production/board");
    const listOf = (name: string) =>
      page.locator("section").filter({ has: page.getByRole("heading", { name: new RegExp(`^${name} `) }) });
    const job = `${number}-${operation}`;
    await listOf("組立応援").getByRole("link", { name: job, exact: true }).waitFor();
    await listOf("組立応援").getByText(`（${own}の代替）`).waitFor();
    expect(await listOf(own).getByRole("link", { name: job, exact: true }).count()).toBe(0);
    await sound(page, "board-14-floor-list");
    await planner.open(`production/orders/${orderId}/card`);
    await page.getByText(`（${own}の代替）`).waitFor();
    await sound(page, "board-15-job-card");

    await planner.open(`production/orders/${orderId}`);
    await page.getByText(`（${own}の代替）`).waitFor();
    await sound(page, "board-16-order");
    await page.getByRole("button", { name: new RegExp(`^${operation} .*の作業区を変更$`) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("今の作業区です。").waitFor();
    await dialog
      .getByLabel("作業区")
      .selectOption({ label: (await dialog.getByRole("option").first().textContent())! });
    await dialog.getByText(/この工程の残り/).waitFor();
    await sound(page, "board-17-assign");
    await agree(page, "変更");
    await dialog.waitFor({ state: "detached" });
    await page.getByText(`（${own}の代替）`).waitFor({ state: "detached" });
    await planner.open("production/board");
    await listOf(own).getByRole("link", { name: job, exact: true }).waitFor();
  });

  test("on a tablet, in English", async () => {
    const tablet = await story.as("seisan@akatsukino", TABLET);
    const { page } = tablet;
    // The next page asks the server for the language.
    const saved = page.waitForResponse((answer) => answer.request().method() !== "GET" && answer.ok());
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    await saved;
    await tablet.open("planning/board?zoom=weeks&colour=order");
    await page.getByTestId("board").waitFor();
    await page.getByRole("table").getByRole("row").nth(1).waitFor();
    expect(await page.getByText(/^(refusals|planning)\.[a-zA-Z.]+$/).count()).toBe(0);
    await sound(page, "board-09-en");
    await page.getByRole("button", { name: "Adopt", exact: true }).click();
    await page.getByText(/Operations that go to another work centre/).waitFor();
    await sound(page, "board-18-adopt-en");
    await page.getByRole("button", { name: "Cancel" }).click();
    await tablet.open(`production/orders/${given.orderId}`);
    await page
      .getByRole("button", { name: /^Change the work centre of / })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Work centre").selectOption({ index: 1 });
    await dialog.getByText(/Left of this operation/).waitFor();
    await sound(page, "board-19-assign-en");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await sound(page, "board-20-order-en");
    await tablet.leave();
  });
});
