import { describe, expect, test } from "vitest";
import { planFromRecords } from "./plan-from-records.ts";
import type { PlanInput } from "./plan-records.ts";
import {
  bom,
  exceptionNotes,
  input,
  item,
  made,
  orderNotes,
  pegNotes,
  planned,
  purchase,
  reserved,
  sale,
} from "./sample-plan.test-data.ts";

interface Case {
  name: string;
  records: Partial<PlanInput>;
  orders: string[];
  exceptions?: string[];
  pegs?: string[];
}

function table(title: string, cases: Case[]): void {
  describe(title, () => {
    test.each(cases)("$name", ({ records, orders, exceptions, pegs }) => {
      const plan = planned(records);
      expect(orderNotes(plan)).toEqual(orders);
      if (exceptions) expect(exceptionNotes(plan)).toEqual(exceptions);
      if (pegs) expect(pegNotes(plan)).toEqual(pegs);
    });
  });
}

const twice = [sale("A", "30", "2026-04-10"), sale("A", "45", "2026-04-14", { id: "SO-2" })];

table("netting", [
  {
    name: "stock is used first, the rest is proposed",
    records: { items: [item("A", { onHand: "50" })], demands: twice },
    orders: ["A 25 04-14→04-14"],
    exceptions: [],
    pegs: ["A 30 stock→SO-1", "A 20 stock→SO-2", "A 25 #0→SO-2"],
  },
  {
    name: "an open purchase covers what comes after it",
    records: { items: [item("A")], demands: twice, receipts: [purchase("A", "40", "2026-04-12")] },
    orders: ["A 35 04-14→04-14"],
    exceptions: ["expedite A 40 04-12→04-10", "raise A 35 04-12→04-14"],
    pegs: ["A 30 PO-1→SO-1", "A 10 PO-1→SO-2", "A 35 #0→SO-2"],
  },
  {
    name: "two orders on one day make one proposal",
    records: { items: [item("A")], demands: [sale("A", "3", "2026-04-10"), sale("A", "4", "2026-04-10", { line: 2 })] },
    orders: ["A 7 04-10→04-10"],
  },
  {
    name: "an order overdue since March is planned for today",
    records: { items: [item("A", { onHand: "5" })], demands: [sale("A", "5", "2026-03-20")] },
    orders: [],
    pegs: ["A 5 stock→SO-1"],
  },
  {
    name: "the ordering customer gets earlier supply than a forecast of the same day",
    records: {
      items: [item("A", { onHand: "5" })],
      demands: [sale("A", "5", "2026-04-10", { kind: "forecast", id: "F" }), sale("A", "5", "2026-04-10")],
    },
    orders: ["A 5 04-10→04-10"],
    pegs: ["A 5 stock→SO-1", "A 5 #0→F"],
  },
  {
    name: "a demand beyond the horizon is reported and not planned",
    records: { items: [item("A")], demands: [sale("A", "5", "2026-06-30")] },
    orders: [],
    exceptions: ["beyond_horizon A 5 06-30→06-30"],
  },
  {
    name: "a negative balance plans as no stock and is reported",
    records: { items: [item("A", { onHand: "-3" })], demands: [sale("A", "5", "2026-04-10")] },
    orders: ["A 5 04-10→04-10"],
    exceptions: ["negative_stock A -3 04-01→"],
  },
]);

table("reservations", [
  {
    name: "a reserved piece counts once: for the order it is reserved for",
    records: {
      items: [item("A", { onHand: "50" })],
      demands: twice,
      reservations: [reserved("A", "45", { demand: { kind: "sales", id: "SO-2", line: 1 } })],
    },
    orders: ["A 25 04-10→04-10"],
    pegs: ["A 45 stock→SO-2", "A 5 stock→SO-1", "A 25 #0→SO-1"],
  },
  {
    name: "a reservation for something planning does not see only takes stock away",
    records: { items: [item("A", { onHand: "50" })], demands: [twice[0]!], reservations: [reserved("A", "30")] },
    orders: ["A 10 04-10→04-10"],
  },
  {
    name: "a reservation is honoured no further than stock reaches",
    records: {
      items: [item("A", { onHand: "10" })],
      demands: [twice[0]!],
      reservations: [reserved("A", "30", { demand: { kind: "sales", id: "SO-1", line: 1 } })],
    },
    orders: ["A 20 04-10→04-10"],
  },
]);

