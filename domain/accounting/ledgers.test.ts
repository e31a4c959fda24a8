import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultChart } from "./account.ts";
import { AGEING_BUCKETS, ageByDueDate, ageingBucket } from "./ageing.ts";
import { costOfGoodsManufactured } from "./cost-of-goods-manufactured.ts";
import { periodsOfFiscalYear } from "./fiscal-period.ts";
import { counterAccountCode, type LedgerLine, ledgerRows } from "./general-ledger.ts";
import { checkMonthClose, type MonthCloseFacts } from "./month-close.ts";
import { trialBalance } from "./trial-balance.ts";

const accounts = defaultChart().map(({ account }) => account);

describe("trial balance", () => {
  test("rows show opening, movement and closing, and what stands on the unusual side", () => {
    const balance = trialBalance(
      accounts,
      [
        { accountCode: "1130", amountYen: 100n },
        { accountCode: "3110", amountYen: -100n },
      ],
      [
        { accountCode: "1130", amountYen: -150n },
        { accountCode: "1350", amountYen: 150n },
      ],
    );
    expect(balance.rows).toEqual([
      { accountCode: "1130", openingYen: 100n, debitYen: 0n, creditYen: 150n, closingYen: -50n, isUnusual: true },
      { accountCode: "1350", openingYen: 0n, debitYen: 150n, creditYen: 0n, closingYen: 150n, isUnusual: false },
      { accountCode: "3110", openingYen: -100n, debitYen: 0n, creditYen: 0n, closingYen: -100n, isUnusual: false },
    ]);
    expect(balance).toMatchObject({ debitYen: 150n, creditYen: 150n, openingYen: 0n });
  });
  test("balanced entries give equal totals and closings that sum to nothing", () => {
    const entry = fc.record({
      from: fc.constantFrom(...accounts),
      to: fc.constantFrom(...accounts),
      amountYen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const lines = entries.flatMap(({ from, to, amountYen }) => [
          { accountCode: from.code, amountYen },
          { accountCode: to.code, amountYen: -amountYen },
        ]);
        const balance = trialBalance(accounts, [], lines);
        expect(balance.debitYen).toBe(balance.creditYen);
        expect(balance.rows.reduce((sum, row) => sum + row.closingYen, 0n)).toBe(0n);
      }),
    );
  });
});

describe("general ledger", () => {
  const line = (entryNumber: string, postingOn: string, amountYen: bigint): LedgerLine => ({
    entryId: entryNumber,
    entryNumber,
    lineNumber: 1,
    postingOn,
    kind: "x",
    amountYen,
    counterAccountCode: null,
  });
  test("runs the balance by posting day, then entry", () => {
    const rows = ledgerRows(100n, [
      line("J3", "2026-11-02", -30n),
      line("J2", "2026-11-02", 50n),
      line("J9", "2026-11-01", 5n),
    ]);
    expect(rows.map((row) => [row.entryNumber, row.debitYen, row.creditYen, row.balanceYen])).toEqual([
      ["J9", 5n, 0n, 105n],
      ["J2", 50n, 0n, 155n],
      ["J3", 0n, 30n, 125n],
    ]);
  });
  test("names the one account on the other side, or none when there are several", () => {
    const entry = [
      { accountCode: "1230", amountYen: 110n },
      { accountCode: "4110", amountYen: -100n },
      { accountCode: "2240", amountYen: -10n },
    ];
    expect(counterAccountCode(entry, 0)).toBeNull();
    expect(counterAccountCode(entry, 1)).toBe("1230");
  });
});

describe("ageing", () => {
  test.each([
    { dueOn: "2026-11-23", bucket: "not_due" },
    { dueOn: "2026-11-22", bucket: "days_1_30" },
    { dueOn: "2026-10-24", bucket: "days_1_30" },
    { dueOn: "2026-10-23", bucket: "days_31_60" },
    { dueOn: "2026-09-23", bucket: "days_61_90" },
    { dueOn: "2026-08-24", bucket: "over_90" },
  ])("due $dueOn on 23 November is $bucket", ({ dueOn, bucket }) =>
    expect(ageingBucket(dueOn, "2026-11-23")).toBe(bucket),
  );
  test("rows add up to the open items", () => {
    const item = fc.record({
      partnerId: fc.constantFrom("a", "b", "c"),
      dueOn: fc.constantFrom("2026-01-31", "2026-09-30", "2026-10-31", "2026-12-31"),
      openYen: fc.bigInt({ min: -1000n, max: 100_000n }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const rows = ageByDueDate(items, "2026-11-23");
        expect(rows.reduce((sum, row) => sum + row.totalYen, 0n)).toBe(
          items.reduce((sum, { openYen }) => sum + openYen, 0n),
        );
        for (const row of rows)
          expect(AGEING_BUCKETS.reduce((sum, bucket) => sum + row.amounts[bucket], 0n)).toBe(row.totalYen);
      }),
    );
  });
});

