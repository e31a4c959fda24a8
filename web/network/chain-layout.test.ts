import { expect, test } from "vitest";
import { layoutChain, toBands } from "./chain-layout.ts";

const step = (stepNumber: number, feedsStepNumber: number | null, part = 1) => ({ stepNumber, feedsStepNumber, part });
const places = (steps: ReturnType<typeof step>[]) =>
  layoutChain(steps).nodes.map(({ step: one, column, row }) => [one.stepNumber, column, row]);

test("a relay runs from left to right in one row", () =>
  expect(places([step(10, 20), step(20, 30), step(30, null)])).toEqual([
    [10, 0, 0],
    [20, 1, 0],
    [30, 2, 0],
  ]));
test("what two steps feed stands in their middle, and a short branch ends beside the step it feeds", () =>
  expect(places([step(10, 20), step(20, 50), step(40, 50), step(50, null)])).toEqual([
    [10, 0, 0],
    [20, 1, 0],
    [40, 1, 1],
    [50, 2, 0.5],
  ]));
test("members that share a step stand under each other and each feeds the next", () => {
  const layout = layoutChain([step(10, 20, 1), step(10, 20, 2), step(20, null)]);
  expect(layout.nodes.map(({ column, row }) => [column, row])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0.5],
  ]);
  expect(layout.edges).toHaveLength(3);
  expect([layout.columnCount, layout.rowCount]).toEqual([2, 2]);
});
test("a member's view begins where it may see: what feeds an unseen step ends at the edge", () =>
  expect(layoutChain([step(10, 20), step(20, 99)]).edges.map(({ to }) => to?.step.stepNumber ?? null)).toEqual([
    20,
    null,
  ]));
test("a chain longer than the page goes on in bands of nearly equal length", () => {
  const bands = toBands(7, 5);
  expect([bands.bandCount, bands.columnsPerBand]).toEqual([2, 4]);
  expect([0, 3, 4, 6].map(bands.place)).toEqual([
    { band: 0, column: 0 },
    { band: 0, column: 3 },
    { band: 1, column: 0 },
    { band: 1, column: 2 },
  ]);
  expect(toBands(3, 9)).toMatchObject({ bandCount: 1, columnsPerBand: 3 });
  expect(toBands(3, 0)).toMatchObject({ bandCount: 3, columnsPerBand: 1 });
});
