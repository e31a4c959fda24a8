import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell, writeCell } from "./table-cell.ts";
import { dateOfSerial, parseDate } from "./table-date.ts";
import { changedColumns, problemAt, readTable, type TableRow, toShiftJisForms, writeTable } from "./table-import.ts";
import { type ColumnSpec, defineTable, type TableRowOf } from "./table-spec.ts";

const both = (ja: string, en: string) => ({ ja, en });
const items = defineTable({
  name: both("品目", "items"),
  columns: [
    {
      key: "code",
      kind: "code",
      header: both("品目コード", "Item code"),
      aliases: ["品番"],
      required: true,
      description: both("重複しない番号", "unique"),
      example: "FR-100",
    },
    {
      key: "name",
      kind: "text",
      header: both("品名", "Name"),
      required: true,
      description: both("名前", "name"),
      example: "フレーム",
    },
    {
      key: "note",
      kind: "text",
      maxLength: 20,
      multiline: true,
      header: both("備考", "Note"),
      description: both("備考", "note"),
      example: "",
    },
    {
      key: "leadTimeDays",
      kind: "integer",
      min: "0",
      max: "999",
      header: both("リードタイム（日）", "Lead time (days)"),
      description: both("日数", "days"),
      example: "5",
    },
    {
      key: "weight",
      kind: "decimal",
      decimals: 3,
      header: both("重量", "Weight"),
      description: both("kg", "kg"),
      example: "1.25",
    },
    {
      key: "costYen",
      kind: "yen",
      header: both("標準原価", "Standard cost"),
      description: both("円", "yen"),
      example: "1,200",
    },
    {
      key: "validOn",
      kind: "date",
      header: both("適用日", "Valid from"),
      description: both("日付", "date"),
      example: "2026/11/23",
    },
    {
      key: "isLotTracked",
      kind: "boolean",
      header: both("ロット管理", "Lot tracked"),
      description: both("○か×", "yes or no"),
      example: "○",
    },
    {
      key: "supply",
      kind: "enum",
      words: { make: both("内作", "make"), buy: { ...both("購入", "buy"), aliases: ["買"] } },
      header: both("手配区分", "Supply"),
      description: both("どう手配するか", "how it is procured"),
      example: "内作",
    },
  ],
  naturalKey: ["code"],
});
type Item = TableRowOf<typeof items>;
const column = (key: keyof Item) => items.columns.find((column) => column.key === key) as ColumnSpec;
const HEADER = ["品目コード", "品名"];

describe("what people type into a cell", () => {
  const cases: [keyof Item, string, unknown][] = [
    ["code", " ＦＲ－１００ ", "FR-100"],
    ["code", "図①㈱", "図①㈱"],
    ["code", "00123", "00123"],
    ["name", "髙橋製作所㈱ 𠮷", "髙橋製作所㈱ 𠮷"],
    ["name", "か\u3099ラス", "がラス"],
    ["leadTimeDays", "１０", 10],
    ["leadTimeDays", "5.0", 5],
    ["weight", "1,234.500", "1234.5"],
    ["weight", "△１．５", "-1.5"],
    ["weight", "−0", "0"],
    ["weight", ".5", "0.5"],
    ["costYen", "¥1,234,567", "1234567"],
    ["costYen", "\\1,200", "1200"],
    ["costYen", "▲ 1,200円", "-1200"],
    ["costYen", "(300)", "-300"],
    ["costYen", "-￥300", "-300"],
    ["isLotTracked", "はい", true],
    ["isLotTracked", "〇", true],
    ["isLotTracked", "ＴＲＵＥ", true],
    ["isLotTracked", "×", false],
    ["isLotTracked", "0", false],
    ["supply", "購 入", "buy"],
    ["supply", "MAKE", "make"],
    ["supply", "買", "buy"],
    ["note", "", null],
    ["note", "一\r\n二", "一\n二"],
  ];
  test.each(cases)("%s: %s is understood", (key, text, value) =>
    expect(readCell(column(key), text, "ja")).toEqual({ ok: true, value }),
  );

  const wrong: [keyof Item, string, string][] = [
    ["code", "　", "CELL_REQUIRED"],
    ["code", "#N/A", "CELL_IS_ERROR"],
    ["code", "A\nB", "TEXT_HAS_LINE_BREAK"],
    ["code", "x".repeat(41), "TEXT_TOO_LONG"],
    ["name", "a\u0000b", "TEXT_HAS_CONTROL_CHARACTER"],
    ["name", "a\ud842b", "TEXT_HAS_CONTROL_CHARACTER"],
    ["leadTimeDays", "五", "NUMBER_INVALID"],
    ["leadTimeDays", "1.5", "NUMBER_NOT_WHOLE"],
    ["leadTimeDays", "-1", "NUMBER_TOO_SMALL"],
    ["leadTimeDays", "1000", "NUMBER_TOO_LARGE"],
    ["weight", "1,23", "NUMBER_INVALID"],
    ["weight", "1.2345", "TOO_MANY_DECIMALS"],
    ["weight", "1.23E+11", "NUMBER_SHORTENED"],
    ["weight", "1234567890123", "NUMBER_TOO_LARGE"],
    ["weight", "--1", "NUMBER_INVALID"],
    ["costYen", "1.5", "NUMBER_NOT_WHOLE"],
    ["validOn", "11/23", "DATE_INVALID"],
    ["isLotTracked", "たぶん", "BOOLEAN_INVALID"],
    ["supply", "外注", "WORD_UNKNOWN"],
  ];
  test.each(wrong)("%s: %j is refused as %s (%s)", (key, text, code) =>
    expect(readCell(column(key), text, "ja")).toMatchObject({ ok: false, code }),
  );
  test("twenty letters outside the basic plane are twenty, not forty", () =>
    expect(readCell(column("note"), "𠮷".repeat(20), "ja").ok).toBe(true));
  test("the words allowed are named in the reader's language", () =>
    expect(readCell(column("supply"), "?", "en")).toMatchObject({ values: { allowed: "make, buy" } }));
});

