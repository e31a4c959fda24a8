import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBooks } from "../server/accounting/index.ts";
import { areas } from "../server/app.ts";
import { inTransaction, newId } from "../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "./support/http.ts";
import { plantPlaces } from "./support/world.ts";

/** Every table of the product that goes out and comes in as a file, found by its routes: a new one is tested without being named. */
const TABLES = areas.flatMap((area) =>
  area.routes.filter((route) => route.url.endsWith("/import")).map((route) => route.url.replace(/\/import$/, "")),
);
const ROLES = [
  "president",
  "sales",
  "production",
  "purchasing",
  "warehouse",
  "floor",
  "finance",
  "secretariat",
  "admin",
];

/** What a company types into files, in the order its records need each other. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  ["/units", "code,nameJa,nameEn,decimals\n個,個,pieces,0\n箱,箱,box,0\nkg,キログラム,kilogram,3"],
  [
    "/partners",
    "code,name,kana,isCustomer,isSupplier,registrationNumber,taxStatus,note\n" +
      'C-1,㈱星見輪業,ホシミリンギョウ,○,×,,登録事業者,"二行の\n備考 ～―"\nS-1,髙橋製作所㈱,タカハシセイサクショ,×,○,,免税事業者,',
  ],
  [
    "/partner-bank-accounts",
    "partnerCode,bankCode,branchCode,accountKind,accountNumber,holderKana\nS-1,0143,001,普通,0012345,ｶ)ﾀｶﾊｼｾｲｻｸｼﾖ",
  ],
  ["/members", ""],
  ["/places", "code,name,kind,partnerCode,isActive\nMAIN,本社倉庫,倉庫,,○\nOUT-1,髙橋の預け場,預け先,S-1,○"],
  [
    "/items",
    "code,name,supply,category,unit,purchaseUnit,purchaseUnitFactor,isLotTracked,leadTimeDays,safetyStock,lotRule,lotFixed,lotMinimum,lotMaximum,lotMultiple,yield,salesPrice,purchasePrice,purchasePartnerCode,defaultPlaceCode,setupCostYen,holdingCostYenPerYear,isPhantom,fenceDays,successorCode,successorRatio,successorFrom\n" +
      "BIKE,自転車 －44,内作,製品,個,,,×,3,2,都度,,,,,0.98,48000,,,MAIN,,,×,5,,,\n" +
      "FRAME,枠,購入,部品,個,箱,12,○,5,10,最小最大,,24,240,12,1,,1250.5,S-1,MAIN,,,,,,,\n" +
      "TUBE,=管 φ38,購入,材料,kg,,,×,0,0,固定,100,,,,1,,300,S-1,,,,,,TUBE-2,0.9,2027/04/01\n" +
      "TUBE-2,管 φ38 改,購入,材料,kg,,,×,0,0,経済ロット,,,,,1,,310,S-1,,8000,0.125,,,,,\n" +
      "KIT,組付品,内作,組立品,個,,,×,0,0,最小費用,,,,,1,,,,,12000,300,○,,,,\n" +
      "SWARF,切粉,購入,材料,kg,,,×,0,0,都度,,,,,1,,,,,,,,,,,",
  ],
  ["/unit-conversions", "itemCode,unit,factor\nTUBE,個,0.25"],
  [
    "/bill-of-material-lines",
    "itemCode,componentCode,operationNumber,validFrom,validTo,quantity,scrapRate,kind\n" +
      "BIKE,FRAME,10,2026/01/01,2026/12/31,1,0.02,\nBIKE,FRAME,10,2027/01/01,,1,0,構成部品\nBIKE,TUBE,,,,0.125,0.1,\nBIKE,SWARF,,,,0.05,,副産物",
  ],
  ["/calendars", "code,name,saturday,keepsPublicHolidays\nSTD,標準,×,○\nALL,無休,○,×"],
  [
    "/shifts",
    "calendarCode,code,name,startsAt,endsAt,breakMinutes\nSTD,DAY,日勤,8:30,17:30,60\nSTD,NIGHT,夜勤,22:00,05:00,45",
  ],
  ["/calendar-days", "calendarCode,onDate,isWorking,reason\nSTD,2026/12/29,×,年末年始休業"],
  ["/work-centers", "code,name,calendarCode,machineCount,minutesPerDay,laborYenPerHour\nWC1,組立,STD,2,450,2150.5"],
  [
    "/routing-operations",
    "itemCode,operationNumber,validFrom,name,workCenterCode,setupMinutes,runMinutesPerUnit,yield\nBIKE,10,,組立,WC1,15,12.5,0.99",
  ],
  [
    "/production-events",
    "orderNumber,itemCode,operationNumber,workCenterCode,startedAt,finishedAt,good,rejected\nM-1,BIKE,10,WC1,2026/11/02 08:30,2026-11-02T11:45:30,12,1",
  ],
  ["/floor-people", "code,name,kana,pin\nP1,空野 ひかり,ソラノ ヒカリ,2580"],
  [
    "/price-lists",
    "side,partnerCode,item,unit,validFrom,fromQuantity,unitPrice\n購買,S-1,FRAME,箱,2026-01-01,0,15000\n購買,S-1,FRAME,箱,2026-01-01,10,14400\n販売,C-1,BIKE,,2026-01-01,0,47141",
  ],
  ["/opening-stock", "item,place,lot,quantity,valueYen,openedOn\nFRAME,MAIN,L-1,24,30012,\nTUBE,MAIN,,12.5,3750,"],
  [
    "/sales-orders",
    "outsideNumber,lineNumber,partnerCode,orderedOn,item,quantity,unit,unitPrice,wantedOn,description,title\nPO-1,1,C-1,2026-11-24,BIKE,12,個,,2026-12-21,,冬の分\nPO-1,2,C-1,2026-11-24,BIKE,3,個,45000,2026-12-22,自転車 特別色,冬の分",
  ],
  [
    "/purchase-orders",
    "outsideNumber,lineNumber,partnerCode,orderedOn,item,quantity,unit,unitPrice,wantedOn\nR-1,1,S-1,2026-11-24,FRAME,2,箱,,2026-12-10",
  ],
  [
    "/network/orders",
    "outsideNumber,lineNumber,partnerCode,orderedOn,item,quantity,unit,unitPrice,wantedOn\nPO-2,1,C-1,2026-11-24,BIKE,4,個,,2026-12-21",
  ],
  ["/forecasts", "itemCode,partnerCode,periodFrom,periodTo,quantity,isFirm\nBIKE,C-1,2027/01/01,2027/01/31,120,○"],
  ["/accounts", ""],
  [
    "/journal-entries",
    "reference,lineNumber,postedOn,accountCode,debitYen,creditYen,description\n給与-11,1,2026/11/25,{debit},1200000,,11月分 賃金\n給与-11,2,2026/11/25,{credit},,1200000,11月分 賃金",
  ],
  ["/bank-rows", "receivedOn,number,amountYen,payerName,remittanceText\n2026/11/30,1,11443,ｶ)ﾎｼﾐ,IV-000001"],
  [
    "/network/rules",
    "rule,group,itemGroup,priority,form,earning,choice,feePercent,isAutomatic,isActive,stepNumber,part,quantityPer,processCode,processName,member,sharePercent,code,unitDecimals,yield,leadTimeDays,weight\n" +
      "軸,共同受注会,SHAFT,10,リレー,配分比,品目で,3,はい,はい,10,1,1,TURN,旋削,丸山旋盤,100,{item}-10,0,0.98,3,10",
  ],
];

let server: TestServer;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  server = await startTestServer();
  const companyId = await server.addCompany({ code: "A", name: "あかつき車輪", isWindow: true });
  mine = await server.browserOf(companyId, ...ROLES);
  theirs = await server.browserOf(await server.addCompany({ code: "M", name: "丸山旋盤" }), ...ROLES);
  const groupId = newId();
  await server.databases.auth.query("select guard.found_group($1, '共同受注会', '', $2, '')", [groupId, companyId]);
  await server.databases.auth.query("select guard.join_group($1, $2, '丸山旋盤', '{TURN}')", [
    groupId,
    theirs.companyId,
  ]);
  for (const browser of [mine, theirs]) {
    const session = await server.databases.auth.query<{ token: string }>(
      "select token from auth.session where user_id = $1 limit 1",
      [browser.userId],
    );
    const acting = { token: session.rows[0]!.token, companyId: browser.companyId };
    await inTransaction(server.databases, acting, async (tx) => {
      await plantPlaces(tx);
      await openBooks(tx, "2026-01-01", 12);
    });
  }
  const { rows: accounts } = (await mine.call("GET", "/accounts?limit=200")).body as {
    rows: { code: string; type: string }[];
  };
  const code = (type: string) => accounts.find((account) => account.type === type)!.code;
  for (const [path, text] of FILES) {
    if (!text) continue;
    const filled = text.replaceAll("{debit}", code("expense")).replaceAll("{credit}", code("liability"));
    const end = await send(mine, path, "import", { bytes: Buffer.from(filled), name: "typed.csv" });
    expect([path, end.status, end.body.problems ?? end.body, end.body.isAccepted]).toEqual([path, 200, [], true]);
  }
}, 120_000);
afterAll(() => server.stop());

type Sent = { readonly bytes: Buffer; readonly name: string };
async function send(browser: Browser, path: string, step: "import" | "import/preview", file: Sent, fields = {}) {
  const head = (name: string) => `--edge\r\ncontent-disposition: form-data; name="${name}"`;
  const payload = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`${head(name)}\r\n\r\n${value}\r\n`)),
    Buffer.from(`${head("file")}; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    file.bytes,
    Buffer.from("\r\n--edge--\r\n"),
  ]);
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1${path}/${step}`,
    headers: {
      cookie: browser.cookie,
      "musubi-company": browser.companyId,
      "sec-fetch-site": "same-origin",
      "content-type": "multipart/form-data; boundary=edge",
    },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function fetchFile(browser: Browser, path: string, query: string, locale: "ja" | "en" = "ja") {
  const answer = await server.app.inject({
    method: "GET",
    url: `/api/v1${path}?${query}`,
    headers: {
      cookie: browser.cookie,
      "musubi-company": browser.companyId,
      "sec-fetch-site": "same-origin",
      "accept-language": locale,
    },
  });
  return { status: answer.statusCode, bytes: answer.rawPayload, type: String(answer.headers["content-type"]) };
}

test("every table of the product is filled by this test", () => {
  expect(FILES.map(([path]) => path).sort()).toEqual([...TABLES].sort());
});

const FORMS = [
  { name: "CSV in UTF-8", query: "format=csv&encoding=utf8", file: "x.csv" },
  { name: "CSV in Shift_JIS", query: "format=csv&encoding=shift_jis", file: "x.csv" },
  { name: "XLSX", query: "format=xlsx", file: "x.xlsx" },
] as const;

describe.each(TABLES)("the file of %s", (path) => {
  test.each(FORMS)("exported as $name and imported again changes nothing, in both languages", async (form) => {
    for (const locale of ["ja", "en"] as const) {
      const file = await fetchFile(mine, `${path}/export`, form.query, locale);
      expect([file.status, file.bytes.length > 0]).toEqual([200, true]);
      for (const step of ["import/preview", "import"] as const) {
        const end = await send(mine, path, step, { bytes: file.bytes, name: form.file });
        const { isAccepted, inserted, updated, unchanged, rowCount, problems } = end.body;
        expect([step, locale, problems, isAccepted, inserted, updated]).toEqual([step, locale, [], true, 0, 0]);
        expect(unchanged).toBe(rowCount);
        expect(rowCount).toBeGreaterThan(0);
      }
    }
  });
  test("comes as an empty form to fill in, in every format", async () => {
    for (const form of FORMS) {
      const file = await fetchFile(mine, `${path}/template`, form.query);
      expect([file.status, file.bytes.length > 20]).toEqual([200, true]);
      const end = await send(mine, path, "import/preview", { bytes: file.bytes, name: form.file });
      expect(end.body.problems.map((problem: { code: string }) => problem.code)).toEqual(["TABLE_WITHOUT_ROWS"]);
    }
  });
  test("shows a wrong cell with its line and its original text, and then writes no row at all", async () => {
    const file = await fetchFile(mine, `${path}/export`, "format=csv&encoding=utf8", "en");
    const text = file.bytes.toString("utf8").replace(/^\uFEFF/, "");
    const [head] = text.split(/\r?\n/);
    // The same rows and one more, whose first cell no column takes and whose others are empty.
    const cells = head!.split(",").length;
    const wrongCell = "?壊れた行?".repeat(50);
    const broken = `${text.trimEnd()}\r\n${[wrongCell, ...Array(cells - 1).fill("")].join(",")}\r\n`;
    const before = await fetchFile(mine, `${path}/export`, "format=csv&encoding=utf8", "en");
    const end = await send(mine, path, "import", { bytes: Buffer.from(broken), name: "x.csv" });
    expect([end.status, end.body.isAccepted]).toEqual([200, false]);
    expect(end.body.problemCount).toBeGreaterThan(0);
    const lines = broken.trimEnd().split(/\r?\n/).length;
    for (const problem of end.body.problems) {
      expect(problem.line).toBe(lines);
      expect(problem.text).not.toMatch(/refusals\.|\{\{/);
    }
    // A long cell is shown by its beginning.
    const shown = end.body.problems.map((problem: { cell: string }) => problem.cell.replace(/…$/, ""));
    expect(shown.some((cell: string) => cell.length > 10 && wrongCell.startsWith(cell))).toBe(true);
    const after = await fetchFile(mine, `${path}/export`, "format=csv&encoding=utf8", "en");
    expect(after.bytes.equals(before.bytes)).toBe(true);
  });
  test("holds nothing of another company", async () => {
    const file = await fetchFile(theirs, `${path}/export`, "format=csv&encoding=utf8");
    expect(file.status).toBe(200);
    const text = file.bytes.toString("utf8");
    for (const word of ["BIKE", "FRAME", "㈱星見輪業", "MAIN", "空野 ひかり", "給与-11"])
      expect(text).not.toContain(word);
  });
});

describe("a file is refused, at its cell", () => {
  const cases = [
    {
      name: "when nobody would be left who gives roles",
      path: "/members",
      text: () => `email,sales,admin\n${adminEmail},○,×`,
      problem: ["admin", "LAST_ADMINISTRATOR"],
    },
    {
      name: "for a person who is nobody of the company",
      path: "/members",
      text: () => "email,sales\nstranger@example.jp,○",
      problem: ["email", "MEMBER_UNKNOWN"],
    },
    {
      name: "when a place would become one of another kind",
      path: "/places",
      text: () => "code,name,kind\nMAIN,本社倉庫,受入場",
      problem: ["kind", "PLACE_KIND_FIXED"],
    },
    {
      name: "when a place at a partner names no partner",
      path: "/places",
      text: () => "code,name,kind\nOUT-2,預け場,預け先",
      problem: ["partnerCode", "PLACE_PARTNER_MISSING"],
    },
    {
      name: "when shifts would lie over each other, with those that are there",
      path: "/shifts",
      text: () => "calendarCode,code,name,startsAt,endsAt\nSTD,EARLY,早番,05:30,09:00",
      problem: ["startsAt", "SHIFTS_OVERLAP"],
    },
    {
      name: "when a time is none",
      path: "/shifts",
      text: () => "calendarCode,code,name,startsAt,endsAt\nSTD,LATE,遅番,25:00,09:00",
      problem: ["startsAt", "TIME_INVALID"],
    },
    {
      name: "when a calendar would never work",
      path: "/calendars",
      text: () => "code,name,monday,tuesday,wednesday,thursday,friday,saturday,sunday\nNONE,休み,×,×,×,×,×,×,×",
      problem: ["monday", "CALENDAR_NEVER_WORKS"],
    },
  ] as const;
  let adminEmail: string;
  beforeAll(async () => {
    adminEmail = (await mine.call("GET", "/members")).body.rows[0].email;
  });
  test.each(cases)("$name", async ({ path, text, problem }) => {
    const end = await send(mine, path, "import", { bytes: Buffer.from(text()), name: "x.csv" });
    expect(end.body.isAccepted).toBe(false);
    expect(end.body.problems.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      problem,
    ]);
  });
});
