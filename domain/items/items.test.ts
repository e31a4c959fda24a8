import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { type BillLine, checkBillLines, explode, findCycle } from "./bill-of-material.ts";
import { checkLotSizing } from "./lot-rule.ts";
import { checkReplacement } from "./replacement.ts";
import { checkRouting } from "./routing.ts";
import { checkItemUnits, toItemUnit } from "./unit-conversion.ts";
import { isValidOn, validitiesOverlap } from "./validity.ts";

const line = (componentItemId: string, change: Partial<BillLine> = {}): BillLine => ({
  componentItemId,
  kind: "component",
  operationNumber: null,
  quantity: decimal(1),
  scrapRate: decimal(0),
  validFrom: null,
  validTo: null,
  ...change,
});
const bills = (edges: readonly (readonly [string, string])[]) => {
  const map = new Map<string, BillLine[]>();
  for (const [parent, component] of edges) map.set(parent, [...(map.get(parent) ?? []), line(component)]);
  return map;
};

describe("a circle in bills of material", () => {
  const cases = [
    {
      name: "is found over several levels",
      edges: [
        ["a", "b"],
        ["b", "c"],
        ["c", "a"],
      ],
      circle: ["a", "b", "c", "a"],
    },
    {
      name: "is told without the way that leads to it",
      edges: [
        ["a", "b"],
        ["b", "c"],
        ["c", "b"],
      ],
      circle: ["b", "c", "b"],
    },
    {
      name: "is none where a part is used twice",
      edges: [
        ["a", "b"],
        ["a", "c"],
        ["b", "d"],
        ["c", "d"],
      ],
      circle: null,
    },
  ] as const;
  test.each(cases)("$name", ({ edges, circle }) => expect(findCycle(bills(edges), ["a"])).toEqual(circle));
  test("is never found when every component lies one level below its parent, and always after an edge back up", () => {
    const layered = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(layered, (rows) => {
        const edges = rows.map(([level, from, to]) => [`${level}.${from}`, `${level + 1}.${to}`] as const);
        const starts = edges.map(([parent]) => parent);
        expect(findCycle(bills(edges), starts)).toBeNull();
        const [parent, component] = edges[0]!;
        const circle = findCycle(bills([...edges, [component, parent]]), [...starts, component])!;
        expect(circle[0]).toBe(circle.at(-1));
        expect(new Set(circle.slice(1)).size).toBe(circle.length - 1);
      }),
    );
  });
  test("does not exhaust the stack on a chain of fifty thousand parts", () => {
    const edges = Array.from({ length: 50_000 }, (_, index) => [`${index}`, `${index + 1}`] as const);
    expect(findCycle(bills(edges), ["0"])).toBeNull();
  });
});

describe("lines of one parent", () => {
  test("with the parent itself, turned-round days and the same part twice on one day are told line by line", () => {
    const lines = [
      line("p"),
      line("a", { validFrom: "2026-02-01", validTo: "2026-01-01" }),
      line("b", { validTo: "2026-01-31" }),
      line("b", { validFrom: "2026-01-31" }),
      line("b", { operationNumber: 20 }),
    ];
    expect(checkBillLines("p", lines).map(({ code, field }) => [code, field])).toEqual([
      ["BOM_CONTAINS_ITSELF", "lines.0.componentItemId"],
      ["VALIDITY_TURNED_ROUND", "lines.1.validTo"],
      ["BOM_LINES_OVERLAP", "lines.3.validFrom"],
    ]);
  });
});

describe("opening a bill", () => {
  test("multiplies quantities and adds the scrap of every level", () => {
    const map = new Map([
      ["a", [line("b", { quantity: decimal(2) })]],
      ["b", [line("c", { quantity: decimal("1.5"), scrapRate: decimal("0.25") })]],
    ]);
    const { lines } = explode(map, "a", decimal(10), "2026-11-24", 100);
    expect(lines.map(({ level, line, quantity }) => [level, line.componentItemId, quantity.toFixed()])).toEqual([
      [1, "b", "20"],
      [2, "c", "40"],
    ]);
  });
  test("leaves out what does not hold on the day, and stops at its limit", () => {
    const map = new Map([["a", [line("old", { validTo: "2026-11-23" }), line("new", { validFrom: "2026-11-24" })]]]);
    expect(explode(map, "a", decimal(1), "2026-11-24", 100).lines.map((one) => one.line.componentItemId)).toEqual([
      "new",
    ]);
    expect(
      explode(
        bills([
          ["a", "b"],
          ["a", "c"],
        ]),
        "a",
        decimal(1),
        "2026-11-24",
        1,
      ),
    ).toMatchObject({ isCut: true });
  });
  test("needs twice as much for twice the quantity", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (per, wanted) => {
        const map = new Map([["a", [line("b", { quantity: decimal(per).div(1000) })]]]);
        const of = (quantity: number) => explode(map, "a", decimal(quantity), "2026-01-01", 9).lines[0]!.quantity;
        expect(of(wanted * 2).eq(of(wanted).times(2))).toBe(true);
      }),
    );
  });
});

