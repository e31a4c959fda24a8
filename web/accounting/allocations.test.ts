import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocationsToSend, type OpenInvoice, readYen, suggestAllocations, sumAllocations } from "./allocations.ts";

const invoice = (id: string, openYen: number, dueOn = "2026-12-31"): OpenInvoice => ({
  id,
  dueOn,
  openYen: `${openYen}`,
});

describe("what money settles", () => {
  const cases = [
    {
      name: "the oldest due first, the last in part",
      amount: 150n,
      invoices: [invoice("late", 100, "2026-10-31"), invoice("next", 100, "2026-11-30")],
      expected: { late: { amount: "100" }, next: { amount: "50" } },
    },
    {
      name: "credit notes add to what can be settled",
      amount: 70n,
      invoices: [invoice("a", 100), invoice("credit", -30)],
      expected: { credit: { amount: "30" }, a: { amount: "100" } },
    },
    {
      name: "a credit note without an invoice that takes it stays open",
      amount: 0n,
      invoices: [invoice("credit", -30)],
      expected: {},
    },
    { name: "no invoice, no suggestion", amount: 5n, invoices: [], expected: {} },
  ];
  test.each(cases)("$name", ({ amount, invoices, expected }) =>
    expect(suggestAllocations(amount, invoices)).toEqual(expected),
  );

  test("a suggestion is never wrong, never more than the money, and takes all of it when invoices suffice", () => {
    const open = fc.array(
      fc.record({
        openYen: fc.integer({ min: -500, max: 900 }).filter((yen) => yen !== 0),
        day: fc.integer({ min: 10, max: 28 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(open, fc.bigInt({ min: 0n, max: 3000n }), (rows, amount) => {
        const invoices = rows.map(({ openYen, day }, i) => invoice(`i${i}`, openYen, `2026-11-${day}`));
        const sums = sumAllocations(amount, invoices, suggestAllocations(amount, invoices));
        const invoiced = rows.reduce((sum, row) => sum + (row.openYen > 0 ? BigInt(row.openYen) : 0n), 0n);
        expect(sums.wrong.size).toBe(0);
        expect(sums.leftYen >= 0n).toBe(true);
        if (amount <= invoiced) expect(sums.leftYen).toBe(0n);
      }),
    );
  });
});

describe("what is typed", () => {
  test("is read as people write it", () => {
    expect([readYen("１２,３４５"), readYen(""), readYen(undefined), readYen("12.5"), readYen("-1")]).toEqual([
      12345n,
      0n,
      0n,
      null,
      null,
    ]);
  });
  const wrong = [
    { name: "more than is open", typed: { amount: "101" } },
    { name: "with its fee more than is open", typed: { amount: "90", fee: "11" } },
    { name: "a fee alone", typed: { fee: "5" } },
    { name: "no amount", typed: { amount: "abc" } },
  ];
  test.each(wrong)("$name is wrong", ({ typed }) =>
    expect([...sumAllocations(100n, [invoice("a", 100)], { a: typed }).wrong]).toEqual(["a"]),
  );
  test("a credit note bears no fee, and counts down", () => {
    const rows = [invoice("a", 100), invoice("c", -40)];
    expect([...sumAllocations(0n, rows, { c: { amount: "40", fee: "1" } }).wrong]).toEqual(["c"]);
    expect(sumAllocations(60n, rows, { a: { amount: "100" }, c: { amount: "40" } })).toMatchObject({
      allocatedYen: 60n,
      leftYen: 0n,
    });
  });
  test("is sent without the lines that say nothing", () => {
    expect(allocationsToSend({ a: { amount: "1,000", fee: "330" }, b: { amount: "" }, c: { amount: "5" } })).toEqual([
      { invoiceId: "a", amountYen: "1000", allowanceYen: "330" },
      { invoiceId: "c", amountYen: "5" },
    ]);
  });
});