describe("days as Japanese offices write them", () => {
  const days = [
    "2026/11/23",
    "2026-11-23",
    "2026.11.23",
    "2026年11月23日",
    "20261123",
    "令和8年11月23日",
    "R8.11.23",
    "Ｒ８／１１／２３",
  ];
  const more = [
    "r8-11-23",
    "㋿8年11月23日",
    "46349",
    "2026/11/23 0:00",
    "2026-11-23T00:00:00",
    "2026/11/23(月)",
    "平成38年11月23日",
  ];
  test.each([...days, ...more])("%s is 23 November 2026", (text) => expect(parseDate(text)).toBe("2026-11-23"));
  test.each([
    ["令和元年5月1日", "2019-05-01"],
    ["H31.4.30", "2019-04-30"],
    ["S64/1/7", "1989-01-07"],
    ["2024/2/29", "2024-02-29"],
  ])("%s is %s", (text, date) => expect(parseDate(text)).toBe(date));
  const none = [
    "2026/2/29",
    "2026/13/1",
    "26/11/23",
    "11/23/2026",
    "R1.4.30",
    "R0.5.1",
    "2026/11/23(火)",
    "2026/11-23",
  ];
  test.each([...none, "2026/11/23 10:30", "明日", "2026"])("%s is no day we would guess", (text) =>
    expect(parseDate(text)).toBeNull(),
  );
  test("a spreadsheet counts 1 March 1900 as day 61", () => expect(dateOfSerial(61)).toBe("1900-03-01"));
});

const text = (max: number) =>
  fc
    .string({ unit: "grapheme", maxLength: max })
    .map((raw) => readCell({ ...column("note"), required: false } as ColumnSpec, raw, "ja"))
    .filter((reading) => reading.ok)
    .map((reading) => (reading.ok ? (reading.value as string | null) : null));
const day = fc.integer({ min: 7_000, max: 80_000 }).map(dateOfSerial);
const exact = (decimals: number) =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: decimals }))
    .map(([units, places]) => {
      const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
      const fraction = places === 0 ? "" : digits.slice(-places).replace(/0+$/, "");
      const whole = (places === 0 ? digits : digits.slice(0, -places)).slice(-12).replace(/^0+(?=\d)/, "");
      const size = fraction === "" ? whole : `${whole}.${fraction}`;
      return units < 0n && size !== "0" ? `-${size}` : size;
    });
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const itemRow: fc.Arbitrary<Item> = fc.record({
  code: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
  name: fc.constantFrom("フレーム", "髙橋製作所㈱ 𠮷", "=1+1", "'引用", '"二重"', "a,b"),
  note: text(20),
  leadTimeDays: optional(fc.integer({ min: 0, max: 999 })),
  weight: optional(exact(3)),
  costYen: optional(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }).map(String)),
  validOn: optional(day),
  isLotTracked: optional(fc.boolean()),
  supply: optional(fc.constantFrom("make" as const, "buy" as const)),
});
const itemRows = fc.uniqueArray(itemRow, { minLength: 1, maxLength: 15, selector: (row) => row.code });

