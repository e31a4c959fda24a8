import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, Decimal, decimal } from "../shared/index.ts";
import {
  type BomLine,
  backflushQuantity,
  completionCost,
  equivalentOpen,
  explodeOrder,
  judgeReport,
  mayMoveWorkOrder,
  normalScrapRate,
  OPERATION_STATES,
  pickStock,
  planDates,
  progressShare,
  type RoutingOperation,
  rescaleOrder,
  stateAfterReport,
  WORK_ORDER_MOVES,
  WORK_ORDER_STATES,
  workedMinutes,
} from "./index.ts";

const operation = (operationNumber: number, more: Partial<RoutingOperation> = {}): RoutingOperation => ({
  operationNumber,
  name: `工程${operationNumber}`,
  workCenterId: "wc",
  setupMinutes: decimal(30),
  runMinutesPerUnit: decimal(2),
  yield: decimal(1),
  needsInspection: false,
  subcontractPartnerId: null,
  subcontractItemId: null,
  subcontractLeadTimeDays: 0,
  validFrom: null,
  validTo: null,
  ...more,
});
const bom = (componentItemId: string, quantity: string, more: Partial<BomLine> = {}): BomLine => ({
  componentItemId,
  operationNumber: null,
  quantity: decimal(quantity),
  scrapRate: decimal(0),
  validFrom: null,
  validTo: null,
  unitDecimals: 0,
  isBackflushed: true,
  ...more,
});
const exploded = (input: Partial<Parameters<typeof explodeOrder>[0]>) =>
  explodeOrder({
    wanted: { goodQuantity: decimal(10) },
    on: "2026-11-24",
    unitDecimals: 0,
    itemYield: decimal(1),
    bomLines: [],
    operations: [operation(10)],
    needsMaterial: false,
    ...input,
  });

describe("a work order", () => {
  test("reaches every state, and from closed and cancelled goes nowhere", () => {
    const reached = new Set(WORK_ORDER_MOVES.map(([, to]) => to));
    expect(WORK_ORDER_STATES.filter((state) => state !== "planned" && !reached.has(state))).toEqual([]);
    for (const to of WORK_ORDER_STATES) {
      expect(mayMoveWorkOrder("closed", to)).toBe(false);
      expect(mayMoveWorkOrder("cancelled", to)).toBe(false);
    }
    expect(mayMoveWorkOrder("planned", "started")).toBe(false);
  });
  test("keeps an operation that is done closed to every report", () => {
    for (const kind of ["start", "pause", "resume", "good", "scrap", "rework", "done"] as const)
      expect(stateAfterReport("done", kind)).toBeNull();
    expect(OPERATION_STATES.map((state) => stateAfterReport(state, "start"))).toEqual([
      "running",
      "running",
      "running",
      "running",
      null,
    ]);
  });
});

