import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { inTransaction } from "../platform/index.ts";
import { checkPin } from "./index.ts";

let server: TestServer;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  server = await startTestServer();
  mine = await server.browserOf(await server.addCompany({ code: "A", name: "丸山製作所" }), "production");
  theirs = await server.browserOf(await server.addCompany({ code: "B", name: "川上熱処理" }), "production", "admin");
});
afterAll(() => server.stop());

const calendar = {
  code: "STD",
  name: "標準",
  worksOn: [1, 2, 3, 4, 5],
  keepsPublicHolidays: true,
  days: [{ onDate: "2026-12-29", isWorking: false, reason: "年末休業" }],
  shifts: [{ code: "D", name: "日勤", startsAt: "08:30", endsAt: "17:30", breakMinutes: 60 }],
};
const center = {
  code: "WC10",
  name: "旋盤",
  nameEn: "Lathe",
  calendarId: null as string | null,
  machineCount: 2,
  minutesPerDay: 480,
  laborYenPerHour: "2400",
  machineYenPerHour: "1800.5",
  isActive: true,
};
const person = { code: "P1", name: "佐藤 花子", kana: "サトウ ハナコ", isActive: true };

function upload(browser: Browser, url: string, text: string) {
  const payload = `--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${text}\r\n--edge--\r\n`;
  const headers = { "content-type": "multipart/form-data; boundary=edge" };
  return browser.call("POST", url, { body: Buffer.from(payload), headers });
}

describe("a working calendar", () => {
  test("says of each day whether it is worked and why", async () => {
    const made = await mine.call("POST", "/calendars", { body: calendar });
    expect(made.status).toBe(201);
    const view = await mine.call("GET", `/calendars/${made.body.id}/days?from=2026-11-23&to=2026-12-29`);
    const day = (onDate: string) => view.body.days.find((one: { onDate: string }) => one.onDate === onDate);
    expect(day("2026-11-23")).toMatchObject({
      isWorking: false,
      because: "public_holiday",
      text: "勤労感謝の日",
      minutes: 0,
    });
    expect(day("2026-11-24")).toMatchObject({ isWorking: true, because: "week", minutes: 480 });
    expect(day("2026-12-29")).toMatchObject({ isWorking: false, because: "own_day", text: "年末休業" });
  });
  test("that never works, or whose shifts overlap, is refused at its place", async () => {
    const never = await mine.call("POST", "/calendars", { body: { ...calendar, code: "N", worksOn: [] } });
    expect(never).toMatchObject({ status: 422, body: { code: "CALENDAR_NEVER_WORKS" } });
    const night = { ...calendar.shifts[0]!, code: "N", startsAt: "16:00", endsAt: "23:00" };
    const overlap = await mine.call("POST", "/calendars", {
      body: { ...calendar, code: "N", shifts: [...calendar.shifts, night] },
    });
    expect(overlap.body.errors).toMatchObject([{ code: "SHIFTS_OVERLAP", field: "shifts.1.startsAt" }]);
  });
  test("changed by another in the meantime is not overwritten", async () => {
    const [{ id }] = (await mine.call("GET", "/calendars")).body.rows;
    const { version } = (await mine.call("GET", `/calendars/${id}`)).body;
    const body = { ...calendar, name: "標準（改）", version };
    expect((await mine.call("PUT", `/calendars/${id}`, { body })).body).toMatchObject({
      name: "標準（改）",
      version: version + 1,
    });
    expect(await mine.call("PUT", `/calendars/${id}`, { body })).toMatchObject({
      status: 409,
      body: { code: "STALE_VERSION" },
    });
  });
});

