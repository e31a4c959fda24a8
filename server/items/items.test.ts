import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { execute } from "../platform/db/index.ts";
import { inTransaction } from "../platform/index.ts";

let server: TestServer;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  server = await startTestServer();
  mine = await server.browserOf(await server.addCompany({ code: "A", name: "丸山製作所" }), "production", "purchasing");
  theirs = await server.browserOf(await server.addCompany({ code: "B", name: "川上熱処理" }), "production");
  for (const browser of [mine, theirs]) {
    for (const [code, decimals] of [
      ["個", 0],
      ["箱", 0],
      ["kg", 3],
    ] as const) {
      await browser.call("POST", "/units", { body: { code, nameJa: code, nameEn: code, decimals } });
    }
  }
});
afterAll(() => server.stop());

const item = {
  code: "FR-1",
  name: "ロードフレーム 銀",
  nameEn: "Road frame silver",
  kana: "ロードフレーム ギン",
  supply: "make",
  category: "finished",
  groupCode: "FRAME",
  specification: "",
  drawingNumber: "D-1",
  unit: "個",
  purchaseUnit: null as string | null,
  salesUnit: null as string | null,
  unitConversions: [] as { unit: string; factor: string }[],
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
  lotFixed: null as string | null,
  lotPeriodDays: null,
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  yield: "0.98",
  standardCost: "123456.789012",
  salesPrice: null,
  purchasePrice: null,
  purchasePartnerId: null as string | null,
  defaultPlaceId: null,
  note: "",
  isActive: true,
};
const make = async (code: string, change: object = {}, browser = mine): Promise<string> => {
  const answer = await browser.call("POST", "/items", { body: { ...item, code, ...change } });
  expect([code, answer.status, answer.body.detail]).toEqual([code, 201, undefined]);
  return answer.body.id;
};
const line = (componentItemId: string, change: object = {}) => ({
  componentItemId,
  operationNumber: null,
  quantity: "2",
  scrapRate: "0",
  validFrom: null,
  validTo: null,
  note: "",
  ...change,
});
const setBill = async (itemId: string, lines: object[], browser = mine) => {
  const { version } = (await browser.call("GET", `/items/${itemId}/bill-of-material`)).body;
  return browser.call("PUT", `/items/${itemId}/bill-of-material`, { body: { version, lines } });
};
function upload(url: string, text: string, browser = mine) {
  const payload = `--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${text}\r\n--edge--\r\n`;
  const headers = { "content-type": "multipart/form-data; boundary=edge" };
  return browser.call("POST", url, { body: Buffer.from(payload), headers });
}

