import { expect, test } from "vitest";
import { costOfLots, parseCapacitated } from "./capacitated-files.ts";

const TEXT = ["2\t3", "1", "50", "1\t2\t10\t100", "2\t1\t5\t40", "10\t5", "0\t5", "20\t0", "made up"].join("\n");
const problem = parseCapacitated(TEXT);

test("an instance is read as it is written, also in blocks of columns", () => {
  expect(problem.capacity).toEqual([50, 50, 50]);
  expect(problem.items).toEqual([
    { demand: [10, 0, 20], timePerUnit: 1, holdingCost: 2, setupTime: 10, setupCost: 100 },
    { demand: [5, 5, 0], timePerUnit: 2, holdingCost: 1, setupTime: 5, setupCost: 40 },
  ]);
  const blocks = ["2 2", "1", "9", "1 2 3 4", "1 2 3 4", "7", "8", "5", "6"].join("\n");
  expect(parseCapacitated(blocks).items.map(({ demand }) => demand)).toEqual([
    [7, 8],
    [5, 6],
  ]);
  expect(() => parseCapacitated(TEXT.replace("20\t0", ""))).toThrow("period 3");
});

test("the checker counts by hand and finds what was planted", () => {
  // Item 1 set up twice (200), item 2 once (40) with 5 kept over one period (5).
  expect(
    costOfLots(problem, [
      [10, 0, 20],
      [10, 0, 0],
    ]),
  ).toBe(245);
  expect(() =>
    costOfLots(problem, [
      [10, 0, 19],
      [10, 0, 0],
    ]),
  ).toThrow("item 1: 1 lack in period 3");
  expect(() =>
    costOfLots(problem, [
      [30, 0, 0],
      [10, 0, 0],
    ]),
  ).toThrow("period 1: 65 of 50");
  expect(() =>
    costOfLots(problem, [
      [10, -1, 21],
      [10, 0, 0],
    ]),
  ).toThrow("less than nothing");
});
