import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import { type DispatchTerms, dispatch } from "./dispatch.ts";
import { freeOf, splitLine } from "./from-stock.ts";

const STEPS = 3;
function terms(yields: readonly string[]): DispatchTerms {
  return {
    windowId: "w",
    orderedOn: "2026-12-01",
    members: [0, 1, 2].map((index) => ({ groupId: "g", companyId: `m${index}`, processCodes: [`p${index}`] })),
    days: { onOrBefore: (date) => date, onOrAfter: (date) => date },
    rules: [
      {
        id: "r",
        name: "rule",
        groupId: "g",
        itemId: null,
        itemGroupCode: "",
        priority: 1,
        form: "relay",
        earning: "weights",
        choice: "by_item",
        feePercent: decimal(3),
        isAutomatic: true,
        isActive: true,
        steps: yields.map((one, index) => ({
          stepNumber: index + 1,
          feedsStepNumber: index + 1 === STEPS ? null : index + 2,
          quantityPer: decimal(1),
          processCode: `p${index}`,
          processName: `p${index}`,
          code: `{item}-${index}`,
          unitDecimals: 0,
          yield: decimal(one),
          leadTimeDays: 1,
          weight: 1n,
          members: [{ memberId: `m${index}`, sharePercent: decimal(100) }],
        })),
      },
    ],
  };
}
const lineOf = (quantity: number, amountYen: bigint, fromStock: number) => ({
  lineNumber: 1,
  itemId: "i",
  itemCode: "FR",
  itemGroupCode: "",
  quantity: decimal(quantity),
  amountYen,
  wantedOn: "2026-12-20" as const,
  fromStock: decimal(fromStock),
});

describe("stock before a dispatch", () => {
  test("taken and made add up to the order, never below nothing; the steps make the rest with every yield, the yen stay whole", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        fc.array(fc.constantFrom("1", "0.98", "0.9", "0.75", "0.333333"), { minLength: STEPS, maxLength: STEPS }),
        (quantity, share, amountYen, yields) => {
          const taken = share % (quantity + 1);
          const outcome = dispatch([lineOf(quantity, amountYen, taken)], terms(yields));
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
          const [line] = outcome.value.lines;
          expect(line!.taken.plus(line!.made).toNumber()).toBe(quantity);
          expect(line!.made.isNegative()).toBe(false);
          const whole = splitLine(lineOf(quantity, amountYen, taken), decimal(taken));
          const madeYen = whole.ok ? whole.value.madeYen : -1n;
          if (taken === quantity) {
            expect([line!.steps, outcome.value.trades, line!.feeYen, madeYen]).toEqual([[], [], null, 0n]);
            expect(line!.promisedOn).toBe("2026-12-20");
            return;
          }
          // Exactly what an order of the rest alone would ask of the steps, and be worth to them.
          const rest = dispatch([lineOf(quantity - taken, madeYen, 0)], terms(yields));
          expect(rest.ok && rest.value.trades).toEqual(outcome.value.trades);
          const earned = line!.steps.reduce((sum, step) => sum + step.earningYen!, line!.feeYen!);
          expect(earned).toBe(madeYen);
          const last = line!.steps.at(-1)!;
          expect(last.quantity.toNumber()).toBe(quantity - taken);
          for (const [index, step] of line!.steps.entries()) {
            const next = line!.steps[index + 1];
            if (next)
              expect(step.quantity.times(next.yield).greaterThanOrEqualTo(next.quantity.minus("0.001"))).toBe(true);
          }
        },
      ),
    );
  });
  test("more than ordered and less than nothing are refused at the line", () => {
    const codes = [11, -1].map((taken) => {
      const outcome = dispatch([lineOf(10, 1000n, taken)], terms(["1", "1", "1"]));
      return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);
    });
    expect(codes).toEqual([[["STOCK_ABOVE_ORDER", "lines.0"]], [["STOCK_NEGATIVE", "lines.0"]]]);
  });
  test("free is what is in the own places and promised to nobody", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (onHand, keptElsewhere, reserved) => {
        const free = freeOf({
          onHand: decimal(onHand),
          keptElsewhere: decimal(keptElsewhere),
          reserved: decimal(reserved),
        });
        expect(free.equals(Decimal.max(0, onHand - keptElsewhere - reserved))).toBe(true);
      }),
    );
    expect(freeOf(undefined).toNumber()).toBe(0);
  });
  test("a line stock covers needs no rule and no member, and goes with the group of what is made beside it", () => {
    const { rules, members, ...rest } = terms(["1", "1", "1"]);
    const codesOf = (outcome: ReturnType<typeof dispatch>) =>
      outcome.ok ? "ok" : outcome.refusals.map((one) => one.code);
    const noRule = { ...rest, members, rules: [] };
    const covered = dispatch([lineOf(10, 1000n, 10)], noRule);
    expect(covered.ok && covered.value.lines).toMatchObject([{ ruleId: null, groupId: "g", form: "relay", steps: [] }]);
    expect(codesOf(dispatch([lineOf(10, 1000n, 9)], noRule))).toEqual(["NO_RULE"]);
    expect(codesOf(dispatch([lineOf(10, 1000n, 10)], { ...noRule, members: [] }))).toEqual(["NO_RULE"]);
    const other = { groupId: "first", companyId: "x", processCodes: [] };
    const both = dispatch(
      [lineOf(10, 1000n, 10), { ...lineOf(5, 500n, 0), lineNumber: 2 }].map((line) => ({ ...line })),
      { ...rest, rules: rules.map((rule) => ({ ...rule, form: "processing" as const })), members: [other, ...members] },
    );
    if (!both.ok) throw new Error(JSON.stringify(both.refusals));
    expect(both.value.lines.map((line) => [line.lineNumber, line.groupId, line.form])).toEqual([
      [1, "g", "processing"],
      [2, "g", "processing"],
    ]);
  });
});