describe("cost of goods manufactured", () => {
  test("materials 200 + 4,000 − 800, labour 3,600, expenses 2,000, work in process 1,400 and 400: 10,000 manufactured", () => {
    const statement = costOfGoodsManufactured(
      new Map([
        ["rawMaterials", 200n],
        ["workInProcess", 1_400n],
      ]),
      [
        { role: "rawMaterials", flow: "purchased", amountYen: 4_000n },
        { role: "rawMaterials", flow: "issued", amountYen: -3_400n },
        { role: "workInProcess", flow: "issued", amountYen: 3_400n },
        { role: "workInProcess", flow: "labour_applied", amountYen: 3_600n },
        { role: "workInProcess", flow: "outside_processing", amountYen: 500n },
        { role: "workInProcess", flow: "machine_applied", amountYen: 1_500n },
        { role: "workInProcess", flow: "completed", amountYen: -10_000n },
        { role: "finishedGoods", flow: "completed", amountYen: 10_000n },
      ],
    );
    expect(statement).toMatchObject({
      material: { openingYen: 200n, purchasedYen: 4_000n, closingYen: 800n, usedYen: 3_400n, otherDecreaseYen: 0n },
      expensesYen: 2_000n,
      totalManufacturingYen: 9_000n,
      closingWorkInProcessYen: 400n,
      transferredYen: 0n,
      manufacturedYen: 10_000n,
    });
  });
  test("losses, scrap, semi-finished goods and sold processing stand on lines of their own", () => {
    const statement = costOfGoodsManufactured(new Map(), [
      { role: "rawMaterials", flow: "opening", amountYen: 1_000n },
      { role: "rawMaterials", flow: "lost", amountYen: -50n },
      { role: "rawMaterials", flow: "issued", amountYen: -300n },
      { role: "semiFinished", flow: "issued", amountYen: -200n },
      { role: "workInProcess", flow: "issued", amountYen: 500n },
      { role: "workInProcess", flow: "scrap_loss", amountYen: -20n },
      { role: "workInProcess", flow: "sold", amountYen: -80n },
      { role: "workInProcess", flow: "completed", amountYen: -400n },
    ]);
    expect(statement).toMatchObject({
      material: { openingYen: 1_000n, usedYen: 300n, otherDecreaseYen: 50n, closingYen: 650n },
      otherStockUsedYen: 200n,
      totalManufacturingYen: 500n,
      transferredYen: 100n,
      manufacturedYen: 400n,
      closingWorkInProcessYen: 0n,
    });
  });
});

describe("closing a month", () => {
  const periods = periodsOfFiscalYear("2026-04-01").map((period) =>
    period.number < 7 ? { ...period, state: "closed" as const } : period,
  );
  const clean: MonthCloseFacts = {
    period: periods[6]!,
    periods,
    trialBalance: trialBalance(accounts, [], []),
    stock: [{ role: "rawMaterials", accountYen: 5n, ledgerYen: 5n }],
    openItems: [{ role: "receivable", accountYen: 7n, itemsYen: 7n }],
    suspenseReceivedYen: 0n,
    openBankRowCount: 0,
    unconfirmedPaymentCount: 0,
    unsentPaymentCount: 0,
    disputedInvoiceCount: 0,
    unacceptedDeliveryCount: 0,
    uninvoicedClosingCount: 0,
    openingBalanceYen: 0n,
    today: "2026-11-23",
  };
  test("a clean month has no findings", () => expect(checkMonthClose(clean)).toEqual([]));
  const findings: { code: string; severity: string; change: Partial<MonthCloseFacts> }[] = [
    { code: "PERIOD_EARLIER_OPEN", severity: "blocks", change: { period: periods[7]!, today: "2026-12-01" } },
    { code: "PERIOD_NOT_OVER", severity: "blocks", change: { today: "2026-10-31" } },
    {
      code: "BOOKS_NOT_BALANCED",
      severity: "blocks",
      change: { trialBalance: { ...clean.trialBalance, debitYen: 1n } },
    },
    {
      code: "STOCK_DIFFERS_FROM_ACCOUNT",
      severity: "blocks",
      change: { stock: [{ role: "rawMaterials", accountYen: 5n, ledgerYen: 6n }] },
    },
    {
      code: "OPEN_ITEMS_DIFFER_FROM_ACCOUNT",
      severity: "blocks",
      change: { openItems: [{ role: "payable", accountYen: 5n, itemsYen: 6n }] },
    },
    { code: "OPENING_INCOMPLETE", severity: "warns", change: { openingBalanceYen: 1n } },
    { code: "SUSPENSE_NOT_CLEARED", severity: "warns", change: { suspenseReceivedYen: 1n } },
    { code: "BANK_ROWS_NOT_MATCHED", severity: "warns", change: { openBankRowCount: 2 } },
    { code: "PAYMENTS_NOT_CONFIRMED", severity: "warns", change: { unconfirmedPaymentCount: 1 } },
    { code: "PAYMENTS_NOT_SENT", severity: "warns", change: { unsentPaymentCount: 1 } },
    { code: "INVOICES_DISPUTED", severity: "warns", change: { disputedInvoiceCount: 1 } },
    { code: "DELIVERIES_NOT_ACCEPTED", severity: "warns", change: { unacceptedDeliveryCount: 2 } },
    { code: "CLOSINGS_NOT_INVOICED", severity: "warns", change: { uninvoicedClosingCount: 1 } },
    {
      code: "BALANCE_UNUSUAL",
      severity: "warns",
      change: { trialBalance: trialBalance(accounts, [{ accountCode: "1130", amountYen: -1n }], []) },
    },
  ];
  test.each(findings)("$code $severity", ({ code, severity, change }) =>
    expect(checkMonthClose({ ...clean, ...change }).map((finding) => [finding.code, finding.severity])).toEqual([
      [code, severity],
    ]),
  );
});