describe("explosion", () => {
  test("multiplies yields from the end and rounds every operation up to the unit", () => {
    const result = exploded({
      operations: [operation(10, { yield: decimal("0.9") }), operation(20, { yield: decimal("0.95") })],
      bomLines: [bom("steel", "1"), bom("paint", "0.25", { operationNumber: 20, unitDecimals: 2 })],
    });
    if (!result.ok) throw new Error("refused");
    expect(result.value.operations.map((one) => one.plannedQuantity.toFixed())).toEqual(["13", "11"]);
    expect(result.value.materials.map((one) => [one.itemId, one.operationNumber, one.required.toFixed()])).toEqual([
      ["steel", 10, "13"],
      ["paint", 20, "2.75"],
    ]);
  });
  test("of more than can be stored, an operation's or a material's, is refused", () => {
    const of = (most: string, perParent: string) =>
      exploded({ wanted: { goodQuantity: decimal(most) }, bomLines: [bom("bolt", perParent)] });
    expect(of("999999999999", "1").ok).toBe(true);
    const refused = { ok: false, refusals: [{ code: "ORDER_BEYOND_STORE" }] };
    expect(of("1000000000", "1000")).toMatchObject(refused);
    expect(
      exploded({
        wanted: { goodQuantity: decimal("999999999999") },
        operations: [operation(10, { yield: decimal("0.9") })],
      }),
    ).toMatchObject(refused);
  });
  test("takes only lines valid on the day, the later of two versions, and adds the component's own scrap", () => {
    const result = exploded({
      operations: [operation(10), operation(10, { name: "新", validFrom: "2026-01-01" })],
      bomLines: [
        bom("bolt", "2", { validTo: "2026-11-23" }),
        bom("bolt", "3", { validFrom: "2026-11-24" }),
        bom("bolt", "1", { scrapRate: decimal("0.05") }),
      ],
    });
    if (!result.ok) throw new Error("refused");
    expect(result.value.operations.map((one) => one.name)).toEqual(["新"]);
    // 30 + 10 / 0.95 = 40.53 pieces
    expect(result.value.materials.map((one) => one.required.toFixed())).toEqual(["41"]);
  });
  test("starts what a planned order starts and expects what is left of it", () => {
    const result = exploded({ wanted: { startQuantity: decimal(100) }, itemYield: decimal("0.97") });
    if (!result.ok) throw new Error("refused");
    expect(result.value.goodQuantity.toFixed()).toBe("97");
    expect(result.value.operations[0]?.plannedQuantity.toFixed()).toBe("100");
  });
  test.each([
    { name: "an item with no routing", input: { operations: [] }, code: "NO_ROUTING" },
    {
      name: "a routing that is not valid yet",
      input: { operations: [operation(10, { validFrom: "2027-01-01" })] },
      code: "NO_ROUTING",
    },
    { name: "goods made of nothing", input: { needsMaterial: true }, code: "NO_BILL" },
    {
      name: "a start that leaves no good piece",
      input: { wanted: { startQuantity: decimal(1) }, itemYield: decimal("0.5") },
      code: "START_YIELDS_NOTHING",
    },
  ])("refuses $name", ({ input, code }) => {
    const result = exploded(input);
    expect(result.ok ? "" : result.refusals[0].code).toBe(code);
  });
  test("never starts less than is wanted, and what is started yields it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.integer({ min: 50, max: 100 }), { minLength: 1, maxLength: 6 }),
        (quantity, percents) => {
          const result = exploded({
            wanted: { goodQuantity: decimal(quantity) },
            operations: percents.map((percent, index) =>
              operation((index + 1) * 10, { yield: decimal(percent).dividedBy(100) }),
            ),
          });
          if (!result.ok) throw new Error("refused");
          result.value.operations.forEach((one, index, all) => {
            const next = all[index + 1]?.plannedQuantity ?? decimal(quantity);
            expect(one.plannedQuantity.times(one.yield).greaterThanOrEqualTo(next)).toBe(true);
          });
          const rate = normalScrapRate(result.value.operations.map((one) => one.yield));
          expect(rate.greaterThanOrEqualTo(0) && rate.lessThan(1)).toBe(true);
        },
      ),
    );
  });
});

describe("backflush", () => {
  test("takes each report's share and with the last piece exactly what was required", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 3 }),
        (thousandths, reports, unitDecimals) => {
          const planned = reports.reduce((sum, one) => sum + one, 0);
          const required = decimal(thousandths)
            .times(planned)
            .dividedBy(1000)
            .toDecimalPlaces(unitDecimals, Decimal.ROUND_UP);
          let issued = decimal(0);
          let worked = 0;
          for (const report of reports) {
            worked += report;
            issued = issued.plus(
              backflushQuantity({ required, issued, unitDecimals }, decimal(worked), decimal(planned)),
            );
            expect(issued.lessThanOrEqualTo(required)).toBe(true);
          }
          expect(issued.toFixed()).toBe(required.toFixed());
        },
      ),
    );
  });
  test("counts what was issued by hand", () => {
    const material = { required: decimal(10), issued: decimal(8), unitDecimals: 0 };
    expect(backflushQuantity(material, decimal(5), decimal(10)).toFixed()).toBe("0");
    expect(backflushQuantity(material, decimal(10), decimal(10)).toFixed()).toBe("2");
  });
  test("picks in order, never more than is free, and says what lacks", () => {
    const stock = [
      { placeId: "a", lotId: null, quantity: decimal(3) },
      { placeId: "b", lotId: "l", quantity: decimal(5) },
    ];
    const taken = pickStock(stock, decimal(9), decimal(6));
    expect(taken.picks.map((pick) => [pick.placeId, pick.quantity.toFixed()])).toEqual([
      ["a", "3"],
      ["b", "3"],
    ]);
    expect(taken.lacking.toFixed()).toBe("3");
  });
});

