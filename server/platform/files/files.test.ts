import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import exceljs from "exceljs";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { readTable, type TableProblemCode } from "../../../domain/shared/index.ts";
import { parseDelimited } from "./delimited.ts";
import { type ExportOptions, exportTable, exportTemplate } from "./export-frame.ts";
import { bytesOf, type Part, part, partTable } from "./files.fixture.ts";
import { FILE_LIMITS } from "./limits.ts";
import en from "./messages.en.json" with { type: "json" };
import ja from "./messages.ja.json" with { type: "json" };
import { closeFileWorkers, readTableFile } from "./read-table-file.ts";
import { numberText, shownAs } from "./xlsx-format.ts";
import { readXlsx } from "./xlsx-read.ts";
import { zipped } from "./zip-write.ts";

afterAll(closeFileWorkers);

const read = (bytes: Uint8Array, limits = {}) => readTableFile(bytes, partTable, { locale: "ja", limits });
const utf8 = (text: string) => Buffer.from(text, "utf8");
async function write(rows: readonly Part[], options: Omit<ExportOptions, "locale">): Promise<Buffer> {
  const file = await exportTable(partTable, rows, { locale: "ja", ...options });
  if (!file.ok) throw new Error(file.refusals[0].code);
  return bytesOf(file.value.stream);
}
async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const all = Object.entries(parts).map(([name, text]) => ({ name, content: [Buffer.from(text)] }));
  for await (const piece of zipped(all)) pieces.push(piece);
  return Buffer.concat(pieces);
}
/** An XLSX file as Excel itself writes it: shared strings, with furigana beside the kanji. */
function excelFile(sheet: string, strings = "", date1904 = ""): Promise<Buffer> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${office}"><workbookPr${date1904}/><sheets><sheet name="非表示" sheetId="1" state="hidden" r:id="r9"/><sheet name="表" sheetId="2" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r9" Type="${office}/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}
const cellsOf = async (file: Buffer) => {
  const cells = await readXlsx(file, [], FILE_LIMITS);
  return cells.ok ? cells.value : cells.refusals[0].code;
};

const parts: Part[] = [
  part("A-1", {
    name: "髙橋製作所㈱ ① ㎏ 﨑",
    note: '一行目\n二行目, "引用"',
    weight: "0.3",
    costYen: "-1200",
    days: 5,
  }),
  part("00123", { name: "=SUM(A1)", note: "'=1", weight: "123456789012.123456", validOn: "2026-11-23", isLot: true }),
  part("-5", { name: "+81-3-1234", note: "@home", costYen: "999999999999999", isLot: false, supply: "buy" }),
  part("９以外", { name: "ﾊﾝｶｸ ～ ― 全角", supply: "make", validOn: "1989-01-08" }),
];

