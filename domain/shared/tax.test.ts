import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TAX_CATEGORIES, taxInsideGrossYen, taxOfDocument, taxOnNetYen } from "./tax.ts";

describe("tax of a total", () => {
  const cases = [
    { netYen: 1001n, category: "taxable_10", down: 100n, up: 101n },
    { netYen: 999n, category: "reduced_8", down: 79n, up: 80n },
    { netYen: 12345n, category: "taxable_10", down: 1234n, up: 1235n },
    { netYen: 105n, category: "reduced_8", down: 8n, up: 9n },
    { netYen: -1001n, category: "taxable_10", down: -100n, up: -101n },
    { netYen: 500n, category: "exempt", down: 0n, up: 0n },
  ] as const;
  test.each(cases)("$netYen yen of $category: $down down, $up up", ({ netYen, category, down, up }) => {
    expect(taxOnNetYen(netYen, category, "down")).toBe(down);
    expect(taxOnNetYen(netYen, category, "up")).toBe(up);
  });
  test("half a yen of tax goes up when the issuer rounds half up", () => {
    expect(taxOnNetYen(1005n, "taxable_10", "half_up")).toBe(101n);
    expect(taxOnNetYen(1004n, "taxable_10", "half_up")).toBe(100n);
  });
  test("a total with tax contains 10/110 or 8/108 of it", () => {
    expect(taxInsideGrossYen(110_000n, "taxable_10", "down")).toBe(10_000n);
    expect(taxInsideGrossYen(108n, "reduced_8", "down")).toBe(8n);
    expect(taxInsideGrossYen(100n, "taxable_10", "down")).toBe(9n);
  });
});

describe("tax of a document", () => {
  test("three lines of 105 yen bear 31 yen, not three times 10", () => {
    const line = { taxCategory: "taxable_10", amountYen: 105n } as const;
    expect(taxOfDocument([line, line, line], "down")).toEqual([
      { taxCategory: "taxable_10", netYen: 315n, taxYen: 31n },
    ]);
  });
  test("each rate is rounded once and the total of the document stays the sum of its lines", () => {
    const lines = fc.array(
      fc.record({
        taxCategory: fc.constantFrom(...TAX_CATEGORIES),
        amountYen: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      }),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom("down", "half_up", "up"), (document, rounding) => {
        const totals = taxOfDocument(document, rounding);
        expect(totals.reduce((sum, total) => sum + total.netYen, 0n)).toBe(
          document.reduce((sum, line) => sum + line.amountYen, 0n),
        );
        for (const total of totals) {
          const exactTimes100 =
            total.netYen *
            { taxable_10: 10n, reduced_8: 8n, exempt: 0n, export_free: 0n, out_of_scope: 0n }[total.taxCategory];
          const off = total.taxYen * 100n - exactTimes100;
          expect(off > -100n && off < 100n).toBe(true);
        }
      }),
    );
  });
});