describe("cost of completed pieces", () => {
  test("with material issued piece by piece every piece costs the same", () => {
    const takes: bigint[] = [];
    let held = { materialYen: 0n, conversionYen: 0n };
    for (let piece = 1; piece <= 4; piece++) {
      held = { materialYen: held.materialYen + 100n, conversionYen: held.conversionYen + 40n };
      const open = equivalentOpen({
        expectedQuantity: decimal(4),
        completedQuantity: decimal(piece - 1),
        goodQuantity: decimal(1),
        materials: [{ required: decimal(8), issued: decimal(piece * 2), weight: decimal(1) }],
        operations: [{ good: decimal(piece), weight: decimal(2) }],
      });
      const cost = completionCost({
        held,
        goodQuantity: decimal(1),
        isLast: piece === 4,
        openMaterialQuantity: open.material,
        openConversionQuantity: open.conversion,
        abnormalQuantity: decimal(0),
      });
      held = {
        materialYen: held.materialYen - cost.materialYen,
        conversionYen: held.conversionYen - cost.conversionYen,
      };
      takes.push(cost.materialYen + cost.conversionYen);
    }
    expect(takes).toEqual([140n, 140n, 140n, 140n]);
    expect(held).toEqual({ materialYen: 0n, conversionYen: 0n });
  });
  test("with all material issued first the pieces still in work keep theirs", () => {
    const open = equivalentOpen({
      expectedQuantity: decimal(10),
      completedQuantity: decimal(0),
      goodQuantity: decimal(4),
      materials: [{ required: decimal(10), issued: decimal(10), weight: decimal(5) }],
      operations: [{ good: decimal(4), weight: decimal(1) }],
    });
    expect([open.material.toFixed(), open.conversion.toFixed()]).toEqual(["6", "0"]);
  });
  test("pieces spoiled beyond the normal rate are a loss, normal ones stay in the cost", () => {
    const cost = completionCost({
      held: { materialYen: 1000n, conversionYen: 500n },
      goodQuantity: decimal(8),
      isLast: true,
      openMaterialQuantity: decimal(0),
      openConversionQuantity: decimal(0),
      abnormalQuantity: decimal(2),
    });
    expect(cost).toEqual({ materialYen: 800n, conversionYen: 400n, lossMaterialYen: 200n, lossConversionYen: 100n });
  });
  test("never takes more than is held, and the last pieces leave nothing", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (materialYen, conversionYen, good, open, abnormal, isLast) => {
          const cost = completionCost({
            held: { materialYen, conversionYen },
            goodQuantity: decimal(good),
            isLast,
            openMaterialQuantity: decimal(open),
            openConversionQuantity: decimal(open),
            abnormalQuantity: decimal(abnormal),
          });
          const takenMaterial = cost.materialYen + cost.lossMaterialYen;
          const takenConversion = cost.conversionYen + cost.lossConversionYen;
          expect(takenMaterial <= materialYen && takenConversion <= conversionYen).toBe(true);
          if (isLast) expect([takenMaterial, takenConversion]).toEqual([materialYen, conversionYen]);
          else expect(cost.lossMaterialYen + cost.lossConversionYen).toBe(0n);
        },
      ),
    );
  });
});