table("lot rules", [
  {
    name: "lot for lot",
    records: { items: [item("A")], demands: twice },
    orders: ["A 30 04-10→04-10", "A 45 04-14→04-14"],
  },
  {
    name: "a fixed quantity, as many times as needed",
    records: { items: [item("A", { lotRule: "fixed", lotFixed: "20" })], demands: twice },
    orders: ["A 40 04-10→04-10", "A 40 04-14→04-14"],
  },
  {
    name: "what a lot leaves serves the next demand",
    records: { items: [item("A", { lotRule: "fixed", lotFixed: "100" })], demands: twice },
    orders: ["A 100 04-10→04-10"],
  },
  {
    name: "a period of five days takes both demands into one order",
    records: { items: [item("A", { lotRule: "period", lotPeriodDays: 5 })], demands: twice },
    orders: ["A 75 04-10→04-10"],
  },
  {
    name: "a period of four days ends the day before the second demand",
    records: { items: [item("A", { lotRule: "period", lotPeriodDays: 4 })], demands: twice },
    orders: ["A 30 04-10→04-10", "A 45 04-14→04-14"],
  },
  {
    name: "a period counts what arrives within it",
    records: {
      items: [item("A", { lotRule: "period", lotPeriodDays: 5 })],
      demands: twice,
      receipts: [purchase("A", "40", "2026-04-13")],
      expediteWithinDays: 0,
    },
    orders: ["A 35 04-10→04-10"],
  },
  {
    name: "a period serves its worst day, even when a receipt makes up for it later",
    records: {
      items: [item("A", { lotRule: "period", lotPeriodDays: 5 })],
      demands: [
        sale("A", "30", "2026-04-10"),
        sale("A", "20", "2026-04-12", { id: "SO-2" }),
        sale("A", "10", "2026-04-14", { id: "SO-3" }),
      ],
      receipts: [purchase("A", "40", "2026-04-13")],
      expediteWithinDays: 0,
    },
    orders: ["A 50 04-10→04-10"],
  },
  {
    name: "at least the minimum, in multiples",
    records: { items: [item("A", { lotRule: "min_max", lotMinimum: "32", lotMultiple: "5" })], demands: twice },
    orders: ["A 35 04-10→04-10", "A 40 04-14→04-14"],
  },
  {
    name: "a maximum splits, and the last part is a minimum again",
    records: {
      items: [item("A", { lotRule: "min_max", lotMinimum: "8", lotMaximum: "22", lotMultiple: "4" })],
      demands: [twice[1]!],
    },
    orders: ["A 20 04-14→04-14", "A 20 04-14→04-14", "A 8 04-14→04-14"],
  },
]);

table("safety stock", [
  {
    name: "is refilled on the first day that needs no hurry",
    records: { items: [item("A", { safetyStock: "10", onHand: "4", leadTimeDays: 6 })] },
    orders: ["A 6 04-01→04-07"],
    exceptions: ["below_safety A 4 04-01→04-07"],
    pegs: ["A 4 stock→safety", "A 6 #0→safety"],
  },
  {
    name: "is kept when a demand would eat it",
    records: { items: [item("A", { safetyStock: "10", onHand: "10" })], demands: [twice[0]!] },
    orders: ["A 30 04-10→04-10"],
    exceptions: [],
  },
  {
    name: "serves a customer before an order could arrive, and no order is late for its sake",
    records: {
      items: [item("A", { safetyStock: "10", onHand: "10", leadTimeDays: 14 })],
      demands: [sale("A", "8", "2026-04-10")],
    },
    orders: ["A 8 04-01→04-15"],
    exceptions: ["below_safety A 2 04-10→04-15"],
  },
]);

