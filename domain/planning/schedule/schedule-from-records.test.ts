import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf } from "./check-schedule.test-data.ts";
import { compileFactory } from "./compile.ts";
import { constructWith } from "./methods.ts";
import { randomFactory } from "./random-factory.test-data.ts";
import { scheduleFromRecords } from "./schedule-from-records.ts";
import type { ScheduleInput } from "./schedule-records.ts";
import { operation, order, SMALL_WORKS, works } from "./small-works.test-data.ts";
import { Timetable } from "./timetable.ts";

const times = (input: ScheduleInput, method?: "forward" | "backward" | "bottleneck") =>
  Object.fromEntries(
    scheduleFromRecords(input, { method }).operations.map(
      ({ operationId, part, partCount, machineId, partnerId, start, end }) => [
        partCount === 1 ? operationId : `${operationId}/${part}`,
        `${machineId ?? partnerId} ${start.slice(8)} ${end.slice(8)}`,
      ],
    ),
  );
const codes = (input: ScheduleInput) =>
  scheduleFromRecords(input).troubles.map(({ code, kind, id }) => `${kind} ${id} ${code}`);

describe("records become a schedule", () => {
  test("breaks, nights and weekends interrupt work; a holiday is free where the calendar keeps it", () => {
    const days = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] };
    const input = works([order("W", [operation("a", { minutesPerUnit: "50" })])]);
    // 500 minutes: 480 on Monday, 20 on Tuesday.
    expect(times(input)).toEqual({ a: "Lathe-1 07T08:00 08T08:20" });
    // 2026-05-04 to 06 are holidays: Friday the 1st goes on on Thursday the 7th.
    const may = { ...input, now: "2026-05-01T08:00", calendars: [{ ...SMALL_WORKS.calendars[0]!, days }] };
    expect(times(may)).toEqual({ a: "Lathe-1 01T08:00 07T08:20" });
    const closed = { ...days, days: [{ onDate: "2026-12-08", isWorking: false, reason: "棚卸" }] };
    expect(times({ ...input, calendars: [{ ...SMALL_WORKS.calendars[0]!, days: closed }] })).toEqual({
      a: "Lathe-1 07T08:00 09T08:20",
    });
  });

  test("a night shift counts for the day it starts on, with its break after midnight", () => {
    const night = operation("n", { machineIds: ["Night-1"], minutesPerUnit: "25" });
    // From Monday 22:00: 240 minutes to 2:00, a break, 10 more.
    expect(times(works([order("W", [night])]))).toEqual({ n: "Night-1 07T22:00 08T03:10" });
    // Friday's shift still runs on Saturday morning.
    expect(times(works([order("W", [night])], { now: "2026-12-12T00:30" }))).toEqual({
      n: "Night-1 12T00:30 12T05:40",
    });
  });

  test("machines of a group are used by their rate, a maintained one later", () => {
    const either = operation("a", { machineIds: undefined, groupId: "lathe" });
    expect(times(works([order("W", [either])]))).toEqual({ a: "Lathe-2 07T08:00 07T08:30" });
    const machines = SMALL_WORKS.machines.map((machine) =>
      machine.id === "Lathe-2"
        ? { ...machine, pauses: [{ from: "2026-12-07T08:10", to: "2026-12-07T15:00" }] }
        : machine,
    );
    expect(times(works([order("W", [either])], { machines }))).toEqual({ a: "Lathe-1 07T08:00 07T09:00" });
  });

  test("a quantity is split over machines, and what follows waits for all parts", () => {
    const turn = operation("a", { machineIds: undefined, groupId: "lathe", minutesPerUnit: "12", splitInto: 5 });
    const weld = operation("b", { machineIds: ["Weld-1"] });
    expect(times(works([order("W", [turn, weld])]))).toEqual({
      "a/1": "Lathe-2 07T08:00 07T08:30",
      "a/2": "Lathe-2 07T08:30 07T09:00",
      b: "Weld-1 07T09:00 07T10:00",
    });
  });

  test("with an overlap the next operation begins when some units are done, and ends after the last of them", () => {
    const turn = operation("a");
    const weld = operation("b", { machineIds: ["Weld-1"], overlapUnits: "2", minutesPerUnit: "1" });
    expect(times(works([order("W", [turn, weld])]))).toEqual({
      a: "Lathe-1 07T08:00 07T09:00",
      b: "Weld-1 07T08:12 07T09:12",
    });
  });

  test("drying goes on at noon and at night, a partner works by its calendar's days", () => {
    const paint = operation("a", { minutesPerUnit: "47" });
    const dry = operation("b", { machineIds: ["Weld-1"], lagMinutes: "120" });
    const plated = operation("c", {
      machineIds: [],
      subcontract: { partnerId: "Mekki", leadTimeDays: 3, calendarId: "day" },
    });
    // 470 minutes end at 16:50, dry at 18:50, so on Tuesday morning; three working days from Tuesday 9:00 end on Friday 9:00.
    expect(times(works([order("W", [paint, dry, plated])]))).toEqual({
      a: "Lathe-1 07T08:00 07T16:50",
      b: "Weld-1 08T08:00 08T09:00",
      c: "Mekki 08T09:00 11T09:00",
    });
  });

  test("set-ups go by the pair of groups, else by the operation, and not within a group", () => {
    const of = (id: string, setupGroup: string) => operation(id, { setupGroup, setupMinutes: "30" });
    const input = works([order("W", [of("a", "steel"), of("b", "brass"), of("c", "brass"), of("d", "steel")])], {
      setups: [{ machineId: "Lathe-1", fromGroup: "steel", toGroup: "brass", minutes: "45" }],
    });
    expect(times(input)).toEqual({
      a: "Lathe-1 07T08:30 07T09:30",
      b: "Lathe-1 07T10:15 07T11:15",
      c: "Lathe-1 07T11:15 07T13:15",
      d: "Lathe-1 07T13:45 07T14:45",
    });
  });

  test("a person is needed, an order waits for another, and a frozen operation stays", () => {
    const weld = (id: string, machine: string) => operation(id, { machineIds: [machine], skill: "TIG" });
    const input = works([
      order("W-1", [weld("a", "Weld-1")]),
      order("W-2", [weld("b", "Lathe-1")]),
      order("W-3", [operation("c", { machineIds: ["Lathe-2"] })], { afterOrders: ["W-2"] }),
    ]);
    expect(times(input)).toEqual({
      // Sato welds b first, since another order waits for it.
      a: "Weld-1 07T09:00 07T10:00",
      b: "Lathe-1 07T08:00 07T09:00",
      c: "Lathe-2 07T09:00 07T09:30",
    });
    const { operations } = scheduleFromRecords(input);
    const frozen = operations.map((one) =>
      one.operationId === "a" ? { ...one, start: "2026-12-07T08:00" } : { ...one, start: "2026-12-07T13:00" },
    );
    const again = scheduleFromRecords({ ...input, previous: frozen, frozenUntil: "2026-12-07T10:00" });
    expect(again.operations.map(({ operationId, start, isPinned }) => [operationId, start, isPinned])).toEqual([
      ["a", "2026-12-07T08:00", true],
      ["b", "2026-12-07T09:00", false],
      ["c", "2026-12-07T10:00", false],
    ]);
  });
});

