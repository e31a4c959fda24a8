import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES } from "../companies/index.ts";
import { addDays, decimal } from "../shared/index.ts";
import { adviseOnException, EXCEPTION_OWNERS } from "./advise-on-exception.ts";
import {
  casesOwnedBy,
  exceptionCase,
  exceptionOwnersOf,
  hasBecomeWorse,
  isResting,
  ownerOfCase,
} from "./exception-inbox.ts";
import { type NeedStep, needsBehind } from "./exception-needs.ts";
import { PLAN_EXCEPTION_KINDS } from "./plan-records.ts";
import { changedQuantity, movedDates } from "./remedy-figures.ts";

test("each role sees its own exceptions first; the president all, who only keeps the books none", () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, exceptionOwnersOf([role]).join(" ")]))).toEqual({
    president: "purchasing production sales planning inventory",
    sales: "sales",
    production: "production planning",
    purchasing: "purchasing",
    warehouse: "inventory",
    floor: "",
    finance: "",
    secretariat: "sales",
    admin: "",
  });
  expect(exceptionOwnersOf(["sales", "purchasing"])).toEqual(["purchasing", "sales"]);
});

test("every case has one owner, the same as the advice says", () => {
  const all = EXCEPTION_OWNERS.flatMap((owner) => casesOwnedBy([owner]));
  expect(new Set(all).size).toBe(all.length);
  expect(casesOwnedBy(EXCEPTION_OWNERS).length).toBe(all.length);
  const late = { kind: "expedite", subject: { kind: "purchase", id: "t", line: 1 }, quantity: "1" } as const;
  const advice = adviseOnException({ ...late, onDate: "2026-04-01", wantedDate: null }, "make");
  expect(ownerOfCase(exceptionCase("expedite", "purchase", "make"))).toBe(advice.owner);
  expect(casesOwnedBy(["inventory"])).toContain("negative_stock//buy");
  expect(ownerOfCase("something new")).toBe("planning");
});