describe("a work centre", () => {
  test("is added, changed, listed and found, each company its own", async () => {
    const [{ id: calendarId }] = (await mine.call("GET", "/calendars")).body.rows;
    const made = await mine.call("POST", "/work-centers", { body: { ...center, calendarId } });
    expect(made.body).toMatchObject({ machineYenPerHour: "1800.5", calendarCode: "STD", version: 1 });
    expect((await mine.call("GET", "/work-centers?search=旋")).body).toMatchObject({ totalCount: 1 });
    expect((await theirs.call("GET", "/work-centers")).body.rows).toEqual([]);
    expect((await theirs.call("GET", `/work-centers/${made.body.id}`)).status).toBe(404);
    expect(
      (await theirs.call("PUT", `/work-centers/${made.body.id}`, { body: { ...center, version: 1 } })).status,
    ).toBe(404);
  });
  test("with a code there already, or another company's calendar, is refused", async () => {
    expect(await mine.call("POST", "/work-centers", { body: center })).toMatchObject({
      status: 409,
      body: { code: "DUPLICATE" },
    });
    const [{ id: calendarId }] = (await mine.call("GET", "/calendars")).body.rows;
    const foreign = await theirs.call("POST", "/work-centers", { body: { ...center, calendarId } });
    expect(foreign).toMatchObject({
      status: 422,
      body: { errors: [{ code: "CALENDAR_UNKNOWN", field: "calendarId" }] },
    });
  });
});

describe("who can do the work of a work centre", () => {
  const put = (id: string, version: number, alternatives: readonly unknown[]) =>
    mine.call("PUT", `/work-centers/${id}/alternatives`, { body: { version, alternatives } });
  test("is said with the time it takes, replaced as a whole, and seen by nobody else", async () => {
    const one = (await mine.call("POST", "/work-centers", { body: { ...center, code: "ALT1" } })).body;
    const other = (await mine.call("POST", "/work-centers", { body: { ...center, code: "ALT2" } })).body;
    const said = await put(one.id, 1, [{ workCenterId: other.id, timeFactor: "1.25" }]);
    expect(said.body).toMatchObject({ version: 2, alternatives: [{ code: "ALT2", timeFactor: "1.25" }] });
    expect((await mine.call("GET", `/work-centers/${one.id}`)).body.alternatives).toHaveLength(1);
    expect((await mine.call("GET", `/work-centers/${other.id}`)).body.alternatives).toEqual([]);
    expect((await put(one.id, 1, [])).body.code).toBe("STALE_VERSION");
    expect((await theirs.call("GET", `/work-centers/${one.id}`)).status).toBe(404);
    expect((await put(one.id, 2, [])).body.alternatives).toEqual([]);
  });
  test("is another one, once, and one's own", async () => {
    const one = (await mine.call("POST", "/work-centers", { body: { ...center, code: "ALT3" } })).body;
    const other = (await mine.call("POST", "/work-centers", { body: { ...center, code: "ALT4" } })).body;
    const foreign = (await theirs.call("POST", "/work-centers", { body: { ...center, code: "ALT5" } })).body;
    const named = (id: string, timeFactor = "1") => ({ workCenterId: id, timeFactor });
    for (const [alternatives, code, field] of [
      [[named(one.id)], "ALTERNATIVE_ITSELF", "alternatives.0.workCenterId"],
      [[named(other.id), named(other.id)], "ALTERNATIVE_TWICE", "alternatives.1.workCenterId"],
      [[named(foreign.id)], "WORK_CENTER_UNKNOWN", "alternatives.0.workCenterId"],
      [[named(other.id, "0")], "TIME_FACTOR_INVALID", "alternatives.0.timeFactor"],
    ] as const)
      expect((await put(one.id, 1, alternatives)).body.errors).toContainEqual(expect.objectContaining({ code, field }));
  });
});

