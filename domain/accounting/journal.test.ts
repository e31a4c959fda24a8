import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultAccountMap } from "./account.ts";
import {
  checkManualEntry,
  debitTotalYen,
  imbalanceYen,
  type JournalEntryDraft,
  type JournalLineDraft,
  mergeLines,
  resolveAccounts,
  reverseEntry,
} from "./journal.ts";

const draft: JournalEntryDraft = {
  kind: "advance_paid",
  eventOn: "2026-11-23",
  postingOn: "2026-11-23",
  sourceId: "d1",
  lines: [
    { role: "advancePaid", amountYen: 300n, partnerId: "p1" },
    { role: "bank", amountYen: -300n },
  ],
};

describe("journal entries", () => {
  test("roles become the company's account codes", () => {
    const map = new Map(defaultAccountMap()).set("bank", "1131");
    expect(resolveAccounts(draft, map).lines.map((line) => line.accountCode)).toEqual(["1410", "1131"]);
  });
  test("a reversal turns every sign, on its own posting day", () => {
    const entry = resolveAccounts(draft, defaultAccountMap());
    const reversed = reverseEntry(entry, { sourceId: "r1", postingOn: "2026-12-01" });
    expect(reversed).toMatchObject({
      kind: "reversal_of_advance_paid",
      eventOn: "2026-11-23",
      postingOn: "2026-12-01",
      sourceId: "r1",
    });
    expect(reversed.lines.map((line) => line.amountYen)).toEqual([-300n, 300n]);
    expect(imbalanceYen([...entry.lines, ...reversed.lines])).toBe(0n);
    expect(debitTotalYen(reversed.lines)).toBe(debitTotalYen(entry.lines));
  });
});

describe("lines that say the same of an account", () => {
  const line = fc.record(
    {
      role: fc.constantFrom("merchandise" as const, "goodsShipped" as const, "payable" as const),
      amountYen: fc.bigInt({ min: -1000n, max: 1000n }).filter((yen) => yen !== 0n),
      taxCode: fc.constantFrom("p_taxable_10" as const, "p_reduced_8" as const),
      partnerId: fc.constantFrom("p1", "p2"),
      sourceLineId: fc.constantFrom("1", "2"),
      flow: fc.constantFrom("shipped" as const, "sold" as const),
    },
    { requiredKeys: ["role", "amountYen"] },
  ) as fc.Arbitrary<JournalLineDraft>;
  const what = ({ role, amountYen, taxCode, partnerId, flow }: JournalLineDraft) =>
    [role, amountYen > 0n ? "debit" : "credit", taxCode, partnerId, flow].join(" ");
  const sums = (lines: readonly JournalLineDraft[]) => {
    const found = new Map<string, bigint>();
    for (const one of lines) found.set(what(one), (found.get(what(one)) ?? 0n) + one.amountYen);
    return found;
  };
  test("become one, and every account keeps its debits and credits by tax code, partner and reason", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const merged = mergeLines(lines);
        expect(sums(merged)).toEqual(sums(lines));
        expect(new Set(merged.map(what)).size).toBe(merged.length);
      }),
    );
  });
  test("name a line of the document only where all of them come from it", () => {
    const of = (sourceLineId: string) => ({ role: "merchandise" as const, amountYen: 5n, sourceLineId });
    expect(mergeLines([of("1"), of("1")])).toEqual([{ role: "merchandise", amountYen: 10n, sourceLineId: "1" }]);
    expect(mergeLines([of("1"), of("2"), of("1")])).toEqual([{ role: "merchandise", amountYen: 15n }]);
  });
});

describe("an entry typed by a person", () => {
  const accounts = new Map([
    ["7250", { keptByStock: false }],
    ["1130", { keptByStock: false }],
    ["1350", { keptByStock: true }],
  ]);
  const line = (accountCode: string, amountYen: bigint) => ({ accountCode, amountYen });
  const cases = [
    { name: "a balanced one is accepted", lines: [line("7250", 5n), line("1130", -5n)], codes: [] },
    { name: "one line is none", lines: [line("7250", 0n)], codes: ["ENTRY_NEEDS_LINES", "ENTRY_LINE_ZERO"] },
    { name: "one yen too much", lines: [line("7250", 6n), line("1130", -5n)], codes: ["ENTRY_NOT_BALANCED"] },
    { name: "an unknown account", lines: [line("9999", 5n), line("1130", -5n)], codes: ["ACCOUNT_UNKNOWN"] },
    {
      name: "an account kept by the stock ledger",
      lines: [line("1350", 5n), line("1130", -5n)],
      codes: ["ACCOUNT_KEPT_BY_STOCK"],
    },
  ];
  test.each(cases)("$name", ({ lines, codes }) => {
    const outcome = checkManualEntry(lines, accounts);
    expect(outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code)).toEqual(codes);
  });
  test("is accepted only when debits equal credits", () => {
    const amounts = fc.array(
      fc.bigInt({ min: -1000n, max: 1000n }).filter((yen) => yen !== 0n),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(amounts, (yen) => {
        const lines = yen.map((amountYen) => line("1130", amountYen));
        expect(checkManualEntry(lines, accounts).ok).toBe(imbalanceYen(lines) === 0n);
      }),
    );
  });
});
