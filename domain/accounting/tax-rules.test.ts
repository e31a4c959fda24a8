import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRegistrationNumber, isCorporateNumber } from "../companies/index.ts";
import {
  deductiblePercent,
  invoiceTaxDifference,
  SELLER_TAX_STATUSES,
  type Supply,
  splitPurchase,
  splitSale,
  TAX_CATEGORIES,
} from "../shared/index.ts";
import { checkQualifiedInvoice, type InvoiceContent } from "./qualified-invoice.ts";

describe("share of the input tax deductible on purchases from unregistered suppliers", () => {
  const cases = [
    { suppliedOn: "2023-09-30", percent: 100 },
    { suppliedOn: "2023-10-01", percent: 80 },
    { suppliedOn: "2026-09-30", percent: 80 },
    { suppliedOn: "2026-10-01", percent: 70 },
    { suppliedOn: "2028-09-30", percent: 70 },
    { suppliedOn: "2028-10-01", percent: 50 },
    { suppliedOn: "2030-10-01", percent: 30 },
    { suppliedOn: "2031-09-30", percent: 30 },
    { suppliedOn: "2031-10-01", percent: 0 },
  ];
  test.each(cases)("supplied on $suppliedOn: $percent %", ({ suppliedOn, percent }) =>
    expect(deductiblePercent(suppliedOn)).toBe(percent),
  );
  test("110,000 yen from an unregistered supplier in November 2026: 7,000 tax paid, 103,000 cost", () => {
    const split = splitPurchase({
      lines: [{ lineId: "a", taxCategory: "taxable_10", amountYen: 110_000n }],
      suppliedOn: "2026-11-10",
      sellerTaxStatus: "exempt",
      taxRounding: "down",
    });
    expect(split.taxes).toEqual([{ taxCode: "pu_taxable_10", taxYen: 7_000n, deductiblePercent: 70 }]);
    expect(split.lines[0]!.amountYen).toBe(103_000n);
  });
});

