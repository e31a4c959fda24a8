import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizePayerName, type OpenInvoice, proposeMatches, type ReceivedPayment } from "./payment-matching.ts";

const invoice = (number: string, openYen: bigint, change: Partial<OpenInvoice> = {}): OpenInvoice => ({
  invoiceId: number,
  number,
  partnerId: "p1",
  payerNames: ["ミナトシャリン"],
  dueOn: "2026-11-30",
  openYen,
  subcontractActApplies: false,
  ...change,
});
const payment = (amountYen: bigint, change: Partial<ReceivedPayment> = {}): ReceivedPayment => ({
  payerName: "ｶ)ﾐﾅﾄｼﾔﾘﾝ",
  remittanceText: "",
  amountYen,
  ...change,
});

describe("payer names", () => {
  test.each([
    ["ｶ)ﾐﾅﾄｼﾔﾘﾝ", "ミナトシャリン"],
    ["ﾕｱｻ ﾌﾚ-ﾑ(ｶ", "株式会社ユアサフレーム"],
    ["ﾄﾞ)ｶﾞﾂｺｳ", "ガッコウ"],
  ])("%s is %s", (bank, own) => expect(normalizePayerName(bank)).toBe(normalizePayerName(own)));
});

describe("what a payment settles", () => {
  const cases: {
    name: string;
    payment: ReceivedPayment;
    invoices: OpenInvoice[];
    expected: [string, string[], bigint, boolean][];
  }[] = [
    {
      name: "the invoice number in the text comes first",
      payment: payment(500n, { remittanceText: "ｾｲｷﾕｳ INV-2" }),
      invoices: [invoice("INV-1", 500n), invoice("INV-2", 500n)],
      expected: [
        ["invoice_number", ["INV-2"], 0n, false],
        ["exact_amount", ["INV-1"], 0n, true],
      ],
    },
    {
      name: "a number inside a longer one is not meant",
      payment: payment(500n, { remittanceText: "2012", payerName: "" }),
      invoices: [invoice("12", 500n)],
      expected: [],
    },
    {
      name: "one invoice of exactly this amount",
      payment: payment(300n),
      invoices: [invoice("A", 200n), invoice("B", 300n)],
      expected: [["exact_amount", ["B"], 0n, false]],
    },
    {
      name: "several invoices that add up",
      payment: payment(700n),
      invoices: [invoice("A", 200n), invoice("B", 350n), invoice("C", 500n)],
      expected: [["several_invoices", ["A", "C"], 0n, false]],
    },
    {
      name: "two sets that add up are for a person",
      payment: payment(500n),
      invoices: [invoice("A", 200n), invoice("B", 300n), invoice("C", 100n), invoice("D", 400n)],
      expected: [["several_invoices", ["A", "B"], 0n, true]],
    },
    {
      name: "a fee taken off within the limit",
      payment: payment(99_450n),
      invoices: [invoice("A", 100_000n)],
      expected: [["fee_taken_off", ["A"], 550n, false]],
    },
    {
      name: "no fee where the act forbids it: part payment",
      payment: payment(99_450n),
      invoices: [invoice("A", 100_000n, { subcontractActApplies: true })],
      expected: [["part_payment", ["A"], 0n, false]],
    },
    {
      name: "beyond the fee limit: part payment, the oldest first",
      payment: payment(250n),
      invoices: [invoice("N", 2_000n), invoice("O", 200n, { dueOn: "2026-10-31" })],
      expected: [["part_payment", ["O", "N"], 0n, true]],
    },
    {
      name: "another partner's invoices stay untouched",
      payment: payment(300n, { partnerId: "p2" }),
      invoices: [invoice("A", 300n)],
      expected: [],
    },
  ];
  test.each(cases)("$name", ({ payment: received, invoices, expected }) => {
    const proposals = proposeMatches(received, invoices, 880n);
    expect(
      proposals.map((p) => [p.reason, p.parts.map((part) => part.invoiceId), p.feeTakenOffYen, p.isAmbiguous]),
    ).toEqual(expected);
  });

  test("a proposal never gives an invoice more than is open, and settles the payment with the fee unless it is larger", () => {
    const open = fc.array(fc.bigInt({ min: 1n, max: 2_000n }), { maxLength: 24 });
    fc.assert(
      fc.property(open, fc.bigInt({ min: 1n, max: 6_000n }), (amounts, amountYen) => {
        const invoices = amounts.map((openYen, index) => invoice(`I${index}`, openYen));
        for (const { parts, feeTakenOffYen, reason } of proposeMatches(payment(amountYen), invoices, 50n)) {
          const sum = parts.reduce((total, part) => total + part.amountYen, 0n);
          if (reason === "part_payment") expect(sum <= amountYen).toBe(true);
          else expect(sum).toBe(amountYen + feeTakenOffYen);
          for (const part of parts)
            expect(part.amountYen <= invoices.find(({ invoiceId }) => invoiceId === part.invoiceId)!.openYen).toBe(
              true,
            );
        }
      }),
    );
  });
});