describe("a person on the floor", () => {
  test("is never given back with a PIN or its hash", async () => {
    const made = await mine.call("POST", "/floor-people", { body: { ...person, pin: "2580" } });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toMatch(/pin|2580|scrypt/);
    expect((await mine.call("GET", "/floor-people/export?format=csv")).body).toContain("P1,佐藤 花子,サトウ ハナコ,,○");
    const short = await mine.call("POST", "/floor-people", { body: { ...person, code: "P9", pin: "12" } });
    expect(short.body.errors).toContainEqual(expect.objectContaining({ code: "PIN_INVALID", field: "pin" }));
  });
  test("is locked after five wrong PINs, also against the right one, until the time is over or a new PIN is given", async () => {
    const [found] = (await mine.call("GET", "/floor-people")).body.rows;
    const token = (
      await server.databases.auth.query("select token from auth.session where user_id = $1", [mine.userId])
    ).rows[0].token;
    const acting = { token, companyId: mine.companyId };
    const tryPin = (pin: string, now: string) =>
      inTransaction(server.databases, acting, (tx) => checkPin(tx, found.id, pin, now));
    const now = new Date().toISOString();
    expect((await tryPin("2580", now))?.judgement.answer).toBe("right");
    for (let tries = 4; tries > 0; tries -= 1) {
      expect((await tryPin("0000", now))?.judgement).toMatchObject({ answer: "wrong", triesLeft: tries });
    }
    expect((await tryPin("0000", now))?.judgement.answer).toBe("locked");
    expect((await tryPin("2580", now))?.judgement.answer).toBe("locked");
    const locked = (await mine.call("GET", `/floor-people/${found.id}`)).body;
    expect(locked.isLocked).toBe(true);
    await mine.call("PUT", `/floor-people/${found.id}`, { body: { ...person, pin: "1357", version: locked.version } });
    expect((await tryPin("1357", now))?.judgement.answer).toBe("right");
    const others = {
      token: (await server.databases.auth.query("select token from auth.session where user_id = $1", [theirs.userId]))
        .rows[0].token,
      companyId: theirs.companyId,
    };
    expect(await inTransaction(server.databases, others, (tx) => checkPin(tx, found.id, "1357", now))).toBeNull();
  });
});

describe("files of resources", () => {
  test("importing twice changes nothing", async () => {
    const files = [
      ["/work-centers/import", "作業区コード,作業区名,カレンダーコード,台数\r\nWC20,溶接,STD,3\r\nWC30,塗装,,\r\n", 2],
      [
        "/calendar-days/import",
        "カレンダーコード,日付,稼働,理由\r\nSTD,2026/12/30,×,年末休業\r\nSTD,2026/12/26,○,\r\n",
        2,
      ],
      ["/floor-people/import", "作業者コード,氏名,暗証番号\r\nP2,田中,0123\r\nP3,鈴木,4567\r\n", 2],
    ] as const;
    for (const [url, text, inserted] of files) {
      expect((await upload(mine, url, text)).body).toMatchObject({ isAccepted: true, inserted });
      expect((await upload(mine, url, text)).body).toMatchObject({ isAccepted: true, inserted: 0, updated: 0 });
    }
    expect((await mine.call("GET", "/work-centers?search=WC20")).body.rows).toMatchObject([
      { name: "溶接", machineCount: 3, calendarCode: "STD", minutesPerDay: 480 },
    ]);
  });
  test("what they export is what they take, and nothing changes", async () => {
    for (const path of ["/work-centers", "/calendar-days", "/floor-people"]) {
      const file = (await mine.call("GET", `${path}/export?format=csv`)).body as string;
      const again = (await upload(mine, `${path}/import/preview`, file)).body;
      expect([path, again.problemCount, again.inserted, again.updated]).toEqual([path, 0, 0, 0]);
    }
  });
  test("an unknown calendar, a person without PIN and a stranger's rows are told by line", async () => {
    const days = await upload(mine, "/calendar-days/import", "カレンダーコード,日付,稼働\r\nXX,2026/12/30,×\r\n");
    expect(days.body.problems).toMatchObject([{ line: 2, code: "CALENDAR_UNKNOWN", cell: "XX" }]);
    const people = await upload(mine, "/floor-people/import", "作業者コード,氏名\r\nP8,林\r\n");
    expect(people.body.problems).toMatchObject([
      { line: 2, code: "PIN_REQUIRED", text: "新しい作業者には暗証番号が必要です。" },
    ]);
    const foreign = await upload(theirs, "/calendar-days/import", "カレンダーコード,日付,稼働\r\nSTD,2026/12/30,×\r\n");
    expect(foreign.body).toMatchObject({ isAccepted: false });
  });
});
