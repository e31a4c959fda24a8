import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { abnormalScrap, appliedCostYen, completionCostYen, unitCostText } from "./order-cost.ts";

describe("cost of an order", () => {
  test.each([
    { minutes: "90", rate: "3000", expected: 4500n },
    { minutes: "1", rate: "2725.5", expected: 45n },
    { minutes: "0.5", rate: "60", expected: 1n },
  ])("$minutes minutes at $rate yen an hour cost $expected", ({ minutes, rate, expected }) =>
    expect(appliedCostYen(decimal(minutes), decimal(rate))).toBe(expected),
  );

  test("good pieces take their share and the last report takes what is left", () => {
    const first = completionCostYen(1000n, decimal(1), decimal(2));
    const second = completionCostYen(1000n - first, decimal(1), decimal(1));
    const last = completionCostYen(1000n - first - second, decimal(1), decimal(0));
    expect([first, second, last]).toEqual([333n, 333n, 334n]);
  });
  test("an order that is finished holds nothing, in however many reports", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
        (costYen, reports) => {
          let heldYen = costYen;
          reports.forEach((good, index) => {
            const open = reports.slice(index + 1).reduce((sum, quantity) => sum + quantity, 0);
            const takenYen = completionCostYen(heldYen, decimal(good), decimal(open));
            expect(takenYen >= 0n && takenYen <= heldYen).toBe(true);
            heldYen -= takenYen;
          });
          expect(heldYen).toBe(0n);
        },
      ),
    );
  });

  const scrap = [
    { name: "within the normal rate there is no loss", scrapped: "5", rate: "0.05", quantity: "0", lossYen: 0n },
    {
      name: "three beyond five normal of a hundred: 3/95 of the cost",
      scrapped: "8",
      rate: "0.05",
      quantity: "3",
      lossYen: 300n,
    },
    { name: "no scrap is normal", scrapped: "10", rate: "0", quantity: "10", lossYen: 950n },
  ];
  test.each(scrap)("$name", ({ scrapped, rate, quantity, lossYen }) => {
    const result = abnormalScrap({
      heldYen: 9_500n,
      startedQuantity: decimal(100),
      scrappedQuantity: decimal(scrapped),
      normalScrapRate: decimal(rate),
    });
    expect(result.abnormalQuantity.toFixed()).toBe(quantity);
    expect(result.lossYen).toBe(lossYen);
  });
  test("a unit cost is for reading", () => {
    expect(unitCostText(100n, decimal(3))).toBe("33.3333");
    expect(unitCostText(0n, decimal(0))).toBe("0");
  });
});
