import { expect, test } from "vitest";
import { faultOfJobShop, parseJobShop } from "./job-shop-files.ts";

const text = "# two jobs\n2 2\n0 3 1 2\n1 2 0 4\n";

test("a job shop is read from its file", () => {
  expect(parseJobShop(text)).toEqual({
    machineCount: 2,
    jobs: [
      [
        { machine: 0, duration: 3 },
        { machine: 1, duration: 2 },
      ],
      [
        { machine: 1, duration: 2 },
        { machine: 0, duration: 4 },
      ],
    ],
  });
  expect(() => parseJobShop("2 2 1 1")).toThrow("no job shop");
});

test.each([
  { name: "right", starts: [0, 3, 0, 3], makespan: 7, fault: null },
  { name: "too short a makespan", starts: [0, 3, 0, 3], makespan: 6, fault: "the makespan is 7, not 6" },
  { name: "two at once", starts: [0, 3, 0, 2], makespan: 6, fault: "machine 0 does two operations at 2" },
  {
    name: "out of its order",
    starts: [0, 2, 0, 3],
    makespan: 7,
    fault: "operation 1 starts at 2, before the one before it ends at 3",
  },
])("the checker says of a schedule that is $name: $fault", ({ starts, makespan, fault }) => {
  expect(faultOfJobShop(parseJobShop(text), starts, makespan)).toBe(fault);
});
