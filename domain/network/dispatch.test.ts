import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { changeAlongChain, type StepNow } from "./chain-change.ts";
import { type DispatchTerms, dispatch, type LinePlan, type LineToDispatch, startQuantity } from "./dispatch.ts";
import { checkRule, chooseRule, type DispatchRule, type DispatchStep } from "./dispatch-rule.ts";

const everyDay = { onOrBefore: (date: string) => date, onOrAfter: (date: string) => date };

function step(stepNumber: number, feedsStepNumber: number | null, more: Partial<DispatchStep> = {}): DispatchStep {
  return {
    stepNumber,
    feedsStepNumber,
    quantityPer: decimal(1),
    processCode: `P${stepNumber}`,
    processName: `工程${stepNumber}`,
    code: `{item}-${stepNumber}`,
    unitDecimals: 0,
    yield: decimal(1),
    leadTimeDays: 0,
    weight: 1n,
    members: [{ memberId: `m${stepNumber}`, sharePercent: decimal(100) }],
    ...more,
  };
}

function rule(steps: readonly DispatchStep[], more: Partial<DispatchRule> = {}): DispatchRule {
  return {
    id: "r1",
    name: "ルール",
    groupId: "g",
    itemId: null,
    itemGroupCode: "",
    priority: 100,
    form: "relay",
    earning: "weights",
    choice: "by_item",
    feePercent: decimal(3),
    isAutomatic: true,
    isActive: true,
    steps,
    ...more,
  };
}

const COMPANIES = ["m10", "m20", "m30", "a", "b", "c", "d"];
function terms(rules: readonly DispatchRule[], more: Partial<DispatchTerms> = {}): DispatchTerms {
  return {
    windowId: "window",
    orderedOn: "2026-12-01",
    rules,
    members: COMPANIES.map((companyId) => ({
      groupId: "g",
      companyId,
      processCodes: [companyId.startsWith("m") ? `P${companyId.slice(1)}` : "SHARED"],
    })),
    days: everyDay,
    ...more,
  };
}

const line = (more: Partial<LineToDispatch> = {}): LineToDispatch => ({
  lineNumber: 1,
  itemId: "item",
  itemCode: "FR-1",
  itemGroupCode: "FRAME",
  quantity: decimal(100),
  amountYen: 100_001n,
  wantedOn: "2026-12-20",
  ...more,
});

function planOf(rules: readonly DispatchRule[], one = line(), more: Partial<DispatchTerms> = {}): LinePlan {
  const plan = dispatch([one], terms(rules, more));
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusals));
  return plan.value.lines[0]!;
}

const RELAY = rule([
  step(10, 20, { yield: decimal("0.95"), leadTimeDays: 3, weight: 20n }),
  step(20, 30, { yield: decimal("0.9"), leadTimeDays: 5, weight: 30n }),
  step(30, null, { leadTimeDays: 2, weight: 40n }),
]);

describe("a relay of three members, worked by hand", () => {
  const plan = planOf([RELAY]);
  const of = (number: number) => plan.steps.find((one) => one.stepNumber === number)!;

  test("yields multiply from the end and every step rounds up to its unit: 100 ← 100 ← 112 ← 118", () => {
    expect([of(30), of(20), of(10)].map((one) => one.quantity.toFixed())).toEqual(["100", "100", "112"]);
    expect(startQuantity(of(10)).toFixed()).toBe("118");
  });
  test("dates go backwards by lead times from the wanted date", () => {
    expect([of(30).wantedOn, of(20).wantedOn, of(10).wantedOn, of(10).startsOn]).toEqual([
      "2026-12-20",
      "2026-12-18",
      "2026-12-13",
      "2026-12-10",
    ]);
    expect([plan.promisedOn, plan.isLate]).toEqual(["2026-12-20", false]);
  });
  test("fee 3,000 first, then 21,556 + 32,334 + 43,111; each trade costs what all steps up to it earn", () => {
    expect(plan.feeYen).toBe(3000n);
    expect([of(10), of(20), of(30)].map((one) => one.earningYen)).toEqual([21_556n, 32_334n, 43_111n]);
    expect([of(10), of(20), of(30)].map((one) => one.amountYen)).toEqual([21_556n, 53_890n, 97_001n]);
  });
  test("each sells to the next, the last to the window", () => {
    expect(plan.steps.map((one) => [one.sellerId, one.buyerId, one.code])).toEqual([
      ["m10", "m20", "FR-1-10"],
      ["m20", "m30", "FR-1-20"],
      ["m30", "window", "FR-1-30"],
    ]);
  });
});

