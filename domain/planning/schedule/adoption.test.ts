import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, decimal } from "../../shared/index.ts";
import { type AdoptionRow, adoptionOf } from "../index.ts";

const DAY = "2026-11-30";
const FACTORS: Readonly<Record<string, string>> = { mill: "1.5", help: "2" };

const row = (change: Partial<AdoptionRow>): AdoptionRow => ({
  ...{ workOrderId: "wo", operationNumber: 10, workCenterId: "lathe", assignedWorkCenterId: null, isBegun: false },
  ...{ timeFactor: decimal(1), plannedStartOn: DAY, plannedFinishOn: DAY, startOn: DAY, finishOn: DAY },
  ...{ scheduledWorkCenterId: "lathe", alternativeFactor: null },
  ...change,
});
const onMill = { assignedWorkCenterId: "mill", timeFactor: decimal("1.5") };
const toMill = { scheduledWorkCenterId: "mill", alternativeFactor: decimal("1.5") };

const summary = (rows: readonly AdoptionRow[]) => {
  const { changes, moves, begunCount, notAlternativeCount } = adoptionOf(rows);
  return {
    places: changes.map((one) => [one.assignedWorkCenterId, one.timeFactor.toFixed()]),
    moves: moves.map(({ fromId, toId, count }) => `${fromId} > ${toId} ${count}`),
    ...{ begunCount, notAlternativeCount },
  };
};
const nothing = { places: [], moves: [], begunCount: 0, notAlternativeCount: 0 };

describe("adopting a schedule", () => {
  const cases = [
    { name: "leaves what stands as scheduled", rows: [row({})], expected: nothing },
    {
      name: "takes days alone",
      rows: [row({ finishOn: addDays(DAY, 1) })],
      expected: { ...nothing, places: [[null, "1"]] },
    },
    {
      name: "puts an operation at the alternative, with its factor",
      rows: [row(toMill), row({ ...toMill, operationNumber: 20 })],
      expected: { ...nothing, places: Array(2).fill(["mill", "1.5"]), moves: ["lathe > mill 2"] },
    },
    {
      name: "takes it back to its own",
      rows: [row(onMill)],
      expected: { ...nothing, places: [[null, "1"]], moves: ["mill > lathe 1"] },
    },
    {
      name: "follows the master's factor where it stays",
      rows: [row({ ...onMill, ...toMill, alternativeFactor: decimal(3) })],
      expected: { ...nothing, places: [["mill", "3"]] },
    },
    {
      name: "leaves what is begun where it is",
      rows: [row({ ...toMill, isBegun: true }), row({ ...onMill, isBegun: true })],
      expected: { ...nothing, begunCount: 2 },
    },
    {
      name: "leaves it where it is when the other one may not do it any more",
      rows: [row({ scheduledWorkCenterId: "mill" })],
      expected: { ...nothing, notAlternativeCount: 1 },
    },
    {
      name: "gives work at a partner days and no work centre",
      rows: [row({ workCenterId: null, scheduledWorkCenterId: null, startOn: addDays(DAY, 2) })],
      expected: { ...nothing, places: [[null, "1"]] },
    },
  ];
  test.each(cases)("$name", ({ rows, expected }) => expect(summary(rows)).toEqual(expected));

  test("ends with one try, loses no operation, and each is at its own work centre or one that may do it", () => {
    const center = fc.constantFrom("lathe", "mill", "help", "gone");
    const rows = fc.array(
      fc
        .record({ scheduled: center, assigned: fc.constantFrom(null, "mill", "help"), isBegun: fc.boolean() })
        .chain(({ scheduled, assigned, isBegun }) =>
          fc.record({ start: fc.nat(5), days: fc.nat(5) }).map(({ start, days }) =>
            row({
              ...{ scheduledWorkCenterId: scheduled, assignedWorkCenterId: assigned, isBegun },
              timeFactor: decimal(assigned ? FACTORS[assigned]! : "1"),
              alternativeFactor: FACTORS[scheduled] ? decimal(FACTORS[scheduled]) : null,
              ...{ startOn: addDays(DAY, start), finishOn: addDays(DAY, start + days) },
            }),
          ),
        ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const before = drawn.map((one, at) => ({ ...one, operationNumber: at }));
        const { changes, moves } = adoptionOf(before);
        const changed = new Map(changes.map((one) => [one.operationNumber, one]));
        const after = before.map((one) => ({ ...one, ...changed.get(one.operationNumber) }));
        expect(adoptionOf(after)).toMatchObject({ changes: [], moves: [] });
        const at = (one: AdoptionRow) => one.assignedWorkCenterId ?? one.workCenterId!;
        after.forEach((one, index) => {
          expect([one.plannedStartOn, one.plannedFinishOn]).toEqual([one.startOn, one.finishOn]);
          expect(one.timeFactor.toFixed()).toBe(FACTORS[at(one)] ?? "1");
          if (one.isBegun || one.scheduledWorkCenterId === "gone") expect(at(one)).toBe(at(before[index]!));
          else expect(at(one)).toBe(one.scheduledWorkCenterId);
        });
        // What leaves one work centre arrives at another.
        for (const id of ["lathe", "mill", "help"]) {
          const count = (list: readonly AdoptionRow[]) => list.filter((one) => at(one) === id).length;
          const sum = (key: "fromId" | "toId") =>
            moves.reduce((all, move) => all + (move[key] === id ? move.count : 0), 0);
          expect(count(after)).toBe(count(before) - sum("fromId") + sum("toId"));
        }
      }),
    );
  });
});