test("a step of a chain has no remedy of its own, an own order in arrears gets a new day", () => {
  const about = { kind: "overdue_receipt", quantity: "1", onDate: "2026-04-01", wantedDate: "2026-04-10" } as const;
  const of = (kind: "purchase" | "work_order" | "step") =>
    adviseOnException({ ...about, subject: { kind, id: "x", line: null } }, "buy").remedy;
  expect(of("purchase")).toEqual({ kind: "ask_for_delivery" });
  expect(of("work_order")).toEqual({ kind: "move_receipt", to: "2026-04-10" });
  expect(of("step")).toBeNull();
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-04-01", days));
const extent = fc.record({
  quantity: fc.integer({ min: -50, max: 50 }).map(String),
  onDate: day,
  wantedDate: fc.option(day, { nil: null }),
});
const kind = fc.constantFrom(...PLAN_EXCEPTION_KINDS);

test("what has not changed is no worse, and better in one way and worse in no other is no worse either", () => {
  fc.assert(fc.property(kind, extent, (kind, one) => !hasBecomeWorse(kind, one, one)));
  const at = (quantity: string, onDate: string, wantedDate: string | null) => ({ quantity, onDate, wantedDate });
  const before = at("10", "2026-04-12", "2026-04-10");
  const cases: [Parameters<typeof hasBecomeWorse>[0], typeof before, boolean][] = [
    ["expedite", at("10", "2026-04-12", "2026-04-09"), true],
    ["expedite", at("10", "2026-04-12", "2026-04-11"), false],
    ["expedite", at("11", "2026-04-12", "2026-04-11"), true],
    ["past_due_start", at("10", "2026-04-13", "2026-04-10"), true],
    ["below_safety", at("9", "2026-04-12", "2026-04-10"), true],
    ["below_safety", at("11", "2026-04-12", "2026-04-10"), false],
    ["negative_stock", at("9", "2026-05-12", null), true],
    ["delay", at("10", "2026-04-12", "2026-04-20"), true],
    ["bom_cyclic", at("99", "2026-04-01", null), false],
  ];
  for (const [kind, now, worse] of cases)
    expect([kind, now, hasBecomeWorse(kind, before, now)]).toEqual([kind, now, worse]);
});

test("set aside rests until its day or until worse; a remedy rests until the plan says something else or it is refused", () => {
  const care = {
    quantity: "10",
    onDate: "2026-04-12",
    wantedDate: "2026-04-10",
    untilOn: "2026-04-08",
    isRefused: false,
  };
  const now = { quantity: "10", onDate: "2026-04-12", wantedDate: "2026-04-10" };
  const aside = { ...care, state: "aside" as const };
  expect(isResting("expedite", aside, now, "2026-04-07")).toBe(true);
  expect(isResting("expedite", aside, now, "2026-04-08")).toBe(false);
  expect(isResting("expedite", aside, { ...now, quantity: "12" }, "2026-04-07")).toBe(false);
  expect(isResting("expedite", aside, { ...now, quantity: "8" }, "2026-04-07")).toBe(true);
  const applied = { ...care, state: "applied" as const };
  expect(isResting("expedite", applied, now, "2026-04-07")).toBe(true);
  expect(isResting("expedite", applied, { ...now, quantity: "8" }, "2026-04-07")).toBe(false);
  expect(isResting("expedite", { ...applied, isRefused: true }, now, "2026-04-07")).toBe(false);
});

test("needs are found over all levels, also round a circle, what is ordered before what is held, a forecast last", () => {
  const need = (kind: "sales" | "forecast" | "promise", id: string, neededOn: string): NeedStep => ({
    need: { kind, id, line: 1, neededOn },
  });
  const steps = new Map<string, NeedStep[]>([
    ["tube", [{ to: "frame" }]],
    ["frame", [{ to: "bike" }, { to: "tube" }]],
    ["bike", [need("forecast", "F", "2026-04-01"), need("sales", "B", "2026-05-02"), need("sales", "A", "2026-05-09")]],
    ["wheel", [{ to: "bike" }, need("promise", "H", "2026-04-01")]],
    ["other", [need("sales", "C", "2026-04-01")]],
  ]);
  expect(needsBehind(["tube"], steps).map(({ id }) => id)).toEqual(["B", "A", "F"]);
  expect(needsBehind(["wheel"], steps).map(({ id }) => id)).toEqual(["B", "A", "H", "F"]);
  expect(needsBehind(["nothing"], steps)).toEqual([]);
});

test("an order that is moved keeps its length where it can, and never starts later than it is due", () => {
  const order = { state: "planned", startOn: "2026-04-10", dueOn: "2026-04-15" };
  expect(movedDates(order, "2026-04-20", "2026-04-01")).toEqual({ startOn: "2026-04-15", dueOn: "2026-04-20" });
  expect(movedDates(order, "2026-04-03", "2026-04-01")).toEqual({ startOn: "2026-04-01", dueOn: "2026-04-03" });
  expect(movedDates({ ...order, state: "started" }, "2026-04-20", "2026-04-12")).toEqual({
    startOn: "2026-04-10",
    dueOn: "2026-04-20",
  });
  fc.assert(
    fc.property(
      fc.constantFrom("planned", "released", "started"),
      day,
      fc.nat(60),
      day,
      day,
      (state, start, days, to, today) => {
        const moved = movedDates({ state, startOn: start, dueOn: addDays(start, days) }, to, today);
        expect(moved.dueOn).toBe(to);
        expect(moved.startOn <= moved.dueOn).toBe(true);
      },
    ),
  );
});

test("a changed quantity brings what is asked and never less", () => {
  expect(changedQuantity(decimal(10), decimal(5), decimal("0.9"), 0).toFixed()).toBe("16");
  expect(changedQuantity(decimal(10), decimal(-5), decimal("0.9"), 0).toFixed()).toBe("5");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      (quantity, by, percent) => {
        const share = decimal(percent).dividedBy(100);
        const changed = changedQuantity(decimal(quantity), decimal(by), share, 0);
        fc.pre(changed.greaterThan(0));
        const comes = changed.minus(quantity).times(share);
        expect(comes.greaterThanOrEqualTo(decimal(by).minus("1e-9"))).toBe(true);
      },
    ),
  );
});
