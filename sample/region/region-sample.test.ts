import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, decimal } from "../../domain/shared/index.ts";
import type { CompanyRows } from "../records.ts";
import { chainCost, chainOf } from "./chains.ts";
import { MEMBERS, WINDOW } from "./companies.ts";
import { priceRegion } from "./company-costs.ts";
import { openingCount, whereKept } from "./opening-stock.ts";
import { buildRegionSample } from "./region-sample.ts";
import { withoutFee } from "./sales-prices.ts";
import { SOURCE, STRUCTURE } from "./source.fixture.ts";
import { usageOf } from "./usage.ts";

const TODAY = "2026-11-24";
const sample = buildRegionSample(SOURCE, TODAY);
const prices = priceRegion(SOURCE, STRUCTURE);
const rowsOf = (code: string): CompanyRows => sample.companies.find(({ company }) => company.code === code)!;
const member = (location: number) => rowsOf(MEMBERS.find((company) => company.location === location)!.code);
const itemOf = (rows: CompanyRows, code: string) => rows.items.find((item) => item.code === code);

describe("the companies", () => {
  test("are seven members, one per work location, and a window that makes nothing", () => {
    expect(sample.companies).toHaveLength(8);
    expect(sample.group.members).toHaveLength(7);
    expect(sample.group.windowCompanyCode).toBe(WINDOW.code);
    expect(rowsOf(WINDOW.code).routingOperations).toHaveLength(0);
  });
  test("buy from 66 suppliers, three of them no longer active", () => {
    const suppliers = new Map(
      sample.companies
        .flatMap(({ partners }) =>
          partners.filter(({ isSupplier, linkedCompanyCode }) => isSupplier && linkedCompanyCode === null),
        )
        .map((partner) => [partner.code, partner]),
    );
    expect(suppliers.size).toBe(66);
    expect(new Set([...suppliers.values()].map(({ name }) => name)).size).toBe(66);
    expect([...suppliers.values()].filter(({ isActive }) => !isActive)).toHaveLength(3);
  });
  test("an item that is made belongs to the member of its last operation, and to no other", () => {
    for (const { product, owner } of STRUCTURE.made.values()) {
      const makers = sample.companies.filter((rows) => itemOf(rows, product.number)?.supply === "make");
      expect(makers.map(({ company }) => company.code)).toEqual([member(owner).company.code]);
    }
  });
  test("work centres cost what the data says, at 150 yen to the dollar", () => {
    const rates = sample.companies.flatMap(({ workCenters }) => workCenters.map((center) => center.costRateYenPerHour));
    expect(rates).toEqual(["3375", "3750", "2175", "2362.5", "2700", "1837.5", "1837.5"]);
  });
});