describe("validity", () => {
  const day = fc.option(
    fc.integer({ min: 10, max: 28 }).map((d) => `2026-01-${d}`),
    { nil: null },
  );
  const period = fc.record({ validFrom: day, validTo: day });
  test("two periods overlap exactly when some day lies in both", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const days = Array.from({ length: 21 }, (_, index) => `2026-01-${index + 9}`.replace("-9", "-09"));
        const turned = [a, b].some(({ validFrom, validTo }) => validFrom && validTo && validTo < validFrom);
        fc.pre(!turned);
        expect(validitiesOverlap(a, b)).toBe(days.some((one) => isValidOn(a, one) && isValidOn(b, one)));
      }),
    );
  });
});

describe("units of an item", () => {
  const item = { unit: "kg", conversions: [{ unit: "缶", factor: decimal("16.5") }] };
  test("a quantity of another unit becomes one of its own, exactly", () => {
    expect(toItemUnit(item, decimal("0.1"), "缶")).toMatchObject({ ok: true, value: decimal("1.65") });
    expect(toItemUnit(item, decimal(3), "kg")).toMatchObject({ ok: true, value: decimal(3) });
  });
  test("a unit without conversion is refused and named", () => {
    expect(toItemUnit(item, decimal(1), "箱")).toMatchObject({
      refusals: [{ code: "UNIT_WITHOUT_CONVERSION", values: { unit: "箱", itemUnit: "kg" }, field: "unit" }],
    });
    const codes = checkItemUnits({ ...item, purchaseUnit: "箱", salesUnit: "缶" }).map(({ code, field }) => [
      code,
      field,
    ]);
    expect(codes).toEqual([["UNIT_WITHOUT_CONVERSION", "purchaseUnit"]]);
  });
});

describe("routing and lot sizes", () => {
  const operation = {
    operationNumber: 10,
    workCenterId: "w" as string | null,
    subcontractPartnerId: null as string | null,
    subcontractItemId: null as string | null,
    validFrom: null,
    validTo: null,
  };
  const cases = [
    {
      name: "an own operation and a partner's are fine",
      operations: [
        operation,
        { ...operation, operationNumber: 20, workCenterId: null, subcontractPartnerId: "p", subcontractItemId: "i" },
      ],
      codes: [],
    },
    {
      name: "an operation is done in one place",
      operations: [{ ...operation, subcontractPartnerId: "p" }],
      codes: ["OPERATION_NEEDS_ONE_PLACE"],
    },
    {
      name: "an operation is done somewhere",
      operations: [{ ...operation, workCenterId: null }],
      codes: ["OPERATION_NEEDS_ONE_PLACE"],
    },
    { name: "a number stands once on a day", operations: [operation, operation], codes: ["OPERATION_NUMBER_TWICE"] },
    {
      name: "only a partner is sent an order",
      operations: [{ ...operation, subcontractItemId: "i" }],
      codes: ["OPERATION_ITEM_WITHOUT_PARTNER"],
    },
  ];
  test.each(cases)("$name", ({ operations, codes }) =>
    expect(checkRouting(operations).map(({ code }) => code)).toEqual(codes),
  );
  test("a lot rule has its figure, and the maximum leaves room for the minimum", () => {
    const sizing = {
      lotRule: "fixed",
      lotFixed: null,
      lotPeriodDays: null,
      lotMinimum: decimal(10),
      lotMaximum: decimal(9),
      setupCostYen: null,
      holdingCostYenPerYear: null,
    } as const;
    expect(checkLotSizing(sizing).map(({ code }) => code)).toEqual(["LOT_FIXED_MISSING", "LOT_MAXIMUM_BELOW_MINIMUM"]);
    expect(checkLotSizing({ ...sizing, lotRule: "period", lotMaximum: null })).toMatchObject([
      { code: "LOT_PERIOD_MISSING" },
    ]);
  });
  test("lots that are weighed by their costs need both, above zero", () => {
    const sizing = {
      lotRule: "wagner_whitin",
      lotFixed: null,
      lotPeriodDays: null,
      lotMinimum: null,
      lotMaximum: null,
      setupCostYen: decimal(0),
      holdingCostYenPerYear: null,
    } as const;
    expect(checkLotSizing(sizing)).toEqual([
      { code: "LOT_SETUP_COST_MISSING", field: "setupCostYen" },
      { code: "LOT_HOLDING_COST_MISSING", field: "holdingCostYenPerYear" },
    ]);
    const costs = { setupCostYen: decimal(8000), holdingCostYenPerYear: decimal("0.5") };
    expect(checkLotSizing({ ...sizing, ...costs, lotRule: "economic" })).toEqual([]);
  });
  test("a phantom is made, and a successor is another item with a ratio", () => {
    const plain = {
      supply: "make",
      isPhantom: false,
      successorItemId: null,
      successorRatio: null,
      successorFrom: null,
    } as const;
    const codes = (change: Partial<Parameters<typeof checkReplacement>[0]>) =>
      checkReplacement({ ...plain, ...change }, "me").map(({ code, field }) => `${code} ${field}`);
    expect(codes({ isPhantom: true })).toEqual([]);
    expect(codes({ isPhantom: true, supply: "buy" })).toEqual(["PHANTOM_NOT_MADE isPhantom"]);
    expect(codes({ successorItemId: "other", successorRatio: "2" })).toEqual([]);
    expect(codes({ successorItemId: "me" })).toEqual([
      "SUCCESSOR_IS_ITSELF successorItemId",
      "SUCCESSOR_RATIO_MISSING successorRatio",
    ]);
    expect(codes({ successorFrom: "2027-04-01" })).toEqual(["SUCCESSOR_MISSING successorItemId"]);
  });
});