describe("reports of the floor", () => {
  const base = {
    state: "running" as const,
    plannedQuantity: decimal(10),
    good: decimal(6),
    scrap: decimal(1),
    previousGood: null,
  };
  const report = (kind: "good" | "scrap" | "pause" | "start", quantity: string | null, more = {}) => ({
    kind,
    quantity: quantity === null ? null : decimal(quantity),
    reason: "",
    allowsOver: false,
    ...more,
  });
  test.each([
    { name: "more than planned", operation: base, report: report("good", "4"), code: "QUANTITY_ABOVE_PLAN" },
    {
      name: "more than the operation before gave",
      operation: { ...base, previousGood: decimal(8) },
      report: report("good", "2"),
      code: "QUANTITY_ABOVE_PREVIOUS",
    },
    { name: "nothing at all", operation: base, report: report("good", "0"), code: "QUANTITY_NOT_POSITIVE" },
    { name: "scrap without a reason", operation: base, report: report("scrap", "1"), code: "REASON_MISSING" },
    { name: "a pause without a reason", operation: base, report: report("pause", null), code: "REASON_MISSING" },
    {
      name: "a report on a finished operation",
      operation: { ...base, state: "done" as const },
      report: report("good", "1"),
      code: "OPERATION_STATE",
    },
  ])("are refused for $name", ({ operation: one, report: said, code }) => {
    const judged = judgeReport(one, said);
    expect(judged.ok ? "" : judged.refusals[0].code).toBe(code);
  });
  test("are taken up to the last piece, and beyond it only on purpose", () => {
    const last = judgeReport(base, report("good", "3"));
    expect(last.ok && last.value.good.toFixed()).toBe("9");
    expect(judgeReport(base, report("good", "5", { allowsOver: true })).ok).toBe(true);
  });
  test.each([
    {
      name: "measured since the last report",
      kind: "good" as const,
      last: { isAtWork: true, minutesAgo: "12.5" },
      expected: "12.5",
    },
    { name: "as planned without a start", kind: "good" as const, last: null, expected: "8" },
    {
      name: "as planned after a pause",
      kind: "good" as const,
      last: { isAtWork: false, minutesAgo: "60" },
      expected: "8",
    },
    {
      name: "as planned when somebody forgot to stop",
      kind: "good" as const,
      last: { isAtWork: true, minutesAgo: "900" },
      expected: "8",
    },
    {
      name: "nothing for a night without pieces",
      kind: "pause" as const,
      last: { isAtWork: true, minutesAgo: "900" },
      expected: "0",
    },
    {
      name: "nothing at a start",
      kind: "start" as const,
      last: { isAtWork: true, minutesAgo: "5" },
      expected: "0",
    },
  ])("count time $name", ({ kind, last, expected }) =>
    expect(
      workedMinutes(
        kind,
        last && { isAtWork: last.isAtWork, minutesAgo: decimal(last.minutesAgo) },
        decimal(8),
      ).toFixed(),
    ).toBe(expected),
  );
});

describe("progress", () => {
  const part = (good: number, minutes: number, isDone = false) => ({
    plannedQuantity: decimal(10),
    good: decimal(good),
    scrap: decimal(0),
    isDone,
    plannedMinutes: decimal(minutes),
  });
  test("weighs operations by their minutes, outside work as the average", () => {
    expect(progressShare([part(10, 100, true), part(5, 300)]).toFixed()).toBe("0.625");
    expect(progressShare([part(10, 100), part(0, 0), part(0, 100)]).toFixed()).toBe("0.3333");
  });
  test("stays between nothing and all, and grows with every piece", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 99 })), { maxLength: 6 }),
        (parts) => {
          const share = progressShare(parts.map(([good, minutes]) => part(good, minutes)));
          const more = progressShare(parts.map(([good, minutes]) => part(good + 1, minutes)));
          expect(share.greaterThanOrEqualTo(0) && share.lessThanOrEqualTo(1) && more.greaterThanOrEqualTo(share)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe("dates of operations", () => {
  test("follow each other from the start and end on the due day", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 60 }),
        (parts, days) => {
          const dueOn = addDays("2026-11-24", days);
          const dates = planDates(
            parts.map(([minutes, isOutside]) => ({
              setupMinutes: decimal(minutes),
              runMinutesPerUnit: decimal(0),
              plannedQuantity: decimal(1),
              subcontractPartnerId: isOutside ? "p" : null,
              subcontractLeadTimeDays: isOutside ? 3 : 0,
            })),
            "2026-11-24",
            dueOn,
          );
          expect(dates[0]?.plannedStartOn).toBe("2026-11-24");
          expect(dates.at(-1)?.plannedFinishOn).toBe(dueOn);
          for (const [index, date] of dates.entries()) {
            expect(date.plannedStartOn <= date.plannedFinishOn).toBe(true);
            if (index > 0) expect(date.plannedStartOn).toBe(dates[index - 1]!.plannedFinishOn);
          }
        },
      ),
    );
  });
});