table("yield and scrap", [
  {
    name: "started is needed divided by the yield, rounded up to the unit",
    records: {
      items: [made("A", { yield: "0.95" }), item("B")],
      bomLines: [bom("A", "B", "2")],
      demands: [sale("A", "100", "2026-04-10")],
    },
    orders: ["A 106 (100) 04-10→04-10", "B 212 04-10→04-10"],
  },
  {
    name: "yields multiply from the end, each step rounds up",
    records: {
      items: [made("F-40", { yield: "0.98" }), made("F-20", { yield: "0.97" }), item("F-10")],
      bomLines: [bom("F-40", "F-20"), bom("F-20", "F-10")],
      demands: [sale("F-40", "89", "2026-04-10")],
    },
    orders: ["F-40 91 (89) 04-10→04-10", "F-20 94 (91) 04-10→04-10", "F-10 94 04-10→04-10"],
  },
  {
    name: "a lot rule works on what is started",
    records: { items: [item("A", { yield: "0.9", lotRule: "fixed", lotFixed: "50" })], demands: [twice[1]!] },
    orders: ["A 50 (45) 04-14→04-14"],
  },
  {
    name: "scrap of a component raises its need",
    records: {
      items: [made("A"), item("B", { unit: "kg" })],
      bomLines: [bom("A", "B", "0.25", { scrapRate: "0.04" })],
      demands: [sale("A", "10", "2026-04-10")],
    },
    orders: ["A 10 04-10→04-10", "B 2.605 04-10→04-10"],
  },
]);

const week = { leadTimeDays: 5, calendarId: "WEEK" };
table("calendars", [
  {
    name: "five working days back over a weekend",
    records: { items: [item("A", week)], demands: [sale("A", "1", "2026-04-17")] },
    orders: ["A 1 04-10→04-17"],
  },
  {
    name: "needed on a Sunday is due on the Friday before",
    records: { items: [item("A", week)], demands: [sale("A", "1", "2026-04-19")] },
    orders: ["A 1 04-10→04-17"],
  },
  {
    name: "Golden Week does not count",
    records: { items: [item("A", week)], demands: [sale("A", "1", "2026-05-08")] },
    orders: ["A 1 04-27→05-08"],
  },
  {
    name: "an own closure does not count",
    records: {
      items: [item("A", { leadTimeDays: 2 })],
      calendars: [
        {
          id: "ALL",
          calendar: {
            worksOn: [1, 2, 3, 4, 5, 6, 7],
            keepsPublicHolidays: false,
            days: [{ onDate: "2026-04-09", isWorking: false, reason: "棚卸" }],
          },
        },
      ],
      demands: [sale("A", "1", "2026-04-10")],
    },
    orders: ["A 1 04-07→04-10"],
  },
  {
    name: "a component of a later operation is needed later",
    records: {
      items: [made("A", week), item("B"), item("C")],
      bomLines: [bom("A", "B"), bom("A", "C", "1", { operationOffsetDays: 3 })],
      demands: [sale("A", "1", "2026-04-17")],
    },
    orders: ["A 1 04-10→04-17", "B 1 04-10→04-10", "C 1 04-15→04-15"],
  },
]);

table("past due", [
  {
    name: "of a works closed today: due today, counted back from the last day worked",
    records: {
      items: [item("A", { leadTimeDays: 1, calendarId: "WEEK" })],
      planFrom: "2026-04-04",
      demands: [sale("A", "1", "2026-04-05")],
    },
    orders: ["A 1 04-04→04-04!"],
    exceptions: ["past_due_start A 1 04-07→04-04"],
  },
  {
    name: "starts today, keeps the day it is needed, and says when it can be there",
    records: { items: [item("A", { leadTimeDays: 20 })], demands: [twice[0]!] },
    orders: ["A 30 04-01→04-10!"],
    exceptions: ["past_due_start A 30 04-21→04-10"],
  },
  {
    name: "passes on to the components, which are needed today",
    records: {
      items: [made("A", { leadTimeDays: 20 }), item("B", { leadTimeDays: 3 })],
      bomLines: [bom("A", "B")],
      demands: [twice[0]!],
    },
    orders: ["A 30 04-01→04-10!", "B 30 04-01→04-01!"],
    exceptions: ["past_due_start A 30 04-21→04-10", "past_due_start B 30 04-04→04-01"],
  },
]);