describe("every reference resolves", () => {
  test.each(sample.companies.map((rows) => ({ code: rows.company.code, rows })))("$code", ({ rows }) => {
    const partners = new Set(rows.partners.map(({ code }) => code));
    const items = new Set(rows.items.map(({ code }) => code));
    const units = new Set(rows.units.map(({ code }) => code));
    const places = new Set(rows.places.map(({ code }) => code));
    const centers = new Set(rows.workCenters.map(({ code }) => code));
    expect(items.size).toBe(rows.items.length);
    expect(partners.size).toBe(rows.partners.length);
    const missing = [
      ...rows.items.flatMap((item) => [
        !units.has(item.unit) && item.unit,
        item.purchaseUnit !== null && !units.has(item.purchaseUnit) && item.purchaseUnit,
        (item.purchaseUnit === null) !== (item.purchaseFactor === null) && item.code,
        item.purchasePartnerCode !== null && !partners.has(item.purchasePartnerCode) && item.purchasePartnerCode,
      ]),
      ...rows.billOfMaterialLines.flatMap((line) => [
        !items.has(line.parentCode) && line.parentCode,
        !items.has(line.componentCode) && line.componentCode,
      ]),
      ...rows.routingOperations.flatMap((operation) => [
        !items.has(operation.itemCode) && operation.itemCode,
        !centers.has(operation.workCenterCode!) && operation.workCenterCode,
      ]),
      ...rows.openingStock.flatMap((row) => [
        !items.has(row.itemCode) && row.itemCode,
        !places.has(row.placeCode) && row.placeCode,
      ]),
      ...[...rows.supplierPrices, ...rows.purchaseHistory].flatMap((row) => [
        !items.has(row.itemCode) && row.itemCode,
        !partners.has(row.partnerCode) && row.partnerCode,
        !units.has(row.unit) && row.unit,
      ]),
    ].filter((code) => code !== false);
    expect(missing).toEqual([]);
  });
  test("agreements name items both sides keep, and each pair has one agreement", () => {
    const pairs = sample.agreements.map((a) => `${a.sellerCompanyCode}-${a.buyerCompanyCode ?? a.buyerPartnerCode}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { sellerCompanyCode, buyerCompanyCode, buyerPartnerCode, lines } of sample.agreements) {
      const seller = rowsOf(sellerCompanyCode);
      expect(seller.partners.some(({ code }) => code === (buyerCompanyCode ?? buyerPartnerCode))).toBe(true);
      expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length);
      for (const line of lines) {
        expect(itemOf(seller, line.sellerItemCode), line.code).toBeDefined();
        if (buyerCompanyCode) expect(itemOf(rowsOf(buyerCompanyCode), line.buyerItemCode!), line.code).toBeDefined();
      }
    }
  });
  test("what a member buys from a member stands in their agreement at the price on its item", () => {
    for (const rows of sample.companies) {
      for (const item of rows.items.filter(
        ({ supply, purchasePartnerCode }) => supply === "buy" && purchasePartnerCode,
      )) {
        const card = rows.partners.find(({ code }) => code === item.purchasePartnerCode)!;
        if (card.linkedCompanyCode === null) continue;
        const line = sample.agreements
          .find((a) => a.sellerCompanyCode === card.linkedCompanyCode && a.buyerCompanyCode === rows.company.code)
          ?.lines.find(({ code }) => code === item.code);
        expect(line?.prices[0]?.unitPrice, item.code).toBe(item.purchasePrice);
      }
    }
  });
  test("users belong to companies that exist; e-mails are unique and of no real domain", () => {
    const emails = sample.users.map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((email) => email.endsWith(".example"))).toBe(true);
    expect(new Set(sample.users.map(({ name }) => name)).size).toBe(sample.users.length);
    for (const { memberships } of sample.users) for (const { companyCode } of memberships) rowsOf(companyCode);
    expect(sample.users.find(({ email }) => email.startsWith("kyodo-keiri"))!.memberships).toHaveLength(3);
  });
});

describe("bills of material and stages", () => {
  test("every item that crosses members has a stage item per step, and takes in the stage before", () => {
    for (const { steps } of STRUCTURE.made.values()) {
      steps.forEach((step, at) => {
        const rows = member(step.location);
        const into = rows.billOfMaterialLines.filter(({ parentCode }) => parentCode === step.itemCode);
        const before = steps[at - 1];
        if (before) expect(into.map(({ componentCode }) => componentCode)).toContain(before.itemCode);
      });
    }
    expect(
      sample.companies
        .flatMap(({ items }) => items)
        .filter(({ supply, category }) => supply === "make" && category === "stage"),
    ).toHaveLength(419);
  });
  test("tubes go in at forming, paint at the paint shops, decals and the fork at subassembly", () => {
    const takenBy = (prefix: string) =>
      sample.companies
        .filter(({ billOfMaterialLines }) =>
          billOfMaterialLines.some(({ componentCode }) => componentCode.startsWith(prefix)),
        )
        .map(({ company }) => company.process);
    expect(takenBy("DT-2377")).toEqual(["成形"]);
    expect(takenBy("PA-")).toEqual(["塗装", "特殊塗装"]);
    expect(takenBy("DC-")).toEqual(["部品組立"]);
    expect(takenBy("FK-9939")).toEqual(["部品組立"]);
  });
  test("the item without a bill of material is kept, offered, and has no dispatch rule", () => {
    const code = "FR-R92B-62";
    const rows = member(60);
    expect(itemOf(rows, code)?.supply).toBe("make");
    expect(rows.billOfMaterialLines.filter(({ parentCode }) => parentCode === code)).toEqual([]);
    expect(itemOf(rowsOf(WINDOW.code), code)).toBeDefined();
    expect(sample.dispatchRules.some(({ itemCode }) => itemCode === code)).toBe(false);
  });
  test("every bicycle has exactly one frame, and only frames are dispatched as components", () => {
    const dispatched = new Set(
      sample.companies
        .flatMap(({ items }) => items)
        .filter((i) => i.isDispatched)
        .map((i) => i.code),
    );
    expect(dispatched.size).toBe(79);
    for (const { product } of STRUCTURE.made.values()) {
      if (!product.subcategory.endsWith("Bikes")) continue;
      const frames = member(60).billOfMaterialLines.filter(
        (line) => line.parentCode === product.number && line.validTo === null && dispatched.has(line.componentCode),
      );
      expect(frames, product.name).toHaveLength(1);
    }
  });
});

describe("names", () => {
  test("are Japanese throughout, with a reading in kana", () => {
    for (const { items, partners } of sample.companies) {
      for (const { name, kana } of [...items, ...partners]) {
        expect(name.replaceAll(/HL|ML|LL|BB|-W/g, ""), name).not.toMatch(/[A-Za-z]/);
        expect(kana, name).toMatch(/^[ァ-ヴー\d]+$/);
      }
    }
  });
});

describe("the maker's orders", () => {
  const lines = sample.salesOrders.flatMap((order) => order.lines);
  test("are 26 with 327 lines, the newest of yesterday, none due before today", () => {
    expect(sample.salesOrders).toHaveLength(26);
    expect(lines).toHaveLength(327);
    const orderedOn = sample.salesOrders.map((order) => order.orderedOn).sort();
    expect(orderedOn.at(-1)).toBe(addDays(TODAY, -1));
    expect(sample.salesOrders.every(({ wantedOn }) => wantedOn > TODAY)).toBe(true);
  });
  test("ask the price of the price list at their quantity", () => {
    const list = sample.agreements.find(({ buyerPartnerCode }) => buyerPartnerCode !== null)!;
    for (const { itemCode, quantity, unitPrice } of lines) {
      const { prices: breaks } = list.lines.find(({ code }) => code === itemCode)!;
      const fitting = breaks.filter(({ fromQuantity }) => decimal(fromQuantity).lte(quantity)).at(-1)!;
      expect(unitPrice, itemCode).toBe(fitting.unitPrice);
    }
  });
  test("have a dispatch rule each, whose last step delivers the item ordered", () => {
    for (const { itemCode } of lines) {
      const rule = sample.dispatchRules.find((candidate) => candidate.itemCode === itemCode)!;
      expect(rule.steps.at(-1)!.code).toBe(itemCode);
      expect(rule.steps.at(-1)!.feedsStepNumber).toBeNull();
    }
  });
  test("every line earns each member its own cost, but for the 19 of the model sold off", () => {
    const losing = lines.filter(({ itemCode, unitPrice }) => {
      const item = [...STRUCTURE.made.values()].find(({ product }) => product.number === itemCode)!;
      const chain = chainOf(prices, item.product.id)!;
      return chainCost(chain).gt(String(withoutFee(BigInt(unitPrice)).netYen));
    });
    expect(losing).toHaveLength(19);
    expect(losing.every(({ itemCode }) => itemCode.startsWith("BK-M18S"))).toBe(true);
  });
});

describe("dispatch rules", () => {
  const agreed = (seller: string, buyer: string, code: string) =>
    BigInt(
      sample.agreements
        .find((a) => a.sellerCompanyCode === seller && a.buyerCompanyCode === buyer)!
        .lines.find((line) => line.code === code)!.prices[0]!.unitPrice,
    );
  test("stay within agreements: each step is sold to the member of the next, the last to the window", () => {
    for (const { steps } of sample.dispatchRules) {
      steps.forEach(({ memberCode, code, feedsStepNumber }, at) => {
        const next = steps[at + 1];
        expect(feedsStepNumber).toBe(next ? next.stepNumber : null);
        expect(agreed(memberCode, next?.memberCode ?? WINDOW.code, code)).toBeGreaterThan(0n);
      });
    }
    expect(sample.dispatchRules).toHaveLength(211);
  });
  test("at agreed prices, the price after each step is the earnings of all steps up to it, and covers them", () => {
    const frames = sample.dispatchRules.filter(({ earning, steps }) => earning === "agreed_price" && steps.length > 1);
    expect(frames).toHaveLength(78);
    for (const { steps, itemCode } of frames) {
      let before = 0n;
      steps.forEach(({ memberCode, code, weight }, at) => {
        const price = agreed(memberCode, steps[at + 1]?.memberCode ?? WINDOW.code, code);
        expect(price - before, `${itemCode} ${code}`).toBeGreaterThanOrEqual(weight);
        before = price;
      });
    }
  });
  test("the maker's price is what the last member gets and the window's fee, to the yen", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (priceYen) => {
        const { netYen, feeYen } = withoutFee(priceYen);
        expect(netYen + feeYen).toBe(priceYen);
        expect(feeYen * 100n - priceYen * 3n).toBeLessThan(100n);
        expect(feeYen * 100n - priceYen * 3n).toBeGreaterThan(-100n);
      }),
    );
    for (const { itemCode, steps } of sample.dispatchRules) {
      const item = itemOf(rowsOf(WINDOW.code), itemCode)!;
      expect(agreed(steps.at(-1)!.memberCode, WINDOW.code, itemCode)).toBe(withoutFee(BigInt(item.salesPrice!)).netYen);
    }
  });
  test("every chain fits between order and due date", () => {
    const days = sample.dispatchRules.map(({ steps }) => steps.reduce((sum, step) => sum + step.leadTimeDays, 0));
    expect(Math.max(...days)).toBe(9);
    expect(sample.salesOrders.every(({ orderedOn, wantedOn }) => addDays(orderedOn, 12) === wantedOn)).toBe(true);
  });
});

describe("opening and history", () => {
  test("5 % of the pieces, at least one, at a cost above zero; goods outside the region stay outside", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (pieces) => {
        const count = openingCount(pieces);
        expect(
          count.gte(1) &&
            count
              .minus(pieces * 0.05)
              .abs()
              .lte(1),
        ).toBe(true);
      }),
    );
    for (const { openingStock } of sample.companies) {
      for (const { quantity, unitCost } of openingStock) {
        expect(decimal(quantity).gte(1) && decimal(unitCost).gt(0)).toBe(true);
      }
    }
  });
  test("no piece of the region is lost on the way to a member", () => {
    const usage = usageOf(STRUCTURE);
    const kept = SOURCE.stock.filter((row) => whereKept(STRUCTURE, usage, row) !== null);
    const inRegion = SOURCE.stock.filter(
      ({ productId }) => STRUCTURE.made.has(productId) || STRUCTURE.parts.has(productId),
    );
    expect(kept).toHaveLength(inRegion.length);
    expect(inRegion.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(155_332);
  });
  test("finished bicycles from the stores lie at final assembly", () => {
    const bicycles = sample.companies.filter(({ openingStock }) =>
      openingStock.some(({ itemCode }) => itemCode.startsWith("BK-")),
    );
    expect(bicycles.map(({ company }) => company.process)).toEqual(["最終組立"]);
  });
  test("opening stock covers 37 of the 103 items ordered; the others have to be made", () => {
    const ordered = new Map<string, number>();
    for (const { itemCode, quantity } of sample.salesOrders.flatMap((order) => order.lines)) {
      ordered.set(itemCode, (ordered.get(itemCode) ?? 0) + Number(quantity));
    }
    const onHand = new Map(
      sample.companies.flatMap(({ items, openingStock }) =>
        openingStock
          .filter(({ itemCode }) => items.some(({ code, supply }) => code === itemCode && supply === "make"))
          .map(({ itemCode, quantity }) => [itemCode, Number(quantity)] as const),
      ),
    );
    expect([...ordered].filter(([code, count]) => (onHand.get(code) ?? 0) >= count)).toHaveLength(37);
  });
  test("2,934 completed purchase lines of parts lie before the opening, each at the member that uses the part first", () => {
    const history = sample.companies.flatMap(({ purchaseHistory }) => purchaseHistory);
    expect(history).toHaveLength(2934);
    expect(history.every(({ dueOn, receivedOn }) => dueOn < sample.openingOn && receivedOn < sample.openingOn)).toBe(
      true,
    );
    expect(new Set(history.map(({ partnerCode }) => partnerCode)).size).toBe(66);
  });
});

test("the same source and day give the same sample; another day moves dates only", () => {
  const text = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === "bigint" ? String(v) : v));
  expect(text(buildRegionSample(SOURCE, TODAY))).toBe(text(sample));
  const later = buildRegionSample(SOURCE, "2027-03-01");
  expect(later.openingOn).toBe("2027-02-01");
  const undated = (value: unknown) => text(value).replaceAll(/\d{4}-\d{2}-\d{2}/g, "");
  expect(undated(later)).toBe(undated(sample));
});
