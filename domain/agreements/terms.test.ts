import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { checkTerms, type TermsContext } from "./check-terms.ts";
import { agreementTermsShape, readTerms, writeTerms } from "./contract.ts";
import { findPrice, lineAmountYen } from "./price.ts";
import { frame, priceBreak, sampleTerms } from "./sample-terms.test-data.ts";
import { decideStandingConfirmation, type OrderedLine } from "./standing-confirmation.ts";
import {
  type AgreementTerms,
  deemedAcceptedOn,
  findAgreementItem,
  fromSharedQuantity,
  judgeQuantity,
  toSharedQuantity,
} from "./terms.ts";

describe("the agreed price", () => {
  const campaign = {
    ...frame,
    prices: [...frame.prices, priceBreak("2026-08-01", "10", "18000", { validTo: "2026-08-31", isProvisional: true })],
  };
  const cases = [
    { name: "a single piece", date: "2026-03-01", quantity: "1", expected: "20000" },
    { name: "just below the break", date: "2026-03-01", quantity: "99.999", expected: "20000" },
    { name: "at the break", date: "2026-03-01", quantity: "100", expected: "19000.5" },
    { name: "a new list replaces all breaks of the old one", date: "2026-07-01", quantity: "150", expected: "21000" },
    { name: "a list for one month", date: "2026-08-31", quantity: "10", expected: "18000" },
    {
      name: "below the least quantity of that list",
      date: "2026-08-15",
      quantity: "9",
      expected: "PRICE_BREAK_NOT_REACHED",
    },
    { name: "after it the list before is back", date: "2026-09-01", quantity: "10", expected: "21000" },
    { name: "before the first list", date: "2025-12-31", quantity: "1", expected: "PRICE_NOT_IN_FORCE" },
  ];
  test.each(cases)("$name: $expected", ({ date, quantity, expected }) => {
    const found = findPrice({ items: [campaign] }, "frame", decimal(quantity), date);
    expect(found.ok ? found.value.unitPrice.toFixed() : found.refusals[0].code).toBe(expected);
  });
  test("an item that is not in the agreement has none", () => {
    const found = findPrice(sampleTerms, "wheel", decimal(1), "2026-03-01");
    expect(!found.ok && found.refusals[0].code).toBe("ITEM_NOT_IN_AGREEMENT");
  });
  test("says why: its list, its break and the next cheaper one", () => {
    const found = findPrice(sampleTerms, "frame", decimal(1), "2026-03-01");
    expect(found.ok && found.value.reason.listFrom).toBe("2026-01-01");
    expect(found.ok && found.value.reason.nextBreak?.fromQuantity.toFixed()).toBe("100");
  });
  test("a line's amount is rounded as agreed", () => {
    expect(lineAmountYen(decimal("148.25"), decimal("3.1"), "down")).toBe(459n);
    expect(lineAmountYen(decimal("148.25"), decimal("3.1"), "half_up")).toBe(460n);
  });
  test("does not depend on the order of the rows, and is one that is in force and reached", () => {
    const rows = fc.array(
      fc.record({
        month: fc.integer({ min: 1, max: 9 }),
        from: fc.integer({ min: 0, max: 50 }),
        yen: fc.integer({ min: 1, max: 9999 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (list, quantity, month) => {
        const unique = [...new Map(list.map((row) => [`${row.month} ${row.from}`, row])).values()];
        const prices = unique.map((row) => priceBreak(`2026-0${row.month}-01`, `${row.from}`, `${row.yen}`));
        const find = (order: typeof prices) =>
          findPrice({ items: [{ ...frame, prices: order }] }, "frame", decimal(quantity), `2026-0${month}-15`);
        const found = find(prices);
        expect(JSON.stringify(find([...prices].reverse()))).toBe(JSON.stringify(found));
        if (found.ok) {
          expect(found.value.reason.fromQuantity.lessThanOrEqualTo(quantity)).toBe(true);
          expect(found.value.reason.listFrom <= `2026-0${month}-15`).toBe(true);
        }
      }),
    );
  });
});

describe("item cross-reference", () => {
  test("both sides find the item by their own code and convert through the shared unit", () => {
    expect(findAgreementItem(sampleTerms, "buyer", "B-FRAME")).toBe(
      findAgreementItem(sampleTerms, "seller", "FR-M94B-42"),
    );
    expect(findAgreementItem(sampleTerms, "buyer", "FR-M94B-42")).toBeUndefined();
    expect(toSharedQuantity(frame, "seller", decimal("2.4")).toFixed()).toBe("30");
    expect(fromSharedQuantity(frame, "seller", decimal(30)).toFixed()).toBe("2.4");
  });
  test.each([
    { delivered: "994.9", judged: "short" },
    { delivered: "995", judged: "complete" },
    { delivered: "1020", judged: "complete" },
    { delivered: "1020.1", judged: "over" },
  ])("$delivered of 1,000 within +2 % and −0.5 % is $judged", ({ delivered, judged }) =>
    expect(judgeQuantity(sampleTerms.tolerance, decimal(1000), decimal(delivered))).toBe(judged),
  );
  test.each([
    { inspection: "sampling", days: 7, on: "2026-11-30" },
    { inspection: "sampling", days: null, on: null },
    { inspection: "none", days: null, on: "2026-11-23" },
  ] as const)(
    "with inspection $inspection and $days days, goods of 23 November count as accepted on $on",
    ({ inspection, days, on }) =>
      expect(deemedAcceptedOn({ inspection, defaultAcceptanceDays: days }, "2026-11-23")).toBe(on),
  );
});

describe("standing confirmation", () => {
  const line: OrderedLine = {
    code: "frame",
    quantity: decimal(50),
    unitPrice: decimal(21000),
    wantedOn: "2026-11-28",
  };
  const provisional = { ...frame, prices: [priceBreak("2026-07-01", "1", "21000", { isProvisional: true })] };
  test("an order within all limits is confirmed for the wanted day", () =>
    expect(decideStandingConfirmation(sampleTerms, line, "2026-11-23")).toEqual({
      decision: "confirmed",
      promisedOn: "2026-11-28",
    }));
  const cases: { name: string; terms?: Partial<AgreementTerms>; change?: Partial<OrderedLine>; codes: string[] }[] = [
    {
      name: "less than the least quantity",
      terms: { items: [{ ...frame, minimumQuantity: decimal(60), standingQuantity: decimal(100) }] },
      codes: ["QUANTITY_BELOW_MINIMUM"],
    },
    { name: "no rule was signed", terms: { standing: null }, codes: ["NO_STANDING_RULE"] },
    { name: "an item outside the agreement", change: { code: "wheel" }, codes: ["ITEM_NOT_IN_AGREEMENT"] },
    { name: "one piece too many", change: { quantity: decimal("50.001") }, codes: ["QUANTITY_ABOVE_STANDING"] },
    { name: "a price one sen lower", change: { unitPrice: decimal("20999.99") }, codes: ["PRICE_NOT_AS_AGREED"] },
    {
      name: "a price higher than agreed is a mistake too",
      change: { unitPrice: decimal(21001) },
      codes: ["PRICE_NOT_AS_AGREED"],
    },
    { name: "a day too soon for the item's lead time", change: { wantedOn: "2026-11-27" }, codes: ["LEAD_TIME_SHORT"] },
    { name: "a provisional price", terms: { items: [provisional] }, codes: ["PRICE_PROVISIONAL"] },
    {
      name: "the item's own limit",
      terms: { items: [{ ...frame, standingQuantity: decimal(20) }] },
      codes: ["QUANTITY_ABOVE_STANDING"],
    },
    {
      name: "several reasons at once",
      change: { quantity: decimal(500), wantedOn: "2026-11-23" },
      codes: ["QUANTITY_ABOVE_STANDING", "LEAD_TIME_SHORT"],
    },
  ];
  test.each(cases)("needs a person: $name", ({ terms, change, codes }) => {
    const decided = decideStandingConfirmation({ ...sampleTerms, ...terms }, { ...line, ...change }, "2026-11-23");
    expect(decided.decision === "needs_person" && decided.reasons.map((reason) => reason.code)).toEqual(codes);
  });
  test("an item's own limit is enough, without limits of the agreement", () => {
    const items = [{ ...frame, standingQuantity: decimal(50) }];
    expect(decideStandingConfirmation({ items, standing: null }, line, "2026-11-23").decision).toBe("confirmed");
  });
  test("a smaller order for a later day is confirmed whenever a larger, sooner one is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 79 }),
        fc.integer({ min: 0, max: 10 }),
        (quantity, days, less, later) => {
          const on = (d: number) => `2026-11-${String(1 + d).padStart(2, "0")}`;
          const order = (q: number, d: number) =>
            decideStandingConfirmation(
              sampleTerms,
              { ...line, quantity: decimal(q), wantedOn: on(Math.min(d, 29)) },
              "2026-11-01",
            ).decision;
          if (order(quantity, days) === "confirmed")
            expect(order(Math.max(1, quantity - less), days + later)).toBe("confirmed");
        },
      ),
    );
  });
});

