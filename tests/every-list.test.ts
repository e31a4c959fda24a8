import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { ROLES } from "../domain/companies/index.ts";
import { areas } from "../server/app.ts";
import { wordIn } from "../server/platform/http/messages.ts";
import type { Route } from "../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "./support/http.ts";

const routes: readonly Route[] = areas.flatMap((area) => area.routes);
const asks = (route: Route) => Object.keys((route.query as z.ZodObject | undefined)?.shape ?? {});
const isList = (route: Route) => route.method === "GET" && asks(route).includes("cursor");
/** Parts of a document, and the bell, that are read on as somebody scrolls, and one account's ledger, whose order is its meaning: no lists of their own. */
const PARTS_OF_DOCUMENTS = [
  "/notifications",
  "/history",
  "/stocktakes/:id/lines",
  "/general-ledger",
  "/partner-ledger",
];
const lists = routes.filter((route) => isList(route) && !PARTS_OF_DOCUMENTS.includes(route.url));
/** What a list cannot do without. */
const NEEDS: Readonly<Record<string, string>> = {
  "/trades": "side=S",
  "/trade-lines": "side=B",
  "/deliveries": "side=S",
  "/invoices": "side=S",
  "/payments": "side=S",
};

const item = {
  code: "",
  name: "ロードフレーム 銀",
  nameEn: "Road frame silver",
  kana: "ロードフレーム ギン",
  supply: "buy",
  category: "part",
  groupCode: "FRAME",
  specification: "",
  drawingNumber: "D-1",
  unit: "個",
  purchaseUnit: null,
  salesUnit: null,
  unitConversions: [],
  taxCategory: "taxable_10",
  isLotTracked: false,
  isStocked: true,
  isOrderBound: false,
  isDispatched: false,
  needsInspection: false,
  isBackflushed: true,
  leadTimeDays: 5,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  lotFixed: null,
  lotPeriodDays: null,
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  yield: "0.98",
  standardCost: "123456.789012",
  salesPrice: null,
  purchasePrice: null,
  purchasePartnerId: null,
  defaultPlaceId: null,
  note: "",
  isActive: true,
};

let server: TestServer;
let mine: Browser;
let other: Browser;
beforeAll(async () => {
  server = await startTestServer();
  mine = await server.browserOf(await server.addCompany({ code: "A", name: "一つ目" }), ...ROLES);
  other = await server.browserOf(await server.addCompany({ code: "B", name: "二つ目" }), ...ROLES);
  for (const [person, codes] of [
    [mine, ["AA-1", "AA-2", "AA-3"]],
    [other, ["BB-1"]],
  ] as const) {
    const unit = await person.call("POST", "/units", {
      body: { code: "個", nameJa: "個", nameEn: "pcs", decimals: 0 },
    });
    expect([unit.status, unit.body.detail]).toEqual([201, undefined]);
    for (const code of codes) {
      const added = await person.call("POST", "/items", {
        body: { ...item, code, name: `ねじ ${code}` },
      });
      expect([code, added.status, added.body.detail]).toEqual([code, 201, undefined]);
    }
  }
});
afterAll(() => server.stop());

const get = (url: string, query: string, person = mine) => {
  const all = [NEEDS[url], query].filter(Boolean).join("&");
  return person.call("GET", `${url}?${all}`);
};

describe.each(lists.map((list) => [list.url, list] as const))("the list %s", (url, list) => {
  test("answers pages, in the order asked for, of what was searched", async () => {
    expect(asks(list)).toEqual(expect.arrayContaining(["cursor", "limit", "sort", "search"]));
    const answer = await get(url, "limit=1&search=%E3%81%AD%E3%81%98");
    expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
    expect(answer.body.rows.length).toBeLessThanOrEqual(1);
    const unknown = await get(url, "sort=nothing");
    expect([unknown.status, unknown.body.code]).toEqual([400, "SORT_UNKNOWN"]);
    const columns = /使えるのは (.+) です/.exec(unknown.body.detail)![1]!.split(", ");
    for (const sort of columns.flatMap((column) => [column, `-${column}`])) {
      expect([sort, (await get(url, `sort=${sort}`)).status]).toEqual([sort, 200]);
    }
  });
  test("has a file beside it, for the same people, with the same filters", async () => {
    const file = routes.find((route) => route.method === "GET" && route.url === `${url}/file`);
    expect(file?.access).toEqual(list.access);
    expect(asks(file!)).toEqual(
      expect.arrayContaining(asks(list).filter((name) => name !== "cursor" && name !== "limit")),
    );
    for (const form of ["format=xlsx", "format=csv&encoding=utf8", "format=csv&encoding=shift_jis"]) {
      const answer = await get(`${url}/file`, `${NEEDS[url] ?? ""}&${form}`);
      expect([form, answer.status, answer.status === 200 ? null : answer.body]).toEqual([form, 200, null]);
    }
  });
  test("is headed in its file by words and not by keys, in both languages", async () => {
    for (const locale of ["ja", "en"] as const) {
      const answer = await mine.call("GET", `${url}/file?${NEEDS[url] ?? ""}&format=csv`, { locale });
      const heads = String(answer.body).replace("\ufeff", "").split("\r\n")[0]!.split(",");
      expect(heads.length).toBeGreaterThan(2);
      expect(heads.filter((head) => /^"?[a-z]+\.[a-zA-Z.]+"?$/.test(head) || head === "")).toEqual([]);
    }
  });
});

describe("the file of a list", () => {
  const codes = async (query: string, person = mine) =>
    String((await get("/items/file", `format=csv&${query}`, person)).body)
      .split("\r\n")
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(",")[0]);
  test("holds what the filters find, in the list's order, over all its pages", async () => {
    expect(await codes("sort=-code")).toEqual(["AA-3", "AA-2", "AA-1"]);
    expect(await codes("search=AA-2")).toEqual(["AA-2"]);
    expect(await codes("supply=make")).toEqual([]);
  });
  test("holds nothing of another company", async () => {
    expect(await codes("", other)).toEqual(["BB-1"]);
  });
  test("writes words where the screen shows words", async () => {
    const text = String((await get("/items/file", "format=csv&search=AA-1")).body);
    expect(text).toContain(wordIn("items.supply.buy", "ja"));
    expect(text).toContain(wordIn("platform.inUse.true", "ja"));
  });
  test("refuses a filter the list would refuse", async () => {
    expect((await get("/items/file", "format=csv&sort=nothing")).body.code).toBe("SORT_UNKNOWN");
    expect((await get("/items/file", "format=pdf")).status).toBe(400);
  });
});
