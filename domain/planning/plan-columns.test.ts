import { expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { columnsOf, openLivingPlan } from "./living/index.ts";
import { DEMAND_KINDS, RECEIPT_KINDS } from "./plan-columns.ts";
import { planFromRecords } from "./plan-from-records.ts";
import type { PlanInput, PlanResult } from "./plan-records.ts";
import { bom, item, made, TODAY } from "./sample-plan.test-data.ts";

const input: PlanInput = {
  planFrom: TODAY,
  horizonDays: 100,
  units: [{ code: "個", decimals: 0 }],
  unitConversions: [],
  calendars: [{ id: "K", calendar: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] } }],
  companyCalendarId: "K",
  items: [
    made("BIKE", { id: "b", leadTimeDays: 3 }),
    made("FRAME", { id: "f", leadTimeDays: 3, onHand: "2" }),
    item("TUBE", { id: "t", leadTimeDays: 3, safetyStock: "5" }),
  ],
  bomLines: [bom("b", "f"), bom("f", "t", "4")],
  demands: [
    { kind: "sales", id: "SO", line: 1, itemId: "b", quantity: "4", neededOn: "2026-05-15", orderKey: null },
    { kind: "sales", id: "SO", line: 2, itemId: "b", quantity: "3", neededOn: "2026-05-08", orderKey: null },
    { kind: "promise", id: "PR", line: 1, itemId: "f", quantity: "1", neededOn: "2026-04-20", orderKey: null },
    { kind: "forecast", id: "FC", line: null, itemId: "f", quantity: "1", neededOn: "2026-06-01", orderKey: null },
  ],
  receipts: [
    { kind: "purchase", id: "PO", line: 7, itemId: "t", quantity: "6", dueOn: "2026-04-20", orderKey: null },
    { kind: "work_order", id: "WO", line: null, itemId: "f", quantity: "1", dueOn: "2026-04-24", orderKey: null },
  ],
  reservations: [],
};

/** Each peg as a sentence that names records and orders, whatever they are numbered. */
function sentences({ orders, pegs }: PlanResult): string[] {
  const orderOf = (seq: number) => {
    const { itemCode, quantity, startOn } = orders.find((one) => one.seq === seq)!;
    return `${itemCode} ${quantity} from ${startOn}`;
  };
  const name = (end: PlanResult["pegs"][number]["supply"] | PlanResult["pegs"][number]["demand"]) =>
    "seq" in end ? orderOf(end.seq) : "id" in end ? `${end.kind} ${end.id} ${end.line ?? ""}` : end.kind;
  return pegs.map((peg) => `${name(peg.supply)} -> ${name(peg.demand)}: ${peg.quantity}`).sort();
}

test("columns hold the same plan: every peg names the same records and orders, numbered by their start", () => {
  const records = planFromRecords(input);
  const living = openLivingPlan(input);
  if (!records.ok || !living.ok) throw new Error("the plan is possible");
  const { orders, pegs, items, receipts, demands } = columnsOf(living.value);
  expect([...orders.seq]).toEqual([...orders.seq.keys()]);
  const starts = [...orders.startDay.subarray(0, orders.count)];
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(orders.count).toBe(records.value.orders.length);

  const days = new Map(records.value.orders.map((order) => [order.startOn, order]));
  expect(days.size).toBeGreaterThan(1);
  const itemOf = (at: number) => ({ b: "BIKE", f: "FRAME", t: "TUBE" })[items.id[orders.item[at]!] as "b"]!;
  const dateOf = (day: number) =>
    new Map(records.value.orders.map((one) => [dayOf(one.startOn), one.startOn])).get(day)!;
  const orderOf = (seq: number) => `${itemOf(seq)} ${orders.quantity[seq]} from ${dateOf(orders.startDay[seq]!)}`;
  const told: string[] = [];
  for (let item = 0; item < items.id.length; item++)
    for (let at = pegs.first[item]!; at < pegs.end[item]!; at++) {
      const supply = pegs.supply[at]!;
      const demand = pegs.demand[at]!;
      const receipt = receipts.first[item]! + -2 - supply;
      const need = demands.first[item]! + -2 - demand;
      const from =
        supply >= 0
          ? orderOf(supply)
          : supply === -1
            ? "stock"
            : `${RECEIPT_KINDS[receipts.kind[receipt]!]} ${receipts.id[receipt]} ${receipts.line[receipt] || ""}`;
      const to =
        demand >= 0
          ? orderOf(demand)
          : demand === -1
            ? "safety"
            : `${DEMAND_KINDS[demands.kind[need]!]} ${demands.id[need]} ${demands.line[need] || ""}`;
      told.push(`${from} -> ${to}: ${pegs.quantity[at]}`);
    }
  expect(told.sort()).toEqual(sentences(records.value));
  const sum = [...pegs.quantity].reduce((total, quantity) => total.plus(quantity), decimal(0));
  expect(sum.greaterThan(0)).toBe(true);
});

function dayOf(date: string): number {
  const [month, day] = date.split("-").slice(1).map(Number) as [number, number];
  // Within April to June of one year.
  return [0, 30, 61][month - 4]! + day - 1;
}