describe("terms before they are signed", () => {
  const context: TermsContext = {
    applicability: "applies",
    sixtyDayMode: "two_months",
    validFrom: "2026-04-01",
  };
  const payment = sampleTerms.payment;
  test("sound terms have no findings", () => expect(checkTerms(sampleTerms, context)).toEqual([]));
  const cases: {
    name: string;
    change: Partial<AgreementTerms>;
    context?: Partial<TermsContext>;
    expected: string[];
  }[] = [
    {
      name: "paid before it closes",
      change: { payment: { ...payment, paymentMonthOffset: 0, paymentDay: 10 } },
      expected: ["error DUE_BEFORE_CLOSING"],
    },
    {
      name: "closing by acceptance under the act",
      change: { payment: { ...payment, closingCountsBy: "acceptance" } },
      expected: ["error CLOSING_MUST_COUNT_RECEIPT"],
    },
    {
      name: "closing by acceptance, act unknown",
      change: { payment: { ...payment, closingCountsBy: "acceptance" } },
      context: { applicability: "unknown" },
      expected: ["warning CLOSING_MUST_COUNT_RECEIPT"],
    },
    {
      name: "closing by acceptance outside the act",
      change: { payment: { ...payment, closingCountsBy: "acceptance" } },
      context: { applicability: "does_not_apply" },
      expected: [],
    },
    {
      name: "two months and ten days",
      change: { payment: { ...payment, paymentMonthOffset: 2, paymentDay: 10 } },
      expected: ["error PAYMENT_AFTER_SIXTY_DAYS"],
    },
    {
      name: "end of next month, counted strictly",
      change: {},
      context: { sixtyDayMode: "strict" },
      expected: ["warning PAYMENT_AFTER_SIXTY_DAYS"],
    },
    {
      name: "promissory notes",
      change: { paymentKinds: ["promissory_note"] },
      expected: ["error PROMISSORY_NOTE_FORBIDDEN"],
    },
    { name: "no way to pay", change: { paymentKinds: [] }, expected: ["error PAYMENT_KIND_MISSING"] },
    {
      name: "a buyer's statement that is never deemed acknowledged",
      change: { invoiceIssuer: "buyer" },
      expected: ["warning ACKNOWLEDGE_DAYS_MISSING"],
    },
    {
      name: "one code for two items",
      change: { items: [frame, { ...frame, code: "other", sellerCode: "X" }] },
      expected: ["error ITEM_CODE_TWICE"],
    },
    {
      name: "one break twice",
      change: { items: [{ ...frame, prices: [frame.prices[0]!, frame.prices[0]!] }] },
      expected: ["error PRICE_BREAK_TWICE"],
    },
    {
      name: "a list that ends before it begins",
      change: { items: [{ ...frame, prices: [{ ...frame.prices[0]!, validTo: "2025-01-01" }] }] },
      expected: ["error PRICE_DATES_REVERSED"],
    },
    { name: "a standing rule with no prices", change: { items: [] }, expected: ["warning STANDING_WITHOUT_PRICES"] },
  ];
  test.each(cases)("$name", ({ change, context: other, expected }) => {
    const findings = checkTerms({ ...sampleTerms, ...change }, { ...context, ...other });
    expect(findings.map((finding) => `${finding.severity} ${finding.code}`)).toEqual(expected);
  });
});

describe("terms as text", () => {
  test("written, parsed and read again they are the same", () => {
    const body = agreementTermsShape.parse(JSON.parse(JSON.stringify(writeTerms(sampleTerms))));
    expect(writeTerms(readTerms(body))).toEqual(body);
    expect(readTerms(body)).toEqual(sampleTerms);
  });
  const body = writeTerms(sampleTerms);
  test.each([
    { name: "a closing on the 32nd", change: { payment: { ...body.payment, closingDay: 32 } } },
    {
      name: "a negative price",
      change: { items: [{ ...body.items[0]!, prices: [{ ...body.items[0]!.prices[0]!, unitPrice: "-1" }] }] },
    },
    { name: "a unit factor of nothing", change: { items: [{ ...body.items[0]!, buyerFactor: "0" }] } },
    {
      name: "a price as a float",
      change: { items: [{ ...body.items[0]!, prices: [{ ...body.items[0]!.prices[0]!, unitPrice: 1.5 }] }] },
    },
  ])("refused: $name", ({ change }) =>
    expect(agreementTermsShape.safeParse({ ...body, ...change }).success).toBe(false),
  );
});
