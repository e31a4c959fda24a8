import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { earliestByLeadTimes, type LeadTimeInput, type LeadTimeItem } from "./earliest-by-lead-times.ts";

/** A Wednesday; the next national holiday is 2026-04-29. */
const TODAY = "2026-04-01";
const WEEK = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] };

function item(code: string, changes: Partial<LeadTimeItem> = {}): LeadTimeItem {
  const usual = { leadTimeDays: 5, yield: decimal(1), decimals: 0, free: decimal(0), calendarId: null } as const;
  return { id: code, code, supply: "buy", ...usual, ...changes };
}
const line = (parentItemId: string, componentItemId: string, quantity = "1") => ({
  parentItemId,
  componentItemId,
  quantity: decimal(quantity),
  scrapRate: decimal(0),
});
function ask(items: LeadTimeItem[], bomLines: LeadTimeInput["bomLines"], quantity: string) {
  const input = { today: TODAY, items, bomLines, calendars: new Map(), companyCalendar: WEEK };
  return earliestByLeadTimes(input, items[0]!.id, decimal(quantity));
}

describe("the day by lead times", () => {
  test("is today when free stock covers it", () => {
    const answer = ask([item("BIKE", { supply: "make", free: decimal(3) })], [], "3");
    expect(answer.ok && [answer.value.readyOn, answer.value.reasons.map((one) => one.because)]).toEqual([
      TODAY,
      ["stock"],
    ]);
  });
  test("is the lead time, in working days, after the last component is there, and says which one is binding", () => {
    const items = [
      item("BIKE", { supply: "make", leadTimeDays: 2 }),
      item("FRAME", { supply: "make", leadTimeDays: 3 }),
      item("TUBE", { leadTimeDays: 10 }),
      item("SADDLE", { leadTimeDays: 5 }),
    ];
    const answer = ask(items, [line("BIKE", "FRAME"), line("BIKE", "SADDLE"), line("FRAME", "TUBE", "4")], "2");
    expect(
      answer.ok && answer.value.reasons.map((one) => [one.itemCode, one.quantity, one.startOn, one.readyOn]),
    ).toEqual([
      ["BIKE", "2", "2026-04-20", "2026-04-22"],
      ["FRAME", "2", "2026-04-15", "2026-04-20"],
      ["TUBE", "8", "2026-04-01", "2026-04-15"],
    ]);
  });
  test("asks components for what is started, yield included, less what is free", () => {
    const items = [
      item("PLATE", { supply: "make", leadTimeDays: 1, yield: decimal("0.9") }),
      item("STEEL", { leadTimeDays: 4, free: decimal(5) }),
    ];
    const answer = ask(items, [line("PLATE", "STEEL")], "9");
    expect(answer.ok && answer.value.reasons[1]).toMatchObject({ quantity: "10", fromStock: "5", because: "buy" });
  });
  test("gives out free stock once, though two branches need it", () => {
    const items = [
      item("SET", { supply: "make", leadTimeDays: 1 }),
      item("LEFT", { supply: "make", leadTimeDays: 1 }),
      item("RIGHT", { supply: "make", leadTimeDays: 1 }),
      item("BOLT", { leadTimeDays: 7, free: decimal(1) }),
    ];
    const lines = [line("SET", "LEFT"), line("SET", "RIGHT"), line("LEFT", "BOLT"), line("RIGHT", "BOLT")];
    const answer = ask(items, lines, "1");
    expect(answer.ok && answer.value.reasons.map((one) => one.itemCode)).toEqual(["SET", "RIGHT", "BOLT"]);
  });
  test("names a structure that contains itself", () => {
    const items = [item("A", { supply: "make" }), item("B", { supply: "make" })];
    expect(ask(items, [line("A", "B"), line("B", "A")], "1")).toMatchObject({
      ok: false,
      refusals: [{ code: "BOM_CYCLIC", values: { chain: "A → B → A" } }],
    });
  });
});
