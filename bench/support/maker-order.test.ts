import { expect, test } from "vitest";
import { makerOrder } from "./maker-order.ts";

const window = {
  makerId: "maker",
  itemsOfChain: [
    ["A0", "A1", "A2", "A3"],
    ["B0", "B1", "B2", "B3"],
  ],
  membersOfChain: [],
  itemIds: [],
};

test("orders take the chains in turn, and three different items of one", () => {
  const codes = [0, 1, 2, 3].map((n) => makerOrder(window, n, "2026-06-01").lines.map((line) => line.item));
  expect(codes).toEqual([
    ["A0", "A1", "A2"],
    ["B0", "B1", "B2"],
    ["A1", "A2", "A3"],
    ["B1", "B2", "B3"],
  ]);
});