describe("days of operations in numbers", () => {
  test("are those of exact reckoning", () => {
    // As the columns have them: minutes of set-up with three decimals, minutes of a unit and quantities with six.
    const of = (places: number, max: number) =>
      fc.integer({ min: 0, max }).map((value) => decimal(value).dividedBy(10 ** places));
    const operation = fc.record({
      setupMinutes: fc.oneof(of(0, 900), of(3, 900_000)),
      runMinutesPerUnit: fc.oneof(of(0, 60), of(6, 60_000_000)),
      plannedQuantity: fc.oneof(of(0, 500), of(6, 500_000_000)),
      subcontractPartnerId: fc.option(fc.constant("p")),
      subcontractLeadTimeDays: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(operation, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 400 }),
        (operations, days) => {
          const shares = operations.map((one) =>
            one.subcontractPartnerId
              ? decimal(Math.max(one.subcontractLeadTimeDays, 1) * 480)
              : Decimal.max(one.setupMinutes.plus(one.runMinutesPerUnit.times(one.plannedQuantity)), 1),
          );
          const sumTo = (end: number) => shares.slice(0, end).reduce((sum, share) => sum.plus(share), decimal(0));
          const dayAt = (end: number) =>
            addDays("2026-11-24", sumTo(end).times(days).dividedBy(sumTo(shares.length)).floor().toNumber());
          expect(planDates(operations, "2026-11-24", addDays("2026-11-24", days))).toEqual(
            operations.map((_, at) => ({ plannedStartOn: dayAt(at), plannedFinishOn: dayAt(at + 1) })),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("a new quantity for an order that exists", () => {
  const share = fc.integer({ min: 50, max: 100 }).map((percent) => decimal(percent).dividedBy(100));
  const quantity = fc.integer({ min: 1, max: 500 }).map(decimal);
  test("gives the operations, and for whole parts the materials, that making it anew would have given", () =>
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        quantity,
        quantity,
        (yields, per, before, after) => {
          const made = (wanted: Decimal) => {
            const outcome = exploded({
              wanted: { goodQuantity: wanted },
              operations: yields.map((one, at) => operation((at + 1) * 10, { yield: one })),
              bomLines: [bom("steel", String(per), { operationNumber: yields.length * 10 }), bom("bolt", "2")],
            });
            if (!outcome.ok) throw new Error("refused");
            return outcome.value;
          };
          const first = made(before);
          const rescaled = rescaleOrder(
            {
              ...{ number: "WO-1", quantity: before, unitDecimals: 0 },
              operations: first.operations.map((one) => ({ ...one, good: decimal(0) })),
              materials: first.materials.map((one, at) => ({ ...one, lineNumber: at + 1, unitDecimals: 0 })),
            },
            after,
          );
          const again = made(after);
          expect(rescaled.ok && rescaled.value.operations.map((one) => one.plannedQuantity.toFixed())).toEqual(
            again.operations.map((one) => one.plannedQuantity.toFixed()),
          );
          expect(rescaled.ok && rescaled.value.materials.map((one) => one.required.toFixed())).toEqual(
            again.materials.map((one) => one.required.toFixed()),
          );
        },
      ),
    ));
  test("is refused where more was made already, and says of which operation", () => {
    const order = {
      ...{ number: "WO-1", quantity: decimal(10), unitDecimals: 0, materials: [] },
      operations: [{ ...operation(10), plannedQuantity: decimal(10), good: decimal(7) }],
    };
    const refused = rescaleOrder(order, decimal(6));
    expect(refused.ok ? "" : refused.refusals[0]).toMatchObject({
      code: "WORK_REPORTED_ABOVE",
      values: { operation: "工程10", reported: "7", quantity: "6" },
    });
    expect(rescaleOrder(order, decimal(7)).ok).toBe(true);
    expect(rescaleOrder(order, decimal(20)).ok).toBe(true);
  });
});