describe("what cannot be planned is refused at its place, and the rest is planned", () => {
  const good = order("good", [operation("g")]);
  const cases: { name: string; input: ScheduleInput; told: string[] }[] = [
    {
      name: "a machine without a calendar",
      input: works([good, order("W", [operation("a", { machineIds: ["Saw"] })])], {
        machines: [...SMALL_WORKS.machines, { id: "Saw", groupId: "saw", calendarId: null, rate: "1" }],
      }),
      told: ["machine Saw WITHOUT_CALENDAR", "operation a WITHOUT_MACHINE"],
    },
    {
      name: "a negative time",
      input: works([good, order("W", [operation("a", { minutesPerUnit: "-1" })])]),
      told: ["operation a NUMBER_NEGATIVE"],
    },
    {
      name: "no machine at all, nobody who can do it, an operation nobody knows",
      input: works([
        good,
        order("W-1", [operation("a", { machineIds: undefined })]),
        order("W-2", [operation("b", { skill: "laser" })]),
        order("W-3", [operation("c", { after: ["x"] })]),
      ]),
      told: ["operation a WITHOUT_MACHINE", "operation b NOBODY_WITH_SKILL", "operation c SCHEDULE_OPERATION_UNKNOWN"],
    },
    {
      name: "what waits for a refused order",
      input: works([
        good,
        order("W-1", [operation("a", { setupMinutes: "five" })]),
        order("W-2", [operation("b")], { afterOrders: ["W-1"] }),
        order("W-3", [operation("c")], { afterOrders: ["W-2"] }),
      ]),
      told: ["operation a NUMBER_UNREADABLE", "order W-2 WAITS_FOR_REFUSED", "order W-3 WAITS_FOR_REFUSED"],
    },
    {
      name: "a shift whose break lies outside",
      input: works([good], {
        calendars: [
          ...SMALL_WORKS.calendars,
          {
            ...SMALL_WORKS.calendars[0]!,
            id: "odd",
            shifts: [{ from: 480, to: 720, breaks: [{ from: 700, to: 800 }] }],
          },
        ],
      }),
      told: ["calendar odd SHIFT_UNREADABLE"],
    },
    {
      name: "an id that comes twice, a rate of nothing, a pin on nothing",
      input: works([good, good], {
        machines: [...SMALL_WORKS.machines, { id: "Slow", groupId: "lathe", calendarId: "day", rate: "0" }],
        pins: [{ operationId: "x", machineId: null, start: "2026-12-07T09:00" }],
      }),
      told: ["machine Slow RATE_NOT_POSITIVE", "order good DUPLICATE_ID", "pin x SCHEDULE_OPERATION_UNKNOWN"],
    },
  ];
  test.each(cases)("$name", ({ input, told }) => {
    expect(codes(input)).toEqual(told);
    expect(times(input)["g"]).toBe("Lathe-1 07T08:00 07T09:00");
  });

  test("a circle is named", () => {
    const { troubles, orders } = scheduleFromRecords(
      works([
        good,
        order("W-1", [operation("a", { after: ["c"] }), operation("b")]),
        order("W-2", [operation("c", { after: ["b"] })]),
      ]),
    );
    expect(troubles[0]).toEqual({
      code: "PRECEDENCE_CYCLIC",
      kind: "order",
      id: "W-1",
      values: { chain: "b → c → a → b" },
    });
    expect(orders.map(({ orderId }) => orderId)).toEqual(["good"]);
  });
});

