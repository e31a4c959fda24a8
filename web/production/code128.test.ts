import { describe, expect, test } from "vitest";
import { CODE128_PATTERNS, code128 } from "./code128.ts";

describe("the barcode of a job card", () => {
  test("has 107 different symbols of 11 modules with an even number of dark ones, and a stop of 13", () => {
    expect(CODE128_PATTERNS.length).toBe(107);
    expect(new Set(CODE128_PATTERNS).size).toBe(107);
    for (const [index, pattern] of CODE128_PATTERNS.entries()) {
      const widths = [...pattern].map(Number);
      const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
      expect([index, sum(widths)]).toEqual([index, index === 106 ? 13 : 11]);
      if (index < 106) expect([index, sum(widths.filter((_one, at) => at % 2 === 0)) % 2]).toEqual([index, 0]);
    }
  });
  test("of a known text has the known check symbol", () => {
    // "PJJ123C" in set B: the worked example of the standard's literature, check value 54
    const { bars, width } = code128("PJJ123C");
    expect(width).toBe(10 * 11 - 11 + 13);
    const widths = Array.from({ length: 3 }, (_one, index) => bars[(1 + 7) * 3 + index]![1]);
    const pattern = CODE128_PATTERNS[54]!;
    expect(widths).toEqual([Number(pattern[0]), Number(pattern[2]), Number(pattern[4])]);
  });
  test("refuses what it cannot show", () => {
    expect(() => code128("指図")).toThrow();
  });
});
