import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import { type CountCause, type CountedLine, compareCounts, foundValueYen } from "./stocktake.ts";

const line = (lineNumber: number, theoretical: string, counted: string | null, cause: CountCause | "" = "loss") => ({
  lineNumber,
  theoretical: decimal(theoretical),
  counted: counted === null ? null : decimal(counted),
  cause,
});

describe("comparing counts with theory", () => {
  const cases: { name: string; lines: CountedLine[]; leave?: boolean; differences: string[]; codes: string[] }[] = [
    { name: "what agrees says nothing", lines: [line(1, "5", "5", "")], differences: [], codes: [] },
    { name: "missing goods are below zero", lines: [line(1, "5", "3")], differences: ["-2"], codes: [] },
    { name: "found goods are above zero", lines: [line(1, "0", "3")], differences: ["3"], codes: [] },
    {
      name: "a difference without a cause is refused",
      lines: [line(1, "5", "3", "")],
      differences: ["-2"],
      codes: ["CAUSE_MISSING"],
    },
    {
      name: "a line nobody counted stops the posting",
      lines: [line(1, "5", null), line(2, "1", "1")],
      differences: [],
      codes: ["COUNT_INCOMPLETE"],
    },
    {
      name: "unless uncounted lines are to be left as they are",
      lines: [line(1, "5", null), line(2, "1", "0")],
      leave: true,
      differences: ["-1"],
      codes: [],
    },
    { name: "counted zero is a count", lines: [line(1, "5", "0")], differences: ["-5"], codes: [] },
  ];
  test.each(cases)("$name", ({ lines, leave, differences, codes }) => {
    const compared = compareCounts(lines, leave);
    expect(compared.differences.map((one) => one.difference.toFixed())).toEqual(differences);
    expect(compared.refusals.map((one) => one.code)).toEqual(codes);
  });

  test("theory and differences together are the count of every counted line", () => {
    const quantity = fc.integer({ min: 0, max: 10_000_000 }).map((milli) => new Decimal(milli).div(1000));
    fc.assert(
      fc.property(fc.array(fc.tuple(quantity, fc.option(quantity))), (rows) => {
        const lines = rows.map(
          ([theoretical, counted], i): CountedLine => ({ lineNumber: i + 1, theoretical, counted, cause: "unknown" }),
        );
        const { differences } = compareCounts(lines, true);
        const sum = (values: Decimal[]) => values.reduce((total, one) => total.plus(one), new Decimal(0));
        expect(sum([...lines.map((l) => l.theoretical), ...differences.map((d) => d.difference)]).toFixed()).toBe(
          sum(lines.map((l) => l.counted ?? l.theoretical)).toFixed(),
        );
      }),
    );
  });

  test("found goods are valued to the yen, half a yen upwards", () => {
    expect(foundValueYen(decimal("3"), decimal("33.5"))).toBe(101n);
    expect(foundValueYen(decimal("0.001"), decimal("400"))).toBe(0n);
  });
});
