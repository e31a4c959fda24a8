import { describe, expect, test } from "vitest";
import { type CheckedFactory, type CheckedPlan, checkPlan } from "./checker.ts";

/*
 * A factory small enough to plan by hand: 10 pieces of item 0 on day 6, each of two pieces of item 1, of which 5 are on hand.
 * Item 0 takes two days, item 1 three; both yield 100 %, item 1 comes in lots of 4. Every day is worked.
 */
const factory: CheckedFactory = {
  dayCount: 10,
  historyDays: 10,
  calendars: [new Uint8Array(20).fill(1)],
  items: {
    lead_days: [2, 3],
    calendar: [0, 0],
    supply: [0, 1],
    lot_rule: [0, 1],
    lot_fixed: [0, 4],
    lot_minimum: [0, 0],
    lot_maximum: [0, 0],
    lot_multiple: [0, 0],
    yield_percent: [100, 100],
    on_hand: [0, 5],
  },
  bom: { parent: [0], child: [1], per: [2] },
  demands: { item: [0], day: [6], quantity: [10] },
};

function plan(
  changes: { orders?: Partial<CheckedPlan["orders"]>; pegs?: Partial<CheckedPlan["pegs"]> } = {},
): CheckedPlan {
  return {
    orders: {
      count: 2,
      item: [0, 1],
      quantity: [10, 16],
      output: [10, 16],
      startDay: [4, 1],
      dueDay: [6, 4],
      wantedStartDay: [4, 1],
      ...changes.orders,
    },
    pegs: {
      count: 3,
      item: [0, 1, 1],
      supply: [0, -1, 1],
      demand: [-2, 0, 0],
      quantity: [10, 5, 15],
      ...changes.pegs,
    },
  };
}

describe("the checker of the mrp figure", () => {
  test("passes a plan worked out by hand", () => {
    expect(checkPlan(factory, plan())).toEqual({ stockDays: 20, orders: 2, pegs: 3, pastDueOrders: 0 });
  });
  test("excuses a lack only until a past-due order is there", () => {
    const late = { ...factory, items: { ...factory.items, lead_days: [2, 5] } };
    const pastDue = { startDay: [4, 0], wantedStartDay: [4, -1] };
    expect(checkPlan(late, plan({ orders: pastDue })).pastDueOrders).toBe(1);
    const hopeless = { ...factory, items: { ...factory.items, lead_days: [2, 3] } };
    expect(() => checkPlan(hopeless, plan({ orders: pastDue }))).toThrow("takes 5 working days");
  });
  test.each([
    {
      name: "stock below zero",
      changes: { orders: { dueDay: [6, 5], startDay: [4, 2], wantedStartDay: [4, 2] } },
      says: "falls to -15 on day 4",
    },
    { name: "too little ordered", changes: { orders: { quantity: [10, 12], output: [10, 12] } }, says: "falls to -3" },
    {
      name: "a lead time cut short",
      changes: { orders: { startDay: [5, 1], wantedStartDay: [5, 1] } },
      says: "takes 1 working days",
    },
    { name: "a start that is not the wanted one", changes: { orders: { startDay: [3, 1] } }, says: "does not start" },
    {
      name: "a broken lot",
      changes: { orders: { quantity: [10, 18], output: [10, 18] } },
      says: "breaks its lot rule",
    },
    {
      name: "more good than the yield gives",
      changes: { orders: { output: [11, 16] } },
      says: "expects 11 good, not 10",
    },
    {
      name: "an order for nobody",
      changes: { pegs: { count: 2, supply: [0, -1], demand: [-2, 0], quantity: [10, 5] } },
      says: "for nobody",
    },
    { name: "an order given away twice", changes: { pegs: { quantity: [10, 4, 17] } }, says: "given away twice" },
    {
      name: "stock given away twice",
      changes: { pegs: { quantity: [10, 6, 14] } },
      says: "stock of item 1 is given away twice",
    },
    { name: "a demand not covered", changes: { pegs: { quantity: [9, 5, 15] } }, says: "demand 0 is not covered" },
    {
      name: "a component not covered",
      changes: { pegs: { quantity: [10, 5, 14] } },
      says: "component 1 of order 0 is not covered",
    },
    { name: "a peg to another item's order", changes: { pegs: { item: [0, 1, 0] } }, says: "another item's order" },
  ])("names $name", ({ changes, says }) => {
    expect(() => checkPlan(factory, plan(changes))).toThrow(says);
  });
  test("names an order on a closed day", () => {
    const calendar = new Uint8Array(20).fill(1);
    calendar[16] = 0;
    expect(() => checkPlan({ ...factory, calendars: [calendar] }, plan())).toThrow("due on a closed day");
  });
});