table("open receipts", [
  {
    name: "too early is asked to come later",
    records: { items: [item("A")], demands: [twice[0]!], receipts: [purchase("A", "30", "2026-04-03")] },
    orders: [],
    exceptions: ["delay A 30 04-03→04-10"],
  },
  {
    name: "a few days too early are not worth a message",
    records: { items: [item("A")], demands: [twice[0]!], receipts: [purchase("A", "30", "2026-04-05")] },
    orders: [],
    exceptions: [],
  },
  {
    name: "needed by nobody is proposed to be cancelled",
    records: {
      items: [item("A", { onHand: "30" })],
      demands: [twice[0]!],
      receipts: [purchase("A", "9", "2026-04-20")],
    },
    orders: [],
    exceptions: ["cancel A 9 04-20→"],
  },
  {
    name: "what keeps the safety stock is needed",
    records: { items: [item("A", { safetyStock: "9" })], receipts: [purchase("A", "9", "2026-04-20")] },
    orders: [],
    exceptions: ["below_safety A 0 04-01→04-01"],
  },
  {
    name: "further away than may be expedited, a new order is proposed and the receipt is too much",
    records: { items: [item("A")], demands: [twice[0]!], receipts: [purchase("A", "30", "2026-06-01")] },
    orders: ["A 30 04-10→04-10"],
    exceptions: ["cancel A 30 06-01→"],
  },
  {
    name: "overdue since March counts as coming today",
    records: { items: [item("A")], demands: [twice[0]!], receipts: [purchase("A", "30", "2026-03-30")] },
    orders: [],
    exceptions: ["delay A 30 04-01→04-10", "overdue_receipt A 30 03-30→04-01"],
  },
]);

