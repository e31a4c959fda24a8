import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../shared/index.ts";
import { monthEndNextMonthEnd } from "./sample-terms.test-data.ts";
import {
  actApplicability,
  checkPaymentKind,
  firstUnlawfulReceipt,
  lateInterestYen,
  lawfulDueDate,
  sixtiethDay,
} from "./subcontract-act.ts";

const size = (capitalYen: bigint | null, employeeCount: number | null) => ({ capitalYen, employeeCount });

describe("whether the act applies to a manufacturing order", () => {
  const cases = [
    {
      name: "capital above 300 million to one up to it",
      buyer: size(300_000_001n, 10),
      seller: size(300_000_000n, 10),
      expected: "applies",
    },
    {
      name: "both above 300 million, few people",
      buyer: size(400_000_000n, 10),
      seller: size(300_000_001n, 10),
      expected: "does_not_apply",
    },
    {
      name: "above 10 million to one up to 10 million",
      buyer: size(10_000_001n, 10),
      seller: size(10_000_000n, 10),
      expected: "applies",
    },
    {
      name: "buyer with exactly 10 million",
      buyer: size(10_000_000n, 10),
      seller: size(3_000_000n, 10),
      expected: "does_not_apply",
    },
    {
      name: "20 million to 50 million",
      buyer: size(20_000_000n, 50),
      seller: size(50_000_000n, 50),
      expected: "does_not_apply",
    },
    {
      name: "small capital, but 301 people to 300",
      buyer: size(5_000_000n, 301),
      seller: size(5_000_000n, 300),
      expected: "applies",
    },
    {
      name: "300 people to 20",
      buyer: size(5_000_000n, 300),
      seller: size(5_000_000n, 20),
      expected: "does_not_apply",
    },
    {
      name: "unknown capital that could decide",
      buyer: size(null, 10),
      seller: size(5_000_000n, 10),
      expected: "unknown",
    },
    {
      name: "unknown people that could decide",
      buyer: size(5_000_000n, null),
      seller: size(5_000_000n, 20),
      expected: "unknown",
    },
    {
      name: "unknown people do not matter when capital decides",
      buyer: size(400_000_000n, null),
      seller: size(5_000_000n, null),
      expected: "applies",
    },
    {
      name: "unknown seller, a buyer below all limits",
      buyer: size(5_000_000n, 20),
      seller: size(null, null),
      expected: "does_not_apply",
    },
    {
      name: "a sole proprietor has no capital",
      buyer: size(20_000_000n, 20),
      seller: { ...size(null, 3), isSoleProprietor: true },
      expected: "applies",
    },
  ];
  test.each(cases)("$name: $expected", ({ buyer, seller, expected }) =>
    expect(actApplicability(buyer, seller)).toBe(expected),
  );
  test("a figure that becomes known never contradicts what was said before", () => {
    const figure = fc.record({
      capitalYen: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      employeeCount: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(
        figure,
        figure,
        fc.constantFrom("capitalYen" as const, "employeeCount" as const),
        (buyer, seller, hidden) => {
          const before = actApplicability({ ...buyer, [hidden]: null }, seller);
          if (before !== "unknown") expect(actApplicability(buyer, seller)).toBe(before);
        },
      ),
    );
  });
});

describe("sixty days", () => {
  test("a receipt of 1 March must be paid by 29 April", () => expect(sixtiethDay("2026-03-01")).toBe("2026-04-29"));
  const terms = [
    { name: "末締め翌月末 passes as two months", change: {}, mode: "two_months", late: null },
    { name: "末締め翌月末 is beyond sixty days, counted strictly", change: {}, mode: "strict", late: "2026-05-01" },
    {
      name: "末締め翌々月10日 fails as two months",
      change: { paymentMonthOffset: 2, paymentDay: 10 },
      mode: "two_months",
      late: "2026-04-01",
    },
    {
      name: "20日締め翌月20日 passes as two months",
      change: { closingDay: 20, paymentDay: 20 },
      mode: "two_months",
      late: null,
    },
    { name: "20日締め翌月末 fails", change: { closingDay: 20 }, mode: "two_months", late: "2026-03-21" },
    { name: "末締め翌月15日 passes even strictly", change: { paymentDay: 15 }, mode: "strict", late: null },
    {
      name: "a weekend may shift by two days when agreed in writing",
      change: { holidayShift: "next" },
      mode: "two_months",
      late: "2026-11-01",
    },
    {
      name: "without the writing it may not",
      change: { holidayShift: "next", holidayShiftAgreedInWriting: false },
      mode: "two_months",
      late: "2026-04-01",
    },
  ] as const;
  test.each(terms)("$name", ({ change, mode, late }) =>
    expect(firstUnlawfulReceipt({ ...monthEndNextMonthEnd, ...change }, mode, "2026-04-01")?.receivedOn ?? null).toBe(
      late,
    ),
  );
  test.each([
    { name: "no date was set: the day of receipt", agreed: null, due: "2026-03-01" },
    { name: "beyond sixty days: the sixtieth", agreed: "2026-05-31", due: "2026-04-29" },
    { name: "within sixty days: as agreed", agreed: "2026-03-31", due: "2026-03-31" },
  ])("the lawful payment day when $name", ({ agreed, due }) => expect(lawfulDueDate("2026-03-01", agreed)).toBe(due));

  test.each([
    { paidOn: "2026-04-29", yen: 0n },
    { paidOn: "2026-04-30", yen: 400n },
    { paidOn: "2026-05-29", yen: 12_000n },
  ])("a million yen received on 1 March and paid on $paidOn bears $yen of interest", ({ paidOn, yen }) =>
    expect(lateInterestYen(1_000_000n, "2026-03-01", paidOn)).toBe(yen),
  );
  test("interest grows with each day and never before the 61st", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.integer({ min: 0, max: 400 }), (amountYen, days) => {
        const paidOn = addDays("2026-03-01", days);
        const interest = lateInterestYen(amountYen, "2026-03-01", paidOn);
        if (daysBetween("2026-03-01", paidOn) <= 59) expect(interest).toBe(0n);
        expect(lateInterestYen(amountYen, "2026-03-01", addDays(paidOn, 1)) >= interest).toBe(true);
      }),
    );
  });
});

describe("payment kinds under the act", () => {
  test.each([
    { kind: "promissory_note", orderedOn: "2026-01-01", maturesOn: null, finding: "PROMISSORY_NOTE_FORBIDDEN" },
    { kind: "promissory_note", orderedOn: "2025-12-31", maturesOn: null, finding: "ok" },
    {
      kind: "claim",
      orderedOn: "2026-02-01",
      maturesOn: "2026-05-01",
      finding: "CLAIM_MATURES_AFTER_DUE_DATE",
    },
    { kind: "claim", orderedOn: "2026-02-01", maturesOn: "2026-04-30", finding: "ok" },
    { kind: "transfer", orderedOn: "2026-02-01", maturesOn: null, finding: "ok" },
  ] as const)("$kind ordered $orderedOn, maturing $maturesOn: $finding", ({ kind, orderedOn, maturesOn, finding }) =>
    expect(checkPaymentKind(kind, orderedOn, "2026-04-30", maturesOn)).toBe(finding),
  );
});
