import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction, type Tx } from "../../server/platform/index.ts";
import { type Answer, type Browser, startTestServer, type TestServer } from "../support/http.ts";
import { plantItems, plantPlaces } from "../support/world.ts";

/*
 * The list of bad input of the main job, in one place: each is answered with its status, code and place, in a sentence of the user's
 * language, and leaves every table as it was.
 */

const TODAY = "2026-12-05";
let server: TestServer;
let admin: pg.Client;
let maker: Browser;
let buyer: Browser;
let stranger: Browser;
const ids = { outside: "", supplierCard: "", shaft: "", bare: "", wheel: "", made: "", storage: "" };

beforeAll(async () => {
  server = await startTestServer({ clock: () => ({ now: `${TODAY}T03:00:00.000Z`, today: TODAY }) });
  admin = new pg.Client(server.db.admin);
  await admin.connect();
  const roles = ["president", "sales", "purchasing", "production", "warehouse", "finance", "admin"];
  maker = await server.browserOf(await server.addCompany({ code: "MAKER", name: "丸山製作所" }), ...roles);
  buyer = await server.browserOf(await server.addCompany({ code: "BUYER", name: "堺組立" }), ...roles);
  stranger = await server.browserOf(await server.addCompany({ code: "OTHER", name: "通りすがり" }), ...roles);
  await as(maker, async (tx) => {
    const items = await plantItems(tx, [
      { code: "SHAFT-1", name: "軸", sales_price: "1300" },
      { code: "BARE", name: "部品表のない品" },
      { code: "WHEEL", name: "車輪" },
      { code: "MADE", name: "長くかかる品" },
    ]);
    Object.assign(ids, {
      shaft: items["SHAFT-1"],
      bare: items["BARE"],
      wheel: items["WHEEL"],
      made: items["MADE"],
    });
    const places = await plantPlaces(tx);
    const center = randomUUID();
    await insertAll(tx, "work_center", [{ company_id: tx.companyId, id: center, code: "W", name: "旋盤" }]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: tx.companyId,
        id: randomUUID(),
        item_id: ids.bare,
        operation_number: 10,
        name: "切削",
        work_center_id: center,
        run_minutes_per_unit: "1",
      },
      {
        company_id: tx.companyId,
        id: randomUUID(),
        item_id: ids.made,
        operation_number: 10,
        name: "研削",
        work_center_id: center,
        run_minutes_per_unit: "9999",
      },
    ]);
    await insertAll(tx, "bill_of_material_line", [
      {
        company_id: tx.companyId,
        id: randomUUID(),
        parent_item_id: ids.made,
        component_item_id: ids.wheel,
        quantity: "2000",
      },
    ]);
    ids.outside = await card(tx, "C-OUT", "外山商店");
    await openBooks(tx, "2026-01-01", 12);
    const end = (place: "opening" | "storage") => ({
      companyId: tx.companyId,
      itemId: ids.shaft,
      accountRole: "finishedGoods" as const,
      placeId: places[place]!,
      placeKind: place,
      quantity: decimal(1),
    });
    const opened = await moveStock(tx, [
      {
        id: randomUUID(),
        kind: "opening",
        movedOn: "2026-11-24",
        from: end("opening"),
        to: end("storage"),
        valueInYen: 700n,
      },
    ]);
    if (!opened.ok) throw new Error("no opening");
  });
  await as(buyer, async (tx) => {
    await plantItems(tx, [{ code: "K-SHAFT", name: "軸", category: "part", supply: "buy", purchase_price: "1250" }]);
    await plantPlaces(tx);
    ids.supplierCard = await card(tx, "S-MARU", "丸山製作所");
    await openBooks(tx, "2026-01-01", 12);
  });
  await admin.query("update app.partner set linked_company_id = $1, linked_on = current_date where id = $2", [
    maker.companyId,
    ids.supplierCard,
  ]);
});
afterAll(async () => {
  await admin?.end();
  await server?.stop();
});

async function as(browser: Browser, work: (tx: Tx) => Promise<void>): Promise<void> {
  const session = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1 limit 1",
    [browser.userId],
  );
  await inTransaction(server.databases, { token: session.rows[0]!.token, companyId: browser.companyId }, work);
}
async function card(tx: Tx, code: string, name: string): Promise<string> {
  const id = randomUUID();
  await insertAll(tx, "partner", [{ company_id: tx.companyId, id, code, name, is_customer: true, is_supplier: true }]);
  return id;
}