// A member of a chain: buys the formed frame F-10 by one step trade, welds it to F-20, sells that by the next.
const frame = { isOrderBound: true };
const chain = {
  items: [made("F-20", frame), item("F-10", frame), item("ROD")],
  bomLines: [bom("F-20", "F-10"), bom("F-20", "ROD")],
};
const step = { kind: "step", id: "T3", orderKey: "K1" } as const;
const supply = { kind: "step", id: "T2", orderKey: "K1" } as const;
table("firm supply and demand of step trades", [
  {
    name: "the step before covers the need, nothing of it is proposed; own auxiliaries are",
    records: {
      ...chain,
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [purchase("F-10", "20", "2026-04-08", supply)],
    },
    orders: ["F-20 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: [],
    pegs: ["F-20 20 #0→T3", "F-10 20 T2→#0", "ROD 20 #1→#0"],
  },
  {
    name: "what lacks is a shortfall, not a proposal",
    records: {
      ...chain,
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [purchase("F-10", "17", "2026-04-08", supply)],
    },
    orders: ["F-20 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: ["shortfall F-10 3 04-10→04-10"],
  },
  {
    name: "stock of another order, and free stock, stay where they are",
    records: {
      ...chain,
      items: [made("F-20", frame), item("F-10", { ...frame, onHand: "50" }), item("ROD")],
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [
        purchase("F-10", "17", "2026-04-08", supply),
        purchase("F-10", "9", "2026-04-08", { kind: "step", id: "T9", orderKey: "K2" }),
      ],
    },
    orders: ["F-20 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: ["shortfall F-10 3 04-10→04-10", "cancel F-10 9 04-08→"],
  },
  {
    name: "what has arrived for the order stands reserved for it; a trade delivered in full still forbids a proposal",
    records: {
      ...chain,
      items: [made("F-20", frame), item("F-10", { ...frame, onHand: "18" }), item("ROD")],
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [purchase("F-10", "0", "2026-04-08", supply)],
      reservations: [reserved("F-10", "18", { orderKey: "K1" })],
    },
    orders: ["F-20 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: ["shortfall F-10 2 04-10→04-10"],
    pegs: ["F-20 20 #0→T3", "F-10 18 stock→#0", "ROD 20 #1→#0"],
  },
  {
    name: "a step that comes too late is asked to come sooner, however late it is",
    records: {
      ...chain,
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [purchase("F-10", "20", "2026-06-20", supply)],
    },
    orders: ["F-20 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: ["expedite F-10 20 06-20→04-10"],
  },
  {
    name: "a stage that was not dispatched is the company's own: proposed for the order, lot for lot",
    records: {
      ...chain,
      items: [made("F-20", frame), item("F-10", { ...frame, lotRule: "fixed", lotFixed: "100" }), item("ROD")],
      demands: [sale("F-20", "20", "2026-04-10", step)],
    },
    orders: ["F-20 20 04-10→04-10", "F-10 20 04-10→04-10", "ROD 20 04-10→04-10"],
    exceptions: [],
  },
  {
    name: "an own work order for the order that makes too little is topped up",
    records: {
      ...chain,
      demands: [sale("F-20", "20", "2026-04-10", step)],
      receipts: [
        purchase("F-20", "15", "2026-04-09", { kind: "work_order", id: "WO-1", orderKey: "K1" }),
        purchase("F-10", "5", "2026-04-08", supply),
      ],
    },
    orders: ["F-20 5 04-10→04-10", "ROD 5 04-10→04-10"],
    exceptions: [],
    pegs: ["F-20 15 WO-1→T3", "F-20 5 #0→T3", "F-10 5 T2→#0", "ROD 5 #1→#0"],
  },
  {
    name: "two orders of one day stay two work orders",
    records: {
      ...chain,
      demands: [
        sale("F-20", "20", "2026-04-10", step),
        sale("F-20", "5", "2026-04-10", { kind: "step", id: "T4", orderKey: "K2" }),
      ],
      receipts: [purchase("F-10", "25", "2026-04-08", supply)],
    },
    orders: ["F-20 20 04-10→04-10", "F-20 5 04-10→04-10", "F-10 5 04-10→04-10", "ROD 25 04-10→04-10"],
    exceptions: [],
  },
]);

table("bills of material", [
  {
    name: "a line counts when the order starts within its validity, first and last day included",
    records: {
      items: [made("A", { leadTimeDays: 2 }), item("OLD"), item("NEW")],
      bomLines: [bom("A", "OLD", "1", { validTo: "2026-04-08" }), bom("A", "NEW", "2", { validFrom: "2026-04-09" })],
      demands: [twice[0]!, sale("A", "10", "2026-04-11", { id: "SO-3" })],
    },
    orders: ["A 30 04-08→04-10", "A 10 04-09→04-11", "NEW 20 04-09→04-09", "OLD 30 04-08→04-08"],
  },
  {
    name: "a made item without one is planned and named",
    records: { items: [made("62")], demands: [sale("62", "4", "2026-04-10")] },
    orders: ["62 4 04-10→04-10"],
    exceptions: ["no_bom 62 4 04-10→04-10"],
  },
  {
    name: "a bought item is not exploded",
    records: { items: [item("A"), item("B")], bomLines: [bom("A", "B")], demands: [twice[0]!] },
    orders: ["A 30 04-10→04-10"],
  },
  {
    name: "a component used on two levels is planned once, for both",
    records: {
      items: [made("A"), made("B"), item("C")],
      bomLines: [bom("A", "B"), bom("A", "C"), bom("B", "C", "3")],
      demands: [sale("A", "10", "2026-04-10")],
    },
    orders: ["A 10 04-10→04-10", "B 10 04-10→04-10", "C 40 04-10→04-10"],
  },
]);

table("units", [
  {
    name: "a demand in boxes is planned in pieces",
    records: {
      items: [item("A")],
      unitConversions: [{ itemId: "A", unit: "箱", factor: "12" }],
      demands: [sale("A", "2", "2026-04-10", { unit: "箱" })],
    },
    orders: ["A 24 04-10→04-10"],
  },
  {
    name: "a broken unit is rounded up where needed and down where it comes",
    records: {
      items: [item("A")],
      unitConversions: [{ itemId: "A", unit: "箱", factor: "2.5" }],
      demands: [sale("A", "3", "2026-04-10", { unit: "箱" })],
      receipts: [purchase("A", "1", "2026-04-10", { unit: "箱" })],
    },
    orders: ["A 6 04-10→04-10"],
  },
]);

describe("bills of material that contain themselves", () => {
  test("are named from parent to component, and the rest of the factory is planned", () => {
    const plan = planned({
      items: ["A", "B", "C", "D", "E"].map((code) => made(code)),
      bomLines: [bom("D", "B"), bom("D", "E"), bom("B", "C"), bom("C", "B"), bom("B", "A")],
      demands: [sale("D", "5", "2026-04-10"), sale("A", "2", "2026-04-12", { id: "SO-2" })],
    });
    expect(plan.leftOut).toEqual([{ code: "BOM_CYCLIC", values: { chain: "B → C → B" } }]);
    expect(orderNotes(plan)).toEqual(["A 2 04-12→04-12", "D 5 04-10→04-10", "E 5 04-10→04-10"]);
    expect(exceptionNotes(plan).filter((note) => note.startsWith("bom_cyclic"))).toEqual([
      "bom_cyclic B 0 04-01→",
      "bom_cyclic C 0 04-01→",
    ]);
  });

  test("a longer circle begins with its first item, and two circles are both named", () => {
    const plan = planned({
      items: ["A", "B", "C", "D"].map((code) => made(code)),
      bomLines: [bom("C", "A"), bom("A", "B"), bom("B", "C"), bom("D", "D")],
    });
    expect(plan.leftOut.map(({ values }) => values?.["chain"])).toEqual(["A → B → C → A", "D → D"]);
  });
});

describe("what makes planning impossible", () => {
  const cases: { name: string; records: Partial<PlanInput>; refusal: object }[] = [
    {
      name: "a lead time below zero",
      records: { items: [item("A", { leadTimeDays: -1 })] },
      refusal: { code: "PLAN_LEAD_TIME_INVALID", values: { item: "A", days: -1 }, field: "items.0.leadTimeDays" },
    },
    {
      name: "a calendar on which nobody ever works",
      records: {
        items: [item("A")],
        calendars: [{ id: "ALL", calendar: { worksOn: [], keepsPublicHolidays: false, days: [] } }],
      },
      refusal: { code: "PLAN_CALENDAR_NEVER_WORKED", values: { calendar: "ALL" }, field: "calendars.0" },
    },
    {
      name: "an unknown item",
      records: { items: [item("A")], demands: [sale("A", "1", "2026-04-10"), sale("X", "1", "2026-04-10")] },
      refusal: { code: "PLAN_ITEM_UNKNOWN", values: { item: "X" }, field: "demands.1.itemId" },
    },
    {
      name: "a unit without conversion",
      records: { items: [item("A")], demands: [sale("A", "1", "2026-04-10", { unit: "箱" })] },
      refusal: { code: "UNIT_WITHOUT_CONVERSION", values: { item: "A", unit: "箱", ownUnit: "個" } },
    },
    {
      name: "an unknown calendar",
      records: { items: [item("A", { calendarId: "X" })] },
      refusal: { code: "PLAN_CALENDAR_UNKNOWN", field: "items.0.calendarId" },
    },
    {
      name: "an unknown unit",
      records: { items: [item("A", { unit: "m" })] },
      refusal: { code: "PLAN_UNIT_UNKNOWN", values: { item: "A", unit: "m" } },
    },
    {
      name: "a fixed lot of nothing",
      records: { items: [item("A", { lotRule: "fixed" })] },
      refusal: { code: "LOT_RULE_INCOMPLETE", values: { item: "A" } },
    },
    {
      name: "a largest lot out of which nothing good comes",
      records: { items: [item("A", { lotRule: "min_max", lotMaximum: "1", yield: "0.9" })] },
      refusal: { code: "LOT_YIELDS_NOTHING", values: { item: "A" } },
    },
    {
      name: "a quantity beyond exact numbers",
      records: { items: [item("A", { unit: "kg" })], demands: [sale("A", "999999999999999", "2026-04-10")] },
      refusal: { code: "QUANTITY_TOO_LARGE", values: { item: "A" } },
    },
    {
      name: "a need that grows beyond exact numbers on its way down",
      records: {
        items: [made("A"), made("B"), item("C")],
        bomLines: [bom("A", "B", "99999999"), bom("B", "C", "99999999")],
        demands: [sale("A", "99999", "2026-04-10")],
      },
      refusal: { code: "QUANTITY_TOO_LARGE", values: { item: "C" } },
    },
    {
      name: "lots so small that nobody could read the plan",
      records: {
        items: [item("A", { lotRule: "min_max", lotMaximum: "1" })],
        demands: [sale("A", "99999999", "2026-04-10")],
      },
      refusal: { code: "PLAN_TOO_LARGE", values: { item: "A" } },
    },
  ];
  test.each(cases)("$name", ({ records, refusal }) => {
    expect(planFromRecords(input(records))).toMatchObject({ ok: false, refusals: [refusal] });
  });
});