describe("why an order is late", () => {
  const why = (input: ScheduleInput, id: string) =>
    scheduleFromRecords(input).orders.find(({ orderId }) => orderId === id)!;

  test("waits for a machine behind another order, which waits for its material", () => {
    const first = order("W-1042", [operation("a", { materials: [{ itemId: "M", availableOn: "2026-12-09" }] })], {
      dueOn: "2026-12-09",
    });
    const second = order("W-2", [operation("b", { after: ["a"], machineIds: ["Weld-1"] }), operation("c")]);
    const row = why(works([first, second]), "W-2");
    expect(row).toMatchObject({ end: "2026-12-09T11:00", dueAt: "2026-12-08T00:00", lateMinutes: 2100 });
    expect(row.whyLate.map(({ code, values }) => [code, values["operation"]])).toEqual([
      ["WAITS_FOR_OPERATION", "c"],
      ["WAITS_FOR_ORDER", "b"],
      ["WAITS_FOR_MATERIAL", "a"],
    ]);
    expect(row.whyLate[1]!.values).toMatchObject({ behindOrder: "W-1042", until: "2026-12-09T09:00" });
    expect(row.whyLate[2]!.values).toMatchObject({ item: "M", on: "2026-12-09" });
  });

  test("a taken machine, a person, too much work, and no time at all are told as such", () => {
    const long = (id: string, change = {}) => operation(id, { minutesPerUnit: "48", ...change });
    const machine = why(works([order("W-1", [long("a")]), order("W-2", [long("b")])]), "W-2");
    expect(machine.whyLate.map(({ code }) => code)).toEqual(["WAITS_FOR_MACHINE", "STARTS_NOW"]);
    expect(machine.whyLate[0]!.values).toMatchObject({ machine: "Lathe-1", behindOrder: "W-1", minutes: 480 });
    const person = why(
      works([
        order("W-1", [long("a", { skill: "TIG" })]),
        order("W-2", [long("b", { skill: "TIG", machineIds: ["Weld-1"] })]),
      ]),
      "W-2",
    );
    expect(person.whyLate[0]).toMatchObject({ code: "WAITS_FOR_PERSON", values: { person: "Sato", skill: "TIG" } });
    // Each would end alone; together there is not time enough.
    const much = { minutesPerUnit: "1500" };
    const never = why(works([order("V", [long("v", much)]), order("W", [long("a", much), operation("b")])]), "W");
    expect(never).toMatchObject({ end: null, whyLate: [{ code: "NO_WORKING_TIME", values: { operation: "a" } }] });
  });
});

