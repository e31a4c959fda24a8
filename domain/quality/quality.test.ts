import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import {
  type Characteristic,
  checkPlan,
  type InspectionPlan,
  judgeReadings,
  readingsNeeded,
} from "./inspection-plan.ts";
import { checkVerdict, stateOf } from "./judgement.ts";
import { drawLotTree, type LotStep } from "./lot-tree.ts";

const measured = (name: string, lower: string | null, upper: string | null): Characteristic => ({
  name,
  kind: "measured",
  unit: "mm",
  lower,
  upper,
  method: "",
});
const plan = (more: Partial<InspectionPlan> = {}): InspectionPlan => ({
  sampling: "sample",
  sampleSize: 2,
  characteristics: [measured("外径", "9.98", "10.02"), { ...measured("外観", null, null), kind: "attribute" }],
  ...more,
});

describe("an inspection plan", () => {
  const cases: { name: string; plan: InspectionPlan; codes: string[] }[] = [
    { name: "with limits and a sample size is right", plan: plan(), codes: [] },
    { name: "that skips needs nothing", plan: plan({ sampling: "skip", characteristics: [] }), codes: [] },
    {
      name: "by sample needs a sample size",
      plan: plan({ sampleSize: null }),
      codes: ["SAMPLE_SIZE_MISSING sampleSize"],
    },
    {
      name: "that inspects needs something to look at",
      plan: plan({ characteristics: [] }),
      codes: ["CHARACTERISTICS_MISSING characteristics"],
    },
    {
      name: "measures nothing without a limit",
      plan: plan({ characteristics: [measured("a", null, null)] }),
      codes: ["CHARACTERISTIC_WITHOUT_LIMIT characteristics.0.lower"],
    },
    {
      name: "has its lower limit below its upper one",
      plan: plan({ characteristics: [measured("a", "2", "1")] }),
      codes: ["LIMITS_CROSSED characteristics.0.upper"],
    },
    {
      name: "names each characteristic once",
      plan: plan({ characteristics: [measured("a", "1", null), measured("a", null, "2")] }),
      codes: ["CHARACTERISTIC_TWICE characteristics.1.name"],
    },
  ];
  test.each(cases)("$name", ({ plan, codes }) =>
    expect(checkPlan(plan).map((one) => `${one.code} ${one.field}`)).toEqual(codes),
  );
  test.each([
    { sampling: "all", quantity: "100", needed: 1 },
    { sampling: "sample", quantity: "100", needed: 2 },
    { sampling: "sample", quantity: "1", needed: 1 },
    { sampling: "sample", quantity: "0.5", needed: 1 },
    { sampling: "skip", quantity: "100", needed: 0 },
  ] as const)("$sampling of $quantity asks for $needed readings", ({ sampling, quantity, needed }) =>
    expect(readingsNeeded(plan({ sampling }), decimal(quantity))).toBe(needed),
  );
});

describe("readings", () => {
  const value = (characteristic: string, text: string) => ({ characteristic, value: text, isGood: null });
  const look = (isGood: boolean | null) => ({ characteristic: "外観", value: null, isGood });
  test("on a limit are within it, beyond it are not, and keep the limits they were held against", () => {
    const { judged, refusals } = judgeReadings(
      plan(),
      [value("外径", "9.98"), value("外径", "10.021"), look(true), look(false)],
      decimal(10),
    );
    expect(refusals).toEqual([]);
    expect(judged.map((one) => one.isWithin)).toEqual([true, false, true, false]);
    expect(judged[1]).toMatchObject({ lower: "9.98", upper: "10.02", unit: "mm", value: "10.021" });
  });
  test("that are missing, too few or of something else are refused where they stand", () => {
    const { refusals } = judgeReadings(plan(), [value("外径", "10"), look(null), value("長さ", "1")], decimal(10));
    expect(refusals.map((one) => `${one.code} ${one.field}`)).toEqual([
      "READING_MISSING readings.1.value",
      "CHARACTERISTIC_UNKNOWN readings.2.characteristic",
      "READINGS_TOO_FEW readings",
      "READINGS_TOO_FEW readings",
    ]);
  });
});