test("when the chain cannot make the wanted date, the promise comes out later and no step is asked to begin before the order", () => {
  const plan = planOf([RELAY], line({ wantedOn: "2026-12-05" }));
  expect(plan.steps.map((one) => one.wantedOn)).toEqual(["2026-12-04", "2026-12-09", "2026-12-11"]);
  expect([plan.promisedOn, plan.isLate]).toEqual(["2026-12-11", true]);
});

test("in processing every step sells only its work to the window, and a price is its own step's share", () => {
  const plan = planOf([{ ...RELAY, form: "processing" }]);
  expect(plan.steps.map((one) => [one.sellerId, one.buyerId, one.amountYen])).toEqual([
    ["m10", "window", 21_556n],
    ["m20", "window", 32_334n],
    ["m30", "window", 43_111n],
  ]);
});

test("a step of the window's own is a work order need and never a trade with itself", () => {
  const own = rule([
    step(10, 20),
    step(20, 30, { members: [{ memberId: "window", sharePercent: decimal(100) }] }),
    step(30, 40),
    step(40, null, { members: [{ memberId: "window", sharePercent: decimal(100) }] }),
  ]);
  const plan = dispatch([line()], terms([own]));
  if (!plan.ok) throw new Error("refused");
  expect(plan.value.lines[0]!.steps.map((one) => [one.sellerId, one.buyerId, one.kind])).toEqual([
    ["m10", "window", "trade"],
    ["window", "m30", "trade"],
    ["m30", "window", "trade"],
    ["window", "window", "own_work"],
  ]);
  expect(plan.value.trades.every((trade) => trade.sellerId !== trade.buyerId)).toBe(true);
});

test("fixed shares are split to the unit, and goods stay in a company that also does the next step", () => {
  const shared = rule([
    step(10, 20, {
      members: [
        { memberId: "a", sharePercent: decimal("66.6") },
        { memberId: "b", sharePercent: decimal("33.4") },
      ],
    }),
    step(20, null, {
      members: [
        { memberId: "b", sharePercent: decimal(50) },
        { memberId: "c", sharePercent: decimal(50) },
      ],
    }),
  ]);
  const plan = planOf([shared], line({ quantity: decimal(7) }));
  expect(
    plan.steps.map((one) => [one.stepNumber, one.sellerId, one.buyerId, one.quantity.toFixed(), one.kind]),
  ).toEqual([
    [10, "a", "c", "3", "trade"],
    [10, "a", "b", "2", "trade"],
    [10, "b", "b", "2", "inside"],
    [20, "c", "window", "3", "trade"],
    [20, "b", "window", "4", "trade"],
  ]);
});

test("lines of one pair of companies become one trade", () => {
  const plan = dispatch([line(), line({ lineNumber: 2, itemCode: "FR-2" })], terms([RELAY]));
  if (!plan.ok) throw new Error("refused");
  expect(plan.value.trades.map((trade) => [trade.sellerId, trade.buyerId, trade.lines.map((one) => one.code)])).toEqual(
    [
      ["m10", "m20", ["FR-1-10", "FR-2-10"]],
      ["m20", "m30", ["FR-1-20", "FR-2-20"]],
      ["m30", "window", ["FR-1-30", "FR-2-30"]],
    ],
  );
});

describe("who gets a step", () => {
  const cases = [
    {
      name: "whoever has the process",
      rules: [rule([step(10, null, { members: [] })], { choice: "by_process" })],
      expected: ["m10"],
    },
    {
      name: "two members with the process go to a person",
      rules: [rule([step(10, null, { members: [], processCode: "SHARED" })], { choice: "by_process" })],
      expected: "PROCESS_AMBIGUOUS",
    },
    {
      name: "nobody has the process",
      rules: [rule([step(10, null, { members: [], processCode: "NONE" })], { choice: "by_process" })],
      expected: "NO_MEMBER_FOR_PROCESS",
    },
    {
      name: "by hand asks each time",
      rules: [rule([step(10, null)], { choice: "by_hand", isAutomatic: false })],
      expected: "MEMBERS_TO_CHOOSE",
    },
    {
      name: "a line no rule covers goes to a person",
      rules: [rule([step(10, null)], { itemId: "other" })],
      expected: "NO_RULE",
    },
    {
      name: "a company outside the group gets nothing",
      rules: [rule([step(10, null, { members: [{ memberId: "stranger", sharePercent: decimal(100) }] })])],
      expected: "NOT_A_MEMBER_OF_GROUP",
    },
    {
      name: "a rule whose steps go round in a circle does not dispatch",
      rules: [rule([step(10, 20), step(20, 10)])],
      expected: "RULE_UNFIT",
    },
  ];
  test.each(cases)("$name", ({ rules, expected }) => {
    const plan = dispatch([line()], terms(rules));
    expect(plan.ok ? plan.value.lines[0]!.steps.map((one) => one.sellerId) : plan.refusals[0].code).toEqual(expected);
  });
  test("a person's choice goes before the rule's", () => {
    const one = line({
      byHand: { members: [{ stepNumber: 30, members: [{ memberId: "a", sharePercent: decimal(100) }] }] },
    });
    expect(planOf([RELAY], one).steps.map((each) => each.sellerId)).toEqual(["m10", "m20", "a"]);
  });
});

