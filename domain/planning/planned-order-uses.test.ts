import { describe, expect, test } from "vitest";
import { consumeForecast, type Forecast, type OrderedQuantity } from "./consume-forecast.ts";
import { explainPlannedOrder } from "./explain-planned-order.ts";
import { previewConversion } from "./preview-conversion.ts";
import { bom, item, made, planned, sale } from "./sample-plan.test-data.ts";

// Two bicycles of different customers share a wheel; spokes come in lots of a thousand.
const plan = planned({
  items: [
    made("BIKE", { leadTimeDays: 2, yield: "0.9" }),
    made("WHEEL", { leadTimeDays: 3, safetyStock: "4", lotRule: "period", lotPeriodDays: 10 }),
    item("SPOKE", { leadTimeDays: 5, lotRule: "fixed", lotFixed: "1000", partnerId: "P1" }),
    item("RIM", { leadTimeDays: 40 }),
  ],
  bomLines: [bom("BIKE", "WHEEL", "2"), bom("WHEEL", "SPOKE", "32"), bom("WHEEL", "RIM")],
  demands: [sale("BIKE", "9", "2026-04-20"), sale("BIKE", "18", "2026-04-24", { id: "SO-2" })],
});
const seqOf = (code: string) => plan.orders.find((order) => order.itemCode === code)!.seq;
const decimals = new Map([["個", 0]]);

describe("why is this planned", () => {
  test("a component answers with the chain up to the customers' orders", () => {
    const explained = explainPlannedOrder(plan, seqOf("SPOKE"));
    if (!explained.ok) throw new Error("refused");
    const { demands, beyondNeed, because, isCut } = explained.value;
    expect(demands.map(({ id }) => id)).toEqual(["SO-1", "SO-2"]);
    expect(isCut).toBe(false);
    const used = because.reduce((total, step) => total + Number(step.quantity), 0);
    expect(used + Number(beyondNeed)).toBe(Number(explained.value.order.expectedQuantity));
  });
  test("a lot larger than its needs says how much nobody asked for", () => {
    const explained = explainPlannedOrder(
      planned({ items: [item("A", { lotRule: "fixed", lotFixed: "50" })], demands: [sale("A", "30", "2026-04-10")] }),
      0,
    );
    expect(explained).toMatchObject({
      ok: true,
      value: { beyondNeed: "20", because: [{ quantity: "30", reason: { kind: "sales", id: "SO-1" } }] },
    });
  });
  test("a long chain is cut where it was told to end", () => {
    const explained = explainPlannedOrder(plan, seqOf("SPOKE"), 1);
    expect(explained).toMatchObject({ ok: true, value: { isCut: true } });
  });
  test("a number that is not in the plan is refused", () => {
    expect(explainPlannedOrder(plan, 999)).toMatchObject({ refusals: [{ code: "PLANNED_ORDER_UNKNOWN" }] });
  });
});

describe("converting planned orders", () => {
  test("made items become a work order each, bought ones a purchase order per supplier", () => {
    const preview = previewConversion(
      plan,
      [{ seq: seqOf("BIKE") }, { seq: seqOf("SPOKE") }, { seq: seqOf("RIM"), partnerId: "P1" }],
      new Set(),
      decimals,
    );
    if (!preview.ok) throw new Error("refused");
    expect(
      preview.value.map(({ kind, partnerId, lines }) => [kind, partnerId, lines.map((line) => line.itemCode)]),
    ).toEqual([
      ["purchase_order", "P1", ["RIM", "SPOKE"]],
      ["work_order", null, ["BIKE"]],
    ]);
    expect(preview.value[0]!.lines[0]!.notices[0]).toMatchObject({ kind: "starts_in_past" });
  });
  test("a changed line says what it takes from whom", () => {
    const seq = seqOf("BIKE");
    const preview = previewConversion(plan, [{ seq, quantity: "5", dueOn: "2026-04-22" }], new Set(), decimals);
    expect(preview).toMatchObject({
      ok: true,
      value: [
        {
          lines: [
            {
              quantity: "5",
              notices: [
                { kind: "less_than_needed", lacking: "4.5" },
                { kind: "later_than_needed", neededOn: "2026-04-20" },
              ],
            },
          ],
        },
      ],
    });
  });
  test("a component whose parent stays a proposal says so", () => {
    const preview = previewConversion(plan, [{ seq: seqOf("WHEEL") }], new Set(), decimals);
    expect(preview).toMatchObject({ value: [{ lines: [{ notices: [{ kind: "needed_by_unconverted" }] }] }] });
  });
  test.each([
    { name: "nothing", choices: [], code: "NOTHING_CHOSEN" },
    { name: "an unknown number", choices: [{ seq: 999 }], code: "PLANNED_ORDER_UNKNOWN" },
    { name: "one twice", choices: [{ seq: 0 }, { seq: 0 }], code: "PLANNED_ORDER_CHOSEN_TWICE" },
    { name: "no quantity", choices: [{ seq: 0, quantity: "0" }], code: "PLANNED_QUANTITY_NOT_POSITIVE" },
    { name: "half a bicycle", choices: [{ seq: 0, quantity: "1.5" }], code: "PLANNED_QUANTITY_TOO_FINE" },
    { name: "an end before its start", choices: [{ seq: 0, dueOn: "2026-04-02" }], code: "PLANNED_DATES_REVERSED" },
    { name: "a purchase without supplier", choices: [{ seq: seqOf("RIM") }], code: "PLANNED_SUPPLIER_MISSING" },
  ])("$name is refused", ({ choices, code }) => {
    expect(previewConversion(plan, choices, new Set(), decimals)).toMatchObject({ ok: false, refusals: [{ code }] });
  });
  test("what was converted before is refused", () => {
    expect(previewConversion(plan, [{ seq: 0 }], new Set([0]), decimals)).toMatchObject({
      refusals: [{ code: "PLANNED_ORDER_CONVERTED", field: "choices.0.seq" }],
    });
  });
});

describe("orders use up the forecast", () => {
  const april: Forecast = {
    id: "F1",
    itemId: "BIKE",
    partnerId: "P1",
    quantity: "100",
    periodFrom: "2026-04-01",
    periodTo: "2026-04-30",
  };
  const anyone: Forecast = { ...april, id: "F2", partnerId: null, quantity: "50" };
  const order: OrderedQuantity = {
    id: "SO-1",
    line: 1,
    itemId: "BIKE",
    partnerId: "P1",
    quantity: "30",
    neededOn: "2026-04-10",
  };
  test.each([
    { name: "an order of the customer", orders: [order], left: ["F1 70", "F2 50"] },
    {
      name: "an order beyond its own forecast goes on to the common one",
      orders: [{ ...order, quantity: "120" }],
      left: ["F2 30"],
    },
    {
      name: "another customer uses the common one only",
      orders: [{ ...order, partnerId: "P2", quantity: "60" }],
      left: ["F1 100"],
    },
    {
      name: "an order of May leaves April alone",
      orders: [{ ...order, neededOn: "2026-05-01" }],
      left: ["F1 100", "F2 50"],
    },
    { name: "another item", orders: [{ ...order, itemId: "X" }], left: ["F1 100", "F2 50"] },
  ])("$name", ({ orders, left }) => {
    const demands = consumeForecast([april, anyone], orders, "2026-04-05");
    expect(demands.map(({ id, quantity }) => `${id} ${quantity}`)).toEqual(left);
    expect(demands.every(({ neededOn }) => neededOn === "2026-04-05")).toBe(true);
  });
  test("a period that is over asks for nothing", () => {
    expect(consumeForecast([april], [], "2026-05-01")).toEqual([]);
  });
});
