import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";

const cases = [
  {
    name: "plain rows",
    text: "a,b\n1,2\n3,\n",
    rows: [
      { a: "1", b: "2" },
      { a: "3", b: "" },
    ],
  },
  { name: "a quoted comma", text: 'a,b\n"x, y",2\n', rows: [{ a: "x, y", b: "2" }] },
  { name: "a doubled quote", text: 'a\n"5"" bar"\n', rows: [{ a: '5" bar' }] },
  { name: "Windows line ends and a mark at the front", text: "\ufeffa,b\r\n1,2\r\n", rows: [{ a: "1", b: "2" }] },
  { name: "no rows", text: "a,b\n", rows: [] },
  { name: "nothing", text: "", rows: [] },
];
test.each(cases)("$name", ({ text, rows }) => expect(parseCsv(text)).toEqual(rows));

test("a row of the wrong length names its line", () => {
  expect(() => parseCsv("a,b\n1,2\n3\n")).toThrow("row 3 has 1 of 2 fields");
});

test("what is written quoted is read back", () => {
  const field = fc.string().filter((text) => !text.includes("\r"));
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['"a","b"', ...rows.map((row) => row.map(quote).join(","))].join("\n");
      expect(parseCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
    }),
  );
});