describe("an item", () => {
  test("is kept exactly, found by two characters, and is its company's own", async () => {
    const id = await make("FR-1");
    expect((await mine.call("GET", `/items/${id}`)).body).toMatchObject({ ...item, unitDecimals: 0, version: 1 });
    for (const search of ["銀", "フレ", "fr-1", "ﾌﾚｰﾑ", "road silver"]) {
      const rows = (await mine.call("GET", `/items?search=${encodeURIComponent(search)}`)).body.rows;
      expect([search, rows.map((row: { code: string }) => row.code)]).toEqual([search, ["FR-1"]]);
    }
    expect((await theirs.call("GET", "/items?search=フレーム")).body).toMatchObject({ rows: [], totalCount: 0 });
    for (const path of ["", "/stock", "/bill-of-material", "/bill-of-material/levels", "/where-used", "/routing"]) {
      expect([path, (await theirs.call("GET", `/items/${id}${path}`)).status]).toEqual([path, 404]);
    }
    expect((await theirs.call("PUT", `/items/${id}`, { body: { ...item, version: 1 } })).status).toBe(404);
  });
  const wrong = [
    { what: "a unit nobody entered", change: { unit: "本" }, code: "UNIT_UNKNOWN", field: "unit" },
    {
      what: "a unit without conversion",
      change: { purchaseUnit: "箱" },
      code: "UNIT_WITHOUT_CONVERSION",
      field: "purchaseUnit",
    },
    {
      what: "a conversion of its own unit",
      change: { unitConversions: [{ unit: "個", factor: "1" }] },
      code: "CONVERSION_OF_OWN_UNIT",
      field: "unitConversions.0.unit",
    },
    {
      what: "a fixed lot without a figure",
      change: { lotRule: "fixed" },
      code: "LOT_FIXED_MISSING",
      field: "lotFixed",
    },
    { what: "a yield of nothing", change: { yield: "0" }, code: "YIELD_INVALID", field: "yield" },
    {
      what: "a supplier that is not there",
      change: { purchasePartnerId: "01890000-0000-7000-8000-000000000000" },
      code: "PARTNER_UNKNOWN",
      field: "purchasePartnerId",
    },
    {
      what: "lots by cost without a holding cost",
      change: { lotRule: "wagner_whitin", setupCostYen: "8000", holdingCostYenPerYear: "0" },
      code: "LOT_HOLDING_COST_MISSING",
      field: "holdingCostYenPerYear",
    },
    { what: "a negative set-up cost", change: { setupCostYen: "-1" }, code: "COST_NEGATIVE", field: "setupCostYen" },
    {
      what: "a negative holding cost",
      change: { holdingCostYenPerYear: "-0.5" },
      code: "COST_NEGATIVE",
      field: "holdingCostYenPerYear",
    },
    { what: "a negative lead time", change: { leadTimeDays: -1 }, code: "TOO_SMALL", field: "leadTimeDays" },
    { what: "a fence of years", change: { fenceDays: 367 }, code: "TOO_BIG", field: "fenceDays" },
    {
      what: "a phantom that is bought",
      change: { supply: "buy", isPhantom: true },
      code: "PHANTOM_NOT_MADE",
      field: "isPhantom",
    },
    {
      what: "a successor that is not there",
      change: { successorItemId: "01890000-0000-7000-8000-000000000000", successorRatio: "1" },
      code: "ITEM_NOT_FOUND",
      field: "successorItemId",
    },
    {
      what: "a day of change-over and no successor",
      change: { successorFrom: "2027-04-01" },
      code: "SUCCESSOR_MISSING",
      field: "successorItemId",
    },
    { what: "a negative safety stock", change: { safetyStock: "-1" }, code: "QUANTITY_INVALID", field: "safetyStock" },
  ];
  test.each(wrong)("with $what is refused there", async ({ change, code, field }) => {
    const answer = await mine.call("POST", "/items", { body: { ...item, code: "X", ...change } });
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, field }));
  });
  test("bought in boxes is kept with what a box holds", async () => {
    const id = await make("BX", { purchaseUnit: "箱", unitConversions: [{ unit: "箱", factor: "24" }] });
    expect((await mine.call("GET", `/items/${id}`)).body.unitConversions).toEqual([{ unit: "箱", factor: "24" }]);
  });
  test("says what planning needs to know of it: lots by cost, phantom, fence, successor", async () => {
    const next = await make("NEXT-1");
    const change = {
      lotRule: "economic",
      setupCostYen: "8000",
      holdingCostYenPerYear: "120.5",
      isPhantom: true,
      fenceDays: 5,
      successorItemId: next,
      successorRatio: "0.5",
      successorFrom: "2027-04-01",
    };
    const id = await make("OLD-1", change);
    expect((await mine.call("GET", `/items/${id}`)).body).toMatchObject({
      ...change,
      successor: { id: next, code: "NEXT-1", name: item.name },
    });
    // A circle of successors, also one that goes through a bill of material, is refused with its chain.
    const last = await make("LAST-1");
    expect((await setBill(next, [line(last)])).status).toBe(200);
    const back = await mine.call("PUT", `/items/${last}`, {
      body: { ...item, code: "LAST-1", successorItemId: id, successorRatio: "1", version: 1 },
    });
    expect(back.body.errors).toMatchObject([
      { field: "successorItemId", code: "SUCCESSOR_CYCLIC", values: { chain: "LAST-1 → OLD-1 → NEXT-1 → LAST-1" } },
    ]);
    expect((await setBill(last, [line(id)])).body.errors).toMatchObject([{ code: "BOM_CYCLIC" }]);
    // The table itself keeps out what no screen would send.
    const session = await server.databases.auth.query<{ token: string }>(
      "select token from auth.session where user_id = $1 limit 1",
      [mine.userId],
    );
    const acting = { token: session.rows[0]!.token, companyId: mine.companyId };
    for (const wrong of [
      "lot_rule = 'economic', setup_cost_yen = null",
      "setup_cost_yen = -1",
      "holding_cost_yen_per_year = -1",
      "is_phantom = true, supply = 'buy'",
      "fence_days = -1",
      "successor_ratio = null",
      "successor_ratio = 0",
      "successor_item_id = id",
      "lead_time_days = -1",
      "lot_rule = 'period', lot_period_days = null",
    ])
      await expect(
        inTransaction(server.databases, acting, (tx) =>
          execute(tx, `update app.item set ${wrong} where company_id = $1 and id = $2`, [tx.companyId, id]),
        ),
        wrong,
      ).rejects.toThrow(/violates check/);
  });
  test("with a code there already, or changed by another in the meantime, is refused", async () => {
    expect(await mine.call("POST", "/items", { body: item })).toMatchObject({
      status: 409,
      body: { code: "DUPLICATE" },
    });
    const id = await make("V-1");
    const body = { ...item, code: "V-1", name: "新", version: 1 };
    expect((await mine.call("PUT", `/items/${id}`, { body })).body).toMatchObject({ version: 2, name: "新" });
    expect(await mine.call("PUT", `/items/${id}`, { body })).toMatchObject({
      status: 409,
      body: { code: "STALE_VERSION" },
    });
  });
});