/** Every row of every table of the product as one fingerprint, past all walls. */
async function everything(): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string }>(
    "select relname name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1",
  );
  const prints = await admin.query<{ name: string; print: string }>(
    rows
      .map(
        ({ name }) =>
          `select '${name}' name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') print from app."${name}" t`,
      )
      .join(" union all "),
  );
  return Object.fromEntries(prints.rows.map((row) => [row.name, row.print]));
}

interface Bad {
  readonly status: number;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly field?: string;
}
/** Sends it in both languages; both times it is refused as said, and nothing is written. */
async function expectRefused(send: (locale: "ja" | "en") => Promise<Answer<unknown>>, bad: Bad): Promise<void> {
  const before = await everything();
  for (const locale of ["ja", "en"] as const) {
    const { status, body, headers } = await send(locale);
    const problem = body as { code: string; errors: { code: string; detail: string; field?: string }[] };
    expect([status, problem.code, String(headers["content-type"])]).toEqual([
      bad.status,
      bad.code,
      expect.stringContaining("application/problem+json"),
    ]);
    const { detail, field } = problem.errors[0] ?? { detail: "", field: undefined };
    expect([detail, field]).toEqual([bad[locale], bad.field]);
  }
  expect(await everything()).toEqual(before);
}

const line = { item: "SHAFT-1", description: "", quantity: "1", unit: "", unitPrice: "", wantedOn: "2026-12-20" };
const order = (partnerId: string, lines: object[]) => ({
  partnerId,
  orderedOn: TODAY,
  validUntil: null,
  outsideNumber: "",
  title: "",
  deliverTo: "",
  form: "goods",
  lines,
});
async function draftOf(who: Browser, partnerId: string, lines: object[]) {
  const side = who === maker ? "sales" : "purchase";
  const draft = await who.call("POST", `/${side}-drafts`, {
    body: { kind: `${side}_order`, body: order(partnerId, lines) },
  });
  expect(draft.status).toBe(201);
  return { id: String(draft.body.id), path: `/${side}-drafts/${draft.body.id}` };
}
/** A confirmed order of one shaft of the outside customer. */
async function confirmedOrder(): Promise<string> {
  const { path } = await draftOf(maker, ids.outside, [line]);
  const sent = await maker.call("POST", `${path}/send`, { body: { version: 1, isConfirmed: true } });
  expect(sent.body).toMatchObject({ state: "confirmed" });
  return String(sent.body.tradeId);
}
const shipment = (tradeId: string, shippedOn = TODAY, quantity = "1") => ({
  shippedOn,
  expectedOn: null,
  carrier: "",
  note: "",
  lines: [{ tradeId, lineNumber: 1, quantity }],
});
async function upload(path: string, content: Buffer, fileName: string, locale: "ja" | "en" = "ja", cut = 0) {
  const boundary = "----musubi";
  const whole = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1${path}`,
    headers: {
      cookie: maker.cookie,
      "musubi-company": maker.companyId,
      "sec-fetch-site": "same-origin",
      "accept-language": locale,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: cut > 0 ? whole.subarray(0, cut) : whole,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

describe("an order that is typed", () => {
  const typed = [
    {
      what: "a quantity that is no number",
      line: { ...line, quantity: "十個" },
      bad: { code: "QUANTITY_INVALID", field: "lines.0.quantity" },
    },
    {
      what: "a quantity of nothing",
      line: { ...line, quantity: "-3" },
      bad: { code: "QUANTITY_NOT_POSITIVE", field: "lines.0.quantity" },
    },
    {
      what: "an item nobody knows",
      line: { ...line, item: "SHAFT-9" },
      bad: { code: "ITEM_UNKNOWN", field: "lines.0.item" },
    },
    {
      what: "a unit without conversion",
      line: { ...line, unit: "箱" },
      bad: { code: "UNIT_WITHOUT_CONVERSION", field: "lines.0.unit" },
    },
  ];
  const sentences: Record<string, readonly [ja: string, en: string]> = {
    QUANTITY_INVALID: [
      "数量は小数6桁までの数字で入力してください。",
      "Please enter a quantity with at most 6 decimals.",
    ],
    QUANTITY_NOT_POSITIVE: ["数量は0より大きくしてください。", "The quantity must be above 0."],
    ITEM_UNKNOWN: ["品目「SHAFT-9」が見つかりません。", "Item SHAFT-9 was not found."],
    UNIT_WITHOUT_CONVERSION: [
      "単位「箱」から在庫単位への換算がありません。品目に単位換算を登録してください。",
      "There is no conversion from the unit “箱” to the item's own unit. Please add one to the item.",
    ],
  };
  test.each(typed)("$what", async ({ line, bad }) => {
    const { path } = await draftOf(maker, ids.outside, [line]);
    const [ja, en] = sentences[bad.code]!;
    await expectRefused(
      (locale) => maker.call("POST", `${path}/send`, { body: { version: 1, isConfirmed: true }, locale }),
      {
        status: 422,
        ja,
        en,
        ...bad,
      },
    );
  });

  test("to a linked company with which there is no agreement", async () => {
    const { path } = await draftOf(buyer, ids.supplierCard, [{ ...line, item: "K-SHAFT" }]);
    await expectRefused((locale) => buyer.call("POST", `${path}/send`, { body: { version: 1 }, locale }), {
      status: 422,
      code: "NO_AGREEMENT",
      field: "partnerId",
      ja: "「丸山製作所」との有効な取引契約がありません。先に契約を結んでください。",
      en: "There is no agreement in force with 丸山製作所.",
    });
  });

  test("of another company is not there, by its id or any other", async () => {
    const tradeId = await confirmedOrder();
    const bad = {
      status: 404,
      code: "NOT_FOUND",
      ja: "お探しのデータは見つかりません。",
      en: "There is no such record.",
    };
    for (const id of [tradeId, randomUUID()]) {
      await expectRefused((locale) => stranger.call("GET", `/trades/${id}`, { locale }), bad);
      await expectRefused(
        (locale) =>
          stranger.call("POST", `/sales-orders/${id}/lines/move`, {
            body: { lines: [{ lineNumber: 1, seen: "confirmed", to: "declined", reason: "x" }] },
            locale,
          }),
        bad,
      );
    }
  });

  test("by two people at once: the second, who saw the older one, is told", async () => {
    const { path } = await draftOf(maker, ids.outside, [line]);
    const body = { version: 1, body: order(ids.outside, [{ ...line, quantity: "2" }]) };
    expect((await maker.call("PUT", path, { body })).status).toBe(200);
    await expectRefused((locale) => maker.call("PUT", path, { body, locale }), {
      status: 409,
      code: "STALE_VERSION",
      field: "version",
      ja: "ほかの人が先に変更しました。最新の内容を確認してから、もう一度操作してください。",
      en: "Somebody else changed this first. Please look at the newest state and try again.",
    });
  });

  test("sent twice under one key is one order; the same key with another body is refused", async () => {
    const [first, second] = [await draftOf(maker, ids.outside, [line]), await draftOf(maker, ids.outside, [line])];
    const key = `replay-${randomUUID()}`;
    const send = (path: string, body: object, locale: "ja" | "en" = "ja") =>
      maker.call("POST", `${path}/send`, { body, key, locale });
    const once = await send(first.path, { version: 1, isConfirmed: true });
    const after = await everything();
    const again = await send(first.path, { version: 1, isConfirmed: true });
    expect([again.status, again.body]).toEqual([once.status, once.body]);
    expect(await everything()).toEqual(after);
    await expectRefused((locale) => send(second.path, { version: 1, isConfirmed: false }, locale), {
      status: 422,
      code: "IDEMPOTENCY_KEY_REUSED",
      ja: "この Idempotency-Key は別の内容の操作ですでに使われています。",
      en: "This Idempotency-Key was used for a different request.",
    });
  });
});

describe("goods and days", () => {
  test("a shipment into a closed month", async () => {
    for (const month of ["2026-01"]) {
      const closed = await maker.call("POST", `/periods/${month}/close`);
      expect([closed.status, closed.body.code]).toEqual([200, undefined]);
    }
    const tradeId = await confirmedOrder();
    await expectRefused(
      (locale) => maker.call("POST", "/shipments", { body: shipment(tradeId, "2026-01-20"), locale }),
      {
        status: 409,
        code: "PERIOD_CLOSED",
        field: "shippedOn",
        ja: "2026-01 は締め済みです。開いている月の日付を入力してください。",
        en: "The month 2026-01 is closed. Use a date in an open month.",
      },
    );
  });

  test("the last piece promised to two, and shipped by two people at the same moment: one gets it", async () => {
    const [one, two] = await Promise.all([confirmedOrder(), confirmedOrder()]);
    const promised = await admin.query("select sum(allocated)::float8 sum from app.reservation where item_id = $1", [
      ids.shaft,
    ]);
    expect(promised.rows[0].sum).toBeLessThanOrEqual(1);
    const answers = await Promise.all(
      [one, two].map((tradeId) => maker.call("POST", "/shipments", { body: shipment(tradeId) })),
    );
    const refused = answers.findIndex(({ status }) => status !== 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await expectRefused(
      (locale) => maker.call("POST", "/shipments", { body: shipment([one, two][refused]!), locale }),
      {
        status: 409,
        code: "STOCK_SHORT",
        field: "lines.0.quantity",
        ja: "在庫が足りません(在庫 0、必要 1)。",
        en: "Not enough stock (0 there, 1 wanted).",
      },
    );
    const left = await admin.query(
      "select sum(quantity)::float8 sum from app.stock_balance b join app.place p on p.id = b.place_id where item_id = $1 and p.kind = 'storage'",
      [ids.shaft],
    );
    expect(left.rows[0].sum ?? 0).toBe(0);
  });
});

describe("masters", () => {
  test("a number that is there already", async () => {
    const made = { code: "C-NEW", name: "新橋商会", isCustomer: true };
    const [known] = (await maker.call("GET", "/partners?search=C-OUT")).body.rows;
    const { id: _id, version: _version, ...copy } = (await maker.call("GET", `/partners/${known.id}`)).body;
    await expectRefused(
      (locale) => maker.call("POST", "/partners", { body: { ...copy, ...made, code: "C-OUT" }, locale }),
      {
        status: 409,
        code: "DUPLICATE",
        field: "code",
        ja: "同じ番号またはコードのデータがすでにあります。",
        en: "A record with this number or code exists already.",
      },
    );
  });

  test("an item without a bill of materials is not made", async () => {
    await expectRefused(
      (locale) =>
        maker.call("POST", "/work-orders", {
          body: { itemId: ids.bare, quantity: "1", dueOn: "2026-12-20" },
          locale,
        }),
      {
        status: 422,
        code: "NO_BILL",
        field: "itemId",
        ja: "品目BAREに有効な部品表がありません。品目の部品表を登録してください。",
        en: "Item BARE has no valid bill of materials. Enter what it is made of first.",
      },
    );
  });

  test("a work order of more pieces than anybody makes, and one whose material is beyond counting", async () => {
    const body = { itemId: ids.made, quantity: "999999999999", dueOn: "2026-12-20" };
    const before = await everything();
    for (const [locale, detail] of [
      ["ja", "数量は 1,000,000,000（10億）以下にしてください。"],
      ["en", "The quantity must be at most 1,000,000,000."],
    ] as const) {
      const answer = await maker.call("POST", "/work-orders", { body, locale });
      const refusal = { code: "QUANTITY_BEYOND_MOST", detail, field: "quantity" };
      expect([answer.status, answer.body.errors]).toEqual([400, [expect.anything(), refusal]]);
    }
    expect(await everything()).toEqual(before);
    // At 9,999 minutes a piece its work would have to begin before any calendar does.
    const most = await maker.call("POST", "/work-orders", { body: { ...body, quantity: "1000000" } });
    expect(most.status).toBe(201);
    const { id } = (most.body.workOrders as { id: string }[])[0]!;
    const found = await maker.call("GET", `/work-orders/${id}`);
    expect(found.body.order ?? found.body).toMatchObject({ startOn: TODAY, dueOn: "2026-12-20" });
    await expectRefused(
      (locale) =>
        maker.call("POST", "/work-orders", { body: { ...body, quantity: "1000000000", dueOn: "2026-12-21" }, locale }),
      {
        status: 422,
        code: "ORDER_BEYOND_STORE",
        field: "quantity",
        ja: "この数量では、工程か材料の数が 999,999,999,999 を超えます。数量、員数、歩留まりを確かめてください。",
        en: "With this quantity an operation or a material comes to more than 999,999,999,999. Please check the quantity, quantities per parent and yields.",
      },
    );
  });

  test("a bill of materials that contains itself", async () => {
    const { version } = (await maker.call("GET", `/items/${ids.wheel}/bill-of-material`)).body;
    const lines = [{ componentItemId: ids.wheel, quantity: "1" }].map((one) => ({
      operationNumber: null,
      scrapRate: "0",
      validFrom: null,
      validTo: null,
      note: "",
      ...one,
    }));
    await expectRefused(
      (locale) => maker.call("PUT", `/items/${ids.wheel}/bill-of-material`, { body: { version, lines }, locale }),
      {
        status: 422,
        code: "BOM_CONTAINS_ITSELF",
        field: "lines.0.componentItemId",
        ja: "品目自身を部品にすることはできません。",
        en: "An item cannot be a component of itself.",
      },
    );
  });
});

describe("files", () => {
  const PATH = "/units/import";
  test("that is no spreadsheet, whatever its name says", async () => {
    const image = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    await expectRefused((locale) => upload(PATH, image, "単価表.xlsx", locale), {
      status: 422,
      code: "FILE_NOT_TABLE",
      field: "file",
      ja: "表のファイルではありません。Excel（.xlsx）か CSV のファイルを選んでください。",
      en: "This file is no table. Please choose an Excel file (.xlsx) or a CSV file.",
    });
  });

  test("of 100,000 rows with one wrong cell in the last: its line is named and no row is written; one row more is refused at once", async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `U${at},${at === 99_999 ? "二" : "0"}`);
    const file = (extra: readonly string[]) => Buffer.from(`単位,小数桁\r\n${[...rows, ...extra].join("\r\n")}\r\n`);
    const before = await everything();
    const { status, body } = await upload(PATH, file([]), "units.csv");
    expect([
      status,
      body.isAccepted,
      body.problems.map((one: { line: number; cell: string }) => [one.line, one.cell]),
    ]).toEqual([200, false, [[100_001, "二"]]]);
    expect(await everything()).toEqual(before);
    await expectRefused((locale) => upload(PATH, file(["V,0"]), "units.csv", locale), {
      status: 422,
      code: "TOO_MANY_ROWS",
      field: "file",
      ja: "行が多すぎます。1 ファイル 100000 行までです。ファイルを分けてください。",
      en: "There are too many rows. One file may have 100000; please split it.",
    });
  });

  test("whose upload breaks off", async () => {
    const file = Buffer.from(`単位,小数桁\r\n${"箱,0\r\n".repeat(200)}`);
    await expectRefused((locale) => upload(PATH, file, "units.csv", locale, 600), {
      status: 400,
      code: "UPLOAD_INTERRUPTED",
      ja: "アップロードが途中で切れました。何も保存していません。もう一度お試しください。",
      en: "The upload broke off. Nothing was saved; please try again.",
    });
  });
});

describe("a disk that is full", () => {
  test("stops the start with a sentence; with room again it starts as if nothing had been", async () => {
    const disk = mkdtempSync(join(tmpdir(), "musubi-full-"));
    chmodSync(disk, 0o755);
    // A real small disk where this user may mount one; elsewhere a limit on the size of a file stands for it.
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=755", "tmpfs", disk]).status === 0;
    const port = await freePort();
    const start = (locale: "ja" | "en", isFull: boolean) => {
      const command = [process.execPath, "cli/musubi.mjs", "start", "--no-sample", "--data", join(disk, "data")];
      const args = [...command, "--port", String(port)].map((one) => `'${one}'`).join(" ");
      return spawn("sh", ["-c", `${isFull && !mounted ? "ulimit -f 2048; " : ""}exec ${args}`], {
        env: { ...process.env, MUSUBI_LANG: locale, MUSUBI_WITHOUT_WEB: "1", DATABASE_URL: "" },
        stdio: ["ignore", "pipe", "pipe"],
      });
    };
    try {
      const sentences = mounted
        ? { ja: "ディスクに空きがありません", en: "The disk is full" }
        : { ja: "ファイルの大きさが制限されているため", en: "A limit on the size of files" };
      for (const locale of ["ja", "en"] as const) {
        const { code, said } = await ended(start(locale, true));
        expect([code === 0, said]).toEqual([false, expect.stringContaining(sentences[locale])]);
      }
      // Nothing half-made is taken for a database.
      expect(readdirSync(disk).filter((name) => name !== "data")).toEqual([]);
      if (mounted) expect(spawnSync("mount", ["-o", "remount,size=600m", disk]).status).toBe(0);
      const running = start("en", false);
      await untilItSays(running, "Musubi is running");
      running.kill("SIGTERM");
      expect((await ended(running)).code).toBe(0);
    } finally {
      if (mounted) spawnSync("umount", [disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  }, 120_000);
});

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (said += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}
function untilItSays(child: ChildProcess, words: string): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text) => {
        said += text;
        if (said.includes(words)) resolve();
      });
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