describe("a file that was written", () => {
  const forms = [
    { format: "csv", encoding: "utf8", form: "utf8" },
    { format: "csv", encoding: "shift_jis", form: "shift_jis" },
    { format: "xlsx", encoding: "utf8", form: "xlsx" },
  ] as const;
  const plain = parts.map((row) => ({ ...row, code: row.code.replace("９", "9") }));
  test.each(forms)("as $format in $encoding is read back without a difference", async ({ format, encoding, form }) => {
    const reading = await read(await write(plain, { format, encoding }));
    expect(reading).toMatchObject({ ok: true, value: { form, problems: [], rowCount: 4 } });
    if (reading.ok) expect(reading.value.rows.map((row) => row.values)).toEqual(plain);
  });
  test("keeps letters outside Shift_JIS in UTF-8 and XLSX", async () => {
    const rows = [part("B", { name: "𠮷野家 — 〜 − 🚲", note: "_x0041_ & <b>" })];
    for (const format of ["csv", "xlsx"] as const) {
      const reading = await read(await write(rows, { format }));
      expect(reading.ok && reading.value.rows.map((row) => row.values)).toEqual(rows);
    }
  });
  test("any text survives both formats", async () => {
    const texts = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (notes) => {
        const cells = [["品目コード", "品名", "備考"], ...notes.map((note, index) => [`C${index}`, "名", note])];
        const { rows } = readTable(partTable, cells, "ja");
        if (rows.length === 0) return;
        const values = rows.map((row) => part(row.values.code, row.values));
        const limits = FILE_LIMITS;
        const csv = parseDelimited((await write(values, { format: "csv" })).toString("utf8").slice(1), limits);
        const xlsx = await readXlsx(await write(values, { format: "xlsx" }), [], limits);
        for (const file of [csv, xlsx]) {
          if (!file.ok) throw new Error(file.refusals[0].code);
          expect(readTable(partTable, file.value.cells, "ja").rows.map((row) => row.values)).toEqual(values);
        }
      }),
      { numRuns: 60 },
    );
  });
  test("cannot run as a formula when a spreadsheet opens it", async () => {
    const csv = (await write(parts, { format: "csv" })).toString("utf8");
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv).toContain("'=SUM(A1)");
    expect(csv).toContain("'-5,'+81-3-1234,'@home");
    expect(csv).toContain(",-1200,");
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await write(parts, { format: "xlsx" })) as unknown as ArrayBuffer);
    expect(workbook.worksheets[0]!.getCell("B3").value).toBe("=SUM(A1)");
  });
  test("in Shift_JIS names the letters that have no place there, or writes 〓 when told so", async () => {
    const rows = [part("A"), part("B", { name: "𠮷野 🚲" })];
    const options = { locale: "ja", format: "csv", encoding: "shift_jis" } as const;
    expect(await exportTable(partTable, rows, options)).toMatchObject({
      refusals: [
        {
          code: "UNMAPPABLE_CHARACTERS",
          values: { letters: "𠮷 🚲", line: 3, column: "品名", cell: "𠮷野 🚲", count: 1 },
        },
      ],
    });
    const file = await exportTable(partTable, rows, { ...options, replaceUnmappable: true });
    if (!file.ok) throw new Error("refused");
    expect(iconv.decode(await bytesOf(file.value.stream), "cp932")).toContain("〓野 〓");
    expect(file.value.unmappable).toHaveLength(1);
  });
  test("in Shift_JIS has the twins of dashes and tildes instead of question marks", async () => {
    const bytes = await write([part("A", { name: "A—B−C〜D–E‖F¥" })], { format: "csv", encoding: "shift_jis" });
    expect(iconv.decode(bytes, "cp932")).toContain("A―B－C～D－E∥F￥");
  });
  test("another program reads with its numbers, days, colours and frozen header", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await write(parts, { format: "xlsx" })) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet("部品")!;
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.autoFilter).toBe("A1:I5");
    expect(sheet.getCell("A1").value).toBe("品目コード *");
    expect(sheet.getCell("A3").value).toBe("00123");
    expect(sheet.getCell("D2").value).toBe(0.3);
    expect(sheet.getCell("D3").value).toBe("123456789012.123456");
    expect(sheet.getCell("E2").value).toBe(-1200);
    expect(sheet.getCell("G3").value).toEqual(new Date("2026-11-23T00:00:00Z"));
    expect(sheet.getCell("G3").numFmt).toBe("yyyy/mm/dd");
  });
});

describe("a template", () => {
  test("offers the words and explains every column on a second sheet", async () => {
    const file = await exportTemplate(partTable, { locale: "ja", format: "xlsx" });
    if (!file.ok) throw new Error("refused");
    expect(file.value.fileName).toBe("部品.xlsx");
    const bytes = await bytesOf(file.value.stream);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["部品", "項目の説明"]);
    expect(workbook.worksheets[0]!.getCell("I2").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"内作,購入"'],
    });
    expect(workbook.worksheets[0]!.getColumn(1).numFmt).toBe("@");
    const cells = [1, 2, 3, 4, 5, 7].map((place) => workbook.worksheets[1]!.getRow(2).getCell(place).value);
    expect(cells).toEqual(["品目コード", "必須", "コード", "FR-100", "重複しない番号", 40]);
    expect(workbook.worksheets[1]!.rowCount).toBe(partTable.columns.length + 1);
    expect(await read(bytes)).toMatchObject({ ok: true, value: { problems: [{ code: "TABLE_WITHOUT_ROWS" }] } });
  });
  test("as CSV in English is the header", async () => {
    const file = await exportTemplate(partTable, { locale: "en", format: "csv" });
    const text = file.ok ? (await bytesOf(file.value.stream)).toString("utf8") : "";
    expect(text).toBe("\ufeffItem code,Name,Note,Weight (kg),Cost,Days,Valid from,Lot,Supply\r\n");
  });
});