describe("methods", () => {
  test("backward ends on the due date where it can, and starts now where it cannot", () => {
    const input = works([
      order("late", [operation("a"), operation("b", { machineIds: ["Weld-1"] })], { dueOn: "2026-12-11" }),
      order("soon", [operation("c", { minutesPerUnit: "96" })], { dueOn: "2026-12-07" }),
    ]);
    expect(times(input, "backward")).toEqual({
      a: "Lathe-1 11T15:00 11T16:00",
      b: "Weld-1 11T16:00 11T17:00",
      c: "Lathe-1 07T08:00 08T17:00",
    });
    expect(times(input, "bottleneck")["c"]).toBe("Lathe-1 07T08:00 08T17:00");
  });

  const options = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    jobs: fc.integer({ min: 2, max: 14 }),
    operationsPerJob: fc.integer({ min: 1, max: 5 }),
    machines: fc.integer({ min: 3, max: 6 }),
    people: fc.integer({ min: 0, max: 4 }),
  });
  test.each(["backward", "bottleneck"] as const)("%s gives a right schedule for any factory", (method) => {
    fc.assert(
      fc.property(options, (option) => {
        const factory = randomFactory({ ...option, days: 8, load: 0.7 });
        const first = constructWith(factory, method);
        const table = new Timetable(first.factory, first.sequence);
        expect(faultsOf(factory, table)).toEqual([]);
        if (method === "backward")
          expect(table.tardiness).toBeLessThanOrEqual(
            new Timetable(factory, constructWith(factory, "forward").sequence).tardiness,
          );
      }),
      { numRuns: 40 },
    );
  });

  test("the same records, moves and seed give the same schedule", () => {
    const input = works(
      Array.from({ length: 6 }, (_, at) =>
        order(`W-${at}`, [operation(`a${at}`, { minutesPerUnit: "30" }), operation(`b${at}`, { groupId: "lathe" })]),
      ),
    );
    const once = scheduleFromRecords(input, { budgetMoves: 2000, seed: 3 });
    expect(scheduleFromRecords(input, { budgetMoves: 2000, seed: 3 })).toEqual(once);
    expect(once.tardiness).toBeLessThanOrEqual(scheduleFromRecords(input).tardiness);
    expect(compileFactory(input).factory.operationCount).toBe(12);
  });
});
