import { describe, expect, test } from "vitest";
import { type OpenLine, scannedLines, thereFirst, usualQuantity } from "./hand-over.ts";

const line = (number: string, lineNumber: number, code: string, more: Partial<OpenLine> = {}): OpenLine =>
  ({ number, lineNumber, code, outsideNumber: "", lots: [], open: "5", available: "9", ...more }) as OpenLine;
const LOT = { lotId: "l", code: "L-7", placeId: "p", placeName: "倉庫", quantity: "5" };
const lines = [
  line("SO-000001", 1, "FR-40"),
  line("SO-000001", 2, "FK-40", { outsideNumber: "PO-000009", lots: [LOT] }),
  line("SO-000001-2", 1, "FR-40"),
];

describe("a scan names", () => {
  test.each([
    { name: "a line", text: "SO-000001-1", found: ["SO-000001-1"] },
    { name: "a line, before an order whose number reads the same", text: "SO-000001-2", found: ["SO-000001-2"] },
    { name: "an order", text: "so-000001 ", found: ["SO-000001-1", "SO-000001-2"] },
    { name: "the partner's order", text: "ＰＯ-000009", found: ["SO-000001-2"] },
    { name: "a lot", text: "L-7", found: ["SO-000001-2"] },
    { name: "an item", text: "FR-40", found: ["SO-000001-1", "SO-000001-2-1"] },
    { name: "nothing", text: "X", found: [] },
    { name: "nothing at all", text: " ", found: [] },
  ])("$name", ({ text, found }) =>
    expect(scannedLines(lines, text).map((one) => `${one.number}-${one.lineNumber}`)).toEqual(found),
  );
});

test.each([
  { open: "5", available: "9", usual: "5" },
  { open: "5", available: "3", usual: "3" },
  { open: "5", available: null, usual: "5" },
])("of $open open and $available there, $usual are handed over", ({ usual, ...facts }) =>
  expect(usualQuantity(facts)).toBe(usual),
);

test("what is in the stores stands first, in the order of its days", () =>
  expect(
    thereFirst([line("A", 1, "X", { available: "0" }), line("B", 1, "X"), line("C", 1, "X", { available: null })]).map(
      ({ number }) => number,
    ),
  ).toEqual(["B", "C", "A"]));
