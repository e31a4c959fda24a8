import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { isAsReported, matchMakerWords } from "./far-end.ts";

const word = (lineNumber: number, accepted: number, rejected = 0, reason = rejected > 0 ? "傷" : "") => ({
  lineNumber,
  accepted: decimal(accepted),
  rejected: decimal(rejected),
  reason,
});
const line = (lineNumber: number, open: number) => ({ lineNumber, open: decimal(open) });

describe("what the maker said, held against a delivery", () => {
  test("is taken exactly where every line is of the delivery, says something, and no more than is open", () => {
    const lines = fc.uniqueArray(
      fc.record({ lineNumber: fc.integer({ min: 1, max: 5 }), open: fc.integer({ min: 0, max: 9 }) }),
      { selector: (one) => one.lineNumber },
    );
    const words = fc.array(
      fc.record({
        lineNumber: fc.integer({ min: 1, max: 6 }),
        accepted: fc.integer({ min: -2, max: 9 }),
        rejected: fc.integer({ min: -2, max: 9 }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, words, (delivered, said) => {
        const fits =
          new Set(said.map((one) => one.lineNumber)).size === said.length &&
          said.every(({ lineNumber, accepted, rejected }) => {
            const found = delivered.find((one) => one.lineNumber === lineNumber);
            const judged = accepted + rejected;
            return found && accepted >= 0 && rejected >= 0 && judged > 0 && judged <= found.open;
          });
        const matched = matchMakerWords(
          said.map((one) => word(one.lineNumber, one.accepted, one.rejected)),
          delivered.map((one) => line(one.lineNumber, one.open)),
        );
        expect(matched.ok).toBe(fits);
        if (matched.ok)
          expect(matched.value.map((one) => one.line.lineNumber)).toEqual(said.map((one) => one.lineNumber));
      }),
    );
  });
  test("a rejection needs its reason, and every wrong line is named", () => {
    const refused = matchMakerWords([word(1, 0, 1, " "), word(2, 9), word(7, 1)], [line(1, 5), line(2, 5)]);
    expect(refused.ok ? [] : refused.refusals.map((one) => [one.code, one.field])).toEqual([
      ["REASON_MISSING", "lines.0.reason"],
      ["JUDGED_ABOVE_SHIPPED", "lines.1.accepted"],
      ["NOT_LAST_STEP", "lines.2.lineNumber"],
    ]);
  });
});

test("booked as reported is the same day, lines, quantities and reasons, in any order", () => {
  const report = { judgedOn: "2026-12-21", lines: [word(1, 4, 1), word(2, 3)] };
  expect(isAsReported(report, { ...report, lines: [word(2, 3), word(1, 4, 1)] })).toBe(true);
  expect(isAsReported(report, { ...report, judgedOn: "2026-12-22" })).toBe(false);
  for (const lines of [[word(1, 4, 1)], [word(1, 5), word(2, 3)], [word(1, 4, 1, "割れ"), word(2, 3)]])
    expect(isAsReported(report, { ...report, lines })).toBe(false);
});