describe("rules", () => {
  const cases = [
    { name: "no steps", bad: rule([]), expected: ["RULE_WITHOUT_STEPS", "WEIGHTS_MISSING"] },
    {
      name: "a circle is named at every step in it",
      bad: rule([step(10, 20), step(20, 10)]),
      expected: ["STEP_CYCLE", "STEP_CYCLE"],
    },
    { name: "feeding a step that is not there", bad: rule([step(10, 99)]), expected: ["STEP_FEEDS_UNKNOWN"] },
    {
      name: "shares of 99 per cent",
      bad: rule([step(10, null, { members: [{ memberId: "a", sharePercent: decimal(99) }] })]),
      expected: ["SHARES_NOT_HUNDRED"],
    },
    { name: "no weight at all", bad: rule([step(10, null, { weight: 0n })]), expected: ["WEIGHTS_MISSING"] },
    {
      name: "by hand and automatic",
      bad: rule([step(10, null)], { choice: "by_hand" }),
      expected: ["HAND_IS_NOT_AUTOMATIC"],
    },
    { name: "the relay above is sound", bad: RELAY, expected: [] },
  ];
  test.each(cases)("$name", ({ bad, expected }) => {
    const outcome = checkRule(bad);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => one.code)).toEqual(expected);
  });
  test("tried by priority, the narrower first at the same one", () => {
    const any = rule([], { id: "any" });
    const group = rule([], { id: "group", itemGroupCode: "FRAME" });
    const item = rule([], { id: "item", itemId: "item" });
    const first = rule([], { id: "first", priority: 1 });
    const off = rule([], { id: "off", priority: 0, isActive: false });
    const asked = { itemId: "item", itemGroupCode: "FRAME" };
    expect(chooseRule([any, group, item, off], asked)?.id).toBe("item");
    expect(chooseRule([any, group, off], asked)?.id).toBe("group");
    expect(chooseRule([any, item, first], asked)?.id).toBe("first");
  });
});

/** Random trees of steps with shares over four companies and the window. */
const randomRule = fc
  .array(
    fc.record({
      feeds: fc.nat(100),
      per: fc.integer({ min: 1, max: 4 }),
      yieldPercent: fc.integer({ min: 50, max: 100 }),
      lead: fc.nat(9),
      weight: fc.nat(50),
      first: fc.constantFrom("a", "b", "c", "d", "window"),
      second: fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: null }),
      share: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map((row, index) =>
      step(index + 1, index === 0 ? null : (row.feeds % index) + 1, {
        quantityPer: decimal(row.per),
        yield: decimal(row.yieldPercent).dividedBy(100),
        leadTimeDays: row.lead,
        weight: BigInt(row.weight + (index === 0 ? 1 : 0)),
        members:
          row.second && row.second !== row.first
            ? [
                { memberId: row.first, sharePercent: decimal(row.share) },
                { memberId: row.second, sharePercent: decimal(100 - row.share) },
              ]
            : [{ memberId: row.first, sharePercent: decimal(100) }],
      }),
    ),
  );

