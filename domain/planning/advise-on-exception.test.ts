import { expect, test } from "vitest";
import { adviseOnException } from "./advise-on-exception.ts";
import type { PlanException } from "./plan-records.ts";
import { item, made, planned, purchase, sale } from "./sample-plan.test-data.ts";

/** What a plan says, with who should see to it and what would settle it. */
const advised = (plan: { readonly exceptions: readonly PlanException[] }, supply: "make" | "buy") =>
  plan.exceptions.map((exception) => ({ kind: exception.kind, ...adviseOnException(exception, supply) }));

test("receipts are moved, raised, lowered or cancelled by whoever ordered them", () => {
  const late = planned({
    items: [item("A")],
    receipts: [purchase("A", "10", "2026-04-12")],
    demands: [sale("A", "10", "2026-04-10"), sale("A", "5", "2026-04-14", { id: "SO-2" })],
  });
  expect(advised(late, "buy")).toEqual([
    { kind: "expedite", owner: "purchasing", remedy: { kind: "move_receipt", to: "2026-04-10" } },
    { kind: "raise", owner: "purchasing", remedy: { kind: "change_quantity", by: "5" } },
  ]);
  const much = planned({
    items: [made("A")],
    receipts: [
      purchase("A", "10", "2026-04-03", { kind: "work_order", line: null }),
      purchase("A", "4", "2026-05-01", { id: "PO-2" }),
    ],
    demands: [sale("A", "8", "2026-04-20")],
  });
  expect(advised(much, "make")).toEqual([
    { kind: "delay", owner: "production", remedy: { kind: "move_receipt", to: "2026-04-20" } },
    { kind: "cancel", owner: "purchasing", remedy: { kind: "cancel" } },
  ]);
  const bit = planned({
    items: [item("A")],
    receipts: [purchase("A", "10", "2026-04-20")],
    demands: [sale("A", "8", "2026-04-20")],
  });
  expect(advised(bit, "buy")).toEqual([
    { kind: "lower", owner: "purchasing", remedy: { kind: "change_quantity", by: "-2" } },
  ]);
});

test("what should have started is started now, and a customer of a past day is told a new one", () => {
  const plan = planned({ items: [made("A", { leadTimeDays: 3 })], demands: [sale("A", "1", "2026-03-30")] });
  expect(advised(plan, "make")).toEqual([
    { kind: "past_due_start", owner: "production", remedy: { kind: "start_now", readyOn: "2026-04-04" } },
    { kind: "no_bom", owner: "planning", remedy: { kind: "complete_bill_of_material" } },
    { kind: "overdue_demand", owner: "sales", remedy: { kind: "promise_new_date", to: "2026-04-01" } },
  ]);
});
