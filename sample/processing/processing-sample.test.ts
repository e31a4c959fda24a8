import { describe, expect, test } from "vitest";
import { addDays, decimal } from "../../domain/shared/index.ts";
import { costAfter, workshopCost } from "./parts.ts";
import { buildProcessingSample } from "./processing-sample.ts";
import { MACHINED_PARTS } from "./products.ts";

const TODAY = "2026-11-24";
const sample = buildProcessingSample(TODAY);
const [window, ...workshops] = sample.companies;

test("the sample says that it is invented", () => {
  expect(sample.isInvented).toBe(true);
  expect(sample.nameEn).toContain("invented");
});

describe("form processing", () => {
  test("every step is done outside, on material or a stage the window owns and issues free of charge", () => {
    const owned = new Set(window!.items.filter(({ isStocked }) => isStocked).map(({ code }) => code));
    for (const rule of sample.dispatchRules) {
      expect(rule.form).toBe("processing");
      for (const { memberCode, code, yield: stepYield } of rule.steps) {
        const agreement = sample.agreements.find((a) => a.sellerCompanyCode === memberCode)!;
        const line = agreement.lines.find((candidate) => candidate.code === code)!;
        expect(line.form).toBe("processing");
        expect(line.freeIssue.every(({ itemCode }) => owned.has(itemCode))).toBe(true);
        expect(decimal(stepYield).lt(1)).toBe(true);
      }
    }
  });
  test("workshops keep no stock of what they process", () => {
    for (const { items, openingStock } of workshops) {
      expect(items.every(({ isStocked, category }) => !isStocked && category === "processing")).toBe(true);
      expect(openingStock).toEqual([]);
    }
  });
  test("each routing operation names the workshop and the processing it sells", () => {
    const partners = new Set(window!.partners.map(({ code }) => code));
    const items = new Set(window!.items.map(({ code }) => code));
    for (const operation of window!.routingOperations) {
      expect(operation.workCenterCode).toBeNull();
      expect(partners.has(operation.subcontractPartnerCode!)).toBe(true);
      expect(items.has(operation.subcontractItemCode!)).toBe(true);
    }
  });
});

describe("prices", () => {
  test("every fee covers what the step costs the workshop", () => {
    for (const { steps } of MACHINED_PARTS)
      for (const step of steps) expect(workshopCost(step).lt(step.feeYen)).toBe(true);
  });
  test("every price leaves the window at least five per cent over steel and fees with yields", () => {
    for (const part of MACHINED_PARTS) {
      const cost = costAfter(part, part.steps.at(-1)!);
      expect(cost.div(part.priceYen).lt("0.95"), part.code).toBe(true);
    }
  });
  test("the shaft costs what one works out by hand", () => {
    // steel 2.2 kg × 182 = 400.4; ÷ 0.985 + 980 = 1,386.497462; ÷ 0.995 + 240 = 1,633.464786; ÷ 0.99 + 330 = 1,979.964430
    const shaft = MACHINED_PARTS[0]!;
    expect(costAfter(shaft, shaft.steps.at(-1)!).toFixed(4)).toBe("1979.9644");
  });
});

describe("orders", () => {
  test("the newest is of yesterday, none is older than the books, and steps fit before every due date", () => {
    const orderedOn = sample.salesOrders.map((order) => order.orderedOn).sort();
    expect(orderedOn.at(-1)).toBe(addDays(TODAY, -1));
    for (const today of ["2026-11-24", "2026-11-01", "2027-03-05"]) {
      const { openingOn, salesOrders } = buildProcessingSample(today);
      expect(salesOrders.every((order) => order.orderedOn >= openingOn)).toBe(true);
    }
    const days = Math.max(
      ...MACHINED_PARTS.map(({ steps }) => steps.reduce((sum, { leadTimeDays }) => sum + leadTimeDays, 0)),
    );
    expect(sample.salesOrders.every(({ wantedOn }) => addDays(TODAY, days) <= wantedOn)).toBe(true);
  });
  test("opening steel is enough for all of them, with yields", () => {
    const needed = new Map<string, number>();
    for (const { itemCode, quantity } of sample.salesOrders.flatMap(({ lines }) => lines)) {
      const { material, steps } = MACHINED_PARTS.find(({ code }) => code === itemCode)!;
      const pieces = steps.reduceRight((count, step) => Math.ceil(count / Number(step.yield)), Number(quantity));
      needed.set(material.code, (needed.get(material.code) ?? 0) + pieces * Number(material.kilogramsPerPiece));
    }
    for (const { itemCode, quantity } of window!.openingStock) {
      expect(Number(quantity), itemCode).toBeGreaterThanOrEqual(needed.get(itemCode) ?? 0);
    }
  });
});