describe("for any tree of steps", () => {
  test("the window's fee and what all steps earn add up to the origin amount, and in relay so do the trades", () => {
    fc.assert(
      fc.property(
        randomRule,
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom("relay" as const, "processing" as const),
        (steps, amountYen, quantity, form) => {
          const plan = planOf([rule(steps, { form })], line({ amountYen, quantity: decimal(quantity) }));
          const earned = plan.steps.reduce((sum, one) => sum + one.earningYen!, 0n);
          expect(earned + plan.feeYen!).toBe(amountYen);
          const outgoing = plan.steps.filter((one) => form === "processing" || one.feedsStepNumber === null);
          expect(outgoing.reduce((sum, one) => sum + one.amountYen!, 0n) + plan.feeYen!).toBe(amountYen);
        },
      ),
    );
  });
  test("every step is given what it needs by its yield, never less and less than one unit per buyer more", () => {
    fc.assert(
      fc.property(randomRule, fc.integer({ min: 1, max: 500 }), (steps, quantity) => {
        const plan = planOf([rule(steps)], line({ quantity: decimal(quantity) }));
        for (const one of steps) {
          const parts = plan.steps.filter((part) => part.stepNumber === one.stepNumber);
          const made = parts.reduce((sum, part) => sum.plus(part.quantity), decimal(0));
          const makers = new Set(parts.map((part) => part.sellerId)).size;
          for (const fed of steps.filter((other) => other.feedsStepNumber === one.stepNumber)) {
            const got = plan.steps
              .filter((part) => part.stepNumber === fed.stepNumber)
              .reduce((sum, part) => sum.plus(part.quantity), decimal(0));
            const surplus = got.minus(made.times(fed.quantityPer).dividedBy(one.yield));
            expect(surplus.greaterThan("-0.000001")).toBe(true);
            expect(surplus.lessThan(makers)).toBe(true);
          }
        }
      }),
    );
  });
  test("the same order under the same rules gives the same plan, and no step is due before what feeds it plus its lead time", () => {
    fc.assert(
      fc.property(randomRule, fc.nat(60), (steps, days) => {
        const wantedOn = `2026-12-${String((days % 28) + 1).padStart(2, "0")}`;
        const plan = planOf([rule(steps)], line({ wantedOn }));
        expect(JSON.stringify(planOf([rule(steps)], line({ wantedOn })), text)).toBe(JSON.stringify(plan, text));
        for (const one of plan.steps)
          for (const fed of plan.steps.filter((other) => other.feedsStepNumber === one.stepNumber))
            expect(fed.wantedOn <= one.startsOn).toBe(true);
      }),
    );
  });
});
const text = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

describe("a change of the maker's order along the chain", () => {
  const now = (plan: LinePlan, shipped: Record<number, string> = {}): StepNow[] =>
    plan.steps.map((one) => ({ ...one, shipped: decimal(shipped[one.stepNumber] ?? 0) }));
  const context = { today: "2026-12-02", promisedOn: "2026-12-20", form: "relay" as const, days: everyDay };
  const wanted = { isCancel: false, newQuantity: null, newWantedOn: null };

  test("a new quantity goes back with the yields it was dispatched with", () => {
    const outcome = changeAlongChain(now(planOf([RELAY])), { ...wanted, newQuantity: decimal(120) }, context);
    if (!outcome.ok) throw new Error("refused");
    expect(outcome.value.steps.map((one) => [one.stepNumber, one.newQuantity?.toFixed(), one.newWantedOn])).toEqual([
      [10, "134", null],
      [20, "120", null],
      [30, "120", null],
    ]);
  });
  test("what is shipped stays: the first step keeps its 112 when the order is halved", () => {
    const outcome = changeAlongChain(
      now(planOf([RELAY]), { 10: "112", 20: "60" }),
      { ...wanted, newQuantity: decimal(50) },
      context,
    );
    if (!outcome.ok) throw new Error("refused");
    expect(outcome.value.steps.map((one) => [one.stepNumber, one.newQuantity?.toFixed()])).toEqual([
      [20, "60"],
      [30, "50"],
    ]);
  });
  test("a date too early comes back as a later promise", () => {
    const outcome = changeAlongChain(now(planOf([RELAY])), { ...wanted, newWantedOn: "2026-12-08" }, context);
    if (!outcome.ok) throw new Error("refused");
    expect([outcome.value.promisedOn, outcome.value.isLate]).toEqual(["2026-12-12", true]);
    expect(outcome.value.steps.map((one) => one.newWantedOn)).toEqual(["2026-12-05", "2026-12-10", "2026-12-12"]);
  });
  test("cancelling closes steps at what they shipped and never one the maker already has", () => {
    const cancel = { ...wanted, isCancel: true };
    const outcome = changeAlongChain(now(planOf([RELAY]), { 10: "112", 20: "40" }), cancel, context);
    expect(
      outcome.ok && outcome.value.steps.map((one) => [one.stepNumber, one.isCancel, one.newQuantity?.toFixed()]),
    ).toEqual([
      [20, false, "40"],
      [30, true, undefined],
    ]);
    const late = changeAlongChain(now(planOf([RELAY]), { 30: "1" }), cancel, context);
    expect(late.ok ? "" : late.refusals[0].code).toBe("CHANGE_BELOW_SHIPPED");
  });
  test("for any tree, ordering the same quantity again changes nothing", () => {
    fc.assert(
      fc.property(randomRule, fc.integer({ min: 1, max: 300 }), (steps, quantity) => {
        const plan = planOf([rule(steps)], line({ quantity: decimal(quantity) }));
        const outcome = changeAlongChain(now(plan), { ...wanted, newQuantity: decimal(quantity) }, context);
        expect(outcome.ok && outcome.value.steps).toEqual([]);
      }),
    );
  });
});
