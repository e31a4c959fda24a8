import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatQuantity,
  formatUnit,
  formatYen,
  sumDecimals,
} from "./numbers.ts";

describe("a figure on the screen", () => {
  const cases = [
    { name: "has thousands separators", value: "1234567", shown: "1,234,567" },
    { name: "below zero carries a triangle", value: "-1234", shown: "△1,234" },
    { name: "of nothing carries none", value: "-0", shown: "0" },
    { name: "keeps its decimals and drops idle zeros", value: "12.500", shown: "12.5" },
    { name: "keeps six decimals", value: "0.000001", shown: "0.000001" },
    {
      name: "is exact beyond what a float can hold",
      value: "123456789012345678.25",
      shown: "123,456,789,012,345,678.25",
    },
    { name: "that is none is shown as typed", value: "約10", shown: "約10" },
  ];
  test.each(cases)("$name", ({ value, shown }) => expect(formatDecimal(value)).toBe(shown));

  test("may ask for decimals so that prices line up", () => expect(formatDecimal("148.5", 2)).toBe("148.50"));
  test("of yen comes from text or bigint alike", () =>
    expect([formatYen("-12000"), formatYen(-12000n)]).toEqual(["△12,000", "△12,000"]));
  test("of goods names its unit", () => expect(formatQuantity("1200", "個")).toBe("1,200 個"));
  test("as a share shows one decimal", () => expect(formatPercent("0.9523")).toBe("95.2%"));
  test("that was counted only so far says so", () => expect(formatCount(10_000, true)).toBe("10,000+"));
  test("read back without separators is the value again", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (yen) => {
        expect(formatYen(yen).replaceAll(",", "").replace("△", "-")).toBe(String(yen));
      }),
    );
  });
});

describe("a sum of figures", () => {
  const cases = [
    { name: "is exact in decimals", values: ["0.1", "0.2"], sum: "0.3" },
    { name: "of nothing is zero", values: [], sum: "0" },
    { name: "may cross zero", values: ["1.25", "-2"], sum: "-0.75" },
    { name: "leaves out what is no figure yet", values: ["3", "", "x"], sum: "3" },
    { name: "keeps whole numbers whole", values: ["1000", "2000"], sum: "3000" },
  ];
  test.each(cases)("$name", ({ values, sum }) => expect(sumDecimals(values)).toBe(sum));
});

test("EA is read as 個, every other unit as it is written", () => {
  expect([formatQuantity("1200", "EA"), formatQuantity("2.50", "KG"), formatUnit("個")]).toEqual([
    "1,200 個",
    "2.5 KG",
    "個",
  ]);
});