describe("a bill of material", () => {
  test("opens over its levels with scrap, and shows where a part is used", async () => {
    const [bike, frame, tube] = [await make("BIKE"), await make("FRAME"), await make("TUBE", { unit: "kg" })];
    expect((await setBill(bike, [line(frame, { quantity: "1" })])).status).toBe(200);
    await setBill(frame, [line(tube, { quantity: "1.5", scrapRate: "0.25", operationNumber: 10 })]);
    const levels = await mine.call("GET", `/items/${bike}/bill-of-material/levels?quantity=10`);
    expect(levels.body.rows).toMatchObject([
      { level: 1, code: "FRAME", quantity: "10" },
      { level: 2, code: "TUBE", quantityPer: "1.5", quantity: "20", unit: "kg", operationNumber: 10 },
    ]);
    expect((await mine.call("GET", `/items/${tube}/where-used`)).body.rows).toMatchObject([
      { level: 1, code: "FRAME" },
      { level: 2, code: "BIKE" },
    ]);
    const unit = await mine.call("GET", `/items/${tube}`);
    const refused = await mine.call("PUT", `/items/${tube}`, { body: { ...unit.body, unit: "個" } });
    expect(refused.body).toMatchObject({ code: "UNIT_FIXED" });
  });
  test("that contains itself is refused, directly and over several levels, and the circle is named", async () => {
    const [a, b, c] = [await make("CY-A"), await make("CY-B"), await make("CY-C")];
    expect((await setBill(a, [line(a)])).body.errors).toMatchObject([
      { code: "BOM_CONTAINS_ITSELF", field: "lines.0.componentItemId" },
    ]);
    await setBill(a, [line(b)]);
    await setBill(b, [line(c)]);
    const circle = await setBill(c, [line(await make("CY-D")), line(a)]);
    expect(circle.body).toMatchObject({
      code: "BOM_CYCLIC",
      errors: [{ field: "lines.1.componentItemId", values: { chain: "CY-C → CY-A → CY-B → CY-C" } }],
    });
    expect((await mine.call("GET", `/items/${c}/bill-of-material`)).body.lines).toEqual([]);
  });
  test("may bring by-products, which no level below asks for and nothing is made of", async () => {
    const [chair, plank, chips] = [await make("CHAIR"), await make("PLANK"), await make("CHIPS")];
    const byProduct = line(chips, { kind: "by_product", quantity: "0.5" });
    const saved = await setBill(chair, [line(plank), byProduct]);
    expect(saved.body.lines.map((one: { kind: string }) => one.kind).sort()).toEqual(["by_product", "component"]);
    expect((await setBill(chair, [{ ...byProduct, scrapRate: "0.1" }])).body.errors).toMatchObject([
      { field: "lines.0.scrapRate", code: "BY_PRODUCT_WITH_SCRAP" },
    ]);
    await setBill(chips, [line(await make("RESIN"))]);
    const { rows } = (await mine.call("GET", `/items/${chair}/bill-of-material/levels?quantity=10`)).body;
    expect(
      rows.map((row: { code: string; kind: string; quantity: string }) => [row.code, row.kind, row.quantity]),
    ).toEqual([
      ["CHIPS", "by_product", "5"],
      ["PLANK", "component", "20"],
    ]);
    expect((await mine.call("GET", `/items/${chips}/where-used`)).body.rows).toEqual([]);
  });
  test("closed to a circle from two sides at once is refused to one of them", async () => {
    const [a, b] = [await make("RACE-A"), await make("RACE-B")];
    const answers = await Promise.all([setBill(a, [line(b)]), setBill(b, [line(a)])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
  test("may change with a date, but not hold two lines of one component on one day", async () => {
    const [parent, part] = [await make("D-P"), await make("D-C")];
    const old = line(part, { validTo: "2026-11-30" });
    expect((await setBill(parent, [old, line(part, { validFrom: "2026-12-01", quantity: "3" })])).status).toBe(200);
    const quantities = async (on: string) =>
      (await mine.call("GET", `/items/${parent}/bill-of-material/levels?on=${on}`)).body.rows.map(
        (row: { quantity: string }) => row.quantity,
      );
    expect([await quantities("2026-11-30"), await quantities("2026-12-01")]).toEqual([["2"], ["3"]]);
    const overlap = await setBill(parent, [old, line(part, { validFrom: "2026-11-30" })]);
    expect(overlap.body.errors).toMatchObject([{ code: "BOM_LINES_OVERLAP", field: "lines.1.validFrom" }]);
    const turned = await setBill(parent, [line(part, { validFrom: "2026-12-02", validTo: "2026-12-01" })]);
    expect(turned.body.errors).toMatchObject([{ code: "VALIDITY_TURNED_ROUND" }]);
  });
  test("with another company's item, or on an old version, is refused", async () => {
    const [parent, foreign] = [await make("F-P"), await make("F-C", {}, theirs)];
    expect((await setBill(parent, [line(foreign)])).body.errors).toMatchObject([
      { code: "ITEM_NOT_FOUND", field: "lines.0.componentItemId" },
    ]);
    const part = await make("F-PART");
    const body = { version: 1, lines: [line(part)] };
    expect((await mine.call("PUT", `/items/${parent}/bill-of-material`, { body })).status).toBe(200);
    expect(await mine.call("PUT", `/items/${parent}/bill-of-material`, { body })).toMatchObject({ status: 409 });
  });
});

describe("a routing", () => {
  const operation = (change: object) => ({
    operationNumber: 10,
    name: "切断",
    workCenterId: null,
    setupMinutes: "30",
    runMinutesPerUnit: "4.5",
    yield: "1",
    subcontractPartnerId: null,
    subcontractItemId: null,
    subcontractLeadTimeDays: 0,
    needsInspection: false,
    validFrom: null,
    validTo: null,
    ...change,
  });
  test("has operations of one's own and of a partner, and is copied with the item", async () => {
    const center = await mine.call("POST", "/work-centers", {
      body: {
        code: "WC",
        name: "切断",
        nameEn: "",
        calendarId: null,
        machineCount: 1,
        minutesPerDay: 480,
        laborYenPerHour: "0",
        machineYenPerHour: "0",
        isActive: true,
      },
    });
    await upload("/partners/import", "取引先コード,取引先名,仕入先\r\nHEAT,川上熱処理,○\r\n");
    const [{ id: partnerId }] = (await mine.call("GET", "/partners?search=HEAT")).body.rows;
    const id = await make("R-1");
    const operations = [
      operation({ workCenterId: center.body.id }),
      operation({ operationNumber: 20, name: "熱処理", subcontractPartnerId: partnerId, subcontractLeadTimeDays: 5 }),
    ];
    const saved = await mine.call("PUT", `/items/${id}/routing`, { body: { version: 1, operations } });
    expect(saved.body).toMatchObject({
      version: 2,
      operations: [
        { workCenterCode: "WC", runMinutesPerUnit: "4.5", isDerived: false },
        { subcontractPartnerCode: "HEAT", subcontractLeadTimeDays: 5 },
      ],
    });
    await setBill(id, [line(await make("R-MAT"))]);
    const copy = await mine.call("POST", `/items/${id}/copy`, { body: { code: "R-2", name: "写し" } });
    expect(copy.body).toMatchObject({ code: "R-2", hasBillOfMaterial: true, hasRouting: true, version: 1 });
    expect((await mine.call("GET", `/items/${copy.body.id}/routing`)).body.operations).toHaveLength(2);
    const twice = { version: 1, operations: [operations[0], { ...operations[1], operationNumber: 10 }] };
    const refused = await mine.call("PUT", `/items/${copy.body.id}/routing`, { body: twice });
    expect(refused.body.errors).toMatchObject([
      { code: "OPERATION_NUMBER_TWICE", field: "operations.1.operationNumber" },
    ]);
    const nowhere = await mine.call("PUT", `/items/${copy.body.id}/routing`, {
      body: { version: 1, operations: [operation({})] },
    });
    expect(nowhere.body.errors).toMatchObject([{ code: "OPERATION_NEEDS_ONE_PLACE" }]);
  });
});

describe("files of items", () => {
  test("units, items, conversions, bills and routings are imported; twice changes nothing", async () => {
    const files = [
      ["/units/import", "単位,小数桁\r\nm,2\r\n缶,0\r\n", 2],
      [
        "/items/import",
        "品目コード,品名,手配区分,品目区分,単位,購買単位,購買単位の入数,安全在庫\r\nI-1,親,内作,製品,個,,,\r\nI-2,塗料,購入,材料,kg,缶,16.5,10\r\nI-3,管,購入,材料,m,,,\r\n",
        3,
      ],
      ["/unit-conversions/import", "品目コード,単位,換算数\r\nI-3,個,4\r\n", 1],
      [
        "/bill-of-material-lines/import",
        "親品目コード,子品目コード,工程番号,適用開始日,適用終了日,員数,減損率\r\nI-1,I-2,,,2026/12/31,0.25,0.02\r\nI-1,I-2,,2027/1/1,,0.2,\r\nI-1,I-3,10,,,1.5,\r\n",
        3,
      ],
      [
        "/routing-operations/import",
        "品目コード,工程番号,適用開始日,工程名,作業区コード,加工（分/個）\r\nI-1,10,,切断,WC,2.5\r\n",
        1,
      ],
    ] as const;
    for (const [url, text, inserted] of files) {
      const first = (await upload(url, text)).body;
      expect([url, first.problems, first.inserted]).toEqual([url, [], inserted]);
      expect((await upload(url, text)).body).toMatchObject({
        isAccepted: true,
        inserted: 0,
        updated: 0,
        unchanged: inserted,
      });
    }
    const [paint] = (await mine.call("GET", "/items?search=I-2")).body.rows;
    expect((await mine.call("GET", `/items/${paint.id}`)).body).toMatchObject({
      purchaseUnit: "缶",
      unitConversions: [{ unit: "缶", factor: "16.5" }],
      safetyStock: "10",
      isBackflushed: true,
    });
  });
  test("what they export is what they take, and nothing changes", async () => {
    for (const path of ["/units", "/items", "/unit-conversions", "/bill-of-material-lines", "/routing-operations"]) {
      const file = (await mine.call("GET", `${path}/export?format=csv`)).body as string;
      const again = (await upload(`${path}/import/preview`, file)).body;
      expect([path, again.problems, again.inserted, again.updated]).toEqual([path, [], 0, 0]);
    }
  });
  const bad = [
    {
      what: "a unit without conversion",
      url: "/items/import",
      text: "品目コード,品名,手配区分,品目区分,単位,購買単位\r\nZ,甲,購入,部品,個,kg\r\n",
      code: "UNIT_WITHOUT_CONVERSION",
    },
    {
      what: "a unit that is not there",
      url: "/items/import",
      text: "品目コード,品名,手配区分,品目区分,単位\r\nZ,甲,購入,部品,束\r\n",
      code: "UNIT_UNKNOWN",
    },
    {
      what: "a supplier that is not there",
      url: "/items/import",
      text: "品目コード,品名,手配区分,品目区分,単位,主な仕入先\r\nZ,甲,購入,部品,個,ZZ\r\n",
      code: "PARTNER_UNKNOWN",
    },
    {
      what: "an unknown item",
      url: "/bill-of-material-lines/import",
      text: "親品目コード,子品目コード,工程番号,適用開始日,員数\r\nI-1,ZZ,,,1\r\n",
      code: "ITEM_UNKNOWN",
    },
    {
      what: "a bill that contains itself",
      url: "/bill-of-material-lines/import",
      text: "親品目コード,子品目コード,工程番号,適用開始日,員数\r\nI-1,I-1,,,1\r\n",
      code: "BOM_CONTAINS_ITSELF",
    },
    {
      what: "a circle over stored bills",
      url: "/bill-of-material-lines/import",
      text: "親品目コード,子品目コード,工程番号,適用開始日,員数\r\nI-2,I-1,,,1\r\n",
      code: "BOM_CYCLIC",
    },
    {
      what: "a validity that meets a stored one",
      url: "/bill-of-material-lines/import",
      text: "親品目コード,子品目コード,工程番号,適用開始日,員数\r\nI-1,I-2,,2026/6/1,1\r\n",
      code: "BOM_LINES_OVERLAP_STORED",
    },
    {
      what: "an operation nowhere",
      url: "/routing-operations/import",
      text: "品目コード,工程番号,適用開始日,工程名\r\nI-1,20,,仕上\r\n",
      code: "OPERATION_NEEDS_ONE_PLACE",
    },
    {
      what: "a word nobody knows",
      url: "/items/import",
      text: "品目コード,品名,手配区分,品目区分,単位\r\nZ,甲,拾う,部品,個\r\n",
      code: "WORD_UNKNOWN",
    },
  ];
  test.each(bad)("$what is told by line, and nothing is written", async ({ url, text, code }) => {
    const { body } = await upload(url, text);
    expect(body).toMatchObject({ isAccepted: false, problemCount: 1, problems: [{ line: 2, code }] });
    expect(body.problems[0].text).not.toContain(code);
  });
  test("a circle of successors within one file is named, and a successor may stand in the same file", async () => {
    const head = "品目コード,品名,手配区分,品目区分,在庫単位,後継品,切替比,切替日";
    const good = await upload(
      "/items/import/preview",
      `${head}\nS-1,旧,購入,部品,個,S-2,1,2027/04/01\nS-2,新,購入,部品,個,,,`,
    );
    expect(good.body).toMatchObject({ inserted: 2, problems: [] });
    const bad = await upload(
      "/items/import/preview",
      `${head}\nS-1,旧,購入,部品,個,S-2,1,\nS-2,新,購入,部品,個,S-3,1,\nS-3,最新,購入,部品,個,S-1,1,\nS-4,孤,購入,部品,個,,2,\nS-5,孤,購入,部品,個,S-9,2,`,
    );
    expect(new Set(bad.body.problems.map((one: { code: string }) => one.code))).toEqual(
      new Set(["SUCCESSOR_CYCLIC", "SUCCESSOR_MISSING", "ITEM_UNKNOWN"]),
    );
  });
  test("a circle within one file is named", async () => {
    const header = "親品目コード,子品目コード,工程番号,適用開始日,員数";
    const { body } = await upload("/bill-of-material-lines/import", `${header}\r\nV-1,BX,,,1\r\nBX,V-1,,,1\r\n`);
    expect(body.problems.map((problem: { code: string }) => problem.code)).toContain("BOM_CYCLIC");
    expect(body.problems[0].values.chain).toMatch(/^(V-1 → BX → V-1|BX → V-1 → BX)$/);
  });
  test("five thousand items come in at one go", async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, index) => `BULK-${index},量産部品 ${index} 号,購入,部品,個,リョウサンブヒン`,
    );
    const text = `品目コード,品名,手配区分,品目区分,単位,フリガナ\r\n${rows.join("\r\n")}\r\n`;
    expect((await upload("/items/import", text, theirs)).body).toMatchObject({ isAccepted: true, inserted: 5000 });
    expect((await theirs.call("GET", "/items?search=量産")).body.totalCount).toBe(5000);
    expect((await mine.call("GET", "/items?search=量産")).body.totalCount).toBe(0);
  });
});