const supplies: fc.Arbitrary<Supply> = fc.record({
  lines: fc
    .array(
      fc.record({
        taxCategory: fc.constantFrom(...TAX_CATEGORIES),
        amountYen: fc.bigInt({ min: -1_000_000n, max: 100_000_000n }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((lines) => lines.map((line, index) => ({ ...line, lineId: `l${index}` }))),
  suppliedOn: fc.constantFrom("2025-01-01", "2026-11-10", "2029-01-01", "2030-12-01", "2032-01-01"),
  sellerTaxStatus: fc.constantFrom(...SELLER_TAX_STATUSES),
  taxRounding: fc.constantFrom("down", "half_up", "up"),
});

describe("a supply seen from both sides", () => {
  test("the seller's receivable is the buyer's payable, and parts add up, whatever the buyer may deduct", () => {
    fc.assert(
      fc.property(supplies, fc.boolean(), (supply, deducts) => {
        const sale = splitSale(supply);
        const purchase = splitPurchase(supply, deducts);
        expect(sale.totalYen).toBe(purchase.totalYen);
        for (const split of [sale, purchase]) {
          const parts = [...split.lines.map((line) => line.amountYen), ...split.taxes.map((tax) => tax.taxYen)];
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(split.totalYen);
        }
        if (!deducts) expect(purchase.taxes).toEqual([]);
      }),
    );
  });
  test("a seller exempt from the tax books all it gets as sales", () => {
    fc.assert(
      fc.property(supplies, (supply) => {
        const sale = splitSale({ ...supply, sellerTaxStatus: "exempt" });
        expect(sale.taxes).toEqual([]);
        expect(sale.totalYen).toBe(supply.lines.reduce((sum, line) => sum + line.amountYen, 0n));
      }),
    );
  });
});

describe("tax of the invoice against tax posted at the deliveries", () => {
  const line = { taxCategory: "taxable_10", amountYen: 105n } as const;
  const cases = [
    {
      name: "three deliveries of 105 rounded down to 10 each owe 1 more",
      lines: [line, line, line],
      posted: 30n,
      expected: 1n,
    },
    { name: "one delivery owes nothing more", lines: [line], posted: 10n, expected: undefined },
    {
      name: "a return within the period lessens the invoice",
      lines: [line, { ...line, amountYen: -105n }],
      posted: 1n,
      expected: -1n,
    },
  ];
  test.each(cases)("$name", ({ lines, posted, expected }) => {
    const { differences } = invoiceTaxDifference(lines, [{ taxCategory: "taxable_10", taxYen: posted }], "down");
    expect(differences[0]?.differenceYen).toBe(expected);
  });
  test("tax posted for a rate that is no more on the invoice is taken back", () => {
    expect(
      invoiceTaxDifference(
        [line],
        [
          { taxCategory: "reduced_8", taxYen: 8n },
          { taxCategory: "taxable_10", taxYen: 10n },
        ],
        "down",
      ).differences,
    ).toEqual([{ taxCategory: "reduced_8", differenceYen: -8n }]);
  });
});

describe("registration numbers", () => {
  const pass = ["4011001098993", "7000012050002", "1180301018771", "7180001044022", "9180001105466"];
  test.each(pass)("%s is a corporate number", (number) => expect(isCorporateNumber(number)).toBe(true));
  const findings = [
    { text: "T4011001098993", severity: "ok" },
    { text: "T1234567890123", severity: "warning" },
    { text: "T123456789012", severity: "error" },
    { text: "4011001098993", severity: "error" },
    { text: "t4011001098993", severity: "error" },
  ];
  test.each(findings)("$text: $severity", ({ text, severity }) =>
    expect(checkRegistrationNumber(text).severity).toBe(severity),
  );
});

describe("content of a qualified invoice", () => {
  const complete: InvoiceContent = {
    issuedBy: "seller",
    issuerName: "結フレーム株式会社",
    recipientName: "みなと車輪株式会社",
    sellerRegistrationNumber: "T4011001098993",
    suppliedFrom: "2026-10-21",
    suppliedTo: "2026-11-20",
    lines: [
      { description: "フレーム", taxCategory: "taxable_10", amountYen: 1001n, markedReduced: false },
      { description: "茶菓※", taxCategory: "reduced_8", amountYen: 999n, markedReduced: true },
    ],
    totals: [
      { taxCategory: "taxable_10", netYen: 1001n, taxYen: 100n },
      { taxCategory: "reduced_8", netYen: 999n, taxYen: 79n },
    ],
    taxRounding: "down",
    acknowledged: false,
  };
  test("a complete invoice has nothing to object to", () =>
    expect(checkQualifiedInvoice(complete)).toEqual({ errors: [], warnings: [] }));
  const [first, second] = complete.lines;
  const incomplete: { code: string; change: Partial<InvoiceContent> }[] = [
    { code: "INVOICE_ISSUER_MISSING", change: { issuerName: " " } },
    { code: "INVOICE_RECIPIENT_MISSING", change: { recipientName: "" } },
    { code: "REGISTRATION_NUMBER_FORMAT", change: { sellerRegistrationNumber: "4011001098993" } },
    { code: "INVOICE_DATE_MISSING", change: { suppliedTo: null } },
    { code: "INVOICE_LINES_MISSING", change: { lines: [], totals: [] } },
    { code: "INVOICE_DESCRIPTION_MISSING", change: { lines: [{ ...first!, description: "" }, second!] } },
    { code: "INVOICE_REDUCED_MARK_MISSING", change: { lines: [first!, { ...second!, markedReduced: false }] } },
    {
      code: "INVOICE_TAX_NOT_ONCE_PER_RATE",
      change: { totals: [complete.totals[0]!, { ...complete.totals[1]!, taxYen: 80n }] },
    },
    { code: "INVOICE_NOT_ACKNOWLEDGED", change: { issuedBy: "buyer" } },
  ];
  test.each(incomplete)("$code", ({ code, change }) =>
    expect(checkQualifiedInvoice({ ...complete, ...change }).errors.map((error) => error.code)).toEqual([code]),
  );
  test("a number with a wrong check digit is only a warning: sole proprietors have such numbers", () => {
    const checked = checkQualifiedInvoice({ ...complete, sellerRegistrationNumber: "T1234567890123" });
    expect(checked.errors).toEqual([]);
    expect(checked.warnings.map((warning) => warning.code)).toEqual(["REGISTRATION_NUMBER_CHECK_DIGIT"]);
  });
});