describe("a table", () => {
  test("that was written is read back as the same rows, in either language", () => {
    fc.assert(
      fc.property(itemRows, fc.constantFrom("ja", "en"), fc.constantFrom("ja", "en"), (rows, written, read) => {
        const reading = readTable(items, writeTable(items, rows, written), read);
        expect(reading.problems).toEqual([]);
        expect(reading.rows.map((row) => row.values)).toEqual(rows);
        for (const [index, row] of reading.rows.entries()) {
          expect(changedColumns(items, rows[index]!, row.values)).toEqual([]);
        }
      }),
    );
  });
  test("never throws and accounts for every row, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 11 }), { maxLength: 8 }), (cells) => {
        const table = [[...HEADER, "重量", "標準原価", "適用日", "ロット管理"], ...cells];
        const reading = readTable(items, table, "ja");
        const bad = new Set(
          reading.problems.filter((problem) => problem.blocks === "row").map((problem) => problem.line),
        );
        expect(reading.rows.length + bad.size).toBe(reading.rowCount);
      }),
    );
  });
  test("is found below a title, with headers in another order, width, case or name", () => {
    const cells = [["品目一覧表"], [], ["NAME", "品番 ＊"], ["フレーム", "A"]];
    const { rows, problems, columns } = readTable(items, cells, "ja");
    expect(problems).toEqual([]);
    expect(columns).toEqual(["name", "code"]);
    expect(rows).toEqual([{ line: 4, values: { code: "A", name: "フレーム" } }]);
  });
  test("keeps blank lines out and counts the lines of the file", () => {
    const { rows } = readTable(items, [HEADER, ["", ""], ["A", "a"], ["B", "b"]], "ja", { lines: [1, 2, 3, 7] });
    expect(rows.map((row) => row.line)).toEqual([3, 7]);
  });

  const shapes: [string, string[][], object][] = [
    [
      "no header is named with the columns wanted",
      [
        ["a", "b"],
        ["1", "2"],
      ],
      { code: "HEADER_NOT_FOUND", line: 1, values: { expected: "品目コード, 品名" }, blocks: "file" },
    ],
    [
      "a missing column blocks the file",
      [["品目コード"], ["A"]],
      { code: "COLUMN_MISSING", field: "name", column: "品名", blocks: "file" },
    ],
    [
      "an unknown column blocks the file",
      [
        [...HEADER, "色"],
        ["A", "a", "赤"],
      ],
      { code: "COLUMN_UNKNOWN", line: 1, cell: "色", blocks: "file" },
    ],
    [
      "a column that comes twice blocks the file",
      [
        [...HEADER, "品番"],
        ["A", "a", "B"],
      ],
      { code: "COLUMN_TWICE", field: "code", blocks: "file" },
    ],
    ["a header alone is no table", [HEADER], { code: "TABLE_WITHOUT_ROWS", blocks: "file" }],
    [
      "a cell beside the columns is not lost silently",
      [HEADER, ["A", "a", "100"]],
      { code: "CELL_OUTSIDE_TABLE", line: 2, column: "C", cell: "100", blocks: "row" },
    ],
    [
      "a number that comes twice names the first line",
      [HEADER, ["A", "a"], ["Ａ", "b"]],
      { code: "DUPLICATE_IN_FILE", line: 3, cell: "Ａ", values: { key: "A", firstLine: 2 }, blocks: "row" },
    ],
    [
      "a wrong cell is shown as it stood",
      [
        [...HEADER, "重量"],
        ["A", "a", "約１kg"],
      ],
      { code: "NUMBER_INVALID", line: 2, field: "weight", column: "重量", cell: "約１kg", blocks: "row" },
    ],
  ];
  test.each(shapes)("%s", (_, cells, problem) =>
    expect(readTable(items, cells, "ja").problems).toMatchObject([problem]),
  );

  test("goes on without unknown columns when told so, and still lists them", () => {
    const reading = readTable(
      items,
      [
        [...HEADER, "色"],
        ["A", "a", "赤"],
      ],
      "ja",
      { ignoreUnknownColumns: true },
    );
    expect(reading.problems).toMatchObject([{ code: "COLUMN_UNKNOWN", blocks: "nothing" }]);
    expect(reading.rows).toHaveLength(1);
  });
  test("lists a thousand problems and counts them all", () => {
    const reading = readTable(items, [HEADER, ...Array.from({ length: 3000 }, (_, i) => [`C${i}`, ""])], "ja");
    expect([reading.problems.length, reading.problemCount, reading.rows.length]).toEqual([1000, 3000, 0]);
  });
});

describe("a row that was read", () => {
  const row = readTable(
    items,
    [
      [...HEADER, "重量"],
      ["A", "フレーム", "１，０００"],
    ],
    "ja",
  ).rows[0] as TableRow<Item>;
  test("remembers what stood in the cell for problems found later", () => {
    const problem = problemAt(items, row, "en", {
      field: "weight",
      code: "UNIT_WITHOUT_CONVERSION",
      values: { unit: "kg" },
    });
    expect(problem).toMatchObject({
      line: 2,
      field: "weight",
      column: "Weight",
      cell: "１，０００",
      values: { unit: "kg" },
    });
  });
  test("changes only columns the file has and that differ", () => {
    const stored = { ...row.values, name: "枠", note: "残す" };
    expect(changedColumns(items, stored, row.values)).toEqual(["name"]);
  });
  test("from Shift_JIS does not change a dash that Shift_JIS cannot tell from its twin", () => {
    const stored = { ...row.values, name: "A—B〜C" };
    const read = { ...row.values, name: toShiftJisForms("A—B〜C") };
    expect(changedColumns(items, stored, read)).toEqual(["name"]);
    expect(changedColumns(items, stored, read, true)).toEqual([]);
  });
  test("is written with the words of the language", () => {
    expect(writeCell(column("isLotTracked"), true, "en")).toBe("yes");
    expect(writeCell(column("supply"), "buy", "ja")).toBe("購入");
    expect(writeCell(column("validOn"), "2026-11-23", "ja")).toBe("2026/11/23");
  });
});
