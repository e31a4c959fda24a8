import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/index.ts";
import { type MaterialProposal, type MaterialSupply, materialDays, type ProposalNeed } from "../index.ts";

const DAY = "2026-11-30";
const on = (days: number) => addDays(DAY, days);
const supply = (change: Partial<MaterialSupply>): MaterialSupply => ({
  ...{ workOrderId: "W", operationNumber: 10, itemId: "BRAKE", seq: null, onDate: null },
  ...change,
});
const proposal = (seq: number, dueOn: number, possibleOn: number | null = null): MaterialProposal => ({
  ...{ seq, dueOn: on(dueOn), possibleOn: possibleOn === null ? null : on(possibleOn) },
});
const need = (forSeq: number, neededOn: number, source: { seq: number } | { onDate: number }): ProposalNeed => ({
  ...{ forSeq, neededOn: on(neededOn) },
  ...("seq" in source ? { seq: source.seq, onDate: null } : { seq: null, onDate: on(source.onDate) }),
});

describe("the day material can be there", () => {
  const cases = [
    { name: "is that of the purchase", supplies: [supply({ onDate: on(4) })], expected: [4] },
    {
      name: "is the latest of several",
      supplies: [supply({ onDate: on(4) }), supply({ onDate: on(9) }), supply({ onDate: on(6) })],
      expected: [9],
    },
    { name: "is a proposal's due day", supplies: [supply({ seq: 1 })], proposals: [proposal(1, 7)], expected: [7] },
    {
      name: "is when a proposal past due can be had",
      supplies: [supply({ seq: 1 })],
      proposals: [proposal(1, 0, 27)],
      expected: [27],
    },
    {
      name: "is as much later as what the proposal is made of comes too late",
      supplies: [supply({ seq: 1 })],
      proposals: [proposal(1, 7), proposal(2, 3, 12)],
      needs: [need(1, 3, { seq: 2 }), need(1, 3, { onDate: 5 })],
      expected: [16],
    },
    {
      name: "is not sooner because what it is made of is there early",
      supplies: [supply({ seq: 1 })],
      proposals: [proposal(1, 7)],
      needs: [need(1, 3, { onDate: 0 })],
      expected: [7],
    },
    {
      name: "is told for each operation and item",
      supplies: [
        supply({ onDate: on(4) }),
        supply({ operationNumber: 20, onDate: on(5) }),
        supply({ itemId: "BELL", onDate: on(6) }),
      ],
      expected: [4, 5, 6],
    },
    { name: "is unknown of a proposal nobody knows", supplies: [supply({ seq: 5 })], expected: [] },
  ];
  test.each(cases)("$name", ({ supplies, proposals = [], needs = [], expected }) =>
    expect(materialDays(supplies, proposals, needs).map((one) => one.availableOn)).toEqual(expected.map(on)),
  );

  const days = fc.integer({ min: 0, max: 40 });
  const plan = fc.record({
    proposals: fc.array(fc.tuple(days, fc.option(days)), { minLength: 1, maxLength: 8 }),
    needs: fc.array(fc.tuple(fc.nat(7), days, fc.nat(7), days, fc.boolean()), { maxLength: 20 }),
    supplies: fc.array(fc.tuple(fc.nat(3), fc.nat(9), days), { maxLength: 12 }),
  });
  test("is never before anything that brings it, and nothing sooner where something comes later; circles end", () => {
    fc.assert(
      fc.property(plan, days, (asked, later) => {
        const proposals = asked.proposals.map(([due, possible], seq) => proposal(seq, due, possible));
        const needs = asked.needs.map(([forSeq, neededOn, seq, onDate, isPlanned]) =>
          need(forSeq, neededOn, isPlanned ? { seq } : { onDate }),
        );
        const told = (by: number) =>
          materialDays(
            asked.supplies.map(([order, seq, onDate]) =>
              supply({ workOrderId: `W${order}`, ...(seq < 8 ? { seq } : { onDate: on(onDate + by) }) }),
            ),
            proposals,
            needs.map((one) => (one.onDate === null ? one : { ...one, onDate: addDays(one.onDate, by) })),
          );
        const first = told(0);
        const then = told(later);
        expect(then.map((one) => one.workOrderId)).toEqual(first.map((one) => one.workOrderId));
        first.forEach(({ workOrderId, availableOn }, at) => {
          expect(then[at]!.availableOn >= availableOn).toBe(true);
          for (const [order, seq, onDate] of asked.supplies) {
            if (`W${order}` !== workOrderId) continue;
            const { dueOn, possibleOn } = proposals[seq] ?? { dueOn: on(onDate), possibleOn: null };
            if (seq < 8 && !proposals[seq]) continue;
            expect(availableOn >= dueOn && availableOn >= (possibleOn ?? dueOn)).toBe(true);
          }
        });
      }),
    );
  });
});