describe("a file from elsewhere", () => {
  const header = "品目コード,品名,重量（kg）";
  const texts: [string, Buffer, string][] = [
    ["UTF-8 without its mark", utf8(`${header}\nA,髙橋,１．５\n`), "utf8"],
    ["Shift_JIS", iconv.encode(`${header}\r\nA,髙橋,１．５\r\n`, "cp932"), "shift_jis"],
    ["EUC-JP", iconv.encode(`${header}\nA,髙橋,１．５`.replace("髙", "高"), "eucjp"), "euc_jp"],
    [
      "Excel's Unicode text",
      Buffer.from(`\ufeff${header}\r\nA,髙橋,１．５\r\n`.replaceAll(",", "\t"), "utf16le"),
      "utf16",
    ],
    ["semicolons", utf8(`${header}\nA,髙橋,１．５`.replaceAll(",", ";")), "utf8"],
    ["tabs and lone returns", utf8(`${header}\rA,髙橋,１．５\r`.replaceAll(",", "\t")), "utf8"],
    ["a line that names the separator", utf8(`sep=;\n${header.replaceAll(",", ";")}\nA;髙橋;１．５`), "utf8"],
  ];
  test.each(texts)("with %s is understood", async (name, bytes, form) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ ok: true, value: { form, problems: [] } });
    const names: Record<string, string> = { "EUC-JP": "高橋", "half-width kana in Shift_JIS": "ﾐｽﾞﾎｷﾞﾝｺｳｶﾌﾞｼｷｶﾞｲｼｬﾄｳｷﾖｳ" };
    const expected = { code: "A", name: names[name] ?? "髙橋", weight: "1.5" };
    expect(reading.ok && reading.value.rows[0]!.values).toEqual(expected);
  });
  test("names the line of a problem although cells above it have line breaks", async () => {
    const reading = await read(utf8('品目コード,品名\n\nA,"一\n二\n三"\nB,\n'));
    expect(reading).toMatchObject({
      value: {
        problems: [
          { line: 3, code: "TEXT_HAS_LINE_BREAK" },
          { line: 6, code: "CELL_REQUIRED", column: "品名" },
        ],
      },
    });
  });

  test("from Excel keeps the kanji, not the reading beside them", async () => {
    const strings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><r><rPr><b/></rPr><t>太</t></r><r><t>字 &amp; 細字</t></r></si>';
    const sheet = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>';
    expect(await cellsOf(await excelFile(sheet, strings))).toEqual({
      cells: [["東京", "", "太字 & 細字"]],
      lines: [3],
    });
  });
  test("from Excel gives results of formulas, days by their format, and numbers as they are seen", async () => {
    const values = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>',
      '<c r="C1" s="1"><v>46349</v></c>',
      '<c r="D1" s="2"><v>46349.5</v></c>',
      '<c r="E1"><v>0.30000000000000004</v></c>',
      '<c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="e"><v>#N/A</v></c>',
      '<c r="H1"><v>1.5E-7</v></c>',
      '<c r="I1" t="inlineStr"><is><t>改_x000D_行</t></is></c>',
    ].join("");
    const row = ["2", "2x", "2026/11/23", "2026/11/23 12:00:00", "0.3", "TRUE", "#N/A", "0.00000015", "改\r行"];
    expect(await cellsOf(await excelFile(`<row r="1">${values}</row>`))).toEqual({ cells: [row], lines: [1] });
    const mac = await excelFile('<row><c s="1"><v>44887</v></c></row>', "", ' date1904="1"');
    expect(await cellsOf(mac)).toEqual({ cells: [["2026/11/23"]], lines: [1] });
  });
  test("written by another library is read the same", async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet("Sheet1");
    sheet.addRow(["部品一覧"]);
    sheet.addRow(["品番", "品目コード", "品名", "適用日", "重量(kg)"].slice(1));
    sheet.addRow([
      "A",
      { richText: [{ text: "髙" }, { font: { bold: true }, text: "橋" }] },
      new Date("2026-11-23T00:00:00Z"),
      { formula: "1/4", result: 0.25 },
    ]);
    const reading = await read(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(reading).toMatchObject({ ok: true, value: { problems: [] } });
    expect(reading.ok && reading.value.rows).toMatchObject([
      { line: 3, values: { code: "A", name: "髙橋", validOn: "2026-11-23", weight: "0.25" } },
    ]);
  });
  test.each([
    ["0.00E+00", "number"],
    ["#,##0_);[Red](#,##0)", "number"],
    ["General", "number"],
    ['0"日"', "number"],
    ["yyyy/m/d", "day"],
    ["m月d日", "day"],
    ["[h]:mm", "time"],
  ])("a cell formatted %s shows a %s", (code, shown) => expect(shownAs(170, code)).toBe(shown));
  test("any number of up to 15 digits comes out as it was written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (units, places) => {
          const size = String(Math.abs(units)).padStart(places + 1, "0");
          const whole = places === 0 ? size : `${size.slice(0, -places)}.${size.slice(-places)}`.replace(/\.?0+$/, "");
          const text = units < 0 && whole !== "0" ? `-${whole}` : whole;
          expect(numberText(String(Number(text)), "number", false)).toBe(text);
        },
      ),
    );
  });
});

