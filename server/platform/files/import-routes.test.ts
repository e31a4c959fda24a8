import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changedColumns, defineTable, type TableRowOf } from "../../../domain/shared/index.ts";
import { type Browser, startTestServer, type TestServer } from "../../../tests/support/http.ts";
import { insertAll, query, type Tx } from "../db/index.ts";
import type { ImportTarget } from "./import-frame.ts";
import { importRoutes } from "./import-routes.ts";
import { closeFileWorkers } from "./read-table-file.ts";

const unitTable = defineTable({
  name: { ja: "単位", en: "units" },
  columns: [
    {
      key: "code",
      header: { ja: "コード", en: "Code" },
      kind: "code",
      required: true,
      description: { ja: "単位の記号", en: "the unit's sign" },
      example: "kg",
    },
    {
      key: "decimals",
      header: { ja: "小数桁", en: "Decimals" },
      kind: "integer",
      min: "0",
      max: "6",
      description: { ja: "小数の桁数", en: "decimals" },
      example: "3",
    },
  ],
  naturalKey: ["code"],
});
type UnitRow = TableRowOf<typeof unitTable>;

const read = (tx: Tx) =>
  query<UnitRow>(tx, "select code, decimals from app.unit where company_id = $1 order by code", [tx.companyId]);
const target: ImportTarget<UnitRow, Tx, UnitRow> = {
  spec: unitTable,
  async resolve(tx, rows) {
    const known = new Map((await read(tx)).map((row) => [row.code, row]));
    return rows.map(({ values }) => {
      if (values.code === "斤") return { does: "problem", problems: [{ field: "code", code: "NOT_ALLOWED" }] };
      const current = known.get(values.code);
      if (!current) return { does: "insert", action: values };
      return changedColumns(unitTable, current, values).length > 0
        ? { does: "update", action: values }
        : { does: "unchanged" };
    });
  },
  async apply(tx, actions) {
    await insertAll(
      tx,
      "unit",
      actions.map(({ action: { code, decimals } }) => ({
        company_id: tx.companyId,
        code,
        name_ja: code,
        name_en: code,
        decimals: decimals ?? 0,
      })),
      "on conflict (company_id, code) do update set decimals = excluded.decimals",
    );
  },
};

let server: TestServer;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  const routes = importRoutes({
    area: "items",
    path: "/units",
    permission: { read: "items.read", write: "items.write" },
    target,
    rows: read,
    announces: "items.unit",
  });
  server = await startTestServer({ areas: [{ id: "items", routes }] });
  mine = await server.browserOf(await server.addCompany({ code: "A", name: "丸山製作所" }), "production");
  theirs = await server.browserOf(await server.addCompany({ code: "B", name: "川上熱処理" }), "floor");
});
afterAll(async () => {
  await server.stop();
  await closeFileWorkers();
});

function send(browser: Browser, url: string, content: string | Buffer, fields: Record<string, string> = {}) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join("")}--edge\r\ncontent-disposition: form-data; name="file"; filename="units.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from("\r\n--edge--\r\n")]);
  return browser.call("POST", url, {
    body: payload,
    headers: { "content-type": "multipart/form-data; boundary=edge" },
  });
}

describe("a table with the four routes", () => {
  test("gives an empty file that names its columns", async () => {
    const answer = await mine.call("GET", "/units/template?format=csv");
    expect(answer).toMatchObject({ status: 200, body: "\ufeffコード,小数桁\r\n" });
    expect(answer.headers["content-disposition"]).toContain(encodeURIComponent("単位.csv"));
  });
  test("shows what an import would do and writes nothing", async () => {
    const preview = await send(mine, "/units/import/preview", "コード,小数桁\r\nkg,3\r\n");
    expect(preview.body).toMatchObject({ isAccepted: true, inserted: 1, headers: ["コード", "小数桁"] });
    expect(preview.body.sample).toEqual([{ line: 2, does: "insert", cells: ["kg", "3"] }]);
    expect((await mine.call("GET", "/units/export?format=csv")).body).toBe("\ufeffコード,小数桁\r\n");
  });
  test("imports, and a second time finds nothing to change", async () => {
    const file = "コード,小数桁\r\nkg,3\r\n個,0\r\n";
    expect((await send(mine, "/units/import", file)).body).toMatchObject({ inserted: 2, updated: 0 });
    expect((await send(mine, "/units/import", file)).body).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect((await mine.call("GET", "/units/export?format=csv")).body).toBe("\ufeffコード,小数桁\r\nkg,3\r\n個,0\r\n");
  });
  test("tells each problem with line, column, cell and sentence, and imports all rows or none", async () => {
    const file = "Code,Decimals\r\nm,x\r\n斤,1\r\nmm,1\r\n";
    const all = await send(mine, "/units/import", file);
    expect(all.body).toMatchObject({ isAccepted: false, problemCount: 2, inserted: 1 });
    expect(all.body.problems).toMatchObject([
      { line: 2, column: "小数桁", cell: "x", code: "NUMBER_INVALID", text: "数値として読めません。" },
      { line: 3, column: "コード", cell: "斤", text: "この操作は許可されていません。" },
    ]);
    const units = async () => (await mine.call("GET", "/units/export?format=csv")).body;
    expect(await units()).not.toContain("mm");
    expect((await send(mine, "/units/import", file, { partial: "true" })).body).toMatchObject({ isAccepted: true });
    expect(await units()).toContain("mm");
  });
  test("refuses a file that is no table, and a form without a file, at the file", async () => {
    const refused = await send(mine, "/units/import/preview", Buffer.from("%PDF-1.7\n"));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "FILE_NOT_TABLE", field: "file" }] } });
    expect(refused.body.detail).toContain("表のファイルではありません");
  });
  test("keeps companies apart and imports only for those who may write", async () => {
    expect((await theirs.call("GET", "/units/export?format=csv")).body).toBe("\ufeffコード,小数桁\r\n");
    expect((await send(theirs, "/units/import", "コード\r\nkg\r\n")).status).toBe(403);
  });
});
