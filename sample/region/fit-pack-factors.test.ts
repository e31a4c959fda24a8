import { describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { type FitInput, fitPackFactors } from "./fit-pack-factors.ts";
import { hasStandardCost, PACK_CLASSES, type PackClass, TRADE_RATE } from "./pack-factors.ts";
import { dollarsOf, fitInput, rollUpCosts } from "./rolled-up-cost.ts";
import { hoursPerOrder } from "./routings.ts";
import { catalogue, madeLines, YEN_PER_DOLLAR } from "./sales-prices.ts";
import { SOURCE, STRUCTURE } from "./source.fixture.ts";
import type { BoughtPart, MadeStep } from "./structure.ts";
import type { LotFacts } from "./usual-lot.ts";

const perClass = (amounts: Partial<Record<PackClass, number>>) =>
  new Map(Object.entries(amounts) as [PackClass, number][]);

describe("fitting pack contents", () => {
  test("a factor that explains the target exactly is found", () => {
    const input: FitInput = {
      targets: [{ fixed: 10, perClass: perClass({ nipple: 50 }), target: 15 }],
      limits: [],
    };
    const fit = fitPackFactors(input);
    expect(fit.contents.get("nipple")).toBe(10);
    expect(fit.relativeError).toBeLessThan(1e-6);
  });
  test("a limit holds even where the targets ask for more", () => {
    const cost = { fixed: 10, perClass: perClass({ metal: 12 }) };
    const fit = fitPackFactors({ targets: [{ ...cost, target: 30 }], limits: [{ ...cost, limit: 14 }] });
    expect(fit.contents.get("metal")).toBe(3);
  });
  test("bounds hold", () => {
    const fit = fitPackFactors({ targets: [{ fixed: 10, perClass: perClass({ tape: 40 }), target: 99 }], limits: [] });
    expect(fit.contents.get("tape")).toBe(40);
  });
});

/** Made lines whose price in the data is below a cost rolled up some other way; dollars. */
function linesBelow(dollarsOfPart: (part: BoughtPart) => number, lotOf: (lot: LotFacts) => number): number {
  const known = new Map<number, number>();
  const costOf = (id: number): number => {
    const part = STRUCTURE.parts.get(id);
    if (part) return dollarsOfPart(part);
    const cost = known.get(id) ?? STRUCTURE.made.get(id)!.steps.reduce((sum, step) => sum + costOfStep(id, step), 0);
    known.set(id, cost);
    return cost;
  };
  const costOfStep = (id: number, { location, components }: MadeStep) => {
    const hours = hoursPerOrder(SOURCE, location).toNumber() / lotOf(STRUCTURE.made.get(id)!.lot);
    return components
      .filter(({ validTo }) => validTo === null)
      .reduce((sum, c) => sum + costOf(c.productId) * c.quantity.toNumber(), hours * rateAt(location));
  };
  return madeLines(SOURCE).filter(({ productId, unitPrice }) => Number(unitPrice) < costOf(productId)).length;
}
const rateAt = (location: number) => Number(SOURCE.locations.get(location)!.costRate);

describe("why contents and lots are needed", () => {
  const oneToOne = ({ vendorPrices }: BoughtPart) => Number(vendorPrices[0].standardPrice);
  test("taken one to one, 292 of the 327 lines cost more than they bring", () => {
    expect(linesBelow(oneToOne, (lot) => lot.usualLotCount)).toBe(292);
  });
  test("with hours over the plain median of the orders, 190 would, even if all parts without a standard cost were free", () => {
    const freeParts = (part: BoughtPart) => (hasStandardCost(part.product) ? Number(part.product.standardCost) : 0);
    expect(linesBelow(freeParts, (lot) => lot.middleOrderCount)).toBe(190);
  });
});

describe("the assumed contents", () => {
  const input = fitInput(SOURCE, STRUCTURE);
  const fit = fitPackFactors(input);
  test("are what the fit of 220 items gives", () => {
    expect(input.targets).toHaveLength(220);
    expect([...fit.contents]).toEqual(PACK_CLASSES.map(({ code, contents }) => [code, contents]));
  });
  test("leave the rolled-up cost as far from the standard cost as README.md says", () => {
    expect(fit.relativeError.toFixed(2)).toBe("0.76");
    expect(fit.totalRatio.toFixed(2)).toBe("0.27");
  });
  test("the trade rate is standard cost ÷ standard price of the 19 brakes, saddles, pedals and the chain", () => {
    const known = [...STRUCTURE.parts.values()].filter(
      ({ product }) => hasStandardCost(product) && product.subcategory !== "Tires and Tubes",
    );
    expect(known).toHaveLength(19);
    for (const { product, vendorPrices } of known) {
      const rate = decimal(product.standardCost).div(vendorPrices[0].standardPrice);
      expect(rate.minus(TRADE_RATE).abs().lt("0.0002"), product.name).toBe(true);
    }
  });
  test("of the 327 lines only the 19 of the model sold off bring less than their rolled-up cost", () => {
    const costs = rollUpCosts(SOURCE, STRUCTURE);
    const offers = new Map(catalogue(SOURCE, STRUCTURE).map((offer) => [offer.item.product.id, offer]));
    const losing = SOURCE.salesLines.filter(({ productId }) => {
      const offer = offers.get(productId);
      return offer !== undefined && dollarsOf(costs.get(productId)!).times(YEN_PER_DOLLAR).gt(String(offer.netYen));
    });
    expect(losing).toHaveLength(19);
    expect(losing.every(({ productId, discount }) => offers.get(productId)!.isClearance && discount === "0.40")).toBe(
      true,
    );
  });
});