describe("a file that cannot be imported", () => {
  const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), randomBytes(2000)]);
  const workbook = write(parts, { format: "xlsx" });
  const bomb = deflateRawSync(Buffer.alloc(3_000_000, 0x20)).length;
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, object, string][] = [
    ["an empty one", () => Buffer.alloc(0), {}, "FILE_EMPTY"],
    ["blank lines only", () => utf8("\ufeff\r\n \r\n"), {}, "FILE_EMPTY"],
    ["separators only", () => utf8(",,\r\n,,\r\n"), {}, "FILE_EMPTY"],
    ["a picture named .xlsx", () => png, {}, "FILE_NOT_TABLE"],
    ["a PDF", () => utf8("%PDF-1.7\n1 0 obj\n"), {}, "FILE_NOT_TABLE"],
    ["a web page", () => utf8("<!DOCTYPE html><html>"), {}, "FILE_NOT_TABLE"],
    ["a zip of other things", () => zipOf({ "a.txt": "a" }), {}, "FILE_NOT_TABLE"],
    ["an old or locked Excel file", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), {}, "FILE_OLD_EXCEL"],
    ["an upload cut in the middle", async () => (await workbook).subarray(0, -200), {}, "FILE_BROKEN"],
    ["a workbook with a damaged byte", async () => damaged(await workbook), {}, "FILE_BROKEN"],
    ["a sheet with a document type", () => excelFile('<!DOCTYPE x [<!ENTITY a "b">]>'), {}, "FILE_BROKEN"],
    ["UTF-8 cut within a letter", () => utf8("\ufeff品目コード,品名").subarray(0, -1), {}, "FILE_ENCODING_UNKNOWN"],
    ["ISO-2022-JP", () => Buffer.from("\x1b$B9bED\x1b(B,a\n", "latin1"), {}, "FILE_ENCODING_UNKNOWN"],
    ["a quote that never ends", () => utf8('品目コード,品名\nA,"a\nB,b\n'), {}, "QUOTE_NOT_CLOSED"],
    ["one larger than allowed", () => utf8("a,b\n1,2\n"), { maxBytes: 5 }, "FILE_TOO_LARGE"],
    [
      "one too many columns",
      () => utf8(`品目コード,品名,${"x,".repeat(20)}x\n`),
      { maxColumns: 10 },
      "TOO_MANY_COLUMNS",
    ],
    ["a bomb", () => excelFile(" ".repeat(3_000_000)), { maxUnpackedBytes: 1_000_000 }, "FILE_UNPACKS_TOO_LARGE"],
    [
      "a row more than allowed",
      () =>
        write(
          [1, 2, 3].map((n) => part(`R${n}`)),
          { format: "csv" },
        ),
      { maxRows: 2 },
      "TOO_MANY_ROWS",
    ],
    [
      "a row more in XLSX",
      () =>
        write(
          [1, 2, 3].map((n) => part(`R${n}`)),
          { format: "xlsx" },
        ),
      { maxRows: 2 },
      "TOO_MANY_ROWS",
    ],
  ];
  test.each(cases)("%s is refused", async (_, bytes, limits, code) => {
    const reading = await read(await bytes(), limits);
    expect(reading).toMatchObject({ ok: false, refusals: [{ code }] });
    expect(ja).toHaveProperty([`refusals.${code}`]);
  });
  test("although a bomb is small outside", () => expect(bomb).toBeLessThan(4000));
  test("any bytes are answered with a refusal or a reading", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isZip) => {
        const file = isZip
          ? Buffer.concat([(await workbook).subarray(0, 1500), bytes, (await workbook).subarray(1800)])
          : bytes;
        expect(await read(file)).toHaveProperty("ok");
      }),
      { numRuns: 60 },
    );
  });
  test("is told in sentences of both languages, for every code of a cell, a column and a row", () => {
    const codes = {
      CELL_REQUIRED: true,
      CELL_IS_ERROR: true,
      TEXT_TOO_LONG: true,
      TEXT_HAS_CONTROL_CHARACTER: true,
      TEXT_HAS_LINE_BREAK: true,
      NUMBER_INVALID: true,
      NUMBER_SHORTENED: true,
      NUMBER_NOT_WHOLE: true,
      NUMBER_TOO_LARGE: true,
      NUMBER_TOO_SMALL: true,
      NUMBER_NOT_MORE: true,
      TOO_MANY_DECIMALS: true,
      DATE_INVALID: true,
      BOOLEAN_INVALID: true,
      WORD_UNKNOWN: true,
      HEADER_NOT_FOUND: true,
      COLUMN_MISSING: true,
      COLUMN_UNKNOWN: true,
      COLUMN_TWICE: true,
      CELL_OUTSIDE_TABLE: true,
      TABLE_WITHOUT_ROWS: true,
      DUPLICATE_IN_FILE: true,
    } satisfies Record<TableProblemCode, true>;
    for (const code of Object.keys(codes)) expect(ja).toHaveProperty([`refusals.${code}`]);
    expect(Object.keys(en)).toEqual(Object.keys(ja));
    const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();
    for (const [key, text] of Object.entries(ja)) expect(places(en[key as keyof typeof en])).toEqual(places(text));
  });
});

describe("a file of 100,000 rows", () => {
  const many = Array.from({ length: 100_000 }, (_, index) =>
    part(`P-${index}`, { weight: `${index}.5`, costYen: String(index), validOn: "2026-11-23" }),
  );
  test.each(["csv", "xlsx"] as const)(
    "is read whole as %s while the server goes on, and one row more is refused",
    async (format) => {
      const bytes = await write(many, { format });
      let turns = 0;
      const timer = setInterval(() => {
        turns += 1;
      }, 5);
      const reading = await read(bytes);
      clearInterval(timer);
      if (!reading.ok) throw new Error(reading.refusals[0].code);
      expect([reading.value.rows.length, reading.value.problemCount]).toEqual([100_000, 0]);
      expect(reading.value.rows.at(-1)).toMatchObject({ line: 100_001, values: many.at(-1) });
      expect(turns).toBeGreaterThan(0);
      expect(await read(await write([...many, part("X")], { format }))).toMatchObject({
        refusals: [{ code: "TOO_MANY_ROWS", values: { maximum: 100_000 } }],
      });
    },
  );
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf("xl/worksheets/sheet1.xml") + 60;
  copy[at] = copy[at]! ^ 0xff;
  return copy;
}