describe("a verdict", () => {
  const verdict = (accepted: string, special: string, rejected: string, reason = "") => ({
    accepted: decimal(accepted),
    special: decimal(special),
    rejected: decimal(rejected),
    reason,
  });
  const outside = {
    characteristic: "外径",
    value: "11",
    isGood: null,
    unit: "mm",
    lower: "9",
    upper: "10",
    isWithin: false,
  };
  test.each([
    { name: "all good", is: verdict("10", "0", "0"), readings: [], codes: [], state: "passed" },
    { name: "some rejected", is: verdict("8", "0", "2", "傷"), readings: [], codes: [], state: "partly" },
    { name: "all rejected", is: verdict("0", "0", "10", "傷"), readings: [outside], codes: [], state: "failed" },
    {
      name: "some taken specially",
      is: verdict("5", "5", "0", "傷"),
      readings: [outside],
      codes: [],
      state: "special",
    },
    { name: "nothing said", is: verdict("0", "0", "0"), readings: [], codes: ["NOTHING_INSPECTED"], state: "passed" },
    {
      name: "more than there is",
      is: verdict("11", "0", "0"),
      readings: [],
      codes: ["JUDGED_ABOVE_QUANTITY"],
      state: "passed",
    },
    { name: "no reason", is: verdict("9", "0", "1"), readings: [], codes: ["REASON_MISSING"], state: "partly" },
    {
      name: "out of limits and all accepted",
      is: verdict("10", "0", "0"),
      readings: [outside],
      codes: ["OUTSIDE_LIMITS_ACCEPTED"],
      state: "passed",
    },
  ])("$name", ({ is, readings, codes, state }) => {
    expect(checkVerdict(is, decimal(10), readings).map((one) => one.code)).toEqual(codes);
    expect(stateOf(is)).toBe(state);
  });
});

describe("the genealogy of a lot", () => {
  const step = (madeLotId: string, usedLotId: string, quantity = 1): LotStep => ({
    madeLotId,
    usedLotId,
    workOrderId: `${madeLotId}<${usedLotId}`,
    quantity: decimal(quantity),
  });
  const shown = (root: string, steps: LotStep[], direction: "backward" | "forward") =>
    drawLotTree(root, steps, direction).map(
      (row) => `${"-".repeat(row.depth)}${row.lotId}${row.isRepeated ? "*" : ""}`,
    );
  test("goes back to what it was made of, nearest first", () => {
    const steps = [step("frame", "tube"), step("frame", "paint"), step("bike", "frame"), step("bike", "bolt")];
    expect(shown("bike", steps, "backward")).toEqual(["-frame", "--tube", "--paint", "-bolt"]);
    expect(shown("tube", steps, "forward")).toEqual(["-frame", "--bike"]);
  });
  test("unfolds a lot reached by two ways once, and ends in a circle", () => {
    expect(
      shown("a", [step("a", "b"), step("a", "c"), step("b", "d"), step("c", "d"), step("d", "e")], "backward"),
    ).toEqual(["-b", "--d", "---e", "-c", "--d*"]);
    expect(shown("a", [step("a", "b"), step("b", "a")], "backward")).toEqual(["-b", "--a*"]);
  });
  test("shows every lot that can be reached, once unfolded, whatever the steps", () => {
    const lot = fc.constantFrom("a", "b", "c", "d", "e", "f");
    fc.assert(
      fc.property(fc.array(fc.tuple(lot, lot), { maxLength: 20 }), (pairs) => {
        const reached = new Set(["a"]);
        for (let before = 0; before !== reached.size; ) {
          before = reached.size;
          for (const [made, used] of pairs) if (reached.has(made)) reached.add(used);
        }
        const rows = drawLotTree(
          "a",
          pairs.map(([made, used]) => step(made, used)),
          "backward",
        );
        const unfolded = rows.filter((row) => !row.isRepeated).map((row) => row.lotId);
        expect([...new Set(["a", ...unfolded])].sort()).toEqual([...reached].sort());
        expect(new Set(unfolded).size).toBe(unfolded.length);
      }),
    );
  });
});
