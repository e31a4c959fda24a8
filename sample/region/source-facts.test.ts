import { describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { hasStandardCost } from "./pack-factors.ts";
import { WORK_LOCATIONS } from "./routings.ts";
import { madeLines } from "./sales-prices.ts";
import { SOURCE, STRUCTURE } from "./source.fixture.ts";

/** What the source holds, before any rule: if one of these changes, the rules of README.md stand on sand. */
const made = [...STRUCTURE.made.values()];
const parts = [...STRUCTURE.parts.values()];
const piecesAt = (isWanted: (location: number) => boolean) =>
  SOURCE.stock.filter(({ location }) => isWanted(location)).reduce((sum, { quantity }) => sum + quantity, 0);

describe("work", () => {
  test("seven locations work, seven store, and the stores hold 59 % of all pieces", () => {
    const working = [...SOURCE.locations.values()].filter(({ costRate }) => decimal(costRate).gt(0));
    expect(working.map(({ id }) => id)).toEqual([...WORK_LOCATIONS]);
    expect(SOURCE.locations.size - working.length).toBe(7);
    expect(Math.round((piecesAt((location) => location < 10) * 100) / piecesAt(() => true))).toBe(59);
  });
  test("135 of 239 made items have a routing, six of 79 frames among them", () => {
    const frames = made.filter(({ product }) => product.subcategory.endsWith("Frames"));
    expect(made).toHaveLength(239);
    expect(made.filter(({ product }) => SOURCE.routings.has(product.id))).toHaveLength(135);
    expect(frames).toHaveLength(79);
    expect(frames.filter(({ product }) => SOURCE.routings.has(product.id))).toHaveLength(6);
  });
  test("hours × cost rate is the planned cost of every step", () => {
    for (const steps of SOURCE.routings.values()) {
      for (const { location, hours, plannedCost } of steps) {
        const { costRate } = SOURCE.locations.get(location)!;
        expect(decimal(hours).times(costRate).toNumber()).toBe(Number(plannedCost));
      }
    }
  });
  test("hours are per order: one figure per location, whatever the item", () => {
    const hours = new Map<number, Set<string>>();
    for (const steps of SOURCE.routings.values()) {
      for (const step of steps) hours.set(step.location, (hours.get(step.location) ?? new Set()).add(step.hours));
    }
    expect([...hours.values()].every((figures) => figures.size === 1)).toBe(true);
    const assembledOnly = [...SOURCE.routings.values()].filter((steps) => steps.at(-1)!.location === 60);
    expect(assembledOnly.filter((steps) => steps.at(-1)!.hours === "4.0")).toHaveLength(101);
  });
});

describe("bills of material", () => {
  test("238 items have one, HL Road Frame - Black, 62 has none", () => {
    const without = made.filter(({ hasBillOfMaterial }) => !hasBillOfMaterial);
    expect(without.map(({ product }) => product.name)).toEqual(["HL Road Frame - Black, 62"]);
  });
  test("no item contains itself, and the deepest bill has five levels", () => {
    const levels = new Map<number, number>();
    const levelOf = (id: number, path: readonly number[]): number => {
      expect(path).not.toContain(id);
      const known = levels.get(id);
      if (known !== undefined) return known;
      const item = STRUCTURE.made.get(id);
      const below = (item?.steps ?? []).flatMap(({ components }) => components.map(({ productId }) => productId));
      const level = 1 + Math.max(0, ...below.map((component) => levelOf(component, [...path, id])));
      levels.set(id, level);
      return level;
    };
    expect(Math.max(...made.map(({ product }) => levelOf(product.id, [])))).toBe(5);
  });
  test("87 parts are bought for them, 58 of those and 18 assemblies without a standard cost", () => {
    expect(parts).toHaveLength(87);
    expect(parts.filter(({ product }) => !hasStandardCost(product))).toHaveLength(58);
    const assemblies = made.filter(({ hasBillOfMaterial }) => hasBillOfMaterial);
    expect(assemblies.filter(({ product }) => !hasStandardCost(product))).toHaveLength(18);
  });
});

describe("vendors", () => {
  test("306 of 460 prices are not per piece, and 66 of 104 vendors sell parts of a bill", () => {
    expect(SOURCE.vendorPrices).toHaveLength(460);
    expect(SOURCE.vendorPrices.filter(({ unit }) => unit !== "EA")).toHaveLength(306);
    const vendors = new Set(parts.flatMap(({ vendorPrices }) => vendorPrices.map(({ vendorId }) => vendorId)));
    expect(SOURCE.vendors.size).toBe(104);
    expect(vendors.size).toBe(66);
  });
  test("line total is quantity × price, stocked is received less rejected", () => {
    for (const { ordered, unitPrice, lineTotal, received, rejected, stocked } of SOURCE.purchaseLines) {
      expect(decimal(ordered).times(unitPrice).minus(lineTotal).abs().lt("0.01")).toBe(true);
      expect(decimal(received).minus(rejected).eq(stocked)).toBe(true);
    }
  });
  test("past purchases brought 1.26 million pieces against 75,854 parts on hand", () => {
    const received = SOURCE.purchaseLines.reduce((sum, line) => sum.plus(line.received), decimal(0));
    expect(received.toNumber()).toBe(1_258_865);
    const onHand = SOURCE.stock.filter(({ productId }) => STRUCTURE.parts.has(productId));
    expect(onHand.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(75_854);
  });
});

describe("orders", () => {
  test("327 of 542 lines are made items: 89 frames, 200 bicycles, 38 parts, in 26 of 32 orders", () => {
    const lines = madeLines(SOURCE);
    const subcategoryOf = (productId: number) => SOURCE.products.get(productId)!.subcategory;
    const frames = lines.filter(({ productId }) => subcategoryOf(productId).endsWith("Frames"));
    const bicycles = lines.filter(({ productId }) => subcategoryOf(productId).endsWith("Bikes"));
    expect(SOURCE.salesLines).toHaveLength(542);
    expect(SOURCE.salesOrders).toHaveLength(32);
    expect([lines.length, frames.length, bicycles.length]).toEqual([327, 89, 200]);
    expect(lines.length - frames.length - bicycles.length).toBe(38);
    expect(new Set(lines.map(({ orderId }) => orderId)).size).toBe(26);
  });
  test("the full stock of the data would cover 75 of the 103 items ordered", () => {
    const ordered = new Map<number, number>();
    for (const { productId, quantity } of madeLines(SOURCE)) {
      ordered.set(productId, (ordered.get(productId) ?? 0) + quantity);
    }
    const onHand = (id: number) =>
      SOURCE.stock.filter(({ productId }) => productId === id).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(ordered.size).toBe(103);
    expect([...ordered].filter(([id, count]) => onHand(id) >= count)).toHaveLength(75);
  });
});
